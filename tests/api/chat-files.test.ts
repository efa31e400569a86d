import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesOf, pictureParts } from '../../lib/chat/files.ts';
import { type Answer, type Person, startTestStack, type TestStack, times } from '../support/stack.ts';

let stack: TestStack;
let person: Person;
beforeAll(async () => {
  stack = await startTestStack();
  person = await stack.signUp();
});
afterAll(() => stack.stop());

type Sent = { body: NonNullable<RequestInit['body']>; headers?: Record<string, string>; by?: Person; duplex?: 'half' };
const add = (path: string, { body, headers, by = person, ...rest }: Sent): Promise<Answer> =>
  stack.request(`/api/chat/${path}`, {
    method: 'POST',
    body,
    headers: { Authorization: `Bearer ${by.token}`, ...headers },
    ...rest,
  });
const countOf = async (clientId: string) => {
  const [row] = await stack.supabase.query<{ count: number }>(
    `select count(*)::int from public.chat_files f join public.conversations c on c.id = f.conversation_id
     where c.client_id = $1 and c.user_id = $2`,
    [clientId, person.id],
  );
  return row?.count;
};
const conversationOf = async (clientId: string) => {
  const [row] = await stack.supabase.query<{ id: string }>(
    'select id from public.conversations where client_id = $1 and user_id = $2',
    [clientId, person.id],
  );
  return row?.id ?? '';
};

describe('a file', () => {
  test('is kept as it is, in a conversation that it makes, with the start of its text', async () => {
    const { status, body } = await add('first/files?name=..%2Fsales.csv', { body: 'a,b\n1,2\n' });
    expect(status).toBe(201);
    expect(body).toEqual({ id: expect.any(String), name: 'sales.csv', mime: 'text/csv', bytes: 8 });
    const files = await filesOf(await conversationOf('first'));
    expect(files).toEqual([{ ...body, preview: 'a,b\n1,2' }]);
  });

  test('of any bytes and any type comes in, an empty one and a broken JSON too', async () => {
    const all = new Uint8Array(256).map((_, n) => n);
    expect((await add('any/files?name=all.bin', { body: all })).body).toMatchObject({ bytes: 256 });
    expect((await add('any/files?name=empty', { body: '' })).body).toMatchObject({ bytes: 0 });
    const json = { headers: { 'Content-Type': 'application/json' }, body: '{"broken' };
    expect((await add('any/files?name=a.json', json)).body).toMatchObject({ mime: 'application/json', bytes: 8 });
    const [row] = await stack.supabase.query<{ content: Buffer }>(
      `select content from public.chat_files where user_id = $1 and name = 'all.bin'`,
      [person.id],
    );
    expect(new Uint8Array(row?.content ?? [])).toEqual(all);
  });

  test('of the same name takes the place of the one before, under another id', async () => {
    const first = await add('again/files?name=a.txt', { body: 'one' });
    const second = await add('again/files?name=a.txt', { body: 'two' });
    expect(second.body.id).not.toBe(first.body.id);
    expect(await countOf('again')).toBe(1);
  });

  test('with an Idempotency-Key is added once; the key stands for the bytes and the name', async () => {
    const headers = { 'Idempotency-Key': 'file-1' };
    const all = await Promise.all(times(8, () => add('once/files?name=a.txt', { body: 'one', headers })));
    expect(new Set(all.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(all.filter((answer) => answer.headers.get('Idempotency-Replayed') === 'true')).toHaveLength(7);
    expect((await add('once/files?name=a.txt', { body: 'two', headers })).body).toMatchObject({
      code: 'idempotency_mismatch',
    });
    expect((await add('once/files?name=b.txt', { body: 'one', headers })).body).toMatchObject({
      code: 'idempotency_mismatch',
    });
  });

  test('of four pictures the newest go to a model that sees, 6 MB together', async () => {
    const png = (bytes: number) => {
      const body = new Uint8Array(bytes);
      body.set(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
      return body;
    };
    for (const [name, bytes] of [
      ['old.png', 3_000_000],
      ['big.png', 4_000_000],
      ['new.png', 1_000],
    ] as const) {
      expect((await add(`pictures/files?name=${name}`, { body: png(bytes) })).status).toBe(201);
    }
    await add('pictures/files?name=fake.png', { body: '<svg onload="x()"/>' });
    const files = await filesOf(await conversationOf('pictures'));
    const parts = await pictureParts(files);
    expect(parts.map(({ image_url: { url } }) => [url.slice(0, 22), url.length > 5_000_000])).toEqual([
      ['data:image/png;base64,', true],
      ['data:image/png;base64,', false],
    ]);
  });
});

describe('what is too much is refused', () => {
  test.each([
    ['declared', new Uint8Array(4 * 1024 * 1024 + 1)],
    ['that tells its length to nobody', ReadableStream.from(times(40, () => new Uint8Array(1_000_000)))],
  ])('a body over 4 MB, %s', async (_, body) => {
    // The server may hang up on what it no longer reads.
    const answer = await add('big/files?name=a.bin', { body, duplex: 'half' }).catch(() => null);
    if (answer) expect(answer.body).toMatchObject({ code: 'too_large', detail: 'The body is over 4 MB.' });
    expect(await countOf('big')).toBe(0);
  });

  test('4 MB exactly are taken', async () => {
    const { body } = await add('whole/files?name=a.bin', { body: new Uint8Array(4 * 1024 * 1024) });
    expect(body).toMatchObject({ bytes: 4194304 });
  });

  test.each([
    ['no name', 'x/files'],
    ['an empty name', 'x/files?name='],
    ['a name of dots', 'x/files?name=..'],
    ['a name of 2,000 characters', `x/files?name=${'x'.repeat(2000)}`],
    ['a client id with a space', 'a%20b/files?name=a'],
  ])('%s', async (_, path) => {
    expect((await add(path, { body: 'x' })).body).toMatchObject({ status: 422, code: 'invalid' });
  });

  test('no more files of a person than the limits table says, however many come at once', async () => {
    const other = await stack.signUp();
    const limits = "('stored_files', 'stored_file_bytes', 'conversation_file_bytes')";
    const before = await stack.supabase.query(
      `select bucket, capacity from private.rate_limits where bucket in ${limits}`,
    );
    await stack.supabase.query("update private.rate_limits set capacity = 5 where bucket = 'stored_files'");
    await stack.supabase.query("update private.rate_limits set capacity = 3000000 where bucket = 'stored_file_bytes'");
    await stack.supabase.query(
      "update private.rate_limits set capacity = 2000000 where bucket = 'conversation_file_bytes'",
    );
    try {
      const many = await Promise.all(times(12, (n) => add(`c${n}/files?name=${n}.txt`, { body: 'x', by: other })));
      expect(many.filter(({ status }) => status === 201)).toHaveLength(5);
      expect(many.find(({ status }) => status !== 201)?.body).toMatchObject({
        code: 'conflict',
        detail: 'You may keep 5 files of 2 MB together. Delete a conversation that you no longer need first.',
      });
      const third = await stack.signUp();
      const megabyte = new Uint8Array(1_000_000);
      const statuses = async (clientId: string, names: string[]) => {
        const answers = await Promise.all(
          names.map((name) => add(`${clientId}/files?name=${name}`, { body: megabyte, by: third })),
        );
        return answers.map(({ status }) => status).sort();
      };
      expect(await statuses('a', ['1', '2', '3'])).toEqual([201, 201, 409]);
      expect(await statuses('b', ['1'])).toEqual([201]);
      expect(await statuses('b', ['2'])).toEqual([409]);
      // Nothing of a refused one is left, and a name that is there costs no more.
      expect(await statuses('b', ['1'])).toEqual([201]);
      const deleted = await stack.request('/api/chat/a', {
        method: 'DELETE',
        headers: { Authorization: `Bearer ${third.token}` },
      });
      expect(deleted.status).toBe(204);
      expect(await statuses('c', ['1', '2'])).toEqual([201, 201]);
    } finally {
      for (const { bucket, capacity } of before) {
        await stack.supabase.query('update private.rate_limits set capacity = $2 where bucket = $1', [
          bucket,
          capacity,
        ]);
      }
    }
  });
});

describe('nobody else', () => {
  test('reads, writes or counts them, not even through the REST API', async () => {
    await add('mine/files?name=a.txt', { body: 'secret' });
    const other = await stack.signUp();
    await add('mine/files?name=a.txt', { body: 'other', by: other });
    expect(await countOf('mine')).toBe(1);
    const rest = (by: Person, init: RequestInit = {}) =>
      fetch(`${stack.supabase.url}/rest/v1/chat_files?select=name,preview`, {
        ...init,
        headers: {
          apikey: stack.supabase.publishableKey,
          Authorization: `Bearer ${by.token}`,
          'Content-Type': 'application/json',
        },
      });
    expect(await (await rest(other)).json()).toEqual([{ name: 'a.txt', preview: 'other' }]);
    const row = { conversation_id: await conversationOf('mine'), name: 'b', mime: 'text/plain', content: '\\x00' };
    for (const method of ['POST', 'PATCH', 'DELETE']) {
      const answer = await rest(person, { method, ...(method !== 'DELETE' && { body: JSON.stringify(row) }) });
      expect([method, answer.status]).toEqual([method, 403]);
    }
  });

  test('has them once the account is erased; the export holds them before', async () => {
    const leaving = await stack.signUp();
    await add('last/files?name=a.txt', { body: 'hello', by: leaving });
    const exported = await leaving.get<{ chat_files: object[] }>('/account/export');
    expect(exported.body.chat_files).toEqual([
      expect.objectContaining({ name: 'a.txt', content: `\\x${Buffer.from('hello').toString('hex')}` }),
    ]);
    expect((await leaving.delete('/account')).status).toBe(204);
    const left = await stack.supabase.query('select from public.chat_files where user_id = $1', [leaving.id]);
    expect(left).toEqual([]);
  });
});
