import { addDays, addMonths, type Day, daysBetween, endOfMonth } from '../days.ts';
import { readSpan, type Span } from './amounts.ts';
import { chooseEnd, roleOf } from './choose-end.ts';
import { clauseEnd, clauseStart, endsHere } from './clauses.ts';
import { readDay } from './day.ts';
import type { Relation } from './fact.ts';
import type { Sense } from './lexicon.ts';
import type { NamedDay, Period } from './named-day.ts';
import { readPeriod } from './periods.ts';
import type { Phrases } from './phrases.ts';
import { plain } from './tokens.ts';
import { readNth } from './weekdays.ts';

/** An end that words ask for; the lowest rank counts: spans that begin now, days, and spans that may be something's length. */
export type End = {
  target: Day;
  words: string;
  rank: 1 | 2 | 3;
  isFromNow?: boolean;
  /** "By 31 January", not "on 12 December". */
  isDeadline?: boolean;
  /** What falls on the day, where it is no end: a viewing, the first lesson. */
  role?: 'done' | 'on the way' | 'beginning' | undefined;
};

/** When and where a text is read, and what it is: a goal's title or its description, one about a child or not. */
export type EndContext = { today: Day; isTitle: boolean; ofChild: boolean; inSouth: boolean };

/** How an end stands to its day; `on` is what only leads to it. */
type Lead = Relation | 'on' | undefined;
/** Words from where what leads to a day begins and the day itself does, to where it ends. */
type Place = { from: number; at: number; next: number };

const DEADLINES: Relation[] = ['before', 'by', 'until', 'through'];
/** A bare span that is shorter is a thing's own length ("a 3-day hike"). */
const BARE_DAYS_MIN = 7;
/** A goal reaches five years ahead; more of them are an age or an anniversary. */
const ANNIVERSARY_YEARS_MIN = 18;
/** As many words back "before" is looked for. */
const BEFORE_WORDS_MAX = 8;
/** Past forms that do not end in -ed; "put", "cut" and the like may be present. */
const PAST =
  /^(?:lost|spent|gained|made|won|went|ran|wrote|began|did|broke|fell|drank|ate|smoked|had|caught|took|felt|together|divorced|married)$/;
const VERBS_IN_ED = /^(?:need|speed|feed|seed|weed|bed|red|proceed|succeed|exceed)$/;

/** "Physio still until February" is how long something else goes on. */
const STILL = /^(?:still|noch|encore|todavía|aún|ainda|ancora|nog)$/;
/** "Get through the day" is no end. */
const GETS = /^(?:get|getting|gets|make|made)$/;

const AHEAD = /^(?:will|ll|would|d|can|could|shall|should|must)$/;

/** What somebody complains of is so every week: "my neck aches by Wednesday". */
const COMPLAINT =
  /^(?:ach|hurt|sore|stiff|tired|exhaust|drained|shattered|dread|knot|anxi|panic|angst|nervos|angoiss|ansi[ao]|schmerz|weh$|mude|erschopf|fatigu|epuis|duel|cansad|doi$|stanc|moe$|uitgeput)/;
/** "On Sunday nights" is every week. */
const PARTS_IN_PLURAL = /^(?:nights|evenings|mornings|afternoons)$/;

const EVERY =
  /^(?:every|other|each|second|jedes|jede|jeden|zweite[sn]?|chaque|deux|cada|otro|ogni|altro|elk|elke|ander)$/;
const USUALLY =
  /(?:^|\s)(?:more|most|mostly|usually|always|only|except|meist|immer|mehr|nur|toujours|plus|surtout|siempre|más|sempre|mais|più|altijd|meer|vooral)\s*$/iu;
/** What leads to a month where no word for "in" does: "im Mai", "a maggio". */
const IN_MONTH = /^(?:im|a|ad)$/;
const FIRST = /^(?:first|ersten|premi[eè]res?|primeras?|primeiras?|prime|eerste)$/;
const GIVEN =
  /^(?:got|received|given|bekommen|geschenkt|reçu|offert|recibí|regalado|regalaron|ganhei|recebi|ricevuto|regalato|gekregen)$/;

/** What is so each week. */
const HABITS = ['off', 'notime', 'usual', 'can', 'work', 'treat'] as const;

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

  /** Returns the end that counts. */
  chosen(): End | undefined {
    return chooseEnd(this.#ends, this.#about.isTitle);
  }

  /** Adds a day or the last day of a period. */
  #push(target: Day, lead: Lead, { from, next }: Pick<Place, 'from' | 'next'>): void {
    const p = this.#p;
    const clause = p.words(clauseStart(p, from), clauseEnd(p, next));
    const isDeadline = lead !== undefined && lead !== 'on';
    this.#ends.push({ target, words: p.words(from, next), rank: 2, isDeadline, role: roleOf(clause) });
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
    return (
      this.#partOfDay(at) ??
      this.#since(at) ??
      this.#span(at) ??
      this.#anniversary(at) ??
      this.#deadline(at) ??
      this.#bareSpan(at)
    );
  }

  /** Over "de la mañana", which is no tomorrow. */
  #partOfDay(at: number): number | undefined {
    const part = this.#p.hit(at, 'part');
    return part && part.next - at > 1 ? part.next : undefined;
  }

  /** Over "since May" and "for the last 3 years", which are no ends. */
  #since(at: number): number | undefined {
    const p = this.#p;
    const since = p.hit(at, 'since');
    if (!since || readNth(p, at, this.#today)) return undefined;
    const after =
      readSpan(p, since.next) ?? readDay(p, since.next, this.#today) ?? readPeriod(p, since.next, this.#today, false);
    const isLonger = since.next > Math.max(p.over(at, 'for'), p.over(at, 'in'));
    return (!p.hit(at, 'for') && !p.hit(at, 'in')) || isLonger ? after?.next : undefined;
  }

  /** Over "los 50 años de mi madre" and "25 years on 12 June": so many years have been, and no goal takes them. */
  #anniversary(at: number): number | undefined {
    const read = readSpan(this.#p, at);
    return read && isAnniversary(read) ? read.next : undefined;
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
      if (!isInto && isAnniversary(read)) return read.next;
      // "For a month next autumn" is how long it takes, then.
      const isWhen = !isInto && readPeriod(p, read.next, this.#today, false) !== undefined;
      // "Same salary for three years", "I train twice a week for 14 months": what somebody tells of so long has lasted it.
      const isLong = read.unit === 'year' || (read.unit === 'month' && read.amount >= 10);
      const isTold = !isInto && !this.#about.isTitle && isLong;
      // "Fit for a week of skiing" is how long the skiing takes.
      if (!isInto && p.hit(read.next, 'of')) return read.next;
      // "180 km in 3 days" is a tour.
      if (isInto && this.#isTour(at, read.span)) return read.next;
      // "Im Mai in 13 Tagen" is when, and how long it then takes.
      if (isInto && 'days' in read.span && this.#followsPeriod(at)) return read.next;
      if (isInto && 'days' in read.span && this.#precedesPeriod(read.next)) return read.next;
      if (!isInto && (isWhen || isTold || this.#isOver(at, read.next))) return read.next;
      this.#add(read.span, at, read.next, isInto || !this.#isThing(read.next) ? 1 : 3, isInto);
      return read.next;
    }
    return undefined;
  }

  /** Tells whether the clause has named a month or a season before a place. */
  #followsPeriod(at: number): boolean {
    const end = this.#ends.at(-1);
    const before = this.#p.words(clauseStart(this.#p, at), at);
    return (
      end?.rank === 2 && (before.includes(end.words) || this.#p.words(Math.max(0, at - 4), at).startsWith(end.words))
    );
  }

  /** Tells whether a month follows at once: "in 8 days in June". */
  #precedesPeriod(next: number): boolean {
    const p = this.#p;
    const into = p.hit(next, 'in');
    return (
      into !== undefined &&
      readPeriod(p, into.next, this.#today, false) !== undefined &&
      readSpan(p, into.next) === undefined
    );
  }

  /** Tells whether right before a span of days stands a distance of ten kilometres a day or more. */
  #isTour(at: number, span: Span): boolean {
    const unit = this.#p.word(at - 1);
    const distance = this.#p.digits(at - 2) ?? 0;
    return (
      'days' in span &&
      /^(?:kms?|kilom\p{L}+|chilom\p{L}+|quilom\p{L}+|miles)$/u.test(unit) &&
      distance >= 10 * span.days
    );
  }

  /** "8-week", "30 days", "a couple of weeks". */
  #bareSpan(at: number): number | undefined {
    const p = this.#p;
    const read = readSpan(p, at);
    if (!read || 'minutes' in read.span) return undefined;
    const { span, amount, unit, next } = read;
    const within = this.#withinMonth(at, next);
    if (within) return within;
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

  /** "The first two weeks of February": when it is, and not how long the way to it takes. */
  #withinMonth(at: number, next: number): number | undefined {
    const p = this.#p;
    const of = FIRST.test(p.word(at - 1)) && p.hit(next, 'of');
    const month = of ? readPeriod(p, of.next, this.#today, false) : undefined;
    if (!month || !('unit' in month.value)) return undefined;
    this.#ends.push({ target: month.value.from, words: p.words(at - 1, month.next), rank: 2 });
    return month.next;
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

  /** Tells whether a verb of its clause says that it has been: "smoked for 20 years". */
  #isOver(at: number, next: number): boolean {
    const p = this.#p;
    const from = clauseStart(p, at, (place) => p.hit(place, 'want') !== undefined);
    const isPast = ({ text }: { text: string }) =>
      PAST.test(text) || (/[^aeiou]ed$|(?:ied|aed|eed|ued)$/.test(text) && !VERBS_IN_ED.test(text));
    // "She is moving into assisted living"
    const isGoingOn = p.tokens
      .slice(from, at)
      .some((_, index) => p.hit(from + index, 'be') && /ing$/.test(p.word(from + index + 1)));
    // "He said they'd lend me a wall in May"
    const isAhead = p.tokens.slice(from, at).some(({ text }) => AHEAD.test(text));
    if (p.language === 'en' && !isGoingOn && !isAhead && p.tokens.slice(from, at).some(isPast)) return true;
    return p.tokens.slice(next, clauseEnd(p, next)).some((_, index) => p.hit(next + index, 'was') !== undefined);
  }

  /** Tells whether the clause before a place says with "have" that something has been: "I have stopped … in the autumn". */
  #hasBeen(at: number): boolean {
    const p = this.#p;
    const start = clauseStart(p, at);
    return p.tokens
      .slice(start, at)
      .some(({ text }, index) => /^(?:have|has|ve)$/.test(text) && /ed$/.test(p.word(start + index + 1)));
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
      if (hit && relation === 'through' && GETS.test(p.word(at - 1))) return hit.next;
      if (hit && (relation === 'until' || relation === 'by') && STILL.test(p.word(at - 1))) return clauseEnd(p, at);
      const found = hit && this.#dayOrPeriod(hit.next, relation, at);
      if (found) return found;
    }
    const lead = p.hit(at, 'in') ?? p.hit(at, 'on') ?? p.hit(at, 'for') ?? p.hit(at, 'of');
    const led = lead && this.#dayOrPeriod(lead.next, 'on', at);
    return led ?? this.#nextPeriod(at) ?? this.#month(at) ?? this.#dayOrPeriod(at, undefined, at);
  }

  /** A month that stands for itself: "by train, June." */
  #month(at: number): number | undefined {
    const p = this.#p;
    const month = p.hit(at, 'month');
    const isAlone = (at === 0 || /^[,;:(.]$/.test(p.word(at - 1))) && /^(?:|[.,;)])$/.test(p.word(month?.next ?? at));
    const read = month && isAlone ? readPeriod(p, at, this.#today, false) : undefined;
    if (!read) return undefined;
    this.#ends.push({ target: read.value.to, words: p.words(at, read.next), rank: 2 });
    return read.next;
  }

  /** "Next summer" and "next October" say when by themselves; "this summer" in a title too, in a description it may be over. */
  #nextPeriod(at: number): number | undefined {
    const which = this.#p.which(at);
    const isThis = which?.value === 'this' && this.#about.isTitle;
    if (which?.value !== 'next' && which?.value !== 'coming' && !isThis) return undefined;
    const read = readPeriod(this.#p, at, this.#today, false);
    if (!read || (read.value.unit !== 'season' && !this.#p.hit(which.next, 'month'))) return undefined;
    const isSeason = read.value.unit === 'season';
    const season = this.#about.inSouth && isSeason ? ofSouth(read.value, this.#today) : read.value;
    const target = season.from <= this.#today && !isThis ? addMonths(season.to, 12) : season.to;
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
    // "Pfingsten 2027" is a date, "Christmas" alone may be a thing.
    const isFeast = p.hit(at, 'holiday') !== undefined && !/\d{4}$/.test(written);
    const isDate = day.weekday === undefined && !day.plain && !isFeast && !p.hit(at, 'rel');
    const isFraction = /^\d{1,2}[/.]\d{1,2}\.?$/.test(written) && (!lead || (lead === 'on' && written.includes('/')));
    // "Thursday, 11 February": the date says which.
    if (day.weekday !== undefined && this.#isDateAt(p.word(next) === ',' ? next + 1 : next)) return next;
    const isNear = day.weekday !== undefined || p.hit(at, 'rel') !== undefined;
    const isHeld = isNear && !this.#about.isTitle && this.#isHeld(from);
    if (day.maybe || (!lead && !isDate && !isHeld) || isFraction) return undefined;
    // "Kids every other weekend", "got a sewing machine for Christmas"
    if (EVERY.test(p.word(from - 1)) || (p.hit(at, 'holiday') && this.#isGiven(from))) return next;
    // "In the sun"
    if (day.weekday !== undefined && p.word(from) === 'in') return next;
    // "Op vrijdag bestellen we pizza": what somebody tells of a weekday is so each week, but for an exam or a party.
    if (
      day.weekday !== undefined &&
      !day.fixed &&
      lead === 'on' &&
      !this.#about.isTitle &&
      // In English a weekday may belong to a noun: "the Saturday market".
      !((p.language !== 'en' || endsHere(p, next)) && (isHeld || this.#isEvent(from)))
    ) {
      if (!this.#has('can', from)) this.unread.push(p.words(from, next));
      return next;
    }
    // "Three beers every night and more on Saturday"
    if (
      day.weekday !== undefined &&
      lead === 'on' &&
      !this.#about.isTitle &&
      USUALLY.test(p.words(clauseStart(p, from), from))
    )
      return next;
    if (day.weekday !== undefined && (PARTS_IN_PLURAL.test(p.word(next)) || this.#isComplaint(from))) return next;
    if (p.hit(at - 1, 'since')?.next === at || p.hit(from - 1, 'was')) return next;
    // "In the second attempt"
    if (day.plain && !endsHere(p, next)) return undefined;
    // "Always broke by the 20th" is so every month.
    const start = clauseStart(p, from);
    if (day.plain && p.tokens.slice(start, from).some((_, index) => p.hit(start + index, 'usual'))) return next;
    const target = day.near && day.sooner ? day.sooner : day.day;
    const isBefore = !day.isEdge && (lead === 'before' || this.#saysBefore(from));
    this.#push(isBefore ? addDays(target, -1) : target, lead, { from, next });
    return next;
  }

  #isDateAt(at: number): boolean {
    const read = readDay(this.#p, at, this.#today);
    return read !== undefined && 'day' in read.value && read.value.weekday === undefined && !read.value.plain;
  }

  /** "The test is on Friday", "we leave tomorrow": what is joined to a weekday or tomorrow by a verb, and is no day off, class or habit. */
  #isHeld(from: number): boolean {
    const p = this.#p;
    const verb = [1, 2].find((back) => p.hit(from - back, 'held')?.next === from);
    // "É", "è" without accents is "and".
    if (!verb || p.words(from - verb, from).toLowerCase() === 'e') return false;
    return !HABITS.some((sense) => this.#has(sense, from));
  }

  /** Tells whether the clause that a place is in complains of something. */
  #isComplaint(at: number): boolean {
    const start = clauseStart(this.#p, at);
    return this.#p.tokens.slice(start, clauseEnd(this.#p, at)).some(({ text }) => COMPLAINT.test(plain(text)));
  }

  /** Tells whether the clause that a place is in has a word of a sense. */
  #has(sense: Sense, at: number): boolean {
    const start = clauseStart(this.#p, at);
    return this.#p.tokens
      .slice(start, clauseEnd(this.#p, at))
      .some((_, index) => this.#p.hit(start + index, sense) !== undefined);
  }

  /** Tells whether the clause tells of something that is held once. */
  #isEvent(at: number): boolean {
    return (['thing', 'event', 'evening'] as const).some((sense) => this.#has(sense, at));
  }

  /** Tells whether the clause before a feast tells of a present. */
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
    // "I have stopped the pill in the autumn"
    if (lead === 'on' && this.#hasBeen(from)) return next;
    const season = this.#about.inSouth ? ofSouth(period, this.#today) : period;
    const target = lead === 'on' || lead === 'through' ? season.to : addDays(season.from, -1);
    this.#ends.push({ target, words: p.words(from, next), rank: 2 });
    return next;
  }

  #period(period: Period, lead: Lead, place: Place): number | undefined {
    const p = this.#p;
    const { from, at, next } = place;
    if (period.unit === 'season') return this.#season(period, lead, place);
    if (period.unit === 'seasonend') {
      const { to } = this.#about.inSouth ? ofSouth(period, this.#today) : period;
      this.#ends.push({ target: to, words: p.words(from, next), rank: 2 });
      return next;
    }
    const isNamed = p.tokens
      .slice(at, next)
      .some((_, index) => p.hit(at + index, 'month') !== undefined || p.digits(at + index) !== undefined);
    // "May" and "march" alone are verbs too.
    const isEdge = /^(?:begin|mid|part)$/.test(period.unit);
    const isLed = lead && (lead !== 'on' || p.hit(from, 'in') !== undefined || IN_MONTH.test(p.word(from)));
    if (isNamed && !isEdge && !p.which(at) && !isLed) return undefined;
    // "Separated in March": what is said right before a month has been.
    if (isNamed && lead === 'on' && (/ed$/.test(p.word(from - 1)) || this.#isOver(from, from))) return next;
    if (period.unit === 'week' && !lead) return undefined;
    // "Lost 4k this year"
    if (period.unit === 'year' && !isNamed && !lead && this.#isOver(from, from)) return next;
    const isYear = period.unit === 'year' && isNamed;
    const isBefore = lead === 'before' || (isYear && lead === 'by' && !p.hit(from, 'in'));
    const target = isBefore ? addDays(period.from, -1) : period.to;
    this.#push(target, lead, { from, next });
    return next;
  }
}

const isAnniversary = ({ unit, amount }: { unit: string; amount: number }) =>
  unit === 'year' && amount >= ANNIVERSARY_YEARS_MIN;

/** Returns the season of the other half of the world that is not over. */
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
