import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person, TestStack } from '../support/stack.ts';
import { argument } from './arguments.ts';
import { type Belongings, seedBelongings } from './belongings.ts';
import { type Extreme, extremesInside, extremesOf } from './extremes.ts';
import { apiOperations, needsToken, type Operation } from './operations.ts';
import { rows } from './rows.ts';
import { startWholeStack } from './stack.ts';
import { type Column, callableRoutines, type Routine, writableColumns } from './writable.ts';

/**
 * Bounds whatever a person can write: every column and every argument that the catalogue knows gets the extremes of its
 * type. Each is refused or is a legal value, and the person's own GETs answer afterwards. A new column without bounds, and a
 * new function that fails, fails here.
 */

let stack: TestStack;
let reads: Operation[];
beforeAll(async () => {
  stack = await startWholeStack();
  // Beyond the limits there would be nothing but 429.
  await stack.supabase.query('update private.rate_limits set capacity = 1000000, per_second = 1000000');
  const isRead = (operation: Operation) => operation.method === 'GET' && needsToken(operation);
  reads = (await apiOperations()).filter(isRead);
});
afterAll(() => stack?.stop());

/** The GETs of a person that do not answer 200, or 404 for what is gone by now. */
async function failingReads(person: Person, things: Belongings): Promise<string[]> {
  const failed: string[] = [];
  await Promise.all(
    reads.map(async ({ id }) => {
      const row = rows[id];
      if (!row) throw new Error(`tests/security/rows.ts needs a row for ${id}.`);
      const { path, headers } = row.request(things);
      const { status } = await fetch(`${stack.api.url}${path}`, {
        headers: { Authorization: `Bearer ${person.token}`, ...headers },
        signal: AbortSignal.timeout(30_000),
      });
      if (![200, 204, 404].includes(status)) failed.push(`${path} ${status}`);
    }),
  );
  return failed;
}

/** Puts a value into a column of a person's rows; returns `taken`, or the code of the refusal. */
function put(person: Person, { table, column, owner }: Column, value: unknown): Promise<string> {
  return stack.supabase
    .query(
      `update public.${table} set ${column} = (jsonb_populate_record(null::public.${table},
         jsonb_build_object('${column}', $2::jsonb))).${column} where ${owner} = $1`,
      [person.id, JSON.stringify(value)],
    )
    .then(
      () => 'taken',
      (error: { code?: string }) => error.code ?? 'no code',
    );
}

test('every column that people may write, each extreme of its type', async () => {
  const person = await stack.signUp();
  const things = await seedBelongings(stack, person);
  const columns = await writableColumns(stack);
  expect(columns.length).toBeGreaterThan(30);
  const storedValue = async ({ table, column, owner }: Column) => {
    const [row] = await stack.supabase.query<{ value: string | null }>(
      `select ${column}::text as value from public.${table} where ${owner} = $1 limit 1`,
      [person.id],
    );
    if (!row) throw new Error(`seedBelongings() must put something into ${table}`);
    return row.value;
  };
  const restore = ({ table, column, type, owner }: Column, value: string | null) =>
    stack.supabase.query(`update public.${table} set ${column} = $2::${type} where ${owner} = $1`, [person.id, value]);

  const wrong: string[] = [];
  /** Texts hide no row, so that one round of reads sees the same text in all columns that take it. */
  const texts = new Map<string, { column: Column; value: unknown; before: string | null }[]>();
  for (const column of columns) {
    const name = `${column.table}.${column.column}`;
    const before = await storedValue(column);
    let isChanged = false;
    for (const { label, value, unbounded } of extremesOf(column.type)) {
      const code = await put(person, column, value);
      // Bad values, broken constraints, too much of something.
      if (!/^(taken|22|23|42501|54|0A000|P0001)/.test(code)) wrong.push(`${name}: ${label} is ${code}`);
      if (code !== 'taken') continue;
      isChanged = true;
      if (unbounded) wrong.push(`${name} takes ${label}`);
      if (column.type === 'text' && value !== null)
        texts.set(label, [...(texts.get(label) ?? []), { column, value, before }]);
      else for (const failed of await failingReads(person, things)) wrong.push(`${name} = ${label}: GET ${failed}`);
    }
    if (isChanged) await restore(column, before);
  }
  for (const [label, taken] of texts) {
    for (const { column, value } of taken) expect(await put(person, column, value)).toBe('taken');
    for (const failed of await failingReads(person, things)) wrong.push(`texts of ${label}: GET ${failed}`);
    for (const { column, before } of taken) await restore(column, before);
  }
  expect(wrong).toEqual([]);
}, 300_000);

/** Calls a function as a person, past the API; returns what is wrong with the answer, if anything is. */
async function callFaultOf(person: Person, name: string, body: object): Promise<string | undefined> {
  const response = await fetch(`${stack.supabase.url}/rest/v1/rpc/${name}`, {
    method: 'POST',
    signal: AbortSignal.timeout(60_000),
    headers: {
      apikey: stack.supabase.publishableKey,
      Authorization: `Bearer ${person.token}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return response.status >= 500 ? `${response.status} ${text.slice(0, 200)}` : undefined;
}

/** The keys that functions read of a JSON argument, those that they hand it to included; of a row, its columns. */
async function keysOf(routine: string, parameter: string): Promise<string[]> {
  const sources = new Map<string, string>();
  const gather = async (name: string): Promise<void> => {
    if (sources.has(name)) return;
    const found = await stack.supabase.query<{ source: string }>(
      `select prosrc as source from pg_proc where proname = $1
         and pronamespace in ('public'::regnamespace, 'private'::regnamespace)`,
      [name],
    );
    const source = found.map((each) => each.source).join('\n');
    sources.set(name, source);
    for (const [, called] of source.matchAll(/\b(?:public|private)\.(\w+)\s*\(/g)) if (called) await gather(called);
  };
  await gather(routine);
  const keys = new Set<string>();
  const names = `(?:${parameter}|${parameter.replace(/^p_/, '').replace(/s$/, '')})`;
  for (const source of sources.values()) {
    for (const [, key] of source.matchAll(new RegExp(`\\b${names}\\s*(?:->>?|\\?)\\s*'(\\w+)'`, 'g')))
      if (key) keys.add(key);
    const [, variable, table] =
      new RegExp(`jsonb_populate_record\\((?:(v_\\w+)|null::public\\.(\\w+)), ${parameter}\\)`).exec(source) ?? [];
    const row = table ?? new RegExp(`\\b${variable} public\\.(\\w+)`).exec(source)?.[1];
    if (!row) continue;
    const columns = await stack.supabase.query<{ name: string }>(
      `select attname as name from pg_attribute where attnum > 0 and not attisdropped and attrelid = $1::regclass`,
      [`public.${row}`],
    );
    for (const { name } of columns) keys.add(name);
  }
  return [...keys];
}

/** A value with `inner` at one of its keys: an object's, or the first element's of a list. */
function withKey(value: unknown, key: string, inner: unknown): unknown {
  if (Array.isArray(value)) return [{ ...(value[0] ?? {}), [key]: inner }];
  return { ...(typeof value === 'object' ? value : {}), [key]: inner };
}

/** Makes an argument anew each time, so that no call is a repeat of one that was answered before. */
function freshArgument(name: string, things: Belongings): unknown {
  const value = argument(name, things);
  if (name === 'p_request') return { key: crypto.randomUUID(), fingerprint: 'x' };
  return name === 'p_call' ? withKey(value, 'call_id', crypto.randomUUID()) : value;
}

/** Calls of a function, each with one extreme; what an intent writes in each of its kinds. */
async function variantsOf({ name, arguments: all }: Routine, things: Belongings) {
  const variants: { label: string; body: Record<string, unknown> }[] = [];
  const add = (argument: string, { label, value, unbounded }: Extreme, at = '') => {
    const base = Object.fromEntries(all.map((each) => [each.name, freshArgument(each.name, things)]));
    const given = at ? withKey(base[argument], at, value) : value;
    variants.push({ label: `${name}(${argument}.${at}: ${label})`, body: { ...base, [argument]: given } });
    if (argument !== 'p_write' || !at || (value !== null && !unbounded)) return;
    for (const kind of writeKinds) {
      const p_write = { ...write(things), kind, [at]: value };
      const p_call = freshArgument('p_call', things);
      variants.push({ label: `${name}(${kind} ${at}: ${label})`, body: { ...base, p_call, p_write } });
    }
  };
  const writeKinds = name === 'commit_intent' ? await kindsOfWrites() : [];
  for (const { name: argument, type } of all) {
    for (const extreme of extremesOf(type)) add(argument, extreme);
    if (type !== 'jsonb') continue;
    for (const key of await keysOf(name, argument)) {
      for (const extreme of extremesInside()) add(argument, extreme, key);
    }
  }
  return variants;
}

/** Reads the kinds of writes of intents: the branches of private.write_intent. */
async function kindsOfWrites(): Promise<string[]> {
  const [found] = await stack.supabase.query<{ source: string }>(
    "select prosrc as source from pg_proc where oid = 'private.write_intent'::regproc",
  );
  const kinds = [...(found?.source ?? '').matchAll(/^ {4}when '(\w+)' then/gm)].flatMap(([, kind]) => kind ?? []);
  expect(kinds).toContain('create_goal');
  return kinds;
}

/** A write that has whatever any kind of it needs. */
function write({ goalId, taskId, callId, memoryId }: Belongings): Record<string, unknown> {
  const task = { title: 'Run', duration_minutes: 5 };
  const texts = { title: 'Run', description: '', request: 'Say hello', text: 'I like tea', subject: 'tea' };
  return {
    ...texts,
    goal_id: goalId,
    task_id: taskId,
    ids: [memoryId],
    call_id: callId,
    task,
    changes: { title: 'Run' },
  };
}

test('every argument of every function that people may call, each extreme of its type and of what is in it', async () => {
  const routines = await callableRoutines(stack);
  expect(routines.length).toBeGreaterThan(25);
  const wrong: string[] = [];
  for (const routine of routines) {
    if (routine.arguments.length === 0) continue;
    const person = await stack.signUp();
    const things = await seedBelongings(stack, person);
    const variants = await variantsOf(routine, things);
    for (let start = 0; start < variants.length; start += 4) {
      await Promise.all(
        variants.slice(start, start + 4).map(async ({ label, body }) => {
          const fault = await callFaultOf(person, routine.name, body);
          if (fault) wrong.push(`${label}: ${fault}`);
        }),
      );
    }
    for (const failed of await failingReads(person, things)) wrong.push(`after ${routine.name}: GET ${failed}`);
    for (const left of await unboundedRows(person)) wrong.push(`after ${routine.name}: ${left}`);
  }
  expect(wrong).toEqual([]);
}, 600_000);

test('20 MB of text, in a column of each type that holds text and in arguments of functions', async () => {
  const person = await stack.signUp();
  const things = await seedBelongings(stack, person);
  const text = 'x'.repeat(20_000_000);
  const columns = await writableColumns(stack);
  for (const [type, value] of Object.entries({ text, jsonb: { title: text } })) {
    const column = columns.find((each) => each.type === type);
    expect(column && (await put(person, column, value)), type).not.toBe('taken');
  }
  const routines = await callableRoutines(stack);
  for (const [name, argument, value] of [
    ['ingest_document', 'p_chunks', [{ text }]],
    ['commit_intent', 'p_answer', { speech: text }],
    ['change_account', 'p_changes', { name: text }],
  ] as const) {
    const others = routines.find((each) => each.name === name)?.arguments ?? [];
    const base = Object.fromEntries(others.map((each) => [each.name, freshArgument(each.name, things)]));
    expect(await callFaultOf(person, name, { ...base, [argument]: value }), name).toBeUndefined();
  }
  expect(await failingReads(person, things)).toEqual([]);
  expect(await unboundedRows(person)).toEqual([]);
});

/** Finds rows of a person that are larger or farther away than any should be. */
async function unboundedRows(person: Person): Promise<string[]> {
  const columns = await stack.supabase.query<{ table: string; column: string; type: string; owner: string }>(
    `select c.oid::regclass::text as table, quote_ident(a.attname) as column, format_type(a.atttypid, null) as type,
       case when c.oid::regclass::text = 'users' then 'id' else 'user_id' end as owner
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
       and (c.relname = 'users' or exists (
         select from pg_attribute u where u.attrelid = c.oid and u.attname = 'user_id' and not u.attisdropped))`,
  );
  const isTime = (type: string) => type === 'date' || type.startsWith('timestamp');
  const parts = columns.map(({ table, column, type, owner }) => {
    const found = isTime(type)
      ? `${column} not between '1999-01-01' and '2101-01-01'`
      : `octet_length(${column}::text) > 2200000`;
    return `select '${table}.${column} holds ' || left(${column}::text, 60) as found from ${table} where ${owner} = $1 and ${found}`;
  });
  return (await stack.supabase.query<{ found: string }>(parts.join(' union all '), [person.id])).map(
    ({ found }) => found,
  );
}
