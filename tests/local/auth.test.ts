import { readFileSync } from 'node:fs';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestSupabase, type TestSupabase } from '../support/database.ts';
import { newAddress, password, visitors } from './auth-visitors.ts';

let supabase: TestSupabase;
beforeAll(async () => {
  supabase = await createTestSupabase();
});
afterAll(() => supabase.stop());
const { client, signUp, mailTo } = visitors(() => supabase);

describe('an anonymous person', () => {
  async function enter() {
    const person = client();
    const { data, error } = await person.auth.signInAnonymously({ options: { data: { name: 'Ada' } } });
    if (error || !data.user) throw error ?? new Error('no user');
    return { person, user: data.user };
  }

  test('is signed in without an address, and says so in the token', async () => {
    const { person, user } = await enter();
    expect(user).toMatchObject({ is_anonymous: true, email: '', identities: [], app_metadata: {} });
    expect((await person.auth.getClaims()).data?.claims).toMatchObject({
      is_anonymous: true,
      app_metadata: {},
      amr: [{ method: 'anonymous' }],
    });
    const { data } = await person.from('users').select('id, email, name');
    expect(data).toEqual([{ id: user.id, email: null, name: 'Ada' }]);
  });

  test('becomes an account with an address and a password and stays the same person', async () => {
    const { person, user } = await enter();
    const email = newAddress();
    expect((await person.auth.updateUser({ password })).error?.code).toBe('validation_failed');
    const asked = await person.auth.updateUser({ email });
    expect(asked.data.user).toMatchObject({ new_email: email, email: '', is_anonymous: true });

    const { code } = await mailTo(email);
    const verified = await person.auth.verifyOtp({ email, token: code, type: 'email_change' });
    expect(verified.data.user).toMatchObject({
      id: user.id,
      email,
      is_anonymous: false,
      app_metadata: { provider: 'email', providers: ['email'] },
      identities: [{ provider: 'email', identity_data: { email, email_verified: true } }],
    });
    expect((await person.auth.updateUser({ password })).error).toBeNull();
    const later = await client().auth.signInWithPassword({ email, password });
    expect(later.data.user?.id).toBe(user.id);
    expect((await person.from('users').select('email')).data).toEqual([{ email }]);
    expect((await person.auth.getClaims()).data?.claims.is_anonymous).toBe(false);
  });

  test('keeps address and password given at once; somebody else’s address is refused', async () => {
    const { person } = await enter();
    const other = await signUp();
    expect((await person.auth.updateUser({ email: other.email, password })).error?.code).toBe('email_exists');
    const email = newAddress();
    await person.auth.updateUser({ email, password });
    expect((await client().auth.signInWithPassword({ email, password })).error?.code).toBe('invalid_credentials');
    await person.auth.verifyOtp({ email, token: (await mailTo(email)).code, type: 'email_change' });
    expect((await client().auth.signInWithPassword({ email, password })).error).toBeNull();
  });
});

describe('an account', () => {
  test('changes its address when both the old and the new one have confirmed it', async () => {
    const { person, email, id } = await signUp();
    const newEmail = newAddress();
    const asked = await person.auth.updateUser({ email: newEmail });
    expect(asked.data.user).toMatchObject({ email, new_email: newEmail });
    const old = await mailTo(email);
    const half = await person.auth.verifyOtp({
      email: newEmail,
      token: (await mailTo(newEmail)).code,
      type: 'email_change',
    });
    expect([half.error, half.data.session]).toEqual([null, null]);
    expect((await person.auth.getUser()).data.user?.email).toBe(email);
    const whole = await person.auth.verifyOtp({ email, token: old.code, type: 'email_change' });
    expect(whole.data.user).toMatchObject({ id, email: newEmail });
    expect((await client().auth.signInWithPassword({ email: newEmail, password })).data.user?.id).toBe(id);
  });

  test('keeps what an admin wrote in app_metadata, which nobody writes for themselves', async () => {
    const { person, id } = await signUp();
    const { admin } = client(supabase.secretKey).auth;
    await admin.updateUserById(id, { app_metadata: { plan: 'pro' } });
    await person.auth.updateUser({ data: { theme: 'dark' } });
    await person.auth.refreshSession();
    const kept = { provider: 'email', providers: ['email'], plan: 'pro' };
    expect((await person.auth.getUser()).data.user).toMatchObject({
      app_metadata: kept,
      user_metadata: { theme: 'dark' },
    });
    expect((await person.auth.getClaims()).data?.claims.app_metadata).toEqual(kept);
    const identities = async () =>
      (await person.auth.getUserIdentities()).data?.identities.map((each) => each.identity_id);
    const before = await identities();
    expect(before).toHaveLength(1);
    expect(await identities()).toEqual(before);
    const { access_token = '' } = (await person.auth.getSession()).data.session ?? {};
    const forged = await fetch(`${supabase.url}/auth/v1/user`, {
      method: 'PUT',
      headers: { apikey: supabase.publishableKey, authorization: `Bearer ${access_token}` },
      body: JSON.stringify({ app_metadata: { plan: 'pro' } }),
    });
    expect(forged.status).toBe(403);
  });

  test('refuses the password that it has, and says why one is weak', async () => {
    const { person } = await signUp();
    expect((await person.auth.updateUser({ password })).error?.code).toBe('same_password');
    const { error } = await person.auth.updateUser({ password: 'short' });
    expect(error).toMatchObject({ name: 'AuthWeakPasswordError', code: 'weak_password', reasons: ['length'] });
  });

  test.each([
    ['local', [false, true]],
    ['others', [true, false]],
    ['global', [false, false]],
  ] as const)('signing out with the scope %s ends what it says, at once', async (scope, [here, elsewhere]) => {
    const { email, session, person } = await signUp();
    const other = await client().auth.signInWithPassword({ email, password });
    expect((await person.auth.signOut({ scope })).error).toBeNull();
    const holds = async (token = '') => {
      const response = await fetch(`${supabase.url}/auth/v1/user`, {
        headers: { apikey: supabase.publishableKey, authorization: `Bearer ${token}` },
      });
      if (response.ok) return true;
      expect([response.status, await response.json()]).toEqual([
        403,
        expect.objectContaining({ error_code: 'session_not_found' }),
      ]);
      expect((await client().auth.getUser(token)).error?.name).toBe('AuthSessionMissingError');
      return false;
    };
    expect(await holds(session.access_token)).toBe(here);
    expect(await holds(other.data.session?.access_token)).toBe(elsewhere);
  });
});

describe('what the embedded Supabase Auth says of itself', () => {
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { apikey: supabase.publishableKey };
    const response = await fetch(`${supabase.url}/auth/v1${path}`, { headers, ...init });
    return { status: response.status, body: await response.json() };
  };

  test('settings name what can be used', async () => {
    expect((await ask('/settings')).body).toMatchObject({
      external: { anonymous_users: true, email: true, phone: false, google: false },
      disable_signup: false,
      mailer_autoconfirm: true,
    });
  });

  test('what is not there is refused with a code and a sentence, as where it is switched off', async () => {
    const { person } = await signUp();
    const sso = await person.auth.signInWithSSO({ domain: 'example.com' });
    expect(sso.error).toMatchObject({ code: 'saml_provider_disabled', message: 'SAML 2.0 is disabled' });
    const phone = await person.auth.signInWithOtp({ phone: '+15550100' });
    expect(phone.error).toMatchObject({ code: 'phone_provider_disabled', message: 'Unsupported phone provider' });
    const link = await person.auth.linkIdentity({ provider: 'google', options: { skipBrowserRedirect: true } });
    expect(link.error).toMatchObject({ code: 'manual_linking_disabled', message: 'Manual linking is disabled' });
    const factor = await person.auth.mfa.enroll({ factorType: 'totp' });
    expect(factor.error).toMatchObject({ code: 'mfa_totp_enroll_not_enabled' });
    expect(await ask('/authorize?provider=google', { headers: {} })).toMatchObject({
      status: 400,
      body: { msg: 'Unsupported provider: provider is not enabled' },
    });
    expect(await ask('/nowhere')).toMatchObject({
      status: 404,
      body: { msg: expect.stringContaining('GET /nowhere') },
    });
    expect(
      await ask('/verify', {
        method: 'POST',
        body: JSON.stringify({ type: 'email' }),
        headers: { apikey: supabase.publishableKey },
      }),
    ).toMatchObject({
      status: 400,
      body: { error_code: 'validation_failed' },
    });
  });
});

test('the program of docs/auth.md runs as it stands', async () => {
  const guide = readFileSync(new URL('../../docs/auth.md', import.meta.url), 'utf8');
  const [program = '', reader = ''] = [...guide.matchAll(/```js\n(.*?)```/gs)].map(([, code = '']) => code);
  const created: unknown[] = [];
  /** Makes a client whose errors are thrown. */
  const strict = (url: string, key: string) => {
    const { auth } = createClient(url, key, { auth: { autoRefreshToken: false, persistSession: true } });
    const calls = new Proxy(auth, {
      get: (target, name) => async (options: unknown) => {
        const answer = await Reflect.get(target, name).call(target, options);
        if (answer.error) throw answer.error;
        created.push(answer.data?.user?.email);
        return answer;
      },
    });
    return { auth: calls };
  };
  const [email, other, third] = [newAddress(), newAddress(), newAddress()];
  const given = {
    createClient: strict,
    supabaseUrl: supabase.url,
    publishableKey: supabase.publishableKey,
    ...{ email, other, third, password, newPassword: 'battery staple' },
  };
  const run = `return (async () => { ${reader}\n${program.replace(/^import .*$/m, '')} })()`;
  await new Function(...Object.keys(given), run)(...Object.values(given));
  expect(created).toEqual(expect.arrayContaining([email, other, third]));
  const later = await client().auth.signInWithPassword({ email, password: 'battery staple' });
  expect(later.error).toBeNull();
});
