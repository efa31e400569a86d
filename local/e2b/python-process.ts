import { killGroup, PYTHON_CHILD, spawnIsolated } from './isolation.ts';
import { PACKAGE_ASKS_MAX } from './limits.ts';
import type { Packages } from './packages.ts';
import { type ChildEvent, ChildLine, type Command, type PackageAnswer } from './protocol.ts';

/** No answer is this long: output, results and files have smaller bounds. What is longer floods the pipe. */
const ANSWER_BYTES_MAX = 24 * 1024 * 1024;
const BOOT_TIMEOUT_MS = 30_000;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Request = DistributiveOmit<Command, 'id'>;

/** The process ended before it answered; its variables and files are gone. */
export class PythonEndedError extends Error {
  constructor(complaint: string) {
    super(`the Python process ended${complaint && `: ${complaint}`}`);
    this.name = 'PythonEndedError';
  }
}

/** A Pyodide child. Requests are answered one after the other. */
export interface PythonProcess {
  /** Sends a request and passes on the events before its last one, which it returns. Throws PythonEndedError. */
  request(request: Request, onEvent?: (event: ChildEvent) => void): Promise<ChildEvent>;
  /** Ends the process, its watcher and whatever it is doing, at once. */
  kill(): void;
  /** Resolves when the process is over. */
  ended: Promise<void>;
}

interface Exchange {
  id: number;
  onEvent: (event: ChildEvent) => void;
  resolve: (event: ChildEvent) => void;
  reject: (reason: PythonEndedError) => void;
}

const isLast = (event: ChildEvent) => !['stdout', 'stderr', 'result', 'error'].includes(event.type);

function parse(line: string) {
  try {
    return ChildLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Answers a child's import. Whatever it asks for, only packages of the lock file are fetched, each once. */
async function answerImport(packages: Packages, module: string): Promise<PackageAnswer> {
  try {
    return { op: 'packages', files: await packages.fetchFor(module), refusal: '' };
  } catch (error) {
    return { op: 'packages', files: [], refusal: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Starts a Pyodide child and waits until it takes requests; the signal ends it, then or later. Throws PythonEndedError
 * when it is not ready within half a minute.
 */
export async function startPython(
  namespaces: string[],
  snapshotPath: string | undefined,
  packages: Packages,
  signal: AbortSignal,
): Promise<PythonProcess> {
  signal.throwIfAborted();
  const files = snapshotPath ? [snapshotPath] : [];
  const child = spawnIsolated(namespaces, [PYTHON_CHILD, ...files], [...files, `${packages.folder}/`]);
  let isOver = false;
  let current: Exchange | undefined;
  let unread: Buffer[] = [];
  let answerBytes = 0;
  let asks = 0;
  let lastId = 0;

  const kill = () => {
    if (!isOver) killGroup(child.pid);
  };
  const end = () => {
    kill(); // when it ended by itself, its watcher is still there
    isOver = true;
    signal.removeEventListener('abort', kill);
    current?.reject(new PythonEndedError(child.complaint()));
  };
  const ended = child.exited.then(end, end);
  signal.addEventListener('abort', kill);

  function take(line: string): void {
    const message = parse(line);
    if (!message || message.id !== current?.id) return; // forged, or printed by what an earlier run left behind
    const { onEvent, resolve } = current;
    if (message.event.type === 'import') {
      asks += 1;
      if (asks > PACKAGE_ASKS_MAX) kill();
      else void answerImport(packages, message.event.module).then(send);
    } else if (isLast(message.event)) {
      current = undefined;
      resolve(message.event);
    } else {
      onEvent(message.event);
    }
  }

  child.stdout.on('data', (chunk: Buffer) => {
    answerBytes += chunk.byteLength;
    if (answerBytes > ANSWER_BYTES_MAX) return kill();
    const newline = chunk.lastIndexOf('\n');
    if (newline === -1) return void unread.push(chunk);
    const lines = Buffer.concat([...unread, chunk.subarray(0, newline)]).toString('utf8');
    unread = [chunk.subarray(newline + 1)];
    for (const line of lines.split('\n')) take(line);
  });
  child.stdin.on('error', kill);
  const send = (line: PackageAnswer | Command) => void child.stdin.write(`${JSON.stringify(line)}\n`);

  function exchange(id: number, onEvent: Exchange['onEvent'], request?: Request): Promise<ChildEvent> {
    answerBytes = 0;
    asks = 0;
    return new Promise((resolve, reject) => {
      if (isOver) return reject(new PythonEndedError(child.complaint()));
      current = { id, onEvent, resolve, reject };
      if (request) send({ id, ...request });
    });
  }

  const bootTimer = setTimeout(kill, BOOT_TIMEOUT_MS);
  // Nothing is asked yet: the child announces itself as the answer to number 0.
  await exchange(0, () => undefined).finally(() => clearTimeout(bootTimer));

  let queue: Promise<unknown> = Promise.resolve();
  return {
    kill,
    ended,
    request(request, onEvent = () => undefined) {
      const answer = queue.then(() => exchange(++lastId, onEvent, request));
      queue = answer.catch(() => undefined);
      return answer;
    },
  };
}
