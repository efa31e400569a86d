import { findHarm } from '../../care/harm.ts';
import { daysBetween } from '../../days.ts';
import { namesIn } from '../playbooks/expression.ts';
import { type Local, sayDate } from '../playbooks/facts.ts';
import type { Playbook } from '../playbooks/schema.ts';
import { asksDoctor, isCheckupWeek } from './care.ts';
import { countWeeks, type Week } from './context.ts';
import { type Course, localOf } from './course.ts';
import { splitPhases } from './later.ts';
import type { Item } from './outline.ts';
import type { Placed } from './place.ts';
import type { DraftPlan, LaterPhase } from './schema.ts';
import { timesAWeek } from './sessions.ts';
import { line, sameText } from './text.ts';

type Milestone = DraftPlan['weeks'][number]['milestone'];

/** Says what a planned week reaches; the week with the goal's last day reaches the goal itself. */
export function milestoneOf(course: Course, week: Week, sorted: readonly Placed[]): Milestone {
  const { playbook, facts, context } = course;
  const upTo = sorted.filter(({ day }) => day <= week.ends_on);
  const own = upTo.filter(({ day }) => day >= week.starts_on);
  const last = upTo
    .filter(({ item }) => item.kind === 'session')
    .reduce((by, { item }) => by.set(item.id, item), new Map<string, Item>());
  const shares = Object.fromEntries(
    playbook.sessions.map(({ id }) => [`upto_${id}`, Number(last.get(id)?.local.to_share ?? 0)]),
  );
  const counted = Object.fromEntries(
    playbook.sessions.map(({ id }) => [`this_${id}`, own.filter(({ item }) => item.id === id).length]),
  );
  const steps = (of: readonly Placed[]) => of.filter(({ item }) => item.kind === 'step');
  for (const { id } of playbook.steps) {
    const [done = [], now = []] = [steps(upTo), steps(own)].map((of) => of.filter(({ item }) => item.id === id));
    shares[`upto_${id}`] = Math.max(0, ...done.map(({ item }) => Number(item.local.to_share ?? 0)));
    counted[`this_${id}`] = now.length;
  }
  const local: Local = {
    ...localOf(course, week.week),
    ...shares,
    ...counted,
    tasks: own.length,
    minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
    steps_done: steps(upTo).length,
    steps_total: countSteps(course),
  };
  const by = sayDate(week.ends_on);
  if (week.ends_on >= context.target_date) return goalOf(course, local, own.length, by);
  const share = week.week / countWeeks(context);
  const at = playbook.milestones.find(({ at: place, when }) => {
    return (
      place !== undefined && share >= place && (week.week - 1) / countWeeks(context) < place && facts.test(when, local)
    );
  });
  const pool = poolOf(course, local);
  // Of a step that is repeated, the last time says it all: "paper 7 of 9 there".
  const done = [...new Map(steps(own).map(({ item }) => [item.id, item.done])).values()].flatMap((each) => each || []);
  const isForDoctor = asksDoctor(context, playbook) || isCheckupWeek(context, playbook, week.week);
  const chosen = isForDoctor ? undefined : (at ?? pool[(Number(local.phase_week) - 1) % Math.max(1, pool.length)]);
  if (chosen) return milestone(facts.say(chosen.title, local), facts.say(chosen.criterion, local), by);
  if (done.length > 0) {
    const things = listOf(done.slice(0, 3));
    return milestone(things.charAt(0).toUpperCase() + things.slice(1), things, by);
  }
  const task = mainTask(own.filter(({ item }) => !findHarm(`Done by ${by}: ${item.title}`)));
  const title = `${String(local.phase_title)}, week ${week.week}`;
  // Beyond the planned weeks lies the goal; no week before bears its title.
  if (!task || sameText(task, context.goal.title)) return milestone(title, task ?? 'What is open done', by);
  return milestone(task, `Done by ${by}: ${task}`, by);
}

/** Returns the title of a week's most important task: a step before what comes back, what the plan is about before the rest. */
function mainTask(own: readonly Placed[]): string | undefined {
  const rank = ({ item: { kind, main, review } }: Placed) =>
    review ? 4 : kind === 'step' ? 0 : kind === 'small' ? 3 : main ? 1 : 2;
  const first = [...own].sort(
    (a, b) => rank(a) - rank(b) || a.item.priority - b.item.priority || b.minutes - a.minutes,
  )[0];
  return first?.item.title;
}

/** Names of a template that count one week's tasks, which says nothing about a phase of months. */
const OF_ONE_WEEK = ['tasks', 'minutes', 'steps_done', 'steps_total'];

/** Says what lies beyond the weeks that are planned: phases of one to three months, the last of which is the goal. */
export function laterOf(course: Course, weeks: readonly Week[]): LaterPhase[] {
  const { phases, context, facts, playbook } = course;
  const planned = weeks.at(-1)?.ends_on ?? context.target_date;
  return splitPhases(phases, planned, context.target_date).map(({ title, from, until }): LaterPhase => {
    const days = daysBetween(context.start_date, until) + 1;
    const share = days / (daysBetween(context.start_date, context.target_date) + 1);
    const week = Math.min(countWeeks(context), Math.ceil(days / 7));
    const counts = timesAWeek(course, week);
    const total = countSteps(course);
    const local: Local = {
      ...localOf(course, week),
      ...Object.fromEntries(
        playbook.sessions.flatMap(({ id }) => [
          [`upto_${id}`, share],
          [`this_${id}`, counts.get(id) ?? 0],
        ]),
      ),
      ...Object.fromEntries(
        playbook.steps.flatMap(({ id }) => [
          [`upto_${id}`, share],
          [`this_${id}`, 1],
        ]),
      ),
      tasks: [...counts.values()].reduce((sum, count) => sum + count, 0),
      minutes: 0,
      steps_done: Math.round(total * share),
      steps_total: total,
    };
    if (until >= context.target_date) {
      const goal = goalOf(course, local, Number(local.tasks), sayDate(until));
      return { title: goal.title, from, until, success_criterion: goal.success_criterion };
    }
    const chosen = asksDoctor(context, playbook) ? undefined : forPhase(poolOf(course, local));
    const said = chosen ? facts.say(chosen.criterion, local).replaceAll('this week', 'a week') : '';
    const criterion = /\d/.test(said) ? said : `${Math.round(share * 100)} % of the way done`;
    return { title: line(title, 300), from, until, success_criterion: withStop(line(criterion, 290)) };
  });
}

/** Returns the milestone that says most about a phase: one of this kind of goal in particular, one that counts up rather than a week. */
function forPhase(pool: Playbook['milestones']): Playbook['milestones'][number] | undefined {
  const names = new Map(pool.map((each) => [each, namesIn(each.criterion, true)]));
  const fitting = pool.filter((each) => !names.get(each)?.some((name) => OF_ONE_WEEK.includes(name)));
  const rank = (each: Playbook['milestones'][number]) =>
    (each.when ? 2 : 0) + (names.get(each)?.some((name) => name.startsWith('this_')) ? 0 : 1);
  return [...fitting].sort((a, b) => rank(b) - rank(a))[0];
}

/** Returns the milestone of the goal itself: its title, or its first stage, or what a doctor agrees to. */
function goalOf({ playbook, facts, context }: Course, local: Local, tasks: number, by: string): Milestone {
  const stage = playbook.goal.stage;
  const criterion = facts.test('stage') && stage ? stage : playbook.goal.criterion;
  const title = line(context.goal.title, 280) || 'The goal';
  if (playbook.id === 'doctor-first')
    return milestone(`Agreed with the doctor first: ${title}`, facts.say(criterion, local), by);
  if (asksDoctor(context, playbook)) {
    return milestone(
      title,
      `Done as far as your doctor agreed: ${tasks} of ${tasks} gentle tasks of the last week`,
      by,
    );
  }
  return milestone(facts.test('stage') ? `First stage of: ${title}` : title, facts.say(criterion, local), by);
}

function poolOf({ playbook, facts }: Course, local: Local) {
  return playbook.milestones.filter(({ at, phases, when }) => {
    return at === undefined && (!phases || phases.includes(String(local.phase))) && facts.test(when, local);
  });
}

function countSteps({ playbook, facts }: Course): number {
  return playbook.steps.filter(({ when }) => facts.test(when)).length;
}

function milestone(title: string, criterion: string, by: string): Milestone {
  const measured = /\d/.test(criterion) ? criterion : `${criterion}, by ${by}`;
  const metric = line(measured, 290);
  return { title: line(title, 300), metric, success_criterion: withStop(metric) };
}

function withStop(text: string): string {
  return /[.!]$/.test(text) ? text : `${text}.`;
}

function listOf(things: readonly string[]): string {
  return things.length < 2 ? (things[0] ?? '') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`;
}
