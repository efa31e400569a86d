import { setTimeout as delay } from 'node:timers/promises';
import { startSandboxServer } from '../local/e2b/server.ts';
import { startRunner } from '../local/inngest/runner.ts';
import { freePort } from '../local/supabase/processes.ts';
import { type Call, createClient } from './measure.ts';
import { startModel } from './model.ts';
import { inngestKeys, type Person, type Site, type Stage } from './stage.ts';

/** What one piece of work took and used, from its request until it was done. */
export type Work = {
  acknowledgedMs: number;
  doneMs: number;
  inngestSteps: number;
  databaseCalls: number;
  modelCalls: number;
  sandboxes: number;
};

/** Far longer than any of it takes. */
const workWithinMs = 60_000;

/** The whole of it: durable runner, sandbox server, a model that answers at once, and a host that uses them. */
export async function openWorkshop(stage: Stage, site: Site) {
  const model = await startModel();
  const sandbox = await startSandboxServer({ dataDir: stage.dir });
  const port = await freePort();
  const sandboxEnv = { E2B_API_KEY: sandbox.apiKey, E2B_API_URL: sandbox.url, E2B_SANDBOX_URL: sandbox.url };
  const env = { ...site.env, ...sandboxEnv, INNGEST_BASE_URL: `http://127.0.0.1:${port}` };
  const withModel = { ...env, OPENAI_BASE_URL: model.url, OPENAI_API_KEY: 'none' };
  const hosts = { plain: await stage.startHost(env), withModel: await stage.startHost(withModel) };
  const { databaseUrl } = site.project;

  async function startWith(host: 'plain' | 'withModel') {
    const runner = await startRunner({
      port,
      appUrl: `${hosts[host].url}/api/inngest`,
      databaseUrl,
      signingKey: inngestKeys.INNGEST_SIGNING_KEY,
      eventKey: inngestKeys.INNGEST_EVENT_KEY,
      runCronsAtStart: false,
    });
    await runner.sync();
    return runner;
  }

  /**
   * Sends a request and waits until `isDone` says so and what it started has ended.
   * @throws Error when that takes over 60 s
   */
  async function carryOut(
    runner: Awaited<ReturnType<typeof startWith>>,
    url: string,
    call: Call,
    isDone: (body: string) => Promise<boolean>,
  ): Promise<Work> {
    const client = createClient(url);
    const known = new Set((await runner.runs()).map((run) => run.run_id));
    site.requests.length = 0;
    model.takeCalls();
    const boxes = await countSandboxes(site);
    const started = performance.now();
    const { status, body } = await client.send(call);
    const acknowledgedMs = performance.now() - started;
    if (status >= 300) throw new Error(`${call.path} answered ${status}: ${body}`);
    const still = (waitedFor: string) => {
      if (performance.now() - started > workWithinMs)
        throw new Error(`${call.method} ${call.path}: ${waitedFor} took over ${workWithinMs / 1000} s.`);
    };
    while (!(await isDone(body))) {
      still('its work');
      await delay(2);
    }
    const doneMs = performance.now() - started;
    const runsOfIt = async () => (await runner.runs()).filter((run) => !known.has(run.run_id));
    let runs = await runsOfIt();
    while (runs.some((run) => run.ended_at === null)) {
      still('the end of its runs');
      await delay(5);
      runs = await runsOfIt();
    }
    // What is sent after an answer is settled after it, too.
    await delay(50);
    client.close();
    return {
      acknowledgedMs,
      doneMs,
      // As Inngest counts: each run is one, and each step in it.
      inngestSteps: runs.length + runs.reduce((sum, run) => sum + stepsOf(run.trace), 0),
      databaseCalls: site.requests.filter((request) => request.includes('/rest/v1')).length,
      modelCalls: model.takeCalls(),
      sandboxes: (await countSandboxes(site)) - boxes,
    };
  }

  return {
    hosts,
    sandboxEnv,
    startWith,
    carryOut,
    async stop() {
      await hosts.plain.stop();
      await hosts.withModel.stop();
      await sandbox.stop();
      model.stop();
    },
  };
}

export type Workshop = Awaited<ReturnType<typeof openWorkshop>>;

function stepsOf(trace: { answer: string }[]): number {
  return trace.reduce((sum, { answer }) => sum + (answer.match(/\bStepRun\b/g)?.length ?? 0), 0);
}

async function countSandboxes({ project }: Site): Promise<number> {
  const [row] = await project.query<{ count: string }>(
    'select count(*) from private.sandboxes where sandbox_id is not null',
  );
  return Number(row?.count ?? 0);
}

export const chatCall = ({ headers }: Person, clientId: string, message: string): Call => ({
  method: 'POST',
  path: '/api/chat',
  headers: { ...headers, 'x-client-id': clientId },
  body: JSON.stringify({ message }),
});
