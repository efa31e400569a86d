import { Problem } from './problem.ts';

/** Returns a variable as it is now; an empty one is as good as none. Read at each call: it costs microseconds, and nothing is stale. */
function read(name: string): string | undefined {
  return process.env[name]?.trim() || undefined;
}

function readUrl(name: string): string | undefined {
  return read(name)?.replace(/\/+$/, '');
}

function missingOf(...names: string[]): string[] {
  return names.filter((name) => !read(name));
}

/**
 * Returns the value of a variable that must be there.
 * @throws Problem `not_configured` that names the variable
 */
function need(value: string | undefined, variable: string, purpose: string): string {
  if (value === undefined) throw new Problem('not_configured', `Set ${variable}: ${purpose}.`);
  return value;
}

/** Says whether an address is on this machine; what is no address is not. */
export function isLoopback(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(URL.parse(url)?.hostname ?? '');
}

/** Returns where data and accounts live. */
export function databaseConfig() {
  return {
    url: need(readUrl('SUPABASE_URL'), 'SUPABASE_URL', 'it is the address of the database'),
    publishableKey: need(
      read('SUPABASE_PUBLISHABLE_KEY') ?? read('SUPABASE_ANON_KEY'),
      'SUPABASE_PUBLISHABLE_KEY',
      'requests reach the database with it',
    ),
  };
}

/** Returns the key that reads past row level security; used by `/api/inngest` alone. */
export function secretKey(): string {
  return need(
    read('SUPABASE_SECRET_KEY') ?? read('SUPABASE_SERVICE_ROLE_KEY') ?? read('SUPABASE_KEY'),
    'SUPABASE_SECRET_KEY',
    'the durable functions work with it',
  );
}

/** Returns how tokens are checked: the issuer, and the shared secret of projects that still sign with HS256. */
export function authConfig() {
  return {
    issuer: readUrl('SUPABASE_JWT_ISSUER') ?? `${databaseConfig().url}/auth/v1`,
    jwksUrl: `${databaseConfig().url}/auth/v1/.well-known/jwks.json`,
    jwtSecret: read('SUPABASE_JWT_SECRET'),
  };
}

export type ModelConfig = { baseUrl: string; apiKey: string; model: string; keyVariable: string; provider: string };

/** Returns the language model to use, the first one of OPENAI_MODEL, or null when none is configured. */
export function modelConfig(): ModelConfig | null {
  return modelConfigs()[0] ?? null;
}

/** Returns the language models to use, in the order of OPENAI_MODEL. OpenRouter's key wins over a plain OpenAI one. */
export function modelConfigs(): ModelConfig[] {
  const models = list(read('OPENAI_MODEL') ?? 'openai/gpt-4o-mini');
  const baseUrl = readUrl('OPENAI_BASE_URL');
  const openRouterKey = read('OPEN_ROUTER_API_KEY');
  if (openRouterKey) {
    return models.map((model) => ({
      baseUrl: baseUrl ?? 'https://openrouter.ai/api/v1',
      apiKey: openRouterKey,
      model,
      keyVariable: 'OPEN_ROUTER_API_KEY',
      provider: 'OpenRouter',
    }));
  }
  const apiKey = read('OPENAI_API_KEY');
  if (!apiKey && !baseUrl) return [];
  return models.map((model) => ({
    baseUrl: baseUrl ?? 'https://api.openai.com/v1',
    // Servers such as Ollama want no key, but the SDK does.
    apiKey: apiKey ?? 'none',
    // OpenRouter puts the maker before the model's name; OpenAI itself does not.
    model: baseUrl ? model : model.replace(/^openai\//, ''),
    keyVariable: 'OPENAI_API_KEY',
    provider: baseUrl ? 'The model server' : 'OpenAI',
  }));
}

/**
 * Returns how long one step of a durable function may take, in milliseconds. Vercel gives a request 300 s (`maxDuration` in
 * vercel.json), Netlify, which sets SITE_ID, ends it after 60 s.
 */
export function stepMsMax(): number {
  return process.env.SITE_ID ? 50_000 : 240_000;
}

/**
 * Tells whether this is a deployment; `vercel dev` and `netlify dev` set their host's variable on a developer's machine too.
 * Netlify sets NETLIFY where it builds, and of its own variables only SITE_ID, SITE_NAME and URL where functions run.
 */
function isDeployed(): boolean {
  const { VERCEL, VERCEL_ENV, NETLIFY, NETLIFY_DEV, SITE_ID, NODE_ENV } = process.env;
  if (VERCEL) return VERCEL_ENV !== 'development';
  if (NETLIFY || SITE_ID) return NETLIFY_DEV !== 'true';
  return NODE_ENV === 'production';
}

export type InngestMode = 'dev server' | 'self-hosted' | 'cloud' | 'off';

/** Returns which Inngest runs the functions, and whether it is configured well enough to serve them. */
export function inngestConfig(): { mode: InngestMode; baseUrl: string | undefined; problem: string | undefined } {
  const dev = read('INNGEST_DEV');
  const hosted = readUrl('INNGEST_BASE_URL');
  const missing = missingOf('INNGEST_SIGNING_KEY', 'INNGEST_EVENT_KEY');
  const keys = missing.length
    ? `Set ${missing.join(' and ')}: durable functions are served and sent to with them.`
    : undefined;
  if (dev && !['0', 'false'].includes(dev.toLowerCase())) {
    if (isDeployed()) {
      const removal =
        'Remove INNGEST_DEV: with it anybody could run the durable functions, since it switches signatures off.';
      return { mode: 'off', baseUrl: undefined, problem: keys ? `${removal} ${keys}` : removal };
    }
    const baseUrl = /^https?:/.test(dev) ? dev : (hosted ?? 'http://localhost:8288');
    return { mode: 'dev server', baseUrl, problem: undefined };
  }
  return { mode: missing.length === 2 ? 'off' : hosted ? 'self-hosted' : 'cloud', baseUrl: hosted, problem: keys };
}

/**
 * Returns what one person's model calls and sandbox runs may cost a day, in USD.
 * @throws Problem `not_configured` for a value that is no amount
 */
export function dailyCostLimitUsd(): number {
  const limit = Number(read('DAILY_COST_LIMIT_USD') ?? 1);
  if (limit >= 0 && limit < Number.POSITIVE_INFINITY) return limit;
  throw new Problem('not_configured', 'DAILY_COST_LIMIT_USD must be an amount in dollars, such as 1 or 0.5.');
}

/** Tells whether voice is configured. */
export function voiceConfigured(): boolean {
  return read('DEEPGRAM_API_KEY') !== undefined;
}

/**
 * Deepgram's key and addresses; one DEEPGRAM_BASE_URL (a region's, or a self-hosted Deepgram) serves all of them.
 * @throws Problem `not_configured`
 */
export function deepgramConfig() {
  const own = readUrl('DEEPGRAM_BASE_URL');
  return {
    apiKey: need(read('DEEPGRAM_API_KEY'), 'DEEPGRAM_API_KEY', 'voice sessions get their tokens from Deepgram with it'),
    restUrl: own ?? 'https://api.deepgram.com',
    agentUrl: own?.replace(/^http/, 'ws') ?? 'wss://agent.deepgram.com',
  };
}

/** The variables that push messages are signed with, and the form of each. */
const vapidForms: { name: string; form: RegExp; must: string }[] = [
  { name: 'VAPID_PUBLIC_KEY', form: /^B[\w-]{86}$/, must: 'must be the public key of a pair from `npm run keys`' },
  { name: 'VAPID_PRIVATE_KEY', form: /^[\w-]{43}$/, must: 'must be the private key of the same pair' },
  {
    name: 'VAPID_SUBJECT',
    form: /^(mailto:.|https:\/\/.)/,
    must: 'must be an address such as mailto:you@example.com or a https URL',
  },
];
export const vapidVariables = vapidForms.map(({ name }) => name);

/** Tells whether reminders can be pushed. */
export function pushConfigured(): boolean {
  return missingOf(...vapidVariables).length === 0;
}

/** Returns a sentence for each thing that is wrong with the keys of Web Push; empty when all is well. */
export function vapidProblems(): string[] {
  const missing = missingOf(...vapidVariables);
  const malformed = vapidForms.filter(({ name, form }) => !missing.includes(name) && !form.test(read(name) ?? ''));
  return [
    ...(missing.length
      ? [`Set ${missing.join(', ')}: reminders are pushed with these keys (\`npm run keys\` makes a pair).`]
      : []),
    ...malformed.map(({ name, must }) => `${name} ${must}.`),
  ];
}

/**
 * Returns the keys that push messages are signed with (RFC 8292), and where push services can reach whoever sends them.
 * @throws Problem `not_configured` that names the variables
 */
export function vapidConfig() {
  const problems = vapidProblems();
  if (problems.length) throw new Problem('not_configured', problems.join(' '));
  return {
    publicKey: read('VAPID_PUBLIC_KEY') ?? '',
    privateKey: read('VAPID_PRIVATE_KEY') ?? '',
    subject: read('VAPID_SUBJECT') ?? '',
  };
}

/** Push services besides those of the browsers, such as one for UnifiedPush: a comma-separated list of https origins. */
export function pushServiceOrigins(): string[] {
  return list(read('PUSH_SERVICE_ORIGINS')).filter((origin) => origin.startsWith('https://'));
}

/**
 * Says whether browsers may call from an origin: one that CORS_ORIGINS names (a comma-separated list, `*` for any); where that
 * is not set, in development, any origin on this machine.
 */
export function isAllowedOrigin(origin: string): boolean {
  const named = list(read('CORS_ORIGINS'));
  if (named.length > 0) return named.some((allowed) => allowed === '*' || allowed === origin);
  return !isDeployed() && isLoopback(origin);
}

function list(text = ''): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

const levelAliases: Record<string, string> = { warning: 'warn', critical: 'fatal' };
/** Every value that LOG_LEVEL may have. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent', ...Object.keys(levelAliases)];

/** Returns the level below which nothing is logged: LOG_LEVEL in any case, `debug` where DEBUG is set, `info` where neither is one. */
export function logLevel(): string {
  const debug = ['true', '1'].includes(read('DEBUG')?.toLowerCase() ?? '');
  const level = (read('LOG_LEVEL') ?? (debug ? 'debug' : 'info')).toLowerCase();
  return logLevels.includes(level) ? (levelAliases[level] ?? level) : 'info';
}
