import type { z } from 'zod';
import { letDaysPass } from '../../harness/days-pass.ts';
import { commitPlan } from '../../lib/goals/planning.ts';
import type { Goal } from '../../lib/goals/schema.ts';
import type { Person, TestStack } from './stack.ts';
import { until } from './stack.ts';

export { letDaysPass };

/** A goal as the API sends it. */
export type GoalBody = z.input<typeof Goal>;
export type TaskRow = {
  id: string;
  title: string;
  status: string;
  date: string;
  week: number;
  duration_minutes: number;
};

/** The request that a goal's plan has to answer now. */
export async function requestOf(stack: TestStack, goalId: string): Promise<{ goalId: string; requestId: string }> {
  const [goal] = await stack.supabase.query<{ plan_request_id: string }>(
    'select plan_request_id from public.goals where id = $1',
    [goalId],
  );
  return { goalId, requestId: goal?.plan_request_id ?? '' };
}

/** Plans a goal by the template, here and now, without the runner. */
export async function planNow(stack: TestStack, goalId: string) {
  return commitPlan(await requestOf(stack, goalId), 'test', null);
}

/** States a goal and plans it. */
export async function plannedGoal(stack: TestStack, person: Person, goal: object): Promise<GoalBody> {
  const { body } = await person.post<GoalBody>('/goals', goal);
  await planNow(stack, body.id);
  return (await person.get<GoalBody>(`/goals/${body.id}`)).body;
}

/** Waits until a goal's planning has ended. */
export async function untilPlanned(person: Person, id: string): Promise<GoalBody> {
  const answer = await until(
    () => person.get<GoalBody>(`/goals/${id}`),
    ({ body }) => body.plan_status === 'ready' || body.plan_status === 'failed',
  );
  return answer.body;
}

export async function tasksOf(stack: TestStack, goalId: string): Promise<TaskRow[]> {
  return stack.supabase.query<TaskRow>(
    'select id, title, status, date::text, week, duration_minutes from public.tasks where goal_id = $1 order by date, id',
    [goalId],
  );
}

/** Gives tasks a status, as a person ticks them off. */
export async function markTasks(person: Person, tasks: { id: string }[], status: string): Promise<void> {
  const answers = await Promise.all(tasks.map(({ id }) => person.patch(`/tasks/${id}`, { status })));
  for (const answer of answers) if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

/** The events that a goal's planning owes or has sent. */
export async function planEvents(stack: TestStack, goalId: string): Promise<{ request_id: string }[]> {
  const rows = await stack.supabase.query<{ data: { request_id: string } }>(
    "select data from private.outbox where data ->> 'goal_id' = $1 order by created_at",
    [goalId],
  );
  return rows.map(({ data }) => data);
}

/** Returns a goal as it is now. */
export const goalOf = async (person: Person, { id }: { id: string }) =>
  (await person.get<GoalBody>(`/goals/${id}`)).body;

/** A goal whose plan has eight weeks. */
export const eightWeeks = { title: 'Run 10 km', description: 'In 8 weeks, I can run 3 km now' };

/** Makes a person with a goal of eight weeks of which a week has gone by, its tasks done to a share. @returns the tasks of that week too */
export async function afterAWeek(stack: TestStack, share: number) {
  const person = await stack.signUp();
  const goal = await plannedGoal(stack, person, eightWeeks);
  await letDaysPass(stack, goal.id, 7);
  const week = (await tasksOf(stack, goal.id)).filter((task) => task.week === 1);
  const minutes = week.reduce((sum, task) => sum + task.duration_minutes, 0);
  let done = 0;
  const finished = week.filter((task) => {
    const fits = done + task.duration_minutes <= share * minutes;
    if (fits) done += task.duration_minutes;
    return fits;
  });
  await markTasks(person, finished, 'done');
  return { person, goal, week };
}
