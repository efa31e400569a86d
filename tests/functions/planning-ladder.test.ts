import type { ChatCompletionRequest, FixtureResponse } from '@copilotkit/aimock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Model, startModel } from '../../harness/model.ts';
import { WEEKDAYS } from '../../lib/goals/planner/schema.ts';
import { draft, expectSoundPlan, stateGoal, textAnswer, tried } from '../support/drafts.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
let model: Model;
beforeAll(async () => {
  stack = await startTestStack({ runner: true, retryFactor: 1 / 1000 });
  model = await startModel();
});
afterAll(async () => {
  await model.stop();
  await stack.stop();
});

const error = (status: number, message: string, retryAfter = 0): FixtureResponse => ({
  error: { message },
  status,
  retryAfter,
});
const formatOf = (request: ChatCompletionRequest) => request.response_format?.type ?? 'text';

type Case = {
  answer: Parameters<Model['answer']>[0];
  /** The planners that were tried, in order. */
  tried: (string | RegExp)[];
  requests: number;
};

const badly: Record<string, Case> = {
  'JSON in a fence': {
    answer: () => ({ content: `\`\`\`json\n${JSON.stringify(draft(), null, 2)}\n\`\`\`` }),
    tried: ['llm ok'],
    requests: 1,
  },
  'JSON in a fence among words': {
    answer: () => ({ content: `Sure! Here is your plan:\n\n\`\`\`\n${JSON.stringify(draft())}\n\`\`\`\nGood luck!` }),
    tried: ['llm ok'],
    requests: 1,
  },
  'an example of the form, then the plan': {
    answer: () => ({
      content: `<think>Weeks.</think>It looks like ${JSON.stringify({ ...draft(), weeks: draft().weeks.slice(0, 1) })}\n\n\`\`\`json\n${JSON.stringify(draft())}\n\`\`\``,
    }),
    tried: ['llm ok'],
    requests: 1,
  },
  'JSON only when asked again': {
    answer: (_, n) => (n === 0 ? { content: 'What is your level?' } : textAnswer(draft())),
    tried: ['llm ok'],
    requests: 2,
  },
  'half of the weeks': {
    answer: () => textAnswer({ ...draft(), weeks: draft().weeks.slice(0, 2) }),
    tried: [/^llm: The weeks must be numbered 1 to 4/, /^llm: The weeks/, /^llm: The weeks/, 'repair ok'],
    requests: 3,
  },
  'one of the weeks': {
    answer: () => textAnswer({ ...draft(), weeks: draft().weeks.slice(0, 1) }),
    tried: [/^llm/, /^llm/, /^llm/, /^repair: Only 1 of 4 weeks/, 'template ok'],
    requests: 3,
  },
  'weeks of 120 hours': {
    answer: () =>
      textAnswer(
        draft(({ tasks }) => ({
          tasks: WEEKDAYS.map((weekday) => ({ ...tasks[0], weekday, title: `Practise on ${weekday}`, minutes: 1029 })),
        })),
      ),
    tried: [/^llm: .*holds 1029 minutes/, /^llm/, /^llm/, 'repair ok'],
    requests: 3,
  },
  'dates in the past in place of weekdays': {
    answer: () =>
      textAnswer(draft(({ tasks }) => ({ tasks: tasks.map((task) => ({ ...task, weekday: '2020-01-01' })) }))),
    tried: ['llm ok'],
    requests: 1,
  },
  'weeks before the first': {
    answer: () => textAnswer(draft((_, index) => ({ week: index - 3 }))),
    tried: [/^llm: .*outside/, /^llm/, /^llm/, 'repair ok'],
    requests: 3,
  },
  'titles without verbs': {
    answer: () =>
      textAnswer(
        draft(({ tasks }) => ({ tasks: tasks.map((task) => ({ ...task, verb: 'The', title: 'The guitar' })) })),
      ),
    tried: [/^llm: .*must start with its verb/, /^llm/, /^llm/, 'repair ok'],
    requests: 3,
  },
  'an answer that is cut off': {
    answer: () => ({ content: JSON.stringify(draft()).slice(0, 400), finishReason: 'length' }),
    tried: [/^llm: The weeks must be numbered/, /^llm/, /^llm/, /^repair: Only 1 of 4 weeks/, 'template ok'],
    requests: 6,
  },
  'a refusal in words': {
    answer: () => ({ content: "I'm sorry, but I can't help with that." }),
    tried: [/^llm: .*not JSON/, 'template ok'],
    requests: 2,
  },
  garbage: {
    answer: () => ({ content: '\u{1F3B8}}{"weeks": [[[' }),
    tried: [/^llm: .*not JSON/, 'template ok'],
    requests: 2,
  },
  nothing: { answer: () => ({ content: '' }), tried: [/^llm: .*not JSON/, 'template ok'], requests: 2 },
  'another shape': {
    answer: () => textAnswer({ plan: 'Practise daily' }),
    tried: [/^llm: .*weeks/, 'template ok'],
    requests: 2,
  },
  '429 twice, then a plan': {
    answer: (_, n) => (n < 2 ? error(429, 'Rate limit') : textAnswer(draft())),
    tried: ['llm ok'],
    requests: 3,
  },
  '429 always': {
    answer: () => error(429, 'Rate limit'),
    tried: [/^llm: .*is limiting our requests/, 'template ok'],
    requests: 4,
  },
  '500 always': {
    answer: () => error(500, 'Oops'),
    tried: [/^llm: .*failed \(status 500\)/, 'template ok'],
    requests: 4,
  },
  'a plan that breaks rules, then 500': {
    answer: (_, n) =>
      n === 0 ? textAnswer(draft((_week, index) => (index === 1 ? { tasks: [] } : {}))) : error(500, 'Oops'),
    tried: [/^llm: Week 2 has no task/, /^llm: .*status 500/, 'repair ok'],
    requests: 2,
  },
  '401': {
    answer: () => error(401, 'Bad key'),
    tried: [/^llm: .*rejected the key\.$/, 'template ok'],
    requests: 1,
  },
  '402': { answer: () => error(402, 'Pay'), tried: [/^llm: .*no credits left/, 'template ok'], requests: 1 },
  '404': {
    answer: () => error(404, 'No such model'),
    tried: [/^llm: .*does not know the model .*"\.$/, 'template ok'],
    requests: 1,
  },
  'no JSON schema, but JSON': {
    answer: (request) =>
      formatOf(request) === 'json_schema'
        ? error(404, 'No endpoints found that support json_schema')
        : textAnswer(draft()),
    tried: ['llm ok'],
    requests: 2,
  },
  'no format at all': {
    answer: (request) =>
      formatOf(request) === 'text' ? textAnswer(draft()) : error(400, 'response_format is not supported by this model'),
    tried: ['llm ok'],
    requests: 3,
  },
};

describe('a model that answers badly still leaves a plan that keeps every rule, and the record says what was tried', () => {
  test.each(Object.entries(badly))('%s', async (_, { answer, tried: expected, requests }) => {
    const person = await stack.signUp();
    model.answer(answer);
    const goal = await stateGoal(person);
    await expectSoundPlan(stack, goal);
    expect(tried(goal)).toEqual(
      expected.map((each) => (typeof each === 'string' ? each : expect.stringMatching(each))),
    );
    expect(model.requests).toHaveLength(requests);
    expect(goal.plan_json?.source).toBe(expected.at(-1) === 'template ok' ? 'template' : 'llm');
  });

  const sse = (...chunks: object[]) => chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join('');
  const delta = (part: object, finish_reason: string | null = null) => ({
    id: 'x',
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta: part, finish_reason }],
  });
  const stream = { 'Content-Type': 'text/event-stream' };

  test('a plan after thoughts and prose with braces, in parts, with numbers as text, days by name and no null, cut at the end', async () => {
    const loose = draft((week) => ({
      week: String(week.week),
      tasks: week.tasks.map(({ start_time, ...task }) => ({
        ...task,
        ...(start_time ? { start_time } : {}),
        weekday: `${task.weekday.charAt(0).toUpperCase()}${task.weekday.slice(1)}`,
        minutes: String(task.minutes),
      })),
    }));
    const said = `<think>Maybe {x}, or {"weeks":[]}?</think>Here is {your} plan [1], not {"this": 1}:\n\n${JSON.stringify(loose).slice(0, -25)}`;
    const parts = said.match(/.{1,50}/gs) ?? [];
    model.wire((response) =>
      response
        .writeHead(200, stream)
        .end(
          `${sse(...parts.map((text) => delta({ content: [{ type: 'text', text }] })), delta({}, 'length'))}data: [DONE]\n\n`,
        ),
    );
    const goal = await stateGoal(await stack.signUp());
    await expectSoundPlan(stack, goal);
    expect(goal.plan_json?.source).toMatch(/^llm/);
    expect(goal.plan_json?.weeks[0]?.tasks.map(({ title }) => title)).toContain('Practise chord 1 on monday');
  });

  test.each<[string, Parameters<Model['wire']>[0], RegExp, number]>([
    [
      'a refusal',
      (response) =>
        response.writeHead(200, stream).end(`${sse(delta({ refusal: 'No.' }), delta({}, 'stop'))}data: [DONE]\n\n`),
      /^llm: The model refused: No\./,
      1,
    ],
    [
      '200 with an error in the stream',
      (response) =>
        response.writeHead(200, stream).end(sse({ error: { code: 502, message: 'Provider returned error' } })),
      /^llm: .*failed \(status 502\)/,
      4,
    ],
    [
      '200 with an error in place of an answer',
      (response) =>
        response
          .writeHead(200, { 'Content-Type': 'application/json' })
          .end('{"error":{"code":402,"message":"No credits"}}'),
      /^llm: .*no credits left/,
      1,
    ],
    [
      'a whole answer that breaks rules, by a server that knows no streams',
      (response) =>
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(
          JSON.stringify({
            choices: [{ index: 0, message: { role: 'assistant', content: '{}' }, finish_reason: 'stop' }],
          }),
        ),
      /^llm: .*shape that cannot be used/,
      2,
    ],
    [
      'a line that goes dead in the middle',
      (response) =>
        response.writeHead(200, stream).write(sse(delta({ content: '{"summary":' })), () => response.destroy()),
      /^llm: /,
      4,
    ],
    ['a line that goes dead at once', (response) => response.destroy(), /^llm: .*could not be reached/, 4],
    [
      'a page of HTML',
      (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>'),
      /^llm: /,
      4,
    ],
  ])('%s', async (_, write, expected, requests) => {
    const person = await stack.signUp();
    model.wire(write);
    const goal = await stateGoal(person);
    await expectSoundPlan(stack, goal);
    expect(tried(goal)).toEqual([expect.stringMatching(expected), 'template ok']);
    expect(model.requests).toHaveLength(requests);
  });
});
