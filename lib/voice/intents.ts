import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { intentTools } from '../intents/catalogue.ts';
import { IntentAnswer } from '../intents/intent.ts';
import { runIntent } from '../intents/run.ts';
import { cancelIntent } from '../intents/store.ts';
import { SessionId } from './schema.ts';

const CallId = z.string().min(1).max(200).meta({ example: 'fc_123' });
const FunctionName = z.string().min(1).max(200);

/** One call in the documented shape. What is wrong with `input` is answered with a question, not refused. */
const SingleCall = z.strictObject({
  function_call_id: CallId,
  function_name: FunctionName.meta({
    example: 'create_goal',
    description: `One of ${intentTools()
      .map(({ name }) => name)
      .join(', ')}.`,
  }),
  input: z
    .unknown()
    .optional()
    .meta({
      example: { title: 'Lose 15 lbs', description: 'Wedding prep' },
      anyOf: intentTools().map(({ name, description, parameters }) => ({ title: name, description, ...parameters })),
    }),
  session_id: SessionId,
});

/** Deepgram's own events, passed on as they came with the session's id; they may carry more. */
const CallRequest = z.object({
  type: z.literal('FunctionCallRequest'),
  functions: z
    .array(
      z.object({
        id: CallId,
        name: FunctionName,
        arguments: z
          .unknown()
          .optional()
          .meta({ type: 'string', example: '{"title":"Gym","when":"tomorrow at seven"}' }),
        client_side: z.boolean().default(true),
      }),
    )
    .max(20),
  session_id: SessionId,
});
const CallCancelled = z.object({
  type: z.literal('FunctionCallCancelled'),
  functions: z.array(z.object({ id: CallId, name: FunctionName })).max(20),
  session_id: SessionId,
});

export const IntentInput = z
  .union([SingleCall, CallRequest, CallCancelled], {
    error:
      "must be {function_call_id, function_name, input, session_id}, or Deepgram's FunctionCallRequest or FunctionCallCancelled event with a session_id",
  })
  .meta({ id: 'VoiceIntentInput' });
type IntentInput = z.infer<typeof IntentInput>;

/** A call that was begun: its answer is that of a message of a conversation, or the plan of a goal. */
const Deferred = z.union([
  z.object({ id: CallId, name: FunctionName, client_id: z.string(), message_id: z.guid() }),
  z.object({ id: CallId, name: FunctionName, goal_id: z.guid() }),
]);
type Deferred = z.infer<typeof Deferred>;

export const IntentResult = z
  .union([
    z.object({
      function_call_id: CallId,
      result: z.string().meta({ description: 'The text to speak.' }),
      status: IntentAnswer.shape.status,
      data: IntentAnswer.shape.data,
    }),
    z.object({
      responses: z
        .array(
          z.object({ type: z.literal('FunctionCallResponse'), id: CallId, name: FunctionName, content: z.string() }),
        )
        .meta({ description: 'Send each over the WebSocket as it is; for what was cancelled there is none.' }),
      deferred: z.array(Deferred).optional().meta({ description: 'What is answered later, once it is done.' }),
    }),
  ])
  .meta({ id: 'VoiceIntentResult' });

/**
 * Carries out what the agent asked for. Several functions of one event are carried out in their order; those that Deepgram
 * calls itself are none of ours. Cancelled calls are undone, or will do nothing when they come.
 * @throws Problem `not_found` for a session that is not the caller's, `rate_limited`
 */
export async function answerIntents(caller: Caller, input: IntentInput): Promise<z.infer<typeof IntentResult>> {
  const scope = { sessionId: input.session_id };
  if (!('type' in input)) {
    const { function_call_id, function_name, input: args } = input;
    const { answer } = await runIntent(caller, { scope, callId: function_call_id, name: function_name }, args);
    const { speech, status, data } = answer;
    return { function_call_id, result: speech, status, ...(data ? { data } : {}) };
  }
  if (input.type === 'FunctionCallCancelled') {
    for (const call of input.functions) await cancelIntent(caller, input.session_id, call);
    return { responses: [] };
  }
  const responses = [];
  const deferred: Deferred[] = [];
  for (const { id, name, arguments: args, client_side } of input.functions) {
    if (!client_side) continue;
    const { answer } = await runIntent(caller, { scope, callId: id, name }, args);
    responses.push({ type: 'FunctionCallResponse' as const, id, name, content: answer.speech });
    deferred.push(...deferredOf(id, name, answer));
  }
  return { responses, ...(deferred.length ? { deferred } : {}) };
}

const Begun = z.object({ client_id: z.string(), message_id: z.guid() });
const NewGoal = z.object({ goal: z.object({ id: z.guid(), plan_status: z.literal('pending') }) });
const OldGoal = z.object({ goal_id: z.guid() });

/** Returns where the answer of a call will be when it is done, or nothing when all has been said. */
function deferredOf(id: string, name: string, { status, data }: IntentAnswer): Deferred[] {
  const message = Begun.safeParse(data).data;
  if (status === 'deferred' && message) return [{ id, name, ...message }];
  const goalId = NewGoal.safeParse(data).data?.goal.id ?? OldGoal.safeParse(data).data?.goal_id;
  return ['create_goal', 'replan_goal'].includes(name) && status === 'ok' && goalId
    ? [{ id, name, goal_id: goalId }]
    : [];
}
