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

const Event = z.object({ id: z.int(), type: z.string(), data: z.record(z.string(), z.unknown()) });
/** Something that happened to a message of a conversation. `data.message_id` says to which. */
export type StreamEvent = z.infer<typeof Event>;

const Read = z.object({
  events: z.array(Event),
  /** Nothing is at work or queued, as of the same instant. */
  idle: z.boolean(),
});

/** How events are written for one kind of client. */
export type Writing = {
  /** Sent at once. */
  open: string;
  /** Nothing for an event that this client does not want. */
  event(event: StreamEvent): string;
  /** Whether everything that this client wants has been sent. */
  isOver(): boolean;
  /** Sent at the end; null breaks the connection, for clients that would take an end for an answer. `isIdle`: nothing more is to come. */
  end(isIdle: boolean): Promise<string | null>;
};

export type OpenStream = { id: string; conversationId: string; after: number };

/**
 * Opens a stream of one of the caller's conversations: of the events after `lastEventId`, or else those of the message that is
 * worked on (the newest one when all have ended).
 * @returns null when nothing more is to come after `lastEventId`
 * @throws Problem `not_found`, and `rate_limited` when the caller has three streams open, wherever they are served
 */
export async function openStream(caller: Caller, clientId: string, lastEventId?: number): Promise<OpenStream | null> {
  const id = crypto.randomUUID();
  const opened = Opened.parse(
    await asCaller(caller, (db) =>
      db.rpc('open_stream', {
        p_client_id: clientId,
        p_stream_id: id,
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
  return { id, conversationId: opened.conversation_id, after: opened.after };
}

/** Server-sent events with their numbers, for clients that come back with the last one. */
export const serverSentEvents: Writing = {
  open: ': open\n\n',
  event: ({ id, type, data }) => `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`,
  isOver: () => false,
  end: async () => `retry: ${retryMs}\n\n`,
};

/** Writes a stream's events until nothing more is to come, `disconnected` aborts, the reader cancels, or 50 s have passed. */
export function writeStream(
  caller: Caller,
  stream: OpenStream,
  disconnected: AbortSignal,
  writing: Writing,
): ReadableStream<Uint8Array> {
  const cancelled = new AbortController();
  const ended = AbortSignal.any([disconnected, cancelled.signal, AbortSignal.timeout(streamMsMax)]);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const isGone = () => disconnected.aborted || cancelled.signal.aborted;
      const send = (text: string) => {
        if (text && !isGone()) controller.enqueue(encoder.encode(text));
      };
      send(writing.open);
      // Where it breaks off, the client comes back with its last id, and with a new token should this one have expired.
      const isIdle = await follow(caller, stream, ended, writing, send).catch((error) => {
        log.warn({ err: error, conversation_id: stream.conversationId }, 'a stream broke off');
        return false;
      });
      const last = isGone() ? '' : await writing.end(isIdle);
      send(last ?? '');
      // Before the client sees the end, for it may come back at once; and a host may stop right after it.
      await asCaller(caller, (db) => db.rpc('close_stream', { p_stream_id: stream.id })).catch((error) =>
        log.warn({ err: error }, 'a stream could not be closed; its lease will run out'),
      );
      if (cancelled.signal.aborted) return;
      if (last === null) controller.error(new Error('The time of a stream is up. Come back for the rest.'));
      else controller.close();
    },
    cancel: () => cancelled.abort(),
  });
}

/** Sends what happens until nothing more is to come, the writing is over or `ended` aborts. @returns whether nothing more is to come */
async function follow(
  caller: Caller,
  { conversationId, after }: OpenStream,
  ended: AbortSignal,
  writing: Writing,
  send: (text: string) => void,
): Promise<boolean> {
  let last = after;
  let tickMs = tickMsMin;
  let sentAt = performance.now();
  while (!ended.aborted) {
    const { events, idle } = Read.parse(
      await asCaller(caller, (db) =>
        db.rpc('read_chat_events', { p_conversation_id: conversationId, p_after: last, p_limit: eventsMax }),
      ),
    );
    for (const event of events) {
      send(writing.event(event));
      last = event.id;
    }
    if (writing.isOver()) return true;
    if (events.length === eventsMax) continue;
    if (idle) return true;
    tickMs = events.length > 0 ? tickMsMin : Math.min(tickMs * 1.3, tickMsMax);
    if (events.length > 0) sentAt = performance.now();
    else if (performance.now() - sentAt > heartbeatMs) {
      send(': still here\n\n');
      sentAt = performance.now();
    }
    await delay(tickMs, undefined, { signal: ended }).catch(() => {});
  }
  return false;
}
