-- Files that people add to a conversation: there for every program that runs in it.

insert into private.rate_limits (bucket, capacity, per_second) values
  ('files', 60, 0.2),
  -- Files that may be kept at once. Nothing takes tokens of these: their rates mean nothing.
  ('stored_files', 200, 1), ('stored_file_bytes', 67108864, 1), ('conversation_file_bytes', 33554432, 1);

create table public.chat_files (
  -- Another file under the same name has another id: a sandbox knows by it whether it holds the newest.
  id uuid primary key default gen_random_uuid(),
  conversation_id uuid not null,
  user_id uuid not null default auth.uid() references public.users (id) on delete cascade,
  -- One name in a folder: neither a path nor hidden.
  name text not null check (octet_length(name) between 1 and 200 and name !~ '^\.|[/\\[:cntrl:]]'),
  mime text not null check (mime ~ '^[a-z]+/[a-z0-9.+-]{1,100}$'),
  content bytea not null check (octet_length(content) <= 4194304),
  bytes integer not null generated always as (octet_length(content)) stored,
  -- The start of its text, for models.
  preview text check (char_length(preview) <= 4000),
  created_at timestamptz not null default now(),
  unique (conversation_id, name),
  foreign key (conversation_id, user_id) references public.conversations (id, user_id) on delete cascade
);
create index chat_files_by_user on public.chat_files (user_id);
create index chat_files_by_conversation on public.chat_files (conversation_id, user_id);

alter table public.chat_files enable row level security;
revoke all on table public.chat_files from public, anon, authenticated;
grant select on table public.chat_files to authenticated;
grant all on table public.chat_files to service_role;
create policy "people read their own files" on public.chat_files
  for select to authenticated using (user_id = (select auth.uid()));

/*
 * Keeps a file in the caller's conversation, which is made if need be; one of the same name gives way. Security definer:
 * people may not write files themselves, or their sizes would not be counted. One file of a person at a time.
 * → {id} or private.refusal
 */
create function private.keep_chat_file(p_client_id text, p_name text, p_mime text, p_content bytea, p_preview text)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_conversation uuid;
  v_id uuid;
  v_count integer;
  v_bytes bigint;
  v_bytes_here bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('files ' || auth.uid(), 0));
  select id into v_conversation from public.conversations where user_id = auth.uid() and client_id = p_client_id;
  select count(*), coalesce(sum(bytes), 0), coalesce(sum(bytes) filter (where conversation_id = v_conversation), 0)
    into v_count, v_bytes, v_bytes_here
    from public.chat_files
    where user_id = auth.uid() and (conversation_id is distinct from v_conversation or name <> p_name);
  if v_bytes_here + octet_length(p_content) > private.most('conversation_file_bytes') then
    return private.refusal('conversation_files_limit', null, jsonb_build_object(
      'mb', private.most('conversation_file_bytes') / 1048576));
  end if;
  if v_count >= private.most('stored_files') or v_bytes + octet_length(p_content) > private.most('stored_file_bytes') then
    return private.refusal('stored_files_limit', null, jsonb_build_object(
      'files', private.most('stored_files'), 'mb', private.most('stored_file_bytes') / 1048576));
  end if;
  insert into public.conversations (client_id) values (p_client_id)
    on conflict (user_id, client_id) do update set updated_at = now() returning id into v_conversation;
  delete from public.chat_files where conversation_id = v_conversation and name = p_name;
  insert into public.chat_files (conversation_id, name, mime, content, preview)
    values (v_conversation, p_name, p_mime, p_content, p_preview) returning id into v_id;
  return jsonb_build_object('id', v_id);
end $$;
grant execute on function private.keep_chat_file(text, text, text, bytea, text) to authenticated;

/* Returns how many of something may be kept at once. */
create function private.most(p_bucket text) returns integer
language sql stable security definer set search_path = '' as $$
  select capacity from private.rate_limits where bucket = p_bucket
$$;

/*
 * Adds a file to the caller's conversation p_client_id. See private.begin_request for p_request and the outcomes; besides them
 * private.refusal where a limit of what may be kept is reached. result: {id, name, mime, bytes}
 */
create function public.add_chat_file(
  p_client_id text, p_name text, p_mime text, p_base64 text, p_preview text default null, p_request jsonb default '{}'
) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_content bytea := decode(p_base64, 'base64');
  v_opened jsonb := private.begin_request('add_chat_file', 'files', p_request);
  v_kept jsonb;
begin
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  v_kept := private.keep_chat_file(p_client_id, p_name, p_mime, v_content, p_preview);
  if v_kept ? 'code' then
    perform private.forget_request('add_chat_file', p_request);
    return v_kept;
  end if;
  return private.finish_request('add_chat_file', p_request, v_opened, jsonb_build_object(
    'id', v_kept -> 'id', 'name', p_name, 'mime', p_mime, 'bytes', octet_length(v_content)));
end $$;
grant execute on function public.add_chat_file(text, text, text, text, text, jsonb) to authenticated;

/* A conversation's files, the oldest first. For the service. → [{id, name, mime, bytes, preview}] */
create function public.conversation_files(p_conversation_id uuid) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
      'id', id, 'name', name, 'mime', mime, 'bytes', bytes, 'preview', preview) order by created_at, id), '[]')
  from public.chat_files where conversation_id = p_conversation_id
$$;
grant execute on function public.conversation_files(uuid) to service_role;

/* A file's bytes, for the service. Null when it is gone. */
create function public.chat_file_content(p_id uuid) returns text
language sql stable security invoker set search_path = '' as $$
  select encode(content, 'base64') from public.chat_files where id = p_id
$$;
grant execute on function public.chat_file_content(uuid) to service_role;
