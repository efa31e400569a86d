import '../lib/env-file.ts';

import { rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type CommandInput, type OnExit, runCommand, stopOnExit } from '../lib/command.ts';
import { configFindings, configWarnings } from '../lib/config-check.ts';
import { portTrouble } from '../server/port.ts';
import { emptyDataFolder } from './data-folder.ts';
import { startStack } from './stack.ts';

const help = `npm run dev [-- --reset]
npm run start:all:js        the same
npm run dev:api             the same without the local runner of durable functions

Starts everything on this machine, until it is interrupted (Ctrl-C): the API, and a local stand-in for each hosted service that no
variable names. Data stays in FLUX_DATA_DIR (.data). Variables are in .env.example.

  --api     leaves durable functions to an Inngest dev server at INNGEST_SERVER_PORT (8288). Start it beside this one:
            npx inngest-cli@latest dev -u http://127.0.0.1:3000/api/inngest
            What is asked for before it runs is kept and sent later.
  --reset   empties the data folder first (Python packages stay)
  --help    shows this`;

/**
 * Runs everything for real until it is interrupted. Prints the mode of each part, what a frontend needs, and `ready <url>`
 * last; the same facts are in dev.json in the data folder, readable by its owner alone, while the server runs.
 */
async function main({ flags }: CommandInput, onExit: OnExit): Promise<void> {
  const findings = configFindings();
  if (findings.length)
    throw new Error(`The settings are not right:\n${findings.map((each) => `- ${each}`).join('\n')}`);
  const ports = {
    apiPort: portFrom('API_SERVER_PORT', 3000),
    inngestPort: portFrom('INNGEST_SERVER_PORT', 8288),
    supabasePort: portFrom('SUPABASE_PORT', 54321),
  };
  if (flags.has('api') && !inngestVariables.some((name) => process.env[name])) {
    process.env.INNGEST_DEV = `http://127.0.0.1:${ports.inngestPort}`;
  }
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
  for (const warning of configWarnings()) console.warn(`\nWarning: ${warning}`);
  console.log(`\nstarted in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  console.log(`ready ${facts.apiUrl}`);
  throw new Error(`${await stack.died}. Stopping the rest.`);
}

function portFrom(variable: string, fallback: number): number {
  return Number(process.env[variable] || fallback);
}

/** The variables that say that durable functions run elsewhere. */
const inngestVariables = ['INNGEST_DEV', 'INNGEST_SIGNING_KEY', 'INNGEST_BASE_URL'];

/** The port of each part that runs here, the variable that moves it, and the one whose value sends it elsewhere. */
const listeners = [
  { port: 'apiPort', variable: 'API_SERVER_PORT', elsewhere: [] },
  { port: 'inngestPort', variable: 'INNGEST_SERVER_PORT', elsewhere: inngestVariables },
  { port: 'supabasePort', variable: 'SUPABASE_PORT', elsewhere: ['SUPABASE_URL'] },
] as const;

/** Says every port that cannot be listened at, all at once, why, and which variable moves it. */
async function assertFree(ports: Record<(typeof listeners)[number]['port'], number>): Promise<void> {
  const troubles: string[] = [];
  for (const { port: name, variable, elsewhere } of listeners) {
    if (elsewhere.some((setting) => process.env[setting])) continue;
    const trouble = await portTrouble('127.0.0.1', ports[name], variable);
    if (trouble) troubles.push(trouble);
  }
  if (troubles.length) throw new Error(troubles.join('\n'));
}

await runCommand({ help, flags: ['api', 'reset'], exitCodeOnSignal: 0 }, main);
