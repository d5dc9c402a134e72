/** @file Calls on other threads than the event loop. */
import { invalidArgument, madeOrFailed, TelnyxOAuthError } from './error.js';
import { object, wholeNumber } from './input.js';
import { cancelToken, call as native } from './native.js';
import { acquire, release } from './slots.js';

/** @typedef {import('./native.js').Handle} Handle */

/**
 * The options of one call.
 * @typedef {object} CallOptions
 * @property {number} [timeoutMs] the deadline of the whole call in milliseconds, including retries and waits: 1 to
 *   86400000, a day. The time starts when the call gets a thread. Default: the client's timeout
 * @property {AbortSignal} [signal] aborts the call
 */

/** The tokens of the running calls. @type {Set<Handle>} */
const running = new Set();

// At exit, the process waits for its threads: end their calls.
process.on('exit', () => {
  for (const token of running) cancelToken.cancel(token);
});

/**
 * Makes a call on another thread.
 * @param {{ async: (...args: any[]) => void }} run the library's function
 * @param {(settings: Handle) => unknown[]} inputs its arguments, without the out-parameters
 * @param {CallOptions} options
 * @returns {Promise<Handle>} the result
 */
export async function makeAsync(run, inputs, options) {
  const { timeoutMs, signal } = checked(options);
  if (!(await acquire(signal))) throw abortedBefore(signal);
  const settings = native.new();
  const token = cancelToken.new();
  const cancel = () => cancelToken.cancel(token);
  running.add(token);
  signal?.addEventListener('abort', cancel, { once: true });
  // The signal may have been aborted while the call waited for a thread.
  if (signal?.aborted) cancel();
  try {
    native.setCancelToken(settings, token);
    if (timeoutMs !== undefined) native.setTimeoutMs(settings, timeoutMs);
    const { made, failure } = await offTheEventLoop(run, inputs(settings));
    return madeOrFailed(made, failure, signal?.aborted ? { cause: signal.reason } : {});
  } finally {
    signal?.removeEventListener('abort', cancel);
    running.delete(token);
    cancelToken.free(token);
    native.free(settings);
    release();
  }
}

/**
 * @param {{ async: (...args: any[]) => void }} run
 * @param {unknown[]} inputs
 * @returns {Promise<{ made: Handle | null, failure: Handle | null }>}
 */
function offTheEventLoop(run, inputs) {
  return new Promise((resolve, reject) => {
    /** @type {[Handle | null]} */
    const made = [null];
    /** @type {[Handle | null]} */
    const failure = [null];
    run.async(...inputs, made, failure, (/** @type {unknown} */ error) => {
      if (error) reject(error);
      else resolve({ made: made[0], failure: failure[0] });
    });
  });
}

/**
 * @param {CallOptions} options
 * @returns {CallOptions}
 */
function checked(options) {
  const { timeoutMs, signal } = object('options', options);
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw invalidArgument('signal must be an AbortSignal');
  }
  if (timeoutMs !== undefined) wholeNumber('timeoutMs', timeoutMs);
  return options;
}

/** @param {AbortSignal | undefined} signal */
function abortedBefore(signal) {
  const message = 'the signal was aborted before the call';
  return new TelnyxOAuthError({ kind: 'cancelled', message, cause: signal?.reason });
}
