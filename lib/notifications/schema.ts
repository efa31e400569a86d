import { ECDH } from 'node:crypto';
import { z } from 'zod';
import { Instant } from '../time.ts';
import { isPushService } from './endpoint.ts';

const Endpoint = z
  .string()
  .max(2000)
  .refine(isPushService, 'is not an address of a known push service')
  .meta({ example: 'https://updates.push.services.mozilla.com/wpush/v2/gAAAAABn' });

/** Base64 in either alphabet, with or without padding, taken as base64url without. */
const Base64 = z
  .string()
  .max(200)
  .overwrite((text) => text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''));

/** Tells whether nothing but a point of the curve is there: what cannot be encrypted for could never be sent to. */
function isPublicKey(text: string): boolean {
  if (!/^[A-Za-z0-9_-]{87}$/.test(text)) return false;
  try {
    ECDH.convertKey(text, 'prime256v1', 'base64url');
    return true;
  } catch {
    return false;
  }
}

/** A PushSubscription as the browser's `toJSON()` makes it; what else it may carry is ignored. */
export const SubscriptionInput = z
  .object({
    endpoint: Endpoint,
    keys: z.object({
      p256dh: Base64.refine(isPublicKey, 'is not a P-256 public key in base64').meta({
        example: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM',
      }),
      auth: Base64.regex(/^[A-Za-z0-9_-]{22}$/, 'is not a secret of 16 bytes in base64').meta({
        example: 'tBHItJI5svbpez7KI4CCXg',
      }),
    }),
  })
  .meta({ id: 'SubscriptionInput' });
export type SubscriptionInput = z.infer<typeof SubscriptionInput>;

/** The subscription to end. Takes any address, so that whichever was accepted once can be ended. */
export const SubscriptionEnd = z
  .object({ endpoint: z.string().max(2000).meta({ example: Endpoint.meta()?.example }) })
  .meta({ id: 'SubscriptionEnd' });

export const Subscription = z
  .object({ id: z.guid(), endpoint: z.string(), created_at: Instant })
  .meta({ id: 'Subscription' });
export type Subscription = z.infer<typeof Subscription>;

export const VapidPublicKey = z
  .object({
    public_key: z.string().meta({
      example: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM',
      description: 'For `applicationServerKey` of `pushManager.subscribe`.',
    }),
  })
  .meta({ id: 'VapidPublicKey' });
