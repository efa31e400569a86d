import { setImmediate } from 'node:timers/promises';
import { waitUntil } from '@vercel/functions';
import { createMiddleware } from 'hono/factory';
import type { Caller } from '../lib/caller.ts';
import { markAllEvents, markCallerEvents } from '../lib/db/outbox.ts';
import type { OutboxEvent } from '../lib/events.ts';
import type { AppEnv } from '../lib/http/app.ts';
import { log } from '../lib/log.ts';

/**
 * Sends what a creating request owes, after its answer. The host keeps the function alive for it: Netlify and the dev
 * server hand in a `waitUntil`, Vercel has its own.
 */
export const afterAnswer = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  const caller = c.get('caller');
  if (caller) sendLater(c.env, caller);
});

/** Sends what a caller owes by now, once this turn of the event loop is over, while the host keeps the function alive. */
export function sendLater(env: AppEnv['Bindings'] | undefined, caller: Caller): void {
  const events = caller.events.splice(0);
  if (events.length === 0) return;
  // Not before this turn of the event loop has written the answer.
  const sending = setImmediate().then(() =>
    sendEvents(events, (sent, failed) => markCallerEvents(caller, sent, failed)),
  );
  if (env?.waitUntil) env.waitUntil(sending);
  else waitUntil(sending);
}

/** Sends what a durable function's own writes owe. Part of the step that wrote it. */
export async function sendOwed(events: OutboxEvent[]): Promise<void> {
  await sendEvents(events, markAllEvents);
}

/**
 * Sends leased events and marks them as sent, or gives them back for a later request or the sweep. Never throws:
 * what was accepted is in the outbox whatever happens here.
 * @returns how many were sent
 */
export async function sendEvents(
  events: OutboxEvent[],
  mark: (sent: string[], failed: string[]) => Promise<void>,
): Promise<number> {
  if (events.length === 0) return 0;
  const ids = events.map((event) => event.id);
  let sent = false;
  try {
    const { inngest } = await import('./client.ts');
    await inngest.send(events);
    sent = true;
  } catch (error) {
    log.warn({ err: error, events: ids }, 'events could not be sent; they stay in the outbox');
  }
  try {
    await (sent ? mark(ids, []) : mark([], ids));
  } catch (error) {
    log.warn({ err: error, events: ids }, 'events could not be marked; their lease will run out');
  }
  return sent ? ids.length : 0;
}
