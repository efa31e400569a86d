import { z } from 'zod';
import { visibleText } from '../text.ts';
import { Instant } from '../time.ts';

/** These are paths below /api/chat. */
const reservedClientIds = ['response', 'ui', 'artifacts'];

/** Chosen by the client; unique for each person. */
export const ClientId = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,128}$/, 'must be 1 to 128 of A-Z a-z 0-9 . _ : -')
  .refine((id) => !reservedClientIds.includes(id), 'is a reserved name: take another one')
  .meta({ example: '2cd39703-d6ff-4d1c-b9ae-b83340986ca3' });

export const ChatInput = z
  .strictObject({
    message: visibleText(20_000).meta({
      example: 'Run this:\n```python\nimport math\nprint(math.factorial(20))\n```',
    }),
    attachments: z.array(z.guid()).max(10).default([]).meta({
      description: 'Files of this conversation that the message is about, by the ids that adding them gave.',
    }),
    when_busy: z.enum(['queue', 'replace']).default('queue').meta({
      description: '`queue`: after what runs; `replace`: cancels what runs and is queued, and takes its place.',
    }),
    user_id: z.guid().optional().meta({ description: 'Optional; must be your own id.' }),
  })
  .meta({ id: 'ChatInput' });

export const ChatAcknowledgement = z
  .object({
    success: z.literal(true),
    message: z.literal('Chat message received and is being processed'),
    clientId: ClientId,
    messageId: z.guid(),
  })
  .meta({ id: 'ChatAcknowledgement' });

/** One value or file that a run gave: its text, and where the picture or document that it also came as can be had. */
export const RunResult = z.object({
  text: z.string().optional(),
  artifact_id: z.guid().optional().meta({ description: 'Read it at /api/chat/artifacts/{id}.' }),
  mime: z.string().optional().meta({ example: 'image/png' }),
  name: z.string().optional().meta({
    description:
      'Of a file that the program wrote. Without an artifact it was too much to come back, and text says so.',
    example: 'report.csv',
  }),
});
export type RunResult = z.infer<typeof RunResult>;

/** What a run of code really did. */
export const Execution = z
  .object({
    language: z.literal('python'),
    code: z.string(),
    stdout: z.string(),
    stderr: z.string(),
    results: z.array(RunResult),
    error: z.object({ name: z.string(), value: z.string(), traceback: z.string() }).nullable(),
    duration_ms: z.int(),
    restarted: z
      .literal(true)
      .optional()
      .meta({ description: 'The sandbox was new: variables of earlier messages were gone.' }),
  })
  .meta({ id: 'Execution' });
export type Execution = z.infer<typeof Execution>;

/** A tool that was called for a message. */
export const ToolUse = z.object({
  name: z.string().meta({ example: 'create_task' }),
  arguments: z.record(z.string(), z.unknown()).meta({ type: 'object', additionalProperties: true }),
  status: z.enum(['running', 'done', 'error']),
  result: z
    .string()
    .optional()
    .meta({ description: 'What the tool said.', example: '“Gym” is on your list for today.' }),
});

/** What a live client is told about the work on a message, besides its status. */
export type WorkStatus = 'thinking' | 'running';

export const MessageStatus = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);

/** The newest message of a conversation and what became of it. */
export const ChatResponse = z
  .object({
    lastMessage: z.string(),
    lastResponse: z
      .object({
        message: z.string(),
        requiresE2B: z.boolean(),
        clientId: ClientId,
        timestamp: Instant,
        execution: Execution.optional(),
      })
      .nullable(),
    requiresE2B: z.boolean(),
    timestamp: Instant,
    status: MessageStatus,
    messageId: z.guid(),
    execution: Execution.optional(),
  })
  .meta({ id: 'ChatResponse' });
export type ChatResponse = z.input<typeof ChatResponse>;

/** A file that a person added to a conversation. */
export const ChatFile = z
  .object({
    id: z.guid(),
    name: z.string().meta({ description: 'As programs find it in /home/user and /mnt/data.', example: 'sales.csv' }),
    mime: z.string().meta({ example: 'text/csv' }),
    bytes: z.int(),
  })
  .meta({ id: 'ChatFile' });
export type ChatFile = z.infer<typeof ChatFile>;

/** Where a page of messages ends, in the order in which they came. */
export const MessagePosition = z.tuple([z.string().regex(/^\d{1,15}$/)]).transform(([position]) => Number(position));

/** One message of a conversation, with what became of it. */
export const ConversationMessage = z
  .object({
    message_id: z.guid(),
    content: z.string(),
    attachments: z.array(ChatFile),
    response: z.string().nullable().meta({ description: 'null until it ends.' }),
    status: MessageStatus,
    requiresE2B: z.boolean(),
    execution: Execution.optional().meta({ description: 'What programs printed is cut to 10,000 characters here.' }),
    tools: z.array(ToolUse),
    created_at: Instant,
    ended_at: Instant.nullable(),
  })
  .meta({ id: 'ConversationMessage' });
export type ConversationMessage = z.output<typeof ConversationMessage>;

export const Conversation = z
  .object({
    clientId: ClientId,
    title: z.string().meta({ description: 'The start of the first message.', example: 'What is 2**10?' }),
    lastMessage: z.string(),
    status: MessageStatus.meta({ description: "The newest message's." }),
    createdAt: Instant,
    lastMessageAt: Instant,
  })
  .meta({ id: 'Conversation' });
export type Conversation = z.output<typeof Conversation>;

export const Cancellation = z
  .object({
    success: z.literal(true),
    clientId: ClientId,
    cancelled: z.array(z.guid()).meta({ description: 'The messages that were running or queued; may be empty.' }),
  })
  .meta({ id: 'ChatCancellation' });
