import { type Completion, type CompletionRequest, complete } from '../llm/client.ts';
import { metered } from '../usage/metered.ts';
import { startLive } from './live.ts';
import type { ClaimedMessage, Work } from './work.ts';

type Question = Pick<CompletionRequest, 'messages' | 'tools' | 'maxTokens'> & {
  /** Live clients see the words as they come. */
  isAnswer: boolean;
};

/**
 * Asks the model for a message's sake and at its owner's cost, and hangs up within a second of the message being cancelled or
 * taken over.
 * @returns null when the message is no longer this run's
 * @throws ModelError when the model fails
 */
export async function ask(work: Work, message: ClaimedMessage, question: Question): Promise<Completion | null> {
  const { isAnswer, ...request } = question;
  const live = startLive(work);
  try {
    return await complete({
      ...request,
      meter: metered({ ownerId: message.user_id, messageId: work.messageId }, message.spent_usd),
      ...(isAnswer ? { onText: live.answer(message.attempt) } : {}),
      signal: live.signal,
    });
  } catch (error) {
    if (live.signal.aborted) return null;
    throw error;
  } finally {
    await live.stop();
  }
}
