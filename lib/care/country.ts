import { LANGUAGES } from '../language/languages.ts';
import { fold } from './fold.ts';
import zones from './zones.json' with { type: 'json' };

const countryOfZone = new Map(
  Object.entries(zones.countries).flatMap(([country, names]) => names.split(' ').map((name) => [name, country])),
);

/** Words before the country that a person lives in, in the seven languages: "ich wohne in …", "I'm in the …". */
const LIVES = new Set(
  'live living am im based located home wohne lebe bin zuhause habite vis suis vivo moro estou estoy resido abito sono woon ben leef'.split(
    ' ',
  ),
);
const IN = new Set('in the im en au aux a na no nas nos em nel nella negli der den die het de'.split(' '));

/** The longest name of a country, in words. */
const nameWordsMax = 4;

/** Countries by their folded names in the seven languages. */
let names: Map<string, string> | undefined;

function countryNames(): Map<string, string> {
  const codes = new Set(Object.keys(zones.countries));
  const found = new Map<string, string>();
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region' });
    for (const code of codes) found.set(fold(display.of(code) ?? code).join(' '), code);
  }
  for (const [name, code] of [
    ['uk', 'GB'],
    ['england', 'GB'],
    ['scotland', 'GB'],
    ['wales', 'GB'],
    ['usa', 'US'],
    ['us', 'US'],
    ['america', 'US'],
    ['eeuu', 'US'],
    ['holland', 'NL'],
  ] as const) {
    found.set(name, code);
  }
  return found;
}

/**
 * Says in which country (ISO 3166-1) a person is: where their words say that they live, else by their time zone (one country
 * a zone, old names included), else by their locale's region. Null where nothing says it; `UTC` says nothing.
 */
export function countryOf(
  words: readonly string[],
  person: { timezone: string; locale?: string | null },
): string | null {
  return statedCountry(words) ?? countryOfZone.get(person.timezone) ?? regionOf(person.locale);
}

function statedCountry(words: readonly string[]): string | null {
  names ??= countryNames();
  for (const [at, word] of words.entries()) {
    if (!LIVES.has(word)) continue;
    let from = at + 1;
    if (!IN.has(words[from] ?? '')) continue;
    while (IN.has(words[from] ?? '')) from += 1;
    for (let length = nameWordsMax; length > 0; length -= 1) {
      const country = names.get(words.slice(from, from + length).join(' '));
      if (country) return country;
    }
  }
  return null;
}

function regionOf(locale: string | null | undefined): string | null {
  if (!locale) return null;
  try {
    return new Intl.Locale(locale).region ?? null;
  } catch {
    return null;
  }
}

/** Countries whose people, most of them, live south of the equator. */
const SOUTH = new Set('AO AR AU BO BR BW CL FJ LS MG MU MW MZ NA NC NZ PE PG PY RE SZ TZ UY ZA ZM ZW'.split(' '));

/** Says whether a person lives where summer begins in December, by their time zone and locale. */
export function livesInSouth(person: { timezone: string; locale?: string | null }): boolean {
  return SOUTH.has(countryOf([], person) ?? '');
}
