-- Cancelling messages, and deleting conversations.

/* Returns the response of a message that was cancelled. */
create function private.cancelled_response() returns text
language sql immutable set search_path = '' as $$ select 'This message was cancelled.' $$;

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
  v_response constant text := private.cancelled_response();
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
 * Cancels what runs and what is queued in the caller's conversation. → the messages' ids, or null when there is no such
 * conversation
 */
create function private.cancel_messages(p_client_id text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_conversation uuid;
begin
  select id into v_conversation from public.conversations
    where user_id = auth.uid() and client_id = p_client_id for no key update;
  return case when found then private.cancel_unfinished(v_conversation) end;
end $$;
grant execute on function private.cancel_messages(text) to authenticated;

/* See private.begin_request for the outcomes; result is {cancelled} */
create function public.cancel_messages(p_client_id text) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb := private.begin_request('cancel_messages', 'writes', '{}');
  v_cancelled jsonb;
begin
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  v_cancelled := private.cancel_messages(p_client_id);
  return case when v_cancelled is not null then private.finish_request(
    'cancel_messages', '{}', v_opened, jsonb_build_object('cancelled', v_cancelled)) end;
end $$;
grant execute on function public.cancel_messages(text) to authenticated;

/*
 * Deletes the caller's conversation with everything in it; the end of its sandbox is owed by a trigger. Security definer,
 * for the trigger's sake alone: it writes what people may not. → whether there was one
 */
create function private.delete_conversation(p_client_id text) returns boolean
language sql security definer set search_path = '' as $$
  with deleted as (
    delete from public.conversations where user_id = auth.uid() and client_id = p_client_id returning 1)
  select exists (select from deleted)
$$;
grant execute on function private.delete_conversation(text) to authenticated;

/* See private.begin_request for the outcomes; result is {}. Null for no such conversation. */
create function public.delete_conversation(p_client_id text) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb := private.begin_request('delete_conversation', 'writes', '{}');
begin
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  return case when private.delete_conversation(p_client_id) then
    private.finish_request('delete_conversation', '{}', v_opened, '{}') end;
end $$;
grant execute on function public.delete_conversation(text) to authenticated;
