import type { Asked, Slot } from '../intents/phrases/phrase.ts';
import { findByWords } from '../intents/resolve.ts';
import { readSpans } from '../intents/spans.ts';
import { toDo } from '../intents/verbs.ts';
import { callGoal, wanted } from './rule-goals.ts';
import { WORDS } from './rule-words.ts';
import { call, capital, type RuleContext, type Ruled } from './ruled.ts';
import { isTime, saysOnlyWhen, splitTaskLine, tasksOf } from './task-line.ts';
import { callsMax } from './thought.ts';

/** The words that stand in the places of a phrase. */
export type Slots = Partial<Record<Slot, string>>;
type Rule = (slots: Slots, context: RuleContext) => Ruled | null;

/** How much later or earlier, "by an hour". */
const SHIFT =
  /^(?:back )?(?:by )?((?:an?|\d+|one|two|three|half an?) (?:minutes?|hours?|days?|weeks?))(?: (later|earlier)| back)?$/i;
/** What keeps its time of day needs none. */
const SAME_TIME =
  /,? (?:at (?:the )?)?same (?:time|hour)$|,? (?:um|zur) (?:dieselbe|gleichen|selben) (?:zeit|uhrzeit)$|,? (?:à la même heure|a la misma hora|à mesma hora|alla stessa ora|(?:op )?dezelfde tijd)$/iu;
/** Never one task. */
const EVERYTHING = /^(?:everything|all|alles|tout|todo|tudo|tutto)\b/iu;

/** What each thing that can be asked for comes to; null where the words mean something else after all. */
export const rules: Record<Asked, Rule> = {
  create_goal: ({ goal }, context) => (goal ? callGoal(goal, context) : null),
  want_goal: ({ goal }, context) => (goal ? wanted(goal, context) : null),
  list_goals: () => call('list_goals'),
  get_goal_progress: ({ goal }) => call('get_goal_progress', { goal: goal && withoutArticle(goal) }),
  replan_goal: ({ goal, instructions }) =>
    goal ? call('replan_goal', { goal: withoutArticle(goal), instructions }) : null,
  create_task: ({ line, title, when }, context) => createTask({ line, title, when }, context),
  have_task({ line }, context) {
    const split = line ? splitTaskLine(line, context) : undefined;
    return split?.when ? call('create_task', split) : null;
  },
  need_task({ line, when }, context) {
    if (!line)
      return when && isTime(clockFirst(when), context)
        ? call('create_task', { title: 'Wake up', when: clockFirst(when) })
        : null;
    if (when && !isTime(when, context)) return null;
    const said = when ? `${when} ${line}` : line;
    const several = tasksOf(said, context);
    if (several.length > 1) return { calls: several.flatMap((each) => call('create_task', each).calls ?? []) };
    if (when) return call('create_task', { title: capital(line), when });
    const split = splitTaskLine(said, context);
    return split.when
      ? call('create_task', split)
      : { text: WORDS[context.language].offerTask.replace('{x}', split.title) };
  },
  list_tasks: ({ when }, context) =>
    when === undefined || isSpan(when, context) ? call('list_tasks', { when: when && spanWords(when) }) : null,
  list_overdue: () => call('list_tasks', { when: 'overdue' }),
  reschedule_task({ task, when }, context) {
    if (!task || EVERYTHING.test(task)) return null;
    const moved = when && SHIFT.exec(when);
    const day = when?.replace(SAME_TIME, '');
    if (day !== undefined && !moved && !isTime(day, context)) return null;
    return call('reschedule_task', {
      task: withoutArticle(task),
      when: moved ? `${moved[1]} ${moved[2] ?? 'later'}` : day,
    });
  },
  rename_task: ({ task, title }) =>
    task && title ? call('rename_task', { task: withoutArticle(task), title: capital(title) }) : null,
  complete_task: ({ task }) =>
    task && !/^(?:not|nothing|it|that|this|so|with)$/i.test(task) ? completeAll(task) : null,
  did({ words }) {
    const todo = words && toDo(words.replace(/ (?:already|just now)$/i, ''));
    return todo ? completeAll(todo) : null;
  },
  missed: ({ task }, { language }) =>
    task
      ? {
          text: WORDS[language].missed.replace(
            '{x}',
            withoutArticle(task.replace(/ (?:today|tonight|yesterday)$/i, '')),
          ),
        }
      : null,
  cancel_task: ({ task }) =>
    task && !EVERYTHING.test(task) ? call('cancel_task', { task: withoutArticle(task) }) : null,
  move_all: ({ from, when, except }, context) =>
    when && isTime(when, context) ? changeAll('reschedule_task', { from, except }, context, { when }) : null,
  cancel_all: ({ from, except }, context) => (from ? changeAll('cancel_task', { from, except }, context, {}) : null),
  remember: ({ fact }) => (fact ? call('remember', { fact: capital(fact) }) : null),
  recall: ({ query }, context) => recall(query, context),
  forget: ({ fact }) => (fact ? call('forget', { fact }) : null),
  search_notes: ({ query }) => (query ? call('search_notes', { query }) : null),
  undo_last: () => call('undo_last'),
};

function createTask({ line, title, when }: Pick<Slots, 'line' | 'title' | 'when'>, context: RuleContext): Ruled | null {
  if (title && when) return isTime(when, context) ? call('create_task', { title: capital(title), when }) : null;
  // A time alone is nothing to do: "schedule for next week" asks what there is.
  if (!line || isTime(line, context) || isSpan(line, context)) return null;
  const said = when === undefined ? line : `${line} ${when}`;
  const several = tasksOf(said, context);
  if (several.length > 1) return { calls: several.flatMap((each) => call('create_task', each).calls ?? []) };
  const split = splitTaskLine(said, context);
  return /^(?:my |the )?(?:list|calendar|agenda)$/i.test(split.title) ? null : call('create_task', split);
}

function completeAll(task: string): Ruled {
  const several = task.split(/ and (?=(?:the |my )?\w+(?: \w+)?$)/i);
  return { calls: several.flatMap((each) => call('complete_task', { task: withoutArticle(each) }).calls ?? []) };
}

function changeAll(
  name: string,
  { from, except }: Pick<Slots, 'from' | 'except'>,
  context: RuleContext,
  args: Record<string, string>,
): Ruled | null {
  const words = WORDS[context.language];
  const spans = readSpans(from ?? 'today', context);
  if (spans.length === 0) return null;
  const due = context.tasks.filter(({ date }) => spans.some((span) => date >= span.from && date <= span.to));
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

/** What is remembered, or of it what is asked for. */
function recall(query: string | undefined, { memories, language }: RuleContext): Ruled {
  const words = WORDS[language];
  if (memories.length === 0) return { text: query ? words.notKnown : words.knownNothing };
  if (query === undefined)
    return { text: [words.known, ...memories.slice(0, 20).map(({ text }) => `• ${text}`)].join('\n') };
  const found = findByWords(
    memories.map(({ text }) => ({ title: text })),
    query.replace(/'s\b/g, ''),
  );
  return {
    text: found.length
      ? found
          .slice(0, 5)
          .map(({ title }) => title)
          .join('\n')
      : words.notKnown,
  };
}

/** Whether words name days and nothing else: "the weather tomorrow" is not about the list. */
function isSpan(words: string, context: RuleContext): boolean {
  const said = spanWords(words);
  return saysOnlyWhen(said, context) && readSpans(said, context).length > 0;
}

const spanWords = (words: string): string =>
  words
    .replace(/^(?:for|on) /i, '')
    .replace(/^(?:day|schedule)$/i, 'today')
    .replace(/^(?:tag|journée|día|dia|giornata|dag)$/iu, 'today')
    .replace(/^(?:woche|semaine|semana|settimana)$/iu, 'this week')
    .replace(/^(?:wochenende|week-end)$/iu, 'this weekend')
    .replace(/^(?:week|weekend)$/i, 'this $&');
const clockFirst = (words: string): string => (/^\d/.test(words) ? `at ${words}` : words);
const withoutArticle = (words: string): string => words.replace(/^(?:the|my|a|an|our|doing|to) (?=\S)/i, '');
