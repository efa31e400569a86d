import { addDays, todayIn } from '../days.ts';
import { findByWords } from '../intents/find-by-words.ts';
import type { Language } from '../language/languages.ts';
import { readWhen } from '../language/when.ts';
import type { Task } from '../tasks/schema.ts';
import { asksSomething } from './asks.ts';
import { FOLLOW_UPS } from './follow-up-words.ts';
import { bareIn, languagesToTry, ruleFor } from './phrases.ts';
import { tasksOn } from './rule-spans.ts';
import { WORDS } from './rule-words.ts';
import { call, type RuleContext, type Ruled } from './ruled.ts';
import { answerSmallTalk } from './small-talk.ts';
import { hasTime, isShift, isTime, readMoved, saysOnlyWhen, splitTaskLine } from './task-line.ts';
import { type Call, callsMax } from './thought.ts';
import { bareLine } from './unasked.ts';

/** What stands for the task that was just spoken of. */
export const PRONOUN =
  /^(?:it|that|this|that one|this one|the last one|das|den|die|es|ça|cela|le|la|celle-là|celui-là|eso|esa|ese|isso|isto|essa|questo|questa|quello|quella|dat|die|het)$/iu;
const NAMING = ['create_task', 'reschedule_task', 'rename_task'];
const ABOUT_TASKS = [...NAMING, 'complete_task', 'cancel_task'];
const turnsMax = 4;
const alsoWordsMax = 5;
/** What makes a sentence of words, "Anna is vegan", or speaks to the assistant, "love you". */
const STATES =
  /(?<!\p{L})(?:is|are|was|were|has|have|ist|sind|war|hat|haben|est|sont|était|es|son|está|están|era|é|são|è|sono|zijn|heeft|you|dich|dir|te|toi|jou)(?!\p{L})/iu;
const patterns = new Map<string, RegExp>();

function pattern(form: string): RegExp {
  const known = patterns.get(form) ?? new RegExp(`^(?:${form.replace(/\{(\w+)\}/g, '(?<$1>\\S(?:.*?\\S)?)')})$`, 'iu');
  patterns.set(form, known);
  return known;
}

/** Returns what a message of a conversation came to, one that goes on about the one before it too. */
function ruledAt(before: string[], at: number, context: RuleContext): Ruled | null {
  const content = before[at] ?? '';
  return ruleFor(content, context) ?? bareLine(content, context) ?? addedToo(content, before.slice(0, at), context);
}

/**
 * Returns the task that the last request was about; of several, the one with a time of day.
 * @param turns how many messages are looked back upon
 */
export function lastTask(before: string[], context: RuleContext, turns = turnsMax): string | undefined {
  for (let at = before.length - 1; at >= Math.max(0, before.length - turns); at -= 1) {
    const { calls = [], about } = ruledAt(before, at, context) ?? {};
    if (about) return about;
    if (calls.length === 0) continue;
    const those =
      calls.length === 1
        ? calls
        : calls.filter(({ arguments: { when } }) => typeof when === 'string' && hasTime(when, context));
    const [one] = those;
    const name = one?.arguments.title ?? one?.arguments.task;
    if (!one || those.length > 1 || !ABOUT_TASKS.includes(one.name) || typeof name !== 'string') return undefined;
    if (!PRONOUN.test(name)) return idOn(name, one.arguments.when, context) ?? name;
  }
  return undefined;
}

/** Returns the id of the open task of that title on the day that was said, for another day may have one of the same title. */
function idOn(title: string, when: unknown, { tasks, ...moment }: RuleContext): string | undefined {
  const read = typeof when === 'string' ? readWhen(when, moment) : undefined;
  const day = read && 'date' in read ? read.date : undefined;
  return tasks.find((task) => task.title === title && task.date === day && !task.series_id)?.id;
}

/** Returns when a task that was just spoken of is to be, once or again and again: "make it weekly". */
export function madeTime(said: string, context: RuleContext): string | undefined {
  for (const language of languagesToTry(context)) {
    const bare = bareIn(said, language);
    for (const form of FOLLOW_UPS[language].makeIt) {
      const when = pattern(form).exec(bare)?.groups?.when;
      const isRead =
        when &&
        ((saysOnlyWhen(when, context) && readMoved(when, context).kind !== 'unclear') || isShift(when, context));
      if (isRead) return when;
    }
  }
  return undefined;
}

/** Returns another thing for the list, on the day of the one that was put there by the message before: "also butter". */
export function addedToo(said: string, before: string[], context: RuleContext, turns = turnsMax): Ruled | null {
  const line = alsoIn(said, context);
  if (!line || turns === 0 || before.length === 0 || ruleFor(said, context)) return null;
  const last = before.at(-1) ?? '';
  const { calls = [] } =
    ruleFor(last, context) ?? bareLine(last, context) ?? addedToo(last, before.slice(0, -1), context, turns - 1) ?? {};
  const one = calls.at(-1);
  if (!one || calls.some(({ name }) => name !== 'create_task')) return null;
  const { title, when } = splitTaskLine(line, context);
  return call('create_task', { title, when: when ?? dayOf(one.arguments.when, context) });
}

function alsoIn(said: string, context: RuleContext): string | undefined {
  if (asksSomething(said)) return undefined;
  for (const language of languagesToTry(context)) {
    const { also, articles, nothing } = FOLLOW_UPS[language];
    const after = (words: string) =>
      also.map((form) => pattern(form).exec(words)?.groups?.line).find((each) => each !== undefined);
    const all = after(said);
    // "And some eggs too"
    const line = all && (after(all) ?? all);
    const thing = line?.replace(new RegExp(`^(?:(?:${articles})(?: |(?<=')))+`, 'iu'), '');
    if (!line || !thing) continue;
    const isNothing = new RegExp(`^(?:${nothing})(?!\\p{L})`, 'iu').test(line);
    const isThing = /\p{L}{2}/u.test(thing) && thing.split(/\s+/).length <= alsoWordsMax && !STATES.test(thing);
    return isThing && !isNothing && !isTime(line, context) && answerSmallTalk(line, language) === null
      ? thing
      : undefined;
  }
  return undefined;
}

/** Returns the day of a time of day, which is another thing's own; other times as they were said. */
function dayOf(when: unknown, context: RuleContext): string | undefined {
  if (typeof when !== 'string') return undefined;
  const read = readWhen(when, context);
  return read.kind === 'instant' && hasTime(when, context) ? read.date : when;
}

/** Returns the tasks that were named or listed before, done, where a message says so of two, of three or of all. */
export function severalDone(said: string, before: string[], context: RuleContext): Ruled | null {
  const count = languagesToTry(context)
    .map((language) => countDone(said, language))
    .find((each) => each !== undefined);
  if (count === undefined) return null;
  const those = spokenOf(before, count, context);
  const words = WORDS[context.language];
  if (count > 0 && those.length !== count) return { text: words.whichDone };
  if (those.length === 0) return null;
  return {
    ...(those.length > callsMax ? { text: words.tooMany } : {}),
    calls: those.slice(0, callsMax).flatMap((task) => call('complete_task', { task }).calls ?? []),
  };
}

/** Returns of how many tasks a message says that they are done, 0 for all of them; undefined where it says nothing like it. */
function countDone(said: string, language: Language): number | undefined {
  const { done, two, three, all } = FOLLOW_UPS[language];
  const bare = bareIn(said, language);
  const counts: [number, string][] = [
    [2, two],
    [3, three],
    [0, all],
  ];
  return counts.find(([, words]) =>
    done.some((form) => pattern(form.replace('{count}', `(?:${words})`)).test(bare)),
  )?.[0];
}

/** Returns the tasks that the messages before were about, by their ids or names: as many as are wanted, or with 0 all that were listed. */
function spokenOf(before: string[], count: number, context: RuleContext): string[] {
  let named: string[] = [];
  for (let at = before.length - 1; at >= Math.max(0, before.length - turnsMax); at -= 1) {
    const calls = ruledAt(before, at, context)?.calls ?? [];
    const [one] = calls;
    if (!one) continue;
    // "All" is what was listed; whoever is "all done" after naming something may only take leave.
    if (count === 0 && one.name !== 'list_tasks') break;
    if (one.name === 'list_tasks' && named.length === 0) return listedBy(one.arguments, context).map(({ id }) => id);
    if (!calls.every(({ name }) => NAMING.includes(name))) break;
    const those = calls.map(({ arguments: { title, task, when = 'today' } }) => {
      const name = String(title ?? task);
      return idOn(name, when, context) ?? name;
    });
    named = [...those, ...named];
    if (named.length >= count) break;
  }
  return named;
}

/** Returns the open tasks that a list held. */
function listedBy({ when, about, status }: Call['arguments'], context: RuleContext): Task[] {
  if (status === 'done') return [];
  const listed = tasksOn(typeof when === 'string' ? when : 'today', context) ?? [];
  const today = todayIn(context.timezone, context.now);
  // Who asks for their list and has nothing today is told what comes.
  const all =
    when === undefined && listed.length === 0
      ? context.tasks.filter(({ date }) => date >= today && date <= addDays(today, 6))
      : listed;
  return typeof about === 'string' ? findByWords(all, about) : all;
}
