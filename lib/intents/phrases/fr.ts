import type { Phrases } from './phrase.ts';
export const fr: Phrases = { before: '(?!)', after: '(?!)', and: '(?!)', phrases: [] };
