/** Starts the runs of an event, whose steps hold the places that the concurrency limits name. */
import type { Tx } from './database.ts';
import { ulid } from './ids.ts';
import type { FunctionConfig, InngestEvent, StoredEvent } from './protocol.ts';
import { createRun } from './runs.ts';
import type { ConcurrencySlot } from './work.ts';

/** Starts a run of a function for an event; one dated in the future starts its run then. */
export async function start(tx: Tx, fn: FunctionConfig, stored: StoredEvent): Promise<void> {
  const nowMs = Date.now();
  const run = { id: ulid(nowMs), functionId: fn.id, slots: slotsOf(fn, stored.event) };
  await createRun(tx, run, stored, Math.max(nowMs, stored.event.ts));
}

function slotsOf(fn: FunctionConfig, event: InngestEvent): ConcurrencySlot[] {
  // A limit of 0 means none.
  return fn.concurrency
    .filter(({ limit }) => limit > 0)
    .map(({ limit, key }) => ({ limit, key: `${fn.id} ${key ?? ''} ${key ? fieldOf(event, key) : ''}` }));
}

/** Returns the field that a key such as `event.data.user_id` names, as text; null where the event lacks it. */
function fieldOf(event: InngestEvent, key: string): string {
  const [, ...path] = key.split('.');
  const value = path.reduce<unknown>(
    (found, name) => (typeof found === 'object' && found !== null ? Reflect.get(found, name) : null),
    event,
  );
  return JSON.stringify(value ?? null);
}
