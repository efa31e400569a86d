import { z } from 'zod';
import { invalidField, Problem } from './problem.ts';
import { fill } from './text.ts';

/** The words for what SQL functions refuse, by code (private.refusal); the words about a field follow its name. */
const words = {
  unknown_timezone: 'must be a time zone that is known here, such as Europe/Berlin',
  target_out_of_range: 'must be from {from} (today) to {to}: a goal lies up to five years ahead',
  target_needs_active_goal: 'Only an active goal can have a new target date. Set its status to active as well.',
  goal_not_active: 'This goal is {status}. Set its status to active, and it is planned again.',
  goal_not_active_to_answer: 'This goal is {status}. Set its status to active, then answer.',
  unknown_question: 'is not a question of this goal: send the id of one of its questions',
  no_proposal: 'There is no proposal for this goal at the moment.',
  not_your_goal: 'is not a goal of yours',
  series_limit: 'would be your 201st repeating task: delete one that you no longer need first',
  series_limit_by_change: 'would make this your 201st repeating task: delete one that you no longer need first',
  range_too_long: 'must be from {from} to {to}: at most 366 days from the first, {from}',
  task_finished: 'This task is finished, so it cannot be moved. Set its status to pending first.',
  task_repeats: 'This task repeats. Name the occurrence: {task}@<its day as YYYY-MM-DD>.',
  excluded_days_limit:
    'A thousand days of this repeating task are deleted already, which is the most. Delete the whole series, or end its repetition.',
  changed_days_limit:
    'Four thousand days of this repeating task are done, moved or changed already, which is the most. End its repetition and begin a new one.',
  file_elsewhere: 'holds the id of a file that is not in this conversation',
  conversation_files_limit: 'The files of one conversation may have {mb} MB together. Start another one for more.',
  stored_files_limit:
    'You may keep {files} files of {mb} MB together. Delete a conversation that you no longer need first.',
  memories_limit: 'There is room for 200 things to remember. Delete one that no longer matters first.',
  documents_limit: 'You have 500 documents, which is the most. Delete one that you no longer need first.',
};

/** Sentences for writes that are no longer possible, by the code that private.write_intent gives. */
const speech = {
  no_task: "I can't find that task any more.",
  task_finished: "That task is finished already, so it can't be moved.",
  task_repeats: 'That task repeats. Tell me which day of it you mean.',
  not_your_goal: `That is not possible: it ${words.not_your_goal}.`,
  series_limit: `That is not possible: it ${words.series_limit}.`,
  series_limit_by_change: `That is not possible: it ${words.series_limit_by_change}.`,
  changed_days_limit:
    'Four thousand days of that task are done or changed already, and that is the most it can hold. End it and begin a new one.',
  goal_not_active: 'That goal is no longer active, so there is nothing to plan.',
  memories_limit: 'I already remember 200 things about you, and that is all I have room for. Which one can I forget?',
  changed_since: 'That has changed in the meantime, so I left it as it is.',
  cancelled: 'That was cancelled, so nothing was done.',
  not_possible: 'That was not possible, so I left everything as it is.',
};

/** A SQL function's refusal. */
export const Refusal = z.object({
  outcome: z.enum(['invalid', 'conflict']),
  code: z.custom<keyof typeof words>((code) => typeof code === 'string' && Object.hasOwn(words, code)),
  field: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A code of a refused write, see {@link sayRefusal}. */
export const SpokenRefusal = z.custom<keyof typeof speech>(
  (code) => typeof code === 'string' && Object.hasOwn(speech, code),
);

/** Returns the problem that a refusal is to a client. */
export function refusalProblem({ code, field, facts }: z.infer<typeof Refusal>): Problem {
  const detail = fill(words[code], facts);
  return field === undefined ? new Problem('conflict', detail) : invalidField(field, detail);
}

/** Returns what a person hears instead of an answer whose write was refused. */
export function sayRefusal(code: z.infer<typeof SpokenRefusal>): string {
  return speech[code];
}
