/**
 * Measures the functions as they are deployed, each figure against its floor in the same run, in under ten
 * minutes. `npm run bench -- latency sizes` measures these alone. Prints a table and writes bench/results.json.
 */

import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { type AtEnd, type Called, runCommand } from '../local/command.ts';
import { coldStarts, sizes } from './figures/cold-start.ts';
import { growth } from './figures/growth.ts';
import { latency } from './figures/latency.ts';
import { memory } from './figures/memory.ts';
import { stream } from './figures/stream.ts';
import { throughput } from './figures/throughput.ts';
import { work } from './figures/work.ts';
import { type Line, show } from './report.ts';
import { requestsOf, startFloor } from './requests.ts';
import { furnish } from './seed.ts';
import { openStage } from './stage.ts';

const resultsFile = new URL('results.json', import.meta.url);
const latencyRounds = 500;
/** In memory: a slow disk would hide what is measured, for it delays the floors alike. */
const memoryFolder = '/dev/shm';

const help = `npm run bench [-- figure …]

Measures the functions as they are deployed, each figure against its floor in the same run, in under ten minutes; with names
(\`npm run bench -- latency sizes\`) these figures alone. Prints a table and writes bench/results.json.`;

async function main({ words: wanted }: Called, atEnd: AtEnd): Promise<void> {
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

  const stage = await openStage(existsSync(memoryFolder) ? memoryFolder : undefined);
  atEnd(stage.stop);
  const lines: Line[] = [];
  const site = await stage.openSite('small');
  const person = await site.signUp();
  const has = await furnish(site.project, person);
  const requests = requestsOf(person, has, await site.signUp());

  const figures: Record<string, () => Promise<Line[]>> = {
    latency: () => withHost((urls) => latency(site, urls, requests, latencyRounds)),
    throughput: () =>
      withHost(async (urls) => {
        const people = await Promise.all(Array.from({ length: 50 }, () => site.signUp()));
        return throughput(site, urls, requests, people);
      }),
    memory: () => memory(stage, site, requests),
    stream: () => withHost((urls) => stream(site, urls.host, person)),
    work: () => work(stage, site),
    'cold-start': () => coldStarts(stage, site, person),
    sizes: () => sizes(stage),
    growth: async () => {
      const [small, large] = [await stage.openSite('alone'), await stage.openSite('crowded')];
      const inSmall = await small.signUp();
      const inLarge = await large.signUp();
      return growth(
        stage,
        { small, large },
        {
          small: { person: inSmall, has: await furnish(small.project, inSmall) },
          large: { person: inLarge, has: await furnish(large.project, inLarge) },
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

  function failed(figure: string, error: unknown): Line {
    return { figure, value: 'failed', ok: false, detail: error instanceof Error ? error.message : String(error) };
  }

  async function withHost(measure: (urls: { host: string; floor: string }) => Promise<Line[]>): Promise<Line[]> {
    const floor = await startFloor(stage, site, requests);
    const host = await stage.startHost(site.env);
    try {
      return await measure({ host: host.url, floor: floor.url });
    } finally {
      await host.stop();
      await floor.stop();
    }
  }

  const missed = lines.filter((line) => line.ok === false);
  const seconds = Math.round((performance.now() - started) / 1000);
  await writeFile(resultsFile, `${JSON.stringify({ machine, seconds, lines }, null, 2)}\n`);
  console.log(`\n${missed.length} of ${lines.length} missed, ${seconds} s; written to ${resultsFile.pathname}`);
}

await runCommand({ help, takesWords: true }, main);
