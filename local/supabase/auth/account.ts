/** A signed-in person's own account. */

import { z } from 'zod';
import { Challenge, mailEmailChange } from './codes.ts';
import { AuthError } from './error.ts';
import { voidTokens } from './one-time-tokens.ts';
import { isPassword } from './passwords.ts';
import { Email, type Handler, Metadata, read, signedIn } from './request.ts';
import { closeSessions } from './sessions.ts';
import { assertEmailIsFree, requestEmail, updateUser, userJson } from './users.ts';

const Changes = Challenge.extend({
  email: Email.nullish(),
  password: z.string().nullish(),
  data: Metadata.nullish(),
  app_metadata: z.unknown().optional(),
});

export const getUser: Handler = async (project, request) => {
  const { user } = await signedIn(project, request);
  return { status: 200, body: userJson(user) };
};

/**
 * Changes the password, the metadata or the address of the person. An address holds once it is confirmed by a code; a new
 * password ends the person's other sessions and voids what was mailed to them.
 */
export const putUser: Handler = async (project, request) => {
  const { pool, mailbox } = project;
  const { user, sessionId } = await signedIn(project, request);
  const { email, password, data, app_metadata: appMetadata, ...challenge } = read(Changes, request.body);
  if (appMetadata) throw new AuthError(403, 'not_admin', 'Updating app_metadata requires admin privileges');
  if (user.is_anonymous && password && !email) {
    throw new AuthError(
      422,
      'validation_failed',
      'Updating password of an anonymous user without an email or phone is not allowed',
    );
  }
  const newEmail = email && email !== user.email ? email : null;
  if (newEmail) await assertEmailIsFree(pool, newEmail);
  if (password && user.encrypted_password && (await isPassword(password, user.encrypted_password))) {
    throw new AuthError(422, 'same_password', 'New password should be different from the old password.');
  }
  if (newEmail) for (const address of [newEmail, ...(user.email ? [user.email] : [])]) mailbox.admit(address);
  let changed = await updateUser(pool, user.id, { password: password ?? undefined, metadata: data ?? {} });
  if (password) {
    await closeSessions(pool, user.id, sessionId, 'others');
    await voidTokens(pool, user.id);
  }
  if (newEmail) {
    changed = await requestEmail(pool, user.id, newEmail);
    await mailEmailChange(project, request, changed, challenge);
  }
  return { status: 200, body: userJson(changed) };
};
