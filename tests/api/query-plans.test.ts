import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** Tables that grow with people and time. Of each, a query may read what an index leads it to, and no more. */
const bigTables = [
  'goals',
  'tasks',
  'conversations',
  'chat_messages',
  'chat_events',
  'voice_sessions',
  'voice_messages',
  'intent_calls',
  'outbox',
  'users',
  'idempotency_keys',
  'usage',
  'documents',
  'document_chunks',
  'push_subscriptions',
  'reminders',
  'calendar_tokens',
  'memories',
];

type Node = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Node[] };
const Explained = z.object({ 'Query Text': z.string(), Plan: z.custom<Node>() });
type Scan = { table: string; kind: string; query: string };

let stack: TestStack;
let database: pg.Client;
const plans: z.infer<typeof Explained>[] = [];
const person = { id: '', goalId: '', messageId: '', conversationId: '', sessionId: `sess_${'a'.repeat(26)}` };

beforeAll(async () => {
  stack = await startTestStack();
  database = new pg.Client({ connectionString: stack.supabase.databaseUrl });
  await database.connect();
  person.id = (await stack.signUp()).id;
  await crowd();
  Object.assign(person, await seedRows());
  await database.query('analyze');
  // PostgreSQL tells the plan of every statement, those inside functions too.
  await database.query(`
    load 'auto_explain';
    set auto_explain.log_min_duration = 0;
    set auto_explain.log_nested_statements = on;
    set auto_explain.log_format = json;
    set auto_explain.log_level = notice;
    set client_min_messages = notice`);
  database.on('notice', ({ message }) => {
    const json = message?.slice(message.indexOf('{'));
    if (json?.startsWith('{')) plans.push(Explained.parse(JSON.parse(json)));
  });
}, 300_000);
afterAll(async () => {
  await database.end();
  await stack.stop();
});

/** Other people's rows: enough that reading a whole table costs more than an index. Past triggers and foreign keys. */
async function crowd(): Promise<void> {
  await database.query(`
    set session_replication_role = replica;
    insert into public.users (id, email) select gen_random_uuid(), n || '@crowd.example' from generate_series(1, 2000) n;
    insert into auth.users (id, email) select id, email from public.users where email like '%@crowd.example';
    create temp table crowd as select id, row_number() over () as n from public.users where email like '%@crowd.example';
    insert into public.goals (user_id, title, plan_status, updated_at)
      select id, 'Goal', 'ready', now() - interval '1 hour' from crowd, generate_series(1, 5);
    insert into public.tasks (user_id, goal_id, title, date, duration_minutes)
      select user_id, id, 'Do it', current_date + part * 30, 30 from public.goals, generate_series(1, 5) part;
    insert into public.conversations (user_id, client_id) select id, 'talk-' || part from crowd, generate_series(1, 5) part;
    insert into public.chat_messages (user_id, conversation_id, content, status)
      select user_id, id, 'Hello', 'done' from public.conversations, generate_series(1, 5);
    insert into public.chat_events (conversation_id, id, user_id, message_id, type, data)
      select conversation_id, row_number() over (partition by conversation_id), user_id, id, 'status', '{}'
      from public.chat_messages;
    insert into public.voice_sessions (id, user_id)
      select 'sess_' || left(md5(id::text || part), 26), id from crowd, generate_series(1, 5) part;
    insert into public.voice_messages (session_id, user_id, role, content)
      select id, user_id, 'user', 'Hello' from public.voice_sessions, generate_series(1, 3);
    insert into public.intent_calls (user_id, session_id, call_id, name, input, answer)
      select user_id, id, 'call-1', 'list_tasks', '{}', '{"status": "ok", "speech": "Nothing."}' from public.voice_sessions;
    insert into private.outbox (user_id, name, data, sent_at)
      select id, 'goal/plan.requested', '{}', case when part > 1 then now() end from crowd, generate_series(1, 5) part;
    insert into private.idempotency_keys (user_id, operation, key, fingerprint)
      select id, 'create_goal', 'key-' || part, '' from crowd, generate_series(1, 5) part;
    insert into private.usage (user_id, kind, outcome, cost_usd, seconds)
      select id, 'model', 'ok', 0.001, 1 from crowd, generate_series(1, 5);
    insert into public.documents (user_id, title, text)
      select id, 'Text ' || part, md5(id::text || part) from crowd, generate_series(1, 5) part;
    insert into public.document_chunks (document_id, position, user_id, title, text)
      select id, part, user_id, title, md5(id::text || part) from public.documents, generate_series(0, 2) part;
    insert into public.push_subscriptions (user_id, endpoint, p256dh, auth)
      select id, 'https://push.example.com/' || id || part, rpad('B', 87, 'A'), rpad('', 22, 'A')
      from crowd, generate_series(1, 2) part where n <= 200;
    insert into private.reminders (user_id, task_id, scheduled_at, remind_at, tries)
      select id, gen_random_uuid(), minute + interval '10 minutes', minute, 1
      from crowd, generate_series(1, 5) part,
        lateral (select date_trunc('minute', now()) - make_interval(mins => part * n::integer % 2000) as minute) past;
    insert into private.calendar_tokens (user_id, token_hash)
      select id, md5(id::text) || md5(n::text) from crowd;
    insert into public.memories (user_id, text, subject, source)
      select id, 'I like tea', 'tea ' || part, 'account' from crowd, generate_series(1, 5) part;
    set session_replication_role = origin`);
}

async function seedRows() {
  const { rows } = await database.query<{ id: string; goal: string; message: string; conversation: string }>(
    `with goal as (insert into public.goals (user_id, title) values ($1, 'Mine') returning id),
       talk as (insert into public.conversations (user_id, client_id) values ($1, 'mine') returning id),
       message as (
         insert into public.chat_messages (user_id, conversation_id, content) select $1, id, 'Hello' from talk returning id),
       session as (insert into public.voice_sessions (id, user_id) values ($2, $1)),
       document as (insert into public.documents (user_id, title, text) values ($1, 'Mine', 'Run slowly.') returning id),
       chunk as (
         insert into public.document_chunks (document_id, position, user_id, title, text)
         select id, 0, $1, 'Mine', 'Run slowly.' from document),
       browser as (
         insert into public.push_subscriptions (user_id, endpoint, p256dh, auth)
         values ($1, 'https://push.example.com/mine', rpad('B', 87, 'A'), rpad('', 22, 'A'))),
       reminder as (
         insert into private.reminders (user_id, task_id, scheduled_at, remind_at)
         values ($1, gen_random_uuid(), now(), date_trunc('hour', now()))),
       memory as (
         insert into public.memories (user_id, text, subject, source) values ($1, 'I like tea', 'tea', 'account')),
       calendar as (insert into private.calendar_tokens (user_id, token_hash) values ($1, repeat('0', 64)))
     select (select id from goal) as goal, (select id from message) as message, (select id from talk) as conversation`,
    [person.id, person.sessionId],
  );
  const [made] = rows;
  return { goalId: made?.goal, messageId: made?.message, conversationId: made?.conversation };
}

/** Runs a statement as PostgREST does, and takes it back. @returns how it read the big tables */
async function scansOf(
  role: 'anon' | 'authenticated' | 'service_role',
  sql: string,
  params: unknown[] = [],
): Promise<Scan[]> {
  plans.length = 0;
  const claims = JSON.stringify({ role, ...(role === 'authenticated' ? { sub: person.id } : {}) });
  await database.query('begin');
  try {
    await database.query(`select set_config('request.jwt.claims', $1, true)`, [claims]);
    await database.query(`set local role ${role}`);
    await database.query(sql, params);
  } finally {
    await database.query('rollback');
  }
  return plans.flatMap(({ Plan, 'Query Text': query }) => scans(Plan, query));
}

function scans(node: Node, query: string): Scan[] {
  const table = node['Relation Name'];
  const here = table && bigTables.includes(table) && node['Node Type'] !== 'ModifyTable';
  return [
    ...(here ? [{ table, kind: node['Node Type'], query }] : []),
    ...(node.Plans ?? []).flatMap((child) => scans(child, query)),
  ];
}

/** The reads and claims, as the API or the durable functions make them; `$…` stand for the person's ids. */
const asPerson: Record<string, [sql: string, params: () => unknown[]]> = {
  'GET /goals': [
    'select * from public.goal_details where user_id = $1 order by created_at desc, id desc limit 21',
    () => [person.id],
  ],
  'GET /goals of a status, next page': [
    `select * from public.goal_details where user_id = $1 and status = 'active' and created_at <= now()
     and (created_at < now() or created_at = now() and id < $1) order by created_at desc, id desc limit 21`,
    () => [person.id],
  ],
  'GET /goals/{id}': ['select * from public.goal_details where id = $1', () => [person.goalId]],
  'GET /tasks': ['select public.list_tasks()', () => []],
  'GET /tasks of a goal': ['select public.list_tasks(p_goal_id => $1)', () => [person.goalId]],
  'GET /tasks/{id}': ['select public.load_task($1)', () => [person.goalId]],
  'poll a response': [
    `select m.id, m.content, m.status from public.chat_messages m join public.conversations c
       on c.id = m.conversation_id and c.user_id = m.user_id
     where m.user_id = $1 and c.client_id = 'mine' order by m.position desc limit 1`,
    () => [person.id],
  ],
  'GET /api/chat': [
    'select * from public.conversation_details where user_id = $1 order by last_message_at desc, id desc limit 21',
    () => [person.id],
  ],
  'open a stream': [`select public.open_stream('mine', gen_random_uuid())`, () => []],
  'read a stream': ['select public.read_chat_events($1, 0, 200)', () => [person.conversationId]],
  transcript: ['select public.get_voice_transcript($1)', () => [person.sessionId]],
  'decide an intent': [
    `select public.open_intent(jsonb_build_object('session_id', $1::text, 'call_id', 'c1'), '["tasks", "goals", "last"]')`,
    () => [person.sessionId],
  ],
  'POST /goals': [`select public.create_goal('Run', p_request => '{"key": "k", "fingerprint": "f"}')`, () => []],
  'POST /api/chat': [`select public.post_message('mine', 'Hello', '{"key": "k", "fingerprint": "f"}', 1)`, () => []],
  'POST /tasks': [`select public.create_task('{"title": "Run", "duration_minutes": 30}', '{}')`, () => []],
  'mark events': [`select public.mark_events(array[gen_random_uuid()], '{}')`, () => []],
  'search texts': [`select public.search_documents('run slowly', 5)`, () => []],
  'GET /account/memories': [
    'select * from public.memories where user_id = $1 order by updated_at desc, id',
    () => [person.id],
  ],
  'POST /account/memories': [`select public.create_memory('I like rain', 'rain')`, () => []],
  'GET /account/insights': ['select public.insights()', () => []],
  'POST /goals/{id}/answers': [
    `select public.answer_goal($1, '[{"id": "level", "text": "None"}]')`,
    () => [person.goalId],
  ],
  'POST /goals/{id}/proposal': ['select public.decide_proposal($1, true)', () => [person.goalId]],
  'GET /account/usage': ['select public.usage_by_day(current_date - 30, current_date)', () => []],
};

const asService: Record<string, [sql: string, params: () => unknown[]]> = {
  'start planning': [
    `select public.start_planning(id, plan_request_id, 'run') from public.goals where id = $1`,
    () => [person.goalId],
  ],
  'claim a message': [`select public.claim_message($1, 'run', true, false)`, () => [person.messageId]],
  'finish a message': [`select public.finish_message($1, 'done', 'Hi')`, () => [person.messageId]],
  'lease everybody’s events': ['select public.lease_all_events(100)', () => []],
  'find what stands still': [`select public.restart_stalled('', '')`, () => []],
  prune: ['select public.prune(1000)', () => []],
  'what was spent today': ['select public.spent_today($1)', () => [person.id]],
  'texts for a plan': [`select public.search_documents('run slowly', 5, $1)`, () => [person.id]],
  'owe looks back on weeks': ['select public.owe_reviews()', () => []],
  'look back on a week': ['select public.start_review($1, 1)', () => [person.goalId]],
  'owe lost reminders': ['select public.owe_lost_reminders()', () => []],
  'reminders of a minute': [`select public.take_reminders(date_trunc('hour', now()), 100)`, () => []],
};

describe('no query reads a whole table that grows', () => {
  test.each(Object.entries(asPerson))('a person: %s', async (_, [sql, params]) => {
    const found = await scansOf('authenticated', sql, params());
    expect(found).not.toEqual([]);
    expect(found.filter(({ kind }) => kind === 'Seq Scan')).toEqual([]);
  });

  test('anybody: GET /tasks.ics', async () => {
    const found = await scansOf('anon', `select public.calendar_feed(repeat('0', 64))`);
    expect(found).not.toEqual([]);
    expect(found.filter(({ kind }) => kind === 'Seq Scan')).toEqual([]);
  });

  test('the durable functions: tasks to remind of and briefs, which ask for everybody with a subscription', async () => {
    const found = [
      ...(await scansOf('service_role', `select public.tasks_to_remind(now() + interval '5 minutes')`)),
      ...(await scansOf('service_role', `select public.briefs_due(now() + interval '5 minutes')`)),
    ];
    const whole = found.filter(({ kind }) => kind === 'Seq Scan').map(({ table }) => table);
    expect(whole.filter((table) => table !== 'push_subscriptions')).toEqual([]);
    expect(found.filter(({ table }) => ['tasks', 'users', 'reminders'].includes(table))).not.toEqual([]);
  });

  test.each(Object.entries(asService))('the durable functions: %s', async (_, [sql, params]) => {
    const found = await scansOf('service_role', sql, params());
    expect(found).not.toEqual([]);
    expect(found.filter(({ kind }) => kind === 'Seq Scan')).toEqual([]);
  });
});

test('with a backlog of others’ unsent events a request looks at its own alone', async () => {
  await scansOf('authenticated', `select public.create_goal('Run')`);
  const used = plans.flatMap(({ Plan }) => indexes(Plan));
  expect(used).toContain('outbox_unsent_by_user');
  expect(used).not.toContain('outbox_unsent');
});

test('a goal reads its plan as often with three hundred tasks as with one', async () => {
  const blocksWith = async (tasks: number) => {
    const { rows } = await database.query<{ id: string }>(
      // Too long and too irregular to be kept in the goal's own row.
      `insert into public.goals (user_id, title, plan_status, plan_json)
         select $1, 'Big', 'ready', jsonb_build_object('start_date', current_date,
           'weeks', (select jsonb_agg(md5(n::text)) from generate_series(1, 500) n)) returning id`,
      [person.id],
    );
    await database.query(
      `insert into public.tasks (user_id, goal_id, title, date, duration_minutes)
         select $1, $2, 'Do it', current_date, 30 from generate_series(1, $3)`,
      [person.id, rows[0]?.id, tasks],
    );
    const { rows: explained } = await database.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
      `explain (analyze, buffers, format json) select progress from public.goal_details where id = '${rows[0]?.id}'`,
    );
    const { Plan: plan } = explained[0]?.['QUERY PLAN'][0] ?? { Plan: {} };
    return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
  };
  const [one, many] = [await blocksWith(1), await blocksWith(300)];
  expect(one).toBeGreaterThan(0);
  expect(many).toBeLessThan(one + 100);
});

function indexes(node: Node): string[] {
  return [...(node['Index Name'] ? [node['Index Name']] : []), ...(node.Plans ?? []).flatMap(indexes)];
}
