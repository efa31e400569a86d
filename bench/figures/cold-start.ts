import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Environment, hostFile, type Person, type Site } from '../environment.ts';
import { createClient, median } from '../measure.ts';
import { startProgram } from '../process.ts';
import { atMost, formatMs, info, type ReportLine } from '../report.ts';

const rounds = 5;
type First = { method?: string; path: string; body?: object; status: number; max?: number };
const noSession = `sess_${'0'.repeat(26)}`;
/**
 * A real first request of each function: a read where it has one, otherwise one that changes nothing. The database answers
 * it where the function asks the database at all.
 */
const firstRequests: Record<string, First> = {
  'api/empty.ts': { path: '/api/empty', status: 200 },
  'api/health.ts': { path: '/api/health', status: 200, max: 1.5 },
  'api/v1/notifications.ts': {
    method: 'DELETE',
    path: '/api/v1/notifications/subscriptions',
    body: { endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/none' },
    status: 204,
  },
  'api/goals.ts': { path: '/goals', status: 200 },
  'api/tasks.ts': { path: '/tasks', status: 200 },
  'api/account.ts': { path: '/account', status: 200 },
  'api/chat.ts': { path: '/api/chat', status: 200 },
  'api/chat/response.ts': { path: '/api/chat/response/none', status: 404 },
  'api/chat/ui.ts': { path: '/api/chat/ui/none/stream', status: 204 },
  // An unsigned request is told nothing.
  'api/inngest.ts': { path: '/api/inngest', status: 401 },
  'api/mcp.ts': { path: '/api/mcp/oauth-protected-resource', status: 200 },
  'api/v1/rag.ts': { path: '/api/v1/rag/search?q=run', status: 200 },
  'api/v1/voice.ts': { method: 'DELETE', path: `/api/v1/voice/session/${noSession}`, status: 404 },
};

function firstRequestOf(entrypoint: string): First {
  const first = firstRequests[entrypoint];
  if (!first) throw new Error(`bench/figures/cold-start.ts needs a first request of ${entrypoint}.`);
  return first;
}

/** Measures the time from starting a process to a function's first answer, against that of a function that does nothing. */
export async function coldStarts(environment: Environment, site: Site, person: Person): Promise<ReportLine[]> {
  const empty = path.join(environment.dir, 'empty.mjs');
  await writeFile(empty, 'export default { fetch: () => new Response("ok") };\n');
  const emptyFunction = { entrypoint: 'api/empty.ts', handler: empty, runtime: '', bytes: 0 };
  const functions = await environment.built();
  const samples = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const built of [emptyFunction, ...functions]) {
      const { entrypoint } = built;
      const first = firstRequestOf(entrypoint);
      const manifest = await environment.writeManifest('one', [built]);
      const started = performance.now();
      const host = await startProgram({ file: hostFile, args: [manifest], env: site.env });
      const client = createClient(host.url);
      const { status, body } = await client.send({
        method: first.method ?? 'GET',
        path: first.path,
        headers: person.headers,
        ...(first.body ? { body: JSON.stringify(first.body) } : {}),
      });
      if (status !== first.status) throw new Error(`The first request of ${entrypoint} answered ${status}: ${body}`);
      samples.set(entrypoint, [...(samples.get(entrypoint) ?? []), performance.now() - started]);
      client.close();
      await host.stop();
    }
  }
  const baseline = median(samples.get(emptyFunction.entrypoint) ?? []);
  return functions.map(({ entrypoint }) => {
    const time = median(samples.get(entrypoint) ?? []);
    const { max = 4 } = firstRequestOf(entrypoint);
    return atMost(
      `cold start of ${entrypoint}`,
      time / baseline,
      max,
      `${formatMs(time)} against ${formatMs(baseline)}`,
    );
  });
}

/** Packages that are only for some functions, and those that use them. */
const usedBy: Record<string, (entrypoint: string) => boolean> = {
  openai: (file) => file === 'api/inngest.ts',
  e2b: (file) => file === 'api/inngest.ts',
  '@e2b/code-interpreter': (file) => file === 'api/inngest.ts',
  '@deepgram/sdk': (file) => file === 'api/v1/voice.ts',
  'web-push': (file) => file === 'api/inngest.ts',
  'ical-generator': (file) => file === 'api/tasks.ts',
  // Whoever creates work sends its event.
  inngest: (file) => file !== 'api/health.ts',
};

/** Measures how big each function is as it is deployed, and whether it carries an SDK that it does not use. */
export async function sizes(environment: Environment): Promise<ReportLine[]> {
  const lines: ReportLine[] = [];
  for (const { entrypoint, bytes } of await environment.built()) {
    const folder = path.join(environment.dir, 'built', entrypoint.replace(/\.ts$/, '.func'), 'node_modules');
    await mkdir(folder, { recursive: true });
    const carried = new Set<string>();
    for (const name of await readdir(folder)) {
      if (!name.startsWith('@')) carried.add(name);
      else for (const scoped of await readdir(path.join(folder, name))) carried.add(`${name}/${scoped}`);
    }
    const unused = Object.entries(usedBy).flatMap(([name, uses]) =>
      carried.has(name) && !uses(entrypoint) ? [name] : [],
    );
    const size = info(`size of ${entrypoint}`, `${(bytes / 1_000_000).toFixed(1)} MB`, `${carried.size} packages`);
    lines.push({
      ...size,
      ok: unused.length === 0,
      aim: 'no extra',
      ...(unused.length ? { detail: `carries ${unused.join(', ')}` } : {}),
    });
  }
  return lines;
}
