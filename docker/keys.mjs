/** Prints the secrets of compose.yaml as variables for .env. It needs no packages: `node docker/keys.mjs >> .env`. */

import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

if (existsSync('.env') && /^FLUX_JWT_SECRET=/m.test(readFileSync('.env', 'utf8'))) {
  process.stderr.write(
    'The secrets are in .env already. New ones would not open the database that they made: nothing was printed.\n',
  );
  process.exit(1);
}

/** @param {number} bytes */
const secret = (bytes) => randomBytes(bytes).toString('hex');
const jwtSecret = secret(32);
const tenYears = 10 * 365 * 86_400;

/**
 * Returns an API key as Supabase's older ones are: a token of a role, signed with the project's secret (HS256).
 *
 * @param {'anon' | 'service_role'} role
 */
function apiKey(role) {
  const now = Math.floor(Date.now() / 1000);
  const parts = [
    { alg: 'HS256', typ: 'JWT' },
    { iss: 'supabase', role, iat: now, exp: now + tenYears },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return [...parts, createHmac('sha256', jwtSecret).update(parts.join('.')).digest('base64url')].join('.');
}

const variables = {
  FLUX_POSTGRES_PASSWORD: secret(24),
  FLUX_JWT_SECRET: jwtSecret,
  FLUX_ANON_KEY: apiKey('anon'),
  FLUX_SERVICE_ROLE_KEY: apiKey('service_role'),
  FLUX_INNGEST_EVENT_KEY: secret(24),
  // Inngest's own takes hexadecimal digits of even number alone.
  FLUX_INNGEST_SIGNING_KEY: secret(32),
  FLUX_REALTIME_SECRET: secret(32),
  // Of 16 characters (AES-128).
  FLUX_REALTIME_ENCRYPTION_KEY: secret(8),
};
const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
process.stdout.write(`${lines.join('\n')}\n`);
