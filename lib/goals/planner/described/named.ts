import { peopleIn } from '../../playbooks/own-people.ts';
import { fold } from '../../playbooks/phrases.ts';
import { askStep, doesSomething, NOT, nameAfter } from './people.ts';
import { type Described, plainOf, type Remark } from './remark.ts';

/** Whoever is younger than the person shows them nothing, and nobody plans with these. */
const YOUNG = new Set(['your daughter', 'your son', 'your niece', 'your nephew', 'your grandchild', 'your children']);
const APART = new Set(['your ex', 'your boss']);
/** What is told to nobody beforehand. */
const SECRET =
  /surpris|gift|present|birthday|propose|\büberrasch|uberrasch|geschenk|geburtstag|heiratsantrag|cadeau|anniversaire|sorpresa|regalo|cumplean|surpresa|aniversario|compleanno|verras|verjaardag/u;
/** As far as what a person does is looked for. */
const CLAUSE_CHARACTERS_MAX = 60;
const CLAUSE_END = /[,;:.!?]|\s(?:but|aber|mais|pero|mas|ma|maar|and|und|et|y|e|en)\s/u;
const STEM_LETTERS = 4;
const STEM_LETTERS_MIN = 3;
const PEOPLE_MAX = 2;
/** Steps in which something is shown. */
const SHOWS = /^(?:Show|Have the talk|Play|Perform|Serve|Lead|Cook the meal|Tell the story|Give)\b/u;

/**
 * Reads people of whom no deed for the person is said: whoever does the thing themselves is asked ("my neighbour Tom keeps bees", for
 * "Start beekeeping"), and whoever is named otherwise is the one to show it to ("my niece Lily is deaf").
 */
export function readNamed({ language, sentences, title }: Described): Remark[] {
  const titled = new Set(peopleIn(title, language).map(({ name }) => name));
  const wanted = title.match(/\p{L}{3,}/gu) ?? [];
  const found = new Map<string, Remark>();
  for (const { words, folded } of sentences) {
    for (const person of peopleIn(folded, language)) {
      const rest = folded.slice(person.end);
      if (titled.has(person.name) || APART.has(person.name) || doesSomething(rest, language)) continue;
      const [clause = ''] = rest.slice(0, CLAUSE_CHARACTERS_MAX).split(CLAUSE_END);
      if (NOT.test(clause)) continue;
      const name = nameAfter(words, person.end);
      const who = name ? `${person.name} ${plainOf(name)}` : person.name;
      const isAble = !YOUNG.has(person.name) && sharesStem(clause, wanted, name);
      if (isAble) found.set(who, askStep(who, name ?? person.name.replace(/^your /u, '')));
      else if (name && !SECRET.test(`${title} ${folded}`)) found.set(who, shownTo(who, name));
    }
  }
  return [...found.values()].slice(0, PEOPLE_MAX);
}

/** "Keeps bees" and "beekeeping", "dances" and "dance". */
function sharesStem(clause: string, wanted: readonly string[], name: string | undefined): boolean {
  const said = (clause.match(/\p{L}{3,}/gu) ?? []).filter((word) => word !== fold(name ?? '') && !COMMON.has(word));
  return said.some((word) => {
    const stem = word.replace(/s$/u, '').slice(0, STEM_LETTERS);
    return stem.length >= STEM_LETTERS_MIN && wanted.some((each) => !COMMON.has(each) && each.startsWith(stem));
  });
}

/** Words that stand in any title and prove nothing. */
const COMMON = new Set(
  'the and for with from learn make start get want better more lernen machen mehr und mit apprendre faire plus avec pour aprender hacer con para fazer com imparare fare leren maken met voor has have hat ist est son una uno der die das den les des los las que who'.split(
    ' ',
  ),
);

function shownTo(who: string, name: string): Remark {
  return {
    id: 'shown-to',
    title: `Tell ${who} what you plan, and choose the day on which you show how far it is`,
    how: 'One sentence and one date. Ask what they would like to see or hear first: that part comes first.',
    done: `day with ${name} chosen`,
    day: 2,
    used: new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'iu'),
    adds: { to: SHOWS, how: `${who.charAt(0).toUpperCase()}${who.slice(1)} is the one to show it to.` },
  };
}
