import { describe, expect, test } from 'vitest';
import { findHarm } from '../../../lib/care/harm.ts';
import lines from './harm-lines.json' with { type: 'json' };

describe('advice of a model', () => {
  test.each(lines.harmful)('%j is harmful', (line) => {
    expect(findHarm(line)).not.toBeNull();
  });

  test.each(lines.good)('%j is good advice', (line) => {
    expect(findHarm(line)).toBeNull();
  });

  test('one harmful line in a good plan is found, with its words', () => {
    const plan = ['Run 3 km easily', 'Cook vegetables', 'Eat only 400 kcal today', 'Sleep eight hours'];
    expect(findHarm(plan.join('\n'))).toContain('eat only 400 kcal');
    expect(findHarm(plan.filter((line) => !line.includes('400')).join('\n'))).toBeNull();
  });

  test('a good word in one sentence does not excuse the next', () => {
    expect(findHarm('Do not skip breakfast. Skip all meals on Monday.')).toContain('starves');
    expect(findHarm('See your doctor on Monday. Stop your insulin on Tuesday.')).toContain('medicine');
  });
});
