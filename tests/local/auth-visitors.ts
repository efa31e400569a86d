import { createClient } from '@supabase/supabase-js';
import type { Mail } from '../../local/supabase/auth/mailbox.ts';
import type { TestSupabase } from '../support/database.ts';

export const password = 'correct horse';
export const newAddress = () => `${crypto.randomUUID()}@example.com`;
/** Lets the second pass in which an address gets no further mail. */
export const nextMail = () => new Promise((done) => setTimeout(done, 1_050));

/** People with supabase-js, and the mails that they get. */
export function visitors(supabase: () => TestSupabase) {
  /** A page of its own, in the implicit flow unless it says otherwise. */
  function client(key = supabase().publishableKey, flowType: 'implicit' | 'pkce' = 'implicit') {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    };
    return createClient(supabase().url, key, { auth: { storage, autoRefreshToken: false, flowType } });
  }

  async function signUp() {
    const person = client();
    const email = newAddress();
    const { data, error } = await person.auth.signUp({ email, password });
    if (error || !data.session || !data.user) throw error ?? new Error('no session');
    return { person, email, id: data.user.id, session: data.session };
  }

  async function mailTo(address: string): Promise<Mail> {
    const response = await fetch(`${supabase().url}/mail`, { headers: { accept: 'application/json' } });
    const mails: Mail[] = JSON.parse(await response.text());
    const mail = mails.find(({ to }) => to === address);
    if (!mail) throw new Error(`no mail to ${address}`);
    return mail;
  }

  return { client, signUp, mailTo };
}
