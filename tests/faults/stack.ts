import { z } from 'zod';
import { startRunner } from '../../local/inngest/runner.ts';
import { createTestSupabase } from '../support/database.ts';
import { type Deployed, startDeployed } from '../support/deployed.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { times } from '../support/stack.ts';

/** Counts of what became of a run's requests. */
export type Tally = { accepted: number; completed: number; lost: number; duplicated: number };

type Accepted = { kind: 'goal' | 'message'; id: string };

/** The answer that accepts a request: it has the goal's id, or the message's. */
const Accepting = z.object({ id: z.string().optional(), messageId: z.string().optional() });

const people = 20;
const atOnce = 16;

export type FaultStack = {
  /** Between the functions and Inngest: where events are sent. */
  events: FaultProxy;
  /** Between Inngest and the functions: where steps are delivered. */
  steps: FaultProxy;
  /** Ends the process of the functions at once, whatever it is doing, and starts another. */
  crash(): Promise<void>;
  /**
   * Sends `count` requests, each again with its key until it is accepted, as a client would.
   */
  request(count: number): Promise<Accepted[]>;
  /** Ends all faults, lets the sweep heal, waits until nothing is left to do, and counts what came of it. */
  recover(accepted: Accepted[]): Promise<Tally>;
  stop(): Promise<void>;
};

/**
 * The functions in a process of their own, the durable runner, and a proxy that can go wrong on either way between them.
 * Every tenth request states a goal, the others are chat messages.
 */
export async function startFaultStack(): Promise<FaultStack> {
  const supabase = await createTestSupabase();
  const events = await startFaultProxy('');
  const steps = await startFaultProxy('');
  const env = {
    LOG_LEVEL: 'silent',
    SUPABASE_URL: supabase.url,
    SUPABASE_PUBLISHABLE_KEY: supabase.publishableKey,
    SUPABASE_SECRET_KEY: supabase.secretKey,
    INNGEST_DEV: events.url,
  };
  let app: Deployed = await startDeployed(env);
  let restarting: Promise<void> = Promise.resolve();
  steps.target = app.url;
  const start = (sweeps: boolean) =>
    startRunner({
      port: 0,
      runCronsAtStart: sweeps,
      appUrl: `${steps.url}/api/inngest`,
      databaseUrl: supabase.databaseUrl,
      // 0.5 to 1.5 s, 1 to 2 s …: long enough that a function outlives the start of a new process.
      retryFactor: 1 / 30,
    });
  let runner = await start(false);
  events.target = runner.url;
  const owners = await Promise.all(
    times(people, async () => {
      const { id } = await supabase.createUser({ email: `${crypto.randomUUID()}@example.com` });
      return { id, token: await supabase.mintToken(id) };
    }),
  );
  // Limits are not what is looked at.
  await supabase.query('update private.rate_limits set capacity = 1000000, per_second = 1000000');
  // Goals of one person share the minutes of their days.
  await supabase.query('update public.users set daily_minutes = 1440');

  async function requestOne(index: number): Promise<Accepted> {
    const { token } = owners[index % people] ?? {};
    const isGoal = index % 10 === 9;
    for (;;) {
      try {
        const answer = await fetch(`${app.url}${isGoal ? '/goals' : '/api/chat'}`, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${token}`,
            'Content-Type': 'application/json',
            'Idempotency-Key': `request-${index}`,
            // Ten conversations for each person, so that messages wait for each other too.
            ...(isGoal ? {} : { 'X-Client-Id': `conversation-${index % 200}` }),
          },
          body: JSON.stringify(isGoal ? { title: `Read book ${index} in one week` } : { message: `hello ${index}` }),
          signal: AbortSignal.timeout(20_000),
        });
        const body = Accepting.parse(await answer.json());
        const id = body.id ?? body.messageId;
        if (answer.ok && id) return { kind: isGoal ? 'goal' : 'message', id };
      } catch {
        // The process is gone: the next one is on its way.
      }
      await restarting;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async function leased(): Promise<number> {
    const [row] = await supabase.query<{ count: number }>(
      'select count(*)::integer as count from private.outbox where sent_at is null and leased_until > now()',
    );
    return row?.count ?? 0;
  }

  async function unfinished(): Promise<number> {
    const [row] = await supabase.query<{ count: number }>(
      `select (select count(*) from private.outbox where sent_at is null)::integer
         + (select count(*) from public.goals where plan_status in ('pending', 'planning'))::integer
         + (select count(*) from public.chat_messages where status in ('queued', 'running'))::integer as count`,
    );
    return row?.count ?? 0;
  }

  const stack: FaultStack = {
    events,
    steps,
    crash() {
      restarting = restarting.then(async () => {
        await app.stop();
        app = await startDeployed(env);
        steps.target = app.url;
      });
      return restarting;
    },
    async request(count) {
      const accepted: Accepted[] = [];
      let next = 0;
      await Promise.all(
        times(atOnce, async () => {
          while (next < count) {
            const index = next;
            next += 1;
            accepted.push(await requestOne(index));
          }
        }),
      );
      return accepted;
    },
    async recover(accepted) {
      await restarting;
      events.decide = () => 'pass';
      steps.decide = () => 'pass';
      // Requests that are alive send what they owe; what is leased after that is leased by the dead.
      for (let n = 0; n < 50 && (await leased()) > 0; n += 1) await new Promise((resolve) => setTimeout(resolve, 100));
      for (;;) {
        // As if the time had passed after which leases run out, what stands still is started again, and the sweep comes.
        await supabase.query('update private.outbox set leased_until = null where sent_at is null');
        for (const table of ['goals', 'chat_messages']) {
          await supabase.query(`update public.${table} set updated_at = updated_at - interval '5 minutes'`);
        }
        await runner.stop();
        runner = await start(true);
        events.target = runner.url;
        await runner.sync();
        await runner.idle();
        if ((await unfinished()) === 0) return tally(accepted);
      }
    },
    async stop() {
      await runner.stop();
      await app.stop();
      await Promise.all([events.stop(), steps.stop()]);
      await supabase.stop();
    },
  };

  async function tally(accepted: Accepted[]): Promise<Tally> {
    // A message's effect is the event that ends it, with an answer; a goal's is its plan, with each of its tasks once.
    const effects = await supabase.query<{ id: string; effects: number }>(
      `select m.id, (select count(*) from public.chat_events e where e.message_id = m.id and e.type = 'done')::integer as effects
         from public.chat_messages m where status = 'done'
       union all
       select g.id, case when planned = 0 then 0 when kept = planned then 1 else 2 end from (
         select id, jsonb_array_length(jsonb_path_query_array(plan_json, '$.weeks[*].tasks[*]')) as planned,
           (select count(*) from public.tasks t where t.goal_id = goals.id)::integer as kept
         from public.goals where plan_status = 'ready') g`,
    );
    const byId = new Map(effects.map(({ id, effects }) => [id, effects]));
    const counts = accepted.map(({ id }) => byId.get(id) ?? 0);
    // Whatever is there besides what was accepted was written twice.
    const extra = byId.size - counts.filter((count) => count > 0).length;
    const repeated = accepted.length - new Set(accepted.map(({ id }) => id)).size;
    return {
      accepted: accepted.length,
      completed: counts.filter((count) => count === 1).length,
      lost: counts.filter((count) => count === 0).length,
      duplicated: counts.filter((count) => count > 1).length + extra + repeated,
    };
  }
  return stack;
}
