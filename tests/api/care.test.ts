import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Goal } from '../../lib/goals/schema.ts';
import type { Task } from '../../lib/tasks/schema.ts';
import { planNow } from '../support/planning.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

type GoalBody = z.input<typeof Goal>;
type TaskBody = z.input<typeof Task>;

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

async function inBerlin() {
  const person = await stack.signUp();
  await person.patch('/account', { timezone: 'Europe/Berlin' });
  return person;
}
const owedTo = (id: string) =>
  stack.supabase.query<{ name: string }>('select name from private.outbox where user_id = $1', [id]);

describe('a goal in a crisis', () => {
  const crisis = { title: 'Kill myself', description: 'I do not want to live anymore' };

  test('is stored with words and where to call, and nothing is planned', async () => {
    const person = await inBerlin();
    const { status, body } = await person.post<GoalBody>('/goals', crisis);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...crisis, plan_status: 'ready', plan_error: null, plan_json: null });
    expect(body.care?.kind).toBe('crisis');
    expect(body.care?.message).toContain('TelefonSeelsorge');
    expect(body.care?.resources).toContainEqual({ name: 'Emergency', contact: '112' });
    expect(Object.keys(body.care ?? {}).sort()).toEqual(['kind', 'message', 'resources']);
    expect(await owedTo(person.id)).toEqual([]);
    expect((await person.get<GoalBody>(`/goals/${body.id}`)).body).toEqual(body);
  });

  test('gets a plan once its words are others', async () => {
    const person = await inBerlin();
    const { body } = await person.post<GoalBody>('/goals', { title: crisis.title });
    const changed = await person.patch<GoalBody>(`/goals/${body.id}`, { title: 'Learn to draw' });
    expect(changed.body).toMatchObject({ care: null, plan_status: 'pending' });
    expect(await planNow(stack, body.id)).toEqual({ outcome: 'saved' });
    expect((await person.get<GoalBody>(`/goals/${body.id}`)).body.plan_json).not.toBeNull();
  });

  test('stays one while its description says so', async () => {
    const person = await inBerlin();
    const { body } = await person.post<GoalBody>('/goals', crisis);
    const changed = await person.patch<GoalBody>(`/goals/${body.id}`, { title: 'A new start' });
    expect(changed.body).toMatchObject({ plan_status: 'ready', care: { kind: 'crisis' } });
    expect(await owedTo(person.id)).toEqual([]);
  });

  test('is no longer planned when its words become one', async () => {
    const person = await inBerlin();
    const { body } = await person.post<GoalBody>('/goals', { title: 'Learn to draw' });
    const changed = await person.patch<GoalBody>(`/goals/${body.id}`, { description: 'Ich will sterben' });
    expect(changed.body).toMatchObject({ plan_status: 'ready', plan_json: null, care: { kind: 'crisis' } });
    expect(await planNow(stack, body.id)).toEqual({ outcome: 'superseded' });
  });

  test('in the wishes for a plan ends the planning with words', async () => {
    const person = await inBerlin();
    const { body } = await person.post<GoalBody>('/goals', { title: 'Learn to draw' });
    await person.post(`/goals/${body.id}/plan`, { instructions: 'I want to end my life' });
    await planNow(stack, body.id);
    const { body: after } = await person.get<GoalBody>(`/goals/${body.id}`);
    expect(after).toMatchObject({ plan_status: 'ready', plan_json: null, care: { kind: 'crisis' } });
  });
});

test('what a doctor should know first is said at once, and planning goes on', async () => {
  const person = await inBerlin();
  const { body } = await person.post<GoalBody>('/goals', { title: 'Antidepressiva absetzen' });
  expect(body).toMatchObject({ plan_status: 'pending', care: { kind: 'medicine' } });
  await planNow(stack, body.id);
  expect((await person.get<GoalBody>(`/goals/${body.id}`)).body.care?.kind).toBe('medicine');
});

test('an everyday goal has no care', async () => {
  const person = await stack.signUp();
  const { body } = await person.post<GoalBody>('/goals', { title: 'Kill two birds with one stone: gym and podcast' });
  expect(body.care).toBeNull();
});

describe('a task', () => {
  test('carries care from its words, and loses it with them', async () => {
    const person = await inBerlin();
    const { status, body } = await person.post<TaskBody>('/tasks', { title: 'Mich umbringen' });
    expect(status).toBe(201);
    expect(body.care).toMatchObject({ kind: 'crisis' });
    expect((await person.get<TaskBody>(`/tasks/${body.id}`)).body).toEqual(body);
    expect((await person.patch<TaskBody>(`/tasks/${body.id}`, { title: 'Spazieren' })).body.care).toBeNull();
    expect((await person.patch<TaskBody>(`/tasks/${body.id}`, { description: 'je veux mourir' })).body.care?.kind).toBe(
      'crisis',
    );
  });

  test('that repeats carries it on the one day that got other words', async () => {
    const person = await inBerlin();
    const { body: series } = await person.post<TaskBody>('/tasks', { title: 'Walk', when: 'every day at 9:00' });
    const [first] = (await person.get<TaskBody[]>('/tasks')).body;
    const day = { title: 'ik wil dood' };
    const { body: occurrence } = await person.patch<TaskBody>(`/tasks/${first?.id}`, { ...day, scope: 'one' });
    expect(occurrence).toMatchObject({ series_id: series.id, care: { kind: 'crisis' } });
    const walk = await person.patch<TaskBody>(`/tasks/${first?.id}`, { title: 'Walk', scope: 'one' });
    expect(walk.body).toMatchObject({ id: occurrence.id, care: null });
    expect((await person.get<TaskBody>(`/tasks/${series.id}`)).body.care).toBeNull();
  });

  test('of every day has none', async () => {
    const person = await stack.signUp();
    expect((await person.post<TaskBody>('/tasks', { title: 'Cut vegetables' })).body.care).toBeNull();
  });
});
