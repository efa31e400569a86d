-- The check that PostgREST makes before every request, and how long one may take.

/*
 * Refuses what no request may have: a token whose person is gone (401, also where an empty list would be the answer), and
 * the planner's estimates of a count, which are made from everybody's rows before row level security applies. A token that
 * was given to an assistant (an OAuth client, whose scopes do not limit the database) may read, and write through intents alone.
 */
create function public.check_request() returns void
language plpgsql stable security invoker set search_path = '' as $$
begin
  if (current_setting('request.headers', true)::jsonb ->> 'prefer') ~* 'count\s*=\s*"?(planned|estimated)' then
    raise sqlstate 'PT400' using message = 'count=planned and count=estimated are not answered here: ask for count=exact';
  end if;
  -- Not one condition: nobody else may so much as name the table.
  if current_user = 'authenticated' then
    perform from public.users where id = (select auth.uid());
    if not found then
      raise sqlstate 'PT401' using message = 'This account no longer exists.';
    end if;
    if (auth.jwt() ->> 'client_id') <> '' and current_setting('request.method', true) not in ('GET', 'HEAD')
        and current_setting('request.path', true) not in (
          '/rpc/open_intent', '/rpc/commit_intent', '/rpc/open_mcp_conversation', '/rpc/list_tasks', '/rpc/mark_events') then
      raise sqlstate 'PT403' using message = 'An assistant may not do this: sign in to the app itself.';
    end if;
  end if;
end $$;
grant execute on function public.check_request() to anon, authenticated, service_role;

/*
 * Roles belong to the whole cluster, and a setting that is there already is left alone. What one person stores is bounded, so
 * that no query of theirs takes long; the time limit is the second net. It is below the API's own of 8 s.
 */
do $$
begin
  if not exists (
    select from pg_catalog.pg_roles where rolname = 'authenticator' and rolconfig @> '{pgrst.db_pre_request=public.check_request}'
  ) then
    alter role authenticator set pgrst.db_pre_request = 'public.check_request';
  end if;
  if not exists (
    select from pg_catalog.pg_roles where rolname = 'authenticated' and rolconfig @> '{statement_timeout=7s}'
  ) then
    alter role authenticated set statement_timeout = '7s';
  end if;
end $$;
notify pgrst, 'reload config';
