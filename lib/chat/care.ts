import { findHarm } from '../care/harm.ts';
import { readCare } from '../care/read.ts';
import type { CareReading } from '../care/schema.ts';
import { careText } from '../care/text.ts';
import { log } from '../log.ts';
import { keptWords } from './thought.ts';
import { sayTo } from './words.ts';
import type { MessageToThink } from './work.ts';

type Spoken = Pick<MessageToThink, 'content' | 'person' | 'history' | 'thoughts'>;

/** Returns what a message's words ask for before anything else, or null for everyday words. */
export function careFor({ content, person: { person } }: Spoken): CareReading | null {
  return readCare(content, { timezone: person.timezone, locale: person.locale });
}

/** Returns the care that is the whole answer: in a crisis nothing is planned, run or looked up. */
export function wholeCare(message: Spoken): string | null {
  const care = careFor(message);
  return care?.tier === 'nothing' ? careText(care) : null;
}

/**
 * Returns what an answer begins with: care, once in a conversation and not in every answer, then the words that stood beside
 * the tool calls so far. Empty for most answers.
 */
export function openingWords(message: Spoken): string {
  const care = careFor(message);
  const isSaid = message.history.some(({ response }) => care && response?.includes(care.message));
  return [care && !isSaid ? careText(care) : '', keptWords(message.thoughts)].filter((text) => text).join('\n\n');
}

/** Returns an answer with what it begins with. */
export function withOpening(message: Spoken, answer: string): string {
  return [openingWords(message), answer].filter((text) => text).join('\n\n');
}

/**
 * Returns a model's answer as it may reach the person: one with advice that could harm them gives way to a sentence that says
 * so.
 */
export function harmless(message: Spoken, answer: string): string {
  const harm = findHarm(answer);
  if (harm === null) return answer;
  log.warn({ harm }, "a model's advice was kept back");
  return sayTo(message, 'harmful');
}

/** As much as is looked at again with each piece of an answer. */
const lookedAtCharacters = 400;
const heldCharactersMax = 4_000;

/**
 * Passes an answer's words on as they come, but for those that would be harmful advice as they stand: these wait for the rest
 * of their sentence, which may turn them ("… only if your doctor agrees"), and for the whole answer otherwise.
 */
export function holdingHarm(pass: (text: string) => void): (piece: string) => void {
  let shown = '';
  let held = '';
  return (piece) => {
    held += piece;
    if (held.length > heldCharactersMax || findHarm(shown + held) !== null) return;
    pass(held);
    shown = (shown + held).slice(-lookedAtCharacters);
    held = '';
  };
}
