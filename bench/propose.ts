import { setTimeout as wait } from 'node:timers/promises';
import { type Brief, type Proposal, propose } from '../lib/goals/proposal.ts';
import { ProviderError } from '../lib/provider-error.ts';

const modelTriesMax = 3;

/** Asks the model as the durable function does: one that is busy is asked again a little later. */
export async function proposeWithRetries(brief: Brief, last: Proposal | null): Promise<Proposal | null> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await propose(brief, { references: [], memories: [], last, lastTry: tried === modelTriesMax });
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      await wait((error.retryAfterSeconds ?? 2 * tried) * 1000);
    }
  }
}
