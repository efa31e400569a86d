-- Reminders of tasks and the morning brief.

/*
 * One row for each message that is to be pushed: of kind `task` one for each time at which something was to be done, from when
 * its reminder is claimed (a task that moves gets another row; nothing gets two for the same time), of kind `brief` one for a
 * person's day, of kind `notice` what is said of a week of a goal, in `message` {title, body, goal_id}.
 */
create table private.reminders (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  kind text not null default 'task' check (kind in ('task', 'brief', 'notice')),
  -- A task as the API knows it: <id>, or <series id>@<day>; of a brief <user id>@<day>, of a notice <goal id>@<week>.
  task_id text not null,
  message jsonb check (octet_length(message::text) <= 4000),
  scheduled_at timestamptz not null,
  remind_at timestamptz not null,
  -- Tries. Counted before each one: a reminder whose sending a crash interrupts is not sent again.
  tries integer not null default 0,
  unique (task_id, scheduled_at)
);
create unique index reminders_once on private.reminders (task_id) where kind <> 'task';
create index reminders_due on private.reminders (remind_at, tries);
create index reminders_by_user on private.reminders (user_id);

alter table private.reminders enable row level security;
revoke all on table private.reminders from public, anon, authenticated;
grant all on table private.reminders to service_role;

/* Lists what a person still has to do on a day, as rows and as series that may happen then. → {day, tasks, series} */
create function private.open_tasks(p_user_id uuid, p_day date) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'day', p_day,
    'tasks', (
      select coalesce(jsonb_agg(private.task_json(t)), '[]') from public.tasks t
      where t.user_id = p_user_id and t.recurrence_rule is null and t.status = 'pending' and t.date = p_day),
    'series', (
      select coalesce(jsonb_agg(private.series_json(t, p_day - 1, p_day + 1)), '[]') from public.tasks t
      where t.user_id = p_user_id and t.recurrence_rule is not null and t.status = 'pending'
        and t.date <= p_day + 1 and (t.ends_on is null or t.ends_on >= p_day - 1)))
$$;
grant execute on function private.open_tasks(uuid, date) to service_role;

/*
 * People who can be reached and whose day begins until p_until, or began less than two hours ago, with what they have to do;
 * those who had their brief or want none are left out. A day begins with the hours that a person gives to tasks, or with the
 * first task before these.
 * → [{person: {id, timezone, reminder_lead_minutes, quiet_hours}, starts_at: HH:MM, day, tasks, series}]
 */
create function public.briefs_due(p_until timestamptz) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
      'person', jsonb_build_object('id', u.id, 'timezone', u.timezone,
        'reminder_lead_minutes', u.reminder_lead_minutes, 'quiet_hours', u.quiet_hours),
      'starts_at', to_char(b.starts, 'HH24:MI')) || private.open_tasks(u.id, l.day)), '[]')
  from (select distinct user_id from public.push_subscriptions) s
  cross join lateral (select * from public.users where id = s.user_id and morning_brief offset 0) u
  cross join lateral (select (p_until at time zone u.timezone)::date as day offset 0) l
  cross join lateral (
    select least((u.available_hours ->> 'from')::time, (
      select min((t.scheduled_at at time zone u.timezone)::time) from public.tasks t
      where t.user_id = u.id and t.date = l.day and t.status = 'pending' and t.recurrence_rule is null
        and t.scheduled_at is not null)) as starts) b
  where l.day + b.starts between (now() at time zone u.timezone) - interval '2 hours' and p_until at time zone u.timezone
    and not exists (
      select from private.reminders r
      where r.task_id = u.id || '@' || to_char(l.day, 'YYYY-MM-DD') and r.kind = 'brief')
$$;
grant execute on function public.briefs_due(timestamptz) to service_role;

/*
 * The tasks of people with a subscription that may have to be reminded of until p_until: at a time of day, pending, and not
 * over for long. Of series those whose clock shows their time in these hours, give or take the hour of a clock change; which
 * days they fall on is the rule's business.
 * → [{person: {id, timezone, reminder_lead_minutes, quiet_hours}, from, to, tasks, series}], from and to days
 */
create function public.tasks_to_remind(p_until timestamptz) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with people as (
    select u.*, now() - interval '5 minutes' as starts, p_until + make_interval(mins => u.reminder_lead_minutes) as ends
    from public.users u
    where exists (select from public.push_subscriptions s where s.user_id = u.id)
  ),
  due as (
    select p.id, jsonb_build_object(
      'person', jsonb_build_object('id', p.id, 'timezone', p.timezone,
        'reminder_lead_minutes', p.reminder_lead_minutes, 'quiet_hours', p.quiet_hours),
      'from', (p.starts at time zone 'UTC')::date - 1,
      'to', (p.ends at time zone 'UTC')::date + 1,
      'tasks', (
        select coalesce(jsonb_agg(private.task_json(t)), '[]') from public.tasks t
        where t.user_id = p.id and t.status = 'pending' and t.recurrence_rule is null
          and t.date between (p.starts at time zone p.timezone)::date - 1 and (p.ends at time zone p.timezone)::date + 1
          and t.scheduled_at between p.starts and p.ends
          and not exists (
            select from private.reminders r where r.task_id = private.task_id(t) and r.scheduled_at = t.scheduled_at)),
      'series', (
        select coalesce(jsonb_agg(private.series_json(t,
          (p.starts at time zone 'UTC')::date - 1, (p.ends at time zone 'UTC')::date + 1)), '[]')
        from public.tasks t
        where t.user_id = p.id and t.status = 'pending' and t.recurrence_rule is not null and t.start_time is not null
          and t.date <= (p.ends at time zone 'UTC')::date + 1
          and (t.ends_on is null or t.ends_on >= (p.starts at time zone 'UTC')::date - 1)
          and exists (
            select from generate_series(-1, (p.ends at time zone 'UTC')::date - (p.starts at time zone 'UTC')::date + 1) n
            where ((p.starts at time zone 'UTC')::date + n + t.start_time) at time zone t.timezone
              between p.starts - interval '1 hour' and p.ends + interval '1 hour'))
    ) as answer
    from people p
  )
  select coalesce(jsonb_agg(answer order by id), '[]') from due
  where answer -> 'tasks' <> '[]' or answer -> 'series' <> '[]'
$$;
grant execute on function public.tasks_to_remind(timestamptz) to service_role;

/* Owes one event for each of the minutes, but for those that wait to be sent anyway. */
create function private.owe_minutes(p_minutes timestamptz[]) returns void
language sql set search_path = '' as $$
  insert into private.outbox (name, data)
    select 'notification/reminders.due', jsonb_build_object('remind_at', minute)
    from (select distinct to_char(m at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as minute from unnest(p_minutes) m) due
    where not exists (
      select from private.outbox o
      where o.sent_at is null and o.leased_until is null and o.name = 'notification/reminders.due'
        and o.data ->> 'remind_at' = minute)
$$;
grant execute on function private.owe_minutes(timestamptz[]) to service_role;

/*
 * Claims reminders [{user_id, kind, task_id, scheduled_at, remind_at}] that nobody has claimed, and owes one event for each of
 * their minutes. → how many
 */
create function public.claim_reminders(p_reminders jsonb) returns integer
language plpgsql security invoker set search_path = '' as $$
declare
  v_minutes timestamptz[];
begin
  with claimed as (
    insert into private.reminders (user_id, kind, task_id, scheduled_at, remind_at)
      select user_id, kind, task_id, scheduled_at, remind_at
      from jsonb_to_recordset(p_reminders)
        as r (user_id uuid, kind text, task_id text, scheduled_at timestamptz, remind_at timestamptz)
      -- A person may be gone since they were asked for.
      where exists (select from public.users u where u.id = user_id)
      order by task_id, scheduled_at
      on conflict do nothing
      returning remind_at)
  select array_agg(remind_at) into v_minutes from claimed;
  perform private.owe_minutes(v_minutes);
  return coalesce(cardinality(v_minutes), 0);
end $$;
grant execute on function public.claim_reminders(jsonb) to service_role;

/*
 * Owes events again for reminders whose minute came over a minute ago and which nobody has begun to send: the run that was to
 * send them was lost. Sending begins once, so a run that was only late does no harm. → for how many
 */
create function public.owe_lost_reminders() returns integer
language plpgsql security invoker set search_path = '' as $$
declare
  v_minutes timestamptz[] := array(
    select remind_at from private.reminders
    where tries = 0 and remind_at between now() - interval '2 days' and now() - interval '1 minute'
      and scheduled_at > now() - interval '15 minutes');
begin
  perform private.owe_minutes(v_minutes);
  return cardinality(v_minutes);
end $$;
grant execute on function public.owe_lost_reminders() to service_role;

/*
 * Takes up to p_limit reminders of a minute for their first try, or those in p_ids for their try number p_try, and tells
 * what to send where. What is late by a quarter of an hour is taken and left out. Whether a task is still to be done at
 * that time is for the caller to see: `task` is null for one that is gone, an occurrence of a series has `series`. A brief
 * has the `today` of its person instead.
 * → {taken, reminders: [{id, kind, task_id, scheduled_at, day, timezone, message, task, series, today: {day, tasks, series},
 *   subscriptions: [{id, endpoint, p256dh, auth}]}]}
 */
create function public.take_reminders(
  p_remind_at timestamptz, p_limit integer, p_try integer default 1, p_ids uuid[] default null
) returns jsonb
language sql security invoker set search_path = '' as $$
  with taken as (
    update private.reminders set tries = p_try
    where id in (
      select id from private.reminders
      where remind_at = p_remind_at and tries = p_try - 1 and (p_ids is null or id = any (p_ids))
      order by id limit p_limit for update skip locked)
    returning *, case when kind = 'task' then split_part(task_id, '@', 1)::uuid end as row_id,
      case when kind <> 'notice' then nullif(split_part(task_id, '@', 2), '')::date end as day
  )
  select jsonb_build_object(
    'taken', (select count(*) from taken),
    'reminders', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', r.id, 'kind', r.kind, 'task_id', r.task_id, 'scheduled_at', r.scheduled_at, 'day', r.day,
        'timezone', u.timezone, 'message', r.message,
        'task', (
          select private.task_json(t) from public.tasks t
          where t.user_id = r.user_id and case when r.day is null then t.id = r.row_id
            else t.series_id = r.row_id and t.original_date = r.day end),
        'series', (
          select private.series_json(t, r.day, r.day) from public.tasks t
          where t.user_id = r.user_id and t.id = r.row_id and r.day is not null and t.recurrence_rule is not null
            and t.status = 'pending'),
        'today', case when r.kind = 'brief' then private.open_tasks(r.user_id, r.day) end,
        'subscriptions', s.all
      )), '[]')
      from taken r
      join public.users u on u.id = r.user_id
      cross join lateral (
        select jsonb_agg(jsonb_build_object('id', s.id, 'endpoint', s.endpoint, 'p256dh', s.p256dh, 'auth', s.auth)) as all
        from public.push_subscriptions s where s.user_id = r.user_id) s
      where r.scheduled_at > now() - interval '15 minutes' and s.all is not null)
  )
$$;
grant execute on function public.take_reminders(timestamptz, integer, integer, uuid[]) to service_role;
