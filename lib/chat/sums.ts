import { readEveryday, solveEveryday } from '../arithmetic/everyday/everyday.ts';
import { solveNext } from '../arithmetic/everyday/follow-up.ts';
import type { Solved } from '../arithmetic/everyday/solved.ts';
import { readNumerals } from '../arithmetic/numerals.ts';
import { fromDecimal, negate } from '../arithmetic/rational.ts';
import { answerSum, mannerOf } from '../arithmetic/sums.ts';
import { type Conversion, convert, nextConversion, readConversion } from '../arithmetic/units.ts';

type Asker = { now: Date; timezone: string; locale?: string | null };
type Turn = { content: string; response: string | null };
/** An answer, with what the next message may go on from. */
type Calculation = { text: string; said: string; solved?: Solved; conversion?: Conversion };

/** Said before a sum and no part of it: "thanks! and …", "ok then …". */
const PRELUDE =
  /^(?:(?:thanks|thank you|thx|ty|cheers|ok(?:ay)?|cool|great|nice|perfect|so|now|hey|hi|hmm|and|but|danke|super|alles klar|und|merci|d'accord|et|gracias|vale|genial|y|obrigad[oa]|valeu|legal|e|grazie|perfetto|bedankt|dank je|oké|en|then|dann|alors|entonces|então|allora|dus)(?:[!,.:\s]+|$))+/iu;
const turnsMax = 6;
/** Longer messages are no sums. */
const charactersMax = 600;
/** "Ok thanks" between two sums parts them not. */
const asideWordsMax = 3;

/** Answers a sum, a conversion or a sum in everyday words; null for what is none. */
export function answerCalculation(content: string, asker: Asker): string | null {
  return calculate(content, asker)?.text ?? null;
}

/** Answers what goes on from the last sum of a conversation: "and of 80?", "take that off 320". Null where there is none. */
export function answerNextCalculation(content: string, history: Turn[], asker: Asker): string | null {
  const last = lastCalculation(history, asker);
  return last ? (next(content, last, asker)?.text ?? null) : null;
}

function calculate(content: string, asker: Asker): Calculation | null {
  if (content.length > charactersMax) return null;
  const locale = asker.locale ?? null;
  const bare = content.trim().replace(PRELUDE, '');
  for (const said of new Set([content, bare])) {
    const sum = answerSum(said, locale);
    const everyday = inWords(said, asker);
    // With a currency the answer has it too.
    if (everyday?.value?.currency) return { text: everyday.text, said, solved: everyday };
    if (sum !== null) return { text: sum, said, solved: everyday ?? valueIn(sum, said, locale) };
    const conversion = readConversion(said, locale);
    const converted = conversion && convert(conversion);
    if (conversion && converted) return { text: converted, said, conversion };
    if (everyday) return { text: everyday.text, said, solved: everyday };
  }
  return null;
}

function inWords(said: string, asker: Asker): Solved | undefined {
  const reading = readEveryday(said, asker.locale ?? null);
  return (reading && solveEveryday(reading, asker)) ?? undefined;
}

/** Returns the value that an answered sum ends with, where it is exact. */
function valueIn(sum: string, said: string, locale: string | null): Solved {
  const written = / = (-?)([\d.,'’ ]+)$/.exec(sum);
  const digits = written && readNumerals(written[2] ?? '', mannerOf(said, locale).writing).text.replace(/ /g, '');
  if (!digits || !/^\d+(?:\.\d+)?$/.test(digits)) return { text: sum };
  const value = fromDecimal(digits);
  return { text: sum, value: { value: written[1] ? negate(value) : value } };
}

function next(content: string, last: Calculation, asker: Asker): Calculation | null {
  if (content.length > charactersMax) return null;
  const own = calculate(content, asker);
  if (own) return own;
  const said = content.trim().replace(PRELUDE, '') || content;
  if (last.conversion) {
    const isMeant = said !== content.trim() || /\?\s*$/.test(content);
    const conversion = isMeant ? nextConversion(said, last.conversion) : null;
    const text = conversion && convert(conversion);
    return conversion && text ? { text, said: last.said, conversion } : null;
  }
  // A short message is in the language of the sum that it goes on from.
  const reading = readEveryday(content, asker.locale ?? null, last.said);
  const solved = reading && last.solved && solveNext(reading, last.solved);
  return solved ? { text: solved.text, said: last.said, solved } : null;
}

/** Reads the conversation's turns in their order and returns the sum that it has come to. */
function lastCalculation(history: Turn[], asker: Asker): Calculation | null {
  let last: Calculation | null = null;
  for (const { content, response } of history.slice(-turnsMax)) {
    const found: Calculation | null = last ? next(content, last, asker) : calculate(content, asker);
    // What was answered otherwise, as by a model, is no sum that is known.
    if (found) last = response === found.text ? found : null;
    else if (/\d/.test(content) || content.trim().split(/\s+/).length > asideWordsMax) last = null;
  }
  return last;
}
