/**
 * Messages between the runner and the SDK (inngest 4.24), parsed where it enters: function configurations from the
 * in-band sync, events from senders, operations from an execution.
 */
import { z } from 'zod';
import { isCron } from './cron.ts';
import { isDeadline } from './durations.ts';

/** Refuses what a function asks for beyond what ours use, by name: a limit that is ignored would only be missed in production. */
const supported = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys' && Array.isArray(keys)
        ? `the local runner does not know ${keys.join(', ')}: use the Inngest dev server for it`
        : undefined,
  });

const concurrencyLimit = supported({
  limit: z.number(),
  key: z
    .string()
    .regex(/^event(\.\w+)+$/, 'the local runner knows only keys that name a field, such as event.data.user_id')
    .optional(),
});

/** One function as the SDK registers it. */
export const FunctionConfig = supported({
  id: z.string(),
  name: z.string().optional(),
  triggers: z.array(
    supported({
      event: z.string().optional(),
      cron: z.string().refine(isCron, 'write a cron expression such as "*/5 * * * *"').optional(),
    }),
  ),
  steps: z.object({
    step: z.object({ retries: z.object({ attempts: z.number().optional() }).optional() }),
  }),
  concurrency: z.preprocess(
    (value) => (typeof value === 'number' ? [{ limit: value }] : [value ?? []].flat()),
    z.array(concurrencyLimit),
  ),
  timeouts: supported({
    finish: z.string().refine(isDeadline, 'write a duration such as "30s" or an ISO 8601 instant').optional(),
  }).optional(),
});
export type FunctionConfig = z.output<typeof FunctionConfig>;

/** The part of a sync's answer, and of an out-of-band registration, that the runner uses. */
export const Registration = z.object({ functions: z.array(FunctionConfig) });

/** The SDK's retries of a function that does not say: one attempt and three retries. */
const DEFAULT_RETRIES = 3;

/** Returns the number of attempts each step of a function has. */
export const maxAttempts = (fn: FunctionConfig): number => (fn.steps.step.retries?.attempts ?? DEFAULT_RETRIES) + 1;

/** An event as functions see it; `id` is the sender's, else the runner's own. */
export const InngestEvent = z.looseObject({
  id: z.string(),
  name: z.string(),
  data: z.record(z.string(), z.unknown()),
  ts: z.number(),
});
export type InngestEvent = z.output<typeof InngestEvent>;

/** An event with the identity it has inside the runner, which is unique even where the sender's id is not. */
export const StoredEvent = z.object({ internalId: z.string(), event: InngestEvent });
export type StoredEvent = z.output<typeof StoredEvent>;

/** An event as it may be sent: NUL cannot be stored in Postgres text, and `inngest/` names are the runner's own. */
export const IncomingEvent = z.looseObject({
  name: z
    .string()
    .min(1, 'an event needs a name')
    .refine((name) => !name.includes('\0'), 'an event name must not contain NUL')
    .refine((name) => !name.startsWith('inngest/'), 'event names starting with "inngest/" are reserved'),
  id: z
    .string()
    .refine((id) => !id.includes('\0'), 'an event id must not contain NUL')
    .nullish(),
  data: z.record(z.string(), z.unknown()).nullish(),
  ts: z.number().nullish(),
});
export type IncomingEvent = z.output<typeof IncomingEvent>;

/** An operation that an execution reports: a step that ran, or one that it wants. */
export const Op = z.object({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z.looseObject({ parallelMode: z.string().optional() }).nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});
export type Op = z.output<typeof Op>;

/**
 * Steps that the app reports while it goes on with the run in the same request (the SDK's checkpointing), and the execution
 * that it does so in: the `qi_id` it was called with.
 */
export const Checkpoint = z.object({ qi_id: z.string(), steps: z.array(Op.extend({ op: z.literal('StepRun') })) });
export type Checkpoint = z.output<typeof Checkpoint>;

/** Stored result of a step, sent back to the SDK; null for a sleep that is over. */
export const StepResult = z.union([
  z.null(),
  z.object({ type: z.literal('data'), data: z.unknown() }),
  z.object({ type: z.literal('error'), error: z.unknown() }),
]);
export type StepResult = z.output<typeof StepResult>;

export type RunStatus = 'Running' | 'Completed' | 'Failed' | 'Cancelled';

/** An error in the form in which Inngest passes errors on. */
export const RunError = z.looseObject({
  name: z.string().catch('Error'),
  message: z.string().catch('Unknown error'),
  stack: z.string().optional().catch(undefined),
});
export type RunError = z.output<typeof RunError>;

/** Returns any value that a function or an app gave as its error, as an error with a name and a message. */
export function toRunError(value: unknown): RunError {
  const parsed = RunError.safeParse(value);
  if (!parsed.success) return { name: 'Error', message: String(value) };
  // Errors that the SDK itself raises outside a function carry their text in `error`.
  const { error } = parsed.data;
  return typeof error === 'string' && parsed.data.message === 'Unknown error'
    ? { ...parsed.data, message: error }
    : parsed.data;
}

/** Names of the events that the runner itself emits. */
export const internalEvents = {
  failed: 'inngest/function.failed',
  finished: 'inngest/function.finished',
  cancelled: 'inngest/function.cancelled',
  cron: 'inngest/scheduled.timer',
} as const;
