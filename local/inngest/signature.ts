import { createHmac } from 'node:crypto';

/** Canonical JSON (RFC 8785) of a JSON value: what the SDK recomputes to check a signature. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}

/**
 * Returns the `x-inngest-signature` header of a request: HMAC-SHA256 of the canonical body and the time, keyed with the
 * signing key without its `signkey-<env>-` prefix (the SDK's net.js does the same).
 */
export function signatureHeader(body: unknown, signingKey: string, nowMs: number): string {
  const seconds = Math.floor(nowMs / 1000);
  const hex = createHmac('sha256', signingKey.replace(/^signkey-\w+-/, ''))
    .update(canonicalJson(body) + String(seconds))
    .digest('hex');
  return `t=${seconds}&s=${hex}`;
}
