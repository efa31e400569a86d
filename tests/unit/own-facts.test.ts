import { expect, test } from 'vitest';
import { planGoal } from '../../harness/plans.ts';
import { findMentions } from '../../lib/goals/playbooks/mentions.ts';
import { ownWordsOf } from '../../lib/goals/playbooks/own-words.ts';
import { sumsOf } from '../../lib/goals/playbooks/sums.ts';
import type { Language } from '../../lib/language/languages.ts';

test.each<[string, Partial<ReturnType<typeof sumsOf>>]>([
  ['One round is 11,400. We have 2,050 so far', { sum_total: 11_400, sum_have: 2_050 }],
  [
    'Need $13,450. About 19,000 left after bills in a year',
    { sum_total: 13_450, sum_left: 0, sum_monthly: 19_000 / 12 },
  ],
  ['still owe 8,400 of 21,000, I pay 250 per month', { sum_left: 8_400, sum_total: 21_000, sum_monthly: 250 }],
  ['paid every two weeks, 150 each paycheck', { sum_monthly: 150 * 2.17 }],
  ['I make 19,000 a year and rent is 700', { sum_income: 19_000 / 12, sum_total: 0 }],
  ['I earn $20 an hour, save 5,000', { sum_income: 0, sum_monthly: 0, sum_total: 5_000 }],
  ['I make 18/hr and need 2,000', { sum_income: 0, sum_monthly: 0, sum_total: 2_000 }],
  ['Ich verdiene 15 € die Stunde', { sum_income: 0, sum_monthly: 0, sum_total: 0 }],
  ["Je gagne 14 € de l'heure", { sum_income: 0, sum_monthly: 0, sum_total: 0 }],
  ['Gano 12 euros la hora, necesito 3.000', { sum_income: 0, sum_monthly: 0, sum_total: 3_000 }],
  ["Guadagno 11 euro all'ora", { sum_income: 0, sum_monthly: 0, sum_total: 0 }],
  ['Ik verdien 16 euro per uur', { sum_income: 0, sum_monthly: 0, sum_total: 0 }],
  ['I make 120 a shift', { sum_income: 0, sum_monthly: 0, sum_total: 0 }],
  ["Guadagno 24.000 euro all'anno", { sum_income: 2_000 }],
  ['I earn 2,400 a month', { sum_income: 2_400 }],
  ['between 3,000 and 4,000 dollars in total', { sum_low: 3_000, sum_total: 4_000 }],
  ['We want 6,000 by June. Each of us can save 250 per month.', { sum_total: 6_000, sum_monthly: 500 }],
  [
    'Brauche 8.500 €, habe bisher 2.300 €, kann 300 € im Monat',
    { sum_total: 8_500, sum_have: 2_300, sum_monthly: 300 },
  ],
  ['4.000 habe ich schon, bleiben mir pro Monat 350', { sum_have: 4_000, sum_monthly: 350 }],
  ['noch 3.400 offen, ich verdiene 2.100 netto', { sum_left: 3_400, sum_income: 2_100 }],
  ['Budget de 4 500 €, il me reste 2 800 € à trouver', { sum_total: 4_500, sum_left: 2_800 }],
  ['Presupuesto entre 8.000 y 10.000 euros, llevamos 2.500', { sum_total: 10_000, sum_low: 8_000, sum_have: 2_500 }],
  [
    'Preciso de 40 mil reais, já tenho 12 mil, guardo 900 por mês',
    { sum_total: 40_000, sum_have: 12_000, sum_monthly: 900 },
  ],
  [
    'Mi servono 9.000 euro, ne ho già 3.500, metto via 250 al mese',
    { sum_total: 9_000, sum_have: 3_500, sum_monthly: 250 },
  ],
  ['kost 12.000, ik heb nu 3.500 en leg 400 per maand opzij', { sum_total: 12_000, sum_have: 3_500, sum_monthly: 400 }],
  [
    '30 min a day, 84 credits so far, on page 340, 12 February, 27:40, 20 %',
    { sum_total: 0, sum_have: 0, sum_monthly: 0 },
  ],
])('%s', (text, sums) => {
  expect(sumsOf([text])).toMatchObject(sums);
});

test('millions are no thousands', () => {
  const reader = { kind: 'count', role: 'target', units: { en: ['words'] }, default: 0 } as const;
  const [whole] = findMentions({ ...reader, units: { en: ['words'] } }, 'write 2 million words', 'en');
  expect(whole?.value).toBe(2_000_000);
});

test('an hourly wage is no month’s: no rate of saving is made of it', () => {
  expect(planOf('Save 5,000 dollars', 'I earn $20 an hour')).not.toMatch(/more than half of what you earn|[$]20\b/);
});

function planOf(title: string, description: string, language: Language = 'en') {
  const { made } = planGoal({ title, description, language });
  if (!('plan' in made)) throw new Error(made.message);
  const { plan } = made;
  const lines = plan.weeks.flatMap(({ milestone, tasks }) => [
    milestone.success_criterion,
    ...tasks.map((task) => task.title),
  ]);
  return [plan.playbook, plan.summary, ...plan.notes, ...lines].join('\n');
}

test.each<[string, string, RegExp, Language?]>([
  ['Read 52 books next year', "I've read 12 so far", /40 books of about 300 pages/],
  ['Leggere 30 libri', 'finora 11, ne restano 19', /19 books of about 300 pages/, 'it'],
  ['24 Bücher lesen', 'noch 9 übrig', /9 books of about 300 pages/, 'de'],
  ['Lire 10 pages par jour', '', /: 10 pages, about 15 minutes, 7 times a week/, 'fr'],
  ['Write a novel of 50,000 words', '18,000 done so far', /32,000 words are missing/],
  ['Stoppen met roken', '26 jaar lang ongeveer twintig per dag', /6 days without, about 120 not smoked/, 'nl'],
  ['Cut my screen time', 'Nine hours a day on my phone', /From about 9 to 3.5 hours a day/],
  ['Run 5k under 25 minutes', 'Currently 27:40', /From 27.7 to 25 minutes/],
  ['Lose 20 kg', 'Started at 105 kg, currently 98, 1.80 m. Goal 85 kg.', /98 kg at 180 cm is a BMI of 30.2; 85 kg/],
  [
    "Finish my bachelor's degree",
    '120 credits in total, I have 84 credits so far, 36 left',
    /then 36 credits, about 12 classes/,
  ],
  ['Aprobar la oposición', 'me faltan 17 temas, examen en junio', /1 of 17 topics/, 'es'],
])('%s, %s: the plan counts from it', (title, description, said, language) => {
  expect(planOf(title, description, language)).toMatch(said);
});

test('things that are done are not counted again, and people and credits are no things to finish', () => {
  expect(ownWordsOf({ title: 'Watch 100 films', description: '37 seen, 63 left' }).own_count).toBe(63);
  expect(ownWordsOf({ title: 'Montar o quebra-cabeça de 3 mil peças' }).own_count).toBe(0);
  expect(ownWordsOf({ title: 'Garder le lien avec mes 5 frères et sœurs' }).own_count).toBe(0);
  expect(ownWordsOf({ title: 'Finish my degree', description: '120 credits in total, 36 left' }).own_count).toBe(0);
});
