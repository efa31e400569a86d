import { z } from 'zod';
import { LANGUAGES } from '../../language/languages.ts';

/** An expression (see expression.ts) or a plain number. */
const Expression = z.union([z.number(), z.string().min(1)]);
/** A text for the person, with `{expression}` in it. */
const Template = z.string().min(3).max(800);
const Name = z.string().regex(/^[a-z][a-z0-9_]*$/);
/** Words and phrases by language: `*` ends or begins a word, `…` stands for up to four words between. */
export const Phrases = z.strictObject(
  Object.fromEntries(LANGUAGES.map((language) => [language, z.array(z.string().min(1)).optional()])) as Record<
    (typeof LANGUAGES)[number],
    z.ZodOptional<z.ZodArray<z.ZodString>>
  >,
);
export type Phrases = z.infer<typeof Phrases>;

const Role = z.enum(['target', 'now', 'rate', 'any']);
/** How a value is read out of what the person wrote. */
const Reader = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['distance', 'weight', 'height', 'money', 'duration', 'percent']),
    role: Role.default('target'),
    named: z.record(z.string(), z.number()).optional(),
    /** Takes all amounts together: "3,000 on one card and 2,000 on the other". */
    sum: z.boolean().optional(),
    /** Only amounts in whose part of the sentence one of these phrases stands: "swim 200 m, run 5 km". */
    near: z.array(z.string().min(1)).optional(),
    /** Only amounts within these bounds: a body weight is no target loss. */
    least: z.number().optional(),
    most: z.number().optional(),
    default: Expression,
  }),
  z.strictObject({
    kind: z.literal('count'),
    role: Role.default('target'),
    units: Phrases,
    /** Only numbers from here on: "20 years of photos" are no 20 photos. */
    least: z.number().optional(),
    default: Expression,
  }),
  z.strictObject({
    kind: z.literal('number'),
    after: Phrases,
    /** Also numbers in words: "I can do one". */
    words: z.boolean().optional(),
    default: Expression,
  }),
  z.strictObject({
    kind: z.literal('choice'),
    options: z.record(z.string(), z.array(z.string().min(1))),
    /** Only what stands beside the title: the title names what is wanted, the description what is there. */
    from: z.literal('description').optional(),
    default: z.string(),
  }),
  z.strictObject({ kind: z.literal('text'), after: Phrases, default: z.string() }),
]);
export type Reader = z.infer<typeof Reader>;

const Question = z.strictObject({
  id: Name,
  text: z.string().min(5).max(400),
  /** Asked only when this holds, for instance `not km_said`. */
  when: z.string().optional(),
  options: z
    .array(z.strictObject({ text: z.string(), set: z.record(Name, z.union([z.number(), z.string(), z.boolean()])) }))
    .max(6)
    .optional(),
  /** The value that an answer in free words is read into. */
  reads: Name.optional(),
});

const Part = z.enum(['morning', 'midday', 'evening']);
const Days = z.enum(['weekend', 'weekday']);
const Minutes = z.tuple([Expression, Expression]);

/** Something that is done once. Steps are done in the order of the file. */
const Step = z.strictObject({
  id: Name,
  title: Template,
  how: Template,
  minutes: Minutes,
  /** The phase that the step is spread over, how many days before the end it is due, or after the start. One of the three. */
  phase: Name.optional(),
  before: Expression.optional(),
  day: Expression.optional(),
  /** Days that pass after the step before: curing, drying, waiting for an answer. */
  gap: Expression.optional(),
  /** What is there when it is done, for the week's milestone: "venue booked". */
  done: Template.optional(),
  when: z.string().optional(),
  /** How often it is repeated in a row, with `n` and `N` in the title. */
  times: Expression.optional(),
  part: Part.optional(),
  days: Days.optional(),
  /** Never before its day: what the season or a feast sets cannot be done earlier. */
  fixed: z.boolean().optional(),
  /** On its day or not at all. */
  exact: z.boolean().optional(),
  /** The goal itself: on the last day, after everything else. Before an `event` (an exam, a race, a feast) the day is light; a `proof` can be any day. */
  finale: z.enum(['event', 'proof']).optional(),
  /** 1: never left out, 3: left out first when time is short. */
  priority: z.int().min(1).max(3).default(2),
});
export type Step = z.infer<typeof Step>;

const Variant = z.strictObject({ title: Template, how: Template });

/** Something that comes back every week. */
const Session = z.strictObject({
  id: Name,
  /** Each time the next one, from the first again after the last. */
  variants: z.array(Variant).min(1),
  minutes: Minutes,
  per_week: Expression,
  /** Once in so many weeks, beginning with this week of the phase. */
  every: Expression.optional(),
  offset: z.int().min(1).optional(),
  phases: z.array(Name).optional(),
  /** Not before this step is done. */
  after: Name.optional(),
  let: z.record(Name, Expression).optional(),
  when: z.string().optional(),
  part: Part.optional(),
  /** The part of the day belongs to the thing (a bedtime routine), whatever the person prefers. */
  fixed_part: z.boolean().default(false),
  days: Days.optional(),
  /** Never on the day before or after another hard one. */
  hard: z.boolean().default(false),
  review: z.boolean().default(false),
  /** Takes the minutes and times a week that the person named. */
  main: z.boolean().default(false),
  priority: z.int().min(1).max(3).default(2),
});
export type Session = z.infer<typeof Session>;

/** A number that changes from week to week. */
const Series = z.strictObject({
  from: Expression,
  to: Expression,
  /** So many weeks stay at `from` before it begins to change. */
  delay: Expression.optional(),
  /** `growth`: by a factor a week, with lighter weeks and a taper. `line`: in equal steps. */
  shape: z.enum(['growth', 'line']),
  /** The most that a week may add, as a factor: 1.1. */
  growth: Expression.optional(),
  /** What a week may add in any case, where a factor of something small would be next to nothing. */
  least_step: Expression.optional(),
  /** Every so many weeks a lighter one, of this share. */
  lighter_every: z.int().optional(),
  lighter_to: z.number().optional(),
  /** The shares of the peak in the last weeks; the last is that of the last week. */
  taper: z.array(z.number()).optional(),
  /** How many of the taper's weeks there are, when not all. */
  taper_weeks: Expression.optional(),
  /** Rounded to multiples of this. */
  round: z.number().default(1),
});
export type Series = z.infer<typeof Series>;

const Milestone = z.strictObject({
  title: Template,
  criterion: Template,
  /** For the weeks of these phases in turn; or for the one week at this share of the plan. */
  phases: z.array(Name).optional(),
  at: z.number().min(0).max(1).optional(),
  when: z.string().optional(),
});

/** One domain: how a goal of this kind is recognised, read, planned and what it must heed. docs/playbooks.md explains each field. */
export const Playbook = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  title: z.string(),
  /** About the body: what health asks for (a doctor first, nothing hard) holds for it. */
  body: z.boolean().default(false),
  /** About what only the person can do for themselves: not for a goal that helps somebody else to theirs. `body` is own too. */
  own: z.boolean().default(false),
  /** Knows a way but no field: asked only where no playbook of a field fits. */
  fallback: z.boolean().default(false),
  sources: z
    .array(z.strictObject({ rule: z.string(), source: z.string(), confidence: z.enum(['high', 'medium', 'general']) }))
    .min(1),
  match: z.strictObject({ strong: Phrases, weak: Phrases.optional(), not: Phrases.optional() }),
  /** Of a playbook that plans a shape (one thing made, an errand, a talk) and no field: phrases of the title, in which `<` is its beginning and `>` its end; `over`: those that come before every field. */
  shape: z.strictObject({ title: Phrases, not: Phrases.optional(), over: Phrases.optional() }).optional(),
  reads: z.record(Name, Reader).default({}),
  flags: z.record(Name, Phrases).default({}),
  lists: z.record(Name, z.array(z.string()).min(1)).default({}),
  questions: z.array(Question).max(8),
  /** Computed once, in this order. */
  values: z.record(Name, Expression).default({}),
  /** The whole sum of money that the goal is about: no amount that the plan names is larger. */
  total: Expression.optional(),
  usual_weeks: Expression,
  /** Where the person named no end, it falls on the weekend after the usual weeks: that of a race or an outing. `saturday`: also where only a month or a number of weeks was named, for a feast. */
  usual_end: z.enum(['weekend', 'saturday']).optional(),
  /** What cannot be reached: the note that says so, and the values of the first sensible stage. */
  limits: z
    .array(z.strictObject({ when: z.string(), note: Template, set: z.record(Name, Expression).default({}) }))
    .default([]),
  series: z.record(Name, Series).default({}),
  phases: z
    .array(
      z.strictObject({
        id: Name,
        title: z.string(),
        share: z.number().positive(),
        /** However long the way is, the phase takes no more weeks; the others take the rest. */
        most_weeks: z.int().min(1).optional(),
      }),
    )
    .min(1)
    .refine((phases) => phases.some(({ most_weeks }) => most_weeks === undefined), 'needs a phase without most_weeks'),
  steps: z.array(Step).default([]),
  sessions: z.array(Session).default([]),
  /** What is done in weeks without anything else, and where there is hardly any time. */
  small: z.array(Variant).min(2),
  milestones: z.array(Milestone).default([]),
  /** How the goal is seen to be reached; `stage`: instead of it when a limit was met. */
  goal: z.strictObject({ criterion: Template, stage: Template.optional() }),
  summary: Template,
  notes: z.array(z.strictObject({ text: Template, when: z.string().optional() })).default([]),
});
export type Playbook = z.infer<typeof Playbook>;
