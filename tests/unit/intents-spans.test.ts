import { expect, test } from 'vitest';
import { OVERDUE } from '../../lib/intents/list-tasks.ts';
import { readSpans } from '../../lib/intents/spans.ts';
import { LANGUAGES, type Language } from '../../lib/language/languages.ts';

/** Wednesday, 13 January 2027, 09:00 in Berlin. */
const wednesday = { now: new Date('2027-01-13T08:00:00Z'), timezone: 'Europe/Berlin' };

const SAID: Record<string, Record<Language, string>> = {
  '2027-01-04 2027-01-10': {
    en: 'last week',
    de: 'letzte Woche',
    fr: 'la semaine dernière',
    es: 'la semana pasada',
    pt: 'a semana passada',
    it: 'la settimana scorsa',
    nl: 'vorige week',
  },
  '2027-01-13 2027-01-31': {
    en: 'this month',
    de: 'diesen Monat',
    fr: 'ce mois-ci',
    es: 'este mes',
    pt: 'este mês',
    it: 'questo mese',
    nl: 'deze maand',
  },
  '2027-01-13 2027-01-15': {
    en: 'the next 3 days',
    de: 'die nächsten 3 Tage',
    fr: 'les 3 prochains jours',
    es: 'los próximos 3 días',
    pt: 'os próximos 3 dias',
    it: 'i prossimi 3 giorni',
    nl: 'de komende 3 dagen',
  },
  '2027-01-13 2027-01-13 afternoon': {
    en: 'this afternoon',
    de: 'heute Nachmittag',
    fr: 'cet après-midi',
    es: 'esta tarde',
    pt: 'hoje à tarde',
    it: 'questo pomeriggio',
    nl: 'vanmiddag',
  },
  '2027-01-15 2027-01-15 morning': {
    en: 'on Friday morning',
    de: 'Freitagvormittag',
    fr: 'vendredi matin',
    es: 'el viernes por la mañana',
    pt: 'sexta de manhã',
    it: 'venerdì mattina',
    nl: 'vrijdagochtend',
  },
};

test.each(
  Object.entries(SAID).flatMap(([span, said]) =>
    LANGUAGES.map((language) => [said[language], span, language] as const),
  ),
)('"%s" is from %s', (words, span, language) => {
  const [read] = readSpans(words, { ...wednesday, language });
  expect([read?.from, read?.to, read?.part].filter(Boolean).join(' ')).toBe(span);
});

test.each(['overdue', 'überfällig', 'en retard', 'atrasadas', 'vencidas', 'in ritardo', 'achterstallig'])(
  '"%s" is what was left open',
  (words) => expect(OVERDUE.test(words)).toBe(true),
);
