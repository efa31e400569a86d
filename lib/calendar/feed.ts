import { z } from 'zod';
import { asAnonymous } from '../db/client.ts';
import { Problem } from '../problem.ts';
import { Feed } from './schema.ts';
import { hashSecret } from './store.ts';

const Answer = z
  .discriminatedUnion('outcome', [
    Feed.extend({ outcome: z.literal('feed') }),
    z.object({ outcome: z.literal('limited'), retry_after_seconds: z.int() }),
  ])
  .nullable();

/**
 * Returns the calendar that a secret opens, as iCalendar text.
 * @throws Problem `not_found` for a secret that opens none, or no longer does; `rate_limited`
 */
export async function readCalendar(token: string): Promise<string> {
  const answer = Answer.parse(await asAnonymous((db) => db.rpc('calendar_feed', { p_token_hash: hashSecret(token) })));
  if (!answer) throw new Problem('not_found', 'There is no calendar at this address. Make a new one in your account.');
  if (answer.outcome === 'limited') {
    throw new Problem('rate_limited', 'This calendar is read too often. Once in a quarter of an hour is enough.', {
      retryAfterSeconds: answer.retry_after_seconds,
    });
  }
  const { calendarText } = await import('./ics.ts');
  return calendarText(answer);
}
