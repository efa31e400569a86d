const UNIT_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * Returns the length in ms of an Inngest time string, units largest first (`1d`, `2h30m`), or null when it is no such string.
 * The SDK writes a length of zero as the empty string.
 */
export function durationMs(text: string): number | null {
  if (text === '') return 0;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text) return null;
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (UNIT_MS[unit ?? ''] ?? 0), 0);
}

/** Tells whether a text is a length of time or an ISO 8601 instant. */
export function isDeadline(text: string): boolean {
  return durationMs(text) !== null || Number.isFinite(isoMs(text));
}

/**
 * Returns the instant (ms since the epoch) that a sleep or a timeout means: a length of time after `fromMs`, or an ISO 8601
 * instant. Throws when the text is neither.
 */
export function deadlineMs(text: string, fromMs: number): number {
  const ms = durationMs(text);
  const at = ms === null ? isoMs(text) : fromMs + ms;
  if (!Number.isFinite(at)) throw new Error(`"${text}" is neither a duration such as "30s" nor an ISO 8601 instant`);
  return at;
}

const isoMs = (text: string): number => (/^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN);

/**
 * Returns the delay in ms that a Retry-After header asks for (RFC 9110 §10.2.3: seconds or a date; the SDK sends ISO), or
 * null.
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  if (!header) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - nowMs;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
