import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { afterAnswer } from '../inngest/outbox.ts';
import { readCalendar } from '../lib/calendar/feed.ts';
import { FeedQuery } from '../lib/calendar/schema.ts';
import { createApp } from '../lib/http/app.ts';
import { caller, ownUserId } from '../lib/http/auth.ts';
import { bearerSecurity, body, creating, problems, reply, signedIn, withBody } from '../lib/http/contract.ts';
import { linkAfter } from '../lib/http/paging.ts';
import {
  Slot,
  Task,
  TaskChange,
  TaskId,
  TaskInput,
  TaskLineInput,
  TaskPreview,
  TaskQuery,
} from '../lib/tasks/schema.ts';
import { acceptTask, deleteTask, findSlots, getTask, listTasks, previewTask, updateTask } from '../lib/tasks/store.ts';

const tags = ['Tasks'];
const params = z.object({ id: TaskId });

const create = createRoute({
  method: 'post',
  path: '/tasks',
  operationId: 'createTask',
  summary: 'Add a task, one-off or repeating',
  tags,
  security: bearerSecurity,
  middleware: [caller, afterAnswer] as const,
  request: { body: body(TaskInput) },
  responses: {
    201: reply(Task, 'The task. A repeating one is at its first occurrence.'),
    ...problems(...signedIn, ...withBody, ...creating, 'forbidden'),
  },
});

const preview = createRoute({
  method: 'post',
  path: '/tasks/preview',
  operationId: 'previewTask',
  summary: 'What a line of words would make, saving nothing',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  request: { body: body(TaskLineInput) },
  responses: {
    200: reply(
      TaskPreview,
      'The task that the words say, the words of each field, and a question where they are unclear.',
    ),
    ...problems(...signedIn, ...withBody),
  },
});

const list = createRoute({
  method: 'get',
  path: '/tasks',
  operationId: 'listTasks',
  summary: 'Your tasks by day and time, repeating ones expanded into their occurrences',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  request: { query: TaskQuery },
  responses: {
    200: {
      ...reply(z.array(Task), 'A page of tasks; without a range those of today and the six days after it.'),
      headers: z.object({ Link: z.string().optional().meta({ description: 'rel="next" while there is more' }) }),
    },
    ...problems(...signedIn, 'invalid', 'forbidden'),
  },
});

const get = createRoute({
  method: 'get',
  path: '/tasks/{id}',
  operationId: 'getTask',
  summary: 'One task, or one occurrence of a repeating task',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  request: { params },
  responses: { 200: reply(Task, 'The task.'), ...problems(...signedIn, 'invalid', 'not_found') },
});

const update = createRoute({
  method: 'patch',
  path: '/tasks/{id}',
  operationId: 'updateTask',
  summary: 'Complete, miss, cancel, move or edit a task',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  request: { params, body: body(TaskChange) },
  responses: {
    200: reply(Task, 'The task as it is now; with scope "series" the series.'),
    ...problems(...signedIn, ...withBody, 'not_found', 'conflict'),
  },
});

const remove = createRoute({
  method: 'delete',
  path: '/tasks/{id}',
  operationId: 'deleteTask',
  summary: 'Delete a task, a whole series, or one occurrence',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  request: { params },
  responses: { 204: { description: 'It is gone.' }, ...problems(...signedIn, 'invalid', 'not_found') },
});

const slots = createRoute({
  method: 'get',
  path: '/tasks/{id}/slots',
  operationId: 'findSlots',
  summary: 'Up to three new times that fit',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  request: { params },
  responses: {
    200: reply(z.array(Slot), 'New times within the next two weeks, the soonest first; none for a finished task.'),
    ...problems(...signedIn, 'invalid', 'not_found'),
  },
});

const feed = createRoute({
  method: 'get',
  path: '/tasks.ics',
  operationId: 'readCalendar',
  summary: 'A calendar that programs subscribe to, by the token in its address',
  tags: ['Calendar'],
  security: [],
  middleware: [etag()] as const,
  request: { query: FeedQuery },
  responses: {
    200: {
      description: 'The tasks of the last 30 days and the next year, as iCalendar.',
      content: { 'text/calendar': { schema: z.string() } },
    },
    ...problems('invalid', 'not_found', 'rate_limited', 'internal', 'not_configured', 'unavailable', 'timeout'),
  },
});

export default createApp()
  .openapi(create, async (c) => {
    const { user_id, ...input } = c.req.valid('json');
    ownUserId(c.var.caller, user_id);
    return c.json(await acceptTask(c.var.caller, input), 201);
  })
  .openapi(preview, async (c) => c.json(await previewTask(c.var.caller, c.req.valid('json').text), 200))
  .openapi(list, async (c) => {
    const { user_id, ...filter } = c.req.valid('query');
    ownUserId(c.var.caller, user_id);
    const { tasks, next } = await listTasks(c.var.caller, filter);
    if (next) c.header('Link', linkAfter(c.req.url, next));
    return c.json(tasks, 200);
  })
  .openapi(get, async (c) => c.json(await getTask(c.var.caller, c.req.valid('param').id), 200))
  .openapi(update, async (c) => {
    return c.json(await updateTask(c.var.caller, c.req.valid('param').id, c.req.valid('json')), 200);
  })
  .openapi(remove, async (c) => {
    await deleteTask(c.var.caller, c.req.valid('param').id);
    return c.body(null, 204);
  })
  .openapi(slots, async (c) => c.json(await findSlots(c.var.caller, c.req.valid('param').id), 200))
  .openapi(feed, async (c) =>
    c.body(await readCalendar(c.req.valid('query').token), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="flux.ics"',
      'Cache-Control': 'private, max-age=300',
    }),
  );
