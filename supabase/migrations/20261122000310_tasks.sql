-- Tasks as people keep them: one-off and recurring, done, missed and moved.
--
-- A series is a row with a recurrence rule: its wall-clock time and its timezone say when it happens, `date` and
-- `scheduled_at` are its first occurrence. Occurrences are computed by the API. One that is done, moved or changed becomes
-- a row of its own, an exception: `series_id` and the day it replaces. One that is deleted is a day in `excluded_dates`. Of
-- either a series has so many and no more.
-- Everything that a task goes through is an insert or an update of public.tasks, so triggers on it see it all.

insert into private.rate_limits (bucket, capacity, per_second) values ('tasks', 120, 1);

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
  -- Of a series only: where and when (null: at no particular time) it happens, and the day of its last occurrence.
  timezone text references private.timezones (name),
  start_time time,
  ends_on date,
  excluded_dates date[] not null default '{}',
  -- Of an exception only.
  series_id uuid,
  original_date date,
  -- Both columns: a task cannot hang on somebody else's goal.
  foreign key (goal_id, user_id) references public.goals (id, user_id) on delete cascade,
  constraint tasks_id_user_id_key unique (id, user_id),
  constraint tasks_series_fkey foreign key (series_id, user_id) references public.tasks (id, user_id) on delete cascade,
  constraint tasks_occurrence_key unique (series_id, original_date),
  check ((series_id is null) = (original_date is null)),
  check (series_id is null or recurrence_rule is null),
  check ((recurrence_rule is null) = (timezone is null)),
  check (recurrence_rule is not null or (start_time is null and ends_on is null and excluded_dates = '{}')),
  -- The API reads rules strictly (lib/tasks/rule.ts); this keeps others from writing what it would not.
  check (recurrence_rule ~ '^FREQ=(DAILY|WEEKLY|MONTHLY)(;INTERVAL=([2-9]|[1-4][0-9]|5[0-2]))?(;BYDAY=[-0-9A-Z,]+)?(;BYMONTHDAY=[-0-9,]+)?(;COUNT=([1-9][0-9]{0,2}|1000)|;UNTIL=[0-9TZ]+)?$'),
  -- The years 2000 to 2099 in any timezone, and no instant that JavaScript has no name for.
  check (date between '1999-12-31' and '2100-01-01'),
  check (scheduled_at between '1999-12-30' and '2100-01-03'),
  check (original_date between '1999-12-31' and '2100-01-01'),
  check (ends_on between '1999-12-31' and '2100-01-01'),
  -- Every list of tasks reads them.
  check (excluded_dates = '{}' or array_ndims(excluded_dates) = 1 and cardinality(excluded_dates) <= 1000),
  check (array_position(excluded_dates, null) is null
    and '1999-12-31' <= all (excluded_dates) and '2100-01-01' >= all (excluded_dates)),
  check (start_time < '24:00')
);
create index tasks_by_day on public.tasks (user_id, date);
create index tasks_by_goal on public.tasks (goal_id, user_id);
create index tasks_series on public.tasks (user_id, date) where recurrence_rule is not null;

alter table public.tasks enable row level security;
revoke all on table public.tasks from public, anon, authenticated;
grant
  select,
  insert (user_id, goal_id, title, description, status, date, scheduled_at, duration_minutes, recurrence_rule, timezone, start_time,
    ends_on, excluded_dates, series_id, original_date, week, care),
  update (title, description, status, date, scheduled_at, duration_minutes, recurrence_rule, timezone, start_time, ends_on,
    excluded_dates, care),
  delete
  on table public.tasks to authenticated;
grant all on table public.tasks to service_role;

create trigger refuse_write before insert or update or delete on public.tasks
  execute function private.refuse_write();

create policy "people read their own tasks" on public.tasks
  for select to authenticated using (user_id = (select auth.uid()));
create policy "people add tasks of their own" on public.tasks
  for insert to authenticated with check (user_id = (select auth.uid()));
create policy "people change their own tasks" on public.tasks
  for update to authenticated using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
create policy "people delete their own tasks" on public.tasks
  for delete to authenticated using (user_id = (select auth.uid()));

/* Stamps a task's completion when it is done, and clears it when it no longer is. */
create function private.stamp_completion() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.completed_at := case when new.status = 'done' then coalesce(new.completed_at, now()) end;
  return new;
end $$;

create trigger stamp_completion before insert or update of status on public.tasks
  for each row execute function private.stamp_completion();

/* True if a person has so many series that go on; cancelled ones count, for they are listed as well. */
create function private.at_series_limit(p_user_id uuid, p_count integer default 200) returns boolean
language sql stable set search_path = '' as $$
  select p_count <= count(*) from (
    select from public.tasks t join public.users u on u.id = t.user_id
    where t.user_id = p_user_id and t.recurrence_rule is not null
      and (t.ends_on is null or t.ends_on >= private.local_date(u.timezone))
    limit p_count) series
$$;
grant execute on function private.at_series_limit(uuid, integer) to authenticated, service_role;

/* Limits the series of a person: every list computes every series. */
create function private.limit_series() returns trigger
language plpgsql set search_path = '' as $$
begin
  -- Nothing else waits for this lock, so two that are made at once are counted one after the other.
  perform pg_advisory_xact_lock(hashtextextended('series ' || new.user_id, 0));
  if private.at_series_limit(new.user_id, 201) then
    raise check_violation using message = 'this would be the 201st repeating task';
  end if;
  return null;
end $$;

create trigger limit_series after insert or update of recurrence_rule, ends_on on public.tasks
  for each row when (new.recurrence_rule is not null) execute function private.limit_series();

/*
 * Whether a series has rows of its own for so many days that p_day cannot become another one. The series is locked, so days
 * that come at once are counted one after the other. Four thousand are more than ten years of every day.
 */
create function private.at_changed_days_limit(p_user_id uuid, p_id uuid, p_day date) returns boolean
language plpgsql set search_path = '' as $$
begin
  if p_day is null then
    return false;
  end if;
  perform from public.tasks where id = p_id and user_id = p_user_id for update;
  return not exists (
      select from public.tasks where series_id = p_id and user_id = p_user_id and original_date = p_day)
    and 4000 <= (
      select count(*) from (
        select from public.tasks where series_id = p_id and user_id = p_user_id limit 4000) days);
end $$;
grant execute on function private.at_changed_days_limit(uuid, uuid, date) to authenticated, service_role;

/*
 * A person who moves to another timezone takes their plans along: a planned run at 07:00 is at 07:00 there. What they
 * arranged themselves stays at its instant, and its day becomes the one that it is there. A series keeps its own timezone.
 */
create function private.follow_timezone() returns trigger
language plpgsql set search_path = '' as $$
begin
  update public.tasks
    set scheduled_at = case when week is null then scheduled_at
          else (scheduled_at at time zone old.timezone) at time zone new.timezone end,
        date = case when week is null then (scheduled_at at time zone new.timezone)::date else date end
    where user_id = new.id and scheduled_at is not null and status = 'pending' and recurrence_rule is null;
  return new;
end $$;

create trigger follow_timezone after update of timezone on public.users
  for each row when (old.timezone <> new.timezone) execute function private.follow_timezone();
