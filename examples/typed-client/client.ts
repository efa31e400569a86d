/**
 * A client that is typed by the API's own document (`/openapi.d.ts`): paths, bodies and answers are checked by TypeScript.
 *
 * Run it against `npm run dev`, with the token that it prints: `FLUX_TOKEN=… node examples/typed-client/client.ts`
 */

import createClient from 'openapi-fetch';
import type { paths } from '../../public/openapi.d.ts';

const api = createClient<paths>({
  baseUrl: process.env.FLUX_URL ?? 'http://127.0.0.1:3000',
  headers: { Authorization: `Bearer ${process.env.FLUX_TOKEN ?? ''}` },
});

const created = await api.POST('/goals', {
  body: { title: 'Get fit for my wedding', description: 'Lose 15 lbs and improve stamina over 12 weeks' },
  // The same key after a lost answer gives the same goal, not a second one.
  params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
});
if (created.error) throw new Error(`${created.error.code}: ${created.error.detail}`);

const path = { id: created.data.id };
let goal = created.data;
while (goal.plan_status === 'pending' || goal.plan_status === 'planning') {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const asked = await api.GET('/goals/{id}', { params: { path } });
  if (asked.error) throw new Error(`${asked.error.code}: ${asked.error.detail}`);
  goal = asked.data;
}

process.stdout.write(`${goal.title}: ${goal.plan_status}\n`);
for (const { week, milestone, tasks } of goal.plan_json?.weeks ?? []) {
  process.stdout.write(`${String(week).padStart(2)}  ${milestone.title} (${tasks.length} tasks)\n`);
}
