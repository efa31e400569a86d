import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Model, startModel } from '../../harness/model.ts';

const run = promisify(execFile);
let model: Model;
beforeAll(async () => {
  model = await startModel();
});
afterAll(() => model.stop());

/** Returns what `npm run eval -- rules` prints; rejects when it exits with a failure. */
async function evaluate(env: Record<string, string>): Promise<string> {
  const { stdout } = await run(process.execPath, ['bench/eval.ts', 'rules'], {
    env: { PATH: process.env.PATH, ...env },
  });
  return stdout;
}

test('without a model every plan keeps every rule, and every refusal is confirmed', async () => {
  const printed = await evaluate({});
  expect(printed).toMatch(/^\d{2,} goals of \d+ people, planned by the template: no model is configured/);
  expect(Number.parseInt(printed, 10)).toBeGreaterThanOrEqual(40);
  expect(printed).toMatch(/^all together +100\.0 % +100\.0 % +100\.0 %$/m);
  expect(printed).toMatch(/refused [1-9]/);
  expect(printed).not.toContain('FAILED');
});

test('with a model that answers badly the model is named, and every plan keeps every rule in the end', async () => {
  const week = (week: number) => ({
    week,
    milestone: { title: 'More', metric: '', success_criterion: 'You feel better.' },
    tasks: ['sunday', 'monday', 'tuesday', 'wednesday'].map((weekday) => ({
      verb: 'Work',
      title: 'The work',
      description: '',
      weekday,
      start_time: '25:00',
      minutes: 500,
    })),
  });
  const answers = [
    { content: '```json\n{"summary":"","weeks":[]}\n```' },
    { content: 'I cannot help with that.' },
    { content: JSON.stringify({ summary: 'Work more', weeks: Array.from({ length: 26 }, (_, n) => week(n + 1)) }) },
    { content: JSON.stringify({ summary: 'Work', weeks: [week(-1), week(3), week(3)] }) },
    { content: '{"summary":', finishReason: 'length' },
  ];
  model.answer((_, n) => answers[n % answers.length] ?? { content: '' });
  const { OPENAI_BASE_URL = '' } = process.env;
  const printed = await evaluate({ OPENAI_BASE_URL, OPENAI_API_KEY: 'test-key', OPENAI_MODEL: 'test/model' });
  expect(model.requests.length).toBeGreaterThan(100);
  expect(printed).toContain('planned by test/model');
  expect(printed).toMatch(/^all together +0\.0 % +\d+\.\d % +100\.0 %$/m);
  expect(printed).toMatch(/model, repaired \d/);
  expect(printed).toMatch(/template \d/);
  expect(printed).not.toContain('FAILED');
});
