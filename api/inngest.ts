import { inngestConfig } from '../lib/config.ts';
import { createBareApp } from '../lib/http/app.ts';
import { Problem } from '../lib/problem.ts';

/** Where Inngest calls the durable functions. The SDK checks signatures; without a key to check them with, nothing is served. */
const app = createBareApp();
let handler: Promise<(request: Request) => Promise<Response>> | undefined;

app.on(['GET', 'POST', 'PUT'], '/api/inngest', async (c) => {
  const { problem } = inngestConfig();
  if (problem) throw new Problem('not_configured', problem);
  handler ??= load();
  return (await handler)(c.req.raw);
});

async function load() {
  const [{ serve }, { inngest }, { functions }] = await Promise.all([
    import('inngest/edge'),
    import('../inngest/client.ts'),
    import('../inngest/index.ts'),
  ]);
  // The SDK would let anybody start a sync; Inngest's own are signed.
  return serve({ client: inngest, functions, enableUnauthedSync: false });
}

export default app;
