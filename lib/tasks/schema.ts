import { z } from 'zod';
import { Care } from '../care/schema.ts';
import { cursorQuery } from '../http/paging.ts';
import { visibleText } from '../text.ts';
import { Day, Instant } from '../time.ts';
import { parseRule } from './rule.ts';

export const TaskStatus = z.enum(['pending', 'done', 'missed', 'cancelled']);

const UUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const TASK_ID = new RegExp(`^(${UUID})(?:@(\\d{4}-\\d{2}-\\d{2}))?$`);

/** A task's id; an occurrence of a series has the series' id with its day. */
export const TaskId = z.string().regex(TASK_ID, 'is not the id of a task').meta({
  example: '7b0c6a5e-3f43-4f0a-9d55-0b1a52f9a001@2026-11-23',
  description: 'A UUID; for one occurrence of a repeating task the UUID with its day.',
});

/** Returns the parts of a task's id, undefined for what cannot be one. */
export function parseTaskId(text: string): { id: string; day?: string } | undefined {
  const [, id, day] = TASK_ID.exec(text) ?? [];
  if (!id || (day && !Day.safeParse(day).success)) return undefined;
  return day ? { id, day } : { id };
}

export const Task = z
  .object({
    id: TaskId,
    user_id: z.guid(),
    goal_id: z.guid().nullable(),
    series_id: z.guid().nullable().meta({ description: 'For an occurrence: the repeating task it belongs to.' }),
    title: z.string().meta({ example: 'Run 3 km' }),
    description: z.string(),
    status: TaskStatus,
    scheduled_at: Instant.nullable().meta({ description: 'Null for a task of the day, at no particular time.' }),
    date: Day.meta({ description: 'The day in your timezone.' }),
    duration_minutes: z.int(),
    recurrence_rule: z.string().nullable().meta({ example: 'FREQ=WEEKLY;BYDAY=MO,TH' }),
    week: z.int().nullable().meta({ description: 'The week of the plan that the task is from.' }),
    care: Care.nullable().meta({ description: "What the task's words ask to be said first, and where help is." }),
    completed_at: Instant.nullable(),
    created_at: Instant,
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof Task>;

const inReach = (text: string) => text >= '2000' && text < '2100';
const ScheduledAt = Instant.refine(inReach, 'must be between the years 2000 and 2099');
const ScheduledDay = Day.refine(inReach, 'must be between the years 2000 and 2099');
const When = z.string().trim().min(1).max(300).meta({
  example: 'next Friday evening',
  description: 'Words, read in your timezone. What cannot be read for certain is refused with a question.',
});
const RecurrenceRule = z
  .string()
  .max(500)
  .transform((text, context) => {
    const parsed = parseRule(text);
    if ('rule' in parsed) return parsed.rule;
    context.addIssue(parsed.problem);
    return z.NEVER;
  });
const rruleMeta = { type: ['string', 'null'], example: 'FREQ=WEEKLY;BYDAY=MO,TH' };

const fields = {
  title: visibleText(200).meta({ example: 'Go to the gym' }),
  description: z.string().trim().max(5000),
  duration_minutes: z.int().min(1).max(1440).meta({ example: 45 }),
};
const times = {
  scheduled_at: ScheduledAt.optional(),
  when: When.optional(),
  date: ScheduledDay.optional().meta({ description: 'A day alone. A task that is moved keeps its time of day.' }),
};

/** Tells whether when is said at most once. A day may stand beside `scheduled_at: null`, which takes the time of day away. */
function saysWhenOnce(input: { scheduled_at?: unknown; when?: unknown; date?: unknown }): boolean {
  const scheduledAt = input.date === undefined ? input.scheduled_at : (input.scheduled_at ?? undefined);
  return [scheduledAt, input.when, input.date].filter((each) => each !== undefined).length <= 1;
}
const once = { message: 'Say when once: scheduled_at, when or date.', path: ['when'] };

export const TaskInput = z
  .strictObject({
    title: fields.title,
    description: fields.description.nullish(),
    user_id: z.guid().optional().meta({ description: 'Optional; must be your own id.' }),
    goal_id: z.guid().nullish(),
    ...times,
    duration_minutes: fields.duration_minutes.optional().meta({ description: 'Default 30, or what the words say.' }),
    recurrence_rule: RecurrenceRule.nullish().meta({
      ...rruleMeta,
      description:
        'An RRULE of FREQ DAILY, WEEKLY or MONTHLY with INTERVAL 1–52, BYDAY, BYMONTHDAY, COUNT up to 1000 or UNTIL.',
    }),
  })
  .refine(saysWhenOnce, once)
  .meta({ id: 'TaskInput' });
export type TaskInput = Omit<z.infer<typeof TaskInput>, 'user_id'>;

export const TaskChange = z
  .strictObject({
    status: TaskStatus.optional(),
    title: fields.title.optional(),
    description: fields.description.optional(),
    duration_minutes: fields.duration_minutes.optional(),
    ...times,
    scheduled_at: ScheduledAt.nullish().meta({
      description: 'Null takes the time of day away; a day can stand beside it.',
    }),
    recurrence_rule: RecurrenceRule.nullish().meta({ ...rruleMeta, description: 'Null ends the repetition.' }),
    scope: z.enum(['one', 'series']).optional().meta({
      description: 'Of an occurrence: this one alone (the default), or its whole series from now on.',
    }),
  })
  .refine(saysWhenOnce, once)
  .refine(({ scope: _, ...change }) => Object.values(change).some((value) => value !== undefined), {
    message: 'Say what to change.',
  })
  .refine(({ scope: _, status, ...change }) => status === undefined || Object.keys(change).length === 0, {
    message: 'Send the status alone.',
    path: ['status'],
  })
  .meta({ id: 'TaskChange' });
export type TaskChange = z.infer<typeof TaskChange>;

const TaskPosition = z.tuple([Day, z.iso.datetime({ offset: true }).nullable(), TaskId]);

export const TaskQuery = z
  .object({
    user_id: z.guid().optional(),
    date: ScheduledDay.optional().meta({ description: 'One day, instead of from and to.' }),
    from: ScheduledDay.optional().meta({ description: 'The first day; default today.' }),
    to: ScheduledDay.optional().meta({ description: 'The last day, at most 366 days in all; default six days later.' }),
    goal_id: z.guid().optional(),
    status: TaskStatus.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    cursor: cursorQuery(TaskPosition),
  })
  .refine(({ date, from, to }) => !date || (!from && !to), {
    message: 'Send either date, or from and to.',
    path: ['date'],
  });
/** The last task of a page: its day, instant and id. */
export type TaskCursor = z.infer<typeof TaskPosition>;
export type TaskFilter = Omit<z.infer<typeof TaskQuery>, 'user_id' | 'cursor'> & { cursor?: TaskCursor };

const previewCharactersMax = 500;

/** A line of words to be split into a task. */
export const TaskLineInput = z.strictObject({
  text: visibleText(previewCharactersMax).meta({
    example: 'water the plants every day at 8 for 10 min',
    description: 'What to do and when, in one line, in English, German, French, Spanish, Portuguese, Italian or Dutch.',
  }),
});

/** The task that a line of words would make. */
export const TaskPreview = z
  .object({
    title: z.string().meta({ example: 'water the plants' }),
    date: Day,
    scheduled_at: Instant.nullable(),
    duration_minutes: z.int(),
    recurrence_rule: z.string().nullable().meta({ example: 'FREQ=DAILY' }),
    read: z
      .array(
        z.object({
          field: z.enum(['date', 'scheduled_at', 'duration_minutes', 'recurrence_rule']),
          words: z.string().meta({ example: 'every day' }),
        }),
      )
      .meta({ description: 'Which words were read as which field.' }),
    question: z.string().optional().meta({ description: 'What to ask where the words say when and it is not clear.' }),
  })
  .meta({ id: 'TaskPreview' });
export type TaskPreview = z.infer<typeof TaskPreview>;

/** A new time for a task that did not happen when it should have. */
export const Slot = z
  .object({
    scheduled_at: Instant,
    date: Day,
    duration_minutes: z.int(),
    reason: z.string().meta({ example: 'Tomorrow at your usual time; 90 minutes are free.' }),
  })
  .meta({ id: 'Slot' });
export type Slot = z.infer<typeof Slot>;
