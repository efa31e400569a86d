import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { z } from 'zod';

const timeoutMs = 4_000;
const memoryMb = 256;
const pagesMax = 20;

const Task = z.object({
  task: z.literal('text of a PDF'),
  bytes: z.instanceof(Uint8Array<ArrayBuffer>),
  charactersMax: z.number(),
});
type Task = z.infer<typeof Task>;
const Text = z.string().nullable();

/**
 * Returns the text of a PDF's first pages, about `charactersMax` of it; null where it cannot be read in 4 s. It is read in a
 * thread that can be ended: a small file may be made to take all of a processor or of the memory.
 */
export async function textOfPdf(bytes: Uint8Array<ArrayBuffer>, charactersMax: number): Promise<string | null> {
  const task: Task = { task: 'text of a PDF', bytes, charactersMax };
  // This file itself, so that bundlers need not know of another one.
  const worker = new Worker(new URL(import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    stderr: true,
    stdout: true,
  });
  const text = Promise.withResolvers<string | null>();
  const timer = setTimeout(() => text.resolve(null), timeoutMs);
  worker.once('message', (message: unknown) => text.resolve(Text.parse(message)));
  worker.once('error', () => text.resolve(null));
  worker.once('exit', () => text.resolve(null));
  try {
    return await text.promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

async function read({ bytes, charactersMax }: Task): Promise<string | null> {
  const { getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(bytes, { isEvalSupported: false, stopAtErrors: false, verbosity: 0 });
  let text = '';
  for (let page = 1; page <= Math.min(pdf.numPages, pagesMax) && text.length < charactersMax; page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    text += '\n';
  }
  return text;
}

const asked = isMainThread ? undefined : Task.safeParse(workerData).data;
if (asked) {
  parentPort?.postMessage(await read(asked).catch(() => null));
}
