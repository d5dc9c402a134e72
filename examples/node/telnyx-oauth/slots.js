/** @file Limits the number of concurrent calls to the number of free threads. */

/**
 * The size of Node's thread pool. Files and name resolution use this pool too, so that one thread stays free for them.
 * https://nodejs.org/api/cli.html#uv_threadpool_sizesize
 */
const threads = Number(process.env.UV_THREADPOOL_SIZE) || 4;

/** koffi runs at most 256 calls at the same time in a process, including the calls of other packages. */
const limit = Math.min(Math.max(1, threads - 1), 128);

let taken = 0;
/** The waiting calls, in order. @type {Set<() => void>} */
const waiting = new Set();

/**
 * Waits for a slot. The caller must give the slot back with {@link release}.
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<boolean>} false if the signal was aborted during the wait; the caller then has no slot
 */
export async function acquire(signal) {
  if (signal?.aborted) return false;
  if (taken < limit) {
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

/** Gives the slot to the call that has waited longest. */
export function release() {
  const [next] = waiting;
  if (next === undefined) {
    taken -= 1;
    return;
  }
  waiting.delete(next);
  next();
}
