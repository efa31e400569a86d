import { createHash } from 'node:crypto';
import { mapEach } from '../batch.ts';
import { pushConfigured } from '../config.ts';
import { happensOn, occurrenceOn, occurrencesOf } from '../tasks/series.ts';
import { wallClockAt } from '../time.ts';
import { briefClaims, briefOf } from './brief.ts';
import { type PushMessage, sendPush, type Target } from './push.ts';
import { mayBePushed } from './pushable.ts';
import { remindAt } from './remind-at.ts';
import {
  briefsDue,
  type Claim,
  claim,
  type Due,
  oweLostReminders,
  type Taken,
  takeReminders,
  tasksToRemind,
} from './reminders-store.ts';
import { dropSubscriptions } from './subscriptions.ts';

/** Time from one sweep to the next, and how late the next may be. */
const horizonMs = 330_000;
/** A task that began longer ago than this gets no reminder. */
const lateMs = 5 * 60_000;
/** A reminder that came so long after the beginning would be a reproach. */
const worthlessAfterMs = 15 * 60_000;
/** Push services keep a brief or review for half a day. */
const noticeTtlSeconds = 12 * 3600;
const sendsAtOnce = 20;

/** A message that a push service did not take and may take later. */
export type Unsent = { reminder_id: string; subscription_id: string; after_seconds: number };

/**
 * Claims the reminders and morning briefs that are due before the next sweep, and owes an event for each of their minutes;
 * again for those whose run was lost.
 * @returns how many there are to send
 */
export async function claimReminders(now = new Date()): Promise<number> {
  if (!pushConfigured()) return 0;
  const until = new Date(now.getTime() + horizonMs);
  const lost = await oweLostReminders();
  const [due, briefs] = await Promise.all([tasksToRemind(until), briefsDue(until)]);
  const claimed = await claim([
    ...mapEach(due, 'reminders', (person) => claimsOf(person, now, until)),
    ...mapEach(briefs, 'morning briefs', (brief) => briefClaims(brief, now)),
  ]);
  return lost + claimed;
}

/** Returns the reminders of a person whose minute comes until then. */
function claimsOf({ person, from, to, tasks, series }: Due, now: Date, until: Date): Claim[] {
  const occurrences = occurrencesOf(series, { from, to, timezone: person.timezone, atLeast: Number.POSITIVE_INFINITY });
  return [...tasks, ...occurrences].filter(mayBePushed).flatMap(({ id, scheduled_at }) => {
    if (!scheduled_at || Date.parse(scheduled_at) < now.getTime() - lateMs) return [];
    const minute = remindAt(scheduled_at, person);
    if (!minute || Date.parse(minute) > until.getTime()) return [];
    return [{ user_id: person.id, kind: 'task', task_id: id, scheduled_at, remind_at: minute }];
  });
}

/**
 * Sends up to `limit` reminders of a minute, each for the first time, to all of their people's browsers.
 * @returns how many there were, and which messages may be taken later
 */
export async function deliverReminders(minute: string, limit: number): Promise<{ taken: number; unsent: Unsent[] }> {
  const { taken, reminders } = await takeReminders({ minute, limit, attempt: 1 });
  return { taken, unsent: await send(reminders) };
}

/** Sends again what was not taken. `attempt` counts from 1, so this begins with 2. @returns what is still not taken */
export async function deliverAgain(minute: string, attempt: number, unsent: Unsent[]): Promise<Unsent[]> {
  const ids = [...new Set(unsent.map(({ reminder_id }) => reminder_id))];
  const { reminders } = await takeReminders({ minute, limit: ids.length, attempt, ids });
  const isUnsent = (reminder: Taken, { id }: Target) =>
    unsent.some(({ reminder_id, subscription_id }) => reminder_id === reminder.id && subscription_id === id);
  return send(
    reminders.map((reminder) => ({
      ...reminder,
      subscriptions: reminder.subscriptions.filter((target) => isUnsent(reminder, target)),
    })),
  );
}

async function send(reminders: Taken[]): Promise<Unsent[]> {
  const messages = mapEach(reminders, 'reminders', (reminder) => {
    const message = messageOf(reminder, new Date());
    return message ? reminder.subscriptions.map((target) => ({ reminder, target, message })) : [];
  });
  const unsent: Unsent[] = [];
  const gone: string[] = [];
  for (let start = 0; start < messages.length; start += sendsAtOnce) {
    await Promise.all(
      messages.slice(start, start + sendsAtOnce).map(async ({ reminder, target, message }) => {
        const outcome = await sendPush(target, message);
        if (outcome.kind === 'gone') gone.push(target.id);
        if (outcome.kind === 'later') {
          unsent.push({ reminder_id: reminder.id, subscription_id: target.id, after_seconds: outcome.afterSeconds });
        }
      }),
    );
  }
  if (gone.length) await dropSubscriptions(gone);
  return unsent;
}

/** Returns what to say; null where there is nothing to say any more. */
function messageOf(taken: Taken, now: Date): PushMessage | null {
  const { kind, today, message, task_id, timezone } = taken;
  if (kind === 'task') return reminderOf(taken, now);
  const payload = kind === 'brief' ? today && briefOf(today, timezone) : message && { type: 'notice', ...message };
  return payload && { payload, ttlSeconds: noticeTtlSeconds, topic: topicOf(task_id) };
}

/** Returns what to say of a task; null for one that is gone, done, no longer at that time, or named as nobody should be reminded. */
function reminderOf({ task_id, day, task, series, scheduled_at, timezone }: Taken, now: Date): PushMessage | null {
  const current = task ?? (series && day && happensOn(series, day) ? occurrenceOn(series, day, timezone) : null);
  if (current?.status !== 'pending' || current.scheduled_at !== scheduled_at || !mayBePushed(current)) return null;
  const startsInMs = Date.parse(scheduled_at) - now.getTime();
  return {
    payload: {
      type: 'reminder',
      title: current.title,
      body: `${howSoon(Math.round(startsInMs / 60_000))}, at ${wallClockAt(new Date(scheduled_at), timezone).time}`,
      task_id,
      goal_id: current.goal_id,
      scheduled_at,
    },
    ttlSeconds: Math.max(60, Math.round((startsInMs + worthlessAfterMs) / 1000)),
    topic: topicOf(task_id),
  };
}

/** A push service keeps only the newest message of a topic. */
function topicOf(taskId: string): string {
  return createHash('sha256').update(taskId).digest('base64url').slice(0, 32);
}

function howSoon(minutes: number): string {
  if (minutes <= 0) return 'Now';
  if (minutes < 120) return `In ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  return `In ${Math.round(minutes / 60)} hours`;
}
