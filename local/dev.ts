import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { startStack } from './stack.ts';

/**
 * `npm run dev`: everything for real on this machine, until it is interrupted. `--reset` empties the data folder first.
 *
 * Prints the mode of each part, what a frontend needs, and `ready <url>` last; the same facts are in dev.json in the data
 * folder, readable by its owner alone, while the server runs.
 */
async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const ports = {
    apiPort: portFrom('API_SERVER_PORT', 3000),
    inngestPort: portFrom('INNGEST_SERVER_PORT', 8288),
    supabasePort: portFrom('SUPABASE_PORT', 54321),
  };
  const dataDir = resolve(process.env.FLUX_DATA_DIR ?? '.data');
  await assertFree(ports);
  if (process.argv.includes('--reset')) await rm(dataDir, { recursive: true, force: true });

  const started = performance.now();
  const stack = await startStack({ ...ports, dataDir });
  const factsFile = `${dataDir}/dev.json`;
  await rm(factsFile, { force: true });
  await writeFile(factsFile, `${JSON.stringify(stack.facts, null, 2)}\n`, { mode: 0o600 });

  let ending = false;
  const end = async (code: number) => {
    if (ending) return;
    ending = true;
    await rm(factsFile, { force: true });
    await stack.stop();
    process.exit(code);
  };
  process.on('SIGINT', () => void end(0));
  process.on('SIGTERM', () => void end(0));
  void stack.died.then((what) => {
    console.error(`${what}. Stopping the rest.`);
    return end(1);
  });

  for (const { name, mode } of stack.parts) console.log(`${name.padEnd(22)}${mode}`);
  const { facts } = stack;
  console.log(`\nSUPABASE_URL          ${facts.supabaseUrl}`);
  if (facts.publishableKey) console.log(`publishable key       ${facts.publishableKey}`);
  if (facts.demoUserId) console.log(`demo user             ${facts.demoUserId}`);
  if (facts.demoToken) console.log(`token for it (1 h)    ${facts.demoToken}`);
  if (!process.env.VAPID_PUBLIC_KEY)
    console.warn('\nWarning: reminders are off: set VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT.');
  console.log(`\nstarted in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  console.log(`ready ${facts.apiUrl}`);
}

/** @throws Error for a value that is no port */
function portFrom(variable: string, fallback: number): number {
  const value = process.env[variable];
  if (!value) return fallback;
  if (!/^\d+$/.test(value) || Number(value) > 65535)
    throw new Error(`${variable} is "${value}": it must be a port number.`);
  return Number(value);
}

/** Says every port that is taken at once, and which variable moves it. */
async function assertFree(ports: Record<string, number>): Promise<void> {
  const variables: Record<string, string> = {
    apiPort: 'API_SERVER_PORT',
    inngestPort: 'INNGEST_SERVER_PORT',
    supabasePort: 'SUPABASE_PORT',
  };
  const taken: string[] = [];
  for (const [name, port] of Object.entries(ports)) {
    if (!(await isFree(port)))
      taken.push(`Port ${port} is in use: stop what uses it, or set ${variables[name]} to another one.`);
  }
  if (taken.length) throw new Error(taken.join('\n'));
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
