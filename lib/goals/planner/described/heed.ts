import { findHarm } from '../../../care/harm.ts';
import type { Playbook, Step } from '../../playbooks/schema.ts';
import { careOf } from '../care.ts';
import { freeMinutes, type PlanContext } from '../context.ts';
import type { Course } from '../course.ts';
import type { WeekOutline } from '../outline.ts';
import { minutesFor } from '../sense.ts';
import { findUnused } from '../unused.ts';
import { titleIn } from '../wishes.ts';
import { readDates } from './dates.ts';
import { readHindrances } from './hindrances.ts';
import { readFrom } from './hours.ts';
import { readMoney } from './money.ts';
import { readNamed } from './named.ts';
import { readOwned } from './owned.ts';
import { readPeople } from './people.ts';
import { readPlace } from './places.ts';
import { type Described, describedOf, quote, type Remark } from './remark.ts';
import { readTried } from './tried.ts';

/** Plans in which nothing is settled, listed or proven that the person did not ask for: only days and helpers enter them. */
const TENDER = new Set(
  'anger anxious-moments blood-values body-image boundaries breaking-habit breakup breastfeeding calm cannabis change-oneself coparenting couple couple-crisis dating divorce doctor-first drinking-less eating energy fear grief less-judgmental medicines pet-farewell purpose quit-smoking reconcile screens sleep social-anxiety stop-doing stress therapist toddler-sleep urges'.split(
    ' ',
  ),
);
/** Kinds of care beside which cars, money and helpers are still settled. */
const LOGISTIC_CARE = new Set(['injury', 'pregnancy', 'child']);
/** The minutes of such a step, and the share of the first week's time that they may take together. */
const MINUTES: [number, number] = [10, 15];
const FIRST_WEEK_SHARE = 0.4;
const FIRST_WEEK_MAX = 5;
/** Of a plan's tasks, one in so many may be such a step. */
const SHARE = 4;
/** A sentence is added to so many steps. */
const ADDED_MAX = 3;

type Read = (described: Described) => Remark[];
/** In the order in which they count where there is no room for all. */
const IN_ANY_PLAN: readonly Read[] = [readDates, readPeople];
const READERS: readonly Read[] = [
  readDates,
  readMoney,
  readPeople,
  readNamed,
  readHindrances,
  readOwned,
  readTried,
  readPlace,
];

/** A course, and the folded sentences of the description that it heeds. */
export type Heeded = { course: Course; heeded: string[] };

/**
 * Returns the course with what the description tells: steps that settle it, sentences in the steps that it bears on, and the hours that
 * it asks for. What the playbook's own lines heed already is left to them. The same course where nothing is told.
 */
export function heedDescription(course: Course, weeks: readonly WeekOutline[]): Heeded {
  const { context, playbook } = course;
  if (!context.goal.description?.trim()) return { course, heeded: [] };
  const described = describedOf(context, playbook);
  const lines = linesOf(course, weeks);
  // What a step only quotes it does not heed.
  const plan = lines.join('\n').replace(/“[^”]*”/gu, ' ');
  const care = careOf(context);
  const isTender = TENDER.has(playbook.id) || (care !== undefined && !LOGISTIC_CARE.has(care.kind));
  const told = readAll(described, isTender ? IN_ANY_PLAN : READERS);
  const open = told.filter(({ used, title, how }) => !used?.test(plan) && isSound(title, how));
  const heeded = told.map(({ said }) => said);
  const left = isTender ? undefined : leftOver(course, lines, heeded);
  const steps = stepTitles(weeks);
  const remarks = chosen(left ? [...open, left] : open, course, weeks, steps);
  const from = isTender ? undefined : readFrom(described);
  const hours = withHours(context, told.find(({ part }) => part)?.part, from);
  const changed = withRemarks(playbook, remarks, open, steps);
  if (changed === playbook && hours === context) return { course, heeded };
  return { course: { ...course, playbook: changed, context: hours }, heeded };
}

type Told = Remark & { said: string };

/** Reads the description sentence by sentence; each thing counts once. */
function readAll(described: Described, readers: readonly Read[]): Told[] {
  const told = readers.flatMap((read) =>
    described.sentences.flatMap((sentence) =>
      read({ ...described, sentences: [sentence] }).map((remark) => ({ ...remark, said: sentence.folded })),
    ),
  );
  return told.filter(
    ({ id, title }, index) => told.findIndex((each) => each.id === id && each.title === title) === index,
  );
}

/** Whether the person's own words in a step keep the verifier's rules. */
function isSound(title: string, how: string): boolean {
  return minutesFor(title, MINUTES[0]) === MINUTES[0] && !findHarm(`${title}. ${how}`);
}

/** What the tasks say before anything is added, each line once. */
function linesOf({ facts }: Course, weeks: readonly WeekOutline[]): string[] {
  const titleOf = titleIn(facts);
  const hows = new Map<string, string>();
  const titles = weeks.flatMap(({ items }) =>
    items.map((item) => {
      if (!hows.has(item.how))
        hows.set(
          item.how,
          item.kind === 'session' ? facts.say(item.how, { ...item.local, minutes: item.ideal }) : item.how,
        );
      return titleOf(item);
    }),
  );
  return [...new Set([...titles, ...hows.values()])];
}

/** The titles of the steps as they will stand in the plan, by id. */
function stepTitles(weeks: readonly WeekOutline[]): Map<string, string> {
  const items = weeks.flatMap((week) => week.items.filter(({ kind }) => kind === 'step'));
  return new Map(items.map(({ id, title }) => [id, title]));
}

/** A limit that nothing else heeds gets a step of its own, in the person's words. */
function leftOver(
  { context, playbook, facts }: Course,
  lines: readonly string[],
  heeded: readonly string[],
): Remark | undefined {
  const unused = findUnused(context, playbook, facts, lines, heeded);
  const words = unused?.kind === 'limit' ? quote(unused.words) : undefined;
  if (!words || !isSound(words, '')) return undefined;
  return {
    id: 'left-over',
    title: `Settle what this changes before you begin: ${words}`,
    how: 'Which part does it touch, what do you do instead, and who could help? One line each; tell me, and it goes into the plan.',
    done: 'open point settled',
    day: 1,
    used: undefined,
  };
}

/** As many remarks as the first week and the plan can hold; days of their own always count. */
function chosen(
  remarks: readonly Remark[],
  { context }: Course,
  weeks: readonly WeekOutline[],
  steps: ReadonlyMap<string, string>,
): Remark[] {
  const [first] = weeks;
  const room = (first?.days ?? []).reduce((sum, day) => sum + Math.max(0, freeMinutes(context, day)), 0);
  const tasks = weeks.reduce((sum, { items }) => sum + items.length, 0);
  const inFirst = Math.min(FIRST_WEEK_MAX, Math.floor((room * FIRST_WEEK_SHARE) / MINUTES[1]));
  let left = Math.min(inFirst, Math.max(1, Math.ceil(tasks / SHARE)));
  return remarks.filter((remark) => {
    if (remark.id === 'place' && [...steps.values()].some((title) => remark.adds?.to.test(title))) return false;
    if (remark.exact || remark.day > 6) return true;
    left -= 1;
    return left >= 0;
  });
}

function withRemarks(
  playbook: Playbook,
  remarks: readonly Remark[],
  open: readonly Remark[],
  titles: ReadonlyMap<string, string>,
): Playbook {
  const added = new Map<string, number>();
  const own = playbook.steps.map((step) => {
    const title = titles.get(step.id);
    if (title === undefined) return step;
    const sentences = open.flatMap(({ id, adds }) => {
      const count = added.get(id) ?? 0;
      if (!adds?.to.test(title) || count >= ADDED_MAX) return [];
      added.set(id, count + 1);
      return [adds.how];
    });
    const said = open.reduce((before, { rewords }) => rewords?.(before) ?? before, title);
    if (sentences.length === 0 && said === title) return step;
    return { ...step, ...(said === title ? {} : { title: said }), how: [step.how, ...sentences].join(' ') };
  });
  if (remarks.length === 0 && added.size === 0 && own.every((step, index) => step === playbook.steps[index]))
    return playbook;
  return { ...playbook, steps: [...own, ...remarks.map(stepOf)] };
}

function stepOf({ id, title, how, done, day, exact }: Remark): Step {
  const common = { id: `described-${id}`, title, how, done, day, minutes: MINUTES, priority: 1 };
  return exact ? { ...common, exact: true, fixed: true } : common;
}

/** Whoever works nights has time after midday; "after 8 pm" is tried first on every day. */
function withHours(context: PlanContext, part: Remark['part'], from: string | undefined): PlanContext {
  if (from && from < context.availableHours.to)
    return { ...context, usualTimes: Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((weekday) => [weekday, from])) };
  return part ? { ...context, preferredTime: part } : context;
}
