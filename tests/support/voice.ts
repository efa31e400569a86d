import { type FakeDeepgram, startDeepgram } from './deepgram.ts';
import { type Answer, type Person, startTestStack, type TestStack } from './stack.ts';

export type IntentBody = {
  function_call_id: string;
  result: string;
  status: 'ok' | 'clarify' | 'deferred' | 'unsupported' | 'error';
  data?: Record<string, unknown>;
};

/** The real stack with a stand-in for Deepgram, which the environment of the process is pointed at. */
export async function startVoiceStack(
  options: Parameters<typeof startTestStack>[0] = {},
): Promise<{ stack: TestStack; deepgram: FakeDeepgram; stop(): Promise<void> }> {
  const [stack, deepgram] = await Promise.all([startTestStack(options), startDeepgram()]);
  process.env.DEEPGRAM_API_KEY = deepgram.apiKey;
  process.env.DEEPGRAM_BASE_URL = deepgram.url;
  return {
    stack,
    deepgram,
    async stop() {
      await deepgram.stop();
      await stack.stop();
    },
  };
}

/** Opens a voice session of a person's. @returns its id */
export async function openSession(person: Person): Promise<string> {
  const { body } = await person.post<{ session_id: string }>('/api/v1/voice/session', {});
  return body.session_id;
}

/** Asks for an intent in the documented shape, under an id of its own unless one is given. */
export function ask(
  person: Person,
  sessionId: string,
  name: string,
  input: unknown,
  callId: string = crypto.randomUUID(),
): Promise<Answer<IntentBody>> {
  return person.post('/api/v1/voice/intents', {
    function_call_id: callId,
    function_name: name,
    input,
    session_id: sessionId,
  });
}
