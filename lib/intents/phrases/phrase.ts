/**
 * A request in words that rules understand without a model: an intent's name, or one that the rules answer themselves.
 * The others (`list_overdue`, `move_all`, `recall` …) are in lib/chat/rule-calls.ts.
 */
export type Asked =
  | 'create_goal'
  | 'want_goal'
  | 'list_goals'
  | 'get_goal_progress'
  | 'replan_goal'
  | 'create_task'
  | 'put_it'
  | 'need_task'
  | 'have_task'
  | 'listed'
  | 'when_is'
  | 'goal_end'
  | 'delete_goal'
  | 'is_free'
  | 'list_tasks'
  | 'list_overdue'
  | 'list_done'
  | 'list_about'
  | 'reschedule_task'
  | 'move_later'
  | 'move_earlier'
  | 'rename_task'
  | 'complete_task'
  | 'did'
  | 'missed'
  | 'cancel_task'
  | 'is_off'
  | 'is_moved'
  | 'move_all'
  | 'cancel_all'
  | 'remember'
  | 'recall'
  | 'forget'
  | 'search_notes'
  | 'undo_last';

/** The name of something in a phrase: what stands in its place is an argument. */
export type Placeholder =
  | 'task'
  | 'when'
  | 'title'
  | 'line'
  | 'goal'
  | 'instructions'
  | 'fact'
  | 'query'
  | 'from'
  | 'except'
  | 'words';

/** A language's phrases in the order in which they are tried; `{slot}` stands for words. */
export type Phrases = {
  /** Words before and after what is asked that ask for nothing: "could you please …, thanks". */
  before: string;
  after: string;
  /** Words between two things that are asked for at once: "… and …". */
  joins: string;
  /** Words that a request or a question begins with, and those that a reason does, where it is a clause of its own. */
  requests: string;
  reasons: string;
  /** Words that make what is asked hang on something: "if it rains". */
  conditions: string;
  phrases: [asked: Asked, forms: string[]][];
};

export type Phrase = { asked: Asked; form: RegExp };

/** Returns the phrases as patterns, each for the whole of a message. */
export function compile({ phrases }: Phrases): Phrase[] {
  return phrases.flatMap(([asked, forms]) =>
    forms.map((form) => ({
      asked,
      form: new RegExp(`^(?:${form.replace(/\{([a-z]+)\}/g, '(?<$1>\\S(?:.*?\\S)??)')})$`, 'iu'),
    })),
  );
}
