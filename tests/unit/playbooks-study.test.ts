import { describe, expect, test } from 'vitest';
import { addDays } from '../../lib/days.ts';
import { withWordLimits } from '../../lib/goals/brief.ts';
import { contextOf } from '../../lib/goals/planner/context.ts';
import { planFromTemplate } from '../../lib/goals/planner/plan.ts';
import type { Plan } from '../../lib/goals/planner/schema.ts';
import { choosePlaybook } from '../../lib/goals/playbooks/choose.ts';
import { playbooks } from '../../lib/goals/playbooks/index.ts';
import { readGoalWords } from '../../lib/language/goal.ts';

const START = '2026-11-28';

function planOf(title: string, description = ''): Plan {
  const words = readGoalWords({ title, description, today: START });
  const context = contextOf({
    goal: { title, description },
    start_date: START,
    target_date: words.horizon?.target_date ?? addDays(START, 41),
    horizonNamed: words.horizon !== null,
    timezone: 'Europe/Berlin',
    now: { day: START, time: '09:00' },
    dailyMinutes: 120,
    restDays: [],
  });
  const made = planFromTemplate({
    context: withWordLimits(context, words),
    seed: 's',
    sources: [],
    attempts: [],
  });
  if (!('plan' in made)) throw new Error(made.message);
  return made.plan;
}

const tasksOf = (plan: Plan) => plan.weeks.flatMap(({ tasks }) => tasks);
const placeOf = (plan: Plan, words: string) => tasksOf(plan).findIndex(({ title }) => title.includes(words));

describe('learning is recognised by its subject in seven languages', () => {
  test.each([
    ['language', 'Learn Spanish (past Duolingo)', '500 day streak'],
    ['language', 'Kroatisch lernen bis zum Sommerurlaub', ''],
    ['language', 'Inglés B2 en junio', 'ahora tengo un A2 alto'],
    ['language-exam', 'Pass the DELF B2', ''],
    ['language-exam', 'IELTS 7.5', 'from 6.5'],
    ['language-exam', 'Goethe-Zertifikat B2 bestehen', ''],
    ['language-exam', 'Aprobar el B2 de inglés (First)', 'Tengo un B1'],
    ['language-exam', 'Obtenir le TCF', ''],
    ['language', 'Speak Italian with my in-laws', ''],
    ['language', 'Mijn Frans verbeteren', ''],
    ['language', 'Melhorar meu inglês', 'para o trabalho'],
    ['language', 'Parler couramment anglais', ''],
    ['language', 'Imparare il giapponese', ''],
    ['programming', 'Learn Python to automate my job', 'accounting, lots of Excel'],
    ['programming', 'Programmieren lernen', ''],
    ['programming', 'Aprender a programar en Python', ''],
    ['programming', 'Imparare Excel', ''],
    ['programming', 'Learn SQL', ''],
    ['programming', 'Learn machine learning', ''],
    ['programming', 'Apprendre à coder', ''],
    ['programming', 'Python leren', ''],
    ['cooking', 'Learn to cook ten dinners', ''],
    ['cooking', 'Kochen lernen', ''],
    ['cooking', 'Apprendre à cuisiner', ''],
    ['cooking', 'Aprender a cocinar', ''],
    ['cooking', 'Imparare a cucinare', ''],
    ['cooking', 'Leren koken', ''],
    ['cooking', 'Bake sourdough bread', ''],
    ['yarn', "Crochet a blanket for my sister's baby", ''],
    ['yarn', 'Einen Pullover stricken', ''],
    ['yarn', 'Tricoter une écharpe', ''],
    ['yarn', 'Aprender croché', ''],
    ['soap', 'Make soaps as Christmas gifts', ''],
    ['soap', 'Kerzen gießen', ''],
    ['certification', 'Pass AWS Solutions Architect in 8 weeks', ''],
    ['certification', 'Get PMP certified', ''],
    ['certification', 'Scrum Master Zertifizierung', ''],
    ['bar-exam', 'Pass the bar exam', ''],
    ['exam', 'Abitur bestehen', ''],
    ['exam', 'Réussir le bac', ''],
    ['exam', 'Aprobar las oposiciones', ''],
    ['exam', "Superare l'esame di diritto", ''],
    ['exam', 'Score 1400 on the SAT', ''],
    ['exam', 'Passar no vestibular', ''],
    ['grades', 'Raise my GPA from 2.5 to 3.5', 'sophomore, three semesters left until grad school applications'],
    ['grades', 'Mathenote verbessern', 'bessere Noten'],
    ['grades', 'Améliorer mes notes', ''],
    ['grades', 'Betere cijfers halen', ''],
    ['reading', '25 Bücher in diesem Jahr lesen', ''],
    ['reading', 'Read 12 books by June', ''],
    ['reading', 'Lire plus', ''],
    ['reading', 'Finish reading War and Peace', ''],
    ['scripture', 'Read the whole Bible in a year', ''],
    ['scripture', 'Die Bibel lesen', ''],
    ['scripture', 'Read the Quran', ''],
    ['instrument', 'Learn to play the ukulele', ''],
    ['instrument', 'Apprendre le piano', ''],
    ['instrument', 'Imparare tre canzoni alla chitarra', ''],
    ['instrument', 'Singen lernen', ''],
    ['instrument', 'Learn to sing', ''],
    ['instrument', 'Aprender violão', ''],
    ['thesis', 'Mijn scriptie afmaken in 10 weken', ''],
    ['thesis', 'Finish my dissertation', ''],
    ['thesis', 'Schreibe meine Bachelorarbeit', ''],
    ['art', 'Learn to draw', ''],
    ['art', 'Nähen lernen', ''],
    ['art', 'Watercolour painting', ''],
    ['art', 'Aprender fotografía', ''],
    ['woodwork', 'Build a bookshelf', 'first woodworking project'],
    ['art', 'Dessiner tous les jours', ''],
    ['art', 'Disegnare a matita', ''],
    ['chess', 'Reach 1500 elo in chess', ''],
    ['chess', 'Besser Schach spielen', ''],
    ['speech', 'Best man speech', 'wedding in February'],
    ['public-speaking', 'Get over my fear of public speaking', ''],
    ['public-speaking', 'Parler en public sans stress', ''],
    ['public-speaking', 'Vor Leuten sprechen', ''],
  ])('%s: %s %s', (id, title, description) => {
    expect(choosePlaybook(playbooks(), { title, description })?.id).toBe(id);
  });

  test.each([
    ['paint the living room', 'art'],
    ['Renovate the kitchen', 'cooking'],
    ['Learn to cook', 'language'],
    ['Body language', 'language'],
    ['Lose weight by cooking at home', 'programming'],
    ['Get a diving certificate', 'certification'],
    ['Write a novel', 'thesis'],
    ['Repeindre le salon', 'art'],
    ['Haus streichen', 'art'],
    ['Prepare for IELTS 7', 'exam'],
    ['Start a soap business', 'soap'],
    ['Sort 20 years of photos', 'art'],
  ])('%s is not %s', (title, id) => {
    expect(choosePlaybook(playbooks(), { title })?.id).not.toBe(id);
  });
});

test('who understands but does not speak talks with a partner in the first week, and is not asked the level', () => {
  const plan = planOf('Learn Spanish (past Duolingo)', '500 day streak and I still cannot hold a conversation');
  expect(plan.weeks[0]?.tasks.some(({ title }) => /Talk with your Spanish partner/.test(title))).toBe(true);
  expect(placeOf(plan, 'Book a first talk')).toBe(0);
  expect(tasksOf(plan).some(({ title }) => /be and have/.test(title))).toBe(false);
});

test('twenty minutes a day are twenty minutes a day, and a trip in summer ends before the summer', () => {
  const plan = planOf('Kroatisch lernen bis zum Sommerurlaub', 'Anfänger, 20 Minuten am Tag');
  expect(plan.end_date).toBe('2027-06-30');
  const days = new Map<string, number>();
  for (const { date, duration_minutes } of tasksOf(plan)) days.set(date, (days.get(date) ?? 0) + duration_minutes);
  expect(Math.max(...days.values())).toBeLessThanOrEqual(20);
  expect(tasksOf(plan).some(({ title }) => /articles/.test(title))).toBe(false);
});

test('each dinner is cooked with the recipe and then again, all ten of them', () => {
  const titles = tasksOf(planOf('Learn to cook ten dinners', 'I can do pasta and eggs')).map(({ title }) => title);
  const first = titles.flatMap((title) => /^Cook dinner \d+ of 10: (.*)$/.exec(title)?.[1] ?? []);
  expect(new Set(first).size).toBe(10);
  for (const dish of first) {
    const again = titles.indexOf(`Cook again from memory: ${dish}`);
    expect(again).toBeGreaterThan(titles.findIndex((title) => title.endsWith(`of 10: ${dish}`)));
  }
});

test('the rows of a blanket follow each other to the last, before border, washing and wrapping', () => {
  const plan = planOf("Crochet a blanket for my sister's baby", 'due in 10 weeks, I only know the basic stitches');
  const rows = tasksOf(plan).flatMap(({ title }) => {
    const found = /^Crochet rows (\d+) to (\d+) of 90$/.exec(title);
    return found ? [[Number(found[1]), Number(found[2])] as const] : [];
  });
  expect(rows[0]?.[0]).toBe(1);
  expect(rows.at(-1)?.[1]).toBe(90);
  for (const [index, [from]] of rows.slice(1).entries()) expect(from).toBe((rows[index]?.[1] ?? 0) + 1);
  expect(placeOf(plan, 'Buy the yarn')).toBeLessThan(placeOf(plan, 'Crochet rows 1 '));
  expect(placeOf(plan, 'border')).toBeGreaterThan(placeOf(plan, 'of 90'));
});

test('soap for Christmas is ready before Christmas and needs no lye', () => {
  const plan = planOf('Make soaps as Christmas gifts', 'never made soap before');
  expect(plan.end_date).toBe('2026-12-23');
  expect(tasksOf(plan).some(({ title }) => /melt-and-pour/.test(title))).toBe(true);
  expect(tasksOf(plan).some(({ title }) => /\blye\b/.test(title))).toBe(false);
});

test('every chapter of the Bible is read once, in order', () => {
  const plan = planOf('Read the New Testament in 20 weeks');
  const read = tasksOf(plan).filter(({ title }) => title.startsWith('Read '));
  expect(read[0]?.title).toMatch(/^Read Matthew 1/);
  expect(tasksOf(plan).some(({ title }) => /^Read .*Revelation 22$/.test(title))).toBe(true);
});

test('each topic of an exam is learned before it is asked, none is left out', () => {
  const titles = tasksOf(planOf('Pass the history exam in 8 weeks', '8 chapters')).map(({ title }) => title);
  for (let topic = 1; topic <= 8; topic += 1) {
    const learned = titles.findIndex((title) => title.startsWith(`Learn topic ${topic} of 8`));
    const asked = titles.findIndex((title) =>
      title.startsWith(`Answer 12 questions without notes: topic ${topic} of 8`),
    );
    expect(learned, `topic ${topic}`).toBeGreaterThanOrEqual(0);
    if (asked >= 0) expect(asked).toBeGreaterThan(learned);
  }
});

test('an average that no grades can reach is said, with what they can', () => {
  const plan = planOf('Raise my GPA from 2.5 to 3.5', 'sophomore, three semesters left, 45 credits so far');
  // (45 × 2.5 + 45 × 4.0) / 90 = 3.25
  expect(plan.notes.join(' ')).toMatch(/3\.3|3\.25/);
  expect(plan.end_date > '2027-10-01').toBe(true);
});

test('words that are written are counted, and the last draft ends at the whole number', () => {
  const plan = planOf('Write my master thesis', '20,000 words, due in 20 weeks, I have 5,000 words already');
  const upTo = tasksOf(plan).flatMap(({ title }) => {
    const found = /(?:up to|to) ([\d,]+)\)?$/.exec(title);
    return found && /words/.test(title) ? [Number(found[1]?.replace(',', ''))] : [];
  });
  expect(upTo[0]).toBeGreaterThan(5000);
  expect(upTo.at(-1)).toBe(20000);
});

test('a song is at full speed before the next one begins', () => {
  const titles = tasksOf(planOf('Imparare tre canzoni alla chitarra', 'principiante')).map(({ title }) => title);
  const full = titles.findIndex((title) => title.startsWith('Play song 1 from beginning to end at full speed'));
  const next = titles.findIndex((title) => title.startsWith('Listen to song 2'));
  expect(full).toBeGreaterThanOrEqual(0);
  expect(next).toBeGreaterThan(full);
});

describe('the bar exam', () => {
  const plan = planOf('Pass the bar exam in July', 'working part time, failed once in February');

  test('begins with the score report when it is sat again, and ends on the last Wednesday of the month', () => {
    expect(plan.weeks[0]?.tasks[0]?.title).toMatch(/score report of the failed bar/);
    expect(plan.notes.join(' ')).toMatch(/27 July and 28 July/);
    expect(plan.later.at(-1)?.success_criterion).toMatch(/28 July/);
  });

  test('trains questions, essays and performance tests against the clock by name', () => {
    const titles = tasksOf(plan).map(({ title }) => title);
    for (const words of [
      /hearsay/,
      /mixed questions in \d+ minutes/,
      /Write an essay in 30 minutes/,
      /performance test 2/,
    ]) {
      expect(titles.some((title) => words.test(title))).toBe(true);
    }
  });

  test('of which the essays were the problem is not asked again', () => {
    const again = planOf('Retake the bar in February', 'the essays were the problem');
    expect(tasksOf(again).filter(({ title }) => /essay/.test(title)).length).toBeGreaterThan(20);
    expect(tasksOf(again).some(({ title }) => /second mock bar/.test(title))).toBe(true);
  });
});

describe('an exam by what is known of it', () => {
  test('sat again begins with the failed paper and its reason, which is not asked', () => {
    const plan = planOf('Retake my anatomy exam', 'failed because I went blank, in 10 weeks');
    expect(plan.weeks[0]?.tasks[0]?.title).toMatch(/anatomy exam you failed/);
    expect(placeOf(plan, 'empty head')).toBeLessThan(14);
  });

  test('medical boards are learned by system and say how many hours they take', () => {
    const plan = planOf('Pass USMLE Step 1', 'exam in April, 2 hours a day');
    expect(placeOf(plan, 'kidney and electrolytes')).toBeGreaterThan(0);
    expect(plan.notes.join(' ')).toMatch(/300 to 400/);
  });

  test('no line of a long plan comes more than a few times', () => {
    const titles = tasksOf(planOf('Pass the history exam', '12 chapters, in June, an hour a day')).map(
      ({ title }) => title,
    );
    const most = Math.max(...titles.map((title) => titles.filter((each) => each === title).length));
    expect(most).toBeLessThanOrEqual(6);
  });
});

describe('reading', () => {
  test('a year that has not begun is counted from January on, before it only the habit', () => {
    const plan = planOf('Read 30 books in 2027');
    const first = tasksOf(plan).find(({ title }) => /of book 1$/.test(title));
    const week = plan.weeks.find(({ tasks }) => tasks.some((task) => task === first));
    expect(week?.starts_on.slice(0, 4)).toBe('2027');
    expect(plan.later.at(-1)?.success_criterion).toMatch(/^30 books read/);
  });

  test('books of unknown length are read by minutes and a page to be near, one of known length by pages', () => {
    const unknown = tasksOf(planOf('Read 12 books', 'by the end of June')).map(({ title }) => title);
    expect(unknown.some((title) => /^Read \d+ minutes in book 2, to about page \d+$/.test(title))).toBe(true);
    expect(unknown.some((title) => /pages \d+ to/.test(title))).toBe(false);
    const known = tasksOf(planOf('Read War and Peace', '1300 pages, by March')).map(({ title }) => title);
    expect(known).toContainEqual(expect.stringMatching(/^Read pages 1 to \d+$/));
    expect(known.some((title) => /book 2/.test(title))).toBe(false);
  });
});

test('an hour most evenings is an hour on five evenings, and who knows some JavaScript only checks it', () => {
  const plan = planOf('Learn to build my first web app', 'I know some JavaScript, an hour most evenings');
  expect(plan.summary).toMatch(/5 sessions of 60 minutes/);
  expect(plan.weeks[0]?.tasks[0]?.title).toMatch(/one sentence what your app does/);
  expect(placeOf(plan, 'Solve five small JavaScript exercises')).toBeGreaterThan(0);
});

test('a somersault is never tried alone', () => {
  const plan = planOf('Learn to do a backflip');
  expect(plan.notes.join(' ')).toMatch(/never (?:the first time )?alone/i);
  expect(JSON.stringify(plan.weeks)).not.toMatch(/without help/);
});
