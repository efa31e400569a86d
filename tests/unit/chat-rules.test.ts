import { describe, expect, test } from 'vitest';
import type { Task } from '../../lib/tasks/schema.ts';
import { callsOf, openTask, thinkAbout } from '../support/rules.ts';

const memories = [{ text: 'My wife is called Eva' }];
const think = (
  content: string,
  history: { content: string; response: string | null }[] = [],
  locale: string | null = null,
  tasks: Task[] = [],
) => thinkAbout(content, { history, locale, tasks, memories });
const calls = (content: string) => callsOf(think(content));

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
    ['herinner me vanavond om 8 uur aan de was', 'create_task', { title: 'Was', when: 'vanavond om 8 uur' }],
    ['herinner me morgen om te bellen', 'create_task', { title: 'Bellen', when: 'morgen' }],
    ['move gym to 7', 'reschedule_task', { task: 'gym', when: '7' }],
    ['push the dentist to Friday', 'reschedule_task', { task: 'dentist', when: 'Friday' }],
    ['push the dentist back a week', 'reschedule_task', { task: 'dentist', when: 'a week later' }],
    ['bring the call forward by an hour', 'reschedule_task', { task: 'call', when: 'an hour earlier' }],
    ['bring forward the call 30 minutes', 'reschedule_task', { task: 'call', when: '30 minutes earlier' }],
    ['delay dinner half an hour', 'reschedule_task', { task: 'dinner', when: 'half an hour later' }],
    ['put off the dentist for two weeks', 'reschedule_task', { task: 'dentist', when: 'two weeks later' }],
    ['verschieb den Friseur um eine Woche', 'reschedule_task', { task: 'Friseur', when: 'eine Woche später' }],
    ['zieh das Meeting eine Stunde vor', 'reschedule_task', { task: 'Meeting', when: 'eine Stunde früher' }],
    ['repousse le dentiste de deux jours', 'reschedule_task', { task: 'dentiste', when: 'deux jours plus tard' }],
    ["avance la réunion d'une heure", 'reschedule_task', { task: 'réunion', when: 'une heure plus tôt' }],
    ['retrasa la cita una semana', 'reschedule_task', { task: 'cita', when: 'una semana más tarde' }],
    ['adelanta la reunión media hora', 'reschedule_task', { task: 'reunión', when: 'media hora antes' }],
    ['adia o ginásio dois dias', 'reschedule_task', { task: 'ginásio', when: 'dois dias mais tarde' }],
    ['sposta la palestra di due giorni', 'reschedule_task', { task: 'palestra', when: 'due giorni più tardi' }],
    ["anticipa la riunione di un'ora", 'reschedule_task', { task: 'riunione', when: "un'ora prima" }],
    ['schuif de tandarts een week op', 'reschedule_task', { task: 'tandarts', when: 'een week later' }],
    ['vervroeg de vergadering met een uur', 'reschedule_task', { task: 'vergadering', when: 'een uur eerder' }],
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

describe('a name is no report of oneself, whatever it ends in', () => {
  test.each<[string, string, string]>([
    ['Café Friday at 5pm', 'Café', 'Friday at 5pm'],
    ['Andrei Friday 6pm', 'Andrei', 'Friday 6pm'],
    ['Ben Friday 6pm', 'Ben', 'Friday 6pm'],
    ['Bücherei Freitag um 9', 'Bücherei', 'Freitag um 9'],
    ['Marché samedi à 9h', 'Marché', 'samedi à 9h'],
    ['comité jueves a las 5', 'Comité', 'jueves a las 5'],
    ['vôlei sexta às 18h', 'Vôlei', 'sexta às 18h'],
    ['Ben bellen vrijdag om 18 uur', 'Ben bellen', 'vrijdag om 18 uur'],
    ['Read chapter 4 tomorrow at 6', 'Read chapter 4', 'tomorrow at 6'],
    ['buy me a coffee tomorrow at 5', 'Buy me a coffee', 'tomorrow at 5'],
    ['bring me the book at 5', 'Bring me the book', 'at 5'],
  ])('%s', (content, title, when) => {
    expect(calls(content)).toEqual([['create_task', { title, when }]]);
  });

  test.each([
    'slept well today at 5',
    'bin heute um 8 aufgewacht',
    'corrí 5 km hoy a las 8',
    'corri 5 km hoje às 8',
    'ben gelopen vandaag om 8',
    'ben moe vandaag om 8',
  ])('but a report is one: %s', (content) => {
    expect(calls(content)).toEqual([]);
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
  expect(think('what do you know about me?').text).toBe('This is what you told me:\n• “My wife is called Eva”');
  expect(think("what's my wife's name").text).toBe('You told me: “My wife is called Eva”.');
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
  expect(think('warum ist der himmel blau und das gras grün').text).toMatch(/^Das kann ich selbst nicht beantworten/);
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

const haircut = openTask('Haircut', 28, { scheduled_at: '2026-11-28T10:00:00Z' });

describe('a question does nothing', () => {
  const asked = [
    { content: 'done with the walk', response: 'Which one do you mean: Walk until the end of the park, today?' },
  ];
  test.each([
    'when does my plan end',
    'why only the park?',
    'wann endet mein Plan?',
    'pick a number between 1 and 10',
    'in how many weeks is 1 june',
  ])('%s', (content) => {
    expect(think(content, asked).calls).toEqual([]);
  });

  test.each([
    ['what time is my haircut?', 'Haircut: Saturday at 11 in the morning.'],
    ["when's the haircut", 'Haircut: Saturday at 11 in the morning.'],
    ['wann ist mein Haircut?', 'Haircut: Samstag um 11:00.'],
    ['à quelle heure est mon haircut ?', 'Haircut: samedi à 11:00.'],
    ['¿a qué hora es el haircut?', 'Haircut: sábado a las 11:00.'],
    ['quando é o haircut?', 'Haircut: sábado às 11:00.'],
    ['a che ora è il haircut?', 'Haircut: sabato alle 11:00.'],
    ['hoe laat is mijn haircut?', 'Haircut: zaterdag om 11:00.'],
  ])('%s is answered from the list', (content, answer) => {
    expect(think(content, [], null, [haircut])).toEqual({ text: answer, calls: [] });
  });

  test('and "it" is what was asked about', () => {
    const history = [
      { content: 'put milk on my list for friday', response: 'Milk is on your list for Friday.' },
      { content: 'what time is my haircut?', response: 'Haircut: Saturday at 11 in the morning.' },
    ];
    expect(think('make it 12 instead', history, null, [haircut]).calls).toMatchObject([
      { name: 'reschedule_task', arguments: { task: haircut.id, when: '12' } },
    ]);
  });

  test('a hard time is met once, not in all that is asked after it', () => {
    const history = [{ content: "I'm so tired lately", response: think("I'm so tired lately").text }];
    expect(think('what should i cook tonight', history).text).toMatch(/^That I can't answer or write by myself/);
  });

  test('what is remembered answers a question that names it', () => {
    expect(think('so who is Eva?').text).toBe('You told me: “My wife is called Eva”.');
    expect(think('is my wife called Eva?').text).toBe('You told me: “My wife is called Eva”.');
  });
});

describe('what repeats twice a day, what is to be cleared and what is not to be reminded of', () => {
  test.each<[string, [string, object][]]>([
    [
      'remind me to take my vitamins every morning and evening',
      [
        ['create_task', { title: 'Take my vitamins', when: 'every morning' }],
        ['create_task', { title: 'Take my vitamins', when: 'every evening' }],
      ],
    ],
    ['clear my saturday', [['cancel_task', { task: haircut.id }]]],
    ['stop reminding me about the haircut', [['cancel_task', { task: 'haircut', scope: 'series' }]]],
    ['erinnere mich nicht mehr an den Haircut', [['cancel_task', { task: 'Haircut', scope: 'series' }]]],
    ['ne me rappelle plus le haircut', [['cancel_task', { task: 'haircut', scope: 'series' }]]],
    ['can we do the haircut friday instead', [['reschedule_task', { task: 'haircut', when: 'friday' }]]],
    ["j'ai rendez-vous chez le dentiste mardi à 14h30", [['create_task', { title: 'Rendez-vous chez le dentiste' }]]],
    ['amanhã às 8 tenho consulta', [['create_task', { title: 'Consulta' }]]],
  ])('%s', (content, wanted) => {
    expect(think(content, [], null, [haircut]).calls).toMatchObject(
      wanted.map(([name, args]) => ({ name, arguments: args })),
    );
  });
});

test.each([
  ['sum 12, 45, 33.5 and 9', '= 99.5'],
  ['average of 4 8 15 16 23 42', '= 18'],
  ['durchschnitt von 2, 4 und 6', '= 4'],
  ['what weekday is 24 December 2027', 'Friday, 24 December 2027.'],
])('%s', (content, answer) => {
  expect(think(content).text).toMatch(new RegExp(`${answer.replaceAll('.', '[.]')}$`));
});

describe('what stands in quotes is the title, a time after an offer is its time, and words of time alone are no task', () => {
  test.each<[string, object[]]>([
    [
      'Add "submit expense report" for Thursday, should take about 45 minutes',
      [{ name: 'create_task', arguments: { title: 'Submit expense report', when: 'Thursday for 45 minutes' } }],
    ],
    ['And lunch with Priya on Friday at 12:30 at Cafe Nero', [{ name: 'create_task' }]],
    ['only on weekdays', []],
    ['today at 4', []],
    ['oops', []],
    ['how much have i done?', []],
    ['when am I free on Friday?', [{ name: 'list_tasks', arguments: { when: 'Friday' } }]],
    ['Zet tandarts op donderdag om half tien', [{ name: 'create_task', arguments: { title: 'Tandarts' } }]],
    ['Verschieb alles von Samstag auf Sonntag', [{ name: 'reschedule_task', arguments: { task: haircut.id } }]],
    ['déplace tout de samedi à dimanche', [{ name: 'reschedule_task', arguments: { task: haircut.id } }]],
    ['mueve todo del sábado al domingo', [{ name: 'reschedule_task', arguments: { task: haircut.id } }]],
  ])('%s', (content, wanted) => {
    expect(think(content, [], null, [haircut]).calls).toMatchObject(wanted);
  });

  test('an offer is taken with a time', () => {
    const history = [{ content: 'call the plumber', response: think('call the plumber').text }];
    expect(history[0]?.response).toBe('Shall I put “Call the plumber” on your list?');
    expect(think('today at 4', history).calls).toMatchObject([
      { name: 'create_task', arguments: { title: 'Call the plumber', when: 'today at 4' } },
    ]);
  });

  test('what takes weeks is offered as a goal, not as a task', () => {
    expect(think('I need to get in shape').text).toBe('Shall I make “Get in shape” a goal and plan it?');
  });

  test('a time that is asked for instead moves what was spoken of', () => {
    const history = [{ content: 'Zahnarzt am Donnerstag um 14 Uhr', response: 'Zahnarzt steht auf deiner Liste.' }];
    expect(think('Geht auch 15 Uhr?', history).calls).toMatchObject([
      { name: 'reschedule_task', arguments: { task: 'Zahnarzt', when: 'at 15:00' } },
    ]);
  });

  test.each([
    ['Quel jour sommes-nous ?', 'Nous sommes le mercredi 25 novembre 2026.'],
    ['¿Qué día es hoy?', 'Hoy es miércoles, 25 de noviembre de 2026.'],
    ['Wie spät ist es?', 'Es ist 08:30 Uhr.'],
    ['che ore sono?', 'Sono le 08:30.'],
  ])('%s', (content, answer) => {
    expect(think(content).text).toBe(answer);
  });
});

test.each<[string, object[]]>([
  [
    'remind me at 3 to call the bank and at 5 to pick up the kids',
    [
      { name: 'create_task', arguments: { title: 'Call the bank', when: 'at 3' } },
      { name: 'create_task', arguments: { title: 'Pick up the kids', when: 'at 5' } },
    ],
  ],
  ['schedule gym 3 times a week', [{ name: 'create_task', arguments: { title: 'Gym', when: '3 times a week' } }]],
  ["what's my plan for tomorrow?", [{ name: 'list_tasks', arguments: { when: 'tomorrow' } }]],
  ['exam friday 9am', [{ name: 'create_task', arguments: { title: 'Exam', when: 'friday 9am' } }]],
  ['delete everything you know about me', [{ name: 'forget', arguments: { fact: 'everything' } }]],
  ['I got promoted!!', []],
])('%s', (content, wanted) => {
  expect(think(content).calls).toMatchObject(wanted);
  expect(think(content).calls).toHaveLength(wanted.length);
});

test('what is overdue is moved, and nothing else', () => {
  const late = { ...haircut, id: 'b1e0a3a4-6f0e-4b52-9d0c-2f1f6f0f1a02', date: '2026-11-23', scheduled_at: null };
  for (const content of ['reschedule all overdue tasks to friday', 'verschieb alle überfälligen Aufgaben auf Freitag'])
    expect(think(content, [], null, [haircut, late]).calls).toMatchObject([
      { name: 'reschedule_task', arguments: { task: late.id } },
    ]);
});

test.each([
  'do i have anything between 1 and 4 on thursday',
  'tengo algo pasado mañana por la tarde?',
  'do I need to buy milk tomorrow?',
  'muss ich morgen um 9 zum Arzt?',
])('a question puts nothing on the list: %s', (content) => {
  expect(think(content).calls.filter(({ name }) => name !== 'list_tasks')).toEqual([]);
});
