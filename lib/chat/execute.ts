import { complete, hasModel } from '../llm/client.ts';
import { SandboxError } from '../sandbox/errors.ts';
import { runPython } from '../sandbox/run-python.ts';
import { openSandbox } from '../sandbox/sandboxes.ts';
import { describeExecution } from './answer.ts';
import { carriedCode } from './code.ts';
import { answerPrompt, codePrompt, fixPrompt } from './prompts.ts';
import type { Execution } from './schema.ts';
import { type ChatEvent, type ClaimedMessage, claimMessage, keepSandbox, reportProgress, type Work } from './work.ts';

/** How often live clients are told what a program prints, and how often it is checked whether it was cancelled. */
const progressEveryMs = 1_000;

/** A program to run, the answer where there is none to run, or null when there is nothing left to do. */
export type Written = { code: string } | { answer: string } | null;

/**
 * The program for a message: the model's, or without one the code that the message carries.
 * @throws ModelError when the model fails
 */
export async function writeCode(work: Work): Promise<Written> {
  const message = await claimMessage(work, 'writing');
  if (!message) return null;
  const code = hasModel() ? await askForCode(codePrompt(message)) : pythonIn(message.content);
  if (code) return { code };
  return { answer: 'I could not write a program for this. Please put it another way.' };
}

/**
 * A corrected program after one that ended in an error; null when there is nothing left to do.
 * @throws ModelError when the model fails
 */
export async function fixCode(work: Work): Promise<Written> {
  const message = await claimMessage(work, 'fixing');
  if (!message?.execution) return null;
  const code = await askForCode(fixPrompt(message, message.execution));
  return code ? { code } : null;
}

async function askForCode(prompt: Parameters<typeof complete>[0]['messages']): Promise<string | null> {
  const { text } = await complete({ messages: prompt, maxTokens: 3_000 });
  return pythonIn(text);
}

function pythonIn(text: string): string | null {
  const carried = carriedCode(text);
  return carried?.language === 'python' ? carried.code : null;
}

/** Whether it is worth correcting the program; what it did is kept with the message. */
export type Ran = { fixable: boolean };

/**
 * Runs a program in the sandbox of the message's conversation, tells live clients what it prints, and keeps what it did.
 * Stops within a second when the message is cancelled or taken over.
 * @returns null when there is nothing left to do
 * @throws SandboxError when the sandbox cannot be had
 */
export async function runCode(work: Work, code: string): Promise<Ran | null> {
  const message = await claimMessage(work, 'running');
  if (!message) return null;
  await reportProgress(work, [{ type: 'code', data: { language: 'python', code } }]);
  const opened = await openSandbox({
    sandboxId: message.sandbox_id,
    metadata: { conversation: message.conversation_id },
  });
  if (opened.sandboxId !== message.sandbox_id) await keepSandbox(work, opened.sandboxId);

  const progress = watchProgress(work);
  let run: Awaited<ReturnType<typeof runPython>>;
  try {
    run = await runPython(opened.sandbox, code, {
      signal: progress.signal,
      onStdout: (text) => progress.add({ type: 'stdout', data: { text } }),
      onStderr: (text) => progress.add({ type: 'stderr', data: { text } }),
    });
  } finally {
    await progress.stop();
  }
  if (run.sandboxLost) await keepSandbox(work, null);
  const execution: Execution = {
    language: 'python',
    code,
    stdout: run.stdout,
    stderr: run.stderr,
    results: run.results.map(({ text, mime }) => ({ ...(text ? { text } : {}), ...(mime ? { mime } : {}) })),
    error: run.error,
    duration_ms: run.duration_ms,
    ...(opened.restarted ? { restarted: true } : {}),
  };
  if (!(await reportProgress(work, [], execution))) return null;
  return { fixable: run.error !== null && run.error.name !== 'TimeoutError' && hasModel() };
}

/** Sends what was printed once a second; the signal aborts when the message is no longer this run's. */
function watchProgress(work: Work) {
  const cancelled = new AbortController();
  let waiting: ChatEvent[] = [];
  const send = async () => {
    const events = waiting;
    waiting = [];
    // A failed report is not worth stopping the program for; the next one will tell.
    const mine = await reportProgress(work, events).catch(() => true);
    if (!mine) cancelled.abort();
  };
  let sending = Promise.resolve();
  const timer = setInterval(() => {
    sending = sending.then(send);
  }, progressEveryMs);
  return {
    signal: cancelled.signal,
    add(event: ChatEvent) {
      const last = waiting.at(-1);
      // What came in the same second on the same stream is one event.
      if (last?.type === event.type && 'text' in last.data && 'text' in event.data) last.data.text += event.data.text;
      else waiting.push(event);
    },
    async stop() {
      clearInterval(timer);
      await sending;
      if (waiting.length) await send();
    },
  };
}

/**
 * The answer to a message from what really ran, by the model or in plain words. Null when there is nothing left to do.
 * @throws ModelError when the model fails
 */
export async function composeAnswer(work: Work): Promise<string | null> {
  const message = await claimMessage(work, 'answering');
  if (!message) return null;
  if (!message.execution) return 'The program did not run.';
  if (!hasModel()) return plainAnswer(message.execution);
  const { text } = await complete({ messages: answerPrompt(message, message.execution), maxTokens: 1_500 });
  return text.trim() || plainAnswer(message.execution);
}

/** The answer to a message whose model failed after the program had run: what ran counts more than how it is told. */
export async function plainAnswerFor(work: Work): Promise<string | null> {
  const message: ClaimedMessage | null = await claimMessage(work, 'answering');
  return message?.execution ? plainAnswer(message.execution) : null;
}

function plainAnswer(execution: Execution): string {
  const notes = execution.restarted
    ? ['(The sandbox of this conversation had to be started again: variables of earlier messages are gone.)']
    : [];
  return describeExecution(execution, notes);
}

/** Why a message could not be answered, in words, for errors that say it themselves. */
export function reasonInWords(error: Error): string {
  return error instanceof SandboxError
    ? `The code could not be run: ${error.message}`
    : `I could not answer: ${error.message}`;
}
