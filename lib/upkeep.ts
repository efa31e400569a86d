import { z } from 'zod';
import { asService } from './db/client.ts';

const Restarted = z.object({ restarted: z.int(), failed: z.int() });

/** Owes events again for goals and messages that have stood still for over two minutes; the fifth time they fail. */
export async function restartStalled(): Promise<z.infer<typeof Restarted>> {
  return Restarted.parse(await asService((db) => db.rpc('restart_stalled')));
}

/** Removes up to `limit` rows of each kind that have served their time. @returns how many went */
export async function prune(limit: number): Promise<number> {
  return asService((db) => db.rpc('prune', { p_limit: limit }));
}
