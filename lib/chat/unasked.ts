import { en } from '../intents/phrases/en.ts';
import { isCommand } from '../intents/verbs.ts';
import { readWhen } from '../language/when.ts';
import { readCorrection, subjectOf } from '../memory/subject.ts';
import { bare } from './phrases.ts';
import { WORDS } from './rule-words.ts';
import { call, capital, type RuleContext, type Ruled } from './ruled.ts';
import { splitTaskLine, tasksOf } from './task-line.ts';

/** Questions and statements begin with these; a thing to do does not. */
const NO_TASK =
  /^(?:translate|explain|tell|write|play|send|find|search|open|give|summari[sz]e|compare|recommend|suggest|draft|generate|define|spell|sing|turn|say|what|how|why|who|whose|when|where|which|is|are|am|was|were|do|does|did|can|could|should|would|will|shall|i|i'[a-z]+|it|it's|he|she|they|we|you|that|this|there|my|your|if|because|maybe|so|no|not|nope|nein|nee|non|não|sorry|pardon|wait|oops|quatsch|perdón|desculpa|scusa|anzi|wer|was|wie|wo|wann|warum|ich|du|er|sie|wir|es|ist|qui|que|quoi|je|tu|il|elle|nous|c'est|quién|qué|cómo|yo|quem|o que|eu|chi|cosa|come|io|wie|wat|ik|jij)(?:'?s|'re|'ll|'d)?$/iu;
const APPOINTMENT =
  /\b(?:meeting|appointment|dentist|doctor|lunch|dinner|breakfast|coffee|call|class|lesson|party|interview|haircut|gym|yoga|run|flight|train|exam|date|concert|match|visit)\b/iu;

/** A line that is nothing but a thing to do and a time: "dentist Friday 10am". Without a time of day it is offered. */
export function bareLine(message: string, context: RuleContext): Ruled | null {
  const said = bare(message, en);
  const words = said.split(' ');
  if (
    words.length < 2 ||
    words.length > 12 ||
    message.trim().endsWith('?') ||
    NO_TASK.test((words[0] ?? '').replace(/[,.!]+$/, ''))
  )
    return null;
  const several = tasksOf(said, context);
  if (several.length > 1) return { calls: several.flatMap((each) => call('create_task', each).calls ?? []) };
  const { title, when } = splitTaskLine(said, context);
  // A time in the middle may be anything: "good morning into French".
  if (
    !when ||
    !(isWhole(said, title) || isCommand(title)) ||
    !/\p{L}|:/u.test(when) ||
    title.split(' ').length > 7 ||
    !/\p{L}{2}/u.test(title)
  )
    return null;
  const read = readWhen(when, context);
  const isSure =
    isCommand(title) ||
    APPOINTMENT.test(title) ||
    read.kind === 'recurring' ||
    ('time' in read && read.time !== undefined);
  return isSure
    ? call('create_task', { title, when })
    : { text: WORDS[context.language].offerTask.replace('{x}', capital(said)) };
}

/** Whether a title stands in the line as one piece, with its times around it. */
function isWhole(line: string, title: string): boolean {
  return line.toLowerCase().includes(title.toLowerCase());
}

/** A sentence that states one of the facts of which a person has one, or corrects one: it is kept without being asked to. */
export function statedFact(message: string): Ruled | null {
  const fact = message.trim().replace(/^(?:no|actually|sorry),? /i, '');
  if (fact.length > 200 || /\?$/.test(fact)) return null;
  const isOfKind =
    /^(?:name of |my |home$|employer$|weight$|age$|birthday$)/.test(subjectOf(readCorrection(fact).fact)) &&
    subjectOf(fact) !== fact.toLowerCase();
  return isOfKind || readCorrection(fact).wrong ? call('remember', { fact: capital(fact) }) : null;
}
