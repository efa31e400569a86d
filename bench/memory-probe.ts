/** Loaded before a server: tells its memory, after a garbage collection, whenever its parent asks. Needs --expose-gc. */

import { setTimeout as delay } from 'node:timers/promises';

export type Memory = { heapBytes: number; residentBytes: number };

process.on('message', async () => {
  // One collection finds unused memory, such as the bytes behind a buffer; the next one counts it as freed.
  for (let n = 0; n < 3; n += 1) {
    globalThis.gc?.();
    await delay(100);
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  const memory: Memory = { heapBytes: heapUsed + external, residentBytes: rss };
  process.send?.(memory);
});
