import type { IncomingMessage, ServerResponse } from 'node:http';
import { posix } from 'node:path';
import { z } from 'zod';
import { HttpError, readBody, readJson, sendJson } from './http.ts';
import { FILE_BYTES_MAX } from './limits.ts';
import type { ChildEvent, ListedFile } from './protocol.ts';
import type { Sandbox, Sandboxes } from './sandboxes.ts';

const HOME = '/home/user';
const FORM_BYTES_MAX = FILE_BYTES_MAX + 64 * 1024;

const ListDir = z.object({ path: z.string(), depth: z.int().min(1).max(10).default(1) });

function toPath(path: string | null | undefined): string {
  if (!path || path.includes('\0')) throw new HttpError(400, 'a path is required');
  return posix.resolve(HOME, path);
}

/** Returns the answer when it is of the type that was asked for. Throws what the child says instead. */
function expect<T extends ChildEvent['type']>(
  event: ChildEvent,
  type: T,
  path: string,
): Extract<ChildEvent, { type: T }> {
  const isExpected = (answer: ChildEvent): answer is Extract<ChildEvent, { type: T }> => answer.type === type;
  if (isExpected(event)) return event;
  if (event.type === 'missing') throw new HttpError(404, `path '${path}' does not exist`, { code: 'not_found' });
  throw new HttpError(500, event.type === 'failed' ? event.message : `the sandbox answered with '${event.type}'`);
}

/** `GET /files?path=`: the file's bytes. Throws HttpErrors. */
export async function readFile(sandboxes: Sandboxes, sandbox: Sandbox, url: URL, response: ServerResponse) {
  const path = toPath(url.searchParams.get('path'));
  const answer = await sandboxes.use(sandbox, 'files', (python) => python.request({ op: 'read', path }));
  const bytes = Buffer.from(expect(answer, 'file', path).data, 'base64');
  response
    .writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.byteLength })
    .end(bytes);
}

/** `POST /files?path=`: writes a form's files, each under its own name where the query has no path. Throws HttpErrors. */
export async function writeFiles(
  sandboxes: Sandboxes,
  sandbox: Sandbox,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const body = await readBody(request, FORM_BYTES_MAX);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(body, { headers }).formData().catch(() => {
    throw new HttpError(400, 'the body is not a multipart form');
  });
  const written = [];
  for (const file of form.getAll('file')) {
    if (typeof file === 'string') throw new HttpError(400, 'the form field "file" is not a file');
    const path = toPath(url.searchParams.get('path') ?? file.name);
    const data = Buffer.from(await file.arrayBuffer()).toString('base64');
    const answer = await sandboxes.use(sandbox, 'files', (python) => python.request({ op: 'write', path, data }));
    expect(answer, 'end', path);
    written.push({ path, name: posix.basename(path), type: 'file' });
  }
  sendJson(response, 200, written);
}

const toEntry = ({ name, path, is_dir, size, mode, modified_ms }: ListedFile) => ({
  name,
  path,
  type: is_dir ? 'FILE_TYPE_DIRECTORY' : 'FILE_TYPE_FILE',
  size: String(size),
  mode,
  permissions: mode.toString(8),
  owner: 'user',
  group: 'user',
  modifiedTime: new Date(modified_ms).toISOString(),
});

/** `POST /filesystem.Filesystem/ListDir`: a directory's entries, in Connect's JSON. Throws HttpErrors. */
export async function listDir(
  sandboxes: Sandboxes,
  sandbox: Sandbox,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const asked = await readJson(request, ListDir, 64 * 1024);
  const path = toPath(asked.path);
  const answer = await sandboxes.use(sandbox, 'files', (python) =>
    python.request({ op: 'list', path, depth: asked.depth }),
  );
  sendJson(response, 200, { entries: expect(answer, 'entries', path).entries.map(toEntry) });
}
