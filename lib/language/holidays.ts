import { addDays, type Day, weekdayOf } from '../days.ts';

/**
 * Days that people name, as a rule over the year: a fixed day (`12-25`), days from Easter, or the nth weekday of a month, with
 * days after it (Black Friday is the day after Thanksgiving).
 *
 * Sources: the Easter offsets are those of the Western church year (Roman Missal, Universal Norms on the Liturgical Year);
 * the nth weekdays of the United States are 5 U.S.C. § 6103; Mother's Day on the second Sunday of May is that of Germany, Italy
 * and the Netherlands; the national days are the laws of their countries.
 */
type Rule =
  | { fixed: string }
  | { easter: number }
  /** The Sunday of Advent, from the first to the fourth. */
  | { advent: number }
  | { month: number; weekday: number; nth: number; after?: number };

const RULES: Record<string, Rule> = {
  'new-year': { fixed: '01-01' },
  epiphany: { fixed: '01-06' },
  candlemas: { fixed: '02-02' },
  valentine: { fixed: '02-14' },
  'st-patrick': { fixed: '03-17' },
  tiradentes: { fixed: '04-21' },
  'carnation-day': { fixed: '04-25' },
  'liberation-it': { fixed: '04-25' },
  'kings-day': { fixed: '04-27' },
  'may-day': { fixed: '05-01' },
  'remembrance-nl': { fixed: '05-04' },
  'liberation-nl': { fixed: '05-05' },
  'victory-day': { fixed: '05-08' },
  'republic-it': { fixed: '06-02' },
  'san-juan': { fixed: '06-24' },
  'independence-day': { fixed: '07-04' },
  'bastille-day': { fixed: '07-14' },
  assumption: { fixed: '08-15' },
  'independence-br': { fixed: '09-07' },
  'german-unity': { fixed: '10-03' },
  'hispanic-day': { fixed: '10-12' },
  halloween: { fixed: '10-31' },
  reformation: { fixed: '10-31' },
  'all-saints': { fixed: '11-01' },
  'all-souls': { fixed: '11-02' },
  'day-of-the-dead': { fixed: '11-02' },
  armistice: { fixed: '11-11' },
  'st-martin': { fixed: '11-11' },
  sinterklaas: { fixed: '12-05' },
  'st-nicholas': { fixed: '12-06' },
  'constitution-es': { fixed: '12-06' },
  immaculate: { fixed: '12-08' },
  'christmas-eve': { fixed: '12-24' },
  christmas: { fixed: '12-25' },
  'boxing-day': { fixed: '12-26' },
  'new-years-eve': { fixed: '12-31' },
  'king-day': { month: 1, weekday: 1, nth: 3 },
  'presidents-day': { month: 2, weekday: 1, nth: 3 },
  'super-bowl': { month: 2, weekday: 0, nth: 2 },
  'columbus-day': { month: 10, weekday: 1, nth: 2 },
  'mothers-day-pt': { month: 5, weekday: 0, nth: 1 },
  'fathers-day': { month: 6, weekday: 0, nth: 3 },
  'burns-night': { fixed: '01-25' },
  'groundhog-day': { fixed: '02-02' },
  'womens-day': { fixed: '03-08' },
  'st-joseph': { fixed: '03-19' },
  'tax-day': { fixed: '04-15' },
  'earth-day': { fixed: '04-22' },
  'cinco-de-mayo': { fixed: '05-05' },
  'valentine-br': { fixed: '06-12' },
  juneteenth: { fixed: '06-19' },
  'music-day': { fixed: '06-21' },
  'republic-pt': { fixed: '10-05' },
  'bonfire-night': { fixed: '11-05' },
  'black-awareness': { fixed: '11-20' },
  'kings-eve': { fixed: '01-05' },
  'advent-1': { advent: 1 },
  'advent-2': { advent: 2 },
  'advent-3': { advent: 3 },
  'advent-4': { advent: 4 },
  'rose-monday': { easter: -48 },
  'shrove-tuesday': { easter: -47 },
  'ash-wednesday': { easter: -46 },
  'palm-sunday': { easter: -7 },
  'maundy-thursday': { easter: -3 },
  'good-friday': { easter: -2 },
  'holy-saturday': { easter: -1 },
  easter: { easter: 0 },
  'easter-monday': { easter: 1 },
  ascension: { easter: 39 },
  pentecost: { easter: 49 },
  'whit-monday': { easter: 50 },
  'corpus-christi': { easter: 60 },
  'mothers-day': { month: 5, weekday: 0, nth: 2 },
  'memorial-day': { month: 5, weekday: 1, nth: -1 },
  'labor-day': { month: 9, weekday: 1, nth: 1 },
  'mothering-sunday': { easter: -21 },
  'mothers-day-GB': { easter: -21 },
  'mothers-day-IE': { easter: -21 },
  'thanksgiving-CA': { month: 10, weekday: 1, nth: 2 },
  thanksgiving: { month: 11, weekday: 4, nth: 4 },
  'black-friday': { month: 11, weekday: 4, nth: 4, after: 1 },
  'cyber-monday': { month: 11, weekday: 4, nth: 4, after: 4 },
};

/**
 * Returns the next time that a holiday comes, today included; undefined for one that is not known.
 * @param region two letters: some are on another day there
 */
export function nextHoliday(name: string, today: Day, region?: string, year?: number): Day | undefined {
  const rule = RULES[`${name}-${region}`] ?? RULES[name];
  if (!rule) return undefined;
  if (year) return inYear(rule, year);
  const thisYear = Number(today.slice(0, 4));
  return [thisYear, thisYear + 1].map((each) => inYear(rule, each)).find((day) => day >= today);
}

function inYear(rule: Rule, year: number): Day {
  if ('fixed' in rule) return `${year}-${rule.fixed}`;
  if ('advent' in rule) return addDays(fourthAdvent(year), 7 * (rule.advent - 4));
  if ('easter' in rule) return addDays(easterOf(year), rule.easter);
  return addDays(nthWeekday(year, rule.month, rule.weekday, rule.nth), rule.after ?? 0);
}

/** Returns the last Sunday before Christmas. */
function fourthAdvent(year: number): Day {
  const eve = `${year}-12-24`;
  return addDays(eve, -weekdayOf(eve));
}

/** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher's algorithm). */
export function easterOf(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - f + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Returns the nth weekday of a month, counted from its end when below zero; it may be in the next month where there is no fifth. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  const first = nth > 0 ? dayOf(year, month, 1) : dayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth > 0 ? nth - 1 : nth));
}

/** Returns a day by its numbers, which may be none that exists. */
export function dayOf(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
