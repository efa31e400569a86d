-- What people say to a plan: answers to its questions, and yes or no to a proposed change.

/*
 * Answers questions of a goal of the caller's, [{id, text}], and plans it again with them. An answer may be given anew. Null
 * for no such goal. See private.begin_request for p_request and the outcomes; besides them {outcome: "invalid", field, message}
 * for a question that was not asked, and {outcome: "conflict", message}.
 */
create function public.answer_goal(p_goal_id uuid, p_answers jsonb, p_request jsonb default '{}') returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_goal public.goals;
  v_position integer;
  v_opened jsonb;
begin
  select * into v_goal from public.goals where id = p_goal_id and user_id = (select auth.uid());
  if not found then
    return null;
  end if;
  if v_goal.status <> 'active' then
    return jsonb_build_object('outcome', 'conflict', 'message', format(
      'This goal is %s. Set its status to active, then answer.', v_goal.status));
  end if;
  select position - 1 into v_position from jsonb_array_elements(p_answers) with ordinality as answers (answer, position)
    where not v_goal.plan_answers ? (answer ->> 'id') and not exists (
      select from jsonb_array_elements(v_goal.questions) question where question ->> 'id' = answer ->> 'id')
    order by position limit 1;
  if found then
    return jsonb_build_object('outcome', 'invalid', 'field', format('answers.%s.id', v_position), 'message',
      'is not a question of this goal: send the id of one of its questions');
  end if;
  v_opened := private.begin_request('answer_goal', 'goals', p_request);
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  perform private.keep_answers(p_goal_id, p_answers);
  return private.finish_request('answer_goal', p_request, v_opened,
    (select to_jsonb(d) from public.goal_details d where d.id = p_goal_id));
end $$;

/*
 * Keeps answers to questions that a goal of the caller's has asked, and asks for its plan. Security definer: people may not
 * write a plan's state themselves.
 */
create function private.keep_answers(p_goal_id uuid, p_answers jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_goal public.goals;
  v_kept jsonb;
begin
  select * into v_goal from public.goals where id = p_goal_id and user_id = auth.uid() and status = 'active' for update;
  select coalesce(jsonb_object_agg(answer ->> 'id', jsonb_build_object(
      'question', coalesce(question ->> 'text', v_goal.plan_answers #>> array[answer ->> 'id', 'question']),
      'text', left(answer ->> 'text', 500))), '{}')
    into v_kept
    from jsonb_array_elements(p_answers) answer
    left join jsonb_array_elements(v_goal.questions) question on question ->> 'id' = answer ->> 'id'
    where question is not null or v_goal.plan_answers ? (answer ->> 'id');
  update public.goals
    set plan_answers = plan_answers || v_kept,
        questions = (
          select coalesce(jsonb_agg(question order by position), '[]')
          from jsonb_array_elements(questions) with ordinality as asked (question, position)
          where not v_kept ? (question ->> 'id'))
    where id = v_goal.id;
  perform private.request_plan(v_goal.id);
end $$;

-- ── Proposals ───────────────────────────────────────────────────────────────────────────────────────────────────────

/* The last proposal that was taken for a goal, and how its plan was before: columns of the goal, and its open tasks. */
create table private.taken_proposals (
  goal_id uuid primary key references public.goals (id) on delete cascade,
  user_id uuid not null references public.users (id) on delete cascade,
  title text not null,
  goal jsonb not null,
  tasks jsonb not null,
  taken_at timestamptz not null default now()
);
create index taken_proposals_by_user on private.taken_proposals (user_id, taken_at);
alter table private.taken_proposals enable row level security;
revoke all on table private.taken_proposals from public, anon, authenticated;
grant all on table private.taken_proposals to service_role;

/*
 * Takes or leaves the proposal of a goal of the caller's. Security definer: people may not write a plan's state themselves.
 * → whether there was one
 */
create function private.decide_proposal(p_goal_id uuid, p_accept boolean) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  v_goal public.goals;
  v_change jsonb;
begin
  -- Tasks first, see private.change_goal.
  perform from public.tasks where goal_id = p_goal_id and user_id = auth.uid() order by id for update;
  select * into v_goal from public.goals where id = p_goal_id and user_id = auth.uid() for update;
  if v_goal.proposal is null or v_goal.status <> 'active' then
    return false;
  end if;
  v_change := v_goal.proposal -> 'change';
  update public.goals
    set proposal = null, updated_at = now(),
        plan_limits = case when p_accept then plan_limits || coalesce(v_change -> 'limits', '{}') else plan_limits end,
        target_date = case when p_accept then coalesce((v_change ->> 'target_date')::date, target_date) else target_date end
    where id = p_goal_id;
  if p_accept then
    insert into private.taken_proposals (goal_id, user_id, title, goal, tasks)
      values (p_goal_id, v_goal.user_id, v_goal.title, to_jsonb(v_goal), (
        select coalesce(jsonb_agg(to_jsonb(t)), '[]') from public.tasks t
        where goal_id = p_goal_id and user_id = v_goal.user_id and status = 'pending' and week is not null))
      on conflict (goal_id) do update
        set title = excluded.title, goal = excluded.goal, tasks = excluded.tasks, taken_at = excluded.taken_at;
    perform private.request_plan(p_goal_id);
  end if;
  return true;
end $$;

/*
 * Takes (p_accept) or leaves the proposed change of a plan of the caller's; taking it plans again. Null for no such goal. See
 * private.begin_request for p_request and the outcomes; besides them {outcome: "conflict", message} where there is none.
 */
create function public.decide_proposal(p_goal_id uuid, p_accept boolean, p_request jsonb default '{}') returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb;
begin
  perform from public.goals where id = p_goal_id and user_id = (select auth.uid());
  if not found then
    return null;
  end if;
  v_opened := private.begin_request('decide_proposal', 'goals', p_request);
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  if not private.decide_proposal(p_goal_id, p_accept) then
    perform private.forget_request('decide_proposal', p_request);
    return jsonb_build_object('outcome', 'conflict', 'message', 'There is no proposal for this goal at the moment.');
  end if;
  return private.finish_request('decide_proposal', p_request, v_opened,
    (select to_jsonb(d) from public.goal_details d where d.id = p_goal_id));
end $$;

/*
 * Takes back the proposal that a person took last for a goal: the plan is as it was, or is made again where something of the
 * new one is done already. → whether there was one to take back
 */
create function private.undo_proposal(p_user_id uuid, p_goal_id uuid) returns boolean
language plpgsql set search_path = '' as $$
declare
  v_taken private.taken_proposals;
  v_before public.goals;
  v_today date;
begin
  select private.local_date(timezone) into v_today from public.users where id = p_user_id for no key update;
  perform from public.tasks where goal_id = p_goal_id and user_id = p_user_id order by id for update;
  perform from public.goals where id = p_goal_id and user_id = p_user_id and status = 'active' for update;
  if not found then
    return false;
  end if;
  delete from private.taken_proposals where goal_id = p_goal_id and user_id = p_user_id returning * into v_taken;
  if not found then
    return false;
  end if;
  v_before := jsonb_populate_record(null::public.goals, v_taken.goal);
  update public.goals set plan_limits = v_before.plan_limits, target_date = v_before.target_date, updated_at = now()
    where id = p_goal_id;
  if exists (
    select from public.tasks
    where goal_id = p_goal_id and user_id = p_user_id and status = 'done' and completed_at >= v_taken.taken_at
      and id::text not in (select task ->> 'id' from jsonb_array_elements(v_taken.tasks) task)
  ) then
    perform private.request_plan(p_goal_id, null, p_user_id);
    return true;
  end if;
  delete from public.tasks where goal_id = p_goal_id and user_id = p_user_id and status = 'pending' and week is not null;
  insert into public.tasks select * from jsonb_populate_recordset(null::public.tasks, v_taken.tasks)
    on conflict (id) do nothing;
  update public.goals
    set plan_json = v_before.plan_json, plan_status = 'ready', plan_error = null, plan_request_id = gen_random_uuid(),
        questions = v_before.questions, start_date = v_before.start_date, planned_day = v_before.planned_day,
        plan_basis = v_before.plan_basis, pledged_minutes = v_before.pledged_minutes
    where id = p_goal_id;
  return true;
end $$;

revoke execute on function
  private.keep_answers(uuid, jsonb), public.answer_goal(uuid, jsonb, jsonb), private.decide_proposal(uuid, boolean),
  public.decide_proposal(uuid, boolean, jsonb), private.undo_proposal(uuid, uuid)
  from public, anon, authenticated;
grant execute on function
  private.keep_answers(uuid, jsonb), public.answer_goal(uuid, jsonb, jsonb), private.decide_proposal(uuid, boolean),
  public.decide_proposal(uuid, boolean, jsonb)
  to authenticated;
