import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { signedIn } from '../inngest/signed-in.ts';
import { readCalendar } from '../lib/calendar/feed.ts';
import { FeedQuery } from '../lib/calendar/schema.ts';
import { createApp } from '../lib/http/app.ts';
import { assertOwnUserId } from '../lib/http/auth.ts';
import { body, creationProblems, page, problems, reply } from '../lib/http/contract.ts';
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
import { createTask, deleteTask, findSlots, getTask, listTasks, previewTask, updateTask } from '../lib/tasks/store.ts';

const tags = ['Tasks'];
const params = z.object({ id: TaskId });

const app = createApp();

app.openapi(
  signedIn({
    method: 'post',
    path: '/tasks',
    operationId: 'createTask',
    summary: 'Add a task, one-off or repeating',
    tags,
    request: { body: body(TaskInput) },
    answers: { 201: reply(Task, 'The task. A repeating one is at its first occurrence.') },
    refuses: [...creationProblems, 'forbidden'],
  }),
  async (c) => {
    const { user_id, ...input } = c.req.valid('json');
    assertOwnUserId(c.var.caller, user_id);
    return c.json(await createTask(c.var.caller, input), 201);
  },
);

app.openapi(
  signedIn({
    method: 'post',
    path: '/tasks/preview',
    operationId: 'previewTask',
    summary: 'Preview what a line of words would make, saving nothing',
    tags,
    request: { body: body(TaskLineInput) },
    answers: {
      200: reply(
        TaskPreview,
        'The task that the words say, the words of each field, and a question where they are unclear.',
      ),
    },
  }),
  async (c) => c.json(await previewTask(c.var.caller, c.req.valid('json').text), 200),
);

app.openapi(
  signedIn({
    method: 'get',
    path: '/tasks',
    operationId: 'listTasks',
    summary: 'List your tasks by day and time, repeating ones expanded into their occurrences',
    tags,
    request: { query: TaskQuery },
    answers: { 200: page(Task, 'A page of tasks; without a range those of today and the six days after it.') },
    refuses: ['forbidden'],
  }),
  async (c) => {
    const { user_id, ...filter } = c.req.valid('query');
    assertOwnUserId(c.var.caller, user_id);
    const { tasks, next } = await listTasks(c.var.caller, filter);
    if (next) c.header('Link', linkAfter(c.req.url, next));
    return c.json(tasks, 200);
  },
);

app.openapi(
  signedIn({
    method: 'get',
    path: '/tasks/{id}',
    operationId: 'getTask',
    summary: 'Read one task, or one occurrence of a repeating task',
    tags,
    request: { params },
    answers: { 200: reply(Task, 'The task.') },
    refuses: ['not_found'],
  }),
  async (c) => c.json(await getTask(c.var.caller, c.req.valid('param').id), 200),
);

app.openapi(
  signedIn({
    method: 'patch',
    path: '/tasks/{id}',
    operationId: 'updateTask',
    summary: 'Complete, miss, cancel, move or edit a task',
    tags,
    request: { params, body: body(TaskChange) },
    answers: { 200: reply(Task, 'The task as it is now; with scope "series" the series.') },
    refuses: ['not_found', 'conflict'],
  }),
  async (c) => {
    return c.json(await updateTask(c.var.caller, c.req.valid('param').id, c.req.valid('json')), 200);
  },
);

app.openapi(
  signedIn({
    method: 'delete',
    path: '/tasks/{id}',
    operationId: 'deleteTask',
    summary: 'Delete a task, a whole series, or one occurrence',
    tags,
    request: { params },
    answers: { 204: { description: 'It is gone.' } },
    refuses: ['not_found'],
  }),
  async (c) => {
    await deleteTask(c.var.caller, c.req.valid('param').id);
    return c.body(null, 204);
  },
);

app.openapi(
  signedIn({
    method: 'get',
    path: '/tasks/{id}/slots',
    operationId: 'findSlots',
    summary: 'Suggest up to three new times that fit',
    tags,
    request: { params },
    answers: {
      200: reply(z.array(Slot), 'New times within the next two weeks, the soonest first; none for a finished task.'),
    },
    refuses: ['not_found'],
  }),
  async (c) => c.json(await findSlots(c.var.caller, c.req.valid('param').id), 200),
);

app.openapi(
  createRoute({
    method: 'get',
    path: '/tasks.ics',
    operationId: 'readCalendar',
    summary: 'Read the calendar that programs subscribe to, by the token in its address',
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
  }),
  async (c) =>
    c.body(await readCalendar(c.req.valid('query').token), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="flux.ics"',
      'Cache-Control': 'private, max-age=300',
    }),
);

export default app;
