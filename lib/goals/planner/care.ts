import { urgentPressure } from '../../care/pressure.ts';
import { readCare, readFrailty } from '../../care/read.ts';
import type { Playbook, Session, Step } from '../playbooks/schema.ts';
import NOTES from './care-notes.json' with { type: 'json' };
import { cautionsFor } from './cautions.ts';
import type { PlanContext } from './context.ts';
import { sameText } from './text.ts';

type HeededFirst = { kind: string; tier: string } | undefined;
/** By the goal: reading its words takes longer than all that asks for them. */
const known = new WeakMap<PlanContext['goal'], HeededFirst>();

/** The healthy old are asked to see a doctor, and begin gently; whoever is frail does only what is gentle. */
const TIERS = { frail: 'doctor-first', elder: 'check-first' };

/** Returns what must be heeded first: as it was read when the goal was stated, else read from the goal's words here. */
export function careOf({ care, goal, timezone, language }: PlanContext): HeededFirst {
  if (care && care.tier !== 'mention') return care;
  if (known.has(goal)) return known.get(goal);
  const words = `${goal.title}. ${goal.description ?? ''}`;
  const read = care ?? readCare(words, { timezone, language }) ?? undefined;
  const isAsked = read !== undefined && read.tier !== 'mention';
  const frailty = isAsked ? undefined : readFrailty(words);
  const body = urgentPressure(words) ? 'frail' : frailty;
  const heeded = !isAsked && body ? { kind: 'injury', tier: TIERS[body] } : read;
  known.set(goal, heeded);
  return heeded;
}

const ASK_FIRST: readonly Step[] = [
  {
    id: 'ask_doctor',
    title: 'Book an appointment and ask what is safe for you now',
    how: 'With your doctor, midwife or physiotherapist: tell them what you have in mind; what they say comes before this plan.',
    minutes: [10, 20],
    done: 'appointment booked',
    part: 'midday',
    days: 'weekday',
    priority: 1,
  },
  {
    id: 'note_doctor',
    title: 'Write down what is allowed, what can wait, and which signs mean stop',
    how: 'After the appointment, on one page. Begin what follows only when it is on the allowed side.',
    minutes: [10, 20],
    gap: 4,
    done: 'limits written down',
    priority: 1,
  },
];

const WITH_AN_ADULT: Step = {
  id: 'show_adult',
  title: 'Show this plan to a parent or another adult you trust',
  how: 'Go through it together, change what does not fit, and agree who you can ask.',
  minutes: [15, 25],
  done: 'an adult has seen the plan',
  priority: 1,
};

/** Returns what is done today about a blood pressure that waits for no appointment. */
const lookAtToday = (reading: string): Step => ({
  id: 'pressure_today',
  title: `Have the reading of ${reading} looked at today: call a doctor or an urgent-care line`,
  how: 'Sit for five minutes first and measure again. With chest pain, breathlessness, trouble seeing or speaking, weakness on one side or a very bad headache, call the emergency number at once. What is prescribed is taken as before; no training until it was looked at.',
  minutes: [10, 20],
  day: 0,
  done: 'reading looked at',
  priority: 1,
});

function pressureOf({ goal }: PlanContext): string | undefined {
  return urgentPressure(`${goal.title}. ${goal.description ?? ''}`);
}

/** Returns the steps that come before everything else: what is urgent, an adult for a minor, and for the body the one who treats the person. */
export function careSteps(context: PlanContext, playbook: Playbook): Step[] {
  const [first] = playbook.phases;
  const reading = pressureOf(context);
  const steps = [
    ...(isMinor(context) ? [WITH_AN_ADULT] : []),
    ...(asksDoctor(context, playbook) || checksFirst(context, playbook) ? ASK_FIRST : []),
  ];
  return [...(reading ? [lookAtToday(reading)] : []), ...steps.map((step) => ({ ...step, phase: first?.id }))];
}

/** Exercises that load joints, back or heart, whatever a playbook says of the session. */
const LOAD =
  /\b(?:pull-?ups?|push-?ups?|press-?ups?|presses|squats?|planks?|lunges?|deadlifts?|sprints?|intervals|burpees?|knee raises?|hangs|rows|jumps?|all-?out)\b/iu;
/** Steps that do a sport, or test how much somebody can do of it. */
const DOES_SPORT =
  /^(?:climb|boulder|run|ride|swim|row|ski|skate|surf|lift|squat|jump|spar|race|sprint|hike|do \d+ rounds|try your (?:route|problem|lift)|(?:note|count|test|measure|find out) how (?:many|far|fast|long|much|heavy))\b/iu;
/** The days in which the appointment can be had and its limits written down. */
const UNTIL_ASKED_DAYS = 21;

/** Tells whether a session is left out until the doctor has said more; one that knows of gentle weeks itself is not. */
export function isTooMuch({ hard, variants }: Session, { lists }: Pick<Playbook, 'lists'>): boolean {
  const titles = variants.map(({ title }) => title);
  const named = Object.entries(lists).flatMap(([name, texts]) =>
    titles.some((title) => title.includes(`item(${name},`)) ? texts : [],
  );
  return (
    hard || (!titles.some((title) => title.includes('gentle')) && [...titles, ...named].some((text) => LOAD.test(text)))
  );
}

/**
 * Returns what becomes of a step where a doctor is asked first: sport is left out in the first three weeks, and done later only as far
 * as it is allowed.
 */
export function heedDoctor<Item extends { title: string; how: string }>(item: Item, day: number): Item[] {
  if (!DOES_SPORT.test(item.title) && !LOAD.test(item.title)) return [item];
  if (day < UNTIL_ASKED_DAYS) return [];
  return [{ ...item, how: `Only as far as your doctor allows, else its easiest form. ${item.how}` }];
}

/** What takes the place of hard sessions until the doctor has said more. */
export const GENTLE: Session = {
  id: 'gentle',
  variants: [
    {
      title: 'Take an easy walk on flat ground, time {n}',
      how: 'At a pace at which you can talk in whole sentences; turn back while it still feels easy.',
    },
    {
      title: 'Loosen hips, back and shoulders slowly, time {n}',
      how: 'Only in the range that feels good, breathing calmly; what was not allowed stays out.',
    },
    {
      title: 'Walk your favourite round gently, time {n}',
      how: 'Sit down on the way if you like. How you feel the next morning decides whether it may be longer.',
    },
  ],
  minutes: [15, 25],
  per_week: 3,
  fixed_part: false,
  hard: false,
  review: false,
  main: true,
  priority: 1,
};

/** Tells whether a doctor is asked before anything of the plan begins. */
export function asksDoctor(context: PlanContext, playbook: Playbook): boolean {
  const care = careOf(context);
  const isOwn = care?.tier === 'doctor-first' || (care?.tier === 'with-adult' && care.kind !== 'child');
  return (isOwn || answersGentle(context, playbook)) && playbook.body && playbook.id !== 'doctor-first';
}

/** Tells whether a doctor is seen first because of somebody's age alone: the plan itself goes on. */
function checksFirst(context: PlanContext, playbook: Playbook): boolean {
  return careOf(context)?.tier === TIERS.elder && playbook.body && playbook.id !== 'doctor-first';
}

/** Hard sessions wait so many weeks for a doctor who is seen because of somebody's age. */
const CHECKUP_WEEKS = 2;

/** Tells whether a week is one of the first, in which such a doctor is still to be seen. */
export function isCheckupWeek(context: PlanContext, playbook: Playbook, week: number): boolean {
  return week <= CHECKUP_WEEKS && checksFirst(context, playbook);
}

/** Tells whether an answer to one of the playbook's questions names something that a doctor should know first. */
function answersGentle({ answers }: PlanContext, { questions }: Playbook): boolean {
  return answers.some(({ id, text }) => {
    const options = questions.find((question) => question.id === id)?.options ?? [];
    return options.some((option) => option.set.gentle === true && sameText(option.text, text));
  });
}

/** Returns what the person should know about it, in a sentence of the goal's language. */
export function careNotes(context: PlanContext, playbook: Playbook): string[] {
  const said = NOTES[context.language];
  const first = asksDoctor(context, playbook)
    ? said.doctor
    : checksFirst(context, playbook)
      ? said.elder
      : isMinor(context)
        ? said.adult
        : null;
  const reading = pressureOf(context);
  const today = reading ? said.pressure.replace('{reading}', reading) : null;
  return [...(today ? [today] : []), ...(first ? [first] : []), ...cautionsFor(context, playbook)];
}

function isMinor(context: PlanContext): boolean {
  return careOf(context)?.tier === 'with-adult';
}
