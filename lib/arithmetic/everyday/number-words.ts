import type { Language } from '../../language/languages.ts';

const SMALL: Record<Language, string> = {
  en: 'two three four five six seven eight nine ten eleven twelve',
  de: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  fr: 'deux trois quatre cinq six sept huit neuf dix onze douze',
  es: 'dos tres cuatro cinco seis siete ocho nueve diez once doce',
  pt: 'dois três quatro cinco seis sete oito nove dez onze doze',
  it: 'due tre quattro cinque sei sette otto nove dieci undici dodici',
  nl: 'twee drie vier vijf zes zeven acht negen tien elf twaalf',
};
const GROUPS: Partial<Record<Language, string>> = {
  de: 'zweit dritt viert fünft sechst siebt acht neunt zehnt',
  nl: 'tweeën drieën vieren vijven zessen zevenen achten negenen tienen',
};
/** Nouns behind a number of people who share. */
export const HEAD_WORDS =
  'us|ways?|people|persons?|ppl|friends|guests|adults|personen|leuten?|freunden?|gäste|nous|personnes|amis|convives|personas|amigos|amigas|comensales|pessoas|persone|amici|mensen|vrienden|man(?= |$)|servings|portionen|porties|porzioni|porciones|porções|portions|couverts';

/** Words before a bare number that make it the number of people who share. */
const BEFORE =
  /(?:(?:^| )(?:we are|we're|wir sind|zu|on est|nous sommes|on sera|somos|éramos|estamos|siamo in|siamo|eravamo in|we zijn met|we waren met|met z'n|met zijn|z'n|split (?:between|by|in|into|among)|(?:shared|divided|split) (?:between|by|among)|entre los|entre as|entre os) )$/iu;

const heads = (words: string, first = 2) => words.split(' ').map((word, at): [string, number] => [word, at + first]);
const wordForms = Object.fromEntries(
  Object.entries(SMALL).map(([language, words]) => {
    const named = [...heads(words), ...heads(GROUPS[language as Language] ?? '')].filter(([word]) => word);
    return [language, new Map(named)];
  }),
);
const HEADS_BEHIND = new RegExp(`^ (?:(?:of|von|de) )?(?:${HEAD_WORDS})(?![\\p{L}])`, 'iu');

/** Reads how many share from where a text goes on: "zu viert", "six ways", "on est six", "siamo in 5". */
export function headsAt(text: string, before: string, language: Language): { value: number; length: number } | null {
  const word = /^(?:\d{1,2}(?![\d.:%])|[\p{L}]+)/u.exec(text)?.[0];
  if (!word) return null;
  const value = /^\d/.test(word) ? Number(word) : wordForms[language]?.get(word);
  if (!value) return null;
  const isLast = /^ ?(?:[,.?!]|$)/.test(text.slice(word.length));
  const alone = ({ fr: /(?:^| )à $/u, it: /(?:^| )in $/u } as Partial<Record<Language, RegExp>>)[language];
  if (isLast && /^\p{L}/u.test(word) && alone?.test(before)) return { value, length: word.length };
  const behind = HEADS_BEHIND.exec(text.slice(word.length));
  if (!behind && !(/^\d/.test(word) && /(?:^| )(?:zu|z'n) $/u.test(before) ? false : BEFORE.test(before))) return null;
  return { value, length: word.length + (behind?.[0].length ?? 0) };
}
