import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestSupabase, type TestSupabase } from '../support/database.ts';

/** Rights of signed-in people to tables and views themselves: everything else they reach through functions alone. */
const peopleMay: Record<string, string> = {
  chat_artifacts: 'select',
  chat_events: 'select',
  chat_files: 'select',
  chat_messages: 'select',
  chat_thoughts: 'select',
  chat_tool_results: 'select',
  conversation_details: 'select',
  conversations: 'select',
  document_chunks:
    'insert(document_id, heading, position, text, title) ' +
    'select(document_id, heading, position, search, text, title, user_id)',
  documents: 'delete insert(source_url, text, title) select',
  goal_details: 'select',
  goals: 'delete insert(care, description, target_date, title) select',
  intent_calls: 'select',
  memories: 'select',
  push_subscriptions: 'delete select',
  tasks:
    'delete insert(care, date, description, duration_minutes, ends_on, excluded_dates, goal_id, original_date, ' +
    'recurrence_rule, scheduled_at, series_id, start_time, status, timezone, title, user_id, week) select update(care, date, ' +
    'description, duration_minutes, ends_on, excluded_dates, recurrence_rule, scheduled_at, start_time, status, ' +
    'timezone, title)',
  users:
    'select update(available_hours, daily_minutes, locale, morning_brief, name, preferred_time, quiet_hours, reminder_lead_minutes, rest_days, timezone)',
  voice_messages: 'insert(content, message_id, role, said_at, session_id) select',
  voice_sessions: 'insert(id, resumed_from) select update(closed_at, mints)',
};

describe.each([
  ["today's default privileges", false],
  ["Supabase's older default privileges", true],
])('a database migrated under %s', (_, legacyPrivileges) => {
  let db: TestSupabase;
  beforeAll(async () => {
    db = await createTestSupabase({ legacyPrivileges });
  });
  afterAll(() => db?.stop());

  const ours = `relnamespace in ('public'::regnamespace, 'private'::regnamespace)`;
  const column = async (sql: string): Promise<string[]> =>
    (await db.query<{ found: string }>(`select found from (${sql}) x (found) order by 1`)).map(({ found }) => found);

  test('every table has row level security', async () => {
    expect(
      await column(`select oid::regclass::text from pg_class where relkind in ('r', 'p') and ${ours}`),
    ).not.toEqual([]);
    expect(
      await column(
        `select oid::regclass::text from pg_class where relkind in ('r', 'p') and ${ours} and not relrowsecurity`,
      ),
    ).toEqual([]);
  });

  test('every view reads with the rights of whoever asks', async () => {
    expect(
      await column(
        `select oid::regclass::text from pg_class where relkind in ('v', 'm') and ${ours}
         and (relkind = 'm' or not coalesce(reloptions @> '{security_invoker=true}', false))`,
      ),
    ).toEqual([]);
  });

  test('nobody who is not signed in may do anything but ask whether the database answers, and read a calendar by its secret', async () => {
    expect(
      await column(
        `select oid::regclass::text || ' ' || kind from pg_class, unnest('{select,insert,update,delete,truncate,references,trigger}'::text[]) kind
         where relkind in ('r', 'v', 'm', 'p') and ${ours} and (has_table_privilege('anon', oid, kind)
           or kind in ('select', 'insert', 'update', 'references') and has_any_column_privilege('anon', oid, kind))`,
      ),
    ).toEqual([]);
    expect(
      await column(`select oid::regclass::text from pg_class where relkind = 'S' and ${ours}
      and (has_sequence_privilege('anon', oid, 'usage') or has_sequence_privilege('authenticated', oid, 'usage'))`),
    ).toEqual([]);
    const callable = (role: string) => `select oid::regprocedure::text from pg_proc where pronamespace in
      ('public'::regnamespace, 'private'::regnamespace) and has_function_privilege('${role}', oid, 'execute')`;
    expect(await column(callable('anon'))).toEqual(['calendar_feed(text)', 'check_request()', 'ping()']);
    expect(
      await column(
        `select p.oid::regprocedure::text from pg_proc p, aclexplode(coalesce(proacl, acldefault('f', proowner))) a
         where pronamespace in ('public'::regnamespace, 'private'::regnamespace) and a.grantee = 0`,
      ),
    ).toEqual([]);
    expect(await column(`select 'usage' where has_schema_privilege('anon', 'private', 'usage')`)).toEqual([]);
  });

  test('people may touch the tables in the ways that are listed here and no other', async () => {
    const granted = await db.query<{ name: string; rights: string }>(
      `select relname as name, string_agg(rights, ' ' order by rights) as rights from (
         select relname, kind || case when has_table_privilege('authenticated', c.oid, kind) then ''
           else '(' || (select string_agg(attname, ', ' order by attname) from pg_attribute
             where attrelid = c.oid and attnum > 0 and not attisdropped
               and has_column_privilege('authenticated', c.oid, attnum, kind)) || ')' end as rights
         from pg_class c, unnest('{select,insert,update,references}'::text[]) kind
         where relkind in ('r', 'v', 'm', 'p') and ${ours} and has_any_column_privilege('authenticated', c.oid, kind)
         union all
         select relname, kind from pg_class c, unnest('{delete,truncate,trigger}'::text[]) kind
         where relkind in ('r', 'v', 'm', 'p') and ${ours} and has_table_privilege('authenticated', c.oid, kind)) g
       group by relname`,
    );
    expect(Object.fromEntries(granted.map(({ name, rights }) => [name, rights]))).toEqual(peopleMay);
  });

  test('whatever people may write to tables is refused outside of functions that took a token for it', async () => {
    expect(
      await column(
        `select c.oid::regclass || ' ' || kind from pg_class c, unnest('{insert,update,delete}'::text[]) kind
         where relkind in ('r', 'p') and ${ours} and (has_table_privilege('authenticated', c.oid, kind)
           or kind <> 'delete' and has_any_column_privilege('authenticated', c.oid, kind))
         and not exists (select from pg_trigger where tgrelid = c.oid and tgfoid = 'private.refuse_write()'::regprocedure
           and tgtype & 2 = 2 and tgtype & (case kind when 'insert' then 4 when 'update' then 16 else 8 end) <> 0)`,
      ),
    ).toEqual([]);
  });

  test('every function has a pinned search_path, and one that runs as its owner says why', async () => {
    const functions = `from pg_proc p where pronamespace in ('public'::regnamespace, 'private'::regnamespace)`;
    expect(
      await column(
        `select oid::regprocedure::text ${functions} and not coalesce(proconfig @> '{"search_path=\\"\\""}', false)`,
      ),
    ).toEqual([]);
    expect(
      await column(
        `select oid::regprocedure::text ${functions} and prosecdef and pronamespace = 'public'::regnamespace`,
      ),
    ).toEqual([
      // Nobody is signed in where a calendar is read: its secret says whose it is.
      'calendar_feed(text)',
    ]);
    expect(
      await column(
        `select oid::regprocedure::text ${functions} and prosecdef and has_function_privilege('authenticated', oid, 'execute')
         and prosrc !~* '(auth\\.uid\\(\\)|private\\.actor\\()' and pg_get_function_arguments(oid) not like '%p_user_id%'`,
      ),
    ).toEqual([
      // The names of time zones are nobody's.
      'private.timezone_named(text)',
    ]);
  });

  test('every policy is for signed-in people, asks who they are once, and finds their rows by an index', async () => {
    const policies = await db.query<{ table: string; name: string; roles: string; rule: string; columns: string[] }>(
      `select tablename as table, policyname as name, roles::text, coalesce(qual, '') || coalesce(with_check, '') as rule,
         array(select (regexp_matches(coalesce(qual, with_check), '\\(*(\\w+) = \\( SELECT auth\\.uid', 'g'))[1]) as columns
       from pg_policies where schemaname in ('public', 'private')`,
    );
    expect(policies).not.toEqual([]);
    for (const { table, name, roles, rule, columns } of policies) {
      expect(roles, name).toBe('{authenticated}');
      expect(rule.replaceAll('( SELECT auth.uid()', ''), `${table}: ${name}`).not.toContain('auth.uid()');
      expect(columns, `${table}: ${name}`).not.toEqual([]);
      for (const indexed of columns) {
        expect(
          await column(
            `select indexrelid::regclass::text from pg_index join pg_attribute a on a.attrelid = indrelid and a.attnum = indkey[0]
             where indrelid = 'public.${table}'::regclass and attname = '${indexed}' and indpred is null`,
          ),
          `an index on ${table}(${indexed})`,
        ).not.toEqual([]);
      }
    }
  });

  test('what is deleted along with a person or a thing of theirs is found by an index', async () => {
    expect(
      await column(
        `select conrelid::regclass || '.' || conname from pg_constraint
         where contype = 'f' and connamespace in ('public'::regnamespace, 'private'::regnamespace)
           -- Limits and time zones are settings: nothing deletes them.
           and confrelid not in ('private.rate_limits'::regclass, 'private.timezones'::regclass)
           and not exists (select from pg_index where indrelid = conrelid and indkey[0] = conkey[1])
           and not exists (select from pg_index where indrelid = conrelid and indkey[0] = any (conkey) and cardinality(conkey) > 1)`,
      ),
    ).toEqual([]);
  });
});
