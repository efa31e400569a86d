/** Everybody's accounts, for the secret key. */

import { z } from 'zod';
import { asAdmin, Email, type Handler, Metadata, read } from './request.ts';
import { deleteUser, findUser, insertUser, listUsers, updateUser, userJson } from './users.ts';

const Settings = z.object({
  password: z.string().optional(),
  user_metadata: Metadata.optional(),
  app_metadata: Metadata.optional(),
  /** As in Supabase, an address that is not said to be confirmed cannot sign in with its password. */
  email_confirm: z.boolean().default(false),
});
const NewUser = Settings.extend({ email: Email });
const Changes = Settings.extend({ email: Email.optional() });
const Page = z.object({ page: z.coerce.number().int().min(1), per_page: z.coerce.number().int().min(1).max(1000) });

export const createUser: Handler = async (project, request) => {
  await asAdmin(project, request);
  const { email, ...settings } = read(NewUser, request.body);
  return { status: 200, body: userJson(await insertUser(project.pool, { email, ...named(settings) })) };
};

export const listAll: Handler = async (project, request) => {
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

export const getOne: Handler = async (project, request) => {
  await asAdmin(project, request);
  return { status: 200, body: userJson(await findUser(project.pool, idIn(request.path))) };
};

export const changeOne: Handler = async (project, request) => {
  await asAdmin(project, request);
  const { email, ...settings } = read(Changes, request.body);
  return {
    status: 200,
    body: userJson(await updateUser(project.pool, idIn(request.path), { email, ...named(settings) })),
  };
};

export const deleteOne: Handler = async (project, request) => {
  await asAdmin(project, request);
  return { status: 200, body: userJson(await deleteUser(project.pool, idIn(request.path))) };
};

const named = (settings: z.infer<typeof Settings>) => ({
  password: settings.password,
  metadata: settings.user_metadata,
  appMetadata: settings.app_metadata,
  isConfirmed: settings.email_confirm,
});

function idIn(path: string): string {
  return read(z.guid(), path.split('/').at(-1));
}
