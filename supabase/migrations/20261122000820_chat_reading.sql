-- Reading of chat by clients: the list of conversations, live events through streams, artifacts.

/* Streams that are open somewhere. A lease outlives the longest stream, so one whose host died gives way by itself. */
create table private.streams (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  leased_until timestamptz not null
);
create index streams_age on private.streams (leased_until);
create index streams_by_user on private.streams (user_id);
-- Open at once; the rate says only that a place is free again after a minute at the latest.
insert into private.rate_limits (bucket, capacity, per_second) values ('streams', 3, 0.05);

alter table private.streams enable row level security;
revoke all on table private.streams from public, anon, authenticated;
grant all on table private.streams to service_role;

/* A conversation as the list shows it. */
create view public.conversation_details with (security_invoker = true) as
select c.id, c.user_id, c.client_id, left(first.content, 120) as title, left(newest.content, 500) as last_message,
  newest.status, c.created_at, c.last_message_at
from public.conversations c
cross join lateral (
  select content from public.chat_messages where conversation_id = c.id order by position limit 1) first
cross join lateral (
  select content, status from public.chat_messages where conversation_id = c.id order by position desc limit 1) newest;
revoke all on public.conversation_details from public, anon, authenticated;
grant select on public.conversation_details to authenticated, service_role;

/*
 * The events of a conversation after p_after, and whether more are to come, both as of one instant.
 * → {events: [{id, type, data}], idle}. Each open stream asks several times a second, hence PL/pgSQL: it keeps its plan.
 */
create function public.read_chat_events(p_conversation_id uuid, p_after bigint, p_limit integer) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return jsonb_build_object(
    'events', (
      select coalesce(jsonb_agg(jsonb_build_object('id', id, 'type', type, 'data', data || jsonb_build_object('message_id', message_id)) order by id), '[]')
      from (
        select id, type, data, message_id from public.chat_events
        where conversation_id = p_conversation_id and id > p_after order by id limit p_limit) events),
    'idle', not exists (
      select from public.chat_messages where conversation_id = p_conversation_id and status in ('queued', 'running')));
end $$;
grant execute on function public.read_chat_events(uuid, bigint, integer) to authenticated;

/* Takes one of the caller's places for open streams, for 70 s at most. False when all are taken. */
create function private.lease_stream(p_stream_id uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('streams ' || auth.uid(), 0));
  delete from private.streams where user_id = auth.uid() and leased_until < clock_timestamp();
  insert into private.streams (id, user_id, leased_until)
    select p_stream_id, auth.uid(), clock_timestamp() + interval '70 seconds'
    where (select count(*) from private.streams where user_id = auth.uid())
      < private.most('streams');
  return found;
end $$;
grant execute on function private.lease_stream(uuid) to authenticated;

create function private.close_stream(p_stream_id uuid) returns void
language sql security definer set search_path = '' as $$
  delete from private.streams where id = p_stream_id and user_id = auth.uid()
$$;
grant execute on function private.close_stream(uuid) to authenticated;

create function public.close_stream(p_stream_id uuid) returns void
language sql security invoker set search_path = '' as $$ select private.close_stream(p_stream_id) $$;
grant execute on function public.close_stream(uuid) to authenticated;

/*
 * Opens a stream of the caller's conversation after the event p_after; without one, from the first event of the oldest
 * unfinished message, or of the newest when all have ended.
 * → {outcome: "not_found" | "ended" (nothing more is to come) | "limited" | "open", conversation_id, after}
 */
create function public.open_stream(p_client_id text, p_stream_id uuid, p_after bigint default null) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_conversation public.conversations;
  v_message uuid;
  v_after bigint := p_after;
begin
  select * into v_conversation from public.conversations
    where user_id = (select auth.uid()) and client_id = p_client_id;
  if not found then
    return jsonb_build_object('outcome', 'not_found');
  end if;
  if v_after is null then
    select coalesce(
      (select id from public.chat_messages
        where conversation_id = v_conversation.id and status in ('queued', 'running') order by position limit 1),
      (select id from public.chat_messages where conversation_id = v_conversation.id order by position desc limit 1)
    ) into v_message;
    select min(id) - 1 into v_after from public.chat_events where message_id = v_message;
  end if;
  v_after := coalesce(v_after, v_conversation.last_event_id);
  if v_after >= v_conversation.last_event_id and not exists (
    select from public.chat_messages where conversation_id = v_conversation.id and status in ('queued', 'running')
  ) then
    return jsonb_build_object('outcome', 'ended');
  end if;
  if not private.lease_stream(p_stream_id) then
    return jsonb_build_object('outcome', 'limited');
  end if;
  return jsonb_build_object('outcome', 'open', 'conversation_id', v_conversation.id, 'after', v_after);
end $$;
grant execute on function public.open_stream(text, uuid, bigint) to authenticated;

/* The tools that were called for a message, in order. → [{name, arguments, status: "running" | "done" | "error", result?}] */
create function private.message_tools(p_message_id uuid) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
    'name', call -> 'name', 'arguments', call -> 'arguments', 'status', coalesce(r.status, 'running'), 'result', r.said))
    order by t.round, ordinal), '[]')
  from public.chat_thoughts t
  cross join jsonb_array_elements(t.calls) with ordinality as called (call, ordinal)
  left join public.chat_tool_results r on r.message_id = t.message_id and r.round = t.round and r.place = ordinal - 1
  where t.message_id = p_message_id
$$;
grant execute on function private.message_tools(uuid) to authenticated;

/*
 * A page of a conversation of the caller's, newest first, before the position p_before. What programs printed is cut, since
 * a page of it must fit into an answer. Null when there is no such conversation.
 * → [{position, message_id, content, attachments, response, status, requires_e2b, execution, tools, created_at, ended_at}]
 */
create function public.conversation_messages(p_client_id text, p_before bigint default null, p_limit integer default 20)
returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_conversation uuid := (
    select id from public.conversations where user_id = (select auth.uid()) and client_id = p_client_id);
begin
  if v_conversation is null then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'position', m.position, 'message_id', m.id, 'content', m.content, 'response', m.response, 'status', m.status,
      'requires_e2b', m.requires_e2b,
      'attachments', (
        select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'bytes', f.bytes)
          order by f.created_at, f.id), '[]')
        from public.chat_files f where f.conversation_id = m.conversation_id and f.id = any (m.attachments)),
      'execution', m.execution || jsonb_build_object(
        'stdout', left(m.execution ->> 'stdout', 10000), 'stderr', left(m.execution ->> 'stderr', 2000)),
      'tools', private.message_tools(m.id), 'created_at', m.created_at, 'ended_at', m.responded_at)
      order by m.position desc), '[]')
    from (
      select * from public.chat_messages
      where conversation_id = v_conversation and (p_before is null or position < p_before)
      order by position desc limit p_limit) m);
end $$;
grant execute on function public.conversation_messages(text, bigint, integer) to authenticated;

/* One of the caller's artifacts. → {name, mime, base64}, or null */
create function public.chat_artifact(p_id uuid) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object('name', name, 'mime', mime, 'base64', encode(content, 'base64'))
  from public.chat_artifacts where id = p_id and user_id = (select auth.uid())
$$;
grant execute on function public.chat_artifact(uuid) to authenticated;

-- ── What the older turns of a conversation came to, kept up as it goes on ───────────────────────────────────────────

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
grant execute on function public.turns_to_summarise(uuid) to service_role;

/* Keeps a summary, unless another one was kept since p_before was read. */
create function public.save_summary(p_message_id uuid, p_before bigint, p_through bigint, p_summary text) returns void
language sql security invoker set search_path = '' as $$
  update public.conversations set summary = p_summary, summarised_through = p_through
  where id = (select conversation_id from public.chat_messages where id = p_message_id) and summarised_through = p_before
$$;
grant execute on function public.save_summary(uuid, bigint, bigint, text) to service_role;
