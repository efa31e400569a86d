import { readFile } from 'node:fs/promises';
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { afterAnswer } from '../../inngest/outbox.ts';
import { ProblemBody } from '../../lib/http/problem.ts';
import { problemKinds } from '../../lib/problem.ts';
import { renderFiles } from '../../scripts/build-openapi.ts';
import { buildDocument, type Document, loadApps, type Operation } from '../../scripts/openapi/document.ts';

type Apps = Awaited<ReturnType<typeof loadApps>>;

let apps: Apps;
let document: Document;
let operations: { name: string; operation: Operation }[];
beforeAll(async () => {
  apps = await loadApps();
  document = await buildDocument();
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );
});

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('what is committed is what the routes say; else run `npm run openapi`', async () => {
  for (const [file, text] of await renderFiles()) {
    const committed = await readFile(new URL(`../../${file}`, import.meta.url), 'utf8');
    expect(committed === text, `${file} is out of date: run \`npm run openapi\``).toBe(true);
  }
});

test('every route that an app answers is in the document, but /api/inngest', () => {
  const served = [...apps.values()].flatMap((app) =>
    app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`),
  );
  const documented = operations.map(({ name }) => name);
  expect([...new Set(served)].filter((route) => !route.endsWith(' /api/inngest')).sort()).toEqual(documented.sort());
});

test('every operation says what it is: a unique id, a summary, a tag that is explained', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { name, operation } of operations) {
    expect(operation.operationId, name).toMatch(/^[a-z][A-Za-z]+$/);
    expect(operation.summary, name).toBeTruthy();
    expect(operation.tags, name).toHaveLength(1);
  }
  const { tags } = z.object({ tags: z.array(z.object({ name: z.string(), description: z.string() })) }).parse(document);
  for (const tag of tags) expect(tag.description, `explain the tag ${tag.name}`).not.toBe(tag.name);
});

/** The operations that need no token, from the contract. */
const open = new Set([
  'GET /health',
  'GET /api/health',
  'GET /api/health/ready',
  'GET /api/config',
  'GET /api/v1/notifications/vapid-public-key',
  'GET /tasks.ics',
  'GET /api/mcp/oauth-protected-resource',
  'GET /.well-known/oauth-protected-resource',
  'GET /.well-known/oauth-protected-resource/api/mcp',
]);

test('every operation wants a token but those that the contract leaves open, and says so with a 401', () => {
  for (const { name, operation } of operations) {
    const secured = operation.security?.some((scheme) => 'bearer' in scheme) ?? false;
    expect(secured, name).toBe(!open.has(name));
    if (!secured) expect(operation.security, name).toEqual([]);
    // Messages of a voice session answer 200 whatever happens.
    if (secured && name !== 'POST /api/v1/voice/messages') expect(operation.responses, name).toHaveProperty('401');
  }
});

test('whatever a signed-in request owes is sent after its answer: no route can forget it', () => {
  const handlers = [...apps.values()].flatMap((app) => app.routes);
  for (const { name, operation } of operations) {
    // MCP answers in the midst of its calls, and sends by itself.
    if (!operation.security?.length || name === 'POST /api/mcp') continue;
    const path = name.replace(/\{(\w+)\}/g, ':$1');
    const ofRoute = handlers.filter((each) => `${each.method} ${each.path}` === path);
    expect(
      ofRoute.map(({ handler }) => handler),
      name,
    ).toContain(afterAnswer);
  }
});

test('every problem response lists its codes, each with an example that has the status', () => {
  const statuses = new Map(Object.entries(problemKinds).map(([code, { status }]) => [code, status]));
  for (const { name, operation } of operations) {
    for (const [status, answer] of Object.entries(operation.responses)) {
      const media = answer.content?.['application/problem+json'];
      if (!media) continue;
      const codes = Object.keys(z.record(z.string(), z.unknown()).parse(media.examples));
      expect(codes.length, `${name} ${status}`).toBeGreaterThan(0);
      for (const code of codes) expect(statuses.get(code), `${name} ${status} ${code}`).toBe(Number(status));
    }
  }
  for (const [code, example] of Object.entries(document.components.examples)) {
    const { value } = z.object({ value: ProblemBody }).parse(example);
    expect(value).toMatchObject({ code, status: statuses.get(code) });
  }
});

describe('examples', () => {
  test('every JSON body, in and out, has one', () => {
    for (const { name, operation } of operations) {
      const bodies = [operation.requestBody, ...Object.values(operation.responses)];
      for (const body of bodies) {
        for (const [type, media] of Object.entries(body?.content ?? {})) {
          if (type.endsWith('json')) expect(media.example ?? media.examples, `${name} ${type}`).toBeDefined();
        }
      }
    }
  });

  test("each is accepted by the route's own schema", () => {
    for (const app of apps.values()) {
      for (const definition of app.openAPIRegistry.definitions) {
        if (definition.type !== 'route') continue;
        const { method, path, request, responses } = definition.route;
        const operation = document.paths[path]?.[method];
        const pairs = [
          { contract: request?.body?.content, made: operation?.requestBody?.content },
          ...Object.entries(responses).map(([status, answer]) => ({
            contract: 'content' in answer ? answer.content : undefined,
            made: operation?.responses[status]?.content,
          })),
        ];
        for (const { contract, made } of pairs) {
          const media = contract?.['application/json'];
          const schema = media && 'schema' in media ? media.schema : undefined;
          const example = made?.['application/json']?.example;
          if (!(schema instanceof z.ZodType) || example === undefined) continue;
          const result = schema.safeParse(example);
          expect(result.success ? '' : z.prettifyError(result.error), `${method} ${path}`).toBe('');
        }
      }
    }
  });
});
