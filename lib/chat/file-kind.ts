import { extname } from 'node:path';
import { invalidField } from '../problem.ts';
import { mimeOf } from '../sandbox/files.ts';

const nameBytesMax = 200;

/**
 * Returns the name as one that every file system takes: neither a path, nor hidden, nor with anything that does not print.
 * @throws Problem `invalid` where nothing is left of it
 */
export function cleanName(raw: string): string {
  const last = raw.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const printed = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\ufffd]/gu, '')
    .trim()
    .replace(/^[.\s]+/, '');
  if (!printed) throw invalidField('name', 'must be the name of a file, such as sales.csv');
  const ending = extname(printed);
  const extension = Buffer.byteLength(ending) <= 20 ? ending : '';
  const stem = [...printed.slice(0, printed.length - extension.length)];
  while (Buffer.byteLength(stem.join('') + extension) > nameBytesMax) stem.pop();
  return stem.join('') + extension;
}

/** How files of these types begin (https://en.wikipedia.org/wiki/List_of_file_signatures). */
const signatures: [mime: string, start: RegExp][] = [
  ['image/png', /^\x89PNG\r\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
  ['application/pdf', /^[\s\S]{0,1000}%PDF-/],
];
const signed = new Set(signatures.map(([mime]) => mime));
/** What clients declare when they do not know. */
const declaresNothing = /^(?:application\/(?:octet-stream|x-www-form-urlencoded)|multipart\/.*)$/;

/**
 * Returns a file's type: what its first bytes say, else its name, else what its sender declared. Nothing is taken for a
 * picture or a PDF that does not begin like one.
 */
export function mimeFor(name: string, declared: string | undefined, bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 1_100)).toString('latin1');
  const found = signatures.find(([, form]) => form.test(start))?.[0];
  if (found) return found;
  const plain = declared?.split(';')[0]?.trim().toLowerCase() ?? '';
  const isDeclared = /^[a-z]+\/[a-z0-9.+-]{1,100}$/.test(plain) && !declaresNothing.test(plain);
  const mime = mimeOf(name) ?? (isDeclared ? plain : 'application/octet-stream');
  return signed.has(mime) ? 'application/octet-stream' : mime;
}
