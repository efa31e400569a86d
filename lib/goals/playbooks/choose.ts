import { countPhrases, fold } from './phrases.ts';
import type { Playbook } from './schema.ts';

const STRONG = 3;
const NOT = 6;
/** A title says what a goal is; a description also says what it is for. */
const IN_TITLE = 2;
/** One strong phrase in the description alone is enough. */
const LEAST_SCORE = 3;

/** How well a playbook fits a goal; 0 or less when it does not. */
export function scoreOf({ match }: Playbook, goal: { title: string; description?: string | null }): number {
  const parts = [
    { folded: fold(goal.title.slice(0, 500)), weight: IN_TITLE },
    { folded: fold((goal.description ?? '').slice(0, 2000)), weight: 1 },
  ];
  return parts.reduce((sum, { folded, weight }) => {
    const hits = STRONG * countPhrases(match.strong, folded) + countPhrases(match.weak, folded);
    return sum + weight * (hits - NOT * countPhrases(match.not, folded));
  }, 0);
}

/** The playbook that fits a goal best, one of its field before one that knows a way alone; undefined when none does. */
export function choosePlaybook(
  playbooks: readonly Playbook[],
  goal: { title: string; description?: string | null },
): Playbook | undefined {
  const best = (among: readonly Playbook[]) => {
    const scored = among.map((playbook) => ({ playbook, score: scoreOf(playbook, goal) }));
    // Of equals the first in the list.
    return scored.filter(({ score }) => score >= LEAST_SCORE).sort((a, b) => b.score - a.score)[0]?.playbook;
  };
  return best(playbooks.filter(({ fallback }) => !fallback)) ?? best(playbooks.filter(({ fallback }) => fallback));
}
