import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newDataDir, startDev } from './dev-process.ts';

/** Sends bytes as they are and gives what came back: fetch would refuse or tidy up most of these. */
function exchange(url: string, head: string, body: Iterable<Buffer> = []): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((done, fail) => {
    const socket = connect(Number(port), hostname);
    let received = '';
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer within 10 s')));
    socket.on('data', (chunk) => {
      received += chunk;
      socket.end();
    });
    socket.on('error', (error) => (received ? done(received) : fail(error)));
    socket.on('close', () => done(received));
    socket.write(head);
    for (const chunk of body) if (!socket.destroyed) socket.write(chunk);
  });
}

const statusLine = (answer: string) => answer.split('\r\n')[0];

test('a page of another site is refused whatever it asks for, and one of this machine is allowed by CORS', async () => {
  const { url } = await startDev(newDataDir());
  for (const path of ['/goals', '/account/calendar', '/api/inngest', '/health', '/']) {
    for (const Origin of ['https://evil.example', 'http://localhost.evil.example', 'null']) {
      const answer = await fetch(`${url}${path}`, { method: path === '/' ? 'GET' : 'POST', headers: { Origin } });
      expect([path, Origin, answer.status]).toEqual([path, Origin, 403]);
    }
  }
  const Origin = 'http://localhost:5173';
  const preflight = await fetch(`${url}/goals`, {
    method: 'OPTIONS',
    headers: { Origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' },
  });
  expect([preflight.status, preflight.headers.get('Access-Control-Allow-Origin')]).toEqual([204, Origin]);
  const answer = await fetch(`${url}/goals`, { headers: { Origin } });
  expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([200, Origin]);
});

test('methods and addresses that no page sends are plain refusals, and the server goes on', async () => {
  const { url } = await startDev(newDataDir());
  const { host } = new URL(url);
  const send = (line: string) => exchange(url, `${line} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  for (const method of ['TRACE', 'CONNECT']) expect(statusLine(await send(`${method} /goals`))).toContain('405');
  expect(statusLine(await send(`GET http://evil.example/goals`))).toContain('400');
  expect(statusLine(await send(`GET ${url}/goals`))).toContain('400');
  expect((await fetch(`${url}/health`)).status).toBe(200);
});

test('no first line of a request ends a part of it, nor is it an error', async () => {
  const { url, dataDir } = await startDev(newDataDir());
  const { supabaseUrl, inngestUrl } = JSON.parse(readFileSync(join(dataDir, 'dev.json'), 'utf8'));
  for (const part of [url, supabaseUrl, inngestUrl]) {
    const { host } = new URL(part);
    for (const line of [
      'GET //',
      'GET ///goals',
      'GET //evil.example/goals',
      'GET /%',
      'TRACE /',
      `GET ${part}/goals`,
      'PUT http://[',
    ]) {
      const answer = await exchange(part, `${line} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
      expect([line, statusLine(answer)]).toEqual([line, expect.stringMatching(/^HTTP\/1\.1 4/)]);
    }
  }
  expect((await fetch(`${url}/api/health/ready`)).status).toBe(200);
});

test('a body without end is refused while it streams', async () => {
  const { url } = await startDev(newDataDir());
  const { host } = new URL(url);
  const block = Buffer.alloc(1_000_000, 'x');
  const chunk = Buffer.concat([Buffer.from(`${block.length.toString(16)}\r\n`), block, Buffer.from('\r\n')]);
  let sent = 0;
  function* endless() {
    for (; sent < 200; sent += 1) yield chunk;
  }
  const head = `POST /goals HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
  expect(statusLine(await exchange(url, head, endless()))).toContain('413');
  expect((await fetch(`${url}/health`)).status).toBe(200);
});
