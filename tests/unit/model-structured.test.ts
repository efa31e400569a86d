import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Model, startModel } from '../../harness/model.ts';
import { askFor } from '../../lib/llm/structured.ts';

let model: Model;
beforeAll(async () => {
  model = await startModel();
});
afterAll(() => model.stop());

const Plan = z.object({
  weeks: z.array(
    z.object({
      week: z.int(),
      tasks: z.array(
        z.object({ day: z.enum(['monday', 'friday']), minutes: z.int(), at: z.string().nullable(), title: z.string() }),
      ),
    }),
  ),
});
const example = JSON.stringify({
  weeks: [{ week: 7, tasks: [{ day: 'monday', minutes: 65, at: '09:30', title: 'Run 9 km' }] }],
});
const task = { day: 'monday' as const, minutes: 30, at: null, title: 'Run {slowly}' };
const plan = { weeks: [1, 2].map((week) => ({ week, tasks: [task, { ...task, day: 'friday' as const }] })) };
const text = JSON.stringify(plan);
const { at: _, ...withoutTime } = task;

/** Asks for a plan; the model answers each request alike. */
async function planFrom(content: string): Promise<{ plan: unknown; requests: number }> {
  model.answer(() => ({ content }));
  const made = await askFor(Plan, 'plan', [{ role: 'user', content: 'Plan' }]);
  return { plan: made, requests: model.requests.length };
}

test.each([
  ['as it is', text],
  ['in a fence after words', `Here you are:\n\`\`\`json\n${text}\n\`\`\``],
  ['after a thought with braces', `<think>{"weeks":[]} or so?</think>${text}`],
  ['after braces in prose', `I write {weeks} with [tasks].\n${text}`],
  ['with single quotes and trailing commas', text.replaceAll('"', "'").replaceAll('}]', '},]')],
  ['with “Monday” and "30"', text.replaceAll('monday', 'Monday').replaceAll(':30', ':"30"')],
  [
    'with null left out',
    JSON.stringify({ weeks: plan.weeks.map((week) => ({ ...week, tasks: [withoutTime, week.tasks[1]] })) }),
  ],
  ['without its last brackets', text.slice(0, -2)],
  ['after the prompt’s example in prose', `A week looks like ${example}, so:\n${text}`],
  ['after the prompt’s example in a fence', `\`\`\`json\n${example}\n\`\`\`\nMy plan:\n\`\`\`json\n${text}\n\`\`\``],
  ['after the prompt’s example in a thought', `<think>As in ${example}</think>\n${text}`],
  ['after the prompt’s example in a later thought', `Sure. <think>As in ${example}</think>\n${text}`],
])('a plan %s is the model’s, at the first answer', async (_name, content) => {
  expect(await planFrom(content)).toEqual({ plan, requests: 1 });
});

test('of an answer that broke off what was whole is left, once asking again did not help', async () => {
  const broken = text.slice(0, text.lastIndexOf('"minutes"') + 5);
  const left = { weeks: [plan.weeks[0], { week: 2, tasks: [task] }] };
  expect(await planFrom(broken)).toEqual({ plan: left, requests: 2 });
});

test.each([
  ['another shape', '{"plan":"Run daily"}', /weeks/],
  ['no JSON', 'Run daily.', /not JSON/],
  ['a day that is none', text.replaceAll('monday', 'someday'), /day/],
])('%s is refused', async (_name, content, words) => {
  await expect(planFrom(content)).rejects.toThrow(words);
});
