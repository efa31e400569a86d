import { LANGUAGES, type Language } from '../../../language/languages.ts';
import { type Described, plainOf, quoteAt, type Remark } from './remark.ts';

/** In English what is there is named by itself: "already have the fabric", "I already own 30 unread books". */
const OWNED =
  /(?<!\p{L})(?:(?:already (?:have|own|got|bought)|have already (?:got|bought|ordered)|i(?:'ve| have) (?:already )?(?:bought|inherited|ordered)|(?:i|we) (?:already )?own|already (?:there|here) (?:is|are))\s+([^.,;:!?()]{3,60})|(?:have|own|got|bought)\s+([^.,;:!?()]{3,40}?)\s+already(?!\p{L}))/u;
/** Where the name of the thing ends. */
const NAME_END =
  /\s(?:and (?:i|we|can|need|want|would|am|my)|but|from|for|that|which|to|in|on|at|with|already|so|because|who|where|since|lying|left|of my|of our)\s|\s(?:already|at home|here|now|lying around|left over|though|too)$/u;
/** What is no thing: a state, an act, money. */
const NO_THING =
  /^(?:been|done|read|had|made|met|seen|run|lost|paid|tried|started|begun|learn\p{L}*|written|saved|finished|\p{L}+ed|a (?:job|plan|date|degree|baby|child|husband|wife|partner|boyfriend|girlfriend|idea|offer|lot)|an? (?:idea|appointment|interview|offer)|(?:two|three|four|\d) (?:kids|children)|kids|children|no|not|some (?:idea|experience)|experience|time|the (?:time|date|day|money)|it|them|one|this|that|all|everything|too|enough (?:time|money)|\p{L}+ing)(?!\p{L})/u;
const MEASURED =
  /[€$£%]|\d\s?(?:k|km|kg|lbs?|euros?|dollars?|pounds|miles|hours?|minutes?|words|pages|days|weeks|months|years|points)(?!\p{L})/u;
const WORDS_MAX = 6;

/** Elsewhere the clause is quoted that says what is there already. */
const ALREADY: Readonly<Record<Exclude<Language, 'en'>, string>> = {
  de: "(?:habe?|haben|hab'|besitze|gekauft|geerbt|liegt|liegen|steht)[^.;!?]{0,40}(?:schon|bereits)|(?:schon|bereits)[^.;!?]{0,40}(?:gekauft|da|vorhanden|besorgt|geerbt)",
  fr: "j'ai deja|on a deja|nous avons deja|possede deja|deja achete",
  es: 'ya tengo|ya tenemos|ya compre|ya he comprado|tengo ya',
  pt: 'ja tenho|ja temos|ja comprei|tenho ja',
  it: 'ho gia|abbiamo gia|gia comprato|possiedo gia',
  nl: '(?:heb|hebben)[^.;!?]{0,12}\\sal(?!\\p{L})|al (?:gekocht|in huis)',
};
const foreign = Object.fromEntries(
  LANGUAGES.filter((language) => language !== 'en').map((language) => [
    language,
    new RegExp(`(?<!\\p{L})(?:${ALREADY[language as Exclude<Language, 'en'>]})(?!\\p{L})`, 'u'),
  ]),
) as Record<Exclude<Language, 'en'>, RegExp>;
/** What somebody has and does, in the same words: children, work, experience, dates, money. */
const NO_FOREIGN_THING =
  /(?:kind|erfahrung|termin|job|arbeit|idee|versucht|angefangen|enfant|experience|essaye|commence|rendez-vous|travail|idee|hijo|experiencia|trabajo|idea|cita|probado|intentado|empezado|filho|experiencia|trabalho|ideia|tentei|figli|esperienza|lavoro|idea|provato|iniziato|appuntamento|ervaring|werk|idee|afspraak|geprobeerd|begonnen|gespart|econom|ahorrad|guardad|risparmiat|gespaard|\d{3}|\d\s?(?:€|euro|km|kg|k)|jahre|ans\b|anos|anni|jaar)/u;

const HOW =
  'Complete, undamaged, and enough of it? What is missing goes on one list with its price, and nothing is bought twice.';
const BUYS = /^(?:Buy|Order|Get|Choose and buy|Shop for)\s/u;

/** Reads what is there already: it is laid out first, and a step that buys it is said otherwise. */
export function readOwned({ language, sentences }: Described): Remark[] {
  for (const { words, folded } of sentences) {
    if (language === 'en') {
      const match = OWNED.exec(folded);
      const name = match?.[1] ?? match?.[2];
      if (!match || name === undefined) continue;
      const at = match.index + match[0].indexOf(name);
      const end = name.search(NAME_END);
      const thing = plainOf(words.slice(at, at + (end < 0 ? name.length : end)));
      const plain = thing.toLowerCase();
      if (thing.length < 3 || thing.split(' ').length > WORDS_MAX || NO_THING.test(plain) || MEASURED.test(plain))
        continue;
      return [owned(asYours(thing), plain.split(' ').at(-1) ?? '')];
    }
    const match = foreign[language].exec(folded);
    const quoted = match && !NO_FOREIGN_THING.test(folded) ? quoteAt(words, match.index) : undefined;
    if (quoted) return [owned(quoted, '')];
  }
  return [];
}

function owned(name: string, head: string): Remark {
  const named = head.replace(/[^\p{L}]/gu, '');
  return {
    id: 'have',
    title: `Lay out what you have already (${name}), and list only what is missing`,
    how: HOW,
    done: 'list of what is missing',
    day: 0,
    used: named.length > 3 ? new RegExp(`(?:already|you have)[^.]{0,40}${named}`, 'iu') : undefined,
    rewords: (title) => {
      const buys = BUYS.exec(title);
      if (!buys || named.length < 4 || !title.toLowerCase().includes(named.replace(/s$/u, ''))) return undefined;
      return `Check what you have, and buy only what is missing of ${title.slice(buys[0].length)}`;
    },
  };
}

/** "the fabric", "a microphone", "30 unread books" as said to the person: "your fabric". */
function asYours(thing: string): string {
  const plain = thing
    .replace(/^(?:the|an?|some|my|our|all the|all my|most of the)\s/iu, '')
    .replace(/\b(?:my|our)\b/giu, 'your');
  return `your ${plain}`;
}
