import type { Language } from '../../language/languages.ts';
import { readNumerals, type Writing } from '../numerals.ts';
import { fromDecimal, multiply, type Rational, rational } from '../rational.ts';
import { type Unit, unitsNamed } from '../unit-table.ts';
import { type Role, rolesOf } from './lexicon.ts';
import { HEAD_WORDS, headsAt } from './number-words.ts';
import type { Currency } from './quantity.ts';

export type Per = 'hour' | 'day' | 'week' | 'month' | 'year' | 'km' | 'mi' | 'l' | 'gal' | 'kg' | '100 km';
export type SpanUnit = 'day' | 'week' | 'month' | 'year';

/** A part of a sum in everyday words. Spans of hours and minutes are in seconds; clock times keep their parts. */
export type Item =
  | { kind: 'number'; value: Rational; currency?: Currency; isNegative: boolean; isWhole: boolean }
  | { kind: 'percent'; value: Rational; isNegative: boolean }
  | { kind: 'heads'; value: Rational }
  | { kind: 'measure'; value: Rational; units: Unit[]; name: string }
  | { kind: 'span'; seconds: Rational }
  | { kind: 'period'; value: Rational; unit: SpanUnit }
  | { kind: 'clock'; parts: number[]; half?: 'am' | 'pm'; is24: boolean }
  | { kind: 'per'; unit: Per }
  | { kind: 'words'; roles: Set<Role>; text: string }
  | { kind: 'other'; text: string }
  | { kind: 'pause'; mark: string };
export type Kind = Item['kind'];
export type Manner = { language: Language; writing: Writing };

/** A message as its items, with what the forms of sums look at. */
export type Reading = Manner & {
  items: Item[];
  /** The number of items of each kind that counts: "heads:1 number:1 percent:1". */
  shape: string;
  has: (...roles: Role[]) => boolean;
  isAsked: boolean;
  /** Words that have no part in any sum. */
  others: number;
};

const CURRENCIES =
  '€|£|US\\$|R\\$|C\\$|A\\$|\\$|₹|CHF|Fr\\.|euros?|eur|dollars?|bucks|dólares|dollari|reais|pesos|pounds?|quid|franken|francs?|franchi|sterline|rupees|rs';
const CURRENCY_BEFORE = /(€|£|US\$|R\$|C\$|A\$|\$|₹|CHF|Fr\.|rs\.?)( ?)(?=\d)/iuy;
const NUMBER = /([-−+]?)(\d+(?:\.\d+)?)/y;
const CURRENCY_AFTER = new RegExp(`( ?)(${CURRENCIES})(?![\\p{L}])`, 'iuy');
const PERCENT =
  / ?(?:%|percent|per cent|prozent|pour ?cents?|por ?ciento|por ?cento|per ?cento|procent|pct)(?![\p{L}])/iuy;
const HOURS = 'hours?|hrs?|h|stunden?|std|heures?|horas?|ore|ora|uur|uren';
const MINUTES = 'minutes?|mins?|minuten?|minutos?|minut[io]|minuut';
const SPAN_HOURS = new RegExp(
  `(\\d+(?:\\.\\d+)?) ?(?:${HOURS})(?![\\p{L}])(?:,? ?(?:(?:and|und|et|y|e|en) )?(\\d{1,2})(?:(?: ?(?:${MINUTES}|m)(?![\\p{L}]))|(?=$| ?[,;?!]|\\.$))| ?(?:and a half|y media|e mezza|e meia|et demie)(?![\\p{L}]))?`,
  'iuy',
);
const SPAN_TIGHT = /(\d{1,2}) ?h ?(\d{2})(?: ?(?:min|m))?(?![\p{L}\d])/iuy;
const SPAN_MINUTES = new RegExp(`(\\d+(?:\\.\\d+)?) ?(?:${MINUTES})(?![\\p{L}])`, 'iuy');
const CLOCK = /(\d{1,2}):(\d\d)(?::(\d\d))?(?![\d:])(?: ?(a|p)\.?m\b\.?| ?(uhr|uur|hrs|h)(?![\p{L}]))?/iuy;
const CLOCK_HALF = /(\d{1,2}) ?(a|p)\.?m\b\.?/iuy;
const CLOCK_UHR = /(\d{1,2}) ?uhr(?: ?(\d\d))?(?![\p{L}\d])/iuy;
const CLOCK_H = /(\d{1,2}) ?h ?(\d\d)?(?![\p{L}\d])/iuy;
/** Words before "9h" or "8 uur" that make it a time of day and not a length. */
const AT_A_TIME =
  /(?:^| )(?:à|at|um|a las|a la|às|as|alle|dalle|om|van|from|from|desde las|de las|jusqu'à|hasta las|até às|até as|tot|bis) $/iu;
const FROM_AN_HOUR = /(?:^| )(?:de|das|desde) $/iu;
const CLOCK_H_TO = /(\d{1,2}) ?h ?(\d\d)?(?= (?:à|jusqu'à|às|a las|até|hasta) )/iuy;
const BARE_HOUR = /(\d{1,2})(?![\d.:]| ?(?:%|€|£|\$|h|uhr|uur|min|km|people|personen))/iuy;
const BEFORE_BARE_HOUR = /(?:^| )(?:a las|às|alle|dalle|um|om|desde las|hasta las|até às|fino alle) $/iu;
const PERIODS: [unit: SpanUnit, names: string][] = [
  ['day', 'days?|tagen?|tage|jours?|días?|dias?|giorni|giorno|dagen|dag'],
  ['week', 'weeks?|wks?|wochen?|semaines?|semanas?|settimane|settimana|weken|week'],
  ['month', 'months?|mths?|monaten?|monate|mois|mes|meses|mês|mesi|mese|maanden|maand'],
  ['year', 'years?|yrs?|jahren?|jahre|ans|an(?=[,.?!]|$)|années?|años?|anos?|anni|anno|jaar|jaren'],
];
const PERS: [unit: Per, names: string][] = [
  ['hour', 'hours?|hr|h|stunde|heure|hora|ora|uur'],
  ['100 km', '100 ?km|100 kilometers?|100 kilómetros|100 quilômetros|100 chilometri|100 kilomètres'],
  ...PERIODS.map(([unit, names]): [Per, string] => [
    unit,
    `${names}|${{ day: 'tag', week: 'woche', month: 'monat', year: 'jahr' }[unit]}`,
  ]),
  ['km', 'km|k|kilomet(?:er|re)|kilomètre|kilómetro|quilômetro|chilometro'],
  ['mi', 'mi|mile|meile|mille|milla|milha|miglio|mijl'],
  ['l', 'lit(?:er|re)|l|litro'],
  ['gal', 'gallon|gal|galón'],
  ['kg', 'kg|kilo|kilogram|quilo|chilo'],
];
const PER_BEGINS =
  "(?:each|every|per|pro|je|par|por|al|all'|ao|à l'|à la|a la|au|cada|ogni|elke|chaque|jede[snr]?|im|in der|am|an?|the|the|op|aux|auf|een|'n|nel|del|l'|le|la|el|à|a|o)";
const PER = PERS.map(([unit, names]): [Per, RegExp] => [
  unit,
  new RegExp(`(?:/ ?|${PER_BEGINS}${unit === '100 km' ? ' ?' : "(?: |(?<='))"})(?:${names})(?![\\p{L}])`, 'iuy'),
]);
const PER_ADVERBS: [unit: Per, form: RegExp][] = [
  ['hour', /(?:hourly|stündlich|p\/h|ph)(?![\p{L}])/iuy],
  ['week', /(?:weekly|wöchentlich|semanalmente|p\/w)(?![\p{L}])/iuy],
  [
    'month',
    /(?:monthly|monatlich|mensuels?|mensuelle|mensual(?:es)?|mensal|mensais|mensil[ei]|maandelijks|p\/m|pcm)(?![\p{L}])/iuy,
  ],
  [
    'year',
    /(?:yearly|annually|jährlich|annuels?|annuelle|anual(?:es)?|anuais|annuo|annual[ei]|jaarlijks|p\.?a\.?)(?![\p{L}])/iuy,
  ],
];
const MEASURE =
  /(?: ?)(km|kms|kilomet(?:er|re)s?|kilomètres?|kilómetros?|quilômetros?|chilometri|k|mi|miles?|meilen|milles?|millas|milhas|miglia|mijl|g|gr|grams?|gramm|grammes?|gramos?|gramas?|grammi|gram|kg|kgs|kilos?|quilos?|chili|oz|ounces?|lbs?|ml|cl|dl|l|lit(?:er|re)s?|litros?|litri|tsp|tbsp|cups?|tassen|tasses|tazas|xícaras|tazze|kopjes|gal|gallons?|eggs|eier|œufs|oeufs|huevos|ovos|uova|eieren)(?![\p{L}\d/])/iuy;
const MPG = /( ?)(mpg|miles per gallon|miles to the gallon)(?![\p{L}])/iuy;
const HEADS = new RegExp(` ?(?:of |von |de |d')?(?:${HEAD_WORDS})(?![\\p{L}])`, 'iuy');
const WORD = /[\p{L}'’@/-]+\d*|[&=*/^<>+]|\d\S*/uy;
const PAUSE = /[,;:.!?()"–—-]+/y;
const HALF_AN_HOUR =
  /(?<!\p{L})(?:half an hour|half hour|(?:eine )?halbe stunde|(?:eine )?halben stunde|(?:une )?demi-heure|media hora|meia hora|mezz'ora|mezza ora|(?:een )?half uur)(?!\p{L})/giu;
const itemsMax = 60;

/** Reads a message as the items of a sum in everyday words; null for what is too long or has no sense as one. */
export function readItems(message: string, { language, writing }: Manner): Reading | null {
  const { text, grouped } = readNumerals(
    message
      .toLowerCase()
      .replace(/[’`´]/g, "'")
      .replace(/(\d{1,2})\.(\d\d)(?= ?(?:uhr|uur))/gi, '$1:$2')
      .replace(/[¿¡]/g, '')
      .replace(HALF_AN_HOUR, '30 min')
      .replace(/\s+/g, ' ')
      .trim(),
    writing,
  );
  const manner = { language, writing: grouped.size > 0 ? { ...writing, isGrouped: true } : writing };
  const items: Item[] = [];
  let at = 0;
  const take = (form: RegExp): RegExpExecArray | null => {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found && found[0].length > 0) at = form.lastIndex;
    return found && found[0].length > 0 ? found : null;
  };
  while (at < text.length && items.length < itemsMax) {
    if (text[at] === ' ') at += 1;
    else items.push(readHeadWords() ?? readDigits(text, at, take, language) ?? readPer(take) ?? readWords());
  }
  return items.length >= itemsMax ? null : reading(items, text, manner);

  function readHeadWords(): Item | null {
    const found = headsAt(text.slice(at), text.slice(0, at), language);
    if (!found) return null;
    at += found.length;
    return { kind: 'heads', value: rational(BigInt(found.value)) };
  }

  function readWords(): Item {
    const pause = take(PAUSE);
    if (pause) return { kind: 'pause', mark: pause[0] };
    const words =
      text
        .slice(at)
        .match(/^[^,;.!?()\d"]+/)?.[0]
        .split(' ') ?? [];
    const known = rolesOf(words.map((word) => word.replace(/:$/, '')).filter(Boolean), language);
    if (known) {
      const phrase = words.slice(0, known.length).join(' ');
      at += phrase.length;
      return { kind: 'words', roles: known.roles, text: phrase };
    }
    const word = take(WORD);
    if (!word) at += 1;
    return { kind: 'other', text: word?.[0] ?? text[at - 1] ?? '' };
  }
}

type Take = (form: RegExp) => RegExpExecArray | null;

/** Codes are written in capitals, and German writes every noun with one. */
function nameOf(name: string, language: Language): string {
  if (name.length < 4) return name.toUpperCase();
  return language === 'de' ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

function readDigits(text: string, at: number, take: Take, language: Language): Item | null {
  const before = text.slice(0, at);
  if (/[\p{L}\d/]$/u.test(before) && !/\dx?$/.test(before)) return null;
  const currency = take(CURRENCY_BEFORE);
  if (!currency) {
    const timed = readTime(before, take);
    if (timed) return timed;
  }
  const number = take(NUMBER);
  if (!number) return null;
  const [, sign = '', digits = ''] = number;
  const value = fromDecimal(digits);
  const isNegative = sign === '-' || sign === '−';
  if (currency) {
    const [, name = '', gap = ''] = currency;
    return {
      kind: 'number',
      value,
      isNegative,
      isWhole: false,
      currency: { sign: name.toUpperCase(), isBefore: true, gap },
    };
  }
  if (take(PERCENT)) return { kind: 'percent', value, isNegative };
  const heads = take(HEADS);
  if (heads) return { kind: 'heads', value };
  for (const [unit, names] of PERIODS)
    if (take(new RegExp(` ?(?:${names})(?![\\p{L}])`, 'iuy'))) return { kind: 'period', value, unit };
  const mpg = take(MPG);
  if (mpg) return { kind: 'measure', value, units: [], name: 'mpg' };
  const after = take(CURRENCY_AFTER);
  if (after) {
    const [, gap = '', name = ''] = after;
    return {
      kind: 'number',
      value,
      isNegative,
      isWhole: false,
      currency: { sign: nameOf(name, language), isBefore: false, gap },
    };
  }
  const measure = take(MEASURE);
  if (measure?.[1]) {
    const name = measure[1] === 'k' ? 'km' : measure[1];
    return { kind: 'measure', value, units: unitsNamed(name), name };
  }
  take(/(?:er|s)(?![\p{L}])/iuy);
  return { kind: 'number', value, isNegative, isWhole: /^\d+$/.test(digits) };
}

function readTime(before: string, take: Take): Item | null {
  const isAt = AT_A_TIME.test(before);
  const clock = take(CLOCK);
  if (clock) {
    const [, hours = '', minutes = '', seconds, half, mark] = clock;
    const parts = [hours, minutes, ...(seconds ? [seconds] : [])].map(Number);
    if ((parts[1] ?? 0) > 59) return { kind: 'other', text: clock[0] };
    return {
      kind: 'clock',
      parts,
      is24: mark !== undefined || Number(hours) > 12 || hours.startsWith('0'),
      ...halfOf(half),
    };
  }
  const bare = take(CLOCK_HALF) ?? null;
  if (bare) return { kind: 'clock', parts: [Number(bare[1]), 0], is24: false, ...halfOf(bare[2]) };
  const uhr = take(CLOCK_UHR) ?? (isAt ? take(CLOCK_H) : null) ?? (FROM_AN_HOUR.test(before) ? take(CLOCK_H_TO) : null);
  if (uhr) return { kind: 'clock', parts: [Number(uhr[1]), Number(uhr[2] ?? 0)], is24: true };
  if (BEFORE_BARE_HOUR.test(before)) {
    const hour = take(BARE_HOUR);
    if (hour) return { kind: 'clock', parts: [Number(hour[1]), 0], is24: Number(hour[1]) > 12 };
  }
  const tight = take(SPAN_TIGHT);
  if (tight) return { kind: 'span', seconds: rational(BigInt(Number(tight[1]) * 3600 + Number(tight[2]) * 60)) };
  const hours = take(SPAN_HOURS);
  if (hours) {
    const half = /half|media|mezza|meia|demie/i.test(hours[0]) ? 1800 : 0;
    const seconds = multiply(fromDecimal(hours[1] ?? '0'), rational(3600n));
    const more = rational(BigInt(Number(hours[2] ?? 0) * 60 + half));
    return { kind: 'span', seconds: rational(seconds.n * more.d + more.n * seconds.d, seconds.d * more.d) };
  }
  const minutes = take(SPAN_MINUTES);
  return minutes && { kind: 'span', seconds: multiply(fromDecimal(minutes[1] ?? '0'), rational(60n)) };
}

const halfOf = (letter: string | undefined): { half?: 'am' | 'pm' } =>
  letter ? { half: letter.toLowerCase() === 'a' ? 'am' : 'pm' } : {};

function readPer(take: Take): Item | null {
  for (const [unit, form] of [...PER, ...PER_ADVERBS]) if (take(form)) return { kind: 'per', unit };
  return null;
}

const COUNTED: Kind[] = ['clock', 'heads', 'measure', 'number', 'percent', 'period', 'span'];

function reading(items: Item[], text: string, manner: Manner): Reading {
  const roles = new Set(items.flatMap((item) => (item.kind === 'words' ? [...item.roles] : [])));
  const has = (...wanted: Role[]) => wanted.some((role) => roles.has(role));
  const shape = COUNTED.flatMap((kind) => {
    const count = items.filter((item) => item.kind === kind).length;
    return count ? [`${kind}:${count}`] : [];
  }).join(' ');
  return {
    ...manner,
    items,
    shape,
    has,
    isAsked: has('ask', 'how much', 'how long', 'what time') || text.endsWith('?'),
    others: items.filter(({ kind }) => kind === 'other').length,
  };
}

/** Returns the items of one kind. */
export function itemsOf<K extends Kind>({ items }: Pick<Reading, 'items'>, kind: K): Extract<Item, { kind: K }>[] {
  return items.filter((item): item is Extract<Item, { kind: K }> => item.kind === kind);
}

/** Tells whether an item has a role in the sum. */
export const does = (item: Item | undefined, ...roles: Role[]): boolean =>
  item?.kind === 'words' && roles.some((role) => item.roles.has(role));
