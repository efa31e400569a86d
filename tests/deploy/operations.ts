import type { Document } from '../../scripts/openapi/document.ts';
import type { Person } from '../support/stack.ts';

/** One request for a documented operation. */
export type Call = { name: string; method: string; path: string; body?: string; headers: Record<string, string> };

/** A request for every documented operation, made of its examples. */
export function documentedCalls(document: Document): Call[] {
  return Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]): Call => {
      const parameters = (operation.parameters ?? []).filter((parameter) => 'in' in parameter);
      const given = (name: string) => String(parameters.find((parameter) => parameter.name === name)?.example ?? 'x');
      const query = new URLSearchParams(
        parameters
          .filter((parameter) => parameter.in === 'query' && parameter.required)
          .map(({ name }): [string, string] => [name, given(name)]),
      );
      const body = operation.requestBody?.content['application/json']?.example;
      return {
        name: `${method.toUpperCase()} ${template}`,
        method: method.toUpperCase(),
        path: `${template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given(name)))}${query.size ? `?${query}` : ''}`,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      };
    }),
  );
}

/** Returns the documented reads, each with a slash at the end of its path. */
export function readsWithSlash(document: Document): { call: Call; slashed: Call }[] {
  return documentedCalls(document)
    .filter(({ method }) => method === 'GET')
    .map((call) => ({ call, slashed: { ...call, path: call.path.replace(/(?=\?|$)/, '/') } }));
}

/** Returns an answer with what differs from one to the next (ids, instants, tokens, durations) blanked. */
export async function answerOf(
  fetcher: (request: Request) => Promise<Response>,
  base: string,
  call: Call,
  person?: Person,
) {
  const response = await fetcher(
    new Request(`${base}${call.path}`, {
      method: call.method,
      headers: { ...call.headers, ...(person ? { Authorization: `Bearer ${person.token}` } : {}) },
      signal: AbortSignal.timeout(60_000),
      ...(call.body === undefined ? {} : { body: call.body }),
    }),
  );
  const headers = ['content-type', 'cache-control', 'allow', 'location'].map((name) => response.headers.get(name));
  return { status: response.status, headers, body: blank(await response.text(), base) };
}

function blank(text: string, base: string): string {
  return text
    .replaceAll(base, '<base>')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '<id>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)/g, '<instant>')
    .replace(/"(latency_ms|duration_ms)":[\d.]+/g, '"$1":0')
    .replace(/[\w-]{24,}/g, '<token>');
}
