import type { CareReading } from '../care/schema.ts';
import { addDays, type Day } from '../days.ts';
import { readTaskLine } from '../language/line.ts';
import { type Moment, type Moved, readWhen, type Time } from '../language/when.ts';
import { invalidField, Problem } from '../problem.ts';
import { instantOf, wallClockAt } from '../time.ts';
import { moveRule } from './recurrence.ts';
import { parseRule, type Rule } from './rule.ts';
import type { Task, TaskChange, TaskInput, TaskPreview } from './schema.ts';
import { beginSeries, daysOf, occurrenceOn, ruleOf, type Series, type SeriesTimes } from './series.ts';

const DURATION_MINUTES = 30;

/** The columns of a new task, as public.create_task takes them; without a date it is the instant's, else today. */
export type TaskColumns = Partial<SeriesTimes> & {
  title: string;
  description: string;
  goal_id: string | null;
  duration_minutes: number;
  care?: CareReading | null;
};

/** Columns for public.change_task to write. */
export type TaskWrite = {
  changes: Record<string, string | number | null | string[] | CareReading>;
  /** The present place of the occurrence that becomes a row of its own. */
  occurrence?: { date: Day; scheduled_at: string | null };
  /** The day from which the series' pending exceptions are computed anew. */
  forgetFrom?: Day;
};

/** Tells whether the columns of a new task depend on where its person is. */
export function needsMoment(input: TaskInput): boolean {
  return input.when !== undefined || Boolean(input.recurrence_rule);
}

/** Tells whether what a change comes to depends on when the task is now. */
export function changesTimes({ scheduled_at, when, date, recurrence_rule }: TaskChange): boolean {
  return [scheduled_at, when, date, recurrence_rule].some((value) => value !== undefined);
}

/**
 * Returns the columns of a new task.
 * @param moment where its person is; null will do unless {@link needsMoment}
 * @param read what its words say about when, where they have been read already
 * @throws Problem `invalid` for words that are not clear and for a rule that never comes around
 */
export function newTask(input: TaskInput, moment: Moment | null, read?: Time): TaskColumns {
  const time = moment
    ? timeOf(input, moment, read ?? (() => readWhen(input.when ?? '', moment, undefined, input.title)))
    : undefined;
  const columns = {
    title: input.title,
    description: input.description ?? '',
    goal_id: input.goal_id ?? null,
    duration_minutes: input.duration_minutes ?? time?.duration_minutes ?? DURATION_MINUTES,
  };
  if (!moment) return { ...columns, date: input.date, scheduled_at: input.scheduled_at };
  const rule = input.recurrence_rule ?? time?.rule;
  if (!rule) return { ...columns, date: time?.date, scheduled_at: time?.scheduled_at };
  if (input.recurrence_rule && time?.rule) {
    throw invalidField('recurrence_rule', 'is said twice: by the rule and by the words in when');
  }
  const day = time?.date ?? wallClockAt(moment.now, moment.timezone).day;
  return {
    ...columns,
    ...begun(rule, { anchor: day, from: day, time: time?.time ?? null, timezone: moment.timezone }, time),
  };
}

/** Returns what a line of words would make. */
export function previewOf(text: string, moment: Moment): TaskPreview {
  const { title, time, duration_minutes = DURATION_MINUTES, read, question } = readTaskLine(text, moment);
  const recurrence_rule = time?.kind === 'recurring' ? time.rule : null;
  const date = time?.date ?? wallClockAt(moment.now, moment.timezone).day;
  const scheduled_at = time?.time ? instantOf(date, time.time, moment.timezone) : null;
  return { title, date, scheduled_at, duration_minutes, recurrence_rule, read, ...(question ? { question } : {}) };
}

/**
 * Returns what a change comes to for one task or one occurrence.
 * @param task as it is now @param moment where its person is @param read what its words say, where they have been read
 * @throws Problem `invalid`
 */
export function changeOne(task: Task, change: TaskChange, moment: Moment, read?: Time): TaskWrite['changes'] {
  if (change.recurrence_rule !== undefined && task.series_id) {
    throw invalidField('recurrence_rule', 'belongs to the whole series: send scope "series" with it');
  }
  const time = timeOf(change, moment, read ?? (() => readMoved(change, task, moment)), task);
  const changes = { ...fieldsOf(change, time), ...(time ? { date: time.date, scheduled_at: time.scheduled_at } : {}) };
  const rule = change.recurrence_rule ?? time?.rule;
  if (!rule) return changes;
  if (task.series_id) throw invalidField('when', 'says a repetition: send scope "series" to change the whole series');
  const now = { date: task.date, time: clockOf(task, moment.timezone), ...time };
  return {
    ...changes,
    ...begun(rule, { anchor: now.date, from: now.date, time: now.time, timezone: moment.timezone }, time),
  };
}

/**
 * Returns what a change comes to for a whole series. Moved, it goes on from the person's today in the new way; what is done stays.
 * @param day of the occurrence that was named, if one was @throws Problem `invalid`
 */
export function changeSeries(
  series: Series,
  change: TaskChange,
  moment: Moment,
  day: Day | undefined,
  read?: Time,
): TaskWrite {
  const today = wallClockAt(moment.now, moment.timezone).day;
  const onDay = day ?? nextDay(series, today);
  const current = occurrenceOn(series, onDay, moment.timezone);
  const repeats = change.recurrence_rule !== null;
  const time = timeOf(change, moment, read ?? (() => readMoved(change, current, moment, repeats)), current);
  const fields = fieldsOf(change, time);
  if (change.recurrence_rule === null) {
    const { date, scheduled_at } = time ?? current;
    const ended = { recurrence_rule: null, timezone: null, start_time: null, ends_on: null, excluded_dates: [] };
    return { changes: { ...fields, ...ended, date, scheduled_at }, forgetFrom: onDay };
  }
  const said = change.recurrence_rule ?? time?.rule;
  if (!time && !said) return { changes: fields };
  // Without a new time it stays on its own clock, with one it goes by the clock of where the person is.
  const clock = time
    ? { time: time.time, timezone: moment.timezone }
    : { time: series.start_time, timezone: series.timezone };
  const before = ruleOf(series);
  const target = time?.date ?? onDay;
  if (!said && before && target === onDay) {
    return {
      changes: { ...fields, ...begun(before, { ...clock, anchor: series.date, from: series.date }) },
      forgetFrom: onDay,
    };
  }
  const from = [today, series.date > target ? target : series.date].sort().at(-1) ?? today;
  const rule = said ?? lastingUntil(target, moveRule(remaining(series, before, from), onDay, target));
  return {
    changes: { ...fields, ...begun(rule, { ...clock, anchor: target, from: said ? target : from }, time) },
    forgetFrom: from,
  };
}

/** Returns the rule with the occurrences that are left of its COUNT on a day. */
function remaining(series: Series, rule: Rule | null, from: Day): Rule {
  if (!rule) throw new Problem('conflict', 'The rule of this series cannot be read. Give it a new recurrence_rule.');
  const past = rule.count && from > series.date ? daysOf(series, series.date, addDays(from, -1)).length : 0;
  return rule.count ? { ...rule, count: Math.max(1, rule.count - past) } : rule;
}

/** Returns the rule, ending no sooner than on a day that its last occurrence was moved to. */
function lastingUntil(day: Day, rule: Rule): Rule {
  const until = day.replaceAll('-', '');
  return rule.until && rule.until.slice(0, 8) < until ? { ...rule, until } : rule;
}

/** Returns the next day of a series that nothing became of; its first when there is none. */
export function nextDay(series: Series, today: Day): Day {
  const days = daysOf(series, today, addDays(today, 366));
  return days.find((day) => !series.skipped.includes(day)) ?? series.date;
}

type SaidTime = {
  date: Day;
  time: string | null;
  scheduled_at: string | null;
  duration_minutes?: number;
  rule?: Rule;
  excluded?: Day[];
};

/** Returns what words that move a task say. */
function readMoved({ when = '' }: TaskChange, task: Task, moment: Moment, repeats = false): Time {
  return readWhen(when, moment, { ...whenNow(task, moment.timezone), repeats }, task.title);
}

/** Returns the day and time of an input, completed from the task's own: a day alone keeps its time, a time alone its day. */
function timeOf(
  said: Pick<TaskChange, 'scheduled_at' | 'when' | 'date'>,
  moment: Moment,
  reading: Time | (() => Time),
  current?: Task,
): SaidTime | undefined {
  const { timezone } = moment;
  if (typeof said.scheduled_at === 'string') {
    const { day, time } = wallClockAt(new Date(said.scheduled_at), timezone);
    return { date: day, time, scheduled_at: said.scheduled_at };
  }
  const currentTime = current ? clockOf(current, timezone) : null;
  const onDay = (date: Day, time: string | null) => ({
    date,
    time,
    scheduled_at: time && instantOf(date, time, timezone),
  });
  if (said.scheduled_at === null && current) return onDay(said.date ?? current.date, null);
  if (said.date !== undefined) return onDay(said.date, currentTime);
  if (said.when === undefined) return undefined;
  const read = typeof reading === 'function' ? reading() : reading;
  if (read.kind === 'unclear')
    throw new Problem('invalid', read.ask, { errors: [{ path: 'when', message: read.ask }] });
  const length = read.duration_minutes === undefined ? {} : { duration_minutes: read.duration_minutes };
  const time = read.time ?? currentTime;
  if (read.kind === 'recurring') {
    const parsed = parseRule(read.rule);
    const without = read.excluded ? { excluded: read.excluded } : {};
    return { ...onDay(read.date, time), ...length, ...parsed, ...without };
  }
  return { ...onDay(read.date, time), ...(read.scheduled_at ? { scheduled_at: read.scheduled_at } : {}), ...length };
}

/** Returns the columns of what a change says besides when. */
export function fieldsOf(change: TaskChange, time?: SaidTime): TaskWrite['changes'] {
  const { status, title, description, duration_minutes = time?.duration_minutes } = change;
  const fields = { status, title, description, duration_minutes };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Returns when a task is now, for words that move it. */
export function whenNow(task: Task, timezone: string): Moved {
  return { date: task.date, time: clockOf(task, timezone) };
}

/** Returns the time of day that a task has on the clock of a timezone. */
function clockOf(task: Task, timezone: string): string | null {
  return task.scheduled_at && wallClockAt(new Date(task.scheduled_at), timezone).time;
}

/** Begins a series, without the days that the words leave out. */
function begun(rule: Rule, begin: Parameters<typeof beginSeries>[1], said?: SaidTime): SeriesTimes {
  const series = beginSeries(rule, begin);
  if ('problem' in series) throw invalidField('recurrence_rule', series.problem);
  return said?.excluded ? { ...series, excluded_dates: said.excluded } : series;
}
