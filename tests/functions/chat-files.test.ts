import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChatResponse } from '../../lib/chat/schema.ts';
import { killSandbox } from '../../lib/sandbox/sandboxes.ts';
import { type Answer, type Person, startTestStack, type TestStack, until } from '../support/stack.ts';

let stack: TestStack;
let person: Person;
beforeAll(async () => {
  stack = await startTestStack({ runner: true, sandbox: true });
  person = await stack.signUp();
});
afterAll(() => stack.stop());

const add = (clientId: string, name: string, body: string): Promise<Answer> =>
  stack.request(`/api/chat/${clientId}/files?name=${name}`, {
    method: 'POST',
    body,
    headers: { Authorization: `Bearer ${person.token}` },
  });

async function run(clientId: string, code: string): Promise<ChatResponse['execution']> {
  await person.post('/api/chat', { message: `\`\`\`python\n${code}\n\`\`\`` }, { 'x-client-id': clientId });
  const { body } = await until(
    () => person.get<ChatResponse>(`/api/chat/response/${clientId}`),
    ({ body: { status } }) => !['queued', 'running'].includes(status),
  );
  return body.execution;
}

const sandboxOf = async (clientId: string) => {
  const [row] = await stack.supabase.query<{ sandbox_id: string }>(
    'select s.sandbox_id from private.sandboxes s join public.conversations c on c.id = s.conversation_id where c.client_id = $1',
    [clientId],
  );
  return row?.sandbox_id ?? '';
};

test('a program sums a table of 4 MB, in a conversation that began with the file', async () => {
  const rows: string[] = [];
  let expected = 0;
  for (let n = 0, bytes = 0; bytes < 4_000_000; n += 1) {
    const row = `${n},region-${n % 7},${n % 1000}`;
    bytes += row.length + 1;
    expected += n % 1000;
    rows.push(row);
  }
  const added = await add('table', 'sales.csv', `id,region,amount\n${rows.join('\n')}\n`);
  expect(added.status).toBe(201);
  const code = `import csv\nwith open('/mnt/data/sales.csv') as file:\n    print(sum(int(row['amount']) for row in csv.DictReader(file)))`;
  expect(await run('table', code)).toMatchObject({ stdout: `${expected}\n`, error: null, results: [] });
  expect(await run('table', `len(open('/home/user/sales.csv').readlines())`)).toMatchObject({
    results: [{ text: String(rows.length + 1) }],
  });
});

test('files are there for every later program: newer ones, deleted ones, and in a new sandbox', async () => {
  await add('later', 'a.txt', 'one');
  expect(await run('later', `open('a.txt').read()`)).toMatchObject({ results: [{ text: 'one' }] });
  await add('later', 'b.txt', 'two');
  await add('later', 'a.txt', 'newer');
  const both = `(open('a.txt').read(), open('b.txt').read())`;
  expect(await run('later', both)).toMatchObject({ results: [{ text: "('newer', 'two')" }] });
  await run('later', `import os\nos.remove('a.txt')\nopen('b.txt', 'w').write('changed')`);
  // A file that a program made stays; one that it deleted is there again.
  expect(await run('later', both)).toMatchObject({ results: [{ text: "('newer', 'changed')" }] });
  await killSandbox(await sandboxOf('later'));
  expect(await run('later', both)).toMatchObject({ restarted: true, results: [{ text: "('newer', 'two')" }] });
});

test('a file that a program writes is a result; one that the person added is not', async () => {
  await add('results', 'in.txt', 'x');
  const execution = await run('results', `open('/mnt/data/out.txt', 'w').write(open('in.txt').read() * 3)`);
  expect(execution?.results).toEqual([
    { text: '3' },
    { artifact_id: expect.any(String), mime: 'text/plain', name: 'out.txt' },
  ]);
});
