import type { Execution } from './schema.ts';

const shownCharactersMax = 8_000;

/** The answer to a run that nobody but the code commented: what it printed and gave back, or how it ended. */
export function describeExecution(execution: Execution, notes: string[] = []): string {
  const parts = [...notes];
  const printed = execution.stdout.trimEnd();
  const values = execution.results.flatMap((result) =>
    result.text ? [result.text] : result.mime ? [`(${result.mime})`] : [],
  );
  if (execution.error?.name === 'TimeoutError') {
    parts.push(`The code was stopped: ${execution.error.value}`);
  } else if (execution.error) {
    parts.push(`The code ended with ${execution.error.name}: ${execution.error.value}`);
  }
  if (printed) parts.push(`${execution.error ? 'Before that it printed' : 'The code printed'}:\n${quote(printed)}`);
  if (values.length) parts.push(`${printed ? 'Its value is' : 'The value is'}:\n${quote(values.join('\n'))}`);
  if (!execution.error && !printed && values.length === 0) parts.push('The code ran and printed nothing.');
  return parts.join('\n\n');
}

function quote(text: string): string {
  const shown = text.length > shownCharactersMax ? `${text.slice(0, shownCharactersMax)}\n[shortened]` : text;
  return `\`\`\`\n${shown}\n\`\`\``;
}
