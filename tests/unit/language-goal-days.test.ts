import { expect, test } from 'vitest';
import { readGoalWords } from '../../lib/language/goal.ts';

const read = (title: string, description: string) => readGoalWords({ title, description, today: '2027-01-13' });

test.each([
  ['Learn to sew', 'half an hour a day from Monday to Friday'],
  ['Nähen lernen', 'eine halbe Stunde am Tag von Montag bis Freitag'],
  ['Apprendre le dessin', '30 minutes par jour du lundi au vendredi'],
  ['Aprender dibujo', '30 minutos al día de lunes a viernes'],
  ['Aprender desenho', '30 minutos por dia de segunda a sexta'],
  ['Imparare il tedesco', 'mezz’ora al giorno dal lunedì al venerdì'],
  ['Leren tekenen', '30 minuten per dag van maandag tot vrijdag'],
])('%s, %s: days of the plan, and no end on Friday', (title, description) => {
  const { limits, horizon, unread } = read(title, description);
  expect({ limits, horizon, unread }).toEqual({
    limits: { restDays: [0, 6], dailyMinutes: 30 },
    horizon: null,
    unread: [],
  });
});

test.each([
  ['Learn to sew', 'I work from Monday to Friday'],
  ['Nähen lernen', 'Ich arbeite von Montag bis Freitag'],
])('%s, %s: days of work are none of the plan', (title, description) => {
  expect(read(title, description)).toMatchObject({ limits: { restDays: [] }, horizon: null });
});
