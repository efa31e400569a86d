import { expect, test } from 'vitest';
import { readGoalWords } from '../../lib/language/goal.ts';
import { LANGUAGES } from '../../lib/language/languages.ts';
import { lexiconOf } from '../../lib/language/lexicon.ts';
import { readTaskLine } from '../../lib/language/line.ts';
import { readWhen } from '../../lib/language/when.ts';

/** Saturday, 28 November 2026, 16:45 in Berlin. */
const saturday = { now: new Date('2026-11-28T15:45:00Z'), timezone: 'Europe/Berlin' };

test('blanks inside a line are passed over once', () => {
  const { title } = readTaskLine(`x${' ,'.repeat(2_000_000)}y`, saturday);
  expect(title).toHaveLength(4_000_002);
});

/** A reading that went back over a text for each of its words would outlast the time that a test has. */
test.each(LANGUAGES)('100 kB of words of each kind in %s are read as their beginning is', (language) => {
  const { phrases } = lexiconOf(language);
  const goal = (title: string) => readGoalWords({ title, description: title, today: '2026-11-28', language });
  for (const list of Object.values(phrases)) {
    const [phrase = ''] = (typeof list === 'string' ? list : (Object.values(list)[0] ?? '')).split(', ');
    for (const unit of [`${phrase} `, `${phrase} 1 `]) {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      expect(readWhen(text, { ...saturday, language }), unit).toEqual(
        readWhen(text.slice(0, 300), { ...saturday, language }),
      );
      expect(goal(text), unit).toEqual(goal(text.slice(0, 2000)));
      expect(readTaskLine(text, { ...saturday, language }).read.length, unit).toBeLessThan(400);
    }
  }
});
