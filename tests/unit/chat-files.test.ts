import { describe, expect, test } from 'vitest';
import { cleanName, mimeFor } from '../../lib/chat/file-kind.ts';
import { previewOf } from '../../lib/chat/file-preview.ts';

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding));

describe("a file's name is one that every file system takes", () => {
  test.each([
    ['sales.csv', 'sales.csv'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\sales 2026.csv', 'sales 2026.csv'],
    ['.bashrc', 'bashrc'],
    ['...', null],
    ['/', null],
    ['a/..', null],
    [' \u200b ', null],
    ['re\u202egpj.exe', 'regpj.exe'],
    ['tab\there\n.txt', 'tabhere.txt'],
    ['nul\0.txt', 'nul.txt'],
    ['half \ud800.txt', 'half .txt'],
    ['Bro\u0308tchen.txt', 'Brötchen.txt'],
    ['报告.pdf', '报告.pdf'],
    [`${'x'.repeat(500)}.csv`, `${'x'.repeat(196)}.csv`],
    [`${'报'.repeat(100)}.csv`, `${'报'.repeat(65)}.csv`],
    [`a.${'b'.repeat(500)}`, `a.${'b'.repeat(198)}`],
  ])('%#', (raw, name) => {
    if (name === null) expect(() => cleanName(raw)).toThrow('must be the name of a file');
    else expect(cleanName(raw)).toBe(name);
  });
});

describe("a file's type", () => {
  const png = bytesOf('\x89PNG\r\n\x1a\n0000', 'latin1');
  test.each([
    ['a.csv', undefined, bytesOf('a,b'), 'text/csv'],
    ['a.csv', 'application/x-www-form-urlencoded', bytesOf('a,b'), 'text/csv'],
    ['a', 'text/csv; charset=utf-8', bytesOf('a,b'), 'text/csv'],
    ['a', 'application/octet-stream', bytesOf('a,b'), 'application/octet-stream'],
    ['a', 'text/<script>', bytesOf('a,b'), 'application/octet-stream'],
    ['a.txt', 'text/plain', png, 'image/png'],
    ['a.png', 'image/png', bytesOf('<svg/>'), 'application/octet-stream'],
    ['a.pdf', 'application/pdf', bytesOf('no'), 'application/octet-stream'],
  ])('%s declared as %s', (name, declared, bytes, mime) => {
    expect(mimeFor(name, declared, bytes)).toBe(mime);
  });
});

/** A PDF of pages with a line of text each, as small as the format allows (ISO 32000-1, 7.5). */
function pdfOf(...pages: string[]): Uint8Array<ArrayBuffer> {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, n) => `${4 + 2 * n} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((text, n) => {
      const drawn = text && `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + 2 * n} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      ];
    }),
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, n) => {
    const place = body.length;
    body += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`;
  return bytesOf(body + table + end, 'latin1');
}

describe('the start of a file for a model', () => {
  test('is the first forty lines of a table', async () => {
    const rows = Array.from({ length: 1000 }, (_, n) => `${n},${n * 2}`);
    const preview = await previewOf('text/csv', bytesOf(['a,b', ...rows].join('\r\n')));
    expect(preview?.split('\n')).toEqual(['a,b', ...rows.slice(0, 39), '…']);
  });

  test('is 3,000 characters of one long line, never half of one', async () => {
    const preview = await previewOf('application/json', bytesOf(`["${'🎈'.repeat(20_000)}"]`));
    expect([...(preview ?? '')]).toHaveLength(3_002);
    expect(preview?.isWellFormed()).toBe(true);
  });

  test.each([
    ['the text of a PDF', 'application/pdf', pdfOf('Invoice 42', 'Total 99 \\200'), 'Invoice 42\nTotal 99 €'],
    ['a PDF without text', 'application/pdf', pdfOf(''), expect.stringContaining('no text in it')],
    ['a broken PDF', 'application/pdf', bytesOf('%PDF-1.4 nonsense'), '[Its text could not be read.]'],
    ['UTF-16', 'text/plain', new Uint8Array(Buffer.from('\ufeffhéllo', 'utf16le')), 'héllo'],
    ["Western Europe's old encoding", 'text/csv', bytesOf('Größe', 'latin1'), 'Größe'],
    ['unknown text', 'application/octet-stream', bytesOf('hello'), 'hello'],
    ['unknown bytes', 'application/octet-stream', bytesOf('\xff\xfa\x80\x81', 'latin1'), null],
    ['an archive', 'application/zip', bytesOf('PK\x03\x04\0\0'), null],
    ['nothing', 'text/plain', bytesOf(''), ''],
  ])('of %s', async (_, mime, bytes, preview) => {
    expect(await previewOf(mime, bytes)).toEqual(preview);
  });

  test('of a PDF that unpacks to more than the thread may hold is given up', async () => {
    const { deflateSync } = await import('node:zlib');
    const bomb = deflateSync(Buffer.alloc(256 * 1024 * 1024, ' '), { level: 9 });
    const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << >> >>';
    const head = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n3 0 obj\n${page}\nendobj\n4 0 obj\n<< /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`;
    const bytes = new Uint8Array(
      Buffer.concat([Buffer.from(head), bomb, Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>')]),
    );
    expect(await previewOf('application/pdf', bytes)).toMatch(/could not be read|no text in it/);
  });
});
