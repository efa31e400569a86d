import { fold } from './phrases.ts';

/** What a goal's title is about: the thing that is made, found or handed in. */
export type OwnThing = {
  /** Its name with an article, to stand in an English sentence: "the dollhouse", "your deposit", "the “Kaufmannsladen”". Empty where none can be read. */
  own_thing: string;
  /** Its name alone: "dollhouse", "“Kaufmannsladen”". */
  own_noun: string;
  /** The English verb of the title, to begin a task with: "Write", "Put together"; empty elsewhere. */
  own_verb: string;
};

/** What people begin a goal with before they name it, in seven languages. */
export const LEAD =
  /^(?:i (?:want|need|would like|have|wish) to|i'd like to|to|want to|need to|finally|actually|start(?: to)?|try to|learn to|please|ich (?:möchte|will|muss)|endlich|wieder|je (?:veux|voudrais|dois)|j'aimerais|enfin|quiero|necesito|me gustaría|por fin|quero|preciso(?: de)?|gostaria de|finalmente|voglio|vorrei|devo|ik wil|ik moet|eindelijk|zelf|zelfs)\s+/iu;

/** What follows the goal in its title: a comma, a bracket, a second sentence. */
export const TITLE_ASIDE = /\s*(?:[,;:!?]\s|[(–—]|\s-\s|\.\s|[\s.!?…]+$).*$/u;

const NOTHING: OwnThing = { own_thing: '', own_noun: '', own_verb: '' };
const WORDS_MAX = 4;

const words = (text: string) => text.trim().split(/\s+/u);
const set = (text: string) => new Set(words(text));

const DETERMINERS = set(
  'a an the my our your his her their this that these those some another new own more all every each any enough',
);
/** Words between a verb and its thing: "put together", "sign up for", "finally". */
const PARTICLES = set('up out off together down in on over for as back to with at about from actually really finally');
/** Where the name of a thing ends. */
const ENDS = set(
  'for from with without in on at by to before after until till of that which who whose where when while because so and or as into over than about during this next using via instead near if under against between through around per is are has have gets i we they he she it',
);
/** What somebody wants to have happened to the thing: "get my name changed", "the shed built". */
const OUTCOMES =
  /\s+(?:back|up|out|again|together|done|running|working|going|finished|ready|online|myself|ourselves|\p{L}{2,}ed|built|made|sold|written|paid|fixed|right|straight|properly|better|cleanly|alone|abroad)$/iu;
/** Amounts and times belong to a goal, not to each of its tasks. */
const NO_NAME = /[$€£]|\d[\s-]?(?:min|km|k\b|h\b|hour|day|week)|\b(?:hours?|minutes?)\b/iu;
const NO_THINGS =
  /^(?:it|them|him|her|me|us|you|myself|something|anything|everything|nothing|somebody|someone|things?|stuff|way|ways|one|lot|lots|better|more|less|good|great|well|sure|time|first|next|last)$/iu;
/** Words that begin a name without being a verb, so that the whole of it is the thing: "Portrait of our dog". */
const IS_VERB =
  /^(?:be|become|do|go|have|keep|let|make|put|set|take|get|give|build|write|create|find|choose|pick|buy|sell|fix|repair|restore|sort|organi[sz]e|clean|sew|knit|paint|draw|cook|bake|brew|print|design|finish|complete|start|launch|open|plan|host|hold|throw|visit|see|watch|try|apply|file|cancel|claim|dispute|renew|register|change|switch|transfer|sign|send|return|order|book|hire|join|help|teach|show|tell|say|ask|talk|call|learn|scan|digiti[sz]e|label|catalog(?:ue)?|archive|collect|gather|publish|record|film|photograph|assemble|install|carve|craft|weld|plant|grow|raise|move|turn|bring|prepare|pass|earn|win|obtain|secure|appeal|contest|update|replace|refinish|reupholster|mend|patch|clear|tidy|empty|rescue|revive|convert|arrange|run|look|search|select|decide|rent|adopt|frame|compile|produce|develop|code|program|sculpt|mold|ferment|pickle|preserve|can|dry|smoke|finalise|finalize|redo|rebuild|rewrite|reorgani[sz]e|redecorate|repaint|replant|reread|relearn|reuse|recycle|recover|regain|remodel|remove|renovate|reach|read|reclaim|request|resell|resolve|review|resole|retrieve|revamp|rework|research|refurbish|refresh|recreate|rehearse|refill|rehome|repot|restart|restock|retile|rewire|rewatch|retrain|revise)$/iu;

/** Reads the thing out of a goal's title; `language` is the title's. */
export function ownThingOf(title: string, language: string): OwnThing {
  const plain = title.replace(TITLE_ASIDE, '').replace(LEAD, '').replace(LEAD, '').trim();
  if (language === 'en') return inEnglish(plain);
  const noun = language === 'de' ? inGerman(plain) : language === 'nl' ? inDutch(plain) : inRomance(plain, language);
  return noun === '' ? NOTHING : { own_thing: `the “${noun}”`, own_noun: `“${noun}”`, own_verb: '' };
}

function inEnglish(plain: string): OwnThing {
  const all = words(plain);
  const hasVerb = IS_VERB.test(all[0] ?? '');
  let at = hasVerb ? 1 : 0;
  while (hasVerb && PARTICLES.has(low(all[at]))) at += 1;
  const verb = hasVerb ? all.slice(0, at).join(' ') : '';
  const own_verb = verb.charAt(0).toUpperCase() + verb.slice(1);
  let owner = '';
  let isNamed = !hasVerb;
  while (DETERMINERS.has(low(all[at])) || /^\d+$/.test(all[at] ?? '')) {
    if (/^(?:my|our|your)$/.test(low(all[at]))) owner = 'your';
    isNamed = true;
    at += 1;
  }
  const rest = all.slice(at);
  const end = rest.findIndex((word, index) => index > 0 && isEnd(word));
  // "Power of attorney" is one name; "a cookbook of grandma's recipes" is a cookbook.
  const isOne =
    low(rest[end]) === 'of' &&
    /^\p{Ll}+$/u.test(rest[end + 1] ?? '') &&
    (rest.length === end + 2 || isEnd(rest[end + 2]));
  const until = end < 0 ? undefined : isOne ? end + 2 : end;
  let noun = rest
    .slice(0, until)
    .join(' ')
    .replace(OUTCOMES, '')
    .replace(/\b(?:my|our)\b/giu, 'your')
    .replace(/[“”"]/gu, '');
  const count = noun === '' ? 0 : words(noun).length;
  if (!hasVerb && at === 0 && !/^(?:of|for)$/.test(low(rest[end]))) return { ...NOTHING, own_verb };
  if (
    count === 0 ||
    NO_NAME.test(noun) ||
    count > WORDS_MAX ||
    NO_THINGS.test(words(noun).at(-1) ?? '') ||
    isEnd(words(noun)[0])
  )
    return { ...NOTHING, own_verb };
  // A word that follows its verb without an article and is no plural is rarely a thing: "get fit", "go solo".
  if (!isNamed && count === 1 && !/s$|[A-Z]/u.test(noun)) return { ...NOTHING, own_verb };
  if (/^[A-Z][a-z'’]+$/u.test(words(noun)[0] ?? '') && !hasVerb && at === 0)
    noun = noun.charAt(0).toLowerCase() + noun.slice(1);
  const isOwned = /^\p{L}+(?:'s|’s|s'|s’)\s/u.test(noun);
  if (/^your /u.test(noun)) return { own_noun: noun, own_thing: noun, own_verb };
  return { own_noun: noun, own_thing: isOwned && owner === '' ? noun : `${owner || 'the'} ${noun}`, own_verb };
}

/** "I'm" and "that's" end a name like "I" and "that". */
const isEnd = (word: string | undefined) => ENDS.has(low(word).replace(/'(?:m|s|ve|re|d|ll)$/, ''));
const low = (word: string | undefined) => fold(word ?? '');

const GERMAN_DETERMINERS =
  /^(?:ein(?:e[mnrs]?)?|de[rmns]|die|das|mein(?:e[mnrs]?)?|unser(?:e[mnrs]?)?|neue[mnrs]?|eigene[mnrs]?|alle|all|\d+)$/iu;
const NO_GERMAN_THINGS =
  /^(?:Ich|Mich|Mir|Wir|Uns|Endlich|Wieder|Jeden|Mehr|Weniger|Mit|Bei|Zu|Auf|In|Für|Nicht|Ein\p{L}*|Mein\p{L}*|Der|Die|Das)$/u;

const GERMAN_NOUN = /^\p{Lu}[\p{L}-]{2,}$/u;
const GERMAN_PREPOSITIONS =
  /^(?:bei|für|mit|von|vom|zu|zum|zur|an|am|auf|in|im|ins|nach|aus|über|um|vor|gegen|ohne)$/iu;

/** Returns the first noun after an article, or the first word of a title that ends with an infinitive. */
function inGerman(plain: string): string {
  const all = words(plain);
  const isVerbLast = /(?:en|ern|eln)$/u.test(all.at(-1) ?? '');
  const [first = '', second = ''] = all;
  if (isVerbLast && GERMAN_NOUN.test(first) && !NO_GERMAN_THINGS.test(first) && GERMAN_PREPOSITIONS.test(second))
    return first;
  const from = all.findIndex(
    (word, index) => GERMAN_DETERMINERS.test(word) && !GERMAN_PREPOSITIONS.test(all[index - 1] ?? ''),
  );
  const start = from >= 0 ? from + 1 : 0;
  const at = all.findIndex((word, index) => index >= start && GERMAN_NOUN.test(word) && !NO_GERMAN_THINGS.test(word));
  if (at < 0 || at - start > 2) return '';
  if (from < 0 && (at > 0 || !isVerbLast)) return '';
  return all[at] ?? '';
}

const DUTCH_DETERMINERS = /^(?:een|de|het|mijn|onze|ons|nieuwe|eigen|alle|\d+)$/iu;
const DUTCH_ENDS = /^(?:voor|van|met|op|in|aan|uit|naar|bij|te|om|die|dat|en|of|laten|\p{L}+(?:en|doen|gaan|zien))$/iu;

function inDutch(plain: string): string {
  const all = words(plain);
  const from = all.findIndex((word, index) => DUTCH_DETERMINERS.test(word) && !DUTCH_ENDS.test(all[index - 1] ?? ''));
  if (from < 0) return '';
  const rest = all.slice(from + 1);
  const end = rest.findIndex((word, index) => index > 0 && DUTCH_ENDS.test(word));
  const noun = rest.slice(0, end < 0 ? undefined : end);
  return noun.length > 0 && noun.length < 4 && end !== 0 ? noun.join(' ') : '';
}

const ROMANCE_DETERMINERS: Readonly<Record<string, RegExp>> = {
  fr: /^(?:une?|des|l[ae]s?|mon|ma|mes|notre|nos|\d+)$/iu,
  es: /^(?:un[ao]?s?|el|l[ao]s?|mis?|nuestr[ao]s?|\d+)$/iu,
  pt: /^(?:uma?s?|uns|[ao]s?|meus?|minhas?|noss[ao]s?|\d+)$/iu,
  it: /^(?:un[ao]?|il|l[aoe]|gli|i|mi[aoe]|miei|nostr[aoie]|\d+)$/iu,
};
const ROMANCE_PREPOSITIONS =
  /^(?:à|a|ao|chez|avec|pour|con|com|para|per|par|por|de|di|da|en|em|in|su|sur|dans|with)$/iu;
const LINKS = /^(?:de|d[aoi]|du|di)$/iu;
const NO_ROMANCE_THINGS =
  /^(?:plus|más|mais|più|meno|menos|moins|nouveau|nuevo|novo|nuovo|nouvelle|nueva|nova|nuova|bonne?|bon|buen[ao]?|bo[am]|segunda|primera|primeira|deuxième|buon[ao]?|petite?|petit|vieux|vieille|ancien(?:ne)?|viej[oa]|antigu[oa]|velh[oa]|antig[oa]|vecchi[oa]|antic[oa]|grand[ei]?|beau|belle|bell[oa]|hermos[oa]|poco|pouco|jour|día|dia|giorno|fois|vez|volta)$/iu;

/** Returns the noun after the first article, with what is of it: "album de fotos". */
function inRomance(plain: string, language: string): string {
  const isDeterminer = (word: string | undefined) => ROMANCE_DETERMINERS[language]?.test(word ?? '') ?? false;
  const split = plain.replace(/\b([ldLD])['’](?=\p{L})/gu, '$1a ').replace(/\bun['’](?=\p{L})/giu, 'una ');
  const all = words(split);
  const at = all.findIndex(
    (word, index) => index > 0 && index < 4 && isDeterminer(word) && !ROMANCE_PREPOSITIONS.test(all[index - 1] ?? ''),
  );
  if (at < 0) return '';
  let first = at + 1;
  while (isDeterminer(all[first]) || NO_ROMANCE_THINGS.test(all[first] ?? '')) first += 1;
  const noun = all[first] ?? '';
  if (!/^[\p{L}-]{3,}$/u.test(noun) || first - at > 3) return '';
  const [link = '', of = ''] = all.slice(first + 1, first + 3);
  return LINKS.test(link) && /^[\p{L}-]{3,}$/u.test(of) && !isDeterminer(of) && !NO_ROMANCE_THINGS.test(of)
    ? `${noun} ${link} ${of}`
    : noun;
}
