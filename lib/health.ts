import { z } from 'zod';
import {
  authConfig,
  databaseConfig,
  deepgramConfig,
  inngestConfig,
  isLoopback,
  modelConfig,
  secretKey,
  voiceConfigured,
} from './config.ts';
import { configFindings } from './config-check.ts';
import { Problem } from './problem.ts';

const probeTimeoutMs = 3_000;
/** The age up to which an answer is given again: nobody needs to sign in to ask. */
const freshForMs = 5_000;

const Dependency = z.object({
  mode: z.string().meta({ example: 'hosted' }),
  ok: z.boolean(),
  latency_ms: z.number().nullable().meta({ description: 'null when nothing had to be asked' }),
  reason: z.string().nullable(),
});
type Dependency = z.infer<typeof Dependency>;

export const Readiness = z
  .object({
    status: z.enum(['ready', 'not_ready']),
    dependencies: z.object({
      database: Dependency,
      auth: Dependency,
      inngest: Dependency,
      sandbox: Dependency,
      model: Dependency,
      voice: Dependency,
      configuration: Dependency,
    }),
  })
  .meta({ id: 'Readiness' });
export type Readiness = z.infer<typeof Readiness>;

let last: { at: number; answer: Promise<Readiness> } | undefined;

/** Asks every configured dependency whether it answers, all at once. What is switched off on purpose counts as ready. */
export function readiness(): Promise<Readiness> {
  if (!last || performance.now() - last.at > freshForMs) last = { at: performance.now(), answer: probeAll() };
  return last.answer;
}

async function probeAll(): Promise<Readiness> {
  const [database, auth, inngest, sandbox, model, voice, configuration] = await Promise.all([
    probe(databaseMode, async () => {
      secretKey();
      const { asAnonymous } = await import('./db/client.ts');
      await asAnonymous((db) => db.rpc('ping'));
    }),
    probe(databaseMode, () => reach(authConfig().jwksUrl)),
    probe(() => inngestConfig().mode, probeInngest),
    probe(sandboxMode, probeSandbox),
    probe(() => (modelConfig() ? (modelConfig()?.provider ?? '') : 'none'), probeModel),
    probe(() => (voiceConfigured() ? 'Deepgram' : 'off'), probeVoice),
    probe(() => 'environment', probeConfiguration),
  ]);
  const dependencies = { database, auth, inngest, sandbox, model, voice, configuration };
  const ready = Object.values(dependencies).every((dependency) => dependency.ok);
  return { status: ready ? 'ready' : 'not_ready', dependencies };
}

function off(mode: string, reason: string): Dependency {
  return { mode, ok: true, latency_ms: null, reason };
}

/** Runs one probe. A probe that returns a sentence had nothing to ask; one that throws says why it is not ready. */
async function probe(mode: () => string, ask: () => Promise<unknown>): Promise<Dependency> {
  const started = performance.now();
  try {
    const reason = await ask();
    if (typeof reason === 'string') return off(mode(), reason);
    return { mode: mode(), ok: true, latency_ms: Math.round(performance.now() - started), reason: null };
  } catch (error) {
    const reason = error instanceof Problem ? error.message : 'It does not answer.';
    return { mode: safe(mode), ok: false, latency_ms: Math.round(performance.now() - started), reason };
  }
}

function safe(mode: () => string): string {
  try {
    return mode();
  } catch {
    return 'off';
  }
}

function databaseMode(): string {
  return isLoopback(databaseConfig().url) ? 'local' : 'hosted';
}

function sandboxMode(): string {
  const { E2B_API_URL: url, E2B_API_KEY: key } = process.env;
  return url && isLoopback(url) ? 'local' : key ? 'E2B' : 'off';
}

/** @throws Problem when nothing answers at the address, or it fails */
async function reach(url: string, init: RequestInit = {}, keyVariable?: string): Promise<void> {
  let status: number;
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(probeTimeoutMs) });
    await response.body?.cancel();
    status = response.status;
  } catch (cause) {
    throw new Problem('unavailable', `It could not be reached within ${probeTimeoutMs / 1000} s.`, { cause });
  }
  if (status === 401 || status === 403) {
    const hint = keyVariable ? `: check ${keyVariable}` : '';
    throw new Problem('provider_error', `It rejects our key (status ${status})${hint}.`);
  }
  if (status >= 500) throw new Problem('provider_error', `It fails with status ${status}.`);
}

async function probeInngest(): Promise<string | undefined> {
  const { mode, baseUrl, problem } = inngestConfig();
  if (problem) throw new Problem('not_configured', problem);
  if (!baseUrl) return 'Inngest Cloud is not asked: it calls us.';
  await reach(mode === 'dev server' ? `${baseUrl}/dev` : `${baseUrl}/health`);
  return undefined;
}

async function probeSandbox(): Promise<string | undefined> {
  const key = process.env.E2B_API_KEY;
  if (!key) return 'Set E2B_API_KEY to run code.';
  // Needs the key, unlike its /health.
  await reach(
    `${process.env.E2B_API_URL || 'https://api.e2b.app'}/v2/sandboxes?limit=1`,
    {
      headers: { 'X-API-KEY': key },
    },
    'E2B_API_KEY',
  );
  const isOff = sandboxMode() === 'local' && process.env.SANDBOX_PACKAGES_URL?.trim() === 'off';
  return isOff ? 'SANDBOX_PACKAGES_URL is off: programs can import only what was fetched before.' : undefined;
}

async function probeModel(): Promise<string | undefined> {
  const config = modelConfig();
  if (!config) return 'Rules and templates are used. Set OPEN_ROUTER_API_KEY, or OPENAI_API_KEY / OPENAI_BASE_URL.';
  await reach(
    `${config.baseUrl}/models`,
    { headers: { Authorization: `Bearer ${config.apiKey}` } },
    config.keyVariable,
  );
  return undefined;
}

/** @throws Problem that lists every finding, as the start of `npm run dev` does */
async function probeConfiguration(): Promise<string> {
  const findings = configFindings();
  if (findings.length) throw new Problem('not_configured', findings.join(' '));
  return 'Every variable that is set has the right form.';
}

async function probeVoice(): Promise<string | undefined> {
  if (!voiceConfigured()) return 'Set DEEPGRAM_API_KEY to turn voice on.';
  const { apiKey, restUrl } = deepgramConfig();
  await reach(`${restUrl}/v1/auth/token`, { headers: { Authorization: `Token ${apiKey}` } }, 'DEEPGRAM_API_KEY');
  return undefined;
}
