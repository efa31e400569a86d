import { SENTENCE_END } from './fold.ts';
import quantities from './quantities.json' with { type: 'json' };

/** Daily energy below which a clinician takes part, in kcal (NICE CG189: 800–1,600 with professional support). */
const KCAL_MIN = 1200;
const KCAL_MIN_MALE = 1500;
/** The lowest healthy body mass index, in kg/m². */
const BMI_MIN = 18.5;
/** The least BMI at which gaining weight is asked about: a thin person may plan to eat more. */
const BMI_MIN_GAINING = 17;
/** The lightest target in kg that is asked about where no height was said: it is too light from 1.50 m on. */
const TARGET_KG_MIN = 41;
/** The fastest weekly weight loss, in kg (NHS: 0.5 to 1) and as a share of the weight. */
const LOSS_KG_MAX = 1;
const LOSS_SHARE_MAX = 0.01;
const FAST_HOURS_MAX = 24;
const SLEEP_HOURS_MIN = 5;
/** Words that are read; a person's amounts stand at the beginning. */
const WORDS_MAX = 4_000;
/** Drinks a day from which stopping at once can be dangerous (NICE: more than 15 units). */
const DRINKS_MAX = 5;

const HOURS = { hour: 1, day: 24, week: 168, month: 730 };
type Span = keyof typeof HOURS;
type Named = Exclude<keyof typeof quantities, 'numbers' | 'daily'>;

/** Words of each quantity, as a test. */
const is = Object.fromEntries(
  Object.entries(quantities).map(([name, words]) => [name, Array.isArray(words) ? tester(words) : () => false]),
);

function tester(words: string[]): (word: string | undefined) => boolean {
  const exact = new Set(words.filter((word) => !word.endsWith('*')));
  const stems = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  return (word) => word !== undefined && (exact.has(word) || stems.some((stem) => word.startsWith(stem)));
}

const daily = quantities.daily.map((words) => words.split(' '));
const numberWords = new Map(Object.entries(quantities.numbers));

/**
 * Finds amounts that are not safe without a doctor in folded words: too little to eat, a target weight that is too low, too
 * fast a loss, a fast of more than a day; or so much alcohol a day that stopping at once is dangerous.
 */
export function readNumbers(text: readonly string[]): { eating: boolean; withdrawal: boolean } {
  const words = text.slice(0, WORDS_MAX);
  const result = { eating: false, withdrawal: false };
  for (const sentence of sentencesOf(words)) {
    result.eating ||= starves(sentence) || losesTooFast(sentence) || fastsTooLong(sentence);
    result.withdrawal ||= drinksTooMuch(sentence);
  }
  result.eating ||= weighsTooLittle(words);
  return result;
}

function sentencesOf(words: readonly string[]): string[][] {
  const sentences: string[][] = [[]];
  for (const word of words) {
    if (word === SENTENCE_END) sentences.push([]);
    else sentences.at(-1)?.push(word);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

/** "500 kcal a day", "on 700 calories": energy eaten, not burnt and not of one meal. */
function starves(sentence: string[]): boolean {
  const male = sentence.some(named('male'));
  return sentence.some((_, at) => {
    const kcal = numberAt(sentence, at);
    if (kcal === null || !named('kcal')(sentence[at + 1]) || kcal >= (male ? KCAL_MIN_MALE : KCAL_MIN)) return false;
    const before = sentence.slice(Math.max(0, at - 4), at);
    const after = sentence.slice(at + 2, at + 6);
    const isOther = [...before, ...after.slice(0, 2)].some(named('burn')) || after.some(named('less'));
    return !isOther && (isDaily(after) || isDaily(before) || before.some(named('intake')) || at === 0);
  });
}

/** "lose 15 kg in 4 weeks", "2 kg a week". */
function losesTooFast(sentence: string[]): boolean {
  if (!sentence.some(named('lose'))) return false;
  const weights = sentence.flatMap((_, at) => kgAt(sentence, at) ?? []);
  const kg = weights[0];
  if (kg === undefined) return false;
  const hours = hoursOf(sentence);
  if (hours === null || hours < HOURS.day) return false;
  const perWeek = (kg * HOURS.week) / hours;
  const body = Math.max(...weights);
  return perWeek > LOSS_KG_MAX * 1.05 || (body > kg && body > 35 && perWeek > body * LOSS_SHARE_MAX * 1.05);
}

/** "fast for 7 days", "a 36-hour fast". Religious daytime fasts name no such span of hours. */
function fastsTooLong(sentence: string[]): boolean {
  return sentence.some((word, at) => {
    if (!named('fast')(word) || named('notFast')(sentence[at + 1]) || named('notFast')(sentence[at - 1])) return false;
    const around = sentence.slice(Math.max(0, at - 5), at + 6);
    if (
      word === 'fast' &&
      !/^(?:for|on|until|$)/.test(sentence[at + 1] ?? '') &&
      !named('day')(sentence[at - 1]) &&
      !named('hour')(sentence[at - 1]) &&
      sentence[at - 1] !== 'water'
    )
      return false;
    const hours = hoursOf(around);
    return hours !== null && hours > FAST_HOURS_MAX && hours <= HOURS.month * 3;
  });
}

/** A body weight that is too low for the height, or for anybody where no height was said. */
function weighsTooLittle(words: readonly string[]): boolean {
  const heights = words.flatMap((_, at) => heightAt(words, at) ?? []);
  const gains = words.some(named('gain')) && !words.some(named('lose'));
  return words.some((_, at) => {
    const kg = kgAt(words, at);
    if (kg === null || kg < 20) return false;
    const before = words.slice(Math.max(0, at - 4), at);
    const near = words.slice(Math.max(0, at - 6), at + 6);
    // "20 kg abnehmen": in German and Dutch the verb comes last.
    const losesIt = before.some(named('lose')) || named('lose')(words[at + 2]);
    if (losesIt && !named('target')(words[at - 1])) return false;
    if (near.some(named('lifting'))) return false;
    const metres = heights[0];
    if (metres !== undefined) return kg / metres ** 2 < (gains ? BMI_MIN_GAINING : BMI_MIN);
    return (
      kg < TARGET_KG_MIN &&
      ['weigh', 'wiegen', 'peser', 'pesar', 'pesare', 'wegen', 'down', 'runter'].some((each) => near.includes(each))
    );
  });
}

/**
 * Tells whether words ask for less sleep than even treatments of insomnia allow ("sleep only 3 hours"): time in bed is never cut
 * below 5 hours (Stanford; AASM as cited there).
 */
export function sleepsTooLittle(sentence: readonly string[]): boolean {
  return sentence.some((_, at) => {
    const hours = numberAt(sentence, at);
    if (hours === null || hours >= SLEEP_HOURS_MIN || !named('hour')(sentence[at + 1])) return false;
    const before = sentence.slice(Math.max(0, at - 3), at);
    return before.some(named('sleep')) && !named('sleepMore')(sentence[at + 2]) && !named('sleepMore')(before.at(-1));
  });
}

/** "12 beers every day", "two bottles of wine a day"; a glass with dinner is no such amount. */
function drinksTooMuch(sentence: string[]): boolean {
  return sentence.some((_, at) => {
    const count = numberAt(sentence, at);
    if (count === null) return false;
    const after = sentence.slice(at + 1, at + 5);
    const drink = after.findIndex(named('alcohol'));
    if (drink < 0 || !isDaily(sentence.slice(Math.max(0, at - 5), at + 12))) return false;
    return count >= DRINKS_MAX || (count >= 1 && after.slice(0, drink).some(named('bottle')));
  });
}

function named(name: Named): (word: string | undefined) => boolean {
  return is[name] ?? (() => false);
}

function isDaily(words: readonly string[]): boolean {
  return words.some((_, at) => daily.some((phrase) => phrase.every((word, index) => words[at + index] === word)));
}

/** Returns the number at a place: in digits with either decimal or thousands mark, or a word up to twelve. */
function numberAt(words: readonly string[], at: number): number | null {
  const word = words[at];
  if (word === undefined) return null;
  if (!/^\d/.test(word)) return numberWords.get(word) ?? null;
  const plain = /^\d{1,3}(?:[.,]\d{3})+$/.test(word) ? word.replace(/[.,]/g, '') : word.replace(',', '.');
  const number = Number(plain);
  return Number.isFinite(number) ? number : null;
}

/** Returns the weight at a place in kg. */
function kgAt(words: readonly string[], at: number): number | null {
  const number = numberAt(words, at);
  if (number === null) return null;
  const unit = words[at + 1];
  if (named('kg')(unit)) return number;
  if (named('lb')(unit)) return number * 0.4536;
  return named('halfKg')(unit) ? number / 2 : null;
}

/** Returns the height at a place in metres: "170 cm", "1.70 m", "1m70". */
function heightAt(words: readonly string[], at: number): number | null {
  const number = numberAt(words, at);
  if (number === null) return null;
  const metres = named('cm')(words[at + 1]) ? number / 100 : named('m')(words[at + 1]) ? number : null;
  if (metres === 1 && /^\d\d$/.test(words[at + 2] ?? '')) return 1 + Number(words[at + 2]) / 100;
  return metres !== null && metres > 1.2 && metres < 2.3 ? metres : null;
}

/** Returns the first span of time in words, in hours; "a week" is one. */
function hoursOf(words: readonly string[]): number | null {
  for (const [at] of words.entries()) {
    const span = (Object.keys(HOURS) as Span[]).find((each) => named(each)(words[at + 1]));
    const number = span && numberAt(words, at);
    if (span && number) return number * HOURS[span];
    const isPer = ['per', 'pro', 'par', 'por', 'al', 'alla', 'a', 'each', 'every', 'la', 'ao'].includes(
      words[at] ?? '',
    );
    if (span && isPer) return HOURS[span];
  }
  return null;
}
