import { finishMessage, type Work } from '../lib/chat/work.ts';
import { sendOwed } from './outbox.ts';

/** Ends a message with what the person reads, once, and starts the next one in its conversation. */
export async function endMessage(
  work: Pick<Work, 'messageId' | 'runId'>,
  answer: { status: 'done' | 'failed'; response: string; hints?: boolean },
): Promise<void> {
  await sendOwed(await finishMessage(work, answer));
}
