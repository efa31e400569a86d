import { z } from 'zod';
import { Problem } from './problem.ts';

const text = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();
const flag = text.transform((value) => value !== undefined && ['true', '1'].includes(value.toLowerCase()));
const url = text.transform((value) => value?.replace(/\/+$/, ''));

/** Every variable that a deployed function reads; what each is for and its default stand in .env.example. */
const Environment = z.object({
  SUPABASE_URL: url,
  SUPABASE_PUBLISHABLE_KEY: text,
  SUPABASE_ANON_KEY: text,
  SUPABASE_SECRET_KEY: text,
  SUPABASE_SERVICE_ROLE_KEY: text,
  SUPABASE_KEY: text,
  SUPABASE_JWT_SECRET: text,
  SUPABASE_JWT_ISSUER: url,
  OPEN_ROUTER_API_KEY: text,
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: url,
  OPENAI_MODEL: text,
  DEEPGRAM_API_KEY: text,
  DEEPGRAM_BASE_URL: url,
  INNGEST_DEV: text,
  INNGEST_EVENT_KEY: text,
  INNGEST_SIGNING_KEY: text,
  INNGEST_BASE_URL: url,
  VAPID_PUBLIC_KEY: text,
  VAPID_PRIVATE_KEY: text,
  VAPID_SUBJECT: text,
  PUSH_SERVICE_ORIGINS: text,
  CORS_ORIGINS: text,
  DAILY_COST_LIMIT_USD: text,
  LOG_LEVEL: text,
  DEBUG: flag,
});

function environment() {
  return Environment.parse(process.env);
}

/**
 * The value, or the problem that its absence is.
 * @throws Problem `not_configured` that names the variable
 */
function need(value: string | undefined, variable: string, purpose: string): string {
  if (value === undefined) throw new Problem('not_configured', `Set ${variable}: ${purpose}.`);
  return value;
}

/** Where data and accounts live. Read at each call: it costs microseconds, and nothing is stale. */
export function databaseConfig() {
  const env = environment();
  return {
    url: need(env.SUPABASE_URL, 'SUPABASE_URL', 'it is the address of the database'),
    publishableKey: need(
      env.SUPABASE_PUBLISHABLE_KEY ?? env.SUPABASE_ANON_KEY,
      'SUPABASE_PUBLISHABLE_KEY',
      'requests reach the database with it',
    ),
  };
}

/** The key that reads past row level security; used by `/api/inngest` alone. */
export function secretKey(): string {
  const env = environment();
  return need(
    env.SUPABASE_SECRET_KEY ?? env.SUPABASE_SERVICE_ROLE_KEY ?? env.SUPABASE_KEY,
    'SUPABASE_SECRET_KEY',
    'the durable functions work with it',
  );
}

/** How tokens are checked: the issuer, and the shared secret of projects that still sign with HS256. */
export function authConfig() {
  const env = environment();
  return {
    issuer: env.SUPABASE_JWT_ISSUER ?? `${databaseConfig().url}/auth/v1`,
    jwksUrl: `${databaseConfig().url}/auth/v1/.well-known/jwks.json`,
    jwtSecret: env.SUPABASE_JWT_SECRET,
  };
}

export type ModelConfig = { baseUrl: string; apiKey: string; model: string; keyVariable: string; provider: string };

/** The language model to use, or null when none is configured. OpenRouter's key wins over a plain OpenAI one. */
export function modelConfig(): ModelConfig | null {
  const env = environment();
  const model = env.OPENAI_MODEL ?? 'openai/gpt-4o-mini';
  if (env.OPEN_ROUTER_API_KEY) {
    return {
      baseUrl: env.OPENAI_BASE_URL ?? 'https://openrouter.ai/api/v1',
      apiKey: env.OPEN_ROUTER_API_KEY,
      model,
      keyVariable: 'OPEN_ROUTER_API_KEY',
      provider: 'OpenRouter',
    };
  }
  if (!env.OPENAI_API_KEY && !env.OPENAI_BASE_URL) return null;
  return {
    baseUrl: env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1',
    // Servers such as Ollama want no key, but the SDK does.
    apiKey: env.OPENAI_API_KEY ?? 'none',
    // OpenRouter puts the maker before the model's name; OpenAI itself does not.
    model: env.OPENAI_BASE_URL ? model : model.replace(/^openai\//, ''),
    keyVariable: 'OPENAI_API_KEY',
    provider: env.OPENAI_BASE_URL ? 'the model server at OPENAI_BASE_URL' : 'OpenAI',
  };
}

/** Whether this is a deployment; `vercel dev` and `netlify dev` set their host's variable on a developer's machine too. */
function isDeployed(): boolean {
  const { VERCEL, VERCEL_ENV, NETLIFY, NETLIFY_DEV, NODE_ENV } = process.env;
  if (VERCEL) return VERCEL_ENV !== 'development';
  if (NETLIFY) return NETLIFY_DEV !== 'true';
  return NODE_ENV === 'production';
}

export type InngestMode = 'dev server' | 'self-hosted' | 'cloud' | 'off';

/** Which Inngest runs the functions, and whether it is configured well enough to serve them. */
export function inngestConfig(): { mode: InngestMode; baseUrl: string | undefined; problem: string | undefined } {
  const env = environment();
  const dev = env.INNGEST_DEV;
  if (dev && !['0', 'false'].includes(dev.toLowerCase())) {
    if (isDeployed()) {
      const problem =
        'Remove INNGEST_DEV: with it anybody could run the durable functions, since it switches signatures off.';
      return { mode: 'off', baseUrl: undefined, problem };
    }
    const baseUrl = /^https?:/.test(dev) ? dev : (env.INNGEST_BASE_URL ?? 'http://localhost:8288');
    return { mode: 'dev server', baseUrl, problem: undefined };
  }
  const missing = [
    env.INNGEST_SIGNING_KEY ? undefined : 'INNGEST_SIGNING_KEY',
    env.INNGEST_EVENT_KEY ? undefined : 'INNGEST_EVENT_KEY',
  ].filter((name) => name !== undefined);
  return {
    mode: missing.length === 2 ? 'off' : env.INNGEST_BASE_URL ? 'self-hosted' : 'cloud',
    baseUrl: env.INNGEST_BASE_URL,
    problem: missing.length
      ? `Set ${missing.join(' and ')}: durable functions are served and sent to with them.`
      : undefined,
  };
}

/**
 * What one person's model calls and sandbox runs may cost a day, in USD.
 * @throws Problem `not_configured` for a value that is no amount
 */
export function dailyCostLimitUsd(): number {
  const limit = Number(environment().DAILY_COST_LIMIT_USD ?? 1);
  if (limit >= 0) return limit;
  throw new Problem('not_configured', 'DAILY_COST_LIMIT_USD must be an amount in dollars, such as 1 or 0.5.');
}

/** Whether voice is configured. */
export function voiceConfigured(): boolean {
  return environment().DEEPGRAM_API_KEY !== undefined;
}

/**
 * Deepgram's key and addresses; one DEEPGRAM_BASE_URL (a region's, or a self-hosted Deepgram) serves all of them.
 * @throws Problem `not_configured`
 */
export function deepgramConfig() {
  const env = environment();
  const rest = env.DEEPGRAM_BASE_URL ?? 'https://api.deepgram.com';
  return {
    apiKey: need(env.DEEPGRAM_API_KEY, 'DEEPGRAM_API_KEY', 'voice sessions get their tokens from Deepgram with it'),
    restUrl: rest,
    agentUrl: env.DEEPGRAM_BASE_URL ? rest.replace(/^http/, 'ws') : 'wss://agent.deepgram.com',
  };
}

/** Whether reminders can be pushed. */
export function pushConfigured(): boolean {
  const env = environment();
  return Boolean(env.VAPID_PUBLIC_KEY && env.VAPID_PRIVATE_KEY && env.VAPID_SUBJECT);
}

/**
 * The keys that push messages are signed with (RFC 8292), and where push services can reach whoever sends them.
 * @throws Problem `not_configured` that names the variables
 */
export function vapidConfig() {
  const { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_SUBJECT } = environment();
  const missing = Object.entries({ VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_SUBJECT })
    .filter(([, value]) => value === undefined)
    .map(([name]) => name)
    .join(', ');
  const purpose = 'reminders are pushed with these keys (`npm run keys` makes a pair)';
  const publicKey = need(VAPID_PUBLIC_KEY, missing, purpose);
  const privateKey = need(VAPID_PRIVATE_KEY, missing, purpose);
  const subject = need(VAPID_SUBJECT, missing, purpose);
  if (!/^B[\w-]{86}$/.test(publicKey) || !/^[\w-]{43}$/.test(privateKey)) {
    throw new Problem('not_configured', 'VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY are no pair from `npm run keys`.');
  }
  if (!/^(mailto:.|https:\/\/.)/.test(subject)) {
    throw new Problem(
      'not_configured',
      'VAPID_SUBJECT must be an address such as mailto:you@example.com or a https URL.',
    );
  }
  return { publicKey, privateKey, subject };
}

/** Push services besides those of the browsers, such as one for UnifiedPush: a comma-separated list of https origins. */
export function pushServiceOrigins(): string[] {
  return list(environment().PUSH_SERVICE_ORIGINS).filter((origin) => origin.startsWith('https://'));
}

/** Origins that browsers may call from: a comma-separated list, `*` for any. */
export function corsOrigins(): string[] {
  return list(environment().CORS_ORIGINS);
}

function list(text = ''): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** The level below which nothing is logged: LOG_LEVEL in any case, `debug` where DEBUG is set. */
export function logLevel(): string {
  const env = environment();
  const level = (env.LOG_LEVEL ?? (env.DEBUG ? 'debug' : 'info')).toLowerCase();
  const levels: Record<string, string> = { warning: 'warn', critical: 'fatal' };
  return levels[level] ?? level;
}
