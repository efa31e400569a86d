-- The assistant's thoughts and tool results for a message. The rows are the agent's state: a crash between any two loses nothing.

/* One thought: words for the person, and the tools that it calls, [{id, name, arguments}]. */
create table public.chat_thoughts (
  message_id uuid not null,
  round smallint not null check (round between 0 and 7),
  conversation_id uuid not null,
  user_id uuid not null references public.users (id) on delete cascade,
  text text not null check (char_length(text) <= 20000),
  calls jsonb not null check (jsonb_array_length(calls) between 1 and 10 and octet_length(calls::text) <= 1500000),
  created_at timestamptz not null default now(),
  primary key (message_id, round),
  foreign key (message_id, conversation_id) references public.chat_messages (id, conversation_id) on delete cascade,
  foreign key (conversation_id, user_id) references public.conversations (id, user_id) on delete cascade
);
create index chat_thoughts_by_user on public.chat_thoughts (user_id);
create index chat_thoughts_by_message on public.chat_thoughts (message_id, conversation_id);
create index chat_thoughts_by_conversation on public.chat_thoughts (conversation_id, user_id);

/* The result of the call at a place of a thought: `content` is told to the model, `said` to the person. */
create table public.chat_tool_results (
  message_id uuid not null,
  round smallint not null,
  place smallint not null check (place between 0 and 9),
  user_id uuid not null references public.users (id) on delete cascade,
  status text not null check (status in ('done', 'error')),
  content text not null check (char_length(content) <= 20000),
  said text check (char_length(said) <= 4000),
  created_at timestamptz not null default now(),
  primary key (message_id, round, place),
  foreign key (message_id, round) references public.chat_thoughts (message_id, round) on delete cascade
);
create index chat_tool_results_by_user on public.chat_tool_results (user_id);

alter table public.chat_thoughts enable row level security;
alter table public.chat_tool_results enable row level security;
revoke all on table public.chat_thoughts, public.chat_tool_results from public, anon, authenticated;
grant select on table public.chat_thoughts, public.chat_tool_results to authenticated;
grant all on table public.chat_thoughts, public.chat_tool_results to service_role;
create policy "people read their own thoughts" on public.chat_thoughts
  for select to authenticated using (user_id = (select auth.uid()));
create policy "people read their own tool results" on public.chat_tool_results
  for select to authenticated using (user_id = (select auth.uid()));

/* A message's thoughts, oldest first. → [{text, calls, results: [{place, status, content, said}]}] */
create function private.message_thoughts(p_message_id uuid) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'text', t.text, 'calls', t.calls,
    'results', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'place', r.place, 'status', r.status, 'content', r.content, 'said', r.said) order by r.place), '[]')
      from public.chat_tool_results r where r.message_id = t.message_id and r.round = t.round)
  ) order by t.round), '[]')
  from public.chat_thoughts t where t.message_id = p_message_id
$$;
grant execute on function private.message_thoughts(uuid) to authenticated, service_role;

/* The event that tells live clients of a tool call, with what came of it once that is known. */
create function private.tool_event(p_round smallint, p_place smallint, p_call jsonb, p_status text, p_said text)
returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('type', 'tool', 'data', jsonb_strip_nulls(jsonb_build_object(
    'id', p_round || ':' || p_place, 'name', p_call -> 'name',
    'arguments', p_call -> 'arguments',
    'status', p_status, 'result', p_said)))
$$;
grant execute on function private.tool_event(smallint, smallint, jsonb, text, text) to service_role;

/*
 * Keeps a thought that calls tools. With p_executes the message is handed over to execution.
 * → the events to send, or null if the message is no longer this run's
 */
create function public.save_thought(
  p_message_id uuid, p_run_id text, p_round smallint, p_text text, p_calls jsonb, p_executes boolean
) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_message public.chat_messages;
begin
  perform private.lock_conversation(p_message_id);
  update public.chat_messages
    set updated_at = now(), requires_e2b = requires_e2b or p_executes,
        run_id = case when p_executes and not requires_e2b then null else run_id end
    where id = p_message_id and status = 'running' and run_id = p_run_id
    returning * into v_message;
  if not found then
    return null;
  end if;
  insert into public.chat_thoughts (message_id, round, conversation_id, user_id, text, calls)
    values (p_message_id, p_round, v_message.conversation_id, v_message.user_id, p_text, p_calls)
    on conflict do nothing;
  perform private.append_chat_events(p_message_id, (
    select jsonb_agg(private.tool_event(p_round, (ordinal - 1)::smallint, call, 'running', null) order by ordinal)
    from jsonb_array_elements(p_calls) with ordinality as listed (call, ordinal)));
  if v_message.run_id is null then
    perform private.owe_work(p_message_id);
    return private.lease_events(v_message.user_id, 20, true);
  end if;
  return '[]';
end $$;
grant execute on function public.save_thought(uuid, text, smallint, text, jsonb, boolean) to service_role;

/*
 * Keeps what came of a thought's calls, p_results [{place, status, content, said}], each once, and tells live clients.
 * → the events that the tools owe, to be sent; null if the message is no longer this run's
 */
create function public.save_tool_results(p_message_id uuid, p_run_id text, p_round smallint, p_results jsonb)
returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_user uuid;
  v_events jsonb;
begin
  perform private.lock_conversation(p_message_id);
  update public.chat_messages set updated_at = now()
    where id = p_message_id and status = 'running' and run_id = p_run_id
    returning user_id into v_user;
  if not found then
    return null;
  end if;
  with kept as (
    insert into public.chat_tool_results (message_id, round, place, user_id, status, content, said)
      select p_message_id, p_round, place, v_user, status, content, said
      from jsonb_to_recordset(p_results) as result (place smallint, status text, content text, said text)
      on conflict do nothing returning place, status, said
  )
  select jsonb_agg(private.tool_event(p_round, kept.place, t.calls -> kept.place::integer, kept.status, kept.said)
      order by kept.place)
    into v_events
    from kept join public.chat_thoughts t on t.message_id = p_message_id and t.round = p_round;
  perform private.append_chat_events(p_message_id, v_events);
  return private.lease_events(v_user, 20, true);
end $$;
grant execute on function public.save_tool_results(uuid, text, smallint, jsonb) to service_role;
