import type { Context } from 'hono';
import { toProblem } from '../http/problem.ts';
import { log } from '../log.ts';
import type { SavedMessage } from './schema.ts';

/**
 * Answers a message that could not be saved, whatever the reason: a call goes on without its transcript, so the browser is
 * never made to handle an error here. The truth is in `reason` and in the log.
 */
export function dropMessage(error: unknown, c: Context): Response {
  const problem = toProblem(error);
  log.warn(
    { request_id: c.get('requestId'), code: problem.code, err: problem.cause ?? error },
    'voice message dropped',
  );
  // The rest of a body that is too large is not read, so the connection cannot be used again.
  if (problem.code === 'too_large') c.header('Connection', 'close');
  const dropped: SavedMessage = { status: 'dropped', reason: problem.code };
  return c.json(dropped, 200);
}
