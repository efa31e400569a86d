import ical, { type ICalEventData, ICalEventTransparency } from 'ical-generator';
import { addDays } from '../days.ts';
import { firstOccurrence } from '../tasks/recurrence.ts';
import { formatRule } from '../tasks/rule.ts';
import type { Task } from '../tasks/schema.ts';
import { ruleOf, type Series } from '../tasks/series.ts';
import { instantOf } from '../time.ts';
import type { Feed } from './schema.ts';
import { vtimezone } from './vtimezone.ts';
import { canonicalZone } from './zone-name.ts';

/**
 * Returns tasks as an iCalendar file (RFC 5545). The same tasks give the same text. A series is one event with its rule, on the clock
 * of its time zone; what became of single occurrences are events of their own, left out of the rule.
 */
export function calendarText({ from, tasks, series }: Feed): string {
  const fromYear = Number(from.slice(0, 4)) - 1;
  const calendar = ical({
    name: 'Flux',
    prodId: { company: 'Flux', product: 'Tasks', language: 'EN' },
    timezone: { name: null, generator: (timezone) => vtimezone(timezone, fromYear) },
  });
  for (const task of tasks) calendar.createEvent(single(task));
  for (const each of series) {
    const event = repeating({ ...each, timezone: canonicalZone(each.timezone) }, from);
    if (event) calendar.createEvent(event);
  }
  // ical-generator puts these two behind the time zones; a calendar's properties come before its components (RFC 5545, 3.6).
  return `${calendar.toString().replace(/\r\n(?=BEGIN:V|END:VCALENDAR)/, `\r\n${refresh}\r\n`)}\r\n`;
}

/** The interval at which a calendar app should ask again: REFRESH-INTERVAL (RFC 7986, 5.7), and Outlook's name for it. */
const refresh = 'REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H';

function single(task: Task): ICalEventData {
  if (!task.scheduled_at) return { ...common(task), ...wholeDay(task.date) };
  const start = new Date(task.scheduled_at);
  return { ...common(task), start, end: new Date(start.getTime() + task.duration_minutes * 60_000) };
}

/** Returns the form of a series as one event with its rule; null where it has no occurrence from that day on. */
function repeating(series: Series, from: string): ICalEventData | null {
  const rule = ruleOf(series);
  const first = rule && firstOccurrence(rule, series.date, from > series.date ? from : series.date);
  if (!rule || !first || (series.ends_on && first > series.ends_on)) return null;
  const { start_time, timezone, ends_on, skipped } = series;
  // COUNT counts from the first occurrence of all, which may be long ago: the day of the last says the same.
  const until = ends_on && (start_time ? utc(instantOf(ends_on, start_time, timezone)) : compact(ends_on));
  const excluded = skipped.filter((day) => day >= first).sort();
  const dates = excluded.map((day) => (start_time ? `${compact(day)}T${compact(start_time)}00` : compact(day)));
  const kind = start_time ? (timezone === 'UTC' ? '' : `;TZID=${timezone}`) : ';VALUE=DATE';
  const zulu = start_time && timezone === 'UTC' ? 'Z' : '';
  return {
    ...common(series),
    ...(start_time ? atTime(first, start_time, series) : wholeDay(first)),
    repeating: [
      `RRULE:${formatRule({ ...rule, count: undefined, until: until ?? undefined })}`,
      ...dates.map((date) => `EXDATE${kind}:${date}${zulu}`),
    ].join('\r\n'),
  };
}

function common(task: Task): Pick<ICalEventData, 'id' | 'stamp' | 'summary' | 'description'> {
  const summary = plain(task.title);
  return {
    id: `${task.id}@flux`,
    stamp: new Date(task.completed_at ?? task.created_at),
    summary: task.status === 'done' ? `✓ ${summary}` : summary,
    ...(task.description ? { description: plain(task.description) } : {}),
  };
}

/** Places an event on a day at no particular time: it takes none of the day away. */
function wholeDay(day: string) {
  return {
    allDay: true,
    start: new Date(`${day}T00:00:00Z`),
    end: new Date(`${addDays(day, 1)}T00:00:00Z`),
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

/** Places an event on the clock of the series: its end is later on the wall too, whatever the clock does in between. */
function atTime(day: string, time: string, { timezone, duration_minutes }: Series) {
  const start = new WallTime(`${day}T${time}Z`);
  return { timezone, start, end: new WallTime(start.getTime() + duration_minutes * 60_000) };
}

/**
 * A time on the wall's clock. ical-generator prints the time that this machine's own clock shows for a plain Date, which
 * skips and repeats hours; one with these members (those of @date-fns/tz) it prints as it is.
 */
class WallTime extends Date {
  readonly internal = new Date(0);
  withTimeZone() {
    return this;
  }
  tzComponents() {
    return [0, 0, 0];
  }
  override getFullYear() {
    return this.getUTCFullYear();
  }
  override getMonth() {
    return this.getUTCMonth();
  }
  override getDate() {
    return this.getUTCDate();
  }
  override getHours() {
    return this.getUTCHours();
  }
  override getMinutes() {
    return this.getUTCMinutes();
  }
  override getSeconds() {
    return this.getUTCSeconds();
  }
}

/** Returns text that a line of iCalendar can hold: ical-generator escapes line breaks, and the other control characters have no form. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go (RFC 5545, 3.3.11)
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0085\u2028\u2029]/g, ' ');
}

const compact = (text: string) => text.replace(/[-:]/g, '');
const utc = (instant: string) => `${compact(instant).slice(0, 15)}Z`;
