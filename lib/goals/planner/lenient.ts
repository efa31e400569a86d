import { brokenOff } from '../../llm/json.ts';
import { fold } from '../playbooks/phrases.ts';
import { type DraftTask, type DraftWeek, type ProposedPlan, START_TIME, WEEKDAYS } from './schema.ts';
import { namedMinutes } from './sense.ts';
import { line } from './text.ts';

type Fields = Readonly<Record<string, unknown>>;

const USUAL_MINUTES = 30;
const TASK_DAYS: readonly number[] = [1, 3, 5, 2, 4, 6, 0];
/** The first letters of weekdays in the seven languages, Sunday first. */
const DAY_NAMES: readonly RegExp[] = [
  /^(?:sun|so|dim|dom|zo)/,
  /^(?:mon|mo|lun|seg|ma(?:a|$))/,
  /^(?:tue|di(?!m)|mar|ter|din)/,
  /^(?:wed|mi|mer|qua|woe)/,
  /^(?:thu|don|jeu|jue|qui|gio|do$)/,
  /^(?:fri|fr|ven|vie|sex|vri)/,
  /^(?:sat|sa|sam|sab|zat)/,
];

/**
 * Reads a plan out of what a model sent, whatever it called things: numbers as text, "45 minutes", "Monday" or 1, milestones as
 * sentences, missing nulls, fields of its own. Undefined when there are no weeks with tasks in it.
 */
export function readProposedPlan(value: unknown): ProposedPlan | undefined {
  const outer = fieldsOf(value);
  const root = Array.isArray(outer.plan) || !('weeks' in fieldsOf(outer.plan)) ? outer : fieldsOf(outer.plan);
  const weeks = listOf(Array.isArray(value) ? value : pick(root, 'weeks', 'plan', 'schedule'));
  const read = weeks.map((week, index) => readWeek(week, index));
  if (!read.some(({ tasks }) => tasks.length > 0)) return undefined;
  const notes = listOf(pick(root, 'notes', 'note')).flatMap((note) =>
    typeof note === 'string' ? [line(note, 500)] : [],
  );
  return { summary: text(pick(root, 'summary', 'overview', 'description')), weeks: read, notes: notes.slice(0, 8) };
}

/**
 * Reads a plan out of an answer that was cut off: what is whole of it. A week in the middle of which the answer ends is left out,
 * unless it is the only one. Prose before it may hold examples, which end: what breaks off is the plan. Where a bracket of that
 * prose stays open too, the longest that reads as a plan is taken.
 */
export function readCutPlan(answer: string): ProposedPlan | undefined {
  const plan = cutPlanIn(brokenOff(answer) ?? '');
  if (plan) return plan;
  const starts = [...answer.matchAll(/\{\s*"/g)].slice(0, STARTS_MAX);
  const plans = starts.flatMap(({ index }) => cutPlanIn(answer.slice(index)) ?? []);
  const weeksMax = Math.max(...plans.map(({ weeks }) => weeks.length));
  return plans.find(({ weeks }) => weeks.length === weeksMax);
}

/** Reads the plan that a text begins with and that may be cut off. */
function cutPlanIn(body: string): ProposedPlan | undefined {
  let end = body.length;
  for (let tried = 0; tried < CUTS_MAX; tried += 1) {
    end = body.lastIndexOf('}', end - 1);
    if (end < 0) return undefined;
    const closers = closersOf(body.slice(0, end + 1));
    const value = closers === undefined ? undefined : parsed(body.slice(0, end + 1) + closers);
    const plan = value === undefined ? undefined : readProposedPlan(value);
    if (!plan) continue;
    // More is open than the list of weeks and the plan around it: the last week is not whole.
    const isCut = (closers ?? '').length > 2;
    return isCut && plan.weeks.length > 1 ? { ...plan, weeks: plan.weeks.slice(0, -1) } : plan;
  }
  return undefined;
}

const STARTS_MAX = 8;
const CUTS_MAX = 60;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Returns the brackets that close what is open at the end of a text; undefined inside a string. */
function closersOf(json: string): string | undefined {
  const open: string[] = [];
  let inString = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{') open.push('}');
    else if (sign === '[') open.push(']');
    else if (sign === '}' || sign === ']') open.pop();
  }
  return inString ? undefined : open.reverse().join('');
}

function readWeek(value: unknown, index: number): DraftWeek {
  const fields = fieldsOf(value);
  const milestone = pick(fields, 'milestone', 'goal', 'focus', 'theme', 'title');
  const inner = fieldsOf(milestone);
  const title =
    typeof milestone === 'string' ? line(milestone, 300) : text(pick(inner, 'title', 'name', 'description'));
  const criterion = text(
    pick(inner, 'success_criterion', 'criterion', 'criteria', 'success') ??
      pick(fields, 'success_criterion', 'criterion'),
  );
  const metric = text(pick(inner, 'metric', 'measure') ?? pick(fields, 'metric'));
  const tasks = tasksIn(pick(fields, 'tasks', 'days', 'activities', 'schedule'));
  return {
    week: Math.round(numberIn(pick(fields, 'week', 'week_number', 'number')) ?? index + 1),
    milestone: { title, metric, success_criterion: criterion || metric },
    tasks: tasks.map((task, place) => readTask(task, place)).filter((task) => task.title !== ''),
  };
}

/** Returns tasks in a list, or by the name of their day. */
function tasksIn(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown): unknown[] => {
      const fields = fieldsOf(item);
      const inner = pick(fields, 'tasks', 'activities');
      return Array.isArray(inner)
        ? inner.map((task: unknown) => withDay(task, pick(fields, 'weekday', 'day', 'name')))
        : [item];
    });
  }
  return Object.entries(fieldsOf(value)).flatMap(([day, tasks]) => listOf(tasks).map((task) => withDay(task, day)));
}

function withDay(task: unknown, weekday: unknown): unknown {
  return typeof task === 'string' ? { title: task, weekday } : { weekday, ...fieldsOf(task) };
}

function readTask(value: unknown, index: number): DraftTask {
  const fields = typeof value === 'string' ? { title: value } : fieldsOf(value);
  const title = text(pick(fields, 'title', 'task', 'name', 'activity', 'action'));
  const day = pick(fields, 'weekday', 'day', 'day_of_week', 'date');
  const minutes = minutesIn(pick(fields, 'minutes', 'duration_minutes', 'duration', 'length', 'time_minutes'));
  const named = namedMinutes(title)[0];
  return {
    verb: text(pick(fields, 'verb')) || (title.split(' ')[0] ?? ''),
    title,
    description: text(pick(fields, 'description', 'details', 'how', 'notes', 'instructions')),
    weekday: weekdayIn(day) ?? WEEKDAYS[TASK_DAYS[index % TASK_DAYS.length] ?? 1] ?? 'monday',
    start_time: timeIn(pick(fields, 'start_time', 'time', 'at', 'start')),
    minutes: Math.round(minutes ?? named ?? USUAL_MINUTES),
  };
}

/** Returns a weekday by name in any of the languages, or by number: 1 is Monday, 7 and 0 are Sunday. */
function weekdayIn(value: unknown): DraftTask['weekday'] | undefined {
  const number = typeof value === 'number' ? value : /^\s*(?:day\s*)?(\d)\s*$/i.exec(String(value ?? ''))?.[1];
  if (number !== undefined) return WEEKDAYS[Number(number) % 7];
  if (typeof value !== 'string') return undefined;
  const name = fold(value.trim());
  const at = DAY_NAMES.findIndex((pattern) => pattern.test(name));
  return WEEKDAYS[at];
}

/** "18:30", "6:30 pm", "18h30", "7 am" as HH:MM; null for anything else. */
function timeIn(value: unknown): string | null {
  const [, hour, minute = '00', half] =
    /(\d{1,2})(?:[:.h](\d{2}))?\s*h?\s*([ap]\.?m)?/i.exec(String(value ?? '')) ?? [];
  if (!hour || (minute === '00' && !half && !/[:.h]/.test(String(value)))) return null;
  const late = half?.toLowerCase().startsWith('p') && Number(hour) < 12 ? 12 : 0;
  const midnight = half?.toLowerCase().startsWith('a') && Number(hour) === 12 ? -12 : 0;
  const time = `${String(Number(hour) + late + midnight).padStart(2, '0')}:${minute}`;
  return START_TIME.test(time) ? time : null;
}

/** 45, "45", "45 minutes", "1 hour", "1h30", "1.5 hours" in minutes. */
function minutesIn(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  const written = fold(String(value ?? ''));
  const [, hours, rest] =
    /(\d+(?:[.,]\d+)?)\s*(?:hours?|hrs?|stunden?|heures?|horas?|or[ae]|uur|uren|h)\s*(\d{1,2})?/.exec(written) ?? [];
  if (hours) return Number(hours.replace(',', '.')) * 60 + Number(rest ?? 0);
  return numberIn(value);
}

function numberIn(value: unknown): number | undefined {
  const [number] = /-?\d+(?:[.,]\d+)?/.exec(String(value ?? '')) ?? [];
  return number === undefined ? undefined : Number(number.replace(',', '.'));
}

function pick(fields: Fields, ...names: string[]): unknown {
  const name = names.find((each) => fields[each] !== undefined && fields[each] !== null);
  return name === undefined ? undefined : fields[name];
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? line(String(value), 2000) : '';
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return [value];
  return Object.values(fieldsOf(value));
}

function fieldsOf(value: unknown): Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}
