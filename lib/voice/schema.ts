import { z } from 'zod';
import { Instant } from '../time.ts';

/** A session as clients name it. Any text is taken: what is no session of theirs is missing, whatever it looks like. */
export const SessionId = z.string().max(200).meta({ example: 'sess_3v9k2m7q4x8c5b1n6z0d2f7h8j' });

export const SessionInput = z
  .strictObject({
    user_id: z.guid().optional().meta({ description: 'Optional; must be your own id.' }),
    resume: SessionId.optional().meta({ description: 'An earlier session to go on with: its transcript comes along.' }),
  })
  .meta({ id: 'VoiceSessionInput', example: {} });

export const Session = z
  .object({
    session_id: SessionId,
    deepgram_token: z.string().meta({ description: 'Open the WebSocket with it: protocols ["bearer", token].' }),
    expires_in: z.number().meta({ example: 60, description: 'Seconds within which the WebSocket must be opened.' }),
    system_prompt: z.string().meta({ example: 'You are Flux, an empathetic AI life assistant…' }),
    settings: z
      .record(z.string(), z.unknown())
      .meta({ description: "Deepgram's Settings message: send it as it is when the WebSocket says Welcome." }),
    websocket_url: z.string().meta({ example: 'wss://agent.deepgram.com/v1/agent/converse' }),
  })
  .meta({ id: 'VoiceSession' });

export const ClosedSession = z
  .object({
    session_id: SessionId,
    status: z.literal('closed'),
    message_count: z.int(),
    duration_seconds: z.int(),
  })
  .meta({ id: 'ClosedVoiceSession' });

export const Role = z.enum(['user', 'assistant']);

/** Deepgram's ConversationText with its session. The event may carry more fields. */
export const MessageInput = z
  .object({
    session_id: SessionId,
    role: Role,
    content: z.string().trim().min(1).max(20_000).meta({ example: 'I want to lose weight before my wedding' }),
    message_id: z
      .string()
      .min(1)
      .max(128)
      .nullish()
      .meta({ description: 'Yours: a message that is sent twice with it is saved once.' }),
    spoken_at: z.iso
      .datetime({ offset: true })
      .nullish()
      .meta({ description: 'Orders the transcript; without it, the order of arrival does.' }),
  })
  .meta({ id: 'VoiceMessageInput' });
export type MessageInput = z.infer<typeof MessageInput>;

export const SavedMessage = z
  .union([
    z.object({ status: z.literal('saved'), message_id: z.string() }),
    z.object({ status: z.literal('dropped'), reason: z.string().meta({ example: 'session_not_open' }) }),
  ])
  .meta({ id: 'SavedVoiceMessage' });
export type SavedMessage = z.infer<typeof SavedMessage>;

export const Transcript = z
  .object({
    session_id: SessionId,
    messages: z.array(z.object({ role: Role, content: z.string(), created_at: Instant })),
  })
  .meta({ id: 'VoiceTranscript' });
