import { daysBetween, todayIn } from '../days.ts';
import { de } from '../intents/phrases/de.ts';
import { en } from '../intents/phrases/en.ts';
import { es } from '../intents/phrases/es.ts';
import { fr } from '../intents/phrases/fr.ts';
import { it } from '../intents/phrases/it.ts';
import { nl } from '../intents/phrases/nl.ts';
import { type Asked, compile, type Phrase, type Phrases, type Slot } from '../intents/phrases/phrase.ts';
import { pt } from '../intents/phrases/pt.ts';
import { findByWords } from '../intents/resolve.ts';
import { readSpans } from '../intents/spans.ts';
import { isCommand, toDo } from '../intents/verbs.ts';
import { readGoalWords } from '../language/goal.ts';
import { LANGUAGES, type Language } from '../language/languages.ts';
import { readCorrection, subjectOf } from '../memory/subject.ts';
import type { Task } from '../tasks/schema.ts';
import { type Moment, readWhen } from '../tasks/when.ts';
import { WORDS } from './rule-words.ts';
import { answerSmallTalk } from './small-talk.ts';
import { isTime, saysOnlyWhen, splitTaskLine } from './task-line.ts';
import { type Call, callsMax } from './thought.ts';

/** Who asks, when, in which language, and what is open on their list. */
export type RuleContext = Moment & {
  /** The language that the message is in; `preferred` is the account's. */
  language: Language;
  preferred: Language;
  tasks: Task[];
  memories: { text: string }[];
};
/** What a rule comes to: intents to be carried out, words, or both. */
export type Ruled = { text?: string; calls?: Omit<Call, 'id'>[] };

type Slots = Partial<Record<Slot, string>>;
type Rule = (slots: Slots, context: RuleContext) => Ruled | null;

const tables: Record<Language, Phrases> = { en, de, fr, es, pt, it, nl };
const compiled = new Map<Language, Phrase[]>();

/** What the phrases of the tables make of a message, its parts one by one where it asks for several things. Null for nothing. */
export function ruleFor(message: string, context: RuleContext): Ruled | null {
  for (const language of inOrder(context)) {
    const whole = ruleInLanguage(message, language, context);
    const parts = splitParts(message, tables[language]);
    if (parts.length < 2) {
      if (whole) return whole;
      continue;
    }
    const ruled = parts.map((part) => ruleInLanguage(part, language, context) ?? talk(part, language));
    if (ruled.every((each) => each !== null)) return together(ruled);
    if (whole) return whole;
  }
  return null;
}

/** The languages to try, the likeliest first. */
function inOrder({ language, preferred }: RuleContext): Language[] {
  return [...new Set([language, preferred, 'en' as const, ...LANGUAGES])];
}

function splitParts(message: string, { and }: Phrases): string[] {
  return message.split(new RegExp(and, 'iu')).filter((part) => part.trim() !== '');
}

function together(ruled: Ruled[]): Ruled {
  const text = ruled.flatMap((each) => each.text ?? []).join(' ');
  return { ...(text ? { text } : {}), calls: ruled.flatMap(({ calls = [] }) => calls).slice(0, callsMax) };
}

function talk(part: string, language: Language): Ruled | null {
  const text = answerSmallTalk(part, language);
  return text === null ? null : { text };
}

function ruleInLanguage(message: string, language: Language, context: RuleContext): Ruled | null {
  const said = bare(message, tables[language]);
  if (!said) return null;
  const phrases = compiled.get(language) ?? compile(tables[language]);
  compiled.set(language, phrases);
  for (const { asked, form } of phrases) {
    const groups = form.exec(said)?.groups;
    if (groups === undefined && !form.test(said)) continue;
    const slots: Slots = Object.fromEntries(Object.entries(groups ?? {}).filter(([, words]) => words !== undefined));
    const ruled = rules[asked](slots, { ...context, language });
    if (ruled) return ruled;
  }
  return null;
}

/** A message without greetings, politeness and the signs at its end. */
function bare(message: string, { before, after }: Phrases): string {
  const edge = new RegExp(`^(?:${before})[,!.]? +`, 'iu');
  const end = new RegExp(`[\\s,]+(?:${after})[.!?]*$`, 'iu');
  let said = message
    .trim()
    .replace(/[’`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[¡¿]+/, '');
  for (let round = 0; round < 4; round += 1) {
    const next = said
      .replace(/(?:[\s.!?…]|\p{Emoji_Presentation})+$/u, '')
      .replace(edge, '')
      .replace(end, '');
    if (next === said) break;
    said = next;
  }
  return said;
}

const call = (name: string, args: Record<string, string | undefined> = {}): Ruled => ({
  calls: [
    {
      name,
      arguments: Object.fromEntries(
        Object.entries(args).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
      ),
    },
  ],
});

/** How much later or earlier, "by an hour". */
const SHIFT =
  /^(?:back )?(?:by )?((?:an?|\d+|one|two|three|half an?) (?:minutes?|hours?|days?|weeks?))(?: (later|earlier)| back)?$/i;
/** Never one task. */
const EVERYTHING = /^(?:everything|all|alles|tout|todo|tudo|tutto)\b/iu;

const rules: Record<Asked, Rule> = {
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
    const split = splitTaskLine(line, context);
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
    if (when !== undefined && !moved && !isTime(when, context)) return null;
    return call('reschedule_task', {
      task: withoutArticle(task),
      when: moved ? `${moved[1]} ${moved[2] ?? 'later'}` : when,
    });
  },
  rename_task: ({ task, title }) =>
    task && title ? call('rename_task', { task: withoutArticle(task), title: capital(title) }) : null,
  complete_task: ({ task }) =>
    task && !/^(?:not|nothing|it|that|this|so|with)$/i.test(task) ? completeAll(task) : null,
  did({ words }) {
    const todo = words && toDo(words);
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
  const split = splitTaskLine(when === undefined ? line : `${line} ${when}`, context);
  return /^(?:my |the )?(?:list|calendar|agenda)$/i.test(split.title) ? null : call('create_task', split);
}

/** A goal that was called one; its end apart, where it names one. */
function callGoal(goal: string, context: RuleContext): Ruled {
  const words = capital(goal.replace(/[.!]+$/, ''));
  const { horizon } = goalWords(words, context);
  const title = horizon ? withoutWords(words, horizon.words) : undefined;
  return call('create_goal', horizon && title ? { title, target_date: horizon.target_date } : { title: words });
}

function goalWords(title: string, { now, timezone, language }: RuleContext) {
  return readGoalWords({ title, today: todayIn(timezone, now), language });
}

/** A goal's title without the words that say until when; undefined where these cannot be cut out. */
function withoutWords(title: string, words: string): string | undefined {
  const at = title.toLowerCase().indexOf(words.toLowerCase());
  if (at < 0) return undefined;
  const [before, after] = [title.slice(0, at), title.slice(at + words.length)];
  const rest = `${before.replace(LEADS_TO_END, '')} ${after}`.replace(/\s+/g, ' ').replace(/^[\s,]+|[\s,]+$/g, '');
  return rest.length > 2 ? capital(rest) : undefined;
}

const LEADS_TO_END =
  /(?:^|[\s,]+)(?:in|within|by|before|until|over|during|for|bis|innerhalb von|vor|en|dans|avant|d'ici(?: à)?|pour|antes del?|hasta|para|até|em|entro|prima di|binnen|voor|tegen)\s*$/iu;

/** What people mean when they want something that takes weeks. */
const TAKES_WEEKS =
  /^(?:learn|get (?:fit|in shape|healthy|healthier|better|stronger)|lose|save|run a|write a|read more|read \d+|quit|stop|build|become|master|start a|train for|prepare for|improve|finish a|move to|pass|study for|drink less|eat health|exercise more|sleep better)/i;

/** What is wanted sooner is a task. */
const WEEK_DAYS = 7;

/** "I want to …": a goal where it names a time of a week or more, else something that is offered. */
function wanted(goal: string, context: RuleContext): Ruled | null {
  const { horizon } = goalWords(goal, context);
  const days = horizon && daysBetween(todayIn(context.timezone, context.now), horizon.target_date) + 1;
  // "By Friday" is a day, "in a week" a time that one takes.
  const isFar = days && (days > WEEK_DAYS || (horizon?.fromSpan && days === WEEK_DAYS));
  if (isFar) return callGoal(goal, context);
  const split = splitTaskLine(goal, context);
  if (split.when) return call('create_task', split);
  return TAKES_WEEKS.test(goal) ? { text: WORDS[context.language].offerGoal.replace('{x}', capital(goal)) } : null;
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

/** Questions and statements begin with these; a thing to do does not. */
const NO_TASK =
  /^(?:translate|explain|tell|write|play|send|find|search|open|give|summari[sz]e|compare|recommend|suggest|draft|generate|define|spell|sing|turn|say|what|how|why|who|whose|when|where|which|is|are|am|was|were|do|does|did|can|could|should|would|will|shall|i|i'[a-z]+|it|it's|he|she|they|we|you|that|this|there|my|your|if|because|maybe|so|no|not|wer|was|wie|wo|wann|warum|ich|du|er|sie|wir|es|ist|qui|que|quoi|je|tu|il|elle|nous|c'est|quién|qué|cómo|yo|quem|o que|eu|chi|cosa|come|io|wie|wat|ik|jij)(?:'?s|'re|'ll|'d)?$/iu;
const APPOINTMENT =
  /\b(?:meeting|appointment|dentist|doctor|lunch|dinner|breakfast|coffee|call|class|lesson|party|interview|haircut|gym|yoga|run|flight|train|exam|date|concert|match|visit)\b/iu;

/** A line that is nothing but a thing to do and a time: "dentist Friday 10am". Without a time of day it is offered. */
export function bareLine(message: string, context: RuleContext): Ruled | null {
  const said = bare(message, tables.en);
  const words = said.split(' ');
  if (words.length < 2 || words.length > 12 || message.trim().endsWith('?') || NO_TASK.test(words[0] ?? ''))
    return null;
  const { title, when } = splitTaskLine(said, context);
  // A time in the middle may be anything: "good morning into French".
  if (
    !when ||
    !isAtEdge(said, when) ||
    !/\p{L}|:/u.test(when) ||
    title.split(' ').length > 7 ||
    !/\p{L}{2}/u.test(title)
  )
    return null;
  const read = readWhen(when, context);
  const isSure =
    isCommand(title) ||
    APPOINTMENT.test(title) ||
    read.kind === 'recurring' ||
    ('time' in read && read.time !== undefined);
  return isSure
    ? call('create_task', { title, when })
    : { text: WORDS[context.language].offerTask.replace('{x}', capital(said)) };
}

function isAtEdge(line: string, when: string): boolean {
  const [whole, time] = [line.toLowerCase(), when.toLowerCase()];
  return whole.startsWith(time) || whole.replace(/[.!]+$/, '').endsWith(time);
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

/** A sentence that states one of the facts of which a person has one, or corrects one: it is kept without being asked to. */
export function statedFact(message: string): Ruled | null {
  const fact = message.trim().replace(/^(?:no|actually|sorry),? /i, '');
  if (fact.length > 200 || /\?$/.test(fact)) return null;
  const isOfKind =
    /^(?:name of |my |home$|employer$|weight$|age$|birthday$)/.test(subjectOf(readCorrection(fact).fact)) &&
    subjectOf(fact) !== fact.toLowerCase();
  return isOfKind || readCorrection(fact).wrong ? call('remember', { fact: capital(fact) }) : null;
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
    .replace(/^(?:week|weekend)$/i, 'this $&');
const clockFirst = (words: string): string => (/^\d/.test(words) ? `at ${words}` : words);
const withoutArticle = (words: string): string => words.replace(/^(?:the|my|a|an|our|doing|to) (?=\S)/i, '');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
