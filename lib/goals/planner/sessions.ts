import { addDays, daysBetween } from '../../days.ts';
import { patternOf, type Value } from '../playbooks/expression.ts';
import type { Facts, Local } from '../playbooks/facts.ts';
import type { Session } from '../playbooks/schema.ts';
import { asksDoctor, GENTLE, isCheckupWeek, isTooMuch } from './care.ts';
import { countWeeks, type PlanContext } from './context.ts';
import { type Course, localOf } from './course.ts';
import { minutesOf } from './minutes.ts';
import type { Item } from './outline.ts';
import type { PlanTask } from './schema.ts';

type Planned = { session: Session; local: Local };

/** Returns the playbook's sessions; gentle ones in place of the hard where a doctor is asked first. */
export function sessionsFor({ playbook, context }: Course): readonly Session[] {
  return asksDoctor(context, playbook)
    ? [...playbook.sessions.filter((session) => !isTooMuch(session, playbook)), GENTLE]
    : playbook.sessions;
}

/** Returns the sessions of one week, as often as they come. */
export function sessionsOf(course: Course, week: number, steps: readonly Item[]): Planned[] {
  const { facts, context } = course;
  const local = localOf(course, week);
  const ends = addDays(context.start_date, 7 * week - 1);
  const isCheckup = isCheckupWeek(context, course.playbook, week);
  const isCareful = (asksDoctor(context, course.playbook) || isCheckup) && countWeeks(context) > 1;
  const fitting = sessionsFor(course).filter((session) => {
    if (isCheckup && isTooMuch(session, course.playbook)) return false;
    if (session.phases && !session.phases.includes(String(local.phase))) return false;
    if (isCareful && week === 1) return false;
    const step = session.after === undefined ? undefined : steps.find(({ id }) => id === session.after);
    if (step?.target && step.target > ends) return false;
    const every = session.every === undefined ? 1 : facts.number(session.every);
    const place = session.phases ? Number(local.phase_week) : week;
    if (every > 1 && (place - (session.offset ?? every)) % every !== 0) return false;
    return facts.test(session.when, local);
  });
  const counts = fitting.map((session) => Math.round(Math.min(14, Math.max(0, facts.number(session.per_week, local)))));
  return fitToNamed(fitting, counts, facts).flatMap(({ session, count }) => {
    return Array.from({ length: count }, (_, index) => ({ session, local: { ...local, k: index + 1 } }));
  });
}

/** Returns how often each session comes in a week, with every step before it done. */
export function timesAWeek(course: Course, week: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { session } of sessionsOf(course, week, [])) counts.set(session.id, (counts.get(session.id) ?? 0) + 1);
  return counts;
}

/** The times a week that the person named go to the main sessions, the most important first. */
function fitToNamed(sessions: readonly Session[], counts: readonly number[], facts: Facts) {
  const planned = sessions.map((session, index) => ({ session, count: counts[index] ?? 0 }));
  const named = facts.number('named_per_week');
  const main = planned.filter(({ session, count }) => session.main && count > 0);
  if (named === 0 || main.length === 0) return planned;
  const total = () => main.reduce((sum, { count }) => sum + count, 0);
  const least = [...main].sort((a, b) => b.session.priority - a.session.priority || b.count - a.count);
  while (total() > named) {
    const next =
      least.find(({ count }) => count > (main.length > named ? 0 : 1)) ?? least.find(({ count }) => count > 0);
    if (!next) break;
    next.count -= 1;
  }
  const most = main.reduce((a, b) => (b.count > a.count ? b : a));
  most.count += Math.max(0, named - total());
  return planned;
}

/** Numbers the times of each session over the whole way, and says which share of its amount lies before and after each. */
export function numberSessions(course: Course, weekly: Planned[][]): Item[][] {
  const { context } = course;
  const current = Math.max(0, Math.floor(daysBetween(context.start_date, context.now.day) / 7));
  const counted = new Map<string, { done: number; share: number; total: number }>();
  for (const { id, variants } of sessionsFor(course)) {
    const patterns = variants.map(({ title }) => patternOf(title));
    const isOne = ({ title }: { title: string }) => patterns.some((pattern) => pattern.test(title));
    const done = context.kept.filter(isOne).length;
    const from = (week: number) =>
      weekly
        .slice(week)
        .flat()
        .filter(({ session }) => session.id === id).length;
    const planned = done + plannedBefore(context, isOne) + from(context.before?.weeks.length ?? 0);
    const ahead = from(context.before ? current : 0);
    counted.set(id, { done, share: context.before && planned > 0 ? done / planned : 0, total: ahead });
  }
  const reached = new Map<string, number>();
  return weekly.map((week, index) =>
    week.flatMap(({ session, local }) => {
      if (context.before && index < current) return [];
      const { done, share, total } = counted.get(session.id) ?? { done: 0, share: 0, total: 1 };
      const n = (reached.get(session.id) ?? 0) + 1;
      reached.set(session.id, n);
      const at = (count: number) => share + ((1 - share) * count) / Math.max(1, total);
      return [
        sessionItem(course, session, {
          ...local,
          n: done + n,
          N: done + total,
          from_share: at(n - 1),
          to_share: at(n),
        }),
      ];
    }),
  );
}

/** How many tasks of the plan before were missed or lie ahead. Weeks that it had not planned yet are not among them. */
function plannedBefore({ before, missed, kept, now }: PlanContext, isOne: (task: PlanTask) => boolean): number {
  const open = (before?.weeks ?? [])
    .flatMap(({ tasks }) => tasks)
    .filter(({ id, date }) => {
      return date >= now.day && !kept.some((done) => done.id === id);
    });
  return [...missed, ...open].filter(isOne).length;
}

/** Of the minutes that somebody named, a week that may not grow so fast takes at least the first share, a day with a step on it the second. */
const [EASED_TO, CROWDED_TO] = [0.6, 0.5];

function withEase({ min, max, ideal }: Pick<Item, 'min' | 'max' | 'ideal'>, isNamed: boolean) {
  const [eased = 0, least = 0] = [EASED_TO, CROWDED_TO].map((share) => Math.round((ideal * share) / 5) * 5);
  return isNamed && eased >= 15 ? { min: Math.min(min, eased), least, max, ideal } : { min, max, ideal };
}

function sessionItem(course: Course, session: Session, given: Local): Item {
  const { facts } = course;
  const named = facts.number('named_minutes');
  const local: Record<string, Value> = { ...given };
  for (const [name, expression] of Object.entries(session.let ?? {})) local[name] = facts.value(expression, local);
  const variant = session.variants[(Number(local.n) - 1) % session.variants.length] ?? session.variants[0];
  return {
    id: session.id,
    kind: 'session',
    title: variant?.title ?? '',
    how: variant?.how ?? '',
    local,
    ...withEase(
      minutesOf(session.minutes, course, local, session.main && named > 0 ? named : undefined),
      session.main && named > 0,
    ),
    priority: session.priority,
    hard: session.hard,
    main: session.main,
    review: session.review,
    part: session.part,
    fixedPart: session.fixed_part,
    days: session.days,
    after: session.after,
  };
}
