import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answered, post } from '../support/chat.ts';
import { type Person, startTestStack, type TestStack, until } from '../support/stack.ts';

let stack: TestStack;
let person: Person;
beforeAll(async () => {
  for (const name of ['OPEN_ROUTER_API_KEY', 'OPENAI_API_KEY', 'OPENAI_BASE_URL']) delete process.env[name];
  stack = await startTestStack({ runner: true, sandbox: true, schedules: false });
});
afterAll(() => stack?.stop());
beforeEach(async () => {
  person = await stack.signUp();
});

/** Says something in a conversation without a model. @returns the answer */
async function say(message: string, clientId = 'rules'): Promise<string> {
  await post(person, clientId, message);
  const { status, lastResponse } = await answered(person, clientId);
  expect(status, message).toBe('done');
  return lastResponse?.message ?? '';
}
const tasks = () =>
  stack.supabase.query<{ title: string; status: string; on: string }>(
    `select title, status, (date - current_date)::text as on from public.tasks where user_id = $1 order by created_at, title`,
    [person.id],
  );
const titles = async (status: string) =>
  (await tasks()).filter((task) => task.status === status).map(({ title }) => title);

test('a day with the list, in words alone', async () => {
  expect(await say('add milk to my list')).toBe('Milk is on your list for today.');
  expect(await say('remind me to call mum tomorrow at 6pm')).toBe(
    'Call mum is on your list for tomorrow at 6 in the evening.',
  );
  expect(await say('add gym tomorrow at 7am and remind me to pay rent on the 28th')).toMatch(
    /^Gym is on your list for tomorrow at 7.*\nPay rent is/,
  );
  expect(await say("what's on tomorrow?")).toMatch(
    /^You have 2 tasks for tomorrow.*Gym at 7 in the morning; and Call mum at 6 in the evening/,
  );
  expect(await say('move gym to 8am')).toBe('Gym is moved to tomorrow at 8 in the morning.');
  expect(await say('I bought the milk')).toBe('Well done! Milk is done.');
  expect(await say('undo')).toBe('Done: Milk is as it was before.');
  expect(await say('cancel call mum')).toBe('Call mum for tomorrow is off your list.');
  expect(await say('rename gym to climbing')).toBe('Gym is now called Climbing.');
  expect((await titles('pending')).sort()).toEqual(['Climbing', 'Milk', 'Pay rent']);
  expect(await titles('cancelled')).toEqual(['Call mum']);
});

test('a time that was wrong is put right, and what "it" is was said before', async () => {
  expect(await say('gotta ring the dentist at 3 tomorrow and pick up milk on the way home')).toMatch(
    /^Ring the dentist is on your list for tomorrow at 3 .*\nPick up milk on the way home is on your list for tomorrow/,
  );
  expect(await say('no, 4 not 3')).toBe('Ring the dentist is moved to tomorrow at 4 in the afternoon.');
  expect(await say('i got the milk already')).toMatch(/^Well done! Pick up milk on the way home/);
  expect(await say('move the dentist to friday')).toMatch(/^Ring the dentist is moved to Friday at 4 /);
  expect(await say('cancel it')).toMatch(/^Ring the dentist .*off your list/);
  expect(await titles('pending')).toEqual([]);
  await say('add call mum on friday');
  await say('call mum at 6pm tomorrow');
  expect(await say('sorry, 7 not 6')).toBe('Call mum is moved to tomorrow at 7 in the evening.');
  await say('domani alle 17 devo portare la macchina dal meccanico');
  expect(await say('no, alle 18')).toMatch(/Portare la macchina dal meccanico .*(?:18:00|6 in the evening)/);
});

test('what is said next is about what was spoken of: each week, another thing, both done', async () => {
  expect(await say('add gym on friday at 7am')).toMatch(/^Gym is on your list/);
  expect(await say('make it every week')).toMatch(/^Gym is moved to every Friday at 7 in the morning/);
  const rule = 'select recurrence_rule from public.tasks where user_id = $1 and recurrence_rule is not null';
  expect(await stack.supabase.query(rule, [person.id])).toEqual([{ recurrence_rule: 'FREQ=WEEKLY;BYDAY=FR' }]);
  expect(await say('undo')).toBe('Done: Gym is as it was before.');
  expect(await stack.supabase.query(rule, [person.id])).toEqual([]);
  await say('add milk to my list');
  expect(await say('also butter')).toBe('Butter is on your list for today.');
  expect(await say('finished both')).toBe('Well done! Milk is done.\nWell done! Butter is done.');
  expect((await titles('done')).sort()).toEqual(['Butter', 'Milk']);
});

test('what only a person can do is put on the list, and the answer says so', async () => {
  expect(await say('book me a table for tomorrow at 7pm')).toMatch(
    /^I can't call, .* remind you of it\.\s+Book a table is on your list for tomorrow at 7 in the evening\.$/,
  );
  expect(await say('am I free tomorrow at 7pm?')).toBe(
    'You have something then: Book a table, tomorrow at 7 in the evening.',
  );
  expect(await say('how many tasks do I have tomorrow')).toMatch(/^You have one task for tomorrow/);
  expect(await titles('pending')).toEqual(['Book a table']);
});

test('a list that is asked for with a change is of after it', async () => {
  await say('add laundry to my list');
  await say('add milk to my list');
  const answer = await say("I finished the laundry, what's on today?");
  expect(answer).toMatch(/^Well done! Laundry is done\./);
  expect(answer.split('\n')[1]).toMatch(/Milk/);
  expect(answer.split('\n')[1]).not.toMatch(/Laundry/);
});

test('whoever swallowed a packet of tablets hears where help is, and nothing else', async () => {
  const answer = await say('i took a whole packet of paracetamol an hour ago');
  expect(answer).toContain('findahelpline.com');
  expect(answer).not.toMatch(/Well done|can't find/);
});

test('buying one thing does not tick off doing another with it', async () => {
  await say('add wash the car to my list');
  expect(await say('I bought a car')).toMatch(/can't find/);
  expect(await titles('pending')).toEqual(['Wash the car']);
});

test('what is said after a question back is a new request where it is one', async () => {
  expect(await say('I went for a run yesterday')).toMatch(/^Well done! I can't find a task like/);
  expect(await say('cancel the dentist')).toMatch(/Which one do you mean\?$/);
  expect(await say('every monday and thursday yoga at 7am')).toMatch(/^Yoga is on your list every Monday and Thursday/);
  expect(await say('cancel the dentist')).toMatch(/Which one do you mean\?$/);
  expect(await say("what's the weather?")).toMatch(/^I can't see the weather/);
  expect(await say('cancel the dentist')).toMatch(/Which one do you mean\?$/);
  expect(await say('yoga on thursday')).toMatch(/^Yoga for Thursday is off your list/);
});

test('two tasks in one line, each with its time; a time of day that stays', async () => {
  expect(await say('call mom sunday at noon and dinner with Sarah saturday 7pm')).toMatch(
    /^Call mom is on your list .*\nDinner with Sarah is on your list /,
  );
  expect((await titles('pending')).sort()).toEqual(['Call mom', 'Dinner with Sarah']);
  expect(await say('move the dinner to friday same time')).toBe(
    'Dinner with Sarah is moved to Friday at 7 in the evening.',
  );
});

test('who has a hard time is not told what an assistant can do', async () => {
  const answer = await say('I hate my life');
  expect(answer).toContain('findahelpline.com');
  expect(answer).not.toContain("didn't quite catch");
});

test('a goal from a sentence, how it goes, and what the goals are', async () => {
  expect(await say('I want to read 5 books in 8 weeks')).toMatch(/^Read 5 books is your new goal/);
  await until(
    () =>
      stack.supabase.query<{ plan_status: string }>('select plan_status from public.goals where user_id = $1', [
        person.id,
      ]),
    ([goal]) => goal?.plan_status === 'ready',
  );
  expect(await say('what are my goals')).toMatch(/^You have one goal: Read 5 books, until /);
  expect(await say('how am I doing?')).toMatch(/^Read 5 books: 0 of \d+ tasks are done/);
  expect(await say('how is my books goal')).toMatch(/^Read 5 books/);
});

test('everything of a day is moved but for what is spared; nothing is moved where that is not found', async () => {
  for (const line of ['add gym tomorrow at 7am', 'add dentist tomorrow at 9am', 'add call the bank tomorrow'])
    await say(line);
  expect(await say('move everything from tomorrow to in 3 days, but not the hairdresser')).toMatch(/can't find/);
  expect(new Set((await tasks()).map(({ on }) => on)).size).toBe(1);
  const before = Object.fromEntries((await tasks()).map(({ title, on }) => [title, Number(on)]));
  await say('move everything from tomorrow to in 3 days, but not the dentist');
  const after = Object.fromEntries((await tasks()).map(({ title, on }) => [title, Number(on)]));
  expect(after.Dentist).toBe(before.Dentist);
  expect(after.Gym).toBe(Number(before.Gym) + 2);
  expect(after['Call the bank']).toBe(Number(before['Call the bank']) + 2);
});

test('facts are remembered with the message they came from, told, put right and forgotten', async () => {
  expect(await say('remember that my sister is called Anna')).toBe("I'll remember that: “My sister is called Anna”.");
  expect(await say("my sister's name is Ana, not Anna")).toBe(
    "Thanks, I've put that right: “My sister's name is Ana”.",
  );
  expect(await say('what do you know about me?')).toBe("This is what you told me:\n• “My sister's name is Ana”");
  expect(await say("what's my sister's name?")).toBe("You told me: “My sister's name is Ana”.");
  const [memory] = (await person.get<{ source: string }[]>('/account/memories')).body;
  const [message] = await stack.supabase.query<{ content: string }>(
    'select content from public.chat_messages where id = $1',
    [memory?.source],
  );
  expect(message?.content).toBe("my sister's name is Ana, not Anna");
  expect(await say("remember that I'm allergic to peanuts")).toMatch(/^I'll remember/);
  expect(await say('remember my password is hunter2')).toMatch(/don't keep those/);
  expect(await say('forget my sister')).toBe("Forgotten: “My sister's name is Ana”.");
  expect(await say('do you know my name?')).toMatch(/don't know that yet/);
});

test('a question that is asked back is answered by the next message, and an offer by a yes', async () => {
  await say('add dentist tomorrow at 9am');
  expect(await say('move the dentist')).toBe('When should it be instead?');
  expect(await say('tomorrow at 3pm')).toBe('Dentist is moved to tomorrow at 3 in the afternoon.');
  expect(await say('I need to sleep more')).toBe('Shall I put “Sleep more” on your list?');
  expect(await say('yes please')).toBe('Sleep more is on your list for today.');
  expect(await say("I'd like to get fit")).toBe('Shall I make “Get fit” a goal and plan it?');
  expect(await say('no')).toBe('No problem, nothing has changed.');
  expect(await stack.supabase.query('select from public.goals where user_id = $1', [person.id])).toEqual([]);
});

test.each([
  ['1,000 * 12', '1,000 * 12 = 12,000'],
  ['15 % of 240?', '15 % of 240 = 36'],
  ['what is 12 times 7', '12 * 7 = 84'],
  ['5 miles in km', '5 mi = 8.04672 km'],
  ['70 F in C', '70 °F ≈ 21.1 °C'],
])('%j is worked out without a program', async (message, answer) => {
  expect(await say(message)).toBe(answer);
  expect((await answered(person, 'rules')).requiresE2B).toBe(false);
});

describe('nothing is run that is no program', () => {
  test.each(
    `yes/no|check-in|24/7|C++|10-12|9-5|me@example.com|COVID-19|Mon-Fri|pass/fail|R&D|7:30-8:30|and/or|he/she|AC/DC|room 12-14|555-1234`.split(
      '|',
    ),
  )('%j', async (message) => {
    await say(message);
    expect((await answered(person, 'rules')).requiresE2B).toBe(false);
    expect(await tasks()).toEqual([]);
  });
});

test('programs are run: in a block, and unmistakable ones without', async () => {
  expect(await say('```python\nprint(6 * 7)\n```')).toContain('42');
  expect(await say('print(2 + 3)')).toContain('5');
});

test.each([
  [
    'setz Milch auf die Liste',
    'Milch steht auf deiner Liste: heute.',
    'was habe ich heute?',
    'Eine Aufgabe, heute: Milch, heute.',
  ],
  [
    'ajoute du lait à ma liste',
    'Lait est sur ta liste : aujourd’hui.',
    "qu'est-ce que j'ai aujourd'hui ?",
    'Une tâche, aujourd’hui : Lait, aujourd’hui.',
  ],
  ['añade leche a mi lista', 'Leche está en tu lista: hoy.', '¿qué tengo hoy?', 'Una tarea, hoy: Leche, hoy.'],
  ['põe leite na minha lista', 'Leite está na tua lista: hoje.', 'o que tenho hoje?', 'Uma tarefa, hoje: Leite, hoje.'],
  [
    'aggiungi il latte alla mia lista',
    'Latte è nella tua lista: oggi.',
    'cosa ho oggi?',
    'Un’attività, oggi: Latte, oggi.',
  ],
  [
    'voeg melk toe aan mijn lijst',
    'Melk staat op je lijst: vandaag.',
    'wat heb ik vandaag?',
    'Eén taak, vandaag: Melk, vandaag.',
  ],
])('%j is answered in its language', async (add, added, ask, listed) => {
  expect(await say(add)).toBe(added);
  expect(await say(ask)).toBe(listed);
});

test('what cannot be done is said with what can, the hint once a conversation, and no variable is named', async () => {
  const first = await say('who won the world cup in 2022');
  const second = await say('and what is the meaning of life');
  expect(first).toMatch(/I can keep your list.*\n\n.*language model/s);
  expect(second).not.toContain('language model');
  expect(await say('who won the world cup in 2022', 'another')).toContain('language model');
  expect(`${first}${second}`).not.toMatch(/[A-Z]{3,}_|API|KEY/);
});

test('the hint stays said in a long conversation and in another language', async () => {
  expect(await say('who won the world cup in 2022')).toContain('language model');
  expect(await say('wer hat die Weltmeisterschaft 2022 gewonnen und warum?')).toMatch(/^Das kann ich .*rechnen\.$/);
  for (let turn = 0; turn < 11; turn += 1) await say('hello');
  expect(await say('who won the world cup in 2022')).toMatch(/do sums\.$/);
});
