import { expect, test } from 'vitest';
import type { Task } from '../../lib/tasks/schema.ts';
import { suggestSlots } from '../../lib/tasks/slots.ts';

/** Wednesday, 18 November 2026, 10:00 in Berlin. */
const person = { now: new Date('2026-11-18T09:00:00Z'), timezone: 'Europe/Berlin', daily_minutes: 90, rest_days: [0] };
let made = 0;

function task(fields: Partial<Task>): Task {
  made += 1;
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    user_id: '00000000-0000-4000-8000-000000000000',
    goal_id: null,
    series_id: null,
    title: 'Run',
    description: '',
    status: 'pending',
    scheduled_at: null,
    date: '2026-11-17',
    duration_minutes: 30,
    recurrence_rule: null,
    week: null,
    care: null,
    completed_at: null,
    created_at: '2026-11-01T00:00:00.000Z',
    ...fields,
  };
}

test('three new times on the next days that have room, at the task’s own time of day, with a reason', () => {
  const run = task({ scheduled_at: '2026-11-17T17:30:00.000Z' });
  const swim = task({ date: '2026-11-19', duration_minutes: 45 });
  expect(suggestSlots(run, [run, swim], person)).toEqual([
    {
      scheduled_at: '2026-11-18T17:30:00.000Z',
      date: '2026-11-18',
      duration_minutes: 30,
      reason: 'Today is wide open at your usual time: nothing else is planned.',
    },
    {
      scheduled_at: '2026-11-19T17:30:00.000Z',
      date: '2026-11-19',
      duration_minutes: 30,
      reason: 'Tomorrow has room at your usual time: 45 minutes are free.',
    },
    {
      scheduled_at: '2026-11-20T17:30:00.000Z',
      date: '2026-11-20',
      duration_minutes: 30,
      reason: 'Friday is wide open at your usual time: nothing else is planned.',
    },
  ]);
});

test('full days and rest days are passed over, and other tasks’ times are left alone', () => {
  const run = task({ scheduled_at: '2026-11-17T17:30:00.000Z' });
  const others = [
    task({ date: '2026-11-18', duration_minutes: 61 }),
    task({ date: '2026-11-19', duration_minutes: 45, scheduled_at: '2026-11-19T17:15:00.000Z' }),
    task({ date: '2026-11-20', duration_minutes: 90 }),
    task({ date: '2026-11-21', duration_minutes: 90, status: 'cancelled' }),
  ];
  const slots = suggestSlots(run, others, person);
  // Thursday at another time, Saturday in spite of what was cancelled, not Sunday.
  expect(slots.map(({ date }) => date)).toEqual(['2026-11-19', '2026-11-21', '2026-11-23']);
  expect(slots[0]?.scheduled_at).toBe('2026-11-19T11:30:00.000Z');
});

test('a task at no particular time gets one that is to come today, or a usual one', () => {
  const slots = suggestSlots(task({}), [], { ...person, now: new Date('2026-11-18T19:10:00Z') });
  expect(slots.map(({ scheduled_at }) => scheduled_at)).toEqual([
    '2026-11-18T19:30:00.000Z',
    '2026-11-19T17:00:00.000Z',
    '2026-11-20T17:00:00.000Z',
  ]);
});

test('no slot is the time that the task has already, none is for what is finished or longer than the person’s days', () => {
  const friday = task({ date: '2026-11-20', scheduled_at: '2026-11-20T17:30:00.000Z' });
  expect(suggestSlots(friday, [friday], person).map(({ scheduled_at }) => scheduled_at)).not.toContain(
    friday.scheduled_at,
  );
  expect(suggestSlots(task({ status: 'done' }), [], person)).toEqual([]);
  expect(suggestSlots(task({ duration_minutes: 91 }), [], person)).toEqual([]);
});

test('the wall-clock time stays across a clock change', () => {
  const run = task({ scheduled_at: '2027-03-26T06:00:00.000Z', date: '2027-03-26' });
  const slots = suggestSlots(run, [], { ...person, rest_days: [], now: new Date('2027-03-27T10:00:00Z') });
  // Saturday 27 March at 07:00 is over; from Sunday on it is summer time.
  expect(slots.map(({ scheduled_at }) => scheduled_at).slice(1)).toEqual([
    '2027-03-28T05:00:00.000Z',
    '2027-03-29T05:00:00.000Z',
  ]);
});

test('no reason looks back or blames', () => {
  const reasons = [30, 60, 89].flatMap((minutes) =>
    suggestSlots(task({ status: 'missed' }), [task({ date: '2026-11-19', duration_minutes: 90 - minutes })], person),
  );
  expect(reasons.length).toBeGreaterThan(6);
  for (const { reason } of reasons) {
    expect(reason).not.toMatch(
      /\b(?:miss|late|overdue|fail|forg[eo]t|should|behind|again|finally|still|only|sorry|not\b)/i,
    );
    expect(reason).toMatch(/^[A-Z].*\.$/);
    expect(reason).not.toContain('\n');
  }
});
