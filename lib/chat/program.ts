import { randomUUID } from 'node:crypto';
import { hasModel } from '../llm/client.ts';
import { ModelError } from '../llm/errors.ts';
import { sandboxConfig } from '../sandbox/config.ts';
import { SandboxError } from '../sandbox/errors.ts';
import { type PythonRun, runPython } from '../sandbox/run-python.ts';
import { killSandbox } from '../sandbox/sandboxes.ts';
import { sandboxCostUsd } from '../usage/prices.ts';
import { artifactBytesMax, gatherFiles, gatherResults } from './artifacts.ts';
import { ask } from './ask.ts';
import { carriedCode } from './code.ts';
import { startLive } from './live.ts';
import { type BegunProgram, beginProgram, finishProgram, startProgram } from './program-store.ts';
import { codePrompt, fixPrompt } from './prompts.ts';
import { filesAfter, type OpenedSandbox, openFor } from './sandbox.ts';
import type { Execution } from './schema.ts';
import { type ClaimedMessage, claimMessage, type Work } from './work.ts';

/** Whether it is worth correcting the program; or why none could be written; or null when there is nothing left to do. */
export type Ran = { fixable: boolean } | { answer: string } | null;

/** Errors that are not the program's to correct. */
const unfixable = ['TimeoutError', 'CancelledError', 'OutputLimitError'];

/**
 * Writes a message's program (the first, or with `index` above 0 a corrected one) and runs it in the sandbox of the message's
 * conversation, once: what an earlier attempt finished is not run again, and what one left half done runs again in a sandbox
 * of its own, whose variables are new. Live clients see the code and what it prints; what it did is kept with the message.
 * Stops within a second when the message is cancelled or taken over.
 * @throws ModelError, SandboxError
 */
export async function runProgram(work: Work, index: number): Promise<Ran> {
  const message = await claimMessage(work, index === 0 ? 'writing' : 'fixing');
  if (!message) return null;
  const written = await codeFor(work, message, index);
  if (!written || 'answer' in written) return written;
  const begun = await beginProgram(work, index, written.code);
  if (!begun) return null;
  if (begun.state === 'finished') return begun.execution && outcomeOf(begun.execution);

  const ran = await runOnce(work, message, begun);
  if (!ran) return null;
  const { opened, programId, run } = ran;
  const gathered = gatherResults(run.results);
  if (!run.sandboxLost) gatherFiles(gathered, await filesAfter(opened, artifactBytesMax - gathered.bytes));
  const execution: Execution = {
    language: 'python',
    code: begun.code,
    stdout: run.stdout,
    stderr: run.stderr,
    results: gathered.results,
    error: run.error,
    duration_ms: run.duration_ms,
    ...(opened.restarted ? { restarted: true } : {}),
  };
  const use = {
    user_id: message.user_id,
    sandbox_id: opened.sandboxId,
    sandbox_lost: run.sandboxLost,
    usage: {
      kind: 'sandbox' as const,
      outcome: run.error ? ('failed' as const) : ('ok' as const),
      seconds: run.duration_ms / 1000,
      // One's own sandbox server costs nothing.
      cost_usd: sandboxConfig().apiUrl ? 0 : sandboxCostUsd(run.duration_ms / 1000),
    },
  };
  return (await finishProgram(work, programId, use, execution, gathered.artifacts)) ? outcomeOf(execution) : null;
}

type RanOnce = { opened: OpenedSandbox; programId: string; run: PythonRun };

/** Opens the sandbox and runs the program in it; one that is gone before the program has begun is replaced, twice. */
async function runOnce(work: Work, message: ClaimedMessage, begun: BegunProgram): Promise<RanOnce | null> {
  for (let replaced = 0; ; replaced += 1) {
    try {
      const opened = await openFor(message.conversation_id, begun);
      const programId = randomUUID();
      if (!(await startProgram(work, programId, opened.sandboxId))) {
        // The conversation may be gone, and nothing else knows of a new sandbox.
        if (opened.isNew) await killSandbox(opened.sandboxId);
        return null;
      }
      return { opened, programId, run: await runLive(work, programId, opened, begun.code) };
    } catch (error) {
      if (!(error instanceof SandboxError) || error.code !== 'gone' || replaced === 2) throw error;
    }
  }
}

async function runLive(work: Work, programId: string, opened: OpenedSandbox, code: string): Promise<PythonRun> {
  const live = startLive(work, programId);
  try {
    return await runPython(opened.sandbox, code, {
      signal: live.signal,
      onStdout: (text) => live.print('stdout', text),
      onStderr: (text) => live.print('stderr', text),
    });
  } finally {
    await live.stop();
  }
}

function outcomeOf(execution: Execution): Ran {
  return { fixable: execution.error !== null && !unfixable.includes(execution.error.name) && hasModel() };
}

/**
 * The program that was written already, or the model's, or without a model the code that the message carries; null when the
 * message is no longer this run's.
 */
async function codeFor(
  work: Work,
  message: ClaimedMessage,
  index: number,
): Promise<{ code: string } | { answer: string } | null> {
  if (message.program && message.program.index >= index) return { code: message.program.code };
  if (!hasModel()) {
    const code = pythonIn(message.content);
    return code ? { code } : { answer: 'There is no Python in this message that could be run.' };
  }
  const { internet } = sandboxConfig();
  const written = await ask(work, message, {
    messages:
      index > 0 && message.execution ? fixPrompt(message, message.execution, internet) : codePrompt(message, internet),
    maxTokens: 3_000,
    isAnswer: false,
  });
  if (!written) return null;
  const { text, refusal, truncated } = written;
  const code = pythonIn(text);
  if (code) return { code };
  if (index > 0) throw new ModelError('The model wrote no corrected program.', { retryable: false });
  if (truncated)
    return { answer: 'The program for this grew too long to be written at once. Please ask for a part of it.' };
  return { answer: refusal?.trim() || 'I could not write a program for this. Please put it another way.' };
}

function pythonIn(text: string): string | null {
  const carried = carriedCode(text);
  return carried?.language === 'python' ? carried.code : null;
}
