import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { configFindings, configWarnings } from '../lib/config-check.ts';
import { type CommandInput, type OnExit, runCommand, stopOnExit } from './command.ts';
import { emptyDataFolder } from './data-folder.ts';
import { startStack } from './stack.ts';

const help = `npm run dev [-- --reset]

Starts everything on this machine, until it is interrupted (Ctrl-C): the API, and a local stand-in for each hosted service that no
variable names. Data stays in FLUX_DATA_DIR (.data). Variables are in .env.example.

  --reset   empties the data folder first (Python packages stay)
  --help    shows this`;

/**
 * Runs everything for real until it is interrupted. Prints the mode of each part, what a frontend needs, and `ready <url>`
 * last; the same facts are in dev.json in the data folder, readable by its owner alone, while the server runs.
 */
async function main({ flags }: CommandInput, onExit: OnExit): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const findings = configFindings();
  if (findings.length)
    throw new Error(`The settings are not right:\n${findings.map((each) => `- ${each}`).join('\n')}`);
  const ports = {
    apiPort: portFrom('API_SERVER_PORT', 3000),
    inngestPort: portFrom('INNGEST_SERVER_PORT', 8288),
    supabasePort: portFrom('SUPABASE_PORT', 54321),
  };
  const dataDir = resolve(process.env.FLUX_DATA_DIR ?? '.data');
  await assertFree(ports);
  if (flags.has('reset')) await emptyDataFolder(dataDir);

  const started = performance.now();
  const stack = await stopOnExit(onExit, startStack({ ...ports, dataDir }));
  const factsFile = `${dataDir}/dev.json`;
  await rm(factsFile, { force: true });
  onExit(() => rm(factsFile, { force: true }));
  await writeFile(factsFile, `${JSON.stringify(stack.facts, null, 2)}\n`, { mode: 0o600 });

  for (const { name, mode } of stack.parts) console.log(`${name.padEnd(22)}${mode}`);
  const { facts } = stack;
  console.log(`\nSUPABASE_URL          ${facts.supabaseUrl}`);
  if (facts.demoUserId) console.log(`mails and codes       ${facts.supabaseUrl}/mail`);
  if (facts.publishableKey) console.log(`publishable key       ${facts.publishableKey}`);
  if (facts.demoUserId) console.log(`demo user             ${facts.demoUserId}`);
  if (facts.demoToken) console.log(`token for it (1 h)    ${facts.demoToken}`);
  if (!process.env.VAPID_PUBLIC_KEY)
    console.warn('\nWarning: reminders are off: set VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT.');
  for (const warning of configWarnings()) console.warn(`\nWarning: ${warning}`);
  console.log(`\nstarted in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  console.log(`ready ${facts.apiUrl}`);
  throw new Error(`${await stack.died}. Stopping the rest.`);
}

function portFrom(variable: string, fallback: number): number {
  return Number(process.env[variable] || fallback);
}

/** The port of each part that runs here, the variable that moves it, and the one whose value sends it elsewhere. */
const listeners = [
  { port: 'apiPort', variable: 'API_SERVER_PORT', elsewhere: [] },
  {
    port: 'inngestPort',
    variable: 'INNGEST_SERVER_PORT',
    elsewhere: ['INNGEST_DEV', 'INNGEST_SIGNING_KEY', 'INNGEST_BASE_URL'],
  },
  { port: 'supabasePort', variable: 'SUPABASE_PORT', elsewhere: ['SUPABASE_URL'] },
] as const;

/** Says every port that cannot be listened at, all at once, why, and which variable moves it. */
async function assertFree(ports: Record<(typeof listeners)[number]['port'], number>): Promise<void> {
  const troubles: string[] = [];
  for (const { port: name, variable, elsewhere } of listeners) {
    if (elsewhere.some((setting) => process.env[setting])) continue;
    const code = await listenError(ports[name]);
    if (code === 'EACCES') {
      troubles.push(`Port ${ports[name]} may only be used by an administrator: set ${variable} to one above 1023.`);
    } else if (code) {
      troubles.push(`Port ${ports[name]} is in use: stop what uses it, or set ${variable} to another one.`);
    }
  }
  if (troubles.length) throw new Error(troubles.join('\n'));
}

/** Returns the system's code for why a port of 127.0.0.1 cannot be listened at; undefined when it can. */
function listenError(port: number): Promise<string | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'unknown'));
    server.listen(port, '127.0.0.1', () => server.close(() => done(undefined)));
  });
}

await runCommand({ help, flags: ['reset'], exitCodeOnSignal: 0 }, main);
