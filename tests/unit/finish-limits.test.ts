import { expect, test } from 'vitest';
import { providerAttemptsMax, retryAfterSecondsMax } from '../../inngest/errors.ts';
import { functions } from '../../inngest/index.ts';
import { callMsMax } from '../../lib/llm/client.ts';

/** Inngest's waits before the second to the fourth try, in seconds, with the longest that chance adds. */
const WAITS_S = [15 + 30, 30 + 30, 60 + 30];
/** Calls that a run makes besides: the two corrections of a plan. */
const FURTHER_CALLS = 2;

test.each(['route-intent', 'execute-chat', 'decompose-goal', 'review-week'])(
  '%s may last as long as four tries of a provider that hangs, and what comes besides',
  (id) => {
    const found = functions.find((candidate) => candidate.id() === id);
    const minutes = Number(/^(\d+)m$/.exec(String(found?.opts.timeouts?.finish))?.[1]);
    const waits = WAITS_S.map((seconds) => Math.max(seconds, retryAfterSecondsMax)).reduce(
      (sum, wait) => sum + wait,
      0,
    );
    const needed = (providerAttemptsMax + FURTHER_CALLS) * (callMsMax / 1000) + waits;
    expect(WAITS_S).toHaveLength(providerAttemptsMax - 1);
    expect(minutes * 60).toBeGreaterThanOrEqual(needed);
  },
);
