import type { TestStack } from '../support/stack.ts';

type Mint = (stack: TestStack, userId: string) => Promise<string | null>;

/** Every token that must open nothing, by what is wrong with it; null is none at all. */
const wrongTokens: Record<string, Mint> = {
  'no token': async () => null,
  expired: ({ supabase }, id) => supabase.mintToken(id, { expiresInSeconds: -3600 }),
  'another audience': ({ supabase }, id) => supabase.mintToken(id, { claims: { aud: 'anon' } }),
  'another issuer': ({ supabase }, id) =>
    supabase.mintToken(id, { claims: { iss: 'https://another.example/auth/v1' } }),
  'alg none': ({ supabase }, id) => supabase.forgeToken(id, 'alg-none'),
  'HS256 with the public key': ({ supabase }, id) => supabase.forgeToken(id, 'hs256-public-key'),
  'signed with another key': ({ supabase }, id) => supabase.forgeToken(id, 'foreign-key'),
  tampered: async ({ supabase }, id) => {
    const [header, payload, signature] = (await supabase.mintToken(crypto.randomUUID())).split('.');
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString());
    return `${header}.${Buffer.from(JSON.stringify({ ...claims, sub: id })).toString('base64url')}.${signature}`;
  },
  'service role': ({ supabase }, id) => supabase.mintToken(id, { claims: { role: 'service_role' } }),
  'no role': ({ supabase }, id) => supabase.mintToken(id, { claims: { role: undefined } }),
  'no person': ({ supabase }, id) => supabase.mintToken(id, { claims: { sub: undefined } }),
  'the publishable key': async ({ supabase }) => supabase.publishableKey,
  'the secret key': async ({ supabase }) => supabase.secretKey,
};

/** A wrong token of each kind for a person who exists. */
export async function mintWrongTokens(stack: TestStack, userId: string): Promise<[string, string | null][]> {
  return Promise.all(
    Object.entries(wrongTokens).map(
      async ([kind, mint]): Promise<[string, string | null]> => [kind, await mint(stack, userId)],
    ),
  );
}
