import { bestLanguage } from '../language/coverage.ts';
import { readTaskLine } from '../language/line.ts';
import { type Moment, readWhen, WHEN_CHARACTERS_MAX } from '../language/when.ts';

/** What is to be done, and the words that say when. */
export type SplitLine = { title: string; when?: string };

/** Parts a line such as "buy flowers tomorrow at 5" into what is to be done and when. */
export function splitTaskLine(line: string, moment: Moment): SplitLine {
  const { title, read } = readTaskLine(line, moment);
  const when = read.map(({ words }) => words).join(' ');
  return { title: tidy(title), ...(when ? { when } : {}) };
}

const AND = /\s*(?:[;,]|,? (?:and|und|et|y|e|ed|en)(?: (?:also|auch|aussi|también|também|anche|ook))?) /iu;

/** The tasks of a line that names several, each with a time of its own: "call mum at noon and dinner at 7"; else none. */
export function tasksOf(line: string, moment: Moment): SplitLine[] {
  const parts = line.split(AND);
  if (parts.length < 2) return [];
  const tasks = parts.map((part) => splitTaskLine(part, moment));
  return tasks.every(({ title, when }) => when && /\p{L}{2}/u.test(title) && !saysOnlyWhen(title, moment)) ? tasks : [];
}

/** Whether words are a time that can be read, and nothing else: "the weather tomorrow" is more than a time. */
export function isTime(words: string, moment: Moment): boolean {
  return saysOnlyWhen(words, moment) && readWhen(words, moment).kind !== 'unclear';
}

/** Whether every word is one about time, or one that leads to it. */
export function saysOnlyWhen(words: string, moment: Moment): boolean {
  const p = bestLanguage(words, moment, WHEN_CHARACTERS_MAX);
  for (let at = 0; at < p.tokens.length; ) {
    const hits = [...p.hits(at).values()];
    if (
      hits.length === 0 &&
      /^\p{L}/u.test(p.word(at)) &&
      !/^(?:am|pm|h|a|all|whole|rest|my|uhr|st|nd|rd|th)$/.test(p.word(at))
    )
      return false;
    at = Math.max(at + 1, ...hits.map(({ next }) => next));
  }
  return true;
}

/** A title without the words around it that say nothing, its first letter a capital. */
function tidy(title: string): string {
  const plain = title
    .trim()
    .replace(/^(?:to|that|i (?:need|have) to|an? (?:task|reminder|to-?do) (?:to|for))\s+/i, '')
    .replace(/^["“'](.*)["”']$/, '$1')
    .replace(/[.,;:!]+$/, '')
    .trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
