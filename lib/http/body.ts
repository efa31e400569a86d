import { createMiddleware } from 'hono/factory';
import { Problem } from '../problem.ts';
import { notJson } from './problem.ts';

export const bodyBytesMax = 1_000_000;

/** Whether a body of a request with this method is read. */
export function takesBody(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

/**
 * Refuses bodies that no route could take: not declared as JSON, not JSON, or with text that the database cannot hold
 * (NUL, lone surrogates). The text is cached by Hono, so the route's validator does not read it again.
 * @throws Problem `unsupported_media_type`, `bad_json`, `invalid`
 */
export const jsonBody = createMiddleware<{ Variables: object }>(async (c, next) => {
  if (takesBody(c.req.method) && c.req.raw.body !== null) {
    const text = await c.req.text();
    if (text !== '') check(c.req.header('Content-Type') ?? '', text);
  }
  await next();
});

function check(contentType: string, text: string): void {
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType)) {
    throw notJson();
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unreadable';
    throw new Problem('bad_json', `The body is not valid JSON: ${reason.slice(0, 200)}`, { cause });
  }
  const errors = unstorable(value, []);
  if (errors.length) {
    throw new Problem('invalid', `${errors[0]?.path}: ${errors[0]?.message}`, { errors });
  }
}

/** Where text holds what PostgreSQL cannot store. Stops at the first place; nesting deeper than 64 is refused too. */
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
