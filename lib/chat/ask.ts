import { complete } from '../llm/client.ts';
import type { Completion, CompletionRequest } from '../llm/completion.ts';
import { metered } from '../usage/metered.ts';
import { holdingHarm, openingWords } from './care.ts';
import { startLive } from './live.ts';
import type { MessageToThink, Work } from './work.ts';

type Question = Pick<CompletionRequest, 'messages' | 'tools' | 'noToolCalls' | 'maxTokens'>;

/**
 * Asks the model for a message's sake and at its owner's cost. Live clients see its words as they come, after those that
 * stood beside earlier calls, unless they could do harm. Hangs up within a second of the message being cancelled or taken over.
 * @returns null when the message is no longer this run's
 * @throws ProviderError when the model fails
 */
export async function ask(work: Work, message: MessageToThink, question: Question): Promise<Completion | null> {
  const live = startLive(work);
  try {
    return await complete({
      ...question,
      meter: metered({ ownerId: message.user_id, messageId: work.messageId }, message.spent_usd),
      onText: holdingHarm(live.answer(message.attempt, openingWords(message))),
      signal: live.signal,
    });
  } catch (error) {
    if (live.signal.aborted) return null;
    throw error;
  } finally {
    await live.stop();
  }
}
