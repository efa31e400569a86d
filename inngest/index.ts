import { decomposeGoal } from './functions/decompose-goal.ts';
import { executeChat } from './functions/execute-chat.ts';
import { onFailure } from './functions/on-failure.ts';
import { releaseSandbox } from './functions/release-sandbox.ts';
import { remind } from './functions/remind.ts';
import { reviewWeek } from './functions/review-week.ts';
import { routeIntent } from './functions/route-intent.ts';
import { sweep } from './functions/sweep.ts';

/** Every durable function that /api/inngest serves. */
export const functions = [
  decomposeGoal,
  reviewWeek,
  routeIntent,
  executeChat,
  releaseSandbox,
  remind,
  sweep,
  onFailure,
];
