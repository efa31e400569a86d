const NUMBER_WORD =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|once|twice|half)\b/i;

function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Tells whether two texts are the same but for case, width and spaces. */
export function sameText(a: string, b: string): boolean {
  return normal(a) === normal(b);
}

/** Tells whether `text` contains `part`, which is not empty, whatever the case and spaces. */
export function containsText(text: string, part: string): boolean {
  return normal(part) !== '' && normal(text).includes(normal(part));
}

/** Tells whether the text has a number: digits of any script, or an English number word. */
export function hasNumber(text: string): boolean {
  return /\p{N}/u.test(text) || NUMBER_WORD.test(text);
}

/** Tells whether the text starts with a word (or words), and the word ends there: "Runs" does not start with "run". */
export function startsWithWord(text: string, word: string): boolean {
  const [whole, start] = [normal(text), normal(word)];
  if (start === '' || !/\p{L}/u.test(start) || !whole.startsWith(start)) return false;
  const isSpaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(start);
  return !isSpaced || !/^[\p{L}\p{N}]/u.test(whole.slice(start.length));
}

const NO_VERB =
  /^(?:the|an?|my|your|our|their|this|these|those|some|each|every|daily|weekly|morning|afternoon|evening|with|for|of|and|i|you|we|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** Tells whether a text can be a verb: it has a letter, and is none of the English words that titles start with in a verb's place. */
export function isVerb(text: string): boolean {
  return /\p{L}/u.test(text) && !NO_VERB.test(normal(text));
}

/** Tells whether `text` contains `title` (an empty one always), or at least half of its words. Words are found by Unicode's rules, in any script. */
export function sharesMostWords(text: string, title: string): boolean {
  if (title === '' || containsText(text, title)) return true;
  const [wanted, present] = [words(title), words(text)];
  const shared = [...wanted].filter((word) => present.has(word));
  return wanted.size > 0 && shared.length * 2 >= wanted.size;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

function words(text: string): Set<string> {
  const segments = [...segmenter.segment(normal(text))];
  return new Set(segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment));
}

/** Returns text that Postgres and JSON can hold: no NUL, control characters or lone surrogates, and not longer than `max` characters. */
export function clean(text: string, max: number): string {
  const safe = text.replace(/\p{Cs}/gu, '\u{fffd}').replace(/(?!\n)\p{Cc}/gu, ' ');
  return Array.from(safe.trim()).slice(0, max).join('');
}

/** Returns the same on one line. */
export function line(text: string, max: number): string {
  return clean(text.replace(/[\s\p{Cc}]+/gu, ' '), max);
}
