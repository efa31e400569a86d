import { z } from 'zod';
import { findHarm } from '../../care/harm.ts';
import { LEAD, TITLE_ASIDE } from '../playbooks/own-thing.ts';
import { findPhrases, fold } from '../playbooks/phrases.ts';
import { Phrases, type Playbook, type Step } from '../playbooks/schema.ts';
import { asksDoctor } from './care.ts';
import type { PlanContext } from './context.ts';
import type { Course } from './course.ts';
import { plainOf } from './described/remark.ts';
import data from './finale.json' with { type: 'json' };
import { wordsOf } from './goal-words.ts';

const Kind = z.strictObject({
  id: z.string(),
  /** The task where the event has an English name, and where it is quoted. */
  said: z.string(),
  quoted: z.string(),
  how: z.string(),
  /** What is done the day before. */
  eve: z.string(),
  minutes: z.int(),
  part: z.enum(['morning', 'midday', 'evening']),
  words: Phrases,
});
/** The events that a goal can end with on a day, by the words that name them; the first that fits counts. */
export const EVENTS = z.array(Kind).parse(data);

/** What a goal ends with, in its own words: names that playbooks may use. */
export type OwnEnd = {
  /** The goal as a task without its time: "Juggle 5 balls"; empty where the title is no English request. */
  own_do: string;
  /** The title without its time. */
  own_aim: string;
  /** The event that the words name, as a task: "Sit the German B1 exam"; empty where they name none. */
  event_act: string;
};
type Kind = z.infer<typeof Kind>;
type Event = { kind: Kind; act: string };
type Read = { end: OwnEnd; event?: Event };

const QUOTE_CHARACTERS_MAX = 60;
const NAME_WORDS_MAX = 4;
/** Words that end the name of an event to its left. */
const NO_NAME = new Set(
  "a an the my our your his her their this that for to in on at of with and or before until by pass sit take run do get give have hold ready prepare train study is am be i we after from is win enter play ace finish attend survive organise organize plan make celebrate write i'm next first".split(
    ' ',
  ),
);
/** What people say before the thing itself, over and above `LEAD`. */
const PREPARES =
  /^(?:(?:finally|learn|train|practise|practice|get|be|become|prepare|manage)\s)?(?:(?:how|ready|able|fit enough|good enough|confident enough)\s)?to\s(?=\p{L})/iu;
/** The beginning of a title that is no request. */
const NO_REQUEST =
  /^(?:learn|study|get|be|become|stop|quit|lose|gain|improve|more|less|better|no|not|feel|understand|know|prepare|train|start|work|try|reduce|have|stay|keep|a|an|the|my|our|i|we)$/iu;
const ENGLISH_VERB =
  /^(?:act|bake|beat|bike|build|brew|camp|carve|clean|clear|climb|code|complete|compose|cook|create|crochet|cross|cut|cycle|dance|design|dive|do|draw|drive|empty|film|finish|fix|give|grow|hand|hike|hold|host|hula|ice|juggle|knit|launch|make|mend|move|paint|pass|perform|plant|play|present|print|publish|put|read|recite|record|release|repair|restore|ride|row|run|sail|scan|sell|send|sew|show|sing|skate|ski|solve|sort|speak|submit|surf|swim|take|tell|throw|tidy|translate|type|unicycle|visit|walk|weave|whistle|write)$/iu;

const known = new WeakMap<PlanContext['goal'], Read>();

/** Reads what a goal ends with. */
export function readEnd(context: PlanContext): Read {
  const { goal, language } = context;
  const before = known.get(goal);
  if (before) return before;
  const { horizon } = wordsOf(context);
  const aim = withoutTime(goal.title, horizon?.words);
  const clause = clauseOf(goal.description ?? '', horizon?.words);
  const event = eventIn(aim, language) ?? (clause ? eventIn(clause, language) : undefined);
  const read: Read = {
    end: { own_do: requestIn(aim, language), own_aim: aim, event_act: event?.act ?? '' },
    ...(event ? { event } : {}),
  };
  known.set(goal, read);
  return read;
}

/** Returns a title without the words of its time and what follows a comma. */
function withoutTime(title: string, words: string | undefined): string {
  const at = words ? title.indexOf(words) : -1;
  const rest = at < 0 || !words ? title : `${title.slice(0, at)} ${title.slice(at + words.length)}`;
  const plain = rest
    .replace(TITLE_ASIDE, '')
    .replace(/\s+(?:by|on|in|within|am|bis|le|el|il|op|em|no|para|entro|en|for|until)\s*$/iu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain.replace(/[,;:–-]+$/u, '').trim() || title.trim();
}

/** Returns the clause of a description in which its end is named, without the day. */
function clauseOf(description: string, words: string | undefined): string | undefined {
  if (!words || !description.includes(words)) return undefined;
  const sentence = description.split(/(?<=[^\d\s][.!?;])\s+|\n+|,\s/u).find((each) => each.includes(words));
  const plain = sentence
    ?.replace(words, ' ')
    .replace(/\s+/gu, ' ')
    .replace(
      /\s(?:is|are|ist|sind|findet|est|es|è|é|is op|statt)?\s*(?:on|am|le|el|il|op|em|dia|no)?\s*(?:statt)?\s*[.!?;,]*$/iu,
      '',
    )
    .trim();
  return plain && plain.length > 2 ? plain : undefined;
}

function eventIn(text: string, language: PlanContext['language']): Event | undefined {
  const folded = fold(text);
  for (const kind of EVENTS) {
    const found = findPhrases(wordsOfKind(kind, language), folded)[0];
    if (!found) continue;
    if (language === 'en') return { kind, act: kind.said.replace('{event}', nameAt(text, found.from, found.to)) };
    const words = plainOf(text);
    const quoted =
      words.length <= QUOTE_CHARACTERS_MAX ? `“${words}”` : `“${plainOf(text.slice(found.from, found.to))}”`;
    return { kind, act: kind.quoted.replace('{words}', quoted) };
  }
  return undefined;
}

const byLanguage = new Map<string, Phrases>();

/** Returns an event's words in one language, always the same object, since their patterns are kept by it. */
function wordsOfKind({ id, words }: Kind, language: PlanContext['language']): Phrases {
  const key = `${id} ${language}`;
  const before = byLanguage.get(key) ?? { [language]: words[language] };
  byLanguage.set(key, before);
  return before;
}

/** Returns an event with the words before it that tell which one: "German B1 exam". */
function nameAt(text: string, from: number, to: number): string {
  const before = text.slice(0, from).trim().split(/\s+/u).filter(Boolean);
  let first = before.length;
  while (first > 0 && before.length - first < NAME_WORDS_MAX && !NO_NAME.has(fold(before[first - 1] ?? ''))) first -= 1;
  const noun = text.slice(from, to);
  const name = [...before.slice(first), first === 0 && before.length === 0 ? noun.toLowerCase() : noun].join(' ');
  return plainOf(name.replace(/^(?:i|we|my|our)\s/iu, ''));
}

/** Returns an English title as a request: "Learn to juggle 5 balls" asks to juggle them. */
function requestIn(aim: string, language: PlanContext['language']): string {
  if (language !== 'en') return '';
  const learned = /^(?:finally )?learn (?:how )?to\s/iu.test(aim);
  const plain = aim
    .replace(LEAD, '')
    .replace(PREPARES, '')
    .replace(LEAD, '')
    .replace(/\bmy\b|\bour\b/giu, 'your')
    .trim();
  const [verb = '', ...rest] = plain.split(/\s+/u);
  const isRequest = learned ? !NO_REQUEST.test(verb) : ENGLISH_VERB.test(verb);
  if (!isRequest || rest.length === 0 || plain.length > QUOTE_CHARACTERS_MAX || findHarm(plain)) return '';
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
}

/** Playbooks that never end with an event of the words: what they are about has no proof. */
const WITHOUT = new Set(['doctor-first', 'grief', 'pet-farewell']);
/** Events that a doctor is asked about first. */
const SPORTS = new Set(['race', 'tournament']);
/** So many days before the event something else proves what can be done. */
const PROOF_BEFORE = 3;

/**
 * Returns a course that ends with the event that the goal's words name for its last day ("the exam is on 3 March"), and the evening
 * before it, where its playbook does not.
 */
export function withFinale(course: Course): Course {
  const { context, facts, playbook } = course;
  const event = context.eventDay ? addedEvent(context, playbook) : undefined;
  const hasOwn = playbook.steps.some(({ finale, when }) => finale === 'event' && facts.test(when));
  if (!event || hasOwn) return course;
  // What shows that the goal is reached comes before the day of the event, not on it.
  const own = playbook.steps.map((step) =>
    step.finale ? { ...step, finale: undefined, before: PROOF_BEFORE, phase: undefined, day: undefined } : step,
  );
  return { ...course, playbook: { ...playbook, steps: [...own, ...stepsOf(event)] } };
}

/** Returns a context that keeps the day of an event only where the plan has one: else a day of rest is one. */
export function withEventDay(context: PlanContext, playbook: Playbook): PlanContext {
  const { eventDay, ...rest } = context;
  if (eventDay === undefined) return context;
  const hasEvent = playbook.steps.some(({ finale }) => finale === 'event') || addedEvent(context, playbook);
  return hasEvent && eventDay === context.target_date ? context : rest;
}

/** The event of the words, where it may be the end of a plan. */
function addedEvent(context: PlanContext, playbook: Playbook): Event | undefined {
  const { event } = readEnd(context);
  if (!event || WITHOUT.has(playbook.id) || findHarm(event.act)) return undefined;
  return asksDoctor(context, playbook) && SPORTS.has(event.kind.id) ? undefined : event;
}

function stepsOf({ kind, act }: Event): Step[] {
  const safe = (text: string) => text.replace(/[{}]/gu, '');
  return [
    {
      id: 'own_eve',
      title: kind.eve,
      how: 'Nothing new any more: what is not there today is not needed tomorrow.',
      minutes: [15, 20],
      before: 1,
      done: 'all laid out',
      priority: 1,
    },
    {
      id: 'own_event',
      title: safe(act),
      how: kind.how,
      minutes: [kind.minutes, kind.minutes],
      before: 0,
      finale: 'event',
      part: kind.part,
      done: 'event held',
      priority: 1,
    },
  ];
}
