import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Person, type TestStack, times } from '../support/stack.ts';
import { type Belongings, seedBelongings } from './belongings.ts';
import { apiOperations, documentedProblems, type Operation } from './operations.ts';
import { rows } from './rows.ts';
import { startWholeStack } from './stack.ts';

type Effect = {
  /** SQL that counts the rows of one request of the person $1; `event` is the one that it owes, if any. */
  rows: string;
  event?: string;
  same?: (body: Record<string, unknown>) => unknown;
  /** Something else than the row says, or null where there is no payload; `again` sends the request under another key. */
  different: ((again: () => Promise<Answer>) => object | Promise<object>) | null;
};
const anotherTitle = () => ({ title: 'Something else' });

const plans = `select count(*) from private.outbox where user_id = $1 and name = 'goal/plan.requested'`;
const creating: Record<string, Effect> = {
  createGoal: {
    rows: 'select count(*) from public.goals where user_id = $1',
    event: 'goal/plan.requested',
    different: anotherTitle,
  },
  // These create no row: what counts is that they happened once.
  changeGoal: {
    rows: `select count(*) from private.idempotency_keys where user_id = $1 and operation = 'change_goal'`,
    different: anotherTitle,
  },
  planGoal: {
    rows: plans,
    event: 'goal/plan.requested',
    different: () => ({ instructions: 'something else' }),
  },
  answerGoal: {
    rows: plans,
    event: 'goal/plan.requested',
    different: () => ({ answers: [{ id: 'level', text: 'something else' }] }),
  },
  decideProposal: { rows: plans, event: 'goal/plan.requested', different: () => ({ accept: false }) },
  createTask: { rows: 'select count(*) from public.tasks where user_id = $1', different: anotherTitle },
  createMemory: {
    rows: 'select count(*) from public.memories where user_id = $1',
    different: () => ({ text: 'something else' }),
  },
  postChatMessage: {
    rows: 'select count(*) from public.chat_messages where user_id = $1',
    different: () => ({ message: 'something else' }),
  },
  addChatFile: {
    rows: 'select count(*) from public.chat_files where user_id = $1',
    different: () => ({ more: 'bytes' }),
  },
  addPushSubscription: {
    rows: 'select count(*) from public.push_subscriptions where user_id = $1',
    different: () => ({ endpoint: `https://fcm.googleapis.com/fcm/send/${crypto.randomUUID()}` }),
  },
  openCalendar: {
    rows: `select count(*) from private.idempotency_keys where user_id = $1 and operation = 'open_calendar'`,
    // A repeat gets a secret of its own, for it is stored nowhere; the one before ends.
    same: ({ url }) => typeof url,
    different: null,
  },
  ingestDocument: { rows: 'select count(*) from public.documents where user_id = $1', different: anotherTitle },
  openVoiceSession: {
    rows: 'select count(*) from public.voice_sessions where user_id = $1',
    // A repeat gets a token of its own: it is stored nowhere.
    same: ({ session_id }) => session_id,
    different: async (again) => ({ resume: (await again()).body.session_id }),
  },
};

/** POSTs that are safe to repeat by another name than an Idempotency-Key. */
const safeOtherwise: Record<string, string> = {
  saveVoiceMessage: 'message_id: a message that is sent twice is saved once',
  runVoiceIntent: 'function_call_id: a call is carried out once',
  callMcp:
    'a tool’s call is carried out once under an Idempotency-Key (tests/api/mcp.test.ts), other messages write nothing',
  previewTask: 'it saves nothing',
  sendUiMessage:
    'useChat sends no key; the message takes one as postChatMessage does, but only three streams are open at once',
};

const operations = await apiOperations();
const takesKey = (operation: Operation) => documentedProblems(operation).includes('idempotency_mismatch');

test('every POST takes an Idempotency-Key or is safe to repeat for a reason that is named here', () => {
  expect(
    operations
      .filter(takesKey)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(Object.keys(creating).toSorted());
  const others = operations.filter((operation) => operation.method === 'POST' && !takesKey(operation));
  expect(others.map(({ id }) => id).toSorted()).toEqual(Object.keys(safeOtherwise).toSorted());
});

let stack: TestStack;
beforeAll(async () => {
  stack = await startWholeStack();
});
afterAll(() => stack?.stop());

const cases = operations.flatMap((operation): [string, Operation, Effect][] => {
  const effect = creating[operation.id];
  return effect ? [[operation.id, operation, effect]] : [];
});

async function send(
  { id, method }: Operation,
  person: Person,
  things: Belongings,
  key: string,
  more: object = {},
): Promise<Answer> {
  const row = rows[id];
  if (!row) throw new Error(`${id} has no row in tests/security/rows.ts.`);
  const { path, body, headers } = row.request(things);
  return stack.request(path, {
    method,
    headers: {
      ...headers,
      Authorization: `Bearer ${person.token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
    },
    body: JSON.stringify({ ...body, ...more }),
  });
}
async function signUpWithBelongings(): Promise<[Person, Belongings]> {
  const person = await stack.signUp();
  return [person, await seedBelongings(stack, person)];
}

describe.each(cases)('%s', (id, operation, effect) => {
  async function count(sql: string, person: Person): Promise<number> {
    const [row] = await stack.supabase.query<{ count: string }>(sql, [person.id]);
    return Number(row?.count);
  }
  const events = (person: Person, name: string) =>
    count(`select count(*) from private.outbox where user_id = $1 and name = '${name}'`, person);
  const compared = ({ body }: Answer) => (effect.same ? effect.same(body) : body);
  test('50 at once: one effect, one event, equal answers', async () => {
    const [person, things] = await signUpWithBelongings();
    const before = await count(effect.rows, person);
    const eventsBefore = effect.event ? await events(person, effect.event) : 0;
    const answers = await Promise.all(times(50, () => send(operation, person, things, 'fifty')));
    const refused = answers.filter(({ status }) => status >= 300);
    for (const { body } of refused) expect(body).toMatchObject({ status: 409, code: 'idempotency_in_progress' });
    const accepted = answers.filter(({ status }) => status < 300);
    expect(accepted.length).toBeGreaterThan(0);
    expect(new Set(accepted.map((answer) => JSON.stringify(compared(answer)))).size).toBe(1);
    expect(accepted.filter(({ headers }) => !headers.has('Idempotency-Replayed'))).toHaveLength(1);
    expect(await count(effect.rows, person)).toBe(before + 1);
    if (effect.event) expect(await events(person, effect.event)).toBe(eventsBefore + 1);
  });

  test('another payload under the same key is 422; another person’s key is another key', async () => {
    const [person, things] = await signUpWithBelongings();
    const first = await send(operation, person, things, 'one');
    if (effect.different) {
      const different = await effect.different(() => send(operation, person, things, 'two'));
      const mismatch = await send(operation, person, things, 'one', different);
      expect(mismatch.body).toMatchObject({ status: 422, code: 'idempotency_mismatch' });
    }
    const [other, theirs] = await signUpWithBelongings();
    const answer = await send(operation, other, theirs, 'one');
    expect(answer.headers.has('Idempotency-Replayed')).toBe(false);
    // Of a calendar there is nothing to compare.
    if (id !== 'openCalendar') expect(compared(answer)).not.toEqual(compared(first));
  });

  test('after 24 hours the key is a new one', async () => {
    const [person, things] = await signUpWithBelongings();
    await send(operation, person, things, 'day');
    const age = (interval: string) =>
      stack.supabase.query(
        `update private.idempotency_keys set created_at = now() - interval '${interval}' where user_id = $1 and key = 'day'`,
        [person.id],
      );
    await age('23 hours 59 minutes');
    expect((await send(operation, person, things, 'day')).headers.get('Idempotency-Replayed')).toBe('true');
    await age('24 hours 1 minute');
    const before = await count(effect.rows, person);
    expect((await send(operation, person, things, 'day')).headers.has('Idempotency-Replayed')).toBe(false);
    // Effects that are counted by their key are counted anew; a browser is reminded at one endpoint once, a fact is
    // remembered once, and a file takes the place of the one of its name.
    expect(await count(effect.rows, person)).toBe(
      ['changeGoal', 'decideProposal', 'openCalendar', 'addPushSubscription', 'createMemory', 'addChatFile'].includes(
        id,
      )
        ? before
        : before + 1,
    );
  });

  test('a key that is no key is 422', async () => {
    const [person, things] = await signUpWithBelongings();
    for (const key of ['', 'with space', 'x'.repeat(256)]) {
      expect((await send(operation, person, things, key)).body).toMatchObject({ status: 422, code: 'invalid' });
    }
  });
});

test('while a first request is still running, the others are told to come back', async () => {
  // Each waits for five seconds with one of PostgREST's five connections in the tests.
  for (const few of [cases.slice(0, 4), cases.slice(4, 8), cases.slice(8)]) await Promise.all(few.map(waits));

  async function waits([id, operation]: (typeof cases)[number]): Promise<void> {
    const [person, things] = await signUpWithBelongings();
    await send(operation, person, things, 'slow');
    const [row] = await stack.supabase.query<{ operation: string }>(
      `delete from private.idempotency_keys where user_id = $1 and key = 'slow' returning operation`,
      [person.id],
    );
    // A first request that has not committed yet.
    const running = new pg.Client({ connectionString: stack.supabase.databaseUrl });
    await running.connect();
    try {
      await running.query('begin');
      await running.query(
        `insert into private.idempotency_keys (user_id, operation, key, fingerprint) values ($1, $2, 'slow', 'x')`,
        [person.id, row?.operation],
      );
      const answer = await send(operation, person, things, 'slow');
      expect(answer.body, id).toMatchObject({ status: 409, code: 'idempotency_in_progress' });
      expect(answer.headers.get('Retry-After'), id).toBe('2');
    } finally {
      await running.end();
    }
  }
});
