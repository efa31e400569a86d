import { addDays, type Day, mondayOf, todayIn, weekdayOf } from '../days.ts';
import { bestLanguage } from '../language/coverage.ts';
import type { Phrases } from '../language/phrases.ts';
import { type Moment, WHEN_CHARACTERS_MAX } from '../language/when.ts';

/** Weekdays in passing are written out: "sun" and "mar" are other words too. */
const LETTERS_MIN = 5;

/**
 * Returns a day that words name in passing ("tomorrow's run"), past ones too: the name, the words without it, and the days it may
 * mean, the latest past one first. Undefined where they name none.
 */
export function findDayName(text: string, moment: Moment) {
  const p = bestLanguage(text, moment, WHEN_CHARACTERS_MAX);
  const today = todayIn(moment.timezone, moment.now);
  for (let at = 0; at < p.tokens.length; at += 1) {
    const found = dayNameAt(p, at, today);
    if (!found) continue;
    const { next, days } = found;
    const end = p.glued(next) && p.word(next) === 's' ? next + 1 : next;
    const name = p.words(at, next).toLowerCase();
    return { name, rest: `${text.slice(0, p.tokens[at]?.start)} ${text.slice(p.tokens[end - 1]?.end)}`, days };
  }
  return undefined;
}

function dayNameAt(p: Phrases, at: number, today: Day): { days: Day[]; next: number } | undefined {
  const relative = p.hit(at, 'relpart') ?? p.hit(at, 'rel');
  if (relative) return { days: [addDays(today, Number(relative.value.split(' ')[0]))], next: relative.next };
  const before = p.hit(at, 'next') ?? p.hit(at, 'last');
  const weekday = p.hit(before?.next ?? at, 'weekday') ?? p.hit(at, 'wpart');
  if (!weekday || p.word(weekday.next - 1).length < LETTERS_MIN) return undefined;
  const after = before ? undefined : (p.hit(weekday.next, 'next') ?? p.hit(weekday.next, 'last'));
  const isLast = p.hit(at, 'last') !== undefined || p.hit(weekday.next, 'last') !== undefined;
  const days = weekdays(today, Number(weekday.value[0]), before || after ? (isLast ? 'last' : 'next') : undefined);
  return { days, next: after?.next ?? weekday.next };
}

function weekdays(today: Day, weekday: number, which: 'last' | 'next' | undefined): Day[] {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (which === 'last') return [addDays(today, ahead - 7)];
  // The one of next week, which starts on Monday.
  if (which === 'next') return [addDays(mondayOf(today), 7 + ((weekday + 6) % 7))];
  return (ahead === 0 ? [0, -7, 7] : [ahead - 7, ahead]).map((count) => addDays(today, count));
}
