/** Loaded before a server: tells its memory, after a garbage collection, whenever its parent asks. Needs --expose-gc. */

export type Memory = { heapBytes: number; residentBytes: number };

process.on('message', () => {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  const memory: Memory = { heapBytes: heapUsed + external, residentBytes: rss };
  process.send?.(memory);
});
