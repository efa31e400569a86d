/** Values made from the JSON schemas of the OpenAPI document. */

import fc from 'fast-check';

export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  example?: unknown;
};

/** Values that a schema allows, as far as a schema can say it. */
export function valuesOf(schema: JsonSchema, components: Record<string, JsonSchema>): fc.Arbitrary<unknown> {
  const of = (part: JsonSchema) => valuesOf(part, components);
  if (schema.$ref) return of(components[schema.$ref.replace('#/components/schemas/', '')] ?? {});
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(of));
  const types = [schema.type ?? []].flat();
  if (types.length > 1) return fc.oneof(...types.map((type) => of({ ...schema, type })));
  const example = schema.example === undefined ? [] : [fc.constant(schema.example)];
  switch (types[0]) {
    case 'string':
      return fc.oneof(...example, textOf(schema));
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: Math.min(schema.maximum ?? 1000, 1_000_000) });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(of(schema.items ?? {}), { maxLength: Math.min(schema.maxItems ?? 4, 4) });
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, part]) => [name, of(part)])),
        { requiredKeys: (schema.required ?? []).filter((name) => name in (schema.properties ?? {})) },
      );
    default:
      return fc.oneof(...example, fc.jsonValue({ maxDepth: 2 }));
  }
}

function textOf({ format, pattern, minLength = 0, maxLength = 200 }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  const time = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
  if (format === 'date') return time.map((date) => date.toISOString().slice(0, 10));
  if (format === 'date-time') return time.map((date) => date.toISOString());
  if (format === 'uri') return fc.webUrl();
  if (format === 'email') return fc.emailAddress();
  // Some of the patterns that zod writes have assertions, which cannot be generated from.
  if (pattern && !pattern.includes('(?')) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 300) });
}

const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udfffb',
  '\u202e\ufeff',
  '🤷🏽‍♀️'.repeat(50),
  "' or 1=1; drop table goals; --",
  '<script>alert(1)</script>',
  '{{7*7}} %s %n',
  '../../../../etc/passwd',
  'http://169.254.169.254/latest/meta-data',
  '__proto__',
  'constructor',
  'NaN',
  '-1',
  '1e999',
  '99999999999999999999',
  '0000-00-00',
  '9999-12-31',
  '2026-02-30',
  '2026-11-22T25:61:61Z',
  '+275760-09-13T00:00:00.000Z',
  'FREQ=DAILY;INTERVAL=0',
  '(a+)+$'.repeat(20),
  'x'.repeat(10_000),
];

/** A text that has done harm somewhere. */
export const hostileText = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 30 }));

/** A value that has done harm somewhere. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom(null, true, 0, -0, -1, 0.1, 1e308, -1e308, 2 ** 53 + 2, 2 ** 31, -(2 ** 63), [], {}, [[[]]], [null]),
  fc.jsonValue({ maxDepth: 3 }),
);

/** An almost right value: a field is missing, of another kind, one too many, or just out of its bounds. */
export function nearly(value: unknown): fc.Arbitrary<unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return hostileValue;
  const names = Object.keys(value);
  const field = names.length ? fc.constantFrom(...names) : fc.constant('title');
  return fc.oneof(
    field.map((name) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))),
    fc.tuple(field, hostileValue).map(([name, bad]) => ({ ...value, [name]: bad })),
    fc.tuple(hostileText, hostileValue).map(([name, extra]) => ({ ...value, [`x${name}`]: extra })),
    fc.constant([value]),
    hostileValue,
  );
}

/** Texts that are no body at all, or that readers of JSON stumble over. */
export const hostileBody: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    '{',
    '[]',
    'null',
    '"text"',
    '1e999',
    'NaN',
    '\ufeff{"title":"bom"}',
    '{"title":"a","title":"b"}',
    '{"title":"a"}{"title":"b"}',
    '{"__proto__":{"polluted":true},"title":"a"}',
    '{"constructor":{"prototype":{"polluted":true}},"title":"a"}',
    '{"title":"a","__proto__":null}',
    '{"title":"\\ud800"}',
    '{"title":"\\u0000"}',
    '{"\\u0000":1}',
    '{"title":1e400}',
    '['.repeat(20_000),
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
    `{"title":"${'x'.repeat(1_000_000)}"}`,
    `{"message":"${'x'.repeat(990_000)}"}`,
    `{"title":"${'\\u0061'.repeat(150_000)}"}`,
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
