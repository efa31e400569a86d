import { expect, test } from 'vitest';
import { usageInWords } from '../../public/console/words.js';

/** Writes an amount as the machine's locale has it. */
const price = (usd: number) =>
  new Intl.NumberFormat(undefined, { style: 'currency', currency: 'USD', maximumFractionDigits: 4 }).format(usd);

test('usage in a sentence', () => {
  const day = { model_calls: 1, sandbox_runs: 0, cost_usd: 0.0102 };
  expect(usageInWords([])).toBe('Nothing in the last 30 days. Plans and answers by rules cost nothing.');
  expect(usageInWords([day])).toBe(`1 call of a language model in the last 30 days, for ${price(0.0102)}.`);
  expect(usageInWords([day, { ...day, sandbox_runs: 2 }])).toBe(
    `2 calls of a language model, 2 programs run in the last 30 days, for ${price(0.0204)}.`,
  );
});
