-- What the assistant knows of a person before they say anything, in one reading.

/*
 * A person's snapshot: who they are, their active goals with progress (newest first, 20 at most), their tasks from a week
 * ago to a week ahead as public.list_tasks gives them, and the 30 newest memories. Every row is the person's own.
 * → {person: {name, timezone, locale, daily_minutes}, goals: [{id, title, target_date, plan_status, progress}],
 *    tasks: {tasks, series, from, to}, memories: [{text}]}
 */
create function private.person_snapshot(p_user_id uuid) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object(
    'person', jsonb_build_object(
      'name', u.name, 'timezone', u.timezone, 'locale', u.locale, 'daily_minutes', u.daily_minutes),
    'goals', (
      select coalesce(jsonb_agg(to_jsonb(g) - 'created_at' order by g.created_at desc), '[]') from (
        select id, title, target_date, plan_status, progress, created_at from public.goal_details
        where user_id = u.id and status = 'active' order by created_at desc limit 20) g),
    'tasks', public.list_tasks(
      private.local_date(u.timezone) - 7, private.local_date(u.timezone) + 6, null, 'pending', null, 60, u.id),
    'memories', private.memories_of(u.id, 30))
  from public.users u where u.id = p_user_id
$$;

revoke execute on function private.person_snapshot(uuid) from public, anon, authenticated;
grant execute on function private.person_snapshot(uuid) to authenticated, service_role;
