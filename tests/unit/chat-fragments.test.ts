import { describe, expect, test } from 'vitest';
import { callsOf, openTask, thinkAbout } from '../support/rules.ts';

const say = (content: string, locale: string | null = null) => thinkAbout(content, { locale }).text;
const answer = (content: string, before: string, locale: string | null = null) => {
  const response = say(before, locale);
  return callsOf(thinkAbout(content, { locale, history: [{ content: before, response }] }));
};

describe('what is no sentence is asked about in one question', () => {
  test.each([
    ['5-a-side', null, 'Shall I put “5-a-side” on your list?'],
    ['1:1 w/ Sam', null, 'Shall I put “1:1 w/ Sam” on your list?'],
    ['Sat-Sun', null, 'What should be on your list for “Sat-Sun”?'],
    ['seg-sex', 'pt-BR', 'O que ponho na tua lista para «seg-sex»?'],
    ['[x] dishes\n[ ] laundry\n[ ] call mom', null, 'Shall I put these on your list: Laundry; Call mom?'],
    ['- Milch\n- Eier', 'de-DE', 'Soll ich das auf deine Liste setzen: Milch; Eier?'],
    [
      'https://www.example.com/a?b=1&c=2#top',
      null,
      "I can't open links. If you want to keep it, say “remember” or “add to my list” in front of it.",
    ],
  ])('%s', (content, locale, question) => {
    expect(say(content, locale)).toBe(question);
    expect(thinkAbout(content, { locale }).calls).toEqual([]);
  });

  test('its answer is carried out', () => {
    expect(answer('yes add them', '- milk\n- eggs\n- 2x butter')).toEqual([
      ['create_task', { title: 'Milk' }],
      ['create_task', { title: 'Eggs' }],
      ['create_task', { title: '2x butter' }],
    ]);
    expect(answer('hiking with Jo', 'Sat-Sun')).toEqual([
      ['create_task', { title: 'Hiking with Jo', when: 'Sat-Sun' }],
    ]);
    expect(answer('no thanks', 'Sat-Sun')).toEqual([]);
  });
});

describe('a mood is met with a kind word, in its language', () => {
  test.each([
    ['i feel like im failing at everything lately', null, 'i am so tired'],
    ['I had a row with my boyfriend and I feel awful', null, 'i am so tired'],
    ['boah bin ich müde, heut geht gar nix', 'de-DE', 'ich bin müde'],
    ['aff, hj tá osso', 'pt-BR', 'estou cansado'],
    ['thx ur the best', null, 'thank you'],
    ["merci t'es au top, bonne journée !", 'fr-FR', 'merci'],
    [':) <3', null, 'thank you'],
    ['pff jij snapt er ook niks van', 'nl-NL', 'dat klopt niet'],
    ['A+ on my test!!!', null, 'i passed my test'],
  ])('%s', (content, locale, known) => {
    expect(say(content, locale)).toBe(say(known, locale));
    expect(say(content, locale)).not.toMatch(/list|Liste|lista|lijst/);
  });

  test.each([
    'got the keys from Ben',
    'and/or',
    'the tired horse book club starts when?',
    'Got robbed on the way home!',
    'My brother got arrested!',
    "I'm not tired any more",
    "thanks but that's wrong",
    "I'm collecting the lost parcel",
  ])('%s has none', (content) => {
    expect(say(content)).not.toBe(say('thank you'));
    expect(say(content)).not.toBe(say('i am so tired'));
    expect(say(content)).not.toBe(say('i passed my test'));
  });
});

describe('what follows is of what was last spoken of', () => {
  const tasks = [openTask('X-ray', 27), openTask('Yoga', 26)];
  const following = (content: string, before: string, response: string) =>
    callsOf(thinkAbout(content, { tasks, history: [{ content: before, response }] }));

  test('a list of another day', () => {
    expect(following('and on friday?', "what's on thursday", 'Thursday: Yoga.')).toEqual([
      ['list_tasks', { when: 'on friday' }],
    ]);
    expect(following('und morgen?', 'was steht heute an?', 'Heute ist nichts.')).toEqual([
      ['list_tasks', { when: 'morgen' }],
    ]);
  });

  test('a time alone, also with a polite word', () => {
    expect(following('an hour earlier pls', 'move yoga to 10', 'Yoga is at 10.')).toMatchObject([
      ['reschedule_task', { when: 'an hour earlier' }],
    ]);
    expect(following('thursday', 'add yoga', 'Yoga is on your list.')).toMatchObject([
      ['reschedule_task', { task: 'Yoga', when: 'thursday' }],
    ]);
  });

  test('a fact that was just told is taken back', () => {
    expect(following('forget that', 'remember that my locker is 82', 'I will remember that.')).toMatchObject([
      ['forget', { fact: expect.stringMatching(/locker is 82/i) }],
    ]);
    expect(following('forget that', 'add yoga', 'Yoga is on your list.')).not.toMatchObject([['forget', {}]]);
  });

  test.each([
    ["c'est fait pour le pain", 'complete_task', { task: 'pain' }],
    ["ho già chiamato l'idraulico", 'complete_task', { task: 'idraulico' }],
    [
      'voeg tandarts toe op dinsdag om 11:00',
      'create_task',
      { title: 'Tandarts', when: expect.stringContaining('dinsdag') },
    ],
    ['zet tandarts vrijdag om half elf erin', 'create_task', { title: 'Tandarts' }],
    ['Zahnarzt am Freitag um 10 eintragen', 'create_task', { title: 'Zahnarzt' }],
    ['snooze the washing till tomorrow evening', 'reschedule_task', { when: 'tomorrow evening' }],
    ['what do i still have to do today', 'list_tasks', { when: 'today' }],
    ['o q tenho pra hoje?', 'list_tasks', { when: 'hoje' }],
  ])('%s', (content, name, args) => {
    expect(callsOf(thinkAbout(content))).toMatchObject([[name, args]]);
  });

  test('what was asked is answered, and no task is moved that is not there', () => {
    expect(
      following('tomorrow at 9', 'add dentist today at 8', 'That time has passed already. When should it be?'),
    ).toMatchObject([['create_task', { when: 'tomorrow at 9' }]]);
  });

  test.each([
    ['invite 5 friends to the party', '12*20', '12*20 = 240'],
    ['use the 20% off coupon at Nike', '12*20', '12*20 = 240'],
    ['buy 2 shirts with 20% off', 'hi', 'Hi!'],
    ['2 sandwiches each for 6 people, how many do I need?', 'hi', 'Hi!'],
  ])('%s is no sum that goes on', (content, before, response) => {
    expect(thinkAbout(content, { history: [{ content: before, response }] }).text).not.toMatch(
      /\d\s*[=≈]|% of | is \d/,
    );
  });

  test('the day that was offered stays with the hour that is said', () => {
    expect(answer('8:15', 'x-ray tomorrow')).toEqual([['create_task', { title: 'X-ray', when: 'tomorrow 8:15' }]]);
  });
});
