/** What a message carries that can be run as it stands. */
export type CarriedCode = { language: string; code: string };

const fence = /```([^\n`]*)\n([\s\S]*?)```/;
/** Words of Python that may stand next to each other in one expression; any other pair of words is prose. */
const keywords = new Set([
  'and',
  'or',
  'not',
  'in',
  'is',
  'if',
  'else',
  'for',
  'lambda',
  'None',
  'True',
  'False',
  'await',
]);
const askingFor =
  /^(?:(?:please|can you|could you)\s+)?(?:what(?:'s| is| are)|how much is|calculate|compute|evaluate|run|execute|print)\s*:?\s+/i;

/**
 * Finds the code that a message carries: its first fenced block, else the message itself if it is one expression, with
 * the words around it that ask for its value ("what is 2**10?"). Null when it carries none.
 */
export function carriedCode(message: string): CarriedCode | null {
  const block = fence.exec(message);
  if (block) {
    const code = (block[2] ?? '').trim();
    const language = (block[1] ?? '').trim().split(/\s/)[0]?.toLowerCase() ?? '';
    return code ? { language: pythonNames.has(language) ? 'python' : language, code } : null;
  }
  const line = message
    .trim()
    .replace(askingFor, '')
    .replace(/\s*[?.=]+$/, '')
    .replace(/^`(.*)`$/, '$1')
    .trim();
  return isExpression(line) ? { language: 'python', code: line } : null;
}

const pythonNames = new Set(['', 'python', 'python3', 'py', 'ipython']);

/** One line with an operator between values, a call, or an index; never prose. */
function isExpression(line: string): boolean {
  if (line.length > 500 || line.includes('\n')) return false;
  const bare = line.replace(/'[^']*'|"[^"]*"/g, '0');
  if (!/^[\w\s+\-*/%()[\]{},.:<>=!&|^~@]+$/.test(bare)) return false;
  const operates = /[\w)\]]\s*(?:\*\*|\/\/|<<|>>|[<>=!]=|[+\-*/%@<>&|^])\s*[\w([{~+-]/.test(bare);
  const calls = /[A-Za-z_)\]]\w*\s*[([].*[)\]]/.test(bare);
  if (!operates && !calls) return false;
  // Dates, ranges and phone numbers are not sums.
  if (/^[\d\s]+([-/.])[\d\s]+(\1[\d\s]+)+$/.test(bare)) return false;
  return !hasProse(bare);
}

function hasProse(bare: string): boolean {
  const words = bare.matchAll(/([A-Za-z_]\w*|\d[\w.]*|[)\]}])\s+(?=([A-Za-z_]\w*|\d))/g);
  for (const [, before, after] of words) {
    if (!keywords.has(before ?? '') && !keywords.has(after ?? '')) return true;
  }
  return false;
}
