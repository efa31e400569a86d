import { isDayFirst, type Language, regionOf } from './languages.ts';
import { type Hit, hitsAt, lexiconOf, type Sense } from './lexicon.ts';
import { type Token, tokenise } from './tokens.ts';

/** A number and where it ends. */
export type Valued<T> = { value: T; next: number };

/** More words than this that only lead to others are none that people say. */
const LEADS_MAX = 4;

const WHICH = ['coming', 'next', 'this', 'last', 'second'] as const;
export type Which = (typeof WHICH)[number];

/** A text as the phrases of one language: what stands at each place, looked up once. */
export class Phrases {
  readonly text: string;
  readonly language: Language;
  readonly tokens: Token[];
  readonly lexicon: ReturnType<typeof lexiconOf>;
  readonly #hits: (Map<Sense, Hit> | undefined)[] = [];

  readonly locale: string | null;

  /**
   * @param tokens those of the text, or how many of its characters are read
   * @param locale that of the account, which tells how dates are written where the language does not
   */
  constructor(text: string, language: Language, tokens: Token[] | number, locale: string | null | undefined = null) {
    this.text = text;
    this.language = language;
    this.tokens = typeof tokens === 'number' ? tokenise(text, tokens) : tokens;
    this.lexicon = lexiconOf(language);
    this.locale = locale;
  }

  /** Whether the day comes first in "3/4"; undefined where both are usual. */
  get dayFirst(): boolean | undefined {
    return isDayFirst(this.language, this.locale);
  }

  get region(): string | undefined {
    return regionOf(this.locale);
  }

  hits(at: number): Map<Sense, Hit> {
    const known = this.#hits[at];
    if (known) return known;
    const hits = hitsAt(this.tokens, at, this.lexicon);
    this.#hits[at] = hits;
    return hits;
  }

  hit(at: number, sense: Sense): Hit | undefined {
    return this.hits(at).get(sense);
  }

  /** Where the first of the senses that stands there ends; the place itself where none does. */
  over(at: number, ...senses: Sense[]): number {
    for (const sense of senses) {
      const hit = this.hit(at, sense);
      if (hit) return hit.next;
    }
    return at;
  }

  /** Over phrases of some senses that stand one after another. */
  overAll(at: number, ...senses: Sense[]): number {
    let next = at;
    for (let count = 0; count < LEADS_MAX; count += 1) next = this.over(next, ...senses);
    return next;
  }

  /** Over what leads to a day: "on", "the". */
  lead(at: number): number {
    return this.overAll(at, 'on', 'the');
  }

  /** "Next", "this", "coming", "last", and "second" for the one after the next ("übernächste"). */
  which(at: number): Valued<Which> | undefined {
    const value = WHICH.find((sense) => this.hit(at, sense));
    return value && { value, next: this.over(at, value) };
  }

  /** A weekday, also in the form that may repeat. */
  weekday(at: number): Hit | undefined {
    return this.hit(at, 'weekday') ?? this.hit(at, 'wmaybe');
  }

  /** A year of this century. */
  year(at: number): number | undefined {
    return /^20\d\d$/.test(this.word(at)) ? this.digits(at) : undefined;
  }

  /** The reading that goes farthest, the first of several. */
  longest<T extends { next: number }>(readings: (T | undefined)[]): T | undefined {
    return readings.reduce((best, each) => (each && (!best || each.next > best.next) ? each : best), undefined);
  }

  word(at: number): string {
    return this.tokens[at]?.text ?? '';
  }

  /** Whether the token stands right after the one before, without a space. */
  glued(at: number): boolean {
    return this.tokens[at]?.glued ?? false;
  }

  digits(at: number): number | undefined {
    return this.tokens[at]?.number;
  }

  /** A whole number, in digits or as a word. */
  number(at: number): Valued<number> | undefined {
    const digits = this.digits(at);
    if (digits !== undefined) return { value: digits, next: at + 1 };
    const word = this.hit(at, 'num');
    return word && { value: Number(word.value), next: word.next };
  }

  /** The words from one place to another, as they were written. */
  words(from: number, to: number): string {
    const [first, last] = [this.tokens[from], this.tokens[to - 1]];
    return first && last ? this.text.slice(first.start, last.end) : '';
  }
}

/**
 * Makes a reader read each place of a text once: phrases are parts of others, which ask for them again. What else it is given
 * must be the same for a text.
 */
export function once<Given extends unknown[], T>(read: (p: Phrases, at: number, ...given: Given) => T) {
  const texts = new WeakMap<Phrases, Map<number, { found: T }>>();
  return (p: Phrases, at: number, ...given: Given): T => {
    const places = texts.get(p) ?? new Map<number, { found: T }>();
    texts.set(p, places);
    const known = places.get(at) ?? { found: read(p, at, ...given) };
    places.set(at, known);
    return known.found;
  };
}
