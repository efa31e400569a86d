import { addDays, type Day, daysBetween, weekdayOf } from '../../days.ts';
import type { Language } from '../../language/languages.ts';
import type { PlanContext } from '../planner/context.ts';
import { sameText } from '../planner/text.ts';
import { evaluate, type Functions, fill, type Lookup, sayNumber, type Value } from './expression.ts';
import { bareCounts, findMentions, type Mention } from './mentions.ts';
import { fold, patternFor } from './phrases.ts';
import type { Playbook, Reader } from './schema.ts';

/** Names of a place in the plan: the week, the number of the occurrence, the values of the series. */
export type Local = Readonly<Record<string, Value>>;

/** What a playbook knows about one goal, and the arithmetic over it. */
export type Facts = {
  get: Lookup;
  value(expression: number | string, local?: Local): Value;
  number(expression: number | string, local?: Local): number;
  test(condition: string | undefined, local?: Local): boolean;
  say(template: string, local?: Local): string;
  /** The values that the person stated. */
  said: ReadonlySet<string>;
};

/** Told of each figure that cannot be: no number, below zero, or an amount of money above the whole sum of the goal. */
export type Impossible = (figure: string) => void;

/** What stands for an amount that could not be worked out. */
export const OPEN_AMOUNT = '[amount]';

/** What does not come from the goal's words: how long the plan is, the hours there are. */
export type Given = Readonly<Record<string, Value>>;

/** How the amounts of a goal are read and said. */
export type Amounts = {
  impossible?: Impossible;
  /** Amounts of money stay open, since those that were named do not fit each other: what was read of them does not count. */
  open?: boolean;
};

/** Reads a goal as its playbook understands it; `given` and `set` (a limit's first stage) come before the playbook's own values. */
export function readFacts(
  playbook: Playbook,
  context: PlanContext,
  given: Given,
  set: Playbook['values'] = {},
  { impossible = () => {}, open = false }: Amounts = {},
): Facts {
  const texts = textsOf(context);
  const whole = fold(texts.join('. '));
  const answered = readAnswers(playbook, context);
  const said = new Set<string>();
  const cache = new Map<string, Value>();
  const mentions = new Map<string, Mention[]>();

  const read = (name: string): Value | readonly string[] | undefined => {
    // Health asks for care as soon as either the goal's words or an answer do.
    if (name === 'gentle' && answered.gentle === true) return true;
    if (open && name.startsWith('sum_')) return 0;
    const known = given[name] ?? cache.get(name) ?? playbook.lists[name];
    if (known !== undefined) return known;
    const value = find(name);
    if (value !== undefined) cache.set(name, value);
    return value;
  };
  const find = (name: string): Value | undefined => {
    const expression = set[name];
    if (expression !== undefined) return compute(expression);
    const answer = answered[name];
    if (answer !== undefined) {
      said.add(name);
      return answer;
    }
    if (name.endsWith('_said')) {
      read(name.slice(0, -5));
      return said.has(name.slice(0, -5));
    }
    const reader = playbook.reads[name];
    if (reader) return readValue(name, reader);
    const flag = playbook.flags[name];
    if (flag) return patternFor(flag) ? whole.search(patternFor(flag) ?? /$^/) >= 0 : false;
    const value = playbook.values[name];
    return value === undefined ? undefined : compute(value);
  };
  const readValue = (name: string, reader: Reader): Value => {
    const isOpen = open && (reader.kind === 'money' || reader.kind === 'number');
    const stated = isOpen ? undefined : readStated(reader, texts, context.language, mentions, name);
    if (stated !== undefined) {
      said.add(name);
      return stated;
    }
    if (reader.kind === 'choice' || reader.kind === 'text') return reader.default;
    return compute(reader.default);
  };
  const units = unitsOf(whole);
  const currency = currencyOf(whole);
  const saying: Saying = {
    units,
    told: (flag) => clauseWith(patternFor(playbook.flags[flag] ?? []), texts.slice(1)),
    number: (value) => {
      if (!(value > -0.05)) impossible(String(value));
      return sayNumber(value);
    },
    money: (value) => {
      const most = playbook.total === undefined ? Number.POSITIVE_INFINITY : Number(compute(playbook.total));
      if (!(value > -0.5 && Math.round(value) <= Math.round(most))) impossible(`${value} of ${most}`);
      return open ? OPEN_AMOUNT : sayMoney(value, currency);
    },
  };
  const compute = (expression: number | string, local?: Local): Value => {
    if (typeof expression === 'number') return expression;
    return evaluate(expression, lookupIn(local), functionsFor(playbook.lists, context, saying, local));
  };
  const lookupIn =
    (local?: Local): Lookup =>
    (name) =>
      local?.[name] ?? read(name);
  return {
    get: read,
    value: compute,
    number: (expression, local) => Number(compute(expression, local)),
    test: (condition, local) => condition === undefined || Boolean(compute(condition, local)),
    say: (template, local) => fill(template, lookupIn(local), functionsFor(playbook.lists, context, saying, local)),
    said,
  };
}

/** The names of functions in expressions; docs/playbooks.md explains them. */
export const FUNCTION_NAMES = ['if', 'round', 'floor', 'ceil', 'min', 'max', 'mod', 'abs', 'ln', 'money', 'num'].concat(
  [
    'item',
    'list',
    'plural',
    'date',
    'month',
    'join',
    'cap',
    'sofar',
    'upto',
    'clock',
    'weight',
    'distance',
    'until',
    'quoted',
    'told',
    'weekday',
  ],
);

/** How figures are written for the person. */
type Saying = {
  units: Units;
  number(value: number): string;
  money(value: number): string;
  /** The person's own clause in which a flag's phrase stands; empty where none does. */
  told(flag: string): string;
};

function functionsFor(
  lists: Playbook['lists'],
  context: PlanContext,
  { units, number, money, told }: Saying,
  local?: Local,
): Functions {
  const toNumbers = (values: readonly (Value | readonly string[])[]) => values.map(Number);
  const stepped =
    (by: (value: number) => number): Functions[string] =>
    (value, step = 1) => {
      return Number((by(Number(value) / Number(step)) * Number(step)).toFixed(6));
    };
  return {
    round: stepped(Math.round),
    floor: stepped((value) => Math.floor(value + 1e-9)),
    ceil: stepped((value) => Math.ceil(value - 1e-9)),
    min: (...values) => Math.min(...toNumbers(values)),
    max: (...values) => Math.max(...toNumbers(values)),
    mod: (a, b) => ((Number(a) % Number(b)) + Number(b)) % Number(b),
    abs: (value) => Math.abs(Number(value)),
    ln: (value) => Math.log(Number(value)),
    money: (value) => money(Number(value)),
    num: (value) => number(Number(value)),
    weight: (value) => sayIn(units.weight, Number(value), number),
    distance: (value) => sayIn(units.distance, Number(value), number),
    item: (list, index) => {
      const items = Array.isArray(list) ? list : [String(list)];
      return items[(((Math.round(Number(index)) - 1) % items.length) + items.length) % items.length] ?? '';
    },
    list: (name) => lists[String(name)] ?? [],
    plural: (count, one, many) => `${number(Number(count))} ${Number(count) === 1 ? one : many}`,
    date: (before) => sayDate(addDays(context.target_date, -Math.round(Number(before)))),
    month: (before) => sayMonth(addDays(context.target_date, -Math.round(Number(before)))),
    join: (...values) => values.map((value) => (typeof value === 'number' ? number(value) : String(value))).join(''),
    quoted: (text) => `“${String(text)}”`,
    told: (flag) => told(String(flag)),
    cap: (text) => String(text).charAt(0).toUpperCase() + String(text).slice(1),
    sofar: (total) => Math.round(Number(total) * Number(local?.from_share ?? 0)),
    upto: (total) => Math.round(Number(total) * Number(local?.to_share ?? 1)),
    weekday: (before) => weekdayOf(addDays(context.target_date, -Math.round(Number(before)))),
    until: (month, day) => weeksUntil(context.start_date, Number(month), Number(day)),
    clock: (minutes) => {
      const whole = Math.round(Number(minutes));
      number(whole);
      return `${Math.floor(whole / 60)}:${String(((whole % 60) + 60) % 60).padStart(2, '0')}`;
    },
  };
}

function readStated(
  reader: Reader,
  texts: string[],
  language: Language,
  known: Map<string, Mention[]>,
  name: string,
): Value | undefined {
  if (reader.kind === 'choice') {
    const among = reader.from === 'description' ? texts.slice(1) : texts;
    const found = among.map((text) => chooseIn(reader.options, fold(text))).find((key) => key !== undefined);
    return found;
  }
  if (reader.kind === 'text') return texts.map((text) => textAfter(reader.after, text)).find((found) => found);
  const role = 'role' in reader ? reader.role : 'any';
  const found = known.get(name) ?? texts.flatMap((text) => findMentions(reader, text, language));
  known.set(name, found);
  const among = reader.kind === 'count' && role === 'now' ? [...found, ...nowCounts(found, texts)] : found;
  const exact = among.filter((each) => role === 'any' || each.role === role);
  // Of "13 states left" the 13 are what is wanted, unless the whole is named too.
  const fitting = (exact.length > 0 || role !== 'target' ? exact : found.filter((each) => each.role === 'left')).map(
    ({ value }) => value,
  );
  return 'sum' in reader && reader.sum ? sumOf(fitting) : fitting[0];
}

/** Returns what is there of a number of things where only the text around it says so: "30 books … 11 so far", "120 credits … 36 left". */
function nowCounts(found: readonly Mention[], texts: readonly string[]): Mention[] {
  const whole = found.find(({ role }) => role === 'target')?.value;
  if (whole === undefined || found.some(({ role }) => role === 'now')) return [];
  const bare = texts.flatMap((text) => bareCounts(text)).filter(({ value }) => value < whole);
  const now = bare.find(({ role }) => role === 'now');
  const left = [...found, ...bare].find(({ role, value }) => role === 'left' && value < whole);
  if (now) return [now];
  return left ? [{ value: whole - left.value, role: 'now', unit: '' }] : [];
}

/** Of a sum only what is at least this share of the largest amount is a part; the rest is a fee or an instalment. */
const LEAST_PART = 1 / 20;

/** Returns the sum of different amounts; where the largest is the sum of the others, that one: "5,000: 3,000 on one card, 2,000 on the other". */
function sumOf(amounts: readonly number[]): number | undefined {
  const largest = Math.max(...amounts);
  const different = [...new Set(amounts)].filter((amount) => amount >= largest * LEAST_PART);
  if (different.length === 0) return undefined;
  const sum = different.reduce((total, each) => total + each, 0);
  return sum === 2 * largest ? largest : sum;
}

function chooseIn(options: Readonly<Record<string, string[]>>, folded: string): string | undefined {
  const places = Object.entries(options).map(([key, phrases]) => {
    const pattern = patternFor(phrases);
    return { key, at: pattern ? folded.search(pattern) : -1 };
  });
  return places.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)[0]?.key;
}

const END_OF_SUBJECT =
  /[.,;:!?()]|\s(?:and i|and i'm|and we|i'm|i|we|my|our|that|which|who|where|que|qui|che|by|in|next|this|im|am|within|before|until|for|over|so|because|and then|with|at|to|bis|innerhalb|vor|fur|mit|damit|um|avant|pour|dans|avec|en|antes|para|con|com|em|ate|entro|per|prima|tra|voor|binnen|met|om|vorbereiten|planen|organisieren|buchen|voorbereiten|plannen|boeken)(?!\p{L})/u;

function textAfter(after: Reader & { kind: 'text' } extends { after: infer P } ? P : never, text: string) {
  const pattern = patternFor(after);
  const match = pattern && [...fold(text).matchAll(pattern)][0];
  if (!match) return undefined;
  const rest = text.slice(match.index + match[0].length).trim();
  const end = fold(rest).search(END_OF_SUBJECT);
  const words = (end >= 0 ? rest.slice(0, end) : rest).trim().split(/\s+/).slice(0, 6);
  return words.join(' ') || undefined;
}

function textsOf({ goal, answers, wishes }: PlanContext): string[] {
  const said = [goal.title, goal.description ?? '', ...answers.map(({ text }) => text), wishes ?? ''];
  return said.map((text) => text.slice(0, 2000)).filter((text) => text.trim());
}

function readAnswers(playbook: Playbook, { answers, language }: PlanContext): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const { id, text } of answers) {
    const question = playbook.questions.find((each) => each.id === id);
    if (!question) continue;
    const option = question.options?.find((each) => sameText(each.text, text));
    if (option) Object.assign(values, option.set);
    const reader = question.reads ? playbook.reads[question.reads] : undefined;
    if (option || !question.reads || !reader) continue;
    const value =
      reader.kind === 'choice'
        ? chooseIn(reader.options, fold(text))
        : reader.kind === 'text'
          ? text.slice(0, 80)
          : findMentions(reader, text, language, true)[0]?.value;
    if (value !== undefined) values[question.reads] = value;
  }
  return values;
}

const TOLD_CHARACTERS_MAX = 110;
const TOLD_WORDS_LEAST = 3;
/** A full stop after a day or an ordinal (am 1. März) ends no sentence. */
const SENTENCE_END = /(?<=(?:[^\d\s]|\p{L}\d|\d{3})[.!?;…])\s+|\n+/u;

/** Returns the part of a sentence in which a pattern is found, without its full stop; the whole sentence where that part has hardly a word. */
function clauseWith(pattern: RegExp | null, texts: readonly string[]): string {
  if (!pattern) return '';
  const has = (text: string) => fold(text).search(pattern) >= 0;
  const sentence = texts.flatMap((text) => text.split(SENTENCE_END)).find(has) ?? '';
  const clause = sentence.split(/,\s+/u).find(has) ?? sentence;
  const found = clause.trim().split(/\s+/u).length < TOLD_WORDS_LEAST ? sentence : clause;
  const plain = found
    .replace(/[\s.;,!…]+$/u, '')
    .replace(/[“”"]/gu, "'")
    .trim();
  return plain.length <= TOLD_CHARACTERS_MAX ? plain : '';
}

/** The units that the person writes in: what to call one, and how many make a kilogram or a kilometre. */
type Units = { weight: Unit; distance: Unit };
type Unit = { name: string; each: number };

function unitsOf(folded: string): Units {
  return {
    weight: /\d\s?-?(?:lbs?|pounds?)\b|\d'\s?\d{1,2}"?,?\s+[1-4]\d{2}\b/.test(folded)
      ? { name: 'pounds', each: 2.2046 }
      : { name: 'kg', each: 1 },
    distance: /\bmiles?\b|\d\s?mi\b/.test(folded) ? { name: 'miles', each: 1 / 1.609 } : { name: 'km', each: 1 },
  };
}

/** An amount in the person's unit: "20 pounds", "1 mile", "9.1 kg"; miles and pounds to tenths where small, to halves, then whole. */
function sayIn({ name, each }: Unit, value: number, number: (value: number) => string): string {
  const amount = value * each;
  const isMetric = name === 'kg' || name === 'km';
  const isRace = name === 'miles' && [13.1, 26.2].includes(Math.round(amount * 10) / 10);
  const parts = isRace || (name === 'miles' && amount < 2) ? 10 : amount < 10 ? 2 : 1;
  const rounded = isMetric ? amount : Math.round(amount * parts) / parts;
  return `${number(rounded)} ${rounded === 1 ? name.replace(/s$/, '') : name}`;
}

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/€|\beur(?:os?)?\b/, ' euros'],
  [/£|\bgbp\b|\bpounds\b(?! (?:of|in) (?:weight|fat))|\bquid\b|sterline/, '£'],
  [/\bchf\b|franken/, ' francs'],
  [/r\$|\breais\b/, ' reais'],
  [/\$|\busd\b|dollar|\bbucks\b|dolares/, '$'],
  [/\bpesos?\b/, ' pesos'],
];

function currencyOf(folded: string): string {
  return CURRENCIES.find(([pattern]) => pattern.test(folded))?.[1] ?? '';
}

function sayMoney(value: number, currency: string): string {
  const amount = sayNumber(Math.round(value));
  return currency.startsWith(' ') || !currency ? `${amount}${currency}` : `${currency}${amount}`;
}

/** Returns the weeks from a day to the next such day of a year, both included: 3.9 from 28 November to 24 December. */
function weeksUntil(from: Day, month: number, day: number): number {
  const dayOf = (year: number): Day => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const year = Number(from.slice(0, 4));
  const next = dayOf(year) >= from ? dayOf(year) : dayOf(year + 1);
  return (daysBetween(from, next) + 1) / 7;
}

/** Says a day: "19 January". */
export function sayDate(day: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
}

function sayMonth(day: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}
