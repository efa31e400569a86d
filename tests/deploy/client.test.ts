import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startTestStack } from '../support/stack.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('the typed example client makes a goal and reads its plan', async () => {
  const stack = await startTestStack({ runner: true });
  try {
    const { token } = await stack.signUp();
    const client = path.join(root, 'examples/typed-client/client.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [client], {
      env: { ...process.env, FLUX_URL: stack.api.url, FLUX_TOKEN: token },
      timeout: 60_000,
    });
    expect(stdout).toMatch(/^Get fit for my wedding: ready\n 1 {2}.+\(\d+ tasks\)\n/);
    expect(stdout.trim().split('\n')).toHaveLength(13);
  } finally {
    await stack.stop();
  }
});
