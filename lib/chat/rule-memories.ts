import { findByWords } from '../intents/find-by-words.ts';
import { shortTitle } from '../intents/speech.ts';
import type { Language } from '../language/languages.ts';
import { quote, WORDS } from './rule-words.ts';
import type { RuleContext, Ruled } from './ruled.ts';

/** Other words for what is asked for: whoever moved to a place lives there. */
const ALSO_SAID: Record<string, string> = { live: 'live moved home', work: 'work job employer' };

/** Returns the answer to what is remembered, or to a question about a part of it. */
export function recall(query: string | undefined, { memories, language }: RuleContext): Ruled {
  const words = WORDS[language];
  if (memories.length === 0) return { text: query ? words.notKnown : words.knownNothing };
  if (query === undefined)
    return { text: [words.known, ...memories.slice(0, 20).map(({ text }) => `• ${quote(text, language)}`)].join('\n') };
  const found = findByWords(titlesOf(memories), ALSO_SAID[query.toLowerCase()] ?? query.replace(/'s\b/g, ''));
  return { text: found.length ? sayMemories(found.slice(0, 5), language) : words.notKnown };
}

/** Says what is remembered in the person's own words, as theirs. */
export function sayMemories(found: { title: string }[], language: Language): string {
  return WORDS[language].told.replace('{x}', () =>
    found.map(({ title }) => quote(shortTitle(title), language)).join(', '),
  );
}

/** What is remembered, as things that words can name. */
export const titlesOf = (memories: RuleContext['memories']) => memories.map(({ text }) => ({ title: text }));
