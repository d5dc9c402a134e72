/** @file The challenges of a WWW-Authenticate header field. */
import { make } from './error.js';
import { lines } from './input.js';
import { copyList, copyNamed } from './list.js';
import { challenge, challenges } from './native.js';

/**
 * One challenge of a WWW-Authenticate header field (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
 * @typedef {object} Challenge
 * @property {string} scheme the authentication scheme in lower case, such as "bearer"
 * @property {Readonly<Record<string, string>>} params the parameters, with names in lower case; if a name occurs
 *   twice, the first value is used
 * @property {string | undefined} token68 the token68 value, which some schemes have instead of parameters
 * @property {string | undefined} resourceMetadata the resource_metadata parameter
 *   (https://www.rfc-editor.org/rfc/rfc9728#section-5.1), not validated
 * @property {readonly string[] | undefined} scope the values of the scope parameter
 *   (https://www.rfc-editor.org/rfc/rfc6750#section-3): the scopes to request
 */

/**
 * Parses the challenges of all WWW-Authenticate field lines. Each line is parsed separately, so that a malformed line
 * hides no other line. A malformed part is skipped up to the next comma outside quotes. No request is sent.
 * @param {string | readonly string[]} wwwAuthenticate the field line, or a list of the field lines
 * @returns {readonly Readonly<Challenge>[]}
 * @throws {import('./error.js').TelnyxOAuthError} `invalid_argument` if a line is not a string, or contains a NUL or a
 *   lone surrogate
 */
export function parseChallenges(wwwAuthenticate) {
  const list = lines(wwwAuthenticate) ?? [];
  const made = make(challenges.parse, list, list.length);
  try {
    return copyList(challenges.all, made, copyChallenge);
  } finally {
    challenges.free(made);
  }
}

/**
 * @param {import('./native.js').Handle} handle
 * @returns {Readonly<Challenge>}
 */
export function copyChallenge(handle) {
  return Object.freeze({
    scheme: challenge.scheme(handle),
    params: copyNamed(challenge.params, handle),
    token68: challenge.token68(handle) ?? undefined,
    resourceMetadata: challenge.resourceMetadata(handle) ?? undefined,
    scope: challenge.hasScope(handle) ? copyList(challenge.scope, handle, (scope) => scope) : undefined,
  });
}
