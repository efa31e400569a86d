import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Account } from '../../lib/account/schema.ts';
import { asCaller } from '../../lib/db/client.ts';
import { plannedGoal } from '../support/planning.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

type AccountBody = z.input<typeof Account>;

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

describe('the account', () => {
  test('has settings that a plan can be made with from the first day', async () => {
    const person = await stack.signUp();
    expect((await person.get<AccountBody>('/account')).body).toEqual({
      id: person.id,
      email: expect.stringMatching(/@example\.com$/),
      name: null,
      timezone: 'UTC',
      daily_minutes: 120,
      rest_days: [],
      reminder_lead_minutes: 10,
      quiet_hours: null,
      locale: null,
      available_hours: { from: '07:00', to: '21:00' },
      preferred_time: null,
      morning_brief: true,
      created_at: expect.stringMatching(/Z$/),
    });
  });

  test('is changed field by field, in one round trip', async () => {
    const person = await stack.signUp();
    const before = (await person.get<AccountBody>('/account')).body;
    const changes = {
      name: 'Ada',
      timezone: 'Europe/Berlin',
      daily_minutes: 45,
      rest_days: [0, 6],
      reminder_lead_minutes: 0,
      quiet_hours: { from: '22:00', to: '07:00' },
      locale: 'pt-BR',
      available_hours: { from: '06:30', to: '23:59' },
      preferred_time: 'midday',
      morning_brief: false,
    };
    stack.supabase.requests.length = 0;
    const { status, body } = await person.patch<AccountBody>('/account', changes);
    expect(status).toBe(200);
    expect(body).toEqual({ ...before, ...changes });
    expect(stack.supabase.requests).toEqual(['POST /rest/v1/rpc/change_account']);
    expect(
      (await person.patch('/account', { name: null, quiet_hours: null, preferred_time: null, locale: null })).body,
    ).toEqual({
      ...body,
      name: null,
      quiet_hours: null,
      preferred_time: null,
      locale: null,
    });
  });

  test.each([
    ['de-at', 'de-AT'],
    ['ZH-hant-tw', 'zh-Hant-TW'],
    ['es-419', 'es-419'],
    ['en-GB-u-hc-h12', 'en-GB'],
    ['fil', 'fil'],
  ])('keeps the language, script and region of %s', async (sent, kept) => {
    const person = await stack.signUp();
    expect((await person.patch('/account', { locale: sent })).body).toMatchObject({ locale: kept });
  });

  test.each<[string, unknown, string]>([
    ['a timezone that does not exist', { timezone: 'Mars/Olympus' }, 'timezone'],
    ['an abbreviation', { timezone: 'CEST' }, 'timezone'],
    ['an offset', { timezone: '+02:00' }, 'timezone'],
    ['too few minutes a day', { daily_minutes: 9 }, 'daily_minutes'],
    ['more minutes than a day has', { daily_minutes: 1441 }, 'daily_minutes'],
    ['half a minute', { daily_minutes: 30.5 }, 'daily_minutes'],
    ['an eighth day', { rest_days: [7] }, 'rest_days.0'],
    ['a day twice', { rest_days: [1, 1] }, 'rest_days'],
    ['nothing but rest', { rest_days: [0, 1, 2, 3, 4, 5, 6] }, 'rest_days'],
    ['a time that is none', { quiet_hours: { from: '24:00', to: '07:00' } }, 'quiet_hours.from'],
    ['quiet hours without an end', { quiet_hours: { from: '22:00' } }, 'quiet_hours.to'],
    ['quiet hours of nothing', { quiet_hours: { from: '22:00', to: '22:00' } }, 'quiet_hours'],
    ['a negative lead', { reminder_lead_minutes: -1 }, 'reminder_lead_minutes'],
    ['a language that is none', { locale: 'german' }, 'locale'],
    ['a language with an underscore', { locale: 'de_AT' }, 'locale'],
    ['an empty language', { locale: '' }, 'locale'],
    ['hours that end before they begin', { available_hours: { from: '21:00', to: '07:00' } }, 'available_hours'],
    ['no hours at all', { available_hours: null }, 'available_hours'],
    ['a part of the day that is none', { preferred_time: 'night' }, 'preferred_time'],
    ['a morning brief of words', { morning_brief: 'yes' }, 'morning_brief'],
    ['an empty name', { name: ' ' }, 'name'],
    ['an email', { email: 'me@example.com' }, ''],
    ['nothing', {}, ''],
  ])('takes no %s', async (_, changes, path) => {
    const person = await stack.signUp();
    const before = await person.get('/account');
    const refused = await person.patch('/account', changes);
    expect(refused.body).toMatchObject({ status: 422, code: 'invalid' });
    expect(refused.body).toHaveProperty('errors.0.path', path);
    expect((await person.get('/account')).body).toEqual(before.body);
  });

  test('holds the same bounds in the database', async () => {
    const person = await stack.signUp();
    for (const change of [
      { quiet_hours: { from: '22:00' } },
      { quiet_hours: { from: '22:00', to: '7:00' } },
      { quiet_hours: { from: '22:00', to: '07:00', also: 1 } },
      { reminder_lead_minutes: 1441 },
      { locale: 'de_AT' },
      { locale: `de-${'x'.repeat(100)}` },
      { available_hours: { from: '21:00', to: '07:00' } },
      { available_hours: [] },
      { available_hours: 1 },
      { preferred_time: 'night' },
    ]) {
      await expect(asCaller(person, (db) => db.rpc('change_account', { p_changes: change }))).rejects.toMatchObject({
        code: 'invalid',
      });
    }
  });
});

describe('usage', () => {
  test('is told by day, and only to whom it belongs', async () => {
    const [person, other] = await Promise.all([stack.signUp(), stack.signUp()]);
    await stack.supabase.query(
      `insert into private.usage (user_id, kind, outcome, model, input_tokens, output_tokens, cost_usd, seconds, created_at)
       values ($1, 'model', 'ok', 'gpt', 1000, 200, 0.002, 1.5, now()), ($1, 'model', 'failed', 'gpt', 10, 0, 0.001, 1, now()),
         ($1, 'sandbox', 'ok', null, 0, 0, 0.0005, 12, now()), ($1, 'model', 'ok', 'gpt', 5, 5, 0.1, 1, now() - interval '5 days')`,
      [person.id],
    );
    const { status, body } = await person.get<{ day: string }[]>('/account/usage');
    expect(status).toBe(200);
    expect(body).toHaveLength(2);
    expect(body[1]).toEqual({
      day: new Date().toISOString().slice(0, 10),
      model_calls: 2,
      input_tokens: 1010,
      output_tokens: 200,
      sandbox_runs: 1,
      sandbox_seconds: 12,
      cost_usd: 0.0035,
    });
    const first = body[0]?.day ?? '';
    expect((await person.get(`/account/usage?from=${first}&to=${first}`)).body).toEqual([body[0]]);
    expect((await other.get('/account/usage')).body).toEqual([]);
  });

  test('of no days, or of a day that does not exist, is refused', async () => {
    const person = await stack.signUp();
    for (const query of [
      'from=2026-02-01&to=2026-01-01',
      'from=2026-02-30',
      'to=yesterday',
      'to=0001-01-01',
      'from=0000-01-01',
    ]) {
      expect((await person.get(`/account/usage?${query}`)).body).toMatchObject({ status: 422, code: 'invalid' });
    }
  });
});

/** Counts the rows of each table that still name a person, as their own or as their id. */
async function traces(person: Person): Promise<Record<string, number>> {
  const columns = await stack.supabase.query<{ table: string; column: string }>(
    `select format('%I.%I', table_schema, table_name) as table, quote_ident(column_name) as column
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema in ('public', 'private', 'auth') and table_type = 'BASE TABLE'
       and (column_name in ('user_id', 'owner_id') or (table_name = 'users' and column_name = 'id'))`,
  );
  const found: Record<string, number> = {};
  for (const { table, column } of columns) {
    const [row] = await stack.supabase.query<{ n: number }>(
      `select count(*)::integer as n from ${table} where ${column}::text = $1`,
      [person.id],
    );
    if (row && row.n > 0) found[table] = row.n;
  }
  return found;
}

describe('an account that is erased', () => {
  test('leaves no row behind, and the others as they were', async () => {
    const [person, other] = await Promise.all([stack.signUp(), stack.signUp()]);
    for (const each of [person, other]) {
      await plannedGoal(stack, each, { title: 'Learn to draw' });
      await each.post('/api/chat', { message: 'Hello' }, { 'Idempotency-Key': 'k' });
    }
    const before = await traces(other);
    expect(Object.keys(before).length).toBeGreaterThan(7);
    const answer = await person.delete('/account');
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 204, body: null });
    expect(await traces(person)).toEqual({});
    expect(await traces(other)).toEqual(before);
  });

  test('owes the end of its sandboxes, which live elsewhere', async () => {
    const person = await stack.signUp();
    await person.post('/api/chat', { message: 'Hello' });
    const sandboxId = `sbx-${crypto.randomUUID()}`;
    await stack.supabase.query(
      `insert into private.sandboxes (conversation_id, user_id, sandbox_id)
       select id, user_id, $2 from public.conversations where user_id = $1`,
      [person.id, sandboxId],
    );
    await person.delete('/account');
    const owed = await stack.supabase.query(
      "select user_id, name from private.outbox where data ->> 'sandbox_id' = $1 and sent_at is null",
      [sandboxId],
    );
    expect(owed).toEqual([{ user_id: null, name: 'chat/sandbox.released' }]);
  });

  test('is unknown to every later request with the token that is left of it', async () => {
    const person = await stack.signUp();
    expect((await person.delete('/account')).status).toBe(204);
    const later = await Promise.all([
      person.get('/account'),
      person.patch('/account', { name: 'Ada' }),
      person.delete('/account'),
      person.post('/goals', { title: 'Learn to draw' }),
      person.post('/goals', { title: 'Learn to draw' }, { 'Idempotency-Key': 'k' }),
      person.post('/api/chat', { message: 'Hello' }),
      person.get('/tasks'),
      person.get('/goals'),
      person.get(`/goals/${crypto.randomUUID()}`),
      person.get('/api/chat'),
      person.get('/api/chat/response/any'),
      person.get('/account/usage'),
      person.get('/api/v1/rag/search?q=swim'),
      person.post('/tasks', { title: 'Gym', when: 'tomorrow' }),
      person.post('/tasks', { title: 'Gym', recurrence_rule: 'FREQ=DAILY' }),
    ]);
    expect(later.map(({ status }) => status)).toEqual(later.map(() => 401));
  });
});
