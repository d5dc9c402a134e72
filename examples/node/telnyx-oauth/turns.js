/** @file When a call may have a thread. */

/**
 * Node has these many threads for what would block, files and name look-ups included; one is left to them.
 * https://nodejs.org/api/cli.html#uv_threadpool_sizesize
 */
const threads = Number(process.env.UV_THREADPOOL_SIZE) || 4;

/** koffi takes 256 calls at once, of all who use it. */
const most = Math.min(Math.max(1, threads - 1), 128);

let taken = 0;
/** @type {Set<() => void>} those who wait, in their order */
const waiting = new Set();

/**
 * Waits for a turn, which has to be given back with {@link leave}.
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<boolean>} false, where the signal was aborted meanwhile: there is nothing to give back then.
 */
export async function take(signal) {
  if (signal?.aborted) return false;
  if (taken < most) {
    taken += 1;
    return true;
  }
  return new Promise((resolve) => {
    const go = () => {
      signal?.removeEventListener('abort', giveUp);
      resolve(true);
    };
    const giveUp = () => {
      waiting.delete(go);
      resolve(false);
    };
    signal?.addEventListener('abort', giveUp, { once: true });
    waiting.add(go);
  });
}

/** Gives the turn to who waits longest. */
export function leave() {
  const [next] = waiting;
  if (next === undefined) {
    taken -= 1;
    return;
  }
  waiting.delete(next);
  next();
}
