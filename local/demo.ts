import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { ChatAcknowledgement, ChatResponse } from '../lib/chat/schema.ts';
import { Goal } from '../lib/goals/schema.ts';
import { type AtEnd, type Called, runCommand } from './command.ts';
import { startStack } from './stack.ts';

const help = `npm run demo

Shows the main job on this machine, from a goal to its plan and from a message to its answer, and stops everything again.`;

const program = `import math
for n in (5, 10, 20):
    print(f"{n}! = {math.factorial(n)}")
math.factorial(20) // math.factorial(18)`;

/** `npm run demo`: the main job on real input, from a goal to its plan and from a message to its answer, and an end. */
async function main(_: Called, atEnd: AtEnd): Promise<void> {
  // The demo is about this machine: nothing hosted, and no log lines between its own.
  process.env.LOG_LEVEL ??= 'error';
  for (const name of Object.keys(process.env)) if (/^(SUPABASE|INNGEST|E2B)_/.test(name)) delete process.env[name];
  const dataDir = await mkdtemp(join(tmpdir(), 'flux-demo-'));
  atEnd(() => rm(dataDir, { recursive: true, force: true }));
  console.log('Starting PostgreSQL, PostgREST, the durable runner, the sandbox and the API …');
  const stack = await startStack({ apiPort: 0, inngestPort: 0, supabasePort: 0, dataDir });
  atEnd(() => console.log('\nEverything is stopped. Next: npm run dev'));
  atEnd(stack.stop);
  for (const { name, mode } of stack.parts) console.log(`  ${name.padEnd(22)}${mode}`);
  const call = client(stack.facts.apiUrl, stack.facts.demoToken ?? '');
  await showGoal(call);
  await showChat(call);
}

type Call = <T>(schema: z.ZodType<T>, method: 'GET' | 'POST', path: string, body?: object) => Promise<T>;

function client(baseUrl: string, token: string): Call {
  return async (schema, method, path, body) => {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(30_000),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${JSON.stringify(answer)}`);
    return schema.parse(answer);
  };
}

async function showGoal(call: Call): Promise<void> {
  const input = { title: 'Get fit for my wedding', description: 'Lose 15 lbs and improve stamina over 12 weeks' };
  console.log(`\nGOAL  ${input.title} / ${input.description}`);
  const { id } = await call(Goal, 'POST', '/goals', input);
  const goal = await until(
    'planning',
    () => call(Goal, 'GET', `/goals/${id}`),
    (known) => !['pending', 'planning'].includes(known.plan_status),
  );
  const plan = goal.plan_json;
  if (!plan) throw new Error(`The goal has no plan: ${goal.plan_error}`);
  const planner = plan.source === 'llm' ? `the model ${plan.model}` : 'the template planner (no model is configured)';
  console.log(`PLAN  ${plan.weeks.length} weeks, ${plan.start_date} to ${plan.end_date}, made by ${planner}`);
  console.log(`      ${plan.summary}`);
  for (const week of plan.weeks) {
    console.log(`\n  Week ${week.week}, from ${week.starts_on}: ${week.milestone.title}`);
    console.log(`    reached when: ${week.milestone.success_criterion}`);
    for (const task of week.tasks)
      console.log(`    ${task.date}  ${String(task.duration_minutes).padStart(3)} min  ${task.title}`);
  }
  const passed = plan.checks.filter((check) => check.ok).length;
  console.log(`\n      ${passed} of ${plan.checks.length} checks passed`);
}

async function showChat(call: Call): Promise<void> {
  console.log(`\nCHAT  Run this:\n${program.replace(/^/gm, '      ')}`);
  const message = `Run this:\n\`\`\`python\n${program}\n\`\`\``;
  const { clientId } = await call(ChatAcknowledgement, 'POST', '/api/chat', { message });
  const response = await until(
    'running',
    () => call(ChatResponse, 'GET', `/api/chat/response/${clientId}`),
    (known) => known.status !== 'queued' && known.status !== 'running',
  );
  if (response.status !== 'done')
    throw new Error(`The message ended as ${response.status}: ${response.lastResponse?.message}`);
  console.log(
    `OUTPUT (ran in ${response.execution?.duration_ms} ms)\n${response.execution?.stdout.replace(/^/gm, '      ')}`,
  );
  console.log(`ANSWER\n${response.lastResponse?.message.replace(/^/gm, '      ')}`);
}

/** Asks again until it is done, with a line of progress: one that moves on a terminal, one a second elsewhere. */
async function until<T>(doing: string, ask: () => Promise<T>, done: (value: T) => boolean): Promise<T> {
  const started = performance.now();
  for (let asked = 1; asked <= 600; asked += 1) {
    const value = await ask();
    if (done(value)) {
      if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
      return value;
    }
    const line = `${doing} … ${((performance.now() - started) / 1000).toFixed(0)} s`;
    if (process.stdout.isTTY) process.stdout.write(`\r${line}`);
    else if (asked % 5 === 1) console.log(line);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Still ${doing} after two minutes.`);
}

await runCommand({ help }, main);
