import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../lib/language/languages.ts';
import { readLine } from '../support/language.ts';
import de from '../support/phrases/de.json' with { type: 'json' };
import en from '../support/phrases/en.json' with { type: 'json' };
import es from '../support/phrases/es.json' with { type: 'json' };
import fr from '../support/phrases/fr.json' with { type: 'json' };
import it from '../support/phrases/it.json' with { type: 'json' };
import nl from '../support/phrases/nl.json' with { type: 'json' };
import pt from '../support/phrases/pt.json' with { type: 'json' };

/** Lines as people type and speak them, each with what it is read as; `|` parts readings that are right as well. */
const PHRASES: Record<(typeof LANGUAGES)[number], Record<string, string>> = { en, de, fr, es, pt, it, nl };

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(Object.entries(PHRASES[language]))('%s: %s', (text, expected) => {
    expect(expected.split('|')).toContain(readLine(text));
  });
});
