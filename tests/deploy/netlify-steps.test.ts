import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { requestOf } from '../support/planning.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** Starts an Inngest that notes what it is told and agrees to it. */
async function startInngest() {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.setHeader('Content-Type', 'application/json').end('{"status":200}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return { heard, url: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}` };
}

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

/** Sends the first request of a goal's planning to the functions of a host, and returns the answer with what Inngest heard meanwhile. */
async function planFirst(host: Record<string, string>) {
  const inngest = await startInngest();
  for (const [name, value] of Object.entries({ ...host, INNGEST_DEV: inngest.url })) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  const person = await stack.signUp();
  const { body } = await person.post<{ id: string }>('/goals', { title: 'Run a half marathon in twelve weeks' });
  const { requestId } = await requestOf(stack, body.id);
  const data = { goal_id: body.id, request_id: requestId, user_id: person.id };
  const event = { name: 'goal/plan.requested', data, id: requestId, ts: Date.now() };
  const ctx = { run_id: '01J', fn_id: crypto.randomUUID(), qi_id: '01J', attempt: 0, stack: { stack: [], current: 0 } };
  // The client is made when it is loaded.
  vi.resetModules();
  const { default: serve } = await import('../../netlify/functions/inngest.mts');
  const answer = await serve(
    new Request('https://example.netlify.app/api/inngest?fnId=flux-backend-decompose-goal&stepId=step', {
      method: 'POST',
      headers: { Host: 'example.netlify.app' },
      body: JSON.stringify({ version: 2, event, events: [event], steps: {}, defers: {}, use_api: false, ctx }),
    }),
  );
  const reports = inngest.heard.filter((url) => url.includes('checkpoint'));
  return { status: answer.status, body: await answer.json(), reports };
}

test('on Netlify, which ends a request after 60 s, each takes one step and reports none by itself', async () => {
  // Netlify sets the first where functions run; the second says that it is a developer's machine.
  const { status, body, reports } = await planFirst({ SITE_ID: 'a-site', NETLIFY_DEV: 'true' });
  expect(status).toBe(206);
  expect(body).toMatchObject([{ op: 'StepRun' }]);
  expect(reports).toEqual([]);
});

test('elsewhere than on Netlify, steps one after the other are taken by one request, and reported', async () => {
  const { reports } = await planFirst({});
  expect(reports.length).toBeGreaterThan(0);
});
