/** Signing up, in and out. */

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AuthError } from './error.ts';
import { challengeOf } from './mailing.ts';
import { isPassword } from './passwords.ts';
import { type AuthAnswer, type AuthProject, Email, type Handler, Metadata, read, signedIn } from './request.ts';
import { closeSessions, openSession, refreshSession } from './sessions.ts';
import { findUserByEmail, insertUser, updateUser } from './users.ts';

const SignUp = z.object({
  email: Email.nullish(),
  phone: z.string().nullish(),
  password: z.string().nullish(),
  data: Metadata.nullish(),
});
const Credentials = z.object({ email: Email, password: z.string() });
const Refresh = z.object({ refresh_token: z.string() });
const Pkce = z.object({ auth_code: z.string(), code_verifier: z.string() });
const Scope = z.enum(['global', 'local', 'others']);

/** Makes an account, or without an address somebody anonymous, who may add one later and stays the same person. */
export const signUp: Handler = async ({ pool, tokens }, { body }) => {
  const { email, phone, password, data } = read(SignUp, body);
  if (phone) throw new AuthError(400, 'phone_provider_disabled', 'Phone signups are disabled');
  const metadata = data ?? {};
  if (!email) {
    const { id } = await insertUser(pool, { email: null, metadata });
    return { status: 200, body: await openSession(pool, tokens, id, 'anonymous') };
  }
  if (!password) throw new AuthError(400, 'validation_failed', 'Signup requires a valid password');
  const known = await findUserByEmail(pool, email);
  // Somebody who asked for a code and never used it has not signed up yet.
  const user =
    known && !known.email_confirmed_at
      ? await updateUser(pool, known.id, { password, metadata, isConfirmed: true })
      : await insertUser(pool, { email, password, metadata }, 'user_already_exists');
  return { status: 200, body: await openSession(pool, tokens, user.id) };
};

const GRANTS: Record<string, (project: AuthProject, body: unknown) => Promise<unknown>> = {
  async password({ pool, tokens }, body) {
    const { email, password } = read(Credentials, body);
    const user = await findUserByEmail(pool, email);
    if (!user?.encrypted_password || !(await isPassword(password, user.encrypted_password))) {
      throw new AuthError(400, 'invalid_credentials', 'Invalid login credentials');
    }
    if (!user.email_confirmed_at) throw new AuthError(400, 'email_not_confirmed', 'Email not confirmed');
    return openSession(pool, tokens, user.id);
  },
  refresh_token: ({ pool, tokens }, body) => refreshSession(pool, tokens, read(Refresh, body).refresh_token),
  async pkce({ pool, tokens }, body) {
    const { auth_code: authCode, code_verifier: verifier } = read(Pkce, body);
    const { rows } = await pool.query<{ user_id: string; code_challenge: string; is_expired: boolean }>(
      `delete from auth.flow_states where auth_code_hash = $1
       returning user_id, code_challenge, created_at < now() - interval '5 minutes' as is_expired`,
      [createHash('sha256').update(authCode).digest('hex')],
    );
    const flow = rows[0];
    if (!flow) throw new AuthError(404, 'flow_state_not_found', 'invalid flow state, no valid flow state found');
    if (flow.is_expired) throw new AuthError(422, 'flow_state_expired', 'invalid flow state, flow state has expired');
    if (challengeOf(verifier) !== flow.code_challenge) {
      throw new AuthError(400, 'bad_code_verifier', 'code challenge does not match previously saved code verifier');
    }
    return openSession(pool, tokens, flow.user_id, 'otp');
  },
};

/** Trades a password, a refresh token or a link's code for a session. */
export const token: Handler = async (project, { query, body }): Promise<AuthAnswer> => {
  const grant = query.get('grant_type') ?? '';
  const open = Object.hasOwn(GRANTS, grant) ? GRANTS[grant] : undefined;
  if (!open) throw new AuthError(400, 'invalid_credentials', 'unsupported_grant_type');
  return { status: 200, body: await open(project, body) };
};

/** Ends this session (`local`), every other one (`others`), or all of them (`global`, the default). */
export const logout: Handler = async (project, request) => {
  const { user, sessionId } = await signedIn(project, request);
  const scope = Scope.safeParse(request.query.get('scope') || 'global');
  if (!scope.success)
    throw new AuthError(400, 'validation_failed', 'Unsupported logout scope: use global, local or others');
  await closeSessions(project.pool, user.id, sessionId, scope.data);
  return { status: 204 };
};
