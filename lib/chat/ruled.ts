import type { Language } from '../language/languages.ts';
import type { Moment } from '../language/when.ts';
import type { Task } from '../tasks/schema.ts';
import type { Snapshot } from './snapshot.ts';
import type { Call } from './thought.ts';

/** Who asks, when, in which language, and what is open on their list. */
export type RuleContext = Moment & {
  /** The language that the message is in; `preferred` is the account's. */
  language: Language;
  preferred: Language;
  tasks: Task[];
  memories: { text: string }[];
  goals: Snapshot['goals'];
};
/** What a rule comes to: intents to be carried out, words, or both; `about` is the id of the task that words are about. */
export type Ruled = { text?: string; calls?: Omit<Call, 'id'>[]; about?: string };

/** Returns a rule's call of an intent; arguments that were not said are left out. */
export const call = (name: string, args: Record<string, string | undefined> = {}): Ruled => ({
  calls: [
    {
      name,
      arguments: Object.fromEntries(
        Object.entries(args).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
      ),
    },
  ],
});

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Returns the name of something without what leads to it. */
export const withoutArticle = (words: string): string => words.replace(/^(?:the|my|a|an|our|doing|to) (?=\S)/i, '');
