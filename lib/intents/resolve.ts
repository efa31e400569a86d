const fillers = new Set(
  'the a an my our one ones task tasks goal goals thing that this to for of on at and with session please it'.split(
    ' ',
  ),
);

/**
 * Finds what words such as "the gym one" name, by the words that titles share with them; several where several match as
 * well. A word matches one that begins with it ("run", "running"); titles that hold more of the words win, and a title said
 * in full wins over them.
 */
export function findByWords<T extends { title: string }>(items: T[], words: string): T[] {
  const said = wordsOf(words);
  const wanted = said.filter((word) => !fillers.has(word));
  const scored = items.map((item) => {
    const title = wordsOf(item.title);
    const shared = wanted.filter((word) => title.some((known) => alike(word, known))).length;
    return { item, score: title.join(' ') === said.join(' ') ? Infinity : shared };
  });
  const best = Math.max(1, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ item }) => item);
}

/** Whether words name nothing in particular: "it", "the task". That is clear where there is one alone. */
export function saysNothing(words: string): boolean {
  return wordsOf(words).every((word) => fillers.has(word));
}

function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|['’]s\b/gu, '');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Equal, or one begins with the other and both have at least three letters. */
function alike(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a)));
}
