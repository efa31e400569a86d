/** The runner's tables. Values that the app made are `json`, not `jsonb`, which would refuse NUL and lone surrogates. */

export const SCHEMA = 'inngest_local';

/** Applied in order, once each; append, never edit. */
export const migrations: readonly string[] = [
  `
  create table events (
    seq bigint generated always as identity,
    internal_id text primary key,
    dedupe_key text unique,
    name text not null,
    event json not null,
    routed boolean not null default false,
    received_at timestamptz not null default now()
  );
  create index on events (seq) where not routed;
  create index on events (received_at);

  create table runs (
    id text primary key,
    function_id text not null,
    status text not null default 'Running' check (status in ('Running', 'Completed', 'Failed', 'Cancelled')),
    events json not null,
    event_ids text[] not null,
    slots json not null,
    priority_ms integer not null,
    idempotency_key text,
    rate_key text,
    singleton_key text,
    parent_run_id text,
    parent_step_id text,
    force_plan boolean not null default false,
    state_bytes integer not null default 0,
    output json,
    error json,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    ended_at timestamptz
  );
  create index on runs (function_id) where status = 'Running';
  create index on runs (singleton_key) where status = 'Running';
  create index on runs (idempotency_key, created_at);
  create index on runs (rate_key, created_at);
  create index on runs (ended_at);
  create index on runs using gin (event_ids);

  create table steps (
    run_id text not null references runs on delete cascade,
    id text not null,
    op text not null,
    name text not null,
    wait_for text,
    condition text,
    eager boolean not null default false,
    position integer,
    result json,
    primary key (run_id, id)
  );
  create index on steps (wait_for) where position is null;

  create table jobs (
    id bigint generated always as identity primary key,
    run_id text references runs on delete cascade,
    key text unique,
    due_at timestamptz not null,
    work json not null
  );
  create index on jobs (run_id);

  create table attempts (
    run_id text not null references runs on delete cascade,
    seq bigint generated always as identity,
    step text not null,
    attempt integer not null,
    answer text not null,
    duration_ms integer not null,
    primary key (run_id, seq)
  );

  create table throttles (
    key text primary key,
    next_at timestamptz not null
  );
  `,
  `
  alter table runs drop column priority_ms, drop column idempotency_key, drop column rate_key,
    drop column singleton_key, drop column parent_run_id, drop column parent_step_id;
  alter table steps drop column wait_for, drop column condition;
  drop table throttles;
  drop index runs_event_ids_idx, runs_function_id_idx;
  delete from jobs where work ->> 'kind' not in ('execute', 'resolve', 'finish-timeout', 'cron');
  `,
];
