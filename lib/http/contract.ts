import { z } from 'zod';
import { type ProblemCode, problemKinds } from '../problem.ts';
import { ProblemBody } from './problem.ts';

/** Returns a JSON body in a route's contract. */
export function body<T extends z.ZodType>(schema: T) {
  return { required: true, content: { 'application/json': { schema } } };
}

/** Returns a JSON answer in a route's contract. */
export function reply<T extends z.ZodType>(schema: T, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** Returns a JSON answer that is a page of a list. */
export function page<T extends z.ZodType>(item: T, description: string) {
  return {
    ...reply(z.array(item), description),
    headers: z.object({ Link: z.string().optional().meta({ description: 'rel="next" while there is more' }) }),
  };
}

/** Returns the problems that a route can answer with, grouped by status. */
export function problems(...codes: ProblemCode[]) {
  const statuses = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = problemKinds[code];
    statuses.set(status, [...(statuses.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...statuses].map(([status, group]) => [
      status,
      {
        description: group.map((code) => `\`${code}\`: ${problemKinds[code].title}`).join('; '),
        content: { 'application/problem+json': { schema: ProblemBody } },
      },
    ]),
  );
}

/** Problems of every signed-in route, besides its own. */
export const signedInProblems = [
  'unauthorized',
  'rate_limited',
  'internal',
  'not_configured',
  'unavailable',
  'timeout',
] as const;
/** Further problems of every route with a body. */
export const bodyProblems = ['bad_json', 'too_large', 'unsupported_media_type', 'invalid'] as const;
/** Further problems of every creating route. */
export const creationProblems = ['idempotency_in_progress', 'idempotency_mismatch'] as const;

export const bearerSecurity = [{ bearer: [] }];

/** Headers of a file to be downloaded (RFC 6266), which a browser neither shows, nor runs, nor takes for another type. */
export function attachment(name: string, mime: string): Record<string, string> {
  const plain = name.replace(/[^\w.-]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return {
    'Content-Type': mime.startsWith('text/') ? `${mime}; charset=utf-8` : mime,
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${exact}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
  };
}
