import { randomUUID } from 'node:crypto';
import type { ExecutionResult } from '../sandbox/execution.ts';
import type { ChangedFiles, SandboxFile } from '../sandbox/files.ts';
import type { Artifact } from './program-store.ts';
import type { RunResult } from './schema.ts';

/** All artifacts of one run together. */
export const artifactBytesMax = 3 * 1024 * 1024;
const notReturned = 'Not returned: ten files and 3 MB come back from a run.';

/** What drawing calls return, `[<matplotlib.lines.Line2D object at 0x3c1d80>]` or `Text(0.5, 1.0, 'Steps')`: names of parts of a picture. */
const partOfPicture = /^[[(]?(?:(?:<[^<>]*>|Text\([^()]*\))(?:, )?)+[\])]?$/;
const partCharactersMax = 500;

/** What a run gave, as the person is told: texts as they are, charts and files by the artifact that holds them. */
export type Gathered = { results: RunResult[]; artifacts: Artifact[]; bytes: number };

const extensions: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'application/pdf': 'pdf',
  'text/html': 'html',
  'text/markdown': 'md',
  'text/latex': 'tex',
  'application/json': 'json',
  'text/javascript': 'js',
};
const base64Mimes = ['image/png', 'image/jpeg', 'application/pdf'];

/** Returns the run's results, their richest forms as artifacts named `result-1.png`, `result-2.html` and so on. */
export function gatherResults(results: ExecutionResult[]): Gathered {
  const gathered: Gathered = { results: [], artifacts: [], bytes: 0 };
  const drew = results.some(({ mime }) => mime?.startsWith('image/'));
  for (const { text, mime, data } of results) {
    if (drew && !data && text && text.length <= partCharactersMax && partOfPicture.test(text)) continue;
    // "<Figure size 640x480 with 1 Axes>" says nothing beside the picture.
    const saysNothing = text === undefined || (data !== undefined && /^<[^<>]*>$/.test(text));
    const shown: RunResult = saysNothing ? {} : { text };
    if (mime && data) {
      const bytes = Buffer.from(data, base64Mimes.includes(mime) ? 'base64' : 'utf8');
      const name = `result-${gathered.results.length + 1}.${extensions[mime] ?? 'bin'}`;
      Object.assign(shown, addArtifact(gathered, { name, mime, bytes }));
    }
    gathered.results.push(shown);
  }
  return gathered;
}

/** Adds the files that the run wrote; of those that do not come back their names, ten of them. */
export function gatherFiles(gathered: Gathered, { files, leftOut }: ChangedFiles): void {
  for (const file of files) {
    gathered.results.push({ ...addArtifact(gathered, file), name: nameOf(file.name) });
  }
  for (const name of leftOut.slice(0, 10)) gathered.results.push({ name: nameOf(name), text: notReturned });
  if (leftOut.length > 10) gathered.results.push({ name: `${leftOut.length - 10} more files`, text: notReturned });
}

function addArtifact(gathered: Gathered, { name, mime, bytes }: SandboxFile): RunResult {
  const id = randomUUID();
  gathered.artifacts.push({ id, name: nameOf(name), mime, base64: Buffer.from(bytes).toString('base64') });
  gathered.bytes += bytes.byteLength;
  return { artifact_id: id, mime };
}

/** Returns a name that the database and a header can hold. */
function nameOf(path: string): string {
  return (
    path
      .toWellFormed()
      .replace(/\p{Cc}/gu, '')
      .slice(-200) || 'file'
  );
}
