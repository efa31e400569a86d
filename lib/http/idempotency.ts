import type { Context } from 'hono';
import type { Caller } from '../caller.ts';
import { Problem } from '../problem.ts';

/**
 * Reads the Idempotency-Key header and what the key stands for: method, path, client id and the body with its keys in
 * order, or its bytes where they are not JSON, as one SHA-256 digest.
 * @throws Problem `invalid` for a key that is not 1–255 visible ASCII characters
 */
export async function idempotency(c: Context): Promise<Caller['idempotency']> {
  const key = c.req.header('Idempotency-Key');
  if (key === undefined) return {};
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Problem('invalid', 'Idempotency-Key must be 1 to 255 visible ASCII characters.', {
      errors: [{ path: 'Idempotency-Key', message: 'must be 1 to 255 visible ASCII characters' }],
    });
  }
  const payload = JSON.stringify([
    c.req.method,
    c.req.path,
    c.req.header('x-client-id') ?? null,
    ...(c.get('hasRawBody') ? [c.req.query(), await sha256(await c.req.arrayBuffer())] : [await jsonOf(c)]),
  ]);
  return { key, fingerprint: await sha256(new TextEncoder().encode(payload)) };
}

async function sha256(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
}

async function jsonOf(c: Context): Promise<unknown> {
  const body = await c.req.text();
  return canonical(body ? JSON.parse(body) : null);
}

/** Returns the same value with the keys of every object in order, so that equal payloads are equal text. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, canonical(item)]);
}
