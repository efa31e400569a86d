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

/*
 * A text as it is compared: what looks alike is alike (NFKC: composed and decomposed letters, ligatures, full width), and
 * what cannot be seen (soft hyphens, zero-width characters) is gone.
 */
create function private.plain_text(p_text text) returns text
language sql immutable strict set search_path = '' as $$
  select normalize(regexp_replace(p_text, '[\u00ad\u200b-\u200f\u2060\ufeff]', '', 'g'), nfkc)
$$;
grant execute on function private.plain_text(text) to authenticated, service_role;

/*
 * The characters, as inside a regular expression's brackets, of writing that sets no spaces between words, or not between a
 * word and its particles (Korean).
 */
create function private.unspaced() returns text
language sql immutable set search_path = '' as $$
  -- Thai to Lao, Burmese, Khmer, kana, Han, Hangul.
  select '\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff'
$$;
grant execute on function private.unspaced() to authenticated, service_role;

/*
 * A text as it is cut into words for the search: runs of unspaced writing become their pairs of characters, each pair a word of
 * its code points (u6f22u5b57), so that a word inside a sentence is found. The last character stands alone as well; in a
 * query (p_query) only where a run has no other.
 */
create function private.search_text(p_text text, p_query boolean default false) returns text
language sql immutable strict set search_path = '' as $$
  select string_agg(case when piece[2] is null then piece[1] else pairs.words end, ' ' order by place)
  from regexp_matches(private.plain_text(p_text),
      format('([^%1$s]+)|([%1$s]+)', private.unspaced()), 'g')
    with ordinality as m (piece, place)
  cross join lateral (
    select string_agg('u' || to_hex(ascii(c[n])) || coalesce('u' || to_hex(ascii(c[n + 1])), ''), ' ' order by n) as words
    from (select string_to_array(piece[2], null) as c) split, generate_series(1, cardinality(c)) n
    where c[n + 1] is not null or not p_query or n = 1) pairs
$$;
grant execute on function private.search_text(text, boolean) to authenticated, service_role;

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
    setweight(to_tsvector('english', coalesce(private.search_text(title), '')), 'A')
    || setweight(to_tsvector('english', coalesce(private.search_text(heading), '')), 'B')
    || setweight(to_tsvector('english', coalesce(private.search_text(text), '')), 'C')
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
 * p_request and the outcomes; besides them private.refusal for one document too many.
 * result: {id, chunks}
 */
create function public.ingest_document(
  p_title text, p_text text, p_chunks jsonb, p_source_url text default null, p_request jsonb default '{}'
) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb := private.begin_request('ingest_document', 'documents', p_request);
  v_id uuid;
begin
  -- A search text is made of each chunk before its length is checked, which takes seconds for 20 MB.
  perform private.check_size(p_chunks, 4000000);
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  -- The token locks the person's bucket until this is done, so no two documents are counted at once.
  if (select count(*) from public.documents where user_id = (select auth.uid())) >= 500 then
    perform private.forget_request('ingest_document', p_request);
    return private.refusal('documents_limit');
  end if;
  insert into public.documents (title, text, source_url) values (p_title, p_text, p_source_url) returning id into v_id;
  insert into public.document_chunks (document_id, position, title, heading, text)
    select v_id, position - 1, p_title, chunk ->> 'heading', chunk ->> 'text'
    from jsonb_array_elements(p_chunks) with ordinality as c (chunk, position);
  return private.finish_request('ingest_document', p_request, v_opened,
    jsonb_build_object('id', v_id, 'chunks', jsonb_array_length(p_chunks)));
end $$;
grant execute on function public.ingest_document(text, text, jsonb, text, jsonb) to authenticated;

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
grant execute on function public.delete_document(uuid) to authenticated;

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
grant execute on function public.load_shared_documents(jsonb) to service_role;

/*
 * The part of a passage that answers a query, the words found between **: of unspaced writing (p_run, from the query) the characters around
 * it.
 */
create function private.snippet(p_text text, p_words tsquery, p_run text) returns text
language sql immutable set search_path = '' as $$
  select case
    when place > 0 then case when place > 60 then '… ' else '' end || substr(shown, greatest(1, place - 60), least(60, place - 1))
      || '**' || found || '**' || substr(shown, place + char_length(found), 100)
    else ts_headline('english', shown, p_words,
      'StartSel=**, StopSel=**, MaxFragments=2, MaxWords=30, MinWords=10, FragmentDelimiter=" … "') end
  from (
    -- Without the marks of Markdown, so that ** means one thing.
    select shown, found, coalesce(strpos(shown, found), 0) as place
    from (select regexp_replace(translate(private.plain_text(p_text), '*`', ''), '\s+', ' ', 'g') as shown) t
    cross join lateral (select case when strpos(shown, p_run) > 0 then p_run else left(p_run, 2) end as found) f) s
$$;
grant execute on function private.snippet(text, tsquery, text) to authenticated, service_role;

/*
 * The p_limit documents that say most about the query, among the person's own and the shared ones, each by its best chunk.
 *
 * Plain words find every chunk that has one of them. What counts is how much of the query the chunk and its whole document
 * cover, each word by how rare it is among the chunks that can be seen (PostgreSQL's own ranks know no rarity) and by where
 * it stands, so what has every word comes before what lacks one. Quoted phrases and words with a minus before them
 * (websearch_to_tsquery) are conditions that all results keep. Of a longer query the first thousand characters count.
 * → [{document_id, title, source_url, snippet, text, score}], the snippet with the words found between **
 */
create function public.search_documents(p_query text, p_limit integer, p_user_id uuid default null) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with said as (
    select words, (regexp_match(private.plain_text(left(p_query, 1000)), '[' || private.unspaced() || ']+'))[1] as run
    from (select private.search_text(left(p_query, 1000), true) as words) s
  ),
  terms as (
    select lexeme, ('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || ''''
      -- One character of an unspaced writing: every pair that begins with it.
      || case when lexeme ~ '^u[0-9a-f]{3,5}$' then ':*' else '' end)::tsquery as query
    from said, unnest(to_tsvector('english', words)) limit 32
  ),
  asked as (
    select any_word, run, case when words ~ '"|(^|\s)-\w' then websearch_to_tsquery('english', words) else any_word end as wanted
    from said, (select string_agg(query::text, ' | ')::tsquery as any_word from terms) a
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
    'snippet', private.snippet(c.text, a.any_word, a.run),
    'text', c.text, 'score', round(f.score::numeric, 4)
  ) order by f.score desc, document_id), '[]')
  from found f
  join public.document_chunks c using (document_id, position)
  join public.documents d on d.id = document_id, asked a
$$;
grant execute on function public.search_documents(text, integer, uuid) to authenticated, service_role;
