import { describe, expect, test } from 'vitest';
import { readCalls } from '../../lib/chat/tools.ts';
import { createTask } from '../../lib/intents/create-task.ts';
import { readJson } from '../../lib/llm/json.ts';

const wanted = { a: 'x', n: 1 };
const isWanted = (value: unknown) => (JSON.stringify(value) === JSON.stringify(wanted) ? value : undefined);

describe('an object is found in what a model writes', () => {
  test.each([
    ['as it is', '{"a":"x","n":1}'],
    ['in a fence', '```json\n{"a":"x","n":1}\n```'],
    ['in a fence within words', 'Here it is:\n```\n{"a":"x","n":1}\n```\nDone.'],
    ['after braces in prose', 'I use {braces} and [these]: {"a":"x","n":1}'],
    ['before braces in prose', '{"a":"x","n":1} as {you} asked'],
    ['with single quotes and bare keys', "{a:'x', n: 1}"],
    ['with a trailing comma', '{"a":"x","n":1,}'],
    ['encoded twice', JSON.stringify('{"a":"x","n":1}')],
    ['after a thought with braces', '<think>{"a":"no"}</think>{"a":"x","n":1}'],
    ['with comments', '{"a":"x", // the x\n"n":1}'],
    ['without its last bracket', '{"a":"x","n":1'],
    ['with NUL in a text and a name', '{"\\u0000a":"x\\u0000","n":1}'],
  ])('%s', (_, text) => {
    expect(readJson(text, isWanted)).toEqual(wanted);
  });

  test('half a character cannot be stored, and is replaced', () => {
    expect(readJson('{"a":"\\ud83d"}', (value) => value)).toEqual({ a: '\ufffd' });
  });

  test('what is strictly JSON comes before what is repaired, and nothing is taken that the reader does not take', () => {
    expect(readJson('{\'a\':\'y\'} {"a":"x","n":1}', (value) => value)).toEqual(wanted);
    expect(readJson('{"a":"other"}', isWanted)).toBeUndefined();
    expect(readJson('no object', (value) => value)).toBeUndefined();
  });

  test.each([
    ['in prose', 'Each has the form {"a":"e","n":0}. Mine: {"a":"x","n":1}'],
    ['in a fence before it', '```json\n{"a":"e","n":0}\n```\nMine:\n```json\n{"a":"x","n":1}\n```'],
    ['in a fence, and the answer in none', '```\n{"a":"e","n":0}\n```\n{"a":"x","n":1}'],
    ['in a thought within words', 'Well. <think>{"a":"e","n":0}</think> {"a":"x","n":1}'],
    ['in strict JSON, and the answer as Python writes it', '{"a":"e","n":0} and {\'a\': \'x\', \'n\': 1}'],
    ['and the answer without its last bracket', '{"a":"e","n":0}, so: {"a":"x","n":1'],
    ['and brackets of prose after the answer', '{"a":"e","n":0} {"a":"x","n":1} as {you} asked [1], or [so'],
    ['forty times over', `${'{"a":"e","n":0} '.repeat(40)}{"a":"x","n":1}`],
  ])('after an example %s', (_, text) => {
    expect(readJson(text, (value) => value)).toEqual(wanted);
  });

  test('an example is not the answer where that broke off', () => {
    expect(readJson('{"a":"x","n":1} Mine: {"a":"y","n"', isWanted)).toBeUndefined();
    expect(readJson('{"a":"x","n":1} Mine: {', isWanted, { truncated: true })).toBeUndefined();
  });

  test('an answer that was cut off is not repaired', () => {
    expect(readJson('{"a":"x","n":1', isWanted, { truncated: true })).toBeUndefined();
    expect(readJson('{"a":"x","n":1}', isWanted, { truncated: true })).toEqual(wanted);
  });
});

describe('the arguments of a call', () => {
  const argumentsOf = (text: string, name = 'create_task', truncated = false) =>
    readCalls([{ id: 'a', name, arguments: text }], truncated)[0];

  test.each<[string, object]>([
    ['{"title":"Gym"}', { title: 'Gym' }],
    ["```json\n{'title': 'Gym',}\n```", { title: 'Gym' }],
    ['"{\\"title\\":\\"Gym\\"}"', { title: 'Gym' }],
    ['', {}],
    ['null', {}],
  ])('%s', (text, read) => {
    expect(argumentsOf(text)).toEqual({ id: 'a', name: 'create_task', arguments: read });
  });

  test('that are no object are said to be none; a bare program is the program', () => {
    expect(argumentsOf('[1]')).toMatchObject({ arguments: {}, unreadable: true });
    expect(argumentsOf('print(1)', 'run_code')).toMatchObject({ arguments: { code: 'print(1)' } });
    expect(argumentsOf('{"code":"print(1', 'run_code', true)).toMatchObject({ unreadable: true });
  });

  test('that are optional and say nothing are absent', () => {
    const now = new Date('2026-11-25T07:30:00Z');
    const facts = { tasks: [], series: [], goals: [], memories: [], notes: [], last: null, said: null };
    const context = { ...facts, userId: crypto.randomUUID(), timezone: 'Europe/Berlin', locale: null, now };
    const decide = (args: object) => createTask.decide(context, { title: 'Gym', ...args });
    const plain = decide({});
    expect(plain.status).toBe('ok');
    for (const args of [
      { when: '', duration_minutes: 0, recurrence: 'none' },
      { when: null, duration_minutes: '', recurrence: 'once' },
      { when: 'none', duration_minutes: null, recurrence: '' },
    ]) {
      expect(decide(args)).toEqual(plain);
    }
    expect(decide({ duration_minutes: '45 minutes' }).write).toMatchObject({ task: { duration_minutes: 45 } });
  });
});
