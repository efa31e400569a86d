import { thinkByRules } from '../../lib/chat/rules.ts';
import type { Thought } from '../../lib/chat/thought.ts';
import type { Task } from '../../lib/tasks/schema.ts';

/** A Wednesday morning in Berlin. */
const now = new Date('2026-11-25T07:30:00Z');

type Circumstances = {
  history?: { content: string; response: string | null }[];
  locale?: string | null;
  tasks?: Task[];
  memories?: { text: string }[];
};

/** Thinks by the rules about what somebody in Berlin writes. */
export function thinkAbout(
  content: string,
  { history = [], locale = null, tasks = [], memories = [] }: Circumstances = {},
): Thought {
  const person = { name: 'Tom', timezone: 'Europe/Berlin', locale, daily_minutes: 60 };
  const listed = { from: '2026-11-18', to: '2026-12-01', tasks, series: [] };
  return thinkByRules({ content, history, hinted: false, person: { person, goals: [], tasks: listed, memories } }, now);
}

/** Returns the names and arguments of what a thought calls. */
export const callsOf = ({ calls }: Thought) => calls.map(({ name, arguments: args }) => [name, args]);

/** Makes an open task of a day of that November. */
export const openTask = (title: string, day: number, more: Partial<Task> = {}): Task => ({
  id: `b1e0a3a4-6f0e-4b52-9d0c-2f1f6f0f1a${day}`,
  user_id: '00000000-0000-4000-8000-000000000001',
  goal_id: null,
  series_id: null,
  title,
  description: '',
  status: 'pending',
  scheduled_at: null,
  date: `2026-11-${day}`,
  duration_minutes: 30,
  recurrence_rule: null,
  week: null,
  care: null,
  completed_at: null,
  created_at: '2026-11-20T00:00:00Z',
  ...more,
});

/** Returns what the rules say to the last message of a conversation. */
export function sayTo(messages: string[], locale: string): string {
  const history: { content: string; response: string | null }[] = [];
  for (const content of messages)
    history.push({ content, response: thinkAbout(content, { history: [...history], locale }).text });
  return history.at(-1)?.response ?? '';
}
