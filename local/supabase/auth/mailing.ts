/** Makes codes and links and mails them: what `/otp`, `/recover`, `/resend` and a change of address have in common. */

import { createHash } from 'node:crypto';
import { isLoopback } from '../../../lib/config.ts';
import type { MailType } from './mailbox.ts';
import { issueToken, type TokenKind } from './one-time-tokens.ts';
import type { AuthProject, AuthRequest } from './request.ts';

/** The kinds of tokens in a mail, by its type. A change of address is confirmed at both, and `email` stands for any code to sign in. */
export const KINDS: Record<MailType | 'email' | 'invite', TokenKind[]> = {
  signup: ['confirmation'],
  invite: ['confirmation'],
  magiclink: ['recovery'],
  recovery: ['recovery'],
  email: ['confirmation', 'recovery'],
  email_change: ['email_change_current', 'email_change_new'],
};

/** A page's proof that it asked for the link itself (PKCE), as requests carry it. */
export interface Challenge {
  code_challenge?: string | null | undefined;
  code_challenge_method?: string | null | undefined;
}

/** Mails a new code and link to an address. The caller has had the mailbox admit it. */
export async function mailToken(
  project: AuthProject,
  request: AuthRequest,
  mail: { userId: string; to: string; type: MailType; kind?: TokenKind; challenge: Challenge },
): Promise<void> {
  const { userId, to, type, kind = KINDS[type][0] ?? 'confirmation', challenge } = mail;
  const { code, tokenHash } = await issueToken(project.pool, {
    userId,
    kind,
    email: to,
    codeChallenge: hashedChallenge(challenge),
  });
  const redirectTo = safeRedirect(request.query.get('redirect_to'), project.siteUrl);
  const link = `${project.tokens.issuer}/verify?${new URLSearchParams({ token: tokenHash, type, redirect_to: redirectTo })}`;
  project.mailbox.post({ to, type, code, tokenHash, link });
}

/** Returns where a link leads back to: a page of this machine, or an app by its own scheme, such as `com.example.app://`; else the site. */
export function safeRedirect(asked: string | null, siteUrl: string): string {
  const { protocol = '' } = URL.parse(asked ?? '') ?? {};
  const isSafe = /^https?:$/.test(protocol) ? isLoopback(asked ?? '') : protocol.includes('.');
  return asked !== null && isSafe ? asked : siteUrl;
}

/** Returns the SHA-256 of the verifier that will follow, whichever way the page has put it (RFC 7636, 4.2). */
function hashedChallenge({ code_challenge: challenge, code_challenge_method: method }: Challenge): string | null {
  if (!challenge) return null;
  return method?.toLowerCase() === 'plain' ? challengeOf(challenge) : challenge;
}

/** Returns the challenge that belongs to a verifier. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
