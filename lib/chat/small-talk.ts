import { LANGUAGES, type Language } from '../language/languages.ts';

import { REPLIES } from './small-talk-replies.ts';
import { SAID, type Talk } from './small-talk-said.ts';

const TALKS: Talk[] = [
  'loss',
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
    return said ? [{ language, talk, form: new RegExp(`^(?:${said})$`, 'iu') }] : [];
  }),
);

/** A kind line for somebody who has a hard time. */
export const sayComfort = (language: Language): string => REPLIES[language].tired;

/** Whether an answer was one to somebody who has a hard time. */
export const isComfort = (response: string): boolean =>
  Object.values(REPLIES).some(({ tired, loss }) => response.includes(tired) || response.includes(loss));

/**
 * Answers small talk in one friendly line, in its language. Null for anything else.
 * @param preferred the language that holds for words which several have, such as "ok"
 */
export function answerSmallTalk(message: string, preferred: Language): string | null {
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
