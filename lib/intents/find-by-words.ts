import { differInVerb } from './verbs.ts';

const fillers = new Set(
  'the a an in about from get do make take have go my our one ones task tasks goal goals thing that this to for of on at and with session please it next first last other'.split(
    ' ',
  ),
);

/**
 * Finds what words such as "the gym one" name, by the words that titles share with them; several where several match as
 * well. A word matches one that begins with it, and its own stem ("running", "run"); titles that hold more of the words win,
 * and a title said in full wins over them. "Buy the car" is not "Wash the car".
 */
export function findByWords<T extends { title: string }>(all: T[], words: string): T[] {
  const items = all.filter(({ title }) => !differInVerb(words, title));
  const said = wordsOf(words);
  const wanted = said.filter((word) => !fillers.has(word));
  const scored = items.map((item) => {
    const title = wordsOf(item.title);
    const telling = title.filter((word) => !fillers.has(word));
    const shared = wanted.reduce((sum, word) => sum + Math.max(0, ...telling.map((known) => likeness(word, known))), 0);
    return { item, score: title.join(' ') === said.join(' ') ? Infinity : shared };
  });
  const best = Math.max(inflected, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ item }) => item);
}

/** Tells whether words name nothing in particular: "it", "the task". That is clear where there is one alone. */
export function namesNothing(words: string): boolean {
  return wordsOf(words).every((word) => fillers.has(word));
}

function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|['’]s\b/gu, '');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Score of a word that is an inflected form of the one in a title: "run" names "Run 4 km" rather than "Check your running shoes". */
const inflected = 0.9;

function likeness(said: string, known: string): number {
  if (said === known) return 1;
  return alike(said, known) ? inflected : 0;
}

/**
 * Equal, or one begins with the other and both have at least three letters. Where the said word is the longer one, a beginning
 * of three or four letters is chance ("bus", "business") unless an ending follows ("run", "running").
 */
function alike(said: string, known: string): boolean {
  if (said === known) return true;
  if (said.length >= 3 && known.startsWith(said)) return true;
  if (known.length < 3 || !said.startsWith(known)) return false;
  return known.length > 4 || new RegExp(`^${known}${known.at(-1)}?(?:s|es|ed|er|ing)$`, 'u').test(said);
}
