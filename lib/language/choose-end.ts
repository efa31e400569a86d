import type { End } from './goal-ends.ts';
import { plain } from './tokens.ts';

/** What happens on the way to a goal and ends none, in seven languages, folded. */
const ON_THE_WAY =
  /(?<!\p{L})(?:viewings?|appointments?|rehearsals?|registration (?:closes|opens|ends)|sign-?up|mock exam|besichtigung\p{L}*|anmeldeschluss|generalprobe|probe|termin|rendez-vous|visite de|repetition|visita|cita|ensayo|consulta|ensaio|appuntamento|prova generale|sopralluogo|bezichtiging|afspraak|generale repetitie)(?!\p{L})/u;
/** The day on which lessons begin ends no goal either, and a goal that names no other day has none. */
const BEGINS =
  /(?<!\p{L})(?:first (?:lesson|class|session)|erste (?:\p{L}*stunde|unterricht\p{L}*)|premier cours|premiere seance|primera clase|primeira aula|prima lezione|eerste les|(?:course|class|classes|lessons?|training|workshop|semester) (?:starts?|begins?)|(?:kurs|unterricht|lehrgang|\p{L}+kurs) (?:beginnt|startet|fangt)|(?:cours|stage|formation) (?:commencent?|debutent?)|(?:curso|clases|taller) (?:empiezan?|comienzan?)|(?:curso|aulas) (?:comecam?|iniciam?)|(?:corso|lezioni) (?:iniziano?|inizia|cominciano?|comincia)|(?:cursus|lessen|les) (?:begint|start|beginnen))(?!\p{L})/u;

/** "Done by 15 March" is the end, whatever else has a day. */
const DONE =
  /(?<!\p{L})(?:done|finished|ready|complete[d]?|fertig|abgeschlossen|finie?s?|terminee?s?|prete?s?|listo|lista|terminad[oa]|acabad[oa]|pront[oa]|finit[oa]|terminat[oa]|klaar|af)(?!\p{L})/u;

/** Tells what a clause says of its day: that all is done by then, that something on the way falls on it, that lessons begin on it, or nothing. */
export function roleOf(clause: string): End['role'] {
  const folded = plain(clause);
  if (DONE.test(folded)) return 'done';
  return BEGINS.test(folded) ? 'beginning' : ON_THE_WAY.test(folded) ? 'on the way' : undefined;
}

/**
 * Returns the end that counts: of the lowest rank the first. In a description that names several days, what happens on the way does
 * not count where another day is named, and a deadline that lies behind the first day does: "the plumber comes on 11 January, out by 28
 * February". The day by which it must be done comes before all others.
 */
export function chooseEnd(ends: readonly End[], isTitle: boolean): End | undefined {
  const isOnlyBeginning = !isTitle && ends.every(({ role }) => role === 'beginning');
  const rank = Math.min(...ends.map((end) => end.rank));
  const same = isOnlyBeginning ? [] : ends.filter((end) => end.rank === rank);
  if (isTitle || rank !== 2) return same[0];
  const done = same.find(({ role, isDeadline }) => role === 'done' && isDeadline);
  const first =
    same.find(({ role }) => !role || role === 'done') ?? same.find(({ role }) => role === 'beginning') ?? same[0];
  if (done || !first || first.isDeadline) return done ?? first;
  return same.find(({ isDeadline, role, target }) => isDeadline && !role && target > first.target) ?? first;
}
