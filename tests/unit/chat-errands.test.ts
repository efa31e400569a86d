import { expect, test } from 'vitest';
import { ERRANDS } from '../../lib/chat/errand-words.ts';
import type { Language } from '../../lib/language/languages.ts';
import { callsOf, openTask, thinkAbout } from '../support/rules.ts';

test.each<[Language, string, string, string?]>([
  ['en', 'book me a table for Friday at 7', 'Book a table', 'Friday at 7'],
  ['en', 'can you book us a table for Friday at 7?', 'Book a table', 'Friday at 7'],
  ['en', 'reserve a table for two on Friday at 8', 'Reserve a table for two', 'on Friday at 8'],
  ['en', 'order me a taxi', 'Order a taxi'],
  ['en', 'call an uber for me', 'Call an uber'],
  ['en', 'call the doctor for me', 'Call the doctor'],
  ['en', "call the doctor for me tomorrow at 9, I'm ill", 'Call the doctor', 'tomorrow at 9'],
  ['en', 'could you text Anna that I am late', 'Text Anna that I am late'],
  ['en', 'send Anna an email', 'Send Anna an email'],
  ['de', 'reservier mir einen Tisch für Freitag um 19 Uhr', 'Tisch reservieren', 'für Freitag um 19 Uhr'],
  ['de', 'kannst du mir einen Tisch für Freitag um 19 Uhr buchen?', 'Tisch buchen', 'für Freitag um 19 Uhr'],
  ['de', 'bestell mir ein Taxi', 'Taxi bestellen'],
  ['de', 'ruf für mich den Arzt an', 'Arzt anrufen'],
  ['de', 'schick Anna eine E-Mail', 'Anna eine E-Mail schicken'],
  ['fr', 'réserve-moi une table vendredi à 19h', 'Réserver une table', 'vendredi à 19h'],
  ['fr', 'peux-tu commander un taxi ?', 'Commander un taxi'],
  ['fr', 'appelle le médecin pour moi', 'Appeler le médecin'],
  ['fr', 'envoie un mail à Anna', 'Envoyer un mail à Anna'],
  ['es', 'resérvame una mesa para el viernes a las 7', 'Reservar una mesa', 'para el viernes a las 7'],
  ['es', 'pídeme un taxi', 'Pedir un taxi'],
  ['es', '¿puedes llamar al médico?', 'Llamar al médico'],
  ['es', 'envíale un correo a Anna', 'Enviar un correo a Anna'],
  ['pt', 'reserva-me uma mesa para sexta às 19h', 'Reservar uma mesa', 'para sexta às 19h'],
  ['pt', 'me reserva uma mesa para sexta às 19h', 'Reservar uma mesa', 'para sexta às 19h'],
  ['pt', 'chama um táxi', 'Chamar um táxi'],
  ['pt', 'liga ao médico por mim', 'Ligar ao médico'],
  ['pt', 'manda um email à Ana', 'Enviar um email à Ana'],
  ['it', 'prenotami un tavolo per venerdì alle 19', 'Prenotare un tavolo', 'per venerdì alle 19'],
  ['it', 'chiamami un taxi', 'Chiamare un taxi'],
  ['it', 'chiama il medico per me', 'Chiamare il medico'],
  ['it', 'manda una mail ad Anna', 'Mandare una mail ad Anna'],
  ['nl', 'reserveer een tafel voor vrijdag om 19 uur', 'Tafel reserveren', 'voor vrijdag om 19 uur'],
  ['nl', 'kun je een tafel reserveren voor vrijdag om 19 uur?', 'Tafel reserveren', 'voor vrijdag om 19 uur'],
  ['nl', 'bestel me een taxi', 'Taxi bestellen'],
  ['nl', 'bel de dokter voor me', 'Dokter bellen'],
  ['nl', 'stuur Anna een e-mail', 'Anna een e-mail sturen'],
])('what cannot be done in the world becomes a task, and is said (%s): %s', (language, said, title, when) => {
  const thought = thinkAbout(said, { locale: language });
  expect(callsOf(thought)).toEqual([['create_task', { title, ...(when ? { when } : {}) }]]);
  expect(thought.text).toContain(ERRANDS[language].cannot);
});

test('several things are each done, and only what cannot be done is said to be so', () => {
  const { text, calls } = thinkAbout('book me a table for Friday at 7 and remind me to call mum at 6');
  expect(calls.map(({ arguments: { title } }) => title)).toEqual(['Book a table', 'Call mum']);
  expect(text).toBe(ERRANDS.en.cannot);
});

test.each<[string, [string, object][]]>([
  ['book gym at 7', [['create_task', { title: 'Gym', when: 'at 7' }]]],
  ['book dentist friday 10am', [['create_task', { title: 'Dentist', when: 'friday 10am' }]]],
  ['can you order my tasks', [['list_tasks', {}]]],
  ['remind me to book a table', [['create_task', { title: 'Book a table' }]]],
  ['add send Anna an email to my list', [['create_task', { title: 'Send Anna an email' }]]],
  ['I booked a table', [['complete_task', { task: 'book a table' }]]],
  ['can you call off the gym', [['cancel_task', { task: 'gym' }]]],
  ['text me when it is done', []],
])('what the list can do is not turned down: %s', (said, calls) => {
  const thought = thinkAbout(said, { tasks: [openTask('Book a table', 25)] });
  expect(callsOf(thought)).toEqual(calls);
  expect(thought.text).not.toContain(ERRANDS.en.cannot);
});

test.each<[Language, string]>([
  ['en', 'call an ambulance'],
  ['en', 'can you call the police please'],
  ['de', 'ruf einen Krankenwagen'],
  ['fr', 'appelle une ambulance'],
  ['es', 'llama a una ambulancia'],
  ['pt', 'chama uma ambulância'],
  ['it', "chiama un'ambulanza"],
  ['nl', 'bel een ambulance'],
])('whoever needs help at once is told whom to call, and nothing is put on a list (%s): %s', (language, said) => {
  const { text, calls } = thinkAbout(said, { locale: language });
  expect(calls).toEqual([]);
  expect(text).toContain('112');
});
