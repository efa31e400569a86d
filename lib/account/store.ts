import type { Caller } from '../caller.ts';
import { asCaller } from '../db/client.ts';
import { unwrapWrite } from '../db/write-result.ts';
import { accountGone } from '../problem.ts';
import { type UsageDay, usageByDay } from '../usage/store.ts';
import { Account, type AccountChanges, type UsageRange } from './schema.ts';

const columns =
  'id, email, name, timezone, daily_minutes, rest_days, reminder_lead_minutes, quiet_hours, locale, available_hours, preferred_time, morning_brief, created_at' as const;

/**
 * Returns the caller's account.
 * @throws Problem `unauthorized` when it was erased and only its token is left
 */
export async function getAccount(caller: Caller): Promise<Account> {
  const row = await asCaller(caller, (db) => db.from('users').select(columns).eq('id', caller.userId).maybeSingle());
  if (!row) throw accountGone();
  return Account.parse(row);
}

/**
 * Changes the caller's account. Plans that exist stay as they are.
 * @throws Problem `unauthorized` when it was erased
 */
export async function changeAccount(caller: Caller, changes: AccountChanges): Promise<Account> {
  const answer = await asCaller(caller, (db) => db.rpc('change_account', { p_changes: changes }));
  if (answer === null) throw accountGone();
  return unwrapWrite(caller, answer, Account);
}

/**
 * Erases the caller: the account and everything that is theirs, for good.
 * @throws Problem `unauthorized` when that has been done
 */
export async function deleteAccount(caller: Caller): Promise<void> {
  const deleted = await asCaller(caller, (db) => db.rpc('delete_account'));
  if (!deleted) throw accountGone();
}

/** Returns what the caller used by day of their own timezone, oldest first; days without any use are left out. */
export async function getUsage(caller: Caller, { from, to }: UsageRange): Promise<UsageDay[]> {
  const dayMs = 86_400_000;
  const day = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  // Tomorrow in UTC is today somewhere.
  const last = to ?? day(Date.now() + dayMs);
  return usageByDay(caller, { from: from ?? day(Date.parse(last) - 31 * dayMs), to: last });
}
