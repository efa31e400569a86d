/** Judges the plans of judged-goals.ts and prints how they did, by criterion and language, and the worst ten whole. */

import { briefFor, CRITERIA, criteria, type Judged, judge, percent, shareOf, shortfalls } from '../harness/judge.ts';
import { judgedGoals } from '../harness/judged-goals.ts';
import { printPlan } from '../harness/plans.ts';
import { proposeUntilSound } from '../lib/goals/proposal.ts';
import { LANGUAGES } from '../lib/language/languages.ts';
import { hasModel } from '../lib/llm/client.ts';
import { proposeWithRetries } from './propose.ts';

const worstShown = 10;

/** Runs the evaluation and prints it. Returns false when a criterion is below its threshold. */
export async function evaluateJudged(): Promise<boolean> {
  const started = process.cpuUsage();
  const judged: Judged[] = [];
  for (const goal of judgedGoals) {
    const proposal =
      hasModel() && !goal.noPlan
        ? await proposeUntilSound((_, last) => proposeWithRetries(briefFor(goal), last))
        : null;
    judged.push(judge(goal, proposal));
  }
  const { user, system } = process.cpuUsage(started);
  const each = ((user + system) / 1000 / judged.length).toFixed(0);
  console.log(`\n${judged.length} goals judged, ${each} ms of CPU a plan\n\n${tableOf(judged)}\n`);
  for (const result of worstOf(judged)) console.log(`${describe(result)}\n`);
  return shortfalls(judged).length === 0;
}

function tableOf(judged: readonly Judged[]): string {
  const head = ['criterion'.padEnd(12), ...LANGUAGES.map((language) => language.padStart(6)), '   all  least'];
  const rows = criteria.map((criterion) => {
    const share = (of: readonly Judged[]) => {
      const value = shareOf(of, criterion);
      return (value === null ? '-' : percent(value)).padStart(6);
    };
    const shares = LANGUAGES.map((language) => share(judged.filter(({ goal }) => goal.language === language)));
    const isShort = (shareOf(judged, criterion) ?? 1) < CRITERIA[criterion];
    return `${criterion.padEnd(12)}${shares.join('')}${share(judged)} ${percent(CRITERIA[criterion]).padStart(6)}${isShort ? '  SHORT' : ''}`;
  });
  return [head.join(''), ...rows].join('\n');
}

function worstOf(judged: readonly Judged[]): Judged[] {
  const faults = ({ wrong }: Judged) => Object.values(wrong).filter((found) => found.length > 0).length;
  return [...judged]
    .filter((each) => faults(each) > 0)
    .sort((a, b) => faults(b) - faults(a))
    .slice(0, worstShown);
}

function describe({ goal, plan, questions, wrong }: Judged): string {
  const faults = Object.entries(wrong).flatMap(([criterion, found]) =>
    found.slice(0, 3).map((each) => `WRONG ${criterion}: ${each}`),
  );
  if (!plan) return [`=== ${goal.title} | ${goal.description}`, ...faults].join('\n');
  return [printPlan({ input: goal, made: { plan, questions } }), ...faults].join('\n');
}
