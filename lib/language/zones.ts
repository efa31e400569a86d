import { isTimezone } from '../days.ts';
import { endsHere } from './clauses.ts';
import type { Phrases, Valued } from './phrases.ts';
import type { Asked } from './questions.ts';

/**
 * Letters that name a zone: those of a country by its zone, so that summer time is right; those of one offset by the offset
 * (`Etc/GMT+5` is five hours behind UTC). Letters that several countries use (IST, CST in China) are left to ask about.
 * Source: tzdata's own abbreviations.
 */
const LETTERS: Record<string, string> = {
  utc: 'UTC',
  gmt: 'UTC',
  z: 'UTC',
  zulu: 'UTC',
  et: 'America/New_York',
  est: 'Etc/GMT+5',
  edt: 'Etc/GMT+4',
  ct: 'America/Chicago',
  cst: 'Etc/GMT+6',
  cdt: 'Etc/GMT+5',
  mt: 'America/Denver',
  mst: 'Etc/GMT+7',
  mdt: 'Etc/GMT+6',
  pt: 'America/Los_Angeles',
  pst: 'Etc/GMT+8',
  pdt: 'Etc/GMT+7',
  akst: 'Etc/GMT+9',
  hst: 'Etc/GMT+10',
  brt: 'America/Sao_Paulo',
  wet: 'Europe/Lisbon',
  bst: 'Etc/GMT-1',
  cet: 'Europe/Berlin',
  cest: 'Etc/GMT-2',
  mez: 'Europe/Berlin',
  mesz: 'Etc/GMT-2',
  eet: 'Europe/Athens',
  eest: 'Etc/GMT-3',
  msk: 'Europe/Moscow',
  sgt: 'Asia/Singapore',
  hkt: 'Asia/Hong_Kong',
  jst: 'Asia/Tokyo',
  kst: 'Asia/Seoul',
  awst: 'Australia/Perth',
  aest: 'Etc/GMT-10',
  aedt: 'Etc/GMT-11',
  nzst: 'Etc/GMT-12',
  nzdt: 'Etc/GMT-13',
};
const UNSURE = new Set(['ist', 'ast', 'adt', 'amt', 'gst', 'wst', 'ict', 'pkt', 'wib', 'acst', 'sast']);
/** Zones of the United States by their names, right behind a time and before no noun: "5 pm central station". */
const REGIONS = new Set(['eastern', 'central', 'mountain', 'pacific']);
/** Cities as people name them, where the zone's own name is another. */
const CITIES: Record<string, string> = {
  'san francisco': 'America/Los_Angeles',
  'los angeles': 'America/Los_Angeles',
  'new york': 'America/New_York',
  nyc: 'America/New_York',
  ny: 'America/New_York',
  la: 'America/Los_Angeles',
  sf: 'America/Los_Angeles',
  boston: 'America/New_York',
  washington: 'America/New_York',
  seattle: 'America/Los_Angeles',
  miami: 'America/New_York',
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  pacific: 'America/Los_Angeles',
  uk: 'Europe/London',
  british: 'Europe/London',
  londres: 'Europe/London',
  londoner: 'Europe/London',
  londra: 'Europe/London',
  london: 'Europe/London',
  lisboa: 'Europe/Lisbon',
  lisbonne: 'Europe/Lisbon',
  milano: 'Europe/Rome',
  roma: 'Europe/Rome',
  munchen: 'Europe/Berlin',
  munich: 'Europe/Berlin',
  hamburg: 'Europe/Berlin',
  german: 'Europe/Berlin',
  brasilia: 'America/Sao_Paulo',
  'sao paulo': 'America/Sao_Paulo',
  'rio de janeiro': 'America/Sao_Paulo',
  beijing: 'Asia/Shanghai',
  delhi: 'Asia/Kolkata',
  mumbai: 'Asia/Kolkata',
  bangalore: 'Asia/Kolkata',
  indian: 'Asia/Kolkata',
  japan: 'Asia/Tokyo',
  barcelona: 'Europe/Madrid',
  genf: 'Europe/Zurich',
  geneva: 'Europe/Zurich',
};

let cities: Map<string, string> | undefined;

/** Returns a city of the time zone database by its name, in the words of {@link tokenise}. */
function cityZone(name: string): string | undefined {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [
      (zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(),
      zone,
    ]),
  );
  return CITIES[name] ?? cities.get(name);
}

/** Tells whether letters of a zone stand at a place, which make the number before them a time. */
export function isZone(p: Phrases, at: number): boolean {
  return p.word(at).length > 2 && p.word(at) in LETTERS;
}

export type ReadZone = Valued<{ zone: string } | Asked>;

/** Returns the time zone at a place: "EST", "UTC+2", "Z", "London time", "heure de Paris", "[Europe/Berlin]", "Asia/Tokyo". */
export function readZone(p: Phrases, at: number): ReadZone | undefined {
  const begin = /^[[(]$/.test(p.word(at)) ? at + 1 : at;
  const close = (next: number) => (begin > at && /^[\])]$/.test(p.word(next)) ? next + 1 : next);
  const slash = p.word(begin + 1) === '/' && p.glued(begin + 1) && p.glued(begin + 2);
  if (slash) {
    const long = [7, 5, 3].find(
      (length) => isTimezone(p.words(begin, begin + length)) && p.words(begin, begin + length).includes('/'),
    );
    if (long) return { value: { zone: p.words(begin, begin + long) }, next: close(begin + long) };
  }
  const letters = p.word(begin);
  const after = begin + 1;
  const sign = p.word(after);
  if (/^(?:utc|gmt)$/.test(letters) && /^[+-]$/.test(sign) && p.digits(after + 1) !== undefined) {
    const hours = p.digits(after + 1) ?? 0;
    const isWhole = p.word(after + 2) !== ':' || p.word(after + 3) === '00';
    const next = close(p.word(after + 2) === ':' && p.glued(after + 2) ? after + 4 : after + 2);
    return hours <= 14 && isWhole
      ? { value: { zone: `Etc/GMT${sign === '+' ? '-' : '+'}${hours}` }, next }
      : { value: { ask: 'which_zone' }, next };
  }
  const isBehindTime = p.language === 'en' && (p.digits(begin - 1) !== undefined || p.hit(begin - 1, 'ampm'));
  const zone = LETTERS[letters] ?? (isBehindTime && isRegion(p, begin) ? CITIES[letters] : undefined);
  // "PT" and "ET" are words too, so these two are written in capitals.
  const isWritten = letters.length > 2 || letters === 'z' || p.words(begin, after) === letters.toUpperCase();
  if (zone && isWritten) return { value: { zone }, next: close(p.over(afterSeason(p, after), 'time')) };
  if (UNSURE.has(letters) && p.words(begin, after) === letters.toUpperCase())
    return { value: { ask: 'which_zone' }, next: after };
  return cityTime(p, begin);
}

function isRegion(p: Phrases, at: number): boolean {
  const next = afterSeason(p, at + 1);
  return REGIONS.has(p.word(at)) && (p.hit(next, 'time') !== undefined || endsHere(p, next));
}

/** Over the season of a zone's time: "Eastern Standard Time". */
function afterSeason(p: Phrases, at: number): number {
  return /^(?:standard|daylight)$/.test(p.word(at)) && p.hit(at + 1, 'time') ? at + 1 : at;
}

/** "London time", "hora de Madrid", "their time". */
function cityTime(p: Phrases, at: number): ReadZone | undefined {
  const theirs = /^(?:their|his|her|your)$/.test(p.word(at)) ? p.hit(at + 1, 'time') : undefined;
  if (theirs) return { value: { ask: 'which_zone' }, next: theirs.next };
  const lead = p.hit(at, 'zonepre');
  const start = lead?.next ?? at;
  for (const length of [3, 2, 1]) {
    const name = p.tokens
      .slice(start, start + length)
      .map(({ text }) => text)
      .join(' ');
    const end = start + length;
    const time = p.hit(end, 'time');
    if (!lead && !time) continue;
    const zone = cityZone(name);
    if (zone) return { value: { zone }, next: time && !lead ? time.next : end };
  }
  const isPlace = lead && /^\p{Lu}/u.test(p.words(start, start + 1));
  return isPlace ? { value: { ask: 'which_zone' }, next: start + 1 } : undefined;
}
