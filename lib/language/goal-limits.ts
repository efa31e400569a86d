import { readAmount, readSpan } from './amounts.ts';
import { clauseEnd, clauseStart } from './clauses.ts';
import { partName } from './clock.ts';
import { type DayList, readDayList } from './day-list.ts';
import { readExcept } from './facts.ts';
import type { GoalLimits } from './goal.ts';
import type { Phrases, Valued } from './phrases.ts';
import { plain } from './tokens.ts';

/** As far back as a word tells that a length of time is what the goal is about. */
const HABIT_WORDS_MAX = 40;
/** As many words may stand beside a length of time that is that of a slot: "two hours in the afternoon". */
const SLOT_WORDS_MAX = 4;
/** As far back as a sentence is read for what it tells of. */
const SENTENCE_WORDS_MAX = 14;

/** Whose days are their own, and none of the plan. */
const OTHERS =
  /^(?:sons?|daughters?|kids?|child|children|wife|husband|partner|sohn|sohnes|tochter|kind|kinder|frau|mann|fils|fille|filles|enfants?|femme|mari|hij[oa]s?|ninos?|mujer|marido|filh[oa]s?|criancas?|mulher|figli[ao]?|bambin[oaie]|moglie|marito|zoon|dochter|kinderen|vrouw)$/;

/** What is to be less, or not at all, on some days is worked at on all: "less anxious on Sunday nights", "drink less on weekends". */
const LESS =
  /^(?:less|fewer|stop|quit|avoid|dread|cope|cut|weniger|aufhoren|moins|arreter|menos|dejar|parar|meno|smettere|minder|stoppen)$/;

/** What happens so often and is not trained: "wake up five nights a week", "attacks come twice a week", "I miss the bus three times a week". */
const NO_TRAINING =
  /^(?:miss|forget|wak|woke|come|happen|skip|cry|argue|fight|order|drink|eat|smok|snack|headache|migraine|attack|cook|verpass|vergess|aufwach|wach|passier|streit|trink|esse|bestell|rate$|oubli|reveill|arriv|disput|bois|mange|pierdo|olvid|despiert|ocurr|discut|bebo|perco|esque|acord|acontec|perdo|dimentic|svegli|succed|litig|bevo|mangio|verge|wakker|gebeur|ruzie|drink|bestel)/;

/** What is trained, where it stands nearer to how often: "I eat well and run three times a week". */
const TRAINING =
  /^(?:run|train|swim|rid|cycl|walk|lift|gym|class|practi|play|jog|yoga|go|lauf|schwimm|fahr|ube|cour|nage|entren|corr|trein|nado|allen|nuot|loop|sport|zwem|fiets)/;

/** Work that is on other days each week, or a verb for being off it. */
const SHIFTS =
  /^(?:shifts?|rotas?|\p{L}*schicht\p{L}*|decales?|postes?|roulement|turnos?|turni|turnazione|ploegen\p{L}*|ploegendienst|onregelmatig\p{L}*)$/u;
const OFF_WORK = /^(?:libro|folgo)$/;
const IS = /^(?:am|m|bin|ben|suis|estoy|estou|sou|sono)$/;

/** Gathers what a text asks of a plan's days and minutes. */
export class GoalLimitWords {
  readonly unread: string[] = [];
  readonly #p: Phrases;
  readonly #free = new Set<number>();
  readonly #only = new Set<number>();
  readonly #limits: Omit<GoalLimits, 'restDays'> = {};
  #session: number | undefined;
  /** Whether the length stands beside the days or hours that it is for, or by itself. */
  #isBesideDays = false;

  readonly #isTitle: boolean;

  /** @param isTitle whether the text is a goal's title: what a description tells of weekdays may be something else */
  constructor(p: Phrases, isTitle: boolean) {
    this.#p = p;
    this.#isTitle = isTitle;
  }

  /** Reads what stands at a place, and returns where that ends. */
  read(at: number): number | undefined {
    return this.#days(at) ?? this.#times(at) ?? this.#minutes(at) ?? this.#part(at);
  }

  /** @param hasHours whether the text also names hours */
  all(hasHours = false): GoalLimits {
    const only = [...this.#only].filter((day) => !this.#free.has(day));
    const restDays = [0, 1, 2, 3, 4, 5, 6].filter(
      (day) => this.#free.has(day) || (only.length > 0 && !only.includes(day)),
    );
    const isNamed = this.#limits.timesPerWeek || only.length > 0 || hasHours;
    const session = this.#session && isNamed ? { sessionMinutes: this.#session } : {};
    // "Tuesday and Thursday evenings, an hour each": such a day holds no more.
    const isCap = this.#session && !this.#limits.dailyMinutes && (only.length > 0 || hasHours) && this.#isBesideDays;
    return { restDays, ...this.#limits, ...session, ...(isCap ? { dailyMinutes: this.#session } : {}) };
  }

  /** "Never on Sundays", "only on weekends", "Sundays are off", "every day except Wednesday", "Mondays and Thursdays". */
  #days(at: number): number | undefined {
    const p = this.#p;
    const free = this.#offWork(at);
    if (free) return this.#putOnly(free, at);
    const but = readExcept(p, at);
    if (but) return this.#put(this.#free, but.value.days, but.next);
    const only = p.hit(at, 'only');
    const few = only && readDayList(p, only.next);
    if (few) return this.#putOnly(few, only.next);
    const every = p.hit(at, 'every');
    // "From Monday to Friday"
    const from = p.hit(at, 'from');
    const range = from && readDayList(p, from.next);
    const list = readDayList(p, every?.next ?? at) ?? (range && range.value.count > 1 ? range : undefined);
    if (!list) return undefined;
    const { days, isPlural, count, hasOr } = list.value;
    const words = p.words(at, list.next);
    if (this.#isTitle && p.tokens.some(({ text }) => LESS.test(plain(text)))) return list.next;
    const off = p.hit(list.next, 'off');
    if (off && this.#isShifts(at)) return this.#putOnly({ ...list, next: off.next }, at);
    const repeats = every !== undefined || isPlural || count > 1;
    // What is told of one weekday may be an end: "the test is on Friday".
    if (this.#isElsewhere(at, list.next) && (repeats || this.#isTitle)) {
      this.unread.push(words);
      return list.next;
    }
    if (off) return this.#put(this.#free, days, off.next);
    const after = p.hit(list.next, 'only');
    if (after) return this.#putOnly({ ...list, next: after.next }, at);
    if (hasOr) this.unread.push(words);
    else if (repeats && (every || isPlural || !p.hit(p.lead(at), 'weekend'))) return this.#putOnly(list, at);
    return undefined;
  }

  /** "I am off on Wednesdays", "libre le mercredi", "libro los miércoles": days free of work are those of the goal. */
  #offWork(at: number): Valued<DayList> | undefined {
    const p = this.#p;
    const off = OFF_WORK.test(plain(p.word(at))) ? { next: at + 1 } : undefined;
    const free =
      off ??
      (p.hit(at, 'off') && (this.#isShifts(at) || IS.test(plain(p.word(at - 1)))) ? p.hit(at, 'off') : undefined);
    return free && readDayList(p, p.lead(free.next));
  }

  /** Tells whether the sentence is about work in shifts. */
  #isShifts(at: number): boolean {
    const words = this.#p.tokens.slice(Math.max(0, at - SENTENCE_WORDS_MAX), at + SENTENCE_WORDS_MAX);
    return words.some(({ text }) => SHIFTS.test(plain(text)));
  }

  /** "Tuesday and Sunday mornings": the days, and their part where it is one for all of them. */
  #putOnly({ value: { days, part }, next }: Valued<DayList>, at: number): number {
    const parts = new Set(this.#p.tokens.slice(at, next).flatMap((_, index) => this.#partAt(at + index) ?? []));
    if (part && parts.size < 2) this.#limits.timeOfDay ??= part;
    return this.#put(this.#only, days, next);
  }

  #partAt(at: number): string | undefined {
    return (this.#p.hit(at, 'parts') ?? this.#p.hit(at, 'part'))?.value;
  }

  #put(all: Set<number>, days: number[], next: number): number {
    for (const day of days) all.add(day);
    return next;
  }

  /** Tells whether a description's sentence tells, up to a place, of what happens by itself. */
  #isToldOf(at: number): boolean {
    const before = this.#p.tokens.slice(Math.max(0, at - SENTENCE_WORDS_MAX), at).map(({ text }) => plain(text));
    const sentence = before.slice(before.findLastIndex((word) => /^[.!?;]$/.test(word)) + 1);
    const last = sentence.findLast((word) => NO_TRAINING.test(word) || TRAINING.test(word));
    return !this.#isTitle && last !== undefined && NO_TRAINING.test(last);
  }

  #isAtWork(at: number): boolean {
    return this.#has('work', clauseStart(this.#p, at), at);
  }

  /** "I work Monday to Friday", "takeout on Fridays" say nothing of when the goal is worked at; "I can do Mondays" does. */
  #isElsewhere(at: number, next: number): boolean {
    const p = this.#p;
    const start = clauseStart(p, at);
    const end = clauseEnd(p, next);
    if (this.#isAtWork(at) || this.#has('treat', start, end)) return true;
    if (this.#isTitle || p.hit(next, 'off') || p.hit(next, 'only')) return false;
    const isAlone = p.tokens
      .slice(start, at)
      .concat(p.tokens.slice(next, end))
      .every(({ text }) => !/^\p{L}{4}/u.test(text));
    const isOwn = this.#has('can', start, end) || this.#isCompound(start, end) || this.#isDaily(start, end);
    return !isAlone && (this.#isOfOthers(start, at) || !isOwn);
  }

  /** "Half an hour a day from Monday to Friday". */
  #isDaily(from: number, to: number): boolean {
    return this.#p.tokens.slice(from, to).some((_, index) => {
      const read = readSpan(this.#p, from + index);
      const per = read && 'minutes' in read.span ? this.#p.hit(read.next, 'per') : undefined;
      return per !== undefined && this.#p.hit(per.next, 'unit')?.value === 'day';
    });
  }

  /** "Band rehearsal of my son". */
  #isOfOthers(from: number, to: number): boolean {
    return this.#p.tokens.slice(from, to).some(({ text }) => OTHERS.test(text));
  }

  /** "Sprachkurs": in German and Dutch what is done is the end of a word. */
  #isCompound(from: number, to: number): boolean {
    const { language, lexicon, tokens } = this.#p;
    if (language !== 'de' && language !== 'nl') return false;
    const { can } = lexicon.phrases;
    const ends = typeof can === 'string' ? can.split(', ').filter((word) => /^\p{L}{4,}$/u.test(word)) : [];
    return tokens.slice(from, to).some(({ text }) => ends.some((end) => text.endsWith(plain(end))));
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
    if (isWeek && number.value >= 1 && number.value <= 7 && !this.#isAtWork(at) && !this.#isToldOf(at))
      this.#limits.timesPerWeek ??= Math.round(number.value);
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
    if (isSane && minutes <= 480 && !p.hit(at, 'in') && this.#session === undefined) {
      this.#session = minutes;
      this.#isBesideDays = this.#isOfSlot(at, read.next);
    }
    return p.over(read.next, 'session');
  }

  /** "An hour each", "30 minutes." */
  #isOfSlot(at: number, next: number): boolean {
    const p = this.#p;
    if (p.hit(next, 'session') || p.hit(at - 1, 'session')) return true;
    return clauseEnd(p, next) - clauseStart(p, at) <= next - at + SLOT_WORDS_MAX;
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

  #has(sense: 'work' | 'habit' | 'treat' | 'can', from: number, to: number): boolean {
    return this.#p.tokens.slice(from, to).some((_, index) => this.#p.hit(from + index, sense) !== undefined);
  }
}
