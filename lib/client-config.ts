import { decodeJwt } from 'jose';
import { z } from 'zod';
import { databaseConfig, voiceConfigured } from './config.ts';
import { Problem } from './problem.ts';

/** Settings of this deployment for frontends. */
export const ClientConfig = z
  .object({
    supabase_url: z.url().meta({ example: 'https://abcdefghijklmnop.supabase.co' }),
    supabase_publishable_key: z.string().meta({ example: 'sb_publishable_…' }),
    voice: z.boolean().meta({ description: 'Whether voice sessions can be started.' }),
  })
  .meta({ id: 'ClientConfig' });
export type ClientConfig = z.infer<typeof ClientConfig>;

/**
 * Returns where people sign in, and with which key: Supabase's publishable (or legacy anon) key, which is made to be in every browser.
 * @throws Problem `not_configured` when nothing is set, or when the variable holds a secret key, which must never be shown
 */
export function clientConfig(): ClientConfig {
  const { url, publishableKey } = databaseConfig();
  if (isSecret(publishableKey)) {
    throw new Problem(
      'not_configured',
      'SUPABASE_PUBLISHABLE_KEY holds a secret key. Set it to the publishable (or anon) key.',
    );
  }
  return { supabase_url: url, supabase_publishable_key: publishableKey, voice: voiceConfigured() };
}

/** Supabase's new keys say what they are; the legacy ones are tokens that say it in `role`. */
function isSecret(key: string): boolean {
  if (!key.startsWith('eyJ')) return key.startsWith('sb_secret_');
  return decodeJwt(key).role !== 'anon';
}
