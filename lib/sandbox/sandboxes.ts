import type { Sandbox } from '@e2b/code-interpreter';
import { sandboxConfig } from './config.ts';
import { isSandboxGone, toSandboxError } from './errors.ts';

const IDLE_MS_MAX = 5 * 60_000;
const REQUEST_TIMEOUT_MS = 20_000;

export interface OpenSandbox {
  sandbox: Sandbox;
  /** The id to keep for the next call. */
  sandboxId: string;
  /** The sandbox that was asked for is gone, and its variables and files with it; this is a new one. */
  restarted: boolean;
}

/** Returns the SDK, loaded when it is first needed, and the options of every call. Throws `not_configured`. */
async function connection() {
  const { apiKey, apiUrl, sandboxUrl, internet } = sandboxConfig();
  const { Sandbox } = await import('@e2b/code-interpreter');
  // One retry of the SDK's, for a 429 that says how long to wait; what lasts longer is the caller's to schedule.
  const options = { apiKey, apiUrl, sandboxUrl, debug: false, requestTimeoutMs: REQUEST_TIMEOUT_MS, retries: 1 };
  return { Sandbox, options, internet };
}

/**
 * Prepares a sandbox for a person's programs: sets their time zone, which Python's local time does not follow by
 * itself once it has started, and links the folder where models look for files to the working directory.
 */
const preparation = (timezone: string) => `exec("""
import os, time
os.environ['TZ'] = '${timezone}'
time.tzset()
try:
    os.makedirs('/mnt', exist_ok=True)
    os.path.exists('/mnt/data') or os.symlink('/home/user', '/mnt/data')
except OSError:
    pass
""", {})`;

/**
 * Prepares a sandbox for programs of a person in a time zone (an IANA name). Throws ProviderErrors.
 */
export async function prepareSandbox(sandbox: Sandbox, timezone: string): Promise<void> {
  if (!/^[A-Za-z][\w+/-]{0,63}$/.test(timezone)) throw new RangeError(`${timezone} is no time zone`);
  try {
    await sandbox.runCode(preparation(timezone), {
      timeoutMs: REQUEST_TIMEOUT_MS,
      requestTimeoutMs: REQUEST_TIMEOUT_MS,
    });
  } catch (error) {
    throw toSandboxError(error);
  }
}

/**
 * Connects to a sandbox, or makes one when there is none yet or the old one is gone. After five idle minutes it is
 * paused, and resumed by the next use. Throws ProviderErrors.
 */
export async function openSandbox(wanted: {
  sandboxId?: string | null;
  metadata: Record<string, string>;
}): Promise<OpenSandbox> {
  const { Sandbox, options, internet } = await connection();
  try {
    if (wanted.sandboxId) {
      const sandbox = await Sandbox.connect(wanted.sandboxId, { ...options, timeoutMs: IDLE_MS_MAX }).catch((error) => {
        if (isSandboxGone(error)) return undefined;
        throw error;
      });
      if (sandbox) return { sandbox, sandboxId: sandbox.sandboxId, restarted: false };
    }
    const sandbox = await Sandbox.create({
      ...options,
      timeoutMs: IDLE_MS_MAX,
      metadata: wanted.metadata,
      allowInternetAccess: internet,
      lifecycle: { onTimeout: 'pause', autoResume: true },
    });
    return { sandbox, sandboxId: sandbox.sandboxId, restarted: Boolean(wanted.sandboxId) };
  } catch (error) {
    throw toSandboxError(error);
  }
}

/** Ends a sandbox and what runs in it; one that is gone already is fine. Throws ProviderErrors. */
export async function killSandbox(sandboxId: string): Promise<void> {
  const { Sandbox, options } = await connection();
  try {
    await Sandbox.kill(sandboxId, options);
  } catch (error) {
    throw toSandboxError(error);
  }
}
