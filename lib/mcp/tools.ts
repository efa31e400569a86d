import { hash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { latestResponse } from '../chat/store.ts';
import { asCaller } from '../db/client.ts';
import type { Intent } from '../intents/intent.ts';
import { intents } from '../intents/registry.ts';
import { runIntent } from '../intents/run.ts';
import { log } from '../log.ts';
import { Problem } from '../problem.ts';

/** The client id of the conversation that MCP clients' calls belong to. */
const mcpClientId = 'mcp';
/** The longest wait of a call for a program, and the pause between looks: clients give up on a tool after a minute or less. */
const waitMsMax = 25_000;
const lookEveryMs = 500;

/** Intents that take something away. */
const destructive = new Set(['cancel_task', 'forget', 'undo_last']);
/** Intents that come to the same when they are carried out twice. */
const idempotent = new Set(['complete_task', 'rename_task', 'cancel_task', 'remember', 'forget']);

/**
 * Registers every intent as a tool. What a tool throws would be shown to the model word for word, so failures become sentences
 * for a person here, and a tool error.
 */
export function registerTools(server: McpServer, caller: Caller, sendOwed: () => void): void {
  for (const intent of intents) {
    server.registerTool(intent.name, describe(intent), async (input: unknown) => {
      try {
        return await callTool(caller, intent.name, input, sendOwed);
      } catch (error) {
        if (error instanceof Problem && error.code !== 'internal') return failed(error.message);
        log.error({ err: error, tool: intent.name }, 'a tool failed');
        return failed('That did not work, and it is not your fault. Please try again later.');
      }
    });
  }
}

function describe({ name, description, input, changesData }: Intent) {
  return {
    title: name.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase()),
    description,
    inputSchema: input,
    annotations: {
      readOnlyHint: !changesData,
      destructiveHint: destructive.has(name),
      idempotentHint: !changesData || idempotent.has(name),
      openWorldHint: false,
    },
  };
}

async function callTool(caller: Caller, name: string, input: unknown, sendOwed: () => void): Promise<CallToolResult> {
  const conversationId = z.guid().parse(await asCaller(caller, (db) => db.rpc('open_mcp_conversation')));
  const call = { scope: { conversationId }, callId: callIdOf(caller, name, input), name };
  const { answer } = await runIntent(caller, call, input);
  sendOwed();
  if (answer.status === 'error' || answer.status === 'unsupported') return failed(answer.speech);
  return said(answer.status === 'deferred' ? await outcomeOf(caller, answer.data?.message_id) : answer.speech);
}

/**
 * Returns the id under which a call is carried out once. With an Idempotency-Key it is that of the same call: one that comes
 * again gets the stored answer. The id of JSON-RPC names an answer and no call: clients count from 0 anew.
 */
function callIdOf({ idempotency: { key } }: Caller, name: string, input: unknown): string {
  return key === undefined ? crypto.randomUUID() : hash('sha256', JSON.stringify([key, name, input]));
}

/** Waits for a message that was handed to the chat; where it takes too long, says where its answer will be. */
async function outcomeOf(caller: Caller, messageId: unknown): Promise<string> {
  for (const until = Date.now() + waitMsMax; Date.now() < until; ) {
    await wait(lookEveryMs);
    const { messageId: newest, lastResponse } = await latestResponse(caller, mcpClientId);
    if (lastResponse && (messageId === undefined || newest === messageId)) return lastResponse.message;
  }
  return `It is still being worked on. The answer will be at /api/chat/response/${mcpClientId}.`;
}

function said(text: string): CallToolResult {
  return { content: [{ type: 'text', text }] };
}

function failed(text: string): CallToolResult {
  return { isError: true, ...said(text) };
}
