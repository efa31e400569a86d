import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresBinaries, postgrestBinary } from '../../local/supabase/binaries.ts';
import { endLeftovers } from '../../local/supabase/processes.ts';

/** Ends the servers of a test run and removes its folder. */
export async function removeRun(runDir: string): Promise<void> {
  await endLeftovers(`${postgrestBinary()} ${runDir}/`, 'SIGKILL');
  await endLeftovers(`${postgresBinaries().postgres} -D ${runDir}/`, 'SIGINT');
  rmSync(runDir, { recursive: true, force: true });
}

// As a program it waits for the end of its input, which comes when the run ends, in order or by any signal.
if (import.meta.main) {
  process.stdin.resume();
  await once(process.stdin, 'end');
  // Vitest ends its workers in the meantime: no new server is started.
  await sleep(500);
  await removeRun(process.argv[2] ?? '');
}
