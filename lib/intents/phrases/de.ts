import type { Phrases } from './phrase.ts';
export const de: Phrases = { before: '(?!)', after: '(?!)', and: '(?!)', phrases: [] };
