import { once } from 'node:events';
import type { Environment, Site } from '../environment.ts';
import { createClient } from '../measure.ts';
import type { Memory } from '../memory-probe.ts';
import type { Program } from '../process.ts';
import { atMost, type ReportLine } from '../report.ts';
import type { Measured } from '../requests.ts';

const first = 100;
const many = 10_000;
const connections = 8;
const max = 1.1;

/** Measures what one instance keeps in memory after 10,000 requests, against after 100. */
export async function memory(environment: Environment, site: Site, requests: Measured[]): Promise<ReportLine[]> {
  const probe = new URL('../memory-probe.ts', import.meta.url).pathname;
  const host = await environment.startHost(site.env, ['--expose-gc', '--import', probe]);
  await sendMany(host, requests, first);
  const before = await ask(host);
  await sendMany(host, requests, many - first);
  const after = await ask(host);
  await host.stop();
  const mb = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;
  const heap = `heap ${mb(after.heapBytes)} against ${mb(before.heapBytes)}; resident ${mb(after.residentBytes)}`;
  return [atMost('memory after 10,000 requests', after.heapBytes / before.heapBytes, max, heap)];
}

async function sendMany(host: Program, requests: Measured[], count: number): Promise<void> {
  let sent = 0;
  const work = async () => {
    const client = createClient(host.url);
    while (sent < count) {
      const request = requests[sent % requests.length];
      sent += 1;
      if (!request) continue;
      const { status, body } = await client.send(request.call);
      if (status >= 300) throw new Error(`${request.name} answered ${status}: ${body}`);
    }
    client.close();
  };
  await Promise.all(Array.from({ length: connections }, work));
}

async function ask(host: Program): Promise<Memory> {
  // Work after the answers is part of the requests.
  await new Promise((resolve) => setTimeout(resolve, 500));
  host.process.send('memory');
  const [memory]: [Memory] = (await once(host.process, 'message', { signal: AbortSignal.timeout(10_000) })) as [Memory];
  return memory;
}
