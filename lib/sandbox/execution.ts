import { stripVTControlCharacters } from 'node:util';
import type { ExecutionError, Result } from '@e2b/code-interpreter';

/** All results of one run together, images as base64. */
const RESULT_BYTES_MAX = 3 * 1024 * 1024;
const ERROR_CHARS_MAX = 20_000;

export interface ExecutionResult {
  /** The value as Python prints it. */
  text?: string;
  /** The richest form the value has, and that form: base64 for images and PDF, text for the rest. */
  mime?: string;
  data?: string;
}

/** Result of one run of code. */
export interface Execution {
  language: 'python';
  code: string;
  stdout: string;
  stderr: string;
  results: ExecutionResult[];
  error: { name: string; value: string; traceback: string } | null;
  duration_ms: number;
  /** Some output or result was left out for its size. */
  truncated: boolean;
}

/** The provider's text as a database takes it: neither NUL nor half a character. */
export const cleanText = (text: string) => text.toWellFormed().replaceAll('\0', '\ufffd');

/** Returns the start of a text, at most `bytesMax` bytes of UTF-8, never half a character. */
export function cutText(text: string, bytesMax: number): string {
  if (Buffer.byteLength(text) <= bytesMax) return text;
  let end = Math.max(0, bytesMax);
  const bytes = Buffer.from(text);
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.toString('utf8', 0, end);
}

/** Returns the richest form of a result. Base64 comes from Jupyter in lines. */
function richest(result: Result): { mime: string; data: string } | undefined {
  const { png, jpeg, svg, pdf, html, markdown, latex, json, javascript } = result;
  const forms: [string, string | undefined][] = [
    ['image/png', png?.replace(/\s/g, '')],
    ['image/jpeg', jpeg?.replace(/\s/g, '')],
    ['image/svg+xml', svg],
    ['application/pdf', pdf?.replace(/\s/g, '')],
    ['text/html', html],
    ['text/markdown', markdown],
    ['text/latex', latex],
    ['application/json', json === undefined ? undefined : JSON.stringify(json)],
    ['text/javascript', javascript],
  ];
  for (const [mime, data] of forms) if (data) return { mime, data: cleanText(data) };
  return undefined;
}

/**
 * Returns one of a run's results, and how many bytes it takes. One that does not fit into what the run's others left is
 * replaced by a note.
 */
export function toResult(result: Result, bytesUsed: number): { result: ExecutionResult; bytes: number; fits: boolean } {
  const form = richest(result);
  const text = result.text === undefined ? undefined : cleanText(result.text);
  const bytes = Buffer.byteLength(text ?? '') + Buffer.byteLength(form?.data ?? '');
  if (bytesUsed + bytes > RESULT_BYTES_MAX) {
    const size = (bytes / 1024 / 1024).toFixed(1);
    const note = `[${form?.mime ?? 'text'} of ${size} MB left out: a run may return ${RESULT_BYTES_MAX / 1024 / 1024} MB]`;
    return { result: { text: note }, bytes: 0, fits: false };
  }
  return { result: { ...(text !== undefined && { text }), ...form }, bytes, fits: true };
}

/** Returns what the code raised, without the colours a notebook gives it. */
export function toError(error: ExecutionError): NonNullable<Execution['error']> {
  const plain = (text: unknown) => cleanText(stripVTControlCharacters(String(text ?? ''))).slice(0, ERROR_CHARS_MAX);
  return { name: plain(error.name), value: plain(error.value), traceback: plain(error.traceback) };
}
