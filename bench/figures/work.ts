import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { commitPlan, proposePlan } from '../../lib/goals/planning.ts';
import { runPython } from '../../lib/sandbox/run-python.ts';
import { killSandbox, openSandbox } from '../../lib/sandbox/sandboxes.ts';
import type { Environment, Site } from '../environment.ts';
import { median } from '../measure.ts';
import { formatMs, info, type ReportLine } from '../report.ts';
import { chatCall, startWorkHarness, type Work, type WorkHarness } from '../work-harness.ts';

const runs = 9;

/** Measures a request until its work is done (a goal until its plan, a message until its answer), and what each uses. */
export async function work(environment: Environment, site: Site): Promise<ReportLine[]> {
  const harness = await startWorkHarness(environment, site);
  try {
    return [...(await goals(harness, site)), ...(await messages(harness, site))];
  } finally {
    await harness.stop();
  }
}

async function goals(harness: WorkHarness, site: Site): Promise<ReportLine[]> {
  const runner = await harness.startWith('plain');
  const works: Work[] = [];
  const alone: number[] = [];
  // The planner by itself talks to the database as the durable functions do.
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, SUPABASE_SECRET_KEY } = site.env;
  Object.assign(process.env, { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, SUPABASE_SECRET_KEY });
  for (let run = 0; run <= runs; run += 1) {
    const person = await site.signUp();
    const body = JSON.stringify({ title: 'Run a half marathon in 12 weeks' });
    const call = { method: 'POST', path: '/goals', headers: person.headers, body };
    const made = await harness.carryOut(runner, harness.hosts.plain.url, call, async (answer) => {
      const { id }: { id: string } = JSON.parse(answer);
      const [goal] = await site.project.query<{ plan_status: string }>(
        'select plan_status from public.goals where id = $1',
        [id],
      );
      if (goal?.plan_status === 'failed') throw new Error('A goal could not be planned.');
      return goal?.plan_status === 'ready';
    });
    const baseline = await planAlone(site);
    if (run > 0) {
      works.push(made);
      alone.push(baseline);
    }
  }
  await runner.stop();
  const done = median(works.map(({ doneMs }) => doneMs));
  const acknowledged = median(works.map(({ acknowledgedMs }) => acknowledgedMs));
  const planner = median(alone);
  const parts = `acknowledged ${formatMs(acknowledged)}, planner and its queries ${formatMs(planner)}, the rest ${formatMs(done - acknowledged - planner)}`;
  return [
    info('a goal, POST to plan ready', formatMs(done), parts),
    used('a goal (no model)', works),
    await intents(harness, site),
  ];
}

/** Measures the planner's computation and its database calls, without anything around them. */
async function planAlone(site: Site): Promise<number> {
  const person = await site.signUp();
  const [goal] = await site.project.query<{ id: string; plan_request_id: string }>(
    `insert into public.goals (user_id, title) values ($1, 'Run a half marathon in 12 weeks') returning id, plan_request_id`,
    [person.id],
  );
  const request = { goalId: goal?.id ?? '', requestId: goal?.plan_request_id ?? '' };
  const started = performance.now();
  const proposal = await proposePlan(request, 'bench', null, true);
  const { outcome } = await commitPlan(request, 'bench', proposal);
  if (outcome !== 'saved') throw new Error(`The planner by itself ended with ${outcome}.`);
  return performance.now() - started;
}

async function intents(harness: WorkHarness, site: Site): Promise<ReportLine> {
  const person = await site.signUp();
  const sessionId = `sess_${randomUUID().replaceAll('-', '').slice(0, 26)}`;
  await site.project.query('insert into public.voice_sessions (id, user_id) values ($1, $2)', [sessionId, person.id]);
  const runner = await harness.startWith('plain');
  const input = { title: 'Call Ana', when: 'tomorrow at 9' };
  const body = JSON.stringify({
    function_call_id: randomUUID(),
    function_name: 'create_task',
    input,
    session_id: sessionId,
  });
  const call = { method: 'POST', path: '/api/v1/voice/intents', headers: person.headers, body };
  const made = await harness.carryOut(runner, harness.hosts.plain.url, call, async () => true);
  await runner.stop();
  return used('a voice intent', [made]);
}

async function messages(harness: WorkHarness, site: Site): Promise<ReportLine[]> {
  const runner = await harness.startWith('withModel');
  const works: Record<'plain' | 'code', Work[]> = { plain: [], code: [] };
  const alone: number[] = [];
  Object.assign(process.env, harness.sandboxEnv);
  const person = await site.signUp();
  const box = await openSandbox({ metadata: {} });
  for (let run = 0; run <= runs; run += 1) {
    for (const kind of ['plain', 'code'] as const) {
      const call = chatCall(person, `${kind}-1`, kind === 'code' ? 'What is 2**10?' : 'Hello');
      const made = await harness.carryOut(runner, harness.hosts.withModel.url, call, async (answer) => {
        const { messageId }: { messageId: string } = JSON.parse(answer);
        const [message] = await site.project.query<{ status: string; response: string }>(
          `select status, response from public.chat_messages where id = $1 and status in ('done', 'failed')`,
          [messageId],
        );
        if (message?.status === 'failed') throw new Error(`A message failed: ${message.response}`);
        return message !== undefined;
      });
      if (run > 0 || kind === 'code') works[kind].push(made);
    }
    const started = performance.now();
    const { sandbox } = await openSandbox({ sandboxId: box.sandboxId, metadata: {} });
    await runPython(sandbox, 'print(2**10)');
    if (run > 0) alone.push(performance.now() - started);
  }
  await killSandbox(box.sandboxId);
  await runner.stop();
  const [first, ...later] = works.code;
  const [done, acknowledged] = [
    median(later.map(({ doneMs }) => doneMs)),
    median(later.map(({ acknowledgedMs }) => acknowledgedMs)),
  ];
  const baseline = median(alone);
  const parts = `acknowledged ${formatMs(acknowledged)}, the sandbox run alone ${formatMs(baseline)}, the rest ${formatMs(done - acknowledged - baseline)}`;
  return [
    info('a code message, POST to answer', formatMs(done), parts),
    info('a message without code, POST to answer', formatMs(median(works.plain.map(({ doneMs }) => doneMs)))),
    used('a message without code', works.plain),
    used('a message with code, the first', first ? [first] : []),
    used('a message with code, later ones', later),
  ];
}

/** Measures what a use costs in calls of others. */
function used(name: string, works: Work[]): ReportLine {
  const typical = (pick: (work: Work) => number) => median(works.map(pick));
  const calls = [
    `${typical((work) => work.inngestSteps)} Inngest executions`,
    `${typical((work) => work.databaseCalls)} database calls`,
    `${typical((work) => work.modelCalls)} model calls`,
    `${typical((work) => work.sandboxes)} new sandboxes`,
  ];
  return info(`uses of ${name}`, '', calls.join(', '));
}
