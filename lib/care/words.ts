import type { Language } from '../language/languages.ts';
import { compile, type Phrases } from './phrases.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import it from './words/it.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };
import pt from './words/pt.json' with { type: 'json' };

/** What the lists tell apart. `…_topic` is what is only talked about; `quiet` are idioms that mean nothing of the kind. */
export const LABELS = [
  'quiet',
  'crisis',
  'crisis_topic',
  'violence',
  'violence_topic',
  'purging',
  'eating',
  'medicine',
  'withdrawal',
  'pregnancy',
  'injury',
  'age',
  'pupil',
  'my_child',
  'child_body',
  'child_diet',
] as const;
export type Label = (typeof LABELS)[number];

export type Found = { label: Label; language: Language; from: number; to: number };

const LISTS = [en, de, fr, es, pt, it, nl];

/** The word groups of a language, for other lists that speak of the same things. */
export function groupsOf(language: string): Phrases {
  return LISTS.find((list) => list.language === language)?.groups ?? {};
}

const find = compile<{ label: Label; language: Language }>(
  LISTS.map(({ language, groups, rules }) => ({
    groups,
    phrases: LABELS.map((label) => [{ label, language: language as Language }, rules[label]]),
  })),
);

/**
 * Finds what the lists of all seven languages say about folded words. The wider reading wins: an idiom silences what lies in
 * it, and a topic ("a novel about …", "my friend wants to …") the shorter phrases in it of its own language.
 */
export function findWords(words: readonly string[]): Found[] {
  const found = find(words).map(({ tag, from, to }) => ({ ...tag, from, to }));
  const widest = found.sort((a, b) => a.from - b.from || b.to - a.to || rank(a) - rank(b));
  let idiom: Found | undefined;
  const topics = new Map<Language, Found>();
  return widest.filter((match) => {
    if (match.label === 'quiet') {
      if (match.to > (idiom?.to ?? 0)) idiom = match;
      return false;
    }
    const topic = topics.get(match.language);
    const isSilenced = lies(match, idiom) || (lies(match, topic) && size(match) < size(topic));
    if (!isSilenced && match.label.endsWith('_topic') && match.to > (topic?.to ?? 0)) topics.set(match.language, match);
    return !isSilenced;
  });
}

/** Idioms come before what has the same words. */
function rank({ label }: Found): number {
  return label === 'quiet' ? 0 : 1;
}

/** Whether a match lies in another one, which began no later as they are sorted. */
function lies(match: Found, inside: Found | undefined): inside is Found {
  return inside !== undefined && match.to <= inside.to;
}

function size({ from, to }: Found): number {
  return to - from;
}

const markers = LISTS.map(({ language, markers }) => ({ language: language as Language, words: new Set(markers) }));

/** The language that most of the words are markers of, or null where none of them is. */
export function guessLanguage(words: readonly string[]): Language | null {
  const counts = markers.map(({ language, words: known }) => ({
    language,
    count: words.filter((word) => known.has(word)).length,
  }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count > 0 ? best.language : null;
}
