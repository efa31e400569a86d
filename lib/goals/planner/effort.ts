/** How much a person says they want to put in, and the text without those words, which would read as dates and durations. */
export type Effort = {
  /** Minutes of one session, when the text says ("30 minutes a day", "for 45 minutes"). */
  minutes?: number;
  /** Sessions a week, when the text says ("twice a week", "every day"). */
  perWeek?: number;
  /** The text with each such phrase replaced by a space. */
  rest: string;
};

const NUMBER_WORDS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  hundred: 100,
};

/** A number in digits or as an English word, for use inside a larger expression. It does not start in the middle of one. */
export const NUMBER = `(?<![\\d.,])(?:\\d+(?:\\.\\d+)?|${Object.keys(NUMBER_WORDS).join('|')})`;

/** The value of a text matched by NUMBER. */
export function toNumber(text: string): number {
  return NUMBER_WORDS[text.toLowerCase()] ?? Number(text);
}

const EACH = '(?:\\s*/\\s*|\\s+(?:a|an|per|each|every)\\s+)';
const CLOCK = `(${NUMBER})[\\s-]*(minutes?|mins?|min|hours?|hrs?|hr|h)\\b`;

const SESSION = new RegExp(
  `(?:\\bfor\\s+)?\\b${CLOCK}(?:${EACH}(?:day|week|month|session|night|morning|evening)\\b|\\s+daily\\b|\\s+weekly\\b)?`,
  'gi',
);
const TIMES = new RegExp(
  `\\b(?:(once|twice|thrice)|(${NUMBER})\\s*(?:x|times|days|sessions|evenings|mornings|nights|weekdays))(?:${EACH}|\\s*)(day|week|month|daily|weekly|monthly)\\b`,
  'gi',
);
const EVERY = new RegExp(
  `\\b(?:every|each)\\s+(?:(?:other|second|single|${NUMBER})\\s+)?(day|week|month|year|morning|evening|night|weekday|weekend)s?\\b|\\bdaily\\b`,
  'gi',
);
/** What stands before a time that is the habit itself: "sleep 8 hours a night", "reduce screen time to 1 hour a day". */
const OF_A_HABIT =
  /\b(?:sleep(?:ing)?|less\s+than|under|below|at\s+most|from|(?<!\bup\s+)to)\s+(?:(?:about|around|at\s+least|only|just)\s+)?$/i;
const MAX_LEAD = 40;
/** Any other rate: "$500 a month", "10 pages per day". The amount stays, the rate goes. */
const RATE = /(?<!\b(?:in|within|over|for|during|after|half)\s)(?:\/\s*|\b(?:a|an|per)\s+)(?:day|week|month|year)\b/gi;

/**
 * Reads how often and how long a person wants to work on something.
 *
 * Takes free English text; returns minutes per session and sessions per week where the text says so, and the rest of the
 * text. Numbers are only hints, so callers bound them. The rest matters because date readers take "for 45 minutes" and
 * "twice a week" for dates.
 */
export function readEffort(text: string): Effort {
  let minutes: number | undefined;
  let perWeek: number | undefined;
  let isDaily = false;
  const rest = text
    .replace(SESSION, (phrase, amount: string, unit: string, at: number) => {
      if (OF_A_HABIT.test(text.slice(Math.max(0, at - MAX_LEAD), at))) return ' ';
      const length = toNumber(amount) * (unit.toLowerCase().startsWith('h') ? 60 : 1);
      const daily = /day|daily|night|morning|evening/i.test(phrase);
      // "20 hours a week" is no session's length, and "a two-hour exam" is nobody's plan.
      if (daily || /^for\b|session/i.test(phrase)) minutes ??= Math.round(length);
      if (daily) isDaily = true;
      return ' ';
    })
    .replace(TIMES, (_phrase, word: string | undefined, amount: string | undefined, unit: string) => {
      const times = amount === undefined ? ({ once: 1, twice: 2 }[word?.toLowerCase() ?? ''] ?? 3) : toNumber(amount);
      if (/^week/i.test(unit)) perWeek ??= times;
      return ' ';
    })
    .replace(EVERY, (phrase) => {
      if (/^(?:daily|every (?:single )?(?:day|morning|evening|night))$/i.test(phrase)) isDaily = true;
      return ' ';
    })
    .replace(RATE, ' ');
  // "25 minutes a day, three times a week": the count says more than the day.
  return { minutes, perWeek: perWeek ?? (isDaily ? 7 : undefined), rest };
}
