import { de } from '../intents/phrases/de.ts';
import { en } from '../intents/phrases/en.ts';
import { es } from '../intents/phrases/es.ts';
import { fr } from '../intents/phrases/fr.ts';
import { it } from '../intents/phrases/it.ts';
import { nl } from '../intents/phrases/nl.ts';
import { type Asked, compile, type Phrase, type Phrases } from '../intents/phrases/phrase.ts';
import { pt } from '../intents/phrases/pt.ts';
import { LANGUAGES, type Language } from '../language/languages.ts';
import { asksSomething, beginsAsQuestion } from './asks.ts';
import { errandIn } from './errands.ts';
import { rules, type Slots } from './rule-calls.ts';
import type { RuleContext, Ruled } from './ruled.ts';
import { answerSmallTalk } from './small-talk.ts';
import { callsMax } from './thought.ts';

/** What is said of oneself, and asked of nobody. */
const STATED: ReadonlySet<Asked> = new Set([
  'have_task',
  'listed',
  'need_task',
  'did',
  'missed',
  'complete_task',
  'is_off',
  'is_moved',
]);
/** What a question mark alone makes a question: "gym done?". */
const NOTED: ReadonlySet<Asked> = new Set(['have_task', 'complete_task', 'is_off', 'is_moved']);
/** What changes tasks that are there. */
const CHANGES: ReadonlySet<string> = new Set([
  'reschedule_task',
  'complete_task',
  'did',
  'cancel_task',
  'is_off',
  'is_moved',
  'move_all',
  'cancel_all',
]);

const tables: Record<Language, Phrases> = { en, de, fr, es, pt, it, nl };
const compiled = new Map<Language, Phrase[]>();
const edges = new Map<Phrases, [before: RegExp, after: RegExp]>();

/**
 * Returns what the phrases of the tables make of a message, its parts one by one where it asks for several things. Null for
 * nothing.
 */
export function ruleFor(message: string, context: RuleContext): Ruled | null {
  for (const language of languagesToTry(context)) {
    const whole = ruleInLanguage(message, language, context);
    const parts = splitParts(message, tables[language]);
    if (parts.length < 2) {
      if (whole) return deedsOf(message, language, context) ?? whole;
      continue;
    }
    const ruled = parts.map((part) => ruleInLanguage(part, language, context) ?? talk(part, language));
    if (ruled.every((each) => each !== null)) {
      const all = together(ruled);
      return changesOnCondition(parts, all, language) ? null : all;
    }
    if (whole) return whole;
  }
  return null;
}

/** Returns what somebody asks to be done out in the world, where that is all that a message asks; null for anything else. */
export function errandFor(message: string, context: RuleContext): Ruled | null {
  if (/[.;!?,]\s+\S/.test(message)) return null;
  for (const language of languagesToTry(context)) {
    const table = tables[language];
    const errand =
      splitParts(message, table).length < 2 ? errandIn(message, bare(message, table), language, context) : null;
    if (errand) return errand;
  }
  return null;
}

/** Returns the languages to try, the likeliest first. */
export function languagesToTry({ language, preferred }: RuleContext): Language[] {
  return [...new Set([language, preferred, 'en' as const, ...LANGUAGES])];
}

function splitParts(message: string, { joins, before, requests }: Phrases): string[] {
  const and = `(?:,? (?:${joins})|[.;!?,]) (?=(?:${before} )*(?:${requests})\\p{L}*(?!\\p{L}))`;
  return message.split(new RegExp(and, 'iu')).filter((part) => part.trim() !== '');
}

/** Tells whether a clause begins as a request, a question or a reason does. */
export function beginsWith(clause: string, kind: 'requests' | 'reasons', language: Language): boolean {
  const table = tables[language];
  return new RegExp(
    `^(?:${kind === 'requests' ? `(?:${table.before},? )*(?:${table.requests})` : table.reasons})(?!\\p{L})`,
    'iu',
  ).test(clause.trim().replace(/[’`´]/g, "'"));
}

/** Tells whether a clause hangs on a condition, or only whether it begins with one: "cancel the run if it rains". */
export function isConditional(clause: string, language: Language, where: 'anywhere' | 'first' = 'anywhere'): boolean {
  const { before, conditions, requests } = tables[language];
  const start = where === 'first' ? `^(?:(?:${before}),? )*` : '(?:^|[ ,;])';
  return new RegExp(`${start}${conditions}(?= )(?! (?:${requests})(?!\\p{L}))`, 'iu').test(
    clause.trim().replace(/[’`´]/g, "'"),
  );
}

/** Tells whether what is to change hangs on a condition among the clauses, for nobody looks later whether it holds. */
export function changesOnCondition(clauses: string[], { calls = [] }: Ruled, language: Language): boolean {
  const changes = calls.some(({ name }) => CHANGES.has(name));
  return changes && clauses.some((clause) => isConditional(clause, language, 'first'));
}

/** Returns what stands in the places of a message's phrase, where it is one of a kind in some language. */
export function slotsOf(message: string, kind: Asked, context: RuleContext): Slots | undefined {
  for (const language of languagesToTry(context)) {
    const said = bare(message, tables[language]);
    const found = phrasesOf(language).find(({ asked, form }) => asked === kind && form.test(said));
    if (found) return { ...found.form.exec(said)?.groups };
  }
  return undefined;
}

/** Tells whether a message is one of a kind in its language. */
export function isAbout(message: string, kind: Asked, { language }: RuleContext): boolean {
  const said = bare(message, tables[language]);
  return phrasesOf(language).some(({ asked, form }) => asked === kind && form.test(said));
}

function together(ruled: Ruled[]): Ruled {
  const text = ruled.flatMap((each) => each.text ?? []).join(' ');
  return { ...(text ? { text } : {}), calls: ruled.flatMap(({ calls = [] }) => calls).slice(0, callsMax) };
}

/** Returns the deeds of a sentence that reports several: "I paid the bill and called the bank"; null for one. */
function deedsOf(message: string, language: Language, context: RuleContext): Ruled | null {
  const parts = message.split(new RegExp(`,? (?:${tables[language].joins}) `, 'iu'));
  if (parts.length < 2) return null;
  const ruled = parts.map((part) => ruleInLanguage(part, language, context));
  const isDeed = (each: Ruled | null) =>
    each?.calls?.length && each.calls.every(({ name }) => name === 'complete_task');
  return ruled.every(isDeed) ? together(ruled.filter((each) => each !== null)) : null;
}

function talk(part: string, language: Language): Ruled | null {
  const text = answerSmallTalk(part, language);
  return text === null ? null : { text };
}

function ruleInLanguage(message: string, language: Language, context: RuleContext): Ruled | null {
  const said = bare(message, tables[language]);
  if (!said) return null;
  const errand = errandIn(message, said, language, context);
  if (errand) return errand;
  const isQuestion = beginsAsQuestion(message);
  const isAsked = asksOfTasks(message, language);
  const isOpen = [language, context.language].some((each) => isConditional(bareIn(message, each), each));
  for (const { asked, form } of phrasesOf(language)) {
    // "Do I have anything on Thursday?" puts nothing on the list.
    if ((isQuestion && STATED.has(asked)) || (isAsked && NOTED.has(asked)) || (isOpen && CHANGES.has(asked))) continue;
    const groups = form.exec(said)?.groups;
    if (groups === undefined && !form.test(said)) continue;
    const slots: Slots = Object.fromEntries(Object.entries(groups ?? {}).filter(([, words]) => words !== undefined));
    const ruled = rules[asked](slots, { ...context, language });
    if (ruled) return ruled;
  }
  return null;
}

/** Tells whether a message asks about tasks: not so "mark the gym done?" or "the gym is done, ok?". */
function asksOfTasks(message: string, language: Language): boolean {
  const untagged = message.replace(new RegExp(`[\\s,]+(?:${tables[language].after})[.!?]*$`, 'iu'), '');
  return asksSomething(untagged) && !beginsWith(untagged, 'requests', language);
}

function phrasesOf(language: Language): Phrase[] {
  const phrases = compiled.get(language) ?? compile(tables[language]);
  compiled.set(language, phrases);
  return phrases;
}

/** Returns a message without what its language's greetings and politeness put around it. */
export const bareIn = (message: string, language: Language): string => bare(message, tables[language]);

/** Returns a message without greetings, politeness and the signs at its end. */
export function bare(message: string, table: Phrases): string {
  const [edge, end] = edges.get(table) ?? [
    new RegExp(`^(?:${table.before})[,!.]? +`, 'iu'),
    new RegExp(`[\\s,]+(?:${table.after})[.!?]*$`, 'iu'),
  ];
  edges.set(table, [edge, end]);
  let said = message
    .trim()
    .replace(/[’`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[¡¿]+/, '');
  for (let round = 0; round < 4; round += 1) {
    const next = said
      .replace(/(?:[\s.!?…]|\p{Emoji_Presentation})+$/u, '')
      .replace(edge, '')
      .replace(/^[¡¿]+/, '')
      .replace(end, '');
    if (next === said) break;
    said = next;
  }
  return said;
}
