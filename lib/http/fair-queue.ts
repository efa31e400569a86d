import { Problem } from '../problem.ts';

/** Requests of one person that run at once; the others wait for their turn. */
const atOnceMax = 4;
/** Requests that may wait: more are refused. */
const waitingMax = 1_000;
/** Half-life of a person's recent work, in ms. */
const halfLifeMs = 10_000;
/** Recent work, in ms, from which a person is throttled: above a page load or a hundred requests at once. */
const heldBackFromMs = 3_000;
/** Recent work, in ms, below which throttling ends. A sixteenth of all time comes to 900, so it lasts while requests come. */
const heldBackDownToMs = 750;
/** Most ms that one request counts for: a longer one mostly waits for a provider. */
const countedMsMax = 100;
/** A throttled person pauses when they have this many times the work of every other throttled person. */
const clearLead = 1.25;
/** A pause is so many times as long as the request before it. */
const pauseTimes = 15;
/** A person counts as active for this long after a request, in ms. */
const presentMs = 3_000;

type Person = {
  atWork: number;
  waiting: (() => void)[];
  askedAt: number;
  /** Recent work in ms, as of `countedAt`. */
  workMs: number;
  countedAt: number;
  isHeldBack: boolean;
  pausedUntil: number;
  pause?: NodeJS.Timeout | undefined;
};

/**
 * Waits for a person's turn. A stream counts until it begins, not until it ends.
 * @returns what ends the turn, to be called once
 * @throws Problem `rate_limited` where too many wait already
 */
export type TakeTurn = (userId: string) => Promise<() => void>;

/**
 * Makes the turns of one process, so that whoever sends many requests at once delays their own and nobody else's. Four of a
 * person are at work at once, and while others are there only one, once they have done much work. Who has done clearly more
 * than each of the others who are held back has pauses too: a sixteenth of the process. Who sends one request after the
 * other is never held back.
 */
export function createFairQueue(): TakeTurn {
  // In the order in which they asked last.
  const people = new Map<string, Person>();

  function beginNext(person: Person): void {
    while (person.waiting.length > 0 && !person.pause) {
      const now = performance.now();
      const workMs = workOf(person, now);
      person.isHeldBack = workMs > (person.isHeldBack ? heldBackDownToMs : heldBackFromMs);
      const othersMs = person.isHeldBack ? busiestWork(people, person, now) : undefined;
      if (person.atWork >= (othersMs === undefined ? atOnceMax : 1)) return;
      if (othersMs !== undefined && workMs > othersMs * clearLead && person.pausedUntil > now) {
        person.pause = setTimeout(() => {
          person.pause = undefined;
          beginNext(person);
        }, person.pausedUntil - now);
        return;
      }
      person.atWork += 1;
      person.waiting.shift()?.();
    }
  }

  return async (userId) => {
    const now = performance.now();
    forgetIdle(people, now);
    const person = people.get(userId) ?? {
      atWork: 0,
      waiting: [],
      askedAt: now,
      workMs: 0,
      countedAt: now,
      isHeldBack: false,
      pausedUntil: 0,
    };
    if (person.waiting.length >= waitingMax) {
      const detail = `${waitingMax} of your requests are waiting already. Send fewer at once.`;
      throw new Problem('rate_limited', detail, { retryAfterSeconds: 5 });
    }
    person.askedAt = now;
    people.delete(userId);
    people.set(userId, person);
    await new Promise<void>((resolve) => {
      person.waiting.push(resolve);
      beginNext(person);
    });
    const began = performance.now();
    return () => {
      const ended = performance.now();
      const countedMs = Math.min(ended - began, countedMsMax);
      person.workMs = workOf(person, ended) + countedMs;
      person.countedAt = ended;
      person.atWork -= 1;
      if (person.atWork + person.waiting.length > 0) person.pausedUntil = ended + countedMs * pauseTimes;
      beginNext(person);
    };
  };
}

function workOf({ workMs, countedAt }: Person, now: number): number {
  return workMs * 0.5 ** ((now - countedAt) / halfLifeMs);
}

/**
 * Returns the work of the busiest of the others who are held back too: 0 where others are there and none is, undefined where
 * nobody is there.
 */
function busiestWork(people: Map<string, Person>, person: Person, now: number): number | undefined {
  let busiest: number | undefined;
  for (const other of people.values()) {
    if (other === person || now - other.askedAt >= presentMs) continue;
    busiest = Math.max(busiest ?? 0, other.isHeldBack ? workOf(other, now) : 0);
  }
  return busiest;
}

function forgetIdle(people: Map<string, Person>, now: number): void {
  for (const [userId, person] of people) {
    if (person.atWork + person.waiting.length > 0 || now - person.askedAt < halfLifeMs || workOf(person, now) > 1)
      return;
    people.delete(userId);
  }
}
