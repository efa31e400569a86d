import { z } from 'zod';
import { Day, Instant } from '../time.ts';

/** An IANA zone: PostgreSQL takes the same names (private.is_timezone), no abbreviations and no bare offsets. */
const Timezone = z
  .string()
  .refine(isTimezone, 'is not a timezone: send an IANA name such as Europe/Berlin')
  .meta({ example: 'Europe/Berlin' });

function isTimezone(name: string): boolean {
  if (!/^(UTC|[A-Za-z]+(\/[A-Za-z0-9_+-]+)+)$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const WallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time: send HH:MM, 24 hours');

const QuietHours = z
  .strictObject({ from: WallClock.meta({ example: '22:00' }), to: WallClock.meta({ example: '07:00' }) })
  .refine(({ from, to }) => from !== to, 'must not begin and end at the same time')
  .meta({ description: 'When no reminder comes, by the clock where the person is; from 22:00 to 07:00 is a night.' });

const settings = {
  name: z.string().trim().min(1).max(120).nullable().meta({ example: 'Ada' }),
  timezone: Timezone,
  daily_minutes: z.int().min(10).max(1440).meta({
    example: 90,
    description: 'Minutes a day for all goals together. It counts for plans that are made from now on.',
  }),
  rest_days: z
    .array(z.int().min(0).max(6))
    .max(6)
    .refine((days) => new Set(days).size === days.length, 'names a day twice')
    .meta({ example: [0, 6], description: 'Weekdays without planned tasks: 0 is Sunday, 6 is Saturday.' }),
  reminder_lead_minutes: z.int().min(0).max(1440).meta({
    example: 10,
    description: 'How long before a task its reminder comes.',
  }),
  quiet_hours: QuietHours.nullable(),
};

/** A person's profile and settings. */
export const Account = z
  .object({ id: z.guid(), email: z.string().nullable(), ...settings, created_at: Instant })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof Account>;

/** What a person may change; what is left out stays. */
export const AccountChanges = z
  .strictObject(settings)
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, `must change something: ${Object.keys(settings).join(', ')}`)
  .meta({ id: 'AccountChanges', example: { timezone: 'Europe/Berlin', daily_minutes: 90, rest_days: [0] } });
export type AccountChanges = z.infer<typeof AccountChanges>;

/** From when to when usage is asked for. */
export const UsageRange = z
  .object({
    from: Day.optional().meta({ description: 'The first day; by default 30 days ago.' }),
    to: Day.optional().meta({ description: 'The last day; by default today.' }),
  })
  .refine(({ from = '2000-01-01' }) => from >= '2000-01-01', { path: ['from'], message: 'must be a day since 2000' })
  .refine(({ to = '2000-01-01' }) => to >= '2000-01-01' && to < '2100', {
    path: ['to'],
    message: 'must be a day of this century',
  })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], message: 'must not be before from' });
export type UsageRange = z.infer<typeof UsageRange>;
