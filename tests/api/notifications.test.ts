import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import webpush from 'web-push';
import { makeBrowser } from '../../harness/push-service.ts';
import { startTestStack, type TestStack, times } from '../support/stack.ts';

const path = '/api/v1/notifications/subscriptions';
const service = 'https://updates.push.services.mozilla.com';
const keys = webpush.generateVAPIDKeys();

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());
beforeEach(() => {
  process.env.VAPID_PUBLIC_KEY = keys.publicKey;
  process.env.VAPID_PRIVATE_KEY = keys.privateKey;
  process.env.VAPID_SUBJECT = 'mailto:ops@example.com';
  delete process.env.PUSH_SERVICE_ORIGINS;
});

const subscriptionsOf = (id: string) =>
  stack.supabase.query('select endpoint, p256dh, auth from public.push_subscriptions where user_id = $1', [id]);

function unsubscribe(token: string, body: unknown) {
  return stack.request(path, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

describe('the key that browsers subscribe with', () => {
  test('is there without signing in', async () => {
    expect((await stack.request('/api/v1/notifications/vapid-public-key')).body).toEqual({
      public_key: keys.publicKey,
    });
  });

  test.each([
    ['VAPID_PUBLIC_KEY', ''],
    ['VAPID_PRIVATE_KEY', ''],
    ['VAPID_SUBJECT', ''],
    ['VAPID_PUBLIC_KEY', 'not-a-key'],
    ['VAPID_SUBJECT', 'me'],
  ])('without a usable %s (%j) push is off, and every answer says what to set', async (name, value) => {
    process.env[name] = value;
    const person = await stack.signUp();
    const off = { status: 503, code: 'not_configured', detail: expect.stringContaining(name) };
    expect((await stack.request('/api/v1/notifications/vapid-public-key')).body).toMatchObject(off);
    expect((await person.post(path, makeBrowser(service).subscription)).body).toMatchObject(off);
    expect(await subscriptionsOf(person.id)).toEqual([]);
  });
});

describe('a subscription', () => {
  test('as a browser gives it, with whatever else it carries, is stored for its person', async () => {
    const person = await stack.signUp();
    const { subscription } = makeBrowser(service);
    const { status, body } = await person.post(path, { ...subscription, contentEncoding: 'aes128gcm' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      endpoint: subscription.endpoint,
      created_at: expect.stringMatching(/Z$/),
    });
    expect(await subscriptionsOf(person.id)).toEqual([{ endpoint: subscription.endpoint, ...subscription.keys }]);
  });

  test('may have its keys in standard base64, as some libraries write them', async () => {
    const person = await stack.signUp();
    const { subscription } = makeBrowser(service);
    const { p256dh, auth } = subscription.keys;
    const standard = (key: string) => Buffer.from(key, 'base64url').toString('base64');
    const keys = { p256dh: standard(p256dh), auth: standard(auth) };
    expect((await person.post(path, { ...subscription, keys })).status).toBe(201);
    expect(await subscriptionsOf(person.id)).toEqual([{ endpoint: subscription.endpoint, p256dh, auth }]);
  });

  test('sent again is the same one, and once for its Idempotency-Key', async () => {
    const person = await stack.signUp();
    const { subscription } = makeBrowser(service);
    await person.post(path, subscription);
    const answers = await Promise.all(times(5, () => person.post(path, subscription, { 'Idempotency-Key': 's' })));
    // One may be told to come back while the first is still being stored.
    const taken = answers.filter(({ status }) => status === 201);
    expect(answers.filter(({ status }) => ![201, 409].includes(status))).toEqual([]);
    expect(taken.filter(({ headers }) => !headers.has('Idempotency-Replayed'))).toHaveLength(1);
    expect(await subscriptionsOf(person.id)).toHaveLength(1);
  });

  test('follows the browser to whoever signs in there', async () => {
    const [first, second] = await Promise.all([stack.signUp(), stack.signUp()]);
    const { subscription } = makeBrowser(service);
    await first.post(path, subscription);
    expect((await second.post(path, subscription)).status).toBe(201);
    expect(await subscriptionsOf(first.id)).toEqual([]);
    expect(await subscriptionsOf(second.id)).toHaveLength(1);
  });

  test('is one of twenty: the oldest goes', async () => {
    const person = await stack.signUp();
    const browsers = times(21, () => makeBrowser(service));
    for (const { subscription } of browsers) await person.post(path, subscription);
    const kept = await subscriptionsOf(person.id);
    expect(kept).toHaveLength(20);
    expect(kept).not.toContainEqual(expect.objectContaining({ endpoint: browsers[0]?.subscription.endpoint }));
  });

  test("is ended by its person alone, and ending it twice, or another's, changes nothing", async () => {
    const [owner, stranger] = await Promise.all([stack.signUp(), stack.signUp()]);
    const { subscription } = makeBrowser(service);
    await owner.post(path, subscription);
    expect((await unsubscribe(stranger.token, subscription)).status).toBe(204);
    expect(await subscriptionsOf(owner.id)).toHaveLength(1);
    expect((await unsubscribe(owner.token, subscription)).status).toBe(204);
    expect(await subscriptionsOf(owner.id)).toEqual([]);
    expect((await unsubscribe(owner.token, subscription)).status).toBe(204);
    expect((await unsubscribe(owner.token, {})).status).toBe(422);
  });

  test('is read by nobody else through the database', async () => {
    const [owner, stranger] = await Promise.all([stack.signUp(), stack.signUp()]);
    await owner.post(path, makeBrowser(service).subscription);
    const { url, publishableKey } = stack.supabase;
    const read = async (token: string) =>
      (
        await fetch(`${url}/rest/v1/push_subscriptions?select=endpoint`, {
          headers: { apikey: publishableKey, Authorization: `Bearer ${token}` },
        })
      ).json();
    expect(await read(owner.token)).toHaveLength(1);
    expect(await read(stranger.token)).toEqual([]);
  });
});

describe('messages go to push services alone', () => {
  test.each([
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://jmt17.google.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
    'https://web.push.apple.com/abc',
  ])('%s is one', async (endpoint) => {
    const person = await stack.signUp();
    expect((await person.post(path, { ...makeBrowser(service).subscription, endpoint })).status).toBe(201);
  });

  test.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://example.com/fcm.googleapis.com',
    'https://fcm.googleapis.com.example.com/',
    'https://evilfcm.googleapis.com/',
    'https://fcm.googleapis.com:8443/',
    'https://fcm.googleapis.com@127.0.0.1/',
    'https://user@fcm.googleapis.com/',
    'https://push.services.mozilla.com.evil.example/',
    'https://notify.windows.com.evil.example/',
    'https://fcm.googleapis.com@evil.example/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/',
    'file:///etc/passwd',
    'not a url',
  ])('%s is none', async (endpoint) => {
    const person = await stack.signUp();
    expect((await person.post(path, { ...makeBrowser(service).subscription, endpoint })).body).toMatchObject({
      status: 422,
      errors: [{ path: 'endpoint', message: 'is not an address of a known push service' }],
    });
  });

  test('and to those that PUSH_SERVICE_ORIGINS names, origin by origin, over https', async () => {
    const person = await stack.signUp();
    const subscribe = async (endpoint: string) =>
      (await person.post(path, { ...makeBrowser(service).subscription, endpoint })).status;
    process.env.PUSH_SERVICE_ORIGINS = 'https://push.example.org, https://127.0.0.1:8443, http://plain.example.org';
    expect(await subscribe('https://push.example.org/up/abc')).toBe(201);
    expect(await subscribe('https://127.0.0.1:8443/up/abc')).toBe(201);
    expect(await subscribe('https://127.0.0.1:8444/up/abc')).toBe(422);
    expect(await subscribe('https://a.push.example.org/up/abc')).toBe(422);
    expect(await subscribe('http://plain.example.org/up/abc')).toBe(422);
  });

  test.each([
    ['a key that is no point of the curve', { p256dh: `B${'A'.repeat(86)}` }, 'keys.p256dh'],
    ['a key that is too short', { p256dh: 'BAAA' }, 'keys.p256dh'],
    ['a secret that is too long', { auth: 'A'.repeat(44) }, 'keys.auth'],
  ])('%s is refused', async (_, wrong, where) => {
    const person = await stack.signUp();
    const { endpoint, keys } = makeBrowser(service).subscription;
    expect((await person.post(path, { endpoint, keys: { ...keys, ...wrong } })).body).toMatchObject({
      status: 422,
      errors: [{ path: where }],
    });
  });
});
