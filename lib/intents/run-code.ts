import { z } from 'zod';
import { clarify, defineIntent } from './intent.ts';

const askRequest = 'What should I calculate?';

export const runCode = defineIntent({
  name: 'run_code',
  description:
    'Use when the answer needs Python to be written or run: calculations, data, text processing, simulations, or code that the person asks to be executed. Give one of the two: the program itself, or what it must find out.',
  input: z.object({
    request: z
      .string(askRequest)
      .trim()
      .max(5000, 'That is a lot at once. What is the first thing to calculate?')
      .optional()
      .meta({ description: 'What the code must find out or do.', example: 'The factorial of 20' }),
    code: z
      .string(askRequest)
      .max(15_000, 'That program is too long.')
      .optional()
      .meta({ description: 'The whole Python program.', example: 'print(sum(range(10)))' }),
  }),
  changesData: true,
  reads: [],
  run(_context, { request, code }) {
    const wanted = code?.trim() ? fenced(code) : request;
    if (!wanted) return clarify(askRequest);
    return {
      status: 'deferred',
      speech: "I'm working on it now. The result will be there in a moment.",
      means: { sentence: 'working' },
      write: { kind: 'run_code', request: wanted },
    };
  },
});

/** Returns a program as a message carries it: between fences that are longer than any in it. */
function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}python\n${code}\n${fence}`;
}
