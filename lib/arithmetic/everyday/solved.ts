import type { Amount } from './quantity.ts';
import type { Reading } from './read.ts';

/**
 * A sum with its answer. `value` is what "that" means in the next message; `base` and `part` are what a share was taken of and
 * the share. `again` works the same sum out with what the next message changes of it.
 */
export type Solved = {
  text: string;
  value?: Amount;
  base?: Amount;
  part?: Amount;
  again?: (change: Reading) => Solved | null;
};

/** The time and the zone of the person who asks. */
export type Moment = { now: Date; timezone: string };

/** One kind of sum: returns its answer where a reading is certainly of this kind. */
export type Form = (reading: Reading, moment: Moment) => Solved | null;
