// @ts-check
import { el } from './dom.js';

/** Makes a model's answer as elements: paragraphs, lists, fenced code, `code` and **bold**. Everything else stays text. */
export function markdown(text) {
  // Every second part stands between fences; one that is still being written is code already.
  return text.split(/^```[^\n]*\n?/m).flatMap((part, index) => {
    if (index % 2 === 1) return [el('pre', {}, el('code', {}, part.replace(/\n$/, '')))];
    return part
      .split(/\n{2,}/)
      .filter((paragraph) => paragraph.trim())
      .map(block);
  });
}

function block(text) {
  const lines = text.trim().split('\n');
  if (lines.every((line) => /^[-*] /.test(line))) {
    return el('ul', {}, ...lines.map((line) => el('li', {}, ...inline(line.slice(2)))));
  }
  return el('p', {}, ...lines.flatMap((line, index) => (index ? [el('br'), ...inline(line)] : inline(line))));
}

function inline(text) {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    if (/^`.+`$/.test(part)) return el('code', {}, part.slice(1, -1));
    if (/^\*\*.+\*\*$/.test(part)) return el('strong', {}, part.slice(2, -2));
    return part;
  });
}
