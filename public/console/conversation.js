// @ts-check
import { eventsOf } from './stream.js';

/** Tries of a stream: with the waits between them, about a minute and a half of an outage. */
const triesMax = 20;
/** A stream ends by itself after 50 s: one that lasts longer has broken off unnoticed. */
const streamWithinMs = 60_000;

/**
 * Follows what becomes of a conversation's messages: live where the server streams, else by looking every second. A connection
 * that breaks off is taken up again where it was.
 * @param {ReturnType<typeof import('./api.js').createApi>} api
 * @param {{clientId: string, last?: string}} talk the conversation, and the id of the last event that was seen, kept up to date
 * @param {object} options
 * @param {(kind: string, data: any) => unknown} options.heard takes an event, whose data names its message; it is waited for
 * @param {() => unknown} options.look reads the conversation's messages, after a stream has ended or where there is none
 * @param {(isThere: boolean) => void} [options.connection] is told whether there is a connection
 * @param {() => boolean} options.more whether something is still waited for
 * @param {AbortSignal} options.signal
 */
export async function follow(api, talk, { heard, look, connection = () => {}, more, signal }) {
  for (let failures = 0; more() && !signal.aborted; ) {
    try {
      const headers = { Accept: 'text/event-stream', ...(talk.last ? { 'Last-Event-ID': talk.last } : {}) };
      const within = AbortSignal.any([signal, AbortSignal.timeout(streamWithinMs)]);
      const response = await api.send(responsePath(talk), { headers, signal: within });
      connection(true);
      if (response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
        for await (const { id, event, data } of eventsOf(response)) {
          failures = 0;
          talk.last = id ?? talk.last;
          await heard(event, data);
          if (!more()) return;
        }
      }
      await look();
      if (more()) await pause(1_000);
    } catch (problem) {
      failures += 1;
      if (signal.aborted || !mayPass(/** @type {{name: string, status: number}} */ (problem)) || failures === triesMax)
        throw problem;
      connection(false);
      await pause(Math.min(failures, 5) * 1_000);
    }
  }
}

export function responsePath({ clientId }) {
  return `/api/chat/response/${encodeURIComponent(clientId)}`;
}

export function messagesPath({ clientId }) {
  return `/api/chat/${encodeURIComponent(clientId)}/messages?limit=30`;
}

export function hasEnded({ status }) {
  return ['done', 'failed', 'cancelled'].includes(status);
}

/**
 * Returns true for an error that may pass: no connection (a TypeError or a timeout while an answer is read), too many streams, a
 * server in trouble.
 */
function mayPass({ name, status }) {
  return ['TypeError', 'TimeoutError'].includes(name) || status === 0 || status === 429 || status >= 500;
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
