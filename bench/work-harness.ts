import { setTimeout as delay } from 'node:timers/promises';
import { startModel } from '../harness/model.ts';
import { startSandboxServer } from '../local/e2b/server.ts';
import { startRunner } from '../local/inngest/runner.ts';
import { freePort } from '../local/supabase/processes.ts';
import { type Environment, inngestKeys, type Person, type Site } from './environment.ts';
import { type Call, createClient } from './measure.ts';

/** Time and calls that one piece of work took, from its request until it was done. */
export type Work = {
  acknowledgedMs: number;
  doneMs: number;
  inngestSteps: number;
  databaseCalls: number;
  modelCalls: number;
  sandboxes: number;
};

/** A limit far above what any piece of work takes. */
const workWithinMs = 60_000;

/** The model's answer to a question about 2**10. */
const runCode = { toolCalls: [{ name: 'run_code', arguments: JSON.stringify({ code: 'print(2**10)' }) }] };

/** Returns the whole of it: durable runner, sandbox server, a model that answers at once, and a host that uses them. */
export async function startWorkHarness(environment: Environment, site: Site) {
  const model = await startModel();
  model.reply(() => true, { content: 'Hello! What can I do for you?' });
  model.reply(({ said }) => said.at(-1)?.includes('2**10') ?? false, runCode);
  model.reply(({ results }) => results.length > 0, { content: 'It is 1024.' });
  const sandbox = await startSandboxServer({ dataDir: environment.dir });
  const port = await freePort();
  const sandboxEnv = { E2B_API_KEY: sandbox.apiKey, E2B_API_URL: sandbox.url, E2B_SANDBOX_URL: sandbox.url };
  const env = { ...site.env, ...sandboxEnv, INNGEST_BASE_URL: `http://127.0.0.1:${port}` };
  const withModel = { ...env, ...model.env };
  const hosts = { plain: await environment.startHost(env), withModel: await environment.startHost(withModel) };
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
    const asked = model.prompts().length;
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
    // Events are sent and marked after the answer.
    await delay(50);
    client.close();
    return {
      acknowledgedMs,
      doneMs,
      // As Inngest counts: each run is one, and each step in it.
      inngestSteps: runs.length + runs.reduce((sum, run) => sum + stepsOf(run.trace), 0),
      databaseCalls: site.requests.filter((request) => request.includes('/rest/v1')).length,
      modelCalls: model.prompts().length - asked,
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
      await model.stop();
    },
  };
}

export type WorkHarness = Awaited<ReturnType<typeof startWorkHarness>>;

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
