import { z } from 'zod';
import { countPhrases, fold } from '../playbooks/phrases.ts';
import { Phrases, type Playbook } from '../playbooks/schema.ts';
import data from './cautions.json' with { type: 'json' };
import type { PlanContext } from './context.ts';

/**
 * What can hurt whoever's field it is in: said in the notes of every plan whose goal names it, whichever playbook made it. `with`: only
 * where the same sentence also has one of these phrases; `body`: only in plans for the body.
 */
export const CAUTIONS = z
  .array(
    z.strictObject({
      id: z.string(),
      source: z.string(),
      text: z.string(),
      body: z.literal(true).optional(),
      words: Phrases,
      with: Phrases.optional(),
    }),
  )
  .parse(data);

/** More would not be read. */
const CAUTIONS_MAX = 2;
const SENTENCE_END = /[.!?;\n]+/u;

/** Returns the cautions that a goal's words ask for, at most two. */
export function cautionsFor({ goal }: Pick<PlanContext, 'goal'>, playbook?: Pick<Playbook, 'body'>): string[] {
  const text = fold(`${goal.title}. ${goal.description ?? ''}`);
  const sentences = text.split(SENTENCE_END);
  const asked = CAUTIONS.filter(({ words, with: others, body }) => {
    if ((body && !playbook?.body) || countPhrases(words, text) === 0) return false;
    return !others || sentences.some((each) => countPhrases(words, each) > 0 && countPhrases(others, each) > 0);
  });
  return asked.slice(0, CAUTIONS_MAX).map((each) => each.text);
}
