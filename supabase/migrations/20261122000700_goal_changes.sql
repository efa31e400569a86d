-- Goals that change: planned again, finished, set aside, deleted.

-- ── Planning again ──────────────────────────────────────────────────────────────────────────────────────────────────

/*
 * Asks for a plan of a person's goal and owes its event; what was asked before is out of date from here on. Null wishes
 * leave those that were there. Security definer: people may not write a plan's state themselves. → the request's id, null
 * for no such active goal
 */
create function private.request_plan(p_goal_id uuid, p_instructions text default null, p_user_id uuid default null)
returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.actor(p_user_id);
  v_request uuid := gen_random_uuid();
begin
  update public.goals
    set plan_status = 'pending', plan_error = null, plan_request_id = v_request, plan_run_id = null, plan_restarts = 0,
        plan_instructions = coalesce(p_instructions, plan_instructions), updated_at = now()
    where id = p_goal_id and user_id = v_user and status = 'active';
  if not found then
    return null;
  end if;
  perform private.owe_plan(p_goal_id);
  return v_request;
end $$;
grant execute on function private.request_plan(uuid, text, uuid) to authenticated, service_role;

/* Ends the planning of a goal that is no longer active: its plan is the one it had. */
create function private.stop_planning(p_goal_id uuid) returns void
language sql security invoker set search_path = '' as $$
  update public.goals
    set plan_request_id = gen_random_uuid(),
        plan_status = case when plan_json is null then 'failed' else 'ready' end,
        plan_error = case when plan_json is null
          then 'Planning stopped, because the goal was no longer active. Set it to active and it is planned.' end,
        start_date = coalesce((plan_json ->> 'start_date')::date, start_date)
    where id = p_goal_id and plan_status in ('pending', 'planning')
$$;

/*
 * Changes the caller's goal to the columns in p_changes. A new target date plans again, and so does becoming active: other
 * goals may have taken its minutes; and words that may be planned after words that might not. A goal that is no longer active takes its planned tasks off the calendar.
 */
create function private.change_goal(p_goal_id uuid, p_changes jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_old public.goals;
  v_new public.goals;
begin
  -- Tasks first, then their goal: the order in which finishing a task takes them (private.complete_or_reopen_goal).
  perform from public.tasks where goal_id = p_goal_id and user_id = auth.uid() order by id for update;
  select * into v_old from public.goals where id = p_goal_id and user_id = auth.uid() for update;
  if not found then
    return;
  end if;
  v_new := jsonb_populate_record(v_old, p_changes);
  update public.goals
    set title = v_new.title, description = v_new.description, status = v_new.status, target_date = v_new.target_date,
        care = v_new.care, updated_at = now()
    where id = p_goal_id;
  if v_new.status <> 'active' then
    perform private.stop_planning(p_goal_id);
    update public.tasks set status = 'cancelled'
      where goal_id = p_goal_id and user_id = v_old.user_id and status = 'pending' and week is not null;
  elsif v_old.status <> 'active' then
    delete from public.tasks t using public.users u
      where t.goal_id = p_goal_id and t.user_id = v_old.user_id and u.id = t.user_id
        and t.status = 'cancelled' and t.week is not null and t.date >= private.local_date(u.timezone);
    perform private.request_plan(p_goal_id);
  elsif v_new.care ->> 'tier' = 'nothing' then
    return;
  elsif v_new.target_date is distinct from v_old.target_date
    or v_old.care ->> 'tier' = 'nothing' and v_old.plan_json is null then
    perform private.request_plan(p_goal_id);
  end if;
end $$;
grant execute on function private.change_goal(uuid, jsonb) to authenticated;

/*
 * Changes a goal of the caller's: p_changes holds title, description, status, target_date (null: as its words say) or care. Null
 * for no such goal. See private.begin_request for p_request and the outcomes; besides them private.refusal.
 */
create function public.change_goal(p_goal_id uuid, p_changes jsonb, p_request jsonb default '{}') returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_goal public.goals;
  v_target date := (p_changes ->> 'target_date')::date;
  v_opened jsonb;
begin
  select * into v_goal from public.goals where id = p_goal_id and user_id = (select auth.uid());
  if not found then
    return null;
  end if;
  if p_changes ? 'target_date' and v_target is distinct from v_goal.target_date then
    v_opened := coalesce(private.target_refusal(v_target), case
      when coalesce(p_changes ->> 'status', v_goal.status) <> 'active' then private.refusal('target_needs_active_goal') end);
  end if;
  v_opened := coalesce(v_opened, private.begin_request('change_goal', 'goals', p_request));
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  perform private.change_goal(p_goal_id, p_changes);
  return private.finish_request('change_goal', p_request, v_opened,
    (select to_jsonb(d) from public.goal_details d where d.id = p_goal_id));
end $$;
grant execute on function public.change_goal(uuid, jsonb, jsonb) to authenticated;

/*
 * Plans a goal of the caller's again, from their today on; what is done stays. Null for no such goal. See
 * private.begin_request for p_request and the outcomes; besides them private.refusal.
 */
create function public.plan_goal(p_goal_id uuid, p_instructions text default null, p_request jsonb default '{}')
returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_status text := (select status from public.goals where id = p_goal_id and user_id = (select auth.uid()));
  v_opened jsonb;
begin
  if v_status is null then
    return null;
  end if;
  if v_status <> 'active' then
    return private.refusal('goal_not_active', null, jsonb_build_object('status', v_status));
  end if;
  v_opened := private.begin_request('plan_goal', 'goals', p_request);
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  perform private.request_plan(p_goal_id, p_instructions);
  return private.finish_request('plan_goal', p_request, v_opened,
    (select to_jsonb(d) from public.goal_details d where d.id = p_goal_id));
end $$;
grant execute on function public.plan_goal(uuid, text, jsonb) to authenticated;

/* Deletes a goal of the caller's with its tasks. Null for no such goal. See private.begin_request for the outcomes; result is {} */
create function public.delete_goal(p_goal_id uuid) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb := private.begin_request('delete_goal', 'writes', '{}');
begin
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  delete from public.goals where id = p_goal_id and user_id = (select auth.uid());
  return case when found then private.finish_request('delete_goal', '{}', v_opened, '{}') end;
end $$;
grant execute on function public.delete_goal(uuid) to authenticated;

-- ── Progress ────────────────────────────────────────────────────────────────────────────────────────────────────────

/*
 * The last task of the last week completes the goal, unless later phases follow. Reopening that very task makes it active again, since a tap on the
 * wrong line must be undone by another tap; a goal that was completed in so many words stays so.
 * Security definer: people may not write a goal's status past public.change_goal.
 */
create function private.complete_or_reopen_goal() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_goal public.goals;
begin
  -- The lock makes two tasks that are done at the same moment see each other.
  select * into v_goal from public.goals where id = new.goal_id and user_id = new.user_id for update;
  if new.week is distinct from jsonb_array_length(v_goal.plan_json -> 'weeks')
    or v_goal.plan_json -> 'later' <> '[]' or exists (
      select from public.tasks
      where goal_id = new.goal_id and user_id = new.user_id and week = new.week and id <> new.id
        and status not in ('done', 'cancelled') and not (status = 'missed' and planned_day < v_goal.planned_day)
    ) then
    return null;
  end if;
  if new.status = 'done' and v_goal.status = 'active' then
    update public.goals set status = 'completed', updated_at = now() where id = v_goal.id;
    perform private.stop_planning(v_goal.id);
  elsif new.status <> 'done' and v_goal.status = 'completed' then
    update public.goals set status = 'active', updated_at = now() where id = v_goal.id;
  end if;
  return null;
end $$;

create trigger complete_or_reopen_goal after update of status on public.tasks
  for each row when (new.goal_id is not null and new.week is not null and (old.status = 'done') <> (new.status = 'done'))
  execute function private.complete_or_reopen_goal();
