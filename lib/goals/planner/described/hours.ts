import type { Language } from '../../../language/languages.ts';
import type { Described } from './remark.ts';

/** The hour from which somebody has time, by language: "I can only practise after 8 pm", "erst ab 20 Uhr". */
const FROM: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:only|can|could|time|free|practi[sc]e|study|train|learn|work on (?:it|this)|available)(?!\p{L})[^.;!?]{0,40}?(?<!\p{L})(?:after|from)\s(\d{1,2})(?::(\d\d))?\s?(pm|p\.m\.)/u,
  de: /(?<!\p{L})(?:nur|erst|kann|zeit|frei)(?!\p{L})[^.;!?]{0,30}?(?<!\p{L})(?:nach|ab)\s(\d{1,2})(?:[.:](\d\d))?\s?uhr/u,
  fr: /(?<!\p{L})(?:seulement|que|peux|temps|libre|dispo\p{L}*)(?!\p{L})[^.;!?]{0,30}?(?<!\p{L})(?:apres|a partir de)\s(\d{1,2})\s?h(\d\d)?/u,
  es: /(?<!\p{L})(?:solo|puedo|tiempo|libre)(?!\p{L})[^.;!?]{0,30}?(?<!\p{L})(?:despues de las|a partir de las)\s(\d{1,2})(?::(\d\d))?/u,
  pt: /(?<!\p{L})(?:so|posso|tempo|livre)(?!\p{L})[^.;!?]{0,30}?(?<!\p{L})(?:depois das|a partir das)\s(\d{1,2})(?:h|:)?(\d\d)?/u,
  it: /(?<!\p{L})(?:solo|posso|tempo|liber[oa])(?!\p{L})[^.;!?]{0,30}?(?<!\p{L})(?:dopo le|dalle)\s(\d{1,2})(?:[.:](\d\d))?/u,
  nl: /(?<!\p{L})(?:alleen|pas|kan|tijd|vrij)(?!\p{L})[^.;!?]{0,30}?(?<!\p{L})(?:na|vanaf)\s(\d{1,2})(?:[.:](\d\d))?\s?uur/u,
};

/** Returns the hour of the evening from which tasks are rather planned, `HH:MM`; undefined where none is named. */
export function readFrom({ language, sentences }: Described): string | undefined {
  for (const { folded } of sentences) {
    const [, hours, minutes = '00', half] = FROM[language].exec(folded) ?? [];
    const hour = hours === undefined ? -1 : Number(hours) + (half && Number(hours) < 12 ? 12 : 0);
    if (hour >= 16 && hour <= 22) return `${hour}:${minutes}`;
  }
  return undefined;
}
