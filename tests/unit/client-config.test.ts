import { SignJWT } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import health from '../../api/health.ts';

const before = { ...process.env };
beforeEach(() => {
  process.env.SUPABASE_URL = 'https://abcdefghijklmnop.supabase.co';
  process.env.LOG_LEVEL = 'silent';
});
afterEach(() => {
  process.env = { ...before };
});

const ask = async (key: string) => {
  process.env.SUPABASE_PUBLISHABLE_KEY = key;
  const answer = await health.request('/api/config');
  return { status: answer.status, text: await answer.text() };
};
const legacyKey = (role: string) =>
  new SignJWT({ role })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode('a secret of 32 characters, or so'));

test('a browser is told where to sign in, with the publishable key or the legacy anon key', async () => {
  for (const key of ['sb_publishable_abc', await legacyKey('anon')]) {
    const { status, text } = await ask(key);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      supabase_url: 'https://abcdefghijklmnop.supabase.co',
      supabase_publishable_key: key,
    });
  }
});

test('a secret key that was set by mistake is never shown', async () => {
  for (const key of ['sb_secret_abc', await legacyKey('service_role')]) {
    const { status, text } = await ask(key);
    expect(status).toBe(503);
    expect(text).not.toContain(key);
    expect(text).toContain('SUPABASE_PUBLISHABLE_KEY holds a secret key');
  }
});
