import { dailyCostLimitUsd } from '../config.ts';
import type { Meter } from '../llm/meter.ts';
import { log } from '../log.ts';
import { ProviderError } from '../provider-error.ts';
import { modelCostUsd } from './prices.ts';
import { type Account, recordUsage, spentToday } from './store.ts';

/**
 * Returns a meter for a person's model calls: refuses them once DAILY_COST_LIMIT_USD is spent, and records each. Calls at the same
 * moment are each allowed by what was spent before them, so a day may cost a little more than the limit.
 * @param spentUsd what was spent today, where it is known already; else the first call asks
 */
export function metered(account: Account, spentUsd?: number): Meter {
  let spent = spentUsd;
  return {
    async allow() {
      spent ??= await spentToday(account.ownerId);
      const limit = dailyCostLimitUsd();
      if (spent < limit) return;
      throw new ProviderError(
        'daily_limit',
        `Today's limit of $${limit.toFixed(2)} for language models is reached. It starts anew at midnight UTC.`,
      );
    },
    async record({ local, cost_usd, ...call }) {
      const cost = cost_usd ?? (local ? 0 : modelCostUsd(call.model, call.input_tokens, call.output_tokens));
      const estimated = call.estimated || (cost_usd === null && !local);
      try {
        spent = await recordUsage(account, { kind: 'model', ...call, cost_usd: cost, estimated });
      } catch (error) {
        // The call was made and its answer counts.
        log.error({ err: error, ...account, ...call, cost_usd: cost }, 'usage could not be recorded');
        spent = (spent ?? 0) + cost;
      }
    },
  };
}
