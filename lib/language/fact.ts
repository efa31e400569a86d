import type { Day } from '../days.ts';
import type { Span } from './amounts.ts';
import type { Clock, PartName } from './clock.ts';
import type { DayList } from './day-list.ts';
import type { NamedDay, Period } from './named-day.ts';
import type { Phrases } from './phrases.ts';
import type { Asked } from './questions.ts';
import type { Repetition } from './repeat.ts';

/** How a day is related to what it is said of. */
export type Relation = 'before' | 'after' | 'by' | 'until' | 'through' | 'starting';

type Saying =
  | { kind: 'day'; day: NamedDay; relation?: Relation | undefined }
  | { kind: 'period'; period: Period; relation?: Relation | undefined }
  | { kind: 'clock'; clock: Clock; lead: string }
  | { kind: 'range'; clock: Clock; minutes: number }
  | { kind: 'part'; part: PartName; isHabit: boolean }
  | { kind: 'length'; minutes: number }
  | { kind: 'delay'; minutes: number }
  | { kind: 'span'; span: Span }
  | { kind: 'count'; count: number }
  | { kind: 'repetition'; repetition: Repetition }
  | { kind: 'stretch'; first: Day; last: Day }
  | { kind: 'except'; days: number[]; dates: Day[]; isPlain?: boolean; isPeriod?: boolean; months?: number[] }
  | { kind: 'only'; list: DayList }
  | { kind: 'zone'; zone: string }
  | { kind: 'nextday'; days: number }
  | { kind: 'now' }
  | { kind: 'early' }
  | { kind: 'vague' }
  | ({ kind: 'ask' } & Asked);

/** Something that a text says about time, in the words from one place to another. */
export type Fact = Saying & { from: number; next: number };

export type Read = Saying & { next: number };
export type Context = { today: Day; bare: boolean };
export type FactReader = (p: Phrases, at: number, context: Context) => Read | Read[] | undefined;

export const asked = (ask: Asked, next: number): Read => ({ kind: 'ask', ...ask, next });
