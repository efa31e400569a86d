import { helpIn } from '../care/contacts.ts';
import { countryOf } from '../care/country.ts';
import type { Language } from '../language/languages.ts';
import { fill } from '../text.ts';
import { ERRANDS, type ErrandWords } from './errand-words.ts';
import { call, capital, type RuleContext, type Ruled } from './ruled.ts';
import { splitTaskLine } from './task-line.ts';

type Errand = { title: string; form: RegExp; only: ErrandWords['forms'][number][2] };
const compiled = new Map<Language, { asks: RegExp; forMe: RegExp; emergency: RegExp; errands: Errand[] }>();
/** Where the verb comes last, an article that comes first says nothing. */
const ARTICLE = /^(?:einen|eine|ein|den|die|das|een|de|het) (?=\S)/i;

/**
 * Returns the task for what somebody asks to be done out in the world, "book me a table for Friday at 7", and says that it can
 * only be reminded of. An emergency makes no task: it says whom to call. Null for anything else.
 * @param message as it was written @param said it without politeness, as the phrases of the language take it
 */
export function errandIn(message: string, said: string, language: Language, context: RuleContext): Ruled | null {
  const { asks, forMe, emergency, errands } = patternsOf(language);
  const { cannot, callYourself } = ERRANDS[language];
  const { timezone, locale = null } = context;
  if (emergency.test(said))
    return {
      text: fill(callYourself, { x: helpIn(countryOf([], { timezone, locale }), 'crisis', language).emergency }),
    };
  const isFor = { asked: asks.test(message.trim()), forMe: forMe.test(message) };
  const plain = said.replace(forMe, ' ').replace(/\s+/g, ' ').trim();
  for (const { title, form, only } of errands) {
    if (only && !isFor[only]) continue;
    const { line: thing, rest = '' } = form.exec(plain)?.groups ?? {};
    if (!thing) continue;
    const line = `${thing} ${rest}`.trim();
    const split = splitTaskLine(
      fill(title, { x: title.startsWith('{x} ') ? line.replace(ARTICLE, '') : line }),
      context,
    );
    return { text: cannot, ...call('create_task', { ...split, title: capital(split.title) }) };
  }
  return null;
}

function patternsOf(language: Language) {
  const known = compiled.get(language);
  if (known) return known;
  const { asks, forMe, things, forms, emergency } = ERRANDS[language];
  const patterns = {
    asks: new RegExp(`^[¿¡]?(?:\\p{L}+,? ){0,2}?${asks}(?!\\p{L})`, 'iu'),
    forMe: new RegExp(`(?<!\\p{L})${forMe}(?!\\p{L})`, 'iu'),
    emergency: new RegExp(`^(?:${emergency})$`, 'iu'),
    errands: forms.map(([title, said, only]) => {
      const form = said
        .replace(/\{(line|rest)\}/g, '(?<$1>\\S(?:.*?\\S)?)')
        .replaceAll('{thing}', `(?<line>(?:.* )?(?:${things})(?!\\p{L}).*)`)
        .replaceAll('{things}', things);
      return { title, form: new RegExp(`^(?:${form})$`, 'iu'), only };
    }),
  };
  compiled.set(language, patterns);
  return patterns;
}
