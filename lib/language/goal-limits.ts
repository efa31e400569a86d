import { readAmount, readSpan } from './amounts.ts';
import { clauseStart } from './clauses.ts';
import { partName } from './clock.ts';
import { readExcept } from './facts.ts';
import type { GoalLimits } from './goal.ts';
import type { Phrases } from './phrases.ts';
import { readDayList } from './repeat.ts';

/** As far back as a word tells that a length of time is what the goal is about. */
const HABIT_WORDS_MAX = 40;

/** Gathers what a text asks of a plan's days and minutes. */
export class GoalLimitWords {
  readonly unread: string[] = [];
  readonly #p: Phrases;
  readonly #free = new Set<number>();
  readonly #only = new Set<number>();
  readonly #limits: Omit<GoalLimits, 'restDays'> = {};
  #session: number | undefined;

  constructor(p: Phrases) {
    this.#p = p;
  }

  /** Reads what stands at a place, and returns where that ends. */
  read(at: number): number | undefined {
    return this.#days(at) ?? this.#times(at) ?? this.#minutes(at) ?? this.#part(at);
  }

  all(): GoalLimits {
    const only = [...this.#only].filter((day) => !this.#free.has(day));
    const restDays = [0, 1, 2, 3, 4, 5, 6].filter(
      (day) => this.#free.has(day) || (only.length > 0 && !only.includes(day)),
    );
    const session = this.#session && this.#limits.timesPerWeek ? { sessionMinutes: this.#session } : {};
    return { restDays, ...this.#limits, ...session };
  }

  /** "Never on Sundays", "only on weekends", "Sundays are off", "every day except Wednesday", "Mondays and Thursdays". */
  #days(at: number): number | undefined {
    const p = this.#p;
    const but = readExcept(p, at);
    if (but) return this.#put(this.#free, but.value.days, but.next);
    const only = p.hit(at, 'only');
    const few = only && readDayList(p, only.next);
    if (few) return this.#put(this.#only, few.value.days, few.next);
    const every = p.hit(at, 'every');
    const list = readDayList(p, every?.next ?? at);
    if (!list) return undefined;
    const { days, isPlural, count, hasOr } = list.value;
    const words = p.words(at, list.next);
    if (this.#isAtWork(at)) {
      this.unread.push(words);
      return list.next;
    }
    const off = p.hit(list.next, 'off');
    if (off) return this.#put(this.#free, days, off.next);
    const after = p.hit(list.next, 'only');
    if (after) return this.#put(this.#only, days, after.next);
    if (hasOr) this.unread.push(words);
    else if (every || isPlural || (count > 1 && !p.hit(p.lead(at), 'weekend')))
      return this.#put(this.#only, days, list.next);
    return undefined;
  }

  #put(all: Set<number>, days: number[], next: number): number {
    for (const day of days) all.add(day);
    return next;
  }

  /** "I work Monday to Friday" says nothing of the goal. */
  #isAtWork(at: number): boolean {
    return this.#has('work', clauseStart(this.#p, at), at);
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
    const read = readSpan(p, lead?.next ?? at);
    if (!read || !('minutes' in read.span)) return undefined;
    const { minutes } = read.span;
    const per = p.hit(read.next, 'per') ?? p.hit(read.next, 'every');
    const unit = p.hit(per?.next ?? read.next, 'unit');
    const part = per && (p.hit(per.next, 'part') ?? p.hit(per.next, 'partly'));
    const adverb = p.hit(read.next, 'adverb');
    const isDaily = (per && unit?.value === 'day') || adverb?.value === 'day 1' || Boolean(part);
    // "Sleep 8 hours", "cut screen time to an hour": the time is what the goal is about.
    const isSane = minutes >= 5 && minutes <= 1440 && !this.#has('habit', Math.max(0, at - HABIT_WORDS_MAX), at);
    if (isDaily) {
      if (isSane) this.#limits.dailyMinutes ??= minutes;
      if (part && isSane) this.#setPart(part.value);
      return part?.next ?? adverb?.next ?? unit?.next;
    }
    if (per && unit) return unit.next;
    if (isSane && minutes <= 480 && !p.hit(at, 'in')) this.#session ??= minutes;
    return p.over(read.next, 'session');
  }

  /** "Only in the evening", "every morning", "mornings only", "am Abend", "after work". */
  #part(at: number): number | undefined {
    const p = this.#p;
    const lead = p.hit(at, 'only') ?? p.hit(at, 'every');
    const start = p.lead(lead?.next ?? at);
    const named = p.hit(start, 'named');
    if (named && p.words(start, named.next).includes(' ') && named.value !== '24:00') {
      this.#setPart(named.value < '12:00' ? 'morning' : named.value < '18:00' ? 'afternoon' : 'evening');
      return named.next;
    }
    const part = p.hit(start, 'parts') ?? p.hit(start, 'part') ?? (lead ? p.hit(start, 'partly') : undefined);
    if (!part) return undefined;
    const isPhrase = p.hit(start, 'parts') !== undefined || part.next - start > 1 || start > at;
    const isThrough = [start - 1, at - 1].some((place) => /^(?:through|durch|toute)$/.test(p.word(place)));
    if (isPhrase && !isThrough) this.#setPart(part.value);
    return p.over(part.next, 'only');
  }

  #setPart(value: string): void {
    const part = partName(value);
    if (part) this.#limits.timeOfDay ??= part;
  }

  #has(sense: 'work' | 'habit', from: number, to: number): boolean {
    return this.#p.tokens.slice(from, to).some((_, index) => this.#p.hit(from + index, sense) !== undefined);
  }
}
