import { setTimeout as delay } from 'node:timers/promises';
import { interleave, summarise } from '../measure.ts';
import { atMost, type Line, ms } from '../report.ts';
import type { Measured } from '../requests.ts';
import type { Site } from '../stage.ts';

const max = 1.25;
/** As many as it takes until the compiler has seen what is run over and over, in the API and in the floor. */
const warmUpRounds = 500;
/** Sending an event and settling it takes milliseconds; longer than this is not waited. */
const settledWithinMs = 200;

/** The time to an answer, one request at a time, against a bare server making the same database call. */
export async function latency(
  site: Site,
  urls: { host: string; floor: string },
  requests: Measured[],
  rounds: number,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { name, call, owes } of requests) {
    const forget = () => site.project.query('update private.outbox set sent_at = now() where sent_at is null');
    await forget();
    const samples = await interleave(
      {
        api: { url: urls.host, call, ...(owes ? { after: () => settled(site) } : {}) },
        // What the floor leaves unsent would be handed to the next request.
        floor: { url: urls.floor, call, ...(owes ? { after: forget } : {}) },
      },
      rounds,
      warmUpRounds,
    );
    const [api, floor] = [summarise(samples.api), summarise(samples.floor)];
    for (const part of ['p50', 'p99'] as const) {
      const detail = `${ms(api[part])} against ${ms(floor[part])}`;
      lines.push(atMost(`${name}, ${part}`, api[part] / floor[part], max, detail));
    }
  }
  return lines;
}

/** Waits until what a request sends after its answer is done, so that it does not burden what is measured next. */
async function settled({ requests }: Site): Promise<void> {
  const giveUpAt = performance.now() + settledWithinMs;
  while (!requests.some((request) => request.endsWith('/rpc/settle_events')) && performance.now() < giveUpAt) {
    await delay(1);
  }
  requests.length = 0;
}
