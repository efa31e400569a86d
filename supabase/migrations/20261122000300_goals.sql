-- Goals: what was asked for, its plan, and what is known of how it goes.

/* True if a value is care as lib/care reads it: {kind, tier, message, resources: [{name, contact}]}. */
create function private.is_care(p_care jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce(
    octet_length(p_care::text) <= 10000
    and p_care ->> 'kind' in ('crisis', 'violence', 'eating', 'medicine', 'withdrawal', 'pregnancy', 'injury', 'child')
    and p_care ->> 'tier' in ('nothing', 'doctor-first', 'with-adult', 'mention')
    and jsonb_typeof(p_care -> 'message') = 'string' and jsonb_typeof(p_care -> 'resources') = 'array', false)
$$;
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
  -- Questions whose answers would change the plan, [{id, text, options?}], and the answers so far, {id: {question, text}}.
  questions jsonb not null default '[]'
    check (jsonb_typeof(questions) = 'array' and jsonb_array_length(questions) <= 3 and octet_length(questions::text) <= 10000),
  plan_answers jsonb not null default '{}'
    check (jsonb_typeof(plan_answers) = 'object' and octet_length(plan_answers::text) <= 50000),
  -- A change of the plan that waits for a yes or no: {id, reason, summary, changes, created_at, change}.
  proposal jsonb check (jsonb_typeof(proposal) = 'object' and octet_length(proposal::text) <= 10000),
  -- The words that come before any plan, see private.heed_care.
  care jsonb check (care is null or private.is_care(care)),
  -- Limits that accepted proposals put on every later plan: {daily_minutes?, rest_days?, preferred_time?}.
  plan_limits jsonb not null default '{}'
    check (jsonb_typeof(plan_limits) = 'object' and octet_length(plan_limits::text) <= 1000),
  -- The day on which the present plan was made (0 is start_date), a hash of its basis, and the minutes of the whole work:
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

alter table public.goals enable row level security;
revoke all on table public.goals from public, anon, authenticated;
grant select, insert (title, description, target_date, care), delete on table public.goals to authenticated;
grant all on table public.goals to service_role;

create trigger refuse_write before insert or update or delete on public.goals
  execute function private.refuse_write();

create policy "people read their own goals" on public.goals
  for select to authenticated using (user_id = (select auth.uid()));
create policy "people add goals of their own" on public.goals
  for insert to authenticated with check (user_id = (select auth.uid()));
create policy "people delete their own goals" on public.goals
  for delete to authenticated using (user_id = (select auth.uid()));
