import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

type Mint = (stack: TestStack, userId: string) => Promise<string>;

const hour = 3600;
const refused: [string, Mint][] = [
  ['expired', ({ supabase }, id) => supabase.mintToken(id, { expiresInSeconds: -hour })],
  ['for another audience', ({ supabase }, id) => supabase.mintToken(id, { claims: { aud: 'anon' } })],
  [
    'from another issuer',
    ({ supabase }, id) => supabase.mintToken(id, { claims: { iss: 'https://evil.example/auth/v1' } }),
  ],
  ['of the service role', ({ supabase }, id) => supabase.mintToken(id, { claims: { role: 'service_role' } })],
  ['of no role', ({ supabase }, id) => supabase.mintToken(id, { claims: { role: undefined } })],
  ['for no person', ({ supabase }, id) => supabase.mintToken(id, { claims: { sub: 'service' } })],
  ['signed with another key', ({ supabase }, id) => supabase.forgeToken(id, 'foreign-key')],
  ['signed with the public key as HS256', ({ supabase }, id) => supabase.forgeToken(id, 'hs256-public-key')],
  ['unsigned (alg none)', ({ supabase }, id) => supabase.forgeToken(id, 'alg-none')],
  [
    'tampered with',
    async ({ supabase }, id) => {
      const [header, payload, signature] = (await supabase.mintToken(id)).split('.');
      const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString());
      const forged = Buffer.from(JSON.stringify({ ...claims, sub: crypto.randomUUID() })).toString('base64url');
      return `${header}.${forged}.${signature}`;
    },
  ],
  ['that is the publishable key', async ({ supabase }) => supabase.publishableKey],
  ['that is the secret key', async ({ supabase }) => supabase.secretKey],
  ['that is not one', async () => 'x'],
];

test.each(refused)('a token %s is 401 everywhere', async (_, mint) => {
  const { id } = await stack.signUp();
  const token = await mint(stack, id);
  for (const path of ['/goals', `/goals/${crypto.randomUUID()}`, '/api/chat/response/c1']) {
    const answer = await stack.request(path, { headers: { Authorization: `Bearer ${token}` } });
    expect(answer.body).toMatchObject({ status: 401, code: 'unauthorized' });
    expect(JSON.stringify(answer.body)).not.toContain(token);
  }
});

test('without a token, or with another scheme, the answer says what to send', async () => {
  for (const headers of [{}, { Authorization: 'Basic abc' }, { Authorization: 'Bearer' }]) {
    const answer = await stack.request('/goals', { headers });
    expect(answer.body).toMatchObject({
      status: 401,
      code: 'unauthorized',
      detail: expect.stringContaining('Authorization: Bearer'),
    });
  }
});

test('a good token is checked without asking the auth server each time', async () => {
  const person = await stack.signUp();
  await person.get('/goals');
  const before = stack.supabase.requests.length;
  await person.get('/goals');
  expect(stack.supabase.requests.slice(before)).toEqual(['GET /rest/v1/goal_details']);
});
