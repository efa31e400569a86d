import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ProblemBody } from '../../lib/http/problem.ts';
import { buildDocument } from '../../scripts/openapi/document.ts';
import type { Person, TestStack } from '../support/stack.ts';
import { type Belongings, seedBelongings } from './belongings.ts';
import { type Attempt, attempts, type Documented } from './fuzz/requests.ts';
import type { JsonSchema } from './fuzz/schemas.ts';
import { apiOperations, documentedProblems, type Operation } from './operations.ts';
import { startWholeStack } from './stack.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 2_000);

let stack: TestStack;
let operations: Map<string, Operation>;
/** A connection for each request: one that the server ends with an early answer is not taken for the next. */
const agent = new Agent({ keepAlive: false });
beforeAll(async () => {
  stack = await startWholeStack();
  // Beyond the limits there would be nothing but 429.
  await stack.supabase.query('update private.rate_limits set capacity = 1000000, per_second = 1000000');
  operations = new Map((await apiOperations()).map((operation) => [operation.id, operation]));
});
afterAll(async () => {
  agent.destroy();
  await stack?.stop();
});

type Received = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/** Sends it as it is: fetch would tidy up paths and headers. */
function send({ method, path, headers, body }: Attempt, person: Person, things: Belongings): Promise<Received> {
  const { hostname, port } = new URL(stack.api.url);
  const own: Record<string, string> = { ...things };
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        hostname,
        port,
        method,
        path: path.replace(/\{(\w+)\}/g, (_, name: string) => own[name] ?? 'x'),
        headers: {
          authorization: `Bearer ${person.token}`,
          ...(body === null ? {} : { 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
        timeout: 30_000,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
        response.on('error', reject);
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer within 30 s')));
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

/** Problems that can answer any request before its route is asked. */
const beforeTheRoute = [
  'bad_json',
  'invalid',
  'unsupported_media_type',
  'too_large',
  'not_found',
  'method_not_allowed',
  // An Origin of another site.
  'forbidden',
];

function check(attempt: Attempt, { status, headers, text }: Received): void {
  const operation = operations.get(attempt.operation);
  if (!operation) throw new Error(attempt.operation);
  const isReadiness = attempt.operation === 'getReadiness';
  expect(isReadiness ? 0 : status, text.slice(0, 300)).toBeLessThan(500);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(text).not.toMatch(/node_modules|\.ts:\d+|PGRST|SQLSTATE/);
  // A path with dots in it leads somewhere else, and so does one whose last part is empty.
  if (
    /\/(\?|$)/.test(attempt.path) ||
    attempt.path
      .split('?')[0]
      ?.split('/')
      .some((part) => /^(\.|%2e){1,2}$/i.test(part))
  )
    return;
  const type = String(headers['content-type'] ?? '');
  if (type.startsWith('application/problem+json')) {
    const problem = ProblemBody.parse(JSON.parse(text));
    expect(problem.status).toBe(status);
    expect([...documentedProblems(operation), ...beforeTheRoute]).toContain(problem.code);
    return;
  }
  const answer = operation.route.responses[status];
  expect(answer, `${status} is documented: ${text.slice(0, 300)}`).toBeDefined();
  const content = answer && 'content' in answer ? answer.content : undefined;
  const media = content?.['application/json'];
  const schema = media && 'schema' in media ? media.schema : undefined;
  if (!type.startsWith('application/json') || !(schema instanceof z.ZodType)) return;
  const parsed = schema.safeParse(JSON.parse(text));
  expect(parsed.success ? '' : z.prettifyError(parsed.error)).toBe('');
}

async function documented(): Promise<[Documented[], Record<string, JsonSchema>]> {
  const document = await buildDocument();
  const components = document.components.schemas as Record<string, JsonSchema>;
  const all = [...operations.values()].map((operation): Documented => {
    const found = document.paths[operation.path]?.[operation.method.toLowerCase()];
    const parameters = (found?.parameters ?? []).filter((parameter) => 'in' in parameter);
    const body = found?.requestBody?.content['application/json']?.schema ?? null;
    return { operation, parameters: parameters as Documented['parameters'], body: body as JsonSchema | null };
  });
  return [all, components];
}

test(
  `${runs} requests, valid, nearly valid and hostile: every answer is as documented, and none is an error of ours`,
  async () => {
    const [all, components] = await documented();
    const seen = new Map<number, number>();
    let person = await stack.signUp();
    let things = await seedBelongings(stack, person);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(attempts(all, components), async (attempt) => {
        count += 1;
        // People leave, and what they have gets used up.
        if (count % 100 === 0) {
          person = await stack.signUp();
          things = await seedBelongings(stack, person);
        }
        const answer = await send(attempt, person, things);
        if (attempt.operation === 'deleteAccount' && answer.status === 204) {
          person = await stack.signUp();
          things = await seedBelongings(stack, person);
        }
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
        check(attempt, answer);
      }),
      { numRuns: runs },
    );
    // Attacks are refused and right requests are not: a test that only ever got 422 would prove nothing.
    for (const status of [200, 201, 204, 404, 422]) expect(seen.get(status) ?? 0, String(status)).toBeGreaterThan(0);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
  },
  120_000 + runs * 100,
);
