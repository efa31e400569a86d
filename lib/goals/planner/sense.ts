import { findHarm } from '../../care/harm.ts';
import { hoursOn, type PlanContext } from './context.ts';
import type { Invariant, Verifiable } from './invariants.ts';
import type { PlanTask } from './schema.ts';
import { toMinutes } from './slots.ts';

type Dated = { week: number; task: PlanTask };

/** 12. Every task has a time within the person's hours, not in the past, and none overlaps another or what is busy. */
export const timesAreFree: Invariant = (plan, context) => {
  const { busy, now } = context;
  const taken = new Map<string, { from: number; to: number; title: string }[]>();
  for (const [day, spans] of Object.entries(busy)) {
    taken.set(
      day,
      spans.map(({ from, to }) => ({ from: toMinutes(from), to: toMinutes(to), title: 'something else' })),
    );
  }
  for (const { date, start_time, duration_minutes, title } of context.kept) {
    if (!start_time) continue;
    const from = toMinutes(start_time);
    taken.set(date, [...(taken.get(date) ?? []), { from, to: from + duration_minutes, title }]);
  }
  return openTasks(plan, context).flatMap(({ week, task }) => {
    const { title, date, start_time, duration_minutes } = task;
    if (!start_time) return [`Week ${week}: "${title}" on ${date} has no free time of day.`];
    const from = toMinutes(start_time);
    const to = from + duration_minutes;
    const spans = taken.get(date) ?? [];
    taken.set(date, [...spans, { from, to, title }]);
    if (`${date} ${start_time}` < `${now.day} ${now.time}`)
      return [`Week ${week}: "${title}" is on ${date} at ${start_time}, which is over.`];
    const open = hoursOn(context, date);
    if (!open.some((span) => from >= toMinutes(span.from) && to <= toMinutes(span.to)))
      return [
        `Week ${week}: "${title}" on ${date} at ${start_time} is outside ${open.map((span) => `${span.from} to ${span.to}`).join(' and ')}.`,
      ];
    const other = spans.find((span) => from < span.to && to > span.from);
    return other ? [`Week ${week}: "${title}" on ${date} at ${start_time} overlaps "${other.title}".`] : [];
  });
};

const HOURS =
  /(?<![\d.,-])(?:(\d+(?:[.,]\d+)?)|(an?|one|half an|two|three|eine?r?|une|una|um|uma|un|een))[\s-](?:easy |full |good |whole |long |ganze |volle )?(hours?|stunden?|heures?|horas?|or[ae]|uur)\b/gi;
const MINUTES = /(?<![\d.,-])(\d{1,3})[\s-]?(?:min\b|mins\b|minut\p{L}*)/giu;
const KILOMETRES = /(?<![\d.,])(\d{1,3}(?:[.,]\d)?)[\s-]?(?:km\b|kilom\p{L}*)/giu;
const IN_PARTS =
  /\b(?:times|sets?|rounds?|repeat|each|per|every|twice|intervals?|x|a day|mal|fois|veces|vezes|volte|keer|of them)\b|\d\s?[x×]|[+/]/iu;
/** Ends with a time that is that of the whole: "Meditate for 5 minutes", not "the last 5 minutes faster". */
const AT_THE_END = /(?<!last|first|final)\s\d{1,3}[\s-]?(?:min|mins|minut\p{L}*)[.!]?$/iu;
/** The fastest that anybody covers a kilometre, in minutes. */
const FASTEST: readonly (readonly [RegExp, number])[] = [
  [/^(?:cycle|ride|bike|rad|velo|bici|fiets)/i, 1.6],
  [/^(?:swim|schwimm|nag|nad|nuot|zwem)/i, 14],
  [/^(?:walk|hike|geh|wander|march|camin|cammin|wandel)/i, 7],
  [/^(?:run|jog|lauf|cour|corr|ren)/i, 3],
];

/** 13a. What a title names fits its minutes: an hour is about 60 of them, 12 km take at least 36, "5 minutes" are not 60. */
export const minutesFitTheWords: Invariant = (plan, context) =>
  openTasks(plan, context).flatMap(({ week, task: { title, duration_minutes: minutes } }) => {
    const fitting = minutesFor(title, minutes);
    if (fitting === minutes) return [];
    return [`Week ${week}: "${title}" has ${minutes} minutes; its words ask for about ${fitting}.`];
  });

/** Returns the minutes nearest to the given ones that fit what a title names: a time, or kilometres at the pace of their sport. */
export function minutesFor(given: string, minutes: number): number {
  // A goal that is quoted names its own amounts, not the task's.
  const title = given.replace(/“[^”]*”/g, ' ');
  const named = namedMinutes(title);
  const longest = Math.min(240, Math.max(0, ...named));
  if (longest > minutes * 1.25 + 2) return longest;
  const isAll = named.length === 1 && AT_THE_END.test(title) && !IN_PARTS.test(title);
  if (isAll && longest > 0 && minutes > 4 * longest && minutes > longest + 30) return Math.max(5, longest);
  const [, kilometres] = [...title.matchAll(KILOMETRES)][0] ?? [];
  const pace = FASTEST.find(([sport]) => sport.test(title))?.[1];
  const least = kilometres && pace ? Math.min(240, Math.ceil(Number(kilometres.replace(',', '.')) * pace)) : 0;
  return Math.max(minutes, least);
}

/** Returns the lengths of time that a title names, in minutes. */
export function namedMinutes(title: string): number[] {
  const hours = [...title.matchAll(HOURS)].map(([, number, word = '']) => {
    if (number) return Number(number.replace(',', '.')) * 60;
    return { half: 30, two: 120, three: 180 }[word.split(' ')[0]?.toLowerCase() ?? ''] ?? 60;
  });
  return [...hours, ...[...title.matchAll(MINUTES)].map(([, number]) => Number(number))];
}

/** What makes a thing, and what can only be done with it afterwards. */
const BEFORE_AND_AFTER: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:write|draft|design|prepare|order|make)\b/i, /^(?:send|submit|hand in|post|publish|present|deliver)\b/i],
  [/^(?:book|choose|find|compare)\b/i, /^(?:confirm|pay)\b/i],
  [/^(?:buy|order|get|borrow)\b/i, /^(?:use|install|wear|assemble|mount|fit)\b/i],
];

/** 13b. What prepares comes before what it prepares: invitations are written before they are sent. */
export const preparesFirst: Invariant = (plan, context) => {
  const tasks = openTasks(plan, context);
  return tasks.flatMap(({ week, task }, index) => {
    const pair = BEFORE_AND_AFTER.find(([, after]) => after.test(task.title));
    const thing = pair && lastWord(task.title);
    if (!pair || !thing) return [];
    const isMade = (each: Dated) => pair[0].test(each.task.title) && lastWord(each.task.title) === thing;
    const first = tasks.findIndex(isMade);
    const isLate = first > index && (tasks[first]?.task.date ?? '') > task.date;
    return isLate ? [`Week ${week}: "${task.title}" comes before "${tasks[first]?.task.title}".`] : [];
  });
};

function lastWord(title: string): string | undefined {
  return /(?:the|your|my)\s+(?:\p{L}+\s+)?(\p{L}{4,})$/iu.exec(title)?.[1]?.toLowerCase();
}

/** 14. Nothing that a plan says can harm the person, by the rules of lib/care. */
export const isSafe: Invariant = (plan, context) => {
  const lines = openTasks(plan, context).map(({ task: { title, description } }) => `${title}. ${description}`);
  const milestones = [...plan.weeks.map(({ milestone }) => milestone), ...(plan.later ?? [])].map(
    ({ title, success_criterion }) => `${title}. ${success_criterion}`,
  );
  // The goal itself is the person's own words, and lib/care has read them.
  const own = [...new Set([...lines, ...milestones])].map((text) => text.replaceAll(context.goal.title, ' '));
  const harm = findHarm(own.join('\n'));
  return harm ? [`The plan could harm the person: ${harm}.`] : [];
};

function openTasks(plan: Verifiable, { kept }: PlanContext): Dated[] {
  return plan.weeks.flatMap(({ week, tasks }) =>
    tasks.filter(({ id }) => !kept.some((done) => done.id === id)).map((task) => ({ week, task })),
  );
}
