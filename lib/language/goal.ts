import { addDays, addMonths, type Day, daysBetween } from '../days.ts';
import { readAmount, readSpan, type Span } from './amounts.ts';
import type { PartName } from './clock.ts';
import { readDay } from './day.ts';
import { detectLanguage } from './detect.ts';
import { LANGUAGES, type Language, languageOf } from './languages.ts';
import type { Period } from './named-day.ts';
import { readPeriod } from './periods.ts';
import { Phrases } from './phrases.ts';
import { partName, readDayList } from './repeat.ts';
import type { Relation } from './scan.ts';

/** What a goal's own words ask of its plan. Weekdays are 0 (Sunday) to 6. */
export type GoalLimits = {
  /** Weekdays that the words leave free; all but those of "only on weekends". */
  restDays: number[];
  /** The most minutes of a day ("no more than half an hour a day", "20 minutes a day"). */
  dailyMinutes?: number;
  timesPerWeek?: number;
  sessionMinutes?: number;
  timeOfDay?: PartName;
};

/** What the words of a goal say about time, and the words that bear on it and could not be read: these are worth a question. */
export type GoalWords = {
  language: Language;
  /** The last day that the words ask for, the words, and whether these are a span ("8 weeks"). Null where they name none that a plan can have. */
  horizon: { target_date: Day; words: string; fromSpan: boolean } | null;
  /** Why an end that the words name is not followed: a sentence. */
  note: string | null;
  limits: GoalLimits;
  unread: string[];
};

/** A target lies between today and this many years ahead. */
export const YEARS_MAX = 5;
/** Words beyond this are not read: ends and limits stand early in a text. */
const CHARACTERS_MAX = 2000;
/** And beyond this, not in a language that is not that of the rest. */
const TITLE_CHARACTERS_MAX = 100;
/** A clause of more words is cut. */
const CLAUSE_MAX = 40;
/** Words for a small child: bare months or years beside them are its age. */
const CHILD =
  /(?<!\p{L})(?:toddlers?|bab(?:y|ies)|newborn|potty|sons?|daughters?|kleinkind\p{L}*|babys|söhne?|sohn|töchter|tochter|töpfchen\p{L}*|bébés?|fils|fille|bebés?|hij[oa]s?|filh[oa]s?|bambin[oaie]|figli[ao]|peuters?|zoon|dochter|zindelijk\p{L}*)(?!\p{L})/iu;
/** A bare span that is shorter is a thing's own length ("a 3-day hike"). */
const BARE_DAYS_MIN = 7;

/** Numbers that look like a time and are none: the levels of a language, how long something has been kept up, the SAT. */
const NO_TIMES = /\b[abc][12]\b|\b\d+[\s-]days?[\s-]streak\b|\bthe sat\b|\bsat (?=exam|test|score|prep)/giu;

/** Returns null for a target date that a goal can have, else a sentence for the 422. */
export function checkTargetDate(today: Day, target: Day): string | null {
  if (target < today) return `target_date is in the past: choose ${today} or later.`;
  const last = addMonths(today, 12 * YEARS_MAX);
  return target > last ? `target_date is too far away: choose ${last} or earlier.` : null;
}

/**
 * Reads what a goal's title and description say about its end and its limits, once. A span of n weeks from today includes
 * today and ends on the last of its 7n days; "before" a day ends on the day before it, "by" and "until" on the day; "by March"
 * on the last of March. What is said of the past, ages and how long something has lasted are no ends. The title counts before
 * the description.
 * @param language the language of the conversation or the account, for words that fit several
 * @param locale that of the account, for dates
 */
export function readGoalWords(goal: {
  title: string;
  description?: string | null;
  today: Day;
  language?: Language;
  locale?: string | null;
}): GoalWords {
  const { today, locale } = goal;
  const [title = '', description = ''] = [goal.title, goal.description ?? ''].map((text) =>
    text.replace(NO_TIMES, (found) => 'x'.repeat(found.length)),
  );
  const language = detectLanguage(`${title}. ${description}`, goal.language ?? languageOf(locale));
  const ofChild = CHILD.test(`${title} ${description.slice(0, CHARACTERS_MAX)}`);
  const readers = [title, description].map(
    (text, index) => new GoalReader(new Phrases(text, language, CHARACTERS_MAX, locale), today, index === 0, ofChild),
  );
  for (const reader of readers) reader.read();
  const ends = readers.map((reader) => reader.end()).filter((end) => end !== undefined);
  const end = ends[0] ?? endInOtherLanguage({ title, today, locale }, language);
  const [first, second] = readers.map((reader) => reader.limits());
  const restDays = [...new Set([...(first?.restDays ?? []), ...(second?.restDays ?? [])])].sort();
  const limits = { ...second, ...first, restDays };
  const unread = readers.flatMap((reader) => reader.unread);
  return { language, limits: bounded(limits), unread, ...horizonOf(end, today) };
}

/** Titles mix languages: "Save 3,000 euros en 6 meses". */
function endInOtherLanguage(
  { title, today, locale }: { title: string; today: Day; locale: string | null | undefined },
  language: Language,
): End | undefined {
  for (const other of LANGUAGES) {
    if (other === language) continue;
    const reader = new GoalReader(new Phrases(title, other, TITLE_CHARACTERS_MAX, locale), today, true);
    reader.read();
    const end = reader.end();
    if (end?.isFromNow) return end;
  }
  return undefined;
}

function horizonOf(end: End | undefined, today: Day): Pick<GoalWords, 'horizon' | 'note'> {
  if (!end) return { horizon: null, note: null };
  const { target, words } = end;
  if (target < today) return { horizon: null, note: `You asked for "${words}", which has passed.` };
  if (target > addMonths(today, 12 * YEARS_MAX)) {
    return { horizon: null, note: `You asked for "${words}"; a goal reaches ${YEARS_MAX} years ahead at most.` };
  }
  return { horizon: { target_date: target, words, fromSpan: end.rank !== 2 }, note: null };
}

function bounded(limits: GoalLimits): GoalLimits {
  const { restDays, timesPerWeek } = limits;
  // No day left is no plan: then the words meant something else.
  const free = restDays.length < 7 ? restDays : [];
  return {
    ...limits,
    restDays: free,
    ...(timesPerWeek ? { timesPerWeek: Math.min(timesPerWeek, 7 - free.length) } : {}),
  };
}

/** An end that words ask for; the lowest rank counts: spans that begin now, days, and spans that may be something's length. */
type End = { target: Day; words: string; rank: 1 | 2 | 3; isFromNow?: boolean };

const CLAUSE_END = /^[.,;:!?()\n]$/;
const DEADLINES: Relation[] = ['before', 'by', 'until', 'through'];

class GoalReader {
  readonly unread: string[] = [];
  readonly #p: Phrases;
  readonly #today: Day;
  readonly #isTitle: boolean;
  readonly #ofChild: boolean;
  readonly #ends: End[] = [];
  readonly #free = new Set<number>();
  readonly #only = new Set<number>();
  #limits: Omit<GoalLimits, 'restDays'> = {};
  #sessions: number[] = [];

  constructor(p: Phrases, today: Day, isTitle: boolean, ofChild = false) {
    this.#p = p;
    this.#today = today;
    this.#isTitle = isTitle;
    this.#ofChild = ofChild;
  }

  read(): void {
    for (let at = 0; at < this.#p.tokens.length; ) {
      const next = this.#past(at) ?? this.#limit(at) ?? this.#horizon(at);
      at = next !== undefined && next > at ? next : at + 1;
    }
  }

  end(): End | undefined {
    return this.#ends.reduce<End | undefined>((best, end) => (!best || end.rank < best.rank ? end : best), undefined);
  }

  limits(): GoalLimits {
    const only = [...this.#only].filter((day) => !this.#free.has(day));
    const restDays = [0, 1, 2, 3, 4, 5, 6].filter(
      (day) => this.#free.has(day) || (only.length > 0 && !only.includes(day)),
    );
    const [session] = this.#sessions;
    const { timesPerWeek } = this.#limits;
    return { restDays, ...this.#limits, ...(session && timesPerWeek ? { sessionMinutes: session } : {}) };
  }

  /** Over what a person says has been, up to what they want: "I started in May", "I've been running for 2 years and want …". */
  #past(at: number): number | undefined {
    const was = this.#p.hit(at, 'was');
    if (!was) return undefined;
    const word = this.#p.word(was.next);
    if (/^(?:told|asked)$|ed$/.test(word) && /^(?:been|was|were)$/.test(this.#p.word(was.next - 1))) return undefined;
    return this.#clauseEnd(was.next);
  }

  /** Where the clause ends: at a sign, or where what is wanted begins. */
  #clauseEnd(at: number): number {
    let next = at;
    while (next < this.#p.tokens.length && next - at < CLAUSE_MAX) {
      if (CLAUSE_END.test(this.#p.word(next)) || this.#p.hit(next, 'want')) return next;
      next += 1;
    }
    return next;
  }

  #limit(at: number): number | undefined {
    return this.#days(at) ?? this.#times(at) ?? this.#minutes(at) ?? this.#part(at);
  }

  /** "Never on Sundays", "only on weekends", "Sundays are off", "every day except Wednesday", "Mondays and Thursdays". */
  #days(at: number): number | undefined {
    const p = this.#p;
    for (const sense of ['except', 'not'] as const) {
      const hit = p.hit(at, sense);
      const list = hit && readDayList(p, p.overAll(hit.next, 'for', 'every', 'on', 'the'));
      if (list) return this.#leave(list.value.days, list.next);
    }
    const only = p.hit(at, 'only');
    const few = only && readDayList(p, only.next);
    if (few) return this.#keep(few.value.days, few.next);
    const every = p.hit(at, 'every');
    const list = readDayList(p, every?.next ?? at);
    if (!list) return undefined;
    const { days, isPlural, count, hasOr } = list.value;
    if (this.#isAtWork(at)) {
      this.unread.push(p.words(at, list.next));
      return list.next;
    }
    const off = p.hit(list.next, 'off');
    if (off) return this.#leave(days, off.next);
    const after = p.hit(list.next, 'only');
    if (after) return this.#keep(days, after.next);
    if (hasOr) this.unread.push(p.words(at, list.next));
    else if (every || isPlural || (count > 1 && !p.hit(p.lead(at), 'weekend'))) return this.#keep(days, list.next);
    return undefined;
  }

  /** "I work Monday to Friday" says nothing of the goal. */
  #isAtWork(at: number): boolean {
    const p = this.#p;
    for (let from = at - 1; from >= 0 && at - from < CLAUSE_MAX && !CLAUSE_END.test(p.word(from)); from -= 1)
      if (p.hit(from, 'work')) return true;
    return false;
  }

  #leave(days: number[], next: number): number {
    for (const day of days) this.#free.add(day);
    return next;
  }

  #keep(days: number[], next: number): number {
    for (const day of days) this.#only.add(day);
    return next;
  }

  /** "3 times a week", "twice a week", "five days a week". */
  #times(at: number): number | undefined {
    const p = this.#p;
    const named = p.hit(at, 'ntimes');
    const number = named ? { value: Number(named.value), next: named.next } : readAmount(p, at);
    const times = named ?? (number && (p.hit(number.next, 'times') ?? p.hit(number.next, 'parts')));
    if (!number || !times) return undefined;
    const per = p.hit(times.next, 'per') ?? p.hit(times.next, 'every');
    const unit = p.hit(per?.next ?? times.next, 'unit');
    const adverb = p.hit(times.next, 'adverb');
    const isWeek = (per && unit?.value === 'week') || adverb?.value === 'week 1';
    if (isWeek && number.value >= 1 && number.value <= 7) this.#limits.timesPerWeek ??= Math.round(number.value);
    return per && unit ? unit.next : adverb?.next;
  }

  /** "No more than half an hour a day", "20 minutes daily", "45 minutes each", "for an hour". */
  #minutes(at: number): number | undefined {
    const p = this.#p;
    const lead = p.hit(at, 'cap') ?? p.hit(at, 'for');
    const start = lead?.next ?? at;
    const read = readSpan(p, start);
    if (!read || !('minutes' in read.span)) return undefined;
    const { minutes } = read.span;
    const isHabit = this.#isOfHabit(at);
    const per = p.hit(read.next, 'per') ?? p.hit(read.next, 'every');
    const unit = p.hit(per?.next ?? read.next, 'unit');
    const part = per && (p.hit(per.next, 'part') ?? p.hit(per.next, 'partly'));
    const adverb = p.hit(read.next, 'adverb');
    const isDaily = (per && unit?.value === 'day') || adverb?.value === 'day 1' || Boolean(part);
    const isSane = minutes >= 5 && minutes <= 1440 && !isHabit;
    if (isDaily) {
      if (isSane) this.#limits.dailyMinutes ??= minutes;
      if (part && isSane) this.#setPart(part.value);
      return part?.next ?? adverb?.next ?? unit?.next;
    }
    if (per && unit) return unit.next;
    const session = p.hit(read.next, 'session');
    if (isSane && minutes <= 480 && !p.hit(at, 'in')) this.#sessions.push(minutes);
    return session?.next ?? read.next;
  }

  /** "Sleep 8 hours", "cut screen time to an hour": the time is what the goal is about. */
  #isOfHabit(at: number): boolean {
    const from = Math.max(0, at - CLAUSE_MAX);
    return this.#p.tokens.slice(from, at).some((_, index) => this.#p.hit(from + index, 'habit') !== undefined);
  }

  /** "Only in the evening", "every morning", "mornings only", "am Abend", "after work". */
  #part(at: number): number | undefined {
    const p = this.#p;
    const lead = p.hit(at, 'only') ?? p.hit(at, 'every');
    const start = p.lead(lead?.next ?? at);
    const part = p.hit(start, 'parts') ?? p.hit(start, 'part') ?? (lead ? p.hit(start, 'partly') : undefined);
    const named = p.hit(start, 'named');
    if (named && p.words(start, named.next).includes(' ') && named.value !== '24:00') {
      this.#setPart(named.value < '12:00' ? 'morning' : named.value < '18:00' ? 'afternoon' : 'evening');
      return named.next;
    }
    if (!part) return undefined;
    const isPhrase = p.hit(start, 'parts') !== undefined || part.next - start > 1 || start > at;
    const isThrough =
      /^(?:through|durch|toute)$/.test(p.word(start - 1)) || /^(?:through|durch|toute)$/.test(p.word(at - 1));
    if (isPhrase && !isThrough) this.#setPart(part.value);
    return p.hit(part.next, 'only')?.next ?? part.next;
  }

  #setPart(value: string): void {
    const part = partName(value);
    if (part && !this.#limits.timeOfDay) this.#limits = { ...this.#limits, timeOfDay: part };
  }

  #horizon(at: number): number | undefined {
    const p = this.#p;
    const since = p.hit(at, 'since');
    const after =
      since &&
      (readSpan(p, since.next)?.next ??
        readDay(p, since.next, this.#today)?.next ??
        readPeriod(p, since.next, this.#today, false)?.next);
    if (after && !p.hit(at, 'for') && !p.hit(at, 'in')) return after;
    if (after && since && since.next > (p.hit(at, 'for')?.next ?? at) && since.next > (p.hit(at, 'in')?.next ?? at))
      return after;
    return this.#span(at) ?? this.#deadline(at) ?? this.#bareSpan(at);
  }

  /** "In 12 weeks", "over the next three months", "for 8 weeks". */
  #span(at: number): number | undefined {
    const p = this.#p;
    const into = p.hit(at, 'in');
    const lasting = p.hit(at, 'for');
    for (const lead of [into, lasting]) {
      const read = lead && readSpan(p, lead.next);
      if (!lead || !read || 'minutes' in read.span || this.#isAge(lead.next, read.next)) continue;
      if (lead === lasting && lead !== into && this.#isOver(at, read.next)) return read.next;
      this.#add(read.span, at, read.next, lead === into || !this.#isThing(read.next) ? 1 : 3, lead === into);
      return read.next;
    }
    return undefined;
  }

  /** "8-week", "30 days", "a couple of weeks". */
  #bareSpan(at: number): number | undefined {
    const read = readSpan(this.#p, at);
    if (!read || 'minutes' in read.span) return undefined;
    const isShort = 'days' in read.span && read.span.days < BARE_DAYS_MIN;
    const isOne = this.#p.hit(at, 'one') !== undefined && this.#p.hit(at, 'num') === undefined;
    const isOther =
      this.#isAge(at, read.next) ||
      (this.#ofChild && 'months' in read.span) ||
      this.#isThing(read.next) ||
      (this.#p.word(read.next - 2) !== '-' && this.#isOver(at, read.next)) ||
      this.#p.hit(at - 1, 'be') !== undefined ||
      // What somebody tells of years is how long they have done or been something: "2 years of experience".
      (!this.#isTitle && read.unit === 'year' && read.amount > 1);
    if (!isShort && !isOther && !(isOne && read.amount === 1)) this.#add(read.span, at, read.next, 3);
    return read.next;
  }

  /** "5 months pregnant", "3-month-old", "20 years ago". */
  #isAge(from: number, next: number): boolean {
    const p = this.#p;
    const after = p.word(next) === '-' || p.word(next) === '(' ? next + 1 : next;
    const before = p.word(from - 1) === '(' ? p.hit(from - 2, 'old') : p.hit(from - 1, 'agopre');
    return (p.hit(after, 'old') ?? p.hit(after, 'ago') ?? before) !== undefined;
  }

  /** "10 day trip", "3 weeks through Vietnam": how long the thing itself takes, not the way to it. */
  #isThing(next: number): boolean {
    return [0, 1, 2].some((ahead) => {
      const between = this.#p.tokens.slice(next, next + ahead);
      return this.#p.hit(next + ahead, 'thing') !== undefined && between.every(({ text }) => /^[\p{L}-]+$/u.test(text));
    });
  }

  /** Whether a verb of its clause says that it has been: "smoked for 20 years". */
  #isOver(at: number, next: number): boolean {
    const p = this.#p;
    let from = at;
    while (from > 0 && at - from < CLAUSE_MAX && !CLAUSE_END.test(p.word(from - 1)) && !p.hit(from - 1, 'want'))
      from -= 1;
    const verbs = p.tokens.slice(from, at).map(({ text }) => text);
    if (
      p.language === 'en' &&
      verbs.some(
        (word) =>
          /[^aeiou]ed$|(?:ied|aed|eed|ued)$/.test(word) &&
          !/^(?:need|speed|feed|seed|weed|bed|red|proceed|succeed|exceed)$/.test(word),
      )
    )
      return true;
    const end = this.#clauseEnd(next);
    return p.tokens.slice(next, end).some((_, index) => p.hit(next + index, 'was') !== undefined);
  }

  #add(span: Span, from: number, next: number, rank: End['rank'], isFromNow = false): void {
    const days = daysOf(span, this.#today);
    if (days >= 1)
      this.#ends.push({
        target: addDays(this.#today, Math.min(days, 400_000) - 1),
        words: this.#p.words(from, next),
        rank,
        isFromNow,
      });
  }

  /** "By 14 March", "before Christmas", "until the end of the year", "on 3.2.2027", "in November", "this year". */
  #deadline(at: number): number | undefined {
    const p = this.#p;
    for (const relation of DEADLINES) {
      const hit = p.hit(at, relation);
      const found = hit && this.#dayOrPeriod(hit.next, relation, at);
      if (found) return found;
    }
    const lead = p.hit(at, 'in') ?? p.hit(at, 'on') ?? p.hit(at, 'for') ?? p.hit(at, 'of');
    const led = lead && this.#dayOrPeriod(lead.next, 'on', at);
    return led ?? this.#dayOrPeriod(at, undefined, at);
  }

  #dayOrPeriod(at: number, relation: Relation | 'on' | undefined, from: number): number | undefined {
    const p = this.#p;
    const read = readDay(p, at, this.#today) ?? this.#monthAlone(at, relation);
    if (!read) return undefined;
    const { value, next } = read;
    const words = p.words(from, next);
    if ('ask' in value) {
      if (relation && relation !== 'on') this.unread.push(words);
      return next;
    }
    if ('unit' in value) return this.#period(value, relation, { from, at, next });
    const isDate = value.weekday === undefined && !value.plain;
    const written = p.words(at, next);
    const isFraction = /^\d{1,2}[/.]\d{1,2}\.?$/.test(written);
    const isName = p.hit(at, 'holiday') !== undefined && relation === undefined;
    const isBare = relation === undefined && (!isDate || isName || p.hit(at, 'rel') !== undefined);
    if (
      value.maybe ||
      isBare ||
      (isFraction && (relation === undefined || (relation === 'on' && written.includes('/'))))
    )
      return undefined;
    // "In the sun"
    if (value.weekday !== undefined && p.word(from) === 'in') return next;
    if (p.hit(at - 1, 'since') ?? p.hit(from - 1, 'was')) return next;
    const day = value.near && value.sooner ? value.sooner : value.day;
    const isBefore = relation === 'before' || this.#saysBefore(from);
    this.#ends.push({ target: isBefore ? addDays(day, -1) : day, words, rank: 2 });
    return next;
  }

  /** "Before my trip on 14 March" is before it too. */
  #saysBefore(from: number): boolean {
    let at = from - 1;
    for (; at >= 0 && from - at < 8 && !CLAUSE_END.test(this.#p.word(at)); at -= 1) {
      if (this.#p.hit(at, 'before') && !this.#p.hit(at, 'agopre')) return true;
    }
    return false;
  }

  #monthAlone(at: number, relation: Relation | 'on' | undefined) {
    return relation && readPeriod(this.#p, at, this.#today, relation !== 'on');
  }

  #period(
    period: Period,
    relation: Relation | 'on' | undefined,
    { from, at, next }: { from: number; at: number; next: number },
  ): number | undefined {
    const p = this.#p;
    const words = p.words(from, next);
    const isNamed = p.tokens
      .slice(at, next)
      .some((_, index) => p.hit(at + index, 'month') !== undefined || p.digits(at + index) !== undefined);
    if (period.unit === 'season') {
      if (relation && relation !== 'on') this.unread.push(words);
      return next;
    }
    // "May" and "march" alone are verbs too.
    if (relation === undefined && isNamed) return undefined;
    if (relation === 'on' && isNamed && !p.hit(from, 'in')) return undefined;
    if (relation === 'on' && isNamed && this.#isJustSaid(from)) return next;
    if (period.unit === 'week' && relation === undefined) return undefined;
    const isYear = period.unit === 'year' && isNamed;
    const isBefore = relation === 'before' || (isYear && relation === 'by' && !p.hit(from, 'in'));
    const target = isBefore ? addDays(period.from, -1) : period.to;
    this.#ends.push({ target, words, rank: 2 });
    return next;
  }

  /** "Separated in March": what is said right before a month has been. */
  #isJustSaid(from: number): boolean {
    return /ed$/.test(this.#p.word(from - 1)) || this.#isOver(from, from);
  }
}

function daysOf(span: Span, today: Day): number {
  if ('days' in span) return span.days;
  const months = 'months' in span ? span.months : 0;
  if (months > 1200) return Math.round(months * 30.4);
  const whole = Math.floor(months);
  return daysBetween(today, addMonths(today, whole)) + Math.round((months - whole) * 30.4);
}
