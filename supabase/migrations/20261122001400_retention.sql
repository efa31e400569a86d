-- What keeps the database as fast as it was: outbox reads that do not grow with a backlog, and tables that do not grow with age.

/*
 * As before, but each kind of caller has a query of its own: with one for both, a person's request would walk past everybody's
 * unsent events, and so get slower the longer Inngest cannot be reached.
 */
create or replace function private.lease_events(p_user_id uuid, p_limit integer, p_again boolean default false)
returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_until constant timestamptz := clock_timestamp() + interval '20 seconds';
  v_ids uuid[];
  v_events jsonb;
begin
  if p_user_id is null then
    v_ids := array(
      select id from private.outbox
      where sent_at is null and (p_again or leased_until is null or leased_until < clock_timestamp())
      order by created_at limit p_limit for update skip locked);
  else
    v_ids := array(
      select id from private.outbox
      where sent_at is null and (p_again or leased_until is null or leased_until < clock_timestamp())
        and user_id = p_user_id
      order by created_at limit p_limit for update skip locked);
  end if;
  with leased as (
    update private.outbox set leased_until = v_until where id = any (v_ids) returning id, name, data, created_at
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'data', data) order by created_at), '[]')
    into v_events from leased;
  return v_events;
end $$;

create index streams_age on private.streams (leased_until);

/* As before, and: leases of streams whose person never came back. */
create or replace function public.prune(p_limit integer) returns integer
language plpgsql security invoker set search_path = '' as $$
declare
  v_rows integer;
  v_total integer := 0;
begin
  delete from private.outbox where id in (
    select id from private.outbox where sent_at < now() - interval '2 days' order by sent_at limit p_limit);
  get diagnostics v_rows = row_count;
  v_total := v_total + v_rows;
  delete from private.idempotency_keys where (user_id, operation, key) in (
    select user_id, operation, key from private.idempotency_keys
    where created_at < now() - interval '24 hours' order by created_at limit p_limit);
  get diagnostics v_rows = row_count;
  v_total := v_total + v_rows;
  -- A bucket that has not been touched for a day is full again.
  delete from private.rate_buckets where (user_id, bucket) in (
    select user_id, bucket from private.rate_buckets
    where refilled_at < now() - interval '1 day' order by refilled_at limit p_limit);
  get diagnostics v_rows = row_count;
  v_total := v_total + v_rows;
  delete from public.chat_events where (conversation_id, id) in (
    select conversation_id, id from public.chat_events
    where created_at < now() - interval '7 days' order by created_at limit p_limit);
  get diagnostics v_rows = row_count;
  v_total := v_total + v_rows;
  delete from private.streams where id in (
    select id from private.streams where leased_until < now() order by leased_until limit p_limit);
  get diagnostics v_rows = row_count;
  return v_total + v_rows;
end $$;

-- Rows of these are written, changed once or twice and deleted: space is taken back before scans have to pass it by.
alter table private.outbox set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table private.rate_buckets set (autovacuum_vacuum_scale_factor = 0.02);
alter table public.chat_events set (autovacuum_vacuum_scale_factor = 0.05);
-- Room on the page for the row's next version: these are updated with every event and every step.
alter table public.conversations set (fillfactor = 85);
alter table public.chat_messages set (fillfactor = 85);
