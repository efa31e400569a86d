import type { Language } from '../language/languages.ts';
import { sayWhen } from '../language/say.ts';
import type { Moment } from '../language/when.ts';
import type { Task } from '../tasks/schema.ts';
import { wallClockAt } from '../time.ts';

/** About half a minute of speech. */
const spokenCharactersMax = 450;
const listedMax = 5;

/** Returns text short enough to listen to: cut at a sentence's end, else at a word's. */
export function shortenForSpeech(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= spokenCharactersMax) return plain;
  const head = plain.slice(0, spokenCharactersMax);
  const sentences = /^.*[.!?](?= )/.exec(head)?.[0];
  return sentences && sentences.length > spokenCharactersMax / 2 ? sentences : `${head.replace(/\s\S*$/, '')}…`;
}

/** Returns a title as it is said within a sentence: short, and without the end of its own. */
export function shortTitle(title: string): string {
  return title.length > 80 ? `${title.slice(0, 79).trimEnd()}…` : title.replace(/(?<=[^\s.!?])\s*[.!?]+$/, '');
}

/** "Gym, tomorrow at 7 in the evening" */
export function sayTask(task: Task, { timezone, now }: Moment): string {
  return `${shortTitle(task.title)}, ${sayDayAndTime(task, { timezone, now })}`;
}

/** Returns when a task is, in words. */
export function sayDayAndTime(
  task: Pick<Task, 'date' | 'scheduled_at'>,
  { timezone, now }: Moment,
  language: Language = 'en',
): string {
  const time = task.scheduled_at ? wallClockAt(new Date(task.scheduled_at), timezone).time : undefined;
  return sayWhen(task.date, time, timezone, now, language);
}

/** "a; b; and c", with how many more there are. */
export function sayList(items: string[]): string {
  const said = items.slice(0, listedMax);
  const more = items.length - said.length;
  if (more > 0) said.push(`${more} more`);
  const last = said.at(-1) ?? '';
  return said.length > 1 ? `${said.slice(0, -1).join('; ')}; and ${last}` : last;
}
