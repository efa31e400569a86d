/** Says how good plans are, see `help`. */

import { type CommandInput, type OnExit, runCommand } from '../lib/command.ts';
import { evaluateJudged } from './eval-judged.ts';
import { evaluateRules } from './eval-rules.ts';

const help = `npm run eval [-- rules|judged|lives]

Says how good plans are. rules plans many people's goals and checks the rules that no plan may break; judged compares plans with what is
right for goals that people wrote; lives lets people live with their plans for twelve weeks on the whole stack. Without a word: rules and
judged, which need no database. Exits with 1 when one falls short.`;

const quick = { rules: evaluateRules, judged: evaluateJudged };
const parts: Record<string, (onExit: OnExit) => Promise<boolean>> = {
  ...quick,
  lives: async (onExit) => {
    // The stack logs each of many thousand requests.
    process.env.LOG_LEVEL ??= 'error';
    return (await import('./eval-lives.ts')).evaluateLives(onExit);
  },
};

async function main({ words }: CommandInput, onExit: OnExit): Promise<void> {
  const unknown = words.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length)
    throw new Error(`There is no evaluation ${unknown.join(', ')}: choose of ${Object.keys(parts).join(', ')}.`);
  for (const name of words.length ? words : Object.keys(quick)) {
    if (!(await parts[name]?.(onExit))) process.exitCode = 1;
  }
}

await runCommand({ help, takesWords: true }, main);
