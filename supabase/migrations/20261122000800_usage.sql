-- The cost of every model call and sandbox run, and the daily limit.
--
-- It lives in `private`, for people who could erase it would have no limit.

create table private.usage (
  id bigint generated always as identity primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  -- No keys: what was spent is spent, also when its conversation or goal is deleted.
  message_id uuid,
  goal_id uuid,
  kind text not null check (kind in ('model', 'sandbox')),
  -- A failed or cancelled call may have cost as much as one that went well.
  outcome text not null check (outcome in ('ok', 'failed', 'cancelled')),
  model text,
  input_tokens integer not null default 0 check (input_tokens >= 0),
  output_tokens integer not null default 0 check (output_tokens >= 0),
  cost_usd numeric(14, 8) not null check (cost_usd >= 0),
  -- The provider named no price, or no tokens: they were counted here.
  estimated boolean not null default false,
  seconds numeric(10, 3) not null check (seconds >= 0),
  created_at timestamptz not null default now()
);
create index usage_by_user on private.usage (user_id, created_at);

alter table private.usage enable row level security;
revoke all on table private.usage from public, anon, authenticated;
grant all on table private.usage to service_role;

/* Since when today's limit counts. A day in UTC: one in the person's timezone would begin anew whenever they change it. */
create function private.limit_day() returns timestamptz
language sql stable set search_path = '' as $$
  select date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'
$$;
grant execute on function private.limit_day() to service_role;

-- What people without an account spent together, by day. It outlives them: erasing themselves would begin the limit anew.
create table private.anonymous_spending (
  day timestamptz primary key,
  cost_usd numeric(14, 8) not null
);
alter table private.anonymous_spending enable row level security;
revoke all on table private.anonymous_spending from public, anon, authenticated;
grant all on table private.anonymous_spending to service_role;

/* True for somebody who signed in anonymously and has no account yet. Security definer: it reads auth.users. */
create function private.is_anonymous(p_user_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from auth.users where id = p_user_id and is_anonymous)
$$;
grant execute on function private.is_anonymous(uuid) to service_role;

/* Returns what counts against a person's limit today, in USD: what they spent, or all people without an account together. */
create function public.spent_today(p_user_id uuid) returns numeric
language sql stable security invoker set search_path = '' as $$
  select coalesce(case when private.is_anonymous(p_user_id)
    then (select cost_usd from private.anonymous_spending where day = private.limit_day())
    else (select sum(cost_usd) from private.usage where user_id = p_user_id and created_at >= private.limit_day()) end, 0)
$$;
grant execute on function public.spent_today(uuid) to service_role;

/* Records one call or run; nothing for a person who is gone. → what counts against their limit today, this included */
create function public.record_usage(p_user_id uuid, p_entry jsonb) returns numeric
language plpgsql security invoker set search_path = '' as $$
begin
  insert into private.usage (
      user_id, message_id, goal_id, kind, outcome, model, input_tokens, output_tokens, cost_usd, estimated, seconds)
    select p_user_id, message_id, goal_id, kind, outcome, model, coalesce(input_tokens, 0), coalesce(output_tokens, 0),
      cost_usd, coalesce(estimated, false), seconds
    from jsonb_to_record(p_entry) as entry (
      message_id uuid, goal_id uuid, kind text, outcome text, model text, input_tokens integer, output_tokens integer,
      cost_usd numeric, estimated boolean, seconds numeric)
    where exists (select from public.users where id = p_user_id);
  if private.is_anonymous(p_user_id) then
    insert into private.anonymous_spending as spending (day, cost_usd)
      values (private.limit_day(), (p_entry ->> 'cost_usd')::numeric)
      on conflict (day) do update set cost_usd = spending.cost_usd + excluded.cost_usd;
  end if;
  return public.spent_today(p_user_id);
end $$;
grant execute on function public.record_usage(uuid, jsonb) to service_role;

/*
 * True if the caller has spent p_limit_usd today (null: no limit). Security definer: people may not read the table.
 * → seconds until the limit starts anew, or null while there is something left
 */
create function private.cost_limited_seconds(p_limit_usd numeric) returns integer
language sql stable security definer set search_path = '' as $$
  select case when public.spent_today(auth.uid()) >= p_limit_usd
    then greatest(1, ceil(extract(epoch from private.limit_day() + interval '1 day' - now())))::integer end
$$;
grant execute on function private.cost_limited_seconds(numeric) to authenticated;

/* The caller's usage by day of their own timezone, from p_from to p_to inclusive, days without any left out. */
create function private.usage_by_day(p_from date, p_to date) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(days) order by day), '[]') from (
    select
      (entry.created_at at time zone person.timezone)::date as day,
      count(*) filter (where kind = 'model') as model_calls,
      sum(input_tokens) as input_tokens,
      sum(output_tokens) as output_tokens,
      count(*) filter (where kind = 'sandbox') as sandbox_runs,
      coalesce(sum(seconds) filter (where kind = 'sandbox'), 0) as sandbox_seconds,
      sum(cost_usd) as cost_usd
    from private.usage entry join public.users person on person.id = entry.user_id
    where entry.user_id = auth.uid()
      and entry.created_at >= p_from::timestamp at time zone person.timezone
      and entry.created_at < (p_to + 1)::timestamp at time zone person.timezone
    group by 1) days
$$;
grant execute on function private.usage_by_day(date, date) to authenticated;

create function public.usage_by_day(p_from date, p_to date) returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.usage_by_day(p_from, p_to) $$;
grant execute on function public.usage_by_day(date, date) to authenticated;
