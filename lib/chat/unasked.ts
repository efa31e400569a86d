import { findByWords } from '../intents/find-by-words.ts';
import { en } from '../intents/phrases/en.ts';
import { isCommand, toImperative } from '../intents/verbs.ts';
import type { Language } from '../language/languages.ts';
import { readWhen } from '../language/when.ts';
import { isSingleValued, readCorrection, subjectOf } from '../memory/subject.ts';
import { beginsAsQuestion } from './asks.ts';
import { bare, beginsWith, isConditional } from './phrases.ts';
import { WORDS } from './rule-words.ts';
import { call, capital, type RuleContext, type Ruled } from './ruled.ts';
import { APPOINTMENT, hasTime, saysOnlyWhen, splitTaskLine, tasksOf } from './task-line.ts';

/** Questions and statements begin with these; a thing to do does not. */
const NO_TASK =
  /^(?:ugh+|pf+|puh|uff|uf|argh+|o|oh|ah|ach|ay|boh|mah|feeling|only|just|except|nur|seulement|solo|sólo|só|soltanto|alleen|flip|roll|guess|translate|explain|tell|write|play|send|find|search|open|give|summari[sz]e|compare|recommend|suggest|draft|generate|define|spell|sing|turn|say|what|how|why|who|whose|when|where|which|is|are|am|was|were|do|does|did|can|could|should|would|will|shall|i|i'[a-z]+|it|it's|he|she|they|we|you|that|this|there|my|your|if|because|maybe|so|no|not|nope|nein|nee|non|não|sorry|pardon|wait|oops|quatsch|perdón|desculpa|scusa|anzi|wer|was|wie|wo|wann|warum|ich|du|er|sie|wir|es|ist|qui|que|quoi|je|tu|il|elle|nous|c'est|quién|qué|cómo|yo|quem|o que|eu|chi|cosa|come|io|wie|wat|ik|jij)(?:'?s|'re|'ll|'d)?$/iu;

/** A deed done to something that only what was spoken of could tell. */
const NAMES_NOTHING = /^\p{L}+ (?:it|that|this|them)$/iu;

/** How a report of oneself begins. */
const REPORT: Record<Language, RegExp> = {
  en: report(
    '(?:(?:actually|finally|only|just|already) )?(?:feel(?:ing)?|felt|slept|woke|sleeping|doing|being|went|was|been)',
  ),
  de: report('geschlafen|aufgewacht|fühle?|hab(?:e)?|bin'),
  fr: report("j'ai|je|suis|dormi"),
  es: report(
    'estoy|estuve|me (?:siento|levanté)|hice|fui|tuve|comí|bebí|dormí|corrí|leí|escribí|nadé|caminé|entrené|trabajé|estudié',
  ),
  pt: report(
    'estou|tô|me sinto|estive|fiz|fui|tive|comi|bebi|dormi|corri|li|escrevi|nadei|caminhei|andei|acordei|treinei|trabalhei|estudei',
  ),
  it: report('sono|sto|ho|mi sento|dormito'),
  // "Ben bellen" is Ben who is to be called; "ben gelopen" and "ben moe" are of oneself.
  nl: report('geslapen|heb|voel|ben(?= ge| (?!\\p{L}+en(?!\\p{L})))'),
};

function report(words: string): RegExp {
  return new RegExp(`^(?:${words})(?!\\p{L})`, 'iu');
}

/** Returns a line that is nothing but a thing to do and a time: "dentist Friday 10am". Without a time of day it is offered. */
export function bareLine(message: string, context: RuleContext): Ruled | null {
  const said = bare(message, en);
  const words = said.split(' ');
  if (
    words.length < 2 ||
    words.length > 12 ||
    message.trim().endsWith('?') ||
    beginsAsQuestion(message) ||
    /^(?:make|show) me\b/i.test(said) ||
    NO_TASK.test((words[0] ?? '').replace(/[,.!]+$/, '')) ||
    /^(?:pick|choose) (?:an?|one|me) (?:random |lucky )?(?:number|card|colou?r|name)\b/i.test(said)
  )
    return null;
  // "Make the dentist call 10:30" is about a task that is there.
  const [, named = ''] = /^make (?:the|my|our) (.+)$/i.exec(splitTaskLine(said, context).title) ?? [];
  const known = named ? findByWords(context.tasks, named) : [];
  const newTime = splitTaskLine(said, context).when;
  if (known.length === 1 && newTime) return call('reschedule_task', { task: known[0]?.id, when: newTime });
  // What is to change only if something happens is nothing to do.
  const where = beginsWith(said, 'requests', context.language) ? 'anywhere' : 'first';
  if (isConditional(said, context.language, where)) return null;
  const several = tasksOf(said, context);
  if (several.length > 1)
    return several.every(({ title, when = '' }) => isSure(title, when, context))
      ? { calls: several.flatMap((each) => call('create_task', each).calls ?? []) }
      : null;
  const { title, when } = splitTaskLine(said, context);
  if (isReport(title, context) || NAMES_NOTHING.test(title)) return null;
  // A time alone is nothing to do.
  if (saysOnlyWhen(said, context) && !APPOINTMENT.test(title)) return null;
  if (!when && isCommand(said) && !/[(){}[\]=<>;`]/.test(said))
    return { text: WORDS[context.language].offerTask.replace('{x}', capital(said)) };
  // A time in the middle may be anything: "good morning into French".
  if (
    !when ||
    !(isWhole(said, title) || isCommand(title) || (APPOINTMENT.test(title) && hasTime(when, context))) ||
    !/\p{L}|:/u.test(when) ||
    title.split(' ').length > 7 ||
    !/\p{L}{2}/u.test(title)
  )
    return null;
  return isSure(title, when, context)
    ? call('create_task', { title, when })
    : { text: WORDS[context.language].offerTask.replace('{x}', capital(said)) };
}

/** Tells whether a thing to do and its time need not be asked about: a deed, an appointment, or a time of day that is set. */
function isSure(title: string, when: string, context: RuleContext): boolean {
  const read = readWhen(when, context);
  const isSet = read.kind === 'recurring' || ('time' in read && read.time !== undefined);
  return isCommand(title) || APPOINTMENT.test(title) || (isSet && !isReport(title, context));
}

/** Tells whether a title tells how somebody is or what they did: "slept" is nothing to do. */
function isReport(title: string, { language }: RuleContext): boolean {
  return REPORT[language].test(title) || (!isCommand(title) && toImperative(`${title} it`) !== null);
}

/** Tells whether a title stands in the line as one piece, with its times around it. */
function isWhole(line: string, title: string): boolean {
  return line.toLowerCase().includes(title.toLowerCase());
}

/** Returns a sentence that states one of the facts of which a person has one, or corrects one: it is kept without being asked to. */
export function statedFact(message: string, { memories, language }: RuleContext): Ruled | null {
  const fact = message
    .trim()
    .replace(
      /^(?:(?:no|actually|sorry|oops|nein|eigentlich|übrigens|en fait|non|de hecho|en realidad|na verdade|não|in realtà|anzi|eigenlijk|nee),? )+/iu,
      '',
    );
  if (fact.length > 200 || /\?$/.test(fact) || fact.split(/\s+/).length < 3) return null;
  if (beginsWith(fact, 'requests', language)) return null;
  const { fact: right, wrong } = readCorrection(fact);
  const isNewer = memories.some(({ text }) => subjectOf(text) === subjectOf(fact) && text !== fact);
  return isSingleValued(right) || wrong || isNewer ? call('remember', { fact: capital(fact) }) : null;
}
