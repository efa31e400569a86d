/**
 * Makes a model's text storable: Postgres takes neither NUL nor half of a surrogate pair. Text is cleaned once, where it
 * enters.
 */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** Returns the start of a text, never half of a character. */
export function cutText(text: string, charactersMax: number): string {
  return text.length > charactersMax ? text.slice(0, charactersMax).replace(/[\ud800-\udbff]$/, '') : text;
}

const thought = '<(think|thinking|thought|reasoning)>';
const opened = new RegExp(`^\\s*${thought}[\\s\\S]*?(?:</\\1>\\s*|$)`, 'i');
/** Templates that open the thought in the prompt leave only its end in the answer. */
const closedOnly = /^[\s\S]{0,20000}?<\/(?:think|thinking)>\s*/i;

/**
 * Removes the thoughts that reasoning models write before their answer, closed or not. Elsewhere in a text the tags are what
 * the person asked about, and stay.
 */
export function withoutThinking(text: string): string {
  if (opened.test(text)) return text.replace(opened, '');
  return text.replace(closedOnly, (all) => (/<think(?:ing)?>/i.test(all) ? all : ''));
}

/**
 * Makes a function that passes on a text's pieces as they come, cleaned and without the thoughts at its beginning. Half of a
 * surrogate pair waits for the other half, which may come with the next piece.
 */
export function visiblePieces(): (piece: string) => string {
  let held = '';
  let begun = false;
  return (piece) => {
    held += piece;
    if (!begun && mayBeThought(held)) return '';
    if (!begun) {
      held = held.replace(opened, '');
      if (held === '') return '';
      begun = true;
    }
    const half = /[\ud800-\udbff]$/.test(held) ? held.slice(-1) : '';
    const shown = cleanText(held.slice(0, held.length - half.length));
    held = half;
    return shown;
  };
}

/** Says whether a beginning could still turn out to be a thought, or is one that goes on. */
function mayBeThought(text: string): boolean {
  const start = text.trimStart().toLowerCase();
  const tags = ['<think>', '<thinking>', '<thought>', '<reasoning>'];
  const tag = tags.find((each) => start.startsWith(each));
  if (tag) return !start.includes(`</${tag.slice(1)}`);
  return tags.some((each) => each.startsWith(start));
}
