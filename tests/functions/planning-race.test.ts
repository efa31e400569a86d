import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Model, startModel } from '../../harness/model.ts';
import { WEEKDAYS } from '../../lib/goals/planner/schema.ts';
import { commitPlan, proposePlan } from '../../lib/goals/planning.ts';
import { startRunner } from '../../local/inngest/runner.ts';
import { type GoalBody, planNow, requestOf, tasksOf, untilPlanned } from '../support/planning.ts';
import { type Person, startTestStack, type TestStack, times, until } from '../support/stack.ts';

let stack: TestStack;
let model: Model;
beforeAll(async () => {
  stack = await startTestStack();
});
beforeEach(async () => {
  model = await startModel();
});
afterEach(() => model.stop());
afterAll(() => stack.stop());

/** The fullest day that a person's active goals make together, in minutes. */
async function fullestDay(person: Person): Promise<number> {
  const [row] = await stack.supabase.query<{ minutes: number }>(
    `select max(minutes)::integer as minutes from (
       select sum(t.duration_minutes) as minutes from public.tasks t join public.goals g on g.id = t.goal_id
       where t.user_id = $1 and g.status = 'active' group by t.date) days`,
    [person.id],
  );
  return row?.minutes ?? 0;
}

/** Returns a zone where the day has just begun: late in an evening nothing can be planned for today. */
function zoneInTheMorning(): string {
  const zones = [
    'Asia/Tokyo',
    'Asia/Kolkata',
    'Europe/Berlin',
    'America/New_York',
    'Pacific/Honolulu',
    'Pacific/Auckland',
  ];
  const hourIn = (timeZone: string) =>
    Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format());
  return zones.find((zone) => hourIn(zone) < 10) ?? 'Europe/Berlin';
}

/** One plan, and exactly its tasks. */
async function expectOnePlan(goal: GoalBody): Promise<void> {
  expect(goal.plan_status).toBe('ready');
  const planned = goal.plan_json?.weeks.flatMap(({ tasks }) => tasks.map(({ id }) => id)) ?? [];
  expect((await tasksOf(stack, goal.id)).map(({ id }) => id).sort()).toEqual(planned.sort());
}

/** Makes the draft of a model that heeds no other goal: a task of so many minutes on each of five days, for four weeks. */
function greedyDraft(minutes: number) {
  const tasks = WEEKDAYS.slice(0, 5).map((weekday) => {
    return { verb: 'Read', title: `Read on ${weekday}`, description: 'A chapter.', weekday, start_time: null, minutes };
  });
  const weeks = [1, 2, 3, 4].map((week) => {
    const milestone = { title: 'Read', metric: `${week} chapters`, success_criterion: `${week} chapters read.` };
    return { week, milestone, tasks };
  });
  const draft = { summary: 'A chapter a day.', weeks };
  return { content: JSON.stringify(draft) };
}

describe('goals that are planned at the same moment never exceed the minutes of a day together', () => {
  test('through the runner', async () => {
    const runner = await startRunner({
      port: 0,
      appUrl: `${stack.api.url}/api/inngest`,
      databaseUrl: stack.supabase.databaseUrl,
      retryFactor: 1 / 1000,
    });
    const outside = process.env.INNGEST_DEV;
    process.env.INNGEST_DEV = runner.url;
    try {
      const people = await Promise.all(times(4, () => stack.signUp()));
      await Promise.all(people.map((person) => person.patch('/account', { daily_minutes: 60 })));
      const goals = await Promise.all(
        people.flatMap((person) =>
          ['Run every day', 'Read every day', 'Draw every day'].map(async (title) => {
            const { body } = await person.post<GoalBody>('/goals', {
              title,
              description: 'for 40 minutes, over 4 weeks',
            });
            return untilPlanned(person, body.id);
          }),
        ),
      );
      // Two of forty minutes leave nothing for a third one, which says so.
      const failed = goals.filter(({ plan_status }) => plan_status === 'failed');
      expect(failed.length).toBeLessThanOrEqual(people.length);
      for (const { plan_error } of failed) expect(plan_error).toMatch(/minutes? a day (is|are) missing/);
      for (const person of people) expect(await fullestDay(person)).toBeLessThanOrEqual(60);
    } finally {
      await runner.stop();
      process.env.INNGEST_DEV = outside;
    }
  });

  test('and saved at the same moment, whatever a model made of them', async () => {
    const person = await stack.signUp();
    await person.patch('/account', { daily_minutes: 50, timezone: zoneInTheMorning() });
    const created = await Promise.all(
      times(2, () => person.post<GoalBody>('/goals', { title: 'Read', description: 'Over 4 weeks' })),
    );
    model.answer(() => greedyDraft(40));
    const requests = await Promise.all(created.map(({ body }) => requestOf(stack, body.id)));
    const proposals = await Promise.all(requests.map((request) => proposePlan(request, 'run', null, true)));
    expect(proposals.map((proposal) => proposal?.problems)).toEqual([[], []]);
    const outcomes = await Promise.all(
      requests.map((request, index) => commitPlan(request, 'run', proposals[index] ?? null)),
    );
    expect(outcomes).toEqual([{ outcome: 'saved' }, { outcome: 'saved' }]);
    expect(await fullestDay(person)).toBeLessThanOrEqual(50);
    const goals = await Promise.all(created.map(({ body }) => person.get<GoalBody>(`/goals/${body.id}`)));
    // The one that came second was sound by itself: on the record stands why it is not as the model wrote it.
    const attempts = goals.map(({ body }) => body.plan_json?.attempts.map(({ by, ok }) => `${by} ${ok}`).join());
    expect(attempts.sort()).toEqual(['llm false,repair true', 'llm true']);
  });
});

describe('a run that is done twice, or not to its end, leaves one plan and one set of tasks', () => {
  test('every step done twice', async () => {
    const person = await stack.signUp();
    const { body } = await person.post<GoalBody>('/goals', { title: 'Read', description: 'Over 4 weeks' });
    const request = await requestOf(stack, body.id);
    model.answer(() => greedyDraft(30));
    await proposePlan(request, 'run', null, true);
    const proposal = await proposePlan(request, 'run', null, true);
    expect(await commitPlan(request, 'run', proposal)).toEqual({ outcome: 'saved' });
    const goal = (await person.get<GoalBody>(`/goals/${body.id}`)).body;
    const rows = await stack.supabase.query('select * from public.tasks where goal_id = $1 order by id', [body.id]);
    expect(await commitPlan(request, 'run', proposal)).toEqual({ outcome: 'superseded' });
    expect(await commitPlan(request, 'another run', null)).toEqual({ outcome: 'superseded' });
    expect(await proposePlan(request, 'run', null, true)).toBeNull();
    expect((await person.get(`/goals/${body.id}`)).body).toEqual(goal);
    expect(await stack.supabase.query('select * from public.tasks where goal_id = $1 order by id', [body.id])).toEqual(
      rows,
    );
    await expectOnePlan(goal);
  });

  test('the last step done ten times at once', async () => {
    const person = await stack.signUp();
    const { body } = await person.post<GoalBody>('/goals', { title: 'Read', description: 'Over 4 weeks' });
    const request = await requestOf(stack, body.id);
    const outcomes = await Promise.all(times(10, () => commitPlan(request, 'run', null)));
    expect(outcomes.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    await expectOnePlan((await person.get<GoalBody>(`/goals/${body.id}`)).body);
  });

  test('a request that was overtaken by another one', async () => {
    const person = await stack.signUp();
    const { body } = await person.post<GoalBody>('/goals', { title: 'Read', description: 'Over 4 weeks' });
    const first = await requestOf(stack, body.id);
    await person.post(`/goals/${body.id}/plan`, { instructions: 'Novels' });
    expect(await commitPlan(first, 'run', null)).toEqual({ outcome: 'superseded' });
    expect(await planNow(stack, body.id)).toEqual({ outcome: 'saved' });
    await expectOnePlan((await person.get<GoalBody>(`/goals/${body.id}`)).body);
  });
});

describe('the runner is killed', () => {
  const script = path.join(import.meta.dirname, '../local/inngest-runner-process.ts');
  let port: number;
  let child: ChildProcess;
  const outside = process.env.INNGEST_DEV;

  async function start(): Promise<void> {
    const options = {
      port,
      appUrl: `${stack.api.url}/api/inngest`,
      databaseUrl: stack.supabase.databaseUrl,
      retryFactor: 1 / 1000,
    };
    child = spawn(process.execPath, [script, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'] });
    if (child.stdout) await once(child.stdout, 'data');
  }
  async function kill(): Promise<void> {
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  beforeAll(async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
    server.close();
    process.env.INNGEST_DEV = `http://127.0.0.1:${port}`;
  });
  beforeEach(start);
  afterEach(kill);
  afterAll(() => {
    process.env.INNGEST_DEV = outside;
  });

  /** Weeks that are too few, so that the model is asked to correct them. */
  const tooFew = { content: JSON.stringify({ summary: '', weeks: [], notes: [] }) };

  test.each([
    ['while the first draft is written', 0],
    ['while the first correction is written', 1],
    ['while the second correction is written', 2],
  ])('%s', async (_, killedAt) => {
    const person = await stack.signUp();
    const asked = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    model.answer(async (_request, n) => {
      if (n !== killedAt) return tooFew;
      asked.resolve();
      await released.promise;
      return tooFew;
    });
    const { body } = await person.post<GoalBody>('/goals', { title: 'Read', description: 'Over 4 weeks' });
    await asked.promise;
    await kill();
    await start();
    // The step that was cut off runs again while it still runs in the app.
    released.resolve();
    const goal = await untilPlanned(person, body.id);
    await expectOnePlan(goal);
    expect(goal.plan_json?.attempts.filter(({ by }) => by === 'llm')).toHaveLength(3);
  });

  test('while the plan is saved, which then is saved all the same', async () => {
    const person = await stack.signUp();
    model.answer(() => greedyDraft(30));
    const other = new pg.Client({ connectionString: stack.supabase.databaseUrl });
    await other.connect();
    await other.query('begin');
    await other.query('select from public.users where id = $1 for no key update', [person.id]);
    const { body } = await person.post<GoalBody>('/goals', { title: 'Read', description: 'Over 4 weeks' });
    await until(
      () => other.query('select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))'),
      ({ rowCount }) => rowCount !== 0,
    );
    await kill();
    await other.query('commit');
    await other.end();
    await start();
    await expectOnePlan(await untilPlanned(person, body.id));
    const running = () => stack.supabase.query("select from inngest_local.runs where status = 'Running'");
    await until(running, (runs) => runs.length === 0);
    await expectOnePlan(await untilPlanned(person, body.id));
  });
});

test('a plan that cannot be saved, however often it is tried, ends the goal in plain words', async () => {
  const runner = await startRunner({
    port: 0,
    appUrl: `${stack.api.url}/api/inngest`,
    databaseUrl: stack.supabase.databaseUrl,
    retryFactor: 1 / 1000,
  });
  const outside = process.env.INNGEST_DEV;
  process.env.INNGEST_DEV = runner.url;
  const signature = 'function public.save_plan(uuid, uuid, jsonb, jsonb, jsonb, jsonb)';
  await stack.supabase.query(`revoke execute on ${signature} from service_role`);
  try {
    const person = await stack.signUp();
    const { body } = await person.post<GoalBody>('/goals', { title: 'Read' });
    const goal = await untilPlanned(person, body.id);
    expect(goal).toMatchObject({
      plan_status: 'failed',
      plan_json: null,
      plan_error: expect.stringMatching(/^Planning failed/),
    });
    await stack.supabase.query(`grant execute on ${signature} to service_role`);
    await person.post(`/goals/${body.id}/plan`, {});
    await expectOnePlan(await untilPlanned(person, body.id));
  } finally {
    await stack.supabase.query(`grant execute on ${signature} to service_role`);
    await runner.stop();
    process.env.INNGEST_DEV = outside;
  }
});
