import type { StreamEvent } from './stream.ts';

/** A part of the AI SDK's UI message stream (https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol). */
export type UiChunk = { type: string } & Record<string, unknown>;

type Output = { stdout: string; stderr: string; results: string[]; said?: string };
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Turns the events of one message into the chunks that stand for them. Give every event from the message's first on: a page
 * that comes back gets the whole message again and puts it in the place of what it had.
 * @param resets whether the client knows `reset-step` (AI SDK 7, on request); for others an answer that begins anew is a step more
 */
export function uiChunks(messageId: string, resets: boolean) {
  const named = new Set<string>();
  let run: string | undefined;
  let output: Output = { stdout: '', stderr: '', results: [] };
  let open: string | undefined;
  let attempt = 0;
  let answer = '';
  let runs = 0;
  let steps = 0;

  const endText = (): UiChunk[] => {
    const ended = open ? [{ type: 'text-end', id: open }] : [];
    open = undefined;
    return ended;
  };
  const beginText = (): UiChunk[] => {
    steps += 1;
    open = `text-${steps}`;
    answer = '';
    return [{ type: 'finish-step' }, { type: 'start-step' }, { type: 'text-start', id: open }];
  };
  const input = (id: string, name: string, args: unknown): UiChunk[] => {
    if (named.has(id)) return [];
    named.add(id);
    return [{ type: 'tool-input-available', toolCallId: id, toolName: name, input: args }];
  };
  const printed = (): UiChunk[] =>
    run === undefined
      ? []
      : [{ type: 'tool-output-available', toolCallId: run, output: { ...output }, preliminary: true }];
  const endRun = (said?: string): UiChunk[] => {
    if (run === undefined) return [];
    const chunk = {
      type: 'tool-output-available',
      toolCallId: run,
      output: said === undefined ? { ...output } : { ...output, said },
    };
    run = undefined;
    return [chunk];
  };
  const startRun = (id: string) => {
    run = id;
    output = { stdout: '', stderr: '', results: [] };
  };

  const on: Record<string, (data: StreamEvent['data']) => UiChunk[]> = {
    // One id: the newest takes the place of the last.
    status: ({ status }) => [{ type: 'data-status', id: 'status', data: { status } }],
    tool({ id, name, arguments: args, status, result }) {
      const call = `${messageId}:${text(id)}`;
      const begun = [...endText(), ...input(call, text(name), args ?? {})];
      if (status === 'running') {
        if (name === 'run_code') startRun(call);
        return begun;
      }
      if (status === 'error')
        return [...begun, { type: 'tool-output-error', toolCallId: call, errorText: text(result) || 'That failed.' }];
      if (run === call) return [...begun, ...endRun(text(result))];
      return [...begun, { type: 'tool-output-available', toolCallId: call, output: result ?? null }];
    },
    code({ language, code }) {
      if (run !== undefined) return [];
      runs += 1;
      const id = `${messageId}:run-${runs}`;
      const begun = [...endText(), ...input(id, 'run_code', { language, code })];
      startRun(id);
      return begun;
    },
    stdout(data) {
      output.stdout += text(data.text);
      return printed();
    },
    stderr(data) {
      output.stderr += text(data.text);
      return printed();
    },
    result(data) {
      if (typeof data.artifact_id === 'string') {
        const url = `/api/chat/artifacts/${data.artifact_id}`;
        return [{ type: 'file', url, mediaType: text(data.mime) || 'application/octet-stream' }];
      }
      output.results.push(text(data.text));
      return printed();
    },
    token(data) {
      const isNew = Number(data.attempt) !== attempt;
      attempt = Number(data.attempt);
      const chunks: UiChunk[] = [];
      if (open && isNew && resets) {
        steps += 1;
        answer = '';
        chunks.push({ type: 'reset-step' }, { type: 'text-start', id: `text-${steps}` });
        open = `text-${steps}`;
      } else if (!open || isNew) chunks.push(...endText(), ...beginText());
      answer += text(data.text);
      return [...chunks, { type: 'text-delta', id: open, delta: text(data.text) }];
    },
    done: ({ status, message }) => finish(text(status), text(message)),
  };

  /** Returns the end of a message: what of the whole answer was not sent yet, and how it ended. */
  function finish(status: string, message: string): UiChunk[] {
    const chunks: UiChunk[] = endRun();
    if (status === 'done' && message !== answer) {
      const isGoingOn = open !== undefined && message.startsWith(answer);
      const rest = isGoingOn ? message.slice(answer.length) : message;
      if (!isGoingOn) chunks.push(...endText(), ...beginText());
      chunks.push({ type: 'text-delta', id: open, delta: rest });
    }
    chunks.push(...endText());
    if (status === 'failed') chunks.push({ type: 'error', errorText: message });
    if (status === 'cancelled') chunks.push({ type: 'abort', reason: 'cancelled' });
    const finishReason = status === 'done' ? 'stop' : status === 'failed' ? 'error' : 'other';
    return [...chunks, { type: 'finish-step' }, { type: 'finish', finishReason }];
  }

  return {
    first: [{ type: 'start', messageId }, { type: 'start-step' }] as UiChunk[],
    of: ({ type, data }: StreamEvent): UiChunk[] => on[type]?.(data) ?? [],
    finish,
  };
}
