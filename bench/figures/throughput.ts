import type { Person, Site } from '../environment.ts';
import type { LoadResult } from '../load.ts';
import { median } from '../measure.ts';
import { atLeast, type ReportLine } from '../report.ts';
import type { Measured } from '../requests.ts';
import { sendLoad } from '../send-load.ts';

const connections = 50;
const seconds = 3;
const runs = 3;
const min = 0.8;

/** Requests a second at 50 connections, against a bare server making the same database call. */
export async function throughput(
  site: Site,
  urls: { host: string; baseline: string },
  requests: Measured[],
  people: Person[],
): Promise<ReportLine[]> {
  const lines: ReportLine[] = [];
  for (const { name, call, owes } of requests) {
    // Many people write at once; one who did would wait for themselves.
    const calls = owes ? people.map(({ headers }) => ({ ...call, headers })) : [call];
    const samples: Record<'api' | 'baseline', LoadResult[]> = { api: [], baseline: [] };
    for (let run = 0; run < runs; run += 1) {
      samples.baseline.push(await sendLoad({ url: urls.baseline, connections, seconds, calls }));
      samples.api.push(await sendLoad({ url: urls.host, connections, seconds, calls }));
      await site.project.query('update private.outbox set sent_at = now() where sent_at is null');
    }
    site.requests.length = 0;
    const perSecond = (results: LoadResult[]) => median(results.map((result) => result.perSecond));
    const errors = [...samples.api, ...samples.baseline].reduce((sum, result) => sum + result.errors, 0);
    const [api, baseline] = [perSecond(samples.api), perSecond(samples.baseline)];
    const detail = `${api.toFixed(0)} against ${baseline.toFixed(0)} a second, ${errors} errors`;
    const line = atLeast(`${name}, 50 connections`, api / baseline, min, detail);
    lines.push({ ...line, ok: line.ok === true && errors === 0 });
  }
  return lines;
}
