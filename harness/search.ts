import { documentId } from '../lib/knowledge/corpus.ts';
import { searchDocuments } from '../lib/knowledge/search.ts';
import { questions } from './search-questions.ts';

/** `recallAt3` is the share of questions whose text is among the first three, `mrr` the mean of 1 / its place. */
type SearchQuality = {
  recallAt3: number;
  mrr: number;
  missed: { question: string; wanted: string; got: string[] }[];
};

/** Asks every question of the database that the environment names, as the service: the shared texts alone are searched. */
export async function measureSearch(): Promise<SearchQuality> {
  const service = { ownerId: crypto.randomUUID() };
  const ranks: number[] = [];
  const missed: SearchQuality['missed'] = [];
  for (const [question, wanted] of questions) {
    const { results } = await searchDocuments(service, question, 10);
    const rank = results.findIndex(({ document_id }) => document_id === documentId(`${wanted}.md`)) + 1;
    ranks.push(rank);
    if (rank === 0 || rank > 3) missed.push({ question, wanted, got: results.slice(0, 3).map(({ title }) => title) });
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    recallAt3: mean(ranks.map((rank) => (rank >= 1 && rank <= 3 ? 1 : 0))),
    mrr: mean(ranks.map((rank) => (rank ? 1 / rank : 0))),
    missed,
  };
}
