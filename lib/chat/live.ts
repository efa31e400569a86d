import { type ChatEvent, reportProgress, type Work } from './work.ts';

/** How often what happened is told: answer tokens come in batches of at least this long. */
const batchMs = 150;
/** How often a message is checked for being cancelled while nothing happens. */
const checkEveryMs = 1_000;

export type Live = ReturnType<typeof startLive>;

/**
 * Tells live clients what a step does while it does it. The signal aborts within a second of the message being cancelled or
 * taken over.
 * @param programId where given, also when another attempt runs the message's program
 */
export function startLive(work: Work, programId?: string) {
  const lost = new AbortController();
  let waiting: ChatEvent[] = [];
  let sending: Promise<void> | undefined;
  let sentAt = performance.now();

  async function send(): Promise<void> {
    const events = waiting;
    waiting = [];
    sentAt = performance.now();
    try {
      if (!(await reportProgress(work, events, programId))) lost.abort();
    } catch {
      // Not worth stopping for: it is told with the next report.
      waiting = [...events, ...waiting];
    }
  }

  const timer = setInterval(() => {
    if (sending || lost.signal.aborted) return;
    if (waiting.length === 0 && performance.now() - sentAt < checkEveryMs) return;
    sending = send().finally(() => {
      sending = undefined;
    });
  }, batchMs);

  return {
    signal: lost.signal,
    /** A piece of output; what comes in one batch on one stream is one event. */
    print(type: 'stdout' | 'stderr', text: string) {
      const last = waiting.at(-1);
      if (last?.type === type) last.data.text += text;
      else waiting.push({ type, data: { text } });
    },
    /** A function that takes the answer's words as they come. They go on after `before`, which an attempt begins with. */
    answer(attempt: number, before: string): (text: string) => void {
      let index = 0;
      return (piece) => {
        const text = index === 0 && before ? `${before}\n\n${piece}` : piece;
        const last = waiting.at(-1);
        if (last?.type === 'token') last.data.text += text;
        else {
          waiting.push({ type: 'token', data: { text, attempt, index } });
          index += 1;
        }
      };
    },
    /** Tells the rest. */
    async stop(): Promise<void> {
      clearInterval(timer);
      await sending;
      if (waiting.length > 0 && !lost.signal.aborted) await send();
    },
  };
}
