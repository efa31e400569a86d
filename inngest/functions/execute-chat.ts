import {
  composeAnswer,
  fixCode,
  plainAnswerFor,
  type Ran,
  reasonInWords,
  runCode,
  type Written,
  writeCode,
} from '../../lib/chat/execute.ts';
import { finishMessage } from '../../lib/chat/work.ts';
import { ModelError } from '../../lib/llm/errors.ts';
import { SandboxError } from '../../lib/sandbox/errors.ts';
import { executionRequested, inngest } from '../client.ts';
import { lastAttempt, toInngestError } from '../errors.ts';
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
    retries: 3,
  },
  async ({ event, step, runId, attempt, maxAttempts }) => {
    const work = { messageId: event.data.message_id, runId };

    /** Does one step's work; what fails for good ends the message with the reason, and the step gives null. */
    async function orFail<T>(doIt: () => Promise<T | null>): Promise<T | null> {
      try {
        return await doIt();
      } catch (error) {
        const known = error instanceof ModelError || error instanceof SandboxError;
        if (!known || (error.retryable && !lastAttempt(attempt, maxAttempts))) throw toInngestError(error);
        await sendOwed(await finishMessage(work, { status: 'failed', response: reasonInWords(error) }));
        return null;
      }
    }

    let written: Written = await step.run('write-code', () => orFail(() => writeCode(work)));
    if (!written) return { outcome: 'ended' };
    for (let n = 0; written && 'code' in written; n += 1) {
      const code: string = written.code;
      const ran: Ran | null = await step.run(n === 0 ? 'run-code' : `run-fixed-code-${n}`, () =>
        orFail(() => runCode(work, code)),
      );
      if (!ran) return { outcome: 'ended' };
      written =
        ran.fixable && n < fixesMax ? await step.run(`fix-code-${n + 1}`, () => orFail(() => fixCode(work))) : null;
    }
    const answer = written && 'answer' in written ? written.answer : null;
    return step.run('answer', () =>
      orFail(async () => {
        const response = answer ?? (await composeOrDescribe());
        if (response !== null) await sendOwed(await finishMessage(work, { status: 'done', response }));
        return { outcome: response === null ? 'ended' : 'answered' };
      }),
    );

    async function composeOrDescribe(): Promise<string | null> {
      try {
        return await composeAnswer(work);
      } catch (error) {
        if (!(error instanceof ModelError) || (error.retryable && !lastAttempt(attempt, maxAttempts))) throw error;
        return plainAnswerFor(work);
      }
    }
  },
);
