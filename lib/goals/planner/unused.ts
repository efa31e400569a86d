import { readGoalWords } from '../../language/goal.ts';
import type { Language } from '../../language/languages.ts';
import type { Facts } from '../playbooks/facts.ts';
import { bareCounts, findMentions, toNumber } from '../playbooks/mentions.ts';
import { fold, patternFor } from '../playbooks/phrases.ts';
import type { Playbook } from '../playbooks/schema.ts';
import { sumsOf } from '../playbooks/sums.ts';
import type { PlanContext } from './context.ts';
import data from './wishes.json' with { type: 'json' };

const CLAUSE_END =
  /(?<=[.!?;])(?<!\d\.)\s+|[;\n]\s*|,(?!\d)\s*|\s(?:but|aber|mais|pero|mas|ma|maar|because|weil|parce que|porque|perché|omdat)\s/iu;
const CLAUSES_MAX = 14;
const CLAUSE_CHARACTERS_MAX = 110;
/** A child's age changes a plan; how old an adult is rarely does. */
const CHILD_AGE =
  /(?<![\d.,])(?:1[0-7]|\d)[\s-]?(?:(?:years?|yrs?|yr|months?)[\s-]?old|y\/?o|jahre? alt|jahrige|monate alt|ans\b(?! (?:que|de))|anos? de edad|anni\b|maanden oud|jaar oud)/u;
/** Who lives or works with somebody: how many they are changes a plan only where it is about them. */
const PEOPLE =
  /(?<!\p{L})(?:kids?|child|children|sons?|daughters?|toddlers?|bab(?:y|ies)|teenagers?|teens|clients?|customers|colleagues|roommates?|flatmates?|friends|brothers?|sisters?|siblings|cats?|dogs?|kind|kinder\p{L}*|sohn|sohne|tochter|geschwister|kunden|kollegen|freunde|katzen?|hunde?|enfants?|fils|filles?|freres?|soeurs?|amis|collegues|chats?|chiens?|hij[oa]s?|ninos?|herman[oa]s?|amigos|gatos?|perros?|filh[oa]s?|irma\p{L}*|caes|figli[aeo]?|fratelli|sorelle|amici|gatti|cani|kinderen|zoon|dochters?|broers?|zussen|vrienden|katten|honden)(?!\p{L})/u;
const NUMBER = /(?<![\p{L}\d.,:]|\p{L}-)\d+(?:[.,:]\d+)*(?!\d)/gu;
/** A number of times, days and hours is the calendar's; a year tells of what has been. */
const OF_TIME =
  /^\s?(?:(?:-|–|a|to|bis|tot|ate)\s?\d+\s?(?:h|am|pm|uhr)\b)|^\s?-?(?:am|pm|uhr|h\b|o'clock|min\p{L}*|hour\p{L}*|stunde\p{L}*|heure\p{L}*|hora\p{L}*|ore\b|uur|days?|tage?n?|jours?|dias?|giorni|dagen|weeks?|woche\p{L}*|semaines?|semanas?|settiman\p{L}*|weken|months?|monat\p{L}*|mois|mes\p{L}*|maand\p{L}*|years?|jahre?n?|ans?|anos?|anni|jaar|times|mal|fois|veces|vezes|volte|keer|st|nd|rd|th|january|february|march|april|may|june|july|august|september|october|november|december|%|\/)/u;
/** "No idea", "not sure": nothing to heed. */
const NO_LIMIT =
  /(?<!\p{L})(?:no idea|no way|no one|not sure|no clue|don't know|dont know|no problem|not only|keine ahnung|weiss nicht|aucune idee|sais pas|ni idea|no se|nao sei|non so|geen idee|weet niet|weet ik niet|not too|no matter|if not)(?!\p{L})/u;
/** What is not possible, and a thing that is not there ("no car"), by language; "I have not slept" tells a story. */
const LIMITS: Readonly<Record<Language, readonly [cannot: string, without: string]>> = {
  en: ["can't|cant|cannot|can not|unable|allergic|allergy|must not|won't", 'no|without'],
  de: ['kann nicht|darf nicht|allergisch|allergie', 'kein|keine|keinen|keiner|ohne'],
  fr: ['ne peux pas|peux pas|allergique|interdit', 'sans|pas de|pas d'],
  es: ['no puedo|no podemos|alergic[oa]', 'sin'],
  pt: ['nao posso|nao podemos|nao consigo|alergic[oa]', 'sem'],
  it: ['non posso|non possiamo|allergic[oa]', 'senza'],
  nl: ['kan niet|mag niet|allergisch', 'geen|zonder'],
};
const limitsIn = Object.fromEntries(
  Object.entries(LIMITS).map(([language, [cannot, without]]) => [
    language,
    {
      cannot: new RegExp(`(?<!\\p{L})(?:${cannot})(?!\\p{L})`, 'u'),
      without: new RegExp(`(?<!\\p{L})(?:${without})[\\s']+(?:(?:a|an|my|own|big)\\s)?(\\p{L}{2,})`, 'u'),
    },
  ]),
) as Record<Language, { cannot: RegExp; without: RegExp }>;
const has = (phrases: Parameters<typeof patternFor>[0], text: string) => text.search(patternFor(phrases) ?? /$^/) >= 0;

/** What a description says and a plan does not use: a limit, a child's age, or a number of things. */
export type Unused = { words: string; kind: 'limit' | 'age' | 'number' };
type Said = Unused & { folded: string; limit: string; numbers: number[] };
const KINDS: readonly Unused['kind'][] = ['limit', 'age', 'number'];

/**
 * Returns the most important thing that a description says and a plan does not use, as the person wrote it: a limit ("no car",
 * "can't run", "only on foot"), a child's age, a number of things. Undefined where all of it was read or stands in the plan.
 *
 * Used is what the words of days and times say, what a reader, a flag or a choice of the playbook reads, and what the plan's
 * own lines name by its number or by one of its words. `heeded` are folded sentences that have their steps.
 */
export function findUnused(
  { goal, language, start_date, horizonNamed }: Pick<PlanContext, 'goal' | 'language' | 'start_date' | 'horizonNamed'>,
  playbook: Playbook,
  facts: Facts,
  lines: readonly string[],
  heeded: readonly string[] = [],
): Unused | undefined {
  const clauses = (goal.description ?? '').slice(0, 2000).split(CLAUSE_END).slice(0, CLAUSES_MAX);
  const isAboutPeople = PEOPLE.test(fold(goal.title));
  const important = clauses
    .flatMap((words) => kindOf(words.trim(), language))
    .filter(({ kind, folded }) => kind === 'limit' || isAboutPeople || !PEOPLE.test(folded))
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  if (important.length === 0) return undefined;
  const plan = fold(lines.join('\n'));
  // A small number stands in any plan.
  const figures = new Set(
    [...plan.matchAll(NUMBER)]
      .map(([written]) => toNumber(written))
      .filter((value) => value > SMALL_MAX)
      .map(round),
  );
  for (const name of Object.keys(playbook.reads)) {
    const value = facts.get(name);
    if (typeof value === 'number' && facts.said.has(name)) figures.add(round(value));
  }
  const readsMoney = playbook.total !== undefined || Object.values(playbook.reads).some(({ kind }) => kind === 'money');
  // What follows a word alone ("need", "at least") may be anything's number.
  const readers = Object.values(playbook.reads).filter(({ kind }) => kind !== 'number');
  const countsNow = Object.entries(playbook.reads).some(
    ([name, each]) => each.kind === 'count' && each.role === 'now' && Number(facts.get(name)) > 0,
  );
  const wordsOfPlan = new Set(plan.match(/\p{L}+/gu));
  const stems = new Set(plan.match(/\p{L}{4,}/gu)?.map((word) => word.slice(0, STEM_LETTERS)));
  const known = new Set(goal.title.match(/\p{L}{4,}/gu)?.map((word) => fold(word).slice(0, STEM_LETTERS)));
  const isUsed = ({ words, folded, limit, numbers }: Said) => {
    if (heeded.some((sentence) => sentence.includes(folded))) return true;
    const { limits, horizon } = readGoalWords({ title: words, today: start_date, language });
    const isTime = (horizon !== null && horizonNamed) || limits.restDays.length > 0 || Object.keys(limits).length > 1;
    if (isTime || plan.includes(folded)) return true;
    if (numbers.length > 0 && readsMoney && Object.values(sumsOf([words])).some((sum) => sum > 0)) return true;
    if (numbers.length > 0 && readers.some((reader) => findMentions(reader, words, language).length > 0)) return true;
    if (countsNow && bareCounts(words).length > 0) return true;
    const [, absent] = limitsIn[language].without.exec(folded) ?? [];
    if (absent && wordsOfPlan.has(absent)) return true;
    if (numbers.length > 0 && numbers.every((number) => UNITS.some((unit) => figures.has(round(number * unit)))))
      return true;
    const choices = Object.values(playbook.reads).flatMap((each) =>
      each.kind === 'choice' ? Object.values(each.options) : [],
    );
    // Of a limit what it limits counts: "my wife" says nothing of "my wife cannot climb stairs". And no flag reads a number.
    if (numbers.length > 0) return false;
    if ([...Object.values(playbook.flags), ...choices].some((phrases) => has(phrases, limit))) return true;
    // A word of the goal's title stands in every plan.
    const own = (limit.match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, STEM_LETTERS));
    const telling = own.filter((stem) => !known.has(stem) && !COMMON.has(stem));
    return telling.filter((stem) => stems.has(stem)).length * 2 > telling.length;
  };
  return important.find((said) => !isUsed(said));
}

const STEM_LETTERS = 5;
const SMALL_MAX = 12;
/** How many kilograms, kilometres, centimetres or minutes what people write may be. */
const UNITS = [1, 100, 1000, 60, 0.4536, 1.609];
const round = (value: number) => Math.round(value * 10) / 10;
/** Words that stand in any plan and prove nothing. */
const COMMON = new Set(
  'have,with,that,this,them,they,from,what,when,want,need,like,just,only,real,some,more,most,much,many,time,week,weeks,days,month,year,years,hour,hours,minut,every,each,about,after,befor,still,would,could,there,their,then,than,been,does,doing,done,make,good,well,very,first,next,last,over,into,thing,one,two,back,even,long,same,other,your,right,work,home,take,know,find,start,begin,until,week,day'.split(
    ',',
  ),
);

/** "27:40" as minutes, any other figure as it is. */
function minutesOrNumber(written: string): number {
  const [minutes = '', seconds] = written.split(':');
  return seconds === undefined ? toNumber(written) : Number(minutes) + Number(seconds) / 60;
}

function kindOf(words: string, language: Language): Said[] {
  const folded = fold(words).replace(/[.!?]+$/u, '');
  if (words.length > CLAUSE_CHARACTERS_MAX || words.length < 5 || NO_LIMIT.test(folded)) return [];
  const numbers = [...folded.matchAll(NUMBER)]
    .filter((match) => !OF_TIME.test(folded.slice(match.index + match[0].length)))
    .map(([written]) => minutesOrNumber(written))
    .filter((value) => !(value >= 1900 && value <= 2100));
  const said = (kind: Unused['kind'], from = 0) => [
    { words: words.replace(/[.!?]+$/u, ''), folded, limit: folded.slice(from), kind, numbers },
  ];
  const { cannot, without } = limitsIn[language];
  const only = patternFor(data.only[language]) ?? /$^/;
  const limited = [cannot, without, only].map((pattern) => folded.search(pattern)).filter((at) => at >= 0);
  if (limited.length > 0) return said('limit', Math.min(...limited));
  if (CHILD_AGE.test(folded)) return said('age');
  return numbers.length > 0 ? said('number') : [];
}
