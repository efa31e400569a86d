import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRunner } from '../../local/inngest/runner.ts';
import { type GoalBody, untilPlanned } from '../support/planning.ts';
import { startTestStack, type TestStack, times } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ runner: true });
});
afterAll(() => stack.stop());

test.each([
  ['Get fit for my wedding', 'Lose 15 lbs and improve stamina over 12 weeks', 12],
  ['Learn Machine Learning', 'Complete a structured 8-week ML curriculum', 8],
])(
  '%s / %s gets a plan of %i weeks with dated tasks, by the template, and says so',
  async (title, description, weeks) => {
    const person = await stack.signUp();
    const { body } = await person.post<GoalBody>('/goals', { title, description });
    const goal = await untilPlanned(person, body.id);
    const plan = goal.plan_json;
    expect(plan).toMatchObject({ version: 1, source: 'template', model: null, timezone: 'UTC' });
    expect(plan?.weeks.map((week) => week.week)).toEqual(times(weeks, (n) => n + 1));
    expect(plan?.checks.filter((check) => !check.ok)).toEqual([]);
    expect(Date.parse(plan?.end_date ?? '') - Date.parse(plan?.start_date ?? '')).toBe((weeks * 7 - 1) * 86_400_000);
    const tasks = await stack.supabase.query(
      'select id, title, date::text, week from public.tasks where goal_id = $1 order by date, id',
      [goal.id],
    );
    const expected = plan?.weeks.flatMap(({ week, tasks }) =>
      tasks.map(({ id, title, date }) => ({ id, title, date, week })),
    );
    expect(tasks).toEqual(expected?.toSorted((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id)));
    expect(goal.progress).toMatchObject({ done: 0, total: tasks.length, current_week: 1, on_track: true });
  },
);

test('days that are full already end the goal as failed, in words that say what is missing', async () => {
  const person = await stack.signUp();
  // Tomorrow's weekday is the only one for tasks: whatever time it is now, all of it lies ahead.
  const tomorrow = (new Date().getUTCDay() + 1) % 7;
  const rest_days = [0, 1, 2, 3, 4, 5, 6].filter((day) => day !== tomorrow);
  await person.patch('/account', { daily_minutes: 10, rest_days });
  const goals: GoalBody[] = [];
  for (const title of ['Read more', 'Cook more', 'Walk more', 'Draw more']) {
    const { body } = await person.post<GoalBody>('/goals', { title });
    goals.push(await untilPlanned(person, body.id));
  }
  const failed = goals.filter((goal) => goal.plan_status === 'failed');
  expect(failed.length).toBeGreaterThan(0);
  expect(failed[0]?.plan_error).toMatch(/minutes? a day (is|are) missing/);
  expect(failed[0]?.plan_json).toBeNull();
});

test('the same event delivered twice leaves one plan and one set of tasks', async () => {
  const person = await stack.signUp();
  const { body } = await person.post<GoalBody>('/goals', { title: 'Learn to draw' });
  const first = await untilPlanned(person, body.id);
  const [event] = await stack.supabase.query<{ data: object }>('select data from private.outbox where user_id = $1', [
    person.id,
  ]);
  const before = await stack.supabase.query('select * from public.tasks where goal_id = $1 order by id', [body.id]);
  await fetch(`${stack.runner?.url}/e/key`, {
    method: 'POST',
    body: JSON.stringify({ id: crypto.randomUUID(), name: 'goal/plan.requested', data: event?.data }),
  });
  await stack.runner?.idle();
  expect((await person.get<GoalBody>(`/goals/${body.id}`)).body).toEqual(first);
  expect(await stack.supabase.query('select * from public.tasks where goal_id = $1 order by id', [body.id])).toEqual(
    before,
  );
});

test('while Inngest is down every request succeeds, and once it is back each goal gets one plan', async () => {
  const broken = await brokenInngest();
  const working = process.env.INNGEST_DEV;
  process.env.INNGEST_DEV = broken.url;
  const people = await Promise.all(times(20, () => stack.signUp()));
  const created = await Promise.all(
    people.flatMap((person) =>
      times(5, async (n) => ({ person, ...(await person.post<GoalBody>('/goals', { title: `Read book ${n}` })) })),
    ),
  );
  expect(created.map((answer) => answer.status)).toEqual(times(100, () => 201));
  await stack.api.idle();
  expect(broken.attempts()).toBeGreaterThan(0);
  await broken.stop();
  process.env.INNGEST_DEV = working;

  // It is back: its start runs the sweep, which sends what is owed.
  await stack.runner?.stop();
  const runner = await startRunner({
    port: 0,
    appUrl: `${stack.api.url}/api/inngest`,
    databaseUrl: stack.supabase.databaseUrl,
  });
  process.env.INNGEST_DEV = runner.url;
  stack.runner = runner;
  for (const { person, body } of created)
    expect((await untilPlanned(person, body.id)).plan_status).toMatch(/ready|failed/);
  const [{ runs, goals } = { runs: 0, goals: 0 }] = await stack.supabase.query<{ runs: number; goals: number }>(
    `select count(*)::integer as runs, count(distinct data ->> 'goal_id')::integer as goals
     from private.outbox where sent_at is not null and user_id = any ($1)`,
    [people.map((person) => person.id)],
  );
  expect({ runs, goals }).toEqual({ runs: 100, goals: 100 });
}, 120_000);

/** An Inngest that answers 500 to everything. */
async function brokenInngest() {
  let attempts = 0;
  const server: Server = createServer((_, response) => {
    attempts += 1;
    response.writeHead(500).end('down');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    attempts: () => attempts,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
