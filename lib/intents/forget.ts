import { z } from 'zod';
import { findByWords, namesNothing } from './find-by-words.ts';
import { clarify, defineIntent, refuse } from './intent.ts';
import { sayList, shortTitle } from './speech.ts';

const askFact = 'What should I forget?';
const EVERYTHING =
  /^(?:everything|all(?: of (?:it|that))?|alles|tout|todo|tudo|tutto)(?: (?:about me|you know(?: about me)?|über mich|sur moi|sobre m[ií]|sobre mim|su di me|over mij))?[.!]*$/iu;

export const forget = defineIntent({
  name: 'forget',
  description: 'Forget something that was remembered about the person.',
  input: z.object({
    fact: z
      .string(askFact)
      .trim()
      .min(1, askFact)
      .max(500, askFact)
      .meta({ description: 'What to forget, in words; "everything" is all of it.', example: "my sister's name" }),
  }),
  changesData: true,
  reads: ['memories'],
  run({ memories }, { fact }) {
    if (memories.length === 0)
      return refuse("There is nothing that I remember about you, so there's nothing to forget.", {
        sentence: 'not_remembered',
      });
    if (EVERYTHING.test(fact)) {
      const count = memories.length === 1 ? 'the one thing' : `all ${memories.length} things`;
      return {
        status: 'ok',
        speech: `Done. I've forgotten ${count} that I knew about you.`,
        means: { sentence: 'forgotten_all' },
        write: { kind: 'forget', ids: memories.map(({ id }) => id), title: 'everything' },
      };
    }
    if (namesNothing(fact) && memories.length > 1) return clarify(askFact);
    const items = memories.map(({ id, text }) => ({ id, title: text }));
    const byId = items.filter(({ id }) => id === fact);
    const [found, ...others] = byId.length ? byId : namesNothing(fact) ? items : findByWords(items, fact);
    if (!found) return refuse(`I don't remember anything about ${shortTitle(fact)}.`, { sentence: 'not_remembered' });
    if (others.length) {
      return clarify(
        `Which of these should I forget: ${sayList([found, ...others].map(({ title }) => shortTitle(title)))}?`,
      );
    }
    return {
      status: 'ok',
      speech: `Forgotten: “${shortTitle(found.title)}”.`,
      means: { sentence: 'forgotten', title: found.title },
      write: { kind: 'forget', ids: [found.id], title: found.title },
    };
  },
});
