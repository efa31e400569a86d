import type { Deepgram } from '@deepgram/sdk';
import { agentFunctions } from '../intents/catalogue.ts';
import type { Language } from '../language/languages.ts';

type Settings = Deepgram.agent.AgentV1Settings;
type Turn = { role: 'user' | 'assistant'; content: string };

/** Most characters carried over from earlier sessions; the newest are kept. */
const historyCharactersMax = 12_000;

/**
 * Names the Aura-2 voice of each language that has one. Portuguese has none: it is understood, and answered in English.
 * Source: SpeakV1Model of Deepgram's SDK; https://developers.deepgram.com/docs/tts-models
 */
const voices = {
  en: 'aura-2-thalia-en',
  de: 'aura-2-viktoria-de',
  fr: 'aura-2-agathe-fr',
  es: 'aura-2-celeste-es',
  it: 'aura-2-livia-it',
  nl: 'aura-2-rhea-nl',
} as const;
/** A language that the agent can speak. */
export type AgentLanguage = keyof typeof voices;

/** Returns the language in which the agent answers a person of a language. */
export function agentLanguageFor(language: Language): AgentLanguage {
  return language === 'pt' ? 'en' : language;
}

/**
 * Writes Deepgram's complete `Settings` message, with nothing secret in it: the browser sends it. A function without an endpoint
 * is called in the browser, which passes the call on. In other languages than English the model `multi` listens, which also
 * follows a person who mixes in another one.
 * Source: Deepgram's AsyncAPI document, AgentV1Settings; without `listen.provider.version` it does not validate.
 */
export function agentSettings(session: {
  prompt: string;
  greeting: string;
  history: Turn[];
  language: Language;
}): Settings {
  const history = lastTurns(session.history);
  return {
    type: 'Settings',
    audio: {
      input: { encoding: 'linear16', sample_rate: 16_000 },
      output: { encoding: 'linear16', sample_rate: 24_000, container: 'none' },
    },
    agent: {
      listen: {
        provider: {
          type: 'deepgram',
          version: 'v1',
          model: 'nova-3',
          language: session.language === 'en' ? 'en' : 'multi',
        },
      },
      think: {
        provider: { type: 'open_ai', model: 'gpt-4o-mini', temperature: 0.3 },
        prompt: session.prompt,
        functions: agentFunctions(),
      },
      speak: { provider: { type: 'deepgram', model: voices[agentLanguageFor(session.language)] } },
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
