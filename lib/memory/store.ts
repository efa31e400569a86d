import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { asCaller, asService } from '../db/client.ts';
import { unwrapWrite } from '../db/write-result.ts';
import { Problem } from '../problem.ts';
import { Memory, type MemoryInput } from './schema.ts';
import { subjectOf } from './subject.ts';

/** Returns what is remembered about the caller, newest first: 200 at most. */
export async function listMemories(caller: Caller): Promise<Memory[]> {
  const rows = await asCaller(caller, (db) =>
    db
      .from('memories')
      .select('id, text, source, created_at, updated_at')
      .eq('user_id', caller.userId)
      .order('updated_at', { ascending: false })
      .order('id'),
  );
  return rows.map((row) => Memory.parse(row));
}

/** Lists the words of what is remembered about a person, newest first, for what is made on their behalf. */
export async function memoriesOf(ownerId: string): Promise<string[]> {
  const rows = await asService((db) =>
    db.from('memories').select('text').eq('user_id', ownerId).order('updated_at', { ascending: false }).order('id'),
  );
  return rows.map(({ text }) => text);
}

/**
 * Remembers a fact, in place of an older one about the same subject.
 * @throws Problem `conflict` when there is no room for more; the problems of every creating request
 */
export async function createMemory(caller: Caller, { text }: MemoryInput): Promise<Memory> {
  const answer = await asCaller(caller, (db) =>
    db.rpc('create_memory', { p_text: text, p_subject: subjectOf(text), p_request: caller.idempotency }),
  );
  return unwrapWrite(caller, answer, Memory);
}

/**
 * Rewrites a memory of the caller's; another one about the same subject goes.
 * @throws Problem `not_found`, `rate_limited`
 */
export async function changeMemory(caller: Caller, id: string, { text }: MemoryInput): Promise<Memory> {
  const answer = await asCaller(caller, (db) =>
    db.rpc('change_memory', { p_id: id, p_text: text, p_subject: subjectOf(text) }),
  );
  if (answer === null) throw noSuchMemory();
  return unwrapWrite(caller, answer, Memory);
}

/**
 * Deletes a memory of the caller's.
 * @throws Problem `not_found`, `rate_limited`
 */
export async function deleteMemory(caller: Caller, id: string): Promise<void> {
  const answer = await asCaller(caller, (db) => db.rpc('delete_memory', { p_id: id }));
  if (answer === null) throw noSuchMemory();
  unwrapWrite(caller, answer, z.object({}));
}

/** Returns the problem that both a missing memory and somebody else's get. */
function noSuchMemory(): Problem {
  return new Problem('not_found', 'There is no such memory.');
}
