import type { z } from 'zod';

/** Times that the cut-off end of a list is dropped: an answer is cut in one place, which may lie in as many lists. */
const dropsMax = 4;

/**
 * Reads a value of a schema as models write it: numbers as text ("30"), names of a list in another case ("Monday"), and null
 * left out. Nothing else is changed, and what still does not fit is refused.
 */
export function parseLeniently<T>(schema: z.ZodType<T>, value: unknown): z.ZodSafeParseResult<T> {
  const strict = schema.safeParse(value);
  if (strict.success) return strict;
  const mended: unknown = structuredClone(value);
  for (const issue of strict.error.issues) mend(mended, issue);
  return schema.safeParse(mended);
}

/**
 * Returns the same of a value whose text broke off: the item of a list that it broke off in is dropped, where it is the last one.
 */
export function parseCutOff<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  const left: unknown = structuredClone(value);
  for (let drops = 0; drops <= dropsMax; drops += 1) {
    const parsed = parseLeniently(schema, left);
    if (parsed.success) return parsed.data;
    const list = parsed.error.issues.map(({ path }) => brokenList(left, path)).find((found) => found !== undefined);
    if (!list) return undefined;
    list.pop();
  }
  return undefined;
}

function mend(root: unknown, issue: z.core.$ZodIssue): void {
  const key = issue.path.at(-1);
  const holder = at(root, issue.path.slice(0, -1));
  if (key === undefined || holder === null || typeof holder !== 'object') return;
  const value: unknown = Reflect.get(holder, key);
  if (value === undefined) Reflect.set(holder, key, null);
  else if (typeof value === 'string') Reflect.set(holder, key, mendedText(value, issue));
}

function mendedText(text: string, issue: z.core.$ZodIssue): unknown {
  if (issue.code === 'invalid_type' && (issue.expected === 'number' || issue.expected === 'int')) {
    return /^\s*-?\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : text;
  }
  if (issue.code === 'invalid_value') {
    const said = text.trim().toLowerCase();
    return issue.values.find((known) => String(known).toLowerCase() === said) ?? text;
  }
  return text;
}

function at(root: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value !== null && typeof value === 'object' ? Reflect.get(value, key) : undefined),
    root,
  );
}

/** Returns the innermost list on a path whose last item the path goes through. */
function brokenList(root: unknown, path: PropertyKey[]): unknown[] | undefined {
  for (let depth = path.length - 1; depth >= 0; depth -= 1) {
    const list = at(root, path.slice(0, depth));
    if (Array.isArray(list) && list.length > 1 && path[depth] === list.length - 1) return list;
  }
  return undefined;
}
