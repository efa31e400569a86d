import { wallClockAt } from '../time.ts';
import { bestLanguage } from './coverage.ts';
import { detectLanguage } from './detect.ts';
import type { Fact } from './facts.ts';
import { languageOf } from './languages.ts';
import type { Phrases } from './phrases.ts';
import { sayQuestion } from './questions.ts';
import { scan } from './scan.ts';
import { type Moment, type RepeatedTime, type SingleTime, timeOfFacts } from './when.ts';

/** Which field of a task words were read as. */
export type ReadField = {
  field: 'date' | 'scheduled_at' | 'duration_minutes' | 'recurrence_rule';
  words: string;
};

/** A line of words in its parts: what is to be done, and when. A question where the words say when and it is not clear. */
export type TaskLine = {
  title: string;
  time?: SingleTime | RepeatedTime;
  duration_minutes?: number;
  read: ReadField[];
  question?: string;
};

/** As long as a title may be, with its time. Longer lines are read to here. */
const CHARACTERS_MAX = 400;

/**
 * Splits a line such as "water plants every day at 8 for 10 min" or "Zahnarzt morgen um 15 Uhr" into its title and its time.
 * More is left in the title than in {@link readWhen}: numbers, weekdays and parts of the day belong to what is to be done
 * ("read chapter 5", "Sunday roast", "morning run") unless what stands around them says that they are a time.
 */
export function readTaskLine(text: string, moment: Moment): TaskLine {
  const line = text.trim();
  const language = detectLanguage(line, moment.language ?? languageOf(moment.locale));
  const p = bestLanguage(line, { language, locale: moment.locale }, CHARACTERS_MAX);
  const today = wallClockAt(moment.now, moment.timezone).day;
  const { facts } = scan(p, today, false);
  const said = timesOf(p, facts);
  const title = titleWithout(p, said, line);
  if (!said.length) return { title: title || line, read: [] };
  const [first, ...others] = said;
  // "Write for 30 minutes" says how long alone.
  if (first?.kind === 'length' && !others.length) {
    return { title: title || line, duration_minutes: first.minutes, read: fieldsOf(p, said) };
  }
  const time = timeOfFacts(p, { facts: said, unread: [] }, moment, { about: line.slice(0, CHARACTERS_MAX) });
  const read = fieldsOf(p, said);
  if (time.kind === 'unclear') return { title: title || line, read, question: time.ask };
  const lasting = time.duration_minutes === undefined ? {} : { duration_minutes: time.duration_minutes };
  return title
    ? { title, time, ...lasting, read }
    : { title: line, time, ...lasting, read, question: sayQuestion({ ask: 'what' }, p.language) };
}

/** The facts of a line that are its time, and no part of what is to be done. */
function timesOf(p: Phrases, facts: Fact[]): Fact[] {
  const open = facts.filter((fact) => !isQuoted(p, fact) && !isPossessive(p, fact));
  const sure = open.filter((fact) => isSure(p, fact) || isHalfDay(fact, open, p));
  // What stands next to a time is one too: "Friday 3pm", "tomorrow morning".
  const near = (fact: Fact, all: Fact[]) => all.some((other) => isBeside(p, fact, other));
  const said = open.filter(
    (fact) => sure.includes(fact) || (mayBeTime(fact) && near(fact, sure)) || isAtEdge(p, fact, sure),
  );
  const repeats = said.some(({ kind }) => kind === 'repetition');
  return said.filter(({ kind }) => repeats || !['span', 'count'].includes(kind));
}

/** "Monday morning": a day and its part together are a time. */
function isHalfDay(fact: Fact, all: Fact[], p: Phrases): boolean {
  const other = fact.kind === 'day' ? 'part' : fact.kind === 'part' ? 'day' : undefined;
  return all.some((each) => each.kind === other && (each.from === fact.from || isBeside(p, fact, each)));
}

function isQuoted(p: Phrases, { from }: Fact): boolean {
  const marks = p.tokens.slice(0, from).filter(({ text }) => /^["“”„«»]$/.test(text));
  return marks.length % 2 === 1;
}

/** "Monday's meeting", "tomorrow's lunch". */
function isPossessive(p: Phrases, { next }: Fact): boolean {
  return p.language === 'en' && p.glued(next) && p.word(next) === 's';
}

/** Whether words are a time wherever they stand. */
function isSure(p: Phrases, fact: Fact): boolean {
  switch (fact.kind) {
    case 'repetition':
    case 'except':
      return true;
    case 'delay':
      // "Run 5 km in 25 minutes"
      return [1, 2, 3].every((back) => p.digits(fact.from - back) === undefined);
    case 'only':
      return fact.list.isPlural;
    case 'clock':
      return isSureClock(p, fact);
    case 'range':
      return (
        p.tokens.slice(fact.from, fact.next).length > 3 ||
        Boolean(p.hit(fact.from, 'between') ?? p.hit(fact.from, 'from'))
      );
    case 'length':
      return p.hit(fact.from, 'for') !== undefined;
    case 'part':
      return fact.next - fact.from > 1 && p.hit(fact.from, 'part')?.next === fact.next;
    case 'day':
      return isSureDay(p, fact);
    case 'period':
      return isSurePeriod(p, fact);
    case 'ask':
      return p.digits(fact.from) === undefined;
    case 'vague':
      return fact.next === p.tokens.length || fact.from === 0;
    default:
      return false;
  }
}

type DayFact = Extract<Fact, { kind: 'day' }>;
type ClockFact = Extract<Fact, { kind: 'clock' }>;

function isSureDay(p: Phrases, { day, relation, from, next }: DayFact): boolean {
  if (p.hit(from, 'abbreviation')) return false;
  const start = p.hit(from, 'weekday') ?? p.hit(from, 'weekend') ?? p.hit(from, 'holiday');
  const isLed = relation !== undefined || start === undefined;
  if (day.plain) return isLed && endsHere(p, next);
  if (day.weekday !== undefined && start && !day.fixed) return false;
  return isLed || (start?.next ?? next) < next;
}

function isSurePeriod(p: Phrases, { period, relation, from }: Extract<Fact, { kind: 'period' }>): boolean {
  if (relation !== undefined) return true;
  return p.hit(from, 'month') ? p.hit(from - 1, 'in') !== undefined : period.unit !== 'season';
}

function isSureClock(p: Phrases, { clock, lead, from, next }: ClockFact): boolean {
  const tokens = p.tokens.slice(from, next);
  if (clock.named) return lead !== '' || tokens.length > 1 || p.hit(from, 'meal') === undefined;
  const hasForm = clock.half !== undefined || tokens.some(({ text }) => text === ':') || tokens.length > (lead ? 2 : 1);
  return hasForm || (lead === 'core' && endsHere(p, next));
}

/** Whether what follows is no noun that words before it could belong to: the end, a sign, a joining word or another time. */
function endsHere(p: Phrases, at: number): boolean {
  if (at >= p.tokens.length || !/^[\p{L}\d]/u.test(p.word(at))) return true;
  const senses = [
    'link',
    'at',
    'on',
    'for',
    'part',
    'rel',
    'relpart',
    'weekday',
    'every',
    'adverb',
    'until',
    'by',
    'in',
    'from',
    'this',
    'next',
    'month',
    'filler',
    'zonepre',
    'ampm',
    'starting',
    'per',
  ] as const;
  return senses.some((sense) => p.hit(at, sense) !== undefined);
}

function mayBeTime({ kind }: Fact): boolean {
  if (kind === 'period') return false;
  return kind !== 'now' && kind !== 'early' && kind !== 'nextday';
}

function isBeside(p: Phrases, { from, next }: Fact, other: Fact): boolean {
  const gap = (end: number, start: number) =>
    start >= end && p.tokens.slice(end, start).every(({ text }) => /^[,.;-]$/.test(text));
  return from !== other.from && (gap(next, other.from) || gap(other.next, from));
}

/** A weekday, a holiday, a length or a meal hour at the end of a line, or before all else where a clock time follows. */
function isAtEdge(p: Phrases, fact: Fact, sure: Fact[]): boolean {
  const isLast = p.tokens.slice(fact.next).every(({ text }) => /^[.!,;]$/.test(text));
  if (fact.kind === 'day')
    return isLast || (fact.from === 0 && sure.some(({ kind }) => kind === 'clock' || kind === 'range'));
  if (fact.kind === 'length' || fact.kind === 'now') return isLast || (fact.from === 0 && fact.kind === 'length');
  return isLast && fact.kind === 'range';
}

const EDGE = /^[\s,;:.–—-]+|[\s,;:–—-]+$/g;

/** The line without the words of its time, and without what only leads to them. */
function titleWithout(p: Phrases, said: Fact[], line: string): string {
  const cuts = said.map(({ from, next }) => [p.tokens[from]?.start ?? 0, p.tokens[next - 1]?.end ?? 0] as const);
  const sorted = cuts.toSorted(([a], [b]) => a - b);
  const pieces: string[] = [];
  let at = 0;
  for (const [start, end] of sorted) {
    if (start > at) pieces.push(line.slice(at, start));
    at = Math.max(at, end);
  }
  pieces.push(line.slice(at));
  const title = pieces
    .map((piece) => piece.replace(EDGE, ''))
    .filter(Boolean)
    .join(' ')
    .replace(/ (?:for|in|due|or|and|oder|und|ou|of)$/, '');
  return said.length ? withoutCommand(title, p) : title;
}

/** "Remind me to call mum" is to call mum. */
function withoutCommand(title: string, p: Phrases): string {
  const { phrases } = p.lexicon;
  const commands = typeof phrases.remind === 'string' ? phrases.remind.split(', ') : [];
  const lower = title.toLowerCase();
  const command = commands.toSorted((a, b) => b.length - a.length).find((each) => lower.startsWith(`${each} `));
  if (!command) return title;
  const rest = title.slice(command.length).trim();
  const tails = typeof phrases.tolist === 'string' ? phrases.tolist.split(', ') : [];
  const tail = tails.find((each) => rest.toLowerCase().endsWith(` ${each}`));
  return tail ? rest.slice(0, -tail.length).trim() : rest;
}

const FIELDS: Partial<Record<Fact['kind'], ReadField['field']>> = {
  clock: 'scheduled_at',
  range: 'scheduled_at',
  part: 'scheduled_at',
  zone: 'scheduled_at',
  delay: 'scheduled_at',
  now: 'scheduled_at',
  length: 'duration_minutes',
  repetition: 'recurrence_rule',
  except: 'recurrence_rule',
  only: 'recurrence_rule',
  span: 'recurrence_rule',
  count: 'recurrence_rule',
};

function fieldsOf(p: Phrases, said: Fact[]): ReadField[] {
  return said.map((fact) => ({ field: FIELDS[fact.kind] ?? 'date', words: p.words(fact.from, fact.next) }));
}
