-- Conversations: order, progress and the ending of every message.

create table public.conversations (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references public.users (id) on delete cascade,
  -- Chosen by the client, unique for each person.
  client_id text not null check (client_id ~ '^[A-Za-z0-9._:-]{1,128}$'),
  last_event_id bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now() check (updated_at between '2000-01-01' and '2100-01-01'),
  last_message_at timestamptz not null default now() check (last_message_at between '2000-01-01' and '2100-01-01'),
  -- A summary of the turns up to the position summarised_through; later ones are told to the model in full.
  summary text check (char_length(summary) <= 4000),
  summarised_through bigint not null default 0,
  -- True once the person was told what would make free conversation possible.
  hinted boolean not null default false,
  unique (user_id, client_id),
  unique (id, user_id)
)
-- Room on the page for the row's next version: it is updated with every event and every step.
with (fillfactor = 85);
create index conversations_newest on public.conversations (user_id, last_message_at desc, id desc);

create table public.chat_messages (
  id uuid primary key default gen_random_uuid(),
  conversation_id uuid not null,
  user_id uuid not null default auth.uid() references public.users (id) on delete cascade,
  position bigint generated always as identity,
  content text not null check (char_length(content) between 1 and 20000),
  -- Files of the conversation that the message is about.
  attachments uuid[] not null default '{}' check (
    attachments = '{}' or array_ndims(attachments) = 1 and cardinality(attachments) <= 10),
  status text not null default 'queued' check (status in ('queued', 'running', 'done', 'failed', 'cancelled')),
  requires_e2b boolean not null default false,
  response text check (char_length(response) <= 400000),
  responded_at timestamptz,
  execution jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- The run that works on it: another run's writes are refused while this one is alive.
  run_id text,
  restarts integer not null default 0,
  -- The program that is being run or was run last: {index, code, id, finished}. `id` is set once it has started.
  program jsonb,
  -- Answers that were begun: live clients throw away the words of earlier ones.
  answer_attempts integer not null default 0,
  -- An intent made it, for code to be run: routed again it could make the next one, and so on for ever.
  deferred boolean not null default false,
  unique (id, conversation_id),
  -- Both columns: a message cannot be put into somebody else's conversation.
  foreign key (conversation_id, user_id) references public.conversations (id, user_id) on delete cascade
)
with (fillfactor = 85);
create index chat_messages_newest on public.chat_messages (conversation_id, position desc);
create index chat_messages_by_user on public.chat_messages (user_id);
create index chat_messages_unfinished on public.chat_messages (updated_at) where status in ('queued', 'running');
create index chat_messages_unfinished_by_conversation on public.chat_messages (conversation_id)
  where status in ('queued', 'running');

/* Events in order, for live clients. Ids have no gaps within a conversation. */
create table public.chat_events (
  conversation_id uuid not null,
  id bigint not null,
  user_id uuid not null references public.users (id) on delete cascade,
  message_id uuid not null,
  type text not null check (type in ('status', 'tool', 'code', 'stdout', 'stderr', 'result', 'token', 'done')),
  data jsonb not null,
  created_at timestamptz not null default now(),
  primary key (conversation_id, id),
  foreign key (conversation_id, user_id) references public.conversations (id, user_id) on delete cascade,
  foreign key (message_id, conversation_id) references public.chat_messages (id, conversation_id) on delete cascade
)
with (autovacuum_vacuum_scale_factor = 0.05);
create index chat_events_by_user on public.chat_events (user_id);
create index chat_events_by_message on public.chat_events (message_id);
create index chat_events_age on public.chat_events (created_at);

/* The sandbox that holds a conversation's variables. One that is lost leaves its row: the next run must say that they are gone. */
create table private.sandboxes (
  conversation_id uuid primary key references public.conversations (id) on delete cascade,
  sandbox_id text,
  user_id uuid,
  -- The person's files that were written into it (chat_files).
  file_ids uuid[] not null default '{}'
);

alter table public.conversations enable row level security;
alter table public.chat_messages enable row level security;
alter table public.chat_events enable row level security;
alter table private.sandboxes enable row level security;
revoke all on table public.conversations, public.chat_messages, public.chat_events, private.sandboxes
  from public, anon, authenticated;
grant select on table public.conversations, public.chat_messages, public.chat_events to authenticated;
grant all on table public.conversations, public.chat_messages, public.chat_events, private.sandboxes to service_role;

create policy "people read their own conversations" on public.conversations
  for select to authenticated using (user_id = (select auth.uid()));
create policy "people read their own messages" on public.chat_messages
  for select to authenticated using (user_id = (select auth.uid()));
create policy "people read their own chat events" on public.chat_events
  for select to authenticated using (user_id = (select auth.uid()));

/* Appends events, if there are any, to a message's conversation under its lock. */
create function private.append_chat_events(p_message_id uuid, p_events jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  v_message public.chat_messages;
  v_last bigint;
begin
  if p_events is null or p_events = '[]' then
    return;
  end if;
  select * into strict v_message from public.chat_messages where id = p_message_id;
  update public.conversations set last_event_id = last_event_id + jsonb_array_length(p_events), updated_at = now()
    where id = v_message.conversation_id returning last_event_id into v_last;
  insert into public.chat_events (conversation_id, id, user_id, message_id, type, data)
    select v_message.conversation_id, v_last - jsonb_array_length(p_events) + ordinal, v_message.user_id, p_message_id,
      event ->> 'type', event -> 'data'
    from jsonb_array_elements(p_events) with ordinality as listed (event, ordinal);
end $$;
grant execute on function private.append_chat_events(uuid, jsonb) to service_role;

/* Owes the work on an unfinished message: running its program once it was handed over to that, else answering it. */
create function private.owe_work(p_message_id uuid) returns void
language sql set search_path = '' as $$
  insert into private.outbox (user_id, name, data)
    select user_id,
      case when requires_e2b then 'chat/execution.requested' when deferred then 'voice/intent.deferred'
        else 'chat/message.received' end,
      jsonb_build_object('message_id', id, 'user_id', user_id)
    from public.chat_messages
    where id = p_message_id and status in ('queued', 'running')
$$;
grant execute on function private.owe_work(uuid) to service_role;

/* The event that a step's status is told with. */
create function private.status_event(p_status text) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_array(jsonb_build_object('type', 'status', 'data', jsonb_build_object('status', p_status)))
$$;
grant execute on function private.status_event(text) to service_role;
