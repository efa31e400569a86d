/** The calls to the app: its functions (sync), and a run's next step with those after it (execute). */
import http from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { retryAfterMs } from './durations.ts';
import { ulid } from './ids.ts';
import { type FunctionConfig, Op, Registration, type RunError, toRunError } from './protocol.ts';
import { signatureHeader } from './signature.ts';

/** The longest that an execution may take: more than the longest `maxDuration` of a function, 300 s. */
const EXECUTE_TIMEOUT_MS = 320_000;
/** The longest that a sync may take: its first answer loads every function, which on a busy machine takes more than ten seconds. */
const SYNC_TIMEOUT_MS = 60_000;
/** Errors that say that the app has not seen the request. */
const UNREACHED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Result of an execution. */
export type Answer =
  | { kind: 'ops'; ops: Op[]; retry: Retry }
  | { kind: 'completed'; output: unknown }
  | { kind: 'error'; error: RunError; retry: Retry }
  /** The app never saw the request, so it does not count as an attempt. */
  | { kind: 'unreached'; reason: string }
  /** The runner was stopped meanwhile, or the run has ended; if it has not, the attempt is made again at the next start. */
  | { kind: 'stopped' };

/** The app's wish about a retry. */
export interface Retry {
  allowed: boolean;
  afterMs: number | null;
}

/** A call's place in a run, and the body that the SDK expects. */
export interface Execution {
  functionId: string;
  runId: string;
  stepId: string;
  body: unknown;
  /** Aborts when nobody waits for the answer any more. */
  signal: AbortSignal;
}

interface Reply {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

class Unreached extends Error {}

export class App {
  readonly #url: string;
  readonly #signingKey: string | undefined;
  readonly #agent = new http.Agent({ keepAlive: true });
  #closed = false;

  /** `url` is the http address of the app's Inngest handler; requests are signed when there is a key. */
  constructor(url: string, signingKey?: string) {
    if (new URL(url).protocol !== 'http:') throw new Error(`appUrl must be an http:// address, not "${url}"`);
    this.#url = url;
    this.#signingKey = signingKey;
  }

  /** Cuts every call off. */
  close(): void {
    this.#closed = true;
    this.#agent.destroy();
  }

  /** Asks the app for its functions. Throws, saying what to do, when it does not answer with them. */
  async sync(): Promise<FunctionConfig[]> {
    const headers = { 'x-inngest-sync-kind': 'in_band' };
    const reply = await this.#call('PUT', this.#url, { url: this.#url }, headers, SYNC_TIMEOUT_MS);
    if (reply.status === 401) {
      throw new Error('the app refused the signature (401): app and runner need the same INNGEST_SIGNING_KEY');
    }
    if (reply.status !== 200) throw new Error(`the app answered the sync ${reply.status}: ${reply.body.slice(0, 300)}`);
    const parsed = Registration.safeParse(parseJson(reply.body));
    if (!parsed.success) throw new Error(`the app's functions cannot be read: ${z.prettifyError(parsed.error)}`);
    return parsed.data.functions;
  }

  /** Executes what is next. Never rejects: what goes wrong is an answer. */
  async execute({ functionId, runId, stepId, body, signal }: Execution): Promise<Answer> {
    const url = new URL(this.#url);
    url.searchParams.set('fnId', functionId);
    url.searchParams.set('stepId', stepId);
    const headers = {
      'x-run-id': runId,
      'x-request-id': ulid(),
      'x-inngest-req-version': '2',
      'x-inngest-step-id': stepId,
    };
    try {
      return toAnswer(await this.#call('POST', url.href, body, headers, EXECUTE_TIMEOUT_MS, signal));
    } catch (error) {
      if (this.#closed || signal.aborted) return { kind: 'stopped' };
      if (error instanceof Unreached) return { kind: 'unreached', reason: error.message };
      return { kind: 'error', error: toRunError(error), retry: { allowed: true, afterMs: null } };
    }
  }

  async #call(
    method: string,
    url: string,
    body: unknown,
    headers: Record<string, string>,
    timeoutMs: number,
    given?: AbortSignal,
  ): Promise<Reply> {
    const payload = JSON.stringify(body);
    const signed = this.#signingKey
      ? { 'x-inngest-signature': signatureHeader(JSON.parse(payload), this.#signingKey, Date.now()) }
      : {};
    // node:http, since fetch gives up on a silent server after 300 s and cannot be told otherwise.
    const request = http.request(url, {
      method,
      agent: this.#agent,
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(given ? [given] : [])]),
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(payload),
        'x-inngest-server-kind': this.#signingKey ? 'cloud' : 'dev',
        ...signed,
        ...headers,
      },
    });
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      request.once('response', resolve);
      request.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, request, timeoutMs)));
      request.end(payload);
    });
    return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
  }
}

function explain(error: NodeJS.ErrnoException, request: http.ClientRequest, timeoutMs: number): Error {
  // An idle connection that the app closes at the moment it is used again has carried nothing.
  const stale = request.reusedSocket && error.code === 'ECONNRESET';
  if (stale || UNREACHED.has(error.code ?? '')) {
    return new Unreached(`the app cannot be reached (${error.code})`, { cause: error });
  }
  if (error.name === 'AbortError' || error.name === 'TimeoutError') {
    return new Error(`the app did not answer within ${timeoutMs / 1000} s`, { cause: error });
  }
  return new Error(`the connection to the app broke: ${error.message}`, { cause: error });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function toAnswer({ status, headers, body }: Reply): Answer {
  const json = parseJson(body);
  const afterMs = retryAfterMs(headers['retry-after'], Date.now());
  if (!headers['x-inngest-sdk']) {
    const message = `the app answered ${status} without the Inngest SDK: ${body.slice(0, 300)}`;
    return { kind: 'error', error: { name: 'Error', message }, retry: { allowed: true, afterMs } };
  }
  const noRetry = headers['x-inngest-no-retry'];
  const retry = { allowed: noRetry === undefined ? status >= 500 || status === 206 : noRetry !== 'true', afterMs };
  if (status === 200) return { kind: 'completed', output: json ?? null };
  if (status !== 206) return { kind: 'error', error: toRunError(json ?? body.slice(0, 300)), retry };
  const ops = z.array(Op).safeParse(json);
  if (ops.success) return { kind: 'ops', ops: ops.data, retry };
  const message = `the app's operations cannot be read: ${z.prettifyError(ops.error)}`;
  return { kind: 'error', error: { name: 'Error', message }, retry };
}
