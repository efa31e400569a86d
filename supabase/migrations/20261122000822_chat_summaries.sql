-- What the older turns of a conversation came to, kept up as it goes on.

/*
 * The turns that a message's conversation is to be summarised by: the oldest ones that no summary holds, 20 at most and all
 * but the newest five.
 * → {user_id, summary, summarised_through, through, turns: [{content, response}]}; null when there are none
 */
create function public.turns_to_summarise(p_message_id uuid) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with conversation as (
    select c.* from public.conversations c
    where c.id = (select conversation_id from public.chat_messages where id = p_message_id)
  ), turns as (
    select m.position, m.content, m.response from public.chat_messages m join conversation c on c.id = m.conversation_id
    where m.status = 'done' and m.position > c.summarised_through order by m.position
  ), old as (
    select * from turns order by position
    limit least(20, greatest(0, (select count(*) from turns) - 5))
  )
  select jsonb_build_object(
    'user_id', c.user_id, 'summary', c.summary, 'summarised_through', c.summarised_through,
    'through', (select max(position) from old),
    'turns', (select jsonb_agg(jsonb_build_object('content', left(content, 2000), 'response', left(response, 2000))
      order by position) from old))
  from conversation c where exists (select from old)
$$;

/* Keeps a summary, unless another one was kept since p_before was read. */
create function public.save_summary(p_message_id uuid, p_before bigint, p_through bigint, p_summary text) returns void
language sql security invoker set search_path = '' as $$
  update public.conversations set summary = p_summary, summarised_through = p_through
  where id = (select conversation_id from public.chat_messages where id = p_message_id) and summarised_through = p_before
$$;

revoke execute on function public.turns_to_summarise(uuid), public.save_summary(uuid, bigint, bigint, text)
  from public, anon, authenticated;
grant execute on function public.turns_to_summarise(uuid), public.save_summary(uuid, bigint, bigint, text)
  to service_role;
