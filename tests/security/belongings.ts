import type { Person, TestStack } from '../support/stack.ts';
import { ask, openSession } from '../support/voice.ts';

/** The ids of one of everything that a person can have. Every text in it holds `mark`. */
export type Belongings = {
  ownerId: string;
  mark: string;
  goalId: string;
  taskId: string;
  clientId: string;
  conversationId: string;
  messageId: string;
  artifactId: string;
  sessionId: string;
  callId: string;
  eventId: string;
  documentId: string;
  endpoint: string;
  calendarToken: string;
  memoryId: string;
};

/** Well-formed ids of nothing. */
export function missingThings(): Belongings {
  return {
    ownerId: crypto.randomUUID(),
    mark: 'nobody',
    goalId: crypto.randomUUID(),
    taskId: crypto.randomUUID(),
    clientId: crypto.randomUUID(),
    conversationId: crypto.randomUUID(),
    messageId: crypto.randomUUID(),
    artifactId: crypto.randomUUID(),
    sessionId: 'sess_00000000000000000000000000',
    callId: crypto.randomUUID(),
    eventId: crypto.randomUUID(),
    documentId: crypto.randomUUID(),
    endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/nobody',
    calendarToken: 'nobody',
    memoryId: crypto.randomUUID(),
  };
}

/** A browser's subscription at an endpoint. */
export function pushSubscription(endpoint: string) {
  const p256dh = 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM';
  return { endpoint, keys: { p256dh, auth: 'tBHItJI5svbpez7KI4CCXg' } };
}

/** Gives a person one of everything. The stack's voice must be on. */
export async function seedBelongings({ supabase }: TestStack, person: Person): Promise<Belongings> {
  // Without digits: a memory that looks like a card's number is refused.
  const mark = `mark-${crypto.randomUUID().replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')}`;
  const made = async (path: string, body: object, headers?: Record<string, string>): Promise<string> => {
    const answer = await person.post<Record<string, string>>(path, body, headers);
    if (answer.status >= 300) throw new Error(`POST ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body.id ?? answer.body.messageId ?? '';
  };
  await supabase.query('update public.users set name = $2 where id = $1', [person.id, mark]);
  const goalId = await made('/goals', { title: mark }, { 'Idempotency-Key': mark });
  await supabase.query(
    `update public.goals set questions = jsonb_build_array(jsonb_build_object('id', 'level', 'text', $2::text)),
       proposal = jsonb_build_object('id', gen_random_uuid(), 'reason', $2::text, 'summary', $2::text,
         'changes', jsonb_build_array($2::text), 'created_at', now(), 'change', '{}'::jsonb)
     where id = $1`,
    [goalId, mark],
  );
  const taskId = await made('/tasks', { title: mark, goal_id: goalId });
  const clientId = mark;
  const messageId = await made('/api/chat', { message: mark }, { 'X-Client-Id': clientId });
  const sessionId = await openSession(person);
  await made('/api/v1/voice/messages', { session_id: sessionId, role: 'user', content: mark });
  const callId = mark;
  await ask(person, sessionId, 'create_goal', { title: mark }, callId);
  const endpoint = `https://updates.push.services.mozilla.com/wpush/v2/${mark}`;
  await made('/api/v1/notifications/subscriptions', pushSubscription(endpoint));
  const calendar = await person.post<{ url: string }>('/account/calendar', undefined);
  const calendarToken = new URL(calendar.body.url).searchParams.get('token') ?? '';
  const memoryId = await made('/account/memories', { text: mark });
  await supabase.query(
    'insert into private.reminders (user_id, task_id, scheduled_at, remind_at) values ($1, $2, now(), now())',
    [person.id, taskId],
  );
  const artifactId = crypto.randomUUID();
  const [row] = await supabase.query<{ conversation: string; event: string; document: string }>(
    `with message as (select id, conversation_id, user_id from public.chat_messages where id = $1), artifact as (
       insert into public.chat_artifacts (id, conversation_id, user_id, message_id, name, mime, content)
       select $2, conversation_id, user_id, id, $3, 'text/html', convert_to($3, 'UTF8') from message), thought as (
       insert into public.chat_thoughts (message_id, round, conversation_id, user_id, text, calls)
       select id, 0, conversation_id, user_id, $3, '[{"id":"a","name":"list_tasks","arguments":{}}]' from message returning message_id, user_id), tool as (
       insert into public.chat_tool_results (message_id, round, place, user_id, status, content)
       select message_id, 0, 0, user_id, 'done', $3 from thought), file as (
       insert into public.chat_files (conversation_id, user_id, name, mime, content, preview)
       select conversation_id, user_id, $3, 'text/plain', convert_to($3, 'UTF8'), $3 from message), sandbox as (
       insert into private.sandboxes (conversation_id, sandbox_id, user_id) select conversation_id, $3, user_id from message),
     used as (
       insert into private.usage (user_id, kind, outcome, cost_usd, seconds, model)
       select user_id, 'model', 'ok', 0.001, 1, $3 from message),
     document as (
       insert into public.documents (user_id, title, text) select user_id, $3, $3 from message returning id, user_id), chunk as (
       insert into public.document_chunks (document_id, position, user_id, title, text)
       select id, 0, user_id, $3, $3 from document)
     select conversation_id as conversation, (
       select id from private.outbox o where o.user_id = message.user_id and sent_at is null limit 1) as event,
       (select id from document) as document from message`,
    [messageId, artifactId, mark],
  );
  if (!row) throw new Error('The message is not there.');
  const { conversation: conversationId, event: eventId, document: documentId } = row;
  return {
    ...{ ownerId: person.id, mark, goalId, taskId, clientId, conversationId, messageId },
    ...{ artifactId, sessionId, callId, eventId, documentId, endpoint, calendarToken, memoryId },
  };
}

/**
 * Everything that the database holds of a person, as one digest: what nobody else may change. What a request of their own
 * leaves behind by running (buckets, leases of their events) is left out.
 */
export async function digestOf({ supabase }: Pick<TestStack, 'supabase'>, ownerId: string): Promise<string> {
  const tables = await supabase.query<{ name: string; column: string }>(
    `select c.oid::regclass::text as name, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace, 'auth'::regnamespace)
       and a.attname = case c.oid::regclass::text when 'users' then 'id' when 'auth.users' then 'id' else 'user_id' end
       and c.relname not in ('rate_buckets', 'streams') order by 1`,
  );
  const parts = tables.map(
    ({ name, column }) =>
      `select '${name}' as name, coalesce(md5(string_agg(v, '' order by v)), '') as digest from (
         select (to_jsonb(t) - 'leased_until' - 'sent_at')::text as v from ${name} t where ${column} = $1) x`,
  );
  const rows = await supabase.query<{ name: string; digest: string }>(parts.join(' union all '), [ownerId]);
  return rows.map(({ name, digest }) => `${name} ${digest}`).join('\n');
}
