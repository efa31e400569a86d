/**
 * Takes away the child's powers before it runs anything.
 *
 * Pyodide is not a sandbox: Python reaches JavaScript objects. The walls are outside of this file (Node's permission
 * model, no code from strings, the namespaces and limits of isolation.ts); here go the powers none of them covers.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { constants } from 'node:fs';
import module from 'node:module';
import net from 'node:net';
import process from 'node:process';
import tls from 'node:tls';
import type { PyodideAPI } from 'pyodide';
import { DISK_BYTES_MAX, PYTHON_MEMORY_MB_MAX } from '../limits.ts';

const WASM_PAGE_BYTES = 64 * 1024;

function replace(target: object, names: readonly string[], value: unknown): void {
  for (const name of names) {
    Reflect.deleteProperty(target, name); // first, or defining it loads what the lazy ones stand for
    Object.defineProperty(target, name, { value, writable: false, configurable: false });
  }
}

/** Node 24's permission model says nothing about the network, so its modules refuse. Call it before Pyodide loads. */
export function denyNetwork(): void {
  const deny = () => {
    throw Object.assign(new Error('the sandbox has no network'), { code: 'EACCES' });
  };
  replace(net, ['connect', 'createConnection'], deny);
  replace(net.Socket.prototype, ['connect'], deny);
  replace(net.Server.prototype, ['listen'], deny);
  replace(tls, ['connect'], deny);
  replace(dgram, ['createSocket'], deny);
  replace(dgram.Socket.prototype, ['bind', 'connect', 'send'], deny);
  const lookups = Object.keys(dns.promises).filter((name) => /^(lookup|resolve|reverse)/.test(name));
  replace(dns, lookups, deny);
  replace(dns.promises, lookups, deny);
  module.syncBuiltinESMExports();
}

interface WasmMemory {
  buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** Python's memory ends at a bound (a MemoryError in Python). Call it before Pyodide loads. */
export function capMemory(): void {
  // By reflection, since TypeScript declares WebAssembly for browsers only.
  const { prototype }: { prototype: WasmMemory } = Reflect.get(Reflect.get(globalThis, 'WebAssembly'), 'Memory');
  const { grow } = prototype;
  const pagesMax = (PYTHON_MEMORY_MB_MAX * 1024 * 1024) / WASM_PAGE_BYTES;
  const capped = function (this: WasmMemory, pages: number): number {
    if (this.buffer.byteLength / WASM_PAGE_BYTES + pages > pagesMax)
      throw new RangeError('memory limit of the sandbox');
    return grow.call(this, pages);
  };
  replace(prototype, ['grow'], capped);
}

/**
 * Pyodide asks `process.binding` for the file system's constants, which the permission model refuses. Call it before
 * Pyodide loads.
 */
export function stubBindings(): void {
  replace(process, ['binding'], (name: string) => {
    if (name === 'constants') return { fs: { ...constants } };
    throw new Error('bindings are not available in the sandbox');
  });
}

/**
 * Files live outside of Python's memory: they get a bound of their own (ENOSPC in Python). Returns what unpacks packages, which
 * have another one, `bytesMax` for all of them.
 */
export function capFiles(python: PyodideAPI): (bytesMax: number, unpack: () => void) => void {
  const { FS } = python;
  const { MEMFS } = FS.filesystems;
  const stored = () => {
    const nodes = new Set<{ contents?: unknown }>(
      FS.streams.filter(Boolean).map((open: { node: object }) => open.node),
    );
    for (const chain of FS.nameTable) for (let node = chain; node; node = node.name_next) nodes.add(node);
    let bytes = 0;
    // Bytes that came from Python's memory are kept as Int8Arrays.
    for (const { contents } of nodes) if (ArrayBuffer.isView(contents)) bytes += contents.byteLength;
    return bytes;
  };
  let bytes = stored();
  let limit = DISK_BYTES_MAX;
  const makeRoom = (more: number) => {
    if (bytes + more <= limit) return;
    bytes = stored();
    if (bytes + more > limit) throw new FS.ErrnoError(python.ERRNO_CODES.ENOSPC);
  };
  for (const name of ['expandFileStorage', 'resizeFileStorage']) {
    const change = MEMFS[name];
    MEMFS[name] = (node: { contents: Uint8Array }, size: number) => {
      const before = node.contents.byteLength;
      makeRoom(size - before);
      change(node, size);
      bytes += node.contents.byteLength - before;
    };
  }
  // The first bytes of a file are taken as they come, without either of these.
  const operations = MEMFS.ops_table.file.stream;
  const { write } = operations;
  operations.write = (
    open: { node: { usedBytes: number } },
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
    canOwn?: boolean,
  ) => {
    const isFirst = open.node.usedBytes === 0 && position === 0;
    if (isFirst) {
      makeRoom(length);
      bytes += length;
    }
    return write(open, buffer, offset, length, position, canOwn);
  };
  return (bytesMax, unpack) => {
    const before = stored();
    const packageBytes = limit - DISK_BYTES_MAX;
    limit = before + bytesMax - packageBytes;
    try {
      unpack();
    } finally {
      limit = DISK_BYTES_MAX + packageBytes + Math.max(0, stored() - before);
    }
  };
}

/** Python has WebAssembly while packages are linked that were compiled to it, and at no other time. */
let lent: unknown;
const webAssembly: unknown = Reflect.get(globalThis, 'WebAssembly');

/** Does some work that needs WebAssembly. No program of a person runs meanwhile. */
export function withWebAssembly(work: () => void): void {
  lent = webAssembly;
  try {
    work();
  } finally {
    lent = undefined;
  }
}

/** Takes away what Python could still reach through JavaScript. Call it once Pyodide is loaded. */
export function dropPowers(): void {
  const powers = Object.getOwnPropertyNames(process).filter((name) => typeof Reflect.get(process, name) === 'function');
  const needed = new Set(['emitWarning', 'nextTick', 'reallyExit', 'exit', 'emit', 'on', 'once', 'off', 'hrtime']);
  for (const name of powers) {
    if (!needed.has(name) && Object.getOwnPropertyDescriptor(process, name)?.configurable) {
      replace(process, [name], undefined);
    }
  }
  const network = ['fetch', 'WebSocket', 'EventSource', 'Request', 'Response', 'XMLHttpRequest', 'BroadcastChannel'];
  const others = ['MessageChannel', 'process', 'require', 'Buffer', 'navigator'];
  replace(globalThis, [...network, ...others], undefined);
  Object.defineProperty(globalThis, 'WebAssembly', { get: () => lent, configurable: false });
  // Nor may a cell make every later one answer wrongly, through `Object.prototype.toJSON` and the like. (Freezing the
  // prototypes breaks Pyodide, which assigns properties that they have.)
  for (const { prototype } of [Object, Array, String]) Object.preventExtensions(prototype);
  Object.freeze(JSON);
}
