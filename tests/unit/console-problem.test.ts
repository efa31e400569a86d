import { expect, test } from 'vitest';
import { sayProblem } from '../../public/console/problem.js';

test.each([
  { detail: 'Set OPENAI_API_KEY.', code: 'not_configured' },
  { detail: 'Deepgram refused the key: check DEEPGRAM_API_KEY.', code: 'provider_error' },
])('no variable of the server is named to a person: $detail', (problem) => {
  expect(sayProblem(502, problem)).toBe('This is not set up on this server yet.');
});

test('what is said to people arrives as it is', () => {
  expect(sayProblem(422, { detail: 'Say when.', code: 'invalid' })).toBe('Say when.');
  expect(sayProblem(422, { detail: 'DATA_2024 is no file here.', code: 'invalid' })).toBe('DATA_2024 is no file here.');
  expect(sayProblem(500, null)).toBe('The server answered with status 500.');
});
