import { z } from 'zod';
import { LANGUAGES } from '../language/languages.ts';
import { Beside } from '../llm/gather.ts';

/** Thoughts a message may take; the last one answers with what there is. */
export const thoughtsMax = 8;
/** Calls that one thought may make. */
export const callsMax = 10;

/** A call of a tool. `unreadable`: what the model wrote as its arguments was no JSON object. `beside` goes back to it.
 * `language`: what the person is answered in, where the rules read it from more than this message. */
export const Call = z.object({
  id: z.string(),
  name: z.string(),
  arguments: z.record(z.string(), z.json()),
  unreadable: z.literal(true).optional(),
  beside: Beside.optional(),
  language: z.enum(LANGUAGES).optional(),
});
export type Call = z.infer<typeof Call>;

/** What came of the call at a place of its thought: `content` is told to the model, `said` to the person. */
export const CallResult = z.object({
  place: z.int(),
  status: z.enum(['done', 'error']),
  content: z.string(),
  said: z.string().nullable(),
});
export type CallResult = z.infer<typeof CallResult>;

/**
 * Words for the person and the tools that are called next to them; without calls the words are the answer. `hints` says that
 * they carry the hint of what would make more possible.
 */
export type Thought = { text: string; calls: Call[]; hints?: boolean };

/** A thought that was kept, with what came of its calls so far. */
export const KeptThought = z.object({ text: z.string(), calls: z.array(Call), results: z.array(CallResult) });
export type KeptThought = z.infer<typeof KeptThought>;

/** Says whether calls of a thought are still to be carried out. */
export function isPending({ calls, results }: KeptThought): boolean {
  return results.length < calls.length;
}

/** Returns the words that stood beside calls so far: the answer goes on after them. */
export function keptWords(thoughts: KeptThought[]): string {
  return thoughts
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n');
}
