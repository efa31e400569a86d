import { z } from '@hono/zod-openapi';
import { signedIn } from '../inngest/signed-in.ts';
import { exportAccount } from '../lib/account/export.ts';
import { getInsights, Insights } from '../lib/account/insights.ts';
import { Account, AccountChanges, UsageRange } from '../lib/account/schema.ts';
import { changeAccount, deleteAccount, getAccount, getUsage } from '../lib/account/store.ts';
import { CalendarLink } from '../lib/calendar/schema.ts';
import { openCalendar, revokeCalendar } from '../lib/calendar/store.ts';
import { createApp } from '../lib/http/app.ts';
import { body, creationProblems, reply } from '../lib/http/contract.ts';
import { Memory, MemoryInput } from '../lib/memory/schema.ts';
import { changeMemory, createMemory, deleteMemory, listMemories } from '../lib/memory/store.ts';
import { UsageDay } from '../lib/usage/store.ts';

const tags = ['Account'];

const app = createApp();

app.openapi(
  signedIn({
    method: 'get',
    path: '/account',
    operationId: 'getAccount',
    summary: 'Read your profile and settings',
    tags,
    answers: { 200: reply(Account, 'The account.') },
  }),
  async (c) => c.json(await getAccount(c.var.caller), 200),
);

app.openapi(
  signedIn({
    method: 'patch',
    path: '/account',
    operationId: 'changeAccount',
    summary: 'Change your settings; plans that exist stay as they are',
    tags,
    request: { body: body(AccountChanges) },
    answers: { 200: reply(Account, 'The account as it is now.') },
  }),
  async (c) => c.json(await changeAccount(c.var.caller, c.req.valid('json')), 200),
);

app.openapi(
  signedIn({
    method: 'delete',
    path: '/account',
    operationId: 'deleteAccount',
    summary: 'Erase your account and everything that is yours, for good',
    tags,
    answers: { 204: { description: 'Everything is gone.' } },
  }),
  async (c) => {
    await deleteAccount(c.var.caller);
    return c.body(null, 204);
  },
);

app.openapi(
  signedIn({
    method: 'get',
    path: '/account/insights',
    operationId: 'getInsights',
    summary: 'Show what you did and missed in the last twelve weeks, and what works for you',
    tags,
    answers: { 200: reply(Insights, 'By week, weekday, part of the day and goal.') },
  }),
  async (c) => c.json(await getInsights(c.var.caller), 200),
);

app.openapi(
  signedIn({
    method: 'post',
    path: '/account/calendar',
    operationId: 'openCalendar',
    summary: 'Make a secret address at which calendar programs read your tasks; the one before it ends',
    tags: ['Calendar'],
    answers: { 201: reply(CalendarLink, 'The address.') },
    refuses: creationProblems,
  }),
  async (c) => c.json(await openCalendar(c.var.caller, c.req.url), 201),
);

app.openapi(
  signedIn({
    method: 'delete',
    path: '/account/calendar',
    operationId: 'revokeCalendar',
    summary: 'End the address at which calendar programs read your tasks',
    tags: ['Calendar'],
    answers: { 204: { description: 'The address of the calendar no longer works.' } },
  }),
  async (c) => {
    await revokeCalendar(c.var.caller);
    return c.body(null, 204);
  },
);

app.openapi(
  signedIn({
    method: 'get',
    path: '/account/memories',
    operationId: 'listMemories',
    summary: 'List what the assistant remembers about you, newest first',
    tags: ['Memory'],
    answers: { 200: reply(z.array(Memory), 'All of it: 200 at most.') },
  }),
  async (c) => c.json(await listMemories(c.var.caller), 200),
);

app.openapi(
  signedIn({
    method: 'post',
    path: '/account/memories',
    operationId: 'createMemory',
    summary: 'Have the assistant remember a fact; an older one about the same is replaced',
    tags: ['Memory'],
    request: { body: body(MemoryInput) },
    answers: { 201: reply(Memory, 'The memory.') },
    refuses: [...creationProblems, 'conflict'],
  }),
  async (c) => c.json(await createMemory(c.var.caller, c.req.valid('json')), 201),
);

app.openapi(
  signedIn({
    method: 'patch',
    path: '/account/memories/{id}',
    operationId: 'changeMemory',
    summary: 'Correct what the assistant remembers',
    tags: ['Memory'],
    request: { params: z.object({ id: z.guid() }), body: body(MemoryInput) },
    answers: { 200: reply(Memory, 'The memory as it is now.') },
    refuses: ['not_found'],
  }),
  async (c) => c.json(await changeMemory(c.var.caller, c.req.valid('param').id, c.req.valid('json')), 200),
);

app.openapi(
  signedIn({
    method: 'delete',
    path: '/account/memories/{id}',
    operationId: 'deleteMemory',
    summary: 'Have the assistant forget something',
    tags: ['Memory'],
    request: { params: z.object({ id: z.guid() }) },
    answers: { 204: { description: 'It is forgotten.' } },
    refuses: ['not_found'],
  }),
  async (c) => {
    await deleteMemory(c.var.caller, c.req.valid('param').id);
    return c.body(null, 204);
  },
);

app.openapi(
  signedIn({
    method: 'get',
    path: '/account/usage',
    operationId: 'getUsage',
    summary: 'Show what you used and what it cost, by day',
    tags,
    request: { query: UsageRange },
    answers: {
      200: reply(z.array(UsageDay), 'The days of your timezone, oldest first; those without any use are left out.'),
    },
  }),
  async (c) => c.json(await getUsage(c.var.caller, c.req.valid('query')), 200),
);

/** Not typed further: a new table is in the export by being there, and it leaves as a stream. */
const Export = z
  .record(z.string(), z.unknown())
  .meta({ example: { exported_at: '2026-11-22T10:00:00.000Z', goals: [] } });

// Registered apart: the types of a JSON route take no stream.
const { middleware, ...exportAll } = signedIn({
  method: 'get',
  path: '/account/export',
  operationId: 'exportAccount',
  summary: 'Export everything that is yours, as one JSON file',
  tags,
  answers: {
    200: {
      ...reply(Export, 'The file, streamed: the account, its usage by day, and a list of rows for each table.'),
      headers: z.object({ 'Content-Disposition': z.string() }),
    },
  },
});
app.openAPIRegistry.registerPath(exportAll);
app.get(exportAll.path, ...middleware, async (c) =>
  c.body(await exportAccount(c.var.caller), 200, {
    'Content-Type': 'application/json',
    'Content-Disposition': 'attachment; filename="flux-export.json"',
  }),
);

export default app;
