import { createRoute } from '@hono/zod-openapi';
import { afterAnswer } from '../../inngest/outbox.ts';
import { vapidConfig } from '../../lib/config.ts';
import { createApp } from '../../lib/http/app.ts';
import { caller } from '../../lib/http/auth.ts';
import { bearerSecurity, body, creating, problems, reply, signedIn, withBody } from '../../lib/http/contract.ts';
import { Subscription, SubscriptionEnd, SubscriptionInput, VapidPublicKey } from '../../lib/notifications/schema.ts';
import { addSubscription, removeSubscription } from '../../lib/notifications/subscriptions.ts';

const tags = ['Notifications'];

const subscribe = createRoute({
  method: 'post',
  path: '/api/v1/notifications/subscriptions',
  operationId: 'addPushSubscription',
  summary: 'Be reminded of tasks in this browser',
  tags,
  security: bearerSecurity,
  middleware: [caller, afterAnswer] as const,
  request: { body: body(SubscriptionInput) },
  responses: {
    201: reply(Subscription, 'Reminders of tasks with a time of day come here from now on.'),
    ...problems(...signedIn, ...withBody, ...creating),
  },
});

const unsubscribe = createRoute({
  method: 'delete',
  path: '/api/v1/notifications/subscriptions',
  operationId: 'removePushSubscription',
  summary: 'Be reminded in this browser no more',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  request: { body: body(SubscriptionEnd) },
  responses: {
    204: { description: 'It is gone, also if it was before.' },
    ...problems(...signedIn, ...withBody),
  },
});

const publicKey = createRoute({
  method: 'get',
  path: '/api/v1/notifications/vapid-public-key',
  operationId: 'getVapidPublicKey',
  summary: 'The key that browsers subscribe with',
  tags,
  security: [],
  responses: { 200: reply(VapidPublicKey, 'The key.'), ...problems('internal', 'not_configured') },
});

export default createApp()
  .openapi(subscribe, async (c) => c.json(await addSubscription(c.var.caller, c.req.valid('json')), 201))
  .openapi(unsubscribe, async (c) => {
    await removeSubscription(c.var.caller, c.req.valid('json').endpoint);
    return c.body(null, 204);
  })
  .openapi(publicKey, (c) => c.json({ public_key: vapidConfig().publicKey }, 200));
