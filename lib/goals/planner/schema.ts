import { z } from 'zod';
import { isDay, isTimezone } from '../../days.ts';
import { LANGUAGES } from '../../language/languages.ts';

/** Weekdays by name, since models write names more reliably than numbers; the place in the list is `Date`'s number. */
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/**
 * What a model or the template returns: week numbers, weekdays and minutes, no dates.
 *
 * Made for OpenAI's structured output (strict): no records, transforms or optional fields, and no bounds either, since a
 * verifier's sentence teaches a model more than a refused parse.
 */
export const DraftPlan = z.object({
  summary: z.string().describe('Two or three sentences to the person: how the plan gets them to the goal.'),
  weeks: z.array(
    z.object({
      week: z.int().describe('Week number, from 1, without gaps.'),
      milestone: z.object({
        title: z.string().describe('What is reached at the end of this week. In the last week: the goal itself.'),
        metric: z.string().describe('What is counted or measured, with its number, e.g. "3 runs of 20 minutes".'),
        success_criterion: z.string().describe('One sentence that contains the metric word for word.'),
      }),
      tasks: z.array(
        z.object({
          verb: z.string().describe('The verb that the title starts with, exactly as it stands there.'),
          title: z
            .string()
            .describe('Starts with the verb. At most 80 characters, different from the others of that day.'),
          description: z.string().describe('How to do it, in one or two sentences.'),
          weekday: z.enum(WEEKDAYS),
          start_time: z.string().nullable().describe('HH:MM, 24 hours, or null when any time will do.'),
          minutes: z.int().describe('5 to 240.'),
        }),
      ),
    }),
  ),
});
export type DraftPlan = z.infer<typeof DraftPlan>;
/** What a model is asked for: the draft, and what it has to say about it. */
export const ProposedPlan = DraftPlan.extend({
  notes: z
    .array(z.string())
    .describe('What the person should know: what cannot be reached in this time and why, with the number. Else empty.'),
});
export type ProposedPlan = z.infer<typeof ProposedPlan>;
export type DraftWeek = DraftPlan['weeks'][number];
export type DraftTask = DraftWeek['tasks'][number];

const Day = z.string().refine(isDay, 'must be a day that exists, written YYYY-MM-DD');
export const START_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** One task of a saved plan. `start_time` is wall-clock time in the plan's time zone. */
export const PlanTask = z.object({
  id: z.uuid(),
  title: z.string(),
  description: z.string(),
  date: Day,
  start_time: z.string().regex(START_TIME).optional(),
  duration_minutes: z.int(),
  /** Done under the plan before this one; its date may lie before the start. */
  kept: z.literal(true).optional(),
});
export type PlanTask = z.infer<typeof PlanTask>;

const PlanWeek = z.object({
  week: z.int().min(1),
  starts_on: Day,
  milestone: z.object({ title: z.string(), success_criterion: z.string() }),
  tasks: z.array(PlanTask),
  /** What was said of the week when it was over, see `review-week`. */
  review: z.string().optional(),
});
export type PlanWeek = z.infer<typeof PlanWeek>;

/** The result of one rule; `detail` says what broke it. */
export const PlanCheck = z.object({ rule: z.string(), ok: z.boolean(), detail: z.string().optional() });
export type PlanCheck = z.infer<typeof PlanCheck>;

/** A draft that was tried: who made it, whether it passed, and what was wrong with it or with the call for it. */
export const PlanAttempt = z.object({
  by: z.enum(['llm', 'repair', 'template']),
  ok: z.boolean(),
  problems: z.array(z.string()),
});
export type PlanAttempt = z.infer<typeof PlanAttempt>;

/** A reference text that the plan rests on. */
export const PlanSource = z.object({ document_id: z.string(), title: z.string(), source_url: z.string().nullable() });
export type PlanSource = z.infer<typeof PlanSource>;

/** A phase beyond the weeks that are planned day by day; the last one is the goal. */
export const LaterPhase = z.object({ title: z.string(), from: Day, until: Day, success_criterion: z.string() });
export type LaterPhase = z.infer<typeof LaterPhase>;

/** A question whose answer would change the plan. */
export const PlanQuestion = z.object({ id: z.string(), text: z.string(), options: z.array(z.string()).optional() });
export type PlanQuestion = z.infer<typeof PlanQuestion>;

/** `plan_json`, version 1. */
export const Plan = z.object({
  version: z.literal(1),
  source: z.enum(['llm', 'template']),
  /** The playbook that the plan follows, or that a model was given as a reference. */
  playbook: z.string().optional(),
  language: z.enum(LANGUAGES),
  model: z.string().nullable(),
  start_date: Day,
  end_date: Day,
  timezone: z.string().refine(isTimezone, 'must be an IANA time zone'),
  summary: z.string(),
  /** What the person should know: what cannot be reached and why, what was assumed, what was not followed. */
  notes: z.array(z.string()),
  /** False where what the goal asks for cannot be reached by its end; `notes` say why. Such a goal is never on track. */
  reachable: z.boolean().optional(),
  weeks: z.array(PlanWeek),
  later: z.array(LaterPhase),
  sources: z.array(PlanSource),
  checks: z.array(PlanCheck),
  attempts: z.array(PlanAttempt),
});
export type Plan = z.infer<typeof Plan>;
