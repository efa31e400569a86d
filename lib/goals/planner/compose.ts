import { type Amounts, OPEN_AMOUNT } from '../playbooks/facts.ts';
import { generalPlaybook } from '../playbooks/index.ts';
import type { Playbook } from '../playbooks/schema.ts';
import { type PlanContext, weeksOf } from './context.ts';
import { AMOUNTS_ID, courseOf } from './course.ts';
import { heedDescription } from './described/heed.ts';
import { draftOf, notesOf, QUESTIONS_MAX, questionsOf } from './draft.ts';
import { withEventDay } from './finale.ts';
import { limitReviews, placeWeeks } from './fit.ts';
import { playbookFor, withHorizon } from './horizon.ts';
import { findShortage, type Infeasible } from './infeasible.ts';
import { laterOf } from './milestones.ts';
import { outline } from './outline.ts';
import type { DraftPlan, LaterPhase, PlanQuestion } from './schema.ts';
import { findUnused } from './unused.ts';
import { readWishes, titleIn } from './wishes.ts';

/** A plan made from a playbook, and what comes with it. */
export type Composed = {
  draft: DraftPlan;
  /** The context with the horizon that the plan has. */
  context: PlanContext;
  playbook: string;
  /** Whether the goal itself can be reached by its end; if not, its first stage is planned and the notes say why. */
  reachable: boolean;
  notes: string[];
  /** Of the notes, those that say what cannot be reached. */
  limits: string[];
  questions: PlanQuestion[];
  later: LaterPhase[];
};

/**
 * Makes a plan from a playbook, without a model. The same context gives the same plan.
 *
 * A plan in which a figure cannot be (below zero, no number, more money than the goal's whole sum) is made again with its
 * amounts left open, which the notes say; one that then still has such a figure is made from the general playbook.
 *
 * Returns a draft with days and times that keeps every rule of the verifier, or why no plan is possible.
 */
export function composePlan(given: PlanContext, playbook = playbookFor(given)): Composed | Infeasible {
  const closed = composeFrom(playbook, given, false);
  if (closed.isPossible) return closed.composed;
  const open = composeFrom(playbook, given, true);
  const { composed } = open.isPossible ? open : composeFrom(generalPlaybook(), given, true);
  if ('infeasible' in composed) return composed;
  const asked = composed.questions.filter(({ id }) => playbook.questions.find((each) => each.id === id)?.reads);
  const questions = asked.length > 0 ? composed.questions : [AMOUNTS_QUESTION, ...composed.questions];
  return { ...composed, notes: [AMOUNTS_NOTE, ...composed.notes], questions: questions.slice(0, QUESTIONS_MAX) };
}

const AMOUNTS_NOTE = `The amounts in your words do not fit each other as I read them, so I cannot work out the plan's figures: where it says ${OPEN_AMOUNT}, one is still missing. Tell me the whole sum, what is there already and what you add each time, and I put them in.`;
const AMOUNTS_QUESTION: PlanQuestion = {
  id: AMOUNTS_ID,
  text: 'What is the whole amount, how much of it is there already, and how much is added each month or week?',
};

/** Makes a plan from one playbook, and says whether all of its figures are possible. */
function composeFrom(
  playbook: Playbook,
  given: PlanContext,
  open: boolean,
): { composed: Composed | Infeasible; isPossible: boolean } {
  let isPossible = true;
  const amounts: Amounts = {
    open,
    impossible: () => {
      isPossible = false;
    },
  };
  const starting = withEventDay(withHorizon(given, playbook, amounts), playbook);
  const shortage = findShortage(starting);
  if (shortage) return { composed: shortage, isPossible: true };
  const wishes = readWishes(starting, playbook);
  const { context } = wishes;
  const weeks = weeksOf(context);
  const whole = courseOf(playbook, wishes, amounts);
  const titleOf = titleIn(whole.course.facts);
  const drawn = outline(whole.course, weeks);
  const narrowed = wishes.narrow(playbook, drawn, titleOf);
  const { course: own, limits } = narrowed === playbook ? whole : courseOf(narrowed, wishes, amounts);
  const wished = narrowed === playbook ? drawn : outline(own, weeks);
  const { course, heeded } = heedDescription(own, wished);
  const outlined = course === own ? wished : outline(course, weeks);
  for (const week of outlined) week.items = week.items.filter((item) => !wishes.excludes(titleOf(item)));
  limitReviews(outlined);
  const unfollowed = wishes.note();
  const placed = placeWeeks(course, outlined);
  const draft = draftOf(course, weeks, placed);
  const notes = notesOf(course, [...limits, ...(unfollowed ? [unfollowed] : [])]);
  const questions = questionsOf(course);
  const unused = findUnused(
    context,
    playbook,
    course.facts,
    [...linesOf(draft), ...notes, ...questions.map(({ text }) => text)],
    heeded,
  );
  const composed: Composed = {
    draft,
    context,
    playbook: playbook.id,
    reachable: limits.length === 0,
    notes: unused === undefined ? notes : [...notes, unusedNote(unused.words)],
    limits,
    questions,
    later: laterOf(course, weeks),
  };
  return { composed, isPossible };
}

const unusedNote = (words: string) =>
  `You wrote “${words}”: the plan does not take this into account yet. Tell me what it changes, and I plan it again.`;

function linesOf({ summary, weeks }: DraftPlan): string[] {
  const lines = weeks.flatMap(({ milestone, tasks }) => [
    milestone.success_criterion,
    ...tasks.flatMap(({ title, description }) => [title, description]),
  ]);
  return [summary, ...new Set(lines)];
}
