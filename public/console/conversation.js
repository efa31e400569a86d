import { eventsOf } from './stream.js';

/** With the waits between them, about a minute and a half of an outage. */
const triesMax = 20;
/** A stream ends by itself after 50 s: one that lasts longer has broken off unnoticed. */
const streamWithinMs = 60_000;

/**
 * Follows what becomes of a conversation's messages: live where the server streams, else by asking for the newest every second.
 * A connection that breaks off is taken up again where it was.
 * @param talk `{clientId, last}`: the conversation, and the id of the last event that was seen, which is kept up to date
 * @param on a listener for each kind of event: `status`, `code`, `stdout`, `stderr`, `result`, `token`, `done`; besides
 *   `connection`, which is told whether there is one, and `newest`, when what follows is about the newest message alone
 * @param more whether something is still waited for
 */
export async function follow(api, talk, { on, more, signal }) {
  for (let failures = 0; more() && !signal.aborted; ) {
    try {
      const headers = { Accept: 'text/event-stream', ...(talk.last ? { 'Last-Event-ID': talk.last } : {}) };
      const within = AbortSignal.any([signal, AbortSignal.timeout(streamWithinMs)]);
      const response = await api.send(responsePath(talk), { headers, signal: within });
      on.connection(true);
      if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) await poll(api, talk, on);
      else {
        for await (const { id, event, data } of eventsOf(response)) {
          failures = 0;
          talk.last = id ?? talk.last;
          on[event]?.(data);
          if (!more()) return;
        }
      }
    } catch (problem) {
      failures += 1;
      if (signal.aborted || !mayPass(problem) || failures === triesMax) throw problem;
      on.connection(false);
      await pause(Math.min(failures, 5) * 1_000);
    }
  }
}

async function poll(api, talk, on) {
  const answer = await api.get(responsePath(talk));
  on.newest();
  if (hasEnded(answer)) return tell(answer, on);
  if (answer.status !== 'queued') on.status({ status: answer.status });
  await pause(1_000);
}

export function responsePath({ clientId }) {
  return `/api/chat/response/${encodeURIComponent(clientId)}`;
}

export function hasEnded({ status }) {
  return ['done', 'failed', 'cancelled'].includes(status);
}

/** Tells all at once what came of a message that has ended. */
export function tell(answer, on) {
  const { execution, message = 'There is no answer.' } = answer.lastResponse ?? {};
  if (execution) {
    on.code(execution);
    on.stdout({ text: execution.stdout });
    on.stderr({ text: execution.stderr });
    for (const result of execution.results) on.result(result);
  }
  on.done({ status: answer.status, message });
}

/**
 * What may be otherwise in a moment: no connection (a TypeError or a timeout while an answer is read), too many streams, a
 * server in trouble.
 */
function mayPass({ name, status }) {
  return ['TypeError', 'TimeoutError'].includes(name) || status === 0 || status === 429 || status >= 500;
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
