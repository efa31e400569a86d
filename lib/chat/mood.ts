import type { Language } from '../language/languages.ts';
import type { Talk } from './small-talk-said.ts';

type Mood = Extract<Talk, 'tired' | 'complaint' | 'thanks' | 'proud'>;

/** Words that tell a mood in whatever sentence, the one that asks most for a kind word first. */
const MOODS: Record<Language, [Mood, RegExp | string][]> = {
  en: [
    [
      'tired',
      word(
        "fail(?:ing|ure) (?:at|in) (?:everything|life|this)|(?:i'?m|im|i am|i feel|feeling) (?:(?:so|really|just|very|like|like im|like i'?m|a bit|totally|completely|such) ){0,3}(?:failing|a failure|tired|exhausted|sad|lonely|hopeless|overwhelmed|miserable|anxious|ashamed|worthless|stressed|burn(?:t|ed) out|crap|awful)|burn(?:t|ed) out|can'?t cope|i(?:'ve been| was| keep) crying|worn out|fed up",
      ),
    ],
    ['complaint', word("you (?:really )?(?:never|don'?t|do not) (?:understand|get it|get me|listen|help)")],
    [
      'thanks',
      "(?:thx|thanks|thank you|cheers)?(?: so much)?[ ,]*(?:(?:you|u)(?:'?re|r| are)|ur) the best|(?:thx|thanks|thank you)(?: so much)?(?:,? (?:have a .{3,15}|mate|love))?",
    ],
    [
      'proud',
      '(?:i )?(?:(?:just )?(?:got|landed) (?:the|my|a) (?:job|promotion|place|flat|house|part|offer|scholarship)|(?:passed|aced|nailed) (?:it|my|the) ?.{0,20}|won .{1,20}|made it|(?:got )?(?:an )?a\\+ (?:on|in) .{1,20})',
    ],
  ],
  de: [
    [
      'tired',
      word(
        'müde|erschöpft|traurig|einsam|überfordert|gestresst|verzweifelt|ausgebrannt|geheult|gar ?(?:nix|nichts) mehr|keine kraft',
      ),
    ],
    [
      'complaint',
      word(
        '(?:du|ihr) (?:\\p{L}+ ){0,3}(?:nicht|nix|nichts|nie) (?:\\p{L}+ )?(?:kapiert|verstanden|verstehst|kapierst)',
      ),
    ],
    ['thanks', '(?:danke|dankeschön|merci)?[ ,]*du bist (?:die|der) beste'],
    ['proud', 'geschafft|(?:prüfung )?bestanden|ich hab(?:e)? (?:gewonnen|bestanden)'],
  ],
  fr: [
    [
      'tired',
      word(
        "fatiguée?|crevée?|épuisée?|triste|déprimée?|débordée?|angoissée?|(?:j'en ai|y en a) marre|(?:j'en|je n'en) peux plus",
      ),
    ],
    ['complaint', word('tu (?:\\p{L}+ ){0,2}(?:comprends|captes) (?:\\p{L}+ )?(?:rien|pas|jamais)')],
    [
      'thanks',
      "merci[ ,]*(?:beaucoup )?t'es (?:au top|le meilleur|la meilleure).{0,20}|merci,? bonne (?:journée|soirée)",
    ],
    ['proud', "(?:j'ai|on a) (?:réussi|gagné)(?: .{1,25})?"],
  ],
  es: [
    [
      'tired',
      word('cansad[oa]|agotad[oa]|triste|agobiad[oa]|estresad[oa]|deprimid[oa]|hart[oa]|no puedo más|hecho polvo'),
    ],
    ['complaint', word('no (?:me )?(?:entiendes|enteras)')],
    ['thanks', '(?:gracias)?[ ,]*eres (?:el|la) mejor'],
    ['proud', '(?:he )?aprob(?:é|ado)(?: .{1,25})?|gané(?: .{1,25})?|lo logré'],
  ],
  pt: [
    [
      'tired',
      word(
        'cansad[oa]|exaust[oa]|triste|sobrecarregad[oa]|estressad[oa]|deprimid[oa]|não aguento|(?:es)?tá (?:osso|difícil|puxado)',
      ),
    ],
    ['complaint', word('(?:você|tu) não (?:me )?(?:entende|entendes|percebes)')],
    ['thanks', '(?:obrigad[oa]|valeu)?[ ,]*(?:você|vc) é demais'],
    ['proud', 'passei(?: .{1,25})?|ganhei(?: .{1,25})?|consegui'],
  ],
  it: [
    ['tired', word('stanc[oa]|esaust[oa]|triste|stressat[oa]|depress[oa]|distrutt[oa]|non ce la faccio|a pezzi')],
    ['complaint', word('non (?:hai )?cap(?:isci|ito) (?:niente|nulla|mai)')],
    ['thanks', '(?:grazie)?[ ,]*sei (?:il|la) migliore'],
    ['proud', "ce l'ho fatta|ho (?:passato|superato|vinto)(?: .{1,25})?"],
  ],
  nl: [
    [
      'tired',
      word(
        'doodmoe|(?:ben|voel me) (?:zo |heel |echt )?moe|uitgeput|verdrietig|eenzaam|gestrest|overspannen|overweldigd|opgebrand',
      ),
    ],
    ['complaint', word('(?:jij|je) (?:snapt|begrijpt) (?:er )?(?:\\p{L}+ )?(?:niks|niets|niet)')],
    ['thanks', '(?:bedankt|dank je)?[ ,]*je bent (?:de beste|top)'],
    ['proud', 'geslaagd|ik heb gewonnen|gelukt'],
  ],
};

function word(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');
}

/** A pattern that is a text is the whole of a message, but for signs at its end. */
const FORMS = Object.fromEntries(
  Object.entries(MOODS).map(([language, moods]) => [
    language,
    moods.map(([mood, form]) => [mood, typeof form === 'string' ? new RegExp(`^(?:${form})[\\s!.,]*$`, 'iu') : form]),
  ]),
) as Record<Language, [Mood, RegExp][]>;

/** A "not" right before it: "I'm not tired any more". */
const NEGATED =
  /(?<!\p{L})(?:not|never|isn't|nicht|nie|kein\p{L}*|pas|plus|no|não|nunca|non|mai|niet|geen)(?: \p{L}+){0,2} $/iu;

const wordsMax = 20;
const charactersMax = 300;

/**
 * Tells the mood of a message that asks for nothing and that no sentence of small talk is, and the language it is told in: the
 * first of those that it may be in. A success is one only with an exclamation mark.
 */
export function readMood(message: string, languages: readonly Language[]): { mood: Mood; language: Language } | null {
  const said = message.trim();
  if (said.length > charactersMax || said.includes('?') || said.split(/\s+/).length > wordsMax) return null;
  for (const kind of ['tired', 'complaint', 'thanks', 'proud'] as const) {
    if (kind === 'proud' && !said.includes('!')) continue;
    for (const language of languages) {
      const form = FORMS[language].find(([mood]) => mood === kind)?.[1];
      const found = form?.exec(said);
      if (found && !NEGATED.test(said.slice(0, found.index))) return { mood: kind, language };
    }
  }
  const isSmile =
    /^(?:[\s:;()<3-]|❤|\uFE0F|\p{Emoji_Presentation})+$/u.test(said) && /[)❤<]|\p{Emoji_Presentation}/u.test(said);
  const [language] = languages;
  return isSmile && language ? { mood: 'thanks', language } : null;
}
