import { z } from 'zod';
import { addDays, todayIn } from '../days.ts';
import { Goal } from '../goals/schema.ts';
import { cutText } from '../llm/text.ts';
import { Task } from '../tasks/schema.ts';
import { compareTasks, occurrencesOf, Series } from '../tasks/series.ts';
import { Day, wallClockAt } from '../time.ts';

/** What private.person_snapshot reads of a person: every row is their own. */
export const Snapshot = z.object({
  person: z.object({
    name: z.string().nullable(),
    timezone: z.string(),
    locale: z.string().nullable(),
    daily_minutes: z.int(),
  }),
  goals: z.array(Goal.pick({ id: true, title: true, target_date: true, plan_status: true, progress: true })),
  tasks: z.object({ from: Day, to: Day, tasks: z.array(Task), series: z.array(Series) }),
  memories: z.array(z.object({ text: z.string() })),
});
export type Snapshot = z.infer<typeof Snapshot>;

const goalsMax = 10;
const overdueMax = 8;
const todayMax = 12;
const comingMax = 14;
const memoriesMax = 20;
const titleCharactersMax = 100;
const memoryCharactersMax = 200;

/**
 * Tells a model who a person is and what is on their list, with the ids that tools take: goals with progress, overdue tasks,
 * today's and the coming days'. Titles are quoted and cut to one line each, so that none can look like a part of the prompt.
 */
export function describePerson(snapshot: Snapshot, now: Date): string {
  const { person, goals, memories } = snapshot;
  const { timezone } = person;
  const today = todayIn(timezone, now);
  const open = openTasks(snapshot, now);
  const lineOf = (task: Task) => taskLine(task, timezone, today);
  const overdue = open.filter(({ date }) => date < today);
  const due = open.filter(({ date }) => date === today);
  const coming = open.filter(({ date }) => date > today);
  return [
    `Name: ${person.name ? quoted(person.name) : 'not given'}. Minutes a day for goals: ${person.daily_minutes}.`,
    `Active goals:\n${list(goals.map(goalLine), goalsMax)}`,
    ...(overdue.length ? [`Overdue tasks:\n${list(overdue.map(lineOf), overdueMax)}`] : []),
    `Today's tasks (${today}):\n${list(due.map(lineOf), todayMax)}`,
    `Tasks of the coming days, to ${addDays(today, 6)}:\n${list(coming.map(lineOf), comingMax)}`,
    ...(memories.length
      ? [
          `Remembered of them:\n${list(
            memories.map(({ text }) => quoted(text, memoryCharactersMax)),
            memoriesMax,
          )}`,
        ]
      : []),
  ].join('\n');
}

/**
 * Returns what is open on the person's list from a week ago to the last day of the snapshot, repeating tasks from today on.
 */
export function openTasks({ person: { timezone }, tasks }: Snapshot, now: Date): Task[] {
  const expanded = occurrencesOf(tasks.series, {
    from: todayIn(timezone, now),
    to: tasks.to,
    timezone,
    atLeast: Number.POSITIVE_INFINITY,
  });
  return [...tasks.tasks, ...expanded].filter(({ status }) => status === 'pending').sort(compareTasks);
}

function goalLine({ id, title, target_date, plan_status, progress }: Snapshot['goals'][number]): string {
  const week = progress.current_week === null ? '' : `, week ${progress.current_week}`;
  const pace = progress.total === 0 || progress.on_track ? '' : ', behind';
  const state =
    plan_status === 'ready' ? `${progress.done} of ${progress.total} tasks done${week}${pace}` : `plan ${plan_status}`;
  return `[${id}] ${quoted(title)}${target_date ? `, until ${target_date}` : ''}, ${state}`;
}

function taskLine({ id, title, date, scheduled_at, duration_minutes }: Task, timezone: string, today: string): string {
  const time = scheduled_at ? ` at ${wallClockAt(new Date(scheduled_at), timezone).time}` : '';
  const when = date === today ? time.trim() : `${date}${time}`;
  return `[${id}] ${quoted(title)}${when ? `, ${when}` : ''}, ${duration_minutes} minutes`;
}

function list(lines: string[], max: number): string {
  if (lines.length === 0) return '- none';
  const more = lines.length > max ? [`- and ${lines.length - max} more: look them up`] : [];
  return [...lines.slice(0, max).map((line) => `- ${line}`), ...more].join('\n');
}

function quoted(text: string, charactersMax = titleCharactersMax): string {
  return `"${inLine(text, charactersMax)}"`;
}

/** Returns text of the person's as one short line without marks, so that it cannot look like a part of a prompt. */
export function inLine(text: string, charactersMax = titleCharactersMax): string {
  const line = text
    .replace(/[\s<>]+/g, ' ')
    .replaceAll('"', "'")
    .trim();
  return line.length > charactersMax ? `${cutText(line, charactersMax - 1).trimEnd()}…` : line;
}
