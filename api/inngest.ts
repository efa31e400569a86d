import { z } from '@hono/zod-openapi';
import { inngestConfig } from '../lib/config.ts';
import { createBareApp, limitBody } from '../lib/http/app.ts';
import { parseBody } from '../lib/http/body.ts';
import { Problem } from '../lib/problem.ts';
import { errorFor, type Provider } from '../lib/provider-error.ts';

/** The state of a run is 32 MB at most, and is sent with each step. */
const limit = limitBody(33_000_000, '33 MB');
/** Parts of a request that the SDK reads first; without them it answers 500. */
const Step = z.looseObject({
  event: z.looseObject({ name: z.string() }),
  steps: z.record(z.string(), z.unknown()),
  ctx: z.looseObject({ run_id: z.string(), stack: z.looseObject({ stack: z.array(z.string()) }) }),
});
const Sync = z.looseObject({ url: z.string().optional() });

const provider: Provider = {
  name: 'Inngest',
  keyVariable: 'INNGEST_SIGNING_KEY',
  hints: { unavailable: 'sync again when it can be reached' },
};

/** The endpoint at which Inngest calls the durable functions. The SDK checks signatures; without a key nothing is served. */
const app = createBareApp();
let serving: ReturnType<typeof load> | undefined;

app.on(['GET', 'POST', 'PUT'], '/api/inngest', limit, async (c) => {
  const { problem, mode } = inngestConfig();
  if (problem) throw new Problem('not_configured', problem);
  serving ??= load();
  const { handle, ids } = await serving;
  const { method, url, headers, signal } = c.req.raw;
  if (method !== 'POST' && method !== 'PUT') return handle(c.req.raw);
  const bytes = await c.req.arrayBuffer();
  const body = bytes.byteLength > 0 ? parseBody(bytes) : undefined;
  // The SDK checks the signature first, and it understands whatever Inngest signed.
  if (mode === 'dev server') {
    const hasNoBody = method === 'PUT' && body === undefined && c.req.header('x-inngest-sync-kind') !== 'in_band';
    if (!hasNoBody && !(method === 'POST' ? Step : Sync).safeParse(body).success) {
      throw new Problem('invalid', 'This is nothing that Inngest asks for.');
    }
    if (method === 'POST' && !ids.has(c.req.query('fnId') ?? '')) {
      throw new Problem('not_found', 'There is no such function.');
    }
  }
  const answer = await handle(new Request(url, { method, headers, signal, body: bytes }));
  if (method !== 'PUT' || answer.status !== 500) return answer;
  // The SDK's word for a sync in which Inngest does not answer, or not as Inngest does.
  const said = await answer.clone().text();
  if (!said.includes('Failed to register')) return answer;
  throw errorFor(provider, 'unavailable', 'did not register the functions', { cause: new Error(said) });
});
app.all('/api/inngest', (c) => {
  c.header('Allow', 'GET, POST, PUT');
  throw new Problem('method_not_allowed', `${c.req.method} is not possible here: use GET, POST or PUT.`);
});

async function load() {
  const [{ serve }, { inngest }, { functions }] = await Promise.all([
    import('inngest/edge'),
    import('../inngest/client.ts'),
    import('../inngest/index.ts'),
  ]);
  return {
    // The SDK would let anybody start a sync; Inngest's own are signed.
    handle: serve({ client: inngest, functions, enableUnauthedSync: false }),
    ids: new Set(functions.map((each) => each.id(inngest.id))),
  };
}

export default app;
