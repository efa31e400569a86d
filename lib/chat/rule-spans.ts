import { todayIn } from '../days.ts';
import { findByWords } from '../intents/find-by-words.ts';
import { OVERDUE } from '../intents/list-tasks.ts';
import { isInSpan, readSpans } from '../intents/spans.ts';
import type { Task } from '../tasks/schema.ts';
import type { Slots } from './rule-calls.ts';
import { WORDS } from './rule-words.ts';
import { type RuleContext, type Ruled, withoutArticle } from './ruled.ts';
import { saysOnlyWhen } from './task-line.ts';
import { callsMax } from './thought.ts';

/** Tells whether words name days and nothing else: "the weather tomorrow" is not about the list. */
export function isSpan(words: string, context: RuleContext): boolean {
  const said = spanWords(words);
  return saysOnlyWhen(said, context) && readSpans(said, context).length > 0;
}

export const spanWords = (words: string): string =>
  words
    .replace(/^(?:for|on) /i, '')
    .replace(/(?<=semaine|mois|week-end|soir)-ci$/i, '')
    .replace(/^(?:day|schedule)$/i, 'today')
    .replace(/^(?:tag|journée|día|dia|giornata|dag)$/iu, 'today')
    .replace(/^(?:woche|semaine|semana|settimana)$/iu, 'this week')
    .replace(/^(?:wochenende|week-end)$/iu, 'this weekend')
    .replace(/^(?:monat|mois|mes|mês|mese|maand)$/iu, 'this month')
    .replace(/^(?:week|weekend|month)$/i, 'this $&');
/** Returns the open tasks of the days that words mean, or the overdue ones; undefined where words mean neither. */
export function tasksOn(when: string, { tasks, ...moment }: RuleContext): Task[] | undefined {
  const today = todayIn(moment.timezone, moment.now);
  if (OVERDUE.test(when)) return tasks.filter(({ date }) => date < today);
  const spans = readSpans(when, moment);
  return spans.length > 0
    ? tasks.filter((task) => spans.some((span) => isInSpan(span, task, moment.timezone)))
    : undefined;
}

/** Changes all open tasks of some days but those that are to be spared. */
export function changeAll(
  name: string,
  { from, except }: Pick<Slots, 'from' | 'except'>,
  context: RuleContext,
  args: Record<string, string>,
): Ruled | null {
  const words = WORDS[context.language];
  const due = tasksOn(from ?? 'today', context);
  if (!due) return null;
  const spared = except ? findByWords(due, except) : [];
  // Who is to be spared must be known before all others are touched.
  if (except && spared.length === 0) return { text: words.notFound.replace('{x}', withoutArticle(except)) };
  const chosen = due.filter((task) => !spared.includes(task));
  if (chosen.length === 0) return { text: words.noTasks };
  return {
    ...(chosen.length > callsMax ? { text: words.tooMany } : {}),
    calls: chosen.slice(0, callsMax).map(({ id }) => ({ name, arguments: { task: id, ...args } })),
  };
}
