import { carriedCode } from './code.ts';
import type { Thought } from './thought.ts';
import { runCode } from './tools.ts';

/** Thinks about a message without a model: code that it carries is run as it stands; nothing else can be answered. */
export function thinkByRules(content: string): Thought {
  const carried = carriedCode(content);
  if (carried?.language === 'python') {
    return { text: '', calls: [{ id: 'rule', name: runCode, arguments: { code: carried.code } }] };
  }
  const text = carried
    ? `The code is marked as ${carried.language}, and only Python can be run here. Put Python into a fenced block marked \`\`\`python.`
    : 'I cannot answer that in words yet. What works: Python in a fenced block (```python) and single expressions such as 2**10 are run as they stand.';
  return { text, calls: [] };
}
