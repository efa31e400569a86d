import { LANGUAGES, type Language, languageOf } from './languages.ts';
import { type Sense, THINGS } from './lexicon.ts';
import { Phrases } from './phrases.ts';
import { tokenise } from './tokens.ts';

/** Whose words are read: the language of their conversation and the locale of their account, where these are known. */
type Reader = { language?: Language | undefined; locale?: string | null | undefined };

/**
 * Returns the text as the phrases of the language that knows most of its words of time; the preferred one where several know as many.
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
    const known = coverage(other, true);
    if (known > most) [best, most] = [other, known];
  }
  return best;
}

/** Returns how many tokens belong to a phrase of the language; words that only join others count half. */
export function coverage(p: Phrases, isOther = false): number {
  let known = 0;
  for (let at = 0; at < p.tokens.length; ) {
    if (!/^\p{L}/u.test(p.word(at))) {
      known += 1;
      at += 1;
      continue;
    }
    // "Sort out the loft": a month's short name says nothing without its day.
    const isShort = isOther && p.word(at).length < 4 && [at - 1, at + 1].every((near) => p.digits(near) === undefined);
    const hits = [...p.hits(at)].filter(([sense]) => !WEAK.has(sense) && !(isShort && sense === 'month'));
    // A "no" alone may be the Portuguese "in the".
    const next = isOther && p.word(at) === 'no' ? at : Math.max(at, ...hits.map(([, hit]) => hit.next));
    const weak = !isShort && p.hits(at).size > 0;
    // "Le 3", "dia 3": what leads to a number tells as much as a word of time.
    known += next > at ? next - at : weak ? (p.digits(at + 1) === undefined ? 0.5 : 1) : 0;
    at = next > at ? next : at + 1;
  }
  return known;
}

// biome-ignore format: names are read in lines
const WEAK: ReadonlySet<Sense> = new Set<Sense>([
  ...THINGS,
  'one', 'on', 'the', 'of', 'link', 'to', 'morning', 'thing', 'want', 'was', 'usual', 'since', 'be', 'cap',
  'habit', 'old', 'per', 'and', 'filler',
]);
