import { describe, expect, test } from 'vitest';
import { WORDS } from '../../lib/chat/rule-words.ts';
import { REPLIES } from '../../lib/chat/small-talk-replies.ts';
import { isTime } from '../../lib/chat/task-line.ts';
import type { Language } from '../../lib/language/languages.ts';
import { holdsSecret } from '../../lib/memory/sensitive.ts';
import { callsOf, openTask, thinkAbout } from '../support/rules.ts';

const tasks = [openTask('Dentist', 25), openTask('Plumber', 27)];
const memories = [{ text: 'I am allergic to nuts' }, { text: 'A minha filha tem 6 anos' }];
const think = (content: string, locale: string | null = null, history: { content: string; response: string }[] = []) =>
  thinkAbout(content, { locale, history, tasks, memories });
const calls = (content: string, locale?: string) => callsOf(think(content, locale));

describe('a clause that explains changes nothing of what is asked', () => {
  test.each<[string, string, object]>([
    ["cancel the plumber, he can't make it", 'cancel_task', { task: 'plumber' }],
    ['streich den Klempner, er kommt nicht', 'cancel_task', { task: 'Klempner' }],
    ["annule le plombier, il n'est pas libre", 'cancel_task', { task: 'plombier' }],
    ['cancela el dentista, no puedo ir', 'cancel_task', { task: 'dentista' }],
    ['cancela o dentista, não posso ir', 'cancel_task', { task: 'dentista' }],
    ['cancella il dentista, non posso andare', 'cancel_task', { task: 'dentista' }],
    ['annuleer de tandarts, ik ben ziek', 'cancel_task', { task: 'tandarts' }],
    ['remind me to water the basil at 6, it looks sad', 'create_task', { title: 'Water the basil', when: 'at 6' }],
  ])('%s', (content, name, args) => {
    expect(calls(content)).toEqual([[name, args]]);
  });

  test('but what is to be remembered is kept whole', () => {
    expect(calls('remember that Ben is vegan, he eats no fish')).toEqual([
      ['remember', { fact: 'Ben is vegan, he eats no fish' }],
    ]);
  });

  test('and a time in it counts', () => {
    expect(calls("remind me to buy a cake, it's Anna's birthday on Friday")).not.toEqual([
      ['create_task', { title: 'Buy a cake' }],
    ]);
  });
});

describe('what is asked in several sentences', () => {
  test('what was not done is not ticked off with what was', () => {
    expect(calls('tick off the dentist and the plumber. still havent called grandma')).toEqual([
      ['complete_task', { task: 'dentist' }],
      ['complete_task', { task: 'plumber' }],
    ]);
  });

  test('what is not understood is named', () => {
    const { calls: done, text } = think('cancel the plumber. who won the game?');
    expect(done.map(({ name }) => name)).toEqual(['cancel_task']);
    expect(text).toContain('“who won the game”');
  });

  test.each<[string, string[]]>([
    ['I paid the electric bill and sent the form to school', ['pay the electric bill', 'send the form to school']],
    ['ya hice la compra y llamé al banco', ['compra', 'banco']],
    ['ho pagato la bolletta e ho chiamato Anna', ['bolletta', 'Anna']],
    ["j'ai payé la facture et j'ai appelé Anna", ['facture', 'Anna']],
  ])('each deed is ticked off: %s', (content, deeds) => {
    expect(calls(content)).toEqual(deeds.map((deed) => ['complete_task', { task: deed }]));
  });

  test('a story is no list of requests', () => {
    expect(calls('My boss said to move the meeting. I said no. He was angry. Then we left.')).toEqual([]);
  });
});

describe('"it" is no title', () => {
  test.each(['new tyres for the car, put it on the list', 'I need new tyres for the car, add it to my list'])(
    '%s',
    (content) => {
      expect(calls(content)).toEqual([['create_task', { title: 'New tyres for the car' }]]);
    },
  );
  test.each(['put it on the list', 'add that', 'and add half an hour to get there'])('%s alone', (content) => {
    expect(calls(content).filter(([, args]) => Object.hasOwn(Object(args), 'title'))).toEqual([]);
  });
});

test.each(['feeling pretty good today, actually slept 8 hours', 'slept 3 hours last night', 'pff heute um 8'])(
  'nothing is put on the list of how somebody is: %s',
  (content) => {
    expect(think(content)).toMatchObject({ calls: [], text: expect.not.stringMatching(/on your list\?/) });
  },
);

describe('a correction after another request', () => {
  test.each<[string, string, string, object]>([
    ['nl', 'herinner me om 5 uur aan de was', 'o nee doe maar half 6', { task: 'Was', when: 'half 6' }],
    ['fr', 'décale le coiffeur à samedi 11h', 'non pardon, 10h', { task: 'coiffeur', when: '10h' }],
    ['es', 'recuérdame llamar a Ana a las 5', 'no perdona, mejor a las 6', { when: 'a las 6' }],
    ['de', 'Erinnere mich um 5 an die Wäsche', 'ach nein, doch lieber um 6', { task: 'Wäsche', when: 'um 6' }],
    ['it', 'ricordami di chiamare Ana alle 5', 'scusa, facciamo alle 6', { when: 'alle 6' }],
  ])('%s: %s, %s', (locale, content, said, args) => {
    expect(think(said, locale, [{ content, response: 'Done.' }]).calls).toMatchObject([
      { name: 'reschedule_task', arguments: args },
    ]);
  });
});

describe('what is remembered is said as the words of the person', () => {
  test('in quotes', () => {
    expect(think('what do you know about me?').text).toContain('“I am allergic to nuts”');
  });
  test.each([
    ['pt', 'corri 5 km hoje, quanto falta pra minha meta?'],
    ['de', 'bin heute total platt, was davon kann warten?'],
  ])('and only where it is what was asked: %s %s', (locale, content) => {
    expect(think(content, locale).text).not.toMatch(/allergic|filha/);
  });
});

describe('what was, what is late, what this month has, what was done, in seven languages', () => {
  test.each<[string, object]>([
    ["what's overdue?", { when: 'overdue' }],
    ['was ist überfällig?', { when: 'overdue' }],
    ["qu'est-ce qui est en retard ?", { when: 'overdue' }],
    ['¿tengo algo atrasado?', { when: 'overdue' }],
    ['tenho alguma tarefa atrasada?', { when: 'overdue' }],
    ["c'è qualcosa di scaduto?", { when: 'overdue' }],
    ['wat is er te laat?', { when: 'overdue' }],
    ['what was on last week', { when: 'last week' }],
    ['was hatte ich letzte Woche', { when: 'letzte Woche' }],
    ["qu'est-ce que j'avais la semaine dernière ?", { when: 'la semaine dernière' }],
    ['¿qué tenía la semana pasada?', { when: 'la semana pasada' }],
    ['o que tinha na semana passada?', { when: 'na semana passada' }],
    ['cosa avevo la settimana scorsa?', { when: 'la settimana scorsa' }],
    ['wat had ik vorige week?', { when: 'vorige week' }],
    ['was steht diesen Monat an', { when: 'diesen Monat' }],
    ["qu'est-ce que j'ai ce mois-ci ?", { when: 'ce mois' }],
    ['¿qué tengo este mes?', { when: 'este mes' }],
    ['o que tenho este mês?', { when: 'este mês' }],
    ['cosa ho questo mese?', { when: 'questo mese' }],
    ['wat heb ik deze maand?', { when: 'deze maand' }],
    ['what did I get done yesterday?', { when: 'yesterday', status: 'done' }],
    ['was habe ich gestern geschafft?', { when: 'gestern', status: 'done' }],
    ["qu'est-ce que j'ai fait hier ?", { when: 'hier', status: 'done' }],
    ['¿qué hice ayer?', { when: 'ayer', status: 'done' }],
    ['o que fiz ontem?', { when: 'ontem', status: 'done' }],
    ['cosa ho fatto ieri?', { when: 'ieri', status: 'done' }],
    ['wat heb ik gisteren gedaan?', { when: 'gisteren', status: 'done' }],
    ['do I have anything with Dana this month', { about: 'Dana', when: 'this month' }],
    ['habe ich etwas mit Dana diese Woche?', { about: 'Dana', when: 'diese Woche' }],
    ['Anything I need to do tomorrow morning?', { when: 'tomorrow morning' }],
    ['wat moet ik vandaag nog doen?', { when: 'vandaag' }],
    ['what have I got today', { when: 'today' }],
    ['What have I got on tomorrow?', { when: 'tomorrow' }],
    ['what have I got done today', { when: 'today', status: 'done' }],
    ['am I late', { when: 'overdue' }],
    ['what tasks are overdue', { when: 'overdue' }],
  ])('%s', (content, args) => {
    expect(calls(content)).toEqual([['list_tasks', args]]);
  });
});

test.each([
  'is the gym open late',
  'are you late',
  'what do people do late',
  'what is too late',
  'ist der Zug überfällig',
  'est-ce que Paul est en retard',
  '¿qué tren está retrasado?',
  'tem um trem atrasado?',
  "c'è un treno in ritardo?",
  'is de trein te laat',
])('what else is late is not asked of the list: %s', (content) => {
  expect(calls(content)).toEqual([]);
});

describe('what others called off or moved', () => {
  test.each<[string, string, object]>([
    ['the plumber cancelled on me', 'cancel_task', { task: 'plumber', scope: 'one' }],
    ['der Dentist hat abgesagt', 'cancel_task', { task: 'Dentist', scope: 'one' }],
    ['the dentist got cancelled', 'cancel_task', { task: 'dentist', scope: 'one' }],
    ['Dentist ist abgesagt, streich den bitte', 'cancel_task', { task: 'Dentist', scope: 'one' }],
    ['dentist moved to Friday same time', 'reschedule_task', { task: 'dentist', when: 'Friday' }],
  ])('%s', (content, name, args) => {
    expect(calls(content)).toEqual([[name, args]]);
  });
  test('changes nothing where it is not on the list', () => {
    expect(calls('my flight got cancelled')).toEqual([]);
  });
});

describe('a question, a negation and a condition change nothing', () => {
  test.each([
    'is the dentist cancelled?',
    'was the plumber cancelled',
    'has the plumber cancelled?',
    'Has the dentist been moved to Friday?',
    'The dentist is not cancelled',
    "the dentist isn't cancelled",
    'the dentist might be cancelled',
    'the dentist was almost cancelled',
    'the dentist is not done',
    "the dentist isn't done",
    'dentist done?',
    'if it rains, cancel the dentist',
    'cancel the dentist if it rains',
    'move the dentist to Friday unless they call',
    'Dentist ist nicht abgesagt',
    'ist der Dentist abgesagt?',
    'wenn es regnet, streich den Dentist',
    'streich den Dentist, falls es regnet',
    "le dentist n'est pas annulé",
    'le dentist est annulé ?',
    "s'il pleut, annule le dentist",
    'annule le dentist si le docteur appelle',
    'el dentist no está cancelado',
    '¿el dentist ha cancelado?',
    'si llueve mañana, cancela el dentist',
    'el dentist no está hecho',
    'o dentist não foi cancelado',
    'o dentist foi cancelado?',
    'se chover amanhã, cancela o dentist',
    'o dentist não está feito',
    'il dentist non ha annullato',
    'il dentist ha annullato?',
    'se piove domani, cancella il dentist',
    'il dentist non è fatto',
    'is de dentist afgezegd?',
    'de dentist is niet afgezegd',
    'als het morgen regent, annuleer de dentist',
    'once the plumber is done, cancel the dentist',
    'when the plumber is done, cancel the dentist',
    'sobald der Plumber fertig ist, streich den Dentist',
    'move the dentist to 7pm if it rains',
    'streich den Dentist nicht',
    'annuleer de dentist niet',
  ])('%s', (content) => {
    expect(calls(content)).toEqual([]);
  });

  test.each([
    'if the dentist is cancelled, remind me to go to the gym at 5',
    "si le dentist est annulé, rappelle-moi d'aller au gym à 17h",
    'si el dentist ha cancelado, recuérdame ir al gym a las 5',
    'se o dentist cancelou, lembra-me de ir ao gym às 17h',
    'se il dentist ha annullato, ricordami di andare in gym alle 17',
    'als de dentist is afgezegd, herinner me om 5 uur aan de gym',
  ])('but the reminder is made: %s', (content) => {
    expect(calls(content).map(([name]) => name)).toEqual(['create_task']);
  });

  test.each([
    'if you can, cancel the dentist',
    "cancel the dentist if that's ok",
    'wenn du kannst, streich den Dentist',
    "annule le dentist si c'est possible",
    'cancela el dentist si puedes',
    'cancella il dentist, se va bene',
    'annuleer de dentist als dat kan',
    "cancel the dentist, not sure if I'm free",
    'the dentist appointment on Wednesday got cancelled',
    'the dentist is off',
  ])('what is no condition and no question is done: %s', (content) => {
    expect(calls(content).map(([name]) => name)).toEqual(['cancel_task']);
  });

  test.each(["I'm done with the dentist, ok?", 'mark the dentist done?'])('nor is a tag a question: %s', (content) => {
    expect(calls(content)).toEqual([['complete_task', { task: 'dentist' }]]);
  });

  test('somebody who is off is no meeting that is off', () => {
    const meeting = [openTask('Meeting with Dana', 26)];
    expect(callsOf(thinkAbout('Dana is off', { tasks: meeting }))).toEqual([]);
    expect(callsOf(thinkAbout('Dana cancelled', { tasks: meeting }))).toHaveLength(1);
  });
});

test.each<[string, string, string]>([
  ['cancel the dentist appointment', 'cancel_task', 'dentist appointment'],
  ['move the payment to Friday', 'reschedule_task', 'payment'],
  ['done with the document', 'complete_task', 'document'],
  ['cancel the juice fast', 'cancel_task', 'juice fast'],
  ['annule le dentiste du 3 mai', 'cancel_task', 'dentiste du 3 mai'],
])('a name that ends like a negation is a name: %s', (content, name, task) => {
  expect(callsOf(think(content))).toMatchObject([[name, { task }]]);
});

describe('one of a series or all of it', () => {
  const asked = [
    { content: 'delete the bins thing', response: 'Take out the bins, tomorrow: Only this one, or the whole series?' },
  ];
  test.each<[string, string | undefined]>([
    ['all of them', 'series'],
    ['the whole series', 'series'],
    ['just this one', 'one'],
    ['what is on tomorrow?', undefined],
  ])('%s', (content, scope) => {
    const [call] = think(content, null, asked).calls;
    expect(call?.arguments.scope).toBe(scope);
  });
});

test('a newer number about the same is kept without being asked for, another is not', () => {
  const words = (content: string) => think(content, null).calls.map(({ name }) => name);
  expect(words('na verdade a minha filha tem 7 anos agora')).toEqual(['remember']);
  expect(words('my train leaves at 9')).toEqual([]);
  expect(words("My head hurts, I can't work")).toEqual([]);
});

describe('how somebody is and what went wrong is met in their language', () => {
  const of = (language: Language, talk: 'tired' | 'complaint' | 'glad' | 'weather') => REPLIES[language][talk];
  test.each<[Language, 'tired' | 'complaint' | 'glad' | 'weather', string]>([
    ['en', 'tired', 'ugh what a day'],
    ['en', 'tired', "I have way too much going on and don't know where to start"],
    ['de', 'tired', 'puh, ich weiß gar nicht, wo ich anfangen soll'],
    ['fr', 'tired', "j'ai beaucoup trop de choses à faire"],
    ['es', 'tired', 'uf, vaya día'],
    ['pt', 'tired', 'não sei por onde começar'],
    ['it', 'tired', 'che giornata'],
    ['nl', 'tired', 'pff ik heb nergens zin in vandaag'],
    ['en', 'complaint', 'you forgot to remind me yesterday!! I missed my appointment'],
    ['en', 'complaint', 'thats not what I asked'],
    ['en', 'complaint', 'sorry wrong list, that was for work'],
    ['de', 'complaint', 'das habe ich nicht gemeint'],
    ['fr', 'complaint', "ce n'est pas ce que j'ai demandé"],
    ['es', 'complaint', 'eso no es lo que pedí'],
    ['pt', 'complaint', 'não foi isso que eu pedi'],
    ['it', 'complaint', 'non è quello che ho chiesto'],
    ['nl', 'complaint', 'dat bedoelde ik niet'],
    ['en', 'glad', 'feeling pretty good today, actually slept 8 hours'],
    ['de', 'glad', 'mir geht es heute richtig gut'],
    ['fr', 'glad', "je me sens beaucoup mieux aujourd'hui"],
    ['es', 'glad', 'hoy he dormido muy bien'],
    ['en', 'weather', 'will it rain this afternoon?'],
    ['it', 'weather', 'domani piove?'],
  ])('%s %s: %s', (language, talk, content) => {
    expect(think(content, language)).toEqual({ text: of(language, talk), calls: [] });
  });

  test('two in one message are two lines', () => {
    expect(think('merci beaucoup, bonne soirée !', 'fr').text).toBe(`${REPLIES.fr.thanks} ${REPLIES.fr.bye}`);
  });

  test('a request beside it is carried out', () => {
    expect(calls('feeling great, add a run at 6')).toEqual([['create_task', { title: 'A run', when: 'at 6' }]]);
  });
});

describe("what isn't known yet is kept when it is told", () => {
  test.each<[string, string, string, string]>([
    ['en', 'whats my license plate again', "it's 7KLM204, remember it", 'License plate: 7KLM204'],
    ['de', 'wie heißt meine Schwester', 'sie heißt Ana', 'Schwester: Ana'],
    ['es', '¿cómo se llama mi hermana?', 'se llama Ana', 'Hermana: Ana'],
    ['en', "what's my shoe size", '43', 'Shoe size: 43'],
    ['de', 'wie heißt mein Arzt', 'Dr. Weber', 'Arzt: Dr. Weber'],
  ])('%s: %s %s', (locale, content, said, fact) => {
    const response = think(content, locale).text;
    expect(think(said, locale, [{ content, response }]).calls).toMatchObject([
      { name: 'remember', arguments: { fact } },
    ]);
  });
});

test.each([
  'no idea',
  'thanks',
  'what is on today?',
  'call mum',
  "I don't know that yet",
  'whatever',
  'Wrong',
  "it's fine",
  "that's okay, thanks",
  'it is what it is',
  'let me check',
  "I'll look",
  'later maybe',
  'no way',
  'hmm why',
])('%s is no such answer', (said) => {
  const history = [{ content: "what's my shoe size", response: think("what's my shoe size").text }];
  expect(think(said, null, history).calls.filter(({ name }) => name === 'remember')).toEqual([]);
});

test.each([
  'have I missed anything this week',
  'have you moved the dentist to friday',
  'make me a shopping list for lasagna',
])('nothing is put on the list by a question or a wish for a text: %s', (content) => {
  const { calls: made, text } = think(content);
  expect(made.filter(({ name }) => name === 'create_task')).toEqual([]);
  expect(text).not.toMatch(/on your list\?$/);
});

describe('what is taken back in the same breath is not done', () => {
  test.each<[Language, string]>([
    ['en', 'move the dentist. actually no, leave it'],
    ['en', 'cancel the dentist, no'],
    ['en', 'move the dentist to 8, never mind'],
    ['en', 'cancel the dentist and the plumber, stop'],
    ['de', 'streich den Zahnarzt, nein'],
    ['fr', 'annule le dentiste, non'],
    ['es', 'cancela el dentista, no'],
    ['pt', 'cancela o dentista, não'],
    ['it', 'cancella il dentista, niente'],
    ['nl', 'annuleer de tandarts, laat maar'],
  ])('%s: %s', (language, content) => {
    expect(think(content, language)).toEqual({ text: REPLIES[language].never, calls: [] });
  });

  test('nor is it with thanks', () => {
    expect(calls('cancel the dentist, never mind, thanks')).toEqual([]);
  });
});

test.each(['du bist nicht dumm', 'das ist nicht nervig', 'das ist gut, nichts nervig'])(
  'praise is no complaint: %s',
  (content) => {
    expect(think(content, 'de').text).not.toBe(REPLIES.de.complaint);
  },
);

test.each(['du bist so dumm', 'das nervt', 'das ist echt nervig'])('a complaint is met: %s', (content) => {
  expect(think(content, 'de').text).toBe(REPLIES.de.complaint);
});

test('the same of something else is done too', () => {
  expect(calls('Dentist done! Plumber too.')).toEqual([
    ['complete_task', { task: 'Dentist' }],
    ['complete_task', { task: 'Plumber' }],
  ]);
});

test.each(['can you ring me at 8', 'ruf mich um 8 an', 'bel me om 8 uur'])('nobody is called: %s', (content) => {
  expect(calls(content)).toEqual([]);
});

test.each<[string, string]>([
  ["don't let me forget Mia's recital on the 12th", "Mia's recital"],
  ['lass mich den Termin nicht vergessen', 'Termin'],
  ['no dejes que se me olvide la cita', 'La cita'],
])('%s', (content, title) => {
  expect(calls(content)).toMatchObject([['create_task', { title }]]);
});

test('a correction of nothing asks which task is meant', () => {
  expect(think('no I meant next friday not this one')).toEqual({ text: WORDS.en.whichTask, calls: [] });
});

describe('what is to be added', () => {
  test.each<[string, string[]]>([
    ['pick up parcel, water plants, email Jo - add these please', ['Pick up parcel', 'Water plants', 'Email Jo']],
    ['aggiungi pane e latte alla spesa', ['Pane e latte']],
    [
      'add: book flights, find hotel, ask Mia about dogsitting',
      ['Book flights', 'Find hotel', 'Ask Mia about dogsitting'],
    ],
    ['rajoute du pain et des couches à la liste de courses', ['Pain et des couches']],
    ['Milch auf die Einkaufsliste', ['Milch']],
    ['leche en la lista', ['Leche']],
    ['is the milk on my list?', []],
    ['add pick up cake right after it', []],
  ])('%s', (content, titles) => {
    expect(calls(content).map(([, args]) => args)).toEqual(titles.map((title) => ({ title })));
  });
});

test.each([
  ['split 212.40 three ways', '212.40 / 3 = 70.80'],
  ['teile 212.40 durch 3', '212,40 / 3 = 70,80'],
  ['verdeel 212.40 over 3', '212,40 / 3 = 70,80'],
])('%s', (content, answer) => {
  expect(think(content).text).toBe(answer);
});

test.each(['A senha do portão é 4471', 'Il codice pin della carta è 1234', 'das Passwort zum WLAN ist Katze'])(
  'a secret is one whatever it is for: %s',
  (fact) => {
    expect(holdsSecret(fact)).toBe(true);
  },
);

test.each([
  ['study tomorrow', false],
  ['pizza tomorrow', false],
  ['training tomorrow at 7', false],
  ['lesson Friday', false],
  ['deadline Friday', false],
  ['Training morgen', false],
  ['cours demain', false],
  ['clase mañana', false],
  ['aula amanhã', false],
  ['lezione domani', false],
  ['les morgen', false],
  ['lessons tomorrow', false],
  ['every day 10 times', true],
  ['tomorrow at 7', true],
  ['until Friday', true],
  ['every weekday at 7', true],
  ['täglich um 8', true],
])('"%s" is a time and nothing to do: %s', (words, isOnly) => {
  const moment = { now: new Date('2027-01-13T08:00:00Z'), timezone: 'Europe/Berlin', locale: 'en-US' };
  expect(isTime(words, moment)).toBe(isOnly);
});
