import { setTimeout as sleep } from 'node:timers/promises';
import { addDays } from '../../lib/days.ts';
import type { Person, Site } from '../environment.ts';
import type { LoadResult } from '../load.ts';
import { type Call, createClient, percentile } from '../measure.ts';
import { atMost, type ReportLine } from '../report.ts';
import { sendLoad } from '../send-load.ts';

const seconds = 30;
const pauseMs = 100;
const max = 2;

/** Measures the p95 of somebody's requests while another person floods the API and the database's own door, against the p95 without. */
export async function noisyNeighbour(site: Site, hostUrl: string): Promise<ReportLine[]> {
  const [victim, attacker] = [await site.signUp(), await site.signUp()];
  const flood = await prepareFlood(site, hostUrl, attacker);
  // Modules and plans of queries are loaded once.
  await live(hostUrl, victim, 5);
  const alone = await live(hostUrl, victim, seconds);
  const attack = Promise.all(flood.map((load) => sendLoad(load)));
  const beside = await live(hostUrl, victim, seconds);
  const results = await attack;
  return (['GET /tasks', 'POST /goals'] as const).map((name) => {
    const [without, within] = [percentile(alone[name], 0.95), percentile(beside[name], 0.95)];
    const detail = `${within.toFixed(1)} ms beside ${perSecond(results)} hostile requests a second, ${without.toFixed(1)} without`;
    return atMost(`${name} beside a flood, p95`, within / without, max, detail);
  });
}

/** Sixty daily series whose days are deleted one by one, lists of a year, and a direct write of 60,000 days. */
async function prepareFlood(site: Site, hostUrl: string, { headers }: Person) {
  const client = createClient(hostUrl);
  const today = new Date().toISOString().slice(0, 10);
  const ids: string[] = [];
  for (let n = 0; n < 60; n += 1) {
    const body = JSON.stringify({ title: `Run ${n}`, recurrence_rule: 'FREQ=DAILY' });
    ids.push(JSON.parse((await client.send({ method: 'POST', path: '/tasks', headers, body })).body).id);
  }
  client.close();
  const list: Call = { method: 'GET', path: `/tasks?from=${today}&to=${addDays(today, 365)}&limit=100`, headers };
  const deletions = Array.from({ length: 2_000 }, (_, n): Call => {
    return { method: 'DELETE', path: `/tasks/${ids[n % 60]}@${addDays(today, 1 + Math.floor(n / 60))}`, headers };
  });
  const days = Array.from({ length: 60_000 }, (_, n) => addDays('2000-01-01', n % 36_000));
  const direct: Call = {
    method: 'PATCH',
    path: `/rest/v1/tasks?id=eq.${ids[0]}`,
    headers: { ...headers, apikey: site.project.publishableKey },
    body: JSON.stringify({ excluded_dates: days }),
  };
  return [
    { url: hostUrl, connections: 7, seconds, calls: deletions.flatMap((deletion) => [deletion, list]) },
    { url: site.project.url, connections: 3, seconds, calls: [direct] },
  ];
}

/** Acts as a calm user for so many seconds: lists tasks, and now and then states a goal. */
async function live(hostUrl: string, { headers }: Person, forSeconds: number) {
  const client = createClient(hostUrl);
  const samples = { 'GET /tasks': [] as number[], 'POST /goals': [] as number[] };
  const rounds = (forSeconds * 1_000) / pauseMs;
  for (let round = 1; round <= rounds; round += 1) {
    const body = JSON.stringify({ title: `Learn to juggle ${round} balls` });
    const [name, call] =
      round % 5
        ? (['GET /tasks', { method: 'GET', path: '/tasks', headers }] as const)
        : (['POST /goals', { method: 'POST', path: '/goals', headers, body }] as const);
    const { status, ms } = await client.send(call);
    if (status >= 300) throw new Error(`${name} answered ${status} beside a flood`);
    samples[name].push(ms);
    await sleep(pauseMs);
  }
  client.close();
  return samples;
}

function perSecond(results: LoadResult[]): string {
  return results.reduce((sum, result) => sum + result.perSecond, 0).toFixed(0);
}
