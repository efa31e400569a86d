import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Person, TestStack } from '../support/stack.ts';
import { type Belongings, digestOf, missingThings, seedBelongings } from './belongings.ts';
import { apiOperations, needsToken, type Operation } from './operations.ts';
import { type Row, rows } from './rows.ts';
import { startWholeStack } from './stack.ts';
import { mintWrongTokens } from './tokens.ts';

const operations = await apiOperations();
const cases = operations.flatMap((operation): [string, Operation, Row][] => {
  const row = rows[operation.id];
  return row ? [[operation.id, operation, row]] : [];
});

test('the table has a row for every operation of the API, and no other', () => {
  expect(Object.keys(rows).toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
});

test('what asks for no token is on the list of what is public', () => {
  const listed = (id: string) => rows[id]?.open === true;
  for (const operation of operations) expect(needsToken(operation), operation.id).toBe(!listed(operation.id));
});

describe.each([
  ["today's default privileges", false],
  ["Supabase's older default privileges", true],
])('on a database with %s', (_, legacyPrivileges) => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startWholeStack({ legacyPrivileges });
    // Whatever a person does goes without the key that reads past row level security.
    delete process.env.SUPABASE_SECRET_KEY;
  });
  afterAll(() => stack?.stop());

  async function send(operation: Operation, row: Row, things: Belongings, token: string | null) {
    const { path, body, headers } = row.request(things);
    const response = await fetch(`${stack.api.url}${path}`, {
      method: operation.method,
      signal: AbortSignal.timeout(30_000),
      headers: {
        ...headers,
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // A stream lasts until its message ends, and nobody answers here: its beginning is enough.
    const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream');
    const text = isStream ? await firstOf(response) : await response.text();
    return { status: response.status, headers: response.headers, text };
  }
  async function firstOf(response: Response): Promise<string> {
    const reader = response.body?.getReader();
    const first = await reader?.read();
    await reader?.cancel();
    return new TextDecoder().decode(first?.value);
  }
  const withoutRequestId = (text: string) => text.replace(/"request_id":"[^"]*"/, '"request_id":""');

  test.each(cases)('%s: the owner succeeds, nobody else gets in', async (id, operation, row) => {
    const [owner, stranger] = await Promise.all([stack.signUp(), stack.signUp()]);
    const things = await seedBelongings(stack, owner);
    const before = await digestOf(stack, owner.id);

    if (row.open) {
      expect((await send(operation, row, things, null)).status).toBe(row.owner);
      return;
    }
    for (const [kind, token] of await mintWrongTokens(stack, owner.id)) {
      const answer = await send(operation, row, things, token);
      expect(answer.status, kind).toBe(row.refused?.status ?? 401);
      expect(JSON.parse(answer.text), kind).toMatchObject(row.refused?.body ?? { status: 401, code: 'unauthorized' });
      expect(answer.text, kind).not.toContain(things.mark);
    }

    const foreign = await send(operation, row, things, stranger.token);
    expect(foreign.status, `${id} for a stranger`).toBe(row.foreign ?? row.owner);
    if (row.foreign !== undefined) {
      const missing = await send(operation, row, missingThings(), stranger.token);
      expect(withoutRequestId(foreign.text)).toBe(withoutRequestId(missing.text));
      const varying = ['date', 'x-request-id', 'content-length', 'ratelimit'];
      const steady = (headers: Headers) => [...headers].filter(([name]) => !varying.includes(name));
      expect(steady(foreign.headers)).toEqual(steady(missing.headers));
    }
    expect(foreign.text).not.toContain(owner.id);
    expect(await digestOf(stack, owner.id), 'what the owner has').toBe(before);

    expect((await send(operation, row, things, owner.token)).status, `${id} for the owner`).toBe(row.owner);
  });

  test('the token of an erased account opens no operation', async () => {
    const person = await stack.signUp();
    const things = await seedBelongings(stack, person);
    expect((await person.delete('/account')).status).toBe(204);
    for (const [id, operation, row] of cases) {
      if (row.open) continue;
      const { status, text } = await send(operation, row, things, person.token);
      const refused = row.refused ?? { status: 401, body: { status: 401, code: 'unauthorized' } };
      expect.soft(status, `${id}: ${text.slice(0, 200)}`).toBe(refused.status);
      expect.soft(text ? JSON.parse(text) : null, id).toMatchObject(refused.body);
    }
    // What opens with a secret of its own is gone with the account.
    const calendar = await stack.request(`/tasks.ics?token=${things.calendarToken}`);
    expect(calendar.body).toMatchObject({ status: 404, code: 'not_found' });
  });

  test("a user_id that is somebody else's is refused wherever one can be named", async () => {
    const [owner, stranger] = await Promise.all([stack.signUp(), stack.signUp()]);
    const things = await seedBelongings(stack, stranger);
    let named = 0;
    for (const [id, operation, row] of cases) {
      const { body, query } = fieldsOf(operation);
      for (const [where, fields] of Object.entries({ body, query })) {
        if (!fields.includes('user_id')) continue;
        named += 1;
        const asked = row.request(things);
        const path = where === 'query' ? withQuery(asked.path, owner.id) : asked.path;
        const request = where === 'body' ? { ...asked.body, user_id: owner.id } : asked.body;
        const { status, text } = await send(
          operation,
          { ...row, request: () => ({ ...asked, path, ...(request ? { body: request } : {}) }) },
          things,
          stranger.token,
        );
        expect({ status, code: JSON.parse(text).code }, `${id} in the ${where}`).toEqual({
          status: 403,
          code: 'forbidden',
        });
      }
    }
    expect(named).toBeGreaterThanOrEqual(5);
  });

  test('lists, exports and searches hold what is the caller’s and nothing else', async () => {
    const people: Person[] = await Promise.all([stack.signUp(), stack.signUp()]);
    const belongings = await Promise.all(people.map((person) => seedBelongings(stack, person)));
    for (const path of ['/goals', '/tasks', '/api/chat', '/account', '/account/export', '/account/usage']) {
      for (const [index, person] of people.entries()) {
        const text = JSON.stringify((await person.get(path)).body);
        const other = belongings[1 - index];
        expect(text, path).not.toContain(other?.mark);
        expect(text, path).not.toContain(other?.ownerId);
        if (path !== '/account/usage') expect(text, path).toContain(belongings[index]?.mark);
      }
    }
    const [first] = belongings;
    const found = await Promise.all(
      people.map((person) => person.get<{ results: object[] }>(`/api/v1/rag/search?q="${first?.mark}"`)),
    );
    expect(found.map(({ body }) => body.results.length)).toEqual([1, 0]);
  });
});

/** The names of a route's fields in its body and in its query. */
function fieldsOf({ route }: Operation): { body: string[]; query: string[] } {
  const media = route.request?.body?.content['application/json'];
  return { body: namesOf(media && 'schema' in media ? media.schema : undefined), query: namesOf(route.request?.query) };
}

function namesOf(schema: unknown): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function withQuery(path: string, userId: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}user_id=${userId}`;
}
