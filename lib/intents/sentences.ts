import type { Language } from '../language/languages.ts';
import { de } from './sentences/de.ts';
import { es } from './sentences/es.ts';
import { fr } from './sentences/fr.ts';
import { it } from './sentences/it.ts';
import { nl } from './sentences/nl.ts';
import { pt } from './sentences/pt.ts';
import type { Sentences } from './sentences/sentence.ts';

/** The languages besides English, whose sentences stand with the intents themselves. */
export type OtherLanguage = Exclude<Language, 'en'>;

export const SENTENCES: Record<OtherLanguage, Sentences> = { de, es, fr, it, nl, pt };
