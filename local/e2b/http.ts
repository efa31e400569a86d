import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';

/** An answer other than success, in the shape E2B's API gives it. */
export class HttpError extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;

  constructor(status: number, message: string, body: Record<string, unknown> = {}) {
    super(message);
    this.status = status;
    this.body = { code: status, message, ...body };
  }
}

/** JSON in ASCII: the SDK decodes each chunk by itself, so a character cut in two would be lost. */
export function toAsciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Ends the response with JSON, or empty where a status has no body. */
export function sendJson(response: ServerResponse, status: number, value?: unknown): void {
  if (value === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json' }).end(toAsciiJson(value));
}

/** Returns the request's body. Throws a 413 when it is over `bytesMax`. */
export async function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw new HttpError(413, `the body is over ${bytesMax} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Returns the request's JSON body as the schema reads it. Throws a 400 that says what is wrong with it. */
export async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>, bytesMax: number): Promise<T> {
  const text = (await readBody(request, bytesMax)).toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new HttpError(400, 'the body is not JSON');
  }
  const { data, error } = schema.safeParse(json);
  if (error) {
    const issues = error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
    throw new HttpError(400, issues.join('; '));
  }
  return data;
}

/** Says whether a header carries the secret, compared in constant time. */
export function carriesSecret(header: string | string[] | undefined, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(String(header ?? '')), digest(secret));
}
