-- A person's tasks as a calendar that other programs subscribe to, by a secret address that can be revoked.

insert into private.rate_limits (bucket, capacity, per_second) values ('calendar', 10, 0.02), ('calendar_feed', 60, 0.1);

create table private.calendar_tokens (
  user_id uuid primary key references public.users (id) on delete cascade,
  -- SHA-256 in hex: who reads this table cannot read calendars.
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now()
);
alter table private.calendar_tokens enable row level security;
revoke all on table private.calendar_tokens from public, anon, authenticated;
grant all on table private.calendar_tokens to service_role;

/* Makes a secret the caller's calendar's, in place of the one before. Security definer: nobody reads or writes hashes. */
create function private.set_calendar_token(p_token_hash text) returns void
language sql security definer set search_path = '' as $$
  insert into private.calendar_tokens (user_id, token_hash) values (auth.uid(), p_token_hash)
    on conflict (user_id) do update set token_hash = excluded.token_hash, created_at = now()
$$;
grant execute on function private.set_calendar_token(text) to authenticated;

/*
 * Opens the caller's calendar to whoever has the secret with this hash; the one before is revoked. A replay does so too: the
 * answer to the first request held a secret that is stored nowhere. See private.begin_request for p_request and the outcomes.
 */
create function public.open_calendar(p_token_hash text, p_request jsonb default '{}') returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb := private.begin_request('open_calendar', 'calendar', p_request);
begin
  if v_opened ->> 'outcome' in ('proceed', 'replayed') then
    perform private.set_calendar_token(p_token_hash);
  end if;
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  return private.finish_request('open_calendar', p_request, v_opened, '{}');
end $$;
grant execute on function public.open_calendar(text, jsonb) to authenticated;

/* Closes the caller's calendar. Security definer, as above. */
create function private.revoke_calendar() returns void
language sql security definer set search_path = '' as $$
  delete from private.calendar_tokens where user_id = auth.uid()
$$;
grant execute on function private.revoke_calendar() to authenticated;

/* See private.begin_request for the outcomes; result is {} */
create function public.revoke_calendar() returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb := private.begin_request('revoke_calendar', 'writes', '{}');
begin
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  perform private.revoke_calendar();
  return private.finish_request('revoke_calendar', '{}', v_opened, '{}');
end $$;
grant execute on function public.revoke_calendar() to authenticated;

/*
 * The calendar that a secret opens: the tasks from thirty days ago to a year ahead but for those that are cancelled, and the
 * series that go on. Null for a secret that opens none. Security definer: nobody is signed in; it shows the one person whose
 * secret it is.
 * → {outcome: "feed", from, tasks, series} | {outcome: "limited", retry_after_seconds}
 */
create function public.calendar_feed(p_token_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_user uuid := (select user_id from private.calendar_tokens where token_hash = p_token_hash);
  v_from date;
  v_limit jsonb;
begin
  if v_user is null then
    return null;
  end if;
  v_limit := private.take_token(v_user, 'calendar_feed');
  if not (v_limit ->> 'allowed')::boolean then
    return jsonb_build_object('outcome', 'limited', 'retry_after_seconds', v_limit -> 'retry_after_seconds');
  end if;
  v_from := (select private.local_date(timezone) from public.users where id = v_user) - 30;
  return jsonb_build_object(
    'outcome', 'feed', 'from', v_from,
    'tasks', (
      select coalesce(jsonb_agg(private.task_json(t) order by t.date, t.id), '[]')
      from (
        select * from public.tasks
        where user_id = v_user and recurrence_rule is null and status <> 'cancelled' and date between v_from and v_from + 396
        order by date, id limit 5000) t),
    'series', (
      select coalesce(jsonb_agg(private.series_json(s, v_from, 'infinity') order by s.id), '[]')
      from public.tasks s
      where s.user_id = v_user and s.recurrence_rule is not null and s.status = 'pending'
        and (s.ends_on is null or s.ends_on >= v_from))
  );
end $$;
grant execute on function public.calendar_feed(text) to anon;
