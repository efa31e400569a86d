import { createHash, randomBytes } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_CHARS = 10;
const RANDOM_CHARS = 16;

/** Returns a new ULID (26 characters, sortable by the ms it was made in), the form of Inngest's run and event ids. */
export function ulid(nowMs = Date.now()): string {
  let time = '';
  for (let rest = nowMs; time.length < TIME_CHARS; rest = Math.floor(rest / 32)) time = CROCKFORD[rest % 32] + time;
  const random = Array.from(randomBytes(RANDOM_CHARS), (byte) => CROCKFORD[byte % 32]).join('');
  return time + random;
}

/** `text` itself, or its hash where it is too long for a Postgres index (2,704 bytes). */
export function indexable(text: string): string {
  return text.length <= 500 ? text : `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
