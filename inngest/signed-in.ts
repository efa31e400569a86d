import type { RouteConfig } from '@hono/zod-openapi';
import { caller } from '../lib/http/auth.ts';
import { bearerSecurity, bodyProblems, problems, signedInProblems } from '../lib/http/contract.ts';
import type { ProblemCode } from '../lib/problem.ts';
import { afterAnswer } from './outbox.ts';

type Contract = Omit<RouteConfig, 'security' | 'middleware' | 'responses'> & {
  /** Success answers by status. */
  answers: RouteConfig['responses'];
  /** The problems that it can answer with besides those of every signed-in route and of its input. */
  refuses?: readonly ProblemCode[] | 'nothing';
};

/**
 * Makes a route of its contract, for signed-in people: `c.var.caller` is who asks, and what the request owes is sent after
 * its answer.
 */
export function signedIn<C extends Contract>({ answers, refuses = [], ...route }: C) {
  const responses: C['answers'] =
    refuses === 'nothing'
      ? answers
      : { ...answers, ...problems(...signedInProblems, ...problemsOfInput(route), ...refuses) };
  const middleware: [typeof caller, typeof afterAnswer] = [caller, afterAnswer];
  return { ...route, security: bearerSecurity, middleware, responses };
}

function problemsOfInput({ request }: Pick<Contract, 'request'>): readonly ProblemCode[] {
  if (request?.body?.content['application/json']) return bodyProblems;
  return request?.params || request?.query || request?.headers ? ['invalid'] : [];
}
