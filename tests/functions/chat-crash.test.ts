import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Model, startModel } from '../../harness/model.ts';
import { act } from '../../lib/chat/act.ts';
import { runProgram } from '../../lib/chat/program.ts';
import { beginProgram, startProgram } from '../../lib/chat/program-store.ts';
import type { ChatResponse } from '../../lib/chat/schema.ts';
import type { Call } from '../../lib/chat/thought.ts';
import { claimToAct, claimToThink, saveThought } from '../../lib/chat/work.ts';
import { runPython } from '../../lib/sandbox/run-python.ts';
import { openSandbox } from '../../lib/sandbox/sandboxes.ts';
import { startRunner } from '../../local/inngest/runner.ts';
import { freePort } from '../../local/supabase/processes.ts';
import { answered, post, readStream, teach } from '../support/chat.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { type Person, startTestStack, type TestStack, times } from '../support/stack.ts';

let stack: TestStack;
let model: Model;
let runnerPort: number;
/** Stands between the functions and the runner. */
let towardsRunner: FaultProxy;
beforeAll(async () => {
  stack = await startTestStack({ sandbox: true });
  // The SDK keeps the address of its first event.
  runnerPort = await freePort();
  towardsRunner = await startFaultProxy(`http://127.0.0.1:${runnerPort}`);
  process.env.INNGEST_DEV = towardsRunner.url;
  model = await startModel();
  model.use();
});
const children: ChildProcess[] = [];
afterEach(async () => {
  await stack.runner?.stop();
  stack.runner = null;
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  await stack.stop();
  await towardsRunner.stop();
  await model.stop();
});

async function runnerFor(url: string, retryFactor = 1 / 1000): Promise<void> {
  stack.runner = await startRunner({
    port: runnerPort,
    appUrl: `${url}/api/inngest`,
    databaseUrl: stack.supabase.databaseUrl,
    retryFactor,
    runCronsAtStart: false,
  });
}

/** A host of the functions that dies after the n-th step that it has to report, before anybody hears of it. */
async function mortalHost() {
  let countdown = -1;
  let died = false;
  let isDying = false;
  const dies = () => {
    if (countdown-- !== 0) return false;
    died = true;
    return true;
  };
  const isStep = (path: string) => /fnId=[^&]*(route-intent|execute-chat)/.test(path);
  const host = await startFaultProxy(stack.api.url);
  towardsRunner.decide = ({ path }) => {
    if (!path.startsWith('/v1/checkpoint/') || !(isDying || dies())) return 'pass';
    // The execution is told to go no further, as if it were gone; nobody hears its answer.
    isDying = true;
    return { status: 409 };
  };
  host.losesAnswer = ({ method, path }) => {
    if (method !== 'POST' || !isStep(path) || !(isDying || dies())) return false;
    isDying = false;
    return true;
  };
  return {
    url: host.url,
    dieAfter(nth: number) {
      countdown = nth;
      died = false;
    },
    died: () => died,
    async stop() {
      towardsRunner.decide = () => 'pass';
      await host.stop();
    },
  };
}

const ask = 'How often did you run?';
const follow = 'And now?';

/** The conversation whose steps are lost: a program with an effect that fails, its correction, and a look at the effect. */
async function converse(person: Person, clientId: string) {
  await post(person, clientId, ask);
  await post(person, clientId, follow);
  const last = await answered(person, clientId);
  const done = (await readStream(stack, person, clientId, { after: 0 })).filter(({ type }) => type === 'done');
  return { last, answers: done.map(({ data }) => data.message) };
}

test('whichever step its host dies after, a message has one answer and its programs one effect', async () => {
  const host = await mortalHost();
  await runnerFor(host.url);
  const hits = 'hits = globals().get("hits", 0) + 1';
  teach(model, ask, { code: `${hits}\nmissing`, fix: `${hits}\nprint(hits)`, answer: { content: 'Twice.' } });
  teach(model, follow, { code: 'print(hits)', answer: { content: 'Still twice.' } });
  const person = await stack.signUp();
  let nth = 0;
  for (let died = true; died; nth += 1) {
    host.dieAfter(nth);
    const { last, answers } = await converse(person, `crash-${nth}`);
    expect({ nth, answers }).toEqual({ nth, answers: ['Twice.', 'Still twice.'] });
    expect(last.execution).toMatchObject({ stdout: '2\n', error: null });
    expect(last.execution?.restarted).toBeUndefined();
    died = host.died();
  }
  // 5 and 3 steps, and an end for each of the functions: otherwise nothing was lost.
  expect(nth).toBeGreaterThan(10);
  await host.stop();
}, 120_000);

/** Lets the model ready a boat in three rounds of tools, and say what it summarises. */
function teachBoat(message: string, boat: string) {
  const call = (name: string, args: object) => ({ name, arguments: JSON.stringify(args) });
  const rounds = [
    [
      call('create_task', { title: `Paint ${boat}` }),
      call('create_task', { title: `Sand ${boat}` }),
      call('remember', { fact: `My boat is called ${boat}` }),
    ],
    [call('rename_task', { task: `Paint ${boat}`, title: `Varnish ${boat}` })],
    [call('create_task', { title: `Launch ${boat}` })],
  ];
  model.reply(() => true, { content: 'Hm.' });
  model.reply(({ system }) => system.startsWith('Summarise'), { content: `About ${boat}.` });
  model.reply(({ said }) => said.at(-1) === message, { content: 'It is ready.' });
  for (const [round, results] of [0, 3, 4].entries())
    model.reply((prompt) => prompt.said.at(-1) === message && prompt.results.length === results, {
      toolCalls: rounds[round] ?? [],
    });
}

test('whichever step its host dies after, each tool of a message acts once, and a summary lost with it is made up with the next message', async () => {
  const host = await mortalHost();
  await runnerFor(host.url);
  const person = await stack.signUp();
  const told = async (clientId: string, ...messages: string[]) => {
    for (const message of messages) await post(person, clientId, message);
    const last = await answered(person, clientId);
    await stack.runner?.idle();
    return last;
  };
  const column = async (sql: string, ...values: string[]) =>
    (await stack.supabase.query<{ found: string }>(sql, [person.id, ...values])).map(({ found }) => found);
  const lost: number[] = [];
  let nth = 0;
  for (let died = true; died; nth += 1) {
    const boat = `Boat${String.fromCharCode(97 + nth)}`;
    const message = `Ready ${boat}`;
    teachBoat(message, boat);
    host.dieAfter(-1);
    await told(boat, ...times(10, (turn) => `Turn ${turn}`));
    host.dieAfter(nth);
    const { status, lastResponse } = await told(boat, message);
    died = host.died();
    expect({ nth, status, said: lastResponse?.message }).toEqual({ nth, status: 'done', said: 'It is ready.' });
    const tasks = 'select title as found from public.tasks where user_id = $1 and title like $2 order by title';
    expect(await column(tasks, `% ${boat}`)).toEqual([`Launch ${boat}`, `Sand ${boat}`, `Varnish ${boat}`]);
    const memories = 'select text as found from public.memories where user_id = $1 and text like $2';
    expect(await column(memories, `% ${boat}`)).toEqual([`My boat is called ${boat}`]);
    const summary = 'select summary as found from public.conversations where user_id = $1 and client_id = $2';
    if ((await column(summary, boat))[0] === null) lost.push(nth);
    host.dieAfter(-1);
    await told(boat, 'Thanks');
    expect({ nth, summary: await column(summary, boat) }).toEqual({ nth, summary: [`About ${boat}.`] });
  }
  // Four thoughts, three rounds, the summary and the end of the function: otherwise nothing was lost.
  expect(nth).toBeGreaterThan(8);
  expect(lost.length).toBeGreaterThan(0);
  await host.stop();
}, 180_000);

test('what an interrupted program did in its sandbox is not done a second time there', async () => {
  const person = await stack.signUp();
  const { body } = await post(person, 'interrupted', 'Count');
  const code = 'hits = globals().get("hits", 0) + 1\nprint(hits)';
  teach(model, 'Count', { code });
  const work = { messageId: body.messageId, runId: 'first', executes: true };
  await claimToThink(work);
  await saveThought(work, 0, { text: '', calls: [{ id: 'one', name: 'run_code', arguments: { code } }] }, false);
  const message = await claimToAct(work);
  if (!message) throw new Error('The message is gone.');
  const run = () => runProgram(work, message, { index: 0, round: 0, place: 0, code });
  await beginProgram(work, 0, code);
  const { sandbox, sandboxId } = await openSandbox({ metadata: {} });
  await startProgram(work, crypto.randomUUID(), { sandboxId, fileIds: [] });
  expect((await runPython(sandbox, code)).stdout).toBe('1\n');
  // Here the host died.
  expect(await run()).toBe(true);
  const polled = await person.get<ChatResponse>('/api/chat/response/interrupted');
  expect(polled.body.execution).toMatchObject({ stdout: '1\n', restarted: true });
  await expect(runPython(sandbox, 'hits')).rejects.toMatchObject({ failure: 'gone' });
  // And once it has finished, it is not run again.
  expect(await run()).toBe(true);
  const again = await person.get<ChatResponse>('/api/chat/response/interrupted');
  expect(again.body.execution).toEqual(polled.body.execution);
});

test('a round that is begun again under another run acts once, though the first goes on', async () => {
  const person = await stack.signUp();
  const { body } = await post(person, 'again', 'Buy a boat');
  const of = (runId: string) => ({ messageId: body.messageId, runId, executes: false });
  const calls: Call[] = [
    { id: 'a', name: 'create_task', arguments: { title: 'Buy a boat' } },
    { id: 'b', name: 'remember', arguments: { fact: 'I sail' } },
  ];
  await claimToThink(of('first'));
  await saveThought(of('first'), 0, { text: '', calls }, false);
  const first = await claimToAct(of('first'));
  expect(await claimToAct(of('second'))).toBeNull();
  // Whoever was not heard of for two minutes is taken over from.
  const age = "update public.chat_messages set updated_at = now() - interval '3 minutes' where id = $1";
  await stack.supabase.query(age, [body.messageId]);
  const second = await claimToAct(of('second'));
  if (!first || !second) throw new Error('The message is gone.');
  await act(of('second'), second);
  expect(await act(of('first'), first)).toBeNull();
  const made = (table: string, column: string) =>
    stack.supabase.query(`select ${column} from public.${table} where user_id = $1`, [person.id]);
  expect(await made('tasks', 'title')).toEqual([{ title: 'Buy a boat' }]);
  expect(await made('memories', 'text')).toEqual([{ text: 'I sail' }]);
});

test('a program that was cut off runs again in a fresh sandbox, with what it says about that', async () => {
  const code = 'hits = globals().get("hits", 0) + 1\nimport time\nprint(hits, flush=True)\ntime.sleep(8)\nprint("end")';
  teach(model, 'Count slowly', { code, answer: { error: { message: 'down' }, status: 402 } });
  const port = await freePort();
  // Longer than the handlers take to start again.
  await runnerFor(`http://127.0.0.1:${port}`, 1 / 5);
  const handlers = await serve(port);
  const person = await stack.signUp();
  await post(person, 'killed', 'Count slowly');
  await readStream(stack, person, 'killed', { enough: ({ type }) => type === 'stdout' });
  handlers.kill('SIGKILL');
  await serve(port);
  const body = await answered(person, 'killed');
  expect(body).toMatchObject({ status: 'done', execution: { stdout: '1\nend\n', restarted: true } });
  expect(body.lastResponse?.message).toMatch(/variables of earlier messages are gone/);
  const started = await stack.supabase.query("select from public.chat_events where user_id = $1 and type = 'done'", [
    person.id,
  ]);
  expect(started).toHaveLength(1);
}, 60_000);

test('a program that outlives its runner is not run beside itself', async () => {
  await runnerFor(stack.api.url);
  const code = 'import time\nfor n in range(40):\n    print(n, flush=True)\n    time.sleep(0.1)';
  teach(model, 'Count on', { code, answer: { content: 'Counted.' } });
  const person = await stack.signUp();
  await post(person, 'outlived', 'Count on');
  await readStream(stack, person, 'outlived', { enough: ({ type }) => type === 'stdout' });
  await stack.runner?.stop();
  await runnerFor(stack.api.url);
  const { execution } = await answered(person, 'outlived');
  expect(execution?.stdout.trim().split('\n')).toEqual(Array.from({ length: 40 }, (_, n) => String(n)));
  const runs = await stack.supabase.query("select outcome from private.usage where user_id = $1 and kind = 'sandbox'", [
    person.id,
  ]);
  expect(runs.filter(({ outcome }) => outcome === 'ok')).toHaveLength(1);
}, 60_000);

/** The handlers in a process that can be killed; its events go to the runner that was started before. */
async function serve(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['tests/support/api-process.ts', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  for await (const chunk of child.stdout) {
    if (String(chunk).startsWith('ready')) return child;
  }
  throw new Error('The handlers did not start.');
}
