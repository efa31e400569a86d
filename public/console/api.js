// @ts-check
import { sayProblem } from './problem.js';

/** An answer of the API that refuses what was asked: `message` is its `detail`, made for people. */
export class ApiError extends Error {
  /** @param {number} status @param {{detail?: string, code?: string} | null} problem */
  constructor(status, problem) {
    super(sayProblem(status, problem));
    this.status = status;
    this.code = problem?.code;
  }
}

/** @typedef {{method?: string, body?: unknown, headers?: Record<string, string>, signal?: AbortSignal}} Options */

/**
 * Makes the API of this server.
 * @param {() => Promise<string | null>} token gives the person's access token, or null to go without (only the dev server answers then)
 * @param {() => void} lost is told when the server could not be reached
 */
export function createApi(token, lost) {
  /** @param {string} path @param {Options} [options] */
  async function send(path, { method = 'GET', body, headers = {}, signal } = {}) {
    const bearer = await token();
    const isFile = body instanceof Blob;
    let response;
    try {
      response = await fetch(path, {
        method,
        headers: {
          ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
          ...(body === undefined || isFile ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
        signal: signal ?? AbortSignal.timeout(30_000),
      });
    } catch (cause) {
      if (signal?.aborted) throw cause;
      lost();
      throw new ApiError(0, { detail: 'The server could not be reached. Check your connection and try again.' });
    }
    if (!response.ok) throw new ApiError(response.status, await response.json().catch(() => null));
    return response;
  }

  /** @param {string} path @param {Options} [options] */
  const json = async (path, options) => {
    const response = await send(path, options);
    return response.status === 204 ? null : response.json();
  };

  return {
    send,
    get: (/** @type {string} */ path) => json(path),
    post: (
      /** @type {string} */ path,
      /** @type {unknown} */ body,
      /** @type {Record<string, string>} */ headers = {},
    ) => json(path, { method: 'POST', body, headers }),
    patch: (/** @type {string} */ path, /** @type {unknown} */ body) => json(path, { method: 'PATCH', body }),
    /** Sends a file as it is, with its own type. */
    upload: (/** @type {string} */ path, /** @type {Blob} */ file) => json(path, { method: 'POST', body: file }),
    delete: (/** @type {string} */ path) => json(path, { method: 'DELETE' }),
    /** Every page of a list. @param {string} path */
    async all(path) {
      const items = [];
      for (let next = /** @type {string | undefined} */ (path); next; ) {
        const response = await send(next);
        items.push(...(await response.json()));
        next = /<([^>]+)>; rel="next"/.exec(response.headers.get('Link') ?? '')?.[1];
      }
      return items;
    },
  };
}
