/**
 * `npm run eval [rules|judged|lives]`: how good plans are. `rules` plans many people's goals and checks the rules that no plan may
 * break; `judged` compares plans with what is right for goals that people wrote; `lives` lets people live with their plans for
 * twelve weeks on the whole stack. Without a word: rules and judged, which need no database. Exits with 1 when one falls short.
 */

import { evaluateJudged } from './eval-judged.ts';
import { evaluateRules } from './eval-rules.ts';

const quick = { rules: evaluateRules, judged: evaluateJudged };
const parts: Record<string, () => Promise<boolean>> = {
  ...quick,
  lives: async () => {
    // The stack logs each of many thousand requests.
    process.env.LOG_LEVEL ??= 'error';
    return (await import('./eval-lives.ts')).evaluateLives();
  },
};
const [wanted] = process.argv.slice(2);
const chosen = wanted ? [parts[wanted]] : Object.values(quick);
for (const part of chosen) {
  if (!part) {
    console.error(`"${wanted}" is no evaluation: rules, judged or lives.`);
    process.exit(2);
  }
  if (!(await part())) process.exitCode = 1;
}
