import { SpeakV1Model } from '@deepgram/sdk';
import { z } from 'zod';

/**
 * Messages that a browser may send to Deepgram's Voice Agent, as strict as the server is: no field that it does not know.
 * Source: Deepgram's AsyncAPI document (AgentV1Settings, AgentV1SendFunctionCallResponse, AgentV1InjectAgentMessage,
 * AgentV1KeepAlive).
 */

const History = z.union([
  z.strictObject({ type: z.literal('History'), role: z.enum(['user', 'assistant']), content: z.string() }),
  z.strictObject({
    type: z.literal('History'),
    function_calls: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        client_side: z.boolean(),
        arguments: z.string(),
        response: z.string(),
      }),
    ),
  }),
]);

/** Parameters of a model's function: a JSON Schema of an object. */
const Parameters = z.looseObject({
  type: z.literal('object'),
  properties: z.record(z.string(), z.looseObject({ type: z.string() })),
  required: z.array(z.string()).optional(),
});

const AgentFunction = z.strictObject({
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
  description: z.string().min(1).max(1024),
  parameters: Parameters,
  defer_until_eot: z.boolean().optional(),
});

export const AgentSettings = z.strictObject({
  type: z.literal('Settings'),
  audio: z.strictObject({
    input: z.strictObject({ encoding: z.enum(['linear16', 'mulaw', 'alaw', 'opus', 'flac']), sample_rate: z.int() }),
    output: z.strictObject({
      encoding: z.enum(['linear16', 'mulaw', 'alaw', 'mp3', 'opus', 'flac', 'aac']),
      sample_rate: z.int(),
      container: z.enum(['none', 'wav', 'ogg']),
    }),
  }),
  agent: z.strictObject({
    context: z.strictObject({ messages: z.array(History).min(1) }).optional(),
    listen: z.strictObject({
      provider: z.strictObject({
        type: z.literal('deepgram'),
        version: z.literal('v1'),
        model: z.enum(['nova-2', 'nova-3']),
        // The seven languages are among those of `multi`.
        language: z.enum(['en', 'multi']),
      }),
    }),
    think: z.strictObject({
      provider: z.strictObject({
        type: z.literal('open_ai'),
        model: z.enum([
          'gpt-5',
          'gpt-5-mini',
          'gpt-5-nano',
          'gpt-4.1',
          'gpt-4.1-mini',
          'gpt-4.1-nano',
          'gpt-4o',
          'gpt-4o-mini',
        ]),
        temperature: z.number().min(0).max(2),
      }),
      // Longer ones are refused for the models that Deepgram hosts.
      prompt: z.string().min(1).max(25_000),
      functions: z.array(AgentFunction),
    }),
    speak: z.strictObject({
      provider: z.strictObject({ type: z.literal('deepgram'), model: z.enum(SpeakV1Model) }),
    }),
    greeting: z.string().min(1),
  }),
});
export type AgentSettings = z.infer<typeof AgentSettings>;

export const ClientMessage = z.discriminatedUnion('type', [
  AgentSettings,
  z.strictObject({ type: z.literal('KeepAlive') }),
  z.strictObject({
    type: z.literal('InjectAgentMessage'),
    message: z.string().min(1),
    behavior: z.enum(['default', 'queue', 'interrupt']).optional(),
  }),
  z.strictObject({
    type: z.literal('FunctionCallResponse'),
    id: z.string(),
    name: z.string(),
    content: z.string().min(1),
  }),
]);
