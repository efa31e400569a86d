import { eventsOf } from './stream.js';

const ended = ['done', 'failed', 'cancelled'];

/**
 * Follows what becomes of a conversation's newest message: live where the server streams, else by asking every second.
 * @param on a listener for each kind of event: `status`, `code`, `stdout`, `stderr`, `result`, `token`, `done`
 */
export async function follow(api, clientId, { on, signal, lastEventId }) {
  const path = `/api/chat/response/${encodeURIComponent(clientId)}`;
  let last = lastEventId;
  while (!signal.aborted) {
    const headers = { Accept: 'text/event-stream', ...(last ? { 'Last-Event-ID': last } : {}) };
    const response = await api.send(path, { headers, signal });
    if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) break;
    for await (const { id, event, data } of eventsOf(response)) {
      if (id) last = id;
      on[event]?.(data);
      if (event === 'done') return last;
    }
  }
  for (let known = ''; !signal.aborted; await new Promise((resolve) => setTimeout(resolve, 1_000))) {
    const answer = await api.get(path);
    if (answer.status !== known) on.status({ status: answer.status });
    known = answer.status;
    if (!ended.includes(known)) continue;
    const { execution, message = 'There is no answer.' } = answer.lastResponse ?? {};
    if (execution) {
      on.code(execution);
      on.stdout({ text: execution.stdout });
      on.stderr({ text: execution.stderr });
      for (const result of execution.results) on.result(result);
    }
    on.done({ status: known, message });
    return last;
  }
  return last;
}
