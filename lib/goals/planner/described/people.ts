import { LANGUAGES, type Language } from '../../../language/languages.ts';
import { peopleIn } from '../../playbooks/own-people.ts';
import { type Described, plainOf, type Remark } from './remark.ts';

/** The words of the seven languages (en / de / fr / es / pt / it / nl), parted by a slash, as patterns over folded text. */
export const inLanguages = (words: string) =>
  Object.fromEntries(
    words
      .split(' / ')
      .map((each, index) => [LANGUAGES[index] ?? '', new RegExp(`(?<!\\p{L})(?:${each})(?!\\p{L})`, 'u')]),
  ) as Record<Language, RegExp>;

/** What people do for somebody, and the step that it asks for. The first that fits counts. */
const DEEDS: readonly {
  id: string;
  words: Record<Language, RegExp>;
  title: (who: string) => string;
  how: string;
  done: string;
}[] = [
  {
    id: 'lends',
    words: inLanguages(
      'lends?|will lend|can lend|would lend|lent|lets (?:me|us) (?:use|borrow) / leiht|leihen|verleiht|ausleihen / prete|pretent|pretera / presta|prestan|prestara|va a prestar / empresta|emprestam|vai emprestar / presta|prestano|prestera / leent|lenen|uitlenen',
    ),
    title: (who) => `Fix the day with ${who} on which you borrow it, and when it goes back`,
    how: 'Have everything ready that is needed with it, so that one day is enough.',
    done: 'day for borrowing fixed',
  },
  {
    id: 'shows',
    words: inLanguages(
      "shows? me|can show|will show|teach(?:es)?|can teach|will teach|can answer|answers (?:my )?questions|can explain|explains|knows who|proof-?reads?|can check|is an? (?:expert|teacher|coach)|can do it|is good at (?:it|this)|knows (?:all|a lot) about|has done (?:it|this) / zeigt mir|zeigen|kann mir zeigen|erklart|bringt mir|bringt es mir|kann es|kann das|kennt sich (?:gut |damit )?aus / montre|m'apprend|peut m'apprendre|m'explique|peut m'expliquer|sait le faire|s'y connait / ensena|puede ensenar\\p{L}*|me explica|puede explicar\\p{L}*|sabe hacerlo|sabe mucho|entiende de / ensina|pode ensinar|me explica|explica-me|pode explicar|sabe fazer|entende de|percebe de / insegna|puo insegnar\\p{L}*|mi spiega|mi mostra|sa farlo|se ne intende / laat (?:me |het )?zien|leert me|legt (?:me |het )?uit|kan het uitleggen|kan het|weet er veel van|is er goed in",
    ),
    title: (who) => `Fix a time with ${who}, and write down beforehand what you want to ask or be shown`,
    how: 'The three questions on which you would be stuck longest. Note the answers at once, and ask whether you may come back.',
    done: 'time for questions fixed',
  },
  {
    id: 'joins',
    words: inLanguages(
      "joins?|will join|wants to join|comes? along|is coming along|coming with (?:me|us)|comes? with (?:me|us)|takes? part|does (?:it|this) with (?:me|us)|doing (?:it|this) with (?:me|us)|(?:will |wants to |can )?co-?host\\p{L}*|is learning it too|learns it too|will do (?:it|this) with (?:me|us)|wants to do (?:it|this) (?:too|with (?:me|us))|wants to be there / macht mit|machen mit|kommt mit|kommen mit|ist dabei|sind dabei|macht es mit mir|will mitmachen / participe|participent|vient avec (?:moi|nous)|m'accompagne|le fait avec moi / viene conmigo|vienen conmigo|me acompana|participa|participan|lo hace conmigo / vem comigo|vai comigo|me acompanha|acompanha-me|participa|participam / viene con me|vengono con me|mi accompagna|partecipa|partecipano|lo fa con me / doet mee|doen mee|gaat mee|komt mee|gaan mee",
    ),
    title: (who) => `Choose with ${who} the days on which you do it together`,
    how: 'Two dates for a start, and one for the case that something comes up. Say which parts you would rather do alone.',
    done: 'days together chosen',
  },
  {
    id: 'helps',
    words: inLanguages(
      "helps?|will help|can help|could help|would help|is helping|are helping|wants? to help|offered|offers|gives? (?:me|us) a hand|supports?|listens|will listen|will watch|can watch|babysits?|bakes|cooks|drives|does the|will (?:bake|cook|drive|paint|sew|photograph) / hilft|helfen|mithelfen|unterstutzt|unterstutzen|packt mit an|backt|fahrt (?:mich|uns)|passt auf / aide|aident|aidera|m'aide|nous aide|m'aident|nous aident|m'aidera|nous aidera|va (?:m'|nous )aider|peut (?:m'|nous )aider|donne un coup de main / ayuda|ayudan|ayudara|va a ayudar\\p{L}*|puede ayudar\\p{L}*|echa una mano / ajuda|ajudam|ajudara|vai ajudar|vai me ajudar|pode ajudar|ajuda-me / aiuta|aiutano|aiutera|mi aiutera|puo aiutar\\p{L}*|da una mano / helpt|helpen|zal helpen|kan helpen|wil helpen|steunt",
    ),
    title: (who) => `Agree with ${who} who does what, and on which days`,
    how: 'Name the parts that need two, and those that you would rather hand over. A day and an hour for each, and a thank-you soon.',
    done: 'help agreed',
  },
];
/** Between a person and a deed, or right after it: it is not done. */
export const NOT =
  /n't|(?<!\p{L})(?:not|never|no|nobody|but|nicht|kein\p{L}*|nie|pas|jamais|nunca|nao|non|mai|niet|geen|nooit|passed away|died|tot|mort|murio)(?!\p{L})/u;
const BETWEEN_CHARACTERS_MAX = 45;
/** Whom somebody helps is no helper: "help my brother", "for my mother who helps". */
const BEFORE =
  /(?:help(?:ing)?|for|to|of|about|from|aider|ayudar(?: a)?|ajudar|aiutare|für|fur|pour|para|per|voor|de|di|do|da|von|van)\s+$/u;
/** More than this many people that help is a crowd. */
const PEOPLE_MAX = 2;

const HEAVY =
  /^(?:Carry|Move|Lift|Build|Assemble|Dig|Load|Paint|Put up|Mount|Hang|Lay|Clear|Haul|Take down|Saw|Cut|Sand|Set up|Bring|Decorate)\b/u;

/** Returns the first name that follows a person's word: "my neighbour | Tom". */
export function nameAfter(words: string, end: number): string | undefined {
  return /^\s(\p{Lu}\p{Ll}{1,20})(?!\p{L})/u.exec(words.slice(end))?.[1];
}

/** Tells whether a person's sentence goes on with something that they do for somebody. */
export function doesSomething(rest: string, language: Language): boolean {
  return DEEDS.some(
    ({ words }) => (words[language].exec(rest)?.index ?? BETWEEN_CHARACTERS_MAX + 1) <= BETWEEN_CHARACTERS_MAX,
  );
}

/** Returns the step in which somebody who knows it is asked. */
export function askStep(who: string, name: string): Remark {
  const shows = DEEDS.find(({ id }) => id === 'shows') ?? DEEDS[0];
  return {
    id: 'shows',
    title: shows?.title(who) ?? who,
    how: shows?.how ?? '',
    done: shows?.done ?? '',
    day: 1,
    used: new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'iu'),
    adds: { to: ASKS, how: `Ask ${who} first.` },
  };
}

/** Steps in which somebody is asked or looks on. */
const ASKS =
  /^(?:Ask|Show|Let|Have|Bring|Send|Discuss|Talk)\b.*\b(?:somebody|someone|person|people|anybody|teacher|trained|experienced|good at)\b/iu;

/** Reads who helps, lends, shows or takes part: "my brother Tom helps", "ma sœur Julie m'aide". */
export function readPeople({ language, sentences, title }: Described): Remark[] {
  const titled = new Set(peopleIn(title, language).map(({ name }) => name));
  const found = new Map<string, Remark>();
  for (const { words, folded } of sentences) {
    for (const person of peopleIn(folded, language)) {
      if (BEFORE.test(folded.slice(0, person.at))) continue;
      const name = nameAfter(words, person.end);
      // Whom the goal is for helps only where a name tells them apart.
      if (titled.has(person.name) && !name) continue;
      const rest = folded.slice(person.end);
      const places = DEEDS.map((deed) => ({ deed, match: deed.words[language].exec(rest) })).filter(
        ({ match }) => match,
      );
      const nearest = places.sort((a, b) => (a.match?.index ?? 0) - (b.match?.index ?? 0))[0];
      if (!nearest?.match || nearest.match.index > BETWEEN_CHARACTERS_MAX) continue;
      const end = nearest.match.index + nearest.match[0].length;
      if (NOT.test(rest.slice(0, end)) || NOT.test(rest.slice(end, end + 10))) continue;
      const who = name ? `${person.name} ${plainOf(name)}` : person.name;
      const { deed } = nearest;
      const { id, title: say, how, done } = deed;
      const adds = id === 'helps' ? { adds: { to: HEAVY, how: `Together with ${who}.` } } : {};
      const used = new RegExp(`(?<!\\p{L})${name ?? person.name.replace(/^your /u, '')}(?!\\p{L})`, 'iu');
      if (!found.has(who)) found.set(who, { id, title: say(who), how, done, day: 1, used, ...adds });
    }
  }
  return [...found.values()].slice(0, PEOPLE_MAX);
}
