import { expect } from 'vitest';
import { todayIn } from '../../lib/days.ts';
import type { Task } from '../../lib/tasks/schema.ts';
import type { Person, TestStack } from './stack.ts';

export const berlin = 'Europe/Berlin';

/** Today for a person who has not said where they are. */
export const today = () => todayIn('UTC', new Date());

export async function signUpIn(stack: TestStack, timezone: string): Promise<Person> {
  const person = await stack.signUp();
  await stack.supabase.query('update public.users set timezone = $2 where id = $1', [person.id, timezone]);
  return person;
}

export async function addTask(person: Person, input: object): Promise<Task> {
  const { status, body } = await person.post<Task>('/tasks', { title: 'Gym', ...input });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
}

export const tasksOf = async (person: Person, query = '') => (await person.get<Task[]>(`/tasks${query}`)).body;
