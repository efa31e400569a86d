import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { vapidConfig } from '../config.ts';
import { asCaller, asService } from '../db/client.ts';
import { unwrapWrite } from '../db/write-result.ts';
import { Subscription, type SubscriptionInput } from './schema.ts';

/**
 * Adds a subscription of the caller's; their browser's, whoever was signed in there before.
 * @throws Problem `not_configured` where nothing could be sent to it; the problems of every creating request
 */
export async function addSubscription(caller: Caller, { endpoint, keys }: SubscriptionInput): Promise<Subscription> {
  vapidConfig();
  const answer = await asCaller(caller, (db) =>
    db.rpc('add_push_subscription', {
      p_endpoint: endpoint,
      p_p256dh: keys.p256dh,
      p_auth: keys.auth,
      p_request: caller.idempotency,
    }),
  );
  return unwrapWrite(caller, answer, Subscription);
}

/** Ends a subscription of the caller's; one that has ended already, or is somebody else's, changes nothing. */
export async function removeSubscription(caller: Caller, endpoint: string): Promise<void> {
  const answer = await asCaller(caller, (db) => db.rpc('delete_push_subscription', { p_endpoint: endpoint }));
  unwrapWrite(caller, answer, z.object({}));
}

/** Deletes subscriptions that their push services no longer know. */
export async function dropSubscriptions(ids: string[]): Promise<void> {
  await asService((db) => db.rpc('drop_push_subscriptions', { p_ids: ids }));
}
