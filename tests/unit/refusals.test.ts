import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Refusal, refusalProblem, SpokenRefusal, sayRefusal } from '../../lib/refusals.ts';

const folder = path.resolve('supabase/migrations');
const sql = readdirSync(folder)
  .map((file) => readFileSync(path.join(folder, file), 'utf8'))
  .join('\n');
const matches = (pattern: RegExp, text = sql) =>
  [...text.matchAll(pattern)].map(([, found = '', rest = '']) => ({ found, rest }));
const refusals = /private\.refusal\('(\w+)'([^;]*);/g;
/** The bodies of functions that make or change a task, whoever asks: an intent may meet what they refuse. */
const ofTasks = matches(/create function public\.(?:create|change)_task\(([\s\S]*?)end \$\$;/g).flatMap(({ found }) =>
  matches(refusals, found),
);

describe('what SQL functions refuse has words', () => {
  test.each(matches(refusals))('for a client: $found', ({ found: code, rest }) => {
    const facts = Object.fromEntries(matches(/'(\w+)', /g, rest).map(({ found }) => [found, 'a fact']));
    const { message } = refusalProblem(Refusal.parse({ outcome: 'conflict', code, facts }));
    expect(message.length).toBeGreaterThan(15);
    // A fact that is missing leaves a gap.
    expect(message).not.toMatch(/\s[\s.:,@]|[{}]/);
  });

  test.each([...matches(/["']refused["'][,:] ["'](\w+)["']/g), ...ofTasks])(
    'for a person: $found',
    ({ found: code }) => {
      expect(sayRefusal(SpokenRefusal.parse(code))).toMatch(/[.?]$/);
    },
  );
});
