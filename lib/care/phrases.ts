import { SENTENCE_END } from './fold.ts';

/**
 * Phrases over folded words. A phrase is elements with spaces between them:
 *
 * - `word`, `stem*` (a word that begins so), `#` (a number), `$` (the end of the sentence), `a|b_c|stem*|$` (one of them;
 *   `b_c` is two words)
 * - `@group`: one of the group's own phrases, also as one of several (`@group|word`)
 * - `element?`: may be missing
 * - `..4`: up to four words of the same sentence; `~4`: the same, but no word of the group `again`, which begins what another
 *   person or clause says ("my friend is gone and I …")
 * - `^`: where a sentence begins; `/`: where one ends and the next follows, which no gap crosses
 *
 * Elements are tried left to right with bounded gaps, so that time is linear in the text.
 */
export type Phrases = Record<string, readonly string[]>;

export type Match<Tag> = { tag: Tag; from: number; to: number };

type Words = { exact: Set<string>; stems: string[]; number: boolean; end: boolean };
type Element = { optional: boolean } & (
  | { is: 'words'; words: Words }
  | { is: 'group'; phrases: Index<Element[]> }
  | { is: 'gap'; max: number; guard: Words | null }
  | { is: 'begin' | 'next' }
);
type Rule<Tag> = { tag: Tag; elements: Element[] };

const NUMBER = /^\d/;
/** No stem is shorter. */
const STEM_MIN = 2;
const WORDS_KEPT_MAX = 20_000;

/** Values by the word, or the stem of the word, that their phrase begins with. */
class Index<Value> {
  readonly #exact = new Map<string, Value[]>();
  /** Stems by their first letters. */
  readonly #stems = new Map<string, [stem: string, value: Value][]>();
  readonly #numbers: Value[] = [];
  #ofWord = new Map<string, Value[]>();
  /** The first words of all its phrases. */
  readonly beginnings: Words[] = [];

  add(words: Words, value: Value): void {
    const { exact, stems, number, end } = words;
    this.beginnings.push(words);
    if (end) push(this.#exact, SENTENCE_END, value);
    for (const word of exact) push(this.#exact, word, value);
    for (const stem of stems) push(this.#stems, stem.slice(0, STEM_MIN), [stem, value]);
    if (number) this.#numbers.push(value);
  }

  /** The values whose phrase can begin with a word. */
  at(word: string): Value[] {
    const known = this.#ofWord.get(word);
    if (known) return known;
    const values = new Set(this.#exact.get(word));
    for (const [stem, value] of this.#stems.get(word.slice(0, STEM_MIN)) ?? []) {
      if (word.startsWith(stem)) values.add(value);
    }
    if (NUMBER.test(word)) for (const value of this.#numbers) values.add(value);
    if (this.#ofWord.size > WORDS_KEPT_MAX) this.#ofWord = new Map();
    const found = [...values];
    this.#ofWord.set(word, found);
    return found;
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/**
 * Compiles lists of phrases with their tags to a function that finds them in folded words: for each place and tag the longest
 * match.
 * @throws Error for a phrase that is malformed, names no group, or can begin with anything
 */
export function compile<Tag>(
  lists: { groups: Phrases; phrases: [Tag, readonly string[]][] }[],
): (words: readonly string[]) => Match<Tag>[] {
  const index = new Index<Rule<Tag>>();
  for (const { groups, phrases } of lists) {
    const parse = parserOf(groups);
    for (const [tag, each] of phrases) {
      for (const phrase of each) {
        const elements = parse(phrase);
        for (const words of beginnings(elements, phrase)) index.add(words, { tag, elements });
      }
    }
  }
  return (words) => find(index, words);
}

function parserOf(groups: Phrases): (phrase: string) => Element[] {
  const known = new Map<string, Index<Element[]>>();
  const indexOf = (phrases: readonly string[]): Index<Element[]> => {
    const index = new Index<Element[]>();
    for (const phrase of phrases) {
      const elements = parse(phrase);
      for (const words of beginnings(elements, phrase)) index.add(words, elements);
    }
    return index;
  };
  const group = (name: string): Index<Element[]> => {
    const phrases = groups[name];
    if (!phrases) throw new Error(`There is no group "${name}"`);
    const index = known.get(name) ?? indexOf(phrases);
    known.set(name, index);
    return index;
  };
  const guard = wordsOf((groups.again ?? []).join('|'));
  const parse = (phrase: string): Element[] =>
    phrase.split(' ').map((text): Element => {
      const optional = text.endsWith('?');
      const element = optional ? text.slice(0, -1) : text;
      if (element === '^') return { is: 'begin', optional };
      if (element === '/') return { is: 'next', optional };
      const gap = /^(\.\.|~)(\d)$/.exec(element);
      if (gap) return { is: 'gap', max: Number(gap[2]), guard: gap[1] === '~' ? guard : null, optional };
      if (/^@\w+$/.test(element)) return { is: 'group', phrases: group(element.slice(1)), optional };
      if (/[@_]/.test(element)) {
        const alternatives = element
          .split('|')
          .map((each) => (each.startsWith('@') ? each : each.replaceAll('_', ' ')));
        return { is: 'group', phrases: indexOf(alternatives), optional };
      }
      return { is: 'words', words: wordsOf(element), optional };
    });
  return parse;
}

function wordsOf(element: string): Words {
  const words: Words = { exact: new Set(), stems: [], number: false, end: false };
  for (const word of element.split('|').filter(Boolean)) {
    if (word === '#') words.number = true;
    else if (word === '$') words.end = true;
    else if (/^[a-z0-9]+$/.test(word)) words.exact.add(word);
    else if (/^[a-z0-9]{2,}\*$/.test(word)) words.stems.push(word.slice(0, -1));
    else throw new Error(`"${word}" is no folded word`);
  }
  return words;
}

/**
 * Returns the words that a phrase can begin with. A gap at its end would only make it look longer than the idioms around it.
 */
function beginnings(elements: Element[], phrase: string): Words[] {
  if (elements.at(-1)?.is === 'gap') throw new Error(`"${phrase}" ends with a gap`);
  const found: Words[] = [];
  for (const element of elements) {
    if (element.is === 'begin') continue;
    if (element.is === 'words') found.push(element.words);
    else if (element.is === 'group') found.push(...element.phrases.beginnings);
    else break;
    if (!element.optional) return found;
  }
  throw new Error(`"${phrase}" can begin with any word`);
}

/** Words ahead that decide a match: no phrase with all its gaps is longer. */
const AHEAD_MAX = 40;
/** Text that repeats itself within this many words is read once: what begins there was found a period before. */
const PERIOD_MAX = 12;

function find<Tag>(index: Index<Rule<Tag>>, words: readonly string[]): Match<Tag>[] {
  const found: Match<Tag>[] = [];
  const isRepeated = repetitions(words);
  for (const [from, word] of words.entries()) {
    if (isRepeated[from] === 1) continue;
    const best = new Map<Tag, number>();
    for (const { tag, elements } of index.at(word)) {
      const to = endOf(elements, 0, words, from);
      if (to > (best.get(tag) ?? from)) best.set(tag, to);
    }
    for (const [tag, to] of best) found.push({ tag, from, to });
  }
  return found;
}

/** Marks with 1 each place from which the next {@link AHEAD_MAX} words are those of up to {@link PERIOD_MAX} words before. */
function repetitions(words: readonly string[]): Uint8Array {
  const repeated = new Uint8Array(words.length);
  for (let period = 1; period <= PERIOD_MAX; period += 1) {
    let same = 0;
    for (let at = words.length - 1; at > period; at -= 1) {
      same = words[at] === words[at - period] ? same + 1 : 0;
      if (same > AHEAD_MAX && words[at - 1] === words[at - 1 - period]) repeated[at] = 1;
    }
  }
  return repeated;
}

/**
 * Returns where the elements from `at` on end at the latest when they begin at the word `from`, or -1 where they do not
 * match.
 */
function endOf(elements: Element[], at: number, words: readonly string[], from: number): number {
  const element = elements[at];
  if (!element) return from;
  const skipped = element.optional ? endOf(elements, at + 1, words, from) : -1;
  return Math.max(skipped, endWith(element, elements, at, words, from));
}

function endWith(element: Element, elements: Element[], at: number, words: readonly string[], from: number): number {
  const word = words[from] ?? SENTENCE_END;
  switch (element.is) {
    case 'begin':
      return from === 0 || words[from - 1] === SENTENCE_END ? endOf(elements, at + 1, words, from) : -1;
    case 'next':
      return words[from] === SENTENCE_END ? endOf(elements, at + 1, words, from + 1) : -1;
    case 'words':
      if (word === SENTENCE_END) return element.words.end ? endOf(elements, at + 1, words, from) : -1;
      return isOne(word, element.words) ? endOf(elements, at + 1, words, from + 1) : -1;
    case 'group': {
      let best = -1;
      for (const phrase of element.phrases.at(word)) {
        const to = endOf(phrase, 0, words, from);
        if (to >= 0) best = Math.max(best, endOf(elements, at + 1, words, to));
      }
      return best;
    }
    case 'gap': {
      let best = -1;
      for (let skip = 0; skip <= element.max; skip += 1) {
        best = Math.max(best, endOf(elements, at + 1, words, from + skip));
        const next = words[from + skip];
        if (next === undefined || next === SENTENCE_END || (element.guard && isOne(next, element.guard))) break;
      }
      return best;
    }
  }
}

function isOne(word: string, { exact, stems, number }: Words): boolean {
  return exact.has(word) || stems.some((stem) => word.startsWith(stem)) || (number && NUMBER.test(word));
}
