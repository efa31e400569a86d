import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Load, LoadResult } from '../load.ts';
import { median } from '../measure.ts';
import { atLeast, type Line } from '../report.ts';
import type { Measured } from '../requests.ts';
import type { Person, Site } from '../stage.ts';

const connections = 50;
const seconds = 3;
const runs = 3;
const min = 0.8;

/** Requests a second at 50 connections, against a bare server making the same database call. */
export async function throughput(
  site: Site,
  urls: { host: string; floor: string },
  requests: Measured[],
  people: Person[],
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { name, call, owes } of requests) {
    // Many people write at once; one who did would wait for themselves.
    const calls = owes ? people.map(({ headers }) => ({ ...call, headers })) : [call];
    const samples: Record<'api' | 'floor', LoadResult[]> = { api: [], floor: [] };
    for (let run = 0; run < runs; run += 1) {
      samples.floor.push(await load({ url: urls.floor, connections, seconds, calls }));
      samples.api.push(await load({ url: urls.host, connections, seconds, calls }));
      await site.project.query('update private.outbox set sent_at = now() where sent_at is null');
    }
    site.requests.length = 0;
    const perSecond = (results: LoadResult[]) => median(results.map((result) => result.perSecond));
    const errors = [...samples.api, ...samples.floor].reduce((sum, result) => sum + result.errors, 0);
    const [api, floor] = [perSecond(samples.api), perSecond(samples.floor)];
    const detail = `${api.toFixed(0)} against ${floor.toFixed(0)} a second, ${errors} errors`;
    const line = atLeast(`${name}, 50 connections`, api / floor, min, detail);
    lines.push({ ...line, ok: line.ok === true && errors === 0 });
  }
  return lines;
}

async function load(options: Load): Promise<LoadResult> {
  const file = path.join(import.meta.dirname, '../load.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [file], {
    env: { ...process.env, LOAD: JSON.stringify(options) },
    timeout: (seconds + 30) * 1000,
  });
  return JSON.parse(stdout);
}
