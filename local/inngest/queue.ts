/** Decides which job runs when: by time, as far as concurrency limits let it. */
import type { Job } from './work.ts';

/** The most jobs at work at once, as many as Inngest's dev server has workers. */
const MAX_RUNNING = 100;
/** The pause before a job that is still there after it was run: the app or Postgres could not be reached. */
const AGAIN_MS = 1000;
/** The longest timer; a laptop that slept wakes up to its due jobs at most this late. */
const MAX_TIMER_MS = 30_000;

interface Entry {
  job: Job;
  order: number;
}

/** Inserts into a list sorted by `order`, after equals. */
function insert(list: Entry[], entry: Entry): void {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle]?.order ?? 0) <= entry.order) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, entry);
}

const slotsOf = ({ work }: Job) => (work.kind === 'execute' ? work.slots : []);

export class Queue {
  /** Every job by id, whether waiting, due or running. */
  readonly #jobs = new Map<string, Job>();
  /** Not due yet, by time. Entries whose job has changed or gone are skipped when they are met. */
  #later: Entry[] = [];
  /** Due, by the time they were. */
  #due: Entry[] = [];
  readonly #running = new Map<string, Job>();
  readonly #held = new Map<string, number>();
  readonly #run: (job: Job) => Promise<void>;
  readonly #onChange: () => void;
  #timer: NodeJS.Timeout | undefined;
  #open = false;

  /** `run` does a job and never rejects; `onChange` hears of every change. */
  constructor(run: (job: Job) => Promise<void>, onChange: () => void) {
    this.#run = run;
    this.#onChange = onChange;
  }

  /** Follows a committed transaction: adds or changes jobs, and forgets removed ones. */
  apply(changes: { put: readonly Job[]; removed: readonly string[] }): void {
    for (const job of changes.put) {
      this.#jobs.set(job.id, job);
      if (!this.#running.has(job.id)) insert(this.#later, { job, order: job.dueAt });
    }
    for (const id of changes.removed) this.#jobs.delete(id);
    this.#pump();
  }

  /** Lets jobs run; until then they are only collected. */
  open(): void {
    this.#open = true;
    this.#pump();
  }

  /** Starts nothing any more and resolves when what runs has ended. */
  async close(): Promise<void> {
    this.#open = false;
    clearTimeout(this.#timer);
    while (this.#running.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  /** True if nothing but schedules is left. */
  get idle(): boolean {
    if (this.#running.size > 0) return false;
    for (const { work } of this.#jobs.values()) if (work.kind !== 'cron') return false;
    return true;
  }

  #pump(): void {
    if (!this.#open) return;
    this.#collectDue(Date.now());
    const blocked: Entry[] = [];
    for (const [index, entry] of this.#due.entries()) {
      if (this.#running.size >= MAX_RUNNING) {
        blocked.push(...this.#due.slice(index));
        break;
      }
      if (this.#jobs.get(entry.job.id) !== entry.job) continue;
      if (this.#isFree(entry.job)) this.#start(entry.job);
      else blocked.push(entry);
    }
    this.#due = blocked;
    this.#setTimer();
    this.#onChange();
  }

  #collectDue(now: number): void {
    let count = 0;
    for (const { job, order } of this.#later) {
      if (order > now) break;
      count += 1;
      if (this.#jobs.get(job.id) === job) insert(this.#due, { job, order: job.dueAt });
    }
    this.#later.splice(0, count);
  }

  #isFree(job: Job): boolean {
    return slotsOf(job).every(({ key, limit }) => (this.#held.get(key) ?? 0) < limit);
  }

  #hold(job: Job, change: 1 | -1): void {
    for (const { key } of slotsOf(job)) {
      const held = (this.#held.get(key) ?? 0) + change;
      if (held > 0) this.#held.set(key, held);
      else this.#held.delete(key);
    }
  }

  #start(job: Job): void {
    this.#running.set(job.id, job);
    this.#hold(job, 1);
    void this.#run(job).finally(() => {
      this.#running.delete(job.id);
      this.#hold(job, -1);
      const left = this.#jobs.get(job.id);
      if (left) insert(this.#later, { job: left, order: left === job ? Date.now() + AGAIN_MS : left.dueAt });
      this.#pump();
    });
  }

  #setTimer(): void {
    clearTimeout(this.#timer);
    const [next] = this.#later;
    if (!next) return;
    const wait = Math.min(MAX_TIMER_MS, Math.max(0, next.order - Date.now()));
    this.#timer = setTimeout(() => this.#pump(), wait);
  }
}
