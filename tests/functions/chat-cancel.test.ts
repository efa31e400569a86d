import { afterAll, beforeAll, expect, test } from 'vitest';
import { answered, openStream, post, readStream } from '../support/chat.ts';
import { startTestStack, type TestStack, until } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ runner: true, sandbox: true });
});
afterAll(() => stack.stop());

const python = (code: string) => `\`\`\`python\n${code}\n\`\`\``;
const endless = python('kept = 1\nprint("started", flush=True)\nwhile True: pass');

const printed = (event: { type: string }) => event.type === 'stdout';

test('cancelling stops the run and what is queued behind it, and the next answer says that variables are gone', async () => {
  const person = await stack.signUp();
  await post(person, 'stop', python('kept = 1'));
  await answered(person, 'stop');
  const running = await post(person, 'stop', endless);
  const queued = await post(person, 'stop', '1 + 1');
  await readStream(stack, person, 'stop', { enough: printed });
  expect((await person.get('/api/chat/response/stop')).body).toMatchObject({ status: 'queued', lastMessage: '1 + 1' });

  const cancelled = await person.delete('/api/chat/response/stop');
  expect(cancelled).toMatchObject({
    status: 202,
    body: {
      success: true,
      clientId: 'stop',
      cancelled: expect.arrayContaining([running.body.messageId, queued.body.messageId]),
    },
  });
  expect(await answered(person, 'stop')).toMatchObject({
    status: 'cancelled',
    lastResponse: { message: 'This message was cancelled.' },
  });
  const done = (await readStream(stack, person, 'stop', { after: 0 })).filter((event) => event.type === 'done');
  expect(done.map(({ data }) => data.status)).toEqual(['done', 'cancelled', 'cancelled']);
  // Its run notices, and records what it cost.
  await until(
    () => stack.supabase.query("select from private.usage where user_id = $1 and outcome = 'cancelled'", [person.id]),
    (rows) => rows.length === 1,
  );

  await post(person, 'stop', python('print("kept" in globals())'));
  const next = await answered(person, 'stop');
  expect(next.execution).toMatchObject({ stdout: 'False\n', restarted: true });
  expect(next.lastResponse?.message).toMatch(/variables of earlier messages are gone/);
  expect((await person.delete('/api/chat/response/stop')).body).toMatchObject({ cancelled: [] });
});

test('a client that goes away cancels nothing', async () => {
  const person = await stack.signUp();
  await post(person, 'leave', python('import time\nprint("started", flush=True)\ntime.sleep(1.5)\nprint("finished")'));
  await readStream(stack, person, 'leave', { enough: printed });
  expect(await answered(person, 'leave')).toMatchObject({
    status: 'done',
    execution: { stdout: 'started\nfinished\n', error: null },
  });
});

test('messages of one conversation are worked on one after the other, in the order they came', async () => {
  const person = await stack.signUp();
  await post(person, 'order', python('import time\nlog = ["a"]\ntime.sleep(0.5)'));
  for (const letter of ['b', 'c', 'd']) await post(person, 'order', python(`log.append("${letter}")`));
  await post(person, 'order', python('print(log)'));
  expect((await answered(person, 'order')).execution?.stdout).toBe("['a', 'b', 'c', 'd']\n");
  const events = await readStream(stack, person, 'order', { after: 0 });
  expect(events.filter(({ type }) => type === 'done')).toHaveLength(5);
  expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
});

test('deleting a conversation removes everything of it and ends its sandbox, also while it runs', async () => {
  const person = await stack.signUp();
  await post(person, 'gone', endless);
  await readStream(stack, person, 'gone', { enough: printed });
  const [kept] = await stack.supabase.query(
    'select sandbox_id from private.sandboxes s join public.conversations c on c.id = conversation_id where c.user_id = $1',
    [person.id],
  );
  const sandbox = `${process.env.E2B_API_URL}/sandboxes/${kept?.sandbox_id}`;
  const ask = () => fetch(sandbox, { headers: { 'X-API-Key': process.env.E2B_API_KEY ?? '' } });
  expect((await ask()).status).toBe(200);
  expect((await person.delete('/api/chat/gone')).status).toBe(204);
  expect((await person.get('/api/chat/response/gone')).status).toBe(404);
  expect((await person.delete('/api/chat/gone')).status).toBe(404);
  await until(ask, (answer) => answer.status === 404);
  for (const table of ['conversations', 'chat_messages', 'chat_events', 'chat_artifacts']) {
    expect(await stack.supabase.query(`select from public.${table} where user_id = $1`, [person.id])).toEqual([]);
  }
});

test('erasing an account owes the end of its sandboxes too', async () => {
  const person = await stack.signUp();
  await post(person, 'erased', python('1 + 1'));
  await answered(person, 'erased');
  const [kept] = await stack.supabase.query(
    'select sandbox_id from private.sandboxes s join public.conversations c on c.id = conversation_id where c.user_id = $1',
    [person.id],
  );
  expect((await person.delete('/account')).status).toBe(204);
  const owed = await stack.supabase.query(
    "select user_id from private.outbox where name = 'chat/sandbox.released' and data ->> 'sandbox_id' = $1",
    [kept?.sandbox_id],
  );
  expect(owed).toEqual([{ user_id: null }]);
});

test("another person's conversation can be neither watched, cancelled nor deleted, and is not told from a missing one", async () => {
  const [owner, stranger] = await Promise.all([stack.signUp(), stack.signUp()]);
  await post(owner, 'private', '1 + 1');
  await answered(owner, 'private');
  for (const ask of [
    (id: string) => stranger.delete<object>(`/api/chat/response/${id}`),
    (id: string) => stranger.delete<object>(`/api/chat/${id}`),
    async (id: string) => {
      const response = await openStream(stack, stranger, id);
      return { status: response.status, body: JSON.parse(await response.text()) };
    },
  ]) {
    const foreign = await ask('private');
    const missing = await ask('never-was');
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, request_id: '' }).toEqual({ ...missing.body, request_id: '' });
  }
  expect((await owner.get('/api/chat/response/private')).body).toMatchObject({ status: 'done' });
});
