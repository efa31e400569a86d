/** Signing in by a code or a link that is mailed: `/otp`, `/recover`, `/resend` and `/verify`. */

import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { AuthError } from './error.ts';
import { KINDS, mailToken, safeRedirect } from './mailing.ts';
import { hasOpenToken, type TokenRow, useCode, useTokenHash, voidTokens } from './one-time-tokens.ts';
import { type AuthProject, type AuthRequest, Email, type Handler, Metadata, read } from './request.ts';
import { openSession } from './sessions.ts';
import { findUserByEmail, insertUser, takeNewEmail, type UserRow, updateUser } from './users.ts';

export const Challenge = z.object({
  code_challenge: z.string().nullish(),
  code_challenge_method: z.string().nullish(),
});
const Otp = Challenge.extend({
  email: Email,
  data: Metadata.nullish(),
  create_user: z.boolean().nullish(),
});
const Recover = Challenge.extend({ email: Email });
const Resend = Challenge.extend({ email: Email, type: z.enum(['signup', 'email_change']) });
const Type = z.enum(['signup', 'invite', 'magiclink', 'recovery', 'email', 'email_change']);
const Verify = z.union([
  z.object({ type: Type, token_hash: z.string() }),
  z.object({ type: Type, email: Email, token: z.string() }),
]);
const Link = z.object({ type: Type, token: z.string() });

const SENT = { status: 200, body: {} };
const HALF_DONE = 'Confirmation link accepted. Please proceed to confirm link sent to the other email';

/** Mails a code to sign in with, to somebody new too unless `create_user` is false. */
export const sendOtp: Handler = async (project, request) => {
  if (read(z.object({ phone: z.string().nullish() }), request.body).phone) {
    throw new AuthError(400, 'phone_provider_disabled', 'Unsupported phone provider');
  }
  const { email, data, create_user: mayCreate, ...challenge } = read(Otp, request.body);
  project.mailbox.admit(email);
  let user = await findUserByEmail(project.pool, email);
  if (!user) {
    if (mayCreate === false) throw new AuthError(422, 'otp_disabled', 'Signups not allowed for otp');
    user = await insertUser(project.pool, { email, metadata: data ?? {}, isConfirmed: false });
  }
  const type = user.email_confirmed_at ? 'magiclink' : 'signup';
  await mailToken(project, request, { userId: user.id, to: email, type, challenge });
  return SENT;
};

/** Mails a code to choose a new password with. An address that nobody has is answered alike. */
export const recover: Handler = async (project, request) => {
  const { email, ...challenge } = read(Recover, request.body);
  project.mailbox.admit(email);
  const user = await findUserByEmail(project.pool, email);
  if (user) await mailToken(project, request, { userId: user.id, to: email, type: 'recovery', challenge });
  return SENT;
};

/** Mails what was mailed before once more, as a new code. Where nothing waits to be confirmed, nothing is sent. */
export const resend: Handler = async (project, request) => {
  const { email, type, ...challenge } = read(Resend, request.body);
  project.mailbox.admit(email);
  const user = await findUserByEmail(project.pool, email);
  if (type === 'email_change') {
    if (user?.new_email) await mailEmailChange(project, request, user, challenge);
  } else if (user && !user.email_confirmed_at) {
    await mailToken(project, request, { userId: user.id, to: email, type, challenge });
  }
  return SENT;
};

/** Mails codes for a change of address: to the new one, and to the one that is to be left, if there is one. */
export async function mailEmailChange(
  project: AuthProject,
  request: AuthRequest,
  { id: userId, email, new_email: newEmail }: UserRow,
  challenge: z.infer<typeof Challenge>,
): Promise<void> {
  if (newEmail === null) return;
  const type = 'email_change';
  if (email) await mailToken(project, request, { userId, to: email, type, kind: 'email_change_current', challenge });
  await mailToken(project, request, { userId, to: newEmail, type, kind: 'email_change_new', challenge });
}

/** Signs somebody in with a code, or with the token of a link that an app has read itself. */
export const verify: Handler = async (project, { body }) => {
  const asked = read(Verify, body);
  const token =
    'token_hash' in asked
      ? await useTokenHash(project.pool, KINDS[asked.type], asked.token_hash)
      : await useCode(project.pool, KINDS[asked.type], asked.email, asked.token);
  const userId = await confirm(project, token);
  if (!userId) return { status: 200, body: { msg: HALF_DONE, code: '200' } };
  return { status: 200, body: await openSession(project.pool, project.tokens, userId, 'otp') };
};

/** Signs somebody in who opens the link of a mail: leads back with the session, or with the error, after the `#`. */
export const followLink: Handler = async (project, { query }) => {
  const target = new URL(safeRedirect(query.get('redirect_to'), project.siteUrl));
  try {
    const { type, token } = read(Link, Object.fromEntries(query));
    const row = await useTokenHash(project.pool, KINDS[type], token);
    const userId = await confirm(project, row);
    if (!userId) {
      target.hash = String(new URLSearchParams({ message: HALF_DONE }));
    } else if (row.code_challenge) {
      target.searchParams.set('code', await keepFlow(project, userId, row.code_challenge));
    } else {
      const session = await openSession(project.pool, project.tokens, userId, 'otp');
      const { access_token, refresh_token, token_type, expires_in, expires_at } = session;
      const times = { expires_in: String(expires_in), expires_at: String(expires_at) };
      target.hash = String(new URLSearchParams({ access_token, refresh_token, token_type, ...times, type }));
    }
  } catch (cause) {
    if (!(cause instanceof AuthError)) throw cause;
    const isExpired = cause.code === 'otp_expired';
    target.hash = String(
      new URLSearchParams({
        error: 'access_denied',
        error_code: cause.code,
        error_description: isExpired ? 'Email link is invalid or has expired' : cause.message,
      }),
    );
  }
  return { status: 303, headers: { location: target.href } };
};

/** Does what a used token was for. Returns whose it was, or null while a change of address waits for its other half. */
async function confirm({ pool }: AuthProject, { user_id: userId, kind }: TokenRow): Promise<string | null> {
  if (kind === 'confirmation' || kind === 'recovery') {
    await updateUser(pool, userId, { isConfirmed: true });
    return userId;
  }
  if (await hasOpenToken(pool, userId, KINDS.email_change)) return null;
  await takeNewEmail(pool, userId);
  // What was mailed to the address that was left opens nothing any more.
  await voidTokens(pool, userId);
  return userId;
}

async function keepFlow({ pool }: AuthProject, userId: string, codeChallenge: string): Promise<string> {
  const authCode = randomBytes(24).toString('base64url');
  await pool.query('insert into auth.flow_states (auth_code_hash, user_id, code_challenge) values ($1, $2, $3)', [
    createHash('sha256').update(authCode).digest('hex'),
    userId,
    codeChallenge,
  ]);
  return authCode;
}
