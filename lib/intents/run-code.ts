import { z } from 'zod';
import { defineIntent } from './intent.ts';

export const runCode = defineIntent({
  name: 'run_code',
  description:
    'Use when the answer needs Python to be written or run: calculations, data, text processing, simulations, or code that the person asks to be executed.',
  input: z.object({
    request: z
      .string('What should I calculate?')
      .trim()
      .min(1, 'What should I calculate?')
      .max(5000, 'That is a lot at once. What is the first thing to calculate?')
      .meta({ description: 'What the code must find out or do.', example: 'The factorial of 20' }),
  }),
  changesData: true,
  reads: [],
  run: (_context, { request }) => ({
    status: 'deferred',
    speech: "I'm working on it now. The result will be there in a moment.",
    write: { kind: 'run_code', request },
  }),
});
