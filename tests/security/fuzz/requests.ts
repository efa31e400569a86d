/** Requests made from the OpenAPI document: right ones, almost right ones, and attacks. */

import fc from 'fast-check';
import type { Belongings } from '../belongings.ts';
import type { Operation } from '../operations.ts';
import { hostileBody, hostileText, hostileValue, type JsonSchema, nearly, valuesOf } from './schemas.ts';

export type Attempt = {
  operation: string;
  method: string;
  /** The path, with `{name}` where a thing of the person's own belongs. */
  path: string;
  headers: Record<string, string>;
  body: string | null;
};

type Parameter = { name: string; in: string; required?: boolean; schema?: JsonSchema };
/** An operation with what the document says that it takes. */
export type Documented = { operation: Operation; parameters: Parameter[]; body: JsonSchema | null };

const kinds = fc.constantFrom('valid' as const, 'nearly' as const, 'hostile' as const);

/** Names the person's own thing that a path's parameter stands for; any other value is made up. */
function ownThing(path: string, name: string): keyof Belongings | undefined {
  if (path.startsWith('/goals/')) return 'goalId';
  if (path.startsWith('/tasks/')) return 'taskId';
  if (path.includes('/artifacts/')) return 'artifactId';
  if (path.includes('/documents/')) return 'documentId';
  if (name === 'clientId') return 'clientId';
  if (name === 'session_id') return 'sessionId';
  return undefined;
}

const hostileSegments = [
  '%00',
  '%ff',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..',
  '.',
  '%',
  '%zz',
  '%F0%9F%92%A9',
  'x'.repeat(3_000),
  "'%20or%201=1--",
  '__proto__',
  'constructor',
  '00000000-0000-0000-0000-000000000000@9999-99-99',
  'null',
  '*',
  '(select%201)',
];

export function attempts(documented: Documented[], components: Record<string, JsonSchema>): fc.Arbitrary<Attempt> {
  return fc.oneof(...documented.map((each) => attempt(each, components)));
}

function attempt({ operation, parameters, body }: Documented, components: Record<string, JsonSchema>) {
  const values = (schema: JsonSchema | undefined) => valuesOf(schema ?? {}, components);
  const segment = (name: string, schema: JsonSchema | undefined) => {
    const own = ownThing(operation.path, name);
    return fc.oneof(
      { weight: 4, arbitrary: own ? fc.constant(`{${own}}`) : values(schema).map((value) => encode(value)) },
      { weight: 1, arbitrary: fc.uuid() },
      { weight: 1, arbitrary: values(schema).map((value) => encode(value)) },
      { weight: 2, arbitrary: fc.constantFrom(...hostileSegments) },
    );
  };
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const path = fc
    .tuple(...inPath.map(({ name, schema }) => segment(name, schema)))
    .map((segments) =>
      inPath.reduce((made, { name }, index) => made.replace(`{${name}}`, segments[index] ?? 'x'), operation.path),
    );
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  const query = fc.tuple(
    ...inQuery.map(({ name, schema, required }) =>
      fc.oneof(
        { weight: required ? 4 : 1, arbitrary: values(schema).map((value) => [`${name}=${encode(value)}`]) },
        { weight: required ? 1 : 3, arbitrary: fc.constant<string[]>([]) },
        { weight: 1, arbitrary: hostileValue.map((value) => [`${name}=${encode(value)}`]) },
        { weight: 1, arbitrary: hostileText.map((text) => [`${name}=1`, `${name}=${encode(text)}`, `${name}[]=1`]) },
      ),
    ),
  );
  const content = body
    ? fc.tuple(kinds, values(body)).chain(([kind, value]) => {
        if (kind === 'valid') return fc.constant(JSON.stringify(value));
        if (kind === 'nearly') return nearly(value).map((bad) => JSON.stringify(bad) ?? 'undefined');
        return hostileBody;
      })
    : fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: hostileBody });
  return fc.tuple(path, query, content, headers).map(
    ([made, parts, text, extra]): Attempt => ({
      operation: operation.id,
      method: operation.method,
      path: [made, parts.flat().join('&')].filter((part) => part !== '').join('?'),
      headers: { ...(text === null ? {} : { 'content-type': 'application/json' }), ...extra },
      body: text,
    }),
  );
}

const headers: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({}) },
  {
    weight: 6,
    arbitrary: fc.constantFrom<Record<string, string>>(
      { 'content-type': 'text/plain' },
      { 'content-type': '' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'multipart/form-data' },
      { 'content-type': 'application/json; charset=utf-16' },
      { 'content-type': 'application/merge-patch+json' },
      { 'content-type': 'application/json, text/html' },
      { 'content-encoding': 'gzip' },
      { 'idempotency-key': 'fuzz' },
      { 'idempotency-key': '' },
      { 'idempotency-key': 'x'.repeat(300) },
      { 'idempotency-key': 'a b' },
      { 'x-client-id': '../../etc' },
      { 'x-client-id': 'x'.repeat(500) },
      { 'last-event-id': '-1' },
      { 'last-event-id': '999999999999999' },
      { 'x-request-id': 'x'.repeat(1_000) },
      { 'x-request-id': 'a"b<c>' },
      { 'x-http-method-override': 'DELETE' },
      { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher' },
      { accept: 'application/xml' },
      { accept: ';;;q=' },
      { origin: 'null' },
      { range: 'bytes=0-1' },
      { cookie: 'x'.repeat(4_000) },
    ),
  },
);

/** Percent-encodes any text, lone surrogates included (encodeURIComponent throws on those); what is no text as JSON. */
function encode(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
  return [...Buffer.from(text)]
    .map((byte) =>
      /[\w.~-]/.test(String.fromCharCode(byte)) && byte < 128
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).padStart(2, '0')}`,
    )
    .join('');
}
