import { expect, test } from 'vitest';
import { describeExecution } from '../../lib/chat/answer.ts';
import { gatherResults } from '../../lib/chat/artifacts.ts';
import type { ExecutionResult } from '../../lib/sandbox/execution.ts';

const told = (...results: ExecutionResult[]) => {
  const ran = { language: 'python' as const, code: '', stdout: '', stderr: '', error: null, duration_ms: 1 };
  return describeExecution({ ...ran, results: gatherResults(results).results }, 'en');
};

test('a picture is told as one, not by the name of its object', () => {
  const svg = { text: '<__main__.C object at 0x17142c8>', mime: 'image/svg+xml', data: '<svg/>' };
  expect(told(svg)).toBe('It drew a picture.');
  const png = { text: '<Figure size 640x480 with 1 Axes>', mime: 'image/png', data: 'iVBORw0KGgo=' };
  expect(told(png, svg)).toBe('It drew 2 pictures.');
});

test.each([
  '[<matplotlib.lines.Line2D object at 0x3c1d80>]',
  '<BarContainer object of 3 artists>',
  "Text(0.5, 1.0, 'Steps a day')",
])('what the last call of a drawing returns is not told beside the picture: %s', (text) => {
  expect(told({ text }, { text: '<Figure size 640x480 with 1 Axes>', mime: 'image/png', data: 'iVBORw0KGgo=' })).toBe(
    'It drew a picture.',
  );
  expect(told({ text })).toContain(text);
});

test('a value beside a picture is told', () => {
  const picture = { text: '<Figure size 640x480 with 1 Axes>', mime: 'image/png', data: 'iVBORw0KGgo=' };
  expect(told({ text: '[1, 2]' }, picture)).toContain('[1, 2]');
});

test('what a rich value says in words is kept, and so is an object that is nothing else', () => {
  expect(told({ text: 'a  b\n1  2', mime: 'text/html', data: '<table/>' })).toContain('a  b\n1  2');
  expect(told({ text: '<__main__.C object at 0x17142c8>' })).toContain('<__main__.C object');
});

test.each([
  ['de', 'Der Code hat ausgegeben:\n```\n42\n```'],
  ['fr', 'Le code a affiché :\n```\n42\n```'],
  ['nl', 'De code gaf als uitvoer:\n```\n42\n```'],
] as const)('what was printed is told in the language of the message: %s', (language, said) => {
  const ran = { language: 'python' as const, code: '', stdout: '42\n', stderr: '', error: null, duration_ms: 1 };
  expect(describeExecution({ ...ran, results: [] }, language)).toBe(said);
});
