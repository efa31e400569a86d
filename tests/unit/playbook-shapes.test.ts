import { describe, expect, test } from 'vitest';
import { planGoal } from '../../harness/plans.ts';
import { personIn } from '../../lib/goals/playbooks/own-people.ts';
import { ownThingOf } from '../../lib/goals/playbooks/own-thing.ts';
import { ownWordsOf } from '../../lib/goals/playbooks/own-words.ts';
import { fold } from '../../lib/goals/playbooks/phrases.ts';
import type { Language } from '../../lib/language/languages.ts';

function planned(title: string, description = '', language: Language = 'en') {
  const { made } = planGoal({ title, description, language });
  if ('infeasible' in made) throw new Error(made.message);
  const tasks = made.plan.weeks.flatMap((week) => week.tasks);
  return { ...made.plan, questions: made.questions, tasks, titles: tasks.map((task) => task.title) };
}

describe('a goal of no field is planned by its shape', () => {
  test.each<[string, Language, string]>([
    ['errand', 'en', 'Get my name changed on the lease'],
    ['errand', 'de', 'Eine Ersatzurkunde beantragen'],
    ['errand', 'fr', 'Récupérer ma caution'],
    ['errand', 'es', 'Tramitar el empadronamiento'],
    ['errand', 'pt', 'Pedir a certidão de óbito'],
    ['errand', 'it', 'Disdire il contratto del telefono'],
    ['errand', 'nl', 'Een vergunning aanvragen'],
    ['make', 'en', 'Build a weather vane'],
    ['make', 'de', 'Eine Schaukel bauen'],
    ['make', 'fr', 'Fabriquer une lampe'],
    ['make', 'es', 'Construir una cometa para mi hija'],
    ['make', 'pt', 'Construir uma casinha de boneca'],
    ['make', 'it', 'Costruire una libreria'],
    ['make', 'nl', 'Een poppenhuis maken'],
    ['make-pages', 'en', "Put together a cookbook of grandma's recipes"],
    ['make-pages', 'es', 'Hacer un recetario de mi abuela'],
    ['make-picture', 'en', 'A painting of our village'],
    ['make-food', 'nl', 'Zelf kaas maken'],
    ['talk', 'en', 'Say sorry to my cousin'],
    ['talk', 'de', 'Mich bei meinem Kollegen entschuldigen'],
    ['talk', 'fr', 'Demander pardon à ma cousine'],
    ['talk', 'es', 'Hablar con mi jefe'],
    ['help-somebody', 'en', 'Teach my nephew to juggle'],
    ['help-somebody', 'fr', 'Apprendre à ma fille à nager le dos'],
    ['help-somebody', 'es', 'Enseñar a mi hijo a atarse los zapatos'],
    ['find-choose', 'en', 'Choose a mattress'],
    ['find-choose', 'fr', 'Trouver un notaire'],
    ['find-choose', 'it', 'Scegliere un passeggino'],
    ['find-choose', 'nl', 'Een goede huisarts vinden'],
    ['sort-out', 'en', 'Sort the box of old letters'],
    ['sort-out', 'nl', 'Mijn oude platencollectie op volgorde zetten'],
    ['sort-out', 'de', 'Die alten Briefe ordnen'],
    ['restore', 'en', 'Restore an old rocking horse'],
    ['restore', 'it', 'Riparare la vecchia radio'],
    ['qualification', 'en', 'Get my CDL'],
    ['raise-money', 'en', 'Raise $2,000 for the animal shelter'],
    ['raise-money', 'it', 'Raccogliere fondi per il canile'],
    ['skill', 'en', 'Learn to whistle with two fingers'],
    ['skill', 'fr', 'Apprendre à jongler'],
    ['skill', 'de', 'Jonglieren lernen'],
    ['sell-thing', 'en', 'Sell my old sofa'],
    ['sell-thing', 'nl', 'Mijn oude bank verkopen'],
    ['degree', 'en', "Finish the last 12 credits of my bachelor's"],
    ['occasion', 'en', 'Organize a clothing swap at our school'],
    ['occasion', 'de', 'Einen Spieleabend im Haus organisieren'],
    ['do-once', 'en', 'See a total eclipse'],
    ['number-of-things', 'en', 'Paint 12 small stones'],
    ['number-of-things', 'es', 'Escribir 20 cartas a mano'],
    ['number-of-things', 'de', '30 Postkarten schreiben'],
  ])('%s, %s: %s', (shape, language, title) => {
    expect(planned(title, '', language).playbook).toBe(shape);
  });

  test.each([
    ['what is done day by day is a habit', 'Write a haiku every day', 'regular-act'],
    ['what is learned is practised', 'Learn to make paper', 'skill'],
    ['what is understood is studied', 'Understand the French Revolution', 'any-subject'],
    ['what shall end is stopped', 'Stop making lists', 'stop-doing'],
  ])('but %s', (_, title, playbook) => {
    expect(planned(title).playbook).toBe(playbook);
  });
});

test.each([
  ['talk', 'Say sorry to my sister', "We had a fight 3 years ago about mum's house."],
  ['occasion', 'Organize a clothing swap at our school', 'about 60 families, the gym is free on 20 February'],
  ['find-choose', 'Find a dentist who takes my insurance', ''],
  ['find-choose', 'Trouver une chorale près de chez moi', ''],
])('%s comes before a field that the words only touch: %s', (shape, title, description) => {
  expect(planned(title, description).playbook).toBe(shape);
});

describe('a number in the words is work only where it counts the things that are done', () => {
  test.each([
    'Build a chicken coop for 4 hens',
    'Change careers at 45',
    'Read 10 pages a day',
    'Leave by 18 June',
    'Save 300 dollars',
    'Be debt free in 12 months',
    'Keep in touch with my 5 brothers',
    'Montar o quebra-cabeça de 3 mil peças',
    'Mit 40 einen Salto machen',
    'Dîner pour 12 personnes',
    'Studiare 2 ore al giorno',
    'Finish the shed once summer starts',
    'Call mum once exams finish',
    'Run for mayor once terms end',
  ])('%s', (title) => {
    expect(ownWordsOf({ title }).own_count).toBe(0);
  });

  test.each([
    ['Write 30 poems', '', 30, 'poems'],
    ['Watch the 12 best films of Kurosawa', '', 12, 'best films'],
    ["Digitize my dad's VHS tapes", '63 tapes, no player', 63, 'tapes'],
    ['30 Gedichte schreiben', '', 30, 'Gedichte'],
  ])('%s', (title, description, count, things) => {
    const own = ownWordsOf({ title, description });
    expect([own.own_count, own.own_things]).toEqual([count, things]);
  });

  test.each<[string, Language, number, string]>([
    ['Write twenty-five poems', 'en', 25, 'poems'],
    ['Escribir once cuentos', 'es', 11, 'cuentos'],
    ['Écrire sept poèmes', 'fr', 7, 'poemes'],
    ['Dreißig Postkarten schreiben', 'de', 30, 'Postkarten'],
    ['Dertien brieven schrijven', 'nl', 13, 'brieven'],
  ])('number words are those of the language: %s, %s', (title, language, count, things) => {
    const own = ownWordsOf({ title }, language);
    expect([own.own_count, fold(own.own_things)]).toEqual([count, fold(things)]);
  });

  test('a number in a description that counts something else is none', () => {
    expect(ownWordsOf({ title: 'Make a dollhouse', description: '12 weeks of evenings, 3 tools' }).own_count).toBe(0);
  });

  test('each of them is done once, in order, to the last', () => {
    const { titles } = planned('Paint 12 small stones');
    const numbers = titles.flatMap((title) => /^Paint no\. (\d+) of the 12 small stones$/.exec(title)?.[1] ?? []);
    expect(numbers.map(Number)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  });
});

describe('the words of the person', () => {
  test.each<[string, Language, string]>([
    ['Make a dollhouse for my niece', 'en', 'the dollhouse'],
    ['Get my deposit back from my landlord', 'en', 'your deposit'],
    ['Set up a power of attorney for my dad', 'en', 'the power of attorney'],
    ['Get fit', 'en', ''],
    ['Einen Kaufmannsladen für meine Tochter bauen', 'de', 'the “Kaufmannsladen”'],
    ['Mich bei meinem Bruder entschuldigen', 'de', ''],
    ['Trouver une chorale près de chez moi', 'fr', 'the “chorale”'],
    ['Hacer un álbum de fotos para mi madre', 'es', 'the “álbum de fotos”'],
    ['Comprar um anel de esmeralda', 'pt', 'the “anel de esmeralda”'],
    ['Scegliere un passeggino', 'it', 'the “passeggino”'],
    ['Een goede huisarts vinden', 'nl', 'the “goede huisarts”'],
  ])('of “%s” name the thing', (title, language, thing) => {
    expect(ownThingOf(title, language).own_thing).toBe(thing);
  });

  test.each<[string, string, Language?]>([
    ['Say sorry to my sister', 'your sister'],
    ['A gift for my mother-in-law', 'your mother-in-law'],
    ['Write a letter to a lost friend', 'your friend'],
    ['Mich bei meinem Bruder entschuldigen', 'your brother', 'de'],
    ['Escribir a mis padres', 'your parents'],
    ['Mijn zus helpen', 'your sister'],
    ['Nicht mehr rauchen', ''],
    ['Become a man of my word', ''],
    ['Call mum', 'your mother'],
    ['Appeler ma mère', 'your mother', 'fr'],
    ['Chiamare la mamma', 'your mother', 'it'],
    ['Visitar meus pais', 'your parents', 'pt'],
    ['Mit meinen Kindern basteln', 'your children', 'de'],
    ['Met mijn man op reis', 'your husband', 'nl'],
    ['Apologise for the moment I shouted', ''],
    ['Replace the motherboard', ''],
    ['Move to Mumbai or Omaha', ''],
    ['Plant a papaya', ''],
    ['Run a mere 5 km', ''],
    ['Conocer mi país', '', 'es'],
    ['Meinen Zustand verbessern', '', 'de'],
    ['Fill my new Kindle', ''],
    ['Practise my kindness', ''],
    ['Build my new man cave', ''],
    ['Keep my momentum', ''],
  ])('of “%s” name whom it is about', (title, person, language = 'en') => {
    expect(personIn(title, language)).toBe(person);
  });

  test.each([
    ['Red dress for the wedding', ''],
    ['Recipe book for my mum', ''],
    ['Restaurant tour of Lyon', ''],
    ['Retirement party for Joe', ''],
    ['Reorganize the pantry', 'Reorganize'],
    ['Rebuild the shed', 'Rebuild'],
    ['Renew my passport', 'Renew'],
  ])('the verb of “%s” is “%s”', (title, verb) => {
    expect(ownThingOf(title, 'en').own_verb).toBe(verb);
  });

  test('what is there already is ticked off in the list of material', () => {
    const { tasks } = planned('Make a dollhouse for my niece', 'I have a jigsaw and some plywood. Evenings only.');
    const list = tasks.find(({ title }) => title.startsWith('Write the list of material'));
    expect(list?.description).toContain('“I have a jigsaw and some plywood”');
    expect(tasks.at(-1)?.title).toContain('give it to your niece');
  });
});

test('a gift goes to whom it is for, not to whom its cloth belonged', () => {
  expect(planned("Make a memory box from dad's tools").titles.at(-1)).not.toContain('your father');
  expect(planned('Make a memory box for my dad').titles.at(-1)).toContain('give it to your father');
});

test('a poem a day is written on each day, each from something else', () => {
  const { playbook, titles } = planned('A poem a day');
  const poems = titles.filter((title) => title.startsWith('Write a poem, day '));
  expect(playbook).toBe('regular-act');
  expect(poems.length).toBeGreaterThan(35);
  expect(new Set(poems.slice(0, 14).map((title) => title.split(': ')[1])).size).toBe(14);
});

describe('a small goal gets a short plan', () => {
  test.each([
    ['Say sorry to my cousin', 21, 8],
    ['Get a library card', 28, 10],
    ['Get a copy of my school record', 28, 10],
    ['Choose a mattress', 21, 10],
  ])('%s', (title, days, most) => {
    const { tasks, start_date, end_date } = planned(title);
    expect((Date.parse(end_date) - Date.parse(start_date)) / 86_400_000).toBeLessThan(days);
    expect(tasks.length).toBeLessThanOrEqual(most);
  });
});

test('no two weeks of a thing that is made are the same', () => {
  const { weeks } = planned('Build a weather vane');
  const titles = weeks.map(({ tasks }) => tasks.map(({ title }) => title).join('|'));
  expect(new Set(titles).size).toBe(titles.length);
});

test('who is ill or addicted is asked and listened to, and never taught', () => {
  for (const title of ['Help my brother get sober', 'Help my friend through her depression']) {
    const { playbook, titles, notes } = planned(title);
    expect(playbook).toBe('help-somebody');
    expect(titles[0]).toMatch(/^Ask your (?:brother|friend) what would help most/);
    expect(titles.filter((each) => /^(?:Practise|Watch)/.test(each))).toEqual([]);
    expect(notes.join(' ')).toContain('counsellor');
  }
});

test('in the water nobody is further away than an arm', () => {
  const { titles, notes } = planned('Meiner Tochter Schwimmen beibringen', '', 'de');
  expect(notes.join(' ')).toContain('within an arm’s length');
  expect(titles.filter((each) => each.includes('three steps away'))).toEqual([]);
});

test('a child learns to ride with its feet before the pedals, and never before the helmet is checked', () => {
  const { titles, playbook } = planned(
    'Help my daughter ride without training wheels',
    'She wants to learn to ride her bike',
  );
  expect(playbook).toBe('help-somebody');
  const at = (words: string) => titles.findIndex((title) => title.includes(words));
  expect(at('helmet')).toBeLessThan(at('pedals off'));
  expect(at('pedals off')).toBeLessThan(at('pedals on again'));
});
