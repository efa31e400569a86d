-- People: one profile for each account, and the schema that the REST API does not expose.

-- Functions are callable by nobody until they are granted by name.
alter default privileges revoke execute on functions from public;

create schema private;
revoke all on schema private from public;
-- Callers reach private tables through functions alone; they hold no right on the tables themselves.
grant usage on schema private to authenticated, service_role;

/* An IANA zone that PostgreSQL knows too; abbreviations and POSIX strings mean other things elsewhere. */
create function private.is_timezone(p_name text) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  if p_name is null or p_name !~ '^(UTC|[A-Za-z]+(/[A-Za-z0-9_+-]+)+)$' then
    return false;
  end if;
  perform timestamptz '2000-01-01 00:00:00+00' at time zone p_name;
  return true;
exception when invalid_parameter_value then
  return false;
end $$;

/* Wall-clock hours: {from, to}, each HH:MM. */
create function private.are_hours(p_hours jsonb) returns boolean
language sql immutable strict set search_path = '' as $$
  select jsonb_typeof(p_hours) = 'object' and p_hours - 'from' - 'to' = '{}'
    and coalesce(p_hours ->> 'from' ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$', false)
    and coalesce(p_hours ->> 'to' ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$', false)
$$;

create table public.users (
  id uuid primary key references auth.users (id) on delete cascade,
  email text,
  name text check (char_length(name) between 1 and 120),
  timezone text not null default 'UTC' check (private.is_timezone(timezone)),
  daily_minutes integer not null default 120 check (daily_minutes between 10 and 1440),
  -- 0 is Sunday, 6 is Saturday; at least one day is left to work on.
  rest_days smallint[] not null default '{}' check (rest_days <@ '{0,1,2,3,4,5,6}' and cardinality(rest_days) <= 6),
  -- How long before a task its reminder comes, and when none does (wall-clock times; to before from is past midnight).
  reminder_lead_minutes integer not null default 10 check (reminder_lead_minutes between 0 and 1440),
  quiet_hours jsonb check (private.are_hours(quiet_hours) and quiet_hours ->> 'from' <> quiet_hours ->> 'to'),
  -- Language, script and region of a BCP 47 tag, in its canonical case; null where the person has named none.
  locale text check (locale ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$'),
  -- When planned tasks may take place (wall-clock times of one day), and the part of the day that suits best.
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

/* Security definer: it runs as the auth service, which has no right on public.users. */
create function private.create_profile() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_timezone text := new.raw_user_meta_data ->> 'timezone';
begin
  insert into public.users (id, email, name, timezone)
  values (
    new.id,
    new.email,
    nullif(left(btrim(new.raw_user_meta_data ->> 'name'), 120), ''),
    case when private.is_timezone(v_timezone) then v_timezone else 'UTC' end
  )
  on conflict (id) do update set email = excluded.email;
  return new;
end $$;

create trigger create_profile after insert or update of email on auth.users
  for each row execute function private.create_profile();

revoke execute on all functions in schema private from public, anon, authenticated;
grant execute on function private.is_timezone(text), private.are_hours(jsonb), private.local_date(text)
  to authenticated, service_role;
