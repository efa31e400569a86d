import { NUMBER, toNumber } from '../../goals/planner/effort.ts';

/** Words about time are short; longer texts are not read to their end, since date readers slow down on them. */
const CHARACTERS_MAX = 300;

/** What people say for times that have another name. */
const SLANG: [pattern: RegExp, name: string][] = [
  [/\bo'? ?clock\b/g, "o'clock"],
  [/\b(?:tmrw?|tmw|tomorow|tommorow|tommorrow)\b/g, 'tomorrow'],
  [/\b(?:a )?couple(?: of)?\b/g, '2'],
  [/\ba few\b/g, '3'],
  [/\ba fortnight\b/g, '2 weeks'],
  [/\bfortnight/g, '2 weeks'],
  [/\beod\b/g, 'end of day'],
  [/\b(?:work(?:ing)?|business) ?day/g, 'weekday'],
  [/\b(?:(?:every|each) )?alternate\b/g, 'every other'],
  [/\b(?:christmas|xmas) eve\b/g, '24 december'],
  [/\b(?:christmas|xmas)(?: day)?\b/g, '25 december'],
  [/\bnew year'?s eve\b/g, '31 december'],
  [/\bnew year'?s day\b/g, '1 january'],
];
/** About that time is that time. */
const ABOUT = /(?<=\d)[ -]?ish\b| or so\b/g;
/** Dates with dots have their day first; with one dot between them two numbers are a time as well. */
const DOTTED = /(?<!\b(?:at|by|around|about|before|after|from|to) |[\d.:])(\d{1,2})\.(\d{1,2})\.(\d{4})?(?=\s|$)/g;
/** How the names of the months begin. */
export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

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
  const normal = text
    .slice(0, CHARACTERS_MAX)
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(DOTTED, (date, day: string, month: string, year = '') => {
      const name = MONTHS[Number(month) - 1];
      return name ? `${day} ${name} ${year}` : date;
    })
    // Before "first" is read as a number.
    .replace(/\bfirst thing(.*\bmorning\b)?/, (_, morning: string | undefined) => morning ?? 'in the morning')
    .replace(/[,;!?"“”]+|\.(?=\s|$)/g, ' ')
    .replace(ORDINAL, (_, tens: string | undefined, ordinal: string | undefined) =>
      ordinalDigits(ordinal ? (tens ? toNumber(tens) : 0) + ORDINALS.indexOf(ordinal) + 1 : 30),
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
    .replace(ABOUT, '')
    .replace(/\s+/g, ' ')
    .trim();
  return SLANG.reduce((words, [pattern, name]) => words.replace(pattern, name), normal);
}

/** "1st", "22nd". */
export function ordinalDigits(value: number): string {
  const suffix = value > 3 && value < 21 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
}
