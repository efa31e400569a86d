import { addDays, type Day, daysBetween, todayIn, weekdayOf } from '../lib/days.ts';
import { commitPlan } from '../lib/goals/planning.ts';
import { reviewGoal } from '../lib/goals/review.ts';
import { oweReviews } from '../lib/goals/review-store.ts';
import type { Goal } from '../lib/goals/schema.ts';
import { wallClockAt } from '../lib/time.ts';
import type { Project } from '../local/supabase/serve.ts';
import { letDaysPass } from './days-pass.ts';
import type { Kind, LivedTask } from './lives-people.ts';
import { remindOfAWeek } from './lives-reminders.ts';
import { makeBrowser, type PushService } from './push-service.ts';

type Caller = {
  id: string;
  get<T>(path: string): Promise<{ status: number; body: T }>;
  post<T>(path: string, body: unknown): Promise<{ status: number; body: T }>;
  patch<T>(path: string, body: unknown): Promise<{ status: number; body: T }>;
};
/** The stack that people live on: its database, its API, and where its messages are pushed to. */
export type World = { query: Project['query']; signUp(): Promise<Caller>; push: PushService };

/** The result of a week. `due` counts reminders that had to come, `sent` those that came. */
export type LivedWeek = {
  week: number;
  minutes: number;
  minutesDone: number;
  due: number;
  sent: number;
  onTrack: boolean;
  said: string[];
};
export type Life = { name: string; weeks: LivedWeek[]; problems: string[] };

type Row = {
  id: string;
  goal_id: string;
  date: Day;
  scheduled_at: Date | null;
  status: string;
  duration_minutes: number;
  planned_minutes: number;
  week: number;
};
export type Living = Life & {
  kind: Kind;
  caller: Caller;
  browser: ReturnType<typeof makeBrowser>;
  home: number;
  timezone: string;
  /** The last day of each goal, as if no day had gone by. */
  ends: Map<string, Day>;
  week: LivedWeek;
};

/** Plans and looks back ask for more of the same at most so often. */
const roundsMax = 10;
const badShare = 0.6;

/** Lets people of these kinds live for so many weeks, all at the same time, and says what became of it. */
export async function live(world: World, kinds: readonly Kind[], weeks: number): Promise<Life[]> {
  // Wherever they live a day has just begun, so that its hours lie ahead.
  const home = (24 - new Date().getUTCHours()) % 24;
  const people: Living[] = [];
  for (const kind of kinds) people.push(await begin(world, kind, home > 12 ? home - 24 : home));
  for (let week = 1; week <= weeks; week += 1) {
    await doWork(world);
    for (const person of people) await beginWeek(world, person, week);
    await remindOfAWeek(world, people);
    for (const person of people) {
      await doTasks(world, person, week);
      await judgeWeek(world, person);
    }
    for (const person of people) await shift(world, person);
    await oweReviews();
  }
  return people.map(({ name, weeks: lived, problems }) => ({ name, weeks: lived, problems }));
}

async function begin({ signUp, push }: World, kind: Kind, home: number): Promise<Living> {
  const caller = await signUp();
  const timezone = zoneAt(home);
  const browser = makeBrowser(push.origin);
  expectOk(await caller.patch('/account', { timezone, ...kind.account }));
  expectOk(await caller.post('/api/v1/notifications/subscriptions', browser.subscription));
  for (const goal of kind.goals) expectOk(await caller.post('/goals', goal));
  const known = { name: kind.name, weeks: [], problems: [], week: emptyWeek(0) };
  return { ...known, kind, caller, browser, home, timezone, ends: new Map() };
}

/** Stands in for the durable functions: looks back on weeks and makes the plans that are asked for. */
async function doWork({ query }: World): Promise<void> {
  for (let round = 0; round < roundsMax; round += 1) {
    const events = await query<{
      id: string;
      name: string;
      data: { goal_id: string; week: number; request_id: string };
    }>(`delete from private.outbox where name in ('goal/review.due', 'goal/plan.requested') returning id, name, data`);
    if (events.length === 0) return;
    for (const { name, data } of events) {
      if (name === 'goal/review.due') await reviewGoal({ goalId: data.goal_id, week: data.week });
      else await commitPlan({ goalId: data.goal_id, requestId: data.request_id }, 'lives', null);
    }
  }
  throw new Error(`Plans were still asked for after ${roundsMax} rounds`);
}

/** The morning of a week's first day: what was proposed, what the person says to it, what they answer, where they are. */
async function beginWeek(world: World, person: Living, week: number): Promise<void> {
  const { kind, caller, problems } = person;
  person.week = emptyWeek(week);
  const said = person.week.said;
  for (const goal of await goalsOf(person)) {
    if (goal.status !== 'active') continue;
    if (goal.plan_status !== 'ready') problems.push(`week ${week}: "${goal.title}" is ${goal.plan_status}`);
    if (week > 1) await expectProposal(world, person, goal, week);
    if (goal.proposal) said.push(`offered "${goal.proposal.summary}"`);
    if (goal.proposal && kind.accepts !== undefined) await decide(world, person, goal, kind.accepts);
    if (kind.answersInWeek === week && goal.questions.length > 0) {
      const answers = goal.questions.map(({ id, options }) => ({ id, text: options?.[0] ?? 'About in the middle' }));
      expectOk(await caller.post(`/goals/${goal.id}/answers`, { answers }));
      said.push(`answered ${answers.length} questions`);
    }
  }
  const journey = kind.travels?.find((each) => each.week === week);
  if (journey) {
    person.timezone = zoneAt(person.home + journey.hours);
    expectOk(await caller.patch('/account', { timezone: person.timezone }));
    said.push(`is in ${person.timezone}`);
  }
  await doWork(world);
  for (const goal of await goalsOf(person)) expectEnd(person, goal, week, false);
  await expectRoom(world, person, week);
}

/** A week that went badly is followed by a proposal at once. */
async function expectProposal({ query }: World, { problems }: Living, goal: Goal, week: number): Promise<void> {
  const number = goal.plan_json ? daysBetween(goal.plan_json.start_date, todayOf(goal)) / 7 : 0;
  const rows = await query<Row>(
    "select status, planned_minutes from public.tasks where goal_id = $1 and week = $2 and status <> 'cancelled'",
    [goal.id, number],
  );
  const all = sum(rows.map(({ planned_minutes }) => planned_minutes));
  const done = sum(rows.filter(({ status }) => status === 'done').map(({ planned_minutes }) => planned_minutes));
  if (all > 0 && done < badShare * all && !goal.proposal)
    problems.push(`week ${week - 1}: ${done} of ${all} minutes of "${goal.title}" were done, and nothing was offered`);
}

async function decide(world: World, person: Living, goal: Goal, accept: boolean): Promise<void> {
  const before = await minutesAhead(world, person, goal.id);
  expectOk(await person.caller.post(`/goals/${goal.id}/proposal`, { accept }));
  await doWork(world);
  const after = await minutesAhead(world, person, goal.id);
  const summary = goal.proposal?.summary ?? '';
  person.week.said.push(accept ? `took it: ${before} to ${after} min` : 'left it');
  if (accept && summary.startsWith('A lighter plan') && after >= before)
    person.problems.push(`week ${person.week.week}: the lighter plan has ${after} minutes after ${before}`);
  if (!accept && after !== before)
    person.problems.push(`week ${person.week.week}: what was left changed ${before} minutes to ${after}`);
  const changed = (await goalsOf(person)).find(({ id }) => id === goal.id);
  if (changed && accept) expectEnd(person, changed, person.week.week, summary.includes('more time'));
}

/** The end of a goal stays where it was, unless more time was taken. */
function expectEnd({ ends, problems }: Living, { id, title, plan_json }: Goal, week: number, mayMove: boolean): void {
  if (!plan_json) return;
  const end = addDays(plan_json.end_date, 7 * (week - 1));
  const before = ends.get(id);
  if (before && before !== end && !mayMove) problems.push(`week ${week}: "${title}" ends ${end}, not ${before}`);
  ends.set(id, end);
}

/** No day that lies ahead holds more than the person has. */
async function expectRoom({ query }: World, { caller, problems }: Living, week: number): Promise<void> {
  const full = await query<{ day: Day; minutes: string }>(
    `select t.date::text as day, sum(t.duration_minutes) as minutes from public.tasks t join public.users u on u.id = t.user_id
     where t.user_id = $1 and t.status = 'pending' and t.date >= private.local_date(u.timezone)
     group by t.date, u.daily_minutes having sum(t.duration_minutes) > u.daily_minutes`,
    [caller.id],
  );
  for (const { day, minutes } of full) problems.push(`week ${week}: ${day} holds ${minutes} minutes`);
}

async function doTasks({ query }: World, person: Living, week: number): Promise<void> {
  const { kind, caller, timezone } = person;
  const today = todayIn(timezone, new Date());
  const days = kind.isEarly ? 10 : 7;
  const tasks = (await rowsOf({ query }, caller.id)).filter(({ date }) => date >= today && date < addDays(today, days));
  for (const { id, date, scheduled_at, duration_minutes } of tasks.filter(({ status }) => status === 'pending')) {
    const time = scheduled_at ? wallClockAt(scheduled_at, timezone).time : '12:00';
    const lived: LivedTask = { id, date, weekday: weekdayOf(date), time, minutes: duration_minutes };
    if (!kind.does(lived, week)) continue;
    expectOk(await caller.patch(`/tasks/${id}`, { status: 'done' }));
    await query('update public.tasks set completed_at = ($2::date + $3::time) at time zone $4 where id = $1', [
      id,
      date < addDays(today, 7) ? date : addDays(today, 6),
      kind.ticksAt ?? time,
      timezone,
    ]);
  }
}

async function judgeWeek(world: World, person: Living): Promise<void> {
  const today = todayIn(person.timezone, new Date());
  const rows = (await rowsOf(world, person.caller.id)).filter(({ date }) => date >= today && date < addDays(today, 7));
  const goals = await goalsOf(person);
  Object.assign(person.week, {
    minutes: sum(rows.map(({ duration_minutes }) => duration_minutes)),
    minutesDone: sum(rows.filter(({ status }) => status === 'done').map(({ duration_minutes }) => duration_minutes)),
    onTrack: goals.every(({ progress }) => progress.on_track),
  });
  person.weeks.push(person.week);
}

async function shift(world: World, { caller }: Living): Promise<void> {
  const goals = await world.query<{ id: string }>('select id from public.goals where user_id = $1', [caller.id]);
  for (const { id } of goals) await letDaysPass({ supabase: world }, id, 7);
  // Rows of a week ago are pruned, as the sweep does.
  await world.query('delete from private.reminders where user_id = $1 and scheduled_at < now()', [caller.id]);
  await world.query(
    `update private.reminders set scheduled_at = scheduled_at - interval '7 days', remind_at = remind_at - interval '7 days',
       task_id = case when kind = 'brief' then user_id || '@' || (split_part(task_id, '@', 2)::date - 7) else task_id end
     where user_id = $1`,
    [caller.id],
  );
}

async function goalsOf({ caller }: Living): Promise<Goal[]> {
  return (await caller.get<Goal[]>('/goals')).body;
}

function rowsOf({ query }: Pick<World, 'query'>, userId: string): Promise<Row[]> {
  return query<Row>(
    'select id, goal_id, date::text, scheduled_at, status, duration_minutes, planned_minutes, week from public.tasks where user_id = $1 order by date, scheduled_at, id',
    [userId],
  );
}

/** Returns the pending minutes of a goal in the coming seven days. */
async function minutesAhead(world: World, { caller, timezone }: Living, goalId: string): Promise<number> {
  const today = todayIn(timezone, new Date());
  const rows = (await rowsOf(world, caller.id)).filter(
    ({ goal_id, date, status }) =>
      goal_id === goalId && status === 'pending' && date >= today && date < addDays(today, 7),
  );
  return sum(rows.map(({ duration_minutes }) => duration_minutes));
}

function todayOf({ plan_json }: Goal): Day {
  return todayIn(plan_json?.timezone ?? 'UTC', new Date());
}

/** Returns a zone so many hours east of Greenwich; the names of these have the sign the other way round. */
function zoneAt(hours: number): string {
  return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

function emptyWeek(week: number): LivedWeek {
  return { week, minutes: 0, minutesDone: 0, due: 0, sent: 0, onTrack: true, said: [] };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function expectOk({ status, body }: { status: number; body: unknown }): void {
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
}
