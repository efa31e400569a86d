-- Replies to a plan: answers to its questions, and yes or no to a proposed change.

/*
 * Answers questions of a goal of the caller's, [{id, text}], and plans it again with them. An answer may be given anew. Null
 * for no such goal. See private.begin_request for p_request and the outcomes; besides them private.refusal.
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
    return private.refusal('goal_not_active_to_answer', null, jsonb_build_object('status', v_goal.status));
  end if;
  select position - 1 into v_position from jsonb_array_elements(p_answers) with ordinality as answers (answer, position)
    where not v_goal.plan_answers ? (answer ->> 'id') and not exists (
      select from jsonb_array_elements(v_goal.questions) question where question ->> 'id' = answer ->> 'id')
    order by position limit 1;
  if found then
    return private.refusal('unknown_question', format('answers.%s.id', v_position));
  end if;
  v_opened := private.begin_request('answer_goal', 'goals', p_request);
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  perform private.keep_answers(p_goal_id, p_answers);
  return private.finish_request('answer_goal', p_request, v_opened,
    (select to_jsonb(d) from public.goal_details d where d.id = p_goal_id));
end $$;
grant execute on function public.answer_goal(uuid, jsonb, jsonb) to authenticated;

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
grant execute on function private.keep_answers(uuid, jsonb) to authenticated;

-- ── Proposals ───────────────────────────────────────────────────────────────────────────────────────────────────────

/* The last proposal that was taken for a goal: the request for the new plan, and the plan before (private.plan_snapshot). */
create table private.taken_proposals (
  goal_id uuid primary key references public.goals (id) on delete cascade,
  user_id uuid not null references public.users (id) on delete cascade,
  title text not null,
  request_id uuid not null,
  image jsonb not null,
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
    insert into private.taken_proposals (goal_id, user_id, title, request_id, image)
      values (p_goal_id, v_goal.user_id, v_goal.title, private.request_plan(p_goal_id), private.plan_snapshot(v_goal))
      on conflict (goal_id) do update
        set title = excluded.title, request_id = excluded.request_id, image = excluded.image, taken_at = excluded.taken_at;
  end if;
  return true;
end $$;
grant execute on function private.decide_proposal(uuid, boolean) to authenticated;

/*
 * Takes (p_accept) or leaves the proposed change of a plan of the caller's; taking it plans again. Null for no such goal. See
 * private.begin_request for p_request and the outcomes; besides them private.refusal where there is none.
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
    return private.refusal('no_proposal');
  end if;
  return private.finish_request('decide_proposal', p_request, v_opened,
    (select to_jsonb(d) from public.goal_details d where d.id = p_goal_id));
end $$;
grant execute on function public.decide_proposal(uuid, boolean, jsonb) to authenticated;

/* The proposal that a person took last, as the name and title of what can be undone. Security definer: nobody reads the table. */
create function private.taken_proposal(p_user_id uuid)
returns table (call_id text, name text, title text, created_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select 'proposal:' || goal_id, 'take_proposal', title, taken_at from private.taken_proposals
  where user_id = private.actor(p_user_id) order by taken_at desc limit 1
$$;
grant execute on function private.taken_proposal(uuid) to authenticated, service_role;

/*
 * Takes back the proposal that a person took last for a goal. The plan is as it was before; where it was planned again since,
 * it is planned without what the proposal asked for. → whether there was one to take back
 */
create function private.undo_proposal(p_user_id uuid, p_goal_id uuid) returns boolean
language plpgsql set search_path = '' as $$
declare
  v_taken private.taken_proposals;
begin
  delete from private.taken_proposals where goal_id = p_goal_id and user_id = p_user_id returning * into v_taken;
  if not found then
    return false;
  end if;
  if private.restore_plan(p_user_id, p_goal_id, v_taken.request_id, v_taken.image) then
    return true;
  end if;
  update public.goals
    set plan_limits = v_taken.image #> '{goal,plan_limits}', target_date = (v_taken.image #>> '{goal,target_date}')::date
    where id = p_goal_id and user_id = p_user_id and status = 'active';
  if not found then
    return false;
  end if;
  perform private.request_plan(p_goal_id, null, p_user_id);
  return true;
end $$;
