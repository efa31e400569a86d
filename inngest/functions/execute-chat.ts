import { composeAnswer } from '../../lib/chat/answer.ts';
import { type Ran, runProgram } from '../../lib/chat/program.ts';
import { finishMessage, owedEvents, type Work } from '../../lib/chat/work.ts';
import { ModelError } from '../../lib/llm/errors.ts';
import { SandboxError } from '../../lib/sandbox/errors.ts';
import { executionRequested, inngest } from '../client.ts';
import { lastAttempt, retries, toInngestError } from '../errors.ts';
import { sendOwed } from '../outbox.ts';

/** How often a model may correct a program that ended in an error. */
const fixesMax = 2;

/**
 * Writes the program that a message needs, runs it in the conversation's sandbox, and answers from what really ran.
 *
 * Trigger: chat/execution.requested, four at once per person (messages of one conversation are put in order in SQL).
 * Effects: the message ends with its answer and execution, or as failed in plain words; safe to run twice.
 */
export const executeChat = inngest.createFunction(
  {
    id: 'execute-chat',
    triggers: [executionRequested],
    concurrency: { key: 'event.data.user_id', limit: 4 },
    timeouts: { finish: '10m' },
    retries,
  },
  async ({ event, step, runId, attempt }) => {
    const work = { messageId: event.data.message_id, runId };
    const lastTry = lastAttempt(attempt);

    for (let n = 0; n <= fixesMax; n += 1) {
      const ran = await step.run(`run-program-${n + 1}`, () => attemptProgram(work, n, lastTry));
      if (!ran) return { outcome: 'ended' };
      if (!ran.fixable) break;
    }
    return step.run('answer', async () => {
      const response = await answerFor(work, lastTry);
      await sendOwed(await (response === null ? owedEvents(work) : finishMessage(work, { status: 'done', response })));
      return { outcome: response === null ? 'ended' : 'answered' };
    });
  },
);

/** Writes and runs one program; null when the message has ended, by itself or because of what failed for good. */
async function attemptProgram(work: Work, index: number, lastTry: boolean): Promise<{ fixable: boolean } | null> {
  let ran: Ran;
  try {
    ran = await runProgram(work, index);
  } catch (error) {
    if (!(error instanceof ModelError || error instanceof SandboxError)) throw error;
    if (error.retryable && !lastTry) throw toInngestError(error);
    // The first program has run: its error is the answer, and the model that fails to correct it is not.
    if (error instanceof ModelError && index > 0) return { fixable: false };
    const reason = error instanceof SandboxError ? 'The code could not be run' : 'I could not answer';
    await sendOwed(await finishMessage(work, { status: 'failed', response: `${reason}: ${error.message}` }));
    return null;
  }
  if (ran && 'fixable' in ran) return ran;
  await sendOwed(await (ran ? finishMessage(work, { status: 'done', response: ran.answer }) : owedEvents(work)));
  return null;
}

async function answerFor(work: Work, lastTry: boolean): Promise<string | null> {
  try {
    return await composeAnswer(work, true);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    if (error.retryable && !lastTry) throw toInngestError(error);
    return composeAnswer(work, false);
  }
}
