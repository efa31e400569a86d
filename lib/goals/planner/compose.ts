import { addDays, type Day, daysBetween, weekdayOf } from '../../days.ts';
import { type GoalLimits, readGoalWords } from '../../language/goal.ts';
import type { Language } from '../../language/languages.ts';
import { choosePlaybook } from '../playbooks/choose.ts';
import { type Facts, type Given, readFacts } from '../playbooks/facts.ts';
import { generalPlaybook, playbookById, playbooks } from '../playbooks/index.ts';
import type { Playbook } from '../playbooks/schema.ts';
import { seriesOf } from '../playbooks/series.ts';
import { careNotes, careOf } from './care.ts';
import {
  countWeeks,
  freeMinutes,
  isWhole,
  MAX_TASK_MINUTES,
  MAX_WEEKLY_GROWTH,
  MIN_TASK_MINUTES,
  type PlanContext,
  type Week,
  weeksOf,
} from './context.ts';
import { findShortage, type Infeasible } from './infeasible.ts';
import { dropLeast, levelWeeks, minutesWithin, roomOf } from './level.ts';
import { laterOf, milestoneOf } from './milestones.ts';
import { type Course, type Item, outline, phasesOf, type WeekOutline } from './outline.ts';
import { type Board, type Placed, placeAnywhere, placeWeek } from './place.ts';
import { type DraftPlan, type DraftTask, type LaterPhase, type PlanQuestion, WEEKDAYS } from './schema.ts';
import { minutesFor } from './sense.ts';
import { timetableOf } from './slots.ts';
import { line, sameText } from './text.ts';
import { readWishes, titleIn, type Wishes } from './wishes.ts';

/** A plan made from a playbook, and what comes with it. */
export type Composed = {
  draft: DraftPlan;
  /** The context with the horizon that the plan has. */
  context: PlanContext;
  playbook: string;
  /** Whether the goal itself can be reached by its end; if not, its first stage is planned and the notes say why. */
  reachable: boolean;
  notes: string[];
  /** Of the notes, those that say what cannot be reached. */
  limits: string[];
  questions: PlanQuestion[];
  later: LaterPhase[];
};

const QUESTIONS_MAX = 3;
/** Of a plan's tasks, one in so many may be a review. */
const REVIEW_SHARE = 8;

/**
 * The playbook for a goal: what a doctor decides comes first, whatever the words are about; then that of the plan before, the
 * one that fits best, and the general one.
 */
export function playbookFor(context: PlanContext): Playbook {
  const care = careOf(context);
  const isDoctors = care?.tier !== 'mention' && ['medicine', 'withdrawal', 'eating'].includes(care?.kind ?? '');
  const before = isDoctors ? 'doctor-first' : context.before?.playbook;
  return (before ? playbookById(before) : undefined) ?? chosenFor(context.goal);
}

const chosen = new WeakMap<PlanContext['goal'], Playbook>();

/** The playbook that a goal's words choose. Kept while the goal is planned, since every part of the planner asks for it. */
function chosenFor(goal: PlanContext['goal']): Playbook {
  const playbook = chosen.get(goal) ?? choosePlaybook(playbooks(), goal) ?? generalPlaybook();
  chosen.set(goal, playbook);
  return playbook;
}

/**
 * The context with its real end: where the person named none, that of the playbook's usual length. A plan that is made again
 * keeps its end.
 */
export function withHorizon(context: PlanContext, playbook = playbookFor(context)): PlanContext {
  if (context.before) return context;
  if (context.horizonNamed) return playbook.usual_end === 'saturday' ? onSaturday(context) : context;
  const facts = readFacts(playbook, context, givenBy(context, longestTask(context)));
  // Whole weeks, unless the playbook counts to a day of the year.
  const days = Math.round(7 * Math.max(1, Math.min(260, facts.number(playbook.usual_weeks))));
  const end = addDays(context.start_date, days - 1);
  if (playbook.usual_end === 'saturday') return onSaturday({ ...context, target_date: end, dayNamed: false });
  return { ...context, target_date: playbook.usual_end === 'weekend' ? weekendAfter(end, context) : end };
}

/** The context with the Saturday nearest to its end, in the same month at a month's end, where no day was named. */
function onSaturday(context: PlanContext): PlanContext {
  const { target_date, start_date, restDays, dayNamed = true } = context;
  if (dayNamed || restDays.includes(6)) return context;
  const isMonthEnd = addDays(target_date, 1).endsWith('-01');
  const near = (isMonthEnd ? [0, -1, -2, -3, -4, -5, -6] : [0, 1, -1, 2, -2, 3, -3]).map((days) =>
    addDays(target_date, days),
  );
  const saturday = near.find((day) => weekdayOf(day) === 6 && day > start_date);
  return saturday ? { ...context, target_date: saturday } : context;
}

/** The first weekend day from then on that is no rest day; rather one with two to six days in its week than a whole one. */
function weekendAfter(day: Day, { start_date, restDays }: PlanContext): Day {
  const near = [-1, 0, 1, 2, 3, 4, 5, 6].map((days) => addDays(day, days));
  const free = near.filter((each) => [0, 6].includes(weekdayOf(each)) && !restDays.includes(weekdayOf(each)));
  return free.find((each) => (daysBetween(start_date, each) + 1) % 7 > 1) ?? free[0] ?? day;
}

/**
 * Makes a plan from a playbook, without a model. The same context gives the same plan.
 *
 * Returns a draft with days and times that keeps every rule of the verifier, or why no plan is possible.
 */
export function composePlan(given: PlanContext): Composed | Infeasible {
  const playbook = playbookFor(given);
  const shortage = findShortage(withHorizon(given, playbook));
  if (shortage) return shortage;
  const wishes = readWishes(withHorizon(given, playbook), playbook);
  const { context } = wishes;
  const weeks = weeksOf(context);
  const whole = courseOf(playbook, wishes);
  const titleOf = titleIn(whole.course.facts);
  const drawn = outline(whole.course, weeks);
  const narrowed = wishes.narrow(playbook, drawn, titleOf);
  const { course, limits } = narrowed === playbook ? whole : courseOf(narrowed, wishes);
  const outlined = narrowed === playbook ? drawn : outline(course, weeks);
  for (const week of outlined) week.items = week.items.filter((item) => !wishes.excludes(titleOf(item)));
  limitReviews(outlined);
  const unfollowed = wishes.note();
  const placed = place(course, outlined);
  const draft = draftOf(course, weeks, placed);
  return {
    draft,
    context,
    playbook: playbook.id,
    reachable: limits.length === 0,
    notes: notesOf(course, [...limits, ...(unfollowed ? [unfollowed] : [])]),
    limits,
    questions: questionsOf(course),
    later: laterOf(course, weeks),
  };
}

/** A playbook's numbers for a goal, with those of the first stage where the goal itself is out of reach. */
function courseOf(
  playbook: Playbook,
  { context, mostMinutes = MAX_TASK_MINUTES, timesPerWeek }: Wishes,
): { course: Course; limits: string[] } {
  const dayMinutes = Math.min(mostMinutes, longestTask(context));
  const given = { ...givenBy(context, dayMinutes), ...(timesPerWeek ? { named_per_week: timesPerWeek } : {}) };
  const total = countWeeks(context);
  const weekly = (facts: Facts) => {
    return Object.fromEntries(
      Object.entries(playbook.series).map(([name, series]) => [name, seriesOf(series, facts, total)]),
    );
  };
  const peaks = (series: Record<string, number[]>): Given => {
    return Object.fromEntries(Object.entries(series).map(([name, values]) => [`peak_${name}`, Math.max(...values)]));
  };
  const phases = phasesOf(playbook, context);
  let facts = readFacts(playbook, context, { ...given, stage: false });
  let series = weekly(facts);
  const measured = readFacts(playbook, context, { ...given, stage: false, ...peaks(series) });
  const met = playbook.limits.filter(({ when }) => measured.test(when));
  const limits = met.map(({ note }) => measured.say(note));
  const set = Object.fromEntries(
    met.flatMap((limit) => Object.entries(limit.set).map(([name, expression]) => [name, measured.value(expression)])),
  );
  const fixed = Object.fromEntries(
    Object.entries(set).map(([name, value]) => [name, typeof value === 'string' ? `'${value}'` : Number(value)]),
  );
  facts = readFacts(playbook, context, { ...given, stage: met.length > 0 }, fixed);
  series = weekly(facts);
  facts = readFacts(playbook, context, { ...given, stage: met.length > 0, ...peaks(series) }, fixed);
  return { course: { playbook, facts, context, dayMinutes, series, phases }, limits };
}

const limitsOfGoals = new WeakMap<PlanContext['goal'], { wishes: string; limits: GoalLimits }>();

/** What the goal's words and the person's wishes ask of days and minutes, read once. */
function limitsOf({ goal, wishes = '', start_date, language }: PlanContext): GoalLimits {
  const known = limitsOfGoals.get(goal);
  if (known?.wishes === wishes) return known.limits;
  const description = `${goal.description ?? ''}. ${wishes}`;
  const { limits } = readGoalWords({ title: goal.title, description, today: start_date, language });
  limitsOfGoals.set(goal, { wishes, limits });
  return limits;
}

/** The values that every playbook may use besides its own. */
export function givenBy(context: PlanContext, dayMinutes: number): Given {
  const { goal, start_date, target_date } = context;
  const care = careOf(context);
  const limits = limitsOf(context);
  const days = daysBetween(start_date, target_date) + 1;
  return {
    weeks: countWeeks(context),
    days,
    months: Math.max(1, Math.round(days / 30.4)),
    working_days: 7 - context.restDays.length,
    day_minutes: dayMinutes,
    named_minutes: limits.sessionMinutes ?? limits.dailyMinutes ?? 0,
    named_per_week: limits.timesPerWeek ?? 0,
    horizon_named: context.horizonNamed,
    open_day: context.dayNamed === false,
    goal: line(goal.title, 200),
    gentle: care?.tier === 'doctor-first' || (care?.tier === 'with-adult' && care.kind !== 'child'),
    child: care?.tier === 'with-adult',
  };
}

/** The most minutes that one task may take: what the person named, else what their freest days hold. */
function longestTask(context: PlanContext): number {
  const days = weeksOf(context).flatMap(({ workingDays }) => workingDays.filter((day) => day >= context.now.day));
  const free = days.map((day) => freeMinutes(context, day)).sort((a, b) => b - a);
  // Now and then a day is freer than all others; a plan is made for the usual free day.
  return Math.max(MIN_TASK_MINUTES, free[Math.floor(free.length / 7)] ?? MIN_TASK_MINUTES);
}

function limitReviews(weeks: readonly WeekOutline[]): void {
  let tasks = 0;
  let reviews = 0;
  for (const week of weeks) {
    week.items = week.items.filter(({ review }) => {
      tasks += 1;
      if (!review) return true;
      const fits = (reviews + 1) * REVIEW_SHARE <= tasks;
      if (fits) reviews += 1;
      else tasks -= 1;
      return fits;
    });
  }
}

function place(course: Course, weeks: WeekOutline[]): Placed[] {
  const { context } = course;
  const placed: Placed[] = [];
  const used = new Map<Day, number>();
  const board: Board = {
    timetable: timetableOf(context),
    room: (day) => freeMinutes(context, day) - (used.get(day) ?? 0),
    placed,
    add: (place) => {
      placed.push(place);
      used.set(place.day, (used.get(place.day) ?? 0) + place.minutes);
    },
  };
  const isShort = ({ week }: WeekOutline) => isShortWeek(week);
  const fill = (week: WeekOutline) => smallItem(course, week);
  const least = levelWeeks(weeks, { room: (week) => roomOf(week, (day) => freeMinutes(context, day)), isShort, fill });
  let before: number | undefined;
  for (const [index, week] of weeks.entries()) {
    const bound =
      before === undefined || isShort(week) ? Number.POSITIVE_INFINITY : inFives(before * MAX_WEEKLY_GROWTH);
    const most = Math.min(bound, roomOf(week, board.room));
    const late = makeFit(week, most, index < weeks.length - 1);
    const minutes = minutesWithin(week.items, least[index] ?? 0, most);
    const from = placed.length;
    const left = placeWeek(
      week.items.map((item, place) => ({ item, minutes: minutes[place] ?? item.min })),
      week.days,
      board,
    );
    const load = () => placed.slice(from).reduce((sum, each) => sum + each.minutes, 0);
    carryOn([...left, ...late], weeks[index + 1], week, board, () => bound - load());
    if (placed.length === from)
      placeAnywhere(smallItem(course, week), Math.max(MIN_TASK_MINUTES, bound), week.days, board);
    before = week.whole && load() > 0 ? load() : undefined;
  }
  return placed;
}

/** Leaves out what is least important until the rest fits; steps that must be done go to the week after, if there is one. */
function makeFit(week: WeekOutline, most: number, hasNext: boolean): Item[] {
  const late: Item[] = [];
  const sumOf = (leastOf: (item: Item) => number) => week.items.reduce((sum, item) => sum + leastOf(item), 0);
  // In the last week, what the goal ends with keeps its minutes; what only comes beside it goes.
  while (!hasNext && sumOf(({ min }) => min) > most && week.items.some(({ kind }) => kind !== 'step')) {
    const session = week.items.findLastIndex(({ kind }) => kind !== 'step');
    if (week.items.length < 2) break;
    week.items.splice(session, 1);
  }
  const least = () => sumOf(({ min }) => (hasNext ? min : MIN_TASK_MINUTES));
  while (week.items.length > 1 && least() > most) {
    if (dropLeast(week)) continue;
    const step = week.items.pop();
    if (step) late.unshift(step);
  }
  return late;
}

/** Steps that found no day go on to the next week; the last week makes room for them at its end, as far as it may grow. */
function carryOn(
  left: readonly Item[],
  next: WeekOutline | undefined,
  week: WeekOutline,
  board: Board,
  spare: () => number,
): void {
  const steps = left.filter(({ kind }) => kind === 'step');
  if (next) next.items.unshift(...steps.map((step) => ({ ...step, target: next.days[0] })));
  else
    for (const step of steps.filter(({ priority }) => priority < 3))
      placeAnywhere(step, Math.min(step.min, spare()), week.days.slice(-3), board);
}

/** Whole minutes, in fives where a week holds more than a few: what is shared out then comes in minutes as people plan them. */
function inFives(minutes: number): number {
  return minutes > 30 ? Math.floor(minutes / 5) * 5 : Math.floor(minutes);
}

function isShortWeek({ starts_on, ends_on }: Week): boolean {
  return daysBetween(starts_on, ends_on) < 6;
}

function smallItem({ playbook, facts }: Course, week: WeekOutline): Item {
  const before = week.items.filter(({ kind }) => kind === 'small').length;
  const variant = playbook.small[(week.week.week - 1 + before) % playbook.small.length] ?? playbook.small[0];
  const common = { priority: 3, hard: false, review: false, fixedPart: false, local: week.local };
  const texts = { title: facts.say(variant?.title ?? '', week.local), how: facts.say(variant?.how ?? '', week.local) };
  return { id: 'small', kind: 'small', ...texts, min: MIN_TASK_MINUTES, max: 20, ideal: 15, ...common };
}

// --- Words -----------------------------------------------------------------------------------------------------------------

function draftOf(course: Course, weeks: readonly Week[], placed: Placed[]): DraftPlan {
  const sorted = inTurn([...placed].sort((a, b) => compare(`${a.day} ${a.start}`, `${b.day} ${b.start}`)));
  const titled = withTitles(course, sorted);
  const drafted = weeks.map((week): DraftPlan['weeks'][number] => {
    const own = titled.filter(({ place }) => place.day >= week.starts_on && place.day <= week.ends_on);
    const tasks = own.map(({ place, title, how }): DraftTask => {
      const weekday = WEEKDAYS[weekdayOf(place.day)] ?? 'monday';
      return {
        verb: title.split(' ')[0] ?? title,
        title,
        description: how,
        weekday,
        start_time: place.start,
        minutes: place.minutes,
      };
    });
    return { week: week.week, milestone: milestoneOf(course, week, sorted), tasks };
  });
  const totals = drafted
    .filter((_, index) => weeks[index] && isWhole(weeks[index], course.context))
    .map(({ tasks }) => tasks.reduce((sum, { minutes }) => sum + minutes, 0));
  const local = { least_minutes: Math.min(...totals, 10000), most_minutes: Math.max(...totals, 0) };
  return { summary: course.facts.say(course.playbook.summary, local), weeks: drafted };
}

/** Gives the times of each session their numbers in the order of their days, whichever was put on its day first. */
function inTurn(sorted: readonly Placed[]): Placed[] {
  const waiting = new Map<string, Item[]>();
  for (const { item } of sorted) waiting.set(item.id, [...(waiting.get(item.id) ?? []), item]);
  for (const items of waiting.values()) items.sort((a, b) => Number(a.local.n ?? 0) - Number(b.local.n ?? 0));
  return sorted.map((place) => {
    if (place.item.kind !== 'session') return place;
    const next = waiting.get(place.item.id)?.shift() ?? place.item;
    return { ...place, item: { ...place.item, title: next.title, how: next.how, local: next.local } };
  });
}

/** Numbers the sessions that were placed, so that their amounts add up, and tells titles apart that come too often. */
function withTitles({ facts, playbook, context }: Course, sorted: readonly Placed[]) {
  const counts = new Map<string, number>();
  const titled = sorted.map((place) => {
    const { item, minutes } = place;
    if (item.kind !== 'session') return { place, title: line(item.title, 200), how: line(item.how, 1000) };
    const local = { ...item.local, minutes };
    const title = line(facts.say(item.title, local), 200);
    // Where a day has less time than the words need, something small takes its place.
    const variant =
      minutesFor(title, minutes) === minutes ? undefined : playbook.small[Number(item.local.n) % playbook.small.length];
    if (variant) return { place, title: facts.say(variant.title, local), how: facts.say(variant.how, local) };
    return { place, title, how: line(facts.say(item.how, local), 1000) };
  });
  for (const { title } of titled) counts.set(title, (counts.get(title) ?? 0) + 1);
  const most = Math.max(1, Math.floor(titled.length / 3));
  const seen = new Map<string, number>();
  const id = playbook.id;
  return titled.map(({ place, title, how }) => {
    const count = counts.get(title) ?? 0;
    const nth = (seen.get(title) ?? 0) + 1;
    seen.set(title, nth);
    const doneThatDay = context.kept.some((done) => done.date === place.day && sameText(done.title, title));
    const numbered = (count > most && count > 1) || doneThatDay;
    return { place, how, id, title: numbered ? `${title} (${nth} of ${Math.max(count, nth)})` : title };
  });
}

const IN_ENGLISH: Readonly<Record<Exclude<Language, 'en'>, string>> = {
  de: 'Die Aufgaben sind auf Englisch geschrieben; Tage, Zeiten und Mengen richten sich nach deinen Worten.',
  fr: 'Les tâches sont rédigées en anglais ; les jours, les heures et les quantités suivent ce que tu as écrit.',
  es: 'Las tareas están escritas en inglés; los días, las horas y las cantidades siguen lo que escribiste.',
  pt: 'As tarefas estão escritas em inglês; os dias, as horas e as quantidades seguem o que escreveste.',
  it: 'Le attività sono scritte in inglese; giorni, orari e quantità seguono quello che hai scritto.',
  nl: 'De taken zijn in het Engels geschreven; dagen, tijden en hoeveelheden volgen wat je hebt geschreven.',
};

function notesOf({ playbook, facts, context }: Course, limits: readonly string[]): string[] {
  const { language, note } = context;
  const own = playbook.notes.filter(({ when }) => facts.test(when)).map(({ text }) => facts.say(text));
  return [
    ...(language === 'en' ? [] : [IN_ENGLISH[language]]),
    ...limits,
    ...(note ? [note] : []),
    ...own,
    ...careNotes(context, playbook),
  ];
}

function questionsOf({ playbook, facts, context }: Course): PlanQuestion[] {
  const open = playbook.questions.filter(
    ({ id, when }) => !context.answers.some((each) => each.id === id) && facts.test(when),
  );
  return open.slice(0, QUESTIONS_MAX).map(({ id, text, options }) => {
    return { id, text: facts.say(text), ...(options ? { options: options.map((option) => option.text) } : {}) };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
