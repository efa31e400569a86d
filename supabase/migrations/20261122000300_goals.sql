-- Goals and their tasks.

/* Whether a value is care as lib/care reads it: {kind, tier, message, resources: [{name, contact}]}. */
create function private.is_care(p_care jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce(
    octet_length(p_care::text) <= 10000
    and p_care ->> 'kind' in ('crisis', 'violence', 'eating', 'medicine', 'withdrawal', 'pregnancy', 'injury', 'child')
    and p_care ->> 'tier' in ('nothing', 'doctor-first', 'with-adult', 'mention')
    and jsonb_typeof(p_care -> 'message') = 'string' and jsonb_typeof(p_care -> 'resources') = 'array', false)
$$;
revoke execute on function private.is_care(jsonb) from public, anon, authenticated;
grant execute on function private.is_care(jsonb) to authenticated, service_role;

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
  -- What would change the plan if it were known, [{id, text, options?}], and what was answered, {id: {question, text}}.
  questions jsonb not null default '[]'
    check (jsonb_typeof(questions) = 'array' and jsonb_array_length(questions) <= 3 and octet_length(questions::text) <= 10000),
  plan_answers jsonb not null default '{}'
    check (jsonb_typeof(plan_answers) = 'object' and octet_length(plan_answers::text) <= 50000),
  -- A change of the plan that waits for a yes or no: {id, reason, summary, changes, created_at, change}.
  proposal jsonb check (jsonb_typeof(proposal) = 'object' and octet_length(proposal::text) <= 10000),
  -- What is said to the person before anything is planned, see private.heed_care.
  care jsonb check (care is null or private.is_care(care)),
  -- What proposals that were taken ask of every later plan: {daily_minutes?, rest_days?, preferred_time?}.
  plan_limits jsonb not null default '{}'
    check (jsonb_typeof(plan_limits) = 'object' and octet_length(plan_limits::text) <= 1000),
  -- On which of its days (0 is start_date) the present plan was made, from what (a hash), and the minutes of the whole work:
  -- those stay when the same plan is made again, so that what was missed does not vanish.
  planned_day integer check (planned_day between 0 and 36525),
  plan_basis text check (char_length(plan_basis) <= 64),
  pledged_minutes integer check (pledged_minutes >= 0),
  -- The last week of the plan that was looked back on, and when the next look back was asked for.
  reviewed_week integer not null default 0 check (reviewed_week between 0 and 262),
  review_owed_at timestamptz,
  unique (id, user_id)
);
create index goals_newest on public.goals (user_id, created_at desc, id desc);
create index goals_unplanned on public.goals (updated_at) where plan_status in ('pending', 'planning');
create index goals_in_progress on public.goals (user_id) where status = 'active' and plan_json is not null;

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
  -- Of a planned task: its week, and the day (0 is the plan's first) and the minutes that the plan gave it. They stay when it
  -- is moved.
  week integer check (week between 1 and 262),
  planned_day integer check (planned_day between 0 and 36525),
  planned_minutes integer check (planned_minutes between 1 and 1440),
  care jsonb check (care is null or private.is_care(care)),
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
grant select, insert (title, description, target_date, care), delete on table public.goals to authenticated;
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

/* Where nothing may be planned, a goal is ready as it is: without a plan, and with words for its person. */
create function private.heed_care() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.care ->> 'tier' = 'nothing' then
    new.plan_status := 'ready';
    new.plan_error := null;
  end if;
  return new;
end $$;
revoke execute on function private.heed_care() from public, anon, authenticated;
create trigger heed_care before insert or update of care on public.goals for each row execute function private.heed_care();

/* Why a target date cannot be planned for; null for one that can. */
create function private.target_problem(p_target date, p_today date) returns text
language sql immutable set search_path = '' as $$
  select format('must be from %s (today) to %s: a goal lies up to five years ahead',
    p_today, (p_today + interval '5 years')::date)
  where p_target not between p_today and (p_today + interval '5 years')::date
$$;

/*
 * Creates a goal and owes its planning, in one transaction; none is owed where p_care allows nothing. See private.begin_request for p_request and the outcomes;
 * besides them {outcome: "invalid", field, message} for a target date that no plan can have.
 */
create function public.create_goal(
  p_title text, p_description text default '', p_target_date date default null, p_request jsonb default '{}',
  p_care jsonb default null
) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb;
  v_goal public.goals;
  v_problem text := (
    select private.target_problem(p_target_date, private.local_date(timezone)) from public.users where id = (select auth.uid()));
begin
  if v_problem is not null then
    return jsonb_build_object('outcome', 'invalid', 'field', 'target_date', 'message', v_problem);
  end if;
  v_opened := private.begin_request('create_goal', 'goals', p_request);
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  insert into public.goals (title, description, target_date, care)
    values (p_title, coalesce(p_description, ''), p_target_date, p_care)
    returning * into v_goal;
  if v_goal.plan_status = 'pending' then
    perform private.emit('goal/plan.requested', jsonb_build_object(
      'goal_id', v_goal.id, 'user_id', v_goal.user_id, 'request_id', v_goal.plan_request_id));
  end if;
  return private.finish_request('create_goal', p_request, v_opened,
    (select to_jsonb(d) from public.goal_details d where d.id = v_goal.id));
end $$;

revoke execute on function private.target_problem(date, date), public.create_goal(text, text, date, jsonb, jsonb)
  from public, anon, authenticated;
grant execute on function private.target_problem(date, date), public.create_goal(text, text, date, jsonb, jsonb) to authenticated;
