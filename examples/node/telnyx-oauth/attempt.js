/** @file One request. */
import { attempt, names } from './native.js';

/**
 * One request that a call sent, or that the cache spared it. A retry is an attempt of its own; a redirect that was
 * followed is part of the attempt that it answered.
 * @typedef {object} Attempt
 * @property {string} purpose what it was for: "probe", "resource_metadata" or "authorization_server_metadata"
 * @property {string} url the URL asked
 * @property {number | undefined} status the HTTP status of the answer; undefined where none came
 * @property {string} outcome "ok", "absent" where there is no document at this URL, or the kind of the error it led to
 * @property {number} elapsedMs from the request's start to the end of its answer
 * @property {boolean} fromCache whether the document came from the cache: without a request, or confirmed with a status
 *   of 304
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
