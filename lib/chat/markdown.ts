import MarkdownIt, { type StateBlock } from 'markdown-it';

/** A block of code, `info` being what stands behind its opening fence. */
export type CodeBlock = { info: string; content: string };
/** `spans` are pieces of code within a line, in three or more backticks. */
export type FoundCode = { blocks: CodeBlock[]; spans: string[] };

/** How far behind a closing fence that stands inside of a string another one is looked for. */
const linesAheadMax = 500;

/** What is neither shown nor read: a model's thoughts (closed or not) and comments. */
const hidden = [
  { from: '<think>', to: '</think>' },
  { from: '<thinking>', to: '</thinking>' },
  { from: '<!--', to: '-->' },
];

type Opening = { marker: string; length: number; info: string; indent: number };

const md = new MarkdownIt('zero');
md.enable(['blockquote', 'list', 'code', 'backticks', 'escape']);
const alt = ['paragraph', 'reference', 'blockquote', 'list'];
md.block.ruler.before('code', 'fenced_code', fencedCode, { alt });
md.block.ruler.before('code', 'hidden', hiddenText, { alt });

/**
 * Finds the code in a text as CommonMark does (https://spec.commonmark.org/0.31.2/#fenced-code-blocks), and reads what people and
 * models write besides: a fence that opens behind words or closes behind code, and one that stands inside of a string of Python.
 */
export function findCode(text: string): FoundCode {
  const found: FoundCode = { blocks: [], spans: [] };
  for (const token of md.parse(withoutUnopenedThoughts(text), {})) {
    if (token.type === 'fence') found.blocks.push({ info: token.info, content: token.content });
    for (const { type, markup, content } of token.children ?? []) {
      if (type === 'code_inline' && markup.length >= 3) found.spans.push(content);
    }
  }
  return found;
}

/** Drops thoughts whose opening tag stood in the model's prompt: what ends with a closing tag at the start of a line. */
function withoutUnopenedThoughts(text: string): string {
  const end = /^[ \t]*<\/think(?:ing)?>/m.exec(text);
  if (!end || /<think(?:ing)?>/.test(text.slice(0, end.index))) return text;
  return text.slice(end.index + end[0].length);
}

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

function hiddenText(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const tags = hidden.find(({ from }) => state.level === 0 && state.src.startsWith(from, start));
  if (!tags) return false;
  const found = state.src.indexOf(tags.to, start + tags.from.length);
  const end = found === -1 ? state.src.length : found + tags.to.length;
  let line = startLine;
  while (line < endLine - 1 && (state.eMarks[line] ?? 0) < end) line += 1;
  const behind = state.src.slice(end, state.eMarks[line]);
  // A line that hides a part of itself is read whole.
  if (line === startLine && behind.trim()) return false;
  if (silent) return true;
  if (behind.trim()) {
    // What stands behind the closing tag is read as a line of its own.
    state.bMarks[line] = end;
    state.tShift[line] = behind.length - behind.trimStart().length;
    state.sCount[line] = state.blkIndent;
  }
  state.line = behind.trim() ? line : line + 1;
  return true;
}

function fencedCode(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const opening = openingAt(state, startLine);
  if (!opening) return false;
  if (silent) return true;
  const { line, rest, isMark } = endOf(state, opening, startLine, endLine);
  const token = state.push('fence', 'code', 0);
  token.info = opening.info.trim();
  token.content = state.getLines(startLine + 1, line, opening.indent, false) + rest;
  state.line = Math.min(endLine, isMark ? line + 1 : line);
  return true;
}

/** Returns the fence that a line opens: at its start, or behind words ("Code: ```python"). */
function openingAt(state: StateBlock, line: number): Opening | null {
  const indent = state.sCount[line] ?? 0;
  // Four spaces make a block that is shown, not run; in a list they are just an untidy indent.
  if (state.level === 0 && indent - state.blkIndent >= 4) return null;
  const text = lineAt(state, line);
  const tildes = /^~{3,}/.exec(text)?.[0].length;
  if (tildes) return { marker: '~', length: tildes, info: text.slice(tildes), indent };
  const last = text.lastIndexOf('`');
  let first = last;
  while (text[first - 1] === '`') first -= 1;
  const length = last - first + 1;
  const before = text.slice(0, first);
  const info = text.slice(last + 1);
  if (last === -1 || length < 3 || before.includes('`')) return null;
  const opensBehindWords = info.trim() ? isLabel(info) : before.trimEnd().endsWith(':');
  const opens = before.trim() === '' || (opensBehindWords && !isMarker(before));
  return opens ? { marker: '`', length, info, indent } : null;
}

/** Says whether words mark a quote or a list item: what stands in it is read when it is open. */
const isMarker = (before: string) => /^(?:>|[-*+]\s|\d{1,9}[.)]\s)/.test(before);
const isLabel = (info: string) => /^\s*\{?[.=]?[a-z][\w+#.-]{0,30}\}?\s*$/i.test(info);
const isPython = (info: string) => info.trim() === '' || /^\s*\{?[.=]?(?:i?py|python)/i.test(info);

/** Where a fence ends, what of that line is still code, and whether the line belongs to the block. */
type End = { line: number; rest: string; isMark: boolean };

function endOf(state: StateBlock, opening: Opening, startLine: number, endLine: number): End {
  const inPython = isPython(opening.info);
  let quote = '';
  let closed: number | undefined;
  let closedBehindCode: End | undefined;
  let outdented: number | undefined;
  for (let line = startLine + 1; line < endLine; line += 1) {
    if (closed !== undefined && line - closed > linesAheadMax) break;
    const text = lineAt(state, line).trimEnd();
    if (text && (state.sCount[line] ?? 0) < state.blkIndent) outdented ??= line;
    const marks = leadingMarks(text, opening.marker);
    if (marks >= opening.length && (state.sCount[line] ?? 0) <= Math.max(opening.indent, state.blkIndent) + 3) {
      if (marks === text.length) {
        if (!quote) return { line, rest: '', isMark: true };
        closed ??= line;
      } else if (!quote && inPython && isLabel(text.slice(marks))) {
        // The next block opens, so this one was never closed, or closed behind its code.
        return closedBehindCode ?? { line, rest: '', isMark: false };
      }
    }
    const code = text.endsWith(opening.marker.repeat(opening.length)) ? withoutMarks(text, opening.marker) : '';
    if (code && !quote) closedBehindCode ??= { line, rest: `\n${code}`, isMark: true };
    if (inPython) quote = quoteAfter(quote, text);
  }
  if (closed !== undefined) return { line: closed, rest: '', isMark: true };
  return closedBehindCode ?? { line: outdented ?? endLine, rest: '', isMark: false };
}

function leadingMarks(text: string, marker: string): number {
  let count = 0;
  while (text[count] === marker) count += 1;
  return count;
}

function withoutMarks(text: string, marker: string): string {
  let end = text.length;
  while (text[end - 1] === marker) end -= 1;
  return text.slice(0, end);
}

/** Returns the triple quote of Python that is open behind a line, or an empty text. */
function quoteAfter(open: string, line: string): string {
  let quote = open;
  for (const [mark] of line.matchAll(/\\.|"""|'''|"|'|#/g)) {
    if (mark === '#' && !quote) break;
    if (mark.startsWith('\\') || mark === '#') continue;
    if (!quote) quote = mark;
    else if (quote === mark) quote = '';
    // A triple quote behind a single one closes it.
    else if (quote.length === 1 && mark === quote.repeat(3)) quote = '';
  }
  return quote.length === 3 ? quote : '';
}
