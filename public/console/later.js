// @ts-check
import { follow, hasEnded, messagesPath } from './conversation.js';

/** The longest text that is pleasant to listen to. */
const spokenCharactersMax = 1_000;
const pauseMs = 1_000;

/**
 * Waits for what a voice call deferred: the answer of a message, or the plan of a goal.
 * @param {ReturnType<typeof import('./api.js').createApi>} api
 * @param {{client_id?: string, message_id?: string, goal_id?: string}} deferred where the answer will be
 * @param {AbortSignal} signal ends the waiting
 * @returns {Promise<string | null>} what to say, or null where there is nothing
 */
export async function laterAnswer(api, { client_id: clientId = '', message_id: messageId, goal_id: goalId }, signal) {
  const text = await (goalId ? planOf(api, goalId, signal) : answerOf(api, clientId, messageId, signal));
  return text
    ? text
        .replace(/`+(python)?/g, '')
        .trim()
        .slice(0, spokenCharactersMax)
    : null;
}

async function planOf(api, goalId, signal) {
  while (!signal.aborted) {
    const goal = await api.get(`/goals/${goalId}`).catch(() => ({}));
    if (goal.plan_status === 'ready') return `The plan for ${goal.title} is there. ${goal.plan_json?.summary ?? ''}`;
    if (goal.plan_status === 'failed') return goal.plan_error;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return null;
}

async function answerOf(api, clientId, messageId, signal) {
  const talk = { clientId, last: '0' };
  /** @type {{status: string, message: string} | undefined} */
  let end;
  await follow(api, talk, {
    heard(kind, data) {
      if (kind === 'done' && data.message_id === messageId) end = data;
    },
    async look() {
      const message = (await api.get(messagesPath(talk))).find(({ message_id: id }) => id === messageId);
      if (message && hasEnded(message)) end = { status: message.status, message: message.response };
    },
    more: () => !end,
    signal,
  });
  return !end || end.status === 'cancelled' ? null : end.message;
}
