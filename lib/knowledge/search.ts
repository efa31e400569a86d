import { z } from 'zod';
import type { Actor } from '../caller.ts';
import { asActor } from '../db/client.ts';
import { SearchAnswer, SearchResult } from './schema.ts';

const Found = SearchResult.extend({ text: z.string() });
type Found = z.infer<typeof Found>;

/** A text that a plan can be grounded on, and what to cite it by. */
export type Reference = { document_id: string; title: string; source_url: string | null; text: string };

/** References that a plan is given. */
const referencesMax = 3;
/** Texts that cover less of a goal than this, or than half of what the best one does, share a word with it and no more. */
const scoreMin = 0.09;
/** Goals are told at length; their beginning says what they are about. */
const goalCharactersMax = 500;

/**
 * Finds the caller's own and the shared documents that say most about a query, in one round trip; none for one without
 * words that mean anything.
 */
export async function searchDocuments(actor: Actor, query: string, limit: number): Promise<SearchAnswer> {
  return SearchAnswer.parse({ query, results: await find(actor, query, limit) });
}

/** Returns the texts, three at most, that say something about a goal: each a document's best passage of up to 1200 characters. */
export async function retrieveReferences(
  actor: Actor,
  goal: { title: string; description: string },
): Promise<Reference[]> {
  // The words of a goal are searched as words, never as conditions.
  const words = `${goal.title} ${goal.description}`.slice(0, goalCharactersMax).replace(/["-]/g, ' ');
  const found = await find(actor, words, referencesMax);
  const best = found[0]?.score ?? 0;
  return found
    .filter(({ score }) => score >= Math.max(scoreMin, best / 2))
    .map(({ document_id, title, source_url, text }) => ({ document_id, title, source_url, text }));
}

async function find(actor: Actor, query: string, limit: number): Promise<Found[]> {
  const found = await asActor(actor, (db, owner) =>
    db.rpc('search_documents', { p_query: query, p_limit: limit, ...owner }),
  );
  return z.array(Found).parse(found);
}
