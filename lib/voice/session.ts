import type { z } from 'zod';
import type { Caller } from '../caller.ts';
import { deepgramConfig } from '../config.ts';
import { languageOf } from '../language/languages.ts';
import { log } from '../log.ts';
import { mintToken } from './deepgram.ts';
import { greeting, systemPrompt } from './prompt.ts';
import type { Session, SessionInput } from './schema.ts';
import { agentLanguageFor, agentSettings } from './settings.ts';
import { discardSession, startSession } from './store.ts';

/**
 * Starts a voice session: a token to open Deepgram's WebSocket with, and the settings to send over it. The token is stored
 * nowhere. If it cannot be had, no session is left behind.
 * @throws Problem `not_configured`, `not_found` for an unknown session to resume; those of every creating request
 * @throws ProviderError where Deepgram fails
 */
export async function openSession(
  caller: Caller,
  { resume }: z.output<typeof SessionInput>,
): Promise<z.output<typeof Session>> {
  const { agentUrl } = deepgramConfig();
  const started = await startSession(caller, newSessionId(), resume);
  try {
    const { token, expiresInSeconds } = await mintToken();
    const { name, locale } = started.person.person;
    const language = languageOf(locale);
    const prompt = systemPrompt(started.person, new Date());
    const settings = agentSettings({
      prompt,
      greeting: greeting(name, started.history.length > 0, agentLanguageFor(language)),
      history: started.history,
      language,
    });
    return {
      session_id: started.session_id,
      deepgram_token: token,
      expires_in: expiresInSeconds,
      system_prompt: prompt,
      settings: { ...settings },
      websocket_url: `${agentUrl}/v1/agent/converse`,
    };
  } catch (error) {
    await discardSession(caller, started.session_id).catch((cause: unknown) => {
      log.warn({ err: cause, session_id: started.session_id }, 'a session without a token could not be removed');
    });
    throw error;
  }
}

/** Crockford's base 32 in lower case. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Returns an id that cannot be guessed: 26 characters of 5 random bits each. */
function newSessionId(): string {
  const characters = Array.from(crypto.getRandomValues(new Uint8Array(26)), (byte) => alphabet[byte % alphabet.length]);
  return `sess_${characters.join('')}`;
}
