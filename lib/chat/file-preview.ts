import { textOfPdf } from './pdf-text.ts';

const linesMax = 40;
const charactersMax = 3_000;
const bytesRead = 64 * 1024;

/**
 * Returns the start of a file's text for a model: the first lines of whatever is text, of a PDF what its pages say. Null
 * where there is none, as in a picture or an archive.
 */
export async function previewOf(mime: string, bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  if (mime === 'application/pdf') {
    const text = await textOfPdf(bytes, charactersMax);
    if (text === null) return '[Its text could not be read.]';
    return shorten(text) || '[There is no text in it; its pages are probably pictures.]';
  }
  const text = decode(bytes.subarray(0, bytesRead), mime.startsWith('text/'));
  return text && shorten(text);
}

/**
 * Returns text in UTF-8 or UTF-16, or in Western Europe's old encoding where the type says that it is text; null for anything
 * else.
 */
function decode(bytes: Uint8Array, isText: boolean): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    // The last character may be cut off.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return isText ? new TextDecoder('windows-1252').decode(bytes) : null;
  }
}

function shorten(text: string): string {
  const clean = text.replaceAll('\0', '').toWellFormed().replaceAll('\r\n', '\n').trim();
  const lines = clean.split('\n').slice(0, linesMax).join('\n');
  const shown = Array.from(lines).slice(0, charactersMax).join('');
  return shown.length < clean.length ? `${shown}\n…` : shown;
}
