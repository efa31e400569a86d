import type { Language } from '../language/languages.ts';
import { compile, type Phrases } from './phrases.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import it from './words/it.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };
import pt from './words/pt.json' with { type: 'json' };

/**
 * The labels of the word lists. `others` is what the person would do to somebody, `threat` what somebody else would; `…_topic`
 * is what is only talked about; `quiet` are idioms that mean nothing of the kind. `frail` and `elder` make hard training a doctor's
 * question; `another` says whose illness or age it is, `for_another` that the goal is with or for them.
 */
export const LABELS = [
  'quiet',
  'crisis',
  'crisis_topic',
  'others',
  'threat',
  'violence',
  'violence_topic',
  'purging',
  'eating',
  'medicine',
  'withdrawal',
  'pregnancy',
  'injury',
  'frail',
  'elder',
  'another',
  'for_another',
  'age',
  'pupil',
  'my_child',
  'child_body',
  'child_diet',
] as const;
export type Label = (typeof LABELS)[number];

export type Found = { label: Label; language: Language; from: number; to: number };

const LISTS = [en, de, fr, es, pt, it, nl];

/** Returns the word groups of a language, for other lists that speak of the same things. */
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
 * it, what runs into it ("going to die | of laughter") and any topic around it, and a topic ("a novel about …", "my friend
 * wants to …") the shorter phrases in it of its own language. Who is to be hurt decides whose crisis it is: "how do I kill |
 * my boss" and "my husband wants to | kill me" are none of the person's own.
 */
export function findWords(words: readonly string[]): Found[] {
  const found = find(words).map(({ tag, from, to }) => ({ ...tag, from, to }));
  const idiomEnds = new Map<number, number>();
  for (const { label, from, to } of found) {
    if (label === 'quiet') idiomEnds.set(from, Math.max(to, idiomEnds.get(from) ?? 0));
  }
  const widest = found.filter(({ label }) => label !== 'quiet').sort((a, b) => a.from - b.from || b.to - a.to);
  const topics = new Map<Language, Found>();
  const aims = new Map<Language, Found>();
  let idiomEnd = 0;
  let at = 0;
  return widest.filter((match) => {
    for (; at <= match.from; at += 1) idiomEnd = Math.max(idiomEnd, idiomEnds.get(at) ?? 0);
    const isTopic = match.label.endsWith('_topic');
    const isAim = match.label === 'others' || match.label === 'threat';
    const around = (wider: Found | undefined) =>
      wider !== undefined && match.to <= wider.to && size(match) < size(wider);
    const isSilenced =
      match.to <= idiomEnd ||
      runsInto(idiomEnds, match, isTopic) ||
      around(topics.get(match.language)) ||
      (match.label === 'crisis' && around(aims.get(match.language)));
    const wider = isTopic ? topics : isAim ? aims : undefined;
    if (!isSilenced && wider && match.to > (wider.get(match.language)?.to ?? 0)) wider.set(match.language, match);
    return !isSilenced;
  });
}

/** Says whether an idiom begins within a match and ends after it, or for a topic also within it. */
function runsInto(idiomEnds: Map<number, number>, { from, to }: Found, endsWithin: boolean): boolean {
  for (let at = endsWithin ? from : from + 1; at < to; at += 1) {
    const end = idiomEnds.get(at);
    if (end !== undefined && (endsWithin || end > to)) return true;
  }
  return false;
}

function size({ from, to }: Found): number {
  return to - from;
}

const markers = LISTS.map(({ language, markers }) => ({ language: language as Language, words: new Set(markers) }));

/** Returns the language that most of the words are markers of, or null where none of them is. */
export function guessLanguage(words: readonly string[]): Language | null {
  const counts = markers.map(({ language, words: known }) => ({
    language,
    count: words.filter((word) => known.has(word)).length,
  }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count > 0 ? best.language : null;
}
