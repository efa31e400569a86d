import { type Day, daysBetween, todayIn } from '../days.ts';
import type { Language } from '../language/languages.ts';
import { sayFullDate } from '../language/say.ts';
import { type Moment, readWhen } from '../language/when.ts';
import { fill } from '../text.ts';
import { wallClockAt } from '../time.ts';

const UNTIL =
  /^(?:(?:how (?:many|much))? ?(?<unit>days|weeks|sleeps)?(?: are(?: there)?| is it|(?: is)? left|(?: do)? (?:i|we) have(?: left)?)*|how (?:long|far)(?: is it)?(?: off)?) (?:until|till|til|to|before|'til) (?<day>.+)$/i;
const IN_HOW_MANY = /^in how many (?<unit>days|weeks) (?:is|are|will it be|do i have) (?<day>.+)$/i;
const WHICH_DAY =
  /^(?:what|which) (?:day|weekday|date)(?: of the week)? (?:is|was|will be) (?<day>.+?)(?: (?:on|this year))?$/i;

/** How other languages ask how long it is until a day, and what they are told. */
const UNTIL_IN: [language: Language, form: RegExp, answer: (days: number, day: string) => string][] = [
  [
    'de',
    /^(?:wie viele tage|wie lange)(?: (?:sind es|ist es|noch|sind es noch|ist es noch))? bis (?:zu[mr]? )?(?<day>.+)$/iu,
    (days, day) => `Noch ${days} ${days === 1 ? 'Tag' : 'Tage'} bis ${day}.`,
  ],
  [
    'fr',
    /^(?:dans )?combien de jours (?:(?:reste-t-il|il reste|restent) )?(?:avant|jusqu'à|jusqu'au|d'ici) (?<day>.+)$/iu,
    (days, day) => `Encore ${days} ${days === 1 ? 'jour' : 'jours'} jusqu'au ${day}.`,
  ],
  [
    'es',
    /^cu[aá]ntos días (?:faltan|quedan) (?:para|hasta) (?:el |la )?(?<day>.+)$/iu,
    (days, day) => `${days === 1 ? 'Falta 1 día' : `Faltan ${days} días`} para el ${day}.`,
  ],
  [
    'pt',
    /^quantos dias (?:faltam|falta) (?:para|até) (?:o |ao |a |à )?(?<day>.+)$/iu,
    (days, day) => `${days === 1 ? 'Falta 1 dia' : `Faltam ${days} dias`} até ${day}.`,
  ],
  [
    'it',
    /^quanti giorni (?:mancano|manca) (?:a|al|alla|per|fino a) (?<day>.+)$/iu,
    (days, day) => `${days === 1 ? 'Manca 1 giorno' : `Mancano ${days} giorni`} a ${day}.`,
  ],
  [
    'nl',
    /^hoeveel dagen (?:is het )?(?:nog )?(?:tot|voor) (?<day>.+)$/iu,
    (days, day) => `Nog ${days} ${days === 1 ? 'dag' : 'dagen'} tot ${day}.`,
  ],
];

/** How other languages ask which day it is and what time, and what they are told. */
const NOW_IN: [language: Language, day: RegExp, time: RegExp, say: { day: string; time: string }][] = [
  [
    'de',
    /^(?:welche[rn] tag|was für ein(?:en)? tag|den wievielten|welches datum) (?:ist|haben wir)(?: heute)?$/iu,
    /^(?:wie ?spät|wie ?viel uhr) (?:ist|haben wir)(?: es)?(?: jetzt| gerade)?$/iu,
    { day: 'Heute ist {x}.', time: 'Es ist {x} Uhr.' },
  ],
  [
    'fr',
    /^(?:quel jour (?:sommes-nous|on est|est-on|est-ce)|on est quel jour|quelle est la date)(?: d'aujourd'hui| aujourd'hui)?$/iu,
    /^(?:quelle heure (?:est-il|il est)|il est quelle heure)(?: maintenant)?$/iu,
    { day: 'Nous sommes le {x}.', time: 'Il est {x}.' },
  ],
  [
    'es',
    /^(?:qu[eé] (?:día|fecha) es|a qu[eé] (?:día )?estamos)(?: hoy)?$/iu,
    /^qu[eé] hora es(?: ahora)?$/iu,
    { day: 'Hoy es {x}.', time: 'Son las {x}.' },
  ],
  [
    'pt',
    /^(?:que dia é|qual é a data)(?: de hoje| hoje)?$/iu,
    /^que horas são(?: agora)?$/iu,
    { day: 'Hoje é {x}.', time: 'São {x}.' },
  ],
  [
    'it',
    /^(?:che giorno è|qual è la data|che data è)(?: di oggi| oggi)?$/iu,
    /^(?:che ore sono|che ora è)(?: adesso)?$/iu,
    { day: 'Oggi è {x}.', time: 'Sono le {x}.' },
  ],
  [
    'nl',
    /^(?:welke dag is het|wat is de datum|de hoeveelste is het)(?: van vandaag| vandaag)?$/iu,
    /^hoe laat is het(?: nu)?$/iu,
    { day: 'Vandaag is het {x}.', time: 'Het is {x}.' },
  ],
];

/** Answers what time or day it is, which weekday a day is, and how long it is until one. Null for other questions. */
export function answerDayQuestion(message: string, moment: Moment): string | null {
  const said = message
    .trim()
    .replace(/[’`]/g, "'")
    .replace(/^[¡¿]+|[?.!\s]+$/g, '');
  const { day: today, time } = wallClockAt(moment.now, moment.timezone);
  if (/^(?:what(?:'?s| is)? (?:the )?time(?: is it| now)*|what time is it(?: now)?|time\??)$/i.test(said))
    return `It's ${time}.`;
  if (
    /^(?:what(?:'?s| is)? (?:the |today'?s? )?(?:date|day)(?: is it| today| is today| of the week is it)*)$/i.test(said)
  ) {
    return `It's ${sayFullDate(today)}.`;
  }
  for (const [language, dayForm, timeForm, say] of NOW_IN) {
    if (dayForm.test(said)) return fill(say.day, { x: inWords(today, language) });
    if (timeForm.test(said)) return fill(say.time, { x: time });
  }
  const until = (UNTIL.exec(said) ?? IN_HOW_MANY.exec(said))?.groups;
  if (until?.day) return sayUntil(until.day, until.unit, moment);
  for (const [language, form, answer] of UNTIL_IN) {
    const words = form.exec(said)?.groups?.day;
    const day = words && readDay(words, moment);
    const days = day ? daysBetween(today, day) : -1;
    if (day && days > 0) return answer(days, inWords(day, language));
  }
  const which = WHICH_DAY.exec(said)?.groups?.day ?? '';
  const day = which && readDay(which, moment);
  if (!day) return null;
  // A date is not said twice.
  if (/\d/.test(which)) return `${sayFullDate(day)}.`;
  return `${capital(day === today ? 'Today' : which)} is ${sayFullDate(day)}.`;
}

function sayUntil(words: string, unit: string | undefined, moment: Moment): string | null {
  const day = readDay(words, moment);
  if (!day) return null;
  const days = daysBetween(todayIn(moment.timezone, moment.now), day);
  if (days < 0) return null;
  if (days === 0) return "That's today!";
  const [weeks, rest] = [Math.floor(days / 7), days % 7];
  const inDays = count(days, 'day');
  const inWeeks = rest === 0 ? count(weeks, 'week') : `${count(weeks, 'week')} and ${count(rest, 'day')}`;
  const length = unit === 'weeks' && weeks > 0 ? inWeeks : inDays;
  return `${capital(length)} until ${sayFullDate(day)}.`;
}

function readDay(words: string, moment: Moment): Day | undefined {
  const read = readWhen(words, moment);
  return read.kind === 'instant' ? read.date : undefined;
}

const inWords = (day: Day, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
