-- Goals as the API shows them, with their progress, and their creation.

/*
 * A goal as the API shows it, with its progress as of the person's today. What was missed before the present plan was made
 * is no part of `total`.
 *
 * on_track compares minutes with the days that the plan gave them, so neither ticking off the small tasks nor moving the late
 * ones keeps it true: four fifths of what was due since the plan was made is done; what is done and what lies ahead are four
 * fifths of the whole work; the milestones of the last two weeks were not both missed; and the goal can be reached at all.
 */
create view public.goal_details with (security_invoker = true) as
select
  g.id, g.user_id, g.title, g.description, g.status, g.plan_status, g.plan_error, g.plan_json,
  g.start_date, g.target_date,
  jsonb_build_object(
    'done', t.done,
    'total', t.total,
    'minutes_done', t.minutes_done,
    'minutes_total', t.minutes_total,
    'current_week', case when p.days_past >= 0 then least(p.weeks_past + 1, p.weeks) end,
    'on_track', case when p.starts_on is null then g.plan_status in ('pending', 'planning')
      else p.reachable and t.due_done >= 0.8 * t.due and t.all_done + t.ahead >= 0.8 * coalesce(g.pledged_minutes, 0)
        and (t.last_done >= 0.8 * t.last_week or t.before_last_done >= 0.8 * t.before_last_week) end
  ) as progress,
  g.questions, g.proposal - 'change' as proposal, g.care - 'tier' as care,
  g.created_at, g.updated_at
from public.goals g
join public.users u on u.id = g.user_id
-- `offset 0` has both computed once a goal; without it they are computed for each of its tasks, the plan read each time.
cross join lateral (select private.local_date(u.timezone) as today offset 0) d
cross join lateral (
  select start.day as starts_on, d.today - start.day as days_past, (d.today - start.day) / 7 as weeks_past,
    jsonb_array_length(g.plan_json -> 'weeks') as weeks, coalesce((g.plan_json ->> 'reachable')::boolean, true) as reachable
  from (select (g.plan_json ->> 'start_date')::date as day) start offset 0) p
cross join lateral (
  select
    count(*) filter (where counts) as total,
    count(*) filter (where status = 'done') as done,
    coalesce(sum(duration_minutes) filter (where counts), 0) as minutes_total,
    coalesce(sum(duration_minutes) filter (where status = 'done'), 0) as minutes_done,
    coalesce(sum(planned_minutes) filter (where of_plan and planned_day < p.days_past), 0) as due,
    coalesce(sum(planned_minutes) filter (where of_plan and status = 'done'), 0) as due_done,
    coalesce(sum(planned_minutes) filter (where status = 'done'), 0) as all_done,
    coalesce(sum(planned_minutes) filter (where status = 'pending' and date >= d.today), 0) as ahead,
    coalesce(sum(planned_minutes) filter (where of_plan and week = p.weeks_past), 0) as last_week,
    coalesce(sum(planned_minutes) filter (where of_plan and week = p.weeks_past and status = 'done'), 0) as last_done,
    coalesce(sum(planned_minutes) filter (where of_plan and week = p.weeks_past - 1), 0) as before_last_week,
    coalesce(sum(planned_minutes) filter (where of_plan and week = p.weeks_past - 1 and status = 'done'), 0) as before_last_done
  from (
    select status, date, week, duration_minutes, planned_day, planned_minutes,
      not (status = 'missed' and coalesce(planned_day < g.planned_day, false)) as counts, planned_day >= g.planned_day as of_plan
    from public.tasks
    where goal_id = g.id and user_id = g.user_id and status <> 'cancelled' and recurrence_rule is null) task
) t;

revoke all on public.goal_details from public, anon, authenticated;
grant select on public.goal_details to authenticated, service_role;

/* Makes a goal for which nothing may be planned ready as it is: without a plan, and with words for its person. */
create function private.heed_care() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.care ->> 'tier' = 'nothing' then
    new.plan_status := 'ready';
    new.plan_error := null;
  end if;
  return new;
end $$;
create trigger heed_care before insert or update of care on public.goals for each row execute function private.heed_care();

/*
 * Owes the planning of a goal, if its plan is still to be made. Security definer: the outbox is nobody's; people owe it for
 * their own goals alone.
 */
create function private.owe_plan(p_goal_id uuid) returns void
language sql security definer set search_path = '' as $$
  insert into private.outbox (user_id, name, data)
    select user_id, 'goal/plan.requested',
      jsonb_build_object('goal_id', id, 'user_id', user_id, 'request_id', plan_request_id)
    from public.goals
    where id = p_goal_id and user_id = private.actor(user_id) and plan_status in ('pending', 'planning')
$$;
grant execute on function private.owe_plan(uuid) to authenticated, service_role;

/* The refusal of a target date that no plan of the caller's can have; null for others. */
create function private.target_refusal(p_target date) returns jsonb
language sql stable set search_path = '' as $$
  select private.refusal('target_out_of_range', 'target_date', jsonb_build_object('from', today, 'to', last))
  from (select private.local_date(timezone) as today from public.users where id = (select auth.uid())) person
  cross join lateral (select (today + interval '5 years')::date as last) ahead
  where p_target not between today and last
$$;
grant execute on function private.target_refusal(date) to authenticated;

/*
 * Creates a goal and owes its planning, in one transaction; none is owed where p_care allows nothing. See
 * private.begin_request for p_request and the outcomes; besides them private.target_refusal.
 */
create function public.create_goal(
  p_title text, p_description text default '', p_target_date date default null, p_request jsonb default '{}',
  p_care jsonb default null
) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb := coalesce(
    private.target_refusal(p_target_date), private.begin_request('create_goal', 'goals', p_request));
  v_id uuid;
begin
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  insert into public.goals (title, description, target_date, care)
    values (p_title, coalesce(p_description, ''), p_target_date, p_care) returning id into v_id;
  perform private.owe_plan(v_id);
  return private.finish_request('create_goal', p_request, v_opened,
    (select to_jsonb(d) from public.goal_details d where d.id = v_id));
end $$;
grant execute on function public.create_goal(text, text, date, jsonb, jsonb) to authenticated;
