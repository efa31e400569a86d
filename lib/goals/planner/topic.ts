import { fold } from '../playbooks/phrases.ts';
import type { Playbook } from '../playbooks/schema.ts';
import type { PlanContext } from './context.ts';
import { playbookFor } from './horizon.ts';
import type { Verifiable } from './invariants.ts';

/** A plan of a known domain in English names its things in at least this share of the tasks. */
const LEAST_SHARE = 1 / 3;
const STEM = 5;
/** Words that say nothing about a domain. */
const EVERYWHERE = new Set(
  'about after again before every first least less like make more most next note other over plan start stop take than that their them then there these they this three time times under until week what when where which with write your yours minutes review check list goal step steps part small'.split(
    ' ',
  ),
);

/**
 * Tells whether a model's plan is about the goal: its tasks have words of the goal or of the goal's domain. Returns the sentence that
 * says it is not; undefined for plans that are, and where no playbook knows the domain.
 */
export function offTopic(plan: Verifiable, context: PlanContext): string | undefined {
  const playbook = playbookFor(context);
  if (playbook.id === 'general') return undefined;
  const known = new Set(stemsOf(`${context.goal.title} ${context.goal.description ?? ''} ${wordsOf(playbook)}`));
  const tasks = plan.weeks.flatMap(({ tasks: own }) => own).filter(({ kept }) => !kept);
  const about = tasks.filter(({ title, description }) =>
    stemsOf(`${title} ${description}`).some((stem) => known.has(stem)),
  );
  const isAbout = context.language === 'en' ? about.length >= LEAST_SHARE * tasks.length : about.length > 0;
  if (tasks.length === 0 || isAbout) return undefined;
  return `Only ${about.length} of ${tasks.length} tasks are about "${context.goal.title}": plan that goal.`;
}

function wordsOf({ match, steps, sessions, small }: Playbook): string {
  const phrases = [match.strong, match.weak ?? {}].flatMap((part) => Object.values(part).flatMap((list) => list ?? []));
  const titles = [...steps, ...sessions.flatMap(({ variants }) => variants), ...small].map(({ title }) =>
    title.replace(/\{[^}]*\}/g, ' '),
  );
  return [...phrases, ...titles].join(' ');
}

function stemsOf(text: string): string[] {
  const words = fold(text).match(/\p{L}{3,}/gu) ?? [];
  return words.filter((word) => !EVERYWHERE.has(word)).map((word) => word.slice(0, STEM));
}
