/** The languages that what people write is read in, as ISO 639-1 codes. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Returns the language of a BCP 47 locale (`pt-BR` → `pt`), or English where it is none of ours or there is none. */
export function languageOf(locale: string | null | undefined): Language {
  const code = locale?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === code) ?? 'en';
}

/** Regions where both orders are usual, or the year comes first. */
const UNSURE = new Set(['CA', 'ZA']);

/**
 * Tells whether people write the day before the month in "3/4", by the region of their account: Britons do and Americans do not.
 * Undefined where that is not known. Whoever writes in another language than English writes the day first, but for regions of
 * that language that do not (Spanish in Puerto Rico).
 */
export function isDayFirst(language: Language, locale: string | null): boolean | undefined {
  const { language: own, region } = localeOf(locale) ?? {};
  if (language !== 'en' && own !== language) return true;
  if (!own || (own === 'en' && !region) || UNSURE.has(region ?? '')) return undefined;
  const [first] = new Intl.DateTimeFormat(locale ?? 'en', { month: 'numeric', day: 'numeric' }).formatToParts();
  return first?.type === 'day';
}

/** Returns the country of a locale: `en-GB` is of `GB`. */
export function regionOf(locale: string | null): string | undefined {
  return localeOf(locale)?.region;
}

function localeOf(locale: string | null): Intl.Locale | undefined {
  try {
    return locale ? new Intl.Locale(locale) : undefined;
  } catch {
    return undefined;
  }
}
