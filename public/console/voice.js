import { el, say } from './dom.js';
import { laterAnswer } from './later.js';
import { openMicrophone, openSpeaker } from './sound.js';

/**
 * Talks with Deepgram's agent: sound goes straight between the browser and Deepgram, while the API mints the token, runs what
 * is asked for and keeps what was said.
 * @param panel the element that shows the conversation
 */
export async function startVoice(panel, { api }) {
  if (!panel.hidden) return;
  const status = el('p', { class: 'meta', role: 'status' }, 'Connecting…');
  const transcript = el('ol', { class: 'transcript', 'aria-live': 'polite' });
  const hangUp = el('button', { type: 'button', class: 'primary' }, 'Hang up');
  panel.replaceChildren(
    el(
      'section',
      { class: 'card talk', 'aria-label': 'Voice session' },
      el('h2', { tabIndex: -1 }, 'Talking'),
      status,
      transcript,
      hangUp,
    ),
  );
  panel.hidden = false;
  panel.querySelector('h2').focus();

  const closers = [];
  let over = false;
  /** Closes something at the end of the call; closes it at once if the call is over. */
  const closeLater = (close) => (over ? close() : closers.push(close));
  const end = async () => {
    if (over) return;
    over = true;
    for (const close of closers.reverse()) await close();
    panel.hidden = true;
    document.getElementById('talk').focus();
    say('The voice session is over.');
  };
  hangUp.addEventListener('click', end);

  try {
    const session = await api.post('/api/v1/voice/session', {}, { 'Idempotency-Key': crypto.randomUUID() });
    // A session that is closed takes no more of the transcript.
    let saving = Promise.resolve();
    closeLater(async () => {
      await saving;
      await api.delete(`/api/v1/voice/session/${session.session_id}`).catch(() => {});
    });
    if (over) return;
    const speaker = openSpeaker(session.settings.audio.output.sample_rate);
    closeLater(speaker.close);
    const socket = await connect(session);
    closeLater(() => socket.close());
    if (over) return;
    socket.addEventListener('close', end);

    /** The microphone and answers that are under way do not know that somebody hung up. */
    const send = (data) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(data);
    };
    const answer = (message) => send(JSON.stringify(message));
    const hungUp = new AbortController();
    closeLater(() => hungUp.abort());
    /** Lets the agent say a deferred answer after what it is saying. One that does not come in time stays in the chat or the plan. */
    async function sayLater(deferred) {
      const message = await laterAnswer(api, deferred, hungUp.signal).catch(() => null);
      if (message) answer({ type: 'InjectAgentMessage', message, behavior: 'queue' });
    }
    const events = {
      ConversationText({ role, content }) {
        transcript.append(
          el('li', { class: role }, el('span', { class: 'meta' }, role === 'user' ? 'You' : 'Flux'), content),
        );
        transcript.scrollTo({ top: transcript.scrollHeight });
        const saved = api.post('/api/v1/voice/messages', {
          session_id: session.session_id,
          role,
          content,
          message_id: crypto.randomUUID(),
          spoken_at: new Date().toISOString(),
        });
        saving = Promise.allSettled([saving, saved]);
      },
      async FunctionCallRequest(event) {
        // A call without an answer would leave the agent waiting.
        const failed = event.functions.map(({ id, name }) => ({
          type: 'FunctionCallResponse',
          id,
          name,
          content: 'That failed.',
        }));
        const { responses, deferred = [] } = await api
          .post('/api/v1/voice/intents', { ...event, session_id: session.session_id })
          .catch(() => ({ responses: failed }));
        for (const response of responses) answer(response);
        for (const each of deferred) sayLater(each);
      },
      FunctionCallCancelled: (event) => api.post('/api/v1/voice/intents', { ...event, session_id: session.session_id }),
      UserStartedSpeaking: () => speaker.hush(),
      AgentThinking: () => (status.textContent = 'Thinking…'),
      AgentStartedSpeaking: () => (status.textContent = 'Speaking…'),
      AgentAudioDone: () => (status.textContent = 'Listening…'),
      Error: ({ description }) => (status.textContent = description ?? 'Deepgram reported an error.'),
      async SettingsApplied() {
        status.textContent = 'Listening…';
        closeLater(await openMicrophone(session.settings.audio.input.sample_rate, send));
      },
    };
    socket.addEventListener('message', ({ data }) => {
      if (typeof data !== 'string') return speaker.play(data);
      const event = JSON.parse(data);
      Promise.resolve(events[event.type]?.(event)).catch((problem) => {
        status.textContent = problem.message;
      });
    });
    answer(session.settings);
    // Deepgram hangs up after ten seconds without sound.
    const alive = setInterval(() => answer({ type: 'KeepAlive' }), 8_000);
    closeLater(() => clearInterval(alive));
  } catch (problem) {
    status.textContent = problem.message;
    hangUp.textContent = 'Close';
  }
}

function connect({ websocket_url: url, deepgram_token: token }) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, ['bearer', token]);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => resolve(socket), { once: true });
    socket.addEventListener('error', () => reject(new Error('Deepgram could not be reached.')), { once: true });
  });
}
