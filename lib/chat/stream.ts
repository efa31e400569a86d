import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { asCaller } from '../db/client.ts';
import { log } from '../log.ts';
import { Problem } from '../problem.ts';

/** A stream ends by itself after this long, since hosts end requests (Netlify after 60 s); the client comes back. */
const streamMsMax = 50_000;
/** A comment this often keeps proxies from closing a quiet stream. */
const heartbeatMs = 15_000;
/** How often the database is asked: soon after something happened, less and less often after that. */
const tickMsMin = 150;
const tickMsMax = 500;
/** What the client is to wait before it comes back. */
const retryMs = 500;
const eventsMax = 200;

const Opened = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('not_found') }),
  z.object({ outcome: z.literal('limited') }),
  z.object({ outcome: z.literal('ended') }),
  z.object({ outcome: z.literal('open'), conversation_id: z.guid(), after: z.int() }),
]);

const Read = z.object({
  events: z.array(z.object({ id: z.int(), type: z.string(), data: z.record(z.string(), z.unknown()) })),
  /** Nothing is at work or queued, as of the same instant. */
  idle: z.boolean(),
});

/**
 * The events of one of the caller's conversations as server-sent events, those after `lastEventId` or else those of the
 * message that is worked on (the newest one when all have ended). Ends when nothing more is to come, after 50 s, and when
 * `disconnected` aborts or the reader cancels.
 * @returns null when nothing more is to come after `lastEventId`
 * @throws Problem `not_found`, and `rate_limited` when the caller has three streams open, wherever they are served
 */
export async function streamEvents(
  caller: Caller,
  clientId: string,
  lastEventId: number | undefined,
  disconnected: AbortSignal,
): Promise<ReadableStream<Uint8Array> | null> {
  const streamId = crypto.randomUUID();
  const opened = Opened.parse(
    await asCaller(caller, (db) =>
      db.rpc('open_stream', {
        p_client_id: clientId,
        p_stream_id: streamId,
        ...(lastEventId === undefined ? {} : { p_after: lastEventId }),
      }),
    ),
  );
  if (opened.outcome === 'ended') return null;
  if (opened.outcome === 'not_found') throw new Problem('not_found', 'There is no such conversation.');
  if (opened.outcome === 'limited') {
    throw new Problem('rate_limited', 'Three streams are open already. Close one, or poll without the Accept header.', {
      retryAfterSeconds: 5,
    });
  }

  const cancelled = new AbortController();
  const ended = AbortSignal.any([disconnected, cancelled.signal, AbortSignal.timeout(streamMsMax)]);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const send = (text: string) => {
        if (!disconnected.aborted && !cancelled.signal.aborted) controller.enqueue(encoder.encode(text));
      };
      send(': open\n\n');
      try {
        await follow(caller, opened.conversation_id, opened.after, ended, send);
      } catch (error) {
        // The client comes back with its last id, and with a new token should this one have expired.
        log.warn({ err: error, conversation_id: opened.conversation_id }, 'a stream broke off');
      }
      send(`retry: ${retryMs}\n\n`);
      // Before the client sees the end, for it may come back at once; and a host may stop right after it.
      await asCaller(caller, (db) => db.rpc('close_stream', { p_stream_id: streamId })).catch((error) =>
        log.warn({ err: error }, 'a stream could not be closed; its lease will run out'),
      );
      if (!cancelled.signal.aborted) controller.close();
    },
    cancel: () => cancelled.abort(),
  });
}

/** Sends what happens until nothing more is to come or `ended` aborts. */
async function follow(
  caller: Caller,
  conversationId: string,
  after: number,
  ended: AbortSignal,
  send: (text: string) => void,
): Promise<void> {
  let last = after;
  let tickMs = tickMsMin;
  let sentAt = performance.now();
  while (!ended.aborted) {
    const { events, idle } = Read.parse(
      await asCaller(caller, (db) =>
        db.rpc('read_chat_events', { p_conversation_id: conversationId, p_after: last, p_limit: eventsMax }),
      ),
    );
    for (const { id, type, data } of events) {
      send(`id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
      last = id;
    }
    if (events.length === eventsMax) continue;
    if (idle) return;
    tickMs = events.length > 0 ? tickMsMin : Math.min(tickMs * 1.3, tickMsMax);
    if (events.length > 0) sentAt = performance.now();
    else if (performance.now() - sentAt > heartbeatMs) {
      send(': still here\n\n');
      sentAt = performance.now();
    }
    await delay(tickMs, undefined, { signal: ended }).catch(() => {});
  }
}
