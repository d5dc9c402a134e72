/** @file What a resource says about access to it. */
import { make } from './error.js';
import { lines } from './input.js';
import { copyList, copyNamed } from './list.js';
import { challenge, challenges } from './native.js';

/**
 * One challenge of a WWW-Authenticate header field (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
 * @typedef {object} Challenge
 * @property {string} scheme the authentication scheme, in lower case, such as "bearer"
 * @property {Readonly<Record<string, string>>} params the parameters, their names in lower case; of a name that occurs
 *   twice, the first counts
 * @property {string | undefined} token68 what some schemes have in the place of parameters
 * @property {string | undefined} resourceMetadata the resource_metadata parameter
 *   (https://www.rfc-editor.org/rfc/rfc9728#section-5.1), whatever it is
 * @property {readonly string[] | undefined} scope the scopes of the scope parameter
 *   (https://www.rfc-editor.org/rfc/rfc6750#section-3): what to ask for
 */

/**
 * Reads the challenges of all WWW-Authenticate field lines, each on its own, so that a malformed one hides none. A
 * malformed piece is skipped up to the next comma outside quotes. No request is sent.
 * @param {string | readonly string[]} wwwAuthenticate the values of the header fields of that name
 * @returns {readonly Readonly<Challenge>[]}
 * @throws {import('./error.js').TelnyxOAuthError} `invalid_argument` for what is no string, or has a NUL or a lone
 *   surrogate
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
