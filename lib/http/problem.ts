import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { log } from '../log.ts';
import { Problem, type ProblemCode, problemKinds } from '../problem.ts';
import { ProviderError, type ProviderFailure } from '../provider-error.ts';

/** A problem as it is sent (RFC 9457), for the OpenAPI document. */
export const ProblemBody = z
  .object({
    type: z.string().meta({ example: 'about:blank' }),
    title: z.string().meta({ example: 'Not found' }),
    status: z.int().meta({ example: 404 }),
    code: z.enum(Object.keys(problemKinds) as [ProblemCode, ...ProblemCode[]]).meta({ example: 'not_found' }),
    detail: z.string().meta({ example: 'There is no such goal.' }),
    request_id: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

/** The one place where an error becomes an answer. What is not a Problem is logged whole and told to nobody. */
export function answerProblem(error: unknown, c: Context): Response {
  const problem = toProblem(error);
  const { status, title } = problemKinds[problem.code];
  const requestId: string = c.get('requestId') ?? '';
  if (status >= 500) {
    log[status === 500 ? 'error' : 'warn'](
      { request_id: requestId, code: problem.code, err: problem.cause ?? error },
      problem.message,
    );
  }
  if (problem.retryAfterSeconds !== undefined) c.header('Retry-After', String(problem.retryAfterSeconds));
  if (problem.code === 'unauthorized') c.header('WWW-Authenticate', 'Bearer');
  // The rest of a body that is too large is not read, so the connection cannot be used again.
  if (problem.code === 'too_large') c.header('Connection', 'close');
  c.header('Content-Type', 'application/problem+json');
  const body: z.infer<typeof ProblemBody> = {
    type: 'about:blank',
    title,
    status,
    code: problem.code,
    detail: problem.message,
    request_id: requestId,
    ...(problem.errors ? { errors: problem.errors } : {}),
  };
  return c.body(JSON.stringify(body), status);
}

/** Any error as a problem; what is not one already says nothing of its cause to the client. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ProviderError) return providerProblem(error);
  if (error instanceof HTTPException && error.status === 400) {
    return new Problem('bad_json', 'The body is not valid JSON.', { cause: error });
  }
  if (isBrokenOff(error)) return new Problem('bad_json', 'The connection ended before the body did.', { cause: error });
  // An empty body of another type: lib/http/body.ts refuses those that hold something.
  if (error instanceof HTTPException && error.status === 415) return notJson(error);
  return new Problem('internal', 'Something went wrong on our side. It has been logged under this request id.', {
    cause: error,
  });
}

/** The codes of failures that setting something or waiting mends; the others are `provider_error`. */
const providerCodes: Partial<Record<ProviderFailure, ProblemCode>> = {
  not_configured: 'not_configured',
  limited: 'unavailable',
  unavailable: 'unavailable',
  unreachable: 'unavailable',
  timeout: 'timeout',
};

function providerProblem(error: ProviderError): Problem {
  return new Problem(providerCodes[error.failure] ?? 'provider_error', error.message, {
    retryAfterSeconds: error.retryAfterSeconds ?? (error.retryable ? 5 : 60),
    cause: error,
  });
}

/** Tells whether this is what Node.js says of a request whose client went away while the body came. */
function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET';
}

/** Returns the refusal of a body that is not declared as JSON. */
export function notJson(cause?: unknown): Problem {
  return new Problem(
    'unsupported_media_type',
    'Send the body as JSON, with the header "Content-Type: application/json".',
    { cause },
  );
}

/** Returns what zod found wrong, as a problem that lists every place. */
export function invalidInput(error: z.core.$ZodError): Problem {
  const errors = error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
  const first = errors[0];
  const where = first?.path ? `${first.path}: ` : '';
  return new Problem('invalid', `${where}${first?.message ?? 'The input is not valid.'}`, { errors });
}
