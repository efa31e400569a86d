import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { careFor } from '../care/person.ts';
import { addDays } from '../days.ts';
import { asCaller } from '../db/client.ts';
import { unwrapWrite } from '../db/write-result.ts';
import type { Moment } from '../language/when.ts';
import { accountGone, Problem } from '../problem.ts';
import { Refusal, refusalProblem } from '../refusals.ts';
import { Day, wallClockAt } from '../time.ts';
import {
  changeOne,
  changeSeries,
  changesTimes,
  fieldsOf,
  needsMoment,
  newTask,
  previewOf,
  type TaskColumns,
  type TaskWrite,
} from './change.ts';
import {
  parseTaskId,
  type Slot,
  Task,
  type TaskChange,
  type TaskCursor,
  type TaskFilter,
  type TaskInput,
  type TaskPreview,
} from './schema.ts';
import { compareTasks, happensOn, occurrenceOn, occurrencesOf, Series } from './series.ts';
import { SLOT_DAYS, suggestSlots } from './slots.ts';

const Person = z.object({
  timezone: z.string(),
  locale: z.string().nullable(),
  today: Day,
  daily_minutes: z.int(),
  rest_days: z.array(z.int()),
});

const Listed = z
  .discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('listed'),
      person: Person,
      from: Day,
      to: Day,
      tasks: z.array(Task),
      series: z.array(Series),
    }),
    Refusal,
  ])
  .nullable();
const Loaded = z.object({ person: Person, task: z.union([Series, Task]), occurrence: Task.nullable() }).nullable();

/**
 * Creates a task as a request of its own: limited, and once for its Idempotency-Key. Words and rules take a second round
 * trip, for the person's timezone; so do words that ask for care.
 * @throws Problem `invalid`; the problems of every creating request
 */
export async function createTask(caller: Caller, input: TaskInput, now = new Date()): Promise<Task> {
  const care = await careFor(caller, `${input.title}\n${input.description ?? ''}`);
  const p_task = { ...(await columnsOf(caller, input, now)), care };
  const answer = await asCaller(caller, (db) => db.rpc('create_task', { p_task, p_request: caller.idempotency }));
  return unwrapWrite(caller, answer, Task);
}

/** Previews the task that a line of words would make, in the person's timezone. Saves nothing. */
export async function previewTask(caller: Caller, text: string, now = new Date()): Promise<TaskPreview> {
  return previewOf(text, await momentOf(caller, now));
}

async function columnsOf(caller: Caller, input: TaskInput, now: Date): Promise<TaskColumns> {
  if (!needsMoment(input)) return newTask(input, null);
  return newTask(input, await momentOf(caller, now));
}

/** Returns where the person is, and the locale of their account. */
async function momentOf(caller: Caller, now: Date): Promise<Moment> {
  const person = await asCaller(caller, (db) =>
    db.from('users').select('timezone, locale').eq('id', caller.userId).maybeSingle(),
  );
  if (!person) throw accountGone();
  return { now, ...person };
}

/**
 * Returns a task, a series, or one occurrence of a series.
 * @throws Problem `not_found` for what does not exist or is somebody else's
 */
export async function getTask(caller: Caller, id: string): Promise<Task> {
  const loaded = await load(caller, id);
  return loaded.occurrence ?? Task.parse(loaded.task);
}

/**
 * Returns a page of the person's tasks by day, time and id, recurring ones expanded, and where it ends if there is more.
 * @throws Problem `invalid` for a range that is empty or over 366 days
 */
export async function listTasks(caller: Caller, filter: TaskFilter): Promise<{ tasks: Task[]; next?: TaskCursor }> {
  const { date, goal_id, status, limit, cursor } = filter;
  const answer = Listed.parse(
    await asCaller(caller, (db) =>
      db.rpc('list_tasks', {
        p_from: date ?? filter.from,
        p_to: date ?? filter.to,
        p_goal_id: goal_id,
        p_status: status,
        p_after: cursor,
        p_limit: limit + 1,
      }),
    ),
  );
  if (!answer) throw accountGone();
  if (answer.outcome !== 'listed') throw refusalProblem(answer);
  const { person, tasks, series } = answer;
  // A page begins on the day on which the one before it ended.
  const from = cursor && cursor[0] > answer.from ? cursor[0] : answer.from;
  const expanded = occurrencesOf(series, { from, to: answer.to, timezone: person.timezone, atLeast: limit + 1 });
  const after = cursor
    ? expanded.filter((task) => compareTasks(task, { date: cursor[0], scheduled_at: cursor[1], id: cursor[2] }) > 0)
    : expanded;
  const all = [...tasks, ...after].sort(compareTasks);
  const page = all.slice(0, limit);
  const last = page.at(-1);
  return {
    tasks: page,
    ...(all.length > limit && last ? { next: [last.date, last.scheduled_at, last.id] satisfies TaskCursor } : {}),
  };
}

/**
 * Changes a task's status, its fields, or when it is. Of an occurrence this one alone becomes a task of its own, or with
 * scope `series` the whole series goes on in the new way, and is what is returned.
 * @throws Problem `not_found`; `invalid`; `conflict` for moving what is finished and for a series as a whole being done
 */
export async function updateTask(caller: Caller, id: string, change: TaskChange, now = new Date()): Promise<Task> {
  const write = await writeFor(caller, id, change, now);
  const said = [change.title, change.description].filter((words) => words !== undefined).join('\n');
  const care = await careFor(caller, said);
  const task = await writeChanges(caller, id, care ? { ...write, changes: { ...write.changes, care } } : write);
  if (said === '') return task;
  // The words that stayed are read with the new ones, and what was said of words that are gone goes.
  const whole = await careFor(caller, `${task.title}\n${task.description}`);
  if (whole?.message === task.care?.message) return task;
  const { date, scheduled_at, series_id } = task;
  return writeChanges(caller, task.id, {
    changes: { care: whole },
    ...(series_id ? { occurrence: { date, scheduled_at } } : {}),
  });
}

async function writeChanges(caller: Caller, id: string, write: TaskWrite): Promise<Task> {
  const { taskId, day } = partsOf(id);
  const answer = await asCaller(caller, (db) =>
    db.rpc('change_task', {
      p_id: taskId,
      p_changes: write.changes,
      p_day: write.occurrence && day,
      p_occurrence: write.occurrence,
      p_forget_from: write.forgetFrom,
    }),
  );
  if (answer === null) throw notFound();
  return unwrapWrite(caller, answer, Task);
}

async function writeFor(caller: Caller, id: string, change: TaskChange, now: Date): Promise<TaskWrite> {
  const { day } = partsOf(id);
  const { scope } = change;
  if (!day && scope !== 'one' && !changesTimes(change)) return { changes: fieldsOf(change) };
  const { person, task, occurrence } = await load(caller, id);
  const moment = { now, ...person };
  if (!('timezone' in task)) {
    if (!day || !occurrence) return { changes: changeOne(task, change, moment) };
    // Its series no longer repeats.
    if (scope === 'series')
      throw new Problem('conflict', 'This series has ended: only this occurrence can be changed.');
    const { date, scheduled_at } = occurrence;
    return { changes: changeOne(occurrence, change, moment), occurrence: { date, scheduled_at } };
  }
  if (scope === 'series' || (!day && scope !== 'one')) return changeSeries(task, change, moment, day);
  if (!day || !occurrence) {
    throw refusalProblem({ outcome: 'conflict', code: 'task_repeats', facts: { task: task.id } });
  }
  const { date, scheduled_at } = occurrenceOn(task, day, person.timezone);
  return { changes: changeOne(occurrence, change, moment), occurrence: { date, scheduled_at } };
}

/**
 * Deletes a task, a whole series, or one occurrence, which its series goes on without.
 * @throws Problem `not_found`
 */
export async function deleteTask(caller: Caller, id: string): Promise<void> {
  const { taskId, day } = partsOf(id);
  if (day) await load(caller, id);
  const answer = await asCaller(caller, (db) => db.rpc('delete_task', { p_id: taskId, p_day: day }));
  if (answer === null) throw notFound();
  unwrapWrite(caller, answer, z.object({}));
}

/** Up to three new times for a task, see {@link suggestSlots}. @throws Problem `not_found` */
export async function findSlots(caller: Caller, id: string, now = new Date()): Promise<Slot[]> {
  const { person, task, occurrence } = await load(caller, id);
  const from = wallClockAt(now, person.timezone).day;
  const to = addDays(from, SLOT_DAYS - 1);
  const { tasks } = await listTasks(caller, { from, to, limit: 1000 });
  return suggestSlots(occurrence ?? Task.parse(task), tasks, { ...person, now });
}

/** Returns a task with its person; for an occurrence `task` is the series, and `occurrence` is as it is now. */
async function load(caller: Caller, id: string) {
  const { taskId, day } = partsOf(id);
  const loaded = Loaded.parse(await asCaller(caller, (db) => db.rpc('load_task', { p_id: taskId, p_day: day })));
  if (!loaded) throw notFound();
  const { person, task, occurrence } = loaded;
  if (!day || occurrence) return loaded;
  if (!('timezone' in task) || !happensOn(task, day)) throw notFound();
  return { person, task, occurrence: occurrenceOn(task, day, person.timezone) };
}

function partsOf(id: string): { taskId: string; day?: string } {
  const parts = parseTaskId(id);
  if (!parts) throw notFound();
  return { taskId: parts.id, day: parts.day };
}

function notFound(): Problem {
  return new Problem('not_found', 'There is no such task.');
}
