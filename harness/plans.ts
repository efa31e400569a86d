/** Plans goals without a model and prints them as a person reads them. */

import { addDays, daysBetween, weekdayOf } from '../lib/days.ts';
import { withWordLimits } from '../lib/goals/brief.ts';
import { contextOf } from '../lib/goals/planner/context.ts';
import { planFromTemplate } from '../lib/goals/planner/plan.ts';
import type { Plan } from '../lib/goals/planner/schema.ts';
import { readGoalWords } from '../lib/language/goal.ts';
import type { Language } from '../lib/language/languages.ts';

export type PlanInput = {
  title: string;
  description?: string | undefined;
  target_date?: string | undefined;
  dailyMinutes?: number;
  restDays?: number[];
  language?: Language;
};
/** A fixed Saturday, so that results can be compared. */
export const TODAY = '2026-11-28';
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Returns the context of a goal stated today. */
export function contextFor({
  title,
  description = '',
  target_date,
  dailyMinutes = 120,
  restDays = [],
  language = 'en',
}: PlanInput) {
  const words = readGoalWords({ title, description, today: TODAY, language });
  const named = target_date ?? words.horizon?.target_date;
  const context = contextOf({
    goal: { title, description },
    start_date: TODAY,
    target_date: named ?? addDays(TODAY, 41),
    horizonNamed: named !== undefined,
    dayNamed: target_date !== undefined || (words.horizon?.isDay ?? true),
    timezone: 'Europe/Berlin',
    now: { day: TODAY, time: '09:00' },
    dailyMinutes,
    restDays,
    language,
  });
  return withWordLimits(context, words);
}

/** Plans a goal, and says what it cost. */
export function planGoal(input: PlanInput) {
  const context = contextFor(input);
  const started = process.cpuUsage();
  const made = planFromTemplate({ context, seed: input.title, sources: [], attempts: [] });
  const { user, system } = process.cpuUsage(started);
  return { input, made, cpuMs: (user + system) / 1000 };
}

/** Returns a plan as text: notes, weeks, milestones, tasks, questions. */
export function printPlan({
  input,
  made,
  cpuMs,
}: Pick<ReturnType<typeof planGoal>, 'made'> & {
  input: Pick<PlanInput, 'title' | 'description'>;
  cpuMs?: number;
}): string {
  const head = `=== ${input.title}${input.description ? ` | ${input.description}` : ''}`;
  if ('infeasible' in made) return `${head}\nINFEASIBLE: ${made.message}`;
  const { plan, questions } = made;
  return [
    `${head}\n[${plan.playbook}] ${plan.start_date} to ${plan.end_date}, ${lengthOf(plan)}${cpuMs === undefined ? '' : `, ${cpuMs.toFixed(0)} ms`}`,
    plan.summary,
    ...plan.notes.map((note) => `  note: ${note}`),
    ...questions.map(({ text, options }) => `  ask: ${text} ${options ? `[${options.join(' | ')}]` : ''}`),
    ...plan.weeks.map(printWeek),
    ...plan.later.map(
      ({ title, from, until, success_criterion }) => `LATER ${from} to ${until}: ${title} (${success_criterion})`,
    ),
    ...plan.checks.filter(({ ok }) => !ok).map(({ rule, detail }) => `BROKEN ${rule}: ${detail}`),
  ].join('\n');
}

function lengthOf({ start_date, end_date, weeks, later }: Plan): string {
  if (later.length === 0) return `${weeks.length} weeks`;
  const all = Math.ceil((daysBetween(start_date, end_date) + 1) / 7);
  return `${weeks.length} of ${all} weeks by the day, then ${later.length} later phases`;
}

function printWeek({ week, milestone, tasks }: Plan['weeks'][number]): string {
  const minutes = tasks.reduce((sum, { duration_minutes }) => sum + duration_minutes, 0);
  return [
    `W${week} (${minutes} min) ${milestone.title} | ${milestone.success_criterion}`,
    ...tasks.map(({ date, start_time, duration_minutes, title, description }) => {
      return `   ${DAYS[weekdayOf(date)]} ${date.slice(5)} ${start_time ?? '--:--'} ${String(duration_minutes).padStart(3)}m  ${title}  — ${description}`;
    }),
  ].join('\n');
}
