-- The planner's transactions: what a plan is made from, and how it is saved.

/* The time at which a person began what they did, by weekday (0 is Sunday), where three or more of twelve weeks tell. */
create function private.usual_times(p_user_id uuid, p_timezone text) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_object_agg(weekday, to_char(began, 'HH24:MI')), '{}') from (
    select extract(dow from day)::integer as weekday, percentile_disc(0.5) within group (order by began) as began
    from (
      select date as day, date_bin('5 minutes',
        case when (completed_at at time zone p_timezone)::date = date
          then greatest((completed_at at time zone p_timezone) - make_interval(mins => duration_minutes), date::timestamp)
          else scheduled_at at time zone p_timezone end, timestamp '2000-01-01')::time as began
      from public.tasks
      where user_id = p_user_id and status = 'done' and recurrence_rule is null
        and date between private.local_date(p_timezone) - 84 and private.local_date(p_timezone)) done
    where began is not null
    group by 1 having count(*) >= 3) usual
$$;
grant execute on function private.usual_times(uuid, text) to service_role;

/* A task as plans hold it, on the clock of a timezone. */
create function private.plan_task(p_task public.tasks, p_timezone text) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'id', p_task.id, 'title', p_task.title, 'description', p_task.description, 'date', p_task.date,
    'start_time', to_char(p_task.scheduled_at at time zone p_timezone, 'HH24:MI'),
    'duration_minutes', p_task.duration_minutes))
$$;
grant execute on function private.plan_task(public.tasks, text) to service_role;

/*
 * Reads the input of a goal's plan. `kept` is what is done of the plan before, `missed` what was not done in time (the last
 * 200 of each); hand-made tasks are no part of a plan. `timed` and `series` are what else takes the person's time in the half
 * year from today.
 * → {owner_id, goal, instructions, answers, limits, person, usual_times, before, other_minutes: {day: minutes}, timed, series,
 *   kept: [task], missed: [task]}
 */
create function private.planning_input(p_goal public.goals) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_person public.users;
  v_today date;
begin
  select * into v_person from public.users where id = p_goal.user_id;
  v_today := private.local_date(v_person.timezone);
  return jsonb_build_object(
    'owner_id', p_goal.user_id,
    'goal', jsonb_build_object(
      'title', p_goal.title, 'description', p_goal.description,
      'start_date', p_goal.start_date, 'target_date', p_goal.target_date),
    'instructions', p_goal.plan_instructions,
    'answers', (
      select coalesce(jsonb_agg(jsonb_build_object('id', key, 'text', value ->> 'text') order by key), '[]')
      from jsonb_each(p_goal.plan_answers)),
    'limits', p_goal.plan_limits,
    'person', jsonb_build_object(
      'timezone', v_person.timezone, 'locale', v_person.locale, 'daily_minutes', v_person.daily_minutes,
      'rest_days', v_person.rest_days, 'available_hours', v_person.available_hours,
      'preferred_time', v_person.preferred_time),
    'usual_times', private.usual_times(v_person.id, v_person.timezone),
    'before', case when p_goal.plan_json is not null then jsonb_strip_nulls(jsonb_build_object(
      'start_date', p_goal.plan_json -> 'start_date', 'end_date', p_goal.plan_json -> 'end_date',
      'weeks', p_goal.plan_json -> 'weeks', 'playbook', p_goal.plan_json -> 'playbook')) end,
    'other_minutes', (
      select coalesce(jsonb_object_agg(day, minutes), '{}') from (
        select t.date as day, sum(t.duration_minutes) as minutes
        from public.tasks t join public.goals g on g.id = t.goal_id and g.user_id = t.user_id
        where t.user_id = p_goal.user_id and t.goal_id <> p_goal.id and g.status = 'active'
          and t.status in ('pending', 'done') and t.date >= v_today
        group by t.date) days),
    'timed', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'scheduled_at', scheduled_at, 'duration_minutes', duration_minutes)), '[]')
      from public.tasks
      where user_id = p_goal.user_id and status = 'pending' and recurrence_rule is null and scheduled_at is not null
        and date between v_today - 1 and v_today + 190 and not (goal_id is not distinct from p_goal.id and week is not null)),
    'series', (
      select coalesce(jsonb_agg(private.series_json(s, v_today - 1, v_today + 190)), '[]')
      from public.tasks s
      where s.user_id = p_goal.user_id and s.recurrence_rule is not null and s.status = 'pending' and s.start_time is not null
        and s.date <= v_today + 190 and (s.ends_on is null or s.ends_on >= v_today - 1)),
    'kept', (
      select coalesce(jsonb_agg(private.plan_task(t, v_person.timezone) order by t.date, t.id), '[]')
      from public.tasks t
      where goal_id = p_goal.id and user_id = p_goal.user_id and status = 'done' and week is not null),
    'missed', (
      select coalesce(jsonb_agg(private.plan_task(t, v_person.timezone) order by t.date, t.id), '[]')
      from (
        select * from public.tasks
        where goal_id = p_goal.id and user_id = p_goal.user_id and week is not null
          and (status = 'missed' or status = 'pending' and date < v_today)
        order by date desc, id limit 200) t)
  );
end $$;
grant execute on function private.planning_input(public.goals) to service_role;

/*
 * Returns the planner's input (private.planning_input), and marks it as being at work. Null when there is nothing left to
 * plan: the goal is gone, not active, planned already, or asked to be planned anew since (p_request_id is another). A first
 * plan begins on the day its request is first taken up, kept for the attempts after it unless that was days ago; a later one
 * begins when the one before it began.
 */
create function public.start_planning(p_goal_id uuid, p_request_id uuid, p_run_id text) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_goal public.goals;
begin
  update public.goals g
    set plan_status = 'planning', plan_run_id = p_run_id, updated_at = now(),
        start_date = case when plan_json is not null then (plan_json ->> 'start_date')::date
          when g.plan_status = 'planning' and g.start_date >= u.today - 1 then g.start_date else u.today end
    from (select id, private.local_date(timezone) as today from public.users) u
    where g.id = p_goal_id and u.id = g.user_id and plan_request_id = p_request_id and status = 'active'
      and plan_status in ('pending', 'planning');
  if not found then
    return null;
  end if;
  select * into v_goal from public.goals where id = p_goal_id;
  return private.planning_input(v_goal);
end $$;
grant execute on function public.start_planning(uuid, uuid, text) to service_role;

/* Hashes what a person asked of a plan; the same plan made again has the same hash. */
create function private.plan_basis(p_goal public.goals, p_days integer) returns text
language sql immutable set search_path = '' as $$
  select md5(jsonb_build_array(p_goal.plan_instructions, p_goal.plan_answers, p_goal.plan_limits, p_days)::text)
$$;
grant execute on function private.plan_basis(public.goals, integer) to service_role;

/* The weeks of a plan with what was said of them in looking back on the plan before. */
create function private.with_reviews(p_weeks jsonb, p_before jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(
    case when old.review is null then new.week else new.week || jsonb_build_object('review', old.review) end
    order by new.position), '[]')
  from jsonb_array_elements(p_weeks) with ordinality as new (week, position)
  left join (
    select week ->> 'week' as number, week -> 'review' as review
    from jsonb_array_elements(coalesce(p_before, '[]')) week where week ? 'review') old on old.number = new.week ->> 'week'
$$;
grant execute on function private.with_reviews(jsonb, jsonb) to service_role;

/*
 * True if the tasks of a new plan of a goal, as public.save_plan takes them, still fit its person's days: what they keep is what
 * is done, no day holds more than the person has, and no time is taken.
 */
create function private.fits_the_days(p_goal public.goals, p_tasks jsonb, p_daily_minutes integer) returns boolean
language sql stable set search_path = '' as $$
  with task as (
    select * from jsonb_to_recordset(p_tasks)
      as t (id uuid, date date, scheduled_at timestamptz, duration_minutes integer, kept boolean)
  )
  select not exists (
    select from (select id from task where kept) kept
    full join (
      select id from public.tasks where goal_id = p_goal.id and status = 'done' and week is not null) done using (id)
    where kept.id is null or done.id is null
  ) and not exists (
    select from (select date, sum(duration_minutes) as minutes from task where not kept group by 1) planned
    where minutes + coalesce((
      select sum(t.duration_minutes)
      from public.tasks t join public.goals g on g.id = t.goal_id and g.user_id = t.user_id
      where t.user_id = p_goal.user_id and t.date = planned.date and g.status = 'active'
        and case when t.goal_id = p_goal.id then t.status = 'done' and t.week is not null
          else t.status in ('pending', 'done') end), 0) > p_daily_minutes
  ) and not exists (
    select from task join public.tasks t on t.user_id = p_goal.user_id and t.date between task.date - 1 and task.date + 1
    where not task.kept and t.status = 'pending' and t.recurrence_rule is null
      and not (t.goal_id is not distinct from p_goal.id and t.week is not null)
      and (t.scheduled_at, make_interval(mins => t.duration_minutes))
        overlaps (task.scheduled_at, make_interval(mins => task.duration_minutes)))
$$;
grant execute on function private.fits_the_days(public.goals, jsonb, integer) to service_role;

/*
 * Saves a verified plan with its tasks, all or nothing. The person's row is the lock: two plans of one person are saved
 * one after the other, and the second is measured against the first. p_tasks marks with `kept` what is done of the plan
 * before: those rows stay as they are but for their week, and may exceed a day that is over. What is still open of days that
 * are over is missed; the rest of what is open goes.
 * → "saved" | "superseded" (nothing left to save it for) | "conflict" (a day would hold more than the person has, a time is
 * taken by now, or something was done or reopened in the meantime)
 */
create function public.save_plan(
  p_goal_id uuid, p_request_id uuid, p_plan jsonb, p_tasks jsonb, p_questions jsonb default '[]', p_care jsonb default null
) returns text
language plpgsql security invoker set search_path = '' as $$
declare
  v_goal public.goals;
  v_daily_minutes integer;
  v_today date;
  v_start date := (p_plan ->> 'start_date')::date;
  v_end date := (p_plan ->> 'end_date')::date;
  v_basis text;
begin
  select u.daily_minutes, private.local_date(u.timezone) into v_daily_minutes, v_today
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
  if not private.fits_the_days(v_goal, p_tasks, v_daily_minutes) then
    return 'conflict';
  end if;
  v_basis := private.plan_basis(v_goal, v_end - v_start);
  update public.tasks set status = 'missed'
    where goal_id = p_goal_id and status = 'pending' and week is not null and date < v_today;
  delete from public.tasks where goal_id = p_goal_id and status = 'pending' and week is not null;
  insert into public.tasks (
      id, user_id, goal_id, title, description, date, scheduled_at, duration_minutes, week, planned_day, planned_minutes)
    select id, v_goal.user_id, p_goal_id, title, description, date, scheduled_at, duration_minutes, week,
      greatest(0, date - v_start), duration_minutes
    from jsonb_to_recordset(p_tasks) as task (
      id uuid, title text, description text, date date, scheduled_at timestamptz, duration_minutes integer, week integer)
    on conflict (id) do update set week = excluded.week where tasks.goal_id = p_goal_id;
  update public.goals
    set plan_status = 'ready', plan_error = null, updated_at = now(), questions = p_questions, proposal = null, care = p_care,
        plan_json = p_plan || jsonb_build_object(
          'weeks', private.with_reviews(p_plan -> 'weeks', v_goal.plan_json -> 'weeks')),
        start_date = v_start, target_date = v_end, planned_day = greatest(0, v_today - v_start), plan_basis = v_basis,
        reviewed_week = least(reviewed_week, greatest(0, (v_today - v_start) / 7)),
        -- A plan that goes on pledges the weeks that it adds.
        pledged_minutes = case when plan_basis = v_basis then pledged_minutes + (
          select coalesce(sum(planned_minutes), 0) from public.tasks
          where goal_id = p_goal_id and user_id = v_goal.user_id and status = 'pending'
            and week > jsonb_array_length(v_goal.plan_json -> 'weeks')) else (
          select sum(planned_minutes) from public.tasks
          where goal_id = p_goal_id and user_id = v_goal.user_id and status in ('pending', 'done') and week is not null) end
    where id = p_goal_id;
  return 'saved';
end $$;
grant execute on function public.save_plan(uuid, uuid, jsonb, jsonb, jsonb, jsonb) to service_role;

/*
 * Ends a planning request whose words allow no plan: p_care is what is said instead. A plan that the goal has already is left
 * alone. True if the request was still open.
 */
create function public.heed_care(p_goal_id uuid, p_request_id uuid, p_care jsonb) returns boolean
language sql security invoker set search_path = '' as $$
  with heeded as (
    update public.goals set care = p_care, updated_at = now()
    where id = p_goal_id and plan_request_id = p_request_id and plan_status in ('pending', 'planning')
    returning 1)
  select exists (select from heeded)
$$;
grant execute on function public.heed_care(uuid, uuid, jsonb) to service_role;

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
grant execute on function public.fail_planning(uuid, uuid, text) to service_role;
