import { addDays, addMonths, type Day } from '../days.ts';
import type { PartName } from './clock.ts';
import { detectLanguage } from './detect.ts';
import { type End, type EndContext, GoalEnds } from './goal-ends.ts';
import { type GoalHours, GoalHourWords } from './goal-hours.ts';
import { GoalLimitWords } from './goal-limits.ts';
import { LANGUAGES, type Language, languageOf } from './languages.ts';
import { Phrases } from './phrases.ts';

/** What a goal's own words ask of its plan. Weekdays are 0 (Sunday) to 6. */
export type GoalLimits = {
  /** Weekdays that the words leave free; all but those of "only on weekends". */
  restDays: number[];
  /** The most minutes of a day ("no more than half an hour a day", "20 minutes a day"). */
  dailyMinutes?: number;
  timesPerWeek?: number;
  sessionMinutes?: number;
  timeOfDay?: PartName;
  /** The hours that the words leave ("from 18 to 20", "after 8 pm", "before work"). */
  hours?: GoalHours[];
};

/** What the words of a goal say about time, and the words that bear on it and could not be read: these are worth a question. */
export type GoalWords = {
  language: Language;
  /** The last day that the words ask for, the words, whether these are a span ("8 weeks"), name a day, and name it as that of an event ("on 12 April", not "by"). Null where they name none that a plan can have. */
  horizon: { target_date: Day; words: string; fromSpan: boolean; isDay: boolean; isEvent: boolean } | null;
  /** Why an end that the words name is not followed: a sentence. */
  note: string | null;
  limits: GoalLimits;
  unread: string[];
};

/** A target lies between today and this many years ahead. */
export const YEARS_MAX = 5;
/** Words beyond this are not read: ends and limits stand early in a text. */
const CHARACTERS_MAX = 2000;
/** And beyond this, not in a language that is not that of the rest. */
const TITLE_CHARACTERS_MAX = 100;

/** Numbers that look like a time and are none: the levels of a language, how long something has been kept up, the SAT. */
const NO_TIMES = /\b[abc][12]\b|\b\d+[\s-]days?[\s-]streak\b|\bthe sat\b|\bsat (?=exam|test|score|prep)/giu;
/** Words for a small child: bare months or years beside them are its age. */
const CHILD =
  /(?<!\p{L})(?:toddlers?|bab(?:y|ies)|newborn|potty|sons?|daughters?|kleinkind\p{L}*|babys|söhne?|sohn|töchter|tochter|töpfchen\p{L}*|bébés?|fils|fille|bebés?|hij[oa]s?|filh[oa]s?|bambin[oaie]|figli[ao]|peuters?|zoon|dochter|zindelijk\p{L}*)(?!\p{L})/iu;

/** Returns null for a target date that a goal can have, else a sentence for the 422. */
export function checkTargetDate(today: Day, target: Day): string | null {
  if (target < today) return `target_date is in the past: choose ${today} or later.`;
  const last = addMonths(today, 12 * YEARS_MAX);
  return target > last ? `target_date is too far away: choose ${last} or earlier.` : null;
}

/**
 * Reads what a goal's title and description say about its end and its limits, once. A span of n weeks from today includes
 * today and ends on the last of its 7n days; "before" a day ends on the day before it, "by" and "until" on the day; "by March"
 * on the last of March. What is said of the past, ages and how long something has lasted are no ends. The title counts before
 * the description.
 * @param language the language of the conversation or the account, for words that fit several
 * @param locale that of the account, for dates
 * @param inSouth whether the person lives south of the equator, where summer begins in December
 */
export function readGoalWords(goal: {
  title: string;
  description?: string | null;
  today: Day;
  language?: Language;
  locale?: string | null;
  inSouth?: boolean;
}): GoalWords {
  const { today, locale, inSouth = false } = goal;
  const [title = '', description = ''] = [goal.title, goal.description ?? ''].map((text) =>
    text.slice(0, CHARACTERS_MAX).replace(NO_TIMES, (found) => 'x'.repeat(found.length)),
  );
  const language = detectLanguage(`${title}. ${description}`, goal.language ?? languageOf(locale));
  const ofChild = CHILD.test(`${title} ${description}`);
  const [ofTitle, ofDescription] = [title, description].map((text, index) =>
    readText(new Phrases(text, language, CHARACTERS_MAX, locale), { today, isTitle: index === 0, ofChild, inSouth }),
  );
  const { end = ofDescription?.end ?? endInOtherLanguage() } =
    isLength(title, ofTitle?.end, ofDescription?.end) || isRefined(ofTitle?.end, ofDescription?.end)
      ? (ofDescription ?? {})
      : (ofTitle ?? {});
  const restDays = [
    ...new Set([...(ofTitle?.limits.restDays ?? []), ...(ofDescription?.limits.restDays ?? [])]),
  ].sort();
  const limits = { ...ofDescription?.limits, ...ofTitle?.limits, restDays };
  const unread = [...(ofTitle?.unread ?? []), ...(ofDescription?.unread ?? [])];
  return { language, limits: bounded(limits), unread, ...horizonOf(end, today) };

  /** Titles mix languages: "Save 3,000 euros en 6 meses". */
  function endInOtherLanguage(): End | undefined {
    return LANGUAGES.filter((other) => other !== language)
      .map(
        (other) =>
          readText(new Phrases(title, other, TITLE_CHARACTERS_MAX, locale), {
            today,
            isTitle: true,
            ofChild: false,
            inSouth,
          }).end,
      )
      .find((end) => end?.isFromNow);
  }
}

/** Tells whether the title begins with how long the thing lasts while the description names its day: "Two weeks in Italy", "in July". */
function isLength(title: string, ofTitle: End | undefined, ofDescription: End | undefined): boolean {
  if (!ofTitle || ofTitle.rank === 2 || ofDescription?.rank !== 2) return false;
  return title.trim().toLowerCase().startsWith(ofTitle.words.trim().toLowerCase());
}

/** Tells whether the description names a day of the month that the title names: "in July", "the guide is booked for 11 July". */
function isRefined(ofTitle: End | undefined, ofDescription: End | undefined): boolean {
  if (ofTitle?.rank !== 2 || ofDescription?.rank !== 2 || !isWholeMonth(ofTitle.target, ofTitle.words)) return false;
  const { target, words } = ofDescription;
  return target.slice(0, 7) === ofTitle.target.slice(0, 7) && !isWholeMonth(target, words);
}

/** Reads a text from left to right: what limits the plan, when it ends, and what has been. */
function readText(p: Phrases, about: EndContext) {
  const limits = new GoalLimitWords(p, about.isTitle);
  const ends = new GoalEnds(p, about);
  const hours = new GoalHourWords(p);
  for (let at = 0; at < p.tokens.length; ) {
    hours.read(at);
    const next = ends.past(at) ?? limits.read(at) ?? ends.read(at);
    at = next !== undefined && next > at ? next : at + 1;
  }
  hours.readWork();
  return {
    end: ends.chosen(),
    limits: withHours(limits.all(hours.all().length > 0), hours.all()),
    unread: [...limits.unread, ...ends.unread],
  };
}

/** Hours that are no longer hold one task. */
const SLOT_MINUTES_MAX = 60;

function minutesBetween(from: string, to: string): number {
  const [start = 0, end = 0] = [from, to].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)));
  return end - start;
}

/** Hours that are said of weekdays leave only these. */
function withHours(limits: GoalLimits, hours: GoalHours[]): GoalLimits {
  if (hours.length === 0) return limits;
  const isLimited = hours.every(({ weekdays, isOpen }) => weekdays.length > 0 && !isOpen);
  const named = isLimited ? hours.flatMap(({ weekdays }) => weekdays) : [];
  const others = named.length > 0 ? [0, 1, 2, 3, 4, 5, 6].filter((day) => !named.includes(day)) : [];
  const restDays = [...new Set([...limits.restDays, ...others])].sort();
  // Days that leave none were those of something else.
  const lengths = hours.map(({ from, to }) => minutesBetween(from, to));
  const session = Math.max(...lengths) <= SLOT_MINUTES_MAX ? { sessionMinutes: Math.min(...lengths) } : {};
  return { ...session, ...limits, restDays: restDays.length < 7 ? restDays : limits.restDays, hours };
}

function horizonOf(end: End | undefined, today: Day): Pick<GoalWords, 'horizon' | 'note'> {
  if (!end) return { horizon: null, note: null };
  const { target, words } = end;
  if (target < today) return { horizon: null, note: `You asked for "${words}", which has passed.` };
  if (target > addMonths(today, 12 * YEARS_MAX)) {
    return { horizon: null, note: `You asked for "${words}"; a goal reaches ${YEARS_MAX} years ahead at most.` };
  }
  const fromSpan = end.rank !== 2;
  const isDay = !fromSpan && !isWholeMonth(target, words);
  return {
    horizon: { target_date: target, words, fromSpan, isDay, isEvent: isDay && !end.isDeadline },
    note: null,
  };
}

/** "By September" ends on its last day, which nobody named: the words do not hold its number. */
function isWholeMonth(target: Day, words: string): boolean {
  const isLast = addDays(target, 1).endsWith('-01');
  return isLast && !new RegExp(`(?<!\\d)${Number(target.slice(8))}(?!\\d)`).test(words);
}

function bounded(limits: GoalLimits): GoalLimits {
  const { restDays, timesPerWeek } = limits;
  // No day left is no plan: then the words meant something else.
  const free = restDays.length < 7 ? restDays : [];
  const perWeek = timesPerWeek ? { timesPerWeek: Math.min(timesPerWeek, 7 - free.length) } : {};
  return { ...limits, restDays: free, ...perWeek };
}
