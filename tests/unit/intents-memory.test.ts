import { expect, test } from 'vitest';
import { forget } from '../../lib/intents/forget.ts';
import type { IntentContext } from '../../lib/intents/intent.ts';
import { intents } from '../../lib/intents/registry.ts';
import { remember } from '../../lib/intents/remember.ts';
import { runCode } from '../../lib/intents/run-code.ts';
import { asksToRemember, holdsSecret, isHealthDetail } from '../../lib/memory/sensitive.ts';
import { findContradicted, readCorrection, subjectOf } from '../../lib/memory/subject.ts';

const context = (memories: string[] = [], said: string | null = null): IntentContext => ({
  userId: crypto.randomUUID(),
  timezone: 'Europe/Berlin',
  locale: null,
  now: new Date('2026-11-25T07:30:00Z'),
  tasks: [],
  series: [],
  goals: [],
  last: null,
  memories: memories.map((text, index) => ({ id: `m${index}`, text })),
  notes: [],
  said,
});

test.each([
  ["My sister's name is Ana", "the user's sister is called Anna"],
  ['my birthday is 3 May', 'My birthday is on the fourth of May'],
  ['I live in Rome.', 'i now live in Milan'],
  ['My favourite colour is green', 'my favorite colour is blue'],
  ['Meine Schwester heißt Ana', 'meine schwester heisst Anna'],
  ['Ma sœur s’appelle Ana', 'ma sœur s’appelle Anna'],
  ['Mi hermana se llama Ana', 'mi hermana se llama Anna'],
  ['Minha irmã chama-se Ana', 'a minha irmã se chama Anna'],
  ['Mia sorella si chiama Ana', 'la mia sorella si chiama Anna'],
  ['Mijn zus heet Ana', 'mijn zus heet Anna'],
  ['My daughter is 6 years old', 'my daughter is 7 now'],
  ['Meine Tochter ist 6 Jahre alt', 'meine Tochter ist jetzt 7'],
  ['Ma fille a 6 ans', 'ma fille a maintenant 7 ans'],
  ['Mi hija tiene 6 años', 'mi hija ya tiene 7 años'],
  ['A minha filha tem 6 anos', 'a minha filha já tem 7 anos'],
  ['Mia figlia ha 6 anni', 'mia figlia ora ha 7 anni'],
  ['Mijn dochter is 6 jaar', 'mijn dochter is nu 7 jaar'],
  ['My 10k time is 52 minutes', 'my 10k time is now 51 minutes'],
  ['My goal for 2026 is 30 books', 'my goal for 2026 is 40 books'],
  ['My 5k best: 24:10', 'my 5k best: 23:50'],
  ['Mein Ziel für 2026 ist 30 Bücher', 'mein Ziel für 2026 ist 40 Bücher'],
])('%j and %j are about the same', (one, other) => {
  expect(subjectOf(one)).toBe(subjectOf(other));
});

test.each([
  ["My sister's name is Ana", "My brother's name is Ana"],
  ['My sister is a doctor', 'My sister is in Rome'],
  ['I like tea', 'I like coffee'],
  ['My daughter is 6', 'My son is 7'],
  ['My daughter is 6', 'My daughter is vegetarian now'],
  ["I'm 34", "I'm tired"],
  ['My 10k time is 52 minutes', 'My 5k time is 25 minutes'],
  ['My goal for 2026 is 30 books', 'My goal for 2027 is 40 books'],
  ['My class in room 12 is maths', 'My class in room 14 is maths'],
  ['My score in week 1 was 50', 'My score in week 2 was 60'],
  ['Meine 10-km-Zeit ist 52 Minuten', 'Meine 5-km-Zeit ist 25 Minuten'],
  ['Mon but pour 2026 est 30 livres', 'Mon but pour 2027 est 40 livres'],
  ['Mi meta para 2026 es 30 libros', 'Mi meta para 2027 es 40 libros'],
  ['A minha meta para 2026 é 30 livros', 'A minha meta para 2027 é 40 livros'],
  ['Il mio obiettivo per il 2026 è 30 libri', 'Il mio obiettivo per il 2027 è 40 libri'],
  ['Mijn doel voor 2026 is 30 boeken', 'Mijn doel voor 2027 is 40 boeken'],
])('%j and %j are about different things', (one, other) => {
  expect(subjectOf(one)).not.toBe(subjectOf(other));
});

test.each([
  ["My sister's name is Ana, not Anna", "My sister's name is Ana", 'Anna'],
  ['I am vegan, not vegetarian.', 'I am vegan', 'vegetarian'],
  ['Meine Schwester heißt Ana, nicht Anna', 'Meine Schwester heißt Ana', 'Anna'],
  ['I do not like fish', 'I do not like fish', undefined],
  ['Not before nine', 'Not before nine', undefined],
])('%j corrects', (said, fact, wrong) => {
  const read = readCorrection(said);
  expect([read.fact, read.wrong]).toEqual([fact, wrong]);
});

test('a correction is about the likest fact that holds what is wrong, and about none where two are as like', () => {
  const facts = ['My sister Anna lives in Rome', 'Anna from work likes tea'].map((text) => ({ text }));
  expect(findContradicted(facts, "My sister's name is Ana", 'Anna')).toEqual(facts[0]);
  expect(findContradicted(facts, 'Her name is Ana', 'Anna')).toBeUndefined();
  expect(findContradicted(facts, "My sister's name is Ana", 'Bea')).toBeUndefined();
});

test('remember keeps a fact, and one about the same takes its place', () => {
  expect(remember.decide(context(), { fact: 'I work from home on Fridays.' })).toMatchObject({
    status: 'ok',
    speech: 'I’ll remember that: “I work from home on Fridays”.'.replace('’', "'"),
    write: { kind: 'remember', text: 'I work from home on Fridays.', replaces: null },
  });
  const known = context(['My sister Anna lives in Rome', 'I like tea']);
  expect(remember.decide(known, { fact: "My sister's name is Ana, not Anna" })).toMatchObject({
    status: 'ok',
    speech: "Thanks, I've put that right: “My sister's name is Ana”.",
    write: { kind: 'remember', text: "My sister's name is Ana", replaces: 'm0' },
  });
  expect(remember.decide(known, { fact: 'I like tea' }).write).toBeUndefined();
});

test('a detail of health is kept only when the person asks for it', () => {
  const fact = "I'm allergic to peanuts";
  const model = remember.decide(context([], 'What can I cook tonight? No peanuts, I am allergic'), { fact });
  expect(model).toMatchObject({ status: 'error', speech: expect.stringContaining('health') });
  expect(model.write).toBeUndefined();
  expect(remember.decide(context([], "Remember that I'm allergic to peanuts"), { fact }).write).toBeDefined();
  expect(
    remember.decide(context([], 'Merk dir bitte, dass ich Diabetes habe'), { fact: 'Ich habe Diabetes' }).write,
  ).toBeDefined();
});

test('a secret is never kept, whoever asks', () => {
  const answer = remember.decide(context([], 'Remember my password is hunter2'), { fact: 'My password is hunter2' });
  expect(answer).toMatchObject({ status: 'error', speech: expect.stringContaining("don't keep those") });
  expect(answer.write).toBeUndefined();
});

test('forget finds by words, asks which of several, and knows "everything"', () => {
  const known = context(['I work from home on Fridays', "My sister's name is Ana", "My sister's birthday is 3 May"]);
  expect(forget.decide(known, { fact: 'that I work from home' })).toMatchObject({ write: { ids: ['m0'] } });
  expect(forget.decide(known, { fact: 'my sister' })).toMatchObject({ status: 'clarify' });
  expect(forget.decide(known, { fact: 'my dog' })).toMatchObject({ status: 'error' });
  expect(forget.decide(known, { fact: 'everything you know about me' })).toMatchObject({
    speech: "Done. I've forgotten all 3 things that I knew about you.",
    write: { ids: ['m0', 'm1', 'm2'] },
  });
  expect(forget.decide(context(), { fact: 'everything' })).toMatchObject({ status: 'error' });
});

test.each([
  'password: hunter2',
  'sk-ant-api03-abcdefghij',
  '5555 5555 5555 4444',
  'aB3dE5gH7jK9mN1pQ3sT5vX7z',
  'le mot de passe est soleil',
])('a secret: %j', (text) => expect(holdsSecret(text)).toBe(true));
test.each([
  'I lost my pin collection',
  'my password is too hard to remember',
  'call +49 30 901820-123',
  'Donaudampfschifffahrtsgesellschaft',
  'the key is under the mat',
])('no secret: %j', (text) => expect(holdsSecret(text)).toBe(false));

test('health and asking are told in several languages', () => {
  for (const text of ['I have asthma', 'Ich bin schwanger', 'je suis enceinte', 'soy alérgica al gluten']) {
    expect(isHealthDetail(text), text).toBe(true);
  }
  for (const text of ['I like tea', 'My sister lives in Rome', 'Ich lese gern'])
    expect(isHealthDetail(text), text).toBe(false);
  for (const text of ["don't forget that I run", 'recuerda que soy vegano', 'onthoud dat ik ren']) {
    expect(asksToRemember(text), text).toBe(true);
  }
});

test.each([null, '', 'none', 'null', 'N/A', 0, '0'])('an optional argument that is %j is absent', (blank) => {
  const create = intents.find(({ name }) => name === 'create_task');
  expect(
    create?.decide(context(), { title: 'Gym', when: 'tomorrow', duration_minutes: blank, recurrence: blank }),
  ).toMatchObject({
    status: 'ok',
    write: { task: { duration_minutes: 30, title: 'Gym' } },
  });
});

test('"none" is a title where a title is needed', () => {
  const create = intents.find(({ name }) => name === 'create_task');
  expect(create?.decide(context(), { title: 'None' })).toMatchObject({
    status: 'ok',
    write: { task: { title: 'None' } },
  });
});

test('run_code takes a request or a program, and asks for one of the two', () => {
  expect(runCode.decide(context(), { request: '6 times 7' })).toMatchObject({ write: { request: '6 times 7' } });
  expect(runCode.decide(context(), { code: 'print("```")' })).toMatchObject({
    write: { request: '````python\nprint("```")\n````' },
  });
  expect(runCode.decide(context(), { request: '', code: null })).toMatchObject({ status: 'clarify' });
});
