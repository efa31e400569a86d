-- Web Push: the browsers in which people can be reached.

insert into private.rate_limits (bucket, capacity, per_second) values ('subscriptions', 30, 0.1);

/* A browser's subscription (RFC 8030, RFC 8291). Where a message may be sent is the sender's decision, not this table's. */
create table public.push_subscriptions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references public.users (id) on delete cascade,
  endpoint text not null unique check (char_length(endpoint) <= 2000 and endpoint ~ '^https://'),
  p256dh text not null check (p256dh ~ '^[A-Za-z0-9_-]{87}=?$'),
  auth text not null check (auth ~ '^[A-Za-z0-9_-]{22}(==)?$'),
  created_at timestamptz not null default now()
);
create index push_subscriptions_by_user on public.push_subscriptions (user_id, created_at);

alter table public.push_subscriptions enable row level security;
revoke all on table public.push_subscriptions from public, anon, authenticated;
grant select, delete on table public.push_subscriptions to authenticated;
grant all on table public.push_subscriptions to service_role;

create trigger refuse_write before insert or update or delete on public.push_subscriptions
  execute function private.refuse_write();

create policy "people read their own subscriptions" on public.push_subscriptions
  for select to authenticated using (user_id = (select auth.uid()));
create policy "people delete their own subscriptions" on public.push_subscriptions
  for delete to authenticated using (user_id = (select auth.uid()));

/*
 * Makes an endpoint the caller's, whoever had it: a browser has one, and whoever signs in there now is whom it is to reach.
 * Nobody else can know it. Security definer: it may be another person's row.
 */
create function private.take_endpoint(p_endpoint text, p_p256dh text, p_auth text) returns public.push_subscriptions
language sql security definer set search_path = '' as $$
  insert into public.push_subscriptions (user_id, endpoint, p256dh, auth) values (auth.uid(), p_endpoint, p_p256dh, p_auth)
    on conflict (endpoint) do update
      set id = gen_random_uuid(), user_id = excluded.user_id, p256dh = excluded.p256dh, auth = excluded.auth, created_at = now()
    returning *
$$;
grant execute on function private.take_endpoint(text, text, text) to authenticated;

/*
 * Adds a subscription of the caller's, their twentieth at most: the oldest one goes. The token that it takes locks the
 * person's bucket until it is done, so no two are counted at once. See private.begin_request for p_request and the
 * outcomes. result: {id, endpoint, created_at}
 */
create function public.add_push_subscription(
  p_endpoint text, p_p256dh text, p_auth text, p_request jsonb default '{}'
) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb := private.begin_request('add_push_subscription', 'subscriptions', p_request);
  v_subscription public.push_subscriptions;
begin
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  v_subscription := private.take_endpoint(p_endpoint, p_p256dh, p_auth);
  delete from public.push_subscriptions where id in (
    select id from public.push_subscriptions
    where user_id = (select auth.uid()) and id <> v_subscription.id order by created_at desc offset 19);
  return private.finish_request('add_push_subscription', p_request, v_opened, jsonb_build_object(
    'id', v_subscription.id, 'endpoint', v_subscription.endpoint, 'created_at', v_subscription.created_at));
end $$;
grant execute on function public.add_push_subscription(text, text, text, jsonb) to authenticated;

/* Deletes a subscription of the caller's, if there is one. See private.begin_request for the outcomes; result is {} */
create function public.delete_push_subscription(p_endpoint text) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_opened jsonb := private.begin_request('delete_push_subscription', 'writes', '{}');
begin
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  delete from public.push_subscriptions where endpoint = p_endpoint and user_id = (select auth.uid());
  return private.finish_request('delete_push_subscription', '{}', v_opened, '{}');
end $$;
grant execute on function public.delete_push_subscription(text) to authenticated;

/* Deletes subscriptions that their push services no longer know. */
create function public.drop_push_subscriptions(p_ids uuid[]) returns void
language sql security invoker set search_path = '' as $$
  delete from public.push_subscriptions where id = any (p_ids)
$$;
grant execute on function public.drop_push_subscriptions(uuid[]) to service_role;
