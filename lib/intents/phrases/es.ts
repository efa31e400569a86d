import type { Phrases } from './phrase.ts';
export const es: Phrases = { before: '(?!)', after: '(?!)', and: '(?!)', phrases: [] };
