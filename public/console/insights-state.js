// @ts-check
import { minutesInWords } from './today-state.js';
import { addDays, count, firstWeekday, showDay } from './words.js';

/** @typedef {import('../openapi.d.ts').components['schemas']['Insights']} Insights */
/** @typedef {{name: string, done: number, missed: number, text: string}} Row a bar: what is done of it, what was left open, and both in words */

/**
 * Returns the weeks, oldest first, each named by its first day.
 * @param {Insights['weeks']} weeks
 * @returns {Row[]}
 */
export function rowsOfWeeks(weeks) {
  return weeks.map(({ starts_on: day, done, missed, minutes }) => ({
    name: showDay(day),
    done,
    missed,
    text: `${doneOf({ done, missed })}, ${minutesInWords(minutes)}`,
  }));
}

/**
 * Returns the days of the week in the order of the browser's locale.
 * @param {Insights['by_weekday']} byWeekday from Sunday
 * @returns {Row[]}
 */
export function rowsOfWeekdays(byWeekday) {
  return byWeekday.map((_, index) => {
    const weekday = (firstWeekday() + index) % 7;
    const { done, missed } = byWeekday[weekday] ?? { done: 0, missed: 0 };
    // 2026-01-04 is a Sunday.
    const name = showDay(addDays('2026-01-04', weekday), { weekday: 'long' });
    return { name, done, missed, text: doneOf({ done, missed }) };
  });
}

/**
 * Returns the goals with the minutes that were put into each, most first.
 * @param {Insights['by_goal']} byGoal
 * @param {Map<string, string>} titles of goals by id
 * @returns {Row[]}
 */
export function rowsOfGoals(byGoal, titles) {
  return byGoal
    .filter(({ minutes }) => minutes > 0)
    .sort((a, b) => b.minutes - a.minutes)
    .map(({ goal_id: id, minutes }) => ({
      name: titles.get(id) ?? 'Another goal',
      done: minutes,
      missed: 0,
      text: minutesInWords(minutes),
    }));
}

/**
 * Returns the largest bar of a chart, at least one.
 * @param {Row[]} rows
 */
export function largest(rows) {
  return Math.max(1, ...rows.map(({ done, missed }) => done + missed));
}

/**
 * Returns the three figures that stand above the charts.
 * @param {Pick<Insights, 'done' | 'streak_days' | 'weeks'>} insights
 */
export function figuresOf({ done, streak_days: streak, weeks }) {
  return [
    { name: `Done in ${count(weeks.length, 'week')}`, value: count(done, 'task') },
    { name: 'This week', value: minutesInWords(weeks.at(-1)?.minutes ?? 0) },
    { name: 'In a row', value: count(streak, 'day') },
  ];
}

/** @param {{done: number, missed: number}} counts */
function doneOf({ done, missed }) {
  return done + missed ? `${done} of ${done + missed} done` : 'nothing planned';
}
