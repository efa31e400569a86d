import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = `${realpathSync(fileURLToPath(new URL('.', import.meta.url)))}/`;
const PYODIDE = `${realpathSync(dirname(fileURLToPath(import.meta.resolve('pyodide'))))}/`;

/** No network, no sight of other processes, no capabilities. Works without root where user namespaces are allowed. */
const NAMESPACES = [
  ...['unshare', '--user', '--map-root-user', '--net', '--pid', '--fork', '--kill-child', '--'],
  ...['setpriv', '--no-new-privs', '--bounding-set=-all', '--inh-caps=-all', '--'],
];

/**
 * A shell limits the process (no core, no files, 15 CPU minutes, 1.5 GB of data: what leaves Python's heap for
 * JavaScript's buffers ends there) and leaves a watcher behind: descriptor 3 is a pipe from the server, so when the
 * server dies, however it does, the watcher reads its end and kills the group, even in the middle of an endless loop.
 */
const SHELL = `ulimit -c 0; ulimit -f 0; ulimit -t 900; ulimit -d 1500000
(read -r _ <&3; kill -9 0) >/dev/null 2>&1 &
exec "$@" 3<&-`;

const PROBE_TIMEOUT_MS = 3000;
const COMPLAINT_CHARS_MAX = 1000;

/** Returns the command that puts a process into namespaces of its own, or nothing where this machine does not allow that. */
export async function findNamespaces(): Promise<string[]> {
  const [command = '', ...args] = [...NAMESPACES, 'true'];
  const probe = spawn(command, args, { stdio: 'ignore', timeout: PROBE_TIMEOUT_MS, killSignal: 'SIGKILL' });
  const [code] = await once(probe, 'exit').catch(() => [1]);
  return code === 0 ? NAMESPACES : [];
}

/** The script that runs Python. */
export const PYTHON_CHILD = `${HERE}child/main.ts`;

/**
 * Starts a script behind every wall: limits, namespaces (when given), an empty environment, Node's permission model
 * with only the child's sources and `readablePaths` readable, and no code from strings. It leads a process group, to be killed as one.
 */
export function spawnIsolated(namespaces: string[], script: string[], readablePaths: string[] = []) {
  const readable = [HERE, PYODIDE, ...readablePaths].map((path) => `--allow-fs-read=${path}`);
  const flags = ['--permission', ...readable, '--disallow-code-generation-from-strings', '--max-old-space-size=256'];
  const node = ['env', '-i', 'TZ=UTC', process.execPath, ...flags, '--disable-warning=ExperimentalWarning'];
  const command = [...namespaces, ...node, ...script];
  const child = spawn('sh', ['-c', SHELL, 'sandbox', ...command], {
    cwd: '/',
    env: { PATH: process.env.PATH },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const { pid, stdin, stdout, stderr } = child;
  if (!stdin || !stdout || !stderr) throw new Error('the sandbox process has no pipes');
  let complaint = '';
  stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-COMPLAINT_CHARS_MAX);
  });
  return { pid, stdin, stdout, exited: once(child, 'exit'), complaint: () => complaint.trim() };
}

/** Ends a process group that spawnIsolated started; does nothing when it has ended. */
export function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // No such group: it is over.
  }
}
