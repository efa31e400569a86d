import { de } from '../intents/phrases/de.ts';
import { en } from '../intents/phrases/en.ts';
import { es } from '../intents/phrases/es.ts';
import { fr } from '../intents/phrases/fr.ts';
import { it } from '../intents/phrases/it.ts';
import { nl } from '../intents/phrases/nl.ts';
import { compile, type Phrase, type Phrases } from '../intents/phrases/phrase.ts';
import { pt } from '../intents/phrases/pt.ts';
import { LANGUAGES, type Language } from '../language/languages.ts';
import { rules, type Slots } from './rule-calls.ts';
import type { RuleContext, Ruled } from './ruled.ts';
import { answerSmallTalk } from './small-talk.ts';
import { callsMax } from './thought.ts';

const tables: Record<Language, Phrases> = { en, de, fr, es, pt, it, nl };
const compiled = new Map<Language, Phrase[]>();

/** What the phrases of the tables make of a message, its parts one by one where it asks for several things. Null for nothing. */
export function ruleFor(message: string, context: RuleContext): Ruled | null {
  for (const language of inOrder(context)) {
    const whole = ruleInLanguage(message, language, context);
    const parts = splitParts(message, tables[language]);
    if (parts.length < 2) {
      if (whole) return whole;
      continue;
    }
    const ruled = parts.map((part) => ruleInLanguage(part, language, context) ?? talk(part, language));
    if (ruled.every((each) => each !== null)) return together(ruled);
    if (whole) return whole;
  }
  return null;
}

/** The languages to try, the likeliest first. */
function inOrder({ language, preferred }: RuleContext): Language[] {
  return [...new Set([language, preferred, 'en' as const, ...LANGUAGES])];
}

function splitParts(message: string, { and }: Phrases): string[] {
  return message.split(new RegExp(and, 'iu')).filter((part) => part.trim() !== '');
}

function together(ruled: Ruled[]): Ruled {
  const text = ruled.flatMap((each) => each.text ?? []).join(' ');
  return { ...(text ? { text } : {}), calls: ruled.flatMap(({ calls = [] }) => calls).slice(0, callsMax) };
}

function talk(part: string, language: Language): Ruled | null {
  const text = answerSmallTalk(part, language);
  return text === null ? null : { text };
}

function ruleInLanguage(message: string, language: Language, context: RuleContext): Ruled | null {
  const said = bare(message, tables[language]);
  if (!said) return null;
  const phrases = compiled.get(language) ?? compile(tables[language]);
  compiled.set(language, phrases);
  for (const { asked, form } of phrases) {
    const groups = form.exec(said)?.groups;
    if (groups === undefined && !form.test(said)) continue;
    const slots: Slots = Object.fromEntries(Object.entries(groups ?? {}).filter(([, words]) => words !== undefined));
    const ruled = rules[asked](slots, { ...context, language });
    if (ruled) return ruled;
  }
  return null;
}

/** A message without greetings, politeness and the signs at its end. */
export function bare(message: string, { before, after }: Phrases): string {
  const edge = new RegExp(`^(?:${before})[,!.]? +`, 'iu');
  const end = new RegExp(`[\\s,]+(?:${after})[.!?]*$`, 'iu');
  let said = message
    .trim()
    .replace(/[’`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[¡¿]+/, '');
  for (let round = 0; round < 4; round += 1) {
    const next = said
      .replace(/(?:[\s.!?…]|\p{Emoji_Presentation})+$/u, '')
      .replace(edge, '')
      .replace(/^[¡¿]+/, '')
      .replace(end, '');
    if (next === said) break;
    said = next;
  }
  return said;
}
