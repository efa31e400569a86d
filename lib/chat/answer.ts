import { hasModel } from '../llm/client.ts';
import { ask } from './ask.ts';
import { answerPrompt } from './prompts.ts';
import type { Execution } from './schema.ts';
import { claimMessage, type Work } from './work.ts';

const shownCharactersMax = 8_000;

/**
 * The answer to a message from what really ran, by the model, whose words live clients see as they come, or in plain words.
 * @param byModel false where the model has failed: what ran counts more than how it is told
 * @returns null when there is nothing left to do
 * @throws ModelError when the model fails
 */
export async function composeAnswer(work: Work, byModel: boolean): Promise<string | null> {
  const message = await claimMessage(work, 'answering');
  if (!message) return null;
  if (!message.execution) return 'The program did not run.';
  if (!byModel || !hasModel()) return describeExecution(message.execution);
  const messages = answerPrompt(message, message.execution);
  const answer = await ask(work, message, { messages, maxTokens: 1_500, isAnswer: true });
  return answer && (wholeAnswer(answer) ?? describeExecution(message.execution));
}

/** A model's answer as the person reads it: cut answers and refusals say so. Null for an empty one. */
export function wholeAnswer(answer: { text: string; refusal: string | null; truncated: boolean }): string | null {
  const text = answer.text.trim() || answer.refusal?.trim();
  if (!text) return null;
  return answer.truncated ? `${text}…\n\n(The answer was cut off at its length limit.)` : text;
}

/** The answer to a run that nobody but the code commented: what it printed, gave back and wrote, or how it ended. */
export function describeExecution(execution: Execution): string {
  const parts = execution.restarted
    ? ['(The sandbox of this conversation had to be started again: variables of earlier messages are gone.)']
    : [];
  const printed = execution.stdout.trimEnd();
  const files = execution.results.flatMap((result) => (result.artifact_id && result.name) || []);
  const leftOut = execution.results.flatMap((result) => (!result.artifact_id && result.name) || []);
  const values = execution.results.flatMap((result) =>
    result.name ? [] : (result.text ?? (result.mime ? `(${result.mime})` : [])),
  );
  if (execution.error?.name === 'TimeoutError') {
    parts.push(`The code was stopped: ${execution.error.value}`);
  } else if (execution.error) {
    parts.push(`The code ended with ${execution.error.name}: ${execution.error.value}`);
  }
  if (printed) parts.push(`${execution.error ? 'Before that it printed' : 'The code printed'}:\n${quote(printed)}`);
  if (values.length) parts.push(`${printed ? 'Its value is' : 'The value is'}:\n${quote(values.join('\n'))}`);
  if (files.length) parts.push(`It wrote: ${files.join(', ')}`);
  if (leftOut.length) {
    parts.push(`It also wrote what is too much to come back (ten files, 3 MB together): ${leftOut.join(', ')}`);
  }
  if (!execution.error && !printed && values.length + files.length + leftOut.length === 0) {
    parts.push('The code ran and printed nothing.');
  }
  return parts.join('\n\n');
}

function quote(text: string): string {
  const shown = text.length > shownCharactersMax ? `${text.slice(0, shownCharactersMax)}\n[shortened]` : text;
  return `\`\`\`\n${shown}\n\`\`\``;
}
