import type { z } from 'zod';
import { commitPlan } from '../../lib/goals/planning.ts';
import type { Goal } from '../../lib/goals/schema.ts';
import type { Person, TestStack } from './stack.ts';
import { until } from './stack.ts';

export { letDaysPass } from '../../harness/days-pass.ts';

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
