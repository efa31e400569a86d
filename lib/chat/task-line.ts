import { todayIn } from '../days.ts';
import { isCommand } from '../intents/verbs.ts';
import { bestLanguage } from '../language/coverage.ts';
import { THINGS } from '../language/lexicon.ts';
import { readTaskLine } from '../language/line.ts';
import { readShift } from '../language/shift.ts';
import { type Moment, readWhen, type Time, WHEN_CHARACTERS_MAX } from '../language/when.ts';

/** What is to be done, and the words that say when. */
export type SplitLine = { title: string; when?: string };

/** How long something takes, in a clause of its own: "…, should take about 45 minutes". */
const TAKES =
  /,? (?:and )?(?:it )?(?:(?:should|will|would|might) (?:only )?(?:take|need|be)|takes|needs) (?:about |around |roughly |some |maybe )?(?=\d)/i;

/** Parts a line such as "buy flowers tomorrow at 5" into what is to be done and when. */
export function splitTaskLine(line: string, moment: Moment): SplitLine {
  const { title, read } = readTaskLine(line.replace(TAKES, ' for '), moment);
  const when = read.map(({ words }) => words).join(' ');
  return { title: tidy(title), ...(when ? { when } : {}) };
}

/** What one has at a time: it is on a list although nobody says to do it. */
export const APPOINTMENT =
  /(?<![\p{L}])(?:meeting|appointment|dentist|doctor|lunch|dinner|breakfast|coffee|call|class|lesson|party|interview|haircut|gym|yoga|run|flight|train|exam|date|concert|match|visit|termin|zahnarzt|arzt|friseur|rendez-vous|dentiste|médecin|réunion|cita|dentista|médico|reunión|consulta|reunião|appuntamento|medico|riunione|afspraak|tandarts|dokter|vergadering)(?![\p{L}])/iu;

const AND =
  /\s*(?:,? (?:oh,? |ach,? )?(?:and|und|et|y|e|ed|en)(?: (?:also|auch|aussi|también|também|anche|ook))?|[;,]) /iu;

/** "Every morning and evening" is two times of a day. */
const TWICE_A_DAY =
  /(?<every>every |each |jeden |chaque |cada |ogni |elke |)(?<one>(?:morning|noon|midday|morgen|mittag|morgens|mittags|matin|midi|mañana|mediodía|manhã|mattina|mezzogiorno|ochtend|middag)) (?:and|und|et|y|e|en) (?:\k<every>)?(?<two>(?:evening|night|noon|midday|abend|mittag|abends|mittags|soir|midi|tarde|noche|noite|sera|pomeriggio|avond|middag))(?![\p{L}])/iu;

/** Returns the tasks of a line that names several, each with a time of its own: "call mum at noon and dinner at 7"; else none. */
export function tasksOf(line: string, moment: Moment): SplitLine[] {
  const twice = TWICE_A_DAY.exec(line)?.groups;
  const parts = twice
    ? [`${twice.every}${twice.one}`, `${twice.every}${twice.two}`].map((when) => line.replace(TWICE_A_DAY, when))
    : line.split(AND);
  if (parts.length < 2) return [];
  const tasks = parts.map((part) => splitTaskLine(part, moment));
  const [first, ...later] = tasks;
  // "Ring the dentist at 3 tomorrow and pick up milk": the milk is of the same day, at no time of its own.
  if (first?.when && later.every(({ title, when }) => !when && isDeed(title))) {
    const day = dayOf(first.when, moment);
    return day ? [first, ...later.map(({ title }) => ({ title: withoutLead(title), when: day }))] : [];
  }
  return tasks.every(({ title, when }) => when && /\p{L}{2}/u.test(title) && !saysOnlyWhen(title, moment)) ? tasks : [];
}

/** Returns the deeds of a line without times, where each has a verb of its own: "book flights, find a hotel"; else none. */
export function deedsOf(line: string, moment: Moment): SplitLine[] {
  const parts = line.split(AND).map((part) => splitTaskLine(part, moment));
  return parts.length > 1 && parts.every(({ title, when }) => !when && isDeed(title)) ? parts : [];
}

/** Returns a task whose time came first, and those after it that have times of their own: "(at 3) call the bank and at 5 fetch the kids". */
export function tasksAfter(title: string, when: string, moment: Moment): SplitLine[] {
  const [first = title, ...parts] = title.split(AND);
  const later = parts.map((part) => splitTaskLine(part, moment));
  return later.every((each) => each.when && /\p{L}{2}/u.test(each.title))
    ? [{ title: tidy(first), when }, ...later]
    : [];
}

/** How a deed of its own begins: a verb of the language. */
const DEED =
  /^(?:(?:que )?(?:je |j')\p{L}+|\p{L}{2,}(?:er|ir|re|ar|are|ere|ire)) \S+|^(?:danach |dann )?noch \S+ \p{L}+en$|^nog \S+ \p{L}+en$|^.{2,} (?:kaufen|holen|abholen|bezahlen|anrufen|kopen|halen|ophalen|betalen|bellen)$/iu;
const SPOKEN_OF =
  /(?:^| )(?:him|her|them|it|there|ihn|ihm|ihr|sie|es|hem|haar|hen|lui|leur|lo|la|le|les|li) *$|\b(?:him|them|it)\b/iu;

/** Tells whether a part of a line is a thing to do that can stand alone. */
function isDeed(title: string): boolean {
  return title.includes(' ') && !SPOKEN_OF.test(title) && (isCommand(title) || DEED.test(title));
}

const withoutLead = (title: string): string => {
  const plain = title.replace(/^(?:que )?(?:je |j')|^(?:danach |dann )?noch |^nog /iu, '');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
};

function dayOf(when: string, moment: Moment): string | undefined {
  const read = readWhen(when, moment);
  return read.kind === 'instant' ? read.date : undefined;
}

/** Tells whether words are a time that can be read, and nothing else: "the weather tomorrow" is more than a time. */
export function isTime(words: string, moment: Moment): boolean {
  return saysOnlyWhen(words, moment) && readWhen(words, moment).kind !== 'unclear';
}

/** Reads when something that is on the list is to be instead: "every week" is on the weekday that it has. */
export function readMoved(words: string, moment: Moment): Time {
  return readWhen(words, moment, { date: todayIn(moment.timezone, moment.now), time: null });
}

/** Tells whether words are nothing but how far something is to move: "an hour earlier". */
export function isShift(words: string, moment: Moment): boolean {
  const p = bestLanguage(words, moment, WHEN_CHARACTERS_MAX);
  const shift = readShift(p);
  return shift?.from === 0 && shift.next === p.tokens.length;
}

/** Tells whether words name a time of day. */
export function hasTime(words: string, moment: Moment): boolean {
  const read = readWhen(words, moment);
  return 'time' in read && read.time !== undefined;
}

/** Tells whether every word is one about time, or one that leads to it. */
export function saysOnlyWhen(words: string, moment: Moment): boolean {
  const p = bestLanguage(words, moment, WHEN_CHARACTERS_MAX);
  for (let at = 0; at < p.tokens.length; ) {
    // "Lessons" count how often behind a number alone.
    const isCounted = at > 0 && (p.number(at - 1) ?? p.hit(at - 1, 'some')) !== undefined;
    const hits = [...p.hits(at)].flatMap(([sense, hit]) =>
      THINGS.has(sense) || (sense === 'times' && !isCounted) ? [] : [hit],
    );
    if (
      hits.length === 0 &&
      /^\p{L}/u.test(p.word(at)) &&
      !/^(?:am|pm|h|a|all|whole|rest|my|uhr|st|nd|rd|th)$/.test(p.word(at))
    )
      return false;
    at = Math.max(at + 1, ...hits.map(({ next }) => next));
  }
  return true;
}

/** Returns a title without the words around it that say nothing, its first letter a capital. */
function tidy(title: string): string {
  const plain = title
    .trim()
    .replace(
      /^(?:to|that|i need(?: to)?|i have to|an? (?:task|reminder|to-?do) (?:to|for)|(?:mir |uns )?(?:einen|eine|ein)(?= \p{Lu}))\s+/iu,
      '',
    )
    .replace(/^["“'](.*)["”']$/, '$1')
    .replace(/[.,;:!]+$/, '')
    .trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
