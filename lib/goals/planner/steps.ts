import { addDays, daysBetween } from '../../days.ts';
import type { Facts, Local } from '../playbooks/facts.ts';
import type { Step } from '../playbooks/schema.ts';
import { asksDoctor, careSteps, heedDoctor } from './care.ts';
import { openDays, type Week } from './context.ts';
import type { Course } from './course.ts';
import { minutesOf } from './minutes.ts';
import type { Item } from './outline.ts';
import { inParts } from './parts.ts';
import { sameText } from './text.ts';

/** The id of a playbook's own step to the doctor; the steps of care take its place. */
const OWN_DOCTOR = 'doctor';

/** Returns a playbook's steps with their days, in their order, the doctor and the adult first. */
export function datedSteps(course: Course, open: readonly Week[]): Item[] {
  const { context, facts, playbook } = course;
  const days = daysBetween(context.start_date, context.target_date);
  const first = open[0] ? openDays(open[0], context)[0] : undefined;
  const lastPlanned = open.at(-1)?.ends_on ?? context.target_date;
  const care = careSteps(context, playbook);
  const asks = care.length > 0 && asksDoctor(context, playbook);
  const own = playbook.steps.filter((step) => facts.test(step.when) && !(asks && step.id === OWN_DOCTOR));
  const wanted = [...care, ...own];
  const instances = wanted.flatMap((step) => repeated(step, facts));
  const longest = instances.reduce((most, { step: { before }, local }) => {
    return before === undefined ? most : Math.max(most, facts.number(before, local));
  }, 0);
  const items = instances.flatMap(({ step, local }, index) => {
    const offset = offsetOf(course, instances, index, longest);
    const item = stepItem(course, step, local);
    const heeded = asks ? heedDoctor(item, offset) : [item];
    return heeded.flatMap((each) => inParts(each, course)).map((each) => ({ item: each, step, offset }));
  });
  const isDone = (title: string) => context.kept.some((done) => sameText(done.title, title));
  const ordered = items.sort((a, b) => a.offset - b.offset || rankOf(a.step) - rankOf(b.step));
  let cursor = first && context.before ? daysBetween(context.start_date, first) : 0;
  return ordered.flatMap(({ item, step, offset }) => {
    if (isDone(item.title)) return [];
    const gap = step.gap === undefined ? 0 : facts.number(step.gap);
    // What has its own day waits for no other step, and none for it.
    if (!step.exact) cursor = Math.min(days, Math.max(cursor + (gap > 0 ? gap : 0), offset));
    const target = addDays(context.start_date, step.exact ? offset : cursor);
    return target <= lastPlanned ? [{ ...item, target }] : [];
  });
}

/** Returns the day of a step, counted from the first of the plan. */
function offsetOf(course: Course, instances: readonly { step: Step; local: Local }[], index: number, longest: number) {
  const { facts, context } = course;
  const { step, local } = instances[index] ?? {};
  const days = daysBetween(context.start_date, context.target_date);
  if (step?.finale) return days;
  if (step?.day !== undefined) return Math.max(0, Math.min(days, Math.round(facts.number(step.day, local))));
  if (step?.before !== undefined) return beforeEnd(facts.number(step.before, local), days, longest);
  return inPhase(course, instances, index);
}

/** The goal itself comes after all that falls on its day. */
const rankOf = ({ finale }: Step) => (finale === 'event' ? 2 : finale ? 1 : 0);

function repeated(step: Step, facts: Facts): { step: Step; local: Local }[] {
  const count = step.times === undefined ? 1 : Math.max(0, Math.min(60, Math.round(facts.number(step.times))));
  return Array.from({ length: count }, (_, index) => {
    return { step, local: { n: index + 1, N: count, from_share: index / count, to_share: (index + 1) / count } };
  });
}

/** Steps of a phase are spread over it evenly, the first on its first day. */
function inPhase({ phases, context }: Course, instances: readonly { step: Step }[], index: number): number {
  const id = instances[index]?.step.phase;
  const span = phases.find((phase) => phase.id === id) ?? phases[0];
  if (!span) return 0;
  const same = instances.map(({ step }, place) => ({ step, place })).filter(({ step }) => step.phase === id);
  const place = same.findIndex((each) => each.place === index);
  const length = daysBetween(span.from, span.until) + 1;
  return daysBetween(context.start_date, span.from) + Math.floor((place * length) / same.length);
}

/**
 * Returns the day of a step that is due so many days before the end. What is near the end keeps its distance: the last three weeks, or
 * half of what there is. What is further away is moved so that the earliest step falls on the first day, whether there is less
 * time than usual or more.
 */
function beforeEnd(before: number, days: number, longest: number): number {
  const kept = Math.max(Math.min(21, days / 2), Math.min(days, longest) / 2);
  const distance =
    before <= kept || longest <= kept ? before : kept + ((before - kept) * (days - kept)) / (longest - kept);
  return Math.max(0, Math.min(days, Math.round(days - distance)));
}

function stepItem(course: Course, step: Step, local: Local): Item {
  const { facts } = course;
  return {
    id: step.id,
    kind: 'step',
    title: facts.say(step.title, local),
    how: facts.say(step.how, local),
    done: step.done === undefined ? undefined : facts.say(step.done, local),
    local,
    ...minutesOf(step.minutes, course, local, Number.POSITIVE_INFINITY),
    priority: step.priority,
    hard: false,
    review: false,
    part: step.part,
    fixedPart: step.finale === 'event' && step.part !== undefined,
    days: step.days,
    fixedDay: step.fixed,
    exact: step.exact,
    finale: step.finale,
  };
}
