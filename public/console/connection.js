// @ts-check

/** The pauses before a lost connection is looked for again, the first and the longest. */
const pauseMs = { first: 3_000, most: 60_000 };

/**
 * Keeps whether the server can be reached. A call that does not reach it loses it; then it is looked for, after a pause that grows
 * as long as it comes and goes.
 * @param {() => Promise<unknown>} probe rejects where the server cannot be reached
 */
export function createConnection(probe) {
  const events = new EventTarget();
  let isLost = false;
  let pause = pauseMs.first;
  let backAt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  window.addEventListener('offline', lost);
  window.addEventListener('online', () => isLost && look());
  if (!navigator.onLine) lost();

  function lost() {
    if (isLost) return;
    isLost = true;
    if (Date.now() - backAt > pauseMs.most) pause = pauseMs.first;
    wait();
    events.dispatchEvent(new Event('change'));
  }

  function back() {
    if (!isLost) return;
    isLost = false;
    backAt = Date.now();
    clearTimeout(timer);
    events.dispatchEvent(new Event('change'));
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(look, pause);
    pause = Math.min(pause * 2, pauseMs.most);
  }

  function look() {
    clearTimeout(timer);
    probe().then(back, () => isLost && wait());
  }

  return {
    lost,
    back,
    isLost: () => isLost,
    /** Calls back when the connection is lost and when it is there again. @param {() => void} changed @param {AbortSignal} [signal] */
    listen: (changed, signal) => events.addEventListener('change', changed, signal ? { signal } : {}),
  };
}
