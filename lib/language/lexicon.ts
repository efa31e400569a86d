import type { Language } from './languages.ts';
import { plain, type Token, tokenise } from './tokens.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { it } from './words/it.ts';
import { nl } from './words/nl.ts';
import { pt } from './words/pt.ts';

/**
 * What a phrase can mean for a time; some with a value that says which (`weekday` 1 is Monday, `rel` 1 tomorrow, `relpart`
 * "0 night" tonight). `wdays` are weekdays that repeat ("mondays"), `wmaybe` those that may ("le lundi"), `partly` words that
 * are a part of the day only after a day ("morgen"), `nth` ordinals that go with a weekday alone ("quarta" is Wednesday too), `past` and `till` the minutes around an hour, before it (x) or behind (h).
 * Of what is to be done: `event` is held on the day that is said with it ("Easter brunch"), `held` joins what is held to its day ("takes place"), `noun` makes what is said before it a
 * thing ("Sunday roast", "3/4 inch"), `notime` only looks like a time ("second opinion"), and `telling` bears on time and has no
 * reading ("twice", "payday"), so that it is asked about. `ride` departs at an hour ("train 0742"), and what is `numbered` has a
 * number ("invoice 1045").
 */
// biome-ignore format: names are read in lines
const SENSES = [
  'num', 'one', 'some', 'half', 'andhalf', 'ordinal', 'nth', 'suffix', 'unit', 'weekday', 'wdays', 'wmaybe',
  'dayset', 'weekend', 'month', 'rel', 'relpart', 'abbreviation', 'nextday', 'holiday', 'season', 'part', 'partly',
  'parts', 'fused', 'wpart', 'named', 'early', 'endof', 'ahead', 'ampm', 'oclock', 'halfhour', 'quarter', 'past',
  'till', 'at', 'on', 'the', 'of', 'in', 'fromnow', 'ago', 'agopre', 'after', 'before', 'by', 'until', 'through',
  'from', 'starting', 'to', 'between', 'for', 'forafter', 'next', 'second', 'this', 'coming', 'last', 'end', 'begin',
  'mid', 'every', 'other', 'spread', 'adverb', 'times', 'ntimes', 'per', 'and', 'or', 'not', 'except', 'only', 'off',
  'later', 'earlier', 'move', 'vague', 'now', 'time', 'zonepre', 'old', 'since', 'was', 'usual', 'want', 'cap',
  'session', 'habit', 'be', 'work', 'thing', 'evening', 'morning', 'link', 'filler', 'meal', 'remind', 'tolist',
  'event', 'held', 'noun', 'notime', 'telling', 'treat', 'can', 'both', 'again', 'ride', 'numbered',
] as const;
export type Sense = (typeof SENSES)[number];

/** What is to be done, and no word of time. */
// biome-ignore format: names are read in lines
export const THINGS: ReadonlySet<Sense> = new Set<Sense>([
  'evening', 'event', 'held', 'noun', 'notime', 'telling', 'treat', 'can', 'ride', 'numbered',
]);

/** The words of a language. Phrases are separated by commas; accents do not count. */
export type Words = {
  /** Numbers from 0 on, and the tens from 20 on. */
  numbers: string;
  tens: string;
  /** How tens and ones are put together: `{t}` and `{n}`. */
  compounds: string[];
  /** Ordinals from the first on. */
  ordinals: string;
  /** Whether written hours are those of 24 ("5:30" is in the morning). */
  hours24: boolean;
  phrases: Partial<Record<Sense, string | Record<string, string>>>;
};

const WORDS: Record<Language, Words> = { en, de, fr, es, pt, it, nl };

/** Joins inside a phrase that are written or not: "après-demain", "a.m." */
const JOINT = /^[-.]$/;

type Entry = { words: string[]; sense: Sense; value: string };
/** A phrase that stands at a place: what it says and where it ends. */
export type Hit = { value: string; next: number };

/** The name of a day or a month, or how often something is, and what it says. */
export type Name = { name: string; sense: Sense };

type Lexicon = Words & { entries: Map<string, Entry[]>; names: Name[] };

/** Words this long are known when a letter of them is wrong: names of days and months, and how often something is. */
const NAMES: Partial<Record<Sense, number>> = {
  weekday: 6,
  wdays: 6,
  dayset: 6,
  weekend: 6,
  month: 6,
  rel: 6,
  every: 5,
  adverb: 5,
};
const lexicons = new Map<Language, Lexicon>();

/** Returns the phrases of a language by their first word, the longest first; made when the language is first read. */
export function lexiconOf(language: Language): Lexicon {
  const known = lexicons.get(language);
  if (known) return known;
  const words = WORDS[language];
  const entries = new Map<string, Entry[]>();
  const add = (phrase: string, sense: Sense, value: string) => {
    const words = tokenise(phrase, 100).map(({ text }) => text);
    // A hyphen inside a phrase may be left out.
    const parts = words.length > 1 ? words.filter((word) => !JOINT.test(word)) : words;
    const [first] = parts;
    if (first) entries.set(first, [...(entries.get(first) ?? []), { words: parts, sense, value }]);
  };
  for (const sense of SENSES) {
    const phrases = words.phrases[sense] ?? {};
    const byValue = typeof phrases === 'string' ? { '': phrases } : phrases;
    for (const [value, list] of Object.entries(byValue))
      for (const phrase of list.split(',')) add(phrase, sense, value);
  }
  for (const [part, weekday, phrase] of fusedDays(words)) add(phrase, 'wpart', `${weekday} ${part}`);
  for (const [phrase, value] of numbersOf(words)) add(phrase, 'num', String(value));
  for (const [index, ordinal] of words.ordinals.split(' ').entries()) {
    for (const form of ordinal.split('|')) add(form.replaceAll('_', ' '), 'ordinal', String(index + 1));
  }
  for (const list of entries.values()) list.sort((a, b) => b.words.length - a.words.length);
  const names = [...entries.values()].flat().flatMap(({ words: [name = '', more], sense }) => {
    return more === undefined && name.length >= (NAMES[sense] ?? Number.POSITIVE_INFINITY) ? [{ name, sense }] : [];
  });
  const lexicon = { ...words, entries, names };
  lexicons.set(language, lexicon);
  return lexicon;
}

/** "Montagabend", "maandagmiddag". */
function fusedDays({ phrases: { fused, weekday } }: Words): [string, string, string][] {
  if (typeof fused !== 'object' || typeof weekday !== 'object') return [];
  return Object.entries(fused).flatMap(([part, endings]) =>
    Object.entries(weekday).flatMap(([day, names]) =>
      endings.split(', ').map((ending): [string, string, string] => [part, day, `${names.split(', ')[0]}${ending}`]),
    ),
  );
}

/** Returns the numbers that a language has words for, without accents: "twelve", "twenty five". */
export function numberWordsOf(language: Language): [string, number][] {
  return numbersOf(WORDS[language]).map(([form, value]) => [plain(form), value]);
}

function numbersOf({ numbers, tens, compounds }: Words): [string, number][] {
  const small = numbers
    .split(' ')
    .flatMap((forms, value): [string, number][] => forms.split('|').map((form) => [form, value]));
  const big = tens.split(' ').map((form, index): [string, number] => [form, 20 + 10 * index]);
  const both = big.flatMap(([ten, value]) =>
    small
      .filter(([, one]) => one > 0 && one < 10)
      .flatMap(([one, more]) =>
        compounds.map((form): [string, number] => [form.replace('{t}', ten).replace('{n}', one), value + more]),
      ),
  );
  return [...small, ...big, ...both].map(([form, value]) => [form.replaceAll('_', ' '), value]);
}

/** Returns every sense of the phrases that begin at a place, each with its longest phrase. */
export function hitsAt(tokens: Token[], at: number, { entries }: Lexicon): Map<Sense, Hit> {
  const hits = new Map<Sense, Hit>();
  for (const { words, sense, value } of entries.get(tokens[at]?.text ?? '') ?? []) {
    if (hits.has(sense)) continue;
    const next = endOf(tokens, at, words, sense === 'dayset' ? /^[-.,/]$/ : JOINT);
    if (next) hits.set(sense, { value, next });
  }
  return hits;
}

function endOf(tokens: Token[], at: number, words: string[], joints: RegExp): number | undefined {
  let next = at;
  for (const word of words) {
    const joint = tokens[next];
    if (next > at && joint?.glued && joints.test(joint.text) && (/^[.,]$/.test(joint.text) || tokens[next + 1]?.glued))
      next += 1;
    if (tokens[next]?.text !== word) return undefined;
    next += 1;
  }
  return next;
}
