import { type Day, todayIn } from '../days.ts';
import type { PartName } from '../language/clock.ts';
import { sayDay, sayPart } from '../language/say.ts';
import { SPOKEN } from '../language/spoken.ts';
import type { Moment } from '../language/when.ts';
import { fill } from '../text.ts';
import { sayRepetition } from './say-repetition.ts';
import { ptBr } from './sentences/pt-br.ts';
import type { Sentence } from './sentences/sentence.ts';
import { type OtherLanguage, SENTENCES } from './sentences.ts';
import { sayDayAndTime, shortTitle } from './speech.ts';

/** A day, or days one after another, with the time or the part of the day where there is one; or what a task that repeats is. */
export type SpokenTime = { from: Day; to?: Day; part?: PartName; scheduled_at?: string | null; repeats?: unknown };
type Item = { title: string; when?: SpokenTime };

/** Language-neutral meaning of an answer. */
export type Meaning = {
  sentence: Sentence;
  title?: string;
  other?: string;
  when?: SpokenTime;
  items?: Item[];
  done?: number;
  total?: number;
};

/** Few enough to listen to. */
const listedMax = 5;

/** Returns an answer's sentence in a language; times by the clock, days as "tomorrow" or by their names. */
export function translate(meaning: Meaning, language: OtherLanguage, moment: Moment): string {
  const { title = '', other = '', when, items = [], done = 0, total = 0 } = meaning;
  const more = items.length - listedMax;
  const listed = items.slice(0, listedMax).map((item) => sayItem(item, language, moment));
  const values: Record<string, string> = {
    title: shortTitle(title),
    other: shortTitle(other),
    when: when ? saySpan(when, language, moment) : '',
    items: `${listed.join('; ')}${more > 0 ? `; +${more}` : ''}`,
    count: String(items.length),
    done: String(done),
    total: String(total),
  };
  return fill(sentenceFor(meaning.sentence, language, moment.locale), values);
}

/** Returns a sentence of a language, in Brazil as it is said there. */
function sentenceFor(sentence: Sentence, language: OtherLanguage, locale: string | null | undefined): string {
  const own = language === 'pt' && /-BR$/i.test(locale ?? '') ? ptBr[sentence] : undefined;
  return own ?? SENTENCES[language][sentence];
}

function sayItem({ title, when }: Item, language: OtherLanguage, moment: Moment): string {
  return when ? `${shortTitle(title)}, ${saySpan(when, language, moment)}` : shortTitle(title);
}

function saySpan(when: SpokenTime, language: OtherLanguage, moment: Moment): string {
  const { from, to = from, part, scheduled_at = null, repeats } = when;
  const today = todayIn(moment.timezone, moment.now);
  if (to !== from) {
    return fill(SPOKEN[language].span, { from: sayDay(from, today, language), to: sayDay(to, today, language) });
  }
  if (part) return sayPart(from, part, today, language);
  return sayRepetition(repeats, moment, language) ?? sayDayAndTime({ date: from, scheduled_at }, moment, language);
}
