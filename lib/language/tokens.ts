/** A word, a number or a sign of a text. */
export type Token = {
  /** Lower case and without accents. */
  text: string;
  /** Where it begins and ends in the text that was read. */
  start: number;
  end: number;
  /** Whether nothing stands between it and the token before. */
  glued: boolean;
  /** The value of digits. */
  number?: number;
};

const TOKEN = /\d+|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\d]/gu;
/** More digits than this are no number that a time can have. */
const DIGITS_MAX = 12;
/** About as many words as 2000 characters of prose have. */
const TOKENS_MAX = 400;

/** Lower case, without accents, and compatibility forms (ª, ﬁ) as plain letters. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}

/**
 * Cuts a text into words, numbers and signs; apostrophes only part words ("d'ici" is two). In time that grows with
 * `charactersMax`: what is behind is not read.
 */
export function tokenise(text: string, charactersMax: number): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: raw, index: start } of text.slice(0, charactersMax).matchAll(TOKEN)) {
    if (/^['’`´]$/.test(raw)) {
      // "Monday's" stays one thing; what stands after an apostrophe is glued to what is before it.
      if (start === end) end = start + raw.length;
      continue;
    }
    if (tokens.length === TOKENS_MAX) break;
    const isNumber = /^\d/.test(raw);
    tokens.push({
      text: isNumber ? raw : plain(/^[\p{Pd}−]$/u.test(raw) ? '-' : raw),
      start,
      end: start + raw.length,
      glued: start === end && tokens.length > 0,
      ...(isNumber ? { number: raw.length > DIGITS_MAX ? Number.POSITIVE_INFINITY : Number(raw) } : {}),
    });
    end = start + raw.length;
  }
  return tokens;
}
