/**
 * Sends requests over many connections, in a process of its own, as its standard input says in JSON (no argument: tokens
 * would stand in an error's message). Prints the outcome as JSON.
 */

import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';
import type { Call } from './measure.ts';

/** `calls` are sent in turn by each of the `connections`, for so many `seconds`. */
export type Load = { url: string; connections: number; seconds: number; calls: Call[] };
export type LoadResult = { perSecond: number; errors: number; p50: number; p99: number };

const { url, connections, seconds, calls }: Load = JSON.parse(await text(process.stdin));
const result = await autocannon({ url, connections, duration: seconds, requests: calls });
const outcome: LoadResult = {
  perSecond: result.requests.average,
  errors: result.errors + result.timeouts + result.non2xx,
  p50: result.latency.p50,
  p99: result.latency.p99,
};
process.stdout.write(JSON.stringify(outcome));
