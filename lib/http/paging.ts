import { z } from 'zod';

/** The last row of a page: its creation (as the database writes it, to the microsecond) and id. */
export type Cursor = { createdAt: string; id: string };

const Position = z.tuple([z.iso.datetime({ offset: true }), z.guid()]);

/** `cursor` and `limit` of a list, newest first. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: cursorQuery(Position.transform(([createdAt, id]): Cursor => ({ createdAt, id }))),
};

/** Returns a `cursor` in a query: where the page before ended, in what its list is ordered by. */
export function cursorQuery<T>(position: z.ZodType<T>) {
  return z
    .string()
    .max(300)
    .optional()
    .transform((value, context): T | undefined => {
      if (value === undefined) return undefined;
      const read = position.safeParse(parse(value));
      if (read.success) return read.data;
      context.addIssue('is not a cursor: take it from the Link header of the page before');
      return z.NEVER;
    });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** Returns the Link header (RFC 8288) that leads to the page after `last`, keeping the other parameters of the request. */
export function nextLink(requestUrl: string, last: Cursor): string {
  return linkAfter(requestUrl, [last.createdAt, last.id]);
}

/** The same for a list in another order than newest first: see {@link cursorQuery}. */
export function linkAfter(requestUrl: string, position: readonly (string | null)[]): string {
  const { pathname, searchParams } = new URL(requestUrl);
  searchParams.set('cursor', Buffer.from(JSON.stringify(position)).toString('base64url'));
  return `<${pathname}?${searchParams}>; rel="next"`;
}
