-- Programs of messages: each runs once, in its conversation's sandbox, and leaves artifacts behind.

/* Charts, tables and files that a run left for the person. */
create table public.chat_artifacts (
  id uuid primary key,
  conversation_id uuid not null,
  user_id uuid not null references public.users (id) on delete cascade,
  message_id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  mime text not null check (mime ~ '^[a-z]+/[a-z0-9.+-]{1,100}$'),
  content bytea not null check (octet_length(content) <= 3145728),
  created_at timestamptz not null default now(),
  foreign key (conversation_id, user_id) references public.conversations (id, user_id) on delete cascade,
  foreign key (message_id, conversation_id) references public.chat_messages (id, conversation_id) on delete cascade
);
create index chat_artifacts_by_user on public.chat_artifacts (user_id);
create index chat_artifacts_by_conversation on public.chat_artifacts (conversation_id, user_id);
create index chat_artifacts_by_message on public.chat_artifacts (message_id, conversation_id);

alter table public.chat_artifacts enable row level security;
revoke all on table public.chat_artifacts from public, anon, authenticated;
grant select on table public.chat_artifacts to authenticated;
grant all on table public.chat_artifacts to service_role;
create policy "people read their own artifacts" on public.chat_artifacts
  for select to authenticated using (user_id = (select auth.uid()));

/* Owes the end of a sandbox, to nobody where its person is gone. */
create function private.owe_sandbox_end(p_user_id uuid, p_sandbox_id text) returns void
language sql set search_path = '' as $$
  insert into private.outbox (user_id, name, data) values (
    (select id from public.users where id = p_user_id),
    'chat/sandbox.released', jsonb_build_object('sandbox_id', p_sandbox_id))
$$;

/* Owes the end of a sandbox whose conversation, or whole account, was deleted. */
create function private.release_deleted_sandbox() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.owe_sandbox_end(old.user_id, old.sandbox_id);
  return null;
end $$;
create trigger release_deleted_sandbox after delete on private.sandboxes
  for each row when (old.sandbox_id is not null) execute function private.release_deleted_sandbox();

/* Gives up the sandbox in which a message's program may still be running, and owes its end. */
create function private.abandon_program(p_message public.chat_messages) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_sandbox text;
begin
  if p_message.program ->> 'id' is null or (p_message.program ->> 'finished')::boolean then
    return;
  end if;
  select sandbox_id into v_sandbox from private.sandboxes where conversation_id = p_message.conversation_id for update;
  if v_sandbox is not null then
    update private.sandboxes set sandbox_id = null where conversation_id = p_message.conversation_id;
    perform private.owe_sandbox_end(p_message.user_id, v_sandbox);
  end if;
end $$;
grant execute on function private.abandon_program(public.chat_messages) to service_role;

/*
 * Notes which program a message is to run, the p_index-th (from 0). A program's effects must not happen twice, so
 * `state` says what became of it before: "finished" (by an earlier attempt; `execution` is what it did), "interrupted"
 * (started, never finished: its sandbox may hold half its effects), or "new".
 * → {state, code, sandbox_id, sandbox_lost, execution, files: [{id, name, in_sandbox}]}; null when the message is no longer this run's
 */
create function public.begin_program(p_message_id uuid, p_run_id text, p_index integer, p_code text) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_message public.chat_messages;
  v_sandbox private.sandboxes;
  v_state text;
begin
  perform private.lock_conversation(p_message_id);
  select * into v_message from public.chat_messages
    where id = p_message_id and status = 'running' and run_id = p_run_id;
  if not found then
    return null;
  end if;
  v_state := case
    when (v_message.program ->> 'index')::integer > p_index then 'finished'
    when (v_message.program ->> 'index')::integer < p_index or v_message.program is null then 'new'
    when (v_message.program ->> 'finished')::boolean then 'finished'
    when v_message.program ->> 'id' is not null then 'interrupted'
    else 'new' end;
  if v_state <> 'finished' then
    if v_state = 'new' then
      v_message.program := jsonb_build_object('index', p_index, 'code', p_code, 'id', null, 'finished', false);
    end if;
    update public.chat_messages set program = v_message.program, updated_at = now() where id = p_message_id;
    perform private.append_chat_events(p_message_id, private.status_event('running') || jsonb_build_array(
      jsonb_build_object('type', 'code', 'data', jsonb_build_object(
        'language', 'python', 'code', v_message.program ->> 'code'))));
  end if;
  select * into v_sandbox from private.sandboxes where conversation_id = v_message.conversation_id;
  return jsonb_build_object(
    'state', v_state,
    'code', v_message.program ->> 'code',
    'sandbox_id', v_sandbox.sandbox_id,
    'sandbox_lost', v_sandbox.conversation_id is not null and v_sandbox.sandbox_id is null,
    'execution', v_message.execution,
    'files', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', id, 'name', name, 'in_sandbox', coalesce(id = any (v_sandbox.file_ids), false)) order by created_at, id), '[]')
      from public.chat_files where conversation_id = v_message.conversation_id));
end $$;
grant execute on function public.begin_program(uuid, text, integer, text) to service_role;

/*
 * Marks a message's program as started, and keeps the sandbox that it runs in and which files are in that. False when it must
 * not run any more.
 */
create function public.start_program(
  p_message_id uuid, p_run_id text, p_program_id uuid, p_sandbox_id text, p_file_ids uuid[] default '{}'
) returns boolean
language plpgsql security invoker set search_path = '' as $$
declare
  v_message public.chat_messages;
begin
  perform private.lock_conversation(p_message_id);
  update public.chat_messages
    set program = program || jsonb_build_object('id', p_program_id, 'finished', false), updated_at = now()
    where id = p_message_id and status = 'running' and run_id = p_run_id
    returning * into v_message;
  if not found then
    return false;
  end if;
  insert into private.sandboxes (conversation_id, user_id, sandbox_id, file_ids)
    values (v_message.conversation_id, v_message.user_id, p_sandbox_id, p_file_ids)
    on conflict (conversation_id) do update set sandbox_id = excluded.sandbox_id, file_ids = excluded.file_ids;
  return true;
end $$;
grant execute on function public.start_program(uuid, text, uuid, text, uuid[]) to service_role;

/*
 * Keeps what a program did. p_run is {user_id, sandbox_id, sandbox_lost, usage}; its cost is recorded and a lost sandbox
 * forgotten whatever became of the message. p_artifacts are [{id, name, mime, base64}], p_events their `result` events,
 * p_result {round, place, status, content, said} what the call of the program came to.
 * False when the message is no longer this run's.
 */
create function public.finish_program(
  p_message_id uuid, p_run_id text, p_program_id uuid, p_run jsonb, p_execution jsonb,
  p_artifacts jsonb, p_events jsonb, p_result jsonb
) returns boolean
language plpgsql security invoker set search_path = '' as $$
declare
  v_message public.chat_messages;
begin
  perform private.lock_conversation(p_message_id);
  perform public.record_usage((p_run ->> 'user_id')::uuid, p_run -> 'usage' || case
    when exists (select from public.chat_messages where id = p_message_id and status = 'running') then '{}'::jsonb
    -- Its sandbox may have been ended before the run noticed why.
    else '{"outcome": "cancelled"}' end);
  if (p_run ->> 'sandbox_lost')::boolean then
    update private.sandboxes set sandbox_id = null where sandbox_id = p_run ->> 'sandbox_id';
  end if;
  update public.chat_messages
    set execution = p_execution, program = program || jsonb_build_object('finished', true), updated_at = now()
    where id = p_message_id and status = 'running' and run_id = p_run_id and program ->> 'id' = p_program_id::text
    returning * into v_message;
  if not found then
    return false;
  end if;
  insert into public.chat_artifacts (id, conversation_id, user_id, message_id, name, mime, content)
    select (artifact ->> 'id')::uuid, v_message.conversation_id, v_message.user_id, v_message.id,
      artifact ->> 'name', artifact ->> 'mime', decode(artifact ->> 'base64', 'base64')
    from jsonb_array_elements(p_artifacts) artifact;
  perform private.append_chat_events(p_message_id, p_events);
  perform public.save_tool_results(
    p_message_id, p_run_id, (p_result ->> 'round')::smallint, jsonb_build_array(p_result));
  return true;
end $$;
grant execute on function public.finish_program(uuid, text, uuid, jsonb, jsonb, jsonb, jsonb, jsonb) to service_role;
