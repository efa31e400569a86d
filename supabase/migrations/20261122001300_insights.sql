-- A person's record of what they did and missed, for them to see.

/*
 * Counts what the person did and missed in this week and the eleven before it: by week (from Monday), by weekday (0 is Sunday), by part
 * of the day (morning until 12:00, midday until 17:00, then evening; untimed what had no time), and the minutes by goal. What is
 * still open of days that are over counts as missed. Repeating tasks count where something became of them. A day with nothing to
 * do does not break the streak, nor does today. Null for nobody.
 */
create function public.insights(p_user_id uuid default null) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_user uuid := private.actor(p_user_id);
  v_timezone text := (select timezone from public.users where id = v_user);
  v_today date := private.local_date(v_timezone);
  v_from date := date_trunc('week', v_today)::date - 77;
begin
  if v_timezone is null then
    return null;
  end if;
  return (
    with task as materialized (
      select date, goal_id, duration_minutes as minutes, status = 'done' as is_done,
        (completed_at at time zone v_timezone)::date as done_on, (scheduled_at at time zone v_timezone)::time as time
      from public.tasks
      where user_id = v_user and recurrence_rule is null and date between v_today - 400 and v_today
        and (status in ('done', 'missed') or status = 'pending' and date < v_today)
    ), recent as materialized (
      select *, case when time is null then 'untimed' when time < '12:00' then 'morning' when time < '17:00' then 'midday'
        else 'evening' end as part
      from task where date >= v_from
    ), day as (
      select day, bool_or(is_done) as has_done
      from (
        select date as day, is_done from task union all select done_on, true from task where is_done and done_on <= v_today) each
      group by day
    )
    select jsonb_build_object(
      'from', v_from, 'to', v_today,
      'done', (select count(*) from recent where is_done),
      'missed', (select count(*) from recent where not is_done),
      'streak_days', (
        select count(*) from day
        where has_done and day.day > coalesce(
          (select max(idle.day) from day idle where not idle.has_done and idle.day < v_today), '-infinity')),
      'weeks', (
        select jsonb_agg(jsonb_build_object(
          'starts_on', starts_on,
          'done', (select count(*) from recent where is_done and date between starts_on and starts_on + 6),
          'missed', (select count(*) from recent where not is_done and date between starts_on and starts_on + 6),
          'minutes', (select coalesce(sum(minutes), 0) from recent where is_done and date between starts_on and starts_on + 6))
          order by starts_on)
        from (select v_from + 7 * n as starts_on from generate_series(0, 11) n) week),
      'by_weekday', (
        select jsonb_agg(jsonb_build_object(
          'done', (select count(*) from recent where is_done and extract(dow from date) = weekday),
          'missed', (select count(*) from recent where not is_done and extract(dow from date) = weekday)) order by weekday)
        from generate_series(0, 6) weekday),
      'by_part_of_day', (
        select jsonb_object_agg(name, jsonb_build_object(
          'done', (select count(*) from recent where is_done and part = name),
          'missed', (select count(*) from recent where not is_done and part = name)))
        from unnest(array['morning', 'midday', 'evening', 'untimed']) name),
      'by_goal', (
        select coalesce(jsonb_agg(jsonb_build_object('goal_id', goal_id, 'minutes', minutes) order by minutes desc, goal_id), '[]')
        from (
          select goal_id, sum(minutes) as minutes from recent where is_done and goal_id is not null
          group by goal_id order by 2 desc, 1 limit 50) goal)));
end $$;
grant execute on function public.insights(uuid) to authenticated, service_role;
