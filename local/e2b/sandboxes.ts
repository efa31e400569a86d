import { randomBytes } from 'node:crypto';
import { HttpError } from './http.ts';
import type { PythonProcess } from './python-process.ts';

export interface SandboxSpec {
  templateId: string;
  /** Its lifetime before `onTimeout`, from now or from the next connect. */
  timeoutSeconds: number;
  onTimeout: 'pause' | 'kill';
  autoResume: boolean;
  metadata: Record<string, string>;
  envs: Record<string, string>;
}

/** The time to begin a run in a sandbox that was opened, before it may be evicted. */
const OPENED_HOLD_MS = 10_000;
/** The pause between two requests in which it is not evicted: a run's files are read right after it. */
const USED_HOLD_MS = 1_000;

/**
 * A sandbox is its Python process: when that ends, for whatever reason, the sandbox is gone as if it had been killed,
 * and whoever held it learns so in the way E2B tells it.
 */
export interface Sandbox extends SandboxSpec {
  id: string;
  accessToken: string;
  state: 'running' | 'paused';
  startedAt: Date;
  endAt: Date;
  usedAt: number;
  /** Requests in progress: such a sandbox is not evicted. */
  busy: number;
  /** Until then its holder's next request is awaited: a sandbox that was just opened is not evicted before it was of use. */
  heldUntil: number;
  executions: number;
  python: Promise<PythonProcess>;
  timer: NodeJS.Timeout | undefined;
}

export interface Sandboxes {
  create(spec: SandboxSpec): Sandbox;
  find(id: string): Sandbox | undefined;
  all(): Sandbox[];
  /** Starts its time anew; a paused one runs again. */
  extend(sandbox: Sandbox, timeoutSeconds: number): void;
  /** Holds it for whoever connects, for at least this long: the time of a running one is never shortened. */
  connect(sandbox: Sandbox, timeoutSeconds: number): void;
  /**
   * A paused sandbox keeps its process, since Pyodide's memory cannot be written down with what JavaScript holds of it;
   * but it is the first to be evicted.
   */
  pause(sandbox: Sandbox): void;
  kill(sandbox: Sandbox): void;
  /** Runs some work in the sandbox's process, resuming the sandbox where its lifecycle says so. A run ends the opener's hold. */
  use<T>(sandbox: Sandbox, kind: 'run' | 'files', work: (python: PythonProcess) => Promise<T>): Promise<T>;
}

/**
 * The sandboxes of one server: at most `maxLive`, the idle one unused for longest making room for the next. Programs can import
 * `modules` beside the standard library.
 */
export function createSandboxes(
  takePython: () => Promise<PythonProcess>,
  modules: string[],
  maxLive: number,
): Sandboxes {
  const live = new Map<string, Sandbox>();

  function kill(sandbox: Sandbox): void {
    clearTimeout(sandbox.timer);
    live.delete(sandbox.id);
    sandbox.python.then(
      (python) => python.kill(),
      () => undefined,
    );
  }

  function pause(sandbox: Sandbox): void {
    clearTimeout(sandbox.timer);
    sandbox.state = 'paused';
    sandbox.heldUntil = 0;
  }

  function extend(sandbox: Sandbox, timeoutSeconds: number): void {
    clearTimeout(sandbox.timer);
    sandbox.state = 'running';
    sandbox.timeoutSeconds = timeoutSeconds;
    sandbox.endAt = new Date(Date.now() + timeoutSeconds * 1000);
    sandbox.heldUntil = Date.now() + OPENED_HOLD_MS;
    const onTimeout = () => (sandbox.onTimeout === 'pause' ? pause(sandbox) : kill(sandbox));
    sandbox.timer = setTimeout(onTimeout, timeoutSeconds * 1000).unref();
  }

  function connect(sandbox: Sandbox, timeoutSeconds: number): void {
    const isLonger = Date.now() + timeoutSeconds * 1000 > sandbox.endAt.getTime();
    if (sandbox.state === 'paused' || isLonger) extend(sandbox, timeoutSeconds);
    else sandbox.heldUntil = Date.now() + OPENED_HOLD_MS;
  }

  function makeRoom(): void {
    if (live.size < maxLive) return;
    const [first] = [...live.values()]
      .filter(({ busy, heldUntil }) => busy === 0 && heldUntil <= Date.now())
      .sort((a, b) => Number(a.state === 'running') - Number(b.state === 'running') || a.usedAt - b.usedAt);
    if (!first) throw new HttpError(429, `all ${maxLive} sandboxes are in use; try again when one is done`);
    kill(first);
  }

  async function prepare(id: string, envs: SandboxSpec['envs']): Promise<PythonProcess> {
    const python = await takePython();
    if (!live.has(id)) python.kill();
    await python.request({ op: 'start', envs: JSON.stringify(envs), modules });
    return python;
  }

  return {
    create(spec) {
      makeRoom();
      const now = new Date();
      const id = `i${randomBytes(12).toString('hex')}`;
      const sandbox: Sandbox = {
        ...spec,
        id,
        accessToken: `ea_${randomBytes(24).toString('hex')}`,
        state: 'running',
        startedAt: now,
        endAt: now,
        usedAt: now.getTime(),
        busy: 0,
        heldUntil: 0,
        executions: 0,
        python: prepare(id, spec.envs),
        timer: undefined,
      };
      live.set(id, sandbox);
      sandbox.python
        .then((python) => python.ended)
        .catch(() => undefined)
        .then(() => kill(sandbox));
      extend(sandbox, spec.timeoutSeconds);
      return sandbox;
    },
    find: (id) => live.get(id),
    all: () => [...live.values()],
    extend,
    connect,
    pause,
    kill,
    async use(sandbox, kind, work) {
      if (sandbox.state === 'paused') extend(sandbox, sandbox.timeoutSeconds);
      sandbox.busy += 1;
      try {
        return await work(await sandbox.python);
      } finally {
        sandbox.busy -= 1;
        sandbox.usedAt = Date.now();
        const held = sandbox.usedAt + USED_HOLD_MS;
        sandbox.heldUntil = kind === 'run' ? held : Math.max(sandbox.heldUntil, held);
      }
    },
  };
}
