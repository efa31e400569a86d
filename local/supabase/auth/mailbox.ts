/** Mails of the embedded Supabase Auth: kept in memory and shown at the gateway's `/mail`, never sent. */

import { AuthError } from './error.ts';

/** The subject of a mail, as `verifyOtp` and the link's `type` name it. */
export type MailType = 'signup' | 'magiclink' | 'recovery' | 'email_change';

export interface Mail {
  to: string;
  subject: string;
  type: MailType;
  /** Six digits, for `verifyOtp({ email, token, type })`. */
  code: string;
  /** For `verifyOtp({ token_hash, type })`. */
  token_hash: string;
  link: string;
  text: string;
  sent_at: string;
}

export interface Mailbox {
  /** The newest mails, newest first. */
  mails(): readonly Mail[];
  /**
   * Counts one more mail to an address.
   * @throws AuthError `over_email_send_rate_limit` within a second of the last one, or over thirty an hour
   */
  admit(address: string): void;
  post(mail: { to: string; type: MailType; code: string; tokenHash: string; link: string }): void;
}

const KEPT_MAILS = 100;
/** As the Supabase CLI has it for development; hosted projects wait a minute. */
const BETWEEN_MAILS_MS = 1_000;
const HOUR_MS = 3_600_000;
const MAILS_AN_HOUR = 30;
const COUNTED_ADDRESSES = 10_000;

const SUBJECTS: Record<MailType, string> = {
  signup: 'Confirm your address',
  magiclink: 'Sign in',
  recovery: 'Choose a new password',
  email_change: 'Confirm your new address',
};

/** Makes an empty mailbox; `now` is the time in milliseconds. */
export function createMailbox(now: () => number = Date.now): Mailbox {
  const mails: Mail[] = [];
  const sentAt = new Map<string, number[]>();
  return {
    mails: () => mails,
    admit(address) {
      const recent = (sentAt.get(address) ?? []).filter((time) => time > now() - HOUR_MS);
      const first = recent[recent.length - MAILS_AN_HOUR] ?? Number.NEGATIVE_INFINITY;
      const last = recent.at(-1) ?? Number.NEGATIVE_INFINITY;
      const waitMs = Math.max(last + BETWEEN_MAILS_MS, first + HOUR_MS) - now();
      if (waitMs > 0) {
        const seconds = Math.ceil(waitMs / 1000);
        throw new AuthError(
          429,
          'over_email_send_rate_limit',
          `For security purposes, you can only request this after ${seconds} seconds.`,
        );
      }
      sentAt.delete(address);
      sentAt.set(address, [...recent, now()]);
      const oldest = sentAt.size > COUNTED_ADDRESSES ? sentAt.keys().next().value : undefined;
      if (oldest !== undefined) sentAt.delete(oldest);
    },
    post({ to, type, code, tokenHash, link }) {
      const text = `Your code is ${code}. It is good once, for an hour.\n\nOr open this link:\n${link}\n\nIf you did not ask for this mail, you need do nothing.`;
      const sent_at = new Date(now()).toISOString();
      mails.unshift({ to, subject: SUBJECTS[type], type, code, token_hash: tokenHash, link, text, sent_at });
      mails.splice(KEPT_MAILS);
    },
  };
}
