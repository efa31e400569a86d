/** The part of Supabase Auth (GoTrue) that supabase-js calls for addresses and passwords. */

import type { JWTPayload } from 'jose';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Tokens } from '../keys.ts';
import { AuthError } from './error.ts';
import { isPassword } from './passwords.ts';
import { closeSessions, openSession, refreshSession } from './sessions.ts';
import { deleteUser, findUser, findUserByEmail, insertUser, listUsers, updateUser, userJson } from './users.ts';

export interface AuthRequest {
  method: string;
  /** Below `/auth/v1`, such as `/token`. */
  path: string;
  query: URLSearchParams;
  body: unknown;
  /** The token in `Authorization`, an API key there already traded for its role's. */
  bearer: string;
}

export interface AuthAnswer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

interface Project {
  pool: Pool;
  tokens: Tokens;
}

type Handler = (project: Project, request: AuthRequest) => Promise<AuthAnswer>;

const Metadata = z.record(z.string(), z.unknown());
const Email = z.email();
const SignUp = z.object({ email: Email, password: z.string(), data: Metadata.nullish() });
const SignIn = z.object({ email: Email, password: z.string() });
const Refresh = z.object({ refresh_token: z.string() });
const UserChanges = z.object({ email: Email.optional(), password: z.string().optional(), data: Metadata.optional() });
const AdminUser = z.object({ email: Email, password: z.string().optional(), user_metadata: Metadata.optional() });
const Page = z.object({ page: z.coerce.number().int().min(1), per_page: z.coerce.number().int().min(1).max(1000) });

const signUp: Handler = async ({ pool, tokens }, { body }) => {
  const { email, password, data } = read(SignUp, body);
  const user = await insertUser(pool, { email, password, metadata: data ?? {} }, 'user_already_exists');
  return { status: 200, body: await openSession(pool, tokens, user.id) };
};

const token: Handler = async ({ pool, tokens }, { query, body }) => {
  const grantType = query.get('grant_type');
  if (grantType === 'refresh_token') {
    return { status: 200, body: await refreshSession(pool, tokens, read(Refresh, body).refresh_token) };
  }
  if (grantType !== 'password') throw new AuthError(400, 'invalid_credentials', 'unsupported_grant_type');
  const { email, password } = read(SignIn, body);
  const user = await findUserByEmail(pool, email);
  if (!user?.encrypted_password || !(await isPassword(password, user.encrypted_password))) {
    throw new AuthError(400, 'invalid_credentials', 'Invalid login credentials');
  }
  return { status: 200, body: await openSession(pool, tokens, user.id) };
};

const getUser: Handler = async (project, request) => {
  const { userId } = await signedIn(project, request);
  return { status: 200, body: userJson(await findUser(project.pool, userId)) };
};

const putUser: Handler = async (project, request) => {
  const { userId } = await signedIn(project, request);
  const { email, password, data } = read(UserChanges, request.body);
  return { status: 200, body: userJson(await updateUser(project.pool, userId, { email, password, metadata: data })) };
};

const logout: Handler = async (project, request) => {
  const { userId, sessionId } = await signedIn(project, request);
  await closeSessions(project.pool, userId, sessionId, request.query.get('scope') ?? 'global');
  return { status: 204 };
};

const adminCreate: Handler = async (project, request) => {
  await asAdmin(project, request);
  const { email, password, user_metadata: metadata } = read(AdminUser, request.body);
  return { status: 200, body: userJson(await insertUser(project.pool, { email, password, metadata })) };
};

const adminList: Handler = async (project, request) => {
  await asAdmin(project, request);
  const { page, per_page: perPage } = read(Page, {
    page: request.query.get('page') || 1,
    per_page: request.query.get('per_page') || 50,
  });
  const { rows, total } = await listUsers(project.pool, page, perPage);
  const last = Math.max(1, Math.ceil(total / perPage));
  const link = (to: number, rel: string) => `</admin/users?page=${to}&per_page=${perPage}>; rel="${rel}"`;
  const links = [...(page < last ? [link(page + 1, 'next')] : []), link(last, 'last')];
  return {
    status: 200,
    body: { users: rows.map(userJson), aud: 'authenticated' },
    headers: { 'x-total-count': String(total), link: links.join(', ') },
  };
};

const adminGet: Handler = async (project, request) => {
  await asAdmin(project, request);
  return { status: 200, body: userJson(await findUser(project.pool, idIn(request.path))) };
};

const adminDelete: Handler = async (project, request) => {
  await asAdmin(project, request);
  return { status: 200, body: userJson(await deleteUser(project.pool, idIn(request.path))) };
};

const ROUTES: Record<string, Handler> = {
  'POST /signup': signUp,
  'POST /token': token,
  'GET /user': getUser,
  'PUT /user': putUser,
  'POST /logout': logout,
  'POST /admin/users': adminCreate,
  'GET /admin/users': adminList,
  'GET /admin/users/:id': adminGet,
  'DELETE /admin/users/:id': adminDelete,
};

/**
 * Answers one request below `/auth/v1`.
 * @throws AuthError for what Supabase Auth would refuse
 */
export function answerAuth(project: Project, request: AuthRequest): Promise<AuthAnswer> {
  const handler = ROUTES[`${request.method} ${request.path.replace(/^(\/admin\/users)\/[^/]+$/, '$1/:id')}`];
  if (!handler)
    throw new AuthError(404, 'not_found', `The embedded Supabase Auth has no ${request.method} ${request.path}`);
  return handler(project, request);
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AuthError(400, 'validation_failed', z.prettifyError(parsed.error));
}

function idIn(path: string): string {
  return read(z.guid(), path.split('/').at(-1));
}

async function verified({ tokens }: Project, { bearer }: AuthRequest): Promise<JWTPayload> {
  if (!bearer) throw new AuthError(401, 'no_authorization', 'This endpoint requires a valid Bearer token');
  return tokens.verify(bearer).catch((cause: Error) => {
    throw new AuthError(403, 'bad_jwt', `invalid JWT: ${cause.message}`);
  });
}

async function signedIn(project: Project, request: AuthRequest): Promise<{ userId: string; sessionId: string }> {
  const { sub, session_id: sessionId } = await verified(project, request);
  return { userId: read(z.guid('The token has no user id in `sub`'), sub), sessionId: String(sessionId) };
}

async function asAdmin(project: Project, request: AuthRequest): Promise<void> {
  const { role } = await verified(project, request);
  if (role !== 'service_role') throw new AuthError(403, 'not_admin', 'User not allowed');
}
