import { describe, expect, test } from 'vitest';
import { WORDS } from '../../lib/chat/rule-words.ts';
import type { Language } from '../../lib/language/languages.ts';
import { callsOf, openTask, thinkAbout } from '../support/rules.ts';

const milk = openTask('Milk', 25);
const gym = { ...openTask('Gym', 26), date: '2026-11-25', scheduled_at: '2026-11-25T17:00:00Z' };
const dentist = openTask('Dentist', 27, { scheduled_at: '2026-11-27T16:00:00Z' });
const tasks = [milk, gym, dentist];

/** Thinks about the last of some messages, each of which was answered. */
function talk(messages: string[], locale: Language = 'en') {
  const history = messages.slice(0, -1).map((content) => ({ content, response: 'Done.' }));
  return thinkAbout(messages.at(-1) ?? '', { history, locale, tasks });
}

describe('what was just put on the list is made to repeat', () => {
  test.each<[Language, string, string, string, string]>([
    ['en', 'add gym on Friday at 7', 'make it every week', 'Gym', 'every week'],
    ['en', 'add gym on Friday at 7', 'can you make it weekly?', 'Gym', 'weekly'],
    ['en', 'add gym on Friday at 7', 'make it daily', 'Gym', 'daily'],
    ['en', 'add gym on Friday at 7', 'turn it into a daily habit', 'Gym', 'daily'],
    ['de', 'setz Sport auf die Liste', 'mach das jede Woche', 'Sport', 'jede Woche'],
    ['de', 'setz Sport auf die Liste', 'mach es täglich', 'Sport', 'täglich'],
    ['fr', 'ajoute sport vendredi à 7h', 'fais-le chaque semaine', 'Sport', 'chaque semaine'],
    ['fr', 'ajoute sport vendredi à 7h', 'mets-le tous les jours', 'Sport', 'tous les jours'],
    ['es', 'añade gimnasio el viernes a las 7', 'hazlo cada semana', 'Gimnasio', 'cada semana'],
    ['es', 'añade gimnasio el viernes a las 7', 'repítelo todos los días', 'Gimnasio', 'todos los días'],
    ['pt', 'adiciona ginásio sexta às 7', 'faz isso todas as semanas', 'Ginásio', 'todas as semanas'],
    ['pt', 'adiciona ginásio sexta às 7', 'repete todos os dias', 'Ginásio', 'todos os dias'],
    ['it', 'aggiungi palestra venerdì alle 7', 'fallo ogni settimana', 'Palestra', 'ogni settimana'],
    ['it', 'aggiungi palestra venerdì alle 7', 'ripetilo ogni giorno', 'Palestra', 'ogni giorno'],
    ['nl', 'voeg sport toe voor vrijdag om 7', 'maak er elke week van', 'Sport', 'elke week'],
    ['nl', 'voeg sport toe voor vrijdag om 7', 'doe dat elke dag', 'Sport', 'elke dag'],
  ])('%s: %s, %s', (language, before, said, task, when) => {
    expect(callsOf(talk([before, said], language))).toEqual([['reschedule_task', { task, when, scope: 'series' }]]);
  });

  test('a time that it is made is its new time; without a task before nothing is made', () => {
    expect(callsOf(talk(['add yoga on Friday at 7', 'make it 8']))).toEqual([
      ['reschedule_task', { task: 'Yoga', when: '8' }],
    ]);
    expect(callsOf(talk(['hello', 'make it every week']))).toEqual([]);
  });
});

describe('another thing is added as the one before', () => {
  test.each<[Language, string[], object]>([
    ['en', ['add milk to my list', 'also butter'], { title: 'Butter' }],
    ['en', ['add milk to my list tomorrow', 'and some eggs too'], { title: 'Eggs', when: 'tomorrow' }],
    ['en', ['add milk to my list', 'butter as well'], { title: 'Butter' }],
    ['en', ['add milk to my list tomorrow', 'also butter', 'and eggs'], { title: 'Eggs', when: 'tomorrow' }],
    ['en', ['remind me to call mum tomorrow at 6', 'and buy flowers'], { title: 'Buy flowers', when: '2026-11-26' }],
    ['de', ['setz Milch auf die Liste', 'und noch Eier'], { title: 'Eier' }],
    ['de', ['setz Milch auf die Liste', 'auch Butter'], { title: 'Butter' }],
    ['fr', ['ajoute du lait à ma liste', 'et des œufs'], { title: 'Œufs' }],
    ['fr', ['ajoute du lait à ma liste', 'du beurre aussi'], { title: 'Beurre' }],
    ['es', ['añade leche a mi lista', 'y huevos'], { title: 'Huevos' }],
    ['es', ['añade leche a mi lista', 'también mantequilla'], { title: 'Mantequilla' }],
    ['pt', ['adiciona leite à lista', 'e ovos'], { title: 'Ovos' }],
    ['pt', ['adiciona leite à lista', 'manteiga também'], { title: 'Manteiga' }],
    ['it', ['aggiungi il latte alla lista', 'e le uova'], { title: 'Uova' }],
    ['it', ['aggiungi il latte alla lista', 'anche il burro'], { title: 'Burro' }],
    ['nl', ['zet melk op mijn lijst', 'en eieren'], { title: 'Eieren' }],
    ['nl', ['zet melk op mijn lijst', 'ook boter'], { title: 'Boter' }],
  ])('%s: %j', (language, messages, args) => {
    expect(callsOf(talk(messages, language))).toEqual([['create_task', args]]);
  });

  test.each([
    [['add bread to my list', "and that's it"]],
    [['add bread to my list', 'me too']],
    [['add bread to my list', 'and thanks']],
    [['add bread to my list', 'and Anna is vegan']],
    [['add bread to my list', 'love you too']],
    [["what's on today", 'and eggs']],
    [['how are you', 'and eggs']],
  ])('but not after %j', (messages) => {
    expect(callsOf(talk(messages))).toEqual([]);
  });

  test('a correction is of it, and undo is undo', () => {
    expect(callsOf(talk(['add bread to my list', 'also butter', 'no, tomorrow']))).toEqual([
      ['reschedule_task', { task: 'Butter', when: 'tomorrow' }],
    ]);
    expect(callsOf(talk(['add bread to my list', 'also butter', 'undo']))).toEqual([['undo_last', {}]]);
  });
});

describe('what was named or listed is done', () => {
  const both = [gym, milk].map(({ id }) => ['complete_task', { task: id }]);
  test.each<[Language, string, string]>([
    ['en', "what's on today", 'finished both'],
    ['en', "what's on today", 'i finished all of them'],
    ['de', 'was steht heute an', 'ich habe beides geschafft'],
    ['de', 'was steht heute an', 'mit beiden fertig'],
    ['fr', "qu'est-ce que j'ai aujourd'hui", "j'ai fini les deux"],
    ['es', 'qué tengo hoy', 'terminé los dos'],
    ['pt', 'o que tenho hoje', 'fiz os dois'],
    ['it', 'cosa ho oggi', 'ho finito entrambi'],
    ['nl', 'wat heb ik vandaag', 'allebei klaar'],
  ])('%s: %s, %s', (language, before, said) => {
    expect(callsOf(talk([before, said], language)).toSorted()).toEqual(both.toSorted());
  });

  test('as many as are said, over several messages', () => {
    const names = ['add bread to my list', 'also eggs', 'and jam'];
    expect(callsOf(talk([...names, 'done with all three'])).map(([, args]) => args)).toEqual(
      ['Bread', 'Eggs', 'Jam'].map((task) => ({ task })),
    );
    expect(callsOf(talk([...names, 'both done'])).map(([, args]) => args)).toEqual([{ task: 'Eggs' }, { task: 'Jam' }]);
  });

  test('who takes leave has ticked nothing off', () => {
    expect(callsOf(talk(['add bread to my list', 'all done']))).toEqual([]);
  });

  test('another number is asked about', () => {
    expect(talk(["what's on today", 'done with all three'])).toMatchObject({ text: WORDS.en.whichDone, calls: [] });
  });
});

describe('a question about the list is answered, and puts nothing on it', () => {
  test.each<[Language, string, object]>([
    ['en', 'how many tasks do I have', {}],
    ['en', 'how many tasks do i have left this week', { when: 'this week' }],
    ['en', 'how many tasks did I finish this week', { when: 'this week', status: 'done' }],
    ['de', 'wie viele Aufgaben habe ich heute noch?', { when: 'heute' }],
    ['fr', "combien de tâches ai-je aujourd'hui ?", { when: "aujourd'hui" }],
    ['es', '¿cuántas tareas me quedan esta semana?', { when: 'esta semana' }],
    ['pt', 'quantas tarefas tenho hoje?', { when: 'hoje' }],
    ['it', 'quante cose ho da fare questa settimana', { when: 'questa settimana' }],
    ['nl', 'hoeveel taken heb ik deze week nog', { when: 'deze week' }],
    ['en', 'do I have time on Friday afternoon', { when: 'Friday afternoon' }],
    ['de', 'habe ich am Freitag Nachmittag Zeit?', { when: 'am Freitag Nachmittag' }],
    ['en', 'am I free next Friday at 5', { when: '2026-12-04' }],
  ])('%s: %s', (language, said, args) => {
    expect(callsOf(talk([said], language))).toEqual([['list_tasks', args]]);
  });

  test.each<[Language, string, string]>([
    ['en', 'am I free on Friday at 5?', 'is Friday at 5 free?'],
    ['de', 'bin ich am Freitag um 17 Uhr frei?', 'habe ich Freitag um 17 Uhr Zeit?'],
    ['fr', 'suis-je libre vendredi à 17h ?', "est-ce que j'ai du temps vendredi à 17h ?"],
    ['es', '¿estoy libre el viernes a las 17?', '¿tengo tiempo el viernes a las 17?'],
    ['pt', 'estou livre sexta às 17h?', 'tenho tempo sexta às 17h?'],
    ['it', 'sono libero venerdì alle 17?', 'ho tempo venerdì alle 17?'],
    ['nl', 'ben ik vrijdag om 17 uur vrij?', 'heb ik vrijdag om 17 uur tijd?'],
  ])('a time of day is free or taken: %s', (language, ...questions) => {
    const [before = '', after] = WORDS[language].busy.split('{x}');
    const free = WORDS[language].free.split('{x}')[0];
    for (const said of questions) {
      const taken = thinkAbout(said, { locale: language, tasks });
      expect(taken).toMatchObject({ calls: [], text: expect.stringContaining(`${before}Dentist, `) });
      expect(taken.text.endsWith(after ?? '')).toBe(true);
      const open = thinkAbout(said, { locale: language, tasks: [milk] });
      expect(open).toMatchObject({ calls: [], text: expect.stringContaining(free ?? '') });
    }
  });

  test.each<[Language, string, string]>([
    ['en', 'the laundry is done', 'laundry'],
    ['de', 'die Wäsche ist gewaschen', 'Wäsche'],
    ['fr', 'la lessive est faite', 'lessive'],
    ['es', 'la colada está hecha', 'colada'],
    ['pt', 'a roupa está lavada', 'roupa'],
    ['it', 'il bucato è finito', 'bucato'],
    ['nl', 'de was is klaar', 'was'],
    ['nl', 'de was is gedaan', 'was'],
  ])('what is said to be done is ticked off: %s, %s', (language, said, task) => {
    expect(callsOf(talk([said], language))).toEqual([['complete_task', { task }]]);
  });
});
