import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { refuseMalformed } from '../../server/malformed-request.ts';
import { control, refuseUnknown } from './control.ts';
import { execute } from './execute.ts';
import { listDir, readFile, writeFiles } from './files.ts';
import { carriesSecret, HttpError, sendJson } from './http.ts';
import { createPackages, PACKAGES_FOLDER, type PackageOptions } from './packages.ts';
import { createPool } from './pool.ts';
import { PythonEndedError } from './python-process.ts';
import { createSandboxes, type Sandbox } from './sandboxes.ts';

export interface SandboxServer {
  /** The value of both E2B_API_URL and E2B_SANDBOX_URL. */
  url: string;
  /** The value of E2B_API_KEY; a new one at every start. */
  apiKey: string;
  /** Ends every sandbox and the server. */
  stop(): Promise<void>;
}

export interface SandboxServerOptions {
  /** Default: any free port. */
  port?: number;
  /** The folder of the interpreter's memory snapshot (31 MB) and of fetched packages. */
  dataDir: string;
  /** The source of packages. Default: none, only those that are there already can be imported. */
  packages?: Omit<PackageOptions, 'folder'>;
  /** Sandboxes that live at once; the idle one unused for longest makes room for the next. */
  maxLive?: number;
  log?: (message: string) => void;
}

/**
 * Starts a server on 127.0.0.1 that speaks E2B's wire (control API, code interpreter and files on one port), each
 * sandbox a locked-down Pyodide process. Throws when the port is taken.
 */
export async function startSandboxServer(options: SandboxServerOptions): Promise<SandboxServer> {
  const { port = 0, dataDir, maxLive = 8, log = () => undefined } = options;
  const apiKey = `e2b_${randomBytes(20).toString('hex')}`;
  const packages = createPackages({ url: null, log, ...options.packages, folder: join(dataDir, PACKAGES_FOLDER) });
  const pool = createPool(dataDir, packages, log);
  const sandboxes = createSandboxes(pool.take, packages.lock.modules, maxLive);

  /** Returns the sandbox a request names, once it has shown that sandbox's token; gone ones as E2B's proxy reports them. */
  function authorize(request: IncomingMessage): Sandbox {
    const id = String(request.headers['e2b-sandbox-id'] ?? '');
    const sandbox = sandboxes.find(id);
    if (!sandbox || (sandbox.state === 'paused' && !sandbox.autoResume)) {
      throw new HttpError(502, 'The sandbox was not found', { sandboxId: id });
    }
    if (!carriesSecret(request.headers['x-access-token'], sandbox.accessToken)) {
      throw new HttpError(401, 'Invalid access token: X-Access-Token is not the one the sandbox was created with');
    }
    return sandbox;
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (refuseMalformed(request, response)) return;
    // Not as a relative address: "//" would name a server.
    const url = new URL(`http://sandbox${request.url}`);
    switch (`${request.method} ${url.pathname}`) {
      case 'POST /execute':
        return execute(sandboxes, authorize(request), request, response);
      case 'GET /files':
        return readFile(sandboxes, authorize(request), url, response);
      case 'POST /files':
        return writeFiles(sandboxes, authorize(request), url, request, response);
      case 'POST /filesystem.Filesystem/ListDir':
        return listDir(sandboxes, authorize(request), request, response);
      case 'GET /health':
        // Without a sandbox's id it is the API's own health that is asked for.
        if (request.headers['e2b-sandbox-id'] !== undefined) authorize(request);
        return sendJson(response, 204);
    }
    refuseUnknown(`${request.method} ${url.pathname}`);
    if (!carriesSecret(request.headers['x-api-key'], apiKey)) throw new HttpError(401, 'Invalid API key');
    return control(sandboxes, request, response, url);
  }

  function fail(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    if (error instanceof PythonEndedError) log(`a sandbox ended while it was in use: ${error.message}`);
    if (response.headersSent) {
      response.destroy(); // the stream breaks off, as E2B's does when a sandbox dies under it
    } else if (error instanceof HttpError) {
      // The rest of a body that was refused is not read.
      sendJson(response.setHeader('connection', request.complete ? 'keep-alive' : 'close'), error.status, error.body);
    } else if (error instanceof PythonEndedError) {
      const sandboxId = String(request.headers['e2b-sandbox-id'] ?? '');
      sendJson(response, 502, { code: 502, message: 'The sandbox was not found', sandboxId });
    } else {
      log(`${request.method} ${request.url}: ${error}`);
      sendJson(response, 500, { code: 500, message: 'internal error of the local sandbox server; its log says more' });
    }
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => fail(error, request, response));
  });
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    await pool.stop();
    throw error;
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the sandbox server has no TCP address');

  return {
    url: `http://127.0.0.1:${address.port}`,
    apiKey,
    async stop() {
      packages.stop();
      server.closeAllConnections();
      await Promise.all([new Promise((resolve) => server.close(resolve)), pool.stop()]);
    },
  };
}
