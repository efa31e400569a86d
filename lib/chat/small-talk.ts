import { LANGUAGES, type Language } from '../language/languages.ts';

import { REPLIES } from './small-talk-replies.ts';
import { SAID, type Talk } from './small-talk-said.ts';

const TALKS: Talk[] = [
  'loss',
  'complaint',
  'glad',
  'proud',
  'outside',
  'howAreYou',
  'greeting',
  'thanks',
  'night',
  'bye',
  'who',
  'robot',
  'help',
  'praise',
  'fine',
  'never',
  'tired',
  'weather',
  'joke',
  'settings',
  'everything',
];
const FORMS = LANGUAGES.flatMap((language) =>
  TALKS.flatMap((talk) => {
    const said = SAID[language][talk];
    return said ? [{ language, talk, form: new RegExp(`^(?:${[said].flat().join('|')})$`, 'iu') }] : [];
  }),
);

/** Returns a kind line for somebody who has a hard time. */
export const sayComfort = (language: Language): string => REPLIES[language].tired;

/** Returns the line that is said to a kind of talk. */
export const sayTo = (talk: Talk, language: Language): string => REPLIES[language][talk];

/** Says a glad line to somebody who has done well. */
export const sayCongratulations = (language: Language): string => REPLIES[language].proud;

/** Tells whether an answer was that nothing changes, with whatever else. */
export const isNever = (text: string | undefined): boolean =>
  Object.values(REPLIES).some(({ never }) => text?.includes(never));

/** Tells whether an answer was one to somebody who has a hard time. */
export const isComfort = (response: string): boolean =>
  Object.values(REPLIES).some(({ tired, loss }) => response.includes(tired) || response.includes(loss));

/** A sigh before it: "ugh, what a day". */
const SIGH = /^(?:ugh+|pf+|uff*|puh+|argh+|oof|oei|oh|ah|ach|hm+|man|omg|boh|mah|bah|well|so|tja)[,.!…\s]+(?=\S)/iu;
const AND_THEN = /[,.!…]+\s+|\s+(?:and|und|et|y|e|en)\s+/iu;
const partsMax = 3;

/**
 * Answers small talk in one friendly line, or in one for each part where all of it is small talk: "thanks, good night". Its
 * language is that of the words. Null for anything else.
 * @param preferred the language that holds for words which several have, such as "ok"
 */
export function answerSmallTalk(message: string, preferred: Language): string | null {
  const whole = answerOne(message, preferred) ?? answerOne(message.trim().replace(SIGH, ''), preferred);
  if (whole !== null) return whole;
  const parts = message.trim().replace(SIGH, '').split(AND_THEN);
  if (parts.length < 2 || parts.length > partsMax) return null;
  const answers = parts.map((part) => answerOne(part, preferred));
  return answers.every((answer) => answer !== null) ? [...new Set(answers)].join(' ') : null;
}

function answerOne(message: string, preferred: Language): string | null {
  const said =
    message
      .trim()
      .replace(/[’`]/g, "'")
      .replace(/(?:[\s.!,…:)]|\p{Emoji_Presentation})+$/gu, '') || message.trim();
  const bare = said.replace(/^[¡¿\s]+/, '').replace(/(?<=\S)\s*\?+$/, '');
  const found = FORMS.filter(({ form }) => form.test(bare) || form.test(said));
  const best = found.find(({ language }) => language === preferred) ?? found[0];
  return best ? REPLIES[best.language][best.talk] : null;
}
