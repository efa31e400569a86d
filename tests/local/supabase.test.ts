import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bootstrap } from '../../local/supabase/database.ts';
import { createTestSupabase, type Forgery, type TestSupabase } from '../support/database.ts';

const fixtures = `
  create table public.notes (id serial primary key, user_id uuid not null default auth.uid(), body text not null);
  alter table public.notes enable row level security;
  create policy own on public.notes to authenticated using (user_id = (select auth.uid()));
  grant select, insert on public.notes to authenticated;
  grant usage on sequence public.notes_id_seq to authenticated;
  create table public.secrets (body text);
  create function public.digest_of(what text) returns text language sql as
    $$ select encode(extensions.digest(what, 'sha256'), 'hex') $$;
  grant execute on function public.digest_of(text) to anon;`;

let supabase: TestSupabase;
beforeAll(async () => {
  supabase = await createTestSupabase({ fixtures });
});
afterAll(() => supabase.stop());

const options = { auth: { persistSession: false, autoRefreshToken: false } };
const client = (key = supabase.publishableKey) => createClient(supabase.url, key, options);
const clientOf = (token: string) =>
  createClient(supabase.url, supabase.publishableKey, { ...options, accessToken: async () => token });

let count = 0;
const credentials = () => ({ email: `person${count++}@example.com`, password: 'correct horse' });

async function signUp() {
  const person = client();
  const { email, password } = credentials();
  const { data, error } = await person.auth.signUp({ email, password, options: { data: { name: 'Ada' } } });
  if (error || !data.session || !data.user) throw error ?? new Error('no session');
  return { person, email, password, session: data.session, user: data.user };
}

const get = (path: string, headers: Record<string, string>) => fetch(`${supabase.url}${path}`, { headers });

describe('signing in with supabase-js', () => {
  test('a person who signs up reads their own rows and nobody else’s', async () => {
    const [ada, bob] = [await signUp(), await signUp()];
    await ada.person.from('notes').insert({ body: 'hers' }).throwOnError();
    await bob.person.from('notes').insert({ body: 'his' }).throwOnError();
    const { data } = await ada.person.from('notes').select('body, user_id');
    expect(data).toEqual([{ body: 'hers', user_id: ada.user.id }]);
  });

  test('the access token carries the claims that Supabase puts there', async () => {
    const { person, user } = await signUp();
    const { data } = await person.auth.getClaims();
    expect(data?.claims).toMatchObject({
      iss: `${supabase.url}/auth/v1`,
      aud: 'authenticated',
      role: 'authenticated',
      sub: user.id,
      email: user.email,
      user_metadata: { name: 'Ada' },
    });
    expect(data?.claims.exp).toBe((data?.claims.iat ?? 0) + 3600);
    expect(data?.header.alg).toBe('ES256');
  });

  test('the right password signs in, whatever the case of the address; the wrong one does not', async () => {
    const { email, password, user } = await signUp();
    const right = await client().auth.signInWithPassword({ email: email.toUpperCase(), password });
    expect(right.data.user?.id).toBe(user.id);
    const wrong = await client().auth.signInWithPassword({ email, password: 'incorrect horse' });
    expect(wrong.error?.code).toBe('invalid_credentials');
  });

  test('an address is registered once, and a short password is refused', async () => {
    const { email } = await signUp();
    const again = await client().auth.signUp({ email, password: 'another one' });
    expect(again.error?.code).toBe('user_already_exists');
    const short = await client().auth.signUp({ ...credentials(), password: 'short' });
    expect(short.error?.code).toBe('weak_password');
  });

  test('a refresh token is good once; using it again ends the session', async () => {
    const { session } = await signUp();
    const first = await client().auth.refreshSession({ refresh_token: session.refresh_token });
    expect(first.data.session?.refresh_token).not.toBe(session.refresh_token);
    const replayed = await client().auth.refreshSession({ refresh_token: session.refresh_token });
    expect(replayed.error?.code).toBe('refresh_token_already_used');
    const newest = await client().auth.refreshSession({ refresh_token: first.data.session?.refresh_token ?? '' });
    expect(newest.error?.code).toBe('refresh_token_not_found');
  });

  test('of thirty refreshes at once with one token a single one succeeds', async () => {
    const { session } = await signUp();
    const refresh = () => client().auth.refreshSession({ refresh_token: session.refresh_token });
    const answers = await Promise.all(Array.from({ length: 30 }, refresh));
    expect(answers.filter(({ error }) => !error)).toHaveLength(1);
  });

  test('a person changes their password and metadata', async () => {
    const { person, email } = await signUp();
    await person.auth.updateUser({ password: 'battery staple', data: { theme: 'dark' } });
    const { data } = await client().auth.signInWithPassword({ email, password: 'battery staple' });
    expect(data.user?.user_metadata).toEqual({ name: 'Ada', theme: 'dark' });
    expect((await person.auth.getUser()).data.user?.email).toBe(email);
  });

  test('signing out ends the session', async () => {
    const { person, session } = await signUp();
    expect((await person.auth.signOut()).error).toBeNull();
    const { error } = await client().auth.refreshSession({ refresh_token: session.refresh_token });
    expect(error?.code).toBe('refresh_token_not_found');
  });
});

describe('what the gateway refuses', () => {
  test.each(['/rest/v1/notes', '/auth/v1/user'])('%s without a known API key is 401', async (path) => {
    expect((await get(path, {})).status).toBe(401);
    expect((await get(path, { apikey: 'sb_secret_guess' })).status).toBe(401);
  });

  test('the publishable key alone sees nothing that was not granted', async () => {
    const { error } = await client().from('notes').select();
    expect(error?.code).toBe('42501');
  });

  test.each<Forgery>(['foreign-key', 'hs256-public-key', 'alg-none'])(
    'a token forged by %s is refused',
    async (how) => {
      const { user } = await signUp();
      const forged = await supabase.forgeToken(user.id, how);
      const { status } = await clientOf(forged).from('notes').select();
      expect(status).toBe(401);
      const headers = { apikey: supabase.publishableKey, authorization: `Bearer ${forged}` };
      expect((await get('/auth/v1/user', headers)).status).toBe(403);
    },
  );

  test('an expired token is refused, the same one unexpired is not', async () => {
    const { user } = await signUp();
    const expired = await supabase.mintToken(user.id, { expiresInSeconds: -3600 });
    expect((await clientOf(expired).from('notes').select()).status).toBe(401);
    expect((await client().auth.getUser(expired)).error?.code).toBe('bad_jwt');
    const valid = await supabase.mintToken(user.id);
    expect((await clientOf(valid).from('notes').select()).status).toBe(200);
    expect((await client().auth.getUser(valid)).data.user?.id).toBe(user.id);
  });

  test('only the secret key administers users', async () => {
    const { session, user } = await signUp();
    const headers = { apikey: supabase.publishableKey, authorization: `Bearer ${session.access_token}` };
    expect((await get('/auth/v1/admin/users', headers)).status).toBe(403);
    expect((await client().auth.admin.deleteUser(user.id)).error?.code).toBe('not_admin');

    const { admin } = client(supabase.secretKey).auth;
    const made = await admin.createUser({ ...credentials(), user_metadata: { name: 'Bo' } });
    const id = made.data.user?.id ?? '';
    expect((await admin.getUserById(id)).data.user?.user_metadata).toEqual({ name: 'Bo' });
    expect((await admin.listUsers({ perPage: 1000 })).data.users.map((each) => each.id)).toContain(id);
    await admin.deleteUser(id);
    expect((await admin.getUserById(id)).error?.code).toBe('user_not_found');
  });

  test('a long body and a broken one are told so', async () => {
    const headers = { apikey: supabase.publishableKey, 'content-type': 'application/json' };
    const post = (body: string) => fetch(`${supabase.url}/auth/v1/signup`, { method: 'POST', headers, body });
    expect((await post('x'.repeat(200_000))).status).toBe(413);
    expect((await post('{')).status).toBe(400);
    expect((await post(JSON.stringify(credentials()))).status).toBe(200);
  });
});

describe('the database behind it', () => {
  test('migrations’ tables are open to nobody by default, and to everybody with the older privileges', async () => {
    const open = (of: TestSupabase) =>
      of.query<{ role: string; table: boolean; execute: boolean }>(
        `select role, has_table_privilege(role, 'public.later', 'select') as table,
                has_function_privilege(role, 'public.later_fn()', 'execute') as execute
         from unnest(array['anon', 'authenticated', 'service_role']) as role`,
      );
    const sql = `
      create table public.later (id int);
      create function public.later_fn() returns int language sql as 'select 1';
      revoke execute on function public.later_fn() from public;`;
    await supabase.query(sql);
    expect(new Set((await open(supabase)).flatMap(({ table, execute }) => [table, execute]))).toEqual(new Set([false]));
    // Our own migrations close what the older privileges open: they are set again to see what they do.
    const legacy = await createTestSupabase({ legacyPrivileges: true });
    await bootstrap(legacy.databaseUrl, { legacyPrivileges: true });
    await legacy.query(sql);
    expect(new Set((await open(legacy)).flatMap(({ table, execute }) => [table, execute]))).toEqual(new Set([true]));
    await legacy.stop();
  });

  test('the secret key reads past row level security where it was granted to', async () => {
    const admin = client(supabase.secretKey);
    expect((await admin.from('secrets').select()).error?.code).toBe('42501');
    await supabase.query(
      'grant select on public.secrets to service_role; alter table public.secrets enable row level security',
    );
    await supabase.query("insert into public.secrets values ('x')");
    expect((await admin.from('secrets').select()).data).toEqual([{ body: 'x' }]);
  });

  test('pgcrypto lives in the schema extensions', async () => {
    const { data } = await client().rpc('digest_of', { what: '' }).throwOnError();
    expect(data).toMatch(/^e3b0c442/);
  });

  test('answers stop at 1000 rows, and can say how many there are', async () => {
    const { person, user } = await signUp();
    await supabase.query('insert into notes (user_id, body) select $1, i::text from generate_series(1, 1001) i', [
      user.id,
    ]);
    const { data, count: total } = await person.from('notes').select('*', { count: 'exact' });
    expect(data).toHaveLength(1000);
    expect(total).toBe(1001);
  });
});

describe('the gateway', () => {
  beforeEach(() => {
    supabase.requests.length = 0;
  });

  test('lets browsers of any origin in, on both paths', async () => {
    for (const path of ['/rest/v1/notes', '/auth/v1/signup']) {
      const response = await fetch(`${supabase.url}${path}`, {
        method: 'OPTIONS',
        headers: { origin: 'http://localhost:5173', 'access-control-request-headers': 'apikey,authorization,prefer' },
      });
      expect(response.status).toBe(204);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-allow-headers')).toContain('prefer');
    }
    const { headers } = await get('/rest/v1/notes', { origin: 'http://localhost:5173', apikey: supabase.secretKey });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toContain('Content-Range');
    expect(supabase.requests).toEqual(['GET /rest/v1/notes']);
  });

  test('refuses text that PostgreSQL cannot hold, as no error of its own', async () => {
    const response = await fetch(`${supabase.url}/auth/v1/token?grant_type=refresh_token`, {
      method: 'POST',
      headers: { apikey: supabase.publishableKey, 'content-type': 'application/json' },
      body: JSON.stringify({ refresh_token: 'a\u0000' }),
    });
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ error_code: 'bad_json' }),
    ]);
  });

  test('counts round trips', async () => {
    const { person } = await signUp();
    await person.from('notes').select();
    expect(supabase.requests).toEqual(['POST /auth/v1/signup', 'GET /rest/v1/notes']);
  });

  test('waits while PostgREST is halted and answers 503 when it is gone', async () => {
    const own = await createTestSupabase();
    const ask = (signal?: AbortSignal) =>
      fetch(`${own.url}/rest/v1/`, { headers: { apikey: own.secretKey }, signal: signal ?? null });
    own.pauseRest();
    await expect(ask(AbortSignal.timeout(300))).rejects.toThrow('timeout');
    own.resumeRest();
    expect((await ask()).status).toBe(200);
    await own.rest.stop();
    expect((await ask()).status).toBe(503);
    await own.stop();
  });
});
