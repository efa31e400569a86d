import { expect, test } from 'vitest';
import { passes, type Tick, ticked, withoutTick, withTick } from '../../public/console/ticks-state.js';
import type { Task } from '../../public/console/today-state.js';

const tick = (key: string, task: string, status: Tick['status'] = 'done'): Tick => ({ key, task, title: task, status });
const keys = (ticks: Tick[]) => ticks.map(({ key }) => key);

test('what a task became last counts, and goes last', () => {
  const ticks = [tick('1', 'run'), tick('2', 'read'), tick('3', 'run', 'pending')].reduce<Tick[]>(withTick, []);
  expect(keys(ticks)).toEqual(['2', '3']);
});

test('one that took the place of another while that was sent stays', () => {
  const newer = withTick([tick('1', 'run')], tick('2', 'run', 'pending'));
  expect(keys(withoutTick(newer, '1'))).toEqual(['2']);
  expect(withoutTick(newer, '2')).toEqual([]);
});

test('tasks are shown as they were ticked', () => {
  const tasks: Pick<Task, 'id' | 'status'>[] = [
    { id: 'run', status: 'pending' },
    { id: 'read', status: 'pending' },
  ];
  expect(ticked(tasks, [tick('1', 'run')])).toEqual([
    { id: 'run', status: 'done' },
    { id: 'read', status: 'pending' },
  ]);
});

test.each([
  [0, true],
  [401, true],
  [429, true],
  [503, true],
  [404, false],
  [409, false],
  [undefined, false],
])('status %s passes by itself: %s', (status, expected) => {
  expect(passes({ status })).toBe(expected);
});
