-- Functions of tasks: creating, listing, reading, changing, deleting.

/*
 * The id that a task has in the API: its own, or for an exception its series' with the day that it replaces. This and
 * private.task_json are called for each row of a list, hence PL/pgSQL: it keeps its plans, and takes a fifth of the time.
 */
create function private.task_id(p_task public.tasks) returns text
language plpgsql stable set search_path = '' as $$
begin
  return coalesce(p_task.series_id || '@' || to_char(p_task.original_date, 'YYYY-MM-DD'), p_task.id::text);
end $$;
grant execute on function private.task_id(public.tasks) to authenticated, service_role;

/* A task as the API shows it; an exception shows the rule of its series. */
create function private.task_json(p_task public.tasks) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_rule text := p_task.recurrence_rule;
begin
  if p_task.series_id is not null then
    select recurrence_rule into v_rule from public.tasks where id = p_task.series_id and user_id = p_task.user_id;
  end if;
  return jsonb_build_object(
    'id', private.task_id(p_task),
    'user_id', p_task.user_id,
    'goal_id', p_task.goal_id,
    'series_id', p_task.series_id,
    'title', p_task.title,
    'description', p_task.description,
    'status', p_task.status,
    'scheduled_at', p_task.scheduled_at,
    'date', p_task.date,
    'duration_minutes', p_task.duration_minutes,
    'recurrence_rule', v_rule,
    'week', p_task.week,
    'care', p_task.care - 'tier',
    'completed_at', p_task.completed_at,
    'created_at', p_task.created_at
  );
end $$;
grant execute on function private.task_json(public.tasks) to authenticated, service_role;

/*
 * A series with what its occurrences from p_from to p_to are computed from; `skipped` are those of these days that have rows
 * of their own or none.
 */
create function private.series_json(p_series public.tasks, p_from date, p_to date) returns jsonb
language sql stable set search_path = '' as $$
  select private.task_json(p_series) || jsonb_build_object(
    'timezone', p_series.timezone,
    'start_time', to_char(p_series.start_time, 'HH24:MI'),
    'ends_on', p_series.ends_on,
    'skipped', to_jsonb(array(
      select day from unnest(p_series.excluded_dates) day where day between p_from and p_to
      union all
      select original_date from public.tasks
      where series_id = p_series.id and user_id = p_series.user_id and original_date between p_from and p_to))
  )
$$;
grant execute on function private.series_json(public.tasks, date, date) to authenticated, service_role;

/* Loads the settings of a person that task rules need. */
create function private.task_person(p_user_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('timezone', timezone, 'locale', locale, 'today', private.local_date(timezone),
    'daily_minutes', daily_minutes, 'rest_days', rest_days)
  from public.users where id = p_user_id
$$;
grant execute on function private.task_person(uuid) to authenticated, service_role;

/*
 * Creates a task from its columns in p_task; without a day it is on the one of its instant, else today. It is a creating
 * request of the caller's (see private.begin_request), or without p_request a part of a function that has limits of its own.
 * → private.begin_request's outcomes, private.refusal; result is the task
 */
create function public.create_task(p_task jsonb, p_request jsonb default null, p_user_id uuid default null) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_user uuid := private.actor(p_user_id);
  v_timezone text := (select timezone from public.users where id = v_user);
  v_task public.tasks := jsonb_populate_record(null::public.tasks, p_task);
  v_request jsonb := coalesce(p_request, case when current_user = 'authenticated' then jsonb '{}' end);
  v_opened jsonb;
begin
  if v_task.goal_id is not null
    and not exists (select from public.goals where id = v_task.goal_id and user_id = v_user) then
    return private.refusal('not_your_goal', 'goal_id');
  end if;
  if v_task.recurrence_rule is not null and private.at_series_limit(v_user) then
    return private.refusal('series_limit', 'recurrence_rule');
  end if;
  if v_request is not null then
    v_opened := private.begin_request('create_task', 'tasks', v_request);
    if v_opened ->> 'outcome' <> 'proceed' then
      return v_opened;
    end if;
  end if;
  insert into public.tasks (
      user_id, goal_id, title, description, date, scheduled_at, duration_minutes, recurrence_rule, timezone, start_time,
      ends_on, excluded_dates, care)
    values (
      v_user, v_task.goal_id, v_task.title, coalesce(v_task.description, ''),
      coalesce(v_task.date, (v_task.scheduled_at at time zone v_timezone)::date, private.local_date(v_timezone)),
      v_task.scheduled_at, v_task.duration_minutes, v_task.recurrence_rule, v_task.timezone, v_task.start_time,
      v_task.ends_on, coalesce(v_task.excluded_dates, '{}'), v_task.care)
    returning * into v_task;
  if v_request is null then
    return jsonb_build_object('outcome', 'created', 'result', private.task_json(v_task));
  end if;
  return private.finish_request('create_task', v_request, v_opened, private.task_json(v_task));
end $$;
grant execute on function public.create_task(jsonb, jsonb, uuid) to authenticated, service_role;

/*
 * The person's tasks from p_from (default today) to p_to (default six days later) by day, time (those without one last)
 * and id, after the position p_after [date, scheduled_at, id], at most p_limit of them; and the series that may have
 * occurrences among these days. A series may be in another timezone than the person, hence a day on either side.
 * → {outcome: "listed", person, from, to, tasks, series} or private.refusal; null for nobody
 */
create function public.list_tasks(
  p_from date default null, p_to date default null, p_goal_id uuid default null, p_status text default null,
  p_after jsonb default null, p_limit integer default 100, p_user_id uuid default null
) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_user uuid := private.actor(p_user_id);
  v_person jsonb := private.task_person(v_user);
  v_from date := coalesce(p_from, (v_person ->> 'today')::date);
  v_to date := coalesce(p_to, v_from + 6);
begin
  if v_person is null then
    return null;
  end if;
  if v_to not between v_from and v_from + 365 then
    return private.refusal('range_too_long', 'to', jsonb_build_object('from', v_from, 'to', v_from + 365));
  end if;
  return jsonb_build_object(
    'outcome', 'listed', 'person', v_person, 'from', v_from, 'to', v_to,
    'tasks', (
      select coalesce(jsonb_agg(private.task_json(t) order by t.date, t.scheduled_at, private.task_id(t) collate "C"), '[]')
      from (
        select * from public.tasks t
        where t.user_id = v_user and t.recurrence_rule is null
          and t.date between greatest(v_from, (p_after ->> 0)::date) and v_to
          and (p_goal_id is null or t.goal_id = p_goal_id) and (p_status is null or t.status = p_status)
          and (p_after is null or (t.date, coalesce(t.scheduled_at, 'infinity'), private.task_id(t) collate "C")
            > ((p_after ->> 0)::date, coalesce((p_after ->> 1)::timestamptz, 'infinity'), p_after ->> 2))
        order by t.date, t.scheduled_at, private.task_id(t) collate "C"
        limit p_limit) t),
    'series', (
      select coalesce(jsonb_agg(private.series_json(s, v_from - 1, v_to + 1)), '[]')
      from public.tasks s
      where s.user_id = v_user and s.recurrence_rule is not null and s.status = coalesce(p_status, 'pending')
        and s.date <= v_to + 1 and (s.ends_on is null or s.ends_on >= v_from - 1)
        and (p_goal_id is null or s.goal_id = p_goal_id))
  );
end $$;
grant execute on function public.list_tasks(date, date, uuid, text, jsonb, integer, uuid) to authenticated, service_role;

/*
 * A task of the person's, or with p_day a series and what became of its occurrence on that day, which may have outlived the
 * repetition. Null for none.
 * → {person, task, occurrence} where task has a series' further fields (skipped days on p_day, else in the coming year),
 * and occurrence may be null
 */
create function public.load_task(p_id uuid, p_day date default null, p_user_id uuid default null) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object(
    'person', private.task_person(t.user_id),
    'task', case when t.recurrence_rule is null then private.task_json(t)
      else private.series_json(t, coalesce(p_day, current_date - 1), coalesce(p_day, current_date + 367)) end,
    'occurrence', (select private.task_json(o) from public.tasks o
      where o.series_id = t.id and o.user_id = t.user_id and o.original_date = p_day))
  from public.tasks t
  where t.id = p_id and t.user_id = private.actor(p_user_id) and (p_day is null or t.recurrence_rule is not null
    or exists (select from public.tasks o where o.series_id = t.id and o.user_id = t.user_id and o.original_date = p_day))
$$;
grant execute on function public.load_task(uuid, date, uuid) to authenticated, service_role;

/*
 * A person's task, locked; with p_day the occurrence of a series on that day, which becomes a row of its own at p_occurrence
 * {date, scheduled_at} if it is none yet. Null for no such task.
 */
create function private.task_to_change(p_user_id uuid, p_id uuid, p_day date, p_occurrence jsonb) returns public.tasks
language plpgsql set search_path = '' as $$
declare
  v_task public.tasks;
begin
  select * into v_task from public.tasks where id = p_id and user_id = p_user_id for update;
  if p_day is null then
    return v_task;
  end if;
  if p_day = any (v_task.excluded_dates) or p_day < v_task.date or p_day > v_task.ends_on then
    return null;
  end if;
  insert into public.tasks (
      user_id, goal_id, title, description, duration_minutes, week, care, series_id, original_date, date, scheduled_at)
    select user_id, goal_id, title, description, duration_minutes, week, care, id, p_day,
      (p_occurrence ->> 'date')::date, (p_occurrence ->> 'scheduled_at')::timestamptz
    from public.tasks where id = p_id and user_id = p_user_id and recurrence_rule is not null
    on conflict (series_id, original_date) do nothing;
  select * into v_task from public.tasks where series_id = p_id and user_id = p_user_id and original_date = p_day for update;
  return v_task;
end $$;
grant execute on function private.task_to_change(uuid, uuid, date, jsonb) to authenticated, service_role;

/*
 * Changes a task to the columns in p_changes; with p_day the occurrence of a series on that day, which becomes a row of its
 * own at p_occurrence {date, scheduled_at} first. With p_forget_from the series' pending exceptions of that day and later
 * go: they are computed anew. A missed task that moves is pending again. Null for no such task. It is a request of the
 * caller's, or a part of a function that has limits of its own.
 * → private.begin_request's outcomes, private.refusal; result is the task
 */
create function public.change_task(
  p_id uuid, p_changes jsonb, p_day date default null, p_occurrence jsonb default null, p_forget_from date default null,
  p_user_id uuid default null
) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_user uuid := private.actor(p_user_id);
  v_opened jsonb;
  v_old public.tasks;
  v_new public.tasks;
begin
  if current_user = 'authenticated' then
    v_opened := private.begin_request('change_task', 'writes', '{}');
    if v_opened ->> 'outcome' <> 'proceed' then
      return v_opened;
    end if;
  end if;
  if private.at_changed_days_limit(v_user, p_id, p_day) then
    return private.refusal('changed_days_limit');
  end if;
  v_old := private.task_to_change(v_user, p_id, p_day, p_occurrence);
  if v_old.id is null then
    return null;
  end if;
  v_new := jsonb_populate_record(v_old, p_changes);
  if p_changes ? 'date' then
    if v_old.status in ('done', 'cancelled') then
      return private.refusal('task_finished');
    end if;
    v_new.status := 'pending';
  end if;
  if v_old.recurrence_rule is not null and v_new.status in ('done', 'missed') then
    return private.refusal('task_repeats', null, jsonb_build_object('task', p_id));
  end if;
  if v_old.recurrence_rule is null and v_new.recurrence_rule is not null and private.at_series_limit(v_user) then
    return private.refusal('series_limit_by_change', 'recurrence_rule');
  end if;
  delete from public.tasks
    where series_id = p_id and user_id = v_user and status = 'pending' and original_date >= p_forget_from;
  update public.tasks
    set title = v_new.title, description = v_new.description, care = v_new.care, status = v_new.status, date = v_new.date,
        scheduled_at = v_new.scheduled_at, duration_minutes = v_new.duration_minutes,
        recurrence_rule = v_new.recurrence_rule, timezone = v_new.timezone, start_time = v_new.start_time,
        ends_on = v_new.ends_on, excluded_dates = v_new.excluded_dates
    where id = v_old.id returning * into v_new;
  if v_opened is null then
    return jsonb_build_object('outcome', 'created', 'result', private.task_json(v_new));
  end if;
  return private.finish_request('change_task', '{}', v_opened, private.task_json(v_new));
end $$;
grant execute on function public.change_task(uuid, jsonb, date, jsonb, date, uuid) to authenticated, service_role;

/*
 * Deletes a task, a series with its exceptions, or with p_day one occurrence of a series. Null for no such task.
 * → private.begin_request's outcomes, private.refusal for one day too many; result is {}
 */
create function public.delete_task(p_id uuid, p_day date default null) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_user uuid := (select auth.uid());
  v_opened jsonb := private.begin_request('delete_task', 'writes', '{}');
  v_series public.tasks;
  v_found boolean := false;
begin
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  if p_day is null then
    delete from public.tasks where id = p_id and user_id = v_user;
    v_found := found;
  else
    select * into v_series from public.tasks
      where id = p_id and user_id = v_user and recurrence_rule is not null for update;
    if p_day >= v_series.date and (v_series.ends_on is null or p_day <= v_series.ends_on)
      and not p_day = any (v_series.excluded_dates)
    then
      if cardinality(v_series.excluded_dates) >= 1000 then
        return private.refusal('excluded_days_limit');
      end if;
      update public.tasks set excluded_dates = excluded_dates || p_day where id = p_id;
      v_found := true;
    end if;
    delete from public.tasks where series_id = p_id and user_id = v_user and original_date = p_day;
    v_found := v_found or found;
  end if;
  return case when v_found then private.finish_request('delete_task', '{}', v_opened, '{}') end;
end $$;
grant execute on function public.delete_task(uuid, date) to authenticated;
