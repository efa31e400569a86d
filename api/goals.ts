import { createRoute, z } from '@hono/zod-openapi';
import { afterAnswer } from '../inngest/outbox.ts';
import {
  Goal,
  GoalChanges,
  GoalInput,
  GoalStatus,
  PlanAnswers,
  PlanWishes,
  ProposalDecision,
} from '../lib/goals/schema.ts';
import {
  answerGoal,
  changeGoal,
  createGoal,
  decideProposal,
  deleteGoal,
  getGoal,
  listGoals,
  planGoal,
} from '../lib/goals/store.ts';
import { createApp } from '../lib/http/app.ts';
import { caller, ownUserId } from '../lib/http/auth.ts';
import { bearerSecurity, body, creating, problems, reply, signedIn, withBody } from '../lib/http/contract.ts';
import { nextLink, pageQuery } from '../lib/http/paging.ts';

const tags = ['Goals'];

const create = createRoute({
  method: 'post',
  path: '/goals',
  operationId: 'createGoal',
  summary: 'State a goal; its plan follows',
  tags,
  security: bearerSecurity,
  middleware: [caller, afterAnswer] as const,
  request: { body: body(GoalInput) },
  responses: {
    201: reply(Goal, 'The goal. Its plan follows within seconds to minutes: watch plan_status.'),
    ...problems(...signedIn, ...withBody, ...creating, 'forbidden'),
  },
});

const list = createRoute({
  method: 'get',
  path: '/goals',
  operationId: 'listGoals',
  summary: 'Your goals, newest first',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  request: {
    query: z.object({ user_id: z.guid().optional(), status: GoalStatus.optional(), ...pageQuery }),
  },
  responses: {
    200: {
      ...reply(z.array(Goal), 'A page of goals.'),
      headers: z.object({ Link: z.string().optional().meta({ description: 'rel="next" while there is more' }) }),
    },
    ...problems(...signedIn, 'invalid', 'forbidden'),
  },
});

const get = createRoute({
  method: 'get',
  path: '/goals/{id}',
  operationId: 'getGoal',
  summary: 'One goal with its plan and progress',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  request: { params: z.object({ id: z.guid() }) },
  responses: { 200: reply(Goal, 'The goal.'), ...problems(...signedIn, 'invalid', 'not_found') },
});

const change = createRoute({
  method: 'patch',
  path: '/goals/{id}',
  operationId: 'changeGoal',
  summary: 'Change a goal; a new target date plans it again',
  tags,
  security: bearerSecurity,
  middleware: [caller, afterAnswer] as const,
  request: { params: z.object({ id: z.guid() }), body: body(GoalChanges) },
  responses: {
    200: reply(Goal, 'The goal. plan_status is pending where it is planned again.'),
    ...problems(...signedIn, ...withBody, ...creating, 'not_found', 'conflict'),
  },
});

const plan = createRoute({
  method: 'post',
  path: '/goals/{id}/plan',
  operationId: 'planGoal',
  summary: 'Plan a goal again from today, keeping what is done',
  tags,
  security: bearerSecurity,
  middleware: [caller, afterAnswer] as const,
  request: { params: z.object({ id: z.guid() }), body: body(PlanWishes) },
  responses: {
    202: reply(Goal, 'The goal with the plan it has; the new one follows: watch plan_status.'),
    ...problems(...signedIn, ...withBody, ...creating, 'not_found', 'conflict'),
  },
});

const answer = createRoute({
  method: 'post',
  path: '/goals/{id}/answers',
  operationId: 'answerGoal',
  summary: "Answer the questions of a goal's plan; it is planned again with them",
  tags,
  security: bearerSecurity,
  middleware: [caller, afterAnswer] as const,
  request: { params: z.object({ id: z.guid() }), body: body(PlanAnswers) },
  responses: {
    202: reply(Goal, 'The goal with the plan it has; the new one follows: watch plan_status.'),
    ...problems(...signedIn, ...withBody, ...creating, 'not_found', 'conflict'),
  },
});

const decide = createRoute({
  method: 'post',
  path: '/goals/{id}/proposal',
  operationId: 'decideProposal',
  summary: "Take or leave the proposed change of a goal's plan",
  tags,
  security: bearerSecurity,
  middleware: [caller, afterAnswer] as const,
  request: { params: z.object({ id: z.guid() }), body: body(ProposalDecision) },
  responses: {
    200: reply(Goal, 'The goal. Where the proposal was taken it is planned again: watch plan_status.'),
    ...problems(...signedIn, ...withBody, ...creating, 'not_found', 'conflict'),
  },
});

const remove = createRoute({
  method: 'delete',
  path: '/goals/{id}',
  operationId: 'deleteGoal',
  summary: 'Delete a goal with its tasks',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  request: { params: z.object({ id: z.guid() }) },
  responses: { 204: { description: 'It is gone.' }, ...problems(...signedIn, 'invalid', 'not_found') },
});

export default createApp()
  .openapi(create, async (c) => {
    const { user_id, ...input } = c.req.valid('json');
    ownUserId(c.var.caller, user_id);
    return c.json(await createGoal(c.var.caller, input), 201);
  })
  .openapi(list, async (c) => {
    const { user_id, ...filter } = c.req.valid('query');
    ownUserId(c.var.caller, user_id);
    const { goals, next } = await listGoals(c.var.caller, filter);
    if (next) c.header('Link', nextLink(c.req.url, next));
    return c.json(goals, 200);
  })
  .openapi(get, async (c) => c.json(await getGoal(c.var.caller, c.req.valid('param').id), 200))
  .openapi(change, async (c) =>
    c.json(await changeGoal(c.var.caller, c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(plan, async (c) => c.json(await planGoal(c.var.caller, c.req.valid('param').id, c.req.valid('json')), 202))
  .openapi(answer, async (c) =>
    c.json(await answerGoal(c.var.caller, c.req.valid('param').id, c.req.valid('json')), 202),
  )
  .openapi(decide, async (c) =>
    c.json(await decideProposal(c.var.caller, c.req.valid('param').id, c.req.valid('json').accept), 200),
  )
  .openapi(remove, async (c) => {
    await deleteGoal(c.var.caller, c.req.valid('param').id);
    return c.body(null, 204);
  });
