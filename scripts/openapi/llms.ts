import type { Document } from './document.ts';

/**
 * Returns the API in Markdown for language models: what it is, where its documents are, each operation in a line by tag. The
 * form is that of https://llmstxt.org: a title, a quoted summary, sections of links.
 */
export function renderLlms(document: Document): string {
  const byTag = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { tags, summary }] of Object.entries(methods)) {
      const line = `- [${method.toUpperCase()} ${path}](/openapi.json): ${summary}`;
      for (const tag of tags) byTag.set(tag, [...(byTag.get(tag) ?? []), line]);
    }
  }
  const [summary = '', ...details] = document.info.description.split('\n\n');
  const sections = [...byTag].map(([tag, lines]) => `## ${tag}\n\n${lines.join('\n')}`);
  return [
    `# ${document.info.title}`,
    `> ${summary.replaceAll('\n', ' ')}`,
    ...details,
    '## Documents\n\n- [OpenAPI 3.1](/openapi.json): every operation with schemas, examples and problems\n- [TypeScript types](/openapi.d.ts): the same, for openapi-fetch and others\n- [Swagger UI](/docs): to try it in a browser',
    ...sections,
  ]
    .join('\n\n')
    .concat('\n');
}
