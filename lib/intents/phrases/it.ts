import type { Phrases } from './phrase.ts';
export const it: Phrases = { before: '(?!)', after: '(?!)', and: '(?!)', phrases: [] };
