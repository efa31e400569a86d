import { ArithmeticError } from '../rational.ts';
import { mannerOf } from '../sums.ts';
import { answerBill } from './bills.ts';
import { answerSpan, answerTimeOfDay, answerUntil } from './clock.ts';
import { answerDistance, answerFuel, answerRecipe } from './distance.ts';
import { answerInterest, answerPricePerUnit, answerRate } from './rates.ts';
import { type Reading, readItems } from './read.ts';
import type { Form, Moment, Solved } from './solved.ts';
import {
  answerChange,
  answerChangeInPercent,
  answerForAll,
  answerInstalments,
  answerItems,
  answerRest,
  answerTotal,
} from './totals.ts';

const charactersMax = 200;

/** Each reads one kind of sum; a message that two of them read is not certain. */
const FORMS: Form[] = [
  answerBill,
  answerTotal,
  answerItems,
  answerForAll,
  answerRest,
  answerInstalments,
  answerChange,
  answerChangeInPercent,
  answerRate,
  answerPricePerUnit,
  answerInterest,
  answerDistance,
  answerFuel,
  answerRecipe,
  answerSpan,
  answerTimeOfDay,
  answerUntil,
];

/**
 * Reads a message as the items of a sum; null where it is long or has several lines.
 * @param before what a short message goes on from, and whose language it is in
 */
export function readEveryday(message: string, locale: string | null, before = ''): Reading | null {
  if (message.length > charactersMax || message.includes('\n')) return null;
  return readItems(message, mannerOf(`${before} ${message}`.trim(), locale));
}

/** Answers a sum in everyday words; null where its structure is not certain. */
export function solveEveryday(reading: Reading, moment: Moment): Solved | null {
  try {
    const [one, other] = FORMS.flatMap((form) => form(reading, moment) ?? []);
    return one && (!other || other.text === one.text) ? one : null;
  } catch (error) {
    // Numbers that are too large to be worked with.
    if (error instanceof ArithmeticError) return null;
    throw error;
  }
}
