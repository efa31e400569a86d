import { z } from 'zod';
import { memoryCharactersMax } from '../memory/schema.ts';
import { asksToRemember, holdsSecret, isHealthDetail, secretRefusal } from '../memory/sensitive.ts';
import { findContradicted, readCorrection, subjectOf } from '../memory/subject.ts';
import { clarify, defineIntent, refuse } from './intent.ts';
import { shortTitle } from './speech.ts';

const askFact = 'What should I remember?';

export const remember = defineIntent({
  name: 'remember',
  description:
    'Keep one lasting fact about the person: names, preferences, circumstances. A newer fact replaces the older one about the same. Details of health only when the person asks to remember them; never passwords, keys or card numbers.',
  input: z.object({
    fact: z
      .string(askFact)
      .trim()
      .min(1, askFact)
      .max(memoryCharactersMax, 'That is a lot at once. Can you say it in one sentence?')
      .meta({ description: 'One sentence, in the first person.', example: "My sister's name is Ana" }),
  }),
  changesData: true,
  reads: ['memories'],
  run({ memories, said }, { fact: words }) {
    if (!/[\p{L}\p{N}]/u.test(words)) return clarify(askFact);
    if (holdsSecret(words)) return refuse(secretRefusal, { sentence: 'secret' });
    if (isHealthDetail(words) && !asksToRemember(said ?? words)) {
      return refuse('I keep details of health only when you ask me to. Say "remember that" if I should.', {
        sentence: 'health',
      });
    }
    const { fact, wrong } = readCorrection(words);
    const subject = subjectOf(fact);
    const replaced =
      (wrong && findContradicted(memories, fact, wrong)) || memories.find(({ text }) => subjectOf(text) === subject);
    if (replaced?.text === fact)
      return {
        status: 'ok',
        speech: `I know: ${quoted(fact)}`,
        data: { memory: fact },
        means: { sentence: 'known', title: fact },
      };
    return {
      status: 'ok',
      speech: replaced ? `Thanks, I've put that right: ${quoted(fact)}` : `I'll remember that: ${quoted(fact)}`,
      data: { memory: fact, ...(replaced ? { replaced: replaced.text } : {}) },
      means: { sentence: replaced ? 'corrected' : 'remembered', title: fact },
      write: { kind: 'remember', text: fact, subject, replaces: replaced?.id ?? null },
    };
  },
});

function quoted(fact: string): string {
  return `“${shortTitle(fact)}”.`;
}
