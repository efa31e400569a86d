import { z } from 'zod';
import { countPhrases, fold } from '../playbooks/phrases.ts';
import { Phrases } from '../playbooks/schema.ts';
import data from './cautions.json' with { type: 'json' };
import type { PlanContext } from './context.ts';

/** What can hurt whoever's field it is in: said in the notes of every plan whose goal names it, whichever playbook made it. */
export const CAUTIONS = z
  .array(z.object({ id: z.string(), source: z.string(), text: z.string(), words: Phrases }))
  .parse(data);

/** More would not be read. */
const cautionsMax = 2;

/** Returns the cautions that a goal's words ask for, at most two. */
export function cautionsFor({ goal }: Pick<PlanContext, 'goal'>): string[] {
  const folded = fold(`${goal.title}. ${goal.description ?? ''}`);
  return CAUTIONS.filter(({ words }) => countPhrases(words, folded) > 0)
    .slice(0, cautionsMax)
    .map(({ text }) => text);
}
