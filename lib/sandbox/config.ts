import { z } from 'zod';
import { ProviderError } from '../provider-error.ts';

const url = z.url({ protocol: /^https?$/ }).optional();

const Environment = z.object({
  E2B_API_KEY: z.string({ error: 'is not set' }),
  E2B_API_URL: url,
  E2B_SANDBOX_URL: url,
  SANDBOX_INTERNET: z.stringbool().default(false),
});

export interface SandboxConfig {
  apiKey: string;
  /** E2B's own when undefined. */
  apiUrl: string | undefined;
  sandboxUrl: string | undefined;
  /** True if code in a sandbox may reach the internet. */
  internet: boolean;
}

/** Reads the sandbox's variables as they are now. Throws a `not_configured` ProviderError that names what is wrong. */
export function sandboxConfig(): SandboxConfig {
  const names = Object.keys(Environment.shape);
  const { data, error } = Environment.safeParse(
    Object.fromEntries(names.map((name) => [name, process.env[name] || undefined])),
  );
  if (error) {
    const issues = error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
    throw new ProviderError('not_configured', `code execution is not configured: ${issues}`);
  }
  return {
    apiKey: data.E2B_API_KEY,
    apiUrl: data.E2B_API_URL,
    sandboxUrl: data.E2B_SANDBOX_URL,
    internet: data.SANDBOX_INTERNET,
  };
}
