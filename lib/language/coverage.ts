import { LANGUAGES, type Language, languageOf } from './languages.ts';
import { Phrases } from './phrases.ts';
import { tokenise } from './tokens.ts';

/** Whose words are read: the language of their conversation and the locale of their account, where these are known. */
type Reader = { language?: Language | undefined; locale?: string | null | undefined };

/**
 * The text as the phrases of the language that knows most of its words of time; the preferred one where several know as many.
 * What says when is short, so its words of time tell more than its grammar does.
 */
export function bestLanguage(text: string, { language, locale }: Reader, charactersMax: number): Phrases {
  const tokens = tokenise(text, charactersMax);
  const preferred = language ?? languageOf(locale);
  let best = new Phrases(text, preferred, tokens, locale);
  let most = coverage(best);
  for (const language of LANGUAGES) {
    if (language === preferred || most >= tokens.length) continue;
    const other = new Phrases(text, language, tokens, locale);
    const known = coverage(other);
    if (known > most) [best, most] = [other, known];
  }
  return best;
}

/** How many tokens belong to a phrase of the language; words that only join others count half. */
function coverage(p: Phrases): number {
  let known = 0;
  for (let at = 0; at < p.tokens.length; ) {
    if (!/^\p{L}/u.test(p.word(at))) {
      known += 1;
      at += 1;
      continue;
    }
    const hits = [...p.hits(at)].filter(([sense]) => !WEAK.has(sense));
    const next = Math.max(at, ...hits.map(([, hit]) => hit.next));
    const weak = p.hits(at).size > 0;
    // "Le 3", "dia 3": what leads to a number tells as much as a word of time.
    known += next > at ? next - at : weak ? (p.digits(at + 1) === undefined ? 0.5 : 1) : 0;
    at = next > at ? next : at + 1;
  }
  return known;
}

const WEAK = new Set([
  'one',
  'on',
  'the',
  'of',
  'link',
  'to',
  'evening',
  'morning',
  'thing',
  'want',
  'was',
  'usual',
  'since',
  'be',
  'cap',
  'habit',
  'old',
  'per',
  'and',
  'filler',
]);
