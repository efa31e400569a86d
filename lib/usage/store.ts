import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { asCaller, asService } from '../db/client.ts';
import { Day } from '../time.ts';

/** The payer and what they pay for. `ownerId` comes from a row, never from an event. */
export type Account = { ownerId: string; messageId?: string; goalId?: string };

export type UsageEntry = {
  kind: 'model' | 'sandbox';
  outcome: 'ok' | 'failed' | 'cancelled';
  model?: string;
  input_tokens?: number;
  output_tokens?: number;
  cost_usd: number;
  estimated?: boolean;
  seconds: number;
};

/** One day's usage; a day without any is left out. */
export const UsageDay = z
  .object({
    day: Day,
    model_calls: z.int(),
    input_tokens: z.int(),
    output_tokens: z.int(),
    sandbox_runs: z.int(),
    sandbox_seconds: z.number(),
    cost_usd: z.number().meta({ example: 0.0123 }),
  })
  .meta({ id: 'UsageDay' });
export type UsageDay = z.infer<typeof UsageDay>;

/** Records a model call or a sandbox run. @returns what the owner has spent today in USD, this included */
export async function recordUsage(account: Account, entry: UsageEntry): Promise<number> {
  const { ownerId, messageId, goalId } = account;
  return asService((db) =>
    db.rpc('record_usage', {
      p_user_id: ownerId,
      p_entry: {
        ...entry,
        ...(messageId ? { message_id: messageId } : {}),
        ...(goalId ? { goal_id: goalId } : {}),
      },
    }),
  );
}

/** Returns what a person has spent today (a day in UTC), in USD. */
export async function spentToday(ownerId: string): Promise<number> {
  return asService((db) => db.rpc('spent_today', { p_user_id: ownerId }));
}

/** Returns the caller's usage by day of their own timezone, `from` and `to` included, oldest first. */
export async function usageByDay(
  caller: Pick<Caller, 'token'>,
  range: { from: string; to: string },
): Promise<UsageDay[]> {
  const days = await asCaller(caller, (db) => db.rpc('usage_by_day', { p_from: range.from, p_to: range.to }));
  return z.array(UsageDay).parse(days);
}
