import type { Language } from '../../language/languages.ts';
import { PERIOD } from './cues.ts';
import { bareCounts, toNumber } from './mentions.ts';
import { numberPattern } from './numbers.ts';
import { type OwnClauses, ownClausesOf } from './own-clauses.ts';
import { personIn } from './own-people.ts';
import { LEAD, type OwnThing, ownThingOf } from './own-thing.ts';
import { fold } from './phrases.ts';

/** What a plan may take over from the person's own words, whatever the goal is about. */
export type OwnWords = OwnThing &
  OwnClauses & {
    /** The goal's title without what follows a comma or a dash, to be quoted in a task. */
    own_goal: string;
    /** The title as a task of its own ("Call grandma"), without how often; empty where it is no English request. */
    own_act: string;
    /** What the description tells, in at most two sentences, to be quoted; empty where there is none. */
    own_words: string;
    /** How many things the goal consists of ("14 half-done songs"); 0 where it names no number of things. */
    own_count: number;
    /** What these things are called, as written; empty where `own_count` is 0. */
    own_things: string;
    /** Whom the title is about or for: "your sister"; empty where it names nobody. */
    own_person: string;
    /** For whom it is, where the title says "for": not the father whose shirts are sewn into a quilt. */
    own_for: string;
    /** What the description says is there already, to be quoted: "I have a jigsaw and some plywood". */
    own_have: string;
  };

const FOR = /(?<!\p{L})(?:for|für|pour|para|pra|per|voor)\s(.*)$/iu;
/** "About 40 index cards" at the beginning of a description. */
const OPENING =
  /^\s*(?:(?:about|around|roughly|some|etwa|circa|ca\.|rund|ungefähr|environ|unos|unas|cerca de|ongeveer|zo'n)\s+)?(\d{1,3}\s[^,.;:!?]{3,60})/iu;
/** A sentence that says what is there, not what is missing. */
const HAVE =
  /^(?!.*\b(?:have to|have been|have never|haven't|don't have|no idea)\b)(?:.*\b)?(?:i have|i've got|i already have|i own|have (?:a|an|some|the|about|two|three|\d+)\b|we have|there is|ich habe|hab[e']? |wir haben|vorhanden|j'ai|on a|nous avons|tengo|tenemos|hay|tenho|temos|ho |abbiamo|ik heb|heb |we hebben)/u;

const GOAL_CHARACTERS_MAX = 60;
const WORDS_CHARACTERS_MAX = 170;

/** Reads them from a goal's title and description. */
export function ownWordsOf(
  { title, description }: { title: string; description?: string | null },
  language: Language = 'en',
): OwnWords {
  // A description that opens with the number counts what the title names: "9 houses, two are done".
  const [, opening = ''] = OPENING.exec(description ?? '') ?? [];
  const opened = thingsIn(opening, language);
  const isOfTitle = opened && fold(title).includes(fold(opened.name).split(/\s+/).at(-1)?.slice(0, 4) ?? '');
  const things = leftOf(
    thingsIn(title, language) ?? (isOfTitle ? opened : undefined),
    `${title}. ${description ?? ''}`,
  );
  return {
    own_goal: shorten(title),
    own_act: actIn(title),
    own_words: tellingWords(description ?? ''),
    own_count: things?.count ?? 0,
    own_things: things?.name ?? '',
    own_person: personIn(title, language),
    own_for: personIn(FOR.exec(title)?.[1] ?? '', language),
    own_have:
      sentencesOf(description ?? '')
        .find((sentence) => HAVE.test(fold(sentence)))
        ?.slice(0, WORDS_CHARACTERS_MAX) ?? '',
    ...ownClausesOf(description ?? ''),
    ...ownThingOf(title, language),
  };
}

/** Returns the things that are still to be done, where the words say how many are: "100 films … 63 left". */
function leftOf(things: { count: number; name: string } | undefined, text: string) {
  if (!things) return undefined;
  const bare = bareCounts(text).filter(({ value }) => value < things.count);
  const left = bare.find(({ role }) => role === 'left')?.value;
  const now = bare.find(({ role }) => role === 'now')?.value;
  const count = left ?? (now === undefined ? things.count : things.count - now);
  return count >= LEAST_THINGS ? { ...things, count } : things;
}

const ASIDE = /\s*(?:[,;:]\s|[(–—]|\s-\s|(?<=\p{L}{3})\.\s).*$/u;

function shorten(title: string): string {
  const whole = title.trim().replace(/[\s.!?…]+$/u, '');
  const first = whole.replace(ASIDE, '').trim();
  const text = first.split(/\s+/).length > 1 ? first : whole;
  return text.length <= GOAL_CHARACTERS_MAX ? text : `${text.slice(0, GOAL_CHARACTERS_MAX).replace(/\s+\S*$/u, '')} …`;
}

const HOW_OFTEN =
  /\s*\b(?:(?:every|each) (?:single )?(?:day|night|morning|evening|week|month|weekend|other day|mon|tues|wednes|thurs|fri|satur|sun)\p{L}*|daily|weekly|once a (?:day|week|month)|(?:twice|\w+ times) a (?:day|week|month)|regularly|more often|again)\b.*$|(?<!\b(?:take|spend|have|in|for)\s)(?<=\p{L}{3})\s+(?:a|per) (?:day|night|week|month)\b.*$/iu;
/** English verbs that people ask of themselves day by day. A title that begins with another word is quoted instead. */
const ACTS = new Set(
  'ask brush call carry check clean cook cycle dance do draw drink eat feed film finish fix floss get give go help hug invite journal keep leave listen make meditate meet pack paint photograph phone play post practice practise pray put read record rehearse rest ride run save send show sing sit skip sleep speak stand stretch study swim take talk tell text thank tidy train tutor type visit wake walk wash watch water wear weigh work write'.split(
    ' ',
  ),
);

/** What is done with a thing that a title only names: "A poem a day". */
const DONE_WITH: readonly (readonly [RegExp, string])[] = [
  [/\b(?:poem|haiku|letter|story|postcard|sonnet)$/iu, 'Write'],
  [/\b(?:sketch|drawing)$/iu, 'Draw'],
  [/\b(?:photo|picture|walk)$/iu, 'Take'],
  [/\b(?:song|scale|tune)$/iu, 'Play'],
  [/\b(?:book|chapter|article)$/iu, 'Read'],
  [/\b(?:meal|recipe|dish)$/iu, 'Cook'],
];

function actIn(title: string): string {
  const named = shorten(title).replace(LEAD, '').replace(LEAD, '').replace(HOW_OFTEN, '').trim();
  const done = /^(?:an?|one)\s/iu.test(named) ? DONE_WITH.find(([thing]) => thing.test(named))?.[1] : undefined;
  const plain = done ? `${done} ${named.charAt(0).toLowerCase()}${named.slice(1)}` : named;
  const [verb = '', ...rest] = plain.split(/\s+/);
  if (!ACTS.has(verb.toLowerCase()) || rest.length === 0 || plain.endsWith('…')) return '';
  const said = plain.replace(/\b(?:my|our)\b/giu, 'your').replace(/\b(?:myself)\b/giu, 'yourself');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

function sentencesOf(description: string): string[] {
  return description
    .replace(/\s+/gu, ' ')
    .split(/(?<=[^\d\s][.!?…;])\s+|(?<=\d{3}[.!?…;])\s+(?=\p{Lu})/u)
    .map((sentence) =>
      sentence
        .replace(/[\s.;,…]+$/u, '')
        .trim()
        .replace(/[“”"]/gu, "'"),
    )
    .filter((sentence) => sentence.length > 3);
}

/** Returns the first sentences of a description that fit, without the dots between them. */
function tellingWords(description: string): string {
  const sentences = sentencesOf(description);
  const taken: string[] = [];
  for (const sentence of sentences) {
    if ([...taken, sentence].join('; ').length > WORDS_CHARACTERS_MAX) break;
    taken.push(sentence);
  }
  const [first = ''] = sentences;
  const cut = `${first.slice(0, WORDS_CHARACTERS_MAX - 2).replace(/\s+\S*$/u, '')} …`;
  return taken.length > 0 ? taken.join('; ') : first && cut;
}

/** Fewer than three are no row of things. */
const LEAST_THINGS = 3;
/** "14 half-done songs" ends with a plural in s; in languages without one, the word after the number is taken. */
const THINGS = [String.raw`(?:[\p{L}'-]+\s+){0,2}?[\p{L}'-]{2,}s`, String.raw`[\p{L}'-]{3,}(?:en|n|i|e|x|er)`];
const thingPatterns = new Map<Language, RegExp[]>();

function thingPatternsOf(language: Language): RegExp[] {
  const known = thingPatterns.get(language);
  if (known) return known;
  const numbers = numberPattern(language, LEAST_THINGS);
  const patterns = THINGS.map(
    (name) => new RegExp(String.raw`(?<![\p{L}\d.,$€£#/:'-])(\d{1,3}|${numbers})\s+(${name})(?![\p{L}'-])`, 'u'),
  );
  thingPatterns.set(language, patterns);
  return patterns;
}

/** Words after a number that measure it: these are no things to be done one after the other. */
const MEASURES =
  /^(?:st|nd|rd|th|am|pm|uhr|h|min\p{L}*|hour\p{L}*|stunde\p{L}*|heure\p{L}*|hora\p{L}*|or[ae]|uur|day\p{L}*|tag\p{L}*|jour\p{L}*|dia\p{L}*|giorn\p{L}*|dag\p{L}*|night\p{L}*|week\p{L}*|woche\p{L}*|semaine\p{L}*|semana\p{L}*|settiman\p{L}*|weken|month\p{L}*|monat\p{L}*|mois|mes\p{L}*|maand\p{L}*|year\p{L}*|jahr\p{L}*|ans?|annee\p{L}*|ano\p{L}*|ann[oi]|jaar|jaren|credit\p{L}*|mil|mille|thousand|tausend|dollars?|class|top|more|else|over|other|under|after|later|percent|prozent|procent|km|kilo\p{L}*|miles?|mi|meter\p{L}*|metre\p{L}*|metro\p{L}*|kg|lbs?|pound\p{L}*|pfund|grams?|lit\p{L}*|euro\p{L}*|dollar\p{L}*|bucks|people|persons?|personen|personnes|personas|pessoas|persone|mensen|guests?|kids?|children|sons?|daughters?|brothers?|sisters?|siblings?|friends|cousins?|freund\p{L}*|geschwister\p{L}*|kinder\p{L}*|enfants?|freres?|soeurs?|amis|hij[oa]s|herman[oa]s|amig[oa]s|filh[oa]s|irmaos|irmas|figli[ae]?|fratelli|sorelle|amic\p{L}*|vriend\p{L}*|broers|zussen|kinderen|employees|members|families|teams?|times?|mal|fois|veces|vezes|volte|keer|steps|points?|points|words|woerter|followers|listeners|subscribers|customers|clients|gaste|gasten|invit\p{L}*|convidados|clopes|cigar\p{L}*|zigaretten|push\p{L}*|pull\p{L}*|klimmzuge|liegestutze|flexiones|flexoes|flessioni|pompes|jan\p{L}*|feb\p{L}*|fev\p{L}*|mar\p{L}*|apr\p{L}*|avr\p{L}*|abr\p{L}*|ma[iy]|mei|jun\p{L}*|juin|giugno|jul\p{L}*|juillet|luglio|aug\p{L}*|ago\p{L}*|aout|sep\p{L}*|set\p{L}*|okt\p{L}*|oct\p{L}*|ott\p{L}*|nov\p{L}*|de[cz]\p{L}*|dic\p{L}*)$/u;

/** What stands before a number that is no amount of the goal's things: "a coop for 4 hens", "turning 40", "under 20 tries". */
const NOT_BEFORE =
  /(?:^|\s)(?:for|with|to|from|by|at|before|after|until|till|in|on|of|than|under|within|every|aged?|turning|turn|for my|next|past|grade|level|number|no|version|chapter|room|type|fur|mit|bis|vor|nach|unter|in|ab|von|als|alle|pour|avec|avant|apres|dans|de|en|para|con|antes de|por|com|ate|ogni|per|di|entro|tra|met|voor|op|na|tot|om)(?:\s(?:the|my|die|den|the last|les|los|las|os|as|i|de))?\s$/u;
/** What follows an amount that comes back: "10 pages a day". */
const IS_RATE = new RegExp(
  String.raw`^\s*(?:a|an|per|each|every|pro|am|im|in der|jede\p{L}*|je|par|al|a la|por|ao|a|alla|cada|chaque|ogni|al|elke|iedere|op een)\s+(?:\p{L}+\s)?(?:${PERIOD})(?!\p{L})`,
  'u',
);

/** Returns the number of things that a text wants done, three to 200, and what they are; undefined where it counts or measures something else. */
function thingsIn(text: string, language: Language): { count: number; name: string } | undefined {
  const folded = fold(text);
  const match = thingPatternsOf(language)
    .map((pattern) => pattern.exec(folded))
    .find((found) => found !== null);
  const [, number = '', name = ''] = match ?? [];
  const count = toNumber(number);
  if (!match || !(count >= LEAST_THINGS && count <= 200)) return undefined;
  if (name.split(/\s+/).some((word) => MEASURES.test(word))) return undefined;
  if (NOT_BEFORE.test(folded.slice(0, match.index)) || IS_RATE.test(folded.slice(match.index + match[0].length)))
    return undefined;
  const from = match.index + match[0].length - name.length;
  return { count, name: text.slice(from, from + name.length) };
}
