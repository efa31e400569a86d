import type { Context } from 'hono';
import { Problem } from '../problem.ts';
import { notJson } from './problem.ts';

export const bodyBytesMax = 1_000_000;

/** Paths whose bodies may be larger: bytes of any type, or JSON like all others. */
export type LargeBodies = { path: RegExp; bytesMax: number; type: 'any' | 'json' };

/** Tells whether a body of a request with this method is read. */
export function takesBody(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

/**
 * Refuses bodies that no route could take: not declared as JSON, not JSON, or with text that the database cannot hold
 * (NUL, lone surrogates); bodies of any type pass. The bytes are cached by Hono, so the route's validator does not read them again.
 * @throws Problem `unsupported_media_type`, `bad_json`, `invalid`
 */
export async function checkJsonBody(c: Context): Promise<void> {
  if (!takesBody(c.req.method) || c.req.raw.body === null || c.get('hasRawBody')) return;
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength > 0) check(c.req.header('Content-Type') ?? '', bytes);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function check(contentType: string, bytes: ArrayBuffer): void {
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType)) {
    throw notJson();
  }
  const value = parseBody(bytes);
  const errors = unstorable(value, []);
  if (errors.length) {
    throw new Problem('invalid', `${errors[0]?.path}: ${errors[0]?.message}`, { errors });
  }
}

/**
 * Parses a body's bytes as JSON.
 * @throws Problem `bad_json` for bytes that are not UTF-8 and for text that is not JSON
 */
export function parseBody(bytes: ArrayBuffer): unknown {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch (cause) {
    throw new Problem('bad_json', 'The body is not valid UTF-8.', { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unreadable';
    throw new Problem('bad_json', `The body is not valid JSON: ${reason.slice(0, 200)}`, { cause });
  }
}

/** Returns where text holds what PostgreSQL cannot store. Stops at the first place; nesting deeper than 64 is refused too. */
function unstorable(value: unknown, path: string[]): { path: string; message: string }[] {
  if (path.length > 64) return [{ path: path.slice(0, 3).join('.'), message: 'is nested too deeply' }];
  if (typeof value === 'string') {
    const found = value.includes('\u0000') || !value.isWellFormed();
    return found ? [{ path: path.join('.'), message: 'holds a NUL character or half a surrogate pair' }] : [];
  }
  if (value === null || typeof value !== 'object') return [];
  for (const [key, item] of Object.entries(value)) {
    const inKey = unstorableKey(key);
    const errors = inKey ? [{ path: path.join('.'), message: inKey }] : unstorable(item, [...path, key]);
    if (errors.length) return errors;
  }
  return [];
}

function unstorableKey(key: string): string | undefined {
  return key.includes('\u0000') || !key.isWellFormed()
    ? 'has a field name with a NUL character or half a surrogate pair'
    : undefined;
}
