import { isNumbered } from './compact.ts';
import { isFullName } from './dates.ts';
import type { Fact } from './fact.ts';
import type { Phrases } from './phrases.ts';

/** Tells whether what looks like a time is a part of something else: in quotes, "Monday's meeting", "Sunday roast", "second opinion". */
export function isOther(p: Phrases, fact: Fact): boolean {
  return isQuoted(p, fact) || isPossessive(p, fact) || isInPhrase(p, fact) || isOfNoun(p, fact) || isPerson(p, fact);
}

/** "Mr. Friday", "Frau Sommer": one name with a capital letter right behind a title, and not "Dr tomorrow". */
function isPerson(p: Phrases, { kind, from, next }: Fact): boolean {
  if (kind === 'period' && isFullName(p, next - 1)) return true;
  const isName = (['weekday', 'month', 'season'] as const).some((sense) => p.hit(from, sense)?.next === next);
  if (!isName || next > from + 1 || !/^\p{Lu}/u.test(p.words(from, next))) return false;
  const title = p.word(from - 1) === '.' ? from - 2 : from - 1;
  return TITLE.test(p.word(title));
}

/** What stands before somebody's name. */
const TITLE =
  /^(?:mr|mrs|ms|dr|prof|uncle|aunt|auntie|aunty|grandma|grandpa|granny|cousin|sister|brother|herrn?|frau|onkel|tante|opa|oma|cousine|monsieur|madame|mme|tonton|oncle|tata|tatie|papi|papy|mamie|senor|senora|sra?|don|dona|tia|tio|abuel[ao]|prim[ao]|senhora?|avo|vovo|signor[ae]?|zi[ao]|nonn[ao]|cugin[ao]|meneer|mevrouw|oom|neef|nicht)$/;

/** What a number with a colon before it is a figure of. */
const RATIO =
  /^(?:ratio|scale|odds|mix|aspect|monitor|screen|display|verhaltnis|massstab|bildschirm|format|ecran|echelle|pantalla|escala|proporcion|tela|proporcao|schermo|scala|rapporto|scherm|schaal|verhouding)$/;

/** What bears a feast's name and is not for its day alone. */
const ABOUT_FEAST = /^(?:shopping|movies?|songs?|tree|lights|decorations|cookies|album|story|book)$/;

/** "Sunday roast", "3/4 inch", "2nd class": in English a name before a noun, in other languages a number, that nothing leads to. */
export function isOfNoun(p: Phrases, fact: Fact): boolean {
  const { kind, from, next } = fact;
  if (kind === 'clock' || kind === 'range')
    return (
      RATIO.test(p.word(next)) ||
      (kind === 'range' && !fact.clock.half && p.digits(from) !== undefined && isNumbered(p, from))
    );
  if (kind === 'stretch') return isNumbered(p, from);
  if (!p.hit(next, 'noun') || !['day', 'period', 'ask'].includes(kind) || ('relation' in fact && fact.relation))
    return false;
  // Presents and costumes are for the day: only what may be about it is none.
  if (feastAt(p, fact) && !ABOUT_FEAST.test(p.word(next))) return false;
  if (p.digits(from) !== undefined) return p.language === 'en' || next - from <= 3;
  const isName = (['weekday', 'holiday', 'month', 'season', 'the'] as const).some((sense) => p.hit(from, sense));
  return p.language === 'en' && isName;
}

/** How many words a phrase has at most that is no time. */
const PHRASE_MAX = 4;

/** "Get a second opinion", "study for the SAT", "date night": a phrase that holds the end of what looks like a time. */
function isInPhrase(p: Phrases, { kind, from, next }: Fact): boolean {
  // "20 minutos al día"
  if (p.digits(from) !== undefined && (kind === 'length' || kind === 'repetition')) return false;
  const first = Math.max(0, from - PHRASE_MAX + 1);
  return p.tokens.slice(first, next).some((_, ahead) => {
    const at = first + ahead;
    const event = p.hit(at, 'evening');
    return (
      Math.max(p.over(at, 'notime'), event && event.next > at + 1 ? event.next : 0) >= (at < from ? from + 1 : next)
    );
  });
}

function isQuoted(p: Phrases, { from }: Fact): boolean {
  const marks = p.tokens.slice(0, from).filter(({ text }) => /^["“”„«»]$/.test(text));
  return marks.length % 2 === 1;
}

/** "Monday's meeting", "tomorrow's lunch". */
function isPossessive(p: Phrases, { next }: Fact): boolean {
  return p.language === 'en' && p.glued(next) && p.word(next) === 's';
}

/** Tells whether the words of a fact are the name of a feast. */
export function feastAt(p: Phrases, { from, next }: Pick<Fact, 'from' | 'next'>): boolean {
  return (p.hit(from, 'holiday') ?? p.hit(p.lead(from), 'holiday'))?.next === next;
}
