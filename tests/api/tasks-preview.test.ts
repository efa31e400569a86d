import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, todayIn } from '../../lib/days.ts';
import type { TaskPreview } from '../../lib/tasks/schema.ts';
import { instantOf } from '../../lib/time.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { berlin, signUpIn, tasksOf } from '../support/tasks.ts';

const today = () => todayIn(berlin, new Date());

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

test('a line of words is split into its title and its time, and nothing is saved', async () => {
  const person = await signUpIn(stack, berlin);
  const tomorrow = addDays(today(), 1);
  const { status, body } = await person.post<TaskPreview>('/tasks/preview', { text: 'Zahnarzt morgen um 15 Uhr' });
  expect(status).toBe(200);
  expect(body).toEqual({
    title: 'Zahnarzt',
    date: tomorrow,
    scheduled_at: instantOf(tomorrow, '15:00', berlin),
    duration_minutes: 30,
    recurrence_rule: null,
    read: [
      { field: 'date', words: 'morgen' },
      { field: 'scheduled_at', words: 'um 15 Uhr' },
    ],
  });
  expect(await tasksOf(person)).toEqual([]);
});

test('what repeats has a rule and its first time; what is not clear a question', async () => {
  const person = await signUpIn(stack, berlin);
  const preview = async (text: string) => (await person.post<TaskPreview>('/tasks/preview', { text })).body;
  expect(await preview('water plants every day at 8 for 10 min')).toMatchObject({
    title: 'water plants',
    duration_minutes: 10,
    recurrence_rule: 'FREQ=DAILY',
    scheduled_at: expect.stringMatching(/T0[67]:00:00\.000Z$/),
  });
  expect(await preview('read chapter 5')).toMatchObject({
    title: 'read chapter 5',
    date: today(),
    scheduled_at: null,
    read: [],
  });
  expect(await preview('submit the report next week')).toMatchObject({
    title: 'submit the report',
    question: 'Which day of the week do you mean?',
  });
  expect((await person.post('/tasks/preview', { text: '' })).status).toBe(422);
  expect((await person.post('/tasks/preview', { text: 'a'.repeat(501) })).status).toBe(422);
});

test('the account’s locale decides what the words leave open, and is the language of the questions', async () => {
  const person = await signUpIn(stack, berlin);
  const dateOf = async () => {
    const { body } = await person.post<TaskPreview>('/tasks/preview', { text: 'Zahnarzt am 3/4 um 15 Uhr' });
    return body.date.slice(5);
  };
  const march = async () => (await person.post<{ date: string }>('/tasks', { title: 'Pay', when: '3/4' })).body;
  expect(await march()).toMatchObject({ detail: expect.stringContaining('Which month') });
  await person.patch('/account', { locale: 'en-US' });
  expect((await march()).date).toMatch(/-03-04$/);
  await person.patch('/account', { locale: 'de-DE' });
  expect((await march()).date).toMatch(/-04-03$/);
  expect(await dateOf()).toBe('04-03');
  const { status, body } = await person.post('/tasks', { title: 'Pay', when: 'irgendwas oder morgen' });
  expect(status).toBe(422);
  expect(JSON.stringify(body)).toContain('Ich bin nicht sicher, wann das ist.');
});
