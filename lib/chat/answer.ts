import { cutText } from '../llm/text.ts';
import type { Execution } from './schema.ts';
import type { KeptThought } from './thought.ts';
import { runCode } from './tools.ts';

const shownCharactersMax = 8_000;

/** A model's answer as the person reads it, `cutOff` being said of one that was cut; a refusal is one. Null for an empty one. */
export function wholeAnswer(
  answer: { text: string; refusal: string | null; truncated: boolean },
  cutOff: string,
): string | null {
  const text = answer.text.trim() || answer.refusal?.trim();
  if (!text) return null;
  return answer.truncated ? `${text}…\n\n${cutOff}` : text;
}

/**
 * The answer from what was done, where no model can put it into words: what each tool said, and what the last program did.
 * Null when nothing was done.
 */
export function describeResults(thoughts: KeptThought[], execution: Execution | null): string | null {
  const said = thoughts.flatMap(({ calls, results }) =>
    results.flatMap(({ place, said: words }) => (calls[place]?.name === runCode ? [] : (words ?? []))),
  );
  const ran = thoughts.some(({ calls }) => calls.some(({ name }) => name === runCode));
  const parts = [...said, ...(ran && execution ? [describeExecution(execution)] : [])];
  return parts.length ? parts.join('\n') : null;
}

/** The answer to a run that nobody but the code commented: what it printed, gave back and wrote, or how it ended. */
export function describeExecution(execution: Execution): string {
  const parts = execution.restarted
    ? ['(The sandbox of this conversation had to be started again: variables of earlier messages are gone.)']
    : [];
  const printed = execution.stdout.trimEnd();
  const files = execution.results.flatMap((result) => (result.artifact_id && result.name) || []);
  const leftOut = execution.results.flatMap((result) => (!result.artifact_id && result.name) || []);
  const shown = execution.results.filter((result) => !result.name);
  const pictures = shown.filter(({ text, mime }) => text === undefined && mime?.startsWith('image/')).length;
  const values = shown.flatMap(({ text, mime }) => text ?? (mime && !mime.startsWith('image/') ? `(${mime})` : []));
  if (execution.error?.name === 'TimeoutError') {
    parts.push(`The code was stopped: ${execution.error.value}`);
  } else if (execution.error) {
    parts.push(`The code ended with ${execution.error.name}: ${execution.error.value}`);
  }
  if (printed) parts.push(`${execution.error ? 'Before that it printed' : 'The code printed'}:\n${quote(printed)}`);
  if (values.length) parts.push(`${printed ? 'Its value is' : 'The value is'}:\n${quote(values.join('\n'))}`);
  if (pictures) parts.push(pictures === 1 ? 'It drew a picture.' : `It drew ${pictures} pictures.`);
  if (files.length) parts.push(`It wrote: ${files.join(', ')}`);
  if (leftOut.length) {
    parts.push(`It also wrote what is too much to come back (ten files, 3 MB together): ${leftOut.join(', ')}`);
  }
  if (!execution.error && !printed && pictures + values.length + files.length + leftOut.length === 0) {
    parts.push('The code ran and printed nothing.');
  }
  return parts.join('\n\n');
}

function quote(text: string): string {
  const shown = text.length > shownCharactersMax ? `${cutText(text, shownCharactersMax)}\n[shortened]` : text;
  return `\`\`\`\n${shown}\n\`\`\``;
}
