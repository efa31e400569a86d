import { z } from 'zod';
import { isTimezone } from '../days.ts';
import { visibleText } from '../text.ts';
import { Day, Instant } from '../time.ts';

/** A zone that JavaScript knows. The database refuses those that PostgreSQL does not, and corrects the letter case. */
const Timezone = z
  .string()
  .max(100)
  .refine(isTimezone, 'is not a timezone: send a name such as Europe/Berlin')
  .meta({ example: 'Europe/Berlin' });

const WallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time: send HH:MM, 24 hours');

const QuietHours = z
  .strictObject({ from: WallClock.meta({ example: '22:00' }), to: WallClock.meta({ example: '07:00' }) })
  .refine(({ from, to }) => from !== to, 'must not begin and end at the same time')
  .meta({ description: 'When no reminder comes, by the clock where the person is; from 22:00 to 07:00 is a night.' });

const AvailableHours = z
  .strictObject({ from: WallClock.meta({ example: '07:00' }), to: WallClock.meta({ example: '21:00' }) })
  .refine(({ from, to }) => from < to, 'must begin before it ends, on one day: send {"from":"07:00","to":"21:00"}')
  .meta({ description: 'Between which times planned tasks may take place, by the clock where the person is.' });

/** Keeps the language, script and region of a BCP 47 tag in canonical case: `pt-br-u-hc-h12` becomes `pt-BR`. */
const Locale = z
  .string()
  .max(100)
  .transform((tag, context) => {
    try {
      const { language, script, region } = new Intl.Locale(tag);
      const kept = [language, script, region].filter(Boolean).join('-');
      // The four-letter and longer languages that BCP 47 allows are reserved: none exists.
      if (/^[a-z]{2,3}(-|$)/.test(kept)) return kept;
    } catch {}
    context.addIssue({ code: 'custom', message: 'is not a language tag: send one such as en, de-AT or pt-BR' });
    return z.NEVER;
  });

const settings = {
  name: visibleText(120).nullable().meta({ example: 'Ada' }),
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
  available_hours: AvailableHours,
  preferred_time: z.enum(['morning', 'midday', 'evening']).nullable().meta({
    example: 'morning',
    description: 'The part of the day that suits planned tasks best; null when any does.',
  }),
  morning_brief: z.boolean().meta({ description: 'Whether a short overview of the day comes each morning.' }),
};

const locale = {
  example: 'de-AT',
  description: 'Language, script and region (BCP 47) in which to speak to the person; null when none was named.',
};

const Hours = z.object({ from: z.string().meta({ example: '07:00' }), to: z.string().meta({ example: '21:00' }) });

/** A person's profile and settings. The database holds them to the bounds above. */
export const Account = z
  .object({
    id: z.guid(),
    email: z.string().nullable(),
    name: z.string().nullable(),
    timezone: z.string().meta({ example: 'Europe/Berlin' }),
    daily_minutes: z.int(),
    rest_days: z.array(z.int()),
    reminder_lead_minutes: z.int(),
    quiet_hours: Hours.nullable(),
    locale: z.string().nullable().meta(locale),
    available_hours: Hours,
    preferred_time: settings.preferred_time,
    morning_brief: z.boolean(),
    created_at: Instant,
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof Account>;

/** Account fields that a person may change; fields left out stay as they are. */
export const AccountChanges = z
  .strictObject({ ...settings, locale: Locale.nullable().meta(locale) })
  .partial()
  .refine(
    (changes) => Object.keys(changes).length > 0,
    `must change something: ${Object.keys(settings).join(', ')}, locale`,
  )
  .meta({ id: 'AccountChanges', example: { timezone: 'Europe/Berlin', daily_minutes: 90, rest_days: [0] } });
export type AccountChanges = z.infer<typeof AccountChanges>;

/** The days to report usage for. */
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
