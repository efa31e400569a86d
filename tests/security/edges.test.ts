import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestStack } from '../support/stack.ts';
import { seedBelongings } from './belongings.ts';
import { apiOperations, type Operation } from './operations.ts';
import { rows } from './rows.ts';
import { startWholeStack } from './stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startWholeStack();
});
afterAll(() => stack?.stop());

type Sent = { path: string; method?: string; headers?: Record<string, string>; body?: string };

/** Sends a request with a Host of the test's choice, which fetch sets by itself; returns the status, and all of the answer as text. */
function send({ path, method = 'GET', headers = {}, body }: Sent): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(stack.api.url);
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
    const sent = request({ hostname, port, path, method, headers: { ...headers, ...length } }, (answer) => {
      const chunks = [JSON.stringify(answer.rawHeaders)];
      const end = () => resolve({ status: answer.statusCode ?? 0, text: chunks.join('') });
      answer.on('data', (chunk) => {
        chunks.push(String(chunk));
        // A stream goes on until its message ends: its beginning is enough.
        if (answer.headers['content-type']?.startsWith('text/event-stream')) answer.destroy();
      });
      answer.on('close', end);
    });
    sent.on('error', reject).end(body);
  });
}

test('the dev server answers to its own names only, whoever is signed in', async () => {
  const { token } = await stack.signUp();
  const status = async (host: string) =>
    (await send({ path: '/goals', headers: { host, authorization: `Bearer ${token}` } })).status;
  for (const host of ['localhost', '127.0.0.1', 'localhost:3000']) expect(await status(host), host).toBe(200);
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '0.0.0.0', '192.168.0.1']) {
    expect(await status(host), host).toBeGreaterThanOrEqual(400);
  }
});

test('no operation builds a link from a host that is not ours, however the host is named', async () => {
  const foreign = 'evil.example';
  const named = {
    'X-Forwarded-Host': foreign,
    Forwarded: `host=${foreign};proto=https`,
    'X-Original-Host': foreign,
    'X-Host': foreign,
  };
  const owner = await stack.signUp();
  const things = await seedBelongings(stack, owner);
  const last = ['DELETE', 'deleteAccount'];
  const order = ({ id, method }: Operation) => Math.max(last.indexOf(method), last.indexOf(id));
  for (const { id, method } of (await apiOperations()).toSorted((one, other) => order(one) - order(other))) {
    const { path, body, headers } = rows[id]?.request(things) ?? { path: '/' };
    const asked = { path, method, ...(body ? { body: JSON.stringify(body) } : {}) };
    const own = { ...headers, Authorization: `Bearer ${owner.token}`, 'Content-Type': 'application/json' };
    const refused = await send({ ...asked, headers: { ...own, Host: foreign } });
    expect(refused, id).toMatchObject({ status: 403, text: expect.not.stringContaining(foreign) });
    const answered = await send({ ...asked, headers: { ...own, ...named } });
    expect(answered, id).toMatchObject({ text: expect.not.stringContaining(foreign) });
    expect([401, 403], id).not.toContain(answered.status);
  }
  // What does hold a link: a calendar's address, where to sign in for MCP, the page after this one.
  const person = await stack.signUp();
  const authorization = { Authorization: `Bearer ${person.token}`, ...named };
  const calendar = await send({ path: '/account/calendar', method: 'POST', headers: authorization });
  expect(calendar.text).toContain(`${stack.api.url}/tasks.ics?token=`);
  expect((await send({ path: '/api/mcp', method: 'POST', headers: named })).text).toContain(
    `${stack.api.url}/api/mcp/`,
  );
  for (const title of ['One', 'Two']) await person.post('/goals', { title });
  const page = await send({ path: '/goals?limit=1', headers: authorization });
  expect(page.text).toMatch(/"Link","<\/goals\?/i);
});

test('an artifact is a download that cannot act, whatever it says that it is', async () => {
  const person = await stack.signUp();
  const { artifactId } = await seedBelongings(stack, person);
  const answer = await fetch(`${stack.api.url}/api/chat/artifacts/${artifactId}`, {
    headers: { Authorization: `Bearer ${person.token}` },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toContain('text/html');
  expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment;/);
  expect(answer.headers.get('Content-Security-Policy')).toContain('sandbox');
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
});
