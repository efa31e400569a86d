import type { RouteConfig } from '@hono/zod-openapi';
import { loadApps } from '../../scripts/openapi/document.ts';

/** One operation of the API, as its route declares it. */
export type Operation = { id: string; method: string; path: string; file: string; route: RouteConfig };

/**
 * Every operation that the functions under api/ register, which is what the OpenAPI document is made from. Tables of tests
 * are held against it, so that a new route cannot stay out of them.
 */
export async function apiOperations(): Promise<Operation[]> {
  return [...(await loadApps())].flatMap(([file, app]) =>
    app.openAPIRegistry.definitions.flatMap((definition): Operation[] => {
      if (definition.type !== 'route') return [];
      const { route } = definition;
      const id = route.operationId;
      if (!id) throw new Error(`${route.method} ${route.path} in ${file} needs an operationId.`);
      return [{ id, method: route.method.toUpperCase(), path: route.path, file, route }];
    }),
  );
}

/** Returns true if a route asks for a person's token. */
export function needsToken({ route }: Operation): boolean {
  return (route.security ?? []).some((scheme) => 'bearer' in scheme);
}

/** The problem codes that a route documents, from its answers' descriptions. */
export function documentedProblems({ route }: Operation): string[] {
  return Object.values(route.responses).flatMap((answer) =>
    [...(answer && 'description' in answer ? String(answer.description) : '').matchAll(/`(\w+)`:/g)].map(([, code]) =>
      String(code),
    ),
  );
}
