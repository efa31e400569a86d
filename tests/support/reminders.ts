import { afterAll, afterEach, beforeAll } from 'vitest';
import { makeBrowser, type PushService, startPushService } from '../../harness/push-service.ts';
import { claimReminders } from '../../lib/notifications/reminders.ts';
import { startRunner } from '../../local/inngest/runner.ts';
import { type Person, startTestStack, type TestStack } from './stack.ts';

type Browser = ReturnType<typeof makeBrowser>;
export const minuteMs = 60_000;

/** Returns the instant that is so many minutes from now. */
export const inMinutes = (minutes: number) => new Date(Date.now() + minutes * minuteMs).toISOString();

/** Adds a task of a person. */
export const addTask = async (person: Person, task: object) =>
  (await person.post<{ id: string }>('/tasks', { title: 'Run 3 km', ...task })).body;

/** Starts a stack and a push service before the tests of a file, and stops both after them; each test begins with nobody. */
export function setUpReminders() {
  let stack: TestStack;
  let service: PushService;
  beforeAll(async () => {
    service = await startPushService();
    // A test sweeps when it wants to: a sweep of the runner's own would claim first.
    stack = await startTestStack({ runner: true, schedules: false });
    await stack.runner?.sync();
  });
  afterAll(async () => {
    await stack?.stop();
    await service?.stop();
  });
  // Everybody is swept: what one test left would be the next one's.
  afterEach(async () => {
    await stack.supabase.query('delete from auth.users');
    await stack.supabase.query('delete from private.outbox');
  });
  return {
    get stack() {
      return stack;
    },
    get service() {
      return service;
    },

    /** Makes a person with a browser, who is reminded ten minutes before, and briefed in the morning only if a test is about that. */
    async subscriber({ morning_brief = false } = {}): Promise<{ person: Person; browser: Browser }> {
      const person = await stack.signUp();
      await person.patch('/account', { morning_brief });
      const browser = makeBrowser(service.origin);
      await person.post('/api/v1/notifications/subscriptions', browser.subscription);
      return { person, browser };
    },

    /** Returns the notifications that a browser was shown. */
    shown: (browser: Browser) =>
      service.deliveries.filter(({ path }) => path === browser.path).map(({ body }) => browser.read(body)),

    claims: () =>
      stack.supabase.query<{ task_id: string; scheduled_at: Date; remind_at: Date; tries: number }>(
        'select task_id, scheduled_at, remind_at, tries from private.reminders order by scheduled_at',
      ),

    /** Claims what is due and sends the events that this owes, as the sweep does; the runner does the rest. */
    async sweep(): Promise<number> {
      const claimed = await claimReminders();
      const owed = await stack.supabase.query<{ id: string; name: string; data: object }>(
        "update private.outbox set sent_at = now() where name like 'notification/%' and sent_at is null returning id, name, data",
      );
      for (const event of owed) {
        await fetch(`${stack.runner?.url}/e/key`, { method: 'POST', body: JSON.stringify(event) });
      }
      await stack.runner?.idle();
      return claimed;
    },

    /** Stops the runner and starts another. */
    async startAgain({ schedules }: { schedules: boolean }): Promise<void> {
      await stack.runner?.stop();
      stack.runner = await startRunner({
        port: 0,
        appUrl: `${stack.api.url}/api/inngest`,
        databaseUrl: stack.supabase.databaseUrl,
        schedules,
      });
      process.env.INNGEST_DEV = stack.runner.url;
      await stack.runner.sync();
    },
  };
}
