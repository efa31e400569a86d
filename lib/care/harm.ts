import { fold, SENTENCE_END } from './fold.ts';
import de from './harm/de.json' with { type: 'json' };
import en from './harm/en.json' with { type: 'json' };
import es from './harm/es.json' with { type: 'json' };
import fr from './harm/fr.json' with { type: 'json' };
import it from './harm/it.json' with { type: 'json' };
import nl from './harm/nl.json' with { type: 'json' };
import pt from './harm/pt.json' with { type: 'json' };
import { readNumbers, sleepsTooLittle } from './numbers.ts';
import { compile, type Match } from './phrases.ts';
import { groupsOf } from './words.ts';

/** The harms that are advised against, each with its words for the record; `…_not` are phrases that carry their own "not". */
const HARMS = {
  medicine: 'stops or changes a medicine without the doctor',
  medicine_not: 'stops or changes a medicine without the doctor',
  dose: 'gives a dose or a schedule of doses',
  withdrawal: 'stops alcohol or drugs suddenly',
  food: 'starves',
  food_not: 'starves',
  water: 'goes without water',
  water_not: 'goes without water',
  self: 'hurts oneself',
  exercise: 'trains through pain, a night or exhaustion',
} as const;
type Harm = keyof typeof HARMS;
/** Words that make such a sentence good advice: "do not skip meals", "ask your doctor before you stop", "fasting is dangerous". */
const CONTEXTS = ['negation', 'doctor', 'warning', 'below', 'safe'] as const;
type Context = (typeof CONTEXTS)[number];

export const HARM_LABELS = [...CONTEXTS, ...(Object.keys(HARMS) as Harm[])] as const;

const find = compile<Harm | Context>(
  [en, de, fr, es, pt, it, nl].map(({ language, groups, rules }) => ({
    groups: { ...groupsOf(language), ...groups },
    phrases: HARM_LABELS.map((label) => [label, rules[label]]),
  })),
);

/** A "not" belongs to what begins this many words behind it, and ends this many words before it. */
const NOT_BEFORE_MAX = 6;
const NOT_AFTER_MAX = 2;
/** A doctor who takes part makes these safe to say. */
const WITH_DOCTOR: readonly string[] = ['medicine', 'medicine_not', 'dose', 'withdrawal'];

/**
 * Finds advice in what a model wrote that could harm the person: starving, going without water, stopping a medicine without
 * the doctor, doses, sudden withdrawal, self-harm, training through pain or the night. Advice against it passes.
 *
 * @param text a plan's titles and descriptions, a line each, or an answer; in any of the seven languages
 * @returns what is wrong and the words that say so, for a record and not for a person; null where nothing is
 */
export function findHarm(text: string): string | null {
  const words = fold(text);
  const found = find(words);
  for (const { from, to } of sentences(words)) {
    const inside = found.filter((match) => match.from >= from && match.to <= to);
    const harm = inside.find((match) => isHarm(match.tag) && !isExcused(match, inside));
    if (harm && isHarm(harm.tag)) return `${HARMS[harm.tag]}: "${words.slice(harm.from, harm.to).join(' ')}"`;
    if (hasUnsafeNumbers(words.slice(from, to), inside)) {
      return `eats, weighs or sleeps too little: "${words.slice(from, to).join(' ')}"`;
    }
  }
  return null;
}

function isHarm(label: Harm | Context): label is Harm {
  return label in HARMS;
}

function isExcused(harm: Match<Harm | Context>, sentence: Match<Harm | Context>[]): boolean {
  const is = (label: Context) => (match: Match<Harm | Context>) => match.tag === label;
  const isNegated = (not: Match<Harm | Context>) =>
    not.from >= harm.from - NOT_BEFORE_MAX - 1 && not.from !== harm.from && not.to <= harm.to + NOT_AFTER_MAX;
  return (
    sentence.some(is('warning')) ||
    (WITH_DOCTOR.includes(harm.tag) && sentence.some(is('doctor'))) ||
    sentence.filter(is('safe')).some(({ from, to }) => from <= harm.from && to >= harm.to) ||
    (!harm.tag.endsWith('_not') && sentence.filter(is('negation')).some(isNegated))
  );
}

/** "Never go below 1,000 kcal" is no advice to eat so little; "no more than 500 kcal" is. */
function hasUnsafeNumbers(sentence: readonly string[], matches: Match<Harm | Context>[]): boolean {
  const says = (label: Context) => matches.some(({ tag }) => tag === label);
  const isUnsafe = readNumbers(sentence).eating || sleepsTooLittle(sentence);
  return isUnsafe && !says('warning') && !(says('negation') && says('below'));
}

function sentences(words: readonly string[]): { from: number; to: number }[] {
  const ends = words.flatMap((word, at) => (word === SENTENCE_END ? [at] : []));
  return [...ends, words.length].map((to, index) => ({ from: index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, to }));
}
