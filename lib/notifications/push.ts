import { z } from 'zod';
import { vapidConfig } from '../config.ts';
import { log } from '../log.ts';
import { isPushService } from './endpoint.ts';

/** The stored address of a browser. */
export const Target = z.object({ id: z.string(), endpoint: z.string(), p256dh: z.string(), auth: z.string() });
export type Target = z.infer<typeof Target>;

export type PushMessage = {
  /** JSON for the service worker, at most about 3 KB. */
  payload: Record<string, unknown>;
  /** Seconds for which it is worth delivering. */
  ttlSeconds: number;
  /** Up to 32 characters of base64url: a push service keeps only the newest of the same topic. */
  topic: string;
};

/** Result of sending a message: `gone` is a subscription that will never work again, `refused` our own fault. */
export type PushOutcome =
  | { kind: 'sent' }
  | { kind: 'gone' }
  | { kind: 'refused' }
  | { kind: 'later'; afterSeconds: number };

const timeoutMs = 10_000;
const defaultRetrySeconds = 60;

/**
 * Sends a message to a browser's push service (RFC 8030), encrypted for the browser and signed by us. Never throws for what
 * the service answers.
 * @throws Problem `not_configured` without VAPID keys
 */
export async function sendPush(target: Target, message: PushMessage): Promise<PushOutcome> {
  // The address was checked when it was accepted; the row can have been written past the API, and the list have changed.
  if (!isPushService(target.endpoint)) return { kind: 'gone' };
  const vapidDetails = vapidConfig();
  const { default: webpush } = await import('web-push');
  try {
    await webpush.sendNotification(
      { endpoint: target.endpoint, keys: { p256dh: target.p256dh, auth: target.auth } },
      JSON.stringify(message.payload),
      { vapidDetails, TTL: message.ttlSeconds, topic: message.topic, urgency: 'high', timeout: timeoutMs },
    );
    return { kind: 'sent' };
  } catch (error) {
    const outcome = readFailure(error);
    // Never the error itself: it holds the endpoint, with which anybody can send.
    const reason = error instanceof Error ? error.message : String(error);
    if (outcome.kind !== 'gone')
      log.warn({ host: new URL(target.endpoint).host, reason, outcome }, 'push was not taken');
    return outcome;
  }
}

const Refusal = z.object({ statusCode: z.int(), headers: z.record(z.string(), z.unknown()) });

/** Returns what an error of a send means (RFC 8030, 5 and 7.3; RFC 9110 for Retry-After); one without a status is the network's. */
function readFailure(error: unknown): PushOutcome {
  const refusal = Refusal.safeParse(error);
  if (!refusal.success) return { kind: 'later', afterSeconds: defaultRetrySeconds };
  const { statusCode, headers } = refusal.data;
  if (statusCode === 404 || statusCode === 410) return { kind: 'gone' };
  if (statusCode !== 429 && statusCode < 500) return { kind: 'refused' };
  return { kind: 'later', afterSeconds: retryAfterSeconds(headers['retry-after']) };
}

function retryAfterSeconds(header: unknown): number {
  const text = String(header ?? '');
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? defaultRetrySeconds : Math.max(1, seconds);
}
