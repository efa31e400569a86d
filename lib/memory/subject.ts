/**
 * Sentences that state one thing of which a person has one, in the seven languages, in the form that {@link normal} gives.
 * A newer sentence with the same subject replaces the older one. The first group, where there is one, is whose name it is.
 */
const SINGLE: [pattern: RegExp, subject: string][] = [
  [/^(?:my name is|i'm called|call me(?! at| on| back| when| later| if| tomorrow| in| by)|people call me) /, 'my name'],
  [/^(?:ich heisse|mein name ist|nenn mich) /, 'my name'],
  [/^(?:je m'appelle|mon nom est|appelle-moi) /, 'my name'],
  [/^(?:me llamo|mi nombre es|llamame) /, 'my name'],
  [/^(?:(?:eu )?(?:me )?chamo-me|(?:o )?meu nome e|me chamo) /, 'my name'],
  [/^(?:mi chiamo|il mio nome e|chiamami) /, 'my name'],
  [/^(?:ik heet|mijn naam is|noem me) /, 'my name'],

  [/^(?:my (.+?)(?:'s)? (?:first )?name(?: is|:)|my (.+?) is (?:called|named)|the name of my (.+?) is) /, 'name of'],
  [/^(?:meine? (\p{L}+)(?= .+ heisst$| heisst )|der name meine[rs] (.+?) ist) /u, 'name of'],
  [/^(?:m(?:on|a) (.+?) s'appelle|le (?:pre)?nom de m(?:on|a) (.+?) est) /, 'name of'],
  [/^(?:mi (.+?) se llama|el nombre de mi (.+?) es) /, 'name of'],
  [/^(?:[oa] )?(?:meu|minha) (.+?) (?:se chama|chama-se) /, 'name of'],
  [/^(?:il |la )?mi[oa] (.+?) si chiama /, 'name of'],
  [/^mijn (.+?) heet /, 'name of'],

  [/^i (?:now )?live (?:in|at|near) |^i (?:have )?moved to |^my (?:home|hometown|address) is /, 'home'],
  [/^ich (?:wohne|lebe) (?:jetzt )?(?:in|bei) |^ich bin nach .+ gezogen/, 'home'],
  [
    /^j'habite |^je vis (?:a|en|dans) |^(?:yo )?vivo en |^(?:eu )?moro (?:em|no|na) |^(?:io )?(?:vivo|abito) (?:a|in) /,
    'home',
  ],
  [/^ik woon (?:nu )?in /, 'home'],
  [
    /^i(?: now)? work (?:at|for) |^ich arbeite (?:jetzt )?(?:bei|fur) |^je travaille chez |^trabajo en |^ik werk bij /,
    'employer',
  ],
  [/^i (?:now )?weigh |^ich wiege |^je pese |^peso |^ik weeg /, 'weight'],
  [
    /^(?:i'm|my age is) \d+(?: years old)?$|^ich bin \d+(?: jahre alt)?$|^j'ai \d+ ans$|^tengo \d+ anos$|^ho \d+ anni$/,
    'age',
  ],
  [/^my (?:birthday|date of birth) is |^i was born on |^mein geburtstag ist |^ich habe am .+ geburtstag/, 'birthday'],
];

/** Nouns of which a person has one value, after "my": "my favourite colour is green", "my shoe size is 43". */
const ATTRIBUTE =
  /^(?:my|meine?|m(?:on|a)|mi|(?:[oa] )?(?:meu|minha)|(?:il |la )?mi[oa]|mijn) ((?:favou?rite|preferred|usual|lieblings|favoriete) ?[\p{L} -]+?|[\p{L} -]+? (?:prefere[es]?|favorit[aeo]s?|preferit[ao])|(?:shoe |dress |ring |shirt )?size|height|job|employer|nationality|bedtime|native language|mother tongue|wedding date|anniversary|wake-up time|max heart rate|phone number|email(?: address)?|lieblings\p{L}+|schuhgrosse|grosse|beruf)(?: (?:is|are|ist|sind|est|sont|es|son|e|sao|sono|zijn)|:) /u;

/**
 * Returns what a fact is about, so that a newer one about the same replaces it: "my sister's name is Ana" and "my sister is called
 * Anna" have one subject. A fact of another form is its own subject, in lower case and without accents and signs.
 */
export function subjectOf(fact: string): string {
  const said = normal(fact);
  return (
    singleSubject(said) ??
    numberSubject(said) ??
    (said.replace(/[^\p{L}\p{N}\p{S} ]/gu, '').trim() || said)
  ).slice(0, 500);
}

/** Tells whether a fact states something of which a person has one: their name, their home, their favourite colour. */
export function isSingleValued(fact: string): boolean {
  return singleSubject(normal(fact)) !== undefined;
}

/** Facts with a number, which may change: "my daughter is 6 years old" and "my daughter is 7 now" have one subject. */
const COUNTED =
  /^(?:my|our|meine?|unsere?|m(?:on|a)|notre|mi|nuestr[oa]|(?:[oa] )?(?:meu|minha)|(?:il |la )?(?:mi[oa]|nostr[oa])|mijn|ons|onze) /u;
/** The one number behind "is", without those before it: "my 10k time is 52 minutes". */
const VALUE =
  /^(.*(?: (?:is|are|was|were|has|have|ist|sind|war|waren|hat|haben|est|sont|etait|a|ont|es|son|era|tiene|tienen|mide|pesa|e|sao|tem|sono|ha|hanno|zijn|heeft|hebben)|:|=)(?= )\D*)\d[\d.,:]*(\D*)$/u;
const STILL =
  /(?:^| )(?:now|already|these days|jetzt|schon|inzwischen|maintenant|deja|ahora|ya|agora|ja|adesso|ora|ormai|gia|nu|inmiddels|al)(?= |$)/gu;
const YEARS = /(?<=#) (?:years?(?: old)?|jahre?(?: alt)?|ans?|anos?|anni|jaar(?: oud)?)$/u;

function numberSubject(said: string): string | undefined {
  if (!COUNTED.test(said)) return undefined;
  const plain = said.replace(STILL, '');
  if (!VALUE.test(plain)) return undefined;
  return plain
    .replace(VALUE, '$1#$2')
    .replace(YEARS, '')
    .replace(/[^\p{L}\p{N}\p{S}# ]/gu, '')
    .trim();
}

function singleSubject(said: string): string | undefined {
  for (const [pattern, subject] of SINGLE) {
    const match = pattern.exec(said);
    if (match) return [subject, ...match.slice(1).filter((each) => each !== undefined)].join(' ');
  }
  const attribute = ATTRIBUTE.exec(said)?.[1];
  return attribute && `my ${attribute.replace('favour', 'favor')}`;
}

/** Returns a fact that says what is wrong: "My sister's name is Ana, not Anna" is the fact without its end, and "Anna". */
export function readCorrection(fact: string): { fact: string; wrong?: string } {
  const [, right, wrong] =
    /^(.+?)(?:, ?(?:and )?| and )(?:not|nicht|kein|pas|et non|no|y no|nao|não|e non|non|niet) ([^,.!?]{1,60}?)[.!]?$/iu.exec(
      fact,
    ) ?? [];
  return right && wrong && /\p{L}|\p{N}/u.test(right) ? { fact: right, wrong } : { fact };
}

/** Returns which remembered fact a correction is about: the one that holds what is wrong, the likest one where several do. */
export function findContradicted<T extends { text: string }>(
  memories: T[],
  fact: string,
  wrong: string,
): T | undefined {
  const words = new Set(wordsOf(fact));
  const holds = memories.filter(({ text }) => {
    const known = new Set(wordsOf(text));
    return wordsOf(wrong).every((word) => known.has(word));
  });
  const shared = (text: string) => wordsOf(text).filter((word) => words.has(word)).length;
  const [first, second] = holds.toSorted((a, b) => shared(b.text) - shared(a.text));
  return first && (!second || shared(first.text) > shared(second.text)) ? first : undefined;
}

function wordsOf(text: string): string[] {
  return normal(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Lower case, no accents, one space; "the user's" is "my", as models write about people, and "I am" is "I'm". */
function normal(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/ß/g, 'ss')
    .replace(/\s+/g, ' ')
    .replace(/^(?:(?:please )?(?:remember|note)(?: that)?|the fact that) /, '')
    .replace(/\b(?:the )?(?:user|person)'s /g, 'my ')
    .replace(/\b(?:the )?(?:user|person) (?:is|are) /g, "i'm ")
    .replace(/\b(?:the )?(?:user|person) (live|work|weigh)s /g, 'i $1 ')
    .replace(/\bi am /g, "i'm ")
    .replace(/[.!\s]+$/, '')
    .trim();
}
