/** What the API answered when it did not do what was asked: `message` is its `detail`, made for people. */
export class ApiError extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? `The server answered with status ${status}.`);
    this.status = status;
    this.code = problem?.code;
  }
}

/**
 * The API of this server.
 * @param token gives the person's access token, or null to go without (only the dev server answers then)
 */
export function createApi(token) {
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
        ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
        signal: signal ?? AbortSignal.timeout(30_000),
      });
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new ApiError(0, { detail: 'The server could not be reached. Check your connection and try again.' });
    }
    if (!response.ok) throw new ApiError(response.status, await response.json().catch(() => null));
    return response;
  }

  const json = async (path, options) => {
    const response = await send(path, options);
    return response.status === 204 ? null : response.json();
  };

  return {
    send,
    get: (path) => json(path),
    post: (path, body, headers) => json(path, { method: 'POST', body, headers }),
    patch: (path, body) => json(path, { method: 'PATCH', body }),
    /** Sends a file as it is, with its own type. */
    upload: (path, file) => json(path, { method: 'POST', body: file }),
    delete: (path) => json(path, { method: 'DELETE' }),
    /** Every page of a list. */
    async all(path) {
      const items = [];
      for (let next = path; next; ) {
        const response = await send(next);
        items.push(...(await response.json()));
        next = /<([^>]+)>; rel="next"/.exec(response.headers.get('Link') ?? '')?.[1];
      }
      return items;
    },
  };
}
