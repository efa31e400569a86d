import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Environment, Person, Site } from './environment.ts';
import { type Call, createClient } from './measure.ts';
import { type Program, startProgram } from './process.ts';
import { startRecorder } from './recorder.ts';
import type { Belongings } from './seed.ts';

/** A request of the API that is measured. `owes` says that it sends something after its answer. */
export type Measured = { name: string; call: Call; owes: boolean };

/** Returns the requests that are measured. Who writes is not who reads: what is read stays the same. */
export function requestsOf(
  { headers }: Person,
  { goalId, clientId, sessionId }: Belongings,
  writer: Person,
): Measured[] {
  const get = (name: string, path: string): Measured => ({ name, call: { method: 'GET', path, headers }, owes: false });
  const post = (name: string, path: string, body: object): Measured => ({
    name,
    call: { method: 'POST', path, headers: writer.headers, body: JSON.stringify(body) },
    owes: true,
  });
  return [
    post('POST /api/chat', '/api/chat', { message: 'What is 2**10?' }),
    post('POST /goals', '/goals', { title: 'Get fit', description: 'Run a half marathon in twelve weeks' }),
    get('GET /goals (20)', '/goals'),
    get('GET /goals/{id}', `/goals/${goalId}`),
    get('GET /tasks (a week)', '/tasks'),
    get('poll a response', `/api/chat/response/${clientId}`),
    get('transcript (60 turns)', `/api/v1/voice/sessions/${sessionId}/messages`),
  ];
}

/**
 * Sends each request once through a host of its own and writes down the database calls that it makes before its answer.
 * @returns by `METHOD /path`
 */
async function recordCalls(environment: Environment, site: Site, requests: Measured[]): Promise<Map<string, Call[]>> {
  const recorder = await startRecorder(site.project.url);
  const host = await environment.startHost({ ...site.env, SUPABASE_URL: recorder.url, LOG_LEVEL: 'silent' });
  const client = createClient(host.url);
  const recorded = new Map<string, Call[]>();
  for (const { name, call, owes } of requests) {
    recorder.calls.length = 0;
    const { status, body } = await client.send(call);
    if (status >= 300) throw new Error(`${name} answered ${status}: ${body}`);
    const made = recorder.calls.filter(({ path }) => !path.startsWith('/rest/v1/rpc/mark_events'));
    // A conversation's id is made anew for each message.
    const anew = owes ? made.map((each) => ({ ...each, ...(each.body ? { body: withoutIds(each.body) } : {}) })) : made;
    recorded.set(`${call.method} ${call.path}`, anew);
  }
  client.close();
  await host.stop();
  recorder.stop();
  return recorded;
}

function withoutIds(body: string): string {
  return body.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<new id>');
}

/**
 * Starts the baseline for these requests: a bare server that makes the same PostgREST call for each.
 * @throws Error for a request that makes more than one call, for it would have no baseline
 */
export async function startBaseline(environment: Environment, site: Site, requests: Measured[]): Promise<Program> {
  const recorded = await recordCalls(environment, site, requests);
  const calls: Record<string, Call> = {};
  for (const [key, made] of recorded) {
    const [only, ...more] = made;
    if (!only || more.length > 0)
      throw new Error(`${key} makes ${made.length} database calls before its answer, not one.`);
    calls[key] = only;
  }
  const file = path.join(environment.dir, 'baseline.json');
  await writeFile(file, JSON.stringify({ databaseUrl: site.project.url, calls }));
  return startProgram({ file: 'bench/baseline.ts', args: [file], env: {} });
}
