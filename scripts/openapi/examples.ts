/** Examples for the OpenAPI document, made from its schemas. */

/** The parts of a JSON schema that an example depends on. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  example?: unknown;
  examples?: unknown[];
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  format?: string;
  minimum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};

/** Examples of texts whose schema has none of its own, by the name of the field. */
const textByField: Record<string, string> = {
  bymonthday: '14',
  clientId: '2cd39703-d6ff-4d1c-b9ae-b83340986ca3',
  code: 'import math\nprint(math.factorial(20))',
  content: 'I finished my run this morning.',
  current_week: '2',
  date: '2027-01-04',
  description: 'Twenty minutes at a pace at which you can talk.',
  email: 'sam@example.com',
  end_date: '2027-02-13',
  from: '22:00',
  lastMessage: 'Run this: print(20)',
  message: '2432902008176640000',
  model: 'openai/gpt-4o-mini',
  name: 'Sam',
  rule: 'fits the day',
  scheduled_at: '2027-01-04T07:00:00.000Z',
  snippet: 'Attach the new habit to one that you already keep.',
  start_date: '2026-11-22',
  start_time: '07:00',
  starts_on: '2026-11-22',
  stderr: '',
  stdout: '2432902008176640000\n',
  success_criterion: '3 runs of 20 minutes are done.',
  summary: 'Twelve weeks that build up gently to the day itself.',
  target_date: '2027-02-13',
  text: 'Small steps survive bad days.',
  timezone: 'Europe/Berlin',
  title: 'Run 20 minutes',
  to: '07:00',
  traceback: '',
};

const textByFormat: Record<string, string> = {
  uuid: '5a0dcb4e-7b0e-4b0f-9d7e-3f1f6f3d2a11',
  'date-time': '2026-11-22T10:00:00.000Z',
  date: '2027-01-04',
  email: 'sam@example.com',
  uri: 'https://example.com/habits',
  binary: '…',
};

/**
 * Returns one value that the schema allows: its own example where it has one, else made of its parts. What may be null and
 * has no example is null; optional fields of requests are left out unless they have one.
 * @param components the document's schemas, for references
 */
export function exampleOf(schema: Schema, components: Record<string, Schema>, field = '', isRequest = false): unknown {
  if (schema.$ref) return exampleOf(resolve(schema.$ref, components), components, field, isRequest);
  if (schema.example !== undefined) return schema.example;
  if (schema.examples?.length) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum?.length) return schema.enum[0];
  if (schema.default !== undefined) return schema.default;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices?.[0]) return exampleOf(choices[0], components, field, isRequest);
  if (schema.allOf) {
    return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, components, field, isRequest)));
  }
  const types = [schema.type ?? []].flat();
  if (types.includes('null')) return null;
  if (types.includes('object') || schema.properties) return exampleObject(schema, components, isRequest);
  if (types.includes('array')) return [exampleOf(schema.items ?? {}, components, field, isRequest)];
  if (types.includes('integer') || types.includes('number')) return Math.max(schema.minimum ?? 0, 1);
  if (types.includes('boolean')) return true;
  if (types.includes('string')) return textByFormat[schema.format ?? ''] ?? textByField[field] ?? 'text';
  return {};
}

/** Fields that say the same in several ways: a request has one of them, so its example shows the first. */
const alternatives = ['when', 'scheduled_at', 'date'];

function exampleObject(
  schema: Schema & { required?: string[] },
  components: Record<string, Schema>,
  isRequest: boolean,
) {
  const names = Object.keys(schema.properties ?? {});
  const chosen = alternatives.find((name) => names.includes(name));
  const shown = Object.entries(schema.properties ?? {}).filter(([name, property]) => {
    if (schema.required?.includes(name)) return true;
    return isRequest && hasExample(property, components) && (!alternatives.includes(name) || name === chosen);
  });
  return Object.fromEntries(shown.map(([name, property]) => [name, exampleOf(property, components, name, isRequest)]));
}

function hasExample(schema: Schema, components: Record<string, Schema>): boolean {
  const resolved = schema.$ref ? resolve(schema.$ref, components) : schema;
  return resolved.example !== undefined || resolved.examples !== undefined;
}

function resolve(ref: string, components: Record<string, Schema>): Schema {
  const schema = components[ref.replace('#/components/schemas/', '')];
  if (!schema) throw new Error(`The document has no ${ref}: give the schema its id with .meta({ id }).`);
  return schema;
}
