import { describe, expect, test } from 'vitest';
import { carriedCode } from '../../lib/chat/code.ts';
import { chooseByRules } from '../../lib/chat/route.ts';

describe('code in a message is found as it stands', () => {
  test.each([
    [
      'a fenced block',
      'Run this:\n```python\nimport math\nprint(math.factorial(20))\n```',
      'import math\nprint(math.factorial(20))',
    ],
    ['a block without a language', 'please\n```\nprint(1)\n```\nthanks', 'print(1)'],
    ['a block marked py', '```py\nx = 1\nx\n```', 'x = 1\nx'],
    ['a sum', '2+2', '2+2'],
    ['a question about a sum', 'What is 12 * (7 + 3)?', '12 * (7 + 3)'],
    ['a power', 'calculate 2**100', '2**100'],
    ['a call', 'sum(range(10))', 'sum(range(10))'],
    ['a comprehension', 'Evaluate: [x * x for x in range(5) if x % 2]', '[x * x for x in range(5) if x % 2]'],
    ['a method of a string', "'abc'.upper()", "'abc'.upper()"],
    ['an expression in backticks', '`3 / 4`', '3 / 4'],
  ])('%s', (_, message, code) => {
    expect(carriedCode(message)).toEqual({ language: 'python', code });
  });
});

describe('prose is not taken for code', () => {
  test.each([
    'Write some code to calculate the factorial of a number',
    'I want to lose 15 lbs (about 7 kg) over 12 weeks',
    'Remind me on 2026-11-22',
    'My number is 555-123-4567',
    'What is the meaning of life?',
    'yes/no questions are fine - really',
    'hello',
    '42',
    'Move my gym session to 7:30 - thanks (if possible)',
    '```\n```',
  ])('%s', (message) => {
    expect(carriedCode(message)).toBeNull();
  });
});

test('a block in another language is named, not run', () => {
  expect(carriedCode('```js\nconsole.log(1)\n```')).toEqual({ language: 'js', code: 'console.log(1)' });
  const route = chooseByRules('```js\nconsole.log(1)\n```');
  expect(route).toMatchObject({ kind: 'answer', text: expect.stringContaining('only Python') });
});

test('without a model, what needs one is answered with what to set', () => {
  const route = chooseByRules('Write some code to calculate the factorial of a number');
  expect(route).toMatchObject({
    kind: 'answer',
    text: expect.stringMatching(/OPEN_ROUTER_API_KEY.*OPENAI_API_KEY.*OPENAI_BASE_URL/),
  });
});
