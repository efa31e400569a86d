/** USD for a million tokens in and out (the makers' price pages, November 2026), for providers that name no cost. */
const pricesPerMillion: [RegExp, input: number, output: number][] = [
  [/gpt-4o-mini/, 0.15, 0.6],
  [/gpt-4o/, 2.5, 10],
  [/gpt-4\.1-nano/, 0.1, 0.4],
  [/gpt-4\.1-mini/, 0.4, 1.6],
  [/gpt-4\.1/, 2, 8],
  [/gpt-5[\w.]*-nano/, 0.05, 0.4],
  [/gpt-5[\w.]*-mini/, 0.25, 2],
  [/gpt-5/, 1.25, 10],
  [/claude.*haiku/, 1, 5],
  [/claude.*sonnet/, 3, 15],
  [/claude.*opus/, 5, 25],
  [/gemini.*flash-lite/, 0.1, 0.4],
  [/gemini.*flash/, 0.3, 2.5],
  [/gemini.*pro/, 1.25, 10],
];
/** The price of a model that is not in the table: dear enough that the daily limit holds. */
const unknownPrice = [3, 15] as const;

/** Returns what a model call costs in USD when the provider does not say. */
export function modelCostUsd(model: string, inputTokens: number, outputTokens: number): number {
  const [, input, output] = pricesPerMillion.find(([name]) => name.test(model.toLowerCase())) ?? ['', ...unknownPrice];
  return (inputTokens * input + outputTokens * output) / 1_000_000;
}

/** E2B's rates (https://e2b.dev/docs/faq/calculate-sandbox-price) for its default sandbox: 2 vCPU and 0.5 GiB, a second. */
const sandboxUsdPerSecond = 2 * 0.000014 + 0.5 * 0.0000045;

/** Returns what a sandbox costs in USD while code runs in it; the minutes that it idles until it is paused are not counted. */
export function sandboxCostUsd(seconds: number): number {
  return seconds * sandboxUsdPerSecond;
}
