import { type Language, languageOf } from '../language/languages.ts';
import { helpIn } from './contacts.ts';
import { countryOf } from './country.ts';
import { fold } from './fold.ts';
import { readNumbers } from './numbers.ts';
import type { CareKind, CareReading, CareTier } from './schema.ts';
import texts from './texts.json' with { type: 'json' };
import { type Found, findWords, guessLanguage, type Label } from './words.ts';

export type CarePerson = { timezone: string; locale?: string | null; language?: Language };

const ADULT_FROM = 18;
/** From this age on a doctor is asked before hard training begins (ACSM, WHO: screening and a gentle start). */
const ELDER_FROM = 70;
const AGE_MIN = 5;
const AGE_MAX = 105;

type Verdict = { label: Label; kind: CareKind; tier: CareTier; text?: 'others' };

/** The verdicts in the order in which they decide, the gravest first. */
const VERDICTS: Verdict[] = [
  { label: 'crisis', kind: 'crisis', tier: 'nothing' },
  { label: 'violence', kind: 'violence', tier: 'nothing' },
  { label: 'threat', kind: 'violence', tier: 'nothing' },
  // Whoever speaks of harming somebody is helped with nothing of it, and told who listens.
  { label: 'others', kind: 'crisis', tier: 'nothing', text: 'others' },
  { label: 'purging', kind: 'eating', tier: 'nothing' },
  { label: 'eating', kind: 'eating', tier: 'doctor-first' },
  { label: 'withdrawal', kind: 'withdrawal', tier: 'doctor-first' },
  { label: 'medicine', kind: 'medicine', tier: 'doctor-first' },
  { label: 'pregnancy', kind: 'pregnancy', tier: 'doctor-first' },
  { label: 'injury', kind: 'injury', tier: 'doctor-first' },
];
const TOPICS: Verdict[] = [
  { label: 'crisis_topic', kind: 'crisis', tier: 'mention' },
  { label: 'violence_topic', kind: 'violence', tier: 'mention' },
];

/**
 * Reads whether a person's words ask for care before anything else: a crisis, violence at home, or what a doctor, a midwife
 * or an adult should know first. Any of the seven languages is read, whatever the account says; the answer is in theirs.
 *
 * @param text what the person wrote, of any length
 * @param person where they are, for the numbers to call; `language` or `locale` decides where the words could be of several
 * @returns null for everyday words. `tier: 'mention'` is a topic or another person: it says where help is and limits nothing
 */
export function readCare(text: string, person: CarePerson): CareReading | null {
  const words = fold(text);
  const found = findWords(words);
  const numbers = readNumbers(words);
  const has = (label: Label) =>
    found.some((each) => each.label === label && !isHarmless(each, words) && !isOfAnother(each, found)) ||
    (label === 'eating' && numbers.eating) ||
    (label === 'withdrawal' && numbers.withdrawal && !isOfSoftDrink(words));
  const minor = isMinor(found, words);
  const verdict =
    VERDICTS.find(({ label }) => has(label)) ?? childVerdict(minor, has) ?? TOPICS.find(({ label }) => has(label));
  if (!verdict) return null;
  const tier = minor && verdict.tier === 'doctor-first' ? 'with-adult' : verdict.tier;
  const language = languageFor(found, verdict, words, person);
  return { ...say(verdict, tier, language, countryOf(words, person)), tier };
}

/**
 * Reads what of a person's body or age makes training a doctor's question: `frail` (weak bones, a slipped disc, a heart that was ill) or
 * `elder` (seventy years and more). It asks for no answer by itself; a plan for the body begins with a doctor.
 */
export function readFrailty(text: string): 'frail' | 'elder' | undefined {
  const words = fold(text);
  const found = findWords(words);
  const own = found.filter((each) => !isOfAnother(each, found));
  if (own.some(({ label }) => label === 'frail')) return 'frail';
  return own.some((each) => isOfElder(each, words)) ? 'elder' : undefined;
}

function isOfElder({ label, from, to }: Found, words: readonly string[]): boolean {
  if (label !== 'age' && label !== 'elder') return false;
  const age = ageIn(words.slice(from, to));
  return age >= ELDER_FROM && age <= AGE_MAX && !NO_AGE.test(words[to] ?? '');
}

/** What makes a number after "at" no age. */
const NO_AGE = /^(?:kgs?|kilos?|km|kmh|lbs?|pounds?|bpm|percent|prozent|watts?|reps|euros?|dollars?)$/;
/** What may be somebody else's: their illness is not the person's own. */
const OF_SOMEBODY = new Set<Label>(['injury', 'frail', 'age', 'elder']);

/** "My father had a stroke": whose body it is, unless the goal is with or for them. */
function isOfAnother({ label, from, to }: Found, found: readonly Found[]): boolean {
  if (!OF_SOMEBODY.has(label) || found.some((each) => each.label === 'for_another')) return false;
  return found.some((each) => each.label === 'another' && from < each.to && to > each.from);
}

const NICOTINE = /^(?:vap|smok|cigar|nicotin|juul|coffee|caffein|sugar)/;
const OTHER_SUBSTANCE =
  /^(?:drink|drank|drunk|alco|booz|beer|wine|vodka|whisk|pill|med|benzo|xanax|valium|opi|hero|metha|oxy|tramad|pregab)/;

/** "Tried cold turkey once" about vaping, smoking or coffee alone: stopping these at once is hard and not dangerous. */
function isOfNicotine({ label, from, to }: Found, words: readonly string[]): boolean {
  if (label !== 'withdrawal' || words.slice(from, to).join(' ') !== 'cold turkey') return false;
  return words.some((word) => NICOTINE.test(word)) && !words.some((word) => OTHER_SUBSTANCE.test(word));
}

function isHarmless(each: Found, words: readonly string[]): boolean {
  return each.label === 'withdrawal' && (isOfNicotine(each, words) || isOfSoftDrink(words, each.from, each.to));
}

const SOFT_DRINK =
  /^(?:cola|colas|(?:diet|of|zero|cans?|litres?|liters?|bottles?|glass(?:es)?) coke|coke zero|pepsi|sodas?|fizzy|limos?|limonade|lemonade|eistee|refrescos?|refrigerantes?|gaseosas?|bibit[ae]|frisdrank|energydrinks?|energiedrank|sprite|fanta|spezi|gassat[ae]|(?:energy|soft|monster) (?:drinks?|energy)|coca cola|coca-?cola|redbull|red bull)$/;
/** Alcohol, what else is dangerous to stop at once, and what shows that somebody does. */
const DANGEROUS =
  /^(?:alco|alko|booz|beer|bier|birr|cerve|pint|wine|wein|vin$|vins$|vino|vinho|wijn|vodka|wodk|whisk|rum$|ron$|rhum|gin$|schnaps|jenever|liquor|likor|licor|spirit|sekt|champ|cider|tequila|drunk|betrunk|ivre|borrach|bebad|ubriac|dronken|shak|zitter|trembl|tembl|trem|beven|pill|med|benzo|xanax|valium|tavor|rivotril|lexotan|\w*(?:azepam|zolam)|zopicl|zolpid|opi|hero|metha|meta?d|amphet|anfet|speed$|snort|oxy|tramad|pregab|codein|kodein|morph|morf|fentan|subox|bupren|barbit|cocain|cokain|kokain|crack$|ghb$|gbl$|ketam)/;

/**
 * Tells whether a sign of withdrawal is of a soft drink: two litres of cola a day are no alcohol. The drink stands beside the
 * sign, and nothing dangerous is named anywhere.
 */
function isOfSoftDrink(words: readonly string[], from = 0, to = words.length): boolean {
  const near = words.slice(Math.max(0, from - 6), to + 3);
  const isNamed = near.some((word, at) => SOFT_DRINK.test(word) || SOFT_DRINK.test(`${word} ${near[at + 1] ?? ''}`));
  return isNamed && !words.some((word) => DANGEROUS.test(word));
}

function say({ kind, text }: Verdict, tier: CareTier, language: Language, country: string | null) {
  const { line, emergency, resources } = helpIn(country, kind, language);
  const mention: Partial<Record<CareKind, string>> = texts[language].mention;
  const said = tier === 'mention' ? (mention[kind] ?? texts[language][kind]) : texts[language][text ?? kind];
  return { kind, message: said.replaceAll('{line}', line).replaceAll('{emergency}', emergency), resources };
}

/** Someone under 18 by their own words, or their school year; "im 6. Monat" is an age in English only. */
function isMinor(found: Found[], words: readonly string[]): boolean {
  const language = guessLanguage(words);
  return found.some((each) => {
    const { label, from, to } = each;
    if (language && each.language !== language) return false;
    if (label === 'pupil') return true;
    const age = label === 'age' ? ageIn(words.slice(from, to)) : Number.NaN;
    return age >= AGE_MIN && age < ADULT_FROM;
  });
}

function ageIn(words: readonly string[]): number {
  return Number(words.find((word) => /^\d{1,3}$/.test(word)) ?? Number.NaN);
}

/**
 * Decides where a minor is concerned: their own goals about body, food or substances go to an adult too, other goals only say
 * so. A parent's do where a diet is meant for the child.
 */
function childVerdict(minor: boolean, has: (label: Label) => boolean): Verdict | undefined {
  if (minor) return { label: 'age', kind: 'child', tier: has('child_body') ? 'with-adult' : 'mention' };
  if (has('my_child') && has('child_diet')) return { label: 'my_child', kind: 'child', tier: 'with-adult' };
  return undefined;
}

/** Returns the language of the words that decided; where they are of several, the person's, else what the text looks like. */
function languageFor(found: Found[], { label }: Verdict, words: readonly string[], person: CarePerson): Language {
  const said = new Set(found.filter((each) => each.label === label).map(({ language }) => language));
  const own = person.language ?? languageOf(person.locale);
  const guessed = guessLanguage(words);
  const [only] = said;
  if (said.size === 1 && only) return only;
  if (guessed && (said.size === 0 || said.has(guessed))) return guessed;
  return said.size === 0 || said.has(own) ? own : (only ?? own);
}
