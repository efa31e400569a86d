import type { ServerResponse } from 'node:http';
import type { Model } from '../../harness/model.ts';
import { complete } from '../../lib/llm/client.ts';

/** Writes the n-th answer of a model. */
export type Write = (response: ServerResponse, n: number) => void;

/** Chunks of an answer as server-sent events; an object is a delta, what has `choices`, `error` or `usage` a whole chunk. */
export const chunks =
  (...parts: object[]): Write =>
  (response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    for (const part of parts) {
      const isWhole = ['choices', 'error', 'usage'].some((key) => key in part);
      response.write(`data: ${JSON.stringify(isWhole ? part : { choices: [{ delta: part }] })}\n\n`);
    }
    response.end('data: [DONE]\n\n');
  };
/** The last chunk of an answer. */
export const end = (reason = 'stop') => ({ choices: [{ delta: {}, finish_reason: reason }] });

/** Asks a model that answers as written. @returns the answer, and the words that were shown meanwhile */
export async function askModel(model: Model, write: Write) {
  model.wire(write);
  let shown = '';
  const answer = await complete({
    messages: [{ role: 'user', content: 'Hello' }],
    maxTokens: 100,
    onText: (piece) => {
      shown += piece;
    },
  });
  return { ...answer, shown };
}
