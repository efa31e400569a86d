import { randomUUID } from 'node:crypto';
import { stepMsMax } from '../config.ts';
import { cutText } from '../llm/text.ts';
import { ProviderError } from '../provider-error.ts';
import { sandboxConfig } from '../sandbox/config.ts';
import { type PythonRun, runPython } from '../sandbox/run-python.ts';
import { killSandbox } from '../sandbox/sandboxes.ts';
import { sandboxCostUsd } from '../usage/prices.ts';
import { artifactBytesMax, gatherFiles, gatherResults } from './artifacts.ts';
import { startLive } from './live.ts';
import { type BegunProgram, beginProgram, finishProgram, startProgram } from './program-store.ts';
import { filesAfter, type OpenedSandbox, openFor } from './sandbox.ts';
import type { Execution, RunResult } from './schema.ts';
import type { CallResult } from './thought.ts';
import type { ClaimedMessage, Work } from './work.ts';

/** Programs that may run for one message: the first, and its corrections. */
export const programsMax = 3;
/** How long a program may run, and what its step needs besides: the sandbox, its files, and the database. */
const programMsMax = 40_000;
const stepMarginMs = 22_000;
/** What a step needs when its program has ended. */
const afterwardsMs = 5_000;

/** A program of a message: the `index`-th from 0, and which call it was. */
export type Program = { index: number; round: number; place: number; code: string };

/**
 * Runs a program in the sandbox of the message's conversation, once: what an earlier attempt finished is not run again, and
 * what one left half done runs again in a sandbox of its own, whose variables are new. Live clients see the code and what it
 * prints; what it did is kept with the message and as the result of its call. Stops within a second when the message is
 * cancelled or taken over.
 * @returns false when the message is no longer this run's
 * @throws ProviderError
 */
export async function runProgram(work: Work, message: ClaimedMessage, program: Program): Promise<boolean> {
  const begun = await beginProgram(work, program.index, program.code);
  if (!begun) return false;
  if (begun.state === 'finished') return true;

  const ran = await runOnce(work, message, begun);
  if (!ran) return false;
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
  return finishProgram(
    work,
    programId,
    use,
    execution,
    gathered.artifacts,
    program.round,
    resultOf(execution, program.place),
  );
}

function describeResult({ name, text, mime, artifact_id }: RunResult): string {
  const said = name ?? (text && cutText(text, 1000)) ?? 'a value';
  return artifact_id ? `${said} (${mime}, shown to the person)` : said;
}

/** Returns what a run comes to for the model. The program itself stands in its call already. */
function resultOf({ code: _, ...execution }: Execution, place: number): CallResult {
  const told = {
    stdout: cutText(execution.stdout, 6000),
    stderr: execution.stderr.slice(-1000),
    results: execution.results.slice(0, 10).map(describeResult),
    error: execution.error && {
      error: `${execution.error.name}: ${execution.error.value}`.slice(0, 1000),
      traceback: execution.error.traceback.slice(-3000),
    },
    ...(execution.restarted ? { note: 'The sandbox was new: variables of earlier messages were gone.' } : {}),
  };
  return { place, status: execution.error ? 'error' : 'done', content: JSON.stringify(told), said: null };
}

type RanOnce = { opened: OpenedSandbox; programId: string; run: PythonRun };

/** Opens the sandbox and runs the program in it; one that is gone before the program has begun is replaced, twice. */
async function runOnce(work: Work, message: ClaimedMessage, begun: BegunProgram): Promise<RanOnce | null> {
  const endsAt = performance.now() + stepMsMax() - afterwardsMs;
  for (let replaced = 0; ; replaced += 1) {
    try {
      const opened = await openFor(message, begun);
      const programId = randomUUID();
      if (!(await startProgram(work, programId, opened))) {
        // The conversation may be gone, and nothing else knows of a new sandbox.
        if (opened.isNew) await killSandbox(opened.sandboxId);
        return null;
      }
      return { opened, programId, run: await runLive(work, programId, { ...opened, endsAt }, begun.code) };
    } catch (error) {
      if (!(error instanceof ProviderError) || error.failure !== 'gone' || replaced === 2) throw error;
    }
  }
}

async function runLive(
  work: Work,
  programId: string,
  { sandbox, endsAt }: OpenedSandbox & { endsAt: number },
  code: string,
): Promise<PythonRun> {
  const live = startLive(work, programId);
  try {
    return await runPython(sandbox, code, {
      signal: live.signal,
      // A sandbox that was slow to come leaves less of the step.
      timeoutMs: Math.max(1_000, Math.min(programMsMax, stepMsMax() - stepMarginMs, endsAt - performance.now())),
      onStdout: (text) => live.print('stdout', text),
      onStderr: (text) => live.print('stderr', text),
    });
  } finally {
    await live.stop();
  }
}
