import type { Language } from '../../language/languages.ts';
import { after, HAVE_AFTER, HAVE_BEFORE, HAVE_WORDS, LEFT_BEFORE, LEFT_WORDS, PERIOD } from './cues.ts';
import { numberNamed, numberPattern } from './numbers.ts';
import { fold, patternFor } from './phrases.ts';
import type { Reader } from './schema.ts';

/** An amount that a text names, where, and in which sense: what is wanted, what is there now, what is left of it, or so much a week or month. */
export type Mention = {
  value: number;
  role: 'target' | 'now' | 'rate' | 'left';
  unit: string;
  /** The part of the sentence that it stands in, folded. */
  clause?: string;
};

/** An amount in digits, thousands apart or not. */
export const AMOUNT = `(?:(?<![\\p{L}\\d.,])(?:\\d{1,3}(?:[.,'\\s]\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)?))`;
/** An amount in digits or in the words of a language. */
const wordAmount = (language: Language) => `(?:${AMOUNT}|(?<![p{L}d])(?:${numberPattern(language)})(?![p{L}d]))`;
export const SCALE = `(?:\\s?(k|tsd|mil|mille|thousand|tausend|duizend|mila|million\\p{L}*|millon\\p{L}*|milhao|milioni|mio)(?![\\p{L}]))?`;

/** Currencies, as signs and words. */
export const CURRENCY =
  '€|\\$|£|euros?|eur|dollars?|dolares|dollari|usd|gbp|pounds?|pfund|quid|chf|franken|francs?|reais|real|pesos?|bucks|libras|sterline';
const UNITS = {
  distance: {
    source:
      'km|kms|kilomet\\p{L}*|chilometr\\p{L}*|k|mi|mile|miles|meilen|millas|miglia|milhas|meter|metres?|metros?|metri|m|hohenmeter|hm|yards?|yds?',
    scale: (unit: string) =>
      /^y/.test(unit)
        ? 0.000914
        : /^mi|meil|milh/.test(unit)
          ? 1.609
          : /^(?:m|hm|met\p{L}*|hohenmeter)$/u.test(unit)
            ? 0.001
            : 1,
  },
  weight: {
    source: 'kg|kgs|kilos?|kilogram\\p{L}*|quilos?|chili|lbs?|pounds?|livres|libras|stone',
    scale: (unit: string) => (/^(?:lb|pound|livres|libras)/.test(unit) ? 0.4536 : unit === 'stone' ? 6.35 : 1),
  },
  height: {
    source: `cm|centimet\\p{L}*|zentimeter|m|meter|metres?|metros?|metri|ft|feet|foot|'`,
    scale: (unit: string) => (/^(?:c|z)/.test(unit) ? 1 : /^m/.test(unit) ? 100 : 30.48),
  },
  money: {
    source: CURRENCY,
    scale: () => 1,
  },
  duration: {
    source: 'h|hrs?|hours?|stunden?|std|heures?|horas?|or[ae]|uur|uren|min|mins|minut\\p{L}*|minuten',
    scale: (unit: string) => (unit.startsWith('min') ? 1 : 60),
  },
  percent: { source: '%|percent|per cent|prozent|pour cent|por ciento|por cento|per cento|procent', scale: () => 1 },
} as const;

const NO_OTHER_UNIT =
  /^\s*(?:$|[.,;!?)]|already|saved|so far|now|schon|gespart|deja|ya|ja|gia|al\b|(?:and|und|et|y|e|en|but|aber)\b)/u;
/** "2,100 at 24 %": an amount with the rate that it costs. */
const WITH_RATE = /^\s*(?:at|zu|mit|a|al|ao|com|con|tegen|met)\s+\d{1,2}(?:[.,]\d+)?\s?(?:%|percent|prozent|procent)/u;
const NOW_BEFORE =
  /(?:\b(?:can|could|now|currently|already|so far|i (?:run|jog|walk|swim|ride|cycle|bike|lift|bench|squat|deadlift|climb|do|manage)|ich (?:schwimme|gehe|fahre|mache|jogge|hebe)|je (?:nage|marche|fais|roule|souleve)|(?:corro|nado|levanto|pedalo|nuoto|cammino|caminho|sollevo)|ik (?:loop|ren|zwem|fiets|wandel|doe|til)|longest (?:run|ride|walk|swim|hike)|start(?:ed|ing)? (?:at|with|from|weight)|angefangen (?:bei|mit)|parti(?:e|ta|to)? d[ea]|empece (?:en|con)|comecei (?:com|em)|begonnen (?:bij|met)|(?:i|we) have|have saved|i've (?:saved|written|read|sent|done)|wrote|i weigh|i'm at|kann|schaffe|laufe|derzeit|aktuell|zurzeit|jetzt|habe|schon|bereits|wiege|actuellement|deja|j'ai|je cours|je pese|puedo|ahora|actualmente|ya|tengo|peso|consigo|agora|atualmente|ja tenho|tenho|posso|adesso|attualmente|gia|ho|riesco|kan|nu|momenteel|heb|weeg|from|von|desde|dal|van)\b)[^.;!?\d]{0,25}$/u;
/** What somebody does or did at most: "longest so far is 35 miles", "doing 8k twice a week". */
const BEST_BEFORE =
  /(?:\b(?:longest|furthest|langste[rn]?|plus long(?:ue)?|mas larg[ao]|mais long[ao]|piu lung[ao]|langste|doing|running|riding|swimming|faccio|fais|hago|faco)\b)[^.;!?\d]{0,20}$/u;
/** "I'm 95 kg", "ich bin 95 kg schwer": nothing may stand between. */
const AM_BEFORE = /(?:\bi'?m|\bi am|\bich bin|\bik ben)\s+(?:about |around |etwa |rund |ongeveer )?$/u;
/** A sentence that begins with what is possible now goes on with it: "can swim 200 m, have a bike, run 5k". */
const NOW_SENTENCE =
  /^\s*(?:i\s+(?:can|run|jog|walk|swim|ride|cycle|bike|climb|lift|bench|squat|do|am|currently|now)|(?:i\s+|ich\s+|je\s+|io\s+|ik\s+)?(?:can|currently|now|kann|laufe|schwimme|peux|cours|nage|puedo|corro|nado|consigo|posso|riesco|kan|zwem))\b/u;
const WISH =
  /\b(?:want|goal|like to|would|aim|hope|until|by|to reach|mochte|will|ziel|bis|veux|voudrais|quiero|meta|quero|voglio|vorrei|wil|naar)\b/u;
const CLAUSE_END = /[;!?]|[.,](?!\d)|\s(?:and|und|et|y|e|en|but|aber|mais|pero|mas|ma|maar)\s/u;
const NOW_AFTER =
  /^[^.;,!?\d]{0,12}\b(?:now|currently|so far|already|at the moment|(?:is|are|have been) (?:written|drafted|done|read|sent)|written(?! (?:by|in|before|until))|jetzt|derzeit|zurzeit|bisher|schon|gespart|geschrieben|maintenant|actuellement|deja|ecrits?|ahora|actualmente|escrit[oa]s?|agora|atualmente|adesso|attualmente|scritt[eio]|momenteel|gespaard|geschreven|saved)\b/u;
const RATE_AFTER = new RegExp(
  `^\\s*(?:(?:/\\s*|(?:a|an|per|each|every|pro|im|in der|par|al|por|alla|allo|au|ao|elke)\\s+|all'\\s?)(?:${PERIOD})(?:s|en|n)?(?!\\p{L})|monatlich|wochentlich|taglich|monthly|weekly|daily|netto)`,
  'u',
);
const TARGET_FROM =
  /(?:from|von|de|desde|da|dal|van)\s+(\d+(?:[.,]\d+)?)\s*(?:[\p{L}€$£%]+\s*)?(?:to|auf|bis|a|à|para|hasta|naar|tot)\s+$/u;
/** "budget 9,000", "Budget von 1500", "for under 8000": money, also without a currency. */
const BUDGET_BEFORE =
  /\b(?:budget|presupuesto|orcamento|bilancio|begroting)(?:\s+(?:is|ist|es|e|of|von|de|di|van|about|around|circa|ca|rund|etwa|max|maximal|hochstens|at most|up to|total|limit))*[\s:=~.]*$/u;
const PRICE_BEFORE = /\b(?:under|below|unter|hochstens|maximal|at most|moins de|menos de|meno di|onder de|onder)\s+$/u;
/** "40,000 of 75,000 words": what is there, and before it what is wanted. */
const OUT_OF = /(?<![\p{L}\d.,])(\d+(?:[.,]\d+)*)\s?(k|tsd|mil)?\s+(?:(?:out )?of|von|sur|de|di|su|van(?: de)?)\s+$/u;

/** Returns every amount of a kind that a text names. `bare` also takes a number without a unit, for the answer to a question. */
export function findMentions(reader: Reader, text: string, language: Language, bare = false): Mention[] {
  const folded = fold(text);
  if (reader.kind === 'choice' || reader.kind === 'text') return [];
  if (reader.kind === 'number') return numbersAfter(reader, folded, language, bare);
  const found =
    reader.kind === 'count'
      ? counts(reader.units, folded, language).filter(({ value }) => value >= (reader.least ?? 0))
      : amounts(reader.kind, folded, language).filter((each) => fits(reader, each, bare));
  if (reader.kind === 'weight' && found.length === 0)
    found.push(...bareWeights(folded).filter((each) => fits(reader, each, bare)));
  if (reader.kind === 'weight') found.unshift(...weightsNow(folded).filter((each) => fits(reader, each, bare)));
  if (reader.kind === 'duration') found.push(...raceTimes(folded).filter((each) => fits(reader, each, bare)));
  if (reader.kind === 'height' && found.length === 0) found.push(...bareHeights(folded));
  if (reader.kind === 'distance') found.push(...bareBest(folded, language).filter((each) => fits(reader, each, true)));
  if ('named' in reader && !found.some(({ role }) => role === 'target')) {
    const named = Object.entries(reader.named ?? {}).find(([phrase]) => patternFor([phrase])?.test(folded));
    if (named) found.push({ value: named[1], role: 'target', unit: '' });
  }
  const [number] = bare && found.length === 0 ? (folded.match(new RegExp(wordAmount(language), 'u')) ?? []) : [];
  return number ? [{ value: toNumber(number), role: 'target', unit: '' }] : found;
}

const BARE_BEST =
  /\b(?:longest|furthest|langste[rn]?|plus long(?:ue)?|mas larg[ao]|mais long[ao]|piu lung[ao])(?: (?:ride|run|walk|swim|hike|so far|yet|ever|until now|bisher|bis jetzt|jusqu'ici|hasta ahora|ate agora|finora|tot nu))*(?: (?:is|was|war|ist|est|es|e|fue|foi))?:? (\d+(?:[.,]\d+)?)(?=\s*(?:[.;,!)]|$))/u;

/** Reads what somebody did at most where it has no unit of its own, in the unit of the text's first distance: "100 miles. Longest so far is 32". */
function bareBest(folded: string, language: Language): Mention[] {
  const best = folded.match(BARE_BEST);
  const [goal] = best ? amounts('distance', folded, language) : [];
  if (!best?.[1] || !goal) return [];
  return [{ value: toNumber(best[1]) * UNITS.distance.scale(goal.unit), role: 'now', unit: goal.unit }];
}

function fits(reader: Reader, { value, clause = '' }: Mention, bare: boolean): boolean {
  if (reader.kind === 'count' || reader.kind === 'number' || reader.kind === 'choice' || reader.kind === 'text')
    return true;
  const { near, least = 0, most = Number.POSITIVE_INFINITY } = reader;
  return value >= least && value <= most && (bare || !near || Boolean(clause.match(patternFor(near) ?? /$^/)));
}

/** Returns what "k", "mil" or "million" after a number multiplies it with. */
export function thousandsOf(scale = ''): number {
  return /^mi(?:l+i?[oó]n|o$|lh)/.test(scale) ? 1e6 : scale ? 1000 : 1;
}

/** Returns the value of an amount as written: "3,000", "3.000", "1,5", "twelve". */
export function toNumber(written: string): number {
  const text = written.trim();
  const named = numberNamed(text);
  if (named !== undefined) return named;
  if (/^\d{1,3}(?:[.,'\s]\d{3})+$/.test(text)) return Number(text.replace(/[.,'\s]/g, ''));
  return Number(text.replace(',', '.'));
}

function amounts(kind: keyof typeof UNITS, folded: string, language: Language): Mention[] {
  const { source, scale } = UNITS[kind];
  const before = kind === 'money' ? `(?:(€|\\$|£|chf|eur|usd)\\s?)?` : '()';
  const after = kind === 'money' ? `(?:\\s?(${source})(?!\\p{L}))?` : `\\s?-?(${source})(?!\\p{L})`;
  const number = kind === 'duration' ? wordAmount(language) : AMOUNT;
  const pattern = new RegExp(`${before}(${number})${kind === 'distance' ? '()' : SCALE}${after}`, 'gu');
  return [...folded.matchAll(pattern)].flatMap((match) => {
    const [whole, sign = '', number = '', thousands = '', unit = ''] = match;
    const factor = thousandsOf(thousands);
    const end = match.index + whole.length;
    const value =
      toNumber(number) * factor * scale(unit || sign) + (kind === 'height' ? restOfHeight(unit, folded.slice(end)) : 0);
    const clause = clauseOf(folded, match.index, end);
    const found = mention(value, unit || sign, folded, match.index, end, scale(unit || sign)).map((each) => {
      return {
        ...each,
        clause,
        value: each.role === 'rate' && kind === 'distance' ? aWeek(value, folded.slice(end)) : each.value,
      };
    });
    // "I have 150 already", "I earn 2,400 a month": an amount without its currency, unless it counts something else.
    const isBare = kind === 'money' && !sign && !unit;
    const lead = folded.slice(Math.max(0, match.index - 40), match.index);
    const isBudget =
      BUDGET_BEFORE.test(lead) ||
      /^\s*budget\b/u.test(folded.slice(end)) ||
      (value >= 500 && PRICE_BEFORE.test(lead) && NO_OTHER_UNIT.test(folded.slice(end)));
    if (isBare && isBudget) return found;
    const rest = folded.slice(end);
    const isOwn = found[0]?.role !== 'target' && (found[0]?.role === 'rate' || NO_OTHER_UNIT.test(rest));
    return isBare && !isOwn && !(value >= 100 && WITH_RATE.test(rest)) ? [] : found;
  });
}

/** "5'11, 225" in pounds, "mido 1,60 y peso 74" in kilograms: a weight without a unit beside a height or after its verb. */
function bareWeights(folded: string): Mention[] {
  const pounds = /\d\s?'\s?\d{1,2}"?,?\s+(?:and\s+|at\s+)?([1-4]\d{2})(?![\d.,]*\d|\s?(?:cm|kg))/u.exec(folded)?.[1];
  const kilos =
    /(?<!\p{L})(?:wiege|je pese|peso|i weigh|ik weeg)\s+(?:nur |about |etwa |unos )?(\d{2,3}(?:[.,]\d)?)(?!\d|\s?(?:lb|pound|stone|k\b))/u.exec(
      folded,
    )?.[1];
  if (pounds) return [{ value: Number(pounds) * 0.4536, role: 'now', unit: 'lb' }];
  return kilos ? [{ value: toNumber(kilos), role: 'now', unit: 'kg' }] : [];
}

/** "Started at 105 kg, currently 98": a weight without its unit beside one that has it. */
function weightsNow(folded: string): Mention[] {
  const scale = /\d\s?(?:lbs?|pounds?)(?!\p{L})/u.test(folded) ? 0.4536 : 1;
  if (scale === 1 && !/\d\s?(?:kg|kilo)/u.test(folded)) return [];
  const now =
    /(?<!\p{L})(?:currently|right now|derzeit|aktuell|jetzt|actuellement|ahora|actualmente|agora|atualmente|attualmente|adesso|momenteel)\s+(?:at |at about |bei |a |um |auf |op |etwa |about )?(\d{2,3}(?:[.,]\d)?)(?!\d|\s?\p{L}|[.,:]\d)/u.exec(
      folded,
    )?.[1];
  return now ? [{ value: toNumber(now) * scale, role: 'now', unit: 'kg', clause: '' }] : [];
}

/** "Currently 27:40", "my PB is 1:52": a race's time, in hours where it begins with one to nine. A time of day has no such word before it. */
function raceTimes(folded: string): Mention[] {
  const lead =
    '(?:currently|pb|pr|personal best|best time|best|time of|finished in|bestzeit|aktuell|derzeit|record|temps de|actuellement|mejor tiempo|marca|actualmente|tempo de|melhor tempo|atualmente|tempo di|primato|attualmente|beste tijd|momenteel|pb van)';
  const pattern = new RegExp(`(?<!\\p{L})${lead}[^.;!?\\d]{0,14}(\\d{1,3}):([0-5]\\d)(?::([0-5]\\d))?(?!\\d)`, 'gu');
  return [...folded.matchAll(pattern)].map(([, first = '', second = '', third]) => {
    const isHours = third !== undefined || Number(first) <= 9;
    const value = isHours ? Number(first) * 60 + Number(second) : Number(first) + Number(second) / 60;
    return { value, role: 'now', unit: 'min', clause: '' };
  });
}

/** "78 kg bei 1,68", "22, 1.85, 64 kg": metres without a unit, where the text names a weight. */
function bareHeights(folded: string): Mention[] {
  if (!/\d\s?(?:kg|kilo)|(?:peso|wiege|pese|weeg) \d/.test(folded)) return [];
  return [...folded.matchAll(/(?<![\d.,:])1[.,]([4-9]\d|[12]0)(?!\d|[.,:]\d|\s?(?:kg|kilo|km|k\b|%|€|\$))/gu)].map(
    ([, rest = '']) => {
      return { value: 100 + Number(rest), role: 'target', unit: 'm' };
    },
  );
}

function counts(units: Parameters<typeof patternFor>[0], folded: string, language: Language): Mention[] {
  const unit = patternFor(units);
  if (!unit) return [];
  const pattern = new RegExp(
    `(${wordAmount(language)})${SCALE}(?:\\s+|-)(?:[\\p{L}€$£]+[\\s-]+){0,2}?(?:${unit.source})`,
    'gu',
  );
  return [...folded.matchAll(pattern)].flatMap((match) => {
    const [whole, number = '', thousands] = match;
    const value = toNumber(number) * thousandsOf(thousands);
    const [from, to] = [match.index, match.index + whole.length];
    const isLeft = LEFT_BEFORE.test(folded.slice(Math.max(0, from - 40), from)) || LEFT_NEXT.test(folded.slice(to));
    return mention(value, '', folded, from, to, 1).map((each) =>
      isLeft && each.role === 'target' ? { ...each, role: 'left' as const } : each,
    );
  });
}

const LEFT_NEXT = after(LEFT_WORDS, 1);
const DONE =
  'read|done|written|finished|gelesen|geschafft|geschrieben|fertig|lus?|ecrits?|faits?|leid[oa]s?|escrit[oa]s?|hech[oa]s?|lid[oa]s?|feit[oa]s?|lett[oi]|scritt[aeio]|fatt[aeio]|gelezen|geschreven|gedaan';
const DONE_NEXT = after(`${DONE}|${HAVE_WORDS}`, 1);
const BARE_NEXT = /^\s*(?:$|[.,;!?)](?!\d))/u;

/** Numbers beside which nothing stands that they count: "12 so far", "ne restano 19". They count what the goal does. */
export function bareCounts(text: string): Mention[] {
  const folded = fold(text);
  return [...folded.matchAll(new RegExp(`(${AMOUNT})${SCALE}`, 'gu'))].flatMap((match): Mention[] => {
    const [whole, number = '', scale] = match;
    const lead = folded.slice(Math.max(0, match.index - 40), match.index);
    const rest = folded.slice(match.index + whole.length);
    const value = toNumber(number) * thousandsOf(scale);
    if (LEFT_NEXT.test(rest) || (LEFT_BEFORE.test(lead) && BARE_NEXT.test(rest)))
      return [{ value, role: 'left', unit: '' }];
    const isThere = DONE_NEXT.test(rest) || (HAVE_BEFORE.test(lead) && (BARE_NEXT.test(rest) || HAVE_AFTER.test(rest)));
    return isThere ? [{ value, role: 'now', unit: '' }] : [];
  });
}

function numbersAfter(
  { after, words }: Reader & { kind: 'number' },
  folded: string,
  language: Language,
  bare: boolean,
): Mention[] {
  const lead = patternFor(after);
  const source = `${bare ? '' : `(?:${lead?.source ?? '$^'})[^\\d.]{0,12}?`}(${words ? wordAmount(language) : AMOUNT})${SCALE}`;
  return [...folded.matchAll(new RegExp(source, 'gu'))].map(([, number = '', thousands]) => {
    return { value: toNumber(number) * thousandsOf(thousands), role: 'target', unit: '' };
  });
}

function clauseOf(folded: string, from: number, to: number): string {
  const before =
    folded
      .slice(Math.max(0, from - 80), from)
      .split(CLAUSE_END)
      .at(-1) ?? '';
  return `${before}${folded.slice(from, to)}${folded.slice(to, to + 60).split(CLAUSE_END)[0] ?? ''}`;
}

/** Returns the inches of "5'9", the centimetres of "1m75". */
function restOfHeight(unit: string, rest: string): number {
  const [, more = ''] = /^\s?(\d{1,2})(?![\d.,]*\d|\s?(?:kg|lb|pound))/u.exec(rest) ?? [];
  return Number(more) * (unit.startsWith('m') ? 1 : 2.54);
}

/** Returns a distance a day, a month or a year as one a week. */
function aWeek(value: number, rest: string): number {
  const [, span = ''] =
    /(day|tag|jour|dia|giorno|dag|month|monat|mois|mes|maand|year|jahr|\ban\b|ano|anno|jaar)/u.exec(
      rest.slice(0, 16),
    ) ?? [];
  if (/^(?:day|tag|jour|dia|giorno|dag)/.test(span)) return value * 7;
  if (/^(?:mo|me|ma)/.test(span)) return value / 4.3;
  return span ? value / 52 : value;
}

function mention(value: number, unit: string, folded: string, from: number, to: number, scale: number): Mention[] {
  const [lead, rest] = [folded.slice(Math.max(0, from - 40), from), folded.slice(to, to + 30)];
  if (RATE_AFTER.test(rest)) return [{ value, role: 'rate', unit }];
  const [, start] = TARGET_FROM.exec(lead) ?? [];
  if (start)
    return [
      { value: toNumber(start) * scale, role: 'now', unit },
      { value, role: 'target', unit },
    ];
  const [, part, thousands] = OUT_OF.exec(lead) ?? [];
  if (part)
    return [
      { value: toNumber(part) * thousandsOf(thousands) * scale, role: 'now', unit },
      { value, role: 'target', unit },
    ];
  const sentence =
    folded
      .slice(Math.max(0, from - 200), from)
      .split(/[;!?]|\.(?!\d)/u)
      .at(-1) ?? '';
  const goesOn = NOW_SENTENCE.test(sentence) && !WISH.test(sentence);
  const isNow =
    NOW_BEFORE.test(lead) || AM_BEFORE.test(lead) || BEST_BEFORE.test(lead) || NOW_AFTER.test(rest) || goesOn;
  return [{ value, role: isNow ? 'now' : 'target', unit }];
}
