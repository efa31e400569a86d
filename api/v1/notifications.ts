import { createRoute } from '@hono/zod-openapi';
import { signedIn } from '../../inngest/signed-in.ts';
import { vapidConfig } from '../../lib/config.ts';
import { createApp } from '../../lib/http/app.ts';
import { body, creationProblems, problems, reply } from '../../lib/http/contract.ts';
import { Subscription, SubscriptionEnd, SubscriptionInput, VapidPublicKey } from '../../lib/notifications/schema.ts';
import { addSubscription, removeSubscription } from '../../lib/notifications/subscriptions.ts';

const tags = ['Notifications'];

const app = createApp();

app.openapi(
  signedIn({
    method: 'post',
    path: '/api/v1/notifications/subscriptions',
    operationId: 'addPushSubscription',
    summary: 'Be reminded of tasks in this browser',
    tags,
    request: { body: body(SubscriptionInput) },
    answers: { 201: reply(Subscription, 'Reminders of tasks with a time of day come here from now on.') },
    refuses: [...creationProblems],
  }),
  async (c) => c.json(await addSubscription(c.var.caller, c.req.valid('json')), 201),
);

app.openapi(
  signedIn({
    method: 'delete',
    path: '/api/v1/notifications/subscriptions',
    operationId: 'removePushSubscription',
    summary: 'Be reminded in this browser no more',
    tags,
    request: { body: body(SubscriptionEnd) },
    answers: { 204: { description: 'It is gone, also if it was before.' } },
  }),
  async (c) => {
    await removeSubscription(c.var.caller, c.req.valid('json').endpoint);
    return c.body(null, 204);
  },
);

app.openapi(
  createRoute({
    method: 'get',
    path: '/api/v1/notifications/vapid-public-key',
    operationId: 'getVapidPublicKey',
    summary: 'Read the key that browsers subscribe with',
    tags,
    security: [],
    responses: { 200: reply(VapidPublicKey, 'The key.'), ...problems('internal', 'not_configured') },
  }),
  (c) => c.json({ public_key: vapidConfig().publicKey }, 200),
);

export default app;
