import type { Phrases } from './phrase.ts';
export const nl: Phrases = { before: '(?!)', after: '(?!)', and: '(?!)', phrases: [] };
