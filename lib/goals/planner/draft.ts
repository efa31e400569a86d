import { weekdayOf } from '../../days.ts';
import type { Language } from '../../language/languages.ts';
import { careNotes } from './care.ts';
import { isWhole, type Week } from './context.ts';
import type { Course } from './course.ts';
import { milestoneOf } from './milestones.ts';
import type { Item } from './outline.ts';
import { countParts, shortOf } from './parts.ts';
import type { Placed } from './place.ts';
import { type DraftPlan, type DraftTask, type PlanQuestion, WEEKDAYS } from './schema.ts';
import { minutesFor } from './sense.ts';
import { line, sameText } from './text.ts';

export const QUESTIONS_MAX = 3;

/** Returns a plan's placed things with their words, week by week. */
export function draftOf(course: Course, weeks: readonly Week[], placed: Placed[]): DraftPlan {
  const inOrder = inTurn([...placed].sort((a, b) => compare(`${a.day} ${a.start}`, `${b.day} ${b.start}`)));
  // When planning again, parts that are done count as well.
  const sorted = course.context.before ? inOrder : countParts(inOrder);
  const titled = withTitles(course, sorted);
  const said = titled.map(({ place, title }) => ({ ...place, item: { ...place.item, title } }));
  const drafted = weeks.map((week): DraftPlan['weeks'][number] => {
    const own = titled.filter(({ place }) => place.day >= week.starts_on && place.day <= week.ends_on);
    const tasks = own.map(({ place, title, how }): DraftTask => {
      const weekday = WEEKDAYS[weekdayOf(place.day)] ?? 'monday';
      return {
        verb: title.split(' ')[0] ?? title,
        title,
        description: how,
        weekday,
        start_time: place.start,
        minutes: place.minutes,
      };
    });
    return { week: week.week, milestone: milestoneOf(course, week, said), tasks };
  });
  const totals = drafted
    .filter((_, index) => weeks[index] && isWhole(weeks[index], course.context))
    .map(({ tasks }) => tasks.reduce((sum, { minutes }) => sum + minutes, 0));
  const local = { least_minutes: Math.min(...totals, 10000), most_minutes: Math.max(...totals, 0) };
  return { summary: course.facts.say(course.playbook.summary, local), weeks: tellApart(drafted) };
}

/** Names the week in a milestone that repeats an earlier one word for word. */
function tellApart(weeks: DraftPlan['weeks']): DraftPlan['weeks'] {
  const seen = new Set<string>();
  return weeks.map((each) => {
    const { title, success_criterion } = each.milestone;
    const words = `${title}|${success_criterion}`.toLowerCase();
    const isRepeated = seen.has(words);
    seen.add(words);
    const named = line(`${title}, week ${each.week}`, 300);
    return isRepeated ? { ...each, milestone: { ...each.milestone, title: named } } : each;
  });
}

/** Gives the times of each session their numbers in the order of their days, whichever was put on its day first. */
function inTurn(sorted: readonly Placed[]): Placed[] {
  const waiting = new Map<string, Item[]>();
  for (const { item } of sorted) waiting.set(item.id, [...(waiting.get(item.id) ?? []), item]);
  for (const items of waiting.values()) items.sort((a, b) => Number(a.local.n ?? 0) - Number(b.local.n ?? 0));
  return sorted.map((place) => {
    if (place.item.kind !== 'session') return place;
    const next = waiting.get(place.item.id)?.shift() ?? place.item;
    return { ...place, item: { ...place.item, title: next.title, how: next.how, local: next.local } };
  });
}

/** Numbers the sessions that were placed, so that their amounts add up, and tells titles apart that come too often. */
function withTitles({ facts, playbook, context }: Course, sorted: readonly Placed[]) {
  const counts = new Map<string, number>();
  const titled = sorted.map((place) => {
    const { item, minutes } = place;
    const local = { ...item.local, minutes };
    const fits = (said: string) => minutesFor(said, minutes) === minutes;
    if (item.kind === 'small' && !fits(item.title)) {
      const small = playbook.small.find((each) => fits(facts.say(each.title, local)));
      if (small) return { place, title: facts.say(small.title, local), how: facts.say(small.how, local) };
    }
    if (item.kind !== 'session') {
      // On a day with less time than a step's words name, the step keeps its name alone, and the rest is told beside it.
      const [name = '', rest] = fits(item.title) ? [item.title] : item.title.split(/[:,] (.*)/);
      const how = rest ? `${rest.charAt(0).toUpperCase()}${rest.slice(1)}. ${item.how}` : item.how;
      return { place, title: line(name, 200), how: line(how + shortOf(item, minutes), 1000) };
    }
    const title = line(facts.say(item.title, local), 200);
    // Where a day has less time than the words need, something small takes its place.
    const variant =
      minutesFor(title, minutes) === minutes ? undefined : playbook.small[Number(item.local.n) % playbook.small.length];
    if (variant) return { place, title: facts.say(variant.title, local), how: facts.say(variant.how, local) };
    return { place, title, how: line(facts.say(item.how, local), 1000) };
  });
  for (const { title } of titled) counts.set(title, (counts.get(title) ?? 0) + 1);
  const most = Math.max(1, Math.floor(titled.length / 3));
  const seen = new Map<string, number>();
  const id = playbook.id;
  return titled.map(({ place, title, how }) => {
    const count = counts.get(title) ?? 0;
    const nth = (seen.get(title) ?? 0) + 1;
    seen.set(title, nth);
    const doneThatDay = context.kept.some((done) => done.date === place.day && sameText(done.title, title));
    const numbered = (count > most && count > 1) || doneThatDay;
    return { place, how, id, title: numbered ? `${title} (${nth} of ${Math.max(count, nth)})` : title };
  });
}

const IN_ENGLISH: Readonly<Record<Exclude<Language, 'en'>, string>> = {
  de: 'Die Aufgaben sind auf Englisch geschrieben; Tage, Zeiten und Mengen richten sich nach deinen Worten.',
  fr: 'Les tâches sont rédigées en anglais ; les jours, les heures et les quantités suivent ce que tu as écrit.',
  es: 'Las tareas están escritas en inglés; los días, las horas y las cantidades siguen lo que escribiste.',
  pt: 'As tarefas estão escritas em inglês; os dias, as horas e as quantidades seguem o que escreveste.',
  it: 'Le attività sono scritte in inglese; giorni, orari e quantità seguono quello che hai scritto.',
  nl: 'De taken zijn in het Engels geschreven; dagen, tijden en hoeveelheden volgen wat je hebt geschreven.',
};

/** Returns what is said with every plan: the language, what cannot be reached, cautions. */
export function notesOf({ playbook, facts, context }: Course, limits: readonly string[]): string[] {
  const { language, note } = context;
  const own = playbook.notes.filter(({ when }) => facts.test(when)).map(({ text }) => facts.say(text));
  return [
    ...(language === 'en' ? [] : [IN_ENGLISH[language]]),
    ...limits,
    ...(note ? [note] : []),
    ...own,
    ...careNotes(context, playbook),
  ];
}

/** Returns the first open questions whose answers would change the plan. */
export function questionsOf({ playbook, facts, context }: Course): PlanQuestion[] {
  const open = playbook.questions.filter(
    ({ id, when }) => !context.answers.some((each) => each.id === id) && facts.test(when),
  );
  return open.slice(0, QUESTIONS_MAX).map(({ id, text, options }) => {
    return { id, text: facts.say(text), ...(options ? { options: options.map((option) => option.text) } : {}) };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
