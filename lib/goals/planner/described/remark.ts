import type { Language } from '../../../language/languages.ts';
import { fold, patternFor } from '../../playbooks/phrases.ts';
import type { Phrases, Playbook } from '../../playbooks/schema.ts';
import type { PartOfDay, PlanContext } from '../context.ts';

/** Something that a description tells, and the step by which the plan heeds it. */
export type Remark = {
  id: string;
  title: string;
  how: string;
  done: string;
  /** The day of the plan, from 0; one with `exact` is done on that day or not at all. */
  day: number;
  exact?: boolean;
  /** What stands in a plan that heeds it already; undefined where none can. */
  used: RegExp | undefined;
  /** A sentence for the steps that it bears on. */
  adds?: { to: RegExp; how: string };
  /** How the title of a step is said with it; undefined where it bears not on it. */
  rewords?: (title: string) => string | undefined;
  /** When tasks are rather done. */
  part?: PartOfDay;
};

/** What readers of remarks work on: the description as written and folded, sentence by sentence. */
export type Described = {
  context: PlanContext;
  playbook: Playbook;
  language: Language;
  title: string;
  sentences: readonly { words: string; folded: string }[];
};

/** "Am 12. Dezember" goes on. */
const SENTENCE_END = /(?<=[.!?;…])(?<!\d\.)\s+|\n+/u;
const CHARACTERS_MAX = 2000;
const SENTENCES_MAX = 24;
/** As long as words may be that are quoted. */
const QUOTE_CHARACTERS_MAX = 70;
/** Words right before a phrase that turn it round: "not afraid of". */
const NEGATED =
  /(?:^|\s|n')(?:not|no longer|never|\p{L}+n't|nicht|kein\p{L}*|nie|pas|jamais|plus|no|nunca|nao|non|mai|niet|geen|nooit)\s+(?:\p{L}+\s+)?$/u;

/** Prepares a goal's description for those who read it. */
export function describedOf(context: PlanContext, playbook: Playbook): Described {
  const { goal, language } = context;
  const sentences = (goal.description ?? '')
    .slice(0, CHARACTERS_MAX)
    .replaceAll('’', "'")
    .split(SENTENCE_END)
    .slice(0, SENTENCES_MAX)
    .map((words) => words.replace(/\s+/gu, ' ').trim())
    .filter((words) => words.length > 2)
    .map((words) => ({ words, folded: fold(words) }));
  return { context, playbook, language, title: fold(goal.title), sentences };
}

/** Returns where one of the phrases stands in a sentence without a "not" before it. */
export function findSaid(phrases: readonly string[] | undefined, folded: string): { at: number; text: string } | null {
  const pattern = phrases && phrases.length > 0 ? patternFor(phrases) : null;
  const found = pattern ? [...folded.matchAll(pattern)] : [];
  const said = found.find(({ index }) => !NEGATED.test(folded.slice(0, index)));
  return said ? { at: said.index, text: said[0] } : null;
}

/** Tells whether one of a language's phrases stands in a folded text. */
export function hasSaid(phrases: Phrases | undefined, language: Language, folded: string): boolean {
  const own = phrases?.[language];
  return own !== undefined && own.length > 0 && folded.search(patternFor(own) ?? /$^/u) >= 0;
}

/** Returns the part of a sentence between commas in which a place is, in quotation marks; undefined where it is too long to quote. */
export function quoteAt(words: string, at: number): string | undefined {
  const before = words.slice(0, at);
  const from = Math.max(
    ...[...before.matchAll(/[,:(–]\s|\s(?:but|aber|mais|pero|mas|ma|maar|and|und|et|y|e|en)\s/giu)].map(
      (each) => each.index + each[0].length,
    ),
    0,
  );
  const rest = words.slice(at).search(/,\s|[;:.!?)–]|\s(?:but|aber|mais|pero|mas|ma|maar)\s/iu);
  const part = words.slice(from, rest < 0 ? undefined : at + rest);
  return quote(part);
}

/** Returns words in quotation marks, safe in a template; undefined where they are too long. */
export function quote(words: string): string | undefined {
  const plain = plainOf(words);
  return plain.length >= 3 && plain.length <= QUOTE_CHARACTERS_MAX ? `“${plain}”` : undefined;
}

/** Returns words without what a template or a quotation cannot hold. */
export function plainOf(words: string): string {
  return words.replace(/[{}“”"„«»]/gu, '').replace(/^[\s,;:.–-]+|[\s,;:.!?…–-]+$/gu, '');
}
