/** @file A call off the event loop. */
import { invalidArgument, madeOrFailed, TelnyxOAuthError } from './error.js';
import { object, wholeNumber } from './input.js';
import { cancelToken, call as native } from './native.js';
import { leave, take } from './turns.js';

/** @typedef {import('./native.js').Handle} Handle */

/**
 * What one call has of its own.
 * @typedef {object} CallOptions
 * @property {number} [timeoutMs] the time that the whole call may take, retries and waits included: 1 to
 *   86400000, a day. It begins when the call has its thread. Default: the client's
 * @property {AbortSignal} [signal] aborts the call
 */

/** The tokens of the calls under way. @type {Set<Handle>} */
const underWay = new Set();

// A process that exits waits for its threads.
process.on('exit', () => {
  for (const token of underWay) cancelToken.cancel(token);
});

/**
 * Makes a call.
 * @param {{ async: (...args: any[]) => void }} run the library's function
 * @param {(settings: Handle) => unknown[]} inputs its arguments, but for the out-parameters
 * @param {CallOptions} options
 * @returns {Promise<Handle>} what it made
 */
export async function makeAsync(run, inputs, options) {
  const { timeoutMs, signal } = checked(options);
  if (!(await take(signal))) throw abortedBefore(signal);
  const settings = native.new();
  const token = cancelToken.new();
  const cancel = () => cancelToken.cancel(token);
  underWay.add(token);
  signal?.addEventListener('abort', cancel, { once: true });
  // Aborted since it has its turn.
  if (signal?.aborted) cancel();
  try {
    native.setCancelToken(settings, token);
    if (timeoutMs !== undefined) native.setTimeoutMs(settings, timeoutMs);
    const { made, failure } = await offTheEventLoop(run, inputs(settings));
    return madeOrFailed(made, failure, signal?.aborted ? { cause: signal.reason } : {});
  } finally {
    signal?.removeEventListener('abort', cancel);
    underWay.delete(token);
    cancelToken.free(token);
    native.free(settings);
    leave();
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
