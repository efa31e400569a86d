-- Intents: what was asked for by voice or in a chat, carried out once, and taken back where that is possible.

insert into private.rate_limits (bucket, capacity, per_second) values ('intents', 120, 1);

/* Every call that was answered, with its answer for repeats. `undo` is what the write it made can be taken back with. */
create table public.intent_calls (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  -- The place where it was asked: one of the two.
  session_id text,
  conversation_id uuid,
  call_id text not null check (char_length(call_id) between 1 and 200),
  name text not null check (char_length(name) <= 200),
  input jsonb not null check (octet_length(input::text) <= 100000),
  answer jsonb not null check (octet_length(answer::text) <= 1000000 and jsonb_typeof(answer) = 'object'
    and jsonb_typeof(answer -> 'status') is not distinct from 'string'
    and jsonb_typeof(answer -> 'speech') is not distinct from 'string'),
  undo jsonb,
  undone_at timestamptz,
  position bigint generated always as identity,
  created_at timestamptz not null default now(),
  check (num_nonnulls(session_id, conversation_id) = 1),
  unique (session_id, call_id),
  unique (conversation_id, call_id),
  foreign key (session_id, user_id) references public.voice_sessions (id, user_id) on delete cascade,
  foreign key (conversation_id, user_id) references public.conversations (id, user_id) on delete cascade
);
create index intent_calls_by_user on public.intent_calls (user_id, position);
create index intent_calls_undoable on public.intent_calls (coalesce(session_id, conversation_id::text), position)
  where undo is not null and undone_at is null;

alter table public.intent_calls enable row level security;
revoke all on table public.intent_calls from public, anon, authenticated;
grant select on table public.intent_calls to authenticated;
grant all on table public.intent_calls to service_role;
create policy "people read their own intent calls" on public.intent_calls
  for select to authenticated using (user_id = (select auth.uid()));

/* The stored call that p_call {session_id | conversation_id, call_id} of a person names. */
create function private.intent_call(p_user_id uuid, p_call jsonb) returns public.intent_calls
language sql stable set search_path = '' as $$
  -- Each read once, not for every row.
  select * from public.intent_calls
  where user_id = p_user_id and call_id = (select p_call ->> 'call_id')
    and (session_id = (select p_call ->> 'session_id') or conversation_id = (select (p_call ->> 'conversation_id')::uuid))
$$;
grant execute on function private.intent_call(uuid, jsonb) to authenticated, service_role;

/*
 * A person's own words just before a call: the chat message that it was made for, whose id its id begins with, or
 * the last three things in the voice session. Null where that is not known.
 */
create function private.said_before(p_user_id uuid, p_call jsonb) returns text
language sql stable set search_path = '' as $$
  select case when p_call ? 'session_id' then (
    select string_agg(content, e'\n' order by said_at, position) from (
      select content, said_at, position from public.voice_messages
      where session_id = p_call ->> 'session_id' and user_id = p_user_id and role = 'user'
      order by said_at desc, position desc limit 3) m)
  else (
    select content from public.chat_messages
    where conversation_id = (p_call ->> 'conversation_id')::uuid and user_id = p_user_id
      and id::text = split_part(p_call ->> 'call_id', ':', 1)) end
$$;
grant execute on function private.said_before(uuid, jsonb) to authenticated, service_role;

/*
 * Returns what an intent is decided by, in one round trip. p_reads names what it needs: {tasks, goals, last, memories, notes,
 * task_id, day, query}.
 * Null when the session or conversation is not the person's.
 * → {answer} of a call that was answered before; {closed: true}; or
 *   {user_id, timezone, locale, said (private.said_before), tasks? (public.list_tasks), named? (public.load_task), goals?, last?: {call_id, name, title},
 *    memories? (private.memories_of), notes?: [{document_id, title, snippet}]}
 */
create function public.open_intent(p_call jsonb, p_reads jsonb, p_user_id uuid default null) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_user uuid := private.actor(p_user_id);
  v_timezone text := (select timezone from public.users where id = v_user);
  v_today date := private.local_date(v_timezone);
  v_scope text := coalesce(p_call ->> 'session_id', p_call ->> 'conversation_id');
  v_closed_at timestamptz;
  v_known public.intent_calls;
begin
  perform private.check_size(p_call, 120000), private.check_size(p_reads, 10000);
  if p_call ? 'session_id' then
    select closed_at into v_closed_at from public.voice_sessions where id = v_scope and user_id = v_user;
  else
    perform from public.conversations where id = v_scope::uuid and user_id = v_user;
  end if;
  if not found then
    return null;
  end if;
  v_known := private.intent_call(v_user, p_call);
  if v_known.id is not null then
    return jsonb_build_object('answer', v_known.answer);
  end if;
  if v_closed_at is not null then
    return jsonb_build_object('closed', true);
  end if;
  return jsonb_build_object('user_id', v_user, 'timezone', v_timezone, 'said', private.said_before(v_user, p_call),
    'locale', (select locale from public.users where id = v_user))
    || case when p_reads ? 'tasks' then jsonb_build_object(
      'tasks', public.list_tasks(v_today - 13, v_today + 35, null, null, null, 400, v_user)) else '{}' end
    || case when p_reads ? 'task_id' then jsonb_build_object('named', public.load_task(
      (p_reads ->> 'task_id')::uuid, (p_reads ->> 'day')::date, v_user)) else '{}' end
    || case when p_reads ? 'goals' then jsonb_build_object('goals', (
      select coalesce(jsonb_agg(to_jsonb(g) order by g.created_at desc), '[]') from (
        select id, title, plan_status, plan_error, target_date, progress, created_at from public.goal_details
        where user_id = v_user and status = 'active' order by created_at desc limit 20) g)) else '{}' end
    || case when p_reads ? 'last' then jsonb_build_object('last', (
      select jsonb_build_object('call_id', call_id, 'name', name, 'title', title)
      from (
        (select call_id, name, undo ->> 'title' as title, created_at from public.intent_calls
          where coalesce(session_id, conversation_id::text) = v_scope and user_id = v_user
            and undo is not null and undone_at is null
          order by position desc limit 1)
        union all
        select * from private.taken_proposal(v_user)) done
      order by created_at desc limit 1)) else '{}' end
    || case when p_reads ? 'memories' then jsonb_build_object('memories', private.memories_of(v_user)) else '{}' end
    || case when p_reads ? 'query' then jsonb_build_object('notes', (
      select coalesce(jsonb_agg(note order by place), '[]')
      from jsonb_array_elements(public.search_documents(p_reads ->> 'query', 20, v_user)) with ordinality as f (note, place)
      where exists (select from public.documents where id = (note ->> 'document_id')::uuid and user_id = v_user))) else '{}' end;
end $$;
grant execute on function public.open_intent(jsonb, jsonb, uuid) to authenticated, service_role;

/*
 * Carries out an answered call and stores it, all or nothing and once: a repeat, also one at the same moment, gets the
 * stored answer. p_call is {session_id | conversation_id, call_id, name, input}.
 * → private.begin_request's outcomes, as private.finish_request answers them; result is the answer
 */
create function private.commit_intent(p_call jsonb, p_answer jsonb, p_write jsonb, p_user_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.actor(p_user_id);
  v_call public.intent_calls;
  v_limit jsonb;
  v_done jsonb;
begin
  if v_user is null then
    raise insufficient_privilege using message = 'an intent needs a person';
  end if;
  perform private.check_size(p_call, 120000), private.check_size(p_write, 1000000);
  perform set_config('lock_timeout', '5s', true);
  insert into public.intent_calls (user_id, session_id, conversation_id, call_id, name, input, answer)
    values (v_user, p_call ->> 'session_id', (p_call ->> 'conversation_id')::uuid, p_call ->> 'call_id',
      p_call ->> 'name', coalesce(p_call -> 'input', 'null'), p_answer)
    on conflict do nothing returning * into v_call;
  if not found then
    return jsonb_build_object('outcome', 'replayed', 'result', (private.intent_call(v_user, p_call)).answer);
  end if;
  -- Calls of the service for a person were counted when they asked for them.
  if auth.uid() is not null then
    v_limit := private.take_token('intents');
    if not (v_limit ->> 'allowed')::boolean then
      delete from public.intent_calls where id = v_call.id;
      return jsonb_build_object('outcome', 'limited', 'limit', v_limit);
    end if;
  end if;
  if p_write is not null then
    v_done := private.write_intent(v_user, p_call, p_write);
    update public.intent_calls
      set undo = v_done -> 'undo',
          answer = case when v_done ? 'refused'
            then jsonb_build_object('status', 'error', 'speech', '', 'refused', v_done -> 'refused')
            when v_done ? 'data' then p_answer || jsonb_build_object('data', coalesce(p_answer -> 'data', '{}') || (v_done -> 'data'))
            else p_answer end
      where id = v_call.id returning * into v_call;
  end if;
  return jsonb_build_object(
    'outcome', 'created', 'result', v_call.answer, 'limit', v_limit,
    -- Undoing may have leased some already; sending twice does no harm.
    'events', private.lease_events(v_user, 20, auth.uid() is null or v_call.name = 'undo_last'));
end $$;
grant execute on function private.commit_intent(jsonb, jsonb, jsonb, uuid) to authenticated, service_role;

create function public.commit_intent(
  p_call jsonb, p_answer jsonb, p_write jsonb default null, p_user_id uuid default null
) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.commit_intent(p_call, p_answer, p_write, p_user_id)
$$;
grant execute on function public.commit_intent(jsonb, jsonb, jsonb, uuid) to authenticated, service_role;

/*
 * Cancels a call of a session: what it wrote is undone, and one that has not come yet will do nothing.
 * → private.begin_request's outcomes, result {undone}; null when the session is not the caller's
 */
create function private.cancel_intent(p_call jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := auth.uid();
  v_limit jsonb;
  v_undone boolean := false;
begin
  perform private.check_size(p_call, 120000);
  perform from public.voice_sessions where id = p_call ->> 'session_id' and user_id = v_user;
  if not found then
    return null;
  end if;
  v_limit := private.take_token('intents');
  if not (v_limit ->> 'allowed')::boolean then
    return jsonb_build_object('outcome', 'limited', 'limit', v_limit);
  end if;
  perform set_config('lock_timeout', '5s', true);
  insert into public.intent_calls (user_id, session_id, call_id, name, input, answer)
    values (v_user, p_call ->> 'session_id', p_call ->> 'call_id', p_call ->> 'name', 'null',
      '{"status": "error", "speech": "", "refused": "cancelled"}')
    on conflict do nothing;
  if not found then
    perform from public.intent_calls
      where session_id = p_call ->> 'session_id' and call_id = p_call ->> 'call_id' and user_id = v_user for update;
    v_undone := private.undo_intent(private.intent_call(v_user, p_call));
  end if;
  return jsonb_build_object(
    'outcome', 'created', 'result', jsonb_build_object('undone', v_undone), 'limit', v_limit,
    'events', private.lease_events(v_user, 20, true));
end $$;
grant execute on function private.cancel_intent(jsonb) to authenticated;

create function public.cancel_intent(p_call jsonb) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.cancel_intent(p_call)
$$;
grant execute on function public.cancel_intent(jsonb) to authenticated;

-- ── What the assistant knows of a person before they say anything ─────────────────────────────────────────────────

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
grant execute on function private.person_snapshot(uuid) to authenticated, service_role;

-- ── What an MCP client asks for belongs to one conversation of the person's, whose client id is `mcp` ─────────────

/* Makes the conversation of a person's MCP clients if need be. It has no argument, so there is at most one. → its id */
create function private.open_mcp_conversation() returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid := (select id from public.conversations where user_id = auth.uid() and client_id = 'mcp');
begin
  if v_id is null and auth.uid() is not null then
    insert into public.conversations (user_id, client_id) values (auth.uid(), 'mcp')
      on conflict (user_id, client_id) do update set client_id = excluded.client_id
      returning id into v_id;
  end if;
  return v_id;
end $$;
grant execute on function private.open_mcp_conversation() to authenticated;

create function public.open_mcp_conversation() returns uuid
language sql security invoker set search_path = '' as $$
  select private.open_mcp_conversation()
$$;
grant execute on function public.open_mcp_conversation() to authenticated;
