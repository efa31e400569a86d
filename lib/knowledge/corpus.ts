import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { asService } from '../db/client.ts';
import { chunksOf } from './chunks.ts';

const folder = new URL('../../corpus/', import.meta.url);

/**
 * Makes the texts in corpus/ the shared documents of the database that the environment names: new and changed ones are
 * written, others removed. What is there already costs one round trip. Needs the secret key.
 * @returns how many texts there are, and how many were written or removed
 */
export async function loadCorpus(): Promise<{ documents: number; changed: number }> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const documents = await Promise.all(names.map(readDocument));
  const changed = await asService((db) => db.rpc('load_shared_documents', { p_documents: documents }));
  return { documents: documents.length, changed };
}

async function readDocument(name: string) {
  const source = await readFile(new URL(name, folder), 'utf8');
  const [, title, text] = /^# (.+)\n([\s\S]+)$/.exec(source) ?? [];
  if (!title || !text)
    throw new Error(`corpus/${name} must begin with its title, as "# Title", and have a text under it.`);
  return { id: documentId(name), title, text: text.trim(), source_url: null, chunks: chunksOf(text) };
}

/** Returns the id of a shared document: the same in every database, as long as its file has the same name. */
export function documentId(name: string): string {
  const hash = createHash('sha256').update(`corpus/${name}`).digest('hex');
  // The version and variant of a UUID whose bits are the maker's own (RFC 9562, 5.8).
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
