import { expect, test } from 'vitest';
import { createMailbox } from '../../local/supabase/auth/mailbox.ts';

const mail = (to: string) => ({
  to,
  type: 'recovery' as const,
  code: '012345',
  tokenHash: 'hash',
  link: 'http://link',
});

test('the newest hundred mails are kept, newest first', () => {
  const mailbox = createMailbox();
  for (let n = 1; n <= 120; n += 1) mailbox.post(mail(`p${n}@example.com`));
  const to = mailbox.mails().map((each) => each.to);
  expect(to).toHaveLength(100);
  expect([to[0], to.at(-1)]).toEqual(['p120@example.com', 'p21@example.com']);
});

test('an address gets one mail a second and thirty an hour, and is told how long to wait', () => {
  let now = 0;
  const mailbox = createMailbox(() => now);
  const wait = (address: string) => {
    try {
      mailbox.admit(address);
      return 'sent';
    } catch (error) {
      return String(error);
    }
  };
  expect(wait('a@example.com')).toBe('sent');
  expect(wait('a@example.com')).toContain('you can only request this after 1 seconds');
  expect(wait('b@example.com')).toBe('sent');
  for (let n = 1; n < 30; n += 1) {
    now += 1_000;
    expect(wait('a@example.com')).toBe('sent');
  }
  now += 1_000;
  expect(wait('a@example.com')).toContain('you can only request this after 3570 seconds');
  now = 3_600_000;
  expect(wait('a@example.com')).toBe('sent');
});
