import { z } from 'zod';
import { asService } from './db/client.ts';

const Restarted = z.object({ restarted: z.int(), failed: z.int() });

/** Owes events again for goals and messages that have stood still for over two minutes; the fifth time they fail. */
export async function restartStalled(): Promise<z.infer<typeof Restarted>> {
  return Restarted.parse(
    await asService((db) =>
      db.rpc('restart_stalled', {
        p_plan_words: 'Planning was started several times and never finished. Please ask for the plan again.',
        p_message_words: 'This message was started several times and never finished. Please send it again.',
      }),
    ),
  );
}

/** Batches of one call: at 1000 rows each that is 5 million rows of each kind a day. */
const batchesMax = 20;

/** Removes what has served its time, up to `limit` rows of each kind at once, until little is left. @returns how many went */
export async function prune(limit: number): Promise<number> {
  let gone = 0;
  for (let batch = 0; batch < batchesMax; batch += 1) {
    const rows = await asService((db) => db.rpc('prune', { p_limit: limit }));
    gone += rows;
    if (rows < limit) break;
  }
  return gone;
}
