/** Cron expressions as Inngest has them: five fields, optionally after `TZ=Europe/Berlin`; here six, with seconds, too. */
import { Cron } from 'croner';

function parse(expression: string): Cron {
  const [, timezone, pattern] = /^(?:(?:CRON_)?TZ=(\S+)\s+)?(.+)$/.exec(expression.trim()) ?? [];
  return new Cron(pattern ?? '', { timezone: timezone ?? 'UTC', mode: '5-or-6-parts', paused: true });
}

/** Returns the first instant after `afterMs` that matches, in ms since the epoch; null when there is none. */
export function nextOccurrenceMs(expression: string, afterMs: number): number | null {
  return parse(expression).nextRun(new Date(afterMs))?.getTime() ?? null;
}

/** Tells whether a text is a cron expression, with a timezone that exists. */
export function isCron(expression: string): boolean {
  try {
    nextOccurrenceMs(expression, Date.now());
    return true;
  } catch {
    return false;
  }
}
