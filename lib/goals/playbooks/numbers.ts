import { LANGUAGES, type Language } from '../../language/languages.ts';
import { numberWordsOf } from '../../language/lexicon.ts';

/** Articles that count, and the hundred. */
const MORE: Readonly<Record<Language, readonly (readonly [string, number])[]>> = {
  en: [['hundred', 100]],
  de: [
    ['ein', 1],
    ['eine', 1],
    ['einen', 1],
    ['hundert', 100],
  ],
  fr: [['cent', 100]],
  es: [['cien', 100]],
  pt: [['cem', 100]],
  it: [['cento', 100]],
  nl: [['honderd', 100]],
};

/** Returns the number words of a language with their values, folded, from `least` on. */
const wordsOf = (language: Language, least: number) =>
  [...numberWordsOf(language), ...MORE[language]].filter(([, value]) => value >= least);

const patterns = new Map<string, string>();

/** Returns the source of a pattern for the number words of a language: "once" is eleven in Spanish and none in English. */
export function numberPattern(language: Language, least = 1): string {
  const key = `${language} ${least}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const names = wordsOf(language, least).map(([name]) => name.replaceAll('ss', '(?:ss|ß)').replaceAll(' ', '[ -]'));
  // Longer words stand before those that they begin with.
  const pattern = names.sort((a, b) => b.length - a.length).join('|');
  patterns.set(key, pattern);
  return pattern;
}

let values: ReadonlyMap<string, number> | undefined;

/** Returns the value of a folded number word of any language, as `numberPattern` found it. */
export function numberNamed(word: string): number | undefined {
  values ??= new Map(LANGUAGES.flatMap((language) => wordsOf(language, 1)));
  return values.get(word.replaceAll('ß', 'ss').replaceAll('-', ' '));
}
