-- Work on messages: posting, claiming, telling how it goes, ending, cancelling, deleting.

alter table public.conversations
  add column last_message_at timestamptz not null default now()
    check (last_message_at between '2000-01-01' and '2100-01-01'),
  -- What the turns up to the position summarised_through came to; later ones are told to the model in full.
  add column summary text check (char_length(summary) <= 4000),
  add column summarised_through bigint not null default 0;
create index conversations_newest on public.conversations (user_id, last_message_at desc, id desc);
grant update (last_message_at) on table public.conversations to authenticated;

alter table public.chat_messages
  -- The program that is being run or was run last: {index, code, id, finished}. `id` is set once it has started.
  add column program jsonb,
  -- How often an answer has been begun: live clients throw away the words of earlier ones.
  add column answer_attempts integer not null default 0,
  -- An intent made it, for code to be run: routed again it could make the next one, and so on for ever.
  add column deferred boolean not null default false;
create index chat_messages_unfinished_by_conversation on public.chat_messages (conversation_id)
  where status in ('queued', 'running');

/*
 * Locks a message's conversation. Everything that changes a message takes this lock first, so that no two transactions
 * wait for each other.
 */
create function private.lock_conversation(p_message_id uuid) returns void
language sql security invoker set search_path = '' as $$
  select from public.conversations
    where id = (select conversation_id from public.chat_messages where id = p_message_id) for no key update
$$;

/*
 * Accepts a message into the caller's conversation p_client_id, which is made if need be. Its work starts now if nothing
 * in the conversation is unfinished, else when the one before it ends (finish_message); with p_replaces what is unfinished
 * is cancelled first. p_attachments are files of that conversation.
 * → private.begin_request's outcomes, or {outcome: "cost_limited", retry_after_seconds} when the caller has spent
 *   p_cost_limit_usd today (null: no limit); result {client_id, message_id}
 */
create function public.post_message(
  p_client_id text, p_content text, p_request jsonb default '{}', p_cost_limit_usd numeric default null,
  p_replaces boolean default false, p_attachments uuid[] default '{}'
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
  if exists (
    select unnest(p_attachments) except
    select f.id from public.chat_files f join public.conversations c on c.id = f.conversation_id
    where c.user_id = (select auth.uid()) and c.client_id = p_client_id
  ) then
    perform private.abandon_request('post_message', p_request);
    return jsonb_build_object('outcome', 'invalid', 'field', 'attachments',
      'message', 'holds the id of a file that is not in this conversation');
  end if;
  -- The update locks the conversation: its messages are accepted and finished one at a time.
  insert into public.conversations (client_id) values (p_client_id)
    on conflict (user_id, client_id) do update set updated_at = now(), last_message_at = now()
    returning id into v_conversation;
  if p_replaces then
    perform private.cancel_unfinished(v_conversation);
  end if;
  insert into public.chat_messages (conversation_id, content, attachments)
    values (v_conversation, p_content, p_attachments)
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
 * p_thinks says that the model is about to be asked: live clients are told, and what it is to know of the person comes
 * along. p_executes is true for the function that runs programs: what was handed over to it is not routed again.
 * Null when there is nothing left to do for this run.
 * → {user_id, timezone, content, conversation_id, deferred, program, execution, attempt, spent_usd, thoughts} and to think
 *   {history: [{content, response}] oldest first, summary, unsummarised, person, files, attachments}
 */
create function public.claim_message(p_message_id uuid, p_run_id text, p_thinks boolean, p_executes boolean)
returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_message public.chat_messages;
  v_conversation public.conversations;
begin
  perform private.lock_conversation(p_message_id);
  update public.chat_messages
    set status = 'running', run_id = p_run_id, updated_at = now(),
        answer_attempts = answer_attempts + p_thinks::integer
    where id = p_message_id and (
      status = 'queued'
      or status = 'running' and (run_id is null or run_id = p_run_id or updated_at < now() - interval '2 minutes'))
      and (p_executes or not requires_e2b)
    returning * into v_message;
  if not found then
    return null;
  end if;
  if p_thinks then
    perform private.append_chat_events(p_message_id, private.status_event('thinking'));
    select * into v_conversation from public.conversations where id = v_message.conversation_id;
  end if;
  return jsonb_build_object(
    'user_id', v_message.user_id,
    'timezone', (select timezone from public.users where id = v_message.user_id),
    'content', v_message.content,
    'conversation_id', v_message.conversation_id,
    'deferred', v_message.deferred,
    'program', v_message.program,
    'execution', v_message.execution,
    'attempt', v_message.answer_attempts,
    'spent_usd', private.spent_today(v_message.user_id),
    'thoughts', private.message_thoughts(p_message_id)
  ) || case when not p_thinks then '{}' else jsonb_build_object(
    'history', (
      select coalesce(jsonb_agg(jsonb_build_object('content', left(content, 4000), 'response', left(response, 4000))
        order by position), '[]')
      from (
        select content, response, position from public.chat_messages
        where conversation_id = v_message.conversation_id and status = 'done'
          and position > v_conversation.summarised_through and position < v_message.position
        order by position desc limit 10) turns),
    'files', public.conversation_files(v_message.conversation_id),
    'attachments', v_message.attachments,
    'summary', v_conversation.summary,
    'unsummarised', (
      select count(*) from public.chat_messages
      where conversation_id = v_message.conversation_id and status = 'done'
        and position > v_conversation.summarised_through and position < v_message.position),
    'person', private.person_snapshot(v_message.user_id)) end;
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
 * Cancels everything unfinished in one of the caller's conversations, whose lock is held. Security definer: people may not
 * change messages themselves.
 * → the messages' ids
 */
create function private.cancel_unfinished(p_conversation_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_message public.chat_messages;
  v_cancelled jsonb := '[]';
  v_response constant text := 'This message was cancelled.';
begin
  for v_message in
    update public.chat_messages
      set status = 'cancelled', response = v_response, responded_at = now(), updated_at = now()
      where conversation_id = p_conversation_id and user_id = auth.uid() and status in ('queued', 'running')
      returning *
  loop
    perform private.abandon_program(v_message);
    perform private.append_chat_events(v_message.id, private.ending_events('cancelled', v_response));
    v_cancelled := v_cancelled || to_jsonb(v_message.id);
  end loop;
  return v_cancelled;
end $$;

/*
 * Cancels what runs and what is queued in the caller's conversation.
 * → {cancelled: [message id], events}, or null when there is no such conversation
 */
create function private.cancel_messages(p_client_id text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_conversation uuid;
begin
  select id into v_conversation from public.conversations
    where user_id = auth.uid() and client_id = p_client_id for no key update;
  if not found then
    return null;
  end if;
  return jsonb_build_object(
    'cancelled', private.cancel_unfinished(v_conversation), 'events', private.lease_events(auth.uid(), 20));
end $$;

/* See private.begin_request for the outcomes; result is {cancelled} */
create function public.cancel_messages(p_client_id text) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb := private.begin_request('cancel_messages', 'writes', '{}');
  v_done jsonb;
begin
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  v_done := private.cancel_messages(p_client_id);
  return case when v_done is not null then private.finish_request('cancel_messages', '{}', v_opened, v_done - 'events')
    || jsonb_build_object('events', v_done -> 'events') end;
end $$;

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

/* See private.begin_request for the outcomes; result is {} */
create function public.delete_conversation(p_client_id text) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb := private.begin_request('delete_conversation', 'writes', '{}');
  v_done jsonb;
begin
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  v_done := private.delete_conversation(p_client_id);
  return case when v_done is not null then private.finish_request('delete_conversation', '{}', v_opened, v_done - 'events')
    || jsonb_build_object('events', v_done -> 'events') end;
end $$;

revoke execute on function
  private.lock_conversation(uuid), private.abandon_request(text, jsonb), private.ending_events(text, text),
  private.cancel_unfinished(uuid), private.cancel_messages(text), private.delete_conversation(text),
  public.post_message(text, text, jsonb, numeric, boolean, uuid[]), public.claim_message(uuid, text, boolean, boolean),
  public.finish_message(uuid, text, text, text), public.owed_events(uuid),
  public.report_progress(uuid, text, jsonb, uuid), public.cancel_messages(text), public.delete_conversation(text)
  from public, anon, authenticated;
grant execute on function
  private.abandon_request(text, jsonb), private.cancel_unfinished(uuid), private.cancel_messages(text),
  private.delete_conversation(text),
  public.post_message(text, text, jsonb, numeric, boolean, uuid[]), public.cancel_messages(text), public.delete_conversation(text)
  to authenticated;
grant execute on function
  private.lock_conversation(uuid), private.ending_events(text, text), public.owed_events(uuid),
  public.claim_message(uuid, text, boolean, boolean), public.finish_message(uuid, text, text, text),
  public.report_progress(uuid, text, jsonb, uuid)
  to service_role;
