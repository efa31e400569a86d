import { readCare } from '../care/read.ts';
import type { CareReading } from '../care/schema.ts';
import { careText } from '../care/text.ts';
import { keptWords } from './thought.ts';
import type { MessageToThink } from './work.ts';

type Spoken = Pick<MessageToThink, 'content' | 'person' | 'history' | 'thoughts'>;

/** What a message's words ask for before anything else, or null for everyday words. */
export function careFor({ content, person: { person } }: Spoken): CareReading | null {
  return readCare(content, { timezone: person.timezone, locale: person.locale });
}

/** The care that is the whole answer: in a crisis nothing is planned, run or looked up. */
export function wholeCare(message: Spoken): string | null {
  const care = careFor(message);
  return care?.tier === 'nothing' ? careText(care) : null;
}

/**
 * What an answer begins with: care, once in a conversation and not in every answer, then the words that stood beside the
 * tool calls so far. Empty for most answers.
 */
export function openingWords(message: Spoken): string {
  const care = careFor(message);
  const isSaid = message.history.some(({ response }) => care && response?.includes(care.message));
  return [care && !isSaid ? careText(care) : '', keptWords(message.thoughts)].filter((text) => text).join('\n\n');
}

/** An answer with what it begins with. */
export function withOpening(message: Spoken, answer: string): string {
  return [openingWords(message), answer].filter((text) => text).join('\n\n');
}
