import '../lib/env-file.ts';

import { runCommand, stopOnExit } from '../lib/command.ts';
import { configWarnings, deploymentFindings } from '../lib/config-check.ts';
import { startServer } from './http.ts';
import { portTrouble } from './port.ts';

const help = `npm start
npm run start:api:js   the same

Serves the API and the pages in production, against the services that the environment (or .env) names, until it is ended: Supabase and
Inngest must be set, the others may be. HOST (127.0.0.1) and API_SERVER_PORT (3000) say where. SIGTERM and Ctrl-C end it in order:
requests that run have 25 seconds to finish. docs/self-hosting.md says more.

  --help   shows this`;

/** Below the 30 s that Kubernetes gives by default, and compose.yaml. */
const graceMs = 25_000;

await runCommand({ help, exitCodeOnSignal: 0 }, async (_input, onExit) => {
  // Whatever .env says: production checks Inngest's signatures and allows no origin by itself.
  process.env.NODE_ENV = 'production';
  const findings = deploymentFindings();
  if (findings.length) {
    const list = findings.map((each) => `- ${each}`).join('\n');
    throw new Error(`This cannot start as it is set:\n${list}\nWithout any service there is \`npm run dev\`.`);
  }
  const host = process.env.HOST?.trim() || '127.0.0.1';
  const port = Number(process.env.API_SERVER_PORT || 3000);
  const trouble = await portTrouble(host, port, 'API_SERVER_PORT');
  if (trouble) throw new Error(trouble);

  const server = await stopOnExit(onExit, startServer({ host, port, graceMs }));
  for (const warning of configWarnings()) console.warn(`Warning: ${warning}`);
  console.log(`ready ${server.url}`);
  await new Promise(() => {});
});
