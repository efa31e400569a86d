import { describe, expect, test } from 'vitest';
import { readCare } from '../../../lib/care/read.ts';
import texts from '../../../lib/care/texts.json' with { type: 'json' };
import { LANGUAGES } from '../../../lib/language/languages.ts';
import lines from './danger-lines.json' with { type: 'json' };

/** Returns the text that an answer begins as: `others` is told apart from `crisis` by its words alone. */
function answeredAs(text: string, locale: string): string | null {
  const care = readCare(text, { timezone: 'Europe/Berlin', locale });
  if (!care) return null;
  const isRefusal = LANGUAGES.some((language) => care.message.startsWith(texts[language].others.split('{')[0] ?? ''));
  expect(care.tier).toBe('nothing');
  expect(care.resources.length).toBeGreaterThan(0);
  return isRefusal ? 'others' : care.kind;
}

describe('who is to be hurt, and by whom, decides the answer', () => {
  test.each(lines)('$language: "$text" is $says', ({ language, text, says }) => {
    expect(answeredAs(text, language)).toBe(says);
  });

  test.each(LANGUAGES)('%s has lines of every answer', (language) => {
    const said = new Set(lines.filter((line) => line.language === language).map(({ says }) => says));
    expect(said).toEqual(new Set(['crisis', 'violence', 'others', null]));
  });

  test.each(
    LANGUAGES.flatMap((language) => {
      const own = lines.filter((line) => line.language === language);
      const threats = own.filter(({ says }) => says === 'violence' || says === 'others');
      const crises = own.filter(({ says }) => says === 'crisis');
      return threats.flatMap((threat) => crises.map((crisis) => `${threat.text}. ${crisis.text}`));
    }),
  )("one's own crisis comes before both: %s", (text) => {
    expect(answeredAs(text, 'en')).toBe('crisis');
  });
});
