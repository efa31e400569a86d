import { LANGUAGES, type Language } from '../../../language/languages.ts';
import type { Described, Remark } from './remark.ts';

/** Where somebody says that they live, by language; the place has a capital letter. */
const LIVES: Readonly<Record<Language, string>> = {
  en: '(?:live|lives|living|based|moved|moving|are|am|relocated) (?:to|in|near)',
  de: '(?:wohnen?|leben?|lebt|wohnt|ziehen?|gezogen|sind|bin)(?: (?:jetzt|gerade|seit kurzem|neu))? (?:in|bei|nahe)',
  fr: '(?:habite|habitons|vis|vivons|installee?s?|demenage|suis|sommes) (?:a|pres de)',
  es: '(?:vivo|vivimos|resido|mude|mudado|estoy|estamos) (?:en|cerca de|a)',
  pt: '(?:moro|moramos|vivo|vivemos|mudei|mudamos|estou) (?:em|para|perto de)',
  it: '(?:vivo|viviamo|abito|abitiamo|trasferit[oaie]|sto) (?:a|vicino a)',
  nl: '(?:woon|wonen|verhuisd|leef) (?:in|bij|naar)',
};
const patterns = Object.fromEntries(
  LANGUAGES.map((language) => [language, new RegExp(`(?<!\\p{L})(?:${LIVES[language]})\\s`, 'gu')]),
) as Record<Language, RegExp>;
const PLACE = /^(\p{Lu}[\p{L}'-]{2,}(?:\s\p{Lu}[\p{L}'-]+)?)(?![\p{L}])/u;
/** Capital letters that are no town: months, and in German every noun. */
const NO_PLACE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|Year|Grade|Class|English|German|French|Elternzeit|Rente|Miete|Ausbildung|Kurzarbeit|Eile|Urlaub|Schwierigkeiten|Sorge|Not|Trennung|Scheidung|Behandlung|Therapie|Vollzeit|Teilzeit|Schicht\p{L}*|Partnerschaft|Beziehung|Wohn\p{L}*|Pension|Haft|Deutschland|Mathe)/u;
/** Steps that look for something which is somewhere. */
const LOOKS =
  /^(?:Look (?:up|for)|Visit|Sign up|Join)\b|^(?:Find|Search|Book|Choose|Compare|Ask|Call|List|Reserve)\b.*\b(?:cours\p{L}*|class\p{L}*|lessons?|teachers?|coach\p{L}*|clubs?|groups?|venues?|shops?|stores?|doctors?|dentists?|therapists?|gym|pools?|halls?|studios?|races?|markets?|schools?|firms?|craftsm\p{L}*|lawyers?|vets?|nurser\p{L}*|museums?|restaurants?|caf[eé]s?|rooms?|places? to|centres?|libraries|library)\b/iu;

/** Reads where somebody lives, for the steps that look for something: "we are based in Lyon". */
export function readPlace({ language, sentences, title }: Described): Remark[] {
  for (const { words, folded } of sentences) {
    for (const match of folded.matchAll(patterns[language])) {
      const [, place = ''] = PLACE.exec(words.slice(match.index + match[0].length)) ?? [];
      if (!place || NO_PLACE.test(place) || title.includes(place.toLowerCase())) continue;
      return [
        {
          id: 'place',
          title: `Find out what there is in ${place} for this: places, people, shops, dates`,
          how: 'The town’s own page, a library, a club or a group nearby. Note the two that you can reach most easily.',
          done: `places in ${place} noted`,
          day: 2,
          used: new RegExp(place, 'u'),
          adds: { to: LOOKS, how: `Begin with what there is in ${place}.` },
        },
      ];
    }
  }
  return [];
}
