import type { Language } from '../../language/languages.ts';
import { playbookById } from './index.ts';
import { LEAD, TITLE_ASIDE } from './own-thing.ts';
import { ownWordsOf } from './own-words.ts';
import { countPhrases, fold } from './phrases.ts';
import type { Playbook } from './schema.ts';

/** The shapes in the order in which they are asked: what says more about the way comes first. */
const SHAPES = [
  'talk',
  'help-somebody',
  'degree',
  'qualification',
  'make-pages',
  'make-picture',
  'make-food',
  'restore',
  'number-of-things',
  'find-choose',
  'raise-money',
  'sell-thing',
  'sort-out',
  'occasion',
  'make',
  'errand',
  'do-once',
];
/** Of these a number is done one after the other; the other shapes already know what such a number is. */
const COUNTED = ['restore', 'make', 'do-once'];
/** Ways that the words themselves name: what is done regularly, given up or learned is not done once. */
const NAMED_WAYS = ['regular-act', 'stop-doing'];
/** Somebody is helped and people meet as often as the words say. */
const ANY_RHYTHM = ['help-somebody', 'occasion'];
const LEARNS =
  /^(?:(?:i (?:want|need|would like) to|i'd like to|finally|ich (?:mochte|will)|je (?:veux|voudrais)|quiero|quero|voglio|vorrei|ik wil)\s+)?(?:learn|study|master|apprendre|aprender|imparare|estudiar|estudar|studiare)\b|\b(?:lernen|leren)$/u;

/** Returns a folded title whose beginning and end phrases may name. */
function markedTitle(title: string): string {
  return `<${fold(title.trim().slice(0, 300).replace(LEAD, '').replace(LEAD, '').replace(TITLE_ASIDE, ''))}>`;
}

/**
 * Returns the playbook for the shape of a goal: an errand, one thing made, a talk, a number of things. Undefined where its title has none,
 * or names another way (`fitting`: what its words chose). `isOver`: its title names it so surely that no field comes before it ("find a
 * dentist who takes my insurance").
 */
export function shapeFor(
  goal: { title: string; description?: string | null },
  language: Language,
  fitting?: Playbook,
): { playbook: Playbook; isOver: boolean } | undefined {
  const whole = fold(goal.title.trim().slice(0, 300));
  const marked = markedTitle(goal.title);
  const isNamedWay = fitting !== undefined && NAMED_WAYS.includes(fitting.id);
  const learns = LEARNS.test(whole.replace(/[\s.!?…]+$/u, ''));
  const shapeOf = (id: string, title: string) => {
    const shape = playbookById(id)?.shape;
    return shape !== undefined && countPhrases(shape.title, title) > 0 && countPhrases(shape.not, title) === 0;
  };
  // What is learned is one thing, whatever is made with it: "learn to make paper".
  const isSkill = !isNamedWay && shapeOf('skill', `<${whole.replace(/[\s.!?…]+$/u, '')}>`);
  const over = SHAPES.find((id) => countPhrases(playbookById(id)?.shape?.over, marked) > 0);
  const found =
    over ??
    SHAPES.find((id) => {
      if (learns && id !== 'help-somebody') return false;
      if (isNamedWay && !ANY_RHYTHM.includes(id)) return false;
      return shapeOf(id, marked);
    });
  const isCounted = !isNamedWay && !learns && ownWordsOf(goal, language).own_count > 0;
  const isRow = isCounted && (found === undefined || COUNTED.includes(found));
  const id = isSkill && found !== 'help-somebody' ? 'skill' : isRow ? 'number-of-things' : found;
  const playbook = id === undefined ? undefined : playbookById(id);
  return playbook && { playbook, isOver: over !== undefined };
}
