// @ts-check

/** @param {string} day `YYYY-MM-DD` @param {number} count of days @returns {string} the day that many days after it */
export function addDays(day, count) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** Returns one thing or many, in words: `count(1, 'task')` is "1 task". @param {number} number @param {string} noun */
export function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Today (`YYYY-MM-DD`) on the clocks of a timezone. @param {string} [timezone] */
export function todayIn(timezone) {
  return new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' }).format(new Date());
}

/**
 * Shows a day (`YYYY-MM-DD`) as people write it.
 * @param {string} day
 * @param {Intl.DateTimeFormatOptions} [options]
 */
export function showDay(day, options = { day: 'numeric', month: 'short' }) {
  return new Intl.DateTimeFormat(undefined, { timeZone: 'UTC', ...options }).format(new Date(`${day}T00:00:00Z`));
}

/**
 * Shows the time of day of an instant on the clocks of a timezone, as people there write it.
 * @param {string} instant ISO 8601
 * @param {string} timezone
 */
export function showTime(instant, timezone) {
  return new Intl.DateTimeFormat(undefined, { timeZone: timezone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );
}

const weekdays = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6, SU: 7 };
const every = { DAILY: ['day', 'days'], WEEKLY: ['week', 'weeks'], MONTHLY: ['month', 'months'] };

/**
 * Shows a recurrence rule in words: `FREQ=WEEKLY;BYDAY=MO,TH` is "every week on Mon, Thu".
 * @param {string} rule
 */
export function showRule(rule) {
  const parts = Object.fromEntries(rule.split(';').map((part) => part.split('=')));
  const [one, many] = every[/** @type {keyof typeof every} */ (parts.FREQ)] ?? ['time', 'times'];
  const interval = Number(parts.INTERVAL ?? 1);
  const days = (parts.BYDAY ?? '')
    .split(',')
    .filter(Boolean)
    .map((/** @type {string} */ day) => {
      const number = weekdays[/** @type {keyof typeof weekdays} */ (day.slice(-2))];
      // 2026-01-04 is a Sunday.
      const name = showDay(addDays('2026-01-04', number), { weekday: 'short' });
      const place = day.slice(0, -2);
      return place ? `${place === '-1' ? 'last' : `${place}.`} ${name}` : name;
    });
  return [
    interval === 1 ? `every ${one}` : `every ${interval} ${many}`,
    days.length ? `on ${days.join(', ')}` : '',
    parts.BYMONTHDAY ? `on the ${monthDays(parts.BYMONTHDAY)}` : '',
    parts.COUNT ? `${parts.COUNT} times` : '',
    parts.UNTIL ? `until ${showDay(parts.UNTIL.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3'))}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** @param {string} list `1,15` is "1., 15." */
function monthDays(list) {
  return list
    .split(',')
    .map((day) => (day === '-1' ? 'last day' : `${day}.`))
    .join(', ');
}

/**
 * Returns the first day of the week that a day is in, where weeks begin as the browser's locale has them.
 * @param {string} day `YYYY-MM-DD`
 */
export function weekStart(day) {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday - firstWeekday() + 7) % 7));
}

/** Returns the day that weeks begin on in the browser's locale, from Sunday, 0. */
export function firstWeekday() {
  const locale = /** @type {Intl.Locale & {weekInfo?: {firstDay: number}, getWeekInfo?: () => {firstDay: number}}} */ (
    new Intl.Locale(navigator.language)
  );
  return ((locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1) % 7;
}

/**
 * Returns in a sentence what was used in 30 days.
 * @param {Pick<import('../openapi.d.ts').components['schemas']['UsageDay'], 'model_calls' | 'sandbox_runs' | 'cost_usd'>[]} days
 */
export function usageInWords(days) {
  /** @param {'model_calls' | 'sandbox_runs' | 'cost_usd'} field */
  const sum = (field) => days.reduce((total, day) => total + day[field], 0);
  const used = [
    sum('model_calls') ? `${count(sum('model_calls'), 'call')} of a language model` : '',
    sum('sandbox_runs') ? `${count(sum('sandbox_runs'), 'program')} run` : '',
  ].filter(Boolean);
  if (used.length === 0) return 'Nothing in the last 30 days. Plans and answers by rules cost nothing.';
  const cost = new Intl.NumberFormat(undefined, { style: 'currency', currency: 'USD', maximumFractionDigits: 4 });
  return `${used.join(', ')} in the last 30 days, for ${cost.format(sum('cost_usd'))}.`;
}
