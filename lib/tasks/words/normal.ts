import { NUMBER, toNumber } from '../../goals/planner/effort.ts';

/** Words about time are short; longer texts are not read to their end, since date readers slow down on them. */
const CHARACTERS_MAX = 300;

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];
const NUMBERS = new RegExp(`\\b(?:(twenty|thirty|forty|fifty)[\\s-])?(${NUMBER})\\b`, 'g');
const ORDINAL = new RegExp(`\\b(?:(twenty|thirty)[\\s-])?(${ORDINALS.join('|')})\\b|\\bthirtieth\\b`, 'g');

/**
 * Spoken words in the one form that the readers of times know: lower case, numbers in digits ("half past seven" → "half past
 * 7", "the twenty-first" → "the 21st"), am and pm without dots, the slang of days spelled out.
 */
export function normalWords(text: string): string {
  return text
    .slice(0, CHARACTERS_MAX)
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[,;!?"“”]+|\.(?=\s|$)/g, ' ')
    .replace(ORDINAL, (word, tens: string | undefined, ordinal: string | undefined) =>
      ordinalDigits(ordinal ? (tens ? toNumber(tens) : 0) + ORDINALS.indexOf(ordinal) + 1 : word ? 30 : 0),
    )
    .replace(NUMBERS, (phrase, tens: string | undefined, number: string) => {
      // Digits stay as they were written: "03:00" is not 3 o'clock in the afternoon.
      if (/\d/.test(number)) return phrase;
      return tens && toNumber(number) < 10
        ? `${toNumber(tens) + toNumber(number)}`
        : `${tens ?? ''} ${toNumber(number)}`;
    })
    .replace(/\b(?:twenty|thirty|forty|fifty)\b/g, (word) => `${toNumber(word)}`)
    .replace(/\b([ap])\.?\s?m\b\.?/g, '$1m')
    .replace(/\bo'? ?clock\b/g, "o'clock")
    .replace(/\b(?:tmrw?|tmw|tomorow|tommorow|tommorrow)\b/g, 'tomorrow')
    .replace(/\ba couple(?: of)?\b/g, '2')
    .replace(/\ba few\b/g, '3')
    .replace(/\ba fortnight\b/g, '2 weeks')
    .replace(/\bfortnight/g, '2 weeks')
    .replace(/\s+/g, ' ')
    .trim();
}

function ordinalDigits(value: number): string {
  const suffix = value > 3 && value < 21 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
}
