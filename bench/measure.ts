import { Agent, request } from 'node:http';

/** One request as it is sent again and again. */
export type Call = { method: string; path: string; headers: Record<string, string>; body?: string };
export type Reply = { status: number; body: string; ms: number };

/** Durations in ms, shown by their middle and their slow end. */
type Summary = { p50: number; p99: number };

export function summarise(samples: number[]): Summary {
  return { p50: percentile(samples, 0.5), p99: percentile(samples, 0.99) };
}

export function median(samples: number[]): number {
  return percentile(samples, 0.5);
}

/** Returns the value that a share of the samples do not exceed, such as 0.95. */
export function percentile(samples: number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Returns a client with one connection that is kept alive, and the time until an answer's last byte. */
export function createClient(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    send: (call: Call) => send(url, call, agent),
    close: () => agent.destroy(),
  };
}

function send(url: string, { method, path, headers, body }: Call, agent: Agent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(`${url}${path}`, { method, agent, headers: { ...headers, ...length }, timeout: 30_000 });
    sent.on('response', (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          ms: performance.now() - started,
        }),
      );
      answer.on('error', reject);
    });
    sent.on('timeout', () => sent.destroy(new Error(`${method} ${path} took over 30 s`)));
    sent.on('error', reject);
    sent.end(body);
  });
}

/** One of the calls that are compared: they take turns, so that whatever else the machine does slows all alike. */
type Contender = { url: string; call: Call; after?: () => Promise<unknown> };

/**
 * Sends each contender's call `rounds` times, one after the other and in changing order, after a warm-up.
 * @returns each one's durations
 * @throws Error for an answer that is no success
 */
export async function interleave<Name extends string>(
  contenders: Record<Name, Contender>,
  rounds: number,
  warmUp = Math.max(20, Math.round(rounds / 5)),
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[];
  const clients = Object.fromEntries(names.map((name) => [name, createClient(contenders[name].url)])) as Record<
    Name,
    ReturnType<typeof createClient>
  >;
  const samples = Object.fromEntries(names.map((name): [Name, number[]] => [name, []])) as Record<Name, number[]>;
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const name of round % 2 ? names : names.toReversed()) {
      const { call, after } = contenders[name];
      const { status, body, ms } = await clients[name].send(call);
      if (status >= 300) throw new Error(`${name}: ${call.method} ${call.path} answered ${status}: ${body}`);
      if (round >= 0) samples[name].push(ms);
      await after?.();
    }
  }
  for (const name of names) clients[name].close();
  return samples;
}
