/**
 * Measures the functions as they are deployed, each figure against its baseline in the same run, in under ten
 * minutes. `npm run bench -- latency sizes` measures these alone. Prints a table and writes bench/results.json.
 */

import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { type CommandInput, type OnExit, runCommand } from '../lib/command.ts';
import { openEnvironment } from './environment.ts';
import { coldStarts, sizes } from './figures/cold-start.ts';
import { growth } from './figures/growth.ts';
import { latency } from './figures/latency.ts';
import { memory } from './figures/memory.ts';
import { noisyNeighbour } from './figures/noisy-neighbour.ts';
import { stream } from './figures/stream.ts';
import { throughput } from './figures/throughput.ts';
import { work } from './figures/work.ts';
import { type ReportLine, show } from './report.ts';
import { requestsOf, startBaseline } from './requests.ts';
import { seedPerson } from './seed.ts';

const resultsFile = new URL('results.json', import.meta.url);
const latencyRounds = 500;
/** Data is kept in memory: a slow disk delays the API and the baseline alike and hides their difference. */
const memoryFolder = '/dev/shm';

const help = `npm run bench [-- figure …]

Measures the functions as they are deployed, each figure against its baseline in the same run, in under ten minutes; with names
(\`npm run bench -- latency sizes\`) these figures alone. Prints a table and writes bench/results.json.`;

async function main({ words: wanted }: CommandInput, onExit: OnExit): Promise<void> {
  process.env.LOG_LEVEL = 'silent';
  const started = performance.now();
  const machine = {
    at: new Date().toISOString(),
    node: process.version,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 1e9),
    load: loadavg()[0],
  };
  console.log(
    `${machine.cores} cores of ${machine.cpu}, ${machine.memoryGb} GB, Node ${machine.node}, load ${machine.load}\n`,
  );

  const environment = await openEnvironment(onExit, existsSync(memoryFolder) ? memoryFolder : undefined);
  const lines: ReportLine[] = [];
  const site = await environment.openSite('small');
  const person = await site.signUp();
  const has = await seedPerson(site.project, person);
  const requests = requestsOf(person, has, await site.signUp());

  const figures: Record<string, () => Promise<ReportLine[]>> = {
    latency: () => withHost((urls) => latency(site, urls, requests, latencyRounds)),
    throughput: () =>
      withHost(async (urls) => {
        const people = await Promise.all(Array.from({ length: 50 }, () => site.signUp()));
        return throughput(site, urls, requests, people);
      }),
    'noisy-neighbour': () => withHost(({ host }) => noisyNeighbour(site, host)),
    memory: () => memory(environment, site, requests),
    stream: () => withHost((urls) => stream(site, urls.host, person)),
    work: () => work(environment, site),
    'cold-start': () => coldStarts(environment, site, person),
    sizes: () => sizes(environment),
    growth: async () => {
      const [small, large] = [await environment.openSite('alone'), await environment.openSite('crowded')];
      const inSmall = await small.signUp();
      const inLarge = await large.signUp();
      return growth(
        environment,
        { small, large },
        {
          small: { person: inSmall, has: await seedPerson(small.project, inSmall) },
          large: { person: inLarge, has: await seedPerson(large.project, inLarge) },
        },
      );
    },
  };
  const unknown = wanted.filter((name) => !(name in figures));
  if (unknown.length)
    throw new Error(`There is no figure ${unknown.join(', ')}: choose of ${Object.keys(figures).join(', ')}.`);

  for (const [name, measure] of Object.entries(figures)) {
    if (wanted.length && !wanted.includes(name)) continue;
    console.log(`\n${name}`);
    for (const line of await measure().catch((error: unknown) => [failed(name, error)])) {
      lines.push(line);
      console.log(show(line));
    }
  }

  function failed(figure: string, error: unknown): ReportLine {
    return { figure, value: 'failed', ok: false, detail: error instanceof Error ? error.message : String(error) };
  }

  async function withHost(
    measure: (urls: { host: string; baseline: string }) => Promise<ReportLine[]>,
  ): Promise<ReportLine[]> {
    const baseline = await startBaseline(environment, site, requests);
    const host = await environment.startHost(site.env);
    try {
      return await measure({ host: host.url, baseline: baseline.url });
    } finally {
      await host.stop();
      await baseline.stop();
    }
  }

  const missed = lines.filter((line) => line.ok === false);
  const seconds = Math.round((performance.now() - started) / 1000);
  await writeFile(resultsFile, `${JSON.stringify({ machine, seconds, lines }, null, 2)}\n`);
  console.log(`\n${missed.length} of ${lines.length} missed, ${seconds} s; written to ${resultsFile.pathname}`);
}

await runCommand({ help, takesWords: true }, main);
