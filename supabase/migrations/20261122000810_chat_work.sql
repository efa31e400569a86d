-- Work on messages: programs that run once, their sandboxes and artifacts, answers, cancelling, deleting.

alter table public.conversations add column last_message_at timestamptz not null default now();
create index conversations_newest on public.conversations (user_id, last_message_at desc, id desc);
grant update (last_message_at) on table public.conversations to authenticated;

alter table public.chat_messages
  -- The program that is being run or was run last: {index, code, id, finished}. `id` is set once it has started.
  add column program jsonb,
  -- How often an answer has been begun: live clients throw away the words of earlier ones.
  add column answer_attempts integer not null default 0;
create index chat_messages_unfinished_by_conversation on public.chat_messages (conversation_id)
  where status in ('queued', 'running');

/* What a run left behind for the person: charts, tables, files. */
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

-- A sandbox that is lost leaves its row: the next run must say that variables are gone.
alter table private.sandboxes alter column sandbox_id drop not null;
alter table private.sandboxes add column user_id uuid;
update private.sandboxes s set user_id = c.user_id from public.conversations c where c.id = s.conversation_id;
-- The sandboxes of somebody who is gone are still to be ended.
alter table private.outbox alter column user_id drop not null;

/* Owes the end of a sandbox whose conversation, or whole account, was deleted. */
create function private.release_deleted_sandbox() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.outbox (user_id, name, data) values (
    (select id from public.users where id = old.user_id),
    'chat/sandbox.released', jsonb_build_object('sandbox_id', old.sandbox_id));
  return null;
end $$;
create trigger release_deleted_sandbox after delete on private.sandboxes
  for each row when (old.sandbox_id is not null) execute function private.release_deleted_sandbox();

/*
 * Locks a message's conversation. Everything that changes a message takes this lock first, so that no two transactions
 * wait for each other.
 */
create function private.lock_conversation(p_message_id uuid) returns void
language sql security invoker set search_path = '' as $$
  select from public.conversations
    where id = (select conversation_id from public.chat_messages where id = p_message_id) for no key update
$$;

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
    insert into private.outbox (user_id, name, data)
      values (p_message.user_id, 'chat/sandbox.released', jsonb_build_object('sandbox_id', v_sandbox));
  end if;
end $$;

/*
 * Accepts a message into the caller's conversation p_client_id, which is made if need be. Its work starts now if nothing
 * in the conversation is unfinished, else when the one before it ends (finish_message).
 * → private.begin_request's outcomes, or {outcome: "cost_limited", retry_after_seconds} when the caller has spent
 *   p_cost_limit_usd today (null: no limit); result {client_id, message_id}
 */
create function public.post_message(
  p_client_id text, p_content text, p_request jsonb default '{}', p_cost_limit_usd numeric default null
) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb;
  v_limited integer;
  v_conversation uuid;
  v_message public.chat_messages;
begin
  v_opened := private.begin_request('post_message', 'chat', p_request);
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  v_limited := private.cost_limited_seconds(p_cost_limit_usd);
  if v_limited is not null then
    perform private.abandon_request('post_message', p_request);
    return jsonb_build_object('outcome', 'cost_limited', 'retry_after_seconds', v_limited, 'limit', v_opened -> 'limit');
  end if;
  -- The update locks the conversation: its messages are accepted and finished one at a time.
  insert into public.conversations (client_id) values (p_client_id)
    on conflict (user_id, client_id) do update set updated_at = now(), last_message_at = now()
    returning id into v_conversation;
  insert into public.chat_messages (conversation_id, content) values (v_conversation, p_content)
    returning * into v_message;
  perform private.append_chat_events(v_message.id, private.status_event('queued'));
  if not exists (
    select from public.chat_messages
    where conversation_id = v_conversation and status in ('queued', 'running') and id <> v_message.id
  ) then
    perform private.emit('chat/message.received', jsonb_build_object(
      'message_id', v_message.id, 'user_id', v_message.user_id));
  end if;
  return private.finish_request('post_message', p_request, v_opened,
    jsonb_build_object('client_id', p_client_id, 'message_id', v_message.id));
end $$;

/* Forgets the key of a request that was refused after private.begin_request let it proceed. */
create function private.abandon_request(p_operation text, p_request jsonb) returns void
language sql security definer set search_path = '' as $$
  delete from private.idempotency_keys
    where user_id = auth.uid() and operation = p_operation and key = p_request ->> 'key' and result is null
$$;

/*
 * Takes a message to work on it, for one run at a time (a run that has been silent for two minutes has lost it).
 * p_status is what the person is told. Null when there is nothing left to do for this run.
 * → {user_id, timezone, content, conversation_id, program, execution, attempt, spent_usd,
 *    history: [{content, response}] oldest first}
 */
create function public.claim_message(p_message_id uuid, p_run_id text, p_status text) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_message public.chat_messages;
begin
  perform private.lock_conversation(p_message_id);
  update public.chat_messages
    set status = 'running', run_id = p_run_id, updated_at = now(),
        answer_attempts = answer_attempts + (p_status in ('routing', 'answering'))::integer
    where id = p_message_id and (
      status = 'queued'
      or status = 'running' and (run_id is null or run_id = p_run_id or updated_at < now() - interval '2 minutes'))
      -- What was handed over is not routed again.
      and (p_status <> 'routing' or not requires_e2b)
    returning * into v_message;
  if not found then
    return null;
  end if;
  perform private.append_chat_events(p_message_id, private.status_event(p_status));
  return jsonb_build_object(
    'user_id', v_message.user_id,
    'timezone', (select timezone from public.users where id = v_message.user_id),
    'content', v_message.content,
    'conversation_id', v_message.conversation_id,
    'program', v_message.program,
    'execution', v_message.execution,
    'attempt', v_message.answer_attempts,
    'spent_usd', private.spent_today(v_message.user_id),
    'history', (
      select coalesce(jsonb_agg(jsonb_build_object('content', left(content, 4000), 'response', left(response, 4000))
        order by position), '[]')
      from (
        select content, response, position from public.chat_messages
        where conversation_id = v_message.conversation_id and position < v_message.position and status = 'done'
        order by position desc limit 10) turns)
  );
end $$;

/* What a message's owner is still owed. For a step that runs again after its host died between commit and send. */
create function public.owed_events(p_message_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$
  select coalesce(
    (select private.lease_events(user_id, 20, true) from public.chat_messages where id = p_message_id), '[]')
$$;

/*
 * Tells live clients what a run is doing. False when the message is no longer its own: it was cancelled, or taken over,
 * or (p_program_id) another attempt runs its program.
 */
create function public.report_progress(
  p_message_id uuid, p_run_id text, p_events jsonb, p_program_id uuid default null
) returns boolean
language plpgsql security invoker set search_path = '' as $$
begin
  perform private.lock_conversation(p_message_id);
  update public.chat_messages set updated_at = now()
    where id = p_message_id and status = 'running' and run_id = p_run_id
      and (p_program_id is null or program ->> 'id' = p_program_id::text);
  if not found then
    return false;
  end if;
  if jsonb_array_length(p_events) > 0 then
    perform private.append_chat_events(p_message_id, p_events);
  end if;
  return true;
end $$;

/*
 * Notes which program a message is to run, the p_index-th (from 0). A program's effects must not happen twice, so
 * `state` says what became of it before: "finished" (by an earlier attempt; `execution` is what it did), "interrupted"
 * (started, never finished: its sandbox may hold half its effects), or "new".
 * → {state, code, sandbox_id, sandbox_lost, execution}; null when the message is no longer this run's
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
    'execution', v_message.execution);
end $$;

/* Marks a message's program as started, and keeps the sandbox that it runs in. False when it must not run any more. */
create function public.start_program(p_message_id uuid, p_run_id text, p_program_id uuid, p_sandbox_id text)
returns boolean
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
  insert into private.sandboxes (conversation_id, user_id, sandbox_id)
    values (v_message.conversation_id, v_message.user_id, p_sandbox_id)
    on conflict (conversation_id) do update set sandbox_id = excluded.sandbox_id, used_at = now();
  return true;
end $$;

/*
 * Keeps what a program did. p_run is {user_id, sandbox_id, sandbox_lost, usage}; its cost is recorded and a lost sandbox
 * forgotten whatever became of the message. p_artifacts are [{id, name, mime, base64}], p_events their `result` events.
 * False when the message is no longer this run's.
 */
create function public.finish_program(
  p_message_id uuid, p_run_id text, p_program_id uuid, p_run jsonb, p_execution jsonb,
  p_artifacts jsonb default '[]', p_events jsonb default '[]'
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
  if jsonb_array_length(p_events) > 0 then
    perform private.append_chat_events(p_message_id, p_events);
  end if;
  return true;
end $$;

/*
 * Ends a message, once: p_status is done or failed, p_response what the person reads. A run ends what it holds, or fails
 * what nobody holds; p_run_id null ends it whoever holds it. The next message in the conversation starts.
 * → the events to send
 */
create function public.finish_message(
  p_message_id uuid, p_status text, p_response text, p_run_id text default null
) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_message public.chat_messages;
  v_next public.chat_messages;
begin
  select * into v_message from public.chat_messages where id = p_message_id;
  if not found then
    return '[]';
  end if;
  perform private.lock_conversation(p_message_id);
  update public.chat_messages
    set status = p_status, response = p_response, responded_at = now(), updated_at = now()
    where id = p_message_id and status in ('queued', 'running')
      and (p_run_id is null or run_id = p_run_id or run_id is null and p_status = 'failed')
    returning * into v_message;
  if found then
    perform private.abandon_program(v_message);
    perform private.append_chat_events(p_message_id, private.ending_events(p_status, p_response));
    select * into v_next from public.chat_messages
      where conversation_id = v_message.conversation_id and status in ('queued', 'running')
      order by position limit 1;
    if v_next.status = 'queued' then
      insert into private.outbox (user_id, name, data) values (
        v_next.user_id, 'chat/message.received',
        jsonb_build_object('message_id', v_next.id, 'user_id', v_next.user_id));
    end if;
  end if;
  return public.owed_events(p_message_id);
end $$;

/* The events that a message ends with. */
create function private.ending_events(p_status text, p_response text) returns jsonb
language sql immutable set search_path = '' as $$
  select private.status_event(p_status) || jsonb_build_array(
    jsonb_build_object('type', 'done', 'data', jsonb_build_object('status', p_status, 'message', p_response)))
$$;

/*
 * Cancels everything unfinished in the caller's conversation, what runs and what is queued. Security definer: people may
 * not change messages themselves.
 * → {cancelled: [message id], events}, or null when there is no such conversation
 */
create function private.cancel_messages(p_client_id text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_conversation uuid;
  v_message public.chat_messages;
  v_cancelled jsonb := '[]';
  v_response constant text := 'This message was cancelled.';
begin
  select id into v_conversation from public.conversations
    where user_id = auth.uid() and client_id = p_client_id for no key update;
  if not found then
    return null;
  end if;
  for v_message in
    update public.chat_messages
      set status = 'cancelled', response = v_response, responded_at = now(), updated_at = now()
      where conversation_id = v_conversation and status in ('queued', 'running')
      returning *
  loop
    perform private.abandon_program(v_message);
    perform private.append_chat_events(v_message.id, private.ending_events('cancelled', v_response));
    v_cancelled := v_cancelled || to_jsonb(v_message.id);
  end loop;
  return jsonb_build_object('cancelled', v_cancelled, 'events', private.lease_events(auth.uid(), 20));
end $$;

create function public.cancel_messages(p_client_id text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.cancel_messages(p_client_id) $$;

/*
 * Deletes the caller's conversation with everything in it; the end of its sandbox is owed by a trigger. Security definer,
 * for the trigger's sake alone: it writes what people may not.
 * → {events}, or null when there is no such conversation
 */
create function private.delete_conversation(p_client_id text) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.conversations where user_id = auth.uid() and client_id = p_client_id;
  if not found then
    return null;
  end if;
  return jsonb_build_object('events', private.lease_events(auth.uid(), 20));
end $$;

create function public.delete_conversation(p_client_id text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.delete_conversation(p_client_id) $$;

revoke execute on function
  private.lock_conversation(uuid), private.release_deleted_sandbox(), private.abandon_program(public.chat_messages), private.abandon_request(text, jsonb),
  private.ending_events(text, text), private.cancel_messages(text), private.delete_conversation(text),
  public.post_message(text, text, jsonb, numeric), public.claim_message(uuid, text, text),
  public.finish_message(uuid, text, text, text), public.owed_events(uuid),
  public.report_progress(uuid, text, jsonb, uuid), public.begin_program(uuid, text, integer, text),
  public.start_program(uuid, text, uuid, text),
  public.finish_program(uuid, text, uuid, jsonb, jsonb, jsonb, jsonb), public.cancel_messages(text),
  public.delete_conversation(text)
  from public, anon, authenticated;
grant execute on function
  private.abandon_request(text, jsonb), private.cancel_messages(text), private.delete_conversation(text),
  public.post_message(text, text, jsonb, numeric), public.cancel_messages(text), public.delete_conversation(text)
  to authenticated;
grant execute on function
  private.lock_conversation(uuid), private.abandon_program(public.chat_messages), private.ending_events(text, text), public.owed_events(uuid),
  public.claim_message(uuid, text, text), public.finish_message(uuid, text, text, text),
  public.report_progress(uuid, text, jsonb, uuid), public.begin_program(uuid, text, integer, text),
  public.start_program(uuid, text, uuid, text),
  public.finish_program(uuid, text, uuid, jsonb, jsonb, jsonb, jsonb)
  to service_role;
