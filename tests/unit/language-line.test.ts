import { expect, test } from 'vitest';
import { readTaskLine } from '../../lib/language/line.ts';

/** Saturday, 28 November 2026, 16:45 in Berlin. */
const saturday = { now: new Date('2026-11-28T15:45:00Z'), timezone: 'Europe/Berlin' };

function read(text: string): string[] {
  const { title, time, duration_minutes, question } = readTaskLine(text, saturday);
  const rule = time?.kind === 'recurring' ? time.rule : '';
  const when = [rule, time?.date, time?.time, duration_minutes && `${duration_minutes} min`].filter(Boolean).join(' ');
  return [title, question ? 'ask' : when];
}

test.each([
  ['water plants every day at 8 for 10 min', 'water plants', 'FREQ=DAILY 2026-11-29 08:00 10 min'],
  ['Zahnarzt morgen um 15 Uhr', 'Zahnarzt', '2026-11-29 15:00'],
  ['add milk to my list tomorrow at 5', 'milk', '2026-11-29 17:00'],
  ['remind me tomorrow to call mum', 'call mum', '2026-11-29'],
  ['Dinner with Anna Friday at 8', 'Dinner with Anna', '2026-12-04 20:00'],
  ['call the bank Monday morning', 'call the bank', '2026-11-30 09:00'],
  ['gym mon wed fri 6pm', 'gym', 'FREQ=WEEKLY;BYDAY=MO,WE,FR 2026-11-30 18:00'],
  ['read 20 pages every night before bed', 'read 20 pages', 'FREQ=DAILY 2026-11-28 22:00'],
  ['Meeting with Bob from 2 to 3pm on Thursday', 'Meeting with Bob', '2026-12-03 14:00 60 min'],
  ['every other Friday clean fridge', 'clean fridge', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 2026-12-04'],
  ['Write for 30 minutes', 'Write', '30 min'],
  ['wrap gifts before Christmas', 'wrap gifts', '2026-12-24'],
  ['Elternabend am 3.12. um 19:30', 'Elternabend', '2026-12-03 19:30'],
  ['prendre rendez-vous chez le médecin lundi matin', 'prendre rendez-vous chez le médecin', '2026-11-30 09:00'],
  ['cena con Ana el viernes a las 9', 'cena con Ana', '2026-12-04 21:00'],
  ['tomar remédio todo dia às 22h', 'tomar remédio', 'FREQ=DAILY 2026-11-28 22:00'],
  [
    'portare fuori la spazzatura ogni martedì sera',
    'portare fuori la spazzatura',
    'FREQ=WEEKLY;BYDAY=TU 2026-12-01 19:00',
  ],
  ['Dinner with Priya sat 7', 'Dinner with Priya', '2026-11-28 19:00'],
  ['lunch with Ben wed 1230', 'lunch with Ben', '2026-12-02 12:30'],
  ['flight to Denver 12/18 6:05a', 'flight to Denver', '2026-12-18 06:05'],
  ['Workout M/W/F 7am', 'Workout', 'FREQ=WEEKLY;BYDAY=MO,WE,FR 2026-11-30 07:00'],
  ['team lunch noon wed', 'team lunch', '2026-12-02 12:00'],
  ['Black Friday: look for a tv', 'look for a tv', '2027-11-26'],
  ['expense report due eom', 'expense report', '2026-11-30'],
  ['order turkey two weeks before Christmas', 'order turkey', '2026-12-11'],
  ['cable guy mon the 7th from 8 to noon', 'cable guy', '2026-12-07 08:00 240 min'],
  ['Miete am 1. überweisen', 'Miete überweisen', '2026-12-01'],
  ['Plätzchen backen am 1. Advent', 'Plätzchen backen', '2026-11-29'],
  ['Elternabend am Donnerstag um halb acht', 'Elternabend', '2026-12-03 19:30'],
  ['dîner à 8h avec Paul vendredi', 'dîner avec Paul', '2026-12-04 20:00'],
  ['reyes: comprar roscón', 'comprar roscón', '2027-01-06'],
  ['vuilnis buiten zetten elke dinsdagavond', 'vuilnis buiten zetten', 'FREQ=WEEKLY;BYDAY=TU 2026-12-01 19:00'],
])('"%s" is "%s", %s', (text, title, when) => expect(read(text)).toEqual([title, when]));

test.each([
  'read chapter 5',
  'midnight snack for the kids',
  'send the 2025 return to Bill',
  'PT exercises',
  'look at 3 apartments',
  'Sunday roast with family',
  'Finish Monday report',
  "prepare Monday's meeting",
  'Christmas shopping',
  'Watch "The Day After Tomorrow"',
  '1/2 marathon training',
  'run 5 km in 25 minutes',
  'Book flight to Paris for 3 days',
])('"%s" has its numbers and days in the title', (text) => expect(read(text)).toEqual([text, '']));

test.each([
  ['submit report next week', 'submit report'],
  ['renew license before it expires', 'renew license before it expires'],
  ['return books by Satruday', 'return books by'],
  ['plan trip in March', 'plan trip'],
  ['take pills twice a day', 'take pills'],
  ['take pills 3 times a day', 'take pills'],
  ['tues or thurs haircut', 'haircut'],
  ['réunion lundi ou mardi', 'réunion'],
  ['riunione lunedì o martedì', 'riunione'],
  ['reunião segunda ou terça', 'reunião'],
  ['not before Friday: call Jim', 'call Jim'],
  ['nicht vor Freitag anrufen', 'anrufen'],
  ['pas avant vendredi appeler Jean', 'appeler Jean'],
  ['babysit for Kim Sat 5 to 10', 'babysit for Kim to'],
  ['check mail in 2 or 3 days', 'check mail'],
  ['call the Sydney office 9am their time Thursday', 'call the Sydney office'],
  ['turn off the sprinkler at sunset', 'turn off the sprinkler'],
  ['call Bob on Monday or Tuesday', 'call Bob'],
])('"%s" asks when', (text, title) => expect(read(text)).toEqual([title, 'ask']));
