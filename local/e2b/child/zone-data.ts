/**
 * Time zone data for Python's zoneinfo, made from Node's own ICU: nothing is downloaded and no file of the host is read.
 *
 * Each zone becomes one TZif file of version 2 (RFC 9636): the changes of its offset from 1970 to 2037, found by looking at the
 * offset once a fortnight and halving where it differs, and a POSIX rule for what comes after.
 */
import process from 'node:process';

const DAY = 86_400;
const FIRST = Date.UTC(1970, 0, 1) / 1000;
const LAST = Date.UTC(2038, 0, 1) / 1000;
/** The time from which a zone's rule is read: its last whole year. */
const LAST_YEAR = Date.UTC(2037, 0, 1) / 1000;

// Taken now: dropPowers() takes it from everybody else.
const { env } = process;

/** Seconds since 1970, and the seconds that clocks are ahead of UTC from then on. */
type Change = { at: number; offset: number };

/** Makes JavaScript's local time, and with it Python's, that of a zone. UTC for one that ICU does not know. */
export function setZone(zone: string): void {
  env.TZ = isZone(zone) ? zone : 'UTC';
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Za-z][\w+/-]{0,63}$/.test(zone);
  } catch {
    return false;
  }
}

/** Returns the offset of the zone that is set: Date is a hundred times as fast as Intl. */
const offsetAt = (at: number) => -60 * new Date(at * 1000).getTimezoneOffset();

/** Kinds of English, each of which knows other zones' letters: Britain's knows CET, India's IST. */
const englishes = ['en-US', 'en-GB', 'en-AU', 'en-NZ', 'en-IN', 'en-ZA', 'en-CA'];
const formats = new Map<string, Intl.DateTimeFormat>();

/** Returns the letters of the zone that is set, or as the tz database has it a number: `+0530`. */
export function abbreviationAt(at: number): string {
  const offset = offsetAt(at);
  const timeZone = env.TZ ?? 'UTC';
  for (const english of englishes) {
    const key = `${english} ${timeZone}`;
    const format = formats.get(key) ?? new Intl.DateTimeFormat(english, { timeZone, timeZoneName: 'short' });
    formats.set(key, format);
    const name = format.formatToParts(at * 1000).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    if (/^[A-Z]{3,5}$/.test(name) && (name !== 'GMT' || offset === 0)) return name;
  }
  const minutes = Math.abs(offset) / 60;
  const hh = String(Math.floor(minutes / 60)).padStart(2, '0');
  const mm = minutes % 60 ? String(Math.floor(minutes % 60)).padStart(2, '0') : '';
  return `${offset < 0 ? '-' : '+'}${hh}${mm}`;
}

function changesOfZone(): Change[] {
  const changes: Change[] = [];
  let before = offsetAt(FIRST);
  for (let at = FIRST; at < LAST; ) {
    const next = Math.min(at + 14 * DAY, LAST);
    if (offsetAt(next) === before) {
      at = next;
      continue;
    }
    let low = at;
    let high = next;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    before = offsetAt(high);
    changes.push({ at: high, offset: before });
    at = high;
  }
  return changes;
}

/**
 * Says whether clocks are ahead for a summer: by at most two hours of what was within 13 months before and comes within 10
 * after. (Differences are taken within half a day: a jump over the date line, as Apia's, is no other clock.)
 */
function isSummer(change: Change, all: Change[]): boolean {
  const isAheadOf = (other: Change) => {
    const ahead = ((((change.offset - other.offset + DAY / 2) % DAY) + DAY) % DAY) - DAY / 2;
    return ahead > 0 && ahead <= 7_200;
  };
  const within = (days: number, from: number, to: number) => to - from < days * DAY;
  return (
    all.some((other) => other.at <= change.at && within(400, other.at, change.at) && isAheadOf(other)) &&
    all.some((other) => other.at > change.at && within(300, change.at, other.at) && isAheadOf(other))
  );
}

/** `<+0530>-5:30` and the like (POSIX.1-2024, 8.3: the sign is the other way round). */
function posixOffset(offset: number): string {
  const minutes = Math.abs(offset) / 60;
  const rest = minutes % 60 ? `:${String(minutes % 60).padStart(2, '0')}` : '';
  return `${offset > 0 ? '-' : ''}${Math.floor(minutes / 60)}${rest}`;
}
const posixName = (name: string) => (/^[A-Za-z]+$/.test(name) ? name : `<${name}>`);

/** Returns the date of a change as `Mm.w.d/time`, in the clock that it ends. */
function posixDate({ at }: Change, offsetBefore: number): string {
  const local = new Date((at + offsetBefore) * 1000);
  const daysInMonth = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  const week = local.getUTCDate() + 7 > daysInMonth ? 5 : Math.ceil(local.getUTCDate() / 7);
  const minutes = local.getUTCHours() * 60 + local.getUTCMinutes();
  const time =
    minutes % 60 ? `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}` : `${minutes / 60}`;
  return `M${local.getUTCMonth() + 1}.${week}.${local.getUTCDay()}${minutes === 120 ? '' : `/${time}`}`;
}

/** Returns the rule after the last change: that of a last year with two changes, else the offset that is left. */
function posixRule(changes: Change[]): string {
  const [first, second, ...more] = changes.filter(({ at }) => at >= LAST_YEAR);
  if (!first || !second || more.length > 0) {
    return posixName(abbreviationAt(LAST)) + posixOffset(offsetAt(LAST));
  }
  const [summer, winter] = first.offset > second.offset ? [first, second] : [second, first];
  const ahead = summer.offset - winter.offset === 3_600 ? '' : posixOffset(summer.offset);
  const names = [posixName(abbreviationAt(winter.at)), posixName(abbreviationAt(summer.at))];
  const dates = `${posixDate(summer, winter.offset)},${posixDate(winter, summer.offset)}`;
  return `${names[0]}${posixOffset(winter.offset)}${names[1]}${ahead},${dates}`;
}

/** Returns a TZif file of the zone that is set. */
function tzif(): Buffer {
  const changes = changesOfZone();
  const start = { at: FIRST, offset: offsetAt(FIRST) };
  const types: { offset: number; isDst: boolean; name: string }[] = [];
  const typeOf = (change: Change) => {
    const isDst = change !== start && isSummer(change, [start, ...changes]);
    const type = { offset: change.offset, isDst, name: abbreviationAt(change.at) };
    const known = types.findIndex(
      (other) => other.offset === type.offset && other.isDst === isDst && other.name === type.name,
    );
    return known >= 0 ? known : types.push(type) - 1;
  };
  typeOf(start);
  const indexes = changes.map(typeOf);
  const names = [...new Set(types.map(({ name }) => name))];
  const placeOf = (name: string) =>
    names.slice(0, names.indexOf(name)).reduce((sum, { length }) => sum + length + 1, 0);
  const letters = Buffer.from(names.map((name) => `${name}\0`).join(''), 'latin1');
  const body = Buffer.alloc(changes.length * 9 + types.length * 6);
  changes.forEach(({ at }, index) => void body.writeBigInt64BE(BigInt(at), index * 8));
  indexes.forEach((type, index) => void body.writeUInt8(type, changes.length * 8 + index));
  for (const [index, { offset, isDst, name }] of types.entries()) {
    const place = changes.length * 9 + index * 6;
    body.writeInt32BE(offset, place);
    body.writeUInt8(isDst ? 1 : 0, place + 4);
    body.writeUInt8(placeOf(name), place + 5);
  }
  // The first part is for readers of version 1, and says nothing.
  const empty = Buffer.concat([header(0, 1, 1), Buffer.alloc(7)]);
  const rule = Buffer.from(`\n${posixRule(changes)}\n`);
  return Buffer.concat([empty, header(changes.length, types.length, letters.length), body, letters, rule]);
}

function header(changes: number, types: number, letters: number): Buffer {
  const bytes = Buffer.alloc(44);
  bytes.write('TZif2');
  [changes, types, letters].forEach((count, index) => void bytes.writeUInt32BE(count, 32 + 4 * index));
  return bytes;
}

/** Names that ICU answers to and does not list: UTC's, and old ones that people still write. */
const unlisted = (
  'UTC GMT Etc/UTC Etc/GMT US/Eastern US/Central US/Mountain US/Pacific Asia/Kolkata Asia/Kathmandu ' +
  'Asia/Ho_Chi_Minh Asia/Yangon Europe/Kyiv America/Argentina/Buenos_Aires EST5EDT CST6CDT MST7MDT PST8PDT CET EET ' +
  'WET EST MST HST Japan Singapore GB PRC'
).split(' ');

/** Returns every zone's file in base64, by its name. It sets zones on its way and leaves UTC. Takes 1.6 s. */
export function zoneFiles(): Record<string, string> {
  const hours = Array.from({ length: 27 }, (_, index) => index - 12).filter((hour) => hour !== 0);
  const fixed = hours.map((hour) => `Etc/GMT${hour > 0 ? '+' : ''}${hour}`);
  const names = new Set([...Intl.supportedValuesOf('timeZone'), ...unlisted, ...fixed].filter(isZone));
  const files: Record<string, string> = {};
  for (const name of [...names].sort()) {
    setZone(name);
    files[name] = tzif().toString('base64');
    formats.clear();
  }
  setZone('UTC');
  return files;
}
