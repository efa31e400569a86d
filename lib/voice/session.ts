import type { z } from 'zod';
import type { Caller } from '../caller.ts';
import { deepgramConfig } from '../config.ts';
import { addDays, todayIn } from '../days.ts';
import { listGoals } from '../goals/store.ts';
import { log } from '../log.ts';
import { listTasks } from '../tasks/store.ts';
import { wallClockAt } from '../time.ts';
import { mintToken } from './deepgram.ts';
import { greeting, type PromptFacts, systemPrompt } from './prompt.ts';
import type { Session, SessionInput } from './schema.ts';
import { agentSettings } from './settings.ts';
import { discardSession, type StartedSession, startSession } from './store.ts';

/** How far ahead the agent knows the tasks: today and the six days after it. */
const daysAhead = 6;
const tasksMax = 60;
const goalsMax = 20;

/**
 * Starts a voice session: a token to open Deepgram's WebSocket with, and the settings to send over it. The token is stored
 * nowhere. If it, or what the prompt is made of, cannot be had, no session is left behind.
 * @throws Problem `not_configured`, `not_found` for an unknown session to resume, `provider_error`, `unavailable`,
 * `timeout`; those of every creating request
 */
export async function openSession(
  caller: Caller,
  { resume }: z.output<typeof SessionInput>,
): Promise<z.output<typeof Session>> {
  const { agentUrl } = deepgramConfig();
  const started = await startSession(caller, newSessionId(), resume);
  try {
    const [{ token, expiresInSeconds }, facts] = await Promise.all([
      mintToken(),
      readFacts(caller, started, new Date()),
    ]);
    const prompt = systemPrompt(facts);
    const settings = agentSettings({
      prompt,
      greeting: greeting(started.name, started.history.length > 0),
      history: started.history,
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

async function readFacts(caller: Caller, { name, timezone }: StartedSession, now: Date): Promise<PromptFacts> {
  const today = todayIn(timezone, now);
  const [{ goals }, { tasks }] = await Promise.all([
    listGoals(caller, { status: 'active', limit: goalsMax }),
    listTasks(caller, { from: today, to: addDays(today, daysAhead), status: 'pending', limit: tasksMax }),
  ]);
  return {
    name,
    timezone,
    now,
    goals: goals.map(({ id, title, target_date, progress }) => ({
      id,
      title,
      targetDate: target_date,
      done: progress.done,
      total: progress.total,
    })),
    tasks: tasks.map(({ id, title, date, scheduled_at, duration_minutes }) => ({
      id,
      title,
      date,
      time: scheduled_at && wallClockAt(new Date(scheduled_at), timezone).time,
      durationMinutes: duration_minutes,
    })),
  };
}

/** Crockford's base 32 in lower case. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** An id that cannot be guessed: 26 characters of 5 random bits each. */
function newSessionId(): string {
  const characters = Array.from(crypto.getRandomValues(new Uint8Array(26)), (byte) => alphabet[byte % alphabet.length]);
  return `sess_${characters.join('')}`;
}
