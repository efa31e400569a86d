import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reviewGoal } from '../../lib/goals/review.ts';
import { afterAWeek, goalOf, markTasks, planNow, tasksOf } from '../support/planning.ts';
import type { Person, TestStack } from '../support/stack.ts';
import { ask, openSession, startVoiceStack } from '../support/voice.ts';

let voice: Awaited<ReturnType<typeof startVoiceStack>>;
let stack: TestStack;
beforeAll(async () => {
  voice = await startVoiceStack();
  stack = voice.stack;
});
afterAll(() => voice.stop());

describe('a proposal that was taken is taken back', () => {
  const undone = /^Done: Run 10 km has the plan that it had before\.$/;
  const undo = async (person: Person) => (await ask(person, await openSession(person), 'undo_last', {})).body.result;

  test('and the plan is as it was', async () => {
    const { person, goal } = await afterAWeek(stack, 0.3);
    await reviewGoal({ goalId: goal.id, week: 1 });
    const [before, tasks] = [await goalOf(person, goal), await tasksOf(stack, goal.id)];
    await person.post(`/goals/${goal.id}/proposal`, { accept: true });
    await planNow(stack, goal.id);
    expect(await tasksOf(stack, goal.id)).not.toEqual(tasks);
    expect(await undo(person)).toMatch(undone);
    const { updated_at } = await goalOf(person, goal);
    expect(await goalOf(person, goal)).toEqual({ ...before, proposal: null, updated_at });
    expect(await tasksOf(stack, goal.id)).toEqual(tasks);
    expect(await undo(person)).toBe('There is nothing that I could take back.');
  });

  test('and what was done of the new plan stays done', async () => {
    const { person, goal } = await afterAWeek(stack, 0);
    await reviewGoal({ goalId: goal.id, week: 1 });
    await person.post(`/goals/${goal.id}/proposal`, { accept: true });
    await planNow(stack, goal.id);
    const [open] = (await tasksOf(stack, goal.id)).filter(({ status }) => status === 'pending');
    await markTasks(person, open ? [open] : [], 'done');
    expect(await undo(person)).toMatch(undone);
    expect((await tasksOf(stack, goal.id)).find(({ id }) => id === open?.id)).toMatchObject({ status: 'done' });
  });

  test('where it was planned again since, by planning without what the proposal asked for', async () => {
    const { person, goal } = await afterAWeek(stack, 0);
    const limits = () => stack.supabase.query('select plan_limits from public.goals where id = $1', [goal.id]);
    await reviewGoal({ goalId: goal.id, week: 1 });
    await person.post(`/goals/${goal.id}/proposal`, { accept: true });
    await planNow(stack, goal.id);
    await person.post(`/goals/${goal.id}/plan`, {});
    await planNow(stack, goal.id);
    expect(await limits()).toEqual([{ plan_limits: { daily_minutes: expect.any(Number) } }]);
    expect(await undo(person)).toMatch(undone);
    expect((await goalOf(person, goal)).plan_status).toBe('pending');
    expect(await planNow(stack, goal.id)).toEqual({ outcome: 'saved' });
    expect(await limits()).toEqual([{ plan_limits: {} }]);
  });

  test('before what was said earlier, and after what was said later', async () => {
    const { person, goal } = await afterAWeek(stack, 0);
    const session = await openSession(person);
    await ask(person, session, 'create_task', { title: 'Buy paper' });
    await reviewGoal({ goalId: goal.id, week: 1 });
    await person.post(`/goals/${goal.id}/proposal`, { accept: true });
    await ask(person, session, 'create_task', { title: 'Buy ink' });
    const said: string[] = [];
    for (let n = 0; n < 3; n += 1) said.push((await ask(person, session, 'undo_last', {})).body.result);
    expect(said).toEqual([
      expect.stringContaining('Buy ink'),
      expect.stringMatching(undone),
      expect.stringContaining('Buy paper'),
    ]);
  });

  test("not somebody else's", async () => {
    const [{ person, goal }, stranger] = [await afterAWeek(stack, 0), await stack.signUp()];
    await reviewGoal({ goalId: goal.id, week: 1 });
    await person.post(`/goals/${goal.id}/proposal`, { accept: true });
    expect(await undo(stranger)).toBe('There is nothing that I could take back.');
  });
});
