import { readSpan } from '../../../language/amounts.ts';
import { LANGUAGES, type Language } from '../../../language/languages.ts';
import { Phrases } from '../../../language/phrases.ts';
import { type Described, quote, quoteAt, type Remark } from './remark.ts';

/**
 * "Quit after two weeks", by language: what was done, and the word before how long it lasted. What was quit is no object of its own:
 * "stopped smoking after ten years" is no failure.
 */
const QUIT: Readonly<Record<Language, readonly [quit: string, after: string]>> = {
  en: [
    '(?:quit|quits|gave up|give up|giving up|stopped|stop|dropped out|dropped it|failed|burn(?:ed|t) out|lost (?:interest|motivation|steam)|ran out of steam)(?: (?:it|again|always|every time|each time|both times|last year|last time|twice))*',
    'after|within',
  ],
  de: [
    'aufgehort|aufgegeben|abgebrochen|hingeschmissen|gescheitert|gebe auf|hore auf|schlappgemacht|wieder gelassen',
    'nach',
  ],
  fr: ["abandonne|laisse tomber|lache|j'ai arrete|j'arrete|echoue", 'au bout de|apres'],
  es: ['lo deje|lo dejo|abandone|abandono|me rendi|me rindo|lo he dejado', 'despues de|tras|al cabo de|a las|a los|al'],
  pt: ['desisti|desisto|larguei|abandonei|parei', 'depois de|apos|ao fim de|com'],
  it: ['mollato|mollo|smesso|abbandonato|lasciato perdere|rinunciato|ho smesso', 'dopo'],
  nl: ['gestopt|opgegeven|afgehaakt|gestrand|stop|geef op', 'na'],
};
/** "Tried twice", "last time I gave up": that it was tried before, without how long. */
const TRIED: Readonly<Record<Language, string>> = {
  en: '(?:tried|started|attempted)(?: (?:it|this|to \\p{L}+))?(?: (?:twice|before|already|once|several times|many times|a few times|(?:two|three|four|\\d) times))[^.;!?]{0,30}(?:quit|gave up|stopped|failed|gave it up|never finished|never lasted)|(?:always|every time) (?:quit|give up|stop)|(?:gave up|quit|failed) (?:twice|before|last time|last year|every time|(?:two|three|\\d) times)',
  de: '(?:zweimal|dreimal|mehrmals|oft|schon)[^.;!?]{0,25}(?:angefangen|versucht|probiert)[^.;!?]{0,30}(?:aufgehort|aufgegeben|abgebrochen|gescheitert)|(?:immer|jedes mal) (?:wieder )?(?:aufgegeben|aufgehort|abgebrochen)',
  fr: '(?:deux fois|trois fois|plusieurs fois|deja)[^.;!?]{0,30}(?:abandonne|arrete|lache|echoue)|(?:essaye|commence)[^.;!?]{0,30}(?:abandonne|lache)',
  es: '(?:intente|intentado|empece|probe)[^.;!?]{0,30}(?:lo deje|abandone|me rendi|fracase)|siempre (?:lo dejo|abandono)',
  pt: '(?:tentei|comecei)[^.;!?]{0,30}(?:desisti|larguei|parei|abandonei)|sempre (?:desisto|paro)',
  it: '(?:provato|iniziato|cominciato)[^.;!?]{0,30}(?:mollato|smesso|abbandonato|rinunciato)|(?:mollo|smetto) sempre',
  nl: '(?:geprobeerd|begonnen)[^.;!?]{0,30}(?:gestopt|opgegeven|afgehaakt)|(?:stop|haak) (?:ik )?(?:altijd|steeds)',
};
/** What came of it when it was tried, and the word before the reason, by language: "failed the course because …", "came out like a brick". */
const WENT_WRONG: Readonly<Record<Language, readonly [failed: string, because: string]>> = {
  en: [
    "failed|gave up|dropped out|didn't work|did not work|never worked|went wrong|came out (?:like|too|as|hard|flat|dry)|turned out (?:like|too|hard|flat|dry)|fell apart|never finished",
    'because(?: of)?|due to|since',
  ],
  de: [
    'gescheitert|durchgefallen|aufgegeben|abgebrochen|nicht geklappt|hat nie geklappt|ging schief|schiefgegangen|misslungen|wurde (?:zu )?(?:hart|flach|trocken)',
    'weil|wegen',
  ],
  fr: [
    "echoue|rate|abandonne|pas marche|n'a jamais marche|mal tourne",
    "parce que|parce qu'|a cause d[eu]|faute d[eu]",
  ],
  es: [
    'suspendi|fracase|abandone|lo deje|no funciono|salio (?:mal|dur[oa]|sec[oa])|fallo',
    'porque|por culpa de|a causa de',
  ],
  pt: [
    'reprovei|falhei|desisti|abandonei|nao deu certo|nao funcionou|correu mal|saiu (?:mal|dur[oa]|sec[oa])',
    'porque|por causa d[eoa]',
  ],
  it: [
    'bocciat[oa]|fallito|mollato|abbandonato|non ha funzionato|andat[oa] male|venut[oa] (?:male|dur[oa])',
    'perche|a causa d[ei]|per colpa d[ei]',
  ],
  nl: ['gezakt|mislukt|opgegeven|gestopt|werkte niet|ging mis|afgehaakt', 'omdat|doordat|vanwege|door'],
};
const pattern = (source: string) => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'u');
const patterns = Object.fromEntries(
  LANGUAGES.map((language) => {
    const [quit, after] = QUIT[language];
    return [
      language,
      { quit: pattern(quit), after: new RegExp(`(?<!\\p{L})(?:${after})\\s+`, 'gu'), tried: pattern(TRIED[language]) },
    ];
  }),
) as Record<Language, { quit: RegExp; after: RegExp; tried: RegExp }>;

/** In English the words follow each other; elsewhere the verb stands at either end of the clause. */
const APART_CHARACTERS_MAX = 45;
const USED = /last time|made you stop|stopped you/iu;
const USED_MENDED = /last time|made you stop|stopped you|failed tests?|went wrong/iu;
const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

const REASON_END = /[,;:.!?]|\s(?:but|aber|mais|pero|mas|ma|maar)\s/u;
const MINE =
  /(?<!\p{L})(?:my|our|mein\p{L}*|unser\p{L}*|mon|ma|mes|notre|mi|mis|nuestr[oa]|meu|minha|nosso|nossa|mi[oa]|nostr[oa]|mijn|onze|ons)\s(\p{L}+)/u;
const wrong = Object.fromEntries(
  LANGUAGES.map((language) => {
    const [failed, because] = WENT_WRONG[language];
    return [language, { failed: pattern(failed), because: new RegExp(`(?<!\\p{L})(?:${because})\\s`, 'u') }];
  }),
) as Record<Language, { failed: RegExp; because: RegExp }>;

/** "My business failed" is no try at Spanish. */
function isOfElse(before: string, title: string): boolean {
  const [, thing] = MINE.exec(before) ?? [];
  return thing !== undefined && !title.includes(thing.slice(0, 4));
}

/** Returns the step that mends what went wrong, with the reason or else the outcome as the person told it. */
function mendStep(
  { words, folded }: Described['sentences'][number],
  { language, title }: Described,
): Remark | undefined {
  const { failed, because } = wrong[language];
  const at = failed.exec(folded)?.index;
  if (at === undefined) return undefined;
  const rest = folded.slice(at);
  const reason = because.exec(rest);
  const from = reason ? at + reason.index + reason[0].length : at;
  const told = reason ? quote(words.slice(from).split(REASON_END)[0] ?? '') : quoteAt(words, from);
  if (!told || isOfElse(folded.slice(0, at), title)) return undefined;
  const common = { id: 'tried', day: 0, used: USED_MENDED };
  if (reason) {
    return {
      ...common,
      title: `Settle first what ended it the last time (${told}): what do you set up so that it goes otherwise?`,
      how: 'One change that can be seen: a day, a place, a person, half the amount, exercises before reading. It stands at the top of this plan.',
      done: 'one change set up',
    };
  }
  return {
    ...common,
    title: `Find out why it went wrong the last time (${told}), before you try again`,
    how: 'Ask somebody who can do it, or compare step by step with a good model: one likely cause. Change only that in the next try, and write down what came of it.',
    done: 'likely cause known',
  };
}

/** Reads what failed before: "I tried twice and quit after two weeks", "nach drei Wochen aufgehört". */
export function readTried(described: Described): Remark[] {
  const { language, sentences } = described;
  const { quit, after, tried } = patterns[language];
  for (const sentence of sentences) {
    const { folded } = sentence;
    const verb = quit.exec(folded);
    const span = verb ? spanIn(folded, verb.index, verb.index + verb[0].length, language, after) : undefined;
    if (span) return [LOOK_BACK, guardAt(span)];
    const mend = mendStep(sentence, described);
    if (mend) return [mend];
    if (tried.test(folded)) return [LOOK_BACK];
  }
  return [];
}

/** Returns how long it lasted: a span that follows "after" and stands near the verb. */
function spanIn(folded: string, from: number, to: number, language: Language, after: RegExp) {
  for (const match of folded.matchAll(after)) {
    const at = match.index + match[0].length;
    const isNear =
      language === 'en'
        ? match.index - to >= 0 && match.index - to <= 2
        : Math.min(Math.abs(at - from), Math.abs(at - to)) <= APART_CHARACTERS_MAX;
    if (!isNear) continue;
    const rest = folded
      .slice(at)
      .replace(
        /^(?:about|only|just|around|the first|etwa|nur|environ|unas?|solo|cerca de|circa|ongeveer|slechts) /u,
        '',
      );
    const read = readSpan(new Phrases(rest, language, 80), 0);
    if (!read || 'minutes' in read.span) continue;
    const days = 'days' in read.span ? read.span.days : read.span.months * 30;
    if (days >= 3 && days <= 200) return { days, amount: read.amount, unit: read.unit };
  }
  return undefined;
}

const LOOK_BACK: Remark = {
  id: 'tried',
  title: 'Write down what made you stop the last time, and one thing that you do differently now',
  how: 'Two lines, without blame: the day, the hour, what was in the way. The one change can be small: another hour, half as much, with somebody.',
  done: 'one change chosen',
  day: 0,
  used: USED,
};

function guardAt({ days, amount, unit }: { days: number; amount: number; unit: string }): Remark {
  const count = Number.isInteger(amount) ? (NUMBERS[amount - 1] ?? String(amount)) : String(amount);
  const said = amount === 1 ? `${unit === 'hour' ? 'an' : 'a'} ${unit}` : `${count} ${unit}s`;
  return {
    id: 'guard',
    title: `Plan the next three days smaller on purpose: after ${said} you stopped the last time`,
    how: 'Half the amount at the easiest hour, and one person who asks how it went. When these days are over you are further than before.',
    done: `past ${said}`,
    day: Math.max(2, days - 2),
    used: undefined,
  };
}
