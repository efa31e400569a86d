import type { Language } from '../language/languages.ts';
import { cutText } from '../llm/text.ts';
import { RUN_WORDS } from './run-words.ts';
import type { Execution } from './schema.ts';
import type { KeptThought } from './thought.ts';
import { runCode } from './tools.ts';

const shownCharactersMax = 8_000;

/**
 * Returns a model's answer as the person reads it, `cutOff` being said of one that was cut; a refusal is one. Null for an
 * empty one.
 */
export function wholeAnswer(
  answer: { text: string; refusal: string | null; truncated: boolean },
  cutOff: string,
): string | null {
  const text = answer.text.trim() || answer.refusal?.trim();
  if (!text) return null;
  return answer.truncated ? `${text}…\n\n${cutOff}` : text;
}

/**
 * Returns the answer from what was done, where no model can put it into words: what each tool said, and what the last program
 * did, in a language. Null when nothing was done.
 */
export function describeResults(
  thoughts: KeptThought[],
  execution: Execution | null,
  language: Language,
): string | null {
  const said = thoughts.flatMap(({ calls, results }) =>
    results.flatMap(({ place, said: words }) => (calls[place]?.name === runCode ? [] : (words ?? []))),
  );
  const ran = thoughts.some(({ calls }) => calls.some(({ name }) => name === runCode));
  const parts = [...said, ...(ran && execution ? [describeExecution(execution, language)] : [])];
  return parts.length ? parts.join('\n') : null;
}

/**
 * Returns the answer to a run that nobody but the code commented, in a language: what it printed, gave back and wrote, or how
 * it ended.
 */
export function describeExecution(execution: Execution, language: Language): string {
  const say = RUN_WORDS[language];
  const parts = execution.restarted ? [say.restarted] : [];
  const printed = execution.stdout.trimEnd();
  const files = execution.results.flatMap((result) => (result.artifact_id && result.name) || []);
  const leftOut = execution.results.flatMap((result) => (!result.artifact_id && result.name) || []);
  const shown = execution.results.filter((result) => !result.name);
  const pictures = shown.filter(({ text, mime }) => text === undefined && mime?.startsWith('image/')).length;
  const values = shown.flatMap(({ text, mime }) => text ?? (mime && !mime.startsWith('image/') ? `(${mime})` : []));
  if (execution.error?.name === 'TimeoutError') parts.push(say.tooLong);
  else if (execution.error) parts.push(`${say.endedWith} ${execution.error.name}: ${execution.error.value}`);
  if (printed) parts.push(`${execution.error ? say.printedBefore : say.printed}\n${quote(printed, say.shortened)}`);
  if (values.length) parts.push(`${printed ? say.itsValue : say.value}\n${quote(values.join('\n'), say.shortened)}`);
  if (pictures) parts.push(pictures === 1 ? say.picture : say.pictures(pictures));
  if (files.length) parts.push(`${say.wrote} ${files.join(', ')}`);
  if (leftOut.length) parts.push(`${say.tooMuch} ${leftOut.join(', ')}`);
  if (!execution.error && !printed && pictures + values.length + files.length + leftOut.length === 0) {
    parts.push(say.nothing);
  }
  return parts.join('\n\n');
}

function quote(text: string, shortened: string): string {
  const shown = text.length > shownCharactersMax ? `${cutText(text, shownCharactersMax)}\n[${shortened}]` : text;
  return `\`\`\`\n${shown}\n\`\`\``;
}
