import { z } from 'zod';
import { Phrases, Playbook } from './schema.ts';

/** A task: its title, which begins with a verb, and how it is done. */
const Task = z.tuple([z.string().min(5), z.string().min(3)]);

/** One field that is learned unit by unit: what its teachers teach, in their order. docs/playbooks.md explains each field. */
export const Course = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What the plan calls it: "statistics". */
  subject: z.string(),
  body: z.boolean().optional(),
  sources: Playbook.shape.sources,
  match: Playbook.shape.match,
  flags: z.record(z.string(), Phrases).default({}),
  questions: Playbook.shape.questions.default([]),
  weeks: z.number(),
  /** Times a week, and the minutes of one, where the person names none. */
  times: z.number().default(3),
  minutes: z.number().default(40),
  kit: Task,
  /** Done in the first days and again at the end: the two are compared. */
  first: Task,
  /** Somebody who looks on. */
  helper: Task,
  end: Task,
  units: z
    .array(z.strictObject({ name: z.string(), learn: Task, use: Task, check: z.string().regex(/\d/) }))
    .min(6)
    .max(10),
  /** Times of a unit between the first and the last; the name of the unit follows. */
  again: z.array(Task).min(2),
  small: z.array(Task).min(3),
  criterion: z.string(),
  notes: Playbook.shape.notes.default([]),
});
export type Course = z.infer<typeof Course>;

const KNOWS: Phrases = {
  en: ['intermediate', 'know the basics', 'for years', 'some experience', 'already know', 'not a beginner', 'advanced'],
  de: ['fortgeschritten*', 'grundlagen kenne', 'seit jahren', 'etwas erfahrung', 'kann schon'],
  fr: ['intermédiaire', 'connais les bases', 'depuis des années', 'un peu d’expérience'],
  es: ['intermedio', 'conozco lo básico', 'desde hace años', 'algo de experiencia'],
  pt: ['intermédio', 'intermediário', 'conheço o básico', 'há anos', 'alguma experiência'],
  it: ['intermedio', 'conosco le basi', 'da anni', 'un po’ di esperienza'],
  nl: ['gevorderd*', 'ken de basis', 'al jaren', 'enige ervaring'],
};
/** Whoever knows the basics begins with the third unit. */
const KNOWN_UNITS = 2;

/** Returns a course as a playbook: its units in their order over the weeks, each learned, repeated and used. */
export function playbookOf(file: unknown): Playbook {
  const course = Course.parse(file);
  const { id, title, subject, body, sources, match, units, kit, first, helper, end } = course;
  const last = units.length - 1;
  const unitAt = (u: string) => `1 + start + round((${u} - 1) * (${last} - start) / (units - 1))`;
  const ofWeek = unitAt('max(1, min(units, ceil(week * units / weeks - 0.001)))');
  const isDone = 'floor(week * units / weeks + 0.001) > floor((week - 1) * units / weeks + 0.001)';
  const list = (pick: (unit: Course['units'][number]) => string) => units.map(pick);
  const step = (name: string, [said, how]: [string, string], more: object) => ({
    id: name,
    title: said,
    how,
    minutes: [15, 30],
    priority: 1,
    ...more,
  });
  return Playbook.parse({
    id,
    title,
    ...(body ? { body } : {}),
    own: true,
    sources,
    match,
    flags: { knows: KNOWS, ...course.flags },
    lists: {
      name: list((unit) => unit.name),
      learn: list((unit) => unit.learn[0]),
      learning: list((unit) => unit.learn[1]),
      use: list((unit) => unit.use[0]),
      using: list((unit) => unit.use[1]),
      check: list((unit) => unit.check),
      again: course.again.map(([said]) => `${said}: `),
      repeating: course.again.map(([, how]) => how),
    },
    questions: [
      ...course.questions,
      {
        id: 'level',
        text: `How far are you with ${subject} today?`,
        when: 'not knows',
        options: [
          { text: 'I begin from nothing', set: {} },
          { text: 'I know the basics', set: { knows: true } },
        ],
      },
    ],
    values: {
      start: `if(knows, ${KNOWN_UNITS}, 0)`,
      times: `if(named_per_week > 0, min(7, named_per_week), min(${course.times}, working_days))`,
      each: `if(named_minutes > 0, max(10, min(named_minutes, day_minutes)), min(${course.minutes}, max(10, floor(day_minutes * 0.7, 5))))`,
      units: `max(2, min(${units.length} - start, floor(weeks * times / 2)))`,
      hours: 'max(1, round(weeks * times * each / 60))',
    },
    usual_weeks: course.weeks,
    phases: [
      { id: 'basics', title: 'The basics', share: 40 },
      { id: 'use', title: 'On your own', share: 60 },
    ],
    steps: [
      step('kit', kit, { day: 0, done: 'everything at hand' }),
      step('first', first, { day: 1, done: 'starting point kept' }),
      step('helper', helper, { day: 'round(days * 0.5)', done: 'one correction known', priority: 2 }),
      step('end', end, { before: 0, done: 'shown', minutes: [20, 45] }),
    ],
    sessions: [
      {
        id: 'lesson',
        per_week: 'times',
        minutes: ['each * 0.85', 'each'],
        main: true,
        priority: 1,
        after: 'kit',
        let: {
          u: 'min(units, floor((n - 1) * units / N) + 1)',
          j: 'n - ceil((u - 1) * N / units)',
          len: 'max(1, ceil(u * N / units) - ceil((u - 1) * N / units))',
          x: unitAt('u'),
          said: 'if(j == 1 and len > 1, item(learn, x), if(j == len, item(use, x), join(item(again, u + j), item(name, x))))',
          tip: 'if(j == 1 and len > 1, item(learning, x), if(j == len, item(using, x), item(repeating, u + j)))',
        },
        variants: [{ title: '{said}', how: '{tip}' }],
      },
    ],
    small: course.small.map(([said, how]) => ({ title: said, how })),
    milestones: [
      {
        title: `{cap(item(name, ${ofWeek}))}{if(${isDone}, '', ', first half')}`,
        criterion: `{if(${isDone}, item(check, ${ofWeek}), join('Begun: ', item(check, ${ofWeek})))}; {plural(max(1, round(week * times * each / 60)), 'hour', 'hours')} in all`,
      },
    ],
    goal: { criterion: `${course.criterion}; about {num(hours)} hours in all` },
    summary: `{plural(times, 'time', 'times')} a week, {each} minutes: ${units[0]?.name ?? ''} first, then step by step to ${units[last]?.name ?? ''}; what you try in week 1 you do again at the end and compare.`,
    notes: course.notes,
  });
}
