import {
  after,
  before,
  HAVE_AFTER,
  HAVE_BEFORE,
  HAVE_WORDS,
  LEFT_AFTER,
  LEFT_BEFORE,
  LEFT_WORDS,
  PERIOD,
  words,
} from './cues.ts';
import { AMOUNT, CURRENCY, SCALE, thousandsOf, toNumber } from './mentions.ts';
import { fold } from './phrases.ts';

/** What a text tells of the money of a goal; 0 where it tells nothing. */
export type Sums = {
  /** The whole sum: "need 11,400", "8,500 in total", of "between 3,000 and 4,000" the larger. */
  sum_total: number;
  /** Of such a span the smaller. */
  sum_low: number;
  /** What is there: "already saved 2,000", "4.000 habe ich schon". */
  sum_have: number;
  /** What is still missing or owed: "3.400 offen", "il me reste 2 800 à trouver". */
  sum_left: number;
  /** What can be put aside or paid in a month. */
  sum_monthly: number;
  /** What comes in each month. */
  sum_income: number;
};

type Role = 'total' | 'have' | 'left' | 'rate' | 'income' | 'cost' | 'maybe';
type Money = { value: number; role: Role; low?: number | undefined };

const FIGURE = new RegExp(
  `(?:(€|\\$|£|r\\$|chf|eur|usd)\\s?)?(${AMOUNT})${SCALE}(?:\\s?(${CURRENCY}|grand)(?!\\p{L}))?`,
  'gu',
);

const IN_CLAUSE = '[^.,;!?\\d]';

const PERIODS: readonly (readonly [RegExp, number])[] = [
  [/^(?:day|night|tag|jour|dia|giorno|dag)/u, 30.4],
  [/^(?:(?:two|2|other|second) week|fortnight|pay ?(?:check|cheque|day)|zwei wochen)/u, 2.17],
  [/^(?:week|woche|semaine|semana|settimana)/u, 4.345],
  [/^(?:month|mo|monat|mois|mes|mese|maand)/u, 1],
  [/^(?:quarter|quartal|trimestre|kwartaal)/u, 1 / 3],
  [/^(?:year|jahr|an|ano|anno|jaar)/u, 1 / 12],
];
const SPAN = `(?:two|2|other|second|zwei)?\\s?(?:paycheck|paycheque|pay ?day|${PERIOD})(?:s|en|n)?`;
const EACH =
  "(?:a|an|in a|per|each|every|pro|im|in der|jeden|jede|jedes|par|chaque|al|a la|por|cada|ao|all'|alla|ogni|elke)";
const RATE_AFTER = new RegExp(
  `^[^.,;!?\\d]{0,12}?(?:/\\s*|(?<!\\p{L})(?:${EACH}\\s+|all'|l'|(?:die|la)\\s+(?=stunde|hora)))(${SPAN})(?!\\p{L})`,
  'u',
);
const RATE_BEFORE = new RegExp(`(?<!\\d\\s?[€$£]?\\s)(?<!\\p{L})${EACH}\\s+(${SPAN})(?!\\p{L})[^.,;!?\\d]{0,30}$`, 'u');
/** "120 a shift", "15 €/h", "12 hourly". */
const EACH_ONE = /^\s?(?:\/\s?h(?!\p{L})|hourly|(?:an?|per|each|every|pro|je|par|por|cada|ogni|elke)\s+\p{L}{3,})/u;
const MONTHLY_AFTER = after('monthly|monatlich|mensuels?|mensuales|mensais|mensili|maandelijks|weekly|wochentlich', 4);
const MONTHLY_BEFORE = before('monthly|monatlich|mensuellement|mensualmente|mensalmente|mensilmente|maandelijks');

const INCOME = before(
  `earn|earns|earning|earned|make|makes|making|salary|income|wages?|take home|bring home|paid|verdiene|verdienen|verdient|gehalt|lohn|einkommen|netto|gagne|gagnons|salaire|touche|revenus?|gano|ganamos|cobro|cobramos|sueldo|salario|ingresos?|ganho|ganhamos|recebo|ordenado|rendimentos?|guadagno|guadagniamo|stipendio|reddito|verdien|verdienen|salaris|loon|inkomen`,
  22,
  IN_CLAUSE,
);
const COST = before(
  `rent|bills|spend|spending|expenses|living costs|costs are|costs about|fees|groceries|minimum payments?|miete|ausgaben|fixkosten|gebe|geben|loyer|depenses?|depense|charges|alquiler|gastos?|gastamos|aluguel|renda|despesas|gasto|affitto|spese|spendo|spendiamo|huur|uitgaven|vaste lasten`,
  22,
  IN_CLAUSE,
);
const RATE_VERB = before(
  `can (?:save|spare|put away|put aside|put in|pay|do|manage)|could save|kann|konnen|peux|pouvons|puedo|podemos|consigo|posso|riesco|kan`,
  24,
);
const TOTAL_BEFORE = before(
  `need|needs|cost|costs|total|target|goal|aim|save|save up|price|priced at|wants?|charges|asks|budget|is|are|worth|takes|brauche|brauchen|kostet|kosten|ziel|sparen|insgesamt|preis|besoin|faut|coute|coutent|objectif|prix|necesito|necesitamos|cuesta|cuestan|vale|objetivo|meta|presupuesto|precio|preciso|precisamos|custa|custam|orcamento|preco|servono|costa|costano|obiettivo|prezzo|nodig|kost|kosten|doel|prijs|begroting|bilancio`,
  26,
);
const TOTAL_WORDS = `in total|total|altogether|in all|enough|insgesamt|gesamt|en tout|au total|en total|no total|in tutto|in totale|in totaal|nodig|brauche|brauchen|sparen|ansparen|zusammen|economiser|ahorrar|poupar|juntar|risparmiare`;
const TOTAL_AFTER = after(TOTAL_WORDS, 10);
const ROLE_NEXT = after(`${HAVE_WORDS}|${LEFT_WORDS}|${TOTAL_WORDS}|monthly|weekly|monatlich|wochentlich`, 1);
const SPAN_BEFORE = new RegExp(
  `(?:^|${words('between|zwischen|entre|tra|fra|tussen|from|von|de|van|da|desde')}\\s*|(?<![\\p{L}\\d.,]))(?:€|\\$|£|r\\$)?\\s?(${AMOUNT})${SCALE}\\s?(?:${CURRENCY}|grand)?\\s?(?:-|–|(?<=\\s)(?:and|to|und|bis|et|a|y|e|en|tot|o|or|oder|ou)\\s)\\s?$`,
  'u',
);
const BETWEEN = new RegExp(`${words('between|zwischen|entre|tra|fra|tussen')}\\s*(?:€|\\$|£|r\\$)?\\s?$`, 'u');

/** "19,000 left after bills in a year" is what can be put aside, not what is missing. */
const LEFT_OVER = /^[^.,;!?\d]{0,6}(?<!\p{L})left (?:over|after)/u;
const IN_PERIOD = new RegExp(`${EACH}\\s+(${SPAN})(?!\\p{L})`, 'u');

/** Words that may follow an amount without its currency; before another word it counts something else. */
const NO_THING =
  /^\s*(?:$|[.,;:!?)/–-]|(?:a|an|per|each|every|and|but|or|so|in|for|by|of|to|at|is|more|extra|away|aside|from|with|plus|until|because|now|after|from|im|pro|netto|brutto|nets?|netos?|netti|lordi|liquidos|after tax|und|aber|fur|bis|von|zu|habe|hab|ist|sind|kann|mehr|par|et|mais|pour|de|au|a|en|d'ici|y|pero|para|al|por|hasta|e|mas|ate|ao|ma|entro|il|da|di|ogni|che|en|maar|voor|tot|elke|heb|ik)(?!\p{L}))/u;
/** What is no money though nothing follows: days, years, ages, pages. */
const NO_MONEY_BEFORE =
  /(?:(?<!\p{L})(?:page|seite|pagina|week|woche|day|tag|age|aged|year|jahr|since|seit|grade|level|turns?|turning|number|no|january|february|march|april|may|june|july|august|september|october|november|december)\.?|[#:x])\s?$/u;
const LEAST_BARE = 100;

/** Reads what the texts of a goal tell of its money, the first of each kind. */
export function sumsOf(texts: readonly string[]): Sums {
  const found = texts.flatMap((text) => moneyIn(fold(text)));
  const of = (role: Role) => found.filter((each) => each.role === role);
  const first = (role: Role) => of(role)[0]?.value ?? 0;
  const have = of('have').reduce((most, { value }) => Math.max(most, value), 0);
  const [total = of('maybe').find(({ value }) => value > have)] = of('total');
  return {
    sum_total: total?.value ?? 0,
    sum_low: total?.low ?? 0,
    sum_have: have,
    sum_left: first('left'),
    sum_monthly: first('rate'),
    sum_income: first('income'),
  };
}

function moneyIn(folded: string): Money[] {
  const both =
    /(?<!\p{L})(?:each of us|both of us|jeder von uns|chacun de nous|cada un[oa] de nosotr|cada um de nos|ciascuno di noi|ieder van ons)/u;
  const found: Money[] = [];
  let clauseFrom = 0;
  for (const match of folded.matchAll(FIGURE)) {
    const [whole, sign = '', number = '', scale, unit = ''] = match;
    const [from, to] = [match.index, match.index + whole.length];
    const value = toNumber(number) * thousandsOf(scale) * (unit === 'grand' ? 1000 : 1);
    const lead = folded.slice(Math.max(clauseFrom, from - 60), from);
    const rest = folded.slice(to, to + 40);
    if (
      /^\s?(?:%|percent|prozent|procent|per cent|pour cent|por ciento|por cento|:\d|\/\d)/u.test(rest) ||
      /\d[:/]$/.test(folded.slice(0, from))
    )
      continue;
    const isNamed = sign !== '' || unit !== '';
    const role = roleOf(lead, rest);
    // A number without its currency is money where its own words say so, not where it counts or dates something.
    if (!isNamed && !isBareMoney(number, value, role.role, rest, folded.slice(Math.max(0, from - 14), from))) continue;
    // The smaller of two amounts: the larger comes next.
    if (BETWEEN.test(lead) || (isNamed && /^\s?(?:-|–|to |bis )\s?[€$£]?\d/u.test(rest))) continue;
    const low = SPAN_BEFORE.exec(folded.slice(Math.max(0, from - 40), from));
    const times = role.times * (role.role === 'rate' && both.test(folded) ? 2 : 1);
    clauseFrom = to;
    found.push({
      value: value * times,
      role: role.role,
      low: low?.[1] ? toNumber(low[1]) * thousandsOf(low[2] ?? scale) : undefined,
    });
  }
  return found;
}

function isBareMoney(number: string, value: number, role: Role, rest: string, lead: string): boolean {
  const isYear = /^(?:19|20)\d\d$/u.test(number) && (role === 'maybe' || role === 'total');
  if (isYear || NO_MONEY_BEFORE.test(lead) || /[#'’]$/u.test(lead)) return false;
  if (!NO_THING.test(rest) && !ROLE_NEXT.test(rest)) return false;
  return value >= (role === 'rate' ? 10 : LEAST_BARE);
}

/** Returns the role of an amount by the words around it, and how many of its periods make a month. */
function roleOf(lead: string, rest: string): { role: Role; times: number } {
  if (LEFT_OVER.test(rest)) {
    const span = IN_PERIOD.exec(rest)?.[1]?.trim() ?? '';
    const perMonth = PERIODS.find(([pattern]) => pattern.test(span))?.[1];
    return perMonth ? { role: 'rate', times: perMonth } : { role: 'cost', times: 1 };
  }
  const period = RATE_AFTER.exec(rest)?.[1] ?? RATE_BEFORE.exec(lead)?.[1];
  const isMonthly = MONTHLY_AFTER.test(rest) || MONTHLY_BEFORE.test(lead);
  const times = isMonthly
    ? /^[^.,]{0,4}(?:weekly|wochentlich)/u.test(rest)
      ? 4.345
      : 1
    : (PERIODS.find(([pattern]) => period !== undefined && pattern.test(period.trim()))?.[1] ?? 0);
  // "20 an hour": how many hours a month has is not said.
  if (times === 0 && period !== undefined) return { role: 'cost', times: 1 };
  if (INCOME.test(lead))
    return times === 0 && EACH_ONE.test(rest) ? { role: 'cost', times: 1 } : { role: 'income', times: times || 1 };
  if (COST.test(lead)) return { role: 'cost', times: 1 };
  if (times > 0) return { role: 'rate', times };
  if (LEFT_AFTER.test(rest) || LEFT_BEFORE.test(lead)) return { role: 'left', times: 1 };
  if (HAVE_AFTER.test(rest)) return { role: 'have', times: 1 };
  if (TOTAL_AFTER.test(rest)) return { role: 'total', times: 1 };
  if (RATE_VERB.test(lead)) return { role: 'rate', times: 1 };
  const [have, total] = [lead.search(HAVE_BEFORE), lead.search(TOTAL_BEFORE)];
  // The nearer of two words counts: "have to save 5,000".
  if (have >= 0 && have > total && !/(?<!\p{L})(?:have|habe|haben|has|got) (?:to|zu) /u.test(lead))
    return { role: 'have', times: 1 };
  return { role: total >= 0 ? 'total' : 'maybe', times: 1 };
}
