-- Goals, their tasks, and the planner's transactions.

create table public.goals (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references public.users (id) on delete cascade,
  title text not null check (char_length(title) between 1 and 200),
  description text not null default '' check (char_length(description) <= 5000),
  status text not null default 'active' check (status in ('active', 'completed', 'abandoned')),
  plan_status text not null default 'pending' check (plan_status in ('pending', 'planning', 'ready', 'failed')),
  plan_error text,
  plan_json jsonb,
  start_date date,
  target_date date check (target_date between '2000-01-01' and '2100-01-01'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- The request that the plan answers: an event that names another one is out of date.
  plan_request_id uuid not null default gen_random_uuid(),
  plan_run_id text,
  plan_restarts integer not null default 0,
  -- The person's wishes for the plan. They hold until they are replaced.
  plan_instructions text check (char_length(plan_instructions) <= 2000),
  unique (id, user_id)
);
create index goals_newest on public.goals (user_id, created_at desc, id desc);
create index goals_unplanned on public.goals (updated_at) where plan_status in ('pending', 'planning');

create table public.tasks (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references public.users (id) on delete cascade,
  goal_id uuid,
  title text not null check (char_length(title) between 1 and 200),
  description text not null default '' check (char_length(description) <= 5000),
  status text not null default 'pending' check (status in ('pending', 'done', 'missed', 'cancelled')),
  -- The day in the person's timezone, and the instant where a time of day was chosen.
  date date not null,
  scheduled_at timestamptz,
  duration_minutes integer not null check (duration_minutes between 1 and 1440),
  recurrence_rule text check (char_length(recurrence_rule) <= 500),
  week integer check (week between 1 and 27),
  completed_at timestamptz,
  created_at timestamptz not null default now(),
  -- Both columns: a task cannot hang on somebody else's goal.
  foreign key (goal_id, user_id) references public.goals (id, user_id) on delete cascade
);
create index tasks_by_day on public.tasks (user_id, date);
create index tasks_by_goal on public.tasks (goal_id, user_id);

alter table public.goals enable row level security;
alter table public.tasks enable row level security;
revoke all on table public.goals, public.tasks from public, anon, authenticated;
grant select, insert (title, description, target_date), delete on table public.goals to authenticated;
grant select on table public.tasks to authenticated;
grant all on table public.goals, public.tasks to service_role;

create trigger refuse_write before insert or update or delete on public.goals
  execute function private.refuse_write();
create trigger refuse_write before insert or update or delete on public.tasks
  execute function private.refuse_write();

create policy "people read their own goals" on public.goals
  for select to authenticated using (user_id = (select auth.uid()));
create policy "people add goals of their own" on public.goals
  for insert to authenticated with check (user_id = (select auth.uid()));
create policy "people delete their own goals" on public.goals
  for delete to authenticated using (user_id = (select auth.uid()));
create policy "people read their own tasks" on public.tasks
  for select to authenticated using (user_id = (select auth.uid()));

/*
 * A goal as the API shows it, with its progress as of the person's today. What was missed before the plan began is no part
 * of it, or planning again could never put anybody back on track.
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
    'current_week', case when d.today >= p.starts_on
      then least((d.today - p.starts_on) / 7 + 1, jsonb_array_length(g.plan_json -> 'weeks')) end,
    -- Four fifths of what was due since the plan began and before today is done.
    'on_track', t.due_done >= 0.8 * t.due
  ) as progress,
  g.created_at, g.updated_at
from public.goals g
join public.users u on u.id = g.user_id
-- `offset 0` has both computed once a goal; without it they are computed for each of its tasks, the plan read each time.
cross join lateral (select private.local_date(u.timezone) as today offset 0) d
cross join lateral (select (g.plan_json ->> 'start_date')::date as starts_on offset 0) p
cross join lateral (
  select
    count(*) as total,
    count(*) filter (where status = 'done') as done,
    coalesce(sum(duration_minutes), 0) as minutes_total,
    coalesce(sum(duration_minutes) filter (where status = 'done'), 0) as minutes_done,
    count(*) filter (where date >= p.starts_on and date < d.today) as due,
    count(*) filter (where date >= p.starts_on and date < d.today and status = 'done') as due_done
  from public.tasks
  where goal_id = g.id and user_id = g.user_id and status <> 'cancelled' and recurrence_rule is null
    and not (status = 'missed' and date < p.starts_on)
) t;

revoke all on public.goal_details from public, anon, authenticated;
grant select on public.goal_details to authenticated, service_role;

/*
 * Creates a goal and owes its planning, in one transaction. See private.begin_request for p_request and the outcomes;
 * besides them {outcome: "invalid", field, message} for a target date that no plan can have.
 */
create function public.create_goal(
  p_title text, p_description text default '', p_target_date date default null, p_request jsonb default '{}'
) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb;
  v_goal public.goals;
  v_today date := (select private.local_date(timezone) from public.users where id = (select auth.uid()));
begin
  -- A plan has 1 to 26 whole weeks, counting today.
  if p_target_date < v_today + 6 or p_target_date > v_today + 181 then
    return jsonb_build_object('outcome', 'invalid', 'field', 'target_date', 'message', format(
      'must be between %s and %s: a plan has 1 to 26 weeks from today, %s', v_today + 6, v_today + 181, v_today));
  end if;
  v_opened := private.begin_request('create_goal', 'goals', p_request);
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  insert into public.goals (title, description, target_date)
    values (p_title, coalesce(p_description, ''), p_target_date)
    returning * into v_goal;
  perform private.emit('goal/plan.requested', jsonb_build_object(
    'goal_id', v_goal.id, 'user_id', v_goal.user_id, 'request_id', v_goal.plan_request_id));
  return private.finish_request('create_goal', p_request, v_opened,
    (select to_jsonb(d) from public.goal_details d where d.id = v_goal.id));
end $$;

/*
 * What the planner needs to know, and the mark that it is at work. Null when there is nothing left to plan: the goal is
 * gone, not active, planned already, or asked to be planned anew since (p_request_id is another). A plan begins on the day
 * its request is first taken up (kept for the attempts after it, unless that was days ago). `kept` is what is done of the
 * plan before; hand-made tasks are no part of a plan.
 * → {owner_id, goal, instructions, person, other_minutes: {day: minutes}, kept: [task]}
 */
create function public.start_planning(p_goal_id uuid, p_request_id uuid, p_run_id text) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_goal public.goals;
  v_person public.users;
begin
  update public.goals g
    set plan_status = 'planning', plan_run_id = p_run_id, updated_at = now(),
        start_date = case when g.plan_status = 'planning' and g.start_date >= u.today - 1 then g.start_date else u.today end
    from (select id, private.local_date(timezone) as today from public.users) u
    where g.id = p_goal_id and u.id = g.user_id and plan_request_id = p_request_id and status = 'active'
      and plan_status in ('pending', 'planning');
  if not found then
    return null;
  end if;
  select * into v_goal from public.goals where id = p_goal_id;
  select * into v_person from public.users where id = v_goal.user_id;
  return jsonb_build_object(
    'owner_id', v_goal.user_id,
    'goal', jsonb_build_object(
      'title', v_goal.title, 'description', v_goal.description,
      'start_date', v_goal.start_date, 'target_date', v_goal.target_date),
    'instructions', v_goal.plan_instructions,
    'person', jsonb_build_object(
      'timezone', v_person.timezone, 'daily_minutes', v_person.daily_minutes, 'rest_days', v_person.rest_days),
    'other_minutes', (
      select coalesce(jsonb_object_agg(day, minutes), '{}') from (
        select t.date as day, sum(t.duration_minutes) as minutes
        from public.tasks t join public.goals g on g.id = t.goal_id and g.user_id = t.user_id
        where t.user_id = v_goal.user_id and t.goal_id <> v_goal.id and g.status = 'active'
          and t.status in ('pending', 'done') and t.date >= v_goal.start_date
        group by t.date) days),
    'kept', (
      select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'id', id, 'title', title, 'description', description, 'date', date,
        'start_time', to_char(scheduled_at at time zone v_person.timezone, 'HH24:MI'),
        'duration_minutes', duration_minutes)) order by date, id), '[]')
      from public.tasks
      where goal_id = v_goal.id and user_id = v_goal.user_id and status = 'done' and week is not null)
  );
end $$;

/*
 * Saves a verified plan with its tasks, all or nothing. The person's row is the lock: two plans of one person are saved
 * one after the other, and the second is measured against the first. p_tasks marks with `kept` what is done of the plan
 * before: those rows stay as they are but for their week, and may exceed a day that is over.
 * → "saved" | "superseded" (nothing left to save it for) | "conflict" (a day would hold more than the person has, or
 * something was done or reopened in the meantime)
 */
create function public.save_plan(p_goal_id uuid, p_request_id uuid, p_plan jsonb, p_tasks jsonb) returns text
language plpgsql security invoker set search_path = '' as $$
declare
  v_goal public.goals;
  v_daily_minutes integer;
begin
  select u.daily_minutes into v_daily_minutes
    from public.users u join public.goals g on g.user_id = u.id
    where g.id = p_goal_id for no key update of u;
  -- Tasks first, see private.change_goal.
  perform from public.tasks where goal_id = p_goal_id order by id for update;
  select * into v_goal from public.goals where id = p_goal_id for update;
  if not found or v_goal.plan_request_id <> p_request_id or v_goal.status <> 'active' then
    return 'superseded';
  end if;
  if v_goal.plan_status = 'ready' then
    return 'saved';
  end if;
  if exists (
    select from (
      select (task ->> 'id')::uuid as id from jsonb_array_elements(p_tasks) task where (task ->> 'kept')::boolean) kept
    full join (
      select id from public.tasks where goal_id = p_goal_id and status = 'done' and week is not null) done using (id)
    where kept.id is null or done.id is null
  ) or exists (
    select from (
      select (task ->> 'date')::date as day, sum((task ->> 'duration_minutes')::integer) as minutes
      from jsonb_array_elements(p_tasks) task where not (task ->> 'kept')::boolean group by 1) planned
    where minutes + coalesce((
      select sum(t.duration_minutes)
      from public.tasks t join public.goals g on g.id = t.goal_id and g.user_id = t.user_id
      where t.user_id = v_goal.user_id and t.date = planned.day and g.status = 'active'
        and case when t.goal_id = p_goal_id then t.status = 'done' and t.week is not null
          else t.status in ('pending', 'done') end), 0) > v_daily_minutes
  ) then
    return 'conflict';
  end if;
  delete from public.tasks where goal_id = p_goal_id and status = 'pending' and week is not null;
  insert into public.tasks (id, user_id, goal_id, title, description, date, scheduled_at, duration_minutes, week)
    select id, v_goal.user_id, p_goal_id, title, description, date, scheduled_at, duration_minutes, week
    from jsonb_to_recordset(p_tasks) as task (
      id uuid, title text, description text, date date, scheduled_at timestamptz, duration_minutes integer, week integer)
    on conflict (id) do update set week = excluded.week where tasks.goal_id = p_goal_id;
  update public.goals
    set plan_status = 'ready', plan_error = null, plan_json = p_plan, updated_at = now(),
        start_date = (p_plan ->> 'start_date')::date, target_date = (p_plan ->> 'end_date')::date
    where id = p_goal_id;
  return 'saved';
end $$;

/*
 * Ends a planning request without a plan, in words for the person; a plan that the goal has already is still its plan. True
 * if the request was still open.
 */
create function public.fail_planning(p_goal_id uuid, p_request_id uuid, p_reason text) returns boolean
language sql security invoker set search_path = '' as $$
  with failed as (
    update public.goals
      set plan_status = 'failed', plan_error = p_reason, updated_at = now(),
          start_date = coalesce((plan_json ->> 'start_date')::date, start_date)
    where id = p_goal_id and plan_request_id = p_request_id and plan_status in ('pending', 'planning')
    returning 1)
  select exists (select from failed)
$$;

revoke execute on function
  public.create_goal(text, text, date, jsonb), public.start_planning(uuid, uuid, text),
  public.save_plan(uuid, uuid, jsonb, jsonb), public.fail_planning(uuid, uuid, text)
  from public, anon, authenticated;
grant execute on function public.create_goal(text, text, date, jsonb) to authenticated;
grant execute on function
  public.start_planning(uuid, uuid, text), public.save_plan(uuid, uuid, jsonb, jsonb),
  public.fail_planning(uuid, uuid, text)
  to service_role;
