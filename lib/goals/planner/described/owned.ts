import { LANGUAGES, type Language } from '../../../language/languages.ts';
import { type Described, plainOf, quoteAt, type Remark } from './remark.ts';

/** In English what is there is named by itself: "already have the fabric", "I already own 30 unread books". */
const OWNED =
  /(?<!\p{L})(?:(?:already (?:have|own|got|bought)|have already (?:got|bought|ordered)|i(?:'ve| have) (?:already )?(?:bought|inherited|ordered)|(?:i|we) (?:already )?own|already (?:there|here) (?:is|are))\s+([^.,;:!?()]{3,60})|(?:have|own|got|bought)\s+([^.,;:!?()]{3,40}?)\s+already(?!\p{L}))/u;
/** Also without "already": "I have a Dutch oven", "my mum left me her sewing machine", "I bought a set two years ago". */
const HAS =
  /(?<!\p{L})(?:(?:i|we)(?:'ve| have)?(?: also| still)? (?:have|got|own|bought|inherited|was given|were given)\s+(?=(?:an?|some|my|our|the|two|three|four|\d)\s)|(?:left|gave|given|lent|bought) (?:me|us) (?=(?:her|his|their|an?|the)\s))([^.,;:!?()]{3,60})/u;
/** Where the name of the thing ends. */
const NAME_END =
  /\s(?:and|but|or|last|two years|a year|years|when|if|as|from|for|that|which|to|in|on|at|with|already|so|because|who|where|since|lying|left|of my|of our)\s|\s(?:already|at home|here|now|lying around|left over|though|too)$/u;
/** What is no thing: a state, an act, money. */
const NO_THING =
  /^(?:been|done|read|had|made|met|seen|run|lost|paid|tried|started|begun|learn\p{L}*|written|saved|finished|\p{L}+ed|a (?:job|plan|date|degree|baby|child|husband|wife|partner|boyfriend|girlfriend|idea|offer|lot)|an? (?:idea|appointment|interview|offer)|(?:two|three|four|\d) (?:kids|children)|kids|children|no|not|some (?:idea|experience)|experience|time|the (?:time|date|day|money)|it|them|one|this|that|all|everything|too|enough (?:time|money)|\p{L}+ing)(?!\p{L})/u;
/** The last word of what is no thing to lay out: people, places, times, states and plans. */
const NO_HEAD =
  /^(?:mother|father|mum|mom|dad|sister|brother|sons?|daughters?|wife|husband|partner|friends?|boss|manager|teacher|coach|trainer|tutor|mentor|doctor|team|family|dogs?|cats?|puppy|kitten|horses?|toddlers?|bab(?:y|ies)|teenagers?|house|flat|apartment|garden|yard|balcony|patio|room|bedroom|kitchen|garage|office|studio|home|place|town|city|village|lake|park|gym|forest|school|job|work|business|company|career|degree|exam|test|deadline|interview|appointment|meeting|course|class|lesson|contract|plan|idea|ideas|goal|dream|wish|chance|problem|problems|issue|issues|trouble|question|questions|habit|fear|phobia|anxiety|depression|adhd|asthma|allerg\p{L}+|diabetes|condition|disease|illness|injury|pain|knees?|back|hips?|shoulders?|wrists?|hands?|voice|memory|skin|cold|weeks?|days?|months?|years?|hours?|minutes?|evenings?|mornings?|weekends?|time|budget|money|debts?|loan|mortgage|savings|salary|income|commute|schedule|shift|life|lot|bit|few|couple|feeling|tendency|reputation|wedding|race|trip|holiday|vacation|flight|party|visitors?|guests?|baby|start|way|reason|handicap|rating|score|level|basics|experience|knowledge|sense|interest|talent|degree|room|space|lessons|meetings|shifts|patience|energy|motivation|discipline|offer|visa|history|crush|fight|argument|divorce|surgery|operation|stroke|attack|fever|breakdown|rule|rules|limit|routine|system|neighbou?rs?|clients?|customers?|colleagues?|followers?|subscribers?|readers?|tenants?|landlord|pupils?|students?|people|person|one|thing|things|it|them|this|that)$/u;
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
/** The same without "already", where a thing follows an article: "ich habe einen alten Ofen", "tengo un horno viejo". */
const HAVE: Readonly<Record<Exclude<Language, 'en'>, RegExp>> = {
  de: /(?:ich|wir) (?:habe|haben|besitze|besitzen) (?:noch )?(?:ein|eine|einen|zwei|drei|\d+) (?:\p{L}+(?:e|en|es|er) )?(\p{L}{3,})/u,
  fr: /(?:j'ai|nous avons|on a|je possede) (?:un|une|deux|trois) (?:vieux |vieille |petite? |grande? |bonne? )?(\p{L}{3,})/u,
  es: /(?:tengo|tenemos|compre|herede) (?:un|una|dos|tres) (\p{L}{3,})/u,
  pt: /(?:tenho|temos|comprei|herdei) (?:um|uma|dois|duas|tres) (\p{L}{3,})/u,
  it: /(?:ho|abbiamo|ho comprato|ho ereditato) (?:un|una|un'|due|tre) (\p{L}{3,})/u,
  nl: /(?:ik heb|we hebben|ik kocht) (?:een|twee|drie|\d+) (?:\p{L}+e )?(\p{L}{3,})/u,
};
const NO_FOREIGN_HEAD =
  /^(?:job|arbeit|kind\p{L}*|sohn|tochter|bab\p{L}*|hund|katze|haus|wohnung|garten|zimmer|balkon|termin\p{L}*|prufung\p{L}*|problem\p{L}*|idee\p{L}*|plan|ziel|angst|frage\p{L}*|freund\p{L}*|woche\p{L}*|tage?|monat\p{L}*|jahre?|stunde\p{L}*|euro|lehrer\p{L}*|mann|frau|chef\p{L}*|krankheit|schmerzen|enfants?|fils|fille\p{L}*|chien|chat|maison|appartement|jardin|chambre|examen|rendez|probleme|objectif|peur|question|ami\p{L}*|semaine\p{L}*|jours?|mois|ans|heure\p{L}*|travail|emploi|mari|femme|patron|hij\p{L}*|perro|gato|casa|piso|jardin|habitacion|cita|problema|meta|miedo|pregunta|amig\p{L}*|semana\p{L}*|dias?|mes\p{L}*|anos?|horas?|trabajo|empleo|marido|mujer|jef\p{L}*|filh\p{L}*|cao|cachorro|apartamento|jardim|quarto|exame|medo|pergunta|trabalho|emprego|mulher|chefe|figli\p{L}*|cane|gatto|appartamento|giardino|stanza|esame|appuntamento|paura|domanda|amic\p{L}*|settiman\p{L}*|giorn\p{L}*|ann[oi]|ore|lavoro|marito|moglie|capo|zoon|dochter|hond|kat|huis|tuin|kamer|afspraak|probleem|doel|vraag|vriend\p{L}*|weken|dagen|maanden|uur|baan|werk|man|vrouw|baas)$/u;
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
      const match = OWNED.exec(folded) ?? HAS.exec(folded);
      const name = match?.[1] ?? match?.[2];
      if (!match || name === undefined) continue;
      const at = match.index + match[0].indexOf(name);
      const end = name.search(NAME_END);
      const thing = plainOf(words.slice(at, at + (end < 0 ? name.length : end)));
      const plain = thing.toLowerCase();
      if (NO_HEAD.test(plain.split(' ').at(-1) ?? '')) continue;
      if (thing.length < 3 || thing.split(' ').length > WORDS_MAX || NO_THING.test(plain) || MEASURED.test(plain))
        continue;
      return [owned(asYours(thing), plain.split(' ').at(-1) ?? '')];
    }
    const match = foreign[language].exec(folded);
    const has = match ? null : HAVE[language].exec(folded);
    const at = match?.index ?? (has && !NO_FOREIGN_HEAD.test(has[1] ?? '') ? has.index : undefined);
    const quoted = at !== undefined && !NO_FOREIGN_THING.test(folded) ? quoteAt(words, at) : undefined;
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
    ...(named.length > 3
      ? {
          adds: {
            to: new RegExp(`^(?:Set|Lay|Test|Clean|Check|Prepare|Try|Choose|Install)\\b.*${named}`, 'iu'),
            how: `Use ${name}.`,
          },
        }
      : {}),
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
    .replace(/^(?:the|an?|some|my|our|her|his|their|all the|all my|most of the)\s/iu, '')
    .replace(/\b(?:my|our)\b/giu, 'your');
  return `your ${plain}`;
}
