import { describe, expect, test } from 'vitest';
import { thinkByRules } from '../../lib/chat/rules.ts';

/** A Wednesday morning in Berlin. */
const now = new Date('2026-11-25T07:30:00Z');
const think = (
  content: string,
  history: { content: string; response: string | null }[] = [],
  locale: string | null = null,
) =>
  thinkByRules(
    {
      content,
      history,
      person: {
        person: { name: 'Tom', timezone: 'Europe/Berlin', locale, daily_minutes: 60 },
        goals: [],
        tasks: { from: '2026-11-18', to: '2026-12-01', tasks: [], series: [] },
        memories: [{ text: 'My wife is called Eva' }],
      },
    },
    now,
  );
const calls = (content: string) => think(content).calls.map(({ name, arguments: args }) => [name, args]);

describe('what is asked for is one intent', () => {
  test.each<[string, string, object]>([
    ["what's on tomorrow", 'list_tasks', { when: 'tomorrow' }],
    ['whats on tmrw', 'list_tasks', { when: 'tmrw' }],
    ['what do I have today?', 'list_tasks', { when: 'today' }],
    ['anything on friday evening', 'list_tasks', { when: 'friday evening' }],
    ['schedule for next week pls', 'list_tasks', { when: 'next week' }],
    ['what did I miss', 'list_tasks', { when: 'overdue' }],
    ['add milk to my list', 'create_task', { title: 'Milk' }],
    ['remind me to call mum at 6', 'create_task', { title: 'Call mum', when: 'at 6' }],
    ['Remind me tomorrow at 9 to call the bank', 'create_task', { title: 'Call the bank', when: 'tomorrow at 9' }],
    ['i need to pick up the kids at 3pm', 'create_task', { title: 'Pick up the kids', when: 'at 3pm' }],
    ['dentist friday 10am', 'create_task', { title: 'Dentist', when: 'friday 10am' }],
    [
      'call mum tomorrow at 6 about the trip',
      'create_task',
      { title: 'Call mum about the trip', when: 'tomorrow at 6' },
    ],
    ['move gym to 7', 'reschedule_task', { task: 'gym', when: '7' }],
    ['push the dentist to Friday', 'reschedule_task', { task: 'dentist', when: 'Friday' }],
    ['shift yoga by one day', 'reschedule_task', { task: 'yoga', when: 'one day later' }],
    ['I finished the run', 'complete_task', { task: 'run' }],
    ['I bought the milk', 'complete_task', { task: 'buy the milk' }],
    ['i went for a run', 'complete_task', { task: 'run' }],
    ['cancel yoga tomorrow', 'cancel_task', { task: 'yoga tomorrow' }],
    ['rename gym to weights', 'rename_task', { task: 'gym', title: 'Weights' }],
    ['how am I doing', 'get_goal_progress', {}],
    ['how is my marathon goal', 'get_goal_progress', { goal: 'marathon' }],
    ['what are my goals', 'list_goals', {}],
    ['I want to run a marathon in 20 weeks', 'create_goal', { title: 'Run a marathon', target_date: '2027-04-13' }],
    [
      'I want to run a 10k in spring, can you help me plan that?',
      'create_goal',
      { title: 'Run a 10k', target_date: '2027-05-31' },
    ],
    ['make my marathon plan easier', 'replan_goal', { goal: 'marathon', instructions: 'easier' }],
    ['remember that my wife is called Eva', 'remember', { fact: 'My wife is called Eva' }],
    ["my sister's name is Ana, not Anna", 'remember', { fact: "My sister's name is Ana, not Anna" }],
    ['forget that I work from home', 'forget', { fact: 'I work from home' }],
    ['forget everything', 'forget', { fact: 'everything' }],
    ['search my notes for passport', 'search_notes', { query: 'passport' }],
    ['oops, undo that', 'undo_last', {}],
    ['was steht morgen an?', 'list_tasks', { when: 'morgen' }],
    ['erinnere mich um 18 Uhr an den Zahnarzt', 'create_task', { title: 'Zahnarzt', when: 'um 18 Uhr' }],
    ['ich habe die Milch gekauft', 'complete_task', { task: 'Milch' }],
    ['verschiebe Yoga auf Freitag', 'reschedule_task', { task: 'Yoga', when: 'Freitag' }],
    ["qu'est-ce que j'ai demain ?", 'list_tasks', { when: 'demain' }],
    ["rappelle-moi d'appeler maman à 18h", 'create_task', { title: 'Appeler maman', when: 'à 18h' }],
    ['¿qué tengo mañana?', 'list_tasks', { when: 'mañana' }],
    ['recuérdame llamar a mamá a las 6', 'create_task', { title: 'Llamar a mamá', when: 'a las 6' }],
    ['o que tenho amanhã?', 'list_tasks', { when: 'amanhã' }],
    ['cosa ho domani?', 'list_tasks', { when: 'domani' }],
    ['ricordami di chiamare la mamma alle 18', 'create_task', { title: 'Chiamare la mamma', when: 'alle 18' }],
    ['wat heb ik morgen?', 'list_tasks', { when: 'morgen' }],
    ['voeg melk toe aan mijn lijst', 'create_task', { title: 'Melk' }],
  ])('%j', (content, name, args) => {
    expect(calls(content)).toEqual([[name, args]]);
  });
});

test('several things at once are each done', () => {
  expect(calls('add gym tomorrow at 7 and remind me to call mum at 6')).toEqual([
    ['create_task', { title: 'Gym', when: 'tomorrow at 7' }],
    ['create_task', { title: 'Call mum', when: 'at 6' }],
  ]);
  expect(calls('done with gym and yoga').map(([, args]) => args)).toEqual([{ task: 'gym' }, { task: 'yoga' }]);
  expect(think('thanks, and whats on tomorrow?')).toMatchObject({
    text: "You're very welcome!",
    calls: [{ name: 'list_tasks' }],
  });
});

describe('nothing is done that nobody asked for', () => {
  test.each([
    'translate good morning into french',
    'I work 9-5',
    'whats the weather tomorrow',
    "what's on your mind",
    'I have a dog',
    'I want to eat pizza',
    'I did not do the gym',
    'call me at 555-1234',
    'what is love',
    'explain photosynthesis at 5',
    'cancel everything',
    'move everything to the moon',
    'room 12-14',
    'Mon-Fri',
    'I was at the gym on Monday, it was fun',
    'my boss said we meet tomorrow at 9',
    'forget it',
    'wait, friday',
    'nein, um 16 Uhr',
    'no, a las 6',
    'I lost my keys',
  ])('%j', (content) => {
    expect(calls(content)).toEqual([]);
    expect(think(content).text).not.toBe('');
  });
});

test('what is remembered is told, and a part of it', () => {
  expect(think('what do you know about me?').text).toBe('This is what I remember:\n• My wife is called Eva');
  expect(think("what's my wife's name").text).toBe('My wife is called Eva');
  expect(think("what's my shoe size").text).toMatch(/don't know that yet/);
});

test('days are counted and named', () => {
  expect(think('how many days until christmas').text).toBe('30 days until Friday, 25 December 2026.');
  expect(think('what day is it?').text).toBe("It's Wednesday, 25 November 2026.");
  expect(think('what time is it').text).toBe("It's 08:30.");
});

test('a yes takes an offer with its time, and a time answers when', () => {
  const offered = think('barbecue saturday').text;
  expect(offered).toBe('Shall I put “Barbecue saturday” on your list?');
  expect(think('yes', [{ content: 'barbecue saturday', response: offered }]).calls).toMatchObject([
    { name: 'create_task', arguments: { title: 'Barbecue', when: 'saturday' } },
  ]);
  const asked = [{ content: 'move the dentist', response: 'When should it be instead?' }];
  expect(think('friday at 3', asked).calls).toMatchObject([
    { name: 'reschedule_task', arguments: { task: 'dentist', when: 'friday at 3' } },
  ]);
  expect(think('what are my goals', asked).calls).toMatchObject([{ name: 'list_goals' }]);
});

describe('a correction is of the task before it', () => {
  test.each<[string, string, object]>([
    ['gotta ring the dentist at 3 tomorrow', 'no, 4 not 3', { task: 'Ring the dentist', when: 'at 4' }],
    ['call mum at 6pm today', 'sorry, 7 not 6', { task: 'Call mum', when: 'at 7' }],
    ['dentist friday 10am', 'not friday, saturday', { task: 'Dentist', when: 'saturday' }],
    ['ich muss morgen um 15 Uhr zum Zahnarzt', 'nein, um 16 Uhr', { task: 'Zum Zahnarzt', when: 'at 16:00' }],
    ['je dois appeler maman demain à 14h', 'non, 15h plutôt', { task: 'Appeler maman', when: 'at 15:00' }],
    ['mañana a las 5 tengo que ir al taller', 'no, a las 6', { task: 'Ir al taller', when: 'a las 6' }],
    ['amanhã às 15h tenho que ir ao banco', 'não, às 16h', { task: 'Ir ao banco', when: 'at 16:00' }],
    ['domani alle 17 devo andare dal medico', 'no, alle 18', { task: 'Andare dal medico', when: 'at 18:00' }],
    ['ik moet morgen om 3 uur naar de tandarts', 'nee, om 4 uur', { task: 'Naar de tandarts', when: 'om 4 uur' }],
  ])('%j, %j', (before, said, args) => {
    expect(think(said, [{ content: before, response: 'Done.' }]).calls).toMatchObject([
      { name: 'reschedule_task', arguments: args },
    ]);
    expect(calls(said)).toEqual([]);
  });

  test('"that one" is what was spoken of, over a correction between', () => {
    const history = [
      { content: 'dentist friday 10am', response: 'Done.' },
      { content: 'not friday, saturday', response: 'Done.' },
    ];
    expect(think('delete that one', history).calls).toMatchObject([
      { name: 'cancel_task', arguments: { task: 'Dentist' } },
    ]);
    const listed = [{ content: "what's on today?", response: 'You have 2 tasks.' }];
    expect(think('delete that one', listed).calls).toMatchObject([{ arguments: { task: 'that one' } }]);
  });

  test('a request with a verb of its own is no answer to which task was meant', () => {
    const asked = [{ content: 'mark it done', response: 'Which one do you mean: Buy stamps; and Dentist?' }];
    expect(think('make the stamps urgent', asked).calls).toEqual([]);
  });
});

test('two deeds in one sentence are two tasks on its day', () => {
  const parts: [string, object[]][] = [
    [
      'gotta ring the dentist at 3 tomorrow and pick up milk on the way home',
      [
        { title: 'Ring the dentist', when: 'at 3 tomorrow' },
        { title: 'Pick up milk on the way home', when: '2026-11-26' },
      ],
    ],
    [
      'ich muss morgen um 15 Uhr zum Zahnarzt und danach noch Milch holen',
      [
        { title: 'Zum Zahnarzt', when: 'morgen um 15 Uhr' },
        { title: 'Milch holen', when: '2026-11-26' },
      ],
    ],
    [
      'mañana a las 5 tengo que llevar el coche al taller y comprar leche',
      [
        { title: 'Llevar el coche al taller', when: 'mañana a las 5' },
        { title: 'Comprar leche', when: '2026-11-26' },
      ],
    ],
  ];
  for (const [line, tasks] of parts) expect(calls(line)).toEqual(tasks.map((task) => ['create_task', task]));
  expect(calls('i need to meet Tom at 5 tomorrow and give him the keys')).toHaveLength(1);
  expect(calls('ich muss morgen mit Anna und den Kindern essen')).toHaveLength(1);
});

describe('the week, what is done, what weeks take and what was kept, in other words', () => {
  test.each<[string, string, object]>([
    ['whats my week look like', 'list_tasks', { when: 'this week' }],
    ['Wie sieht meine Woche aus?', 'list_tasks', { when: 'this week' }],
    ['et ma semaine ?', 'list_tasks', { when: 'this week' }],
    ['¿cómo va mi semana?', 'list_tasks', { when: 'this week' }],
    ['como está a minha semana?', 'list_tasks', { when: 'this week' }],
    ["com'è la mia settimana?", 'list_tasks', { when: 'this week' }],
    ['hoe ziet mijn week eruit?', 'list_tasks', { when: 'this week' }],
    ['morning! anything on today?', 'list_tasks', { when: 'today' }],
    ['sexta às 10 tenho que ligar ao banco', 'create_task', { title: 'Ligar ao banco', when: 'sexta às 10' }],
    ['venerdì alle 10 devo chiamare la banca', 'create_task', { title: 'Chiamare la banca', when: 'venerdì alle 10' }],
    ['buenas, ¿qué tengo hoy?', 'list_tasks', { when: 'hoy' }],
    ['die Milch hab ich schon', 'complete_task', { task: 'Milch' }],
    ["le pain c'est fait", 'complete_task', { task: 'pain' }],
    ["il latte l'ho già preso", 'complete_task', { task: 'latte' }],
    ['melk heb ik al gehaald', 'complete_task', { task: 'melk' }],
    ['my blood type is O negative, keep that in mind', 'remember', { fact: 'My blood type is O negative' }],
  ])('%j', (content, name, args) => {
    expect(calls(content)).toEqual([[name, args]]);
  });

  test.each([
    "je voudrais apprendre l'espagnol",
    'voglio smettere di fumare',
    'quiero ahorrar 2000 euros',
    'ich will Gitarre lernen',
    'quero aprender violão',
    'ik wil stoppen met roken',
  ])('%j is offered as a goal', (content) => {
    expect(think(content)).toMatchObject({
      calls: [],
      text: expect.stringMatching(/goal|objecti|objeti|obiettivo|Ziel|doel/),
    });
  });

  test.each([
    ['wie viele Tage noch bis Weihnachten?', 'Noch 30 Tage bis Freitag, 25. Dezember 2026.'],
    ['quantos dias faltam para o natal?', 'Faltam 30 dias até sexta-feira, 25 de dezembro de 2026.'],
    ['hoeveel dagen tot kerst?', 'Nog 30 dagen tot vrijdag 25 december 2026.'],
  ])('%j', (content, answer) => {
    expect(think(content).text).toBe(answer);
  });
});

describe('feelings are met, and nothing is made of them', () => {
  test.each([
    ['my nan passed away on Sunday', /sorry for your loss/],
    ['meine Oma ist gestern gestorben', /Beileid/],
    ['mon chien est mort ce matin', /condoléances/],
    ['ha muerto mi abuelo', /acompaño/],
    ['minha avó morreu ontem', /sentimentos/],
    ['è morto mio nonno', /condoglianze/],
    ['mijn oma is overleden', /gecondoleerd/],
    ['I got the job!!!', /congratulations/],
    ['im knackered, slept like rubbish', /kind to yourself/],
    ['ich bin total fertig heute', /gut zu dir/],
    ['I took a whole packet of paracetamol an hour ago', /./],
    ['call an uber for me', /can't call/],
    ['appelle ma mère', /ni appeler/],
  ])('%j', (content, answer) => {
    expect(think(content)).toMatchObject({ calls: [], text: expect.stringMatching(answer) });
    expect(think(content).text).not.toMatch(/Well done|didn't quite catch/);
  });

  test('what the condolence suggests to say is a request', () => {
    const [, suggested = ''] = /“(.+)”/.exec(think('my nan died').text) ?? [];
    expect(suggested).not.toBe('');
    expect(think(suggested).text).toBe('There is nothing open to change there.');
  });

  test('what follows is still met', () => {
    const loss = [{ content: 'my nan died', response: think('my nan died').text }];
    expect(think('i dont know how to tell the kids', loss).text).toMatch(/kind to yourself/);
  });
});

test('small talk and what cannot be done are answered in the language of the words, else of the account', () => {
  expect(think('hallo').text).toMatch(/^Hallo! Was schauen/);
  expect(think('gracias').text).toBe('¡Con mucho gusto!');
  expect(think('ok', [], 'fr-FR').text).toMatch(/^Bien\./);
  expect(think('warum ist der himmel blau und das gras grün').text).toMatch(/nicht ganz verstanden/);
  expect(think('asdfgh', [], 'it-IT').text).toMatch(/^Non ho capito/);
});

test('a message of any length and kind is thought about quickly', () => {
  for (const content of [
    'a '.repeat(10_000),
    'add '.repeat(150),
    `remind me to ${'x at '.repeat(110)}`,
    '('.repeat(600),
    'and '.repeat(150),
  ]) {
    expect(() => think(content)).not.toThrow();
  }
});
