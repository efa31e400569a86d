import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../../lib/http/app.ts';
import { problemKinds } from '../../lib/problem.ts';
import { exampleOf, type Schema } from './examples.ts';

type Media = { schema?: Schema; example?: unknown; examples?: unknown };
type Parameter = {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
  description?: string;
  example?: unknown;
};
type Answer = { description: string; content?: Record<string, Media> };
export type Operation = {
  operationId: string;
  summary: string;
  tags: string[];
  security?: Record<string, string[]>[];
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, Answer>;
};
export type Document = {
  openapi: string;
  info: { title: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    parameters: Record<string, Parameter>;
    examples: Record<string, object>;
  };
};

const root = path.resolve(import.meta.dirname, '../..');

const description = `
The backend of an AI life assistant: goals become verified plans with dated tasks, chat messages become executed code, and
both can be done by voice.

- **Sign in** with Supabase and send its access token: \`Authorization: Bearer <token>\`.
- **Errors** are \`application/problem+json\` (RFC 9457) with a \`code\` from a closed list and a \`request_id\`.
- **Retries** are safe with an \`Idempotency-Key\`: the same key and payload give the first answer again for 24 hours.
- **Lists** are arrays; \`Link: <…>; rel="next"\` leads to the next page.
`.trim();

const tagDescriptions: Record<string, string> = {
  Goals: 'What a person wants to reach, and the plan that gets them there.',
  Tasks: 'What to do on which day, one-off and recurring.',
  Chat: 'Messages that are answered, with code written and run where that helps.',
  Voice: 'The control plane of a voice session; the sound goes from the browser to Deepgram.',
  MCP: 'The same intents for assistants that speak the Model Context Protocol.',
  Account: 'The person: profile, export, cost, and leaving.',
  Knowledge: 'Reference texts that ground the plans.',
  Notifications: 'Reminders by Web Push.',
  Calendar: 'The tasks as a calendar feed.',
  Memory: 'What the assistant remembers about you: seen, corrected and deleted by you.',
  Health: 'Whether the service and what it depends on are there.',
};

/** Returns every app under api/ by its file, such as `api/goals.ts`, sorted. */
export async function loadApps(): Promise<Map<string, OpenAPIHono<AppEnv>>> {
  const files: string[] = [];
  for await (const file of glob('api/**/*.ts', { cwd: root })) files.push(file);
  const apps = new Map<string, OpenAPIHono<AppEnv>>();
  for (const file of files.sort()) {
    const module: { default: unknown } = await import(path.join(root, file));
    if (!(module.default instanceof OpenAPIHono)) throw new Error(`${file} must export an app as its default.`);
    apps.set(file, module.default);
  }
  return apps;
}

/**
 * Returns the OpenAPI 3.1 document of all routes under api/, with an example for every body and every problem. `/api/inngest`
 * is not in it: it is the Inngest SDK's, and signed by Inngest.
 */
export async function buildDocument(): Promise<Document> {
  const all = new OpenAPIHono<AppEnv>();
  for (const app of (await loadApps()).values()) all.route('/', app);
  all.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: "A person's Supabase access token.",
  });
  const { version }: { version: string } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const generated = all.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Flux backend', version, description, license: { name: 'MIT' } },
    servers: [{ url: '/', description: 'The server that serves this document' }],
  });
  // Through JSON: what is written is what is worked on, without undefined.
  const document: Document & { tags?: object[] } = JSON.parse(JSON.stringify(generated));
  document.components.examples = problemExamples();
  document.components.parameters = { ...document.components.parameters, IdempotencyKey: idempotencyKey };
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  for (const operation of operations) complete(operation, document.components.schemas);
  const used = new Set(operations.flatMap(({ tags }) => tags));
  document.tags = [...used].map((name) => ({ name, description: tagDescriptions[name] ?? name }));
  return document;
}

/** The header of POSTs. It has no example: /docs would send the same key with every request. */
const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key and payload within 24 hours give the first answer again, with Idempotency-Replayed: true.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$' } as Schema,
};

function complete(operation: Operation, schemas: Record<string, Schema>): void {
  if (Object.values(operation.responses).some((answer) => answer.description.includes('`idempotency_mismatch`'))) {
    operation.parameters = [...(operation.parameters ?? []), { $ref: '#/components/parameters/IdempotencyKey' }];
  }
  for (const parameter of operation.parameters ?? []) {
    if ('$ref' in parameter || !parameter.required || !parameter.schema) continue;
    parameter.example ??= exampleOf(parameter.schema, schemas, parameter.name, true);
  }
  for (const media of Object.values(operation.requestBody?.content ?? {})) addExample(media, schemas, true);
  for (const answer of Object.values(operation.responses)) {
    for (const [type, media] of Object.entries(answer.content ?? {})) {
      if (type === 'application/problem+json') media.examples = listedProblems(answer.description);
      else addExample(media, schemas, false);
    }
  }
}

function addExample(media: Media, schemas: Record<string, Schema>, isRequest: boolean): void {
  if (media.example === undefined && media.examples === undefined && media.schema) {
    media.example = exampleOf(media.schema, schemas, '', isRequest);
  }
}

/** Returns the problems that an answer's description lists, by their code. */
function listedProblems(description: string): Record<string, object> {
  const codes = [...description.matchAll(/`(\w+)`:/g)].map(([, code]) => String(code));
  return Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]));
}

/** Returns each problem as it is sent. */
function problemExamples(): Record<string, object> {
  const message = 'Too small: expected string to have >=1 characters';
  return Object.fromEntries(
    Object.entries(problemKinds).map(([code, { status, title }]) => [
      code,
      {
        summary: title,
        value: {
          type: 'about:blank',
          title,
          status,
          code,
          detail: code === 'invalid' ? `title: ${message}` : `${title}.`,
          request_id: '4f0f6c2e-8f0a-4f0e-8c53-0a8b6f1d7c11',
          ...(code === 'invalid' ? { errors: [{ path: 'title', message }] } : {}),
        },
      },
    ]),
  );
}
