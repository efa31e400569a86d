import { z } from 'zod';
import { log } from './log.ts';

/**
 * Reads the rows of a batch. One that is not as it should be is left out and logged: a row of one person must not end what is
 * done for everybody.
 * @param what a row is for, as the log says it
 */
export function readEach<T>(schema: z.ZodType<T>, rows: unknown, what: string): T[] {
  return mapEach(z.array(z.unknown()).parse(rows), what, (row) => [schema.parse(row)]);
}

/** Maps the rows of a batch to what comes of them; one for which that fails is left out and logged. */
export function mapEach<T, R>(rows: T[], what: string, work: (row: T) => R[]): R[] {
  return rows.flatMap((row) => {
    try {
      return work(row);
    } catch (error) {
      log.error({ err: error }, `a row for ${what} cannot be read and is left out`);
      return [];
    }
  });
}
