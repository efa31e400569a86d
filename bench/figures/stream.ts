import { setTimeout as delay } from 'node:timers/promises';
import type { Person, Site } from '../environment.ts';
import { summarise } from '../measure.ts';
import { formatMs, info, type ReportLine } from '../report.ts';
import { chatCall } from '../work-harness.ts';

const events = 60;
const answerWithinMs = 30_000;
/** A stream ends by itself after 50 s. */
const streamWithinMs = 60_000;

/** Measures the time from an event's commit to its arrival at a client that streams. */
export async function stream(site: Site, hostUrl: string, person: Person): Promise<ReportLine[]> {
  const { path, headers, body } = chatCall(person, 'stream', 'Hello');
  const posted = await fetch(`${hostUrl}${path}`, {
    method: 'POST',
    headers,
    ...(body ? { body } : {}),
    signal: AbortSignal.timeout(answerWithinMs),
  });
  if (!posted.ok) throw new Error(`POST ${path} answered ${posted.status}: ${await posted.text()}`);
  const [message] = await site.project.query<{ id: string; conversation_id: string; user_id: string }>(
    `select m.id, m.conversation_id, m.user_id from public.chat_messages m join public.conversations c on c.id = m.conversation_id
     where c.client_id = 'stream' and c.user_id = $1`,
    [person.id],
  );
  if (!message) throw new Error('The message to be streamed is not there.');
  const arrived = new Map<number, number>();
  const abort = new AbortController();
  const opened = await fetch(`${hostUrl}/api/chat/response/stream`, {
    headers: { ...person.headers, accept: 'text/event-stream' },
    signal: AbortSignal.any([abort.signal, AbortSignal.timeout(streamWithinMs)]),
  });
  if (opened.status !== 200) throw new Error(`The stream answered ${opened.status}: ${await opened.text()}`);
  const reading = read(opened, arrived).catch(() => {});
  const committed = new Map<number, number>();
  for (let n = 0; n < events; n += 1) {
    // At any point between two looks at the database, some of them after a pause.
    await delay(40 + Math.random() * (n % 5 === 0 ? 1_000 : 200));
    const [row] = await site.project.query<{ id: string }>(
      `with counted as (
         update public.conversations set last_event_id = last_event_id + 1 where id = $1 returning last_event_id)
       insert into public.chat_events (conversation_id, id, user_id, message_id, type, data)
       select $1, last_event_id, $2, $3, 'stdout', '{"text": "."}' from counted returning id`,
      [message.conversation_id, message.user_id, message.id],
    );
    committed.set(Number(row?.id), performance.now());
  }
  await delay(1_500);
  abort.abort();
  await reading;
  const latencies = [...committed].flatMap(([id, at]) => {
    const then = arrived.get(id);
    return then === undefined ? [] : [Math.max(0, then - at)];
  });
  const { p50, p99 } = summarise(latencies);
  const all = latencies.length === events;
  const line = info(
    'SSE, event row to client',
    `${formatMs(p50)}`,
    `p99 ${formatMs(p99)}, ${latencies.length} of ${events} arrived`,
  );
  return [{ ...line, ok: all, aim: 'all' }];
}

async function read(response: Response, arrived: Map<number, number>): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    for (const [, id] of decoder.decode(chunk, { stream: true }).matchAll(/^id: (\d+)$/gm)) {
      arrived.set(Number(id), performance.now());
    }
  }
}
