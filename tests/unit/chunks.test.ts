import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunksOf } from '../../lib/knowledge/chunks.ts';

const sentence = (n: number) => `This is sentence number ${n} of a paragraph that goes on for a while.`;
const paragraph = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => sentence(from + index)).join(' ');

test('a short text is one chunk, a heading begins another, and each knows the headings above it', () => {
  const text = 'Before.\n\n# One\n\nFirst.\n\n## Two ##\n\nSecond.\r\n\r\n# Three\n\nThird.';
  expect(chunksOf(text)).toEqual([
    { heading: '', text: 'Before.' },
    { heading: 'One', text: 'First.' },
    { heading: 'One › Two', text: 'Second.' },
    { heading: 'Three', text: 'Third.' },
  ]);
});

test('a # in a block of code is no heading', () => {
  const text = '# Real\n\n```sh\n# comment\nnpm test\n```';
  expect(chunksOf(text)).toEqual([{ heading: 'Real', text: '```sh\n# comment\nnpm test\n```' }]);
});

test('short paragraphs stand together, and what crosses a border is said on both sides of it', () => {
  const text = [paragraph(1, 5), paragraph(6, 5), paragraph(11, 5), paragraph(16, 5)].join('\n\n');
  const chunks = chunksOf(text).map((chunk) => chunk.text);
  expect(chunks).toEqual([
    `${paragraph(1, 5)}\n\n${paragraph(6, 5)}`,
    `${sentence(10)}\n\n${paragraph(11, 5)}\n\n${paragraph(16, 5)}`,
  ]);
});

test('a long paragraph is cut between its sentences', () => {
  for (const { text } of chunksOf(paragraph(1, 60))) expect(text).toMatch(/^This[\s\S]*while\.$/);
});

test('any text: no chunk is empty or too long, no character is cut in two, and every word is in one', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(fc.lorem({ maxCount: 80 }), fc.string({ unit: 'grapheme', maxLength: 2500 }), fc.constant('\n\n')),
      ),
      (parts) => {
        const text = parts.join(' ');
        const chunks = chunksOf(text);
        for (const chunk of chunks) {
          expect(chunk.text.trim()).not.toBe('');
          expect(chunk.text.length).toBeLessThanOrEqual(1200);
          expect(chunk.text.isWellFormed()).toBe(true);
        }
        const found = chunks.map((chunk) => `${chunk.heading} ${chunk.text}`).join(' ');
        for (const word of text.match(/\b[a-z]{4,12}\b/g) ?? []) expect(found).toContain(word);
      },
    ),
    { numRuns: 100 },
  );
});
