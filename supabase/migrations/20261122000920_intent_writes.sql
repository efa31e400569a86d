-- Writes of intents, and their undoing.

/* The rows of a task that a change of it may touch: itself, one day's exception, and those that are to be forgotten. */
create function private.task_snapshot(p_user_id uuid, p_id uuid, p_day date, p_forget_from date) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(t) order by t.id), '[]') from public.tasks t
  where t.user_id = p_user_id and (t.id = p_id
    or t.series_id = p_id and (t.original_date = p_day or t.original_date >= p_forget_from and t.status = 'pending'))
$$;

/* Returns the fields of a goal that its person wrote. */
create function private.goal_image(p_goal public.goals) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_array(p_goal.title, p_goal.description, p_goal.target_date, p_goal.status)
$$;

/* A goal's plan and what is still to do of it, as private.restore_plan takes it. */
create function private.plan_snapshot(p_goal public.goals) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'goal', jsonb_build_object(
      'plan_status', p_goal.plan_status, 'plan_error', p_goal.plan_error, 'plan_json', p_goal.plan_json,
      'plan_instructions', p_goal.plan_instructions, 'plan_limits', p_goal.plan_limits, 'questions', p_goal.questions,
      'start_date', p_goal.start_date, 'target_date', p_goal.target_date, 'planned_day', p_goal.planned_day,
      'plan_basis', p_goal.plan_basis, 'pledged_minutes', p_goal.pledged_minutes),
    'tasks', (
      select coalesce(jsonb_agg(to_jsonb(t) order by t.id), '[]') from public.tasks t
      where t.goal_id = p_goal.id and t.user_id = p_goal.user_id and t.week is not null and t.status = 'pending'))
$$;

/*
 * Puts back the plan that a goal had before a request for another one, if none was asked for since: its pending tasks come
 * back, what was done in the meantime stays done. → whether it did
 */
create function private.restore_plan(p_user_id uuid, p_goal_id uuid, p_request_id uuid, p_image jsonb) returns boolean
language plpgsql set search_path = '' as $$
declare
  v_goal public.goals;
  v_before public.goals;
begin
  -- Tasks first, see private.change_goal.
  perform from public.tasks where goal_id = p_goal_id and user_id = p_user_id order by id for update;
  select * into v_goal from public.goals
    where id = p_goal_id and user_id = p_user_id and status = 'active' and plan_request_id = p_request_id for update;
  if not found then
    return false;
  end if;
  v_before := jsonb_populate_record(v_goal, p_image -> 'goal');
  if v_goal.plan_status = 'ready' then
    delete from public.tasks where goal_id = p_goal_id and user_id = p_user_id and week is not null and status = 'pending';
    insert into public.tasks select * from jsonb_populate_recordset(null::public.tasks, p_image -> 'tasks')
      on conflict (id) do nothing;
  end if;
  update public.goals
    set plan_status = v_before.plan_status, plan_error = v_before.plan_error, plan_json = v_before.plan_json,
        plan_instructions = v_before.plan_instructions, plan_limits = v_before.plan_limits, questions = v_before.questions,
        start_date = v_before.start_date, target_date = v_before.target_date, planned_day = v_before.planned_day,
        plan_basis = v_before.plan_basis, pledged_minutes = v_before.pledged_minutes, plan_request_id = gen_random_uuid(), updated_at = now()
    where id = p_goal_id;
  if v_before.plan_status in ('pending', 'planning') then
    perform private.request_plan(p_goal_id, null, p_user_id);
  end if;
  return true;
end $$;

create function private.memory_image(p_user_id uuid, p_ids uuid[]) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(m) order by m.id), '[]') from public.memories m
  where m.user_id = p_user_id and m.id = any (p_ids)
$$;

/*
 * Takes back what a call wrote, if it is still as the call left it. → whether it did
 * undo is {title} with {goal_id, after: its texts} | {goal_id, request_id, plan} | {message_id} | {memories: {ids, before, after}}
 * | {task_id, day, forget_from, before, after: rows of tasks}, where before is empty for what was made
 */
create function private.undo_intent(p_call public.intent_calls) returns boolean
language plpgsql set search_path = '' as $$
declare
  v_user uuid := p_call.user_id;
  v_undo jsonb := p_call.undo;
  v_ids uuid[];
begin
  if v_undo is null or p_call.undone_at is not null then
    return false;
  end if;
  if v_undo ? 'plan' then
    if not private.restore_plan(
      v_user, (v_undo ->> 'goal_id')::uuid, (v_undo ->> 'request_id')::uuid, v_undo -> 'plan') then
      return false;
    end if;
  elsif v_undo ? 'memories' then
    v_ids := array(select jsonb_array_elements_text(v_undo #> '{memories,ids}')::uuid);
    perform from public.users where id = v_user for no key update;
    if private.memory_image(v_user, v_ids) <> v_undo #> '{memories,after}' then
      return false;
    end if;
    delete from public.memories where user_id = v_user and id = any (v_ids);
    insert into public.memories
      select * from jsonb_populate_recordset(null::public.memories, v_undo #> '{memories,before}')
      on conflict do nothing;
  elsif v_undo ? 'goal_id' then
    delete from public.goals g where id = (v_undo ->> 'goal_id')::uuid and user_id = v_user
      and private.goal_image(g) = v_undo -> 'after'
      and not exists (select from public.tasks where goal_id = g.id and user_id = v_user and status = 'done');
    if not found then
      return false;
    end if;
  elsif v_undo ? 'message_id' then
    perform from public.chat_messages
      where id = (v_undo ->> 'message_id')::uuid and user_id = v_user and status in ('queued', 'running');
    if not found then
      return false;
    end if;
    perform public.finish_message((v_undo ->> 'message_id')::uuid, 'cancelled', private.cancelled_response());
  else
    perform from public.tasks where id = (v_undo ->> 'task_id')::uuid and user_id = v_user for update;
    if v_undo -> 'after' is distinct from private.task_snapshot(
      v_user, (v_undo ->> 'task_id')::uuid, (v_undo ->> 'day')::date, (v_undo ->> 'forget_from')::date)
      or v_undo -> 'before' = '[]' and exists (
        select from public.tasks where series_id = (v_undo ->> 'task_id')::uuid and user_id = v_user) then
      return false;
    end if;
    delete from public.tasks
      where user_id = v_user and id in (select (after ->> 'id')::uuid from jsonb_array_elements(v_undo -> 'after') after)
        and id not in (select (before ->> 'id')::uuid from jsonb_array_elements(v_undo -> 'before') before);
    insert into public.tasks select * from jsonb_populate_recordset(null::public.tasks, v_undo -> 'before')
      on conflict (id) do update set
        title = excluded.title, description = excluded.description, status = excluded.status, date = excluded.date,
        scheduled_at = excluded.scheduled_at, duration_minutes = excluded.duration_minutes,
        recurrence_rule = excluded.recurrence_rule, timezone = excluded.timezone, start_time = excluded.start_time,
        ends_on = excluded.ends_on, excluded_dates = excluded.excluded_dates;
  end if;
  update public.intent_calls set undone_at = now() where id = p_call.id;
  return true;
end $$;

/* Creates a task. This and the functions after it each make one kind of write, see private.write_intent. */
create function private.write_new_task(p_user_id uuid, p_write jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_done jsonb := public.create_task(p_write -> 'task', null, p_user_id);
begin
  if v_done ->> 'outcome' <> 'created' then
    return jsonb_build_object('refused', v_done -> 'code');
  end if;
  return jsonb_build_object('data', jsonb_build_object('task', v_done -> 'result'), 'undo', jsonb_build_object(
    'title', v_done #> '{result,title}', 'task_id', v_done #> '{result,id}', 'before', '[]'::jsonb,
    'after', private.task_snapshot(p_user_id, (v_done #>> '{result,id}')::uuid, null, null)));
end $$;

create function private.write_task_change(p_user_id uuid, p_write jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_id uuid := (p_write ->> 'task_id')::uuid;
  v_day date := (p_write ->> 'day')::date;
  v_forget_from date := (p_write ->> 'forget_from')::date;
  v_before jsonb;
  v_done jsonb;
begin
  perform from public.tasks where id = v_id and user_id = p_user_id for update;
  v_before := private.task_snapshot(p_user_id, v_id, v_day, v_forget_from);
  v_done := public.change_task(v_id, p_write -> 'changes', v_day, p_write -> 'occurrence', v_forget_from, p_user_id);
  if v_done is null then
    return jsonb_build_object('refused', 'no_task');
  elsif v_done ->> 'outcome' <> 'created' then
    return jsonb_build_object('refused', v_done -> 'code');
  end if;
  return jsonb_build_object('data', jsonb_build_object('task', v_done -> 'result'), 'undo', jsonb_build_object(
    'title', v_done #> '{result,title}', 'task_id', v_id, 'day', v_day, 'forget_from', v_forget_from,
    'before', v_before, 'after', private.task_snapshot(p_user_id, v_id, v_day, v_forget_from)));
end $$;

/* Adds an active goal and owes its planning, if it may be planned. */
create function private.write_new_goal(p_user_id uuid, p_write jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_goal public.goals;
begin
  insert into public.goals (user_id, title, description, target_date, care)
    values (p_user_id, p_write ->> 'title', p_write ->> 'description', (p_write ->> 'target_date')::date,
      nullif(p_write -> 'care', 'null'))
    returning * into v_goal;
  perform private.owe_plan(v_goal.id);
  return jsonb_build_object(
    'data', jsonb_build_object('goal', jsonb_build_object(
      'id', v_goal.id, 'title', v_goal.title, 'plan_status', v_goal.plan_status, 'target_date', v_goal.target_date)),
    'undo', jsonb_build_object('title', v_goal.title, 'goal_id', v_goal.id, 'after', private.goal_image(v_goal)));
end $$;

create function private.write_new_plan(p_user_id uuid, p_write jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_goal_id uuid := (p_write ->> 'goal_id')::uuid;
  v_before jsonb;
  v_request uuid;
begin
  perform from public.tasks where goal_id = v_goal_id and user_id = p_user_id order by id for update;
  select private.plan_snapshot(g) into v_before from public.goals g where id = v_goal_id and user_id = p_user_id for update;
  v_request := private.request_plan(v_goal_id, p_write ->> 'instructions', p_user_id);
  if v_request is null then
    return jsonb_build_object('refused', 'goal_not_active');
  end if;
  return jsonb_build_object(
    'data', jsonb_build_object('goal_id', v_goal_id),
    'undo', jsonb_build_object(
      'title', p_write -> 'title', 'goal_id', v_goal_id, 'request_id', v_request, 'plan', v_before));
end $$;

create function private.write_memory(p_user_id uuid, p_call jsonb, p_write jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_ids uuid[] := array(select id from public.memories where user_id = p_user_id
    and (subject = p_write ->> 'subject' or id = (p_write ->> 'replaces')::uuid));
  v_before jsonb := private.memory_image(p_user_id, v_ids);
  v_memory public.memories := private.keep_memory(p_write ->> 'text', p_write ->> 'subject',
    -- A message's call is named by the message and a place.
    coalesce(p_call ->> 'session_id', nullif(split_part(p_call ->> 'call_id', ':', 1), ''), 'account'),
    (p_write ->> 'replaces')::uuid, p_user_id);
begin
  if v_memory.id is null then
    return jsonb_build_object('refused', 'memories_limit');
  end if;
  v_ids := v_ids || v_memory.id;
  return jsonb_build_object('undo', jsonb_build_object('title', p_write -> 'text', 'memories', jsonb_build_object(
    'ids', v_ids, 'before', v_before, 'after', private.memory_image(p_user_id, v_ids))));
end $$;

create function private.write_forgetting(p_user_id uuid, p_write jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_ids uuid[] := array(select jsonb_array_elements_text(p_write -> 'ids')::uuid);
  v_before jsonb := private.memory_image(p_user_id, v_ids);
begin
  delete from public.memories where user_id = p_user_id and id = any (v_ids);
  return jsonb_build_object('undo', jsonb_build_object('title', p_write -> 'title', 'memories', jsonb_build_object(
    'ids', v_ids, 'before', v_before, 'after', '[]'::jsonb)));
end $$;

/* Hands a request over to the chat: one that came by voice goes into the conversation that is named as the session is. */
create function private.write_message(p_user_id uuid, p_call jsonb, p_write jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_client text := coalesce(p_call ->> 'session_id', (
    select client_id from public.conversations where id = (p_call ->> 'conversation_id')::uuid and user_id = p_user_id));
  v_message uuid := private.add_message(v_client, p_write ->> 'request', p_deferred => true, p_user_id => p_user_id);
begin
  return jsonb_build_object(
    'data', jsonb_build_object('client_id', v_client, 'message_id', v_message),
    'undo', jsonb_build_object('title', p_write -> 'request', 'message_id', v_message));
end $$;

create function private.write_undoing(p_user_id uuid, p_call jsonb, p_write jsonb) returns jsonb
language sql set search_path = '' as $$
  select case when case when p_write ->> 'call_id' like 'proposal:%'
      then private.undo_proposal(p_user_id, split_part(p_write ->> 'call_id', ':', 2)::uuid)
      else private.undo_intent(private.intent_call(p_user_id, p_call || jsonb_build_object('call_id', p_write -> 'call_id'))) end
    then jsonb '{}' else jsonb '{"refused": "changed_since"}' end
$$;

/*
 * Makes the one write that an intent's answer stands for (lib/intents/write.ts).
 * → {data?, undo?}, or {refused: a code of lib/refusals.ts} when it is no longer possible
 */
create function private.write_intent(p_user_id uuid, p_call jsonb, p_write jsonb) returns jsonb
language plpgsql set search_path = '' as $$
begin
  case p_write ->> 'kind'
    when 'create_task' then return private.write_new_task(p_user_id, p_write);
    when 'change_task' then return private.write_task_change(p_user_id, p_write);
    when 'create_goal' then return private.write_new_goal(p_user_id, p_write);
    when 'replan_goal' then return private.write_new_plan(p_user_id, p_write);
    when 'remember' then return private.write_memory(p_user_id, p_call, p_write);
    when 'forget' then return private.write_forgetting(p_user_id, p_write);
    when 'run_code' then return private.write_message(p_user_id, p_call, p_write);
    when 'undo' then return private.write_undoing(p_user_id, p_call, p_write);
  end case;
end $$;
