import { weekdayOf } from '../../../days.ts';
import { freeMinutes, MAX_TASK_MINUTES, MIN_TASK_MINUTES, type PlanContext, type Week, weeksOf } from '../context.ts';
import { readHorizon } from '../horizon.ts';
import { findShortage, type Infeasible } from '../infeasible.ts';
import { type Slot, shareMinutes, spread } from '../pack.ts';
import { type DraftPlan, type DraftTask, type DraftWeek, WEEKDAYS } from '../schema.ts';
import { line, sameText } from '../text.ts';
import { withCare } from './care.ts';
import type { Activity } from './category.ts';
import { type GoalFacts, progressTowards, readGoal } from './goal.ts';
import { dayLimit, GOOD_SESSION_MINUTES, loadShare, mostAfter, weeklyEffort } from './load.ts';
import { LAST_REVIEW, REVIEWS } from './review.ts';
import { chooseActivities, type Stage, stageOf, stepOf } from './stage.ts';
import { tailor } from './tailor.ts';

/** Looking back takes no longer than this, and what is done once to prepare no longer than that, in minutes. */
const [MOST_FOR_REVIEW, MOST_FOR_ONCE] = [15, 30];

/**
 * Plans a goal without a model: its category's phases, stretched over the plan's weeks and fitted to the person's free minutes.
 *
 * Returns a draft that passes the verifier in this context, or why no plan is possible. The same input gives the same draft.
 */
export function templatePlan(context: PlanContext): DraftPlan | Infeasible {
  const shortage = findShortage(context);
  if (shortage) return shortage;
  const facts = withCare(tailor(factsOf(context), context.goal), context);
  const weeks = weeksOf(context);
  let before: number | undefined;
  const drafted = weeks.map((week) => {
    const draft = draftWeek(week, weeks.length, facts, context, before);
    before = minutesOf(draft.tasks);
    return draft;
  });
  return { summary: summarise(drafted, facts, context), weeks: drafted };
}

/** What the goal says, and the part of it that the plan covers: a plan that was cut does not reach the day it leads up to. */
function factsOf(context: PlanContext): GoalFacts {
  const facts = readGoal(context.goal);
  const { target_date, days, asked_days } = readHorizon({ ...context.goal, today: context.start_date });
  if (asked_days === undefined || target_date !== context.target_date) return facts;
  return { ...facts, hasEvent: false, part: days / asked_days };
}

function draftWeek(
  week: Week,
  count: number,
  facts: GoalFacts,
  context: PlanContext,
  before: number | undefined,
): DraftWeek {
  const stage = stageOf(week.week, count, facts.category.phases);
  const tasks = draftTasks(week, count, stage, facts, context, before);
  const isLast = week.week === count;
  const [step, reached] = stepOf(stage);
  const title = isLast ? line(context.goal.title, 300) || 'The goal' : step;
  const measure = isLast && facts.part === 1 ? facts.category.proof : reached;
  const filled = fill(measure, {
    subject: facts.subject,
    tasks: `${tasks.length}`,
    minutes: `${minutesOf(tasks)}`,
    week: `${week.week}`,
    weeks: `${count}`,
  });
  const progress = facts.quantity && progressTowards(facts.quantity, (facts.part * week.week) / count);
  const metric = isLast && progress ? `${progress} reached` : filled;
  const extra = isLast && progress ? filled : progress && `${progress} reached so far`;
  return {
    week: week.week,
    milestone: { title, metric, success_criterion: extra ? `${metric}; ${extra}.` : `${metric}.` },
    tasks,
  };
}

function draftTasks(
  week: Week,
  count: number,
  stage: Stage,
  facts: GoalFacts,
  context: PlanContext,
  before: number | undefined,
): DraftTask[] {
  const limit = dayLimit(facts, context.dailyMinutes);
  const slots = week.workingDays
    .map((day): Slot => {
      const titles = context.kept.filter(({ date }) => date === day).map(({ title }) => title);
      return { day, room: Math.min(limit, freeMinutes(context, day)), titles };
    })
    .filter(({ room }) => room >= MIN_TASK_MINUTES);
  const { sessions, sessionMinutes } = weeklyEffort(facts);
  const wanted = Math.round(Math.min(sessions, slots.length) * sessionMinutes * loadShare(week.week, count, facts));
  const budget = Math.max(MIN_TASK_MINUTES, Math.min(wanted, mostAfter(before)));
  const usualRoom = slots.reduce((sum, { room }) => sum + room, 0) / slots.length;
  const fitting = Math.max(1, Math.floor(budget / Math.min(sessionMinutes, GOOD_SESSION_MINUTES, usualRoom)));
  const chosen = chooseActivities(stage, facts, count, Math.min(sessions, slots.length, fitting));
  const review = week.week === count ? LAST_REVIEW : (REVIEWS[week.week % REVIEWS.length] ?? LAST_REVIEW);
  const ideas = chosen.map((activity, index) => toIdea(activity, index === 0 ? 3 : 2, facts));
  const hasTimeForReview = fitting > 2 && budget >= MIN_TASK_MINUTES * (ideas.length + 1);
  if (hasTimeForReview) ideas.push({ ...toIdea(review, 1, facts), most: MOST_FOR_REVIEW });
  const placed = spread(ideas, slots);
  if (placed.length === 0) placed.push(...spread(onceMore(ideas, context), slots));
  const weighed = placed.map(({ item, slot }) => ({ weight: item.weight, most: item.most, slot }));
  const minutes = shareMinutes(weighed, budget);
  return placed.map(({ item: { title, how }, slot }, index): DraftTask => {
    const weekday = WEEKDAYS[weekdayOf(slot.day)] ?? 'monday';
    const verb = title.split(' ')[0] ?? title;
    return { verb, title, description: how, weekday, start_time: null, minutes: minutes[index] ?? MIN_TASK_MINUTES };
  });
}

function toIdea([title, how, times]: Activity, weight: number, { subject }: GoalFacts) {
  const filled = subject ? title.replace('{subject}', subject) : title.replace(': {subject}', '');
  return { title: filled, how, weight, most: times === 'once' ? MOST_FOR_ONCE : MAX_TASK_MINUTES };
}

/** When all of a week's titles are done already on its only free days, the first is done again under a title of its own. */
function onceMore<Idea extends { title: string }>(ideas: Idea[], { kept }: PlanContext): Idea[] {
  return ideas.slice(0, 1).map((idea) => {
    const isFree = (time: number) => !kept.some(({ title }) => sameText(title, `${idea.title} (${time})`));
    let time = 2;
    while (!isFree(time)) time += 1;
    return { ...idea, title: `${idea.title} (${time})` };
  });
}

function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '').replace(/\b1 tasks\b/g, '1 task');
}

function minutesOf(tasks: readonly DraftTask[]): number {
  return tasks.reduce((sum, { minutes }) => sum + minutes, 0);
}

function summarise(weeks: readonly DraftWeek[], facts: GoalFacts, { goal }: PlanContext): string {
  const loads = weeks.map(({ tasks }) => minutesOf(tasks));
  const [least, most] = [Math.min(...loads), Math.max(...loads)];
  const span = weeks.length === 1 ? 'one week' : `${weeks.length} weeks`;
  const minutes = least === most ? `${most}` : `${least} to ${most}`;
  const taper = facts.hasEvent && weeks.length > 2 ? ' The last days are lighter, so that you arrive rested.' : '';
  return `A plan of ${span} for "${line(goal.title, 300)}", with ${minutes} minutes a week. ${facts.category.approach}${taper}`;
}
