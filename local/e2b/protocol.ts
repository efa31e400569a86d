import { z } from 'zod';
import type { PackageFile } from './packages.ts';

/** A command from the server to a Python child, one JSON object a line. Paths are absolute, file data is base64. */
export type Command =
  | { id: number; op: 'start'; envs: string; modules: string[] }
  | { id: number; op: 'run'; code: string; envs: string }
  | { id: number; op: 'read'; path: string }
  | { id: number; op: 'write'; path: string; data: string }
  | { id: number; op: 'list'; path: string; depth: number };

/** The server's answer to an import during a run: files to unpack, or why there are none. */
export type PackageAnswer = { op: 'packages'; files: PackageFile[]; refusal: string };

const Entry = z.object({
  name: z.string(),
  path: z.string(),
  is_dir: z.boolean(),
  size: z.number(),
  mode: z.number(),
  modified_ms: z.number().min(0).max(8.64e15),
});

const rich = z.string().optional();

const Event = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['stdout', 'stderr']), text: z.string() }),
  z.object({
    type: z.literal('result'),
    is_main_result: z.boolean(),
    text: rich,
    html: rich,
    markdown: rich,
    svg: rich,
    png: rich,
    jpeg: rich,
    pdf: rich,
    latex: rich,
    javascript: rich,
    json: z.json().optional(),
  }),
  z.object({ type: z.literal('error'), name: z.string(), value: z.string(), traceback: z.string() }),
  z.object({ type: z.literal('import'), module: z.string().max(100) }),
  z.object({ type: z.literal('file'), data: z.base64() }),
  z.object({ type: z.literal('entries'), entries: z.array(Entry).max(10_000) }),
  z.object({ type: z.literal('missing') }),
  z.object({ type: z.literal('failed'), message: z.string() }),
  z.object({ type: z.literal('end') }),
]);

/**
 * A line from a Python child. Code in the sandbox can write such lines too, so every one is checked: a false one can
 * change what its own sandbox answers, and nothing else.
 */
export const ChildLine = z.object({ id: z.number(), event: Event });

export type ChildEvent = z.infer<typeof Event>;
export type ListedFile = z.infer<typeof Entry>;
