import { readNumerals, sayNumber, type Writing } from './numerals.ts';
import { add, divide, format, fromDecimal, multiply, negate, type Rational, rational, subtract } from './rational.ts';
import { mannerOf } from './sums.ts';
import { UNITS, type Unit, unitsNamed } from './unit-table.ts';

/** Names of all units. Patterns hold them for lower-case text: ignoring the case of so many takes seconds to compile. */
const ANY = UNITS.map(({ names }) => names).join('|');
const HALF =
  '(?:half an?|(?:ein|einem|einen|eine|einer) halbe[nsr]?|une? demie?[- ]|(?:una? )?medi[oa]|(?:uma? )?mei[oa]|(?:una? )?mezz[oa]|(?:een )?halve?)';
const ONE = '(?:an?|one|ein(?:e[nmr]?)?|une?|una|um|uma|een)';
const AMOUNT = String.raw`-?\d+(?:\.\d+)?|${HALF}|${ONE}`;
const LINK = '(?:in|into|to|as|nach|zu|en|em|a|à|naar|=)';
/** Up to three amounts with their units, "6 ft 2 in": what it matches is looked at more closely. */
const AMOUNTS = '(\\S.*?)';
const amountsMax = 3;

const PARTS = new RegExp(`(${AMOUNT}) ?(${ANY})(?![\\p{L}\\d/²])`, 'gu');

/** The forms of a question for a conversion: "5 miles in km", "convert 70 F to C", "how many ounces in a pound". */
const ASKS: [form: RegExp, amount: number, unit: number][] = [
  [
    new RegExp(
      `^(?:convert |change |c'est combien |what(?:'s| is) |how (?:much|tall|far|long|heavy|big) is |was sind |wie viel sind |combien font |cu[aá]ntos son |quanto s[ãa]o )?${AMOUNTS}(?: (?:is|are))? ?${LINK} (?:how many |how much )?(${ANY})$`,
      'u',
    ),
    1,
    2,
  ],
  [new RegExp(`^how many (${ANY})(?: are| is)?(?: there)? (?:in|is|are|for) ${AMOUNTS}$`, 'u'), 2, 1],
  [
    new RegExp(
      `^(?:wie ?viele?|combien de|cu[aá]nt[oa]s|quant[oaie]s?|hoeveel) (${ANY}) (?:sind|hat|font|hay en|son|são|tem|há em|ci sono in|zijn|is|ist|sono|il y a dans|en|in)(?: in)? ${AMOUNTS}$`,
      'u',
    ),
    2,
    1,
  ],
];

/** "6'2\"", "5 foot 10": feet with inches behind them, of which the latter are often not named. */
const FEET =
  /(?<![\d.,'])(\d{1,2}) ?(?:'|ft\.?|foot|feet) ?(\d{1,2}(?:\.\d+)?)(?: ?(?:"|''|in(?:ch(?:es)?)?(?= (?:in|to|as)\b)))?(?=\s)/giu;

/** "13 stone 4": pounds behind stones, which are often not named. */
const STONES = /(?<![\d.,])(\d{1,2}) ?(?:st|stones?) ?(\d{1,2})(?: ?(?:lbs?|pounds?))?(?= (?:in|to|as)\b)/giu;
const HALF_MORE = new RegExp(
  `(?<![\\d.])(\\d+) ?(${ANY}) (?:and a half|et demie?|y medi[oa]|e mei[oa]|e mezz[oa]|en een half|und ein halb(?:e[rs]?)?)(?![\\p{L}])`,
  'gu',
);
/** Words after a question that change nothing of it. */
const ASIDES =
  /(?:[,\s]+(?:pls|plz|please|thx|thanks|again|roughly|about|approx(?:imately)?|actually|then|now|exactly|bitte|nochmal|ungefähr|etwa|denn|genau|svp|s'il (?:te|vous) pla[iî]t|environ|déjà|du coup|por favor|porfa|más o menos|otra vez|mesmo|mais ou menos|de novo|circa|per favore|di nuovo|alsjeblieft|ongeveer|eigenlijk|dan|ook alweer))+$/iu;

/** A question for a conversion: the amounts, their multiplier, and the name of the unit to convert to. */
export type Conversion = { amounts: string; name: string; writing: Writing; times?: string };

/**
 * Answers a conversion of units, exactly or to six significant digits (temperatures to a tenth of a degree). Numbers are read and
 * said as the message's language writes them.
 * @param locale of the person's account
 * @returns "5 mi = 8.04672 km"; null for what asks for none
 */
export function answerConversion(message: string, locale: string | null = null): string | null {
  const asked = readConversion(message, locale);
  return asked && convert(asked);
}

/** Returns which conversion a message asks for, in set words or within a sentence; null where it asks for none. */
export function readConversion(message: string, locale: string | null): Conversion | null {
  const { writing } = mannerOf(message, locale);
  const plain = message
    .trim()
    .replace(/[’`′]/g, "'")
    .replace(/[”“″]/g, '"')
    .replace(/[?.!\s]+$/, '')
    .replace(/^[¿¡]/, '')
    .replace(ASIDES, '')
    .replace(/^(?:please|hey|ok),? /i, '')
    .replace(STONES, (found, stones: string, pounds: string) =>
      Number(pounds) < 14 ? `${stones} st ${pounds} lb` : found,
    )
    .replace(FEET, (found, feet: string, inches: string) => (Number(inches) < 12 ? `${feet} ft ${inches} in` : found));
  if (plain.length > 100) return null;
  const said = readNumerals(plain, writing).text.toLowerCase().replace(HALF_MORE, '$1.5 $2');
  for (const [form, amountAt, unitAt] of ASKS) {
    const found = form.exec(said);
    const [amount, name] = [found?.[amountAt], found?.[unitAt]];
    if (amount && name && areAmounts(amount)) return { amounts: amount.trim(), name, writing };
  }
  return withinSentence(said, /\?/.test(message), writing);
}

function areAmounts(text: string): boolean {
  const parts = [...text.matchAll(PARTS)];
  return parts.length > 0 && parts.length <= amountsMax && areAllOf(text, parts);
}

/** Tells whether amounts are all that a text holds. */
function areAllOf(text: string, amounts: RegExpMatchArray[]): boolean {
  const rest = amounts.reduce((left, [amount]) => left.replace(amount, ''), text);
  return rest.replace(/and|und|et/g, '').trim() === '';
}

const HOW_MANY = '(?:how many|how much|wie ?viele?|combien de|cu[aá]nt[oa]s|quant[oaie]s?|hoeveel)';
const TARGETS = [
  new RegExp(`(?<![\\p{L}])${HOW_MANY} (${ANY})(?![\\p{L}\\d/²])`, 'u'),
  new RegExp(
    `(?<![\\p{L}])${LINK} (${ANY})(?: (?:is that|is it|est-ce|ist das|sind das|es eso|é isso|è|is dat))?$`,
    'u',
  ),
];
const ASKED =
  /(?<!\p{L})(?:what(?:'?s)?|how|wie|was|wieviel|quoi|combien|cu[aá]nt[oa]s?|quant[oaie]s?|hoeveel|wat)(?!\p{L})/iu;
const IN_DIGITS = new RegExp(`(?<![\\p{L}\\d.,])(-?\\d+(?:\\.\\d+)?) ?(${ANY})(?![\\p{L}\\d/²])`, 'gu');
const COUNTED = /(?<![\p{L}\d.,])(\d{1,3})(?: ?[x×]| (?:\p{L}+ ){1,3}(?:of|von|van|de|di|à|zu|mit|with|at|d')) ?$/iu;
const wordsAroundMax = 9;

/** "Le four à 350 F ça donne quoi en celsius", "7 kopjes thee van 180 ml, hoeveel liter": one amount, one unit asked for. */
function withinSentence(said: string, isMarked: boolean, writing: Writing): Conversion | null {
  if (!isMarked && !ASKED.test(said)) return null;
  for (const target of TARGETS) {
    const name = target.exec(said)?.[1];
    if (!name) continue;
    const rest = said.replace(target, ' ; ').trim();
    const found = [...rest.matchAll(IN_DIGITS)].filter(([, , unit = '']) => sameQuantity(unit, name));
    const [amount] = found.slice(-1);
    if (!amount) continue;
    const before = rest.slice(0, amount.index);
    const counted = COUNTED.exec(before);
    const around = before.slice(0, counted?.index ?? before.length) + rest.slice(amount.index + amount[0].length);
    if (/[\d%]/.test(around) || (around.match(/\p{L}+/gu) ?? []).length > wordsAroundMax || isTimed(name)) return null;
    if (counted && unitsNamed(name).some(({ quantity }) => quantity === 'temperature')) return null;
    return { amounts: `${amount[1]} ${amount[2]}`, name, writing, ...(counted?.[1] && { times: counted[1] }) };
  }
  return null;
}

const sameQuantity = (one: string, other: string) =>
  unitsNamed(one).some(({ quantity }) => unitsNamed(other).some((unit) => unit.quantity === quantity));
/** Time is spoken of in many sentences that ask for no conversion. */
const isTimed = (name: string) => unitsNamed(name).some(({ quantity }) => quantity === 'time');

const ANOTHER = new RegExp(
  `^(?:(?:and|und|et|y|e|en|what about|how about|and what about|was ist mit|et pour|y para|e para|e per|en voor) )?(-?\\d+(?:\\.\\d+)?)(?: ?(${ANY}))?$`,
  'u',
);
const OTHER_UNIT = new RegExp(`^(?:(?:and|und|et|y|e|en|what about|how about) )?${LINK} (${ANY})$`, 'u');

/** Returns the conversion that a message changes: "and 90?" after one of 73 °F, "and in inches?". */
export function nextConversion(message: string, last: Conversion): Conversion | null {
  const plain = readNumerals(
    message
      .trim()
      .replace(/[?.!\s]+$/, '')
      .replace(/^[¿¡]/, '')
      .replace(ASIDES, ''),
    last.writing,
  ).text.toLowerCase();
  const parts = last.amounts.matchAll(PARTS);
  const [unit, more] = [...parts].map(([, , name]) => name);
  const [, value, named] = ANOTHER.exec(plain) ?? [];
  if (value && unit && !more && (!named || sameQuantity(named, last.name)))
    return { ...last, amounts: `${value} ${named ?? unit}` };
  const other = OTHER_UNIT.exec(plain)?.[1];
  return other && unit && sameQuantity(unit, other) ? { ...last, name: other } : null;
}

/** Works a conversion out: "5 mi = 8.04672 km". */
export function convert({ amounts, name, writing, times }: Conversion): string | null {
  const parts = [...amounts.matchAll(PARTS)];
  // Words that are left over would be missing from the answer.
  if (!areAllOf(amounts, parts)) return null;
  const wanted = unitsNamed(name);
  let total: Rational | undefined;
  const written: string[] = [];
  for (const [, amount = '', unitName = ''] of parts) {
    const value = readAmount(amount);
    const unit = unitsNamed(unitName).find(({ quantity }) => wanted.some((other) => other.quantity === quantity));
    if (!unit) return null;
    const base = multiply(unit.size, add(value, unit.offset));
    total = total ? add(total, base) : base;
    written.push(withSign(sayNumber(format(value).text, writing), unit));
  }
  const quantity =
    parts[0] &&
    unitsNamed(parts[0][2] ?? '').find((unit) => wanted.some((other) => other.quantity === unit.quantity))?.quantity;
  const unit = wanted.find((each) => each.quantity === quantity);
  if (!total || !unit) return null;
  const value = subtract(divide(multiply(total, fromDecimal(times ?? '1')), unit.size), unit.offset);
  return `${times ? `${times} × ` : ''}${written.join(' ')} ${inUnit(value, unit, writing)}`;
}

function readAmount(text: string): Rational {
  if (new RegExp(`^${HALF}$`, 'i').test(text)) return rational(1n, 2n);
  if (new RegExp(`^${ONE}$`, 'i').test(text)) return rational(1n);
  const value = fromDecimal(text.replace(/^-/, ''));
  return text.startsWith('-') ? negate(value) : value;
}

function inUnit(value: Rational, unit: Unit, writing: Writing): string {
  const { sign, quantity } = unit;
  if (quantity === 'temperature') {
    const { text } = format(value);
    if (/^-?\d+(?:\.\d\d?)?$/.test(text)) return `= ${sayNumber(text, writing)} ${sign}`;
    return `≈ ${sayNumber(String(Math.round(Number(text) * 10) / 10), writing)} ${sign}`;
  }
  const exact = format(value);
  if (exact.isExact && exact.text.replace(/\D/g, '').length <= 8)
    return `= ${withSign(sayNumber(exact.text, writing), unit)}`;
  return `≈ ${withSign(sayNumber(format(value, 6).text, writing), unit)}`;
}

/** "1 week", "2 weeks"; the signs of the other units stay as they are. */
function withSign(value: string, { sign }: Unit): string {
  return `${value} ${value === '1' && sign.length > 3 && !sign.includes('/') ? sign.replace(/s$/, '') : sign}`;
}
