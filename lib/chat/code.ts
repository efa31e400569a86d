import { type CodeBlock, findCode } from './markdown.ts';
import { isExpression, isProgramText } from './python-text.ts';

/** What a message carries that can be run as it stands. */
export type CarriedCode = { language: string; code: string };

const askingFor =
  /^(?:(?:please|can you|could you)\s+)?(?:what(?:'s| is| are)|how much is|calculate|compute|evaluate|run|execute|print)\s*:?\s+/i;

/** Markers of blocks that hold no program. */
const dataMarkers = new Set(
  'text txt plain plaintext csv tsv json yaml toml xml output console log stdout result markdown md diff'.split(' '),
);

/**
 * Finds the code that a message carries: its Python blocks in their order, else a block in another language, else a piece in
 * backticks, else the message itself where it is a program or an expression, with the words around it that ask for its value
 * ("what is 2**10?"). Null when it carries none.
 */
export function carriedCode(message: string): CarriedCode | null {
  const { blocks, spans } = findCode(message);
  const marked = blocks.map(toCode).filter(({ code }) => code !== '');
  const python = marked.filter(({ language }) => language === 'python');
  if (python.length > 0) return joinBlocks(python);
  const unmarked = marked.filter(({ language, code }) => !language && (isProgramText(code) || isExpression(code)));
  if (unmarked.length > 0) return joinBlocks(unmarked);
  const other = marked.find(({ language }) => language && !dataMarkers.has(language));
  if (other) return other;
  for (const span of spans) {
    const code = span.trim().replace(/^(?:python3?|py)\s+/i, '');
    if (isProgramText(code) || isExpression(code)) return { language: 'python', code };
  }
  return blocks.length === 0 ? unfenced(message) : null;
}

/**
 * Returns a program as a model gives it where it is asked for nothing else: its Python blocks where it has any, else the text
 * itself.
 */
export function programIn(text: string): string {
  if (isInString(text, text.search(/```|~~~/))) return tidy(text);
  const marked = findCode(text)
    .blocks.map(toCode)
    .filter(({ code }) => code !== '');
  const python = marked.filter(({ language }) => language === 'python');
  const blocks = python.length > 0 ? python : marked.filter(({ language }) => !language);
  return blocks.length > 0 ? joinBlocks(blocks).code : tidy(text);
}

/** Returns whether a place in a program stands inside of a text in triple quotes, as a fence may that the program writes. */
function isInString(program: string, place: number): boolean {
  return ((program.slice(0, Math.max(0, place)).match(/"""|'''/g)?.length ?? 0) & 1) === 1;
}

const joinBlocks = (blocks: CarriedCode[]): CarriedCode => ({
  language: 'python',
  code: blocks.map(({ code }) => code).join('\n\n'),
});

function toCode({ info, content }: CodeBlock): CarriedCode {
  return { language: languageOf(info), code: withoutPrompts(tidy(content)) };
}

/**
 * Returns the language that an info string names: `py3`, `{.python .numberLines}`, `python:main.py` and `main.py` are all
 * Python.
 */
function languageOf(info: string): string {
  const name = /[a-z0-9+#][\w+#.-]*/.exec(info.toLowerCase())?.[0] ?? '';
  return /^(?:i?python|py)[\d.-]*$|^(?:pycon|pyodide|python-repl|jupyter)$|\.py$/.test(name) ? 'python' : name;
}

/** Without blank lines around it and without an indent that every line has. */
function tidy(code: string): string {
  const lines = code
    .replaceAll('\r\n', '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
    .split('\n');
  const indents = lines.filter((line) => line.trim()).map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  const indent = indents.reduce(
    (common, next) => (next.startsWith(common) ? common : shared(common, next)),
    indents[0] ?? '',
  );
  return indent ? lines.map((line) => line.slice(indent.length)).join('\n') : lines.join('\n');
}

function shared(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

/** Returns what was typed in a copied session of the interpreter (`>>> `), without what it answered. */
function withoutPrompts(code: string): string {
  if (!code.startsWith('>>> ')) return code;
  const typed = code.split('\n').filter((line) => /^(?:>>>|\.\.\.)(?: |$)/.test(line));
  return typed
    .map((line) => line.slice(4))
    .join('\n')
    .trimEnd();
}

function unfenced(message: string): CarriedCode | null {
  // "min(or) max": a keyword is no value.
  if (/\(\s*(?:and|as|else|for|if|in|is|not|or)\s*\)/.test(message)) return null;
  const text = tidy(message);
  if (text.includes('\n')) {
    const behindWords = /^[^\n]{0,200}:[ \t]*\n+([\s\S]*)$/.exec(text)?.[1];
    const code = [text, behindWords && tidy(behindWords)].find((part) => part && isProgramText(part));
    return code ? { language: 'python', code } : null;
  }
  const asked = text.trim().replace(askingFor, '');
  const line = asked
    .replace(/\s*[?.=]+\s*$/, '')
    .replace(/\s*=$/, '')
    .replace(/^`([^`]*)`$/, '$1')
    .trim();
  const isAsked = asked !== text.trim();
  if (isProgramText(text.trim())) return { language: 'python', code: text.trim() };
  // Nobody asks a statement: "import duties?".
  const isStatement = !/\?\s*$/.test(text) && isProgramText(line);
  return isStatement || isExpression(line, isAsked) ? { language: 'python', code: line } : null;
}
