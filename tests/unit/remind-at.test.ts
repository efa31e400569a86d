import { expect, test } from 'vitest';
import { remindAt } from '../../lib/notifications/remind-at.ts';

const berlin = { timezone: 'Europe/Berlin', reminder_lead_minutes: 10, quiet_hours: { from: '22:00', to: '07:00' } };

test.each<[string, string, Parameters<typeof remindAt>[1], string | null]>([
  ['the lead time before', '2026-11-23T09:00:00Z', berlin, '2026-11-23T08:50:00.000Z'],
  ['the whole minute', '2026-11-23T09:00:42.500Z', berlin, '2026-11-23T08:50:00.000Z'],
  [
    'at once without a lead time',
    '2026-11-23T09:00:00Z',
    { ...berlin, reminder_lead_minutes: 0 },
    '2026-11-23T09:00:00.000Z',
  ],
  ['a day before', '2026-11-23T09:00:00Z', { ...berlin, reminder_lead_minutes: 1440 }, '2026-11-22T09:00:00.000Z'],
  ['never in quiet hours, before midnight', '2026-11-23T22:00:00Z', berlin, null],
  ['never in quiet hours, after midnight', '2026-11-23T01:00:00Z', berlin, null],
  ['when quiet hours end, if it has not begun by then', '2026-11-23T06:05:00Z', berlin, '2026-11-23T06:00:00.000Z'],
  ['when it begins as quiet hours end', '2026-11-23T06:00:00Z', berlin, '2026-11-23T06:00:00.000Z'],
  ['not when it begins before quiet hours end', '2026-11-23T05:59:00Z', berlin, null],
  ['in the last minute before quiet hours', '2026-11-23T21:09:00Z', berlin, '2026-11-23T20:59:00.000Z'],
  [
    'the next morning, for the evening before',
    '2026-11-24T06:30:00Z',
    { ...berlin, reminder_lead_minutes: 540 },
    '2026-11-24T06:00:00.000Z',
  ],
  [
    'after a rest at noon',
    '2026-11-23T13:05:00Z',
    { ...berlin, quiet_hours: { from: '12:00', to: '14:00' } },
    '2026-11-23T13:00:00.000Z',
  ],
  [
    'at any hour without quiet hours',
    '2026-11-23T02:00:00Z',
    { ...berlin, quiet_hours: null },
    '2026-11-23T01:50:00.000Z',
  ],
  ['by the clock of summer in summer', '2027-07-01T05:05:00Z', berlin, '2027-07-01T05:00:00.000Z'],
])('%s', (_, scheduledAt, wishes, expected) => {
  expect(remindAt(scheduledAt, wishes)).toBe(expected);
});
