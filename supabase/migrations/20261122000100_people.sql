-- People: one profile for each account, and the schema that the REST API does not expose.

-- Nothing is open to anybody until it is granted by name: neither by PostgreSQL's defaults nor by Supabase's older ones,
-- which open all of `public` to everybody. Rows are numbered by the tables themselves (identity columns), so sequences stay shut.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke execute on functions from anon, authenticated;

create schema private;
revoke all on schema private from public;
-- Callers reach private tables through functions alone; they hold no right on the tables themselves.
grant usage on schema private to authenticated, service_role;

/*
 * The time zones that a person, or a series of theirs, can be in: the names of the time zone database, aliases included, that
 * JavaScript knows as well. PostgreSQL takes any POSIX specification ("Foo/Bar+3") for a zone besides, and JavaScript throws
 * on those: hence a list, which foreign keys point to.
 */
create table private.timezones (
  name text primary key,
  folded text not null unique generated always as (lower(name)) stored
);
insert into private.timezones (name)
  select name from pg_catalog.pg_timezone_names
  where name !~ '^(posix|right|SystemV)/' and name not in ('Factory', 'localtime', 'posixrules');
alter table private.timezones enable row level security;
revoke all on table private.timezones from public, anon, authenticated;
grant select on table private.timezones to service_role;

/* The zone of this name in its own spelling, whatever the letter case; null for none. Security definer: it reads the list. */
create function private.timezone_named(p_name text) returns text
language sql stable security definer set search_path = '' as $$
  select name from private.timezones where folded = lower(p_name)
$$;
grant execute on function private.timezone_named(text) to authenticated, service_role;

/* Weekdays, each once. */
create function private.are_weekdays(p_days smallint[]) returns boolean
language sql immutable strict set search_path = '' as $$
  select p_days = '{}' or array_ndims(p_days) = 1 and p_days <@ '{0,1,2,3,4,5,6}'
    and cardinality(p_days) = (select count(distinct day) from unnest(p_days) day)
$$;
grant execute on function private.are_weekdays(smallint[]) to authenticated, service_role;

/* Wall-clock hours: {from, to}, each HH:MM. */
create function private.are_hours(p_hours jsonb) returns boolean
language sql immutable strict set search_path = '' as $$
  select jsonb_typeof(p_hours) = 'object' and p_hours - 'from' - 'to' = '{}'
    and coalesce(p_hours ->> 'from' ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$', false)
    and coalesce(p_hours ->> 'to' ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$', false)
$$;
grant execute on function private.are_hours(jsonb) to authenticated, service_role;

create table public.users (
  id uuid primary key references auth.users (id) on delete cascade,
  email text,
  name text check (char_length(name) between 1 and 120),
  timezone text not null default 'UTC' references private.timezones (name),
  daily_minutes integer not null default 120 check (daily_minutes between 10 and 1440),
  -- 0 is Sunday, 6 is Saturday; at least one day is left to work on.
  rest_days smallint[] not null default '{}' check (private.are_weekdays(rest_days) and cardinality(rest_days) <= 6),
  -- Minutes from a reminder to its task, and the hours without any (wall-clock times; to before from is past midnight).
  reminder_lead_minutes integer not null default 10 check (reminder_lead_minutes between 0 and 1440),
  quiet_hours jsonb check (private.are_hours(quiet_hours) and quiet_hours ->> 'from' <> quiet_hours ->> 'to'),
  -- Language, script and region of a BCP 47 tag, in its canonical case; null where the person has named none.
  locale text check (locale ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$'),
  -- The hours in which planned tasks may take place (wall-clock times of one day), and the part of the day that suits best.
  available_hours jsonb not null default '{"from": "07:00", "to": "21:00"}'
    check (private.are_hours(available_hours) and available_hours ->> 'from' < available_hours ->> 'to'),
  preferred_time text check (preferred_time in ('morning', 'midday', 'evening')),
  morning_brief boolean not null default true,
  created_at timestamptz not null default now()
);

alter table public.users enable row level security;
revoke all on table public.users from public, anon, authenticated;
grant select, update (name, timezone, daily_minutes, rest_days, reminder_lead_minutes, quiet_hours,
    locale, available_hours, preferred_time, morning_brief)
  on table public.users to authenticated;
grant all on table public.users to service_role;

create policy "people read their own profile" on public.users
  for select to authenticated using (id = (select auth.uid()));
create policy "people change their own profile" on public.users
  for update to authenticated using (id = (select auth.uid())) with check (id = (select auth.uid()));

/* The day that it is for a person. */
create function private.local_date(p_timezone text) returns date
language sql stable set search_path = '' as $$
  select (now() at time zone p_timezone)::date
$$;
grant execute on function private.local_date(text) to authenticated, service_role;

/* Security definer: it runs as the auth service, which has no right on public.users. */
create function private.create_profile() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_locale text := new.raw_user_meta_data ->> 'locale';
begin
  insert into public.users (id, email, name, timezone, locale)
  values (
    new.id,
    new.email,
    nullif(left(btrim(new.raw_user_meta_data ->> 'name'), 120), ''),
    coalesce(private.timezone_named(new.raw_user_meta_data ->> 'timezone'), 'UTC'),
    case when v_locale ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$' then v_locale end
  )
  on conflict (id) do update set email = excluded.email;
  return new;
end $$;

create trigger create_profile after insert or update of email on auth.users
  for each row execute function private.create_profile();

/*
 * Changes the caller's settings to those in p_changes; what is not a setting is ignored. Null when the account is gone.
 * → private.begin_request's outcomes, private.refusal; result is the row
 */
create function public.change_account(p_changes jsonb) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_old public.users;
  v_new public.users;
  v_opened jsonb;
begin
  select * into v_old from public.users where id = (select auth.uid());
  if not found then
    return null;
  end if;
  v_new := jsonb_populate_record(v_old, p_changes);
  v_new.timezone := private.timezone_named(v_new.timezone);
  if v_new.timezone is null then
    return private.refusal('unknown_timezone', 'timezone');
  end if;
  v_opened := private.begin_request('change_account', 'writes', '{}');
  if v_opened ->> 'outcome' <> 'proceed' then
    return v_opened;
  end if;
  update public.users
    set name = v_new.name, timezone = v_new.timezone, daily_minutes = v_new.daily_minutes, rest_days = v_new.rest_days,
        reminder_lead_minutes = v_new.reminder_lead_minutes, quiet_hours = v_new.quiet_hours, locale = v_new.locale,
        available_hours = v_new.available_hours, preferred_time = v_new.preferred_time, morning_brief = v_new.morning_brief
    where id = v_old.id returning * into v_new;
  return private.finish_request('change_account', '{}', v_opened, to_jsonb(v_new));
end $$;
grant execute on function public.change_account(jsonb) to authenticated;
