import { LANGUAGES, type Language } from '../../../language/languages.ts';
import { AMOUNT, CURRENCY, SCALE, thousandsOf, toNumber } from '../../playbooks/mentions.ts';
import type { Described, Remark } from './remark.ts';

/** What makes an amount the most that is spent, before it and after it, by language. */
const CAPS: Readonly<Record<Language, readonly [before: string, after: string]>> = {
  en: [
    'budget(?: (?:is|of|about|around|around about))*:?|max(?:imum)?(?: of)?|at most|up to|no more than|not more than|under|less than|within|can spend|want to spend|to spend|only have|have only|limit(?: is| of)?|(?:i|we) have|there (?:is|are)',
    'max(?:imum)?|at most|tops|budget|to spend|limit|altogether|for the start|for everything',
  ],
  de: [
    'budget(?: (?:von|ist|etwa|rund))*:?|hochstens|maximal|max\\.?|bis zu|nicht mehr als|unter|weniger als|habe nur|haben nur|(?:ich habe|wir haben)',
    'hochstens|maximal|max|budget|zur verfugung|insgesamt',
  ],
  fr: [
    "budget(?: (?:de|est|d'environ|environ))*:?|maximum|max|au plus|pas plus de|moins de|jusqu'a|dispose de|n'ai que|j'ai|nous avons|on a",
    'maximum|max|au plus|grand maximum|de budget|en tout',
  ],
  es: [
    'presupuesto(?: (?:de|es|unos))*:?|como mucho|maximo(?: de)?|no mas de|menos de|hasta|solo tengo|dispongo de|tengo|tenemos',
    'como mucho|maximo|de presupuesto|en total',
  ],
  pt: [
    'orcamento(?: (?:de|e|uns))*:?|no maximo|maximo(?: de)?|ate|menos de|nao mais de|so tenho|tenho so|tenho|temos',
    'no maximo|de orcamento|no total',
  ],
  it: [
    'budget(?: (?:di|e|circa))*:?|massimo|al massimo|non piu di|meno di|fino a|ho solo|ho|abbiamo',
    'massimo|al massimo|di budget|in tutto',
  ],
  nl: [
    'budget(?: (?:van|is|ongeveer))*:?|maximaal|max|hoogstens|hooguit|niet meer dan|minder dan|onder de|heb maar|ik heb|we hebben',
    'maximaal|max|hoogstens|hooguit|budget|in totaal',
  ],
};
const RATES: readonly (readonly [RegExp, string])[] = [
  [
    /^\s*(?:a|per|each|every|pro|die|in der|par|la|por|a la|all[ao]?|alla|al|cada|elke)\s?'?(?:week|woche|semaine|semana|settimana)/u,
    'a week',
  ],
  [/^\s*(?:a|per|each|every|pro|im|par|le|al|por|ao|cada|elke)\s(?:month|monat|mois|mes|mese|maand)/u, 'a month'],
  [
    /^\s*(?:each|per (?:person|head)|a head|pro (?:person|kopf)|par (?:personne|tete)|por (?:persona|pessoa|cabeza|cabeca)|a (?:testa|persona)|cada (?:uno|um)|per persoon)/u,
    'a person',
  ],
];
/** Another rate is no whole: "an hour", "a day". */
const OTHER_RATE = /^\s*(?:\/|(?:an?|per|pro|par|por|al|a la|ao|all)\s?'?\p{L}+)/u;
/** Paid out or in, not spent on this. */
const NO_CAP =
  /(?:earn|salary|rent|paid|owe|debt|loan|save|saving|miete|schuld|spar|loyer|dette|alquiler|deuda|ahorr|aluguel|renda|divida|poupar|affitto|debito|risparmi|huur|schuld|spaar|verdien|gehalt|gagne|gano|ganho|guadagn)[^.;]{0,20}$/u;
/** Money that is owed, earned or put aside already is not there to be spent. */
const NOT_TO_SPEND =
  /^[^.;,]{0,25}(?:debts?|owed|saved|savings|loan|invested|income|salary|rent|left to pay|schulden|gespart|erspart|kredit|gehalt|miete|dettes?|economis|epargn|pret|salaire|loyer|deuda|ahorrad|prestamo|sueldo|alquiler|divida|poupad|guardad|emprestimo|salario|renda|debit|risparmi|prestito|stipendio|affitto|schuld|gespaard|lening|salaris|huur)/u;
const LEAST = 10;

const FIGURE = `(?:(€|\\$|£)\\s?)?(${AMOUNT})${SCALE}(?:\\s?(${CURRENCY})(?!\\p{L}))?`;
const patterns = Object.fromEntries(
  LANGUAGES.map((language) => {
    const [before, after] = CAPS[language];
    const lead = `(?<!\\p{L})(?:${before})\\s(?:(?:of|about|around|only|etwa|rund|circa|ca\\.?|environ|unos|cerca de|ongeveer|a|las?|os|les|de)\\s)*`;
    return [
      language,
      { before: new RegExp(`${lead}${FIGURE}`, 'gu'), after: new RegExp(`${FIGURE}\\s(?:${after})(?!\\p{L})`, 'gu') },
    ];
  }),
) as Record<Language, { before: RegExp; after: RegExp }>;

const BUYS = /^(?:Buy|Book|Order|Hire|Rent|Reserve|Shop|Get|Choose and buy|Pick and buy)\b/u;

/** Reads the most that may be spent, where the playbook is about no sum of its own: "budget of 400 euros", "höchstens 120 Euro", "Max 20 euros a month". */
export function readMoney({ language, sentences, playbook }: Described): Remark[] {
  // A plan about a sum, to be saved or paid off, has its own arithmetic.
  if (playbook.total !== undefined) return [];
  const { before, after } = patterns[language];
  for (const { folded } of sentences) {
    for (const match of [...folded.matchAll(before), ...folded.matchAll(after)]) {
      const [whole, sign, written = '', scale, unit] = match;
      if ((!sign && !unit) || NO_CAP.test(folded.slice(0, match.index))) continue;
      const value = toNumber(written) * thousandsOf(scale);
      const rest = folded.slice(match.index + whole.length);
      const rate = RATES.find(([words]) => words.test(rest))?.[1];
      if (!(value >= LEAST) || NOT_TO_SPEND.test(rest) || (!rate && OTHER_RATE.test(rest))) continue;
      return [capOf(value, sign ?? unit ?? '', rate)];
    }
  }
  return [];
}

function capOf(value: number, unit: string, rate: string | undefined): Remark {
  const say = (amount: number) => sayMoney(amount, unit);
  const spare = Math.max(1, Math.round(value / 10));
  const limit = `${say(value)}${rate ? ` ${rate}` : ''}`;
  return {
    id: 'cap',
    title: rate
      ? `Set out what the ${limit} must cover, before you buy or book anything`
      : `Divide the ${limit} before you buy anything: what is needed, what can be borrowed, ${say(spare)} kept back`,
    how: 'One line for each thing with its price, the most important first. Note what is spent on the same page, so that you see what is left.',
    done: `${say(value)} divided`,
    day: 1,
    used: new RegExp(`(?<![\\d.,])${say(value).replace(/[.$]/gu, '\\$&')}(?!\\d)`, 'u'),
    ...(rate ? {} : { adds: { to: BUYS, how: `Keep within the ${limit}.` } }),
  };
}

const UNITS: readonly (readonly [RegExp, (amount: string) => string])[] = [
  [/€|eur/u, (amount) => `${amount} euros`],
  [/£|gbp|pound|quid|libras|sterline|pfund/u, (amount) => `£${amount}`],
  [/chf|frank|franc/u, (amount) => `${amount} francs`],
  [/rea(?:l|is)/u, (amount) => `${amount} reais`],
  [/peso/u, (amount) => `${amount} pesos`],
];

function sayMoney(value: number, unit: string): string {
  const amount = value.toLocaleString('en-US', { maximumFractionDigits: 0 });
  const say = UNITS.find(([words]) => words.test(unit))?.[1] ?? ((text: string) => `$${text}`);
  return say(amount);
}
