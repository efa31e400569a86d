import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sandboxConfig } from '../../lib/sandbox/config.ts';
import { toSandboxError } from '../../lib/sandbox/errors.ts';
import { runPython } from '../../lib/sandbox/run-python.ts';
import { killSandbox, openSandbox } from '../../lib/sandbox/sandboxes.ts';

let server: Server | undefined;

afterEach(() => {
  vi.unstubAllEnvs();
  server?.closeAllConnections();
  server?.close();
});

/** A provider that answers every request in one way; the SDK is pointed at it. */
async function provider(answer: RequestListener): Promise<void> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  vi.stubEnv('E2B_API_KEY', 'e2b_test');
  vi.stubEnv('E2B_API_URL', url);
  vi.stubEnv('E2B_SANDBOX_URL', url);
}

const json =
  (status: number, body: unknown): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/** A provider that gives a sandbox and then does this when code is to be run. */
const running = (execute: RequestListener) =>
  provider((request, response) => {
    if (request.url === '/execute') return execute(request, response);
    if (request.url === '/health') return response.writeHead(204).end();
    if (request.method === 'DELETE') return response.writeHead(204).end();
    return json(201, { sandboxID: 's1', templateID: 't', clientID: 'c', envdVersion: '0.5.0' })(request, response);
  });

const lines = (...events: unknown[]) => events.map((event) => `${JSON.stringify(event)}\n`).join('');

async function run(code = '1', options = {}) {
  const { sandbox } = await openSandbox({ metadata: {} });
  return runPython(sandbox, code, options);
}

describe('configuration', () => {
  test('without a key there is no code execution, and the error names the variable', async () => {
    vi.stubEnv('E2B_API_KEY', '');
    const expected = {
      name: 'ProviderError',
      failure: 'not_configured',
      message: expect.stringContaining('E2B_API_KEY'),
    };
    await expect(openSandbox({ metadata: {} })).rejects.toMatchObject(expected);
    await expect(killSandbox('s1')).rejects.toMatchObject(expected);
  });

  test('variables are read when they are used', () => {
    vi.stubEnv('E2B_API_KEY', 'k1');
    vi.stubEnv('E2B_API_URL', '');
    vi.stubEnv('SANDBOX_INTERNET', '');
    expect(sandboxConfig()).toMatchObject({ apiKey: 'k1', apiUrl: undefined, internet: false });
    vi.stubEnv('E2B_API_KEY', 'k2');
    vi.stubEnv('SANDBOX_INTERNET', 'true');
    expect(sandboxConfig()).toMatchObject({ apiKey: 'k2', internet: true });
    vi.stubEnv('E2B_API_URL', 'nowhere');
    expect(() => sandboxConfig()).toThrow(/E2B_API_URL/);
  });

  test('the internet is off unless SANDBOX_INTERNET says so', async () => {
    const bodies: string[] = [];
    await provider((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        bodies.push(body);
        json(201, { sandboxID: 's1', templateID: 't', clientID: 'c', envdVersion: '0.5.0' })(request, response);
      });
    });
    vi.stubEnv('SANDBOX_INTERNET', '');
    await openSandbox({ metadata: { a: 'b' } });
    vi.stubEnv('SANDBOX_INTERNET', 'true');
    await openSandbox({ metadata: {} });
    expect(bodies.map((body) => JSON.parse(body))).toMatchObject([
      {
        allow_internet_access: false,
        timeout: 300,
        autoPause: true,
        autoResume: { enabled: true },
        metadata: { a: 'b' },
      },
      { allow_internet_access: true },
    ]);
  });
});

describe('a provider that refuses or fails', () => {
  test.each([
    [401, { failure: 'bad_key', retryable: false, message: expect.stringContaining('E2B_API_KEY') }],
    [403, { failure: 'bad_key', retryable: false, message: expect.stringContaining('E2B_API_KEY') }],
    [429, { failure: 'limited', retryable: true, retryAfterSeconds: 30, message: expect.stringContaining('quota') }],
    [500, { failure: 'unavailable', retryable: true }],
    [503, { failure: 'unavailable', retryable: true, retryAfterSeconds: 10 }],
    [400, { failure: 'refused', retryable: false }],
  ])('%i', async (status, expected) => {
    await provider(json(status, { code: status, message: 'no' }));
    await expect(openSandbox({ metadata: {} })).rejects.toMatchObject(expected);
    await expect(openSandbox({ sandboxId: 's1', metadata: {} })).rejects.toMatchObject(expected);
    await expect(killSandbox('s1')).rejects.toMatchObject(expected);
  });

  test.each([401, 429, 500, 503])('%i when the code is to be run', async (status) => {
    await running(json(status, { message: 'no' }));
    const failures: Record<number, string> = {
      401: 'bad_key',
      429: 'limited',
      500: 'unavailable',
      503: 'unavailable',
    };
    await expect(run()).rejects.toMatchObject({ name: 'ProviderError', failure: failures[status] });
  });

  test('a connection that drops, and a server that is not there', async () => {
    await provider((request) => request.socket.destroy());
    await expect(openSandbox({ metadata: {} })).rejects.toMatchObject({ failure: 'unreachable', retryable: true });
    server?.close();
    await expect(openSandbox({ metadata: {} })).rejects.toMatchObject({ failure: 'unreachable', retryable: true });
  });

  test('a stream that drops while the sandbox lives is not taken for an answer', async () => {
    await running((_request, response) => {
      response.write(lines({ type: 'stdout', text: 'half' }), () => response.destroy());
    });
    await expect(run()).rejects.toMatchObject({ failure: 'unreachable', retryable: true });
  });

  test('an answer that is not what E2B sends', async () => {
    await running((_request, response) => response.end('<html>'));
    await expect(run()).rejects.toMatchObject({ name: 'ProviderError', failure: 'refused' });
  });

  test('the request time-out of the SDK is a timeout that may be retried', () => {
    const timeout = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    expect(toSandboxError(timeout)).toMatchObject({ failure: 'timeout', retryable: true, retryAfterSeconds: 10 });
  });
});

describe('a provider that is not trusted', () => {
  test('a run that never answers ends at our time-out', async () => {
    await running(() => undefined);
    expect(await run('1', { timeoutMs: 300 })).toMatchObject({ error: { name: 'TimeoutError' }, sandboxLost: true });
  });

  test('a flood is cut, and stopped when it does not end', async () => {
    await running((_request, response) => {
      const flood = () => {
        while (response.write(lines({ type: 'stdout', text: 'x'.repeat(100_000) })));
      };
      response.on('drain', flood);
      flood();
    });
    const result = await run();
    expect(result).toMatchObject({ error: { name: 'OutputLimitError' }, truncated: true, sandboxLost: true });
    expect(result.stdout).toHaveLength(256 * 1024);
  });

  test('results over 3 MB together are left out', async () => {
    const png = 'a'.repeat(2_000_000);
    await running((_request, response) => {
      response.end(lines(...[1, 2].map(() => ({ type: 'result', png })), { type: 'result', text: 'small' }));
    });
    const result = await run();
    expect(result.results).toEqual([
      { mime: 'image/png', data: png },
      { text: expect.stringMatching(/image\/png of 1\.9 MB left out/) },
      { text: 'small' },
    ]);
    expect(result.truncated).toBe(true);
  });

  test('colours are taken out of a traceback', async () => {
    await running((_request, response) => {
      const traceback = '\u001b[0;31mZeroDivisionError\u001b[0m: division';
      response.end(lines({ type: 'error', name: 'ZeroDivisionError', value: 'division', traceback }));
    });
    expect((await run()).error).toEqual({
      name: 'ZeroDivisionError',
      value: 'division',
      traceback: 'ZeroDivisionError: division',
    });
  });
});
