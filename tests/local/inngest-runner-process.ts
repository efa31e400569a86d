/** A runner in a process of its own, which the crash tests kill: `node inngest-runner-process.ts '<options as JSON>'`. */
import { z } from 'zod';
import { startRunner } from '../../local/inngest/runner.ts';

const Options = z.object({
  port: z.number(),
  appUrl: z.string(),
  databaseUrl: z.string(),
  retryFactor: z.number(),
});

await startRunner(Options.parse(JSON.parse(process.argv[2] ?? '')));
process.stdout.write('ready\n');
