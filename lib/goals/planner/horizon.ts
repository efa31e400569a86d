import { addDays, type Day, daysBetween, weekdayOf } from '../../days.ts';
import { choosePlaybook } from '../playbooks/choose.ts';
import { type Amounts, readFacts } from '../playbooks/facts.ts';
import { generalPlaybook, playbookById, playbooks } from '../playbooks/index.ts';
import { countPhrases, fold } from '../playbooks/phrases.ts';
import type { Playbook } from '../playbooks/schema.ts';
import { shapeFor } from '../playbooks/shapes.ts';
import { careOf } from './care.ts';
import type { PlanContext } from './context.ts';
import { givenBy, longestTask } from './course.ts';

/**
 * Returns the playbook for a goal: what a doctor decides comes first, whatever the words are about; then that of the plan before, the
 * one that fits best, and the general one.
 */
export function playbookFor(context: PlanContext): Playbook {
  const care = careOf(context);
  const isDoctors = care?.tier !== 'mention' && ['medicine', 'withdrawal', 'eating'].includes(care?.kind ?? '');
  const before = isDoctors ? 'doctor-first' : context.before?.playbook;
  return (before ? playbookById(before) : undefined) ?? chosenFor(context);
}

const chosen = new WeakMap<PlanContext['goal'], Playbook>();

/** Returns the playbook that a goal's words choose: of its field, else of its shape. Kept while the goal is planned, since every part of the planner asks for it. */
function chosenFor({ goal, language }: PlanContext): Playbook {
  const known = chosen.get(goal);
  if (known) return known;
  const fitting = choosePlaybook(playbooks(), goal);
  const shape = shapeFor(goal, language, fitting);
  const playbook = isOfField(goal, fitting, shape) ? fitting : (shape?.playbook ?? fitting ?? generalPlaybook());
  chosen.set(goal, playbook);
  return playbook;
}

/**
 * Tells whether a goal is of the field of a playbook that fits it. What only its description names is what it is about ("say sorry to my
 * sister", of a quarrel about a house) where the title has a way of its own.
 */
function isOfField(
  goal: PlanContext['goal'],
  fitting: Playbook | undefined,
  shape: ReturnType<typeof shapeFor>,
): fitting is Playbook {
  if (!fitting || fitting.fallback || shape?.isOver) return false;
  return (
    shape === undefined ||
    countPhrases(fitting.match.weak, fold(goal.title)) > 0 ||
    choosePlaybook([fitting], { title: goal.title }) === fitting
  );
}

/**
 * The context with its real end: where the person named none, that of the playbook's usual length. A plan that is made again
 * keeps its end.
 */
export function withHorizon(context: PlanContext, playbook = playbookFor(context), amounts: Amounts = {}): PlanContext {
  if (context.before) return context;
  if (context.horizonNamed) return playbook.usual_end === 'saturday' ? onSaturday(context) : context;
  const facts = readFacts(playbook, context, givenBy(context, longestTask(context)), {}, amounts);
  // Whole weeks, unless the playbook counts to a day of the year.
  const days = Math.round(7 * Math.max(1, Math.min(260, facts.number(playbook.usual_weeks))));
  const end = addDays(context.start_date, days - 1);
  if (playbook.usual_end === 'saturday') return onSaturday({ ...context, target_date: end, dayNamed: false });
  return { ...context, target_date: playbook.usual_end === 'weekend' ? weekendAfter(end, context) : end };
}

/** Returns the context with the Saturday nearest to its end, in the same month at a month's end, where no day was named. */
function onSaturday(context: PlanContext): PlanContext {
  const { target_date, start_date, restDays, dayNamed = true } = context;
  if (dayNamed || restDays.includes(6)) return context;
  const isMonthEnd = addDays(target_date, 1).endsWith('-01');
  const near = (isMonthEnd ? [0, -1, -2, -3, -4, -5, -6] : [0, 1, -1, 2, -2, 3, -3]).map((days) =>
    addDays(target_date, days),
  );
  const saturday = near.find((day) => weekdayOf(day) === 6 && day > start_date);
  return saturday ? { ...context, target_date: saturday } : context;
}

/** Returns the first weekend day from then on that is no rest day; rather one with two to six days in its week than a whole one. */
function weekendAfter(day: Day, { start_date, restDays }: PlanContext): Day {
  const near = [-1, 0, 1, 2, 3, 4, 5, 6].map((days) => addDays(day, days));
  const free = near.filter((each) => [0, 6].includes(weekdayOf(each)) && !restDays.includes(weekdayOf(each)));
  return free.find((each) => (daysBetween(start_date, each) + 1) % 7 > 1) ?? free[0] ?? day;
}
