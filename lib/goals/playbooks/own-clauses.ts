import { findHarm } from '../../care/harm.ts';
import { fold } from './phrases.ts';

/** What a description says of wishes and hindrances, in the person's own words, to be quoted by the tasks that must heed it. */
export type OwnClauses = {
  /** What somebody likes: "She loves sailing"; empty where nothing is said. */
  own_like: string;
  /** What hinders or must be avoided, at most two clauses: "Dad has a bad knee; rented, so no rewiring". */
  own_limit: string;
};

const CLAUSES_MAX = 16;
const CHARACTERS_MAX = 120;

/** Words of liking, in seven languages, folded; "I would like to" is a wish for the goal itself. */
const LIKES =
  /(?<!\p{L})(?:loves?|(?<!would |'d |d )likes?(?! to\b)|adores?|enjoys?|fan of|crazy about|into (?:music|books|plants|cars|gaming|sports?)|favou?rite|mag|liebt|mogen|schwarmt|lieblings\p{L}*|steht auf|aime|aimons|adore|passionnee? d|fan de|le gusta|les gusta|le encanta|les encanta|adora|gosta|gostam|apaixonad[oa]|ama|gli piace|le piace|amano|piacciono|houdt van|houden van|is gek op|dol op)(?!\p{L})/u;
const DISLIKES =
  /(?<!\p{L})(?:no le gustan?|no les gustan?|nao gostam?|doesn't like|does not like|don't like|mag kein\p{L}*|mag nicht|n'aime pas|non gli piace|non le piace|houdt niet)(?!\p{L})/u;
/** What cannot be, is missing, hurts, is feared or forbidden. */
const HINDERS =
  /(?<!\p{L})(?:can't|cant|cannot|can not|couldn't|unable|must not|won't|hates?|doesn't|does not|don't|not allowed|no \p{L}+|without|only|allerg\p{L}*|intoleran\p{L}*|coeliac|celiac|vegan\p{L}*|vegetarian\p{L}*|wheelchair|bad (?:knees?|back|hips?|leg|hearing|eyes)|hard of hearing|half[- ]deaf|deaf|blind|dementia|arthritis|pregnant|sick|shy|afraid|scared|fear of|nervous|rented|complain\p{L}*|stiff|tired|kann (?:kein\p{L}* |nicht )?\p{L}*|darf (?:kein\p{L}*|nicht)|kein\p{L}*|ohne|nur|hasst|angst|schuchtern|rollstuhl|schwanger|schlecht|gehbehindert|demenz|zur miete|ne \p{L}+ pas|n'\p{L}+ pas|sans|pas de|pas d|seulement|deteste|peur|enceinte|timide|fauteuil roulant|no \p{L}+n? (?:gusta|puede|tengo|come)|no puede|sin|solo|odia|miedo|embarazada|timid[oa]|silla de ruedas|oye mal|nao (?:pode|gosta|tenho|come|posso)|sem|so tenho|medo|gravida|cadeira de rodas|non (?:puo|ho|posso|abbiamo|mangia|gli|le)|senza|ma non|soltanto|paura|incinta|sedia a rotelle|kan niet|mag niet|geen|zonder|alleen maar|haat|bang|zwanger|rolstoel|slechthorend)(?!\p{L})/u;
/** "No idea", "not only": nothing to heed. */
const NOTHING =
  /(?<!\p{L})(?:no idea|no clue|no problem|not only|no matter|don't know|dont know|do not know|keine ahnung|weiss nicht|aucune idee|ne sais pas|ni idea|no se|nao sei|non so|geen idee|weet niet)(?!\p{L})/u;

/** Reads them from a description. */
export function ownClausesOf(description: string): OwnClauses {
  const clauses = clausesOf(description).map((said) => ({ said, folded: fold(said) }));
  const isLike = (folded: string) => LIKES.test(folded) && !DISLIKES.test(folded);
  const hindering = clauses.filter(
    ({ folded }) => (HINDERS.test(folded) || DISLIKES.test(folded)) && !NOTHING.test(folded),
  );
  return {
    own_like: clauses.find(({ folded }) => isLike(folded))?.said ?? '',
    own_limit: join(
      hindering.filter(({ folded }) => !isLike(folded) || /hates?|no /u.test(folded)).map(({ said }) => said),
    ),
  };
}

/** Returns a description's sentences, a long one in its clauses. What would read as harm in a task ("when I don't sleep") is left out. */
function clausesOf(description: string): string[] {
  const sentences = description
    .slice(0, 2000)
    .replace(/\s+/gu, ' ')
    .replace(/[“”"]/gu, "'")
    .split(/(?<=[^\d\s][.!?;…])\s+/u);
  return sentences
    .flatMap((sentence) => (sentence.length <= CHARACTERS_MAX ? [sentence] : sentence.split(/,\s+/u)))
    .map((clause) => clause.replace(/[\s.;,!…]+$/u, '').trim())
    .filter((clause) => clause.length > 3 && clause.length <= CHARACTERS_MAX && !findHarm(clause))
    .slice(0, CLAUSES_MAX);
}

function join([first = '', second = '']: readonly string[]): string {
  const both = `${first}; ${second}`;
  return second !== '' && both.length <= CHARACTERS_MAX + 40 ? both : first;
}
