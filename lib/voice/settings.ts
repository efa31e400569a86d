import type { Deepgram } from '@deepgram/sdk';
import { agentFunctions } from '../intents/catalogue.ts';

type Settings = Deepgram.agent.AgentV1Settings;
type Turn = { role: 'user' | 'assistant'; content: string };

/** What is carried over of earlier sessions, in characters: the end of it counts. */
const historyCharactersMax = 12_000;

/**
 * Deepgram's complete `Settings` message, with nothing secret in it: the browser sends it. A function without an endpoint
 * is called in the browser, which passes the call on.
 * Source: Deepgram's AsyncAPI document, AgentV1Settings; without `listen.provider.version` it does not validate.
 */
export function agentSettings(session: { prompt: string; greeting: string; history: Turn[] }): Settings {
  const history = lastTurns(session.history);
  return {
    type: 'Settings',
    audio: {
      input: { encoding: 'linear16', sample_rate: 16_000 },
      output: { encoding: 'linear16', sample_rate: 24_000, container: 'none' },
    },
    agent: {
      listen: { provider: { type: 'deepgram', version: 'v1', model: 'nova-3', language: 'en' } },
      think: {
        provider: { type: 'open_ai', model: 'gpt-4o-mini', temperature: 0.3 },
        prompt: session.prompt,
        functions: agentFunctions(),
      },
      speak: { provider: { type: 'deepgram', model: 'aura-2-thalia-en' } },
      greeting: session.greeting,
      ...(history.length
        ? { context: { messages: history.map(({ role, content }) => ({ type: 'History' as const, role, content })) } }
        : {}),
    },
  };
}

function lastTurns(turns: Turn[]): Turn[] {
  let left = historyCharactersMax;
  const from = turns.findLastIndex((turn) => {
    left -= turn.content.length;
    return left < 0;
  });
  return turns.slice(from + 1);
}
