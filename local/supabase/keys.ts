/** A project's API keys and signing key, and the tokens made with them. */

import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import { z } from 'zod';

/** The lifetime of a person's access token: Supabase's default, in seconds. */
export const TOKEN_SECONDS = 3600;

const Keys = z.object({
  publishableKey: z.string(),
  secretKey: z.string(),
  authenticatorPassword: z.string(),
  /** An EC private key (P-256) as a JWK. */
  signingKey: z.object({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    alg: z.literal('ES256'),
    kid: z.string(),
    x: z.string(),
    y: z.string(),
    d: z.string(),
  }),
});
export type Keys = z.infer<typeof Keys>;

/** Returns new random keys. */
export async function createKeys(): Promise<Keys> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return Keys.parse({
    publishableKey: `sb_publishable_${randomBytes(24).toString('base64url')}`,
    secretKey: `sb_secret_${randomBytes(24).toString('base64url')}`,
    authenticatorPassword: randomBytes(18).toString('base64url'),
    signingKey: { ...(await exportJWK(privateKey)), alg: 'ES256', kid: randomUUID() },
  });
}

/** Returns the keys kept in `file` (mode 0600), made at the first call, so that keys and tokens outlive a restart. */
export async function loadKeys(file: string): Promise<Keys> {
  if (existsSync(file)) return Keys.parse(JSON.parse(readFileSync(file, 'utf8')));
  const keys = await createKeys();
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

/** Returns the public half, as `/auth/v1/.well-known/jwks.json` serves it and PostgREST verifies with it. */
export function publicJwks({ signingKey: { d: _private, ...key } }: Keys): JSONWebKeySet {
  return { keys: [{ ...key, use: 'sig', key_ops: ['verify'], ext: true }] };
}

export interface Tokens {
  readonly issuer: string;
  /** Signs `claims` as they are, adding only `iat` and `exp`; a negative time makes a token that has expired. */
  sign(claims: JWTPayload, expiresInSeconds: number): Promise<string>;
  /** The claims of a token that this project signed and that has not expired. @throws a JOSEError for any other */
  verify(token: string): Promise<JWTPayload>;
  /** A token of the role alone, which stands in for an API key towards PostgREST. */
  ofRole(role: 'anon' | 'service_role'): Promise<string>;
}

/** Signs and verifies this project's tokens (ES256 and nothing else). */
export async function createTokens(keys: Keys, issuer: string): Promise<Tokens> {
  const key = await importJWK(keys.signingKey, 'ES256');
  const jwks = createLocalJWKSet(publicJwks(keys));
  const sign = (claims: JWTPayload, expiresInSeconds: number) => {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ ...claims, iat: now, exp: now + expiresInSeconds })
      .setProtectedHeader({ alg: 'ES256', kid: keys.signingKey.kid, typ: 'JWT' })
      .sign(key);
  };
  const ofRoles = new Map<string, { token: Promise<string>; renewAt: number }>();
  return {
    issuer,
    sign,
    verify: async (token) => (await jwtVerify(token, jwks, { algorithms: ['ES256'] })).payload,
    ofRole(role) {
      const known = ofRoles.get(role);
      if (known && Date.now() < known.renewAt) return known.token;
      const token = sign({ iss: 'supabase', role }, TOKEN_SECONDS);
      ofRoles.set(role, { token, renewAt: Date.now() + (TOKEN_SECONDS * 1000) / 2 });
      return token;
    },
  };
}

/** The person that a token is for; fields that are left out are as for an address that signed in with a password. */
export interface Claimant {
  id: string;
  email: string | null;
  raw_app_meta_data?: Record<string, unknown>;
  raw_user_meta_data?: Record<string, unknown>;
  is_anonymous?: boolean;
}

/** Returns the claims of a person's access token, as Supabase Auth makes them. */
export function userClaims(
  issuer: string,
  user: Claimant,
  session?: { id: string; method: string; createdAt: Date },
): JWTPayload {
  return {
    iss: issuer,
    sub: user.id,
    aud: 'authenticated',
    role: 'authenticated',
    email: user.email ?? '',
    phone: '',
    app_metadata: user.raw_app_meta_data ?? { provider: 'email', providers: ['email'] },
    user_metadata: user.raw_user_meta_data ?? {},
    aal: 'aal1',
    amr: [
      {
        method: session?.method ?? 'password',
        timestamp: Math.floor((session?.createdAt.getTime() ?? Date.now()) / 1000),
      },
    ],
    ...(session ? { session_id: session.id } : {}),
    is_anonymous: user.is_anonymous ?? false,
  };
}
