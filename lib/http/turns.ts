/** How many requests of one person are at work at once in one process; the others wait for their turn. */
const atOnceMax = 4;

/** The people with requests at work: how many of them, and who waits, in order of arrival. */
const people = new Map<string, { atWork: number; waiting: (() => void)[] }>();

/**
 * Waits for a person's turn, so that whoever sends many requests at once delays their own and nobody else's. A stream counts
 * until it begins, not until it ends.
 * @returns a function that gives the turn to the next one
 */
export async function takeTurn(userId: string): Promise<() => void> {
  const known = people.get(userId) ?? { atWork: 0, waiting: [] };
  people.set(userId, known);
  if (known.atWork < atOnceMax) known.atWork += 1;
  else await new Promise<void>((resolve) => known.waiting.push(resolve));
  return () => {
    const next = known.waiting.shift();
    if (next) return next();
    known.atWork -= 1;
    if (known.atWork === 0) people.delete(userId);
  };
}
