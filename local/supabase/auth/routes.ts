/** The part of Supabase Auth (GoTrue) that supabase-js calls for a front end, and how the rest is refused. */

import { getUser, putUser } from './account.ts';
import { changeOne, createUser, deleteOne, getOne, listAll } from './admin.ts';
import { followLink, recover, resend, sendOtp, verify } from './codes.ts';
import { AuthError } from './error.ts';
import type { AuthAnswer, AuthProject, AuthRequest, Handler } from './request.ts';
import { logout, signUp, token } from './sign-in.ts';

const SETTINGS = {
  external: { anonymous_users: true, email: true, phone: false, apple: false, github: false, google: false },
  disable_signup: false,
  mailer_autoconfirm: true,
  phone_autoconfirm: false,
  sms_provider: '',
  saml_enabled: false,
  passkeys_enabled: false,
};

const ROUTES: Record<string, Handler> = {
  'GET /settings': async () => ({ status: 200, body: SETTINGS }),
  'POST /signup': signUp,
  'POST /token': token,
  'POST /otp': sendOtp,
  'POST /magiclink': sendOtp,
  'POST /recover': recover,
  'POST /resend': resend,
  'POST /verify': verify,
  'GET /verify': followLink,
  'GET /user': getUser,
  'PUT /user': putUser,
  'POST /logout': logout,
  'POST /admin/users': createUser,
  'GET /admin/users': listAll,
  'GET /admin/users/:id': getOne,
  'PUT /admin/users/:id': changeOne,
  'DELETE /admin/users/:id': deleteOne,
};

/** Paths that Supabase Auth has and this has not, refused as a project refuses them where the feature is off. */
const SWITCHED_OFF: { path: RegExp; status: number; code: string; message: string }[] = [
  {
    path: /^\/authorize$/,
    status: 400,
    code: 'validation_failed',
    message: 'Unsupported provider: provider is not enabled',
  },
  { path: /^\/sso\b/, status: 404, code: 'saml_provider_disabled', message: 'SAML 2.0 is disabled' },
  {
    path: /^\/factors\b/,
    status: 422,
    code: 'mfa_totp_enroll_not_enabled',
    message: 'MFA enroll is disabled for TOTP',
  },
  {
    path: /^\/user\/identities\b/,
    status: 404,
    code: 'manual_linking_disabled',
    message: 'Manual linking is disabled',
  },
];

/** Paths that a browser opens by itself, from a link in a mail or a page, so that no API key comes with them. */
const OPEN_TO_BROWSERS = new Set(['GET /verify', 'GET /authorize']);

export const needsNoKey = (method: string, path: string): boolean => OPEN_TO_BROWSERS.has(`${method} ${path}`);

/**
 * Answers one request below `/auth/v1`.
 * @throws AuthError for what Supabase Auth would refuse
 */
export async function answerAuth(project: AuthProject, request: AuthRequest): Promise<AuthAnswer> {
  const { method, path } = request;
  const handler = ROUTES[`${method} ${path.replace(/^(\/admin\/users)\/[^/]+$/, '$1/:id')}`];
  if (handler) return handler(project, request);
  const off = SWITCHED_OFF.find(({ path: pattern }) => pattern.test(path));
  if (off) throw new AuthError(off.status, off.code, off.message);
  throw new AuthError(404, 'not_found', `The embedded Supabase Auth has no ${method} ${path}`);
}
