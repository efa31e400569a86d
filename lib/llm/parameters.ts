import type { ChatTurn, CompletionRequest } from './completion.ts';

/** Parameters that can be left out or renamed for models that refuse them. */
const adjustable = ['temperature', 'max_tokens', 'max_completion_tokens', 'tool_choice'] as const;
export type Parameter = (typeof adjustable)[number] | 'pictures';

/** The parameters that each model refused before, by server and model: kept for as long as this instance lives. */
const known = new Map<string, ReadonlySet<Parameter>>();

export function refusedBefore(model: string): ReadonlySet<Parameter> {
  return known.get(model) ?? new Set();
}

export function rememberRefused(model: string, refused: ReadonlySet<Parameter>): void {
  known.set(model, refused);
}

/**
 * Returns the body of a chat completion, without what the model refuses. OpenAI's newer models take max_completion_tokens
 * alone.
 */
export function bodyOf(request: CompletionRequest, model: string, refused: ReadonlySet<Parameter>) {
  const limitName = refused.has('max_tokens') ? 'max_completion_tokens' : 'max_tokens';
  return {
    model,
    messages: request.messages.map((turn) => wireOf(turn, model, !refused.has('pictures'))),
    ...(refused.has('temperature') ? {} : { temperature: 0.3 }),
    ...(request.maxTokens && !refused.has(limitName) ? { [limitName]: request.maxTokens } : {}),
    ...(request.tools?.length
      ? {
          tools: request.tools.map((tool) => ({ type: 'function' as const, function: tool })),
          ...(request.noToolCalls && !refused.has('tool_choice') ? { tool_choice: 'none' as const } : {}),
        }
      : {}),
    ...(request.format ? { response_format: formatOf(request.format) } : {}),
  };
}

function formatOf(format: NonNullable<CompletionRequest['format']>) {
  return format === 'json'
    ? { type: 'json_object' as const }
    : { type: 'json_schema' as const, json_schema: { ...format, strict: true } };
}

/** Says whether a request shows the model pictures. */
export function hasPictures({ messages }: CompletionRequest): boolean {
  return messages.some((turn) => turn.role === 'user' && turn.pictures?.length);
}

function wireOf(turn: ChatTurn, model: string, sees: boolean) {
  if (turn.role === 'tool') return { role: turn.role, tool_call_id: turn.callId, content: turn.content };
  if (turn.role === 'user' && turn.pictures?.length) {
    if (!sees)
      return { role: turn.role, content: `${turn.content}\n(There were pictures, which this model cannot see.)` };
    return { role: turn.role, content: [{ type: 'text' as const, text: turn.content }, ...turn.pictures] };
  }
  if (turn.role !== 'assistant' || !turn.toolCalls?.length) return { role: turn.role, content: turn.content };
  const reasoning = turn.toolCalls.find(({ beside }) => beside?.model === model && beside.reasoning)?.beside?.reasoning;
  return {
    role: turn.role,
    content: turn.content || null,
    ...(reasoning ? { reasoning_details: reasoning } : {}),
    tool_calls: turn.toolCalls.map(({ id, beside, ...call }) => ({
      ...(beside?.model === model ? beside.fields : {}),
      id,
      type: 'function' as const,
      function: call,
    })),
  };
}

/** Statuses with which text-only models refuse pictures: OpenRouter 404, others 400, 415 or 422. */
const pictureStatuses: unknown[] = [400, 404, 415, 422];

/**
 * Returns the parameter that a refusal (400 or 422) is about and that was sent: OpenAI names it in `param`, FastAPI in
 * `detail`, OpenRouter passes the provider's own words on in `error.metadata.raw`, others say it in the message.
 * @param error what the SDK threw
 * @param sent the parameters of the request
 * @param withPictures it showed pictures
 */
export function refusedParameter(error: unknown, sent: object, withPictures: boolean): Parameter | undefined {
  if (!(error instanceof Error) || !('status' in error) || !pictureStatuses.includes(error.status)) return undefined;
  const param = 'param' in error && typeof error.param === 'string' ? error.param : '';
  const body = 'error' in error ? JSON.stringify(error.error ?? '') : '';
  if (withPictures && /image|picture|vision|multimodal/i.test(`${param} ${error.message} ${body}`)) return 'pictures';
  if (error.status !== 400 && error.status !== 422) return undefined;
  const present = adjustable.filter((name) => name in sent);
  return (
    present.find((name) => name === param) ??
    // The longest first: max_tokens is a part of no other name here, but a message may name both.
    (param ? undefined : present.find((name) => `${error.message} ${body}`.includes(name)))
  );
}
