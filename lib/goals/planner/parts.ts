import { freeMinutes, MIN_TASK_MINUTES, weeksOf } from './context.ts';
import type { Course } from './course.ts';
import type { Item } from './outline.ts';
import type { Placed } from './place.ts';

/** What can be left at any point and gone on with on another day; an errand, a meeting, a call, a feast or an exam cannot. */
const CAN_BE_LEFT =
  /^(?:add up|assemble|build|carve|clean|clear|collect|copy|correct|crochet|cut|declutter|describe|dig|digitise|draft|draw|edit|embroider|empty|enter|fill in|finish|glue|go through|group|index|knit|label|lay out|learn|list|make a list|map|mark|mow|name|note|oil|outline|pack|paint|photograph|plan|plant|plaster|polish|practise|prepare|proofread|prune|quilt|rake|read|research|revise|sand|scan|sew|solve|sort|strip|study|summarise|take (?:the lawn|out|off)|tidy|transcribe|translate|trim|type|unpack|varnish|watch|weave|weed|work (?:out|through)|write)\b|^do the (?:year|books|accounts)\b/i;
const PARTS_MAX = 4;
/** What is a little longer than a day's minutes is kept short rather than parted. */
const A_LITTLE = 1.5;

/**
 * Makes a step fit the person's days: work that can be left is done in parts, as few as hold it. All else stays whole, with the
 * minutes that the freest day has for it.
 */
export function inParts(item: Item, course: Course): Item[] {
  const { dayMinutes } = course;
  const most = Math.min(item.max, dayMinutes);
  if (item.min <= dayMinutes) return [{ ...item, max: most, ideal: Math.min(item.ideal, most) }];
  if (item.exact || item.finale === 'event' || item.min <= dayMinutes * A_LITTLE || !CAN_BE_LEFT.test(item.title)) {
    const longest = Math.max(dayMinutes, Math.min(item.min, freestDay(course)));
    // An event lasts as long as it lasts.
    const least = item.finale === 'event' ? longest : dayMinutes;
    return [{ ...item, min: least, max: longest, ideal: longest, wants: item.min }];
  }
  const parts = Math.min(PARTS_MAX, Math.ceil(item.min / dayMinutes));
  const least = Math.max(MIN_TASK_MINUTES, Math.min(dayMinutes, Math.floor(item.min / parts)));
  const one: Item = { ...item, min: least, max: dayMinutes, ideal: dayMinutes };
  return Array.from({ length: parts }, (_, index) => partOf(one, item, index, parts));
}

function partOf(one: Item, whole: Item, index: number, of: number): Item {
  // Some titles have parts of their own.
  const part = /\bpart \d/.test(whole.title) ? 'sitting' : 'part';
  const title = of < 2 ? whole.title : `${whole.title} (${part} ${index + 1} of ${of})`;
  return { ...one, title, done: index === of - 1 ? whole.done : undefined, whole };
}

/** Counts the parts of each step anew where not all of them found room, so that no plan speaks of parts that it does not have. */
export function countParts(placed: readonly Placed[]): Placed[] {
  const all = new Map<Item, Placed[]>();
  for (const place of placed) {
    const { whole } = place.item;
    if (whole) all.set(whole, [...(all.get(whole) ?? []), place]);
  }
  return placed.map((place) => {
    const { whole } = place.item;
    const parts = whole && all.get(whole);
    return parts ? { ...place, item: partOf(place.item, whole, parts.indexOf(place), parts.length) } : place;
  });
}

/** Says with a step that got far fewer minutes than it usually takes that it did. */
export function shortOf({ wants = 0 }: Item, minutes: number): string {
  if (wants <= minutes * A_LITTLE) return '';
  return ` It usually takes about ${wants} minutes, and your day has ${minutes}: keep more time free for it if you can.`;
}

/** Returns the minutes of the freest day, within what the person wants of one task. */
function freestDay({ context, mostMinutes }: Course): number {
  const days = weeksOf(context).flatMap(({ workingDays }) => workingDays.filter((day) => day >= context.now.day));
  return Math.min(mostMinutes, Math.max(0, ...days.map((day) => freeMinutes(context, day))));
}
