import { z } from '@hono/zod-openapi';
import { signedIn } from '../inngest/signed-in.ts';
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
import { assertOwnUserId } from '../lib/http/auth.ts';
import { body, creationProblems, page, reply } from '../lib/http/contract.ts';
import { nextLink, pageQuery } from '../lib/http/paging.ts';

const tags = ['Goals'];

const app = createApp();

app.openapi(
  signedIn({
    method: 'post',
    path: '/goals',
    operationId: 'createGoal',
    summary: 'State a goal; its plan follows',
    tags,
    request: { body: body(GoalInput) },
    answers: { 201: reply(Goal, 'The goal. Its plan follows within seconds to minutes: watch plan_status.') },
    refuses: [...creationProblems, 'forbidden'],
  }),
  async (c) => {
    const { user_id, ...input } = c.req.valid('json');
    assertOwnUserId(c.var.caller, user_id);
    return c.json(await createGoal(c.var.caller, input), 201);
  },
);

app.openapi(
  signedIn({
    method: 'get',
    path: '/goals',
    operationId: 'listGoals',
    summary: 'List your goals, newest first',
    tags,
    request: { query: z.object({ user_id: z.guid().optional(), status: GoalStatus.optional(), ...pageQuery }) },
    answers: { 200: page(Goal, 'A page of goals.') },
    refuses: ['forbidden'],
  }),
  async (c) => {
    const { user_id, ...filter } = c.req.valid('query');
    assertOwnUserId(c.var.caller, user_id);
    const { goals, next } = await listGoals(c.var.caller, filter);
    if (next) c.header('Link', nextLink(c.req.url, next));
    return c.json(goals, 200);
  },
);

app.openapi(
  signedIn({
    method: 'get',
    path: '/goals/{id}',
    operationId: 'getGoal',
    summary: 'Read one goal with its plan and progress',
    tags,
    request: { params: z.object({ id: z.guid() }) },
    answers: { 200: reply(Goal, 'The goal.') },
    refuses: ['not_found'],
  }),
  async (c) => c.json(await getGoal(c.var.caller, c.req.valid('param').id), 200),
);

app.openapi(
  signedIn({
    method: 'patch',
    path: '/goals/{id}',
    operationId: 'changeGoal',
    summary: 'Change a goal; a new target date plans it again',
    tags,
    request: { params: z.object({ id: z.guid() }), body: body(GoalChanges) },
    answers: { 200: reply(Goal, 'The goal. plan_status is pending where it is planned again.') },
    refuses: [...creationProblems, 'not_found', 'conflict'],
  }),
  async (c) => c.json(await changeGoal(c.var.caller, c.req.valid('param').id, c.req.valid('json')), 200),
);

app.openapi(
  signedIn({
    method: 'post',
    path: '/goals/{id}/plan',
    operationId: 'planGoal',
    summary: 'Plan a goal again from today, keeping what is done',
    tags,
    request: { params: z.object({ id: z.guid() }), body: body(PlanWishes) },
    answers: { 202: reply(Goal, 'The goal with the plan it has; the new one follows: watch plan_status.') },
    refuses: [...creationProblems, 'not_found', 'conflict'],
  }),
  async (c) => c.json(await planGoal(c.var.caller, c.req.valid('param').id, c.req.valid('json')), 202),
);

app.openapi(
  signedIn({
    method: 'post',
    path: '/goals/{id}/answers',
    operationId: 'answerGoal',
    summary: "Answer the questions of a goal's plan; it is planned again with them",
    tags,
    request: { params: z.object({ id: z.guid() }), body: body(PlanAnswers) },
    answers: { 202: reply(Goal, 'The goal with the plan it has; the new one follows: watch plan_status.') },
    refuses: [...creationProblems, 'not_found', 'conflict'],
  }),
  async (c) => c.json(await answerGoal(c.var.caller, c.req.valid('param').id, c.req.valid('json')), 202),
);

app.openapi(
  signedIn({
    method: 'post',
    path: '/goals/{id}/proposal',
    operationId: 'decideProposal',
    summary: "Take or leave the proposed change of a goal's plan",
    tags,
    request: { params: z.object({ id: z.guid() }), body: body(ProposalDecision) },
    answers: { 200: reply(Goal, 'The goal. Where the proposal was taken it is planned again: watch plan_status.') },
    refuses: [...creationProblems, 'not_found', 'conflict'],
  }),
  async (c) => c.json(await decideProposal(c.var.caller, c.req.valid('param').id, c.req.valid('json').accept), 200),
);

app.openapi(
  signedIn({
    method: 'delete',
    path: '/goals/{id}',
    operationId: 'deleteGoal',
    summary: 'Delete a goal with its tasks',
    tags,
    request: { params: z.object({ id: z.guid() }) },
    answers: { 204: { description: 'It is gone.' } },
    refuses: ['not_found'],
  }),
  async (c) => {
    await deleteGoal(c.var.caller, c.req.valid('param').id);
    return c.body(null, 204);
  },
);

export default app;
