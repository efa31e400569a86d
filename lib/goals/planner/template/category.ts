/** Something to do, its title starting with the verb, and how to do it; `once` for what a phase needs in its first week only. */
export type Activity = readonly [title: string, how: string, times?: 'once'];

/** What a week reaches, and the measure that shows it; `once` for what is not reached again in a long phase. */
export type Step = readonly [title: string, measure: string, times?: 'once'];

/**
 * A stage of a plan. Its first activity is done every week of it; the others take turns.
 * Texts may hold `{subject}`, measures also `{tasks}`, `{minutes}`, `{week}` and `{weeks}`.
 */
export type Phase = {
  /** Its part of the plan's weeks, against the other phases' shares. */
  share: number;
  activities: readonly Activity[];
  steps: readonly Step[];
};

/** A kind of goal: how to recognise it, how much of it a week takes, and its phases in order. */
export type Category = {
  name: 'fitness' | 'learning' | 'career' | 'finance' | 'home' | 'creative' | 'wellbeing' | 'other';
  /**
   * Words that speak for it and how much, or against it below zero. Words of five letters or more also match longer ones
   * ("invest", "investing"); several words match as they stand ("work out").
   */
  keywords: Readonly<Record<string, number>>;
  sessionsPerWeek: number;
  sessionMinutes: number;
  /** How the plan goes about it, for the summary. */
  approach: string;
  phases: readonly Phase[];
  /** For the last week before an event such as a wedding, a race or an exam. */
  beforeEvent: readonly Activity[];
  /** The measure of the goal itself. */
  proof: string;
};
