import { hash } from 'node:crypto';

/** Some hundred bytes each. */
const tokensMax = 2_000;
/** A key that was withdrawn is noticed within this time; PostgREST checks each token besides. */
const keptMsMax = 5 * 60_000;

/** Tokens that were found good lately and whose they are: checking a signature takes longer than all else before a query. */
const verified = new Map<string, { bearer: Bearer; until: number }>();

/** The owner of a token, and the OAuth client (an assistant) that it was issued to; a token of the app itself names none. */
export type Bearer = { userId: string; clientId?: string | undefined };

/** Only digests are kept: what is in memory cannot be sent as a token. `issuer` is part of it, for it decides what is good. */
function keyOf(issuer: string, token: string): string {
  return hash('sha256', `${issuer} ${token}`, 'base64');
}

/** Returns the owner of a token that was verified before and has not expired since. */
export function cachedToken(issuer: string, token: string): Bearer | undefined {
  const key = keyOf(issuer, token);
  const known = verified.get(key);
  if (!known) return undefined;
  verified.delete(key);
  if (known.until <= Date.now()) return undefined;
  // Behind the others: the one unused for longest makes room.
  verified.set(key, known);
  return known.bearer;
}

/** Remembers a token that was checked, until it expires (`exp`, in seconds since 1970) or five minutes have passed. */
export function cacheToken(issuer: string, token: string, bearer: Bearer, exp: number): void {
  const oldest = verified.size >= tokensMax ? verified.keys().next().value : undefined;
  if (oldest !== undefined) verified.delete(oldest);
  verified.set(keyOf(issuer, token), { bearer, until: Math.min(exp * 1000, Date.now() + keptMsMax) });
}
