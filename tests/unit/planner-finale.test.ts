import { expect, test } from 'vitest';
import { planGoal } from '../../harness/plans.ts';
import { daysBetween } from '../../lib/days.ts';
import { EVENTS } from '../../lib/goals/planner/finale.ts';
import { playbooks } from '../../lib/goals/playbooks/index.ts';
import { LANGUAGES, type Language } from '../../lib/language/languages.ts';

function planOf(title: string, description = '', language: Language = 'en', restDays: number[] = []) {
  const { made } = planGoal({ title, description, language, restDays });
  if ('infeasible' in made) throw new Error(made.message);
  const tasks = made.plan.weeks.flatMap((week) => week.tasks);
  return { ...made, end: made.plan.end_date, tasks, last: tasks.at(-1) };
}

test('a plan whose words name the day of an event ends with it on that day, in every language', () => {
  const goals: [Language, string, string, string, RegExp][] = [
    ['en', 'Pass my German B1 exam', 'The exam is on 3 March. I am at A2.', '2027-03-03', /^Sit the German B1 exam$/],
    [
      'en',
      'Get a US visa',
      'My visa appointment at the consulate is on 14 January.',
      '2027-01-14',
      /^Go to the visa appointment$/,
    ],
    [
      'en',
      'Take part in the town chess tournament on 24 January',
      '',
      '2027-01-24',
      /^Play the town chess tournament$/,
    ],
    ['en', 'Hand in my master thesis', 'Submission is on 15 March.', '2027-03-15', /^Hand in the thesis/],
    ['en', 'Sing "Hallelujah" at the open mic on 30 January', '', '2027-01-30', /^Perform at the open mic$/],
    ['de', 'Vortrag auf der Konferenz am 22. Januar', '', '2027-01-22', /^Give the talk: “Vortrag auf der Konferenz”$/],
    ['fr', 'Apprendre le violon', 'Le concert est le 20 mars.', '2027-03-20', /^Perform: “Le concert”$/],
    ['es', 'Mejorar mi inglés', 'El examen es el 3 de marzo.', '2027-03-03', /^Sit the exam: “El examen”$/],
    ['pt', 'Melhorar o meu xadrez', 'O torneio é no dia 24 de janeiro.', '2027-01-24', /^Take part: “O torneio/],
    ['it', 'Concerto del coro il 19 dicembre', '', '2026-12-19', /^Perform: “Concerto del coro”$/],
    ['nl', 'Nederlands examen B1 op 12 maart', '', '2027-03-12', /^Sit the exam: “Nederlands examen B1”$/],
  ];
  for (const [language, title, description, day, act] of goals) {
    const { end, last, tasks } = planOf(title, description, language);
    expect(end, title).toBe(day);
    expect(last?.date, title).toBe(day);
    expect(last?.title, title).toMatch(act);
    expect(tasks.filter(({ date }) => date === day).length, title).toBe(1);
    const eve = tasks.filter(({ date }) => daysBetween(date, day) === 1);
    expect(Math.max(0, ...eve.map((task) => task.duration_minutes)), `the eve of ${title}`).toBeLessThanOrEqual(60);
  }
});

test('a race falls on its day also where that weekday is one of rest', () => {
  const { last, tasks } = planOf('Run 10 km', 'Never on Sundays. The race is on 18 April.');
  expect(last).toMatchObject({ date: '2027-04-18', title: expect.stringMatching(/^Finish 10 km/) });
  expect(tasks.filter(({ date }) => new Date(`${date}T12:00:00Z`).getUTCDay() === 0)).toHaveLength(1);
  const deadline = planOf('Learn to draw', 'Never on Sundays. By 18 April.');
  expect(deadline.tasks.filter(({ date }) => new Date(`${date}T12:00:00Z`).getUTCDay() === 0)).toHaveLength(0);
});

test('a plan without a named day ends with the goal itself, not with a review', () => {
  for (const [title, description, act] of [
    [
      "Solve the Rubik's cube in under a minute",
      'In 6 weeks. I need 3 minutes now.',
      /^Solve the Rubik's cube in under a minute/,
    ],
    ['Learn to juggle 5 balls in 3 months', 'I can do 3 balls.', /^Juggle 5 balls/],
    ['Publish my first game on itch.io by 1 March', '5 levels planned.', /^Publish your first game on itch\.io/],
    ['Save 3000 euros in 6 months', '', /^See 3,000 euros on the account/],
    ['Write a short story and send it to a magazine within 5 weeks', '', /^Send the story to the magazine/],
    ['Learn to play "Wonderwall" on guitar in 6 weeks', '', /^Play Wonderwall/],
  ] as const) {
    const { last, end } = planOf(title, description);
    expect(last?.title, title).toMatch(act);
    expect(daysBetween(last?.date ?? '', end), title).toBeLessThanOrEqual(1);
  }
  expect(planOf('Apprendre à jongler avec 3 balles en 3 semaines', '', 'fr').last?.title).toContain(
    'jongler avec 3 balles',
  );
});

test('a step that is the goal itself is the last of its playbook', () => {
  for (const { id, steps } of playbooks()) {
    const places = steps.flatMap(({ finale }, index) => (finale ? [index] : []));
    const after = steps.slice((places[0] ?? steps.length) + 1).filter(({ finale, before }) => !finale && before === 0);
    expect(after.map((step) => `${id}.${step.id}`)).toEqual([]);
  }
});

test('every event has words in every language', () => {
  for (const { id, words } of EVENTS)
    for (const language of LANGUAGES) expect(words[language], `${id} ${language}`).not.toEqual(undefined);
});

test('amounts are those of the goal, not of what stands beside it', () => {
  const words = planOf('Learn 500 Japanese words', 'I have 20 minutes on a 40 minute train ride. 12 weeks.');
  expect(words.plan.summary).toContain('500 new words in all');
  expect(words.last?.title).toMatch(/^Go through all 500 Japanese words/);
  const wall = planOf("Walk Hadrian's Wall, 84 miles", 'In May, I have two weeks off. I walk the dog 3 miles a day.');
  expect(wall.plan.playbook).toBe('hiking');
  expect(wall.plan.summary).toMatch(/on two days in a row.*7 days of about 12 miles/);
});
