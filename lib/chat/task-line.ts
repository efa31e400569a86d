import { type Moment, readWhen } from '../tasks/when.ts';

/** What words about a time begin with: nothing else in a line is tried as one. */
const STARTS =
  /^(?:at|on|in|by|before|after|until|next|this|every|each|tomorrow|tmrw?|tmr|tmw|tom|tomorow|tommorow|today|tonight|daily|weekly|monthly|noon|midnight|midday|weekdays|the|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|for|from|first|end|morning|evening|afternoon|\d.*)$/i;
/** Words that belong to the time before them. */
const OF_TIME =
  /^(?:[ap]\.?m\.?|o'?clock|hours?|minutes?|mins?|days?|weeks?|months?|noon|morning|evening|afternoon|night|later|sharp|\d.*)$/i;
const BEFORE_TIME = /^(?:for|by|until|due|due (?:on|by)|from) (?=\S)/i;
/** Longer lines are notes rather than tasks with a time in the middle. */
const wordsMax = 40;

/** A line such as "buy flowers tomorrow at 5" in its parts. */
export type TaskLine = { title: string; when?: string };

/**
 * Parts a line into what is to be done and when: the longest run of words that is a time, at the end if there is one, else
 * at the beginning, else in the middle.
 */
export function splitTaskLine(line: string, moment: Moment): TaskLine {
  const words = line.trim().split(/\s+/);
  if (words.length > wordsMax) return { title: tidy(line) };
  const runs: [number, number][] = [];
  for (let length = Math.min(words.length - 1, 12); length > 0; length -= 1) {
    runs.push([words.length - length, words.length], [0, length]);
  }
  for (let length = Math.min(words.length - 2, 8); length > 1; length -= 1) {
    for (let from = 1; from + length < words.length; from += 1) runs.push([from, from + length]);
  }
  for (const run of runs) {
    const [from, to] = tightened(words, run, moment);
    const said = words
      .slice(from, to)
      .join(' ')
      .replace(/[,;]+$/, '');
    const title = tidy([...words.slice(0, from), ...words.slice(to)].join(' '));
    if (STARTS.test(words[from] ?? '') && title && isTimeOfLine(said, moment)) {
      return { title, when: said.replace(BEFORE_TIME, '') };
    }
  }
  return { title: tidy(line) };
}

/** The run without the words at its ends that change nothing about the time: they belong to the title. */
function tightened(words: string[], [first, last]: [number, number], moment: Moment): [number, number] {
  const read = (from: number, to: number) =>
    JSON.stringify(readWhen(words.slice(from, to).join(' ').replace(BEFORE_TIME, ''), moment));
  if (!STARTS.test(words[first] ?? '')) return [first, last];
  const whole = read(first, last);
  let [from, to] = [first, last];
  while (to - from > 1 && !OF_TIME.test(words[to - 1] ?? '') && read(from, to - 1) === whole) to -= 1;
  for (let at = to - 1; at > first; at -= 1) {
    if (!STARTS.test(words[at] ?? '') || read(at, to) !== whole) continue;
    from = at;
    while (from > first && STARTS.test(words[from - 1] ?? '')) from -= 1;
    break;
  }
  return [from, to];
}

/** Whether words are a time that can be read, whole. */
export function isTime(words: string, moment: Moment): boolean {
  return readWhen(words.replace(BEFORE_TIME, ''), moment).kind !== 'unclear';
}

/** A number alone may be an amount as well ("buy eggs 12"), so it takes an "at" to be a time within a line. */
function isTimeOfLine(words: string, moment: Moment): boolean {
  const said = words.replace(BEFORE_TIME, '');
  return !/^(?:the )?\d+$|^(?:the|in|for|this|on|at)$/i.test(said) && isTime(said, moment);
}

/** A title without the words around it that say nothing, its first letter a capital. */
function tidy(title: string): string {
  const plain = title
    .trim()
    .replace(/^(?:to|that|i (?:need|have) to|an? (?:task|reminder|to-?do) (?:to|for))\s+/i, '')
    .replace(/\s+(?:to|on|in|for|at|by|due)$/i, '')
    .replace(/^["“'](.*)["”']$/, '$1')
    .replace(/[.,;:!]+$/, '')
    .trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
