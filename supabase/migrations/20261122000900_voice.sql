-- Voice sessions and their transcripts. Tokens are never stored: a session is only what was said in it.

insert into private.rate_limits (bucket, capacity, per_second) values
  ('voice_sessions', 10, 1 / 6.0), ('voice_messages', 600, 10);

create table public.voice_sessions (
  -- 130 random bits, made by the API.
  id text primary key check (id ~ '^sess_[0-9a-z]{26}$'),
  user_id uuid not null default auth.uid() references public.users (id) on delete cascade,
  resumed_from text check (resumed_from <> id),
  -- Requests that were given a token for it, or are about to be: one that failed leaves no session behind.
  mints integer not null default 1 check (mints between 0 and 1000000),
  created_at timestamptz not null default now(),
  closed_at timestamptz check (closed_at between '2000-01-01' and '2100-01-01'),
  unique (id, user_id),
  -- Both columns: nobody resumes somebody else's session.
  foreign key (resumed_from, user_id) references public.voice_sessions (id, user_id) on delete set null (resumed_from)
);
create index voice_sessions_by_user on public.voice_sessions (user_id, created_at desc);
create index voice_sessions_by_resumed on public.voice_sessions (resumed_from, user_id);

create table public.voice_messages (
  session_id text not null,
  user_id uuid not null default auth.uid() references public.users (id) on delete cascade,
  -- The client's, or ours: a message that arrives twice is saved once.
  message_id text not null default gen_random_uuid() check (char_length(message_id) between 1 and 128),
  position bigint generated always as identity,
  role text not null check (role in ('user', 'assistant')),
  content text not null check (char_length(content) between 1 and 20000),
  -- The moment at which it was said, else at which it arrived.
  said_at timestamptz not null default clock_timestamp() check (said_at between '2000-01-01' and '2100-01-01'),
  primary key (session_id, message_id),
  foreign key (session_id, user_id) references public.voice_sessions (id, user_id) on delete cascade
);
create index voice_messages_in_order on public.voice_messages (session_id, said_at, position);
create index voice_messages_by_user on public.voice_messages (user_id);

alter table public.voice_sessions enable row level security;
alter table public.voice_messages enable row level security;
revoke all on table public.voice_sessions, public.voice_messages from public, anon, authenticated;
grant select, insert (id, resumed_from), update (mints, closed_at) on table public.voice_sessions to authenticated;
grant select, insert (session_id, message_id, role, content, said_at) on table public.voice_messages to authenticated;
grant all on table public.voice_sessions, public.voice_messages to service_role;

create trigger refuse_write before insert or update or delete on public.voice_sessions
  execute function private.refuse_write();
create trigger refuse_write before insert or update or delete on public.voice_messages
  execute function private.refuse_write();

create policy "people read their own voice sessions" on public.voice_sessions
  for select to authenticated using (user_id = (select auth.uid()));
create policy "people start voice sessions of their own" on public.voice_sessions
  for insert to authenticated with check (user_id = (select auth.uid()));
create policy "people end their own voice sessions" on public.voice_sessions
  for update to authenticated using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
create policy "people read their own voice messages" on public.voice_messages
  for select to authenticated using (user_id = (select auth.uid()));
create policy "people write voice messages of their own" on public.voice_messages
  for insert to authenticated with check (user_id = (select auth.uid()));

/* The words of a session and, with p_earlier, in those that it resumed; the last p_limit, in order. → [{role, content, created_at}] */
create function private.voice_transcript(p_session_id text, p_earlier boolean, p_limit integer default null) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with recursive chain (id, resumed_from, age) as (
    select id, resumed_from, 0 from public.voice_sessions where id = p_session_id
    union all
    select s.id, s.resumed_from, c.age + 1
    from chain c join public.voice_sessions s on s.id = c.resumed_from
    where p_earlier and c.age < 20
  )
  select coalesce(
    jsonb_agg(jsonb_build_object('role', role, 'content', content, 'created_at', said_at)
      order by age desc, said_at, position), '[]')
  from (
    select m.*, c.age from chain c join public.voice_messages m on m.session_id = c.id
    order by c.age, m.said_at desc, m.position desc limit p_limit) said
$$;
grant execute on function private.voice_transcript(text, boolean, integer) to authenticated;

/*
 * Starts a session of the caller's under p_session_id, or with a known Idempotency-Key the one it started. Whoever gets
 * no token for it calls discard_voice_session. See private.begin_request for p_request and the outcomes; besides them
 * {outcome: "missing"} for a p_resume that is no session of theirs.
 * → result {session_id, name, timezone, history: [{role, content}] of what is resumed}
 */
create function public.start_voice_session(p_session_id text, p_resume text default null, p_request jsonb default '{}')
returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_user uuid := auth.uid();
  v_answer jsonb;
  v_session public.voice_sessions;
begin
  if p_resume is not null and not exists (
    select from public.voice_sessions where id = p_resume and user_id = v_user) then
    return jsonb_build_object('outcome', 'missing');
  end if;
  v_answer := private.begin_request('start_voice_session', 'voice_sessions', p_request);
  if v_answer ->> 'outcome' = 'proceed' then
    insert into public.voice_sessions (id, resumed_from) values (p_session_id, p_resume) returning * into v_session;
    v_answer := private.finish_request('start_voice_session', p_request, v_answer,
      jsonb_build_object('session_id', v_session.id));
  elsif v_answer ->> 'outcome' = 'replayed' then
    -- A replay takes no token of its own, and counts what is minted.
    perform set_config('flux.accepted', 'yes', true);
    update public.voice_sessions set mints = mints + 1
      where id = v_answer #>> '{result,session_id}' and user_id = v_user
      returning * into v_session;
    if not found then
      return jsonb_build_object('outcome', 'missing');
    end if;
  else
    return v_answer;
  end if;
  return v_answer || jsonb_build_object('result', (
    select jsonb_build_object(
      'session_id', v_session.id, 'history', private.voice_transcript(v_session.resumed_from, true, 60),
      'person', private.person_snapshot(v_user))));
end $$;
grant execute on function public.start_voice_session(text, text, jsonb) to authenticated;

/* Takes back a start that got no token: the session goes with the last of them, and its Idempotency-Key is free again. */
create function private.discard_voice_session(p_session_id text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.voice_sessions set mints = mints - 1 where id = p_session_id and user_id = auth.uid();
  delete from public.voice_sessions where id = p_session_id and user_id = auth.uid() and mints <= 0;
  if found then
    delete from private.idempotency_keys
      where user_id = auth.uid() and operation = 'start_voice_session' and result ->> 'session_id' = p_session_id;
  end if;
end $$;
grant execute on function private.discard_voice_session(text) to authenticated;

create function public.discard_voice_session(p_session_id text) returns void
language sql security invoker set search_path = '' as $$
  select private.discard_voice_session(p_session_id)
$$;
grant execute on function public.discard_voice_session(text) to authenticated;

/*
 * Ends a session of the caller's; again changes nothing. Null if there is none. See private.begin_request for the outcomes;
 * result {session_id, message_count, duration_seconds}
 */
create function public.close_voice_session(p_session_id text) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb := private.begin_request('close_voice_session', 'writes', '{}');
  v_session public.voice_sessions;
begin
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  update public.voice_sessions set closed_at = coalesce(closed_at, now())
    where id = p_session_id and user_id = (select auth.uid())
    returning * into v_session;
  if not found then
    return null;
  end if;
  return private.finish_request('close_voice_session', '{}', v_opened, jsonb_build_object(
    'session_id', v_session.id,
    'message_count', (select count(*) from public.voice_messages where session_id = v_session.id),
    'duration_seconds', round(extract(epoch from v_session.closed_at - v_session.created_at))));
end $$;
grant execute on function public.close_voice_session(text) to authenticated;

/*
 * Saves what was said in an open session of the caller's, once for each p_message_id.
 * → {message_id}; {limited: true}; null for a session that is missing, somebody else's or closed
 */
create function public.save_voice_message(
  p_session_id text, p_role text, p_content text, p_message_id text default null, p_spoken_at timestamptz default null
) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_id text := coalesce(p_message_id, gen_random_uuid()::text);
begin
  -- Closing waits for this, so that its count is what was saved.
  perform from public.voice_sessions
    where id = p_session_id and user_id = (select auth.uid()) and closed_at is null for share;
  if not found then
    return null;
  end if;
  if not (private.take_token('voice_messages') ->> 'allowed')::boolean then
    return jsonb_build_object('limited', true);
  end if;
  insert into public.voice_messages (session_id, message_id, role, content, said_at)
    values (p_session_id, v_id, p_role, p_content, coalesce(p_spoken_at, clock_timestamp()))
    on conflict do nothing;
  return jsonb_build_object('message_id', v_id);
end $$;
grant execute on function public.save_voice_message(text, text, text, text, timestamptz) to authenticated;

/* The transcript of a session of the caller's. → {session_id, messages}, null if there is none */
create function public.get_voice_transcript(p_session_id text) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object('session_id', id, 'messages', private.voice_transcript(id, false))
  from public.voice_sessions where id = p_session_id and user_id = (select auth.uid())
$$;
grant execute on function public.get_voice_transcript(text) to authenticated;
