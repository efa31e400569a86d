import { addDays, type Day, daysBetween, todayIn } from '../days.ts';
import type { Moment } from '../language/when.ts';
import { wallClockAt } from '../time.ts';
import { SENTENCES, type Sentence, type Translated } from './sentences.ts';
import { titled } from './speech.ts';

/** A day, or days one after another, and a time of day where there is one. */
export type SaidTime = { from: Day; to?: Day; scheduled_at?: string | null };
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
/** What stands before a time of day. */
const AT: Record<Translated, string> = { de: 'um', fr: 'à', es: 'a las', pt: 'às', it: 'alle', nl: 'om' };
const TO: Record<Translated, string> = { de: 'bis', fr: 'au', es: 'al', pt: 'a', it: 'al', nl: 'tot' };

/** An answer's sentence in a language; times by the clock, days as "tomorrow" or by their names. */
export function translate(meaning: Meaning, language: Translated, moment: Moment): string {
  const { title = '', other = '', when, items = [], done = 0, total = 0 } = meaning;
  const more = items.length - listedMax;
  const listed = items.slice(0, listedMax).map((item) => sayItem(item, language, moment));
  const values: Record<string, string> = {
    title: titled(title),
    other: titled(other),
    when: when ? sayTime(when, language, moment) : '',
    items: `${listed.join('; ')}${more > 0 ? `; +${more}` : ''}`,
    count: String(items.length),
    done: String(done),
    total: String(total),
  };
  return SENTENCES[language][meaning.sentence].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

function sayItem({ title, when }: Item, language: Translated, moment: Moment): string {
  return when ? `${titled(title)}, ${sayTime(when, language, moment)}` : titled(title);
}

function sayTime({ from, to, scheduled_at }: SaidTime, language: Translated, moment: Moment): string {
  const today = todayIn(moment.timezone, moment.now);
  const day = sayDay(from, today, language);
  if (to && to !== from) return `${day} ${TO[language]} ${sayDay(to, today, language)}`;
  if (!scheduled_at) return day;
  return `${day} ${AT[language]} ${wallClockAt(new Date(scheduled_at), moment.timezone).time}`;
}

/** "morgen", "Freitag", "Freitag, 4. Dezember". */
function sayDay(day: Day, today: Day, language: Translated): string {
  const ahead = daysBetween(today, day);
  if (Math.abs(ahead) <= 1) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(ahead, 'day');
  const isNear = day > today && day < addDays(today, 7);
  return new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    weekday: 'long',
    ...(isNear ? {} : { day: 'numeric', month: 'long' }),
  }).format(new Date(`${day}T12:00:00Z`));
}
