import type { CareKind } from '../lib/care/schema.ts';
import type { Language } from '../lib/language/languages.ts';

/** A goal as somebody wrote it, and what is right for it, written down by hand and without a look at the planner. */
export type JudgedGoal = {
  language: Language;
  title: string;
  description: string;
  /** The playbooks that fit, the best first. */
  domains: readonly string[];
  /** The plan's length: weeks from and to, or the last day from and to. Stated on Saturday 28 November 2026. */
  weeks?: readonly [number, number];
  end?: readonly [string, string];
  /** Patterns that the plan must contain besides the goal's own title: amounts, things that were named. */
  says?: readonly string[];
  /** Patterns that nothing in the plan may contain. */
  never?: readonly string[];
  /** Patterns of questions that the words have answered. */
  answered?: readonly string[];
  /** The health warning that the plan must carry; null for none. */
  care: CareKind | null | 'unjudged';
  /** A goal that gets words of care and no plan. */
  noPlan?: boolean;
};

type Right = Partial<Omit<JudgedGoal, 'language' | 'title' | 'description' | 'domains'>>;
/** Writes a goal of one language in a line. */
export const inLanguage =
  (language: Language) =>
  (title: string, description: string, domains: string, right: Right = {}): JudgedGoal => ({
    language,
    title,
    description,
    domains: domains.split(' '),
    care: null,
    ...right,
  });
