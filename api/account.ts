import { createRoute, z } from '@hono/zod-openapi';
import { afterAnswer } from '../inngest/outbox.ts';
import { exportAccount } from '../lib/account/export.ts';
import { getInsights, Insights } from '../lib/account/insights.ts';
import { Account, AccountChanges, UsageRange } from '../lib/account/schema.ts';
import { changeAccount, deleteAccount, getAccount, getUsage } from '../lib/account/store.ts';
import { CalendarLink } from '../lib/calendar/schema.ts';
import { openCalendar, revokeCalendar } from '../lib/calendar/store.ts';
import { createApp } from '../lib/http/app.ts';
import { caller } from '../lib/http/auth.ts';
import { bearerSecurity, body, creating, problems, reply, signedIn, withBody } from '../lib/http/contract.ts';
import { Memory, MemoryInput } from '../lib/memory/schema.ts';
import { changeMemory, createMemory, deleteMemory, listMemories } from '../lib/memory/store.ts';
import { UsageDay } from '../lib/usage/store.ts';

const tags = ['Account'];

const get = createRoute({
  method: 'get',
  path: '/account',
  operationId: 'getAccount',
  summary: 'Your profile and settings',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  responses: { 200: reply(Account, 'The account.'), ...problems(...signedIn) },
});

const change = createRoute({
  method: 'patch',
  path: '/account',
  operationId: 'changeAccount',
  summary: 'Change your settings; plans that exist stay as they are',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  request: { body: body(AccountChanges) },
  responses: { 200: reply(Account, 'The account as it is now.'), ...problems(...signedIn, ...withBody) },
});

const remove = createRoute({
  method: 'delete',
  path: '/account',
  operationId: 'deleteAccount',
  summary: 'Erase your account and everything that is yours, for good',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  responses: { 204: { description: 'Everything is gone.' }, ...problems(...signedIn) },
});

/** Not typed further: a new table is in the export by being there, and it leaves as a stream. */
const Export = z
  .record(z.string(), z.unknown())
  .meta({ example: { exported_at: '2026-11-22T10:00:00.000Z', goals: [] } });

const exportAll = createRoute({
  method: 'get',
  path: '/account/export',
  operationId: 'exportAccount',
  summary: 'Everything that is yours, as one JSON file',
  tags,
  security: bearerSecurity,
  responses: {
    200: {
      ...reply(Export, 'The file, streamed: the account, its usage by day, and a list of rows for each table.'),
      headers: z.object({ 'Content-Disposition': z.string() }),
    },
    ...problems(...signedIn),
  },
});

const usage = createRoute({
  method: 'get',
  path: '/account/usage',
  operationId: 'getUsage',
  summary: 'What you used and what it cost, by day',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  request: { query: UsageRange },
  responses: {
    200: reply(z.array(UsageDay), 'The days of your timezone, oldest first; those without any use are left out.'),
    ...problems(...signedIn, 'invalid'),
  },
});

const insights = createRoute({
  method: 'get',
  path: '/account/insights',
  operationId: 'getInsights',
  summary: 'What you did and missed in the last twelve weeks, and what works for you',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  responses: { 200: reply(Insights, 'By week, weekday, part of the day and goal.'), ...problems(...signedIn) },
});

const openFeed = createRoute({
  method: 'post',
  path: '/account/calendar',
  operationId: 'openCalendar',
  summary: 'A secret address at which calendar programs read your tasks; one before it ends',
  tags: ['Calendar'],
  security: bearerSecurity,
  middleware: [caller, afterAnswer] as const,
  responses: {
    201: reply(CalendarLink, 'The address.'),
    ...problems(...signedIn, ...creating),
  },
});

const revokeFeed = createRoute({
  method: 'delete',
  path: '/account/calendar',
  operationId: 'revokeCalendar',
  summary: 'End the address at which calendar programs read your tasks',
  tags: ['Calendar'],
  security: bearerSecurity,
  middleware: [caller] as const,
  responses: { 204: { description: 'It leads nowhere now.' }, ...problems(...signedIn) },
});

const readMemories = createRoute({
  method: 'get',
  path: '/account/memories',
  operationId: 'listMemories',
  summary: 'What the assistant remembers about you, newest first',
  tags: ['Memory'],
  security: bearerSecurity,
  middleware: [caller] as const,
  responses: { 200: reply(z.array(Memory), 'All of it: 200 at most.'), ...problems(...signedIn) },
});

const addMemory = createRoute({
  method: 'post',
  path: '/account/memories',
  operationId: 'createMemory',
  summary: 'Have the assistant remember a fact; an older one about the same is replaced',
  tags: ['Memory'],
  security: bearerSecurity,
  middleware: [caller, afterAnswer] as const,
  request: { body: body(MemoryInput) },
  responses: {
    201: reply(Memory, 'The memory.'),
    ...problems(...signedIn, ...withBody, ...creating, 'conflict'),
  },
});

const editMemory = createRoute({
  method: 'patch',
  path: '/account/memories/{id}',
  operationId: 'changeMemory',
  summary: 'Correct what the assistant remembers',
  tags: ['Memory'],
  security: bearerSecurity,
  middleware: [caller, afterAnswer] as const,
  request: { params: z.object({ id: z.guid() }), body: body(MemoryInput) },
  responses: {
    200: reply(Memory, 'The memory as it is now.'),
    ...problems(...signedIn, ...withBody, 'not_found', 'rate_limited'),
  },
});

const removeMemory = createRoute({
  method: 'delete',
  path: '/account/memories/{id}',
  operationId: 'deleteMemory',
  summary: 'Have the assistant forget something',
  tags: ['Memory'],
  security: bearerSecurity,
  middleware: [caller, afterAnswer] as const,
  request: { params: z.object({ id: z.guid() }) },
  responses: {
    204: { description: 'It is forgotten.' },
    ...problems(...signedIn, 'invalid', 'not_found', 'rate_limited'),
  },
});

const app = createApp()
  .openapi(get, async (c) => c.json(await getAccount(c.var.caller), 200))
  .openapi(change, async (c) => c.json(await changeAccount(c.var.caller, c.req.valid('json')), 200))
  .openapi(remove, async (c) => {
    await deleteAccount(c.var.caller);
    return c.body(null, 204);
  })
  .openapi(insights, async (c) => c.json(await getInsights(c.var.caller), 200))
  .openapi(openFeed, async (c) => c.json(await openCalendar(c.var.caller, c.req.url), 201))
  .openapi(revokeFeed, async (c) => {
    await revokeCalendar(c.var.caller);
    return c.body(null, 204);
  })
  .openapi(readMemories, async (c) => c.json(await listMemories(c.var.caller), 200))
  .openapi(addMemory, async (c) => c.json(await createMemory(c.var.caller, c.req.valid('json')), 201))
  .openapi(editMemory, async (c) =>
    c.json(await changeMemory(c.var.caller, c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(removeMemory, async (c) => {
    await deleteMemory(c.var.caller, c.req.valid('param').id);
    return c.body(null, 204);
  })
  .openapi(usage, async (c) => c.json(await getUsage(c.var.caller, c.req.valid('query')), 200));

// Registered apart: the types of a JSON route take no stream.
app.openAPIRegistry.registerPath(exportAll);
app.get(exportAll.path, caller, async (c) =>
  c.body(await exportAccount(c.var.caller), 200, {
    'Content-Type': 'application/json',
    'Content-Disposition': 'attachment; filename="flux-export.json"',
  }),
);

export default app;
