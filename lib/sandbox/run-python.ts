import type { Execution as ProviderExecution, Sandbox } from '@e2b/code-interpreter';
import { toSandboxError } from './errors.ts';
import { cleanText, cutText, type Execution, type ExecutionResult, toError, toResult } from './execution.ts';

/** A run that sends more than this is stopped: the SDK keeps all output in memory. */
const RECEIVED_CHARS_MAX = 32 * 1024 * 1024;
const KILL_TIMEOUT_MS = 5_000;

export interface RunOptions {
  /** Stops the run and ends the sandbox. */
  signal?: AbortSignal;
  onStdout?: (text: string) => void | Promise<void>;
  onStderr?: (text: string) => void | Promise<void>;
  onResult?: (result: ExecutionResult) => void | Promise<void>;
  timeoutMs?: number;
  /** Limit of standard output and error together. */
  maxOutputBytes?: number;
}

export interface PythonRun extends Execution {
  /** The sandbox ended with this run: its variables and files are gone, and the next run needs another one. */
  sandboxLost: boolean;
}

type Stop = { name: string; value: string };

const killedMidRun = (error: unknown) => error instanceof Error && /killed while the request/.test(error.message);

/**
 * Runs Python in a sandbox that `openSandbox` gave. What the code raises is in `error`; a run that takes longer than
 * `timeoutMs` has the error `TimeoutError`, one that is aborted `CancelledError`, and both end the sandbox, since
 * nothing else stops an endless loop. Neither output nor results exceed their bounds, whatever the provider sends.
 * Throws ProviderErrors when the code could not be run; with `gone`, it has not begun.
 */
export async function runPython(sandbox: Sandbox, code: string, options: RunOptions = {}): Promise<PythonRun> {
  const { signal, timeoutMs = 40_000, maxOutputBytes = 256 * 1024 } = options;
  const startedAt = performance.now();
  const run: PythonRun = {
    language: 'python',
    code,
    stdout: '',
    stderr: '',
    results: [],
    error: null,
    duration_ms: 0,
    truncated: false,
    sandboxLost: false,
  };
  const stopped = Promise.withResolvers<Stop>();
  let isOver = false;
  let receivedChars = 0;
  let outputBytes = 0;
  let resultBytes = 0;

  function receive(chars: number): boolean {
    receivedChars += chars;
    if (receivedChars > RECEIVED_CHARS_MAX) {
      stopped.resolve({
        name: 'OutputLimitError',
        value: 'The code printed far more than can be shown; it was stopped.',
      });
    }
    return !isOver;
  }

  async function print(stream: 'stdout' | 'stderr', line: string): Promise<void> {
    if (!receive(line.length)) return;
    const text = cleanText(line);
    const kept = cutText(text, maxOutputBytes - outputBytes);
    outputBytes += Buffer.byteLength(kept);
    if (kept.length < text.length) run.truncated = true;
    if (!kept) return;
    run[stream] += kept;
    await (stream === 'stdout' ? options.onStdout : options.onStderr)?.(kept);
  }

  const cancel = () => stopped.resolve({ name: 'CancelledError', value: 'The run was cancelled.' });
  const timer = setTimeout(() => {
    const seconds = Math.round(timeoutMs / 1000);
    stopped.resolve({
      name: 'TimeoutError',
      value: `The code did not finish within ${seconds} seconds and was stopped.`,
    });
  }, timeoutMs);
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel);

  try {
    const running = sandbox.runCode(code, {
      language: 'python',
      // Ours comes first, for it ends the sandbox as well.
      timeoutMs: timeoutMs + KILL_TIMEOUT_MS,
      requestTimeoutMs: timeoutMs + KILL_TIMEOUT_MS,
      onStdout: ({ line }) => print('stdout', line),
      onStderr: ({ line }) => print('stderr', line),
      onResult: async (raw) => {
        const { result, bytes, fits } = toResult(raw, resultBytes);
        if (!receive(bytes)) return;
        resultBytes += bytes;
        if (!fits) run.truncated = true;
        run.results.push(result);
        await options.onResult?.(result);
      },
    });
    const outcome = await Promise.race([outcomeOf(running), stopped.promise]);
    if ('execution' in outcome) {
      if (outcome.execution.error) run.error = toError(outcome.execution.error);
    } else {
      run.error = { ...outcome, traceback: '' };
      run.sandboxLost = true;
      isOver = true;
      // Best effort: a sandbox that cannot be reached ends by its own time-out.
      await sandbox.kill({ requestTimeoutMs: KILL_TIMEOUT_MS }).catch(() => undefined);
    }
  } finally {
    isOver = true;
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
  run.duration_ms = Math.round(performance.now() - startedAt);
  return run;
}

/** Returns the provider's answer; a sandbox that died under the run is the code's failure, anything else the provider's. */
async function outcomeOf(running: Promise<ProviderExecution>): Promise<{ execution: ProviderExecution } | Stop> {
  try {
    return { execution: await running };
  } catch (error) {
    if (killedMidRun(error)) {
      return {
        name: 'SandboxLostError',
        value: 'The sandbox ended while the code ran: out of memory, or by the code.',
      };
    }
    throw toSandboxError(error);
  }
}
