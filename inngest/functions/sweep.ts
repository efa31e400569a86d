import { cron } from 'inngest';
import { leaseAllEvents, markAllEvents } from '../../lib/db/outbox.ts';
import type { OutboxEvent } from '../../lib/events.ts';
import { oweReviews } from '../../lib/goals/review-store.ts';
import { log } from '../../lib/log.ts';
import { prune, restartStalled } from '../../lib/maintenance.ts';
import { claimReminders } from '../../lib/notifications/reminders.ts';
import { inngest } from '../client.ts';
import { sendEvents } from '../outbox.ts';

const batch = 100;

/**
 * Heals: sends what was committed but not sent, starts again what stands still, removes what has served its time; owes the
 * look back on weeks that have ended, and claims the reminders that are due before it comes again.
 *
 * Trigger: every five minutes (a cron each minute would eat a free plan), one at a time.
 * Effects: the outbox is empty, or what is left waits for Inngest to take it; safe to run twice.
 */
export const sweep = inngest.createFunction(
  { id: 'sweep', triggers: [cron('*/5 * * * *')], concurrency: { limit: 1 }, retries: 1, timeouts: { finish: '4m' } },
  async ({ step }) => {
    // A part that fails is tried again by the next sweep, and does not keep the others from being done.
    const failed = (part: string) => (error: unknown) => {
      log.error({ err: error }, `the sweep could not ${part}`);
      return null;
    };
    // One step for both: each costs an execution, 8,640 times a month.
    const owed = await step.run('owe-work', async () => ({
      ...(await restartStalled().catch(failed('start what stands still'))),
      reviews: await oweReviews().catch(failed('owe looks back on weeks')),
    }));
    const first = await step.run('send-unsent', () => sendUnsent());
    // A request that died between commit and send holds its lease for seconds: wait for it, not for the next sweep.
    if (first.leased_until) {
      await step.sleepUntil('await-leases', new Date(Date.parse(first.leased_until) + 1_000));
      await step.run('send-leased', () => sendUnsent());
    }
    const pruned = await step.run('prune', () => prune(1_000)).catch(failed('remove what has served its time'));
    const reminders = await step.run('claim-reminders', async () => {
      const claimed = await claimReminders();
      if (claimed > 0) await sendUnsent();
      return claimed;
    });
    return { ...owed, sent: first.sent, pruned, reminders };
  },
);

/** Sends batch after batch until the outbox is empty or Inngest takes no more. */
async function sendUnsent(): Promise<{ sent: number; leased_until: string | null }> {
  let sent = 0;
  for (;;) {
    const { events, leased, leased_until } = await leaseAllEvents(batch);
    if (leased === 0) return { sent, leased_until };
    const taken = (await sendEvents(events, markAllEvents)) || (await sendApart(events));
    sent += taken;
    if (taken === 0 && events.length > 0) return { sent, leased_until: null };
  }
}

/**
 * Sends events one by one that were not taken together: Inngest refuses a whole request for one event. Two that fail in a row
 * mean that it cannot be reached.
 */
async function sendApart(events: OutboxEvent[]): Promise<number> {
  let sent = 0;
  for (let n = 0, failed = 0; events.length > 1 && n < events.length && failed < 2; n += 1) {
    const taken = await sendEvents(events.slice(n, n + 1), markAllEvents);
    failed = taken ? 0 : failed + 1;
    sent += taken;
  }
  return sent;
}
