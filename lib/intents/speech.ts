import type { Language } from '../language/languages.ts';
import { sayWhen } from '../language/say.ts';
import type { Task } from '../tasks/schema.ts';
import { wallClockAt } from '../time.ts';
import type { IntentContext } from './intent.ts';

/** About half a minute of speech. */
const spokenCharactersMax = 450;
const listedMax = 5;

/** Text short enough to listen to: cut at a sentence's end, else at a word's. */
export function forSpeech(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= spokenCharactersMax) return plain;
  const head = plain.slice(0, spokenCharactersMax);
  const sentences = /^.*[.!?](?= )/.exec(head)?.[0];
  return sentences && sentences.length > spokenCharactersMax / 2 ? sentences : `${head.replace(/\s\S*$/, '')}…`;
}

/** A title as it is said within a sentence: short, and without the end of its own. */
export function titled(title: string): string {
  return title.length > 80 ? `${title.slice(0, 79).trimEnd()}…` : title.replace(/(?<=[^\s.!?])\s*[.!?]+$/, '');
}

/** "Gym, tomorrow at 7 in the evening" */
export function sayTask(task: Task, { timezone, now }: Pick<IntentContext, 'timezone' | 'now'>): string {
  return `${titled(task.title)}, ${sayTime(task, { timezone, now })}`;
}

/** When a task is, in words. */
export function sayTime(
  task: Pick<Task, 'date' | 'scheduled_at'>,
  { timezone, now }: Pick<IntentContext, 'timezone' | 'now'>,
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
