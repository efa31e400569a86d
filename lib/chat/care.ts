import { findHarm } from '../care/harm.ts';
import { readCare } from '../care/read.ts';
import type { CareReading } from '../care/schema.ts';
import { careText } from '../care/text.ts';
import { detectLanguage } from '../language/detect.ts';
import { type Language, languageOf } from '../language/languages.ts';
import { log } from '../log.ts';
import { keptWords } from './thought.ts';
import type { MessageToThink } from './work.ts';

type Spoken = Pick<MessageToThink, 'content' | 'person' | 'history' | 'thoughts'>;

/** What a message's words ask for before anything else, or null for everyday words. */
export function careFor({ content, person: { person } }: Spoken): CareReading | null {
  return readCare(content, { timezone: person.timezone, locale: person.locale });
}

/** The care that is the whole answer: in a crisis nothing is planned, run or looked up. */
export function wholeCare(message: Spoken): string | null {
  const care = careFor(message);
  return care?.tier === 'nothing' ? careText(care) : null;
}

/**
 * What an answer begins with: care, once in a conversation and not in every answer, then the words that stood beside the
 * tool calls so far. Empty for most answers.
 */
export function openingWords(message: Spoken): string {
  const care = careFor(message);
  const isSaid = message.history.some(({ response }) => care && response?.includes(care.message));
  return [care && !isSaid ? careText(care) : '', keptWords(message.thoughts)].filter((text) => text).join('\n\n');
}

/** An answer with what it begins with. */
export function withOpening(message: Spoken, answer: string): string {
  return [openingWords(message), answer].filter((text) => text).join('\n\n');
}

const insteadOfHarm: Record<Language, string> = {
  en: 'I would rather give no advice on this, because it could do harm. A doctor or pharmacist can say what is safe for you.',
  de: 'Dazu gebe ich lieber keinen Rat, denn er könnte schaden. In einer Praxis oder Apotheke erfährst du, was für dich sicher ist.',
  fr: 'Je préfère ne pas donner de conseil là-dessus, car il pourrait nuire. Un médecin ou un pharmacien peut dire ce qui est sûr pour toi.',
  es: 'Prefiero no dar consejos sobre esto, porque podrían hacer daño. En una consulta médica o una farmacia te dirán qué es seguro para ti.',
  pt: 'Prefiro não dar conselhos sobre isto, porque poderiam fazer mal. Um médico ou farmacêutico pode dizer o que é seguro para ti.',
  it: 'Preferisco non dare consigli su questo, perché potrebbero fare male. Un medico o un farmacista può dirti che cosa è sicuro per te.',
  nl: 'Hierover geef ik liever geen advies, want het zou kwaad kunnen. Een arts of apotheker kan zeggen wat veilig voor je is.',
};

/** A model's answer as it may reach the person: one with advice that could harm them gives way to a sentence that says so. */
export function harmless({ content, person: { person } }: Spoken, answer: string): string {
  const harm = findHarm(answer);
  if (harm === null) return answer;
  log.warn({ harm }, "a model's advice was kept back");
  return insteadOfHarm[detectLanguage(content, languageOf(person.locale))];
}

/** As much as is looked at again with each piece of an answer. */
const lookedAtCharacters = 400;
const heldCharactersMax = 4_000;

/**
 * Passes an answer's words on as they come, but for those that would be harmful advice as they stand: these wait for the rest
 * of their sentence, which may turn them ("… only if your doctor agrees"), and for the whole answer otherwise.
 */
export function holdingHarm(pass: (text: string) => void): (piece: string) => void {
  let shown = '';
  let held = '';
  return (piece) => {
    held += piece;
    if (held.length > heldCharactersMax || findHarm(shown + held) !== null) return;
    pass(held);
    shown = (shown + held).slice(-lookedAtCharacters);
    held = '';
  };
}
