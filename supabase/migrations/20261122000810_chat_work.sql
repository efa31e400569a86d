-- Work on messages: posting, claiming, telling how it goes, ending.

/*
 * Locks a message's conversation. Everything that changes a message takes this lock first, so that no two transactions
 * wait for each other.
 */
create function private.lock_conversation(p_message_id uuid) returns void
language sql security invoker set search_path = '' as $$
  select from public.conversations
    where id = (select conversation_id from public.chat_messages where id = p_message_id) for no key update
$$;
grant execute on function private.lock_conversation(uuid) to service_role;

/*
 * Puts a message at the end of a person's conversation p_client_id, which is made if need be. Its work starts now if nothing
 * in the conversation is unfinished, else when the one before it ends (finish_message). With p_replaces what is unfinished is
 * cancelled first; p_deferred says that an intent made it. Security definer: people write no messages themselves.
 * → the message's id
 */
create function private.add_message(
  p_client_id text, p_content text, p_attachments uuid[] default '{}', p_replaces boolean default false,
  p_deferred boolean default false, p_user_id uuid default null
) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.actor(p_user_id);
  v_conversation uuid;
  v_message uuid;
begin
  -- The update locks the conversation: its messages are accepted and finished one at a time.
  insert into public.conversations (user_id, client_id) values (v_user, p_client_id)
    on conflict (user_id, client_id) do update set updated_at = now(), last_message_at = now()
    returning id into v_conversation;
  if p_replaces then
    perform private.cancel_unfinished(v_conversation);
  end if;
  insert into public.chat_messages (user_id, conversation_id, content, attachments, deferred)
    values (v_user, v_conversation, p_content, p_attachments, p_deferred)
    returning id into v_message;
  perform private.append_chat_events(v_message, private.status_event('queued'));
  if not exists (
    select from public.chat_messages
    where conversation_id = v_conversation and status in ('queued', 'running') and id <> v_message
  ) then
    perform private.owe_work(v_message);
  end if;
  return v_message;
end $$;
grant execute on function private.add_message(text, text, uuid[], boolean, boolean, uuid) to authenticated;

/*
 * Accepts a message into the caller's conversation p_client_id (private.add_message). p_attachments are files of that conversation.
 * → private.begin_request's outcomes, or {outcome: "cost_limited", retry_after_seconds} when the caller has spent
 *   p_cost_limit_usd today (null: no limit); result {client_id, message_id}
 */
create function public.post_message(
  p_client_id text, p_content text, p_request jsonb default '{}', p_cost_limit_usd numeric default null,
  p_replaces boolean default false, p_attachments uuid[] default '{}'
) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb := private.begin_request('post_message', 'chat', p_request);
  v_limited integer;
begin
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  v_limited := private.cost_limited_seconds(p_cost_limit_usd);
  if v_limited is not null then
    perform private.forget_request('post_message', p_request);
    return jsonb_build_object('outcome', 'cost_limited', 'retry_after_seconds', v_limited, 'limit', v_opened -> 'limit');
  end if;
  if exists (
    select unnest(p_attachments) except
    select f.id from public.chat_files f join public.conversations c on c.id = f.conversation_id
    where c.user_id = (select auth.uid()) and c.client_id = p_client_id
  ) then
    perform private.forget_request('post_message', p_request);
    return private.refusal('file_elsewhere', 'attachments');
  end if;
  return private.finish_request('post_message', p_request, v_opened, jsonb_build_object(
    'client_id', p_client_id, 'message_id', private.add_message(p_client_id, p_content, p_attachments, p_replaces)));
end $$;
grant execute on function public.post_message(text, text, jsonb, numeric, boolean, uuid[]) to authenticated;

/*
 * Takes a message to work on it, for one run at a time (a run that has been silent for two minutes has lost it).
 * p_thinks says that the model is about to be asked: live clients are told, and what it is to know of the person comes
 * along. p_executes is true for the function that runs programs: what was handed over to it is not routed again.
 * Null when there is nothing left to do for this run.
 * → {user_id, timezone, content, conversation_id, deferred, program, execution, attempt, spent_usd, thoughts} and to think
 *   {history: [{content, response}] oldest first, summary, unsummarised, hinted, person, files, attachments}
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
    'spent_usd', public.spent_today(v_message.user_id),
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
    'hinted', v_conversation.hinted,
    'unsummarised', (
      select count(*) from public.chat_messages
      where conversation_id = v_message.conversation_id and status = 'done'
        and position > v_conversation.summarised_through and position < v_message.position),
    'person', private.person_snapshot(v_message.user_id)) end;
end $$;
grant execute on function public.claim_message(uuid, text, boolean, boolean) to service_role;

/* Returns the events that a message still owes, for a step that runs again after its host died between commit and send. */
create function public.owed_events(p_message_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$
  select coalesce(
    (select private.lease_events(user_id, 20, true) from public.chat_messages where id = p_message_id), '[]')
$$;
grant execute on function public.owed_events(uuid) to service_role;

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
  perform private.append_chat_events(p_message_id, p_events);
  return true;
end $$;
grant execute on function public.report_progress(uuid, text, jsonb, uuid) to service_role;

/*
 * Ends a message, once: p_status is done or failed, p_response what the person reads. A run ends what it holds, or fails
 * what nobody holds; p_run_id null ends it whoever holds it. p_hints says that the response carries the hint of set-up. The
 * next message in the conversation starts.
 * → the events to send
 */
create function public.finish_message(
  p_message_id uuid, p_status text, p_response text, p_run_id text default null, p_hints boolean default false
) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_message public.chat_messages;
begin
  perform private.lock_conversation(p_message_id);
  update public.chat_messages
    set status = p_status, response = p_response, responded_at = now(), updated_at = now()
    where id = p_message_id and status in ('queued', 'running')
      and (p_run_id is null or run_id = p_run_id or run_id is null and p_status = 'failed')
    returning * into v_message;
  if found then
    perform private.abandon_program(v_message);
    perform private.append_chat_events(p_message_id, private.ending_events(p_status, p_response));
    if p_hints then
      update public.conversations set hinted = true where id = v_message.conversation_id;
    end if;
    perform private.owe_work(id) from (
      select id, status from public.chat_messages
      where conversation_id = v_message.conversation_id and status in ('queued', 'running')
      order by position limit 1) next where status = 'queued';
  end if;
  return public.owed_events(p_message_id);
end $$;
grant execute on function public.finish_message(uuid, text, text, text, boolean) to service_role;

/* The events that a message ends with. */
create function private.ending_events(p_status text, p_response text) returns jsonb
language sql immutable set search_path = '' as $$
  select private.status_event(p_status) || jsonb_build_array(
    jsonb_build_object('type', 'done', 'data', jsonb_build_object('status', p_status, 'message', p_response)))
$$;
grant execute on function private.ending_events(text, text) to service_role;
