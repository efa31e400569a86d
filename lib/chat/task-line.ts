import { isCommand } from '../intents/verbs.ts';
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

const AND =
  /\s*(?:,? (?:oh,? |ach,? )?(?:and|und|et|y|e|ed|en)(?: (?:also|auch|aussi|también|também|anche|ook))?|[;,]) /iu;

/** The tasks of a line that names several, each with a time of its own: "call mum at noon and dinner at 7"; else none. */
export function tasksOf(line: string, moment: Moment): SplitLine[] {
  const parts = line.split(AND);
  if (parts.length < 2) return [];
  const tasks = parts.map((part) => splitTaskLine(part, moment));
  const [first, ...later] = tasks;
  // "Ring the dentist at 3 tomorrow and pick up milk": the milk is of the same day, at no time of its own.
  if (first?.when && later.every(({ title, when }) => !when && isDeed(title))) {
    const day = dayOf(first.when, moment);
    return day ? [first, ...later.map(({ title }) => ({ title: withoutLead(title), when: day }))] : [];
  }
  return tasks.every(({ title, when }) => when && /\p{L}{2}/u.test(title) && !saysOnlyWhen(title, moment)) ? tasks : [];
}

/** How a deed of its own begins: a verb of the language. */
const DEED =
  /^(?:(?:que )?(?:je |j')\p{L}+|\p{L}{2,}(?:er|ir|re|ar|are|ere|ire)) \S+|^(?:danach |dann )?noch \S+ \p{L}+en$|^nog \S+ \p{L}+en$|^.{2,} (?:kaufen|holen|abholen|bezahlen|anrufen|kopen|halen|ophalen|betalen|bellen)$/iu;
const SPOKEN_OF =
  /(?:^| )(?:him|her|them|it|there|ihn|ihm|ihr|sie|es|hem|haar|hen|lui|leur|lo|la|le|les|li) *$|\b(?:him|them|it)\b/iu;

/** Whether a part of a line is a thing to do that can stand alone. */
function isDeed(title: string): boolean {
  return title.includes(' ') && !SPOKEN_OF.test(title) && (isCommand(title) || DEED.test(title));
}

const withoutLead = (title: string): string => {
  const plain = title.replace(/^(?:que )?(?:je |j')|^(?:danach |dann )?noch |^nog /iu, '');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
};

function dayOf(when: string, moment: Moment): string | undefined {
  const read = readWhen(when, moment);
  return read.kind === 'instant' ? read.date : undefined;
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
