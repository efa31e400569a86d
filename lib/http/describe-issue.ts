import { z } from 'zod';
import { editDistance } from '../text.ts';

/** Names of what a field must be, as people say them, with an example where the form is not obvious. */
const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number, such as 30',
  int: 'a whole number, such as 30',
  boolean: 'true or false',
  array: 'a list, such as []',
  object: 'an object with fields, such as {}',
  record: 'an object with fields, such as {}',
  tuple: 'a list',
  date: 'a date, such as 2027-02-13',
};

/** The forms that text must have, by zod's name for them. */
const forms: Record<string, string> = {
  guid: 'must be an id, such as 3f2b8c1e-5d4a-4c6b-9e7f-0a1b2c3d4e5f',
  uuid: 'must be an id, such as 3f2b8c1e-5d4a-4c6b-9e7f-0a1b2c3d4e5f',
  date: 'must be a day that exists, such as 2027-02-13',
  datetime: 'must be a time with its zone, such as 2027-02-13T18:00:00Z',
  time: 'must be a time, such as 18:00',
  email: 'must be an e-mail address, such as kim@example.com',
  url: 'must be an address, such as https://example.com/page',
};

/**
 * Says what is wrong with one field in words for whoever wrote the request: what it must be, with an example, and for an
 * unknown field the known one that looks most like it. Messages that a schema gives itself come before these.
 * @param issue zod's, with the schema (`inst`) that found it
 */
export function describeIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing${exampleOf(issue)}`
        : `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_format':
      return forms[issue.format] ?? `does not have the right form${exampleOf(issue)}`;
    case 'invalid_value':
      return `must be ${either(issue.values.map((value) => JSON.stringify(value)))}`;
    case 'too_small':
      return `must ${size(issue.origin, 'at least', Number(issue.minimum))}`;
    case 'too_big':
      return `must ${size(issue.origin, 'at most', Number(issue.maximum))}`;
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField(key, knownFields(issue.inst))).join('; ');
    default:
      return `cannot be used${exampleOf(issue)}`;
  }
}

/** Returns how large a value must be: characters of text, entries of a list, or the number itself. */
function size(origin: string, bound: string, limit: number): string {
  if (origin === 'string' && limit === 1 && bound === 'at least') return 'not be empty';
  if (origin === 'string') return `have ${bound} ${limit} ${limit === 1 ? 'character' : 'characters'}`;
  if (origin === 'array' || origin === 'set') return `have ${bound} ${limit} ${limit === 1 ? 'entry' : 'entries'}`;
  return `be ${bound} ${limit}`;
}

function either(values: string[]): string {
  const last = values.at(-1) ?? '';
  return values.length > 1 ? `${values.slice(0, -1).join(', ')} or ${last}` : last;
}

/** `, such as …` with the schema's own example; nothing where it has none. */
function exampleOf({ inst }: z.core.$ZodRawIssue): string {
  const example = inst instanceof z.ZodType ? z.globalRegistry.get(inst)?.example : undefined;
  return example === undefined ? '' : `: send for example ${JSON.stringify(example)}`;
}

function knownFields(schema: unknown): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function unknownField(name: string, known: string[]): string {
  const shown = JSON.stringify(name.slice(0, 60));
  const [nearest] = known
    .map((field) => ({ field, distance: editDistance(name.slice(0, 60).toLowerCase(), field) }))
    .sort((a, b) => a.distance - b.distance);
  if (nearest && nearest.distance <= Math.max(2, nearest.field.length / 3)) {
    return `${shown} is not a field here: did you mean "${nearest.field}"?`;
  }
  return `${shown} is not a field here${known.length ? `: the fields are ${known.join(', ')}` : ''}`;
}
