import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Account } from '../../lib/account/schema.ts';
import { asCaller } from '../../lib/db/client.ts';
import { plannedGoal } from '../support/planning.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

type AccountBody = z.input<typeof Account>;

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

type Export = { account: AccountBody; goals: { id: string }[]; tasks: { title: string; created_at: string }[] };

describe('the export', () => {
  test("holds every row that is one's own, beyond the thousand that PostgREST gives at once, and nobody else's", async () => {
    const [person, other] = await Promise.all([stack.signUp(), stack.signUp()]);
    const goal = await plannedGoal(stack, person, { title: 'Learn to draw' });
    await plannedGoal(stack, other, { title: 'Learn to sing' });
    await person.post('/api/chat', { message: 'Hello' });
    await stack.supabase.query(
      `insert into public.tasks (user_id, title, date, duration_minutes)
       select $1, 'Task ' || n, current_date, 10 from generate_series(1, 2500) n`,
      [person.id],
    );
    const [count] = await stack.supabase.query<{ n: number }>(
      'select count(*)::integer as n from public.tasks where user_id = $1',
      [person.id],
    );
    const { status, headers, body } = await person.get<Export>('/account/export');
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toBe('attachment; filename="flux-export.json"');
    expect(headers.get('content-type')).toBe('application/json');
    expect(body.account.id).toBe(person.id);
    expect(body.goals.map(({ id }) => id)).toEqual([goal.id]);
    expect(body.tasks).toHaveLength(count?.n ?? 0);
    expect(new Set(body.tasks.map(({ title }) => title)).size).toBeGreaterThan(2500);
    expect(body.tasks[0]?.created_at).toMatch(/Z$/);
    expect(JSON.stringify(body)).not.toContain(other.id);
  });

  test('has every table that holds what is a person’s', async () => {
    const person = await stack.signUp();
    const { body } = await person.get<Record<string, unknown>>('/account/export');
    const tables = await stack.supabase.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'user_id'
         and table_name in (select table_name from information_schema.tables where table_type = 'BASE TABLE')
         -- What documents say, cut up for the search.
         and table_name <> 'document_chunks'`,
    );
    expect(Object.keys(body).sort()).toEqual(
      ['account', 'exported_at', 'usage', ...tables.map(({ name }) => name)].sort(),
    );
  });

  test('comes in pages of limited size, each row once', async () => {
    const person = await stack.signUp();
    await stack.supabase.query(
      `insert into public.tasks (user_id, title, description, date, duration_minutes)
       select $1, 'Task ' || n, repeat('x', 5000), current_date, 10 from generate_series(1, 900) n`,
      [person.id],
    );
    stack.supabase.requests.length = 0;
    const { body } = await person.get<Export>('/account/export');
    expect(new Set(body.tasks.map(({ title }) => title)).size).toBe(900);
    expect(body.tasks).toHaveLength(900);
    const pages = stack.supabase.requests.filter((request) => request.endsWith('/export_page')).length;
    const tables = Object.keys(body).length - ['exported_at', 'account', 'usage'].length;
    // 5 MB of tasks in pages of 2 MB: two more than one for each table.
    expect(pages - tables).toBe(2);
  });

  test('of a table that is none, or is not in it, is refused', async () => {
    const person = await stack.signUp();
    for (const table of ['users', 'nothing', 'goals; drop table goals', 'pg_class']) {
      await expect(asCaller(person, (db) => db.rpc('export_page', { p_table: table }))).rejects.toThrow();
    }
  });

  test('is without a row that cannot be read, and has all the others, on this page and the next', async () => {
    const person = await stack.signUp();
    await stack.supabase.query(
      `insert into public.tasks (user_id, title, date, duration_minutes)
       select $1, 'Task ' || n, current_date, 10 from generate_series(1, 1500) n`,
      [person.id],
    );
    // A type whose value cannot be written as JSON.
    await stack.supabase.query(
      `create type public.odd as enum ('good', 'bad');
       create function public.odd_json(public.odd) returns json language plpgsql as $$
         begin if $1 = 'bad' then raise 'odd'; end if; return to_json($1::text); end $$;
       create cast (public.odd as json) with function public.odd_json(public.odd);
       alter table public.tasks add column odd public.odd not null default 'good';
       update public.tasks set odd = 'bad' where id = (select id from public.tasks where user_id = '${person.id}' order by id limit 1)`,
    );
    const [odd] = await stack.supabase.query<{ title: string }>("select title from public.tasks where odd = 'bad'");
    const page = await asCaller(person, (db) => db.rpc('export_page', { p_table: 'tasks' }));
    expect(page).toMatchObject({ more: true, left_out: 1 });
    const { status, body } = await person.get<Export>('/account/export');
    expect(status).toBe(200);
    const titles = new Set(body.tasks.map(({ title }) => title));
    expect(titles.size).toBe(1_499);
    expect(titles.has(odd?.title ?? '')).toBe(false);
    await stack.supabase.query('alter table public.tasks drop column odd; drop type public.odd cascade');
  });

  test('that cannot begin is a problem, not half a file', async () => {
    const person = await stack.signUp();
    const { status } = await stack.request('/account/export', { headers: { Authorization: 'Bearer x' } });
    expect(status).toBe(401);
    await person.delete('/account');
    expect((await person.get('/account/export')).body).toMatchObject({ status: 401, code: 'unauthorized' });
  });
});
