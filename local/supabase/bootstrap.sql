-- The parts of a hosted Supabase project before its first migration: the roles, the schemas auth and extensions, and the
-- realtime publication. Runs in one transaction, as often as one likes. Roles belong to the whole cluster.
--
-- As in new projects, tables and functions that a migration makes in public are granted to nobody by default:
-- a migration says who may use them (see legacy-privileges.sql for the older projects).

do $$
begin
  if exists (select from pg_roles where rolname = 'authenticator') then
    return;
  end if;
  create role anon nologin noinherit;
  create role authenticated nologin noinherit;
  create role service_role nologin noinherit bypassrls;
  create role authenticator login noinherit;
  grant anon, authenticated, service_role to authenticator;
  -- The hosted platform's limits; PostgREST applies those of the role that a request takes on.
  alter role anon set statement_timeout = '3s';
  alter role authenticated set statement_timeout = '8s';
  alter role authenticator set statement_timeout = '8s';
  alter role postgres set search_path = "$user", public, extensions;
end
$$;

create schema if not exists extensions;
grant usage on schema extensions to anon, authenticated, service_role;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists "uuid-ossp" with schema extensions;

create schema if not exists auth;
grant usage on schema auth to anon, authenticated, service_role;

create table if not exists auth.users (
  id uuid primary key default gen_random_uuid(),
  aud text not null default 'authenticated',
  role text not null default 'authenticated',
  email text unique,
  encrypted_password text,
  email_confirmed_at timestamptz,
  last_sign_in_at timestamptz,
  raw_app_meta_data jsonb not null default '{"provider": "email", "providers": ["email"]}',
  raw_user_meta_data jsonb not null default '{}',
  is_anonymous boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table if not exists auth.sessions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  created_at timestamptz not null default now()
);
create index if not exists sessions_user_id_idx on auth.sessions (user_id);

create table if not exists auth.refresh_tokens (
  token text primary key,
  session_id uuid not null references auth.sessions (id) on delete cascade,
  revoked boolean not null default false,
  created_at timestamptz not null default now()
);
create index if not exists refresh_tokens_session_id_idx on auth.refresh_tokens (session_id);

-- Data folders from before have the tables without these columns.
alter table auth.users
  add column if not exists new_email text,
  add column if not exists identity_id uuid not null default gen_random_uuid();
-- How the person signed in, as the token's `amr` names it.
alter table auth.sessions add column if not exists method text not null default 'password';

-- Codes and links that were mailed: hashes of them, one of each kind a person.
create table if not exists auth.one_time_tokens (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  kind text not null check (kind in ('confirmation', 'recovery', 'email_change_current', 'email_change_new')),
  email text not null,
  code_hash text not null,
  token_hash text not null unique,
  code_challenge text,
  guesses integer not null default 0,
  created_at timestamptz not null default now(),
  unique (user_id, kind)
);
create index if not exists one_time_tokens_email_idx on auth.one_time_tokens (email);

-- Links that were opened, until the page that asked for them trades its code for the session (PKCE).
create table if not exists auth.flow_states (
  auth_code_hash text primary key,
  user_id uuid not null references auth.users (id) on delete cascade,
  code_challenge text not null,
  created_at timestamptz not null default now()
);
create index if not exists flow_states_user_id_idx on auth.flow_states (user_id);

create or replace function auth.jwt() returns jsonb language sql stable as $$
  select nullif(current_setting('request.jwt.claims', true), '')::jsonb
$$;

create or replace function auth.uid() returns uuid language sql stable as $$
  select (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;

create or replace function auth.role() returns text language sql stable as $$
  select nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'
$$;

grant usage on schema public to anon, authenticated, service_role;

do $$
begin
  if not exists (select from pg_publication where pubname = 'supabase_realtime') then
    create publication supabase_realtime;
  end if;
end
$$;
