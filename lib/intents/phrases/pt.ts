import type { Phrases } from './phrase.ts';
export const pt: Phrases = { before: '(?!)', after: '(?!)', and: '(?!)', phrases: [] };
