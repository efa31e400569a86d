import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { HttpError, readJson, toAsciiJson } from './http.ts';
import type { Sandbox, Sandboxes } from './sandboxes.ts';

const CODE_BYTES_MAX = 1024 * 1024;
const RUN_MS_MAX = 60_000;

const Execution = z.strictObject({
  code: z.string(),
  language: z.string().nullish(),
  context_id: z.string().nullish(),
  env_vars: z.record(z.string(), z.string()).nullish(),
});

/**
 * Runs a cell and streams what it does as lines of JSON. A run that takes too long, or whose caller hangs up, is ended
 * with its sandbox: nothing else stops an endless loop. The caller has checked the access token. Throws HttpErrors.
 */
export async function execute(
  sandboxes: Sandboxes,
  sandbox: Sandbox,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { code, language, context_id, env_vars } = await readJson(request, Execution, CODE_BYTES_MAX);
  if (context_id) throw new HttpError(404, `Context ${context_id} not found`);
  if (language && language !== 'python') {
    throw new HttpError(
      500,
      `Failed to create context: no kernel for '${language}', the local sandbox runs python only`,
    );
  }
  const kill = () => sandboxes.kill(sandbox);
  const write = (line: unknown) => response.write(`${toAsciiJson(line)}\n`);
  const timestamp = () => new Date().toISOString();
  let timer: NodeJS.Timeout | undefined;
  response.on('close', () => {
    clearTimeout(timer);
    if (!response.writableEnded) kill();
  });
  await sandboxes.use(sandbox, 'run', async (python) => {
    response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
    sandbox.executions += 1;
    write({ type: 'number_of_executions', execution_count: sandbox.executions });
    timer = setTimeout(kill, RUN_MS_MAX);
    await python.request({ op: 'run', code, envs: JSON.stringify(env_vars ?? {}) }, (event) => {
      const isStream = event.type === 'stdout' || event.type === 'stderr';
      write(isStream ? { ...event, timestamp: timestamp() } : event);
    });
    response.end(`${toAsciiJson({ type: 'end_of_execution' })}\n`);
  });
}
