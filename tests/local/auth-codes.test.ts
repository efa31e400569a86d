import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Mail } from '../../local/supabase/auth/mailbox.ts';
import { createTestSupabase, type TestSupabase } from '../support/database.ts';
import { times } from '../support/stack.ts';
import { newAddress, nextMail, password, visitors } from './auth-visitors.ts';

let supabase: TestSupabase;
beforeAll(async () => {
  supabase = await createTestSupabase();
});
afterAll(() => supabase.stop());
const { client, signUp, mailTo } = visitors(() => supabase);

/** Opens the link of a mail as a browser does, up to where it leads back to. */
async function follow({ link }: Mail): Promise<URL> {
  const response = await fetch(link, { redirect: 'manual' });
  expect(response.status).toBe(303);
  return new URL(response.headers.get('location') ?? '');
}

const hashOf = (url: URL) => Object.fromEntries(new URLSearchParams(url.hash.slice(1)));
/** As if what was mailed had been mailed earlier. */
const letPass = (email: string, span: string) =>
  supabase.query(`update auth.one_time_tokens set created_at = created_at - $2::interval where email = $1`, [
    email,
    span,
  ]);

describe('a forgotten password', () => {
  test('is replaced with a code from a mail; other sessions end and the old password is no good', async () => {
    const { email, session } = await signUp();
    const person = client();
    const events: string[] = [];
    person.auth.onAuthStateChange((event) => void events.push(event));
    expect((await person.auth.resetPasswordForEmail(email.toUpperCase())).error).toBeNull();
    const { code, subject, text, type } = await mailTo(email);
    expect(code).toMatch(/^\d{6}$/);
    expect([subject, type]).toEqual(['Choose a new password', 'recovery']);
    expect(text).toContain(code);

    const verified = await person.auth.verifyOtp({ email, token: code, type: 'recovery' });
    expect(verified.data.user?.email).toBe(email);
    expect(events).toContain('PASSWORD_RECOVERY');
    expect((await person.auth.updateUser({ password: 'battery staple' })).error).toBeNull();

    expect((await client().auth.signInWithPassword({ email, password })).error?.code).toBe('invalid_credentials');
    expect((await client().auth.signInWithPassword({ email, password: 'battery staple' })).error).toBeNull();
    expect((await client().auth.getUser(session.access_token)).error?.name).toBe('AuthSessionMissingError');
    expect((await person.auth.getUser()).data.user?.email).toBe(email);
  });

  test('an address that nobody has is answered alike, and nothing is mailed', async () => {
    const email = newAddress();
    expect(await client().auth.resetPasswordForEmail(email)).toEqual({ data: {}, error: null });
    await expect(mailTo(email)).rejects.toThrow('no mail');
    // So is the second request in one second.
    expect((await client().auth.resetPasswordForEmail(email)).error?.code).toBe('over_email_send_rate_limit');
  });

  test('a code is good once, also for five requests at once', async () => {
    const { email } = await signUp();
    await client().auth.resetPasswordForEmail(email);
    const { code } = await mailTo(email);
    const answers = await Promise.all(
      times(5, () => client().auth.verifyOtp({ email, token: code, type: 'recovery' })),
    );
    expect(answers.filter(({ error }) => !error)).toHaveLength(1);
    const after = await client().auth.verifyOtp({ email, token: code, type: 'recovery' });
    expect([after.error?.status, after.error?.code]).toEqual([403, 'otp_expired']);
  });

  test('five wrong guesses void a code, an hour does, and so does a newer one', async () => {
    const { email } = await signUp();
    const verify = (token: string) => client().auth.verifyOtp({ email, token, type: 'recovery' });
    await client().auth.resetPasswordForEmail(email);
    const guessed = await mailTo(email);
    const wrong = guessed.code === '000000' ? '000001' : '000000';
    for (const _ of times(5, () => null)) expect((await verify(wrong)).error?.code).toBe('otp_expired');
    expect((await verify(guessed.code)).error?.code).toBe('otp_expired');

    await nextMail();
    await client().auth.resetPasswordForEmail(email);
    const old = await mailTo(email);
    await letPass(email, '59 minutes 50 seconds');
    await letPass(email, '11 seconds');
    expect((await verify(old.code)).error?.code).toBe('otp_expired');
    expect(hashOf(await follow(old))).toMatchObject({ error: 'access_denied', error_code: 'otp_expired' });

    await nextMail();
    await client().auth.resetPasswordForEmail(email);
    const replaced = await mailTo(email);
    await nextMail();
    await client().auth.resetPasswordForEmail(email);
    const newest = await mailTo(email);
    if (replaced.code !== newest.code) expect((await verify(replaced.code)).error?.code).toBe('otp_expired');
    expect((await verify(newest.code)).error).toBeNull();
  });

  test('neither codes nor links can be read in the database', async () => {
    const { email } = await signUp();
    await client().auth.resetPasswordForEmail(email);
    const { code, token_hash } = await mailTo(email);
    const [row] = await supabase.query<{ row: string }>(
      'select t::text as row from auth.one_time_tokens t where email = $1',
      [email],
    );
    expect(row?.row).toContain(email);
    expect(row?.row).not.toContain(token_hash);
    expect(row?.row.split(',')).not.toContain(code);
  });

  test('the link in the mail leads back to the page that asked, with a session; to a foreign page never', async () => {
    const { email, id } = await signUp();
    await client().auth.resetPasswordForEmail(email, { redirectTo: 'http://localhost:5173/new-password' });
    const back = await follow(await mailTo(email));
    expect(back.href.split('#')[0]).toBe('http://localhost:5173/new-password');
    const { access_token = '', refresh_token = '', type } = hashOf(back);
    expect(type).toBe('recovery');
    const { data } = await client().auth.setSession({ access_token, refresh_token });
    expect(data.user?.id).toBe(id);

    await nextMail();
    await client().auth.resetPasswordForEmail(email, { redirectTo: 'https://evil.example/' });
    expect((await follow(await mailTo(email))).origin).toBe('http://127.0.0.1:3000');
    await nextMail();
    await client().auth.resetPasswordForEmail(email, { redirectTo: 'com.example.app://login' });
    expect((await follow(await mailTo(email))).href).toMatch(/^com\.example\.app:\/\/login#access_token=/);
  });

  test('a page that keeps a verifier (PKCE) trades the link’s code for the session, once', async () => {
    const { email, id } = await signUp();
    const page = client(supabase.publishableKey, 'pkce');
    await page.auth.resetPasswordForEmail(email, { redirectTo: 'http://localhost:5173/' });
    const back = await follow(await mailTo(email));
    expect(back.hash).toBe('');
    const code = back.searchParams.get('code') ?? '';
    const stranger = client(supabase.publishableKey, 'pkce');
    await stranger.auth.resetPasswordForEmail(newAddress());
    expect((await page.auth.exchangeCodeForSession(code)).data.user?.id).toBe(id);
    expect((await stranger.auth.exchangeCodeForSession(code)).error?.code).toBe('flow_state_not_found');

    await nextMail();
    await page.auth.resetPasswordForEmail(email, { redirectTo: 'http://localhost:5173/' });
    const stolen = (await follow(await mailTo(email))).searchParams.get('code') ?? '';
    await stranger.auth.resetPasswordForEmail(newAddress());
    expect((await stranger.auth.exchangeCodeForSession(stolen)).error?.code).toBe('bad_code_verifier');
  });
});

describe('the page /mail', () => {
  const get = (headers: Record<string, string> = {}) => fetch(`${supabase.url}/mail`, { headers });

  test('shows a person the codes, newest first, as a page or as JSON, without a key', async () => {
    const [first, second] = [await signUp(), await signUp()];
    for (const { email } of [first, second]) await client().auth.resetPasswordForEmail(email);
    const page = await get();
    expect(page.headers.get('content-type')).toContain('text/html');
    const html = await page.text();
    expect(html.indexOf(second.email)).toBeGreaterThan(0);
    expect(html.indexOf(first.email)).toBeGreaterThan(html.indexOf(second.email));
    expect(html).toContain((await mailTo(first.email)).code);
  });

  test('is not for other servers’ pages, nor under another name', async () => {
    const foreign = await get({ origin: 'https://evil.example', accept: 'application/json' });
    expect(foreign.status).toBe(403);
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    const own = await get({ origin: 'http://localhost:5173', accept: 'application/json' });
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([200, 'http://localhost:5173']);
    expect((await get()).headers.get('access-control-allow-origin')).toBeNull();
    const { hostname, port } = new URL(supabase.url);
    const status = await new Promise((done, fail) => {
      request({ hostname, port, path: '/mail', headers: { host: 'evil.example' } }, ({ statusCode }) =>
        done(statusCode),
      )
        .on('error', fail)
        .end();
    });
    expect(status).toBe(403);
  });
});

describe('signing in by a code', () => {
  test('makes an account for somebody new, whose address is confirmed by the code alone', async () => {
    const email = newAddress();
    const person = client();
    await person.auth.signInWithOtp({ email, options: { data: { name: 'Ada' } } });
    const mail = await mailTo(email);
    expect(mail.type).toBe('signup');
    const [before] = await supabase.query('select email_confirmed_at from auth.users where email = $1', [email]);
    expect(before).toEqual({ email_confirmed_at: null });
    const { data } = await person.auth.verifyOtp({ email, token: mail.code, type: 'email' });
    expect(data.user).toMatchObject({ email, user_metadata: { name: 'Ada' }, email_confirmed_at: expect.any(String) });
    expect((await person.auth.getClaims()).data?.claims.amr).toEqual([
      { method: 'otp', timestamp: expect.any(Number) },
    ]);
  });

  test('signs in who has an account, by the code, by the token of the mail, or by its link', async () => {
    const { email, id } = await signUp();
    const send = async () => {
      await client().auth.signInWithOtp({ email, options: { shouldCreateUser: false } });
      return mailTo(email);
    };
    const { type, code } = await send();
    expect(type).toBe('magiclink');
    expect((await client().auth.verifyOtp({ email, token: code, type: 'email' })).data.user?.id).toBe(id);
    await nextMail();
    const { token_hash } = await send();
    expect((await client().auth.verifyOtp({ token_hash, type: 'magiclink' })).data.user?.id).toBe(id);
    await nextMail();
    const { access_token = '' } = hashOf(await follow(await send()));
    expect((await client().auth.getUser(access_token)).data.user?.id).toBe(id);
  });

  test('no account is made where none was wanted', async () => {
    const answer = await client().auth.signInWithOtp({ email: newAddress(), options: { shouldCreateUser: false } });
    expect([answer.error?.status, answer.error?.code]).toEqual([422, 'otp_disabled']);
  });

  test('who never used their code may sign up with a password; nobody signs in with an unconfirmed address', async () => {
    const email = newAddress();
    await client().auth.signInWithOtp({ email });
    expect((await client().auth.signUp({ email, password })).data.user?.email).toBe(email);
    expect((await client().auth.signUp({ email, password })).error?.code).toBe('user_already_exists');
    const { admin } = client(supabase.secretKey).auth;
    const made = await admin.createUser({ email: newAddress(), password });
    const theirs = { email: made.data.user?.email ?? '', password };
    expect((await client().auth.signInWithPassword(theirs)).error?.code).toBe('email_not_confirmed');
    await admin.updateUserById(made.data.user?.id ?? '', { email_confirm: true });
    expect((await client().auth.signInWithPassword(theirs)).error).toBeNull();
  });

  test('a code is mailed again to who has not confirmed, as a new one; nothing to who has', async () => {
    const email = newAddress();
    await client().auth.signInWithOtp({ email });
    const first = await mailTo(email);
    const hasty = await client().auth.resend({ type: 'signup', email });
    expect([hasty.error?.status, hasty.error?.code]).toEqual([429, 'over_email_send_rate_limit']);
    await nextMail();
    expect((await client().auth.resend({ type: 'signup', email })).error).toBeNull();
    const second = await mailTo(email);
    expect(second.token_hash).not.toBe(first.token_hash);
    expect((await client().auth.verifyOtp({ email, token: second.code, type: 'signup' })).data.user?.email).toBe(email);
    await nextMail();
    expect((await client().auth.resend({ type: 'signup', email })).error).toBeNull();
    expect((await mailTo(email)).token_hash).toBe(second.token_hash);
  });
});
