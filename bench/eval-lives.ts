/** Lets ten kinds of people live with their plans for twelve weeks on the whole stack, and prints week by week what the plans did. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Life, type LivedWeek, live, type World } from '../harness/lives.ts';
import { kinds } from '../harness/lives-people.ts';
import { startPushService } from '../harness/push-service.ts';
import { type OnExit, stopOnExit } from '../lib/command.ts';
import { startApi } from '../local/api.ts';
import { startSupabase } from '../local/supabase/start.ts';

const weeks = 12;
const root = path.resolve(import.meta.dirname, '..');

/** Runs the lives and prints them. Returns false when something was lost, doubled, moved, overfull or not offered. */
export async function evaluateLives(onExit: OnExit): Promise<boolean> {
  const lives = await live(await openWorld(onExit), kinds, weeks);
  for (const life of lives) console.log(`\n${describe(life)}`);
  const problems = lives.reduce((count, life) => count + life.problems.length, 0);
  console.log(`\n${lives.length} people, ${weeks} weeks, ${problems} problems`);
  return problems === 0;
}

/** Returns the embedded database with the API over it and a push service, on free ports and in a folder of their own. */
async function openWorld(onExit: OnExit): Promise<World> {
  const dir = await mkdtemp(path.join(tmpdir(), 'flux-lives-'));
  onExit(() => rm(dir, { recursive: true, force: true }));
  const supabase = await stopOnExit(
    onExit,
    startSupabase({ dataDir: dir, port: 0, migrations: path.join(root, 'supabase/migrations') }),
  );
  await supabase.query('update private.rate_limits set capacity = 1000000, per_second = 100000');
  Object.assign(process.env, {
    SUPABASE_URL: supabase.url,
    SUPABASE_PUBLISHABLE_KEY: supabase.publishableKey,
    SUPABASE_SECRET_KEY: supabase.secretKey,
    // Events stay in the outbox, where the lives take them: nothing listens at this port.
    INNGEST_DEV: 'http://127.0.0.1:9',
  });
  const push = await stopOnExit(onExit, startPushService());
  const api = await stopOnExit(onExit, startApi({ port: 0 }));
  const signUp = async () => {
    const { id } = await supabase.createUser({ email: `${crypto.randomUUID()}@example.com` });
    const headers = { authorization: `Bearer ${await supabase.mintToken(id)}`, 'content-type': 'application/json' };
    async function call<T>(method: string, at: string, body?: unknown): Promise<{ status: number; body: T }> {
      const answer = await fetch(`${api.url}${at}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(30_000),
      });
      return { status: answer.status, body: (await answer.json()) as T };
    }
    return {
      id,
      get: <T>(at: string) => call<T>('GET', at),
      post: <T>(at: string, body: unknown) => call<T>('POST', at, body),
      patch: <T>(at: string, body: unknown) => call<T>('PATCH', at, body),
    };
  };
  return { query: supabase.query, signUp, push };
}

function describe({ name, weeks: lived, problems }: Life): string {
  return [`=== ${name}`, ...lived.map(line), ...problems.map((problem) => `PROBLEM ${problem}`)].join('\n');
}

function line({ week, minutes, minutesDone, due, sent, onTrack, said }: LivedWeek): string {
  const done = `${minutesDone} of ${minutes} min`.padEnd(17);
  return (
    `week ${String(week).padStart(2)}  ${done} reminders ${sent} of ${due}`.padEnd(52) +
    `${onTrack ? 'on track ' : 'behind   '}${said.join('; ')}`
  );
}
