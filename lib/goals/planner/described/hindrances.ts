import { fold, patternFor } from '../../playbooks/phrases.ts';
import type { Phrases, Playbook } from '../../playbooks/schema.ts';
import type { PartOfDay } from '../context.ts';
import data from './hindrances.json' with { type: 'json' };
import { type Described, findSaid, hasSaid, plainOf, quoteAt, type Remark } from './remark.ts';
import things from './things.json' with { type: 'json' };

/** What stands in the way, by the words for it, and the step that settles it. */
type Hindrance = {
  id: string;
  words: Phrases;
  /** What a title is about that is this itself: "no car" says nothing new of buying one. */
  topic?: Phrases;
  /** The only playbooks in which it matters, or those in which it does not. */
  only?: readonly string[];
  quiet?: readonly string[];
  /** Only in plans for the body, or in all others. */
  body?: boolean;
  /** False: not in plans about money itself. */
  money?: boolean;
  part?: PartOfDay;
  quotes?: boolean;
  used: readonly string[];
  title: string;
  how: string;
  done: string;
};

const HINDRANCES = data as readonly Hindrance[];
const { small, only, without } = things as Record<'small' | 'only' | 'without', Phrases>;
const { spaces, missing } = things as Record<'spaces' | 'missing', readonly { name: string; words: Phrases }[]>;
/** Plans in which the room matters that a person has; a balcony or a garden matters in all. */
const IN_ROOMS = new Set(
  'event games-night cooking baking make make-food make-picture restore renovation home-repair houseplants christmas pet hobby art pottery instrument fitness strength yoga muscle mobility new-recipes meal-prep home-server jigsaw occasion do-once soap yarn endurance declutter zero-waste compost sport side-project number-of-things home-office channel photos'.split(
    ' ',
  ),
);
const OUTSIDE = new Set(['balcony', 'garden']);
/** What cannot be borrowed. */
const PLACES = new Set(['a workshop', 'a garden', 'a gym', 'the internet']);
const CARRIED = new Set(['a lift', 'a car park']);

const oneOf = (words: readonly string[]) => new RegExp(`(?<!\\p{L})(?:${words.join('|')})`, 'iu');

/** Reads what stands in the way: no car, shifts, small children, a bad back, thin walls, no oven, a small balcony. */
export function readHindrances(described: Described): Remark[] {
  return [...HINDRANCES.flatMap((each) => hindrance(each, described)), ...spaceOf(described), ...missingIn(described)];
}

function hindrance(each: Hindrance, { language, title, sentences, playbook }: Described): Remark[] {
  if (!matters(each, playbook) || hasSaid(each.topic, language, title)) return [];
  for (const { words, folded } of sentences) {
    const said = findSaid(each.words[language], folded);
    if (!said) continue;
    const quote = each.quotes ? quoteAt(words, said.at) : '';
    if (quote === undefined) continue;
    const word = plainOf(words.slice(said.at, said.at + said.text.length));
    const fill = (text: string) => text.replace('{quote}', quote).replace('{word}', word);
    const used = each.used.map(fill);
    const { id, how, done, part } = each;
    return [{ id, title: fill(each.title), how, done, day: 1, used: oneOf(used), ...(part ? { part } : {}) }];
  }
  return [];
}

function matters({ only: ids, quiet, body, money }: Hindrance, playbook: Playbook): boolean {
  if (ids && !ids.includes(playbook.id)) return false;
  if (quiet?.includes(playbook.id)) return false;
  if (body !== undefined && body !== playbook.body) return false;
  return money !== false || playbook.total === undefined;
}

/** "Only a small balcony", "la cucina è piccola". */
function spaceOf({ language, title, sentences, playbook }: Described): Remark[] {
  for (const { name, words } of spaces) {
    if ((!OUTSIDE.has(name) && !IN_ROOMS.has(playbook.id)) || hasSaid(words, language, title)) continue;
    const named = words[language] ?? [];
    const phrases = phrasesOf(name + language, () => [
      ...(small[language] ?? []).flatMap((adjective) =>
        named.flatMap((noun) => [
          `${adjective} ${noun}`,
          `${adjective} … ${noun}`,
          `${noun} ${adjective}`,
          `${noun} … ${adjective}`,
        ]),
      ),
      ...(only[language] ?? []).flatMap((word) => named.map((noun) => `${word} … ${noun}`)),
      ...(only[language] ?? []).flatMap((word) => named.map((noun) => `${word} ${noun}`)),
    ]);
    if (!sentences.some(({ folded }) => findSaid(phrases, folded))) continue;
    const room = playbook.body
      ? [
          `Clear a spot of two square metres in your ${name}, and leave out what needs more room`,
          'Arms and legs stretched out in all directions touch nothing. What jumps or thumps gets a quiet form.',
        ]
      : [
          `Measure your ${name}, and leave out what does not fit there`,
          'Length, width and height, and what stands there already. What is too big gets a smaller, a folding or an upright form.',
        ];
    const [said = '', how = ''] = room;
    return [
      {
        id: 'small-space',
        title: said,
        how,
        done: `${name} measured`,
        day: 1,
        used: oneOf([`your ${name}`, `small ${name}`, 'balcony']),
      },
    ];
  }
  return [];
}

/** "No oven", "ohne Werkzeug": what the plan may need and is not there. */
function missingIn({ language, title, sentences }: Described): Remark[] {
  const lacking = sentences.filter(({ folded }) =>
    (without[language] ?? []).some((word) => folded.includes(fold(word))),
  );
  if (lacking.length === 0) return [];
  return missing.flatMap(({ name, words }): Remark[] => {
    if (hasSaid(words, language, title)) return [];
    const named = words[language] ?? [];
    const phrases = phrasesOf(`no ${name}${language}`, () =>
      (without[language] ?? []).flatMap((word) =>
        named.flatMap((noun) => [`${word} ${noun}`, ...ARTICLES.map((article) => `${word} ${article} ${noun}`)]),
      ),
    );
    if (!lacking.some(({ folded }) => folded.search(patternOf(phrases)) >= 0)) return [];
    const ways = CARRIED.has(name)
      ? 'what comes in parts, and who helps'
      : PLACES.has(name)
        ? 'what is done at home or elsewhere, and what does instead'
        : 'borrow or share one, take another way, or leave that part out';
    return [
      {
        id: `without-${name.split(' ').at(-1)}`,
        title: `Settle what you do without ${name}: ${ways}`,
        how: 'Go through the steps of this plan and mark those that need it. One line for each: how it goes instead, and whom you ask.',
        done: `way without ${name} found`,
        day: 1,
        used: oneOf([`without (?:an?|the|any) ${name.replace(/^(?:an?|the) /u, '')}`]),
      },
    ];
  });
}

const ARTICLES = [
  'a',
  'an',
  'any',
  'power',
  'proper',
  'own',
  'un',
  'une',
  'uma',
  'una',
  'le',
  'la',
  "l'",
  'il',
  'lo',
  'el',
  'o',
  'ein',
  'einen',
  'eine',
  'de',
  'working',
  'real',
];
const made = new Map<string, readonly string[]>();
const phrasesOf = (key: string, make: () => string[]) => {
  const known = made.get(key) ?? make();
  made.set(key, known);
  return known;
};
const patternOf = (phrases: readonly string[]) => patternFor(phrases) ?? /$^/u;
