-- The assistant's memories of a person, in their own words.

/* `subject` says what a fact is about (lib/memory/subject.ts): a newer fact about the same replaces the older one. */
create table public.memories (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  text text not null check (char_length(text) between 1 and 500 and text ~ '\S'),
  subject text not null check (char_length(subject) between 1 and 500),
  -- The chat message or voice session in which it was said, or "account" where the person wrote it themselves.
  source text not null check (char_length(source) between 1 and 200),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (user_id, subject)
);

alter table public.memories enable row level security;
revoke all on table public.memories from public, anon, authenticated;
grant select on table public.memories to authenticated;
grant all on table public.memories to service_role;
create policy "people read their own memories" on public.memories
  for select to authenticated using (user_id = (select auth.uid()));

create function private.memory_json(p_memory public.memories) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', p_memory.id, 'text', p_memory.text, 'source', p_memory.source,
    'created_at', p_memory.created_at, 'updated_at', p_memory.updated_at)
$$;
grant execute on function private.memory_json(public.memories) to authenticated, service_role;

/* Lists a person's memories, newest first. → [{id, text, source, created_at, updated_at}] */
create function private.memories_of(p_user_id uuid, p_limit integer default 200) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(private.memory_json(m) order by m.updated_at desc, m.id), '[]')
  from (select * from public.memories where user_id = p_user_id order by updated_at desc, id limit p_limit) m
$$;
grant execute on function private.memories_of(uuid, integer) to authenticated, service_role;

/*
 * Remembers a fact in place of an older one about the same subject, and of the one with the id p_replaces. A person has at
 * most 200: null when there is no room. Security definer, for rows are made here alone; it acts for private.actor.
 */
create function private.keep_memory(
  p_text text, p_subject text, p_source text, p_replaces uuid default null, p_user_id uuid default null
) returns public.memories
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := private.actor(p_user_id);
  v_memory public.memories;
begin
  -- One at a time for each person, so that the count holds.
  perform from public.users where id = v_user for no key update;
  if p_replaces is not null then
    delete from public.memories m where m.user_id = v_user and m.subject = p_subject and m.id <> p_replaces
      and exists (select from public.memories where id = p_replaces and user_id = v_user);
    update public.memories set text = p_text, subject = p_subject, source = p_source, updated_at = now()
      where id = p_replaces and user_id = v_user returning * into v_memory;
    if found then
      return v_memory;
    end if;
  end if;
  if (select count(*) from public.memories where user_id = v_user and subject <> p_subject) >= 200 then
    return null;
  end if;
  insert into public.memories (user_id, text, subject, source) values (v_user, p_text, p_subject, p_source)
    on conflict (user_id, subject) do update set text = excluded.text, source = excluded.source, updated_at = now()
    returning * into v_memory;
  return v_memory;
end $$;
grant execute on function private.keep_memory(text, text, text, uuid, uuid) to authenticated;

/*
 * Remembers what the caller wrote. See private.begin_request for p_request and the outcomes; besides them
 * private.refusal when there is no room. result is the memory
 */
create function public.create_memory(p_text text, p_subject text, p_request jsonb default '{}') returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb := private.begin_request('create_memory', 'writes', p_request);
  v_memory public.memories;
begin
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  v_memory := private.keep_memory(p_text, p_subject, 'account');
  if v_memory.id is null then
    perform private.forget_request('create_memory', p_request);
    return private.refusal('memories_limit');
  end if;
  return private.finish_request('create_memory', p_request, v_opened, private.memory_json(v_memory));
end $$;
grant execute on function public.create_memory(text, text, jsonb) to authenticated;

/* Rewrites a memory of the caller's; another one about the same goes. Null for no such memory. Outcomes as above. */
create function public.change_memory(p_id uuid, p_text text, p_subject text) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb;
begin
  perform from public.memories where id = p_id and user_id = (select auth.uid());
  if not found then
    return null;
  end if;
  v_opened := private.begin_request('change_memory', 'writes', '{}');
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  return private.finish_request('change_memory', '{}', v_opened,
    private.memory_json(private.keep_memory(p_text, p_subject, 'account', p_id)));
end $$;
grant execute on function public.change_memory(uuid, text, text) to authenticated;

/* Security definer, since people write no rows; the caller's alone. */
create function private.drop_memory(p_id uuid) returns void
language sql security definer set search_path = '' as $$
  delete from public.memories where id = p_id and user_id = auth.uid()
$$;
grant execute on function private.drop_memory(uuid) to authenticated;

/* Deletes a memory of the caller's. Null for no such memory. Outcomes as above; result is {} */
create function public.delete_memory(p_id uuid) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb;
begin
  perform from public.memories where id = p_id and user_id = (select auth.uid());
  if not found then
    return null;
  end if;
  v_opened := private.begin_request('delete_memory', 'writes', '{}');
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  perform private.drop_memory(p_id);
  return private.finish_request('delete_memory', '{}', v_opened, '{}');
end $$;
grant execute on function public.delete_memory(uuid) to authenticated;
