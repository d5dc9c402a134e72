/** @file Why a call failed. */
import { copyAttempt } from './attempt.js';
import { copyList } from './list.js';
import { error, names } from './native.js';

/** @typedef {import('./native.js').Handle} Handle */

/**
 * What went wrong, for a program to decide upon. The names are the same in every language; later versions may add some.
 *
 * - `invalid_argument`: the caller's input: not an absolute http(s) URL, a fragment, userinfo, a metadata URL where a
 *   resource is wanted, an option that cannot be used. Correct the input.
 * - `insecure_url`: http where https is required; see the option `allowHttp`.
 * - `blocked_address`: a URL that a server named leads to an address where none may lead.
 * - `transport`: the name could not be resolved, the connection failed, the peer hung up, or what it sent is not HTTP.
 * - `tls`: the TLS handshake failed, or the certificate is not trusted.
 * - `timeout`: the deadline passed: `timeoutMs` or `connectTimeoutMs`.
 * - `cancelled`: the signal was aborted, for the `cause` of the error. Its name is `AbortError`.
 * - `redirect_refused`: a redirect to another origin, too many of them, or one that names no usable target.
 * - `http_status`: a status that is neither success nor a documented error.
 * - `oauth_error`: a status of 4xx whose body is an OAuth error.
 * - `content_type`: a status of 200, but not JSON, or in a content coding.
 * - `body_too_large`: the body or the header is over its limit.
 * - `invalid_json`: the body is not a JSON object.
 * - `invalid_metadata`: JSON, but not this document; the message names the member.
 * - `resource_mismatch`: the document describes another resource (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
 * - `issuer_mismatch`: the document describes another issuer (https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
 * - `not_found`: no candidate had a document; `attempts` lists what was asked.
 * - `signature_invalid`: signed_metadata could not be trusted.
 * - `internal`: a bug in the library. Please report it.
 * @typedef {'invalid_argument' | 'insecure_url' | 'blocked_address' | 'transport' | 'tls' | 'timeout' | 'cancelled'
 *   | 'redirect_refused' | 'http_status' | 'oauth_error' | 'content_type' | 'body_too_large' | 'invalid_json'
 *   | 'invalid_metadata' | 'resource_mismatch' | 'issuer_mismatch' | 'not_found' | 'signature_invalid' | 'internal'
 * } ErrorKind
 */

/**
 * Why a call failed. The message is what was expected and what came, for a person: text from the network is escaped and
 * cut in it, so that it is safe to print and to log.
 */
export class TelnyxOAuthError extends Error {
  /** What went wrong, for a program. @readonly @type {ErrorKind} */
  kind;
  /** The URL asked, or the caller's input where that was at fault. @readonly @type {string | undefined} */
  url;
  /** The status of the response that led to the error. @readonly @type {number | undefined} */
  httpStatus;
  /**
   * The OAuth error code of an `oauth_error`, such as "invalid_request", exactly as sent
   * (https://www.rfc-editor.org/rfc/rfc6749#section-5.2). @readonly @type {string | undefined}
   */
  error;
  /**
   * The OAuth error's description, exactly as sent: escape it before you print it. @readonly @type {string | undefined}
   */
  errorDescription;
  /**
   * How long the server asked to wait, in seconds (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3).
   * @readonly @type {number | undefined}
   */
  retryAfter;
  /**
   * What layers below said, from the nearest to the first, for a log. Not escaped. @readonly @type {readonly string[]}
   */
  causes;
  /**
   * The requests that the call sent, or was spared by the cache, in the order asked.
   * @readonly @type {readonly Readonly<import('./attempt.js').Attempt>[]}
   */
  attempts;

  /**
   * @param {Pick<TelnyxOAuthError, 'kind' | 'message'> & Partial<TelnyxOAuthError>} about
   */
  constructor(about) {
    super(about.message, 'cause' in about ? { cause: about.cause } : {});
    this.name = about.kind === 'cancelled' ? 'AbortError' : 'TelnyxOAuthError';
    this.kind = about.kind;
    this.url = about.url;
    this.httpStatus = about.httpStatus;
    this.error = about.error;
    this.errorDescription = about.errorDescription;
    this.retryAfter = about.retryAfter;
    this.causes = about.causes ?? [];
    this.attempts = about.attempts ?? [];
  }
}

/**
 * For input that cannot be handed to the library.
 * @param {string} message
 */
export function invalidArgument(message) {
  return new TelnyxOAuthError({ kind: 'invalid_argument', message });
}

/**
 * @param {Handle} handle
 * @param {{ cause?: unknown }} [why]
 */
export function copyError(handle, why = {}) {
  const retryAfter = Number(error.retryAfter(handle));
  return new TelnyxOAuthError({
    kind: names.status(error.kind(handle)),
    message: error.message(handle),
    url: error.url(handle) ?? undefined,
    httpStatus: error.httpStatus(handle) || undefined,
    error: error.error(handle) ?? undefined,
    errorDescription: error.errorDescription(handle) ?? undefined,
    retryAfter: retryAfter < 0 ? undefined : retryAfter,
    causes: copyList(error.causes, handle, (cause) => cause),
    attempts: copyList(error.attempts, handle, copyAttempt),
    ...why,
  });
}

/**
 * Calls a function whose last two arguments are out-parameters, and returns what it made.
 * @param {(...args: any[]) => unknown} run
 * @param {...unknown} args
 * @returns {Handle}
 */
export function make(run, ...args) {
  /** @type {[Handle | null]} */
  const made = [null];
  /** @type {[Handle | null]} */
  const failure = [null];
  run(...args, made, failure);
  return madeOrFailed(made[0], failure[0]);
}

/**
 * @param {Handle | null} made
 * @param {Handle | null} failure which is freed
 * @param {{ cause?: unknown }} [why]
 * @returns {Handle}
 */
export function madeOrFailed(made, failure, why) {
  if (failure === null) return /** @type {Handle} */ (made);
  try {
    throw copyError(failure, why);
  } finally {
    error.free(failure);
  }
}
