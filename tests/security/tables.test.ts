import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person, TestStack } from '../support/stack.ts';
import { argument } from './arguments.ts';
import { type Belongings, digestOf, seedBelongings } from './belongings.ts';
import { startWholeStack } from './stack.ts';

/** Functions that the publishable key alone may call: whether the database answers, and a calendar by its secret. */
const forAnybody = ['ping', 'calendar_feed', 'check_request'];

describe.each([
  ["today's default privileges", false],
  ["Supabase's older default privileges", true],
])('through PostgREST, on a database with %s', (_, legacyPrivileges) => {
  let stack: TestStack;
  let owner: Person;
  let stranger: Person;
  let things: Belongings;
  beforeAll(async () => {
    stack = await startWholeStack({ legacyPrivileges });
    [owner, stranger] = await Promise.all([stack.signUp(), stack.signUp()]);
    things = await seedBelongings(stack, owner);
    await seedBelongings(stack, stranger);
  });
  afterAll(() => stack?.stop());

  /** A request as any holder of the publishable key can make it. */
  async function rest(method: string, path: string, token?: string, body?: object, headers?: Record<string, string>) {
    const response = await fetch(`${stack.supabase.url}/rest/v1${path}`, {
      method,
      signal: AbortSignal.timeout(30_000),
      headers: {
        apikey: stack.supabase.publishableKey,
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, text: await response.text() };
  }

  type Relation = { name: string; owner_column: string; is_view: boolean };
  const relations = (schema: string) =>
    stack.supabase.query<Relation>(
      `select relname as name, relkind = 'v' as is_view,
         coalesce((select attname from pg_attribute a where attrelid = c.oid and attname = 'user_id'), 'id') as owner_column
       from pg_class c where relkind in ('r', 'v', 'p', 'm') and relnamespace = $1::regnamespace order by 1`,
      [schema],
    );
  const columnsFor = async (table: string, kind: 'insert' | 'update') =>
    (
      await stack.supabase.query<{ name: string }>(
        `select attname as name from pg_attribute where attrelid = ('public.' || $1)::regclass and attnum > 0
         and not attisdropped and has_column_privilege('authenticated', attrelid, attnum, $2)`,
        [table, kind],
      )
    ).map(({ name }) => name);
  const rowsOf = async (table: string, column: string, personId: string) =>
    (
      await stack.supabase.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from public.${table} t where ${column} = $1`,
        [personId],
      )
    ).map(({ row }) => row);

  test('every table and view: people read what is theirs and nothing of anybody else', async () => {
    for (const { name, owner_column } of await relations('public')) {
      expect(
        await rowsOf(name, owner_column, owner.id),
        `seedBelongings() must put something into ${name}`,
      ).not.toEqual([]);
      for (const path of [
        `/${name}`,
        `/${name}?${owner_column}=eq.${owner.id}`,
        `/${name}?or=(${owner_column}.not.is.null)`,
      ]) {
        const { text } = await rest('GET', path, stranger.token);
        expect(text, path).not.toContain(things.mark);
        expect(text, path).not.toContain(owner.id);
      }
      expect((await rest('GET', `/${name}`, owner.token)).text, name).toContain(owner.id);
      const anybody = await rest('GET', `/${name}`);
      expect({ name, status: anybody.status }).toEqual({ name, status: 401 });
    }
  });

  test('every table: rows are made by functions that limit them, never by inserts, of one’s own neither', async () => {
    for (const { name, owner_column, is_view } of await relations('public')) {
      const allowed = await columnsFor(name, 'insert');
      if (is_view || allowed.length === 0) continue;
      const [row = {}] = await rowsOf(name, owner_column, stranger.id);
      const fresh = Object.fromEntries(
        allowed.map((column) => [column, column === 'id' ? crypto.randomUUID() : row[column]]),
      );
      const { status, text } = await rest('POST', `/${name}`, stranger.token, fresh);
      expect({ name, status, text }).toMatchObject({
        status: 403,
        text: expect.stringContaining('written by functions'),
      });
    }
    // A task past a function's checks is one that took a token all the same.
    const bare = { p_task: { title: 'Gym', duration_minutes: 5 } };
    const task = JSON.parse((await rest('POST', '/rpc/create_task', stranger.token, bare)).text);
    expect(task).toMatchObject({ outcome: 'created', limit: { policy: 'tasks' } });
  });

  test('every table: nobody changes or deletes what is not theirs, or adds to it', async () => {
    const before = await digestOf(stack, owner.id);
    for (const { name, owner_column } of await relations('public')) {
      const [row = {}] = await rowsOf(name, owner_column, owner.id);
      const mine = `/${name}?${owner_column}=eq.${owner.id}`;
      for (const token of [stranger.token, undefined]) {
        await rest('DELETE', mine, token);
        await rest('PATCH', mine, token, { [owner_column]: stranger.id });
        for (const column of await columnsFor(name, 'update'))
          await rest('PATCH', mine, token, { [column]: row[column] });
        const fresh = { ...row, id: crypto.randomUUID() };
        expect((await rest('POST', `/${name}`, token, fresh)).status, name).toBeGreaterThanOrEqual(400);
        const allowed = new Set(await columnsFor(name, 'insert'));
        const settable = Object.fromEntries(Object.entries(fresh).filter(([column]) => allowed.has(column)));
        for (const [column, value] of Object.entries({ ...settable, [owner_column]: owner.id })) {
          await rest('POST', `/${name}`, token, { [column]: value });
        }
        const added = await rest('POST', `/${name}`, token, settable, { Prefer: 'resolution=merge-duplicates' });
        const names = (column: string) => /_id$|^id$|_from$/.test(column) && settable[column] !== null;
        const aboutTheirs = Object.keys(settable).some((column) => column !== 'id' && names(column));
        if (aboutTheirs || !token) expect(added.status, `${name} ${added.text}`).toBeGreaterThanOrEqual(400);
      }
    }
    expect(await digestOf(stack, owner.id)).toBe(before);
  });

  test('every function: people reach nothing of anybody else with it, and nobody else may call it', async () => {
    // Nobody's who is asked for later: delete_account works.
    const asking = await stack.signUp();
    await seedBelongings(stack, asking);
    // An id that they named themselves is said back to them.
    const echoes: Record<string, string> = { post_message: `"client_id": "${things.clientId}"` };
    const before = await digestOf(stack, owner.id);
    const functions = await stack.supabase.query<{ name: string; parameters: string[] | null; people: boolean }>(
      `select proname as name, proargnames as parameters, has_function_privilege('authenticated', oid, 'execute') as people
       from pg_proc where pronamespace = 'public'::regnamespace order by proname = 'delete_account', proname`,
    );
    expect(functions.length).toBeGreaterThan(20);
    for (const { name, parameters, people } of functions) {
      const body = Object.fromEntries(
        // Functions for the service alone refuse whatever they are asked.
        (parameters ?? []).map((parameter) => [parameter, people ? argument(parameter, things) : null]),
      );
      const path = `/rpc/${name}`;
      const asStranger = await rest('POST', path, asking.token, body);
      expect(asStranger.text.replace(echoes[name] ?? '', ''), name).not.toContain(things.mark);
      if (!forAnybody.includes(name)) {
        expect({ name, status: (await rest('POST', path, undefined, body)).status }).toEqual({ name, status: 401 });
      }
      if (people || forAnybody.includes(name)) continue;
      for (const token of [owner.token, asking.token]) {
        const { status, text } = await rest('POST', path, token, body);
        expect({ name, status, code: JSON.parse(text).code }).toEqual({ name, status: 403, code: '42501' });
      }
    }
    expect(await digestOf(stack, owner.id)).toBe(before);
    expect((await rest('GET', '/rpc/delete_account', owner.token)).status).not.toBe(200);
  });

  test('the schema private is not there', async () => {
    const tables = await relations('private');
    expect(tables.length).toBeGreaterThan(3);
    for (const { name } of tables) {
      const profiles: (Record<string, string> | undefined)[] = [
        { 'Accept-Profile': 'private' },
        { 'Content-Profile': 'private' },
        undefined,
      ];
      for (const headers of profiles) {
        for (const method of ['GET', 'POST', 'DELETE']) {
          const { status, text } = await rest(
            method,
            `/${name}`,
            owner.token,
            method === 'POST' ? {} : undefined,
            headers,
          );
          expect(status, `${method} ${name} ${text}`).toBeGreaterThanOrEqual(400);
          expect(text).not.toContain(owner.id);
        }
      }
    }
    const answer = await rest(
      'POST',
      '/rpc/request_plan',
      owner.token,
      { p_goal_id: things.goalId },
      { 'Content-Profile': 'private' },
    );
    expect(answer.status).toBe(406);
  });

  test('the events of others cannot be marked as sent, nor limits or keys be written', async () => {
    const state = () =>
      stack.supabase.query(
        `select (select jsonb_agg(to_jsonb(o) order by id) from private.outbox o where user_id = $1) as events,
           (select jsonb_agg(to_jsonb(l) order by bucket) from private.rate_limits l) as limits,
           (select jsonb_agg(to_jsonb(b) order by user_id, bucket) from private.rate_buckets b) as buckets,
           (select jsonb_agg(to_jsonb(k) order by user_id, operation, key) from private.idempotency_keys k) as keys`,
        [owner.id],
      );
    const before = await state();
    expect(Object.entries(before[0] ?? {}).filter(([, rows]) => rows === null)).toEqual([]);
    await rest('POST', '/rpc/mark_events', stranger.token, { p_sent: [things.eventId], p_failed: [] });
    const writes: Record<string, { row: object; changes: object }> = {
      rate_limits: { row: { bucket: 'mine', capacity: 1_000_000, per_second: 1 }, changes: { capacity: 1_000_000 } },
      rate_buckets: {
        row: { user_id: stranger.id, bucket: 'streams', tokens: 1_000_000, refilled_at: '2026-01-01' },
        changes: { tokens: 1_000_000 },
      },
      idempotency_keys: {
        row: { user_id: stranger.id, operation: 'create_goal', key: 'mine', fingerprint: '' },
        changes: { fingerprint: '' },
      },
    };
    const profiles = [{ status: 406, headers: { 'Content-Profile': 'private' } }, { status: 404 }];
    for (const [table, { row, changes }] of Object.entries(writes)) {
      for (const { status, headers } of profiles) {
        const all = `/${table}?${Object.keys(changes)[0]}=not.is.null`;
        const answers = [
          await rest('POST', `/${table}`, stranger.token, row, headers),
          await rest('PATCH', all, stranger.token, changes, headers),
          await rest('DELETE', all, stranger.token, undefined, headers),
        ];
        expect({ table, statuses: answers.map((answer) => answer.status) }).toEqual({
          table,
          statuses: [status, status, status],
        });
      }
    }
    expect(await state()).toEqual(before);
  });
});
