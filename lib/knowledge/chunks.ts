/** A piece of a document that is searched and shown by itself. */
export type Chunk = {
  /** The headings above it, outermost first, joined by " › "; empty before the first one. */
  heading: string;
  text: string;
};

/** A chunk holds a thought or two: below the maximum it takes whole paragraphs. */
const charactersMax = 1200;
/** Characters of a chunk's end that are repeated at the start of the next chunk of its section. */
const overlapMax = 200;
const headingMax = 500;

/**
 * Cuts a text, plain or Markdown, into chunks of up to 1200 characters: at headings, then between paragraphs, then between
 * sentences, and inside one only where it is longer than that. Within a section each chunk begins with the last sentence
 * of the one before it, so that a thought which crosses the border can be found.
 */
export function chunksOf(text: string): Chunk[] {
  return sectionsOf(text).flatMap(({ heading, paragraphs }) => {
    const pieces = paragraphs.flatMap((paragraph) => shorten(paragraph));
    return pack(pieces).map((chunk) => ({ heading, text: chunk }));
  });
}

type Section = { heading: string; paragraphs: string[] };

function sectionsOf(text: string): Section[] {
  const sections: Section[] = [];
  const path: string[] = [];
  let lines: string[] = [];
  let fenced = false;
  const close = () => {
    const paragraphs = lines
      .join('\n')
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== '');
    const heading = path.filter((part) => part).join(' › ');
    if (paragraphs.length) sections.push({ heading: heading.slice(0, headingMax), paragraphs });
    lines = [];
  };
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    // A # within a block of code is a comment.
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    const [, marks = '', title = ''] = fenced ? [] : (/^(#{1,6})\s+(.+?)\s*#*$/.exec(line) ?? []);
    if (!marks) {
      lines.push(line);
      continue;
    }
    close();
    path.length = marks.length - 1;
    path[marks.length - 1] = title;
  }
  close();
  return sections;
}

/** Returns a paragraph in pieces that fit into a chunk with an overlap before them. */
function shorten(paragraph: string): string[] {
  const max = charactersMax - overlapMax;
  return paragraph.length <= max
    ? [paragraph]
    : gather(
        sentencesOf(paragraph).flatMap((part) => cut(part, max)),
        ' ',
        max,
      );
}

/** Joins pieces to chunks, each but the first with the end of the one before. */
function pack(pieces: string[]): string[] {
  const chunks = gather(pieces, '\n\n', charactersMax - overlapMax);
  return chunks.map((chunk, index) => {
    const before = index === 0 ? '' : (sentencesOf(chunks[index - 1] ?? '').at(-1) ?? '');
    return before && before.length <= overlapMax - 2 ? `${before}\n\n${chunk}` : chunk;
  });
}

/** Joins neighbours for as long as the result is not longer than `max`. */
function gather(pieces: string[], glue: string, max: number): string[] {
  const gathered: string[] = [];
  for (const piece of pieces) {
    const last = gathered.at(-1);
    if (last !== undefined && last.length + glue.length + piece.length <= max) {
      gathered[gathered.length - 1] = `${last}${glue}${piece}`;
    } else gathered.push(piece);
  }
  return gathered;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

function sentencesOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter((sentence) => sentence !== '');
}

/** Cuts what has no sentences, between words where it can and never inside a character. */
function cut(text: string, max: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const space = rest.lastIndexOf(' ', max);
    const end = space > max / 2 ? space : max - (/[\uD800-\uDBFF]/.test(rest.charAt(max - 1)) ? 1 : 0);
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return rest ? [...parts, rest] : parts;
}
