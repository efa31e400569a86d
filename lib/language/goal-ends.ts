import { addDays, addMonths, type Day, daysBetween, endOfMonth } from '../days.ts';
import { readSpan, type Span } from './amounts.ts';
import { clauseEnd, clauseStart } from './clauses.ts';
import { readDay } from './day.ts';
import type { Relation } from './facts.ts';
import type { NamedDay, Period } from './named-day.ts';
import { readPeriod } from './periods.ts';
import type { Phrases } from './phrases.ts';

/** An end that words ask for; the lowest rank counts: spans that begin now, days, and spans that may be something's length. */
export type End = { target: Day; words: string; rank: 1 | 2 | 3; isFromNow?: boolean };

/** When and where a text is read, and what it is: a goal's title or its description, one about a child or not. */
export type EndContext = { today: Day; isTitle: boolean; ofChild: boolean; inSouth: boolean };

/** How an end stands to its day; `on` is what only leads to it. */
type Lead = Relation | 'on' | undefined;
/** Words from where what leads to a day begins and the day itself does, to where it ends. */
type Place = { from: number; at: number; next: number };

const DEADLINES: Relation[] = ['before', 'by', 'until', 'through'];
/** A bare span that is shorter is a thing's own length ("a 3-day hike"). */
const BARE_DAYS_MIN = 7;
/** As many words back "before" is looked for. */
const BEFORE_WORDS_MAX = 8;
const VERBS_IN_ED = /^(?:need|speed|feed|seed|weed|bed|red|proceed|succeed|exceed)$/;

const EVERY =
  /^(?:every|other|each|second|jedes|jede|jeden|zweite[sn]?|chaque|deux|cada|otro|ogni|altro|elk|elke|ander)$/;
const GIVEN =
  /^(?:got|received|given|bekommen|geschenkt|reçu|offert|recibí|regalado|regalaron|ganhei|recebi|ricevuto|regalato|gekregen)$/;

/** Gathers the ends that a text names. */
export class GoalEnds {
  readonly unread: string[] = [];
  readonly #p: Phrases;
  readonly #today: Day;
  readonly #about: EndContext;
  readonly #ends: End[] = [];

  constructor(p: Phrases, about: EndContext) {
    this.#p = p;
    this.#today = about.today;
    this.#about = about;
  }

  first(): End | undefined {
    return this.#ends.reduce<End | undefined>((best, end) => (!best || end.rank < best.rank ? end : best), undefined);
  }

  /** Over what a person says has been, up to what they want: "I started in May", "I've been running for 2 years and want …". */
  past(at: number): number | undefined {
    const was = this.#p.hit(at, 'was');
    if (!was) return undefined;
    const word = this.#p.word(was.next);
    if (/^(?:told|asked)$|ed$/.test(word) && /^(?:been|was|were)$/.test(this.#p.word(was.next - 1))) return undefined;
    return clauseEnd(this.#p, was.next);
  }

  /** Reads what stands at a place, and returns where that ends. */
  read(at: number): number | undefined {
    return this.#since(at) ?? this.#span(at) ?? this.#deadline(at) ?? this.#bareSpan(at);
  }

  /** Over "since May" and "for the last 3 years", which are no ends. */
  #since(at: number): number | undefined {
    const p = this.#p;
    const since = p.hit(at, 'since');
    if (!since) return undefined;
    const after =
      readSpan(p, since.next) ?? readDay(p, since.next, this.#today) ?? readPeriod(p, since.next, this.#today, false);
    const isLonger = since.next > Math.max(p.over(at, 'for'), p.over(at, 'in'));
    return (!p.hit(at, 'for') && !p.hit(at, 'in')) || isLonger ? after?.next : undefined;
  }

  /** "In 12 weeks", "over the next three months", "for 8 weeks". */
  #span(at: number): number | undefined {
    const p = this.#p;
    const into = p.hit(at, 'in');
    const lasting = p.hit(at, 'for');
    for (const lead of [into, lasting]) {
      const read = lead && readSpan(p, lead.next);
      if (!lead || !read || 'minutes' in read.span || this.#isAge(lead.next, read.next)) continue;
      const isInto = lead === into;
      // "For a month next autumn" is how long it takes, then.
      const isWhen = !isInto && readPeriod(p, read.next, this.#today, false) !== undefined;
      // "Same salary for three years": what somebody tells of years has lasted them.
      const isTold = !isInto && !this.#about.isTitle && read.unit === 'year' && read.amount > 1;
      if (!isInto && (isWhen || isTold || this.#isOver(at, read.next))) return read.next;
      this.#add(read.span, at, read.next, isInto || !this.#isThing(read.next) ? 1 : 3, isInto);
      return read.next;
    }
    return undefined;
  }

  /** "8-week", "30 days", "a couple of weeks". */
  #bareSpan(at: number): number | undefined {
    const p = this.#p;
    const read = readSpan(p, at);
    if (!read || 'minutes' in read.span) return undefined;
    const { span, amount, unit, next } = read;
    const isShort = 'days' in span && span.days < BARE_DAYS_MIN;
    const isOne = p.hit(at, 'one') !== undefined && p.hit(at, 'num') === undefined && amount === 1;
    const isOther =
      this.#isAge(at, next) ||
      (this.#about.ofChild && 'months' in span) ||
      this.#isThing(next) ||
      (p.word(next - 2) !== '-' && this.#isOver(at, next)) ||
      p.hit(at - 1, 'be') !== undefined ||
      // What somebody tells of years is how long they have done or been something: "2 years of experience".
      (!this.#about.isTitle && unit === 'year' && amount > 1);
    if (!isShort && !isOne && !isOther) this.#add(span, at, next, 3);
    return next;
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
    const from = clauseStart(p, at, (place) => p.hit(place, 'want') !== undefined);
    const isPast = ({ text }: { text: string }) =>
      /[^aeiou]ed$|(?:ied|aed|eed|ued)$/.test(text) && !VERBS_IN_ED.test(text);
    // "She is moving into assisted living"
    const isGoingOn = p.tokens
      .slice(from, at)
      .some((_, index) => p.hit(from + index, 'be') && /ing$/.test(p.word(from + index + 1)));
    if (p.language === 'en' && !isGoingOn && p.tokens.slice(from, at).some(isPast)) return true;
    return p.tokens.slice(next, clauseEnd(p, next)).some((_, index) => p.hit(next + index, 'was') !== undefined);
  }

  #add(span: Span, from: number, next: number, rank: End['rank'], isFromNow = false): void {
    const days = Math.min(daysOf(span, this.#today), 400_000);
    const words = this.#p.words(from, next);
    if (days >= 1) this.#ends.push({ target: addDays(this.#today, days - 1), words, rank, isFromNow });
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
    return led ?? this.#nextSeason(at) ?? this.#dayOrPeriod(at, undefined, at);
  }

  /** "Next summer" says when by itself. */
  #nextSeason(at: number): number | undefined {
    const which = this.#p.which(at);
    if (which?.value !== 'next' && which?.value !== 'coming') return undefined;
    const read = readPeriod(this.#p, at, this.#today, false);
    if (!read || !('unit' in read.value) || read.value.unit !== 'season') return undefined;
    const season = this.#about.inSouth ? ofSouth(read.value, this.#today) : read.value;
    const target = season.from <= this.#today ? addMonths(season.to, 12) : season.to;
    this.#ends.push({ target, words: this.#p.words(at, read.next), rank: 2 });
    return read.next;
  }

  #dayOrPeriod(at: number, lead: Lead, from: number): number | undefined {
    const p = this.#p;
    const read = readDay(p, at, this.#today) ?? (lead ? readPeriod(p, at, this.#today, lead !== 'on') : undefined);
    if (!read) return undefined;
    const { value, next } = read;
    const place = { from, at, next };
    if ('ask' in value) return this.#asked(lead, place);
    return 'unit' in value ? this.#period(value, lead, place) : this.#day(value, lead, place);
  }

  #asked(lead: Lead, { from, next }: Place): number {
    if (lead && lead !== 'on') this.unread.push(this.#p.words(from, next));
    return next;
  }

  #day(day: NamedDay, lead: Lead, { from, at, next }: Place): number | undefined {
    const p = this.#p;
    const written = p.words(at, next);
    const isDate = day.weekday === undefined && !day.plain && !p.hit(at, 'holiday') && !p.hit(at, 'rel');
    const isFraction = /^\d{1,2}[/.]\d{1,2}\.?$/.test(written) && (!lead || (lead === 'on' && written.includes('/')));
    if (day.maybe || (!lead && !isDate) || isFraction) return undefined;
    // "Kids every other weekend", "got a sewing machine for Christmas"
    if (EVERY.test(p.word(from - 1)) || (p.hit(at, 'holiday') && this.#isGiven(from))) return next;
    // "In the sun"
    if (day.weekday !== undefined && p.word(from) === 'in') return next;
    if (p.hit(at - 1, 'since') ?? p.hit(from - 1, 'was')) return next;
    // "Always broke by the 20th" is so every month.
    const start = clauseStart(p, from);
    if (day.plain && p.tokens.slice(start, from).some((_, index) => p.hit(start + index, 'usual'))) return next;
    const target = day.near && day.sooner ? day.sooner : day.day;
    const isBefore = lead === 'before' || this.#saysBefore(from);
    this.#ends.push({ target: isBefore ? addDays(target, -1) : target, words: p.words(from, next), rank: 2 });
    return next;
  }

  /** Whether the clause before a feast tells of a present. */
  #isGiven(from: number): boolean {
    const start = clauseStart(this.#p, from);
    return this.#p.tokens.slice(start, from).some((_, index) => GIVEN.test(this.#p.word(start + index)));
  }

  /** "Before my trip on 14 March" is before it too. */
  #saysBefore(from: number): boolean {
    const start = Math.max(clauseStart(this.#p, from), from - BEFORE_WORDS_MAX + 1);
    return this.#p.tokens
      .slice(start, from)
      .some((_, index) => this.#p.hit(start + index, 'before') && !this.#p.hit(start + index, 'agopre'));
  }

  /** "By summer" is before it begins, "in spring" until it ends. */
  #season(period: Period, lead: Lead, { from, next }: Place): number | undefined {
    const p = this.#p;
    // "Stress in summer", "my summer body": only words that lead to it make it an end.
    if (!lead || (lead === 'on' && !p.hit(from, 'in') && !p.hit(from, 'on'))) return next;
    if (p.hit(from - 1, 'since') ?? p.hit(from - 1, 'was') ?? (/ed$/.test(p.word(from - 1)) || undefined)) return next;
    const season = this.#about.inSouth ? ofSouth(period, this.#today) : period;
    const target = lead === 'on' || lead === 'through' ? season.to : addDays(season.from, -1);
    this.#ends.push({ target, words: p.words(from, next), rank: 2 });
    return next;
  }

  #period(period: Period, lead: Lead, place: Place): number | undefined {
    const p = this.#p;
    const { from, at, next } = place;
    if (period.unit === 'season') return this.#season(period, lead, place);
    const isNamed = p.tokens
      .slice(at, next)
      .some((_, index) => p.hit(at + index, 'month') !== undefined || p.digits(at + index) !== undefined);
    // "May" and "march" alone are verbs too.
    const isEdge = period.unit === 'begin' || period.unit === 'mid';
    if (isNamed && !isEdge && (!lead || (lead === 'on' && !p.hit(from, 'in')))) return undefined;
    // "Separated in March": what is said right before a month has been.
    if (isNamed && lead === 'on' && (/ed$/.test(p.word(from - 1)) || this.#isOver(from, from))) return next;
    if (period.unit === 'week' && !lead) return undefined;
    const isYear = period.unit === 'year' && isNamed;
    const isBefore = lead === 'before' || (isYear && lead === 'by' && !p.hit(from, 'in'));
    const target = isBefore ? addDays(period.from, -1) : period.to;
    this.#ends.push({ target, words: p.words(from, next), rank: 2 });
    return next;
  }
}

/** The season of the other half of the world that is not over. */
function ofSouth({ from, to, unit }: Period, today: Day): Period {
  const months = addMonths(from, -6) >= today || addMonths(to, -6) >= today ? -6 : 6;
  return { from: addMonths(from, months), to: endOfMonth(addMonths(from, months + 2)), unit };
}

function daysOf(span: Span, today: Day): number {
  if ('days' in span) return span.days;
  const months = 'months' in span ? span.months : 0;
  if (months > 1200) return Math.round(months * 30.4);
  const whole = Math.floor(months);
  return daysBetween(today, addMonths(today, whole)) + Math.round((months - whole) * 30.4);
}
