import { readNumerals, sayNumber, type Writing } from './numerals.ts';
import { add, divide, format, fromDecimal, multiply, type Rational, rational, toNumber } from './rational.ts';
import type { SAID } from './said.ts';

const PACE =
  '(?:pace|tempo|allure|ritmo|passo|andatura|speed(?! up)|geschwindigkeit|vitesse|velocidad|velocidade|velocit[àa]|snelheid)(?![\\p{L}])';
/** Questions for a pace; a sentence that only tells of one ("5 km in 30 minutes at a steady pace") is none. */
const ASKS = new RegExp(
  `(?<!\\p{L})(?:how fast|wie schnell|hoe snel)(?![\\p{L}])|(?<!\\p{L})(?:what(?:['’]?s)?|which|wie|welche[sr]?|quelle?|cu[aá]l|qu[eé]|qual|che|wat|welke?)(?: \\p{L}+){0,3} ${PACE}|^(?:my |the |average )*${PACE}(?: (?:of|for))?:? \\d|[,.;:?] ?(?:my |mein |mon |mi |meu |mio |mijn )?${PACE} ?\\?$`,
  'iu',
);
const HOURS = 'h|hrs?|hours?|stunden?|std|heures?|horas?|or[ae]|uur|uren';
const MINUTES = 'm|mins?|minutes?|minuten?|minutos?|minut[io]|minuut';
const SECONDS = 's|secs?|seconds?|sekunden?|secondes?|segundos?|second[io]|seconden';
const NUMBER = '(\\d+(?:\\.\\d+)?)';
const AND = ',? ?(?:(?:and|und|et|y|e|en) )?';
const RUN = new RegExp(
  `(?<![\\d.,:])${NUMBER} ?(?<unit>km|k|kilomet(?:er|re)s?|kilom[èe]tres?|kil[óo]metros?|quil[ôo]metros?|chilometri|mi|miles?|meilen|millas|milhas|miglia|mijl)(?![\\p{L}]) (?:in|en|em|within) (?:(?<clock>\\d{1,2}(?::[0-5]\\d){1,2})(?: ?(?:(?<byHour>${HOURS})|${MINUTES})(?![\\p{L}]))?|(?:(?<hours>\\d+(?:\\.\\d+)?) ?(?:${HOURS})(?![\\p{L}])${AND})?(?:(?<minutes>\\d+(?:\\.\\d+)?)(?<minute> ?(?:${MINUTES})(?![\\p{L}]))?(?![\\d.])${AND})?(?:(?<seconds>\\d+) ?(?:${SECONDS})(?![\\p{L}]))?)(?![\\d:.]\\d)`,
  'iu',
);

/** Answers the pace and the speed of a distance in a time: "5 km in 27 minutes" is 5:24 min per km. */
export function answerPace(message: string, writing: Writing, said: (typeof SAID)['en']): string | null {
  if (!ASKS.test(message)) return null;
  const { text } = readNumerals(message, writing);
  const run = RUN.exec(text);
  const { groups = {} } = run ?? {};
  const length = fromDecimal(run?.[1] ?? '0');
  const seconds = secondsOf(groups, toNumber(length));
  // One run has one pace: with a second distance it is not certain which is meant.
  const others = text.replace(RUN, '').match(/\d/);
  if (others || !seconds || length.n === 0n || seconds.n === 0n) return null;
  const unit = /^(?:k|q|chilo)/i.test(groups.unit ?? '') ? 'km' : 'mi';
  const each = Math.round(toNumber(divide(seconds, length)));
  const [minutes, rest] = [Math.floor(each / 60), each % 60];
  const speed = divide(multiply(length, rational(3600n)), seconds);
  const rounded = Math.round(toNumber(speed) * 100) / 100;
  const isExact = format(speed).text === String(rounded);
  const time = `${minutes}:${String(rest).padStart(2, '0')}`;
  const perHour = `${isExact ? '' : '≈ '}${sayNumber(String(rounded), writing)} ${unit === 'km' ? 'km/h' : 'mph'}`;
  return said.pace(isWholeSecond(seconds, length) ? time : `≈ ${time}`, unit, perHour);
}

const isWholeSecond = (seconds: Rational, length: Rational) => divide(seconds, length).d === 1n;

/** Kilometres or miles in an hour that nobody runs or rides: "42 km in 3:45" is hours and minutes, "5 km in 27:30" is not. */
const fastest = 45;

function secondsOf(groups: Record<string, string | undefined>, length: number): Rational | null {
  const { clock, byHour, hours, minutes, minute, seconds } = groups;
  if (clock) {
    const parts = clock.split(':').map(Number);
    const value = parts.reduce((sum, part) => sum * 60 + part, 0);
    const isHours = parts.length === 2 && (byHour !== undefined || length * 3600 > fastest * value);
    return rational(BigInt(isHours ? value * 60 : value));
  }
  // A bare number is minutes behind hours alone: "1 h 45".
  if ((!hours && !minutes && !seconds) || (minutes && !minute && !hours)) return null;
  const inSeconds = (part: string | undefined, size: bigint) => multiply(fromDecimal(part ?? '0'), rational(size));
  return add(add(inSeconds(hours, 3600n), inSeconds(minutes, 60n)), inSeconds(seconds, 1n));
}
