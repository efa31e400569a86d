import { setTimeout as delay } from 'node:timers/promises';
import type { Site } from '../environment.ts';
import { interleave, summarise } from '../measure.ts';
import { atMost, formatMs, type ReportLine } from '../report.ts';
import type { Measured } from '../requests.ts';

const max = 1.25;
/** Enough rounds for the JIT compiler to optimise the hot paths of the API and of the baseline. */
const warmUpRounds = 500;
/** Wait until events are sent and marked, which takes milliseconds. */
const sendingMsMax = 200;

/** Measures the time to an answer, one request at a time, against a bare server making the same database call. */
export async function latency(
  site: Site,
  urls: { host: string; baseline: string },
  requests: Measured[],
  rounds: number,
): Promise<ReportLine[]> {
  const lines: ReportLine[] = [];
  for (const { name, call, owes } of requests) {
    const forget = () => site.project.query('update private.outbox set sent_at = now() where sent_at is null');
    await forget();
    const samples = await interleave(
      {
        api: { url: urls.host, call, ...(owes ? { after: () => unsent(site) } : {}) },
        // The next request would send what the baseline leaves unsent.
        baseline: { url: urls.baseline, call, ...(owes ? { after: forget } : {}) },
      },
      rounds,
      warmUpRounds,
    );
    const [api, baseline] = [summarise(samples.api), summarise(samples.baseline)];
    for (const part of ['p50', 'p99'] as const) {
      const detail = `${formatMs(api[part])} against ${formatMs(baseline[part])}`;
      lines.push(atMost(`${name}, ${part}`, api[part] / baseline[part], max, detail));
    }
  }
  return lines;
}

/** Waits until what a request sends after its answer is done, so that it does not burden what is measured next. */
async function unsent({ requests }: Site): Promise<void> {
  const giveUpAt = performance.now() + sendingMsMax;
  while (!requests.some((request) => request.endsWith('/rpc/mark_events')) && performance.now() < giveUpAt) {
    await delay(1);
  }
  requests.length = 0;
}
