-- The frame of every accepted request: its key, its limit, and the events that it owes.
--
-- All three live in `private`: a person who could write them through the REST API could forge events and erase limits.

/* Events that were committed and must be sent. A row's id is the event's id, so sending it twice starts one run. */
create table private.outbox (
  id uuid primary key default gen_random_uuid(),
  -- Null for what is owed for somebody who is gone: the end of their sandboxes.
  user_id uuid references public.users (id) on delete cascade,
  name text not null check (name ~ '^[a-z]+/[a-z_]+\.[a-z_]+$'),
  data jsonb not null,
  created_at timestamptz not null default now(),
  leased_until timestamptz,
  sent_at timestamptz
)
-- Rows are written, changed once or twice and deleted: space is taken back before scans have to pass it by.
with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
create index outbox_unsent_by_user on private.outbox (user_id, created_at) where sent_at is null;
create index outbox_unsent on private.outbox (created_at) where sent_at is null;
create index outbox_sent on private.outbox (sent_at) where sent_at is not null;

create table private.idempotency_keys (
  user_id uuid not null references public.users (id) on delete cascade,
  operation text not null,
  key text not null check (key ~ '^[\x21-\x7e]{1,255}$'),
  fingerprint text not null check (char_length(fingerprint) <= 128),
  result jsonb,
  created_at timestamptz not null default now(),
  primary key (user_id, operation, key)
);
create index idempotency_keys_age on private.idempotency_keys (created_at);

/* Token buckets: `capacity` at once, refilled at `per_second`. */
create table private.rate_limits (
  bucket text primary key,
  capacity integer not null check (capacity >= 1),
  per_second numeric not null check (per_second > 0)
);
insert into private.rate_limits (bucket, capacity, per_second)
  values ('goals', 120, 1), ('chat', 120, 1), ('writes', 240, 4);

create table private.rate_buckets (
  user_id uuid not null references public.users (id) on delete cascade,
  bucket text not null references private.rate_limits (bucket) on delete cascade,
  tokens numeric not null,
  refilled_at timestamptz not null,
  primary key (user_id, bucket)
)
with (autovacuum_vacuum_scale_factor = 0.02);
create index rate_buckets_age on private.rate_buckets (refilled_at);

alter table private.outbox enable row level security;
alter table private.idempotency_keys enable row level security;
alter table private.rate_limits enable row level security;
alter table private.rate_buckets enable row level security;
revoke all on all tables in schema private from public, anon, authenticated;
grant all on all tables in schema private to service_role;

/*
 * Returns the person that a function acts for: the caller, whatever p_user_id says, or for the service, which is nobody, p_user_id.
 * Functions that serve both read and write through this, since the service is not held back by row level security.
 */
create function private.actor(p_user_id uuid default null) returns uuid
language sql stable set search_path = '' as $$
  select coalesce((select auth.uid()), case when (select auth.role()) = 'service_role' then p_user_id end)
$$;
grant execute on function private.actor(uuid) to authenticated, service_role;

/*
 * Takes one token of a person's bucket, atomically.
 * → {policy, limit, window_seconds, remaining, reset_seconds, allowed, retry_after_seconds}
 */
create function private.take_token(p_user_id uuid, p_bucket text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_now timestamptz := clock_timestamp();
  v_policy private.rate_limits;
  v_tokens numeric;
  v_allowed boolean;
begin
  select * into strict v_policy from private.rate_limits where bucket = p_bucket;
  insert into private.rate_buckets (user_id, bucket, tokens, refilled_at)
  values (p_user_id, p_bucket, v_policy.capacity, v_now)
  on conflict do nothing;
  select least(v_policy.capacity, tokens + greatest(0, extract(epoch from v_now - refilled_at)) * v_policy.per_second)
    into v_tokens
    from private.rate_buckets where user_id = p_user_id and bucket = p_bucket
    for update;
  v_allowed := v_tokens >= 1;
  if v_allowed then
    v_tokens := v_tokens - 1;
    update private.rate_buckets set tokens = v_tokens, refilled_at = greatest(refilled_at, v_now)
      where user_id = p_user_id and bucket = p_bucket;
  end if;
  return jsonb_build_object(
    'policy', v_policy.bucket,
    'limit', v_policy.capacity,
    'window_seconds', ceil(v_policy.capacity / v_policy.per_second),
    'remaining', floor(v_tokens),
    'reset_seconds', ceil((v_policy.capacity - v_tokens) / v_policy.per_second),
    'allowed', v_allowed,
    'retry_after_seconds', case when v_allowed then 0 else greatest(1, ceil((1 - v_tokens) / v_policy.per_second)) end
  );
end $$;

/* The same of the caller's own. Whoever got one may write rows in this transaction, see private.refuse_write. */
create function private.take_token(p_bucket text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_limit jsonb := private.take_token(auth.uid(), p_bucket);
begin
  if (v_limit ->> 'allowed')::boolean then
    perform set_config('flux.accepted', 'yes', true);
  end if;
  return v_limit;
end $$;
grant execute on function private.take_token(text) to authenticated;

/*
 * Rows are made, changed and deleted by functions that took a token for it. What a person writes through PostgREST past these
 * would be unlimited, and its work would be begun by the sweep.
 */
create function private.refuse_write() returns trigger
language plpgsql set search_path = '' as $$
begin
  if current_user = 'authenticated' and coalesce(current_setting('flux.accepted', true), '') <> 'yes' then
    raise insufficient_privilege using message = format('rows of %s are written by functions alone', tg_table_name);
  end if;
  return null;
end $$;

create trigger refuse_write before update on public.users execute function private.refuse_write();

/* Refuses a JSON argument of over p_bytes as text: what is read of it in a query may be read again for each row. */
create function private.check_size(p_value jsonb, p_bytes integer) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if octet_length(p_value::text) > p_bytes then
    raise program_limit_exceeded using message = format('an argument has over %s bytes', p_bytes);
  end if;
end $$;
grant execute on function private.check_size(jsonb, integer) to authenticated, service_role;

/*
 * A function's refusal: of an input field's value (invalid), else of what a thing in its state does not allow (conflict).
 * The words for p_code are those of lib/refusals.ts, which p_facts are filled into. → {outcome, field?, code, facts}
 */
create function private.refusal(p_code text, p_field text default null, p_facts jsonb default '{}') returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'outcome', case when p_field is null then 'conflict' else 'invalid' end, 'field', p_field, 'code', p_code, 'facts', p_facts))
$$;
grant execute on function private.refusal(text, text, jsonb) to authenticated, service_role;

/*
 * Opens a creating request: its idempotency key first (a replay takes no token), then its limit.
 * p_request is {key, fingerprint} or {}. Identical requests at the same moment wait here for the first, 5 s at most
 * (lock_not_available after that).
 * → {outcome: "proceed" | "replayed" | "mismatch" | "limited", limit?, result?}
 */
create function private.begin_request(p_operation text, p_bucket text, p_request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := auth.uid();
  v_key text := p_request ->> 'key';
  v_known private.idempotency_keys;
  v_limit jsonb;
begin
  if v_user is null then
    raise insufficient_privilege using message = 'a request needs a person';
  end if;
  perform set_config('lock_timeout', '5s', true);
  if v_key is not null then
    delete from private.idempotency_keys
      where user_id = v_user and operation = p_operation and key = v_key and created_at < now() - interval '24 hours';
    insert into private.idempotency_keys (user_id, operation, key, fingerprint)
      values (v_user, p_operation, v_key, p_request ->> 'fingerprint')
      on conflict do nothing;
    if not found then
      select * into v_known from private.idempotency_keys
        where user_id = v_user and operation = p_operation and key = v_key;
      if v_known.fingerprint is distinct from p_request ->> 'fingerprint' then
        return jsonb_build_object('outcome', 'mismatch');
      end if;
      return jsonb_build_object('outcome', 'replayed', 'result', v_known.result);
    end if;
  end if;
  v_limit := private.take_token(p_bucket);
  if not (v_limit ->> 'allowed')::boolean then
    delete from private.idempotency_keys where user_id = v_user and operation = p_operation and key = v_key;
    return jsonb_build_object('outcome', 'limited', 'limit', v_limit);
  end if;
  return jsonb_build_object('outcome', 'proceed', 'limit', v_limit);
end $$;
grant execute on function private.begin_request(text, text, jsonb) to authenticated;

/*
 * Leases unsent events, a person's or (null) everybody's, oldest first, for as long as sending them may take.
 * p_again takes leased ones too, for a step that runs again after its host died: sending twice does no harm.
 * Each kind of caller has a query of its own: with one for both, a person's request would walk past everybody's unsent
 * events, and so get slower the longer Inngest cannot be reached.
 * → [{id, name, data}]
 */
create function private.lease_events(p_user_id uuid, p_limit integer, p_again boolean default false)
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
grant execute on function private.lease_events(uuid, integer, boolean) to service_role;

/*
 * Closes a creating request: keeps its result for replays, and leases what the caller's requests owe, so that the
 * events can be sent after the answer.
 * → {outcome: "created", result, limit, events}
 */
create function private.finish_request(p_operation text, p_request jsonb, p_opened jsonb, p_result jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  update private.idempotency_keys set result = p_result
    where user_id = auth.uid() and operation = p_operation and key = p_request ->> 'key';
  return jsonb_build_object(
    'outcome', 'created',
    'result', p_result,
    'limit', p_opened -> 'limit',
    'events', private.lease_events(auth.uid(), 20)
  );
end $$;
grant execute on function private.finish_request(text, jsonb, jsonb, jsonb) to authenticated;

/* Forgets a creating request that turned out to be impossible: it may come again under its key. */
create function private.forget_request(p_operation text, p_request jsonb) returns void
language sql security definer set search_path = '' as $$
  delete from private.idempotency_keys
  where user_id = auth.uid() and operation = p_operation and key = p_request ->> 'key' and result is null
$$;
grant execute on function private.forget_request(text, jsonb) to authenticated;

/* Marks leased events as sent, or gives them back. People mark their own; the service marks anybody's. */
create function private.mark_events(p_sent uuid[], p_failed uuid[]) returns void
language sql security definer set search_path = '' as $$
  update private.outbox
  set sent_at = case when id = any (p_sent) then clock_timestamp() end, leased_until = null
  where id = any (p_sent || p_failed) and sent_at is null
    and (user_id = (select auth.uid()) or (select auth.role()) = 'service_role')
$$;
grant execute on function private.mark_events(uuid[], uuid[]) to authenticated, service_role;

create function public.mark_events(p_sent uuid[], p_failed uuid[]) returns void
language plpgsql security invoker set search_path = '' as $$
begin
  if cardinality(p_sent) + cardinality(p_failed) > 1000 then
    raise program_limit_exceeded using message = 'over 1000 events';
  end if;
  perform private.mark_events(p_sent, p_failed);
end $$;
grant execute on function public.mark_events(uuid[], uuid[]) to authenticated, service_role;

/* For the sweep: everybody's unsent events, and when the next lease runs out. → {events, leased_until} */
create function public.lease_all_events(p_limit integer) returns jsonb
language sql security invoker set search_path = '' as $$
  select jsonb_build_object(
    'events', private.lease_events(null, p_limit),
    'leased_until', (select min(leased_until) from private.outbox where sent_at is null and leased_until > clock_timestamp())
  )
$$;
grant execute on function public.lease_all_events(integer) to service_role;

/* Can be asked by anybody, and says only that the database answers. */
create function public.ping() returns boolean
language sql stable security invoker set search_path = '' as $$ select true $$;
grant execute on function public.ping() to anon, authenticated, service_role;
