import { addDays } from '../days.ts';
import { wallClockAt } from '../time.ts';
import { PARTS } from './clock.ts';
import { bestLanguage, coverage } from './coverage.ts';
import { detectLanguage } from './detect.ts';
import type { Fact } from './fact.ts';
import { type Language, languageOf } from './languages.ts';
import { leftOver } from './leftover.ts';
import { isMeal, timesOf } from './line-times.ts';
import { isOfNoun } from './no-times.ts';
import { Phrases } from './phrases.ts';
import { sayQuestion } from './questions.ts';
import { scan } from './scan.ts';
import { type Moment, type RepeatedTime, type SingleTime, timeOfFacts } from './when.ts';

/** Which field of a task words were read as. */
export type ReadField = {
  field: 'date' | 'scheduled_at' | 'duration_minutes' | 'recurrence_rule';
  words: string;
};

/** A line of words in its parts: what is to be done, and when. A question where the words say when and it is not clear. */
export type TaskLine = {
  title: string;
  time?: SingleTime | RepeatedTime;
  duration_minutes?: number;
  read: ReadField[];
  question?: string;
};

/** As long as a title may be, with its time. Longer lines are read to here. */
const CHARACTERS_MAX = 400;

/**
 * Splits a line such as "water plants every day at 8 for 10 min" or "Zahnarzt morgen um 15 Uhr" into its title and its time.
 * More is left in the title than in {@link readWhen}: numbers, weekdays and parts of the day belong to what is to be done
 * ("read chapter 5", "Sunday roast", "morning run") unless what stands around them says that they are a time.
 */
export function readTaskLine(text: string, moment: Moment): TaskLine {
  const line = text.trim();
  const p = phrasesOf(line, moment);
  const today = wallClockAt(moment.now, moment.timezone).day;
  const found = scan(p, today, false);
  const times = timesOf(p, found);
  const said = [...times, ...leftOver(p, found, times)].toSorted((a, b) => a.from - b.from);
  const title = titleWithout(p, said, line);
  if (!said.length) return { title: title || line, read: [] };
  const [first, ...others] = said;
  // "Write for 30 minutes" says how long alone.
  if (first?.kind === 'length' && !others.length) {
    return { title: title || line, duration_minutes: first.minutes, read: fieldsOf(p, said) };
  }
  const time = timeOfFacts(p, { facts: said, unread: [] }, moment, { about: line.slice(0, CHARACTERS_MAX) });
  const read = fieldsOf(p, said);
  if (time.kind === 'unclear') return { title: title || line, read, question: time.ask };
  if (isDone(p) && !liesAhead(p, said, time, moment))
    return { title: title || line, read, question: sayQuestion({ ask: 'when' }, p.language) };
  const lasting = time.duration_minutes === undefined ? {} : { duration_minutes: time.duration_minutes };
  return title
    ? { title, time, ...lasting, read }
    : { title: line, time, ...lasting, read, question: sayQuestion({ ask: 'what' }, p.language) };
}

/** How lines begin or end that tell what has been done. */
const DONE: Record<Language, RegExp> = {
  en: /^(?:(?:i|we|just|already) )?(?:\p{L}{2,}(?<!e|sh|sl|hundr)ed|bought|paid|sent|took|went|made|wrote|gave|spoke|told) /u,
  de: /(?:^| )(?:ge|be|ver|er)\p{L}{3,}t$|(?:^| )(?:gegossen|geschrieben|gelesen|gesprochen|getroffen|gegessen|gefahren|gegangen)$/u,
  fr: /^(?:j ai|on a|nous avons) (?:deja )?(?:\p{L}{2,}é|fini|vendu|rendu|fait|mis|pris|vu|lu|ecrit|recu|bu|ouvert) /u,
  es: /^(?:ya )?(?:he|hemos|ha) \p{L}*(?:ado|ido|cho|sto|rto|ito) /u,
  pt: /^(?:ja )?\p{L}{2,}(?<![aei]r)ei /u,
  it: /^(?:ho|abbiamo|ha) (?:\p{L}+[aiu]to|fatto|letto|scritto|detto|visto|messo|preso|aperto|chiuso|speso) /u,
  nl: /(?:^| )(?:ge|be|ver)\p{L}{2,}[dt](?<!feest|richt|recht)$/u,
};

/** Tells whether a line says what has been done: there is no time for it to come. */
function isDone(p: Phrases): boolean {
  const last = p.tokens.length - 1;
  // "Heute Bericht": in German only verbs are small.
  if (p.language === 'de' && /^\p{Lu}/u.test(p.words(last, last + 1))) return false;
  // French participles have their accent.
  const words = p.tokens.map(({ text, start, end }) =>
    p.language === 'fr' && /é[es]{0,2}$/iu.test(p.text.slice(start, end)) ? text.replace(/e[es]{0,2}$/, 'é') : text,
  );
  return DONE[p.language].test(words.join(' '));
}

/** "Paid the rent on the 1st", "called mum on Sunday": the last one as well as the next. */
function mayBePast(p: Phrases, fact: Fact): boolean {
  if (fact.kind !== 'day' || fact.day.fixed) return false;
  return fact.day.plain === true || (fact.day.weekday !== undefined && p.hit(fact.from, 'on') !== undefined);
}

/** What has been done on a date is read as that of next year. */
const AHEAD_DAYS_MAX = 300;

/** Tells whether something that was said of a time is still to come: a later day, an hour, a part of today that has not begun. */
function liesAhead(p: Phrases, said: Fact[], time: SingleTime | RepeatedTime, { now, timezone }: Moment): boolean {
  const today = wallClockAt(now, timezone);
  return (
    time.kind === 'recurring' ||
    (time.date > today.day &&
      time.date < addDays(today.day, AHEAD_DAYS_MAX) &&
      !said.some((fact) => mayBePast(p, fact))) ||
    said.some((fact) =>
      fact.kind === 'part'
        ? PARTS[fact.part].time > today.time
        : ['clock', 'range', 'delay', 'now'].includes(fact.kind),
    )
  );
}

/** Returns a line in its own language; in that of the account or the conversation where that knows more names of days in it ("wo 10-11:30"). */
function phrasesOf(line: string, { language, locale }: Moment): Phrases {
  const own = language ?? (locale ? languageOf(locale) : undefined);
  const detected = detectLanguage(line, own ?? 'en');
  const best = bestLanguage(line, { language: detected, locale }, CHARACTERS_MAX);
  if (!own || own === best.language) return best;
  const known = new Phrases(line, own, CHARACTERS_MAX, locale);
  const names = (p: Phrases) =>
    p.tokens.filter((_, at) => p.hit(at, 'weekday') ?? p.hit(at, 'month') ?? p.hit(at, 'rel')).length;
  return coverage(known) >= coverage(best) && names(known) > names(best) ? known : best;
}

const LEADING = /^[\s,;:.–—-]+/;
const TRAILING = /[\s,;:–—-]/;

/** Returns a piece without the blanks and signs around it, in time that grows with its length. */
function withoutEdges(piece: string): string {
  let end = piece.length;
  while (end > 0 && TRAILING.test(piece.charAt(end - 1))) end -= 1;
  return piece.slice(0, end).replace(LEADING, '');
}

/** "Renew it before it expires": what is asked about and may be part of what is to be done. */
function isWord(p: Phrases, fact: Fact): boolean {
  return fact.kind === 'ask' && fact.ask === 'meant' && p.hit(fact.from, 'telling') !== undefined;
}

/** Returns the line without the words of its time, and without what only leads to them. */
function titleWithout(p: Phrases, said: Fact[], line: string): string {
  const cuts = said
    .filter((fact) => !isMeal(p, fact) && !isOfNoun(p, fact) && !isWord(p, fact))
    .map(({ from, next }) => {
      // "8ish"
      const end = p.glued(next) ? p.over(next, 'filler') : next;
      return [p.tokens[from]?.start ?? 0, p.tokens[end - 1]?.end ?? 0] as const;
    });
  const sorted = cuts.toSorted(([a], [b]) => a - b);
  const pieces: string[] = [];
  let at = 0;
  for (const [start, end] of sorted) {
    if (start > at) pieces.push(line.slice(at, start));
    at = Math.max(at, end);
  }
  pieces.push(line.slice(at));
  const title = pieces
    .map((piece) => withoutEdges(piece))
    .filter(Boolean)
    .join(' ')
    .replace(/ (?:for|in|due|or|and|oder|und|ou|of|is|are|ist|est)$/, '');
  return said.length ? withoutCommand(title, p) : title;
}

/** "Remind me to call mum" is to call mum. */
function withoutCommand(title: string, p: Phrases): string {
  const { phrases } = p.lexicon;
  const commands = typeof phrases.remind === 'string' ? phrases.remind.split(', ') : [];
  const lower = title.toLowerCase();
  const command = commands.toSorted((a, b) => b.length - a.length).find((each) => lower.startsWith(`${each} `));
  if (!command) return title;
  const rest = title.slice(command.length).trim();
  const tails = typeof phrases.tolist === 'string' ? phrases.tolist.split(', ') : [];
  const tail = tails.find((each) => rest.toLowerCase().endsWith(` ${each}`));
  return tail ? rest.slice(0, -tail.length).trim() : rest;
}

const FIELDS: Partial<Record<Fact['kind'], ReadField['field']>> = {
  clock: 'scheduled_at',
  range: 'scheduled_at',
  part: 'scheduled_at',
  zone: 'scheduled_at',
  delay: 'scheduled_at',
  now: 'scheduled_at',
  length: 'duration_minutes',
  repetition: 'recurrence_rule',
  except: 'recurrence_rule',
  only: 'recurrence_rule',
  span: 'recurrence_rule',
  count: 'recurrence_rule',
};

function fieldsOf(p: Phrases, said: Fact[]): ReadField[] {
  return said.map((fact) => ({ field: FIELDS[fact.kind] ?? 'date', words: p.words(fact.from, fact.next) }));
}
