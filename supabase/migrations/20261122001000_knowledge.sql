-- Reference texts that ground the planner: people's own, and shared ones that belong to nobody.
--
-- A text is stored whole, and in chunks that are searched: a person reads, exports and deletes documents, never chunks.

insert into private.rate_limits (bucket, capacity, per_second) values ('documents', 60, 0.2);

create table public.documents (
  id uuid primary key default gen_random_uuid(),
  -- Null: shared with everybody, written by the service alone.
  user_id uuid default auth.uid() references public.users (id) on delete cascade,
  title text not null check (char_length(title) between 1 and 200),
  text text not null check (char_length(text) between 1 and 500000),
  source_url text check (char_length(source_url) <= 2000 and source_url ~ '^https?://'),
  created_at timestamptz not null default now()
);
create index documents_by_user on public.documents (user_id, created_at);

create table public.document_chunks (
  document_id uuid not null references public.documents (id) on delete cascade,
  position integer not null check (position >= 0),
  -- The document's, repeated here so that row level security and ranking need no join.
  user_id uuid default auth.uid() references public.users (id) on delete cascade,
  title text not null check (char_length(title) <= 200),
  -- The headings above the chunk, outermost first.
  heading text not null default '' check (char_length(heading) <= 500),
  text text not null check (char_length(text) between 1 and 2000),
  search tsvector not null generated always as (
    setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', heading), 'B')
    || setweight(to_tsvector('english', text), 'C')
  ) stored,
  primary key (document_id, position)
);
create index document_chunks_by_user on public.document_chunks (user_id);
-- For the planner's retrieval. A person's own search comes through row level security, which lets no operator that could leak
-- (@@) look first: it reads their chunks and the shared ones by the index above.
create index document_chunks_search on public.document_chunks using gin (search);

alter table public.documents enable row level security;
alter table public.document_chunks enable row level security;
revoke all on table public.documents, public.document_chunks from public, anon, authenticated;
grant select, insert (title, text, source_url), delete on table public.documents to authenticated;
-- By column: chunks repeat documents, and what can be read whole is in a person's export.
grant select (document_id, position, user_id, title, heading, text, search),
  insert (document_id, position, title, heading, text) on table public.document_chunks to authenticated;
grant all on table public.documents, public.document_chunks to service_role;

create trigger refuse_write before insert or update or delete on public.documents
  execute function private.refuse_write();
create trigger refuse_write before insert or update or delete on public.document_chunks
  execute function private.refuse_write();

create policy "people read their own documents and the shared ones" on public.documents
  for select to authenticated using (user_id = (select auth.uid()) or user_id is null);
create policy "people add documents of their own" on public.documents
  for insert to authenticated with check (user_id = (select auth.uid()));
create policy "people delete their own documents" on public.documents
  for delete to authenticated using (user_id = (select auth.uid()));
create policy "people read chunks of what they can read" on public.document_chunks
  for select to authenticated using (user_id = (select auth.uid()) or user_id is null);
create policy "people add chunks to documents of their own" on public.document_chunks
  for insert to authenticated with check (
    user_id = (select auth.uid())
    and exists (select from public.documents d where d.id = document_id and d.user_id = (select auth.uid())));

/*
 * Stores a document of the caller's with its chunks [{heading, text}], in their order. See private.begin_request for
 * p_request and the outcomes; besides them {outcome: "conflict", message} for one document too many.
 * result: {id, chunks}
 */
create function public.ingest_document(
  p_title text, p_text text, p_chunks jsonb, p_source_url text default null, p_request jsonb default '{}'
) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb;
  v_id uuid;
begin
  v_opened := private.begin_request('ingest_document', 'documents', p_request);
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  -- The token locks the person's bucket until this is done, so no two documents are counted at once.
  if (select count(*) from public.documents where user_id = (select auth.uid())) >= 500 then
    perform private.abandon_request('ingest_document', p_request);
    return jsonb_build_object('outcome', 'conflict', 'message',
      'You have 500 documents, which is the most. Delete one that you no longer need first.');
  end if;
  insert into public.documents (title, text, source_url) values (p_title, p_text, p_source_url) returning id into v_id;
  insert into public.document_chunks (document_id, position, title, heading, text)
    select v_id, position - 1, p_title, chunk ->> 'heading', chunk ->> 'text'
    from jsonb_array_elements(p_chunks) with ordinality as c (chunk, position);
  return private.finish_request('ingest_document', p_request, v_opened,
    jsonb_build_object('id', v_id, 'chunks', jsonb_array_length(p_chunks)));
end $$;

/* Deletes a document of the caller's. Null for no such document. See private.begin_request for the outcomes; result is {} */
create function public.delete_document(p_id uuid) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb := private.begin_request('delete_document', 'writes', '{}');
begin
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  delete from public.documents where id = p_id and user_id = (select auth.uid());
  return case when found then private.finish_request('delete_document', '{}', v_opened, '{}') end;
end $$;

/*
 * Makes p_documents [{id, title, text, source_url, chunks}] the shared documents: new and changed ones are written, others
 * removed. For the service. → how many were written or removed
 */
create function public.load_shared_documents(p_documents jsonb) returns integer
language plpgsql security invoker set search_path = '' as $$
declare
  v_document jsonb;
  v_removed integer;
  v_written integer := 0;
begin
  delete from public.documents
    where user_id is null and id <> all (array(select (d ->> 'id')::uuid from jsonb_array_elements(p_documents) d));
  get diagnostics v_removed = row_count;
  for v_document in select * from jsonb_array_elements(p_documents) loop
    continue when v_document = (
      select jsonb_build_object('id', d.id, 'title', d.title, 'text', d.text, 'source_url', d.source_url, 'chunks', (
        select jsonb_agg(jsonb_build_object('heading', c.heading, 'text', c.text) order by c.position)
        from public.document_chunks c where c.document_id = d.id))
      from public.documents d where d.id = (v_document ->> 'id')::uuid and d.user_id is null);
    v_written := v_written + 1;
    -- Its id stays: plans cite it.
    delete from public.documents where id = (v_document ->> 'id')::uuid and user_id is null;
    insert into public.documents (id, user_id, title, text, source_url)
      values ((v_document ->> 'id')::uuid, null, v_document ->> 'title', v_document ->> 'text', v_document ->> 'source_url');
    insert into public.document_chunks (document_id, position, user_id, title, heading, text)
      select (v_document ->> 'id')::uuid, position - 1, null, v_document ->> 'title', chunk ->> 'heading', chunk ->> 'text'
      from jsonb_array_elements(v_document -> 'chunks') with ordinality as c (chunk, position);
  end loop;
  return v_removed + v_written;
end $$;

/*
 * The p_limit documents that say most about the query, among the person's own and the shared ones, each by its best chunk.
 *
 * Plain words find every chunk that has one of them. What counts is how much of the query the chunk and its whole document
 * cover, each word by how rare it is among the chunks that can be seen (PostgreSQL's own ranks know no rarity) and by where
 * it stands, so what has every word comes before what lacks one. Quoted phrases and words with a minus before them (websearch_to_tsquery) are conditions that all results keep.
 * → [{document_id, title, source_url, snippet, text, score}], the snippet with the words found between **
 */
create function public.search_documents(p_query text, p_limit integer, p_user_id uuid default null) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with terms as (
    select lexeme, ('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''')::tsquery as query
    from unnest(to_tsvector('english', p_query)) limit 32
  ),
  asked as (
    select any_word, case when p_query ~ '"|(^|\s)-\w' then websearch_to_tsquery('english', p_query) else any_word end as wanted
    from (select string_agg(query::text, ' | ')::tsquery as any_word from terms) a
  ),
  chunks as materialized (
    select c.document_id, c.position, c.search from public.document_chunks c, asked a
    where (c.user_id = (select private.actor(p_user_id)) or c.user_id is null) and c.search @@ a.wanted
  ),
  hits as materialized (
    select c.document_id, c.position, t.lexeme, ts_rank('{0, 0.4, 0.7, 1}', c.search, t.query) as rank
    from chunks c join terms t on c.search @@ t.query
  ),
  weights as (
    select lexeme, ln(1 + (
      select count(*) from public.document_chunks where user_id = (select private.actor(p_user_id)) or user_id is null
    ) / (count(h.lexeme) + 0.5)) as weight
    from terms left join hits h using (lexeme) group by lexeme
  ),
  passages as (
    select document_id, position, sum(weight * rank) as score
    from hits join weights using (lexeme) group by document_id, position
  ),
  documents as (
    select document_id, sum(weight * rank) as score
    from (select document_id, lexeme, max(rank) as rank from hits group by document_id, lexeme) h
    join weights using (lexeme) group by document_id
  ),
  best as (
    select distinct on (document_id) * from passages order by document_id, score desc, position
  ),
  found as (
    select document_id, b.position, (b.score + d.score) / 2 / (select sum(weight) from weights) as score
    from best b join documents d using (document_id) order by 3 desc, document_id limit p_limit
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'document_id', document_id, 'title', d.title, 'source_url', d.source_url,
    -- Without the marks of Markdown, so that ** means one thing.
    'snippet', ts_headline('english', regexp_replace(translate(c.text, '*`', ''), '\s+', ' ', 'g'), a.any_word,
      'StartSel=**, StopSel=**, MaxFragments=2, MaxWords=30, MinWords=10, FragmentDelimiter=" … "'),
    'text', c.text, 'score', round(f.score::numeric, 4)
  ) order by f.score desc, document_id), '[]')
  from found f
  join public.document_chunks c using (document_id, position)
  join public.documents d on d.id = document_id, asked a
$$;

revoke execute on function
  public.ingest_document(text, text, jsonb, text, jsonb), public.delete_document(uuid), public.load_shared_documents(jsonb),
  public.search_documents(text, integer, uuid)
  from public, anon, authenticated;
grant execute on function public.ingest_document(text, text, jsonb, text, jsonb), public.delete_document(uuid) to authenticated;
grant execute on function public.load_shared_documents(jsonb) to service_role;
grant execute on function public.search_documents(text, integer, uuid) to authenticated, service_role;
