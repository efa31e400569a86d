import { fill } from '../text.ts';
import { FRAGMENTS } from './fragment-words.ts';
import { WORDS } from './rule-words.ts';
import { capital, type RuleContext } from './ruled.ts';
import { saysOnlyWhen } from './task-line.ts';

const BULLET = /^(?:[-*•–]|\d{1,2}[.)]|(?:[-*] ?)?\[(?<done>[ xX✓]?)\])[ \t]+(?<item>\S.*)$/u;
const itemsMax = 10;
const itemCharactersMax = 80;
const wordsMax = 6;
const charactersMax = 1_000;

/** Returns the open items of a message that is nothing but a list of two or more; what is ticked off is left out. */
function openItems(message: string): string[] {
  const lines = message.split('\n', 2 * itemsMax).map((line) => line.trim());
  const written = lines.filter((line) => line !== '');
  if (written.length < 2 || written.length > itemsMax) return [];
  const items = written.map((line) => BULLET.exec(line)?.groups);
  if (items.some((item) => !item)) return [];
  return items.flatMap((item) => (item?.item && !/[xX✓]/.test(item.done ?? '') ? [item.item.trim()] : []));
}

/**
 * Returns a short question about what is no sentence and that no rule reads: a list, an address, a time alone, a name with a
 * number. Null for anything else.
 */
export function askAboutFragment(message: string, context: RuleContext): string | null {
  const said = message.trim();
  if (said.length > charactersMax) return null;
  const words = FRAGMENTS[context.language];
  const items = openItems(said);
  if (items.length > 0 && items.every((item) => item.length <= itemCharactersMax && !item.includes(';')))
    return fill(words.offerTasks, { x: items.map(capital).join('; ') });
  if (said.includes('\n') || said.endsWith('?') || said.split(/\s+/).length > wordsMax) return null;
  if (/^https?:\/\/\S+$/i.test(said)) return words.link;
  if (/^[^\s@]+@[^\s@]+\.\p{L}{2,}$/u.test(said)) return words.address;
  if (/\p{L}/u.test(said) && saysOnlyWhen(said, context)) return fill(words.whatThen, { x: said });
  return /[\d&/:#=]/.test(said) && /\p{L}{2}/u.test(said) && !/[(){}[\]<>;`]/.test(said)
    ? fill(WORDS[context.language].offerTask, { x: capital(said) })
    : null;
}

const between = (text: string, form: string): string | undefined => {
  const [before = '', after = ''] = form.split('{x}');
  return text.startsWith(before) && text.endsWith(after)
    ? text.slice(before.length, text.length - after.length)
    : undefined;
};

/** Returns the things that a question offered to put on the list. */
export function offeredItems(response: string): string[] {
  for (const { offerTasks } of Object.values(FRAGMENTS)) {
    const items = between(response, offerTasks);
    if (items) return items.split('; ');
  }
  return [];
}

/** Returns the time for which a question asked what should be on the list then. */
export function askedTime(response: string): string | undefined {
  return Object.values(FRAGMENTS)
    .map(({ whatThen }) => between(response, whatThen))
    .find((time) => time !== undefined);
}
