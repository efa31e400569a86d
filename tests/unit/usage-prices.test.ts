import { expect, test } from 'vitest';
import { modelCostUsd, sandboxCostUsd } from '../../lib/usage/prices.ts';

test.each([
  ['gpt-4o-mini', 0.15 + 0.6],
  ['openai/gpt-4o-mini-2026-01-01', 0.15 + 0.6],
  ['gpt-4o', 2.5 + 10],
  ['anthropic/claude-sonnet-4.5', 3 + 15],
  ['somebody/unheard-of', 3 + 15],
])('a million tokens in and out of %s cost $%s', (model, usd) => {
  expect(modelCostUsd(model, 1_000_000, 1_000_000)).toBeCloseTo(usd, 6);
});

test('an hour in a sandbox costs what E2B works out for its default one', () => {
  expect(sandboxCostUsd(3_600)).toBeCloseTo(0.109, 3);
});
