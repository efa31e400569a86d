/** Judges plans as somebody would who knows the domain and reads what the person wrote. */

import { daysBetween } from '../lib/days.ts';
import { briefOf, careOf } from '../lib/goals/brief.ts';
import type { PlanContext } from '../lib/goals/planner/context.ts';
import { verify } from '../lib/goals/planner/invariants.ts';
import type { Plan, PlanQuestion } from '../lib/goals/planner/schema.ts';
import { namedMinutes } from '../lib/goals/planner/sense.ts';
import { type Brief, finalizeProposal, type Proposal } from '../lib/goals/proposal.ts';
import { ABOUT, ORDER } from './domains.ts';
import type { JudgedGoal } from './judged-goals.ts';
import { planningOf } from './person.ts';

/** A Saturday morning in Berlin. Fixed, so that the right values hold. */
export const judgedAt = new Date('2026-11-28T08:00:00Z');

/** Criteria for plans, each with the least share of goals that must pass. */
export const CRITERIA = {
  rules: 1,
  domain: 0.95,
  horizon: 0.9,
  amounts: 0.93,
  safe: 1,
  foreign: 0.85,
  order: 0.97,
  minutes: 0.98,
  reviews: 0.97,
  repetition: 0.9,
  about: 0.92,
  questions: 0.6,
} as const;
export type Criterion = keyof typeof CRITERIA;
export const criteria = Object.keys(CRITERIA) as Criterion[];

/** A judged goal: for each criterion what is wrong, nothing where it holds; undefined where it does not apply. */
export type Judged = {
  goal: JudgedGoal;
  plan: Plan | null;
  questions: PlanQuestion[];
  wrong: Partial<Record<Criterion, string[]>>;
  /** The context that the plan was made from. */
  context?: PlanContext;
};

type Line = Plan['weeks'][number]['tasks'][number];

function planningFor(goal: JudgedGoal) {
  const timezone = goal.language === 'en' ? 'Europe/London' : 'Europe/Berlin';
  return planningOf(goal, { timezone, locale: goal.language }, judgedAt);
}

/** Returns what the plan of a judged goal is made from. */
export function briefFor(goal: JudgedGoal): Brief {
  return briefOf(planningFor(goal), goal.title, judgedAt);
}

/** Plans a goal as the durable function does, without a model where there is no proposal, and judges the plan. */
export function judge(goal: JudgedGoal, proposal: Proposal | null = null): Judged {
  const care = careOf(planningFor(goal));
  const kindWrong =
    goal.care === 'unjudged' || (care?.kind ?? null) === goal.care
      ? []
      : [`care is ${care?.kind ?? 'none'}, not ${goal.care ?? 'none'}`];
  if (care?.tier === 'nothing' || goal.noPlan) {
    const isRight = care?.tier === 'nothing' && goal.noPlan === true;
    const safe = [
      ...kindWrong,
      ...(isRight ? [] : ['a plan where there must be none, or none where there must be one']),
    ];
    return { goal, plan: null, questions: [], wrong: { safe } };
  }
  const brief = briefFor(goal);
  const made = finalizeProposal(brief, proposal);
  if ('infeasible' in made) {
    return { goal, plan: null, questions: [], wrong: { rules: [made.message], safe: kindWrong } };
  }
  const { plan, questions } = made;
  const { context } = brief;
  return { goal, plan, questions, context, wrong: { ...judgePlan(goal, plan, questions, context), safe: kindWrong } };
}

/** Judges a plan by all criteria but care: for each that applies, what is wrong. */
export function judgePlan(
  goal: JudgedGoal,
  plan: Plan,
  questions: PlanQuestion[],
  context: PlanContext,
): Partial<Record<Criterion, string[]>> {
  const lines = plan.weeks.flatMap(({ tasks }) => tasks);
  const said = textOf(plan, goal.title);
  const missing = (goal.says ?? []).filter((pattern) => !new RegExp(pattern, 'i').test(said));
  const present = (goal.never ?? []).filter((pattern) => new RegExp(pattern, 'i').test(said));
  const asked = (goal.answered ?? []).filter((pattern) =>
    questions.some(({ text }) => new RegExp(pattern, 'i').test(text)),
  );
  const { start_date, end_date: target_date } = plan;
  return {
    rules: verify(plan, { ...context, start_date, target_date }).violations,
    domain: goal.domains.includes(plan.playbook ?? '') ? [] : [`${plan.playbook}, not ${goal.domains[0]}`],
    ...(goal.weeks || goal.end ? { horizon: judgeHorizon(goal, plan) } : {}),
    ...(goal.says ? { amounts: missing.map((pattern) => `never says ${pattern}`) } : {}),
    ...(goal.never ? { foreign: present.map((pattern) => `says ${pattern}`) } : {}),
    order: judgeOrder(plan, lines),
    minutes: judgeMinutes(lines),
    reviews: judgeReviews(lines),
    repetition: judgeRepetition(plan, lines),
    about: judgeAbout(goal, plan, lines),
    ...(goal.answered ? { questions: asked.map((pattern) => `asks ${pattern}`) } : {}),
  };
}

/** Returns all that a plan says, without the goal's own title, which proves nothing. */
function textOf({ summary, notes, weeks, later }: Plan, title: string): string {
  const texts = [
    summary,
    ...notes,
    ...weeks.flatMap(({ milestone, tasks }) => [
      milestone.title,
      milestone.success_criterion,
      ...tasks.flatMap((task) => [task.title, task.description]),
    ]),
    ...later.map(({ success_criterion }) => success_criterion),
  ];
  return texts.map((text) => text.replaceAll(title, ' ')).join('\n');
}

function judgeHorizon({ weeks, end }: JudgedGoal, { start_date, end_date }: Plan): string[] {
  const length = Math.ceil((daysBetween(start_date, end_date) + 1) / 7);
  if (weeks && (length < weeks[0] || length > weeks[1])) return [`${length} weeks, not ${weeks.join(' to ')}`];
  if (end && (end_date < end[0] || end_date > end[1])) return [`ends ${end_date}, not ${end.join(' to ')}`];
  return [];
}

function judgeOrder({ playbook = '' }: Plan, lines: readonly Line[]): string[] {
  return (ORDER[playbook] ?? []).flatMap(([first, second]) => {
    const prepares = lines.find(({ title }) => first.test(title));
    const follows = lines.find(({ title }) => second.test(title) && title !== prepares?.title);
    if (!prepares || !follows || at(prepares) <= at(follows)) return [];
    return [`"${follows.title}" on ${follows.date} before "${prepares.title}" on ${prepares.date}`];
  });
}

function at({ date, start_time = '' }: Line): string {
  return `${date} ${start_time}`;
}

/** An amount in a title, and the least and most minutes that one of it takes. */
const PACES: readonly (readonly [RegExp, number, number])[] = [
  [/^run (\d+(?:\.\d+)?) km/i, 3.5, 9.5],
  [/^(?:ride|cycle) (\d+(?:\.\d+)?) km/i, 1.8, 6],
  [/^walk (\d+(?:\.\d+)?) km/i, 8, 20],
  [/^read (\d+) pages/i, 0.5, 4],
  [/^(?:write|draft) (?:about )?(\d[\d,]*) words/i, 0.02, 0.4],
];

function judgeMinutes(lines: readonly Line[]): string[] {
  return lines.flatMap(({ title, duration_minutes: minutes }) => {
    const pace = PACES.find(([pattern]) => pattern.test(title));
    const amount = pace ? Number(pace[0].exec(title)?.[1]?.replaceAll(',', '')) : 0;
    const isOff = pace && (minutes < amount * pace[1] - 5 || minutes > amount * pace[2] + 15);
    const quarter = /a quarter of an hour/i.test(title) && Math.abs(minutes - 15) > 10;
    const named = namedMinutes(title).reduce((sum, each) => sum + each, 0);
    const isLess = named > 0 && named <= 240 && minutes < named * 0.8 && !/[+/–]|per|each|a day/i.test(title);
    return isOff || quarter || isLess ? [`"${title}" has ${minutes} minutes`] : [];
  });
}

const REVIEWS =
  /^(?:look back|reflect|take stock|note what made|count this week|review (?:the|your|this) (?:week|plan|month))/i;

function judgeReviews(lines: readonly Line[]): string[] {
  const reviews = lines.filter(({ title }) => REVIEWS.test(title)).length;
  return reviews * 8 <= Math.max(8, lines.length) ? [] : [`${reviews} of ${lines.length} lines look back`];
}

function judgeRepetition({ weeks }: Plan, lines: readonly Line[]): string[] {
  // Words that only tell the times apart do not make another line.
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/\(\d+ of \d+\)|session \d+ of \d+/g, '')
      .trim();
  const most = ([text, count]: readonly [string, number], of: number, what: string, allowed: number) =>
    count > Math.max(3, allowed) ? [`${what} "${text.slice(0, 60)}" ${count} of ${of} times`] : [];
  const milestones = weeks.map(({ milestone }) => `${milestone.title} | ${milestone.success_criterion}`);
  return [
    ...most(commonest(lines.map(({ title }) => plain(title))), lines.length, 'title', lines.length / 3),
    ...most(commonest(lines.map(({ description }) => description)), lines.length, 'description', lines.length / 2),
    ...most(commonest(milestones), weeks.length, 'milestone', 3),
  ];
}

function commonest(texts: readonly string[]): readonly [string, number] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as const);
}

function judgeAbout({ title, description, domains }: JudgedGoal, plan: Plan, lines: readonly Line[]): string[] {
  const known = [...new Set([...domains, plan.playbook ?? ''])]
    .map((id) => ABOUT[id])
    .filter((each) => each !== undefined);
  const right = domains.map((id) => ABOUT[id]).filter((each) => each !== undefined);
  const patterns = right.length > 0 ? right : known;
  const own = new Set(`${title} ${description}`.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  const isAbout = (text: string) =>
    patterns.some((pattern) => pattern.test(text)) ||
    (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).some((word) => own.has(word));
  const about = lines.filter((line) => isAbout(line.title.replaceAll(title, ' '))).length;
  return about * 3 >= lines.length * 2 ? [] : [`${about} of ${lines.length} lines are about it`];
}

/** Returns the share of goals that pass a criterion, of those that it applies to; null where there are none. */
export function shareOf(judged: readonly Judged[], criterion: Criterion): number | null {
  const of = judged.map(({ wrong }) => wrong[criterion]).filter((found) => found !== undefined);
  return of.length === 0 ? null : of.filter((found) => found.length === 0).length / of.length;
}

/** Returns the criteria that are below their threshold, with what failed. */
export function shortfalls(judged: readonly Judged[]): string[] {
  return criteria.flatMap((criterion) => {
    const share = shareOf(judged, criterion) ?? 1;
    if (share >= CRITERIA[criterion]) return [];
    const failed = judged.filter(({ wrong }) => wrong[criterion]?.length);
    const named = failed.map(({ goal, wrong }) => `"${goal.title}": ${wrong[criterion]?.slice(0, 2).join('; ')}`);
    return [`${criterion} ${percent(share)}, not ${percent(CRITERIA[criterion])}: ${named.join(' | ')}`];
  });
}

/** Returns a share as a whole number of percent. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
