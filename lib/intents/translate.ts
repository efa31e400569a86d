import { type Day, todayIn } from '../days.ts';
import type { PartName } from '../language/clock.ts';
import { fill, sayDay, sayPart } from '../language/say.ts';
import { SPOKEN } from '../language/spoken.ts';
import type { Moment } from '../language/when.ts';
import { sayRepetition } from './say-repetition.ts';
import { SENTENCES, type Sentence, type Translated } from './sentences.ts';
import { sayTime, titled } from './speech.ts';

/** A day, or days one after another, with the time or the part of the day where there is one; or what a task that repeats is. */
export type SaidTime = { from: Day; to?: Day; part?: PartName; scheduled_at?: string | null; repeats?: unknown };
type Item = { title: string; when?: SaidTime };

/** What an answer says, so that it can be said in another language. */
export type Meaning = {
  sentence: Sentence;
  title?: string;
  other?: string;
  when?: SaidTime;
  items?: Item[];
  done?: number;
  total?: number;
};

/** As many as can be listened to. */
const listedMax = 5;

/** An answer's sentence in a language; times by the clock, days as "tomorrow" or by their names. */
export function translate(meaning: Meaning, language: Translated, moment: Moment): string {
  const { title = '', other = '', when, items = [], done = 0, total = 0 } = meaning;
  const more = items.length - listedMax;
  const listed = items.slice(0, listedMax).map((item) => sayItem(item, language, moment));
  const values: Record<string, string> = {
    title: titled(title),
    other: titled(other),
    when: when ? saySpan(when, language, moment) : '',
    items: `${listed.join('; ')}${more > 0 ? `; +${more}` : ''}`,
    count: String(items.length),
    done: String(done),
    total: String(total),
  };
  return fill(SENTENCES[language][meaning.sentence], values);
}

function sayItem({ title, when }: Item, language: Translated, moment: Moment): string {
  return when ? `${titled(title)}, ${saySpan(when, language, moment)}` : titled(title);
}

function saySpan(when: SaidTime, language: Translated, moment: Moment): string {
  const { from, to = from, part, scheduled_at = null, repeats } = when;
  const today = todayIn(moment.timezone, moment.now);
  if (to !== from) {
    return fill(SPOKEN[language].span, { from: sayDay(from, today, language), to: sayDay(to, today, language) });
  }
  if (part) return sayPart(from, part, today, language);
  return sayRepetition(repeats, moment, language) ?? sayTime({ date: from, scheduled_at }, moment, language);
}
