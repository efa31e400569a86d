import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { ChatAcknowledgement, ChatFile, ChatResponse } from '../lib/chat/schema.ts';
import { type CommandInput, type OnExit, runCommand, stopOnExit } from '../lib/command.ts';
import { Goal } from '../lib/goals/schema.ts';
import { startStack } from './stack.ts';

const help = `npm run demo

Shows the main job on this machine, from a goal to its plan and from a message to its answer, and stops everything again.`;

const fileName = 'spending.csv';
const spending = `date,what,amount
2026-11-02,Rent,840.00
2026-11-09,Groceries,126.35
2026-11-15,Running shoes,119.90
2026-11-21,Train,48.60`;
const program = `import csv
rows = list(csv.DictReader(open("${fileName}")))
largest = max(rows, key=lambda row: float(row["amount"]))
print(f"{len(rows)} payments, {sum(float(row['amount']) for row in rows):.2f} in all; the largest: {largest['what']}")`;

/** `npm run demo`: the main job on real input, from a goal to its plan and from words to what is done, and an end. */
async function main(_: CommandInput, onExit: OnExit): Promise<void> {
  // The demo is about this machine: nothing hosted, and no log lines between its own.
  process.env.LOG_LEVEL ??= 'error';
  for (const name of Object.keys(process.env)) if (/^(SUPABASE|INNGEST|E2B)_/.test(name)) delete process.env[name];
  const dataDir = await mkdtemp(join(tmpdir(), 'flux-demo-'));
  onExit(() => rm(dataDir, { recursive: true, force: true }));
  console.log('START  PostgreSQL, PostgREST, the durable runner, the sandbox and the API …');
  const seconds = () => (performance.now() / 1000).toFixed(1);
  onExit(() => console.log(`\nEND    Everything is stopped. It took ${seconds()} s. Next: npm run dev`));
  const stack = await stopOnExit(onExit, startStack({ apiPort: 0, inngestPort: 0, supabasePort: 0, dataDir }));
  for (const { name, mode } of stack.parts) console.log(`       ${name.padEnd(22)}${mode}`);
  const call = client(stack.facts.apiUrl, stack.facts.demoToken ?? '');
  // A sandbox takes a moment to start: its program runs while the rest is shown.
  const ran = runProgram(call);
  await showGoal(call);
  await showWords(call);
  await showMemory(call);
  await showProgram(ran);
}

type Call = <T>(
  schema: z.ZodType<T>,
  method: 'GET' | 'POST',
  path: string,
  /** Sent as JSON, or a file as it is. */
  body?: object | File,
  clientId?: string,
) => Promise<T>;

function client(baseUrl: string, token: string): Call {
  return async (schema, method, path, body, clientId) => {
    const isFile = body instanceof File;
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body && !isFile ? { 'Content-Type': 'application/json' } : {}),
        ...(clientId ? { 'X-Client-Id': clientId } : {}),
      },
      ...(body ? { body: isFile ? body : JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(30_000),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${JSON.stringify(answer)}`);
    return schema.parse(answer);
  };
}

/** Weeks of the plan that are shown whole. */
const weeksShown = 2;

async function showGoal(call: Call): Promise<void> {
  const input = { title: 'Get fit for my wedding', description: 'Lose 15 lbs and improve stamina over 12 weeks' };
  console.log(`\nGOAL   ${input.title}: ${input.description}`);
  const { id } = await call(Goal, 'POST', '/goals', input);
  const goal = await until(
    'planning',
    () => call(Goal, 'GET', `/goals/${id}`),
    (known) => !['pending', 'planning'].includes(known.plan_status),
  );
  const plan = goal.plan_json;
  if (!plan) throw new Error(`The goal has no plan: ${goal.plan_error}`);
  const origin =
    plan.source === 'llm'
      ? `by the model ${plan.model}`
      : `from the playbook “${plan.playbook}” (no model is configured)`;
  console.log(`PLAN   ${plan.weeks.length} weeks, ${plan.start_date} to ${plan.end_date}, made ${origin}`);
  console.log(`       ${plan.summary}`);
  for (const note of plan.notes) console.log(`NOTE   ${note}`);
  for (const week of plan.weeks.slice(0, weeksShown)) {
    console.log(`WEEK   ${week.week}, from ${week.starts_on}: ${week.milestone.title}`);
    console.log(`       reached when: ${week.milestone.success_criterion}`);
    for (const { date, start_time, duration_minutes, title } of week.tasks) {
      console.log(`       ${date} ${start_time ?? '     '} ${String(duration_minutes).padStart(3)} min  ${title}`);
    }
  }
  const last = plan.weeks.at(-1);
  console.log(`       … and so on to week ${last?.week}: ${last?.milestone.success_criterion}`);
  const passed = plan.checks.filter((check) => check.ok).length;
  console.log(`CHECK  ${passed} of ${plan.checks.length} rules for plans hold`);
}

async function showWords(call: Call): Promise<void> {
  console.log('\nWORDS  said in the chat; without a model, rules choose what to do');
  for (const said of [
    'add call the florist tomorrow at 6 pm',
    "what's on tomorrow?",
    'move the florist to 7 pm',
    '15% of 240',
  ]) {
    await say(call, said);
  }
}

async function showMemory(call: Call): Promise<void> {
  console.log('\nMEMORY what the assistant keeps of a person, and puts right');
  for (const said of [
    "remember that my sister's name is Anna",
    "my sister's name is Ana, not Anna",
    'what do you know about me?',
  ]) {
    await say(call, said);
  }
}

async function say(call: Call, said: string): Promise<void> {
  const { lastResponse } = await talk(call, 'demo', said);
  console.log(`YOU    ${said}\nFLUX   ${lastResponse?.message.replaceAll('\n', '\n       ')}`);
}

/** Adds the file to a conversation and has a program add it up there. */
async function runProgram(call: Call): Promise<[ChatFile, ChatResponse]> {
  const file = new File([spending], fileName, { type: 'text/csv' });
  const added = await call(ChatFile, 'POST', `/api/chat/spending/files?name=${fileName}`, file);
  return [added, await talk(call, 'spending', `Add this up:\n\`\`\`python\n${program}\n\`\`\``)];
}

async function showProgram(ran: ReturnType<typeof runProgram>): Promise<void> {
  const [{ name, mime, bytes }, { execution }] = await ran;
  console.log(`\nFILE   ${name}, a month's spending, is added to a conversation (${mime}, ${bytes} bytes)`);
  console.log(spending.replace(/^/gm, '       '));
  console.log(`CODE   a message with a program, which reads the file in the sandbox (${execution?.duration_ms} ms)`);
  console.log(program.replace(/^/gm, '       '));
  console.log(`OUTPUT ${execution?.stdout.trim()}`);
}

/** Says something in a conversation and waits for the answer. */
async function talk(call: Call, clientId: string, message: string): Promise<ChatResponse> {
  await call(ChatAcknowledgement, 'POST', '/api/chat', { message }, clientId);
  const response = await until(
    'answering',
    () => call(ChatResponse, 'GET', `/api/chat/response/${clientId}`),
    (known) => known.status !== 'queued' && known.status !== 'running',
  );
  if (response.status !== 'done')
    throw new Error(`A message ended as ${response.status}: ${response.lastResponse?.message}`);
  return response;
}

/** Asks again until it is done; on a terminal a line says what takes long. */
async function until<T>(doing: string, ask: () => Promise<T>, done: (value: T) => boolean): Promise<T> {
  const started = performance.now();
  for (let asked = 1; asked <= 2400; asked += 1) {
    const value = await ask();
    if (done(value)) {
      if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
      return value;
    }
    const line = `${doing} … ${((performance.now() - started) / 1000).toFixed(0)} s`;
    if (process.stdout.isTTY && asked > 3) process.stdout.write(`\r${line}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Still ${doing} after two minutes.`);
}

await runCommand({ help }, main);
