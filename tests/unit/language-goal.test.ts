import { describe, expect, test } from 'vitest';
import { checkTargetDate, readGoalWords } from '../../lib/language/goal.ts';
import type { Language } from '../../lib/language/languages.ts';

test('levels of a language, the length of a streak and the SAT are no times', () => {
  expect(readGoalWords({ title: 'Inglés B2 en junio', today: '2026-11-18' }).horizon?.target_date).toBe('2027-06-30');
  const streak = { title: 'Learn Spanish', description: '500 day streak and no conversation', today: '2026-11-18' };
  expect(readGoalWords(streak).horizon).toBeNull();
  const sat = { title: 'Score 1400 on the SAT', description: 'test on 6 March', today: '2026-11-18' };
  expect(readGoalWords(sat).horizon?.target_date).toBe('2027-03-06');
});

test('what will be in a month is its end, though something else of the sentence has been', () => {
  const goal = {
    title: 'Have an exhibition',
    description: "I have 14 finished prints and he said they'd lend me a wall in May",
  };
  expect(readGoalWords({ ...goal, today: '2026-11-18' }).horizon?.target_date).toBe('2027-05-31');
  const past = { title: 'Learn to cook', description: 'I moved out in May' };
  expect(readGoalWords({ ...past, today: '2026-11-18' }).horizon).toBeNull();
});

test.each([
  ['Drive to Rome with two cats', 'We leave tomorrow, 9 hours by car', '2026-11-19'],
  ['Andare a Roma in treno', 'Partiamo venerdì, la bimba ha 8 mesi', '2026-11-20'],
  ['Urlaub in Dänemark', 'Wir fahren am Samstag', '2026-11-21'],
  ['Learn a poem', 'The party is tomorrow.', '2026-11-19'],
  ['Vídeo para os 70 anos do meu pai', 'A festa é em 6 de março', '2027-03-06'],
  ['Une fête pour les 50 ans de ma mère', 'Le 6 mars', '2027-03-06'],
  ['Fiesta de los 50 años de mi madre', 'el 6 de marzo', '2027-03-06'],
  ['Plan our silver wedding', '25 years on 12 June', '2027-06-12'],
])('a departure, a feast and an anniversary end on their day: %s | %s', (title, description, target) => {
  expect(readGoalWords({ title, description, today: '2026-11-18' }).horizon?.target_date).toBe(target);
});

test('what nearly happened in a month is no end', () => {
  const goal = { title: 'Get a zebra crossing', description: 'A child was nearly hit in November.' };
  expect(readGoalWords({ ...goal, today: '2027-01-13' }).horizon).toBeNull();
});

/** A Wednesday. */
const today = '2026-11-18';
const read = (title: string, description = '') => readGoalWords({ title, description, today });

test.each([
  ['Lose 15 lbs and improve stamina over 12 weeks', '2027-02-09'],
  ['Complete a structured 8-week ML curriculum', '2027-01-12'],
  ['Learn to cook in 3 months', '2027-02-17'],
  ['Run a marathon next October', '2027-10-31'],
  ['Scotland by train, June.', '2027-06-30'],
  ['Courir un marathon, octobre.', '2027-10-31'],
  ['Learn to cook before 14 March', '2027-03-13'],
  ['Learn Spanish before my trip on 14 March', '2027-03-13'],
  ['Learn Spanish by 14 March', '2027-03-14'],
  ['Finish the draft by next Friday', '2026-11-27'],
  ['Tidy the flat in 10 days', '2026-11-27'],
  ['Save $500 this year', '2026-12-31'],
  ['Save $500 by the end of the year', '2026-12-31'],
  ['Swim a mile in twelve weeks', '2027-02-09'],
  ['Hike ten miles this spring', '2027-05-31'],
  ['My son turns 16 in August, teach him to drive', '2027-08-31'],
  ['Save 3k by tax day', '2027-04-15'],
  ['A six-week plan', '2026-12-29'],
  ['Couch to 5k in 9 weeks', '2027-01-19'],
  ['Reunion, Easter 2027', '2027-03-28'],
  ['See the northern lights, first 2 weeks of February', '2027-02-01'],
  ['Festa per i 50 anni di matrimonio dei nonni il 12 giugno 2027', '2027-06-12'],
  ['An 8 to 12 week course', '2027-02-09'],
  ['A 30-day yoga challenge', '2026-12-17'],
  ['Read more in a month', '2026-12-17'],
  ['Get fit over half a year', '2027-05-17'],
  ['A couple of weeks of rest', '2026-12-01'],
  ['Write 50000 words in November', '2026-11-30'],
  ['Finish it by March', '2027-03-31'],
  ['Finish it before March', '2027-02-28'],
  ['Finish it before 2027', '2026-12-31'],
  ['Finish it by 2027-03-14', '2027-03-14'],
  ['500 subscribers by end of the year 2027', '2027-12-31'],
  ['Run twice a week for 3 months', '2027-02-17'],
  ['Meditate 10 minutes a day for three weeks', '2026-12-08'],
  ['3-day hike by 14 March', '2027-03-14'],
  ['Learn to cook in about two and a half months', '2027-02-01'],
  ['Learn to cook in a month and a half', '2027-01-01'],
  ['Hand it in on 3.2.2027', '2027-02-03'],
  ['Hand it in on 13.2.', '2027-02-13'],
  ['Swim until 24.12. at the latest', '2026-12-24'],
  ['Swim until Christmas', '2026-12-25'],
  ['Swim before Christmas', '2026-12-24'],
  ["Swim until new year's eve", '2026-12-31'],
  ['Finish it by Q1', '2027-03-31'],
  ['Finish it before Q2 2027', '2027-03-31'],
  ['I started in May and have 20,000 words. I would like 80,000 by March', '2027-03-31'],
  ["I've been running for 2 years and want a marathon in 3 months", '2027-02-17'],
  ['I want to have finished it by March', '2027-03-31'],
  ['Get my shop started in 3 months', '2027-02-17'],
  ['I have signed up for a half marathon in 10 weeks', '2027-01-26'],
  ["I've been accepted for a course in 8 weeks", '2027-01-12'],
  ['I started in May and must finish by March', '2027-03-31'],
  ['I was told to lose weight by March', '2027-03-31'],
  ['Be there on March 14 at 10 hours', '2027-03-14'],
  ['Prepare presentation by Monday', '2026-11-23'],
  ['Do it by tomorrow', '2026-11-19'],
  ['Run the Berlin marathon on 26 September 2027', '2027-09-26'],
  ['Save in 2 years', '2028-11-17'],
  ['Save 3,000 euros en 6 meses', '2027-05-17'],
  ['In acht Wochen Spanisch lernen', '2027-01-12'],
  ['Bis Weihnachten fünf Kilo abnehmen', '2026-12-25'],
  ['Die Masterarbeit vor dem 1. März abgeben', '2027-02-28'],
  ['Aprender inglês em três meses', '2027-02-17'],
  ['Terminar o curso até o fim do ano', '2026-12-31'],
  ['Aprender inglés en dos meses', '2027-01-17'],
  ['Terminar la tesis antes del 14 de marzo', '2027-03-13'],
  ['Apprendre la guitare en six semaines', '2026-12-29'],
  ["Finir le roman d'ici la fin de l'année", '2026-12-31'],
  ["Imparare l'inglese in tre mesi", '2027-02-17'],
  ['Finire la tesi entro il 14 marzo', '2027-03-14'],
  ['Een marathon lopen over drie maanden', '2027-02-17'],
  ['Mijn scriptie afmaken voor 14 maart', '2027-03-13'],
])('"%s" is read to end on %s', (title, target) => {
  expect(read(title)).toMatchObject({ horizon: { target_date: target }, note: null });
});

test.each([
  'Run 30 minutes a day',
  'Run twice a week',
  'Practise for 45 minutes',
  'Walk every morning at 7 am',
  'Save $500 a month',
  'Sit in the sun',
  'I may march on',
  'Teach my 3-month-old puppy to sit',
  'Visit my 80 years old aunt',
  'Prepare for a 3-day hike',
  'Run 5k in under 30 minutes',
  'Understand what happened since 2020',
  'Move on after the last 3 months',
  'Pass year 7 maths',
  'Row 2000m in under 8 min',
  'Sprint 100m',
  'Plan a 10 day trip to Peru',
  'Backpack 3 weeks through Vietnam',
  "Get ready, I'm pregnant (20 weeks)",
  'Conceive: we have tried for 3 months',
  'Ship version 3.2.',
  'I smoked for 20 years and want to stop',
  'I am 5 months pregnant',
  'We separated in March, I want to feel better',
  'He is 5 months and does not sleep',
  'Ich rauche seit 20 Jahren und will aufhören',
  'Je fume depuis 3 ans et je veux arrêter',
  'Fumé durante 2 años y quiero dejarlo',
  'Ik rook al 3 jaar en wil stoppen',
  'Fumo há 3 anos e quero parar',
  'Fumo da 3 anni e voglio smettere',
  '',
])('"%s" names no end', (title) => {
  expect(read(title)).toMatchObject({ horizon: null, note: null });
});

test.each([
  'juega hasta las 2 de la mañana',
  '2 years of experience, 1 hour a day',
  'Rescue, about 4 yrs, 30 kg',
  'zusammen 4 Jahre',
  'serveuse, 5 ans',
])('a description that tells "%s" names no end', (description) => {
  expect(read('Do it well', description).horizon).toBeNull();
});

test.each(['Retire in 20 years', 'Get there in 500 weeks', 'Get there in 99999999999999999999 weeks'])(
  '"%s" is further than a goal reaches, which is said',
  (title) => {
    expect(read(title)).toMatchObject({
      horizon: null,
      note: expect.stringMatching(/^You asked for ".+"; a goal reaches/),
    });
  },
);

describe('limits that a goal sets itself', () => {
  test.each<[string, object]>([
    ['Learn piano every day except Sundays and Wednesdays', { restDays: [0, 3] }],
    ['Paint only on weekends', { restDays: [1, 2, 3, 4, 5] }],
    ['Read no more than half an hour per day, Sundays are off', { restDays: [0], dailyMinutes: 30 }],
    ['Gym 3 times a week for 45 minutes', { restDays: [], timesPerWeek: 3, sessionMinutes: 45 }],
    ['Run, mornings only', { restDays: [], timeOfDay: 'morning' }],
    ['Run on Tuesday, Thursday and Sunday mornings', { restDays: [1, 3, 5, 6], timeOfDay: 'morning' }],
    ['Paint on Tuesday evenings and Sunday mornings', { restDays: [1, 3, 4, 5, 6] }],
    ['Write on weekday evenings only', { restDays: [0, 6], timeOfDay: 'evening' }],
    ['Nur Dienstag und Sonntag vormittags laufen', { restDays: [1, 3, 4, 5, 6], timeOfDay: 'morning' }],
    ['Courir seulement le samedi matin', { restDays: [0, 1, 2, 3, 4, 5], timeOfDay: 'morning' }],
    ['I go back to the office 2 days a week, so I need 5 hours by then', { restDays: [] }],
    ['Write only in the evening', { restDays: [], timeOfDay: 'evening' }],
    ['I work Monday to Friday and want to run a marathon', { restDays: [] }],
    ['Sleep 8 hours a night', { restDays: [] }],
    ['Jeden Tag Klavier außer sonntags und mittwochs', { restDays: [0, 3] }],
    ['Nur am Wochenende malen', { restDays: [1, 2, 3, 4, 5] }],
    ['Lesen, höchstens eine halbe Stunde am Tag, sonntags frei', { restDays: [0], dailyMinutes: 30 }],
    ['Jouer du piano tous les jours sauf le dimanche et le mercredi', { restDays: [0, 3] }],
    ["Lire, pas plus d'une demi-heure par jour", { restDays: [], dailyMinutes: 30 }],
    ['Pintar solo los fines de semana', { restDays: [1, 2, 3, 4, 5] }],
    ['Nadar tres veces por semana durante 45 minutos', { restDays: [], timesPerWeek: 3, sessionMinutes: 45 }],
    ['Pintar apenas aos fins de semana', { restDays: [1, 2, 3, 4, 5] }],
    ['Dipingere solo nel fine settimana', { restDays: [1, 2, 3, 4, 5] }],
    ['Elke dag piano spelen behalve zondag en woensdag', { restDays: [0, 3] }],
  ])('%s', (title, limits) => {
    expect(read(title).limits).toEqual(limits);
  });
});

test.each([
  ['Sleep through the night', 'I wake up about five nights a week', undefined],
  ['Cope with panic', 'They come on the tube, about twice a week since summer', undefined],
  ['Besser schlafen', 'Ich wache dreimal pro Woche auf', undefined],
  ['Run 10k', 'I eat well and run three times a week', 3],
  ['Fit werden', 'Ich kann dreimal pro Woche trainieren', 3],
])('"%s", "%s": only what is trained counts a week', (title, description, times) => {
  expect(read(title, description).limits.timesPerWeek).toBe(times);
});

test.each(['Drink less on weekends', 'Feel less anxious on Sundays', 'Am Wochenende weniger trinken'])(
  'what is to be less on some days is worked at on all: %s',
  (title) => {
    expect(read(title).limits.restDays).toEqual([]);
  },
);

test('what bears on time and cannot be read is handed on', () => {
  expect(read('I work Monday to Friday, learn Dutch').unread).toEqual(['Monday to Friday']);
});

test('seasons: before or by one ends when it begins, in one when it ends; in the south they are half a year away', () => {
  const end = (title: string) => read(title).horizon?.target_date;
  expect(end('Lose 8 kg before summer')).toBe('2027-05-31');
  expect(end('Learn to sail by next summer')).toBe('2027-05-31');
  expect(end('Run a 10k in spring')).toBe('2027-05-31');
  expect(end('Backpack through Vietnam for a month next autumn')).toBe('2027-11-30');
  expect(end('15 kg abnehmen bis Sommer')).toBe('2027-05-31');
  expect(end("Perdre 8 kilos avant l'été")).toBe('2027-05-31');
  expect(end('Aprender a nadar antes del verano')).toBe('2027-05-31');
  expect(end('Stress less in busy summers')).toBeUndefined();
  expect(read("Move out of my parents' house", '24, first apartment, start of April').horizon?.target_date).toBe(
    '2027-04-10',
  );
  const south = { title: 'Run a 10k in autumn', today: '2026-11-18', inSouth: true };
  expect(readGoalWords(south).horizon?.target_date).toBe('2027-05-31');
});

test('the title counts before the description', () => {
  expect(read('Swim for 8 weeks', 'In 3 months I travel.').horizon?.target_date).toBe('2027-01-12');
  expect(read('Swim', 'In 3 months I travel.').horizon?.target_date).toBe('2027-02-17');
  expect(read('Swim, never on Mondays', 'Not on Fridays').limits.restDays).toEqual([1, 5]);
});

test('a target date lies between today and five years ahead', () => {
  const allowed = ['2026-11-18', '2026-11-23', '2031-11-18'].map((day) => checkTargetDate(today, day));
  expect(allowed).toEqual([null, null, null]);
  expect(checkTargetDate(today, '2026-11-17')).toMatch(/past/);
  expect(checkTargetDate(today, '2031-11-19')).toMatch(/too far/);
});

test('text of any length and kind is read without failing', () => {
  for (const part of ['in ', '9', 'every 3 ', 'in the next the ', '\u0000\ud800', 'before ', 'für ', '1 and ']) {
    const title = part.repeat(20_000);
    expect(readGoalWords({ title, description: title, today }).limits.restDays).toBeDefined();
  }
});

test.each([
  ['Lose 10 kg this summer', 'en'],
  ['Diesen Sommer 10 kg abnehmen', 'de'],
  ["Faire le tour de l'île à vélo cet été", 'fr'],
] as const)('"%s" names the summer that comes', (title, language) => {
  expect(readGoalWords({ title, today, language }).horizon?.target_date).toBe('2027-08-31');
});

test.each([
  ['Make a budget', 'always broke by the 20th'],
  ['Make peace with my brother', "we haven't spoken in four years"],
  ['Get a raise', 'same salary for three years, retail store manager'],
  ['Get over the breakup', "it's been five months"],
  ['Sew my own clothes', 'got a sewing machine for Christmas'],
  ['Save my marriage', 'my wife found out in May'],
  ['More time for sport', 'kids every other weekend'],
  ['Ride 180 km in 3 days', 'I ride 20 km on Sundays'],
  ['Earn my blue belt', 'I train twice a week for 14 months'],
  ['Run again', 'moved here this summer'],
  ['Stop gambling', 'lost 4k this year'],
  ['Drink less', 'three beers every night and more on Saturday'],
  ['Meditate', 'did headspace for a month in 2023'],
])('"%s", "%s" names no end that a plan could take', (title, description) => {
  expect(read(title, description).horizon).toBeNull();
});

test('what goes on until a month ends with it, also where a word before it looks like the past', () => {
  const { horizon } = read("Declutter my mother's house", 'she is moving into assisted living in May');
  expect(horizon?.target_date).toBe('2027-05-31');
});

test.each([
  ['Run a 10k, last saturday in june', '2027-06-26'],
  ['Run a 10k on the last Saturday of June', '2027-06-26'],
  ['Ein Halbmarathon am letzten Samstag im Juni', '2027-06-26'],
  ['Correr 10 km el último sábado de junio', '2027-06-26'],
  ['Finish the deck by the second week of February', '2027-02-14'],
  ['Start a podcast, second week of January', '2027-01-14'],
  ['Den Vortrag bis zur ersten Woche im März fertig', '2027-03-07'],
  ['Terminer le plan avant la deuxième semaine de mars', '2027-03-07'],
  ['Empezar el curso la segunda semana de enero', '2027-01-14'],
  ['Launch the shop by the end of Q2', '2027-06-30'],
  ['Launch by the third quarter', '2027-09-30'],
  ["Ouvrir la boutique d'ici la fin du T2", '2027-06-30'],
  ['Shop eröffnen bis zum Ende des zweiten Quartals', '2027-06-30'],
  ['Read 20 books by the end of summer', '2027-08-31'],
])('of "%s" the part of a month or a year is the end: %s', (title, target) => {
  expect(readGoalWords({ title, today: '2027-01-13' }).horizon?.target_date).toBe(target);
});

test.each([
  ['Get healthy', 'an ER visit in August scared me'],
  ['Gesünder leben', 'Notaufnahme im August'],
  ['Mieux dormir', 'passage aux urgences en août'],
  ['Cuidarme más', 'visita a urgencias en agosto'],
  ['Cuidar da saúde', 'ida às urgências em agosto'],
  ['Curarmi di più', 'visita al pronto soccorso ad agosto'],
  ['Gezonder leven', 'spoedeisende hulp in augustus'],
  ['Gezonder eten', 'op vrijdag bestellen we pizza'],
  ['Learn to draw', 'in the second attempt'],
  ['Fix my posture', 'my neck aches by Wednesday'],
  ['Feel less anxious', 'it starts around 5pm on Sunday with a knot in my stomach'],
  ['Feel less anxious on Sunday nights', ''],
  ['Get fit enough for a week of skiing', ''],
  ['Play padel better', "I've had it for two months"],
  ['Get through the day without a nap', ''],
  ['Run again after covid', 'Had it in November'],
  ['Wieder Rad fahren', 'Physio noch bis Februar'],
  ['Have better skin', 'I have stopped the pill in the autumn'],
])('"%s", "%s" tells of something that is no end', (title, description) => {
  expect(readGoalWords({ title, description, today: '2027-01-13' }).horizon).toBeNull();
});

test('weekdays that a description tells of something else do not confine the plan, but are handed on', () => {
  const words = (title: string, description: string) => readGoalWords({ title, description, today: '2027-01-13' });
  for (const [title, description] of [
    ['Eat better', 'we order takeout on Fridays'],
    ['Learn guitar', 'band rehearsal of my son on Tuesdays'],
    ['Lose 5 kg', 'I eat out on weekends'],
    ['Besser essen', 'freitags bestellen wir Pizza'],
    ['Comer mejor', 'los viernes pedimos pizza'],
    ['Comer melhor', 'às sextas pedimos pizza'],
  ] as const) {
    const { limits, unread } = words(title, description);
    expect(limits.restDays, description).toEqual([]);
    expect(unread.length, description).toBe(1);
  }
  expect(words('Learn guitar', 'I can do Tuesdays and Thursdays').limits.restDays).toEqual([0, 1, 3, 5, 6]);
  expect(words('Learn guitar', 'Tuesdays and Thursdays').limits.restDays).toEqual([0, 1, 3, 5, 6]);
});

test.each([
  ['Run a marathon next October', '2027-10-31'],
  ['Marathon im nächsten Oktober laufen', '2027-10-31'],
  ['Courir un marathon en octobre prochain', '2027-10-31'],
  ['Correr un maratón el próximo octubre', '2027-10-31'],
  ['Correre una maratona il prossimo ottobre', '2027-10-31'],
  ['Run a marathon next year in October', '2028-10-31'],
  ['Correr uma maratona em outubro do próximo ano', '2028-10-31'],
  ['Aprender alemán antes de diciembre de 2028', '2028-11-30'],
  ['Wedding in the spring of 2028', '2028-05-31'],
  ["A speech for my son's graduation party June 12", '2027-06-12'],
  ['Belasting klaar vóór eind februari', '2027-02-28'],
])('"%s" ends in the month that comes or the year that is said: %s', (title, target) => {
  expect(readGoalWords({ title, today: '2027-01-13' }).horizon?.target_date).toBe(target);
});

test.each([
  ['en', 'The test is on Friday', '2026-11-20'],
  ['en', 'The presentation is on Thursday', '2026-11-19'],
  ['en', 'My interview is on Monday', '2026-11-23'],
  ['en', 'It takes place on Sunday', '2026-11-22'],
  ['en', 'The movers come on Saturday', '2026-11-21'],
  ['en', 'My speech on Saturday', '2026-11-21'],
  ['de', 'Die Prüfung ist am Freitag', '2026-11-20'],
  ['de', 'Das Vorstellungsgespräch findet am Montag statt', '2026-11-23'],
  ['de', 'Die Umzugsfirma kommt am Samstag', '2026-11-21'],
  ['fr', "L'entretien est lundi", '2026-11-23'],
  ['fr', "L'examen a lieu vendredi", '2026-11-20'],
  ['es', 'El examen es el viernes', '2026-11-20'],
  ['es', 'La entrevista tiene lugar el lunes', '2026-11-23'],
  ['pt', 'A prova é na sexta-feira', '2026-11-20'],
  ['it', "L'esame è venerdì", '2026-11-20'],
  ['it', 'Il colloquio si tiene lunedì', '2026-11-23'],
  ['nl', 'De toets is op vrijdag', '2026-11-20'],
  ['nl', 'De verhuizers komen op zaterdag', '2026-11-21'],
  ['en', 'We order pizza on Friday', undefined],
  ['en', 'My class is on Friday', undefined],
  ['en', 'I want a stall at the Saturday market', undefined],
  ['en', 'My day off is on Friday', undefined],
  ['nl', 'Op vrijdag bestellen we pizza', undefined],
] as const)('%s: what is held on a weekday ends a goal: "%s" %s', (language, description, target) => {
  const { horizon } = readGoalWords({ title: 'Tango', description, today: '2026-11-18', language });
  expect(horizon?.target_date).toBe(target);
});

test.each([
  ['en', 'Rehearsals on Tuesdays and Thursdays', [0, 1, 3, 5, 6]],
  ['en', 'Evenings on Wednesdays work best', [0, 1, 2, 4, 5, 6]],
  ['de', 'Sprachkurs dienstags und donnerstags', [0, 1, 3, 5, 6]],
  ['fr', 'Répétitions les mardis et jeudis', [0, 1, 3, 5, 6]],
  ['es', 'Ensayos los martes y jueves', [0, 1, 3, 5, 6]],
  ['pt', 'Ensaios às terças e quintas', [0, 1, 3, 5, 6]],
  ['it', 'Prove il martedì e il giovedì', [0, 1, 3, 5, 6]],
  ['nl', 'Repetities op dinsdagen en donderdagen', [0, 1, 3, 5, 6]],
  ['en', 'Takeout on Fridays', []],
  ['en', "My daughter's lessons are on Tuesdays and Thursdays", []],
  ['de', 'Die Kinder haben dienstags und donnerstags Training', []],
] as const)(
  '%s: the days of what is practised, and not those of others, confine a plan: "%s"',
  (language, description, days) => {
    expect(readGoalWords({ title: 'Tango', description, today: '2026-11-18', language }).limits.restDays).toEqual(days);
  },
);

test('a month is the end, and days beside it are how long the thing then takes', () => {
  const ends: [Language, string, string][] = [
    ['en', 'In 8 days in June. I am 58.', '2027-06-30'],
    ['de', 'Im Mai in 13 Tagen.', '2027-05-31'],
    ['fr', 'En juillet, en 15 jours.', '2027-07-31'],
    ['es', 'En mayo en 13 días.', '2027-05-31'],
    ['pt', 'Em maio em 13 dias.', '2027-05-31'],
    ['it', 'A maggio in 13 giorni.', '2027-05-31'],
    ['nl', 'In mei in 13 dagen.', '2027-05-31'],
  ];
  for (const [language, description, target] of ends)
    expect(
      readGoalWords({ title: 'X', description, today: '2026-11-28', language }).horizon?.target_date,
      description,
    ).toBe(target);
  for (const [language, title] of [
    ['de', 'Hochzeit im Juni'],
    ['it', 'Matrimonio a giugno'],
  ] as const)
    expect(readGoalWords({ title, today: '2026-11-28', language }).horizon?.target_date, title).toBe('2027-06-30');
  const booked = { title: 'Climb Mont Blanc in July', description: 'I go hiking a lot. Guide booked for 11 July.' };
  expect(readGoalWords({ ...booked, today: '2026-11-28' }).horizon).toMatchObject({
    target_date: '2027-07-11',
    isDay: true,
  });
});
