/** The languages that what people write is read in, as ISO 639-1 codes. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Returns the language of a BCP 47 locale (`pt-BR` → `pt`), or English where it is none of ours or there is none. */
export function languageOf(locale: string | null | undefined): Language {
  const code = locale?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === code) ?? 'en';
}
