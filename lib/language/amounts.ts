import { once, type Phrases, type Valued } from './phrases.ts';

/** How long something is. Months differ in length, so they are counted by the calendar. */
export type Span = { minutes: number } | { days: number } | { months: number };
/** `isLoose` is an amount that is not one: "a few", "2 or 3", "8 to 12". */
export type ReadSpan = { span: Span; amount: number; unit: string; isLoose: boolean; next: number };

const MINUTES: Record<string, number> = { minute: 1, hour: 60, halfhour: 30, quarterhour: 15 };
const DAYS: Record<string, number> = { day: 1, week: 7, fortnight: 14 };
const MONTHS: Record<string, number> = { month: 1, quarter: 3, semester: 6, year: 12 };

/** "3", "1.5", "two and a half", "half", "a couple of"; "an" is one. */
export function readAmount(p: Phrases, at: number): Valued<number> | undefined {
  const half = p.hit(at, 'half');
  const halved = half && p.over(half.next, 'one');
  if (halved && p.hit(afterJoint(p, halved), 'unit')) return { value: 0.5, next: halved };
  const some = p.hit(at, 'some');
  if (some) return { value: Number(some.value), next: some.next };
  // "Una mezz'oretta"
  const one = p.hit(at, 'one');
  const oneHalf = one && p.hit(one.next, 'half');
  if (oneHalf && (p.hit(oneHalf.next, 'unit') ?? !p.number(at))) return { value: 0.5, next: oneHalf.next };
  const number = p.number(at) ?? (one && { value: 1, next: one.next });
  if (!number) return undefined;
  const { value, next } = number;
  const fraction = p.digits(next + 1);
  if (
    p.digits(at) !== undefined &&
    /^[.,]$/.test(p.word(next)) &&
    fraction !== undefined &&
    p.glued(next) &&
    p.glued(next + 1)
  ) {
    const digits = p.word(next + 1);
    // "3,000" is three thousand.
    const decimal = digits.length < 3 ? Number(`${value}.${digits}`) : value * 1000 + fraction;
    return { value: decimal, next: next + 2 };
  }
  const more = p.hit(next, 'andhalf');
  if (more && p.hit(more.next, 'unit')) return { value: value + 0.5, next: more.next };
  return { value, next };
}

/** "Uurtje wandelen": words that say that they are one. */
const ONE = /^(?:(?:half)?uurtje|halfuur|kwartiertje|(?:viertel)?stundchen|horita|horinha|oretta)$/;

/** "45 minutes", "an hour and a half", "1h30", "2 hours and 30 minutes", "6 weeks", "half a year", "an 8 to 12 week". */
export const readSpan = once((p, at): ReadSpan | undefined => {
  const amount = readAmount(p, at) ?? (ONE.test(p.word(at)) ? { value: 1, next: at } : undefined);
  if (!amount) return undefined;
  const joint = p.over(amount.next, 'to', 'or');
  const upTo = joint > amount.next && p.digits(at) !== undefined ? readAmount(p, joint) : undefined;
  const whole = upTo && p.hit(afterJoint(p, upTo.next), 'unit') ? upTo : amount;
  const unit = p.hit(afterJoint(p, whole.next), 'unit');
  if (!unit || unit.value === 'second') return undefined;
  const half = p.hit(unit.next, 'andhalf');
  const count = whole.value + (half ? 0.5 : 0);
  const next = half?.next ?? unit.next;
  // "A few" is near enough for a goal, and no time of day or day.
  const isLoose = whole === upTo || p.hit(at, 'some')?.value === '3';
  const minutes = MINUTES[unit.value];
  if (minutes !== undefined) return withMinutes(p, { count, minutes, unit: unit.value, isLoose, next });
  const days = DAYS[unit.value];
  if (days) return { span: { days: Math.round(count * days) }, amount: count, unit: unit.value, isLoose, next };
  const months = MONTHS[unit.value];
  return months ? { span: { months: count * months }, amount: count, unit: unit.value, isLoose, next } : undefined;
});

/** "12-week": the hyphen between a number and its unit. */
function afterJoint(p: Phrases, at: number): number {
  return p.word(at) === '-' && (p.glued(at) || p.glued(at + 1)) ? at + 1 : at;
}

function withMinutes(
  p: Phrases,
  read: { count: number; minutes: number; unit: string; isLoose: boolean; next: number },
): ReadSpan {
  const { count, unit, isLoose, next } = read;
  const total = count * read.minutes;
  const done = (more: number, end: number) => ({
    span: { minutes: Math.round(total + more) },
    amount: count,
    unit,
    isLoose,
    next: end,
  });
  if (unit !== 'hour') return done(0, next);
  const and = p.over(next, 'and');
  const more = p.number(and);
  if (!more || more.value > 59) return done(0, next);
  const named = p.hit(more.next, 'unit');
  if (named?.value === 'minute') return done(more.value, named.next);
  const isClose = p.glued(next) || more.next >= p.tokens.length;
  return and === next && isClose && p.word(next).length === 2 ? done(more.value, more.next) : done(0, next);
}
