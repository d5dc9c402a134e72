/** @file The attempts of a call. */
import { attempt, names } from './native.js';

/**
 * One request of a call, sent or answered from the cache. Each retry is a separate attempt. A redirect belongs to the
 * attempt whose request it answers.
 * @typedef {object} Attempt
 * @property {string} purpose the purpose of the request: "probe", "resource_metadata" or
 *   "authorization_server_metadata"
 * @property {string} url the requested URL
 * @property {number | undefined} status the HTTP status; undefined if no response was received
 * @property {string} outcome "ok", "absent" if the URL has no document, or the kind of the error
 * @property {number} elapsedMs the time from the start of the request to the end of the response, in milliseconds
 * @property {boolean} fromCache true if the document is from the cache: without a request, or after the server
 *   confirmed the document with the status 304
 */

/**
 * @param {import('./native.js').Handle} handle
 * @returns {Readonly<Attempt>}
 */
export function copyAttempt(handle) {
  return Object.freeze({
    purpose: names.purpose(attempt.purpose(handle)),
    url: attempt.url(handle),
    status: attempt.status(handle) || undefined,
    outcome: names.outcome(attempt.outcome(handle)),
    elapsedMs: Number(attempt.elapsedMs(handle)),
    fromCache: attempt.fromCache(handle),
  });
}
