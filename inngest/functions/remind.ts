import { deliverAgain, deliverReminders, type Unsent } from '../../lib/notifications/reminders.ts';
import { inngest, remindersDue } from '../client.ts';

const batch = 200;
/** A push service that wants more time than this is not asked again: the task has begun by then. */
const waitSecondsMax = 900;
const attemptsMax = 3;

/**
 * Sends the reminders of one minute.
 *
 * Trigger: notification/reminders.due, at most one for each minute and sweep.
 * Effects: one message to each browser of each person; a crash can lose a message and never repeats one.
 */
export const remind = inngest.createFunction(
  { id: 'remind', triggers: [remindersDue], retries: 3, timeouts: { finish: '1h' } },
  async ({ event, step }) => {
    const minute = event.data.remind_at;
    await step.sleepUntil('minute', new Date(minute));
    let sent = 0;
    let unsent: Unsent[] = [];
    for (let more = true, n = 1; more; n += 1) {
      const delivered = await step.run(`deliver-${n}`, () => deliverReminders(minute, batch));
      unsent.push(...delivered.unsent);
      sent += delivered.taken;
      more = delivered.taken === batch;
    }
    for (let attempt = 2; attempt <= attemptsMax && unsent.length > 0; attempt += 1) {
      const again = unsent.filter(({ after_seconds }) => after_seconds <= waitSecondsMax);
      if (again.length === 0) break;
      await step.sleep(`wait-${attempt}`, `${Math.max(...again.map(({ after_seconds }) => after_seconds))}s`);
      unsent = await step.run(`deliver-again-${attempt}`, () => deliverAgain(minute, attempt, again));
    }
    return { reminders: sent, unsent: unsent.length };
  },
);
