import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fault } from '../support/fault-proxy.ts';
import { until } from '../support/stack.ts';
import { type FaultStack, startFaultStack } from './stack.ts';

/** Requests that each fault has to survive: `npm run test:faults` asks for a thousand. */
const requests = Number(process.env.FAULT_REQUESTS ?? 30);

let stack: FaultStack;
beforeEach(async () => {
  stack = await startFaultStack();
}, 120_000);
afterEach(() => stack?.stop(), 120_000);
const isEvent = ({ path }: { path: string }) => path.startsWith('/e/');
/** The n-th, 2n-th, 3n-th … of what it is asked about. */
function every(n: number): () => boolean {
  let seen = 0;
  return () => {
    seen += 1;
    return seen % n === 0;
  };
}

/** Each makes something go wrong again and again; what it returns is ended before the healing begins. */
const faults: Record<string, (stack: FaultStack) => void> = {
  'no fault': () => {},
  'the process is killed between commit and send': (stack) => {
    // An event that is being sent was committed: here the process ends.
    const now = every(Math.max(10, Math.ceil(requests / 10)));
    stack.events.decide = (request) => {
      if (!isEvent(request) || !now()) return 'pass';
      void stack.crash();
      return 'hang';
    };
  },
  'Inngest answers 500': (stack) => {
    const pass = every(8);
    stack.events.decide = (request) => (isEvent(request) && !pass() ? { status: 500 } : 'pass');
  },
  'Inngest hangs': (stack) => {
    const now = every(3);
    stack.events.decide = (request) => (isEvent(request) && now() ? 'hang' : 'pass');
  },
  'Inngest drops the connection': (stack) => {
    const now = every(2);
    stack.events.decide = (request) => (isEvent(request) && now() ? 'drop' : 'pass');
  },
  'Inngest takes the event and drops the connection, so it is sent again': (stack) => {
    const now = every(2);
    stack.events.decide = (request) => (isEvent(request) && now() ? 'drop-answer' : 'pass');
  },
  'every event is sent twice': (stack) => {
    stack.events.decide = (request) => (isEvent(request) ? 'twice' : 'pass');
  },
  'every event is delivered twice, under another id': (stack) => {
    stack.events.decide = async (request): Promise<Fault> => {
      if (!isEvent(request)) return 'pass';
      stack.events.faults += 1;
      const events: { id: string }[] = JSON.parse(request.body);
      const again = events.map((event) => ({ ...event, id: crypto.randomUUID() }));
      await fetch(`${stack.events.target}${request.path}`, {
        method: 'POST',
        body: JSON.stringify(again),
        signal: AbortSignal.timeout(10_000),
      });
      return 'pass';
    };
  },
  'every step is delivered twice at once': (stack) => {
    stack.steps.decide = ({ method }) => (method === 'POST' ? 'twice' : 'pass');
  },
  'answers of steps are lost': (stack) => {
    const now = every(3);
    stack.steps.decide = ({ method }) => (method === 'POST' && now() ? 'drop-answer' : 'pass');
  },
};

test.each(Object.entries(faults))(
  `${requests} requests are accepted and each has one effect: %s`,
  async (fault, cause) => {
    const struck = async () => stack.events.faults + stack.steps.faults;
    cause(stack);
    const accepted = await stack.request(requests);
    // Work may begin after the last request was accepted; a fault that never strikes fails by the test's time limit.
    if (fault !== 'no fault') await until(struck, (faults) => faults > 0);
    const tally = await stack.recover(accepted);
    expect(tally).toEqual({ accepted: requests, completed: requests, lost: 0, duplicated: 0 });
  },
  60_000 + requests * 2_000,
);
