import { z } from 'zod';

/** Where a page ends: the last row's creation (as the database writes it, to the microsecond) and id. */
export type Cursor = { createdAt: string; id: string };

const Position = z.tuple([z.iso.datetime({ offset: true }), z.guid()]);

/** `cursor` and `limit` of a list, newest first. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z
    .string()
    .max(200)
    .optional()
    .transform((value, context): Cursor | undefined => {
      if (value === undefined) return undefined;
      const position = Position.safeParse(parse(value));
      if (position.success) return { createdAt: position.data[0], id: position.data[1] };
      context.addIssue('is not a cursor: take it from the Link header of the page before');
      return z.NEVER;
    }),
};

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** The Link header (RFC 8288) that leads to the page after `last`, keeping the other parameters of the request. */
export function nextLink(requestUrl: string, last: Cursor): string {
  const { pathname, searchParams } = new URL(requestUrl);
  searchParams.set('cursor', Buffer.from(JSON.stringify([last.createdAt, last.id])).toString('base64url'));
  return `<${pathname}?${searchParams}>; rel="next"`;
}
