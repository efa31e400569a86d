import { addDays, isDay } from '../lib/days.ts';
import type { Project } from '../local/supabase/serve.ts';

/** Moves a goal, its plan and its tasks into the past, as if so many days had gone by. */
export async function letDaysPass(
  stack: { supabase: Pick<Project, 'query'> },
  goalId: string,
  days: number,
): Promise<void> {
  await stack.supabase.query(
    `update public.tasks
     set date = date - $2::integer,
       scheduled_at = scheduled_at - make_interval(days => $2), completed_at = completed_at - make_interval(days => $2)
     where goal_id = $1`,
    [goalId, days],
  );
  const [goal] = await stack.supabase.query<{ plan_json: object | null }>(
    'select plan_json from public.goals where id = $1',
    [goalId],
  );
  await stack.supabase.query(
    `update public.goals set start_date = start_date - $2::integer, target_date = target_date - $2::integer, plan_json = $3
     where id = $1`,
    [goalId, days, goal?.plan_json && JSON.stringify(earlier(goal.plan_json, days))],
  );
}

/** A plan with every day in it `days` earlier. */
function earlier(plan: object, days: number): unknown {
  return JSON.parse(JSON.stringify(plan), (_key, value) =>
    typeof value === 'string' && isDay(value) ? addDays(value, -days) : value,
  );
}
