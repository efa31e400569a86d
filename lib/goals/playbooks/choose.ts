import { type Asides, asidesIn, blank, isLight, type Span } from './asides.ts';
import { helpsSomebody } from './others.ts';
import { countPhrases, type Found, findPhrases, fold } from './phrases.ts';
import type { Phrases, Playbook } from './schema.ts';

const STRONG = 3;
const NOT = 6;
/** A title says what a goal is; a description also says what it is for. */
const IN_TITLE = 2;
/** One strong phrase is enough where it stands in the title or the title has a weak one. */
const LEAST_SCORE = 3;
/** A description also tells what somebody's life is like: beside a title about something else it must say more than two strong phrases. */
const LEAST_SCORE_ALONE = 7;

/** More than a description of 2,000 characters has, unless it is a list of full stops. */
const SENTENCES_MAX = 60;

type Goal = { title: string; description?: string | null };
/** A goal's folded texts: its title and description, both also with only what is wanted, and what the title has besides. */
type Texts = Asides & {
  title: string;
  wanted: string;
  description: string;
  told: string;
  isForAnother: boolean;
  isTitleLight: boolean;
};

function read({ title, description }: Goal): Texts {
  const said = title.slice(0, 500);
  const folded = fold(said);
  const asides = asidesIn(said);
  const wanted = blank(folded, asides.around);
  const whole = (description ?? '').slice(0, 2000);
  const sentences = (whole.match(SENTENCE) ?? []).slice(0, SENTENCES_MAX);
  const told = sentences.map((sentence) => blank(fold(sentence), asidesIn(sentence).around)).join('');
  const isTitleLight = isLight(folded);
  return {
    ...asides,
    title: folded,
    wanted,
    description: fold(whole),
    told,
    isForAnother: helpsSomebody(wanted),
    isTitleLight,
  };
}

const SENTENCE = /[^.!?\n]*(?:[.!?\n]+|$)/gu;

/** Finds the different phrases of a goal: in what is wanted, in the circumstances of the title, and in the description. */
function hitsOf(phrases: Phrases | undefined, { title, wanted, around, modifiers, told: rest }: Texts) {
  const isWithin = (spans: readonly Span[], found: Span) =>
    spans.some(({ from, to }) => found.from >= from && found.to <= to);
  const startsIn = (spans: readonly Span[], found: Span) =>
    spans.some(({ from, to }) => found.from >= from && found.from < to);
  const named = findPhrases(phrases, wanted).filter((found) => !isWithin(modifiers, found));
  const inTitle = around.length > 0 ? findPhrases(phrases, title) : [];
  const beside = textsOf(inTitle.filter((found) => startsIn(around, found)));
  // "ready for the baby" begins with what is wanted.
  const across = inTitle.length > 0 ? findPhrases(phrases, title, true) : [];
  named.push(...across.filter((found) => !startsIn(around, found) && !isWithin(modifiers, found)));
  const told = textsOf(findPhrases(phrases, rest));
  return {
    named: textsOf(named).size,
    beside: beside.size,
    told: [...told].filter((text) => !beside.has(text)).length,
  };
}

const textsOf = (found: readonly Found[]) => new Set(found.map(({ text }) => text));

/**
 * Returns how well a playbook fits a goal; 0 or less when it does not. What stands in a circumstance of the title ("after the wedding",
 * "for my daughter's party") agrees with what the rest of it names, and names nothing alone.
 */
function scoreOf({ match }: Playbook, texts: Texts): number {
  const strong = hitsOf(match.strong, texts);
  const weak = hitsOf(match.weak, texts);
  const hits = [strong, weak].some(({ named, beside, told }) => named + beside + told > 0);
  if (!hits) return 0;
  const against = NOT * hitsOf(match.not, texts).named;
  const named = STRONG * strong.named + weak.named;
  const beside = named > 0 ? STRONG * strong.beside + weak.beside : 0;
  const inTitle = IN_TITLE * (named - against) + beside;
  const score = inTitle + STRONG * strong.told + weak.told - NOT * countPhrases(match.not, texts.description);
  const fits = (named > 0 && inTitle > 0) || score >= (texts.isTitleLight ? LEAST_SCORE : LEAST_SCORE_ALONE);
  return fits ? score : Math.min(score, 0);
}

/** Returns the playbook that fits a goal best, one of its field before one that knows a way alone; undefined when none does. */
export function choosePlaybook(playbooks: readonly Playbook[], goal: Goal): Playbook | undefined {
  const texts = read(goal);
  const fitting = playbooks.filter(({ own, body }) => !(texts.isForAnother && (own || body)));
  const best = (among: readonly Playbook[]) => {
    const scored = among.map((playbook) => ({ playbook, score: scoreOf(playbook, texts) }));
    // Of equals the first in the list.
    return scored.filter(({ score }) => score >= LEAST_SCORE).sort((a, b) => b.score - a.score)[0]?.playbook;
  };
  return best(fitting.filter(({ fallback }) => !fallback)) ?? best(fitting.filter(({ fallback }) => fallback));
}
