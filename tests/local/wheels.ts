import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { crc32, deflateRawSync } from 'node:zlib';
import { readPackageLock } from '../../local/e2b/package-lock.ts';

/** One file of an archive. */
export interface ArchiveFile {
  name: string;
  data: string | Uint8Array;
  /** The size that the archive claims, where it lies. */
  claims?: number;
  /** The bits of its kind, as Unix has them: 0o120000 for a symbolic link. */
  kind?: number;
}

const u16 = (...values: number[]) => Buffer.from(Uint16Array.from(values).buffer);
const u32 = (...values: number[]) => Buffer.from(Uint32Array.from(values).buffer);

/** Writes a zip (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3): as pip's, or as no honest tool would. */
export function zip(files: ArchiveFile[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claims, kind = 0o100000 } of files) {
    const path = Buffer.from(name);
    const bytes = Buffer.from(data);
    const packed = deflateRawSync(bytes);
    const sizes = u32(crc32(bytes), packed.length, claims ?? bytes.length);
    const head = Buffer.concat([u16(20, 0x800, 8, 0, 0x21), sizes, u16(path.length, 0)]);
    local.push(Buffer.from('PK\x03\x04'), head, path, packed);
    const tail = [u16(0, 0, 0), u32((kind + 0o644) * 65_536, offset)];
    central.push(Buffer.from('PK\x01\x02'), u16(0x314), head, ...tail, path);
    offset += 4 + head.length + path.length + packed.length;
  }
  const index = Buffer.concat(central);
  const end = [u16(0, 0, files.length, files.length), u32(index.length, offset), u16(0)];
  return Buffer.concat([...local, index, Buffer.from('PK\x05\x06'), ...end]);
}

/** A wheel that a test has made, and what the lock file says of it. */
export interface Wheel {
  bytes: Buffer;
  entry: Record<string, unknown> & { name: string; file_name: string; sha256: string };
}

/** Makes a wheel of some files, whose modules are those at its top (https://packaging.python.org/en/latest/specifications/binary-distribution-format). */
export function wheel(name: string, files: ArchiveFile[], depends: string[] = []): Wheel {
  const info = `${name}-1.0.dist-info`;
  const all = [
    ...files,
    { name: `${info}/METADATA`, data: `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0\n` },
    { name: `${info}/WHEEL`, data: 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n' },
    { name: `${info}/RECORD`, data: '' },
  ];
  const bytes = zip(all);
  const imports = [...new Set(files.map((file) => file.name.split(/[/.]/)[0]))];
  const file_name = `${name}-1.0-py3-none-any.whl`;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, entry: { name, version: '1.0', file_name, sha256, install_dir: 'site', imports, depends } };
}

/** The lock file of some wheels. */
export const lockOf = (wheels: Wheel[]) =>
  readPackageLock(JSON.stringify({ packages: Object.fromEntries(wheels.map(({ entry }) => [entry.name, entry])) }));

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves wheels, and whatever else a mirror may do at some path. */
export async function startMirror(wheels: Wheel[], others: Record<string, Answer> = {}) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    requests.push(path);
    const other = others[path];
    if (other) return other(request, response);
    const found = wheels.find(({ entry }) => entry.file_name === path);
    response.writeHead(found ? 200 : 404).end(found?.bytes);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the mirror has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    requests,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const leb = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >> 7)]);
const text = (value: string) => [...leb(value.length), ...Buffer.from(value)];
const section = (id: number, bytes: number[]) => [id, ...leb(bytes.length), ...bytes];

/**
 * A module of Python that was compiled to WebAssembly, written by hand since no compiler is at hand: its function `PyInit__made`
 * makes a module `_made` whose `answer` is 42. It has the section that Emscripten's linker reads
 * (https://github.com/WebAssembly/tool-conventions/blob/main/DynamicLinking.md).
 */
export function compiledModule(): Uint8Array {
  // Memory: "_made" at 0, "answer" at 8, a PyModuleDef at 32 (m_name at 20, m_size at 28).
  const i32 = 0x7f;
  const store = (offset: number) => [0x36, 2, offset];
  const code = [
    ...[0, 0x23, 0, 0x41, 1, ...store(32)], // the definition's reference count
    ...[0x23, 0, 0x23, 0, ...store(52)], // its name
    ...[0x23, 0, 0x41, 0x7f, ...store(60)], // its size: -1, no state
    ...[0x23, 0, 0x41, 32, 0x6a, 0x41, ...leb(1013), 0x10, 0], // PyModule_Create2(definition, 1013)
    ...[0x22, 0, 0x23, 0, 0x41, 8, 0x6a, 0x41, 42, 0x10, 1, 0x1a], // PyModule_AddIntConstant(module, "answer", 42)
    ...[0x20, 0, 0x0b],
  ];
  code.splice(0, 1, 1, 1, i32); // one local variable
  const imported = (name: string, kind: number[]) => [...text('env'), ...text(name), ...kind];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(0, [...text('dylink.0'), 1, 5, ...leb(128), 4, 0, 0]),
    ...section(1, [3, 0x60, 2, i32, i32, 1, i32, 0x60, 3, i32, i32, i32, 1, i32, 0x60, 0, 1, i32]),
    ...section(2, [
      4,
      ...imported('memory', [2, 0, 1]),
      ...imported('__memory_base', [3, i32, 0]),
      ...imported('PyModule_Create2', [0, 0]),
      ...imported('PyModule_AddIntConstant', [0, 1]),
    ]),
    ...section(3, [1, 2]),
    ...section(7, [1, ...text('PyInit__made'), 0, 2]),
    ...section(10, [1, ...leb(code.length), ...code]),
    ...section(11, [1, 0, 0x23, 0, 0x0b, ...leb(15), ...Buffer.from('_made\0\0\0answer\0')]),
  ]);
}
