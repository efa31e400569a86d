import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../lib/days.ts';
import { occurrencesOf, type Series } from '../../lib/tasks/series.ts';

const series = (id: number, rule: string, date: string, timezone: string, skipped: string[]): Series => ({
  id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  user_id: '00000000-0000-4000-8000-000000000000',
  goal_id: null,
  title: `Series ${id}`,
  description: '',
  status: 'pending',
  scheduled_at: null,
  date,
  duration_minutes: 30,
  recurrence_rule: rule,
  week: null,
  completed_at: null,
  created_at: '2026-12-01T00:00:00Z',
  series_id: null,
  care: null,
  timezone,
  start_time: '23:30',
  ends_on: null,
  skipped,
});

const rules = ['FREQ=DAILY', 'FREQ=DAILY;INTERVAL=45', 'FREQ=WEEKLY;BYDAY=MO,TH', 'FREQ=MONTHLY;BYMONTHDAY=31'];
const zones = ['Europe/Berlin', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'];

test('a page of a list is the beginning of the whole list, however few days are walked for it', () => {
  const one = fc.tuple(fc.constantFrom(...rules), fc.integer({ min: 0, max: 200 }), fc.constantFrom(...zones));
  const many = fc.array(one, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(many, fc.integer({ min: 1, max: 60 }), fc.constantFrom(...zones), (all, atLeast, timezone) => {
      const begun = all.map(([rule, after, zone], id) =>
        series(id, rule, addDays('2026-12-01', after), zone, [addDays('2026-12-01', after + 1)]),
      );
      const range = { from: '2026-12-01', to: '2027-11-30', timezone };
      const whole = occurrencesOf(begun, { ...range, atLeast: Number.POSITIVE_INFINITY });
      const page = occurrencesOf(begun, { ...range, atLeast });
      expect(page.slice(0, atLeast)).toEqual(whole.slice(0, atLeast));
      expect(page.length >= Math.min(atLeast, whole.length)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('a page of sixty daily series is a few days of them, not a year', () => {
  const begun = Array.from({ length: 60 }, (_, id) => series(id, 'FREQ=DAILY', '2026-12-01', 'UTC', []));
  const range = { from: '2026-12-01', to: '2027-11-30', timezone: 'UTC' };
  const page = occurrencesOf(begun, { ...range, atLeast: 101 });
  expect(page.length).toBeGreaterThan(101);
  expect(page.length).toBeLessThan(1_000);
});
