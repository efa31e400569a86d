import { describe, expect, test } from 'vitest';
import { briefOf } from '../../lib/goals/brief.ts';
import { planFromTemplate } from '../../lib/goals/planner/plan.ts';
import type { Planning } from '../../lib/goals/planning-store.ts';

/** Describes a person who has time on Saturdays only, until 21:00. */
const saturdays = (more: Partial<Planning> = {}): Planning => ({
  owner_id: 'o',
  goal: { title: 'Learn the ukulele', description: '', start_date: '2026-11-28', target_date: null },
  instructions: null,
  answers: [],
  limits: {},
  person: {
    timezone: 'UTC',
    locale: null,
    daily_minutes: 60,
    rest_days: [0, 1, 2, 3, 4, 5],
    available_hours: { from: '07:00', to: '21:00' },
    preferred_time: null,
  },
  usual_times: {},
  before: null,
  other_minutes: {},
  timed: [],
  series: [],
  kept: [],
  missed: [],
  ...more,
});

const planned = (planning: Planning, now: string) => {
  const { context, seed } = briefOf(planning, 'seed', new Date(now));
  const made = planFromTemplate({ context, seed, sources: [], attempts: [] });
  if ('infeasible' in made) throw new Error(made.message);
  return made.plan;
};

describe('a goal whose only day of the week is today', () => {
  test('begins today while there is time left', () => {
    expect(planned(saturdays(), '2026-11-28T15:00:00Z').weeks[0]?.tasks[0]?.date).toBe('2026-11-28');
  });

  test.each(['20:58', '23:30'])('begins with the next such day when today is over, at %s', (time) => {
    const plan = planned(saturdays(), `2026-11-28T${time}:00Z`);
    expect(plan.start_date).toBe('2026-11-29');
    expect(plan.weeks[0]?.tasks[0]?.date).toBe('2026-12-05');
  });

  test('begins with the next such day when other things fill today', () => {
    const timed = [{ scheduled_at: '2026-11-28T12:00:00.000Z', duration_minutes: 600 }];
    expect(planned(saturdays({ timed }), '2026-11-28T12:00:00Z').weeks[0]?.tasks[0]?.date).toBe('2026-12-05');
  });

  test('keeps a start that was planned when it is planned again', () => {
    const first = planned(saturdays(), '2026-11-28T09:00:00Z');
    const { start_date, end_date, weeks, playbook } = first;
    const again = planned(
      saturdays({ before: { start_date, end_date, weeks, ...(playbook ? { playbook } : {}) } }),
      '2026-12-05T20:59:00Z',
    );
    expect(again.start_date).toBe('2026-11-28');
    expect(again.weeks.flatMap(({ tasks }) => tasks)[0]?.date).toBe('2026-12-12');
  });

  test('is refused in words where the end is today', () => {
    const goal = { title: 'Learn the ukulele', description: '', start_date: '2026-11-28', target_date: '2026-11-28' };
    expect(() => planned(saturdays({ goal }), '2026-11-28T20:58:00Z')).toThrow(/no free time/);
  });
});
