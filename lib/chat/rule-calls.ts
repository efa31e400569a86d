import { todayIn } from '../days.ts';
import { findByWords } from '../intents/find-by-words.ts';
import type { Asked, Placeholder } from '../intents/phrases/phrase.ts';
import { sayDayAndTime } from '../intents/speech.ts';
import { toImperative } from '../intents/verbs.ts';
import type { Language } from '../language/languages.ts';
import { sayFullDate } from '../language/say.ts';
import { readWhen } from '../language/when.ts';
import { fill } from '../text.ts';
import { asksSomething } from './asks.ts';
import { answerFree } from './free-time.ts';
import { callGoal, TAKES_WEEKS, wanted } from './rule-goals.ts';
import { recall, titlesOf } from './rule-memories.ts';
import { changeAll, isSpan, spanWords } from './rule-spans.ts';
import { WORDS } from './rule-words.ts';
import { call, capital, type RuleContext, type Ruled, withoutArticle } from './ruled.ts';
import { sayCongratulations } from './small-talk.ts';
import { APPOINTMENT, deedsOf, hasTime, isShift, isTime, splitTaskLine, tasksAfter, tasksOf } from './task-line.ts';

/** The words that stand in the places of a phrase. */
export type Slots = Partial<Record<Placeholder, string>>;
type Rule = (slots: Slots, context: RuleContext) => Ruled | null;

/** How much later or earlier, "by an hour". */
const SHIFT =
  /^(?:back )?(?:by )?((?:an?|\d+|one|two|three|half an?) (?:minutes?|hours?|days?|weeks?))(?: (later|earlier)| back)?$/i;
/** What stands behind a span that something moves by; Dutch says later as English does. */
const LATER = ['later', 'später', 'plus tard', 'más tarde', 'mais tarde', 'più tardi'];
const EARLIER = ['earlier', 'früher', 'plus tôt', 'antes', 'mais cedo', 'prima', 'eerder'];
/** What keeps its time of day needs none. */
const SAME_TIME =
  /,? (?:at (?:the )?)?same (?:time|hour)$|,? (?:um|zur) (?:dieselbe|gleichen|selben) (?:zeit|uhrzeit)$|,? (?:à la même heure|a la misma hora|à mesma hora|alla stessa ora|(?:op )?dezelfde tijd)$/iu;
/** As many as are told at once. */
const listedMax = 3;
/** A goal, and none in particular. */
const ANY_GOAL = /^(?:my |the )?(?:goal|plan|ziel|objectif|objetivo|meta|plano|obiettivo|piano|doel)s?$/iu;
/** What stands for something that was named before. */
const NO_TITLE =
  /^(?:it|that|this|them|these|those|this one|that one|das|es|die|den|ça|cela|le|la|les|lo|eso|esto|isso|isto|o|a|questo|quello|het|dat|die)(?: too| also| as well| auch)?$/iu;
/** Time that is given to something: "half an hour to get there". */
const ADDED_TIME =
  /^(?:an?|half an|\d+|one|two|three)(?: more| extra)? (?:minutes?|mins?|hours?)(?: more| extra)? (?:to|for (?:getting|going|travel)|before|after|of travel)\b/i;
/** A time that only what was spoken of could tell. */
const AFTER_IT = / (?:(?:right|just|straight|shortly) )?(?:after|before) (?:it|that|this|then)$/i;
/** A verb follows that says it has not happened: "the gym is not (done)". */
const NEGATED =
  /(?:(?:^|[ ,])(?:not|never|almost|nearly|nicht|nie|pas|presque|no|nunca|casi|não|nao|quase|non|quasi|niet|nooit|bijna)|(?:^| )(?:is|are|was|were|has|have|had|do|does|did|ca|wo)n'?t)(?: (?:yet|still|even|noch|ganz|encore|aún|todavía|ainda|ancora|nog))?$/iu;
/** Words that lead to the name of a task. */
const LEADS =
  /^(?:the|a|an|my|our|with|at|for|of|on|der|die|das|den|dem|meine?n?|unsere?n?|mit|bei|beim|zum|le|la|les|l|mon|ma|notre|avec|chez|du|de|d|el|los|las|mi|con|del|al|o|os|as|meu|minha|com|do|da|il|lo|mio|mia|dal|het|mijn|ons|onze|met|bij)$/iu;
/** Dutch for the laundry is a question word in German. */
const LAUNDRY = /^was$/i;
/** Never one task. */
const EVERYTHING = /^(?:everything|all|alles|tout|todo|tudo|tutto)\b/iu;

/** What each thing that can be asked for comes to; null where the words mean something else after all. */
export const rules: Record<Asked, Rule> = {
  create_goal: ({ goal }, context) => (goal ? callGoal(goal, context) : null),
  want_goal: ({ goal }, context) => (goal ? wanted(goal, context) : null),
  list_goals: () => call('list_goals'),
  get_goal_progress: ({ goal }) =>
    call('get_goal_progress', {
      goal: goal && !ANY_GOAL.test(goal) ? withoutArticle(goal).replace(/ (?:goal|plan)s?$/i, '') : undefined,
    }),
  replan_goal: ({ goal, instructions }) =>
    goal ? call('replan_goal', { goal: withoutArticle(goal), instructions }) : null,
  create_task: ({ line, title, when }, context) => createTask({ line, title, when }, context),
  // Which thing is asked by the intent.
  put_it: () => call('create_task'),
  listed: ({ line }, context) => createTask({ line }, context),
  have_task({ line, when = '' }, context) {
    if (!line || (when && !isTime(when, context))) return null;
    const split = splitTaskLine(`${when} ${line}`.trim(), context);
    // A headache today is no task.
    const isPlanned = split.when && (hasTime(split.when, context) || APPOINTMENT.test(split.title));
    return isPlanned ? call('create_task', split) : null;
  },
  when_is({ task }, context) {
    const words = withoutArticle(task ?? '').replace(/'s\b/g, '');
    const found = words ? findByWords(context.tasks, words).slice(0, listedMax) : [];
    if (found.length === 0 || findByWords(titlesOf(context.memories), words).length > 0) return null;
    const text = found.map((each) => `${each.title}: ${sayDayAndTime(each, context, context.language)}.`).join('\n');
    return found.length === 1 ? { text, about: found[0]?.id } : { text };
  },
  goal_end({ goal }, { goals, language }) {
    const dated = goals.filter(({ target_date }) => target_date !== null);
    const named = goal ? findByWords(dated, goal) : dated;
    const lines = named.slice(0, listedMax).map((each) => sayGoalEnd(each, language));
    return lines.length ? { text: lines.join('\n') } : null;
  },
  delete_goal: (_, { language }) => ({ text: WORDS[language].deleteGoal }),
  need_task({ line, when }, context) {
    if (!line)
      return when && isTime(clockFirst(when), context)
        ? call('create_task', { title: WORDS[context.language].wakeUp, when: clockFirst(when) })
        : null;
    if (when && !isTime(when, context)) return null;
    const said = when ? `${when} ${line}` : line;
    const several = tasksOf(said, context);
    if (several.length > 1) return { calls: several.flatMap((each) => call('create_task', each).calls ?? []) };
    if (when) return call('create_task', { title: capital(line), when });
    const split = splitTaskLine(said, context);
    if (!split.when && TAKES_WEEKS.test(line))
      return { text: WORDS[context.language].offerGoal.replace('{x}', capital(line)) };
    return split.when
      ? call('create_task', split)
      : { text: WORDS[context.language].offerTask.replace('{x}', split.title) };
  },
  is_free: ({ when }, context) => (when ? answerFree(when, context) : null),
  list_tasks: ({ when }, context) =>
    when === undefined || isSpan(when, context) ? call('list_tasks', { when: when && spanWords(when) }) : null,
  list_done: ({ when }, context) =>
    when === undefined || isSpan(when, context)
      ? call('list_tasks', { when: when && spanWords(when), status: 'done' })
      : null,
  list_about({ query = '', when, from }, context) {
    const time = when ?? from;
    if (time !== undefined && !isSpan(time, context)) return null;
    const [about, last] = partSpan(query, context);
    return call('list_tasks', { about: withoutArticle(about), when: spanWords(time ?? last) || undefined });
  },
  list_overdue: () => call('list_tasks', { when: 'overdue' }),
  reschedule_task({ words, title, task: named = title ?? (words && 'it'), when: said }, context) {
    // "Put the dentist on Thursday" is a new task where there is none of the name.
    if (title && said && findByWords(context.tasks, title).length === 0)
      return createTask({ title, when: said }, context);
    const [task, when] = partBefore(named, said, context);
    if (!task || EVERYTHING.test(task) || NEGATED.test(task)) return null;
    const moved = when && SHIFT.exec(when);
    const day = when?.replace(SAME_TIME, '');
    if (day !== undefined && !moved && !isTime(day, context)) return null;
    return call('reschedule_task', {
      task: /^(?:remind|tell|wake) me$/i.test(task) ? 'it' : withoutArticle(task),
      when: moved ? `${moved[1]} ${moved[2] ?? 'later'}` : day,
    });
  },
  move_later: (slots, context) => moveBy(slots, LATER, context),
  move_earlier: (slots, context) => moveBy(slots, EARLIER, context),
  rename_task: ({ task, title }) =>
    task && title ? call('rename_task', { task: withoutArticle(task), title: capital(title) }) : null,
  complete_task: ({ task }, { language }) =>
    task &&
    (!asksSomething(task) || (language === 'nl' && LAUNDRY.test(task))) &&
    !/^(?:nothing|it|that|this|so|with)$/i.test(task) &&
    !NEGATED.test(task)
      ? completeAll(task)
      : null,
  did({ words }, context) {
    if (words && /^(?:it|that|this|them)$/i.test(words)) return completeAll('it');
    // What is at an hour to come is not done yet: "read chapter 4 tomorrow at 6".
    if (words && isAhead(words, context)) return null;
    const todo = words && toImperative(words.replace(/ (?:already|just now)$/i, ''));
    if (!todo) return null;
    return isOnList(todo, context) ? completeAll(todo) : { text: sayCongratulations(context.language) };
  },
  missed({ task }, context) {
    if (!task) return null;
    // "I skipped yesterday" is about all that was on then.
    const x = isSpan(task, context) ? `everything from ${task}` : task.replace(/ (?:today|tonight|yesterday)$/i, '');
    return { text: WORDS[context.language].missed.replace('{x}', withoutArticle(x)) };
  },
  // Who is not to be reminded any more means all turns of what repeats.
  // Who skips something means one turn.
  cancel_task: ({ words, title, task = words ?? title }) =>
    task && !EVERYTHING.test(task) && !NEGATED.test(task)
      ? call('cancel_task', { task: withoutArticle(task), scope: words ? 'series' : title && 'one' })
      : null,
  // What others have called off or moved is said of what is on the list.
  is_off({ task, title }, context) {
    // Of a person who is off no meeting is: "Dana is off".
    const isWhole = context.tasks.some((each) => each.title.toLowerCase() === title?.toLowerCase());
    return isWhole || isNamed(task, context) ? call('cancel_task', { task: title ?? task, scope: 'one' }) : null;
  },
  is_moved: ({ task, when }, context) =>
    isNamed(task, context)
      ? rules.reschedule_task({ task: task?.replace(/^(?:the|my|our) /i, ''), when }, context)
      : null,
  move_all: ({ from, when, except }, context) =>
    when && isTime(when, context) ? changeAll('reschedule_task', { from, except }, context, { when }) : null,
  cancel_all: ({ from, except }, context) =>
    from && isSpan(from, context) ? changeAll('cancel_task', { from: spanWords(from), except }, context, {}) : null,
  remember: ({ fact }) => (fact ? call('remember', { fact: capital(fact) }) : null),
  recall: ({ query }, context) => recall(query, context),
  forget: ({ fact }) => (fact ? call('forget', { fact }) : null),
  search_notes: ({ query }) => (query ? call('search_notes', { query }) : null),
  undo_last: () => call('undo_last'),
};

/** Tells whether words name an open task and say nothing else: not so "is the dentist", "dentist was almost" or "if the dentist". */
function isNamed(task: string | undefined, context: RuleContext): boolean {
  if (!task) return false;
  const { title } = splitTaskLine(task, context);
  const words = title.replace(/['’]s\b/g, '').match(/[\p{L}\p{N}-]+/gu) ?? [];
  const telling = words.filter((word) => !LEADS.test(word));
  return findByWords(context.tasks, title).some((found) =>
    telling.every(
      (word) =>
        APPOINTMENT.test(word) ||
        findByWords([found], word).length > 0 ||
        found.title
          .toLowerCase()
          .split(/\P{L}+/u)
          .includes(word.toLowerCase()),
    ),
  );
}

/** Parts words before the days that they end with: "Dana this month". */
function partSpan(words: string, context: RuleContext): [about: string, when: string] {
  const said = words.split(' ');
  const at = said.findIndex((_, place) => place > 0 && isSpan(said.slice(place).join(' '), context));
  return at < 0 ? [words, ''] : [said.slice(0, at).join(' '), said.slice(at).join(' ')];
}

/** Returns what a task's name and its time are where the time begins later than a pattern could tell: "the dentist wednesday". */
function partBefore(task: string | undefined, when: string | undefined, context: RuleContext) {
  const words = `${task} ${when}`.split(' ');
  if (!task || !when || isTime(when.replace(SAME_TIME, ''), context) || SHIFT.test(when)) return [task, when] as const;
  for (let at = task.split(' ').length + 1; at < words.length; at += 1) {
    const rest = words.slice(at).join(' ');
    if (isTime(rest, context)) return [words.slice(0, at).join(' '), rest] as const;
  }
  return [task, when] as const;
}

function createTask({ line, title, when }: Pick<Slots, 'line' | 'title' | 'when'>, context: RuleContext): Ruled | null {
  const [, quoted, rest = ''] = /^["“„«'](.{2,200}?)["”“»'][,:]?(?: (.+))?$/u.exec(line ?? '') ?? [];
  if (quoted) return call('create_task', { title: capital(quoted), when: splitTaskLine(`x ${rest}`, context).when });
  if (title && when) {
    const all = tasksAfter(title, when, context);
    if (all.length > 1 && isTime(when, context))
      return { calls: all.flatMap((each) => call('create_task', each).calls ?? []) };
    return isTime(when, context) ? call('create_task', { title: capital(title), when }) : null;
  }
  // A time alone is nothing to do: "schedule for next week" asks what there is. Nor is "it", or time that is added.
  if (!line || NO_TITLE.test(line) || ADDED_TIME.test(line) || isTime(line, context) || isSpan(line, context))
    return null;
  const said = when === undefined ? line : `${line} ${when}`;
  const several = tasksOf(said, context);
  if (several.length > 1) return { calls: several.flatMap((each) => call('create_task', each).calls ?? []) };
  const deeds = deedsOf(said, context);
  if (deeds.length > 1) return { calls: deeds.flatMap((each) => call('create_task', each).calls ?? []) };
  if (AFTER_IT.test(said))
    return { text: WORDS[context.language].offerTask.replace('{x}', () => capital(said.replace(AFTER_IT, ''))) };
  const split = splitTaskLine(said, context);
  return /^(?:my |the )?(?:list|calendar|agenda)$/i.test(split.title) ? null : call('create_task', split);
}

/** Tells whether a deed may be ticked off: not where all that its words share with the likeliest titles is a form of the verb. */
function isOnList(deed: string, { tasks }: RuleContext): boolean {
  const said = new Set(deed.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu));
  const found = findByWords(tasks, deed);
  return (
    found.length === 0 ||
    found.some(({ title }) => {
      const [first = '', ...rest] = title.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
      return said.has(first) || rest.some((word) => word.length > 3 && said.has(word));
    })
  );
}

function isAhead(line: string, context: RuleContext): boolean {
  const { when } = splitTaskLine(line, context);
  const read = when !== undefined && hasTime(when, context) ? readWhen(when, context) : undefined;
  return read?.kind === 'instant' && read.date > todayIn(context.timezone, context.now);
}

function completeAll(task: string): Ruled {
  const several = task.split(/ and (?=(?:the |my )?\w+(?: \w+)?$)/i);
  return { calls: several.flatMap((each) => call('complete_task', { task: withoutArticle(each) }).calls ?? []) };
}

function sayGoalEnd({ title, target_date: day }: RuleContext['goals'][number], language: Language): string {
  return day ? fill(WORDS[language].goalEnd, { x: title, day: sayFullDate(day, language) }) : '';
}

const clockFirst = (words: string): string => (/^\d/.test(words) ? `at ${words}` : words);

/** Returns the move of a task by a span, "a week"; null where it is none. */
function moveBy({ task, when }: Slots, ways: string[], context: RuleContext): Ruled | null {
  if (!task || EVERYTHING.test(task) || NEGATED.test(task)) return null;
  const shift = ways.map((way) => `${when} ${way}`).find((words) => isShift(words, context));
  const [first = '', ...rest] = task.split(' ');
  const name = rest.length > 0 && LEADS.test(first) ? rest.join(' ') : task;
  return shift ? call('reschedule_task', { task: name, when: shift }) : null;
}
