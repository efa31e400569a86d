import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { HttpError, readJson, sendJson } from './http.ts';
import type { Sandbox, Sandboxes } from './sandboxes.ts';

const BODY_BYTES_MAX = 256 * 1024;
const TEMPLATE = 'code-interpreter-v1';
const ENVD_VERSION = '0.5.0';

const timeout = z.int().min(0).max(86_400);
const texts = z.record(z.string(), z.string());

/** Fields that a sandbox can be created with; a field without effect here (network rules, volumes) is refused. */
const NewSandbox = z.strictObject({
  templateID: z.string(),
  timeout: timeout.default(300),
  autoPause: z.boolean().default(false),
  autoPauseMemory: z.literal(true).optional(),
  autoResume: z.strictObject({ enabled: z.boolean() }).default({ enabled: false }),
  metadata: texts.default({}),
  envVars: texts.default({}),
  // Whatever is asked for, there is no network.
  allow_internet_access: z.boolean().optional(),
});

const Connect = z.strictObject({ timeout: timeout.default(300), memory: z.literal(true).optional() });
const Timeout = z.strictObject({ timeout });
const Pause = z.strictObject({ memory: z.literal(true).optional() });

const access = (sandbox: Sandbox) => ({
  templateID: sandbox.templateId,
  sandboxID: sandbox.id,
  clientID: 'local',
  envdVersion: ENVD_VERSION,
  envdAccessToken: sandbox.accessToken,
});

const summary = (sandbox: Sandbox) => ({
  templateID: sandbox.templateId,
  sandboxID: sandbox.id,
  clientID: 'local',
  envdVersion: ENVD_VERSION,
  startedAt: sandbox.startedAt.toISOString(),
  endAt: sandbox.endAt.toISOString(),
  state: sandbox.state,
  metadata: sandbox.metadata,
  cpuCount: 1,
  memoryMB: 256,
  diskSizeMB: 64,
});

/** Paths that E2B has and this server has not: other calls of its file system and processes, contexts, templates, volumes, logs … */
const missing = new RegExp(
  [
    '/(?:filesystem\\.Filesystem|process\\.Process)/',
    '/(?:v\\d/)?(?:templates|volumes|snapshots|secrets|teams|events|contexts)(?:/|$)',
    '/(?:v\\d/)?sandboxes/[^/]+/(?:logs|metrics|snapshots|resume|refreshes|network)$',
    '/(?:v\\d/)?sandboxes/metrics$',
    '/files/',
  ].join('|'),
);

/**
 * Refuses what control() does not answer, with or without a key, so that nobody looks for a mistake in theirs: 501 for what only
 * E2B has, 404 for the rest. `unimplemented` is Connect's code for it (https://connectrpc.com/docs/protocol#error-codes). Throws HttpErrors.
 */
export function refuseUnknown(route: string): void {
  const [method = '', path = ''] = route.split(' ');
  if (path.search(missing) === 0) {
    throw new HttpError(501, `the local sandbox has no ${path}: that takes E2B itself (E2B_API_KEY)`, {
      code: 'unimplemented',
    });
  }
  if (!/^(?:\/v2)?\/sandboxes(?:\/|$)/.test(path)) throw new HttpError(404, `there is no ${method} ${path}`);
}

async function create(sandboxes: Sandboxes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = await readJson(request, NewSandbox, BODY_BYTES_MAX);
  if (asked.templateID !== TEMPLATE) {
    throw new HttpError(404, `template '${asked.templateID}' not found; the local server has '${TEMPLATE}' only`);
  }
  const sandbox = sandboxes.create({
    templateId: asked.templateID,
    timeoutSeconds: asked.timeout,
    onTimeout: asked.autoPause ? 'pause' : 'kill',
    autoResume: asked.autoResume.enabled,
    metadata: asked.metadata,
    envs: asked.envVars,
  });
  sendJson(response, 201, access(sandbox));
}

function list(sandboxes: Sandboxes, url: URL, response: ServerResponse): void {
  const states = url.searchParams.get('state')?.split(',');
  const wanted = [...new URLSearchParams(url.searchParams.get('metadata') ?? '')].map((pair) =>
    pair.map(decodeURIComponent),
  );
  const found = sandboxes.all().filter(({ state, metadata }) => {
    const matches = wanted.every(([key = '', value]) => metadata[key] === value);
    return matches && (!states || states.includes(state));
  });
  sendJson(response, 200, found.map(summary));
}

/**
 * E2B's control API: create, list, inspect, connect, extend, pause and kill sandboxes. The caller has checked the key.
 * Throws HttpErrors.
 */
export async function control(sandboxes: Sandboxes, request: IncomingMessage, response: ServerResponse, url: URL) {
  const id = /^(?:\/v2)?\/sandboxes\/([^/]+)/.exec(url.pathname)?.[1] ?? '';
  const route = `${request.method} ${id ? url.pathname.replace(id, ':id') : url.pathname}`;
  if (route === 'POST /v2/sandboxes') return create(sandboxes, request, response);
  if (route === 'GET /v2/sandboxes') return list(sandboxes, url, response);

  const sandbox = sandboxes.find(id);
  const known = () => {
    if (!sandbox) throw new HttpError(404, `sandbox '${id}' not found`);
    return sandbox;
  };
  switch (route) {
    case 'GET /sandboxes/:id': {
      const { onTimeout, autoResume, accessToken } = known();
      const lifecycle = { onTimeout, autoResume };
      return sendJson(response, 200, {
        ...summary(known()),
        lifecycle,
        allowInternetAccess: false,
        envdAccessToken: accessToken,
      });
    }
    case 'POST /v2/sandboxes/:id/connect': {
      const asked = await readJson(request, Connect, BODY_BYTES_MAX);
      const wasPaused = known().state === 'paused';
      sandboxes.connect(known(), asked.timeout);
      return sendJson(response, wasPaused ? 201 : 200, access(known()));
    }
    case 'POST /sandboxes/:id/timeout': {
      const asked = await readJson(request, Timeout, BODY_BYTES_MAX);
      if (known().state === 'paused') throw new HttpError(404, `sandbox '${id}' is not running`);
      sandboxes.extend(known(), asked.timeout);
      return sendJson(response, 204);
    }
    case 'POST /sandboxes/:id/pause':
      await readJson(request, Pause, BODY_BYTES_MAX);
      if (known().state === 'paused') throw new HttpError(409, `sandbox '${id}' is already paused`);
      sandboxes.pause(known());
      return sendJson(response, 204);
    case 'DELETE /sandboxes/:id':
      sandboxes.kill(known());
      return sendJson(response, 204);
    default:
      throw new HttpError(404, `there is no ${request.method} ${url.pathname}`);
  }
}
