/** A sentence's end among folded words: no phrase reaches across it. */
export const SENTENCE_END = '.';

/** Characters that stand for a letter without an accent to strip, or for none. */
const LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/**
 * Splits a text into lower-case words without accents and numbers, with {@link SENTENCE_END} between sentences ("38kg" is
 * a number and a word). English contractions become one word ("don't" and "dont" are the same) and French ones two ("jveux"), every other apostrophe and
 * hyphen is a space, and a letter that is typed three times or more counts once ("diiie"). Takes time linear in the text.
 */
export function fold(text: string): string[] {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[ßæœøłđı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/(?<=[a-z])['’‘`´](?=(?:t|s|m|d|ll|re|ve)(?![a-z]))/g, '')
    .replace(/(?<![a-z])j(?=(?:veux|vx|peux|vais|suis|pense|voudrais|aimerais|arrive)(?![a-z]))/g, 'j ')
    .replace(/([a-z])\1{2,}/g, '$1')
    .match(/\d+(?:[.,]\d+)*|\p{L}+|[.!?;:\n]+/gu);
  const folded = (words ?? []).map((word) => (/^[.!?;:\n]/.test(word) ? SENTENCE_END : word));
  return folded.filter((word, at) => word !== folded[at - 1] || word !== folded[at - 2]);
}
