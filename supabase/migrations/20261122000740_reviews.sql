-- Looking back on each week of a plan: owed when it has ended where its person is, done once.

-- The sweep looks at the goals of which another week may be over.
create index goals_to_review on public.goals ((start_date + 7 * (reviewed_week + 1)))
  where status = 'active' and plan_status = 'ready' and plan_json is not null;

/*
 * Owes a look back for every goal of which a week has ended where its person is, once for each goal and week; again after half
 * an hour where none was done. A goal that cannot be read is left out and said so in the log. → how many
 */
create function public.owe_reviews() returns integer
language plpgsql security invoker set search_path = '' as $$
declare
  v_goal record;
  v_week integer;
  v_owed integer := 0;
begin
  for v_goal in
    select g.id, g.user_id, g.start_date, g.reviewed_week, g.plan_json -> 'weeks' as weeks, u.timezone
    from public.goals g join public.users u on u.id = g.user_id
    where g.status = 'active' and g.plan_status = 'ready' and g.plan_json is not null
      -- Nowhere is it a later day than in UTC+14.
      and g.start_date + 7 * (g.reviewed_week + 1) <= (now() at time zone 'UTC' + interval '14 hours')::date
      and (g.review_owed_at is null or g.review_owed_at < now() - interval '30 minutes')
    order by g.review_owed_at nulls first limit 500 for update of g skip locked
  loop
    begin
      v_week := least((private.local_date(v_goal.timezone) - v_goal.start_date) / 7, jsonb_array_length(v_goal.weeks));
      if v_week > v_goal.reviewed_week then
        update public.goals set review_owed_at = now() where id = v_goal.id;
        insert into private.outbox (user_id, name, data) values (v_goal.user_id, 'goal/review.due', jsonb_build_object(
          'goal_id', v_goal.id, 'user_id', v_goal.user_id, 'week', v_week));
        v_owed := v_owed + 1;
      end if;
    exception when others then
      raise warning 'goal % cannot be looked back on: %', v_goal.id, sqlerrm;
      update public.goals set review_owed_at = now() where id = v_goal.id;
    end;
  end loop;
  return v_owed;
end $$;
grant execute on function public.owe_reviews() to service_role;

/*
 * Begins to look back on a week of a goal: what is still open of its days that are over is missed from now on. Null when there
 * is nothing to look back on: the goal is gone, not active, being planned, or the week has been looked back on.
 * → {planning: private.planning_input, request_id, today, end_date, starts_at: HH:MM, quiet_hours, can_push,
 *   tasks: [{week, weekday, minutes, status, start_time?, done_time?}] of the last four weeks as they were planned}
 */
create function public.start_review(p_goal_id uuid, p_week integer) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_goal public.goals;
  v_person public.users;
  v_today date;
begin
  select * into v_goal from public.goals where id = p_goal_id;
  if not found or v_goal.status <> 'active' or v_goal.plan_status <> 'ready' or v_goal.reviewed_week >= p_week then
    return null;
  end if;
  select * into v_person from public.users where id = v_goal.user_id;
  v_today := private.local_date(v_person.timezone);
  update public.tasks set status = 'missed'
    where goal_id = v_goal.id and user_id = v_goal.user_id and status = 'pending' and week <= p_week and date < v_today;
  return jsonb_build_object(
    'planning', private.planning_input(v_goal),
    'request_id', v_goal.plan_request_id,
    'starts_at', v_person.available_hours -> 'from',
    'quiet_hours', v_person.quiet_hours,
    'can_push', exists (select from public.push_subscriptions where user_id = v_person.id),
    'weeks', jsonb_array_length(v_goal.plan_json -> 'weeks'),
    'has_later', v_goal.plan_json -> 'later' <> '[]',
    'tasks', (
      select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'week', week, 'weekday', (extract(dow from v_goal.start_date)::integer + planned_day) % 7,
        'minutes', planned_minutes, 'status', status,
        'start_time', to_char(scheduled_at at time zone v_person.timezone, 'HH24:MI'),
        'done_time', to_char(completed_at at time zone v_person.timezone, 'HH24:MI'))) order by week, planned_day, id), '[]')
      from public.tasks
      where goal_id = v_goal.id and user_id = v_goal.user_id and week between p_week - 3 and p_week
        and planned_day is not null and status <> 'cancelled'));
end $$;
grant execute on function public.start_review(uuid, integer) to service_role;

/*
 * Keeps what looking back on a week came to, once: a line about the week in the plan, a proposal or none, a notice to push at
 * p_notice.at, and where the plan has later phases the request to plan on. False when that has been done, or the plan is
 * another one by now.
 */
create function public.save_review(p_goal_id uuid, p_request_id uuid, p_review jsonb) returns boolean
language plpgsql security invoker set search_path = '' as $$
declare
  v_goal public.goals;
  v_week integer := (p_review ->> 'week')::integer;
  v_notice jsonb := p_review -> 'notice';
begin
  select * into v_goal from public.goals where id = p_goal_id for update;
  if not found or v_goal.status <> 'active' or v_goal.plan_status <> 'ready' or v_goal.plan_request_id <> p_request_id
    or v_goal.reviewed_week >= v_week then
    return false;
  end if;
  update public.goals
    set review_owed_at = null, proposal = nullif(p_review -> 'proposal', 'null'),
        -- After the last week there is none to come.
        reviewed_week = case when v_week = jsonb_array_length(plan_json -> 'weeks') and plan_json -> 'later' = '[]'
          then 262 else v_week end,
        plan_json = case when p_review ->> 'line' is null then plan_json
          else jsonb_set(plan_json, array['weeks', (v_week - 1)::text, 'review'], p_review -> 'line') end
    where id = p_goal_id;
  if v_notice ->> 'at' is not null then
    insert into private.reminders (user_id, kind, task_id, scheduled_at, remind_at, message)
      values (v_goal.user_id, 'notice', p_goal_id || '@' || v_week, (v_notice ->> 'at')::timestamptz,
        (v_notice ->> 'at')::timestamptz, v_notice - 'at')
      on conflict do nothing;
    perform private.owe_minutes(array[(v_notice ->> 'at')::timestamptz]);
  end if;
  if (p_review ->> 'plan_on')::boolean then
    perform private.request_plan(p_goal_id, null, v_goal.user_id);
  end if;
  return true;
end $$;
grant execute on function public.save_review(uuid, uuid, jsonb) to service_role;
