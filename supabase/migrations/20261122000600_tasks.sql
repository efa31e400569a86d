-- Tasks as people keep them: one-off and recurring, done, missed and moved.
--
-- A series is a row with a recurrence rule: its wall-clock time and its timezone say when it happens, `date` and
-- `scheduled_at` are its first occurrence. Occurrences are computed by the API. One that is done, moved or changed becomes
-- a row of its own, an exception: `series_id` and the day it replaces. One that is deleted is a day in `excluded_dates`.
-- Everything that a task goes through is an insert or an update of public.tasks, so triggers on it see it all.

insert into private.rate_limits (bucket, capacity, per_second) values ('tasks', 120, 1);

alter table public.tasks
  add constraint tasks_id_user_id_key unique (id, user_id),
  -- Of a series only: where and when (null: at no particular time) it happens, and the day of its last occurrence.
  add column timezone text references private.timezones (name),
  add column start_time time,
  add column ends_on date,
  add column excluded_dates date[] not null default '{}',
  -- Of an exception only.
  add column series_id uuid,
  add column original_date date,
  add constraint tasks_series_fkey foreign key (series_id, user_id) references public.tasks (id, user_id) on delete cascade,
  add constraint tasks_occurrence_key unique (series_id, original_date),
  add check ((series_id is null) = (original_date is null)),
  add check (series_id is null or recurrence_rule is null),
  add check ((recurrence_rule is null) = (timezone is null)),
  add check (recurrence_rule is not null or (start_time is null and ends_on is null and excluded_dates = '{}')),
  -- The API reads rules strictly (lib/tasks/rule.ts); this keeps others from writing what it would not.
  add check (recurrence_rule ~ '^FREQ=(DAILY|WEEKLY|MONTHLY)(;INTERVAL=([2-9]|[1-4][0-9]|5[0-2]))?(;BYDAY=[-0-9A-Z,]+)?(;BYMONTHDAY=[-0-9,]+)?(;COUNT=([1-9][0-9]{0,2}|1000)|;UNTIL=[0-9TZ]+)?$'),
  -- The years 2000 to 2099 in any timezone, and no instant that JavaScript has no name for.
  add check (date between '1999-12-31' and '2100-01-01'),
  add check (scheduled_at between '1999-12-30' and '2100-01-03'),
  add check (original_date between '1999-12-31' and '2100-01-01'),
  add check (ends_on between '1999-12-31' and '2100-01-01'),
  -- Every list of tasks reads them.
  add check (excluded_dates = '{}' or array_ndims(excluded_dates) = 1 and cardinality(excluded_dates) <= 1000),
  add check (array_position(excluded_dates, null) is null
    and '1999-12-31' <= all (excluded_dates) and '2100-01-01' >= all (excluded_dates)),
  add check (start_time < '24:00');
create index tasks_series on public.tasks (user_id, date) where recurrence_rule is not null;

grant
  insert (user_id, goal_id, title, description, status, date, scheduled_at, duration_minutes, recurrence_rule, timezone, start_time,
    ends_on, excluded_dates, series_id, original_date, week, care),
  update (title, description, status, date, scheduled_at, duration_minutes, recurrence_rule, timezone, start_time, ends_on,
    excluded_dates, care),
  delete
  on table public.tasks to authenticated;

create policy "people add tasks of their own" on public.tasks
  for insert to authenticated with check (user_id = (select auth.uid()));
create policy "people change their own tasks" on public.tasks
  for update to authenticated using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
create policy "people delete their own tasks" on public.tasks
  for delete to authenticated using (user_id = (select auth.uid()));

/* A task is completed from when it is done until it no longer is, whoever says so. */
create function private.stamp_completion() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.completed_at := case when new.status = 'done' then coalesce(new.completed_at, now()) end;
  return new;
end $$;

create trigger stamp_completion before insert or update of status on public.tasks
  for each row execute function private.stamp_completion();

/* Whether a person has so many series that go on, cancelled ones included: they are listed as well. */
create function private.has_all_series(p_user_id uuid, p_count integer default 200) returns boolean
language sql stable set search_path = '' as $$
  select p_count <= count(*) from (
    select from public.tasks t join public.users u on u.id = t.user_id
    where t.user_id = p_user_id and t.recurrence_rule is not null
      and (t.ends_on is null or t.ends_on >= private.local_date(u.timezone))
    limit p_count) series
$$;

/* Every list computes every series, so a person has so many of them and no more, whoever makes them. */
create function private.limit_series() returns trigger
language plpgsql set search_path = '' as $$
begin
  -- Nothing else waits for this lock, so two that are made at once are counted one after the other.
  perform pg_advisory_xact_lock(hashtextextended('series ' || new.user_id, 0));
  if private.has_all_series(new.user_id, 201) then
    raise check_violation using message = 'this would be the 201st repeating task';
  end if;
  return null;
end $$;

create trigger limit_series after insert or update of recurrence_rule, ends_on on public.tasks
  for each row when (new.recurrence_rule is not null) execute function private.limit_series();

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

revoke execute on function
  private.stamp_completion(), private.has_all_series(uuid, integer), private.limit_series(), private.follow_timezone()
  from public, anon, authenticated;
grant execute on function private.has_all_series(uuid, integer) to authenticated, service_role;
