import { describe, expect, test } from 'vitest';
import { readWhen } from '../../lib/language/when.ts';

/** Saturday, 28 November 2026, 16:45 in Berlin. */
const saturday = { now: new Date('2026-11-28T15:45:00Z'), timezone: 'Europe/Berlin' };

/** Reads a text as one line: the rule, the day, the time and the minutes. */
function read(text: string, about = ''): string {
  const time = readWhen(text, saturday, undefined, about);
  if (time.kind === 'unclear') return 'ask';
  const parts = [time.kind === 'recurring' ? time.rule : '', time.date, time.time ?? ''];
  return [...parts, time.duration_minutes ? `${time.duration_minutes} min` : ''].filter(Boolean).join(' ');
}

describe('zones', () => {
  test.each([
    ['tomorrow 3pm EST', '2026-11-29 21:00'],
    ['tomorrow at 15:00 UTC', '2026-11-29 16:00'],
    ['Tue, 15 Dec 2026 16:00:00 GMT', '2026-12-15 17:00'],
    ['9:00Z on Monday', '2026-11-30 10:00'],
    ['3pm London time on Friday', '2026-12-04 16:00'],
    ['2026-12-15T17:00:00+01:00[Europe/Berlin]', '2026-12-15 17:00'],
    ['Monday 9am Pacific time', '2026-11-30 18:00'],
    ['Monday at 10:00 UTC+2', '2026-11-30 09:00'],
    ['Monday at 10 Asia/Tokyo', '2026-11-30 02:00'],
    ['lundi à 10h heure de Lisbonne', '2026-11-30 11:00'],
    ['lundi à 10h heure de Trifouillis', 'ask'],
    ['lunes a las 10 hora de Lima', '2026-11-30 16:00'],
    ['Monday 3pm IST', 'ask'],
  ])('"%s" is %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('days that have names', () => {
  test.each([
    ['Good Friday', '2027-03-26'],
    ['Easter Sunday', '2027-03-28'],
    ['the Friday before Christmas', '2026-12-18'],
    ['after the 10th of December', '2026-12-11'],
    ['before Christmas', '2026-12-24'],
    ['last Friday of December', '2026-12-25'],
    ['the first Monday in March', '2027-03-01'],
    ['Karfreitag', '2027-03-26'],
    ['lundi de Pâques', '2027-03-29'],
    ['Nochebuena a las 8 de la noche', '2026-12-24 20:00'],
    ['véspera de Natal', '2026-12-24'],
    ['Pasquetta', '2027-03-29'],
    ['tweede kerstdag', '2026-12-26'],
    ['two days after Christmas', '2026-12-27'],
  ])('"%s" is %s', (text, expected) => expect(read(text)).toBe(expected));

  test('of the day after Thanksgiving the next one is meant', () => expect(read('Black Friday')).toBe('2027-11-26'));
});

describe('what is not meant is asked about', () => {
  test.each([
    'never on Monday',
    "can't do Friday",
    'avoid Monday',
    'skip Tuesday at 9',
    'nicht am Montag',
    'jamais le lundi',
    'Montag oder Dienstag',
    'lunes o martes',
    'la semaine prochaine',
    'in March',
    'early tomorrow',
    'le lundi',
  ])('"%s"', (text) => expect(read(text)).toBe('ask'));
});

describe('what repeats', () => {
  test.each([
    ['MWF at 6am', 'FREQ=WEEKLY;BYDAY=MO,WE,FR 2026-11-30 06:00'],
    ['Tuesday nights', 'FREQ=WEEKLY;BYDAY=TU 2026-12-01 20:00'],
    ['tomorrow 3pm every 2 weeks', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU 2026-11-29 15:00'],
    ['every 2 weeks from tomorrow 3pm', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU 2026-11-29 15:00'],
    ['first of every month', 'FREQ=MONTHLY;BYMONTHDAY=1 2026-12-01'],
    ['1st and 15th', 'FREQ=MONTHLY;BYMONTHDAY=1,15 2026-12-01'],
    ['weekly at Tuesday 18:00', 'FREQ=WEEKLY;BYDAY=TU 2026-12-01 18:00'],
    ['jeden zweiten Dienstag um 8', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 2026-12-01 08:00'],
    ['montags um halb sieben', 'FREQ=WEEKLY;BYDAY=MO 2026-11-30 06:30'],
    ['tous les lundis à 18h', 'FREQ=WEEKLY;BYDAY=MO 2026-11-30 18:00'],
    ['los martes y jueves a las 7', 'FREQ=WEEKLY;BYDAY=TU,TH 2026-12-01 07:00'],
    ['toda segunda às 7h', 'FREQ=WEEKLY;BYDAY=MO 2026-11-30 07:00'],
    ['ogni lunedì alle 7', 'FREQ=WEEKLY;BYDAY=MO 2026-11-30 07:00'],
    ['om de week op vrijdag', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 2026-12-04'],
  ])('"%s" is %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('one time', () => {
  test.each([
    ['demain à 18h', '2026-11-29 18:00'],
    ['heute Abend um 19 Uhr', '2026-11-28 19:00'],
    ['over the weekend', '2026-11-28'],
    ['noonish tomorrow', '2026-11-29 12:00'],
    ['tomorrow around dinner time', '2026-11-29 19:00'],
    ['tom at 9', '2026-11-29 09:00'],
    ['12/15/2026, 5:00:00 PM', '2026-12-15 17:00'],
    ['12 noon on Monday', '2026-11-30 12:00'],
    ['übermorgen um Viertel nach drei', '2026-11-30 15:15'],
    ['après-demain à midi', '2026-11-30 12:00'],
    ['pasado mañana a las ocho y media', '2026-11-30 08:30'],
    ['depois de amanhã às 9h', '2026-11-30 09:00'],
    ['dopodomani alle 9 e mezza', '2026-11-30 09:30'],
    ['overmorgen om kwart voor vijf', '2026-11-30 16:45'],
  ])('"%s" is %s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ['mañana por la mañana', '2026-11-29 09:00'],
    ['el martes por la noche a las 8', '2026-12-01 20:00'],
    ['amanhã de manhã', '2026-11-29 09:00'],
    ['terça às 10', '2026-12-01 10:00'],
    ['entre las 14 y las 16 el lunes', '2026-11-30 14:00 120 min'],
    ['à la Saint-Sylvestre à 20h', '2026-12-31 20:00'],
    ['24.12. 18:00', '2026-12-24 18:00'],
    ['dreiviertel acht', '2026-11-28 19:45'],
    ['mittags', '2026-11-29 12:00'],
    ['am Wochenende um 10', '2026-11-29 10:00'],
    ['voor kerst', '2026-12-24'],
    ['Samstag in einer Woche', '2026-12-05'],
    ['samedi en huit à 9h', '2026-12-05 09:00'],
    ['lundi en quinze', '2026-12-14'],
    ['vendredi 4 à 15 heures', '2026-12-04 15:00'],
    ['le 3', '2026-12-03'],
    ['de hoy en ocho', '2026-12-05'],
    ['de hoje a oito dias', '2026-12-05'],
    ['oggi a otto', '2026-12-05'],
    ['heute in acht Tagen', '2026-12-05'],
    ['+5 days', '2026-12-03'],
    ['übernächste Woche Dienstag', '2026-12-08'],
    ['un lundi sur deux à 9h', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO 2026-11-30 09:00'],
    ['un martedì sì e uno no', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 2026-12-01'],
    ['quarta domenica di ogni mese', 'FREQ=MONTHLY;BYDAY=4SU 2026-12-27'],
    ['all day Friday', '2026-12-04'],
    ['Mo, We, Fr 7am', 'FREQ=WEEKLY;BYDAY=MO,WE,FR 2026-11-30 07:00'],
    ['los fines de semana a las 10', 'FREQ=WEEKLY;BYDAY=SA,SU 2026-11-29 10:00'],
    ['en semaine à 8h', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 2026-11-30 08:00'],
  ])('"%s" is %s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    'wedensday at 9',
    'tomorrwo at 8',
    'Mittwohc um 9',
    'más tarde',
    'plus tard',
    'half an hour before noon',
    'Sunday before noon',
    'tomorrow until 5pm',
    'morgen vor 18 Uhr',
    'avant 16h demain',
    'mañana antes de las 5',
    'domani prima di mezzogiorno',
    'monthly on Friday',
    'in a few days',
    'for a few minutes tomorrow at 9',
    '15-12',
    'übernächsten Dienstag',
    'in the new year',
  ])('"%s" is asked about: a misspelt day is not today', (text) => expect(read(text)).toBe('ask'));

  test('an hour is the one that goes with what it is about', () => {
    expect(read('Friday at 8', 'Dinner with Anna')).toBe('2026-12-04 20:00');
    expect(read('Friday at 8', 'Breakfast with Anna')).toBe('2026-12-04 08:00');
    expect(read('Freitag um 8', 'Abendessen')).toBe('2026-12-04 20:00');
    expect(read('Friday at 8', 'Run')).toBe('2026-12-04 08:00');
  });
});
