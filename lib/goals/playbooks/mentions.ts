import { fold, patternFor } from './phrases.ts';
import type { Reader } from './schema.ts';

/** An amount that a text names, where, and in which sense: what is wanted, what is there now, or so much a week or month. */
export type Mention = {
  value: number;
  role: 'target' | 'now' | 'rate';
  unit: string;
  /** The part of the sentence that it stands in, folded. */
  clause?: string;
};

const NUMBER_WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'one|ein|eine|einen|un|une|uno|una|um|uma|een',
    'two|zwei|deux|dos|dois|duas|due|twee',
    'three|drei|trois|tres|tre|drie',
    'four|vier|quatre|cuatro|quatro|quattro',
    'five|funf|cinq|cinco|cinque|vijf',
    'six|sechs|seis|sei|zes',
    'seven|sieben|sept|siete|sete|sette|zeven',
    'eight|acht|huit|ocho|oito|otto',
    'nine|neun|neuf|nueve|nove|negen',
    'ten|zehn|dix|diez|dez|dieci|tien',
    'eleven|elf|onze|once|undici',
    'twelve|zwolf|douze|doce|doze|dodici|twaalf',
  ].flatMap((words, index) => words.split('|').map((word) => [word, index + 1])),
);
const MORE_NUMBER_WORDS: Readonly<Record<string, number>> = {
  ...{
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    hundred: 100,
    zwanzig: 20,
    dreissig: 30,
    funfzig: 50,
  },
  ...{
    hundert: 100,
    vingt: 20,
    trente: 30,
    cinquante: 50,
    cent: 100,
    veinte: 20,
    treinta: 30,
    cincuenta: 50,
    cien: 100,
  },
  ...{ vinte: 20, trinta: 30, cinquenta: 50, cem: 100, venti: 20, trenta: 30, cinquanta: 50, cento: 100, twintig: 20 },
  ...{ dertig: 30, vijftig: 50, honderd: 100 },
};
const ALL_WORDS = { ...NUMBER_WORDS, ...MORE_NUMBER_WORDS };
const AMOUNT = `(?:(?<![\\p{L}\\d.,])(?:\\d{1,3}(?:[.,'\\s]\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)?))`;
const WORD_AMOUNT = `(?:${AMOUNT}|(?<![\\p{L}\\d])(?:${Object.keys(ALL_WORDS).join('|')})(?![\\p{L}\\d]))`;
const SCALE = `(?:\\s?(k|tsd|mil|mille|thousand|tausend|duizend|mila|million\\p{L}*|millon\\p{L}*|milhao|milioni|mio)(?![\\p{L}]))?`;

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
    source:
      '€|\\$|£|euros?|eur|dollars?|dolares|dollari|usd|gbp|pounds?|pfund|quid|chf|franken|francs?|reais|real|pesos?|bucks|libras|sterline',
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
const NOW_BEFORE =
  /(?:\b(?:can|could|now|currently|already|so far|i (?:run|jog|walk|swim|ride|cycle|bike|lift|bench|squat|deadlift|climb|do|manage)|ich (?:schwimme|gehe|fahre|mache|jogge|hebe)|je (?:nage|marche|fais|roule|souleve)|(?:corro|nado|levanto|pedalo|nuoto|cammino|caminho|sollevo)|ik (?:loop|ren|zwem|fiets|wandel|doe|til)|longest (?:run|ride|walk|swim|hike)|(?:i|we) have|have saved|i've (?:saved|written|read|sent|done)|wrote|i weigh|i'm at|kann|schaffe|laufe|derzeit|aktuell|zurzeit|jetzt|habe|schon|bereits|wiege|actuellement|deja|j'ai|je cours|je pese|puedo|ahora|actualmente|ya|tengo|peso|consigo|agora|atualmente|ja tenho|tenho|posso|adesso|attualmente|gia|ho|riesco|kan|nu|momenteel|heb|weeg|from|von|desde|dal|van)\b)[^.;!?\d]{0,25}$/u;
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
const RATE_AFTER =
  /^\s*(?:\/\s*|(?:a|an|per|each|every|pro|im|in der|par|al|por|all'|alla|allo|au|ao|elke)\s+)(?:day|week|month|year|tag|woche|monat|jahr|jour|semaine|mois|an|dia|semana|mes|ano|giorno|settimana|mese|anno|dag|maand|jaar|night|hour|stunde)|^\s*(?:monatlich|wochentlich|taglich|monthly|weekly|daily|netto)/u;
const TARGET_FROM =
  /(?:from|von|de|desde|da|dal|van)\s+(\d+(?:[.,]\d+)?)\s*(?:[\p{L}€$£%]+\s*)?(?:to|auf|bis|a|à|para|hasta|naar|tot)\s+$/u;
/** "40,000 of 75,000 words": what is there, and before it what is wanted. */
const OUT_OF = /(?<![\p{L}\d.,])(\d+(?:[.,]\d+)*)\s?(k|tsd|mil)?\s+(?:(?:out )?of|von|sur|de|di|su|van(?: de)?)\s+$/u;

/** Every amount of a kind that a text names. `bare` also takes a number without a unit, for the answer to a question. */
export function findMentions(reader: Reader, text: string, bare = false): Mention[] {
  const folded = fold(text);
  if (reader.kind === 'choice' || reader.kind === 'text') return [];
  if (reader.kind === 'number') return numbersAfter(reader, folded, bare);
  const found =
    reader.kind === 'count'
      ? counts(reader.units, folded).filter(({ value }) => value >= (reader.least ?? 0))
      : amounts(reader.kind, folded).filter((each) => fits(reader, each, bare));
  if ('named' in reader && !found.some(({ role }) => role === 'target')) {
    const named = Object.entries(reader.named ?? {}).find(([phrase]) => patternFor([phrase])?.test(folded));
    if (named) found.push({ value: named[1], role: 'target', unit: '' });
  }
  const [number] = bare && found.length === 0 ? (folded.match(new RegExp(WORD_AMOUNT, 'u')) ?? []) : [];
  return number ? [{ value: toNumber(number), role: 'target', unit: '' }] : found;
}

function fits(reader: Reader, { value, clause = '' }: Mention, bare: boolean): boolean {
  if (reader.kind === 'count' || reader.kind === 'number' || reader.kind === 'choice' || reader.kind === 'text')
    return true;
  const { near, least = 0, most = Number.POSITIVE_INFINITY } = reader;
  return value >= least && value <= most && (bare || !near || Boolean(clause.match(patternFor(near) ?? /$^/)));
}

/** The value of an amount as written: "3,000", "3.000", "1,5", "twelve". */
export function toNumber(written: string): number {
  const text = written.trim();
  const word = Object.entries(ALL_WORDS).find(([name]) => name === text);
  if (word) return word[1];
  if (/^\d{1,3}(?:[.,'\s]\d{3})+$/.test(text)) return Number(text.replace(/[.,'\s]/g, ''));
  return Number(text.replace(',', '.'));
}

function amounts(kind: keyof typeof UNITS, folded: string): Mention[] {
  const { source, scale } = UNITS[kind];
  const before = kind === 'money' ? `(?:(€|\\$|£|chf|eur|usd)\\s?)?` : '()';
  const after = kind === 'money' ? `(?:\\s?(${source})(?!\\p{L}))?` : `\\s?-?(${source})(?!\\p{L})`;
  const pattern = new RegExp(`${before}(${AMOUNT})${kind === 'distance' ? '()' : SCALE}${after}`, 'gu');
  return [...folded.matchAll(pattern)].flatMap((match) => {
    const [whole, sign = '', number = '', thousands = '', unit = ''] = match;
    const factor = /^mi(?:l+i?[oó]n|o$|lh)/.test(thousands) ? 1e6 : thousands ? 1000 : 1;
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
    const isOwn = found[0]?.role !== 'target' && (found[0]?.role === 'rate' || NO_OTHER_UNIT.test(folded.slice(end)));
    return isBare && !isOwn ? [] : found;
  });
}

function counts(units: Parameters<typeof patternFor>[0], folded: string): Mention[] {
  const unit = patternFor(units);
  if (!unit) return [];
  const pattern = new RegExp(`(${WORD_AMOUNT})${SCALE}(?:\\s+|-)(?:[\\p{L}€$£]+[\\s-]+){0,2}?(?:${unit.source})`, 'gu');
  return [...folded.matchAll(pattern)].flatMap((match) => {
    const [whole, number = '', thousands] = match;
    const value = toNumber(number) * (thousands ? 1000 : 1);
    return mention(value, '', folded, match.index, match.index + whole.length, 1);
  });
}

function numbersAfter({ after, words }: Reader & { kind: 'number' }, folded: string, bare: boolean): Mention[] {
  const lead = patternFor(after);
  const source = `${bare ? '' : `(?:${lead?.source ?? '$^'})[^\\d.]{0,12}?`}(${words ? WORD_AMOUNT : AMOUNT})${SCALE}`;
  return [...folded.matchAll(new RegExp(source, 'gu'))].map(([, number = '', thousands]) => {
    return { value: toNumber(number) * (thousands ? 1000 : 1), role: 'target', unit: '' };
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

/** The inches of "5'9", the centimetres of "1m75". */
function restOfHeight(unit: string, rest: string): number {
  const [, more = ''] = /^\s?(\d{1,2})(?![\d.,]*\d|\s?(?:kg|lb|pound))/u.exec(rest) ?? [];
  return Number(more) * (unit.startsWith('m') ? 1 : 2.54);
}

/** A distance a day, a month or a year as one a week. */
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
      { value: toNumber(part) * (thousands ? 1000 : 1) * scale, role: 'now', unit },
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
