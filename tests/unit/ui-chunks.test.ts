import { expect, test } from 'vitest';
import { uiChunks } from '../../lib/chat/ui-chunks.ts';

type Step = [type: string, data: Record<string, unknown>];
/** The chunks that events become, as short lines. */
function chunksOf(events: Step[], resets = false): string[] {
  const chunks = uiChunks('m', resets);
  return events
    .flatMap(([type, data], id) => chunks.of({ id, type, data }))
    .map(({ type, ...rest }) => [type, rest.delta ?? rest.finishReason ?? rest.errorText ?? ''].join(' ').trim());
}
const token = (text: string, attempt = 1): Step => ['token', { text, attempt, index: 0 }];
const done: Step = ['done', { status: 'done', message: 'Hello world' }];

test('what was streamed is not said again; what was not is', () => {
  expect(chunksOf([token('Hello'), token(' world'), done])).toEqual([
    'finish-step',
    'start-step',
    'text-start',
    'text-delta Hello',
    'text-delta  world',
    'text-end',
    'finish-step',
    'finish stop',
  ]);
  expect(chunksOf([token('Hello'), done])).toContain('text-delta  world');
  expect(chunksOf([done])).toContain('text-delta Hello world');
});

test('an answer that begins anew resets its step for clients that know it, and is a step more for others', () => {
  const events = [token('Hell'), token('Hello world', 2), done];
  expect(chunksOf(events, true)).toContain('reset-step');
  const others = chunksOf(events);
  expect(others).not.toContain('reset-step');
  expect(others.filter((line) => line.startsWith('text-delta'))).toEqual(['text-delta Hell', 'text-delta Hello world']);
});

test('words that differ from the whole answer give way to it in a step of their own', () => {
  expect(chunksOf([token('Nonsense'), done]).filter((line) => line.startsWith('text-'))).toEqual([
    'text-start',
    'text-delta Nonsense',
    'text-end',
    'text-start',
    'text-delta Hello world',
    'text-end',
  ]);
});

test('a failed message is an error, a cancelled one an abort, and both finish', () => {
  expect(chunksOf([['done', { status: 'failed', message: 'It broke.' }]])).toEqual([
    'error It broke.',
    'finish-step',
    'finish error',
  ]);
  expect(chunksOf([['done', { status: 'cancelled', message: null }]])).toEqual([
    'abort',
    'finish-step',
    'finish other',
  ]);
});
