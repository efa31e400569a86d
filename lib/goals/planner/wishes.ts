import { readGoalWords } from '../../language/goal.ts';
import type { Facts } from '../playbooks/facts.ts';
import { fold, patternFor } from '../playbooks/phrases.ts';
import type { Phrases, Playbook } from '../playbooks/schema.ts';
import { countWeeks, MIN_TASK_MINUTES, type PartOfDay, type PlanContext } from './context.ts';
import { findShortage } from './infeasible.ts';
import type { WeekOutline } from './outline.ts';
import data from './wishes.json' with { type: 'json' };

type Item = WeekOutline['items'][number];

/** What the person's wishes change where no model reads them. */
export type Wishes = {
  context: PlanContext;
  /** The most minutes of a task, and the times a week, where they want shorter or fewer. */
  mostMinutes?: number;
  timesPerWeek?: number;
  /** The playbook without what they exclude, by the titles that it gave; a wish that would leave nothing is not followed. */
  narrow(playbook: Playbook, weeks: readonly WeekOutline[], titleOf: (item: Item) => string): Playbook;
  /** Whether a title names what they exclude. Asked after `narrow`. */
  excludes(title: string): boolean;
  /** What could not be followed, in a sentence; null where all was. Asked after `narrow`. */
  note(): string | null;
};

type Subject = { group: string; titles: readonly string[]; words: Phrases };
type Rule = { clause: string; drops: (title: string) => boolean; needs?: (title: string) => boolean };

const SUBJECTS: readonly Subject[] = data.subjects;
const CLAUSES = /[.,;:!?\n]+|\s(?:and|but|und|aber|et|mais|y|pero|e|ma|mas|en|maar)\s/giu;
const CLAUSES_MAX = 12;
/** How much shorter, and how much rarer, where no number is named. */
const SHORTER_TO = 0.7;
const has = (phrases: Phrases | readonly string[], text: string) => text.search(patternFor(phrases) ?? /$^/) >= 0;

/**
 * Reads wishes for a plan ("only swimming", "no running", "less in the evening", "shorter sessions") in the seven languages,
 * clause by clause. What the goal's own readers understand (days, minutes, times a week) counts as followed.
 */
export function readWishes(context: PlanContext, playbook: Playbook): Wishes {
  const unread: string[] = [];
  const rules: Rule[] = [];
  const wishes: { context: PlanContext; mostMinutes?: number; timesPerWeek?: number } = { context };
  const clauses = (context.wishes ?? '').slice(0, 2000).split(CLAUSES).slice(0, CLAUSES_MAX);
  for (const clause of clauses.map((each) => each.trim()).filter(Boolean)) {
    const text = fold(clause);
    if (has(data.shorter, text)) wishes.mostMinutes = shorterThan(context);
    else if (has(data.fewer, text)) wishes.timesPerWeek = fewerThan(context);
    else if (!readPart(wishes, text) && !readLimits(wishes, clause) && !isRead(playbook, text)) {
      const rule = ruleOf(clause, text);
      if (rule) rules.push(rule);
      else unread.push(clause);
    }
  }
  return { ...wishes, ...leavingOut(rules, unread, context) };
}

function leavingOut(rules: readonly Rule[], unread: string[], { language }: PlanContext): Omit<Wishes, 'context'> {
  const followed = new Set(rules);
  const excludes = (title: string) => [...followed].some(({ drops }) => drops(title));
  return {
    excludes,
    narrow: (playbook, weeks, titleOf) => {
      const items = weeks.flatMap((week) => week.items);
      const sessions = items.filter(({ kind }) => kind === 'session');
      // What the plan is about stays: "no running" cannot be followed by a plan for ten kilometres.
      const main = sessions.filter((item) => item.main);
      const core = (main.length > 0 ? main : sessions).map(titleOf);
      for (const rule of rules) {
        const named = rule.needs && sessions.map(titleOf).some(rule.needs);
        if (rule.needs ? named : core.some((title) => !rule.drops(title))) continue;
        followed.delete(rule);
        unread.push(rule.clause);
      }
      if (followed.size === 0) return playbook;
      const isOut = (id: string, template: string) => {
        const own = items.filter((item) => item.id === id && item.title === template).map(titleOf);
        return own.length > 0 && own.filter(excludes).length * 2 > own.length;
      };
      const small = playbook.small.filter(({ title }) => !excludes(title));
      return {
        ...playbook,
        sessions: playbook.sessions.map((each) => {
          const variants = each.variants.filter(({ title }) => !isOut(each.id, title));
          return variants.length > 0 ? { ...each, variants } : { ...each, per_week: 0 };
        }),
        small: small.length > 0 ? small : playbook.small,
      };
    },
    note: () => {
      const said = unread.map((clause) => `“${clause.slice(0, 100)}”`).join(', ');
      return said ? data.not_followed[language].replace('{wishes}', said) : null;
    },
  };
}

/** "no running" leaves out what names it; "only swimming" what names another thing of its kind. */
function ruleOf(clause: string, text: string): Rule | null {
  const named = SUBJECTS.filter(({ words }) => has(words, text));
  const isNamed = (title: string) => named.some(({ titles }) => has(titles, fold(title)));
  if (named.length === 0) return null;
  if (has(data.without, text) || has(data.less, text)) return { clause, drops: isNamed };
  if (!has(data.only, text)) return null;
  const others = SUBJECTS.filter((each) => !named.includes(each) && named.some(({ group }) => group === each.group));
  const drops = (title: string) => !isNamed(title) && others.some(({ titles }) => has(titles, fold(title)));
  return { clause, drops, needs: isNamed };
}

/** "less in the evening" moves to the morning; "not in the evening" also ends the day earlier; "only mornings" is a preference. */
function readPart(wishes: { context: PlanContext }, text: string): boolean {
  const [part] = (Object.keys(data.parts) as PartOfDay[]).filter((each) => has(data.parts[each], text));
  if (!part) return false;
  const without = has(data.without, text);
  if (!without && !has(data.less, text)) return attempt(wishes, { preferredTime: part });
  const other = part === 'morning' ? 'evening' : 'morning';
  const { from, to } = wishes.context.availableHours;
  const hours = { from: part === 'morning' ? '11:00' : from, to: part === 'evening' ? '17:00' : to };
  const isCut = without && part !== 'midday' && hours.from < hours.to;
  if (isCut && attempt(wishes, { preferredTime: other, availableHours: hours })) return true;
  return attempt(wishes, { preferredTime: other });
}

/** Heeds the days and times that a clause names, and tells whether it named any; minutes and times a week are read with the goal. */
function readLimits(wishes: { context: PlanContext }, clause: string): boolean {
  const { context } = wishes;
  const { limits } = readGoalWords({ title: clause, today: context.start_date, language: context.language });
  const free = [...new Set([...context.restDays, ...limits.restDays])];
  if (free.length > context.restDays.length) return free.length < 7 && attempt(wishes, { restDays: free });
  return limits.dailyMinutes !== undefined || limits.sessionMinutes !== undefined || limits.timesPerWeek !== undefined;
}

/** Changes the context where a plan stays possible. */
function attempt(wishes: { context: PlanContext }, change: Partial<PlanContext>): boolean {
  const changed = { ...wishes.context, ...change };
  if (findShortage(changed) && !findShortage(wishes.context)) return false;
  wishes.context = changed;
  return true;
}

/** Tells whether the playbook itself reads the words: one of its flags, or an option of a choice. */
function isRead({ flags, reads }: Playbook, text: string): boolean {
  const choices = Object.values(reads).flatMap((reader) =>
    reader.kind === 'choice' ? Object.values(reader.options) : [],
  );
  const isPlain = !has(data.without, text) && !has(data.less, text) && !has(data.only, text);
  return isPlain && [...Object.values(flags), ...choices].some((phrases) => has(phrases, text));
}

/** Of the tasks of the plan before, or of the day, so much shorter. */
function shorterThan({ before, dailyMinutes }: PlanContext): number {
  const lengths = (before?.weeks ?? []).flatMap(({ tasks }) => tasks.map((task) => task.duration_minutes));
  const longest = Math.min(dailyMinutes, lengths.length > 0 ? Math.max(...lengths) : dailyMinutes);
  return Math.max(MIN_TASK_MINUTES, Math.floor((longest * SHORTER_TO) / 5) * 5);
}

function fewerThan(context: PlanContext): number {
  const tasks = (context.before?.weeks ?? []).flatMap((week) => week.tasks).length;
  const weekly = tasks > 0 ? tasks / Math.min(countWeeks(context), context.before?.weeks.length ?? 1) : 3;
  return Math.max(1, Math.floor(weekly * SHORTER_TO) - 1);
}

/** Returns what the playbook calls an item, as the person will read it. */
export function titleIn(facts: Facts) {
  return ({ title, kind, local, ideal }: Item) =>
    kind === 'session' ? facts.say(title, { ...local, minutes: ideal }) : title;
}
