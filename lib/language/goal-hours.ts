import { readSpan } from './amounts.ts';
import { clauseEnd, clauseStart } from './clauses.ts';
import { type Clock, PARTS, type PartName, readClock, readHour } from './clock.ts';
import { readDayList } from './day-list.ts';
import type { Language } from './languages.ts';
import type { Phrases } from './phrases.ts';
import { readRange } from './range.ts';
import { clockText, timeOf } from './time-of-day.ts';
import { plain } from './tokens.ts';

/** Hours of the day that a goal's words leave for it, `HH:MM`, on these weekdays (0 is Sunday), on all of them where none is named. */
export type GoalHours = {
  weekdays: number[];
  from: string;
  to: string /** Whether other days keep their usual hours. */;
  isOpen?: boolean;
};

/** Words that lead to the hour from which, or until which, somebody has time. */
const FROM: Readonly<Record<Language, RegExp>> = {
  en: /^(?:after|from|past)$/,
  de: /^(?:nach|ab)$/,
  fr: /^(?:apres|partir|des)$/,
  es: /^(?:despues|partir)$/,
  pt: /^(?:depois|partir|apos)$/,
  it: /^(?:dopo|dalle|partire)$/,
  nl: /^(?:na|vanaf)$/,
};
const UNTIL: Readonly<Record<Language, RegExp>> = {
  en: /^(?:before|until|till)$/,
  de: /^(?:vor|bis)$/,
  fr: /^(?:avant|jusqu)$/,
  es: /^(?:antes|hasta)$/,
  pt: /^(?:antes|ate)$/,
  it: /^(?:prima|entro|fino)$/,
  nl: /^(?:voor|tot)$/,
};
/** Words between these and the hour. */
const ARTICLES = /^(?:the|de|d|las|los|la|le|les|das|da|dalle|delle|alle|um|a|à)$/;
/** "Before work", by language; the hour at which work begins may be said beside it. */
const BEFORE_WORK: Readonly<Record<Language, RegExp>> = {
  en: /\bbefore (?:i go to )?(?:work|school|the office)\b/u,
  de: /\bvor (?:der|meiner) (?:arbeit|schule|schicht)\b/u,
  fr: /\bavant (?:le travail|le boulot|l'ecole|d'aller (?:au travail|bosser))/u,
  es: /\bantes (?:del trabajo|de trabajar|de ir a trabajar|de la oficina)\b/u,
  pt: /\bantes (?:do trabalho|de trabalhar|de ir trabalhar)\b/u,
  it: /\bprima (?:del lavoro|di lavorare|di andare al lavoro|dell'ufficio)\b/u,
  nl: /\bvoor (?:het werk|mijn werk|school)\b/u,
};
/** A length of time before work leaves no other: "half an hour before work", "nur vor der Arbeit". */
const BEFORE_WORK_ONLY =
  /(?:hour|min\p{L}*|stunde|heure|h|hora|ora|mezz'ora|uur|only|just|nur|seulement|que|solo|so|apenas|alleen)\s(?:before|vor|avant|antes|prima|voor)\s/u;
/** Words that say that time is meant: "erst ab 20 Uhr Zeit", "qu'après 20h". */
const HAS_TIME =
  /^(?:time|free|available|erst|zeit|frei|qu|que|temps|libre|libres|dispo|disponible|tiempo|tempo|livre|libero|libera|tijd|pas|vrij)$/;
/** "I start at 8:30". */
const STARTS =
  /(?<!\p{L})(?:start|begin|beginne|fange|commence|empiezo|entro|comeco|pego|inizio|comincio|attacco)(?!\p{L})/u;
/** Work begins at this hour where no other is said, and the way there takes this long. */
const WORK_BEGINS = '08:30';
const WAY_MINUTES = 30;
const OPENS = '05:00';
const CLOSES = '23:00';
/** As long as a time that is only begun at an hour ("at 6 am") may last where its length is not named. */
const SLOT_MINUTES = 60;
/** A single hour before this is in the afternoon or evening, unless the words say otherwise. */
const EARLY_HOUR = 7;

/** Gathers the hours that a text leaves for a goal. */
export class GoalHourWords {
  readonly #p: Phrases;
  readonly #hours: GoalHours[] = [];
  #end = 0;

  constructor(p: Phrases) {
    this.#p = p;
  }

  all(): GoalHours[] {
    return this.#hours;
  }

  /** "Before work, I start at 8:30": until half an hour before it. */
  readWork(): void {
    const p = this.#p;
    const folded = plain(p.text);
    if (!BEFORE_WORK[p.language].test(folded)) return;
    const starts = p.tokens.findIndex(({ text }) => STARTS.test(plain(text)));
    const clock =
      starts < 0 ? undefined : [1, 2, 3, 4].map((ahead) => readClock(p, starts + ahead, false)).find(Boolean);
    const begins = minutesOf((clock && exactOf(clock, PARTS.morning.name)) ?? WORK_BEGINS);
    const isLimited = BEFORE_WORK_ONLY.test(folded);
    this.#hours.push({
      weekdays: [1, 2, 3, 4, 5],
      from: OPENS,
      to: clockText(begins - WAY_MINUTES),
      ...(isLimited ? {} : { isOpen: true }),
    });
  }

  /** Reads hours that stand at a place: "from 18 to 20", "after 8 pm", "at 6 am"; returns where they end. */
  read(at: number): number | undefined {
    if (at < this.#end || !this.#mayBeHour(at)) return undefined;
    const read = this.#range(at) ?? this.#bound(at) ?? this.#begin(at);
    if (!read || !this.#isFreeTime(at, read.next)) return undefined;
    const weekdays = this.#weekdays(at, read.next);
    const { from, to } = read;
    if (from < to) this.#hours.push({ weekdays, from, to });
    this.#end = read.next;
    return read.next;
  }

  /** Tells whether digits stand at a place or close behind it. */
  #mayBeHour(at: number): boolean {
    return [0, 1, 2, 3].some((ahead) => this.#p.digits(at + ahead) !== undefined);
  }

  #range(at: number) {
    const p = this.#p;
    const read = readRange(p, at, false) ?? this.#bareRange(at);
    if (!read || this.#isDate(read.next)) return undefined;
    const from = exactOf(read.clock, this.#partNear(at, read.next), read.minutes);
    if (!from || read.minutes < 15 || read.minutes > 720) return undefined;
    return { from, to: clockText(minutesOf(from) + read.minutes), next: read.next };
  }

  /** "Saturdays 9 to 12": numbers alone are hours right behind their day. */
  #bareRange(at: number) {
    const p = this.#p;
    if (p.digits(at) === undefined || ![1, 2, 3, 4].some((back) => readDayList(p, at - back)?.next === at))
      return undefined;
    const clock = readHour(p, at, 'core');
    const joint = clock && p.hit(clock.next, 'to');
    const end = joint && readHour(p, joint.next, 'core');
    if (!clock || !end) return undefined;
    const minutes = (60 * (end.hour - clock.hour) + end.minute - clock.minute + 720) % 720;
    return { clock, minutes, next: end.next };
  }

  /** "After 8 pm", "nach 19 Uhr", "before 9". */
  #bound(at: number) {
    const p = this.#p;
    const word = plain(p.word(at));
    const isFrom = FROM[p.language].test(word);
    if (!isFrom && !UNTIL[p.language].test(word)) return undefined;
    let next = at + 1;
    while (next < at + 4 && ARTICLES.test(plain(p.word(next)))) next += 1;
    const clock = p.hit(next, 'named') ? undefined : readHour(p, next, 'core');
    if (!clock || this.#isDate(clock.next)) return undefined;
    const hour = exactOf(clock, this.#partNear(at, clock.next) ?? (isFrom ? 'evening' : 'morning'));
    if (!hour) return undefined;
    return isFrom ? { from: hour, to: CLOSES, next: clock.next } : { from: OPENS, to: hour, next: clock.next };
  }

  /** "Every day at 6 am". */
  #begin(at: number) {
    const p = this.#p;
    if (!p.hit(at, 'at')) return undefined;
    const clock = readClock(p, at, false);
    if (!clock || clock.named || this.#isDate(clock.next) || !this.#isRepeated(at, clock.next)) return undefined;
    const isWritten = p.lexicon.hours24 && clock.half === undefined;
    const from = exactOf(isWritten ? { ...clock, literal: true } : clock, this.#partNear(at, clock.next));
    const length = this.#lengthNear(at) ?? SLOT_MINUTES;
    return from ? { from, to: clockText(Math.min(1439, minutesOf(from) + length)), next: clock.next } : undefined;
  }

  /** Tells whether a month, a unit or a share of something follows: then it was no hour. */
  #isDate(next: number): boolean {
    const p = this.#p;
    return (
      (['month', 'unit', 'times', 'thing'] as const).some((sense) => p.hit(next, sense) !== undefined) ||
      /^[%€$£]$/.test(p.word(next))
    );
  }

  #sentence(at: number): [number, number] {
    const p = this.#p;
    let from = at;
    while (from > 0 && !/^[.!?;\n]$/.test(p.word(from - 1))) from -= 1;
    let to = at;
    while (to < p.tokens.length && !/^[.!?;\n]$/.test(p.word(to))) to += 1;
    return [from, to];
  }

  /** Tells whether hours are those that somebody has for the goal: not those of their work, nor of something on a date. */
  #isFreeTime(at: number, next: number): boolean {
    const p = this.#p;
    const start = clauseStart(p, at, (place) => p.hit(place, 'and') !== undefined);
    const has = (
      senses: readonly ('work' | 'only' | 'can' | 'session' | 'adverb' | 'parts' | 'month')[],
      from: number,
      to: number,
    ) => p.tokens.slice(from, to).some((_, index) => senses.some((sense) => p.hit(from + index, sense) !== undefined));
    const [from, to] = this.#sentence(at);
    if (has(['work'], start, at) && !has(['only', 'can'], start, at)) return false;
    if (has(['month'], start, clauseEnd(p, next))) return false;
    const isFragment = to - from <= next - at + 3;
    const isTime = p.tokens.slice(from, to).some(({ text }) => HAS_TIME.test(plain(text)));
    return isFragment || isTime || has(['only', 'can', 'session'], from, to) || this.#isRepeated(at, next);
  }

  /** Tells whether the sentence says that it is so each day or on several weekdays. */
  #isRepeated(at: number, next: number): boolean {
    const p = this.#p;
    const [from, to] = this.#sentence(at);
    return p.tokens.slice(from, to).some((_, index) => {
      const place = from + index;
      if (place >= at && place < next) return false;
      const list = readDayList(p, place);
      const every = p.hit(place, 'every');
      const isDaily = every && p.hit(every.next, 'unit')?.value === 'day';
      const adverb = p.hit(place, 'adverb')?.value === 'day 1';
      return Boolean(isDaily || adverb || (list && (list.value.isPlural || list.value.count > 1)));
    });
  }

  /** The weekdays that stand nearest before the hours in their sentence, else right after them. */
  #weekdays(at: number, next: number): number[] {
    const p = this.#p;
    const [from] = this.#sentence(at);
    for (let place = at - 1; place >= from; place -= 1) {
      const list = readDayList(p, place);
      if (list && list.next <= at && list.next >= at - 4) return this.#wholeList(place, list.value.days, from);
    }
    const after = p.overAll(next, 'on', 'the', 'only');
    return readDayList(p, after)?.value.days ?? [];
  }

  /** A list that begins further left: "Tuesdays and Fridays". */
  #wholeList(place: number, days: number[], from: number): number[] {
    for (let first = from; first < place; first += 1) {
      const list = readDayList(this.#p, first);
      if (list && list.next > place) return list.value.days;
    }
    return days;
  }

  #partNear(at: number, next: number): PartName | undefined {
    const p = this.#p;
    for (let place = clauseStart(p, at); place < clauseEnd(p, next); place += 1) {
      const value = p.hit(place, 'parts')?.value ?? p.hit(place, 'part')?.value ?? readDayList(p, place)?.value.part;
      if (value === 'morning' || value === 'afternoon' || value === 'evening' || value === 'night') return value;
    }
    return undefined;
  }

  #lengthNear(at: number): number | undefined {
    const p = this.#p;
    const [from, to] = this.#sentence(at);
    for (let place = from; place < to; place += 1) {
      const read = readSpan(p, place);
      if (read && 'minutes' in read.span && read.span.minutes >= 5 && read.span.minutes <= 240)
        return read.span.minutes;
    }
    return undefined;
  }
}

/** Returns the hour that a clock means; of two that fit, the one at which people have time. */
function exactOf(clock: Clock, part: PartName | undefined, minutes = 0): string | undefined {
  const time = timeOf(clock, part && PARTS[part]);
  if (!time) return undefined;
  if ('exact' in time) return time.exact;
  if (!('either' in time)) return undefined;
  const [early, late] = time.either;
  return clock.hour >= EARLY_HOUR || minutesOf(late) + minutes > 1439 ? early : late;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
