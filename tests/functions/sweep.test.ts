import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prune, restartStalled } from '../../lib/maintenance.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

type Created = { id: string };

/** A goal whose event was sent and then lost, `minutes` ago. */
async function lostGoal(person: Person, minutes: number): Promise<string> {
  const { body } = await person.post<Created>('/goals', { title: 'Learn to swim' });
  await stack.api.idle();
  await stack.supabase.query('update private.outbox set sent_at = now() where user_id = $1', [person.id]);
  await stack.supabase.query('update public.goals set updated_at = now() - make_interval(mins => $2) where id = $1', [
    body.id,
    minutes,
  ]);
  return body.id;
}

function owed(person: Person) {
  return stack.supabase.query('select name from private.outbox where user_id = $1 and sent_at is null', [person.id]);
}

test('a goal that has stood still for two minutes is planned again, one that has not is left alone', async () => {
  const [stalled, fresh] = await Promise.all([stack.signUp(), stack.signUp()]);
  await lostGoal(stalled, 3);
  await lostGoal(fresh, 1);
  await restartStalled();
  expect(await owed(stalled)).toEqual([{ name: 'goal/plan.requested' }]);
  expect(await owed(fresh)).toEqual([]);
  await restartStalled();
  expect(await owed(stalled)).toHaveLength(1);
});

test('one goal and one message that cannot be handled do not keep the others standing still', async () => {
  const people = await Promise.all([stack.signUp(), stack.signUp(), stack.signUp()]);
  const [odd] = people;
  for (const person of people) await lostGoal(person, 3);
  // Whatever is done for the first of them fails.
  await stack.supabase.query(
    `create function private.fail() returns trigger language plpgsql as $$ begin raise 'odd'; end $$;
     create trigger fail before insert on private.outbox for each row when (new.user_id = '${odd?.id}')
       execute function private.fail()`,
  );
  await restartStalled();
  expect(await Promise.all(people.map(owed))).toEqual([
    [],
    [{ name: 'goal/plan.requested' }],
    [{ name: 'goal/plan.requested' }],
  ]);
  await stack.supabase.query('drop trigger fail on private.outbox; drop function private.fail()');
});

test('goals that wait for another of the same person being planned do not stand still', async () => {
  const person = await stack.signUp();
  await lostGoal(person, 3);
  const atWork = await lostGoal(person, 1);
  await stack.supabase.query("update public.goals set plan_status = 'planning' where id = $1", [atWork]);
  await restartStalled();
  expect(await owed(person)).toEqual([]);
});

test('after five starts a goal ends as failed, in words', async () => {
  const person = await stack.signUp();
  const id = await lostGoal(person, 3);
  await stack.supabase.query('update public.goals set plan_restarts = 5 where id = $1', [id]);
  expect(await restartStalled()).toMatchObject({ failed: 1 });
  const { body } = await person.get(`/goals/${id}`);
  expect(body).toMatchObject({
    plan_status: 'failed',
    plan_error: expect.stringContaining('Please ask for the plan again'),
  });
});

test('of a conversation that stands still only the first unfinished message starts again', async () => {
  const person = await stack.signUp();
  for (const message of ['1+1', '2+2']) await person.post('/api/chat', { message }, { 'x-client-id': 'still' });
  await stack.api.idle();
  await stack.supabase.query('update private.outbox set sent_at = now() where user_id = $1', [person.id]);
  await stack.supabase.query(
    "update public.chat_messages set updated_at = now() - interval '3 minutes' where user_id = $1",
    [person.id],
  );
  await restartStalled();
  expect(await owed(person)).toEqual([{ name: 'chat/message.received' }]);
});

test('what has served its time is removed, and nothing else', async () => {
  const person = await stack.signUp();
  await person.post('/goals', { title: 'Old' }, { 'Idempotency-Key': 'old' });
  await stack.api.idle();
  const age = async (interval: string) => {
    await stack.supabase.query('update private.outbox set sent_at = now() - $2::interval where user_id = $1', [
      person.id,
      interval,
    ]);
    await stack.supabase.query(
      'update private.idempotency_keys set created_at = now() - $2::interval where user_id = $1',
      [person.id, interval],
    );
    await stack.supabase.query(
      'update private.rate_buckets set refilled_at = now() - $2::interval where user_id = $1',
      [person.id, interval],
    );
  };
  const rows = async () => {
    const [row] = await stack.supabase.query<{ rows: number }>(
      `select (select count(*) from private.outbox where user_id = $1) + (select count(*) from private.idempotency_keys where user_id = $1)
        + (select count(*) from private.rate_buckets where user_id = $1) as rows`,
      [person.id],
    );
    return Number(row?.rows);
  };
  await age('20 hours');
  await prune(1000);
  expect(await rows()).toBe(3);
  await age('3 days');
  await prune(1000);
  expect(await rows()).toBe(0);
});

test('a row that cannot be removed is left out and logged, and what else has served its time goes', async () => {
  const people = await Promise.all([stack.signUp(), stack.signUp(), stack.signUp()]);
  const [odd] = people;
  await Promise.all(people.map((person) => person.post('/goals', { title: 'Old' }, { 'Idempotency-Key': 'old' })));
  await stack.api.idle();
  const ids = people.map(({ id }) => id);
  const left = (table: string) =>
    stack.supabase.query(`select user_id from ${table} where user_id = any ($1::uuid[])`, [ids]);
  await stack.supabase.query(
    `create function private.fail() returns trigger language plpgsql as $$ begin raise 'odd'; end $$;
     create trigger fail before delete on private.outbox for each row when (old.user_id = '${odd?.id}')
       execute function private.fail();
     update private.outbox set sent_at = now() - interval '3 days';
     update private.idempotency_keys set created_at = now() - interval '3 days'`,
  );
  const database = new pg.Client({ connectionString: stack.supabase.databaseUrl });
  const warnings: string[] = [];
  database.on('notice', ({ message }) => warnings.push(String(message)));
  await database.connect();
  await database.query('select public.prune(1000)');
  await database.end();
  expect(await left('private.outbox')).toEqual([{ user_id: odd?.id }]);
  expect(await left('private.idempotency_keys')).toEqual([]);
  expect(warnings).toEqual(['a row of private.outbox cannot be removed and is left out: odd']);
  await stack.supabase.query('drop trigger fail on private.outbox; drop function private.fail()');
});

test('the place of a stream whose host died is given back when its lease is over', async () => {
  const person = await stack.signUp();
  const [open, dead] = [crypto.randomUUID(), crypto.randomUUID()];
  await stack.supabase.query(
    `insert into private.streams (id, user_id, leased_until)
      values ($1, $3, now() + interval '1 minute'), ($2, $3, now() - interval '1 second')`,
    [open, dead, person.id],
  );
  await prune(1000);
  expect(await stack.supabase.query('select id from private.streams where user_id = $1', [person.id])).toEqual([
    { id: open },
  ]);
});
