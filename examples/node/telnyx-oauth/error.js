/** @file The error of a call. */
import { copyAttempt } from './attempt.js';
import { copyList } from './list.js';
import { error, names } from './native.js';

/** @typedef {import('./native.js').Handle} Handle */

/**
 * The kind of an error, for programs. The names are the same in every language. Later versions may add kinds.
 *
 * - `invalid_argument`: the caller's input is invalid. Examples: a URL that is not an absolute http(s) URL, a fragment,
 *   userinfo, a metadata URL instead of a resource, an invalid option. Correct the input.
 * - `insecure_url`: the URL is http, but https is required; see the option `allowHttp`.
 * - `blocked_address`: a server supplied a URL with a forbidden address, such as a private or loopback address.
 * - `transport`: name resolution failed, the connection failed, the peer closed the connection, or the response is not
 *   HTTP.
 * - `tls`: the TLS handshake failed or the certificate is not trusted.
 * - `timeout`: the deadline of `timeoutMs` or `connectTimeoutMs` passed.
 * - `cancelled`: the signal was aborted. The signal's reason is the `cause` of the error. The error's name is
 *   `AbortError`.
 * - `redirect_refused`: a redirect leads to another origin or has no usable target, or the limit on redirects is
 *   exceeded.
 * - `http_status`: the status is neither success nor a documented error.
 * - `oauth_error`: the response is a 4xx with an OAuth error in the body.
 * - `content_type`: the status is 200, but the body is not JSON or has a content coding.
 * - `body_too_large`: the body or the header section exceeds the size limit.
 * - `invalid_json`: the body is not a JSON object.
 * - `invalid_metadata`: the body is JSON, but not a valid document of this kind. The message names the member.
 * - `resource_mismatch`: the document describes another resource (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
 * - `issuer_mismatch`: the document describes another issuer (https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
 * - `not_found`: no URL has a document. `attempts` lists the requested URLs.
 * - `signature_invalid`: signed_metadata is invalid or not signed by a trusted key.
 * - `profile_unmet`: the document is valid, but lacks a requirement of the option `profile`.
 * - `internal`: a bug in the library. Please report it.
 * @typedef {'invalid_argument' | 'insecure_url' | 'blocked_address' | 'transport' | 'tls' | 'timeout' | 'cancelled'
 *   | 'redirect_refused' | 'http_status' | 'oauth_error' | 'content_type' | 'body_too_large' | 'invalid_json'
 *   | 'invalid_metadata' | 'resource_mismatch' | 'issuer_mismatch' | 'not_found' | 'signature_invalid'
 *   | 'profile_unmet' | 'internal'
 * } ErrorKind
 */

/**
 * The failure of a call. The message gives the expected and the actual value, for people. Text from the network is
 * escaped and truncated, so that the message is safe to print and to log.
 */
export class TelnyxOAuthError extends Error {
  /** The kind of the error, for programs. @readonly @type {ErrorKind} */
  kind;
  /** The URL of the failed request, or the caller's invalid URL. @readonly @type {string | undefined} */
  url;
  /** The HTTP status; undefined if no response was received. @readonly @type {number | undefined} */
  httpStatus;
  /**
   * The OAuth error code of an `oauth_error`, such as "invalid_request", exactly as received
   * (https://www.rfc-editor.org/rfc/rfc6749#section-5.2). @readonly @type {string | undefined}
   */
  error;
  /**
   * The OAuth error's description, exactly as received. Escape the text before you print it.
   * @readonly @type {string | undefined}
   */
  errorDescription;
  /**
   * The wait in seconds that the server requested with Retry-After
   * (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3).
   * @readonly @type {number | undefined}
   */
  retryAfter;
  /**
   * The messages of the underlying errors, from the outermost to the root cause, for logs. Escaped like the message.
   * @readonly @type {readonly string[]}
   */
  causes;
  /**
   * The requests of the call, sent or answered from the cache, in order.
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
 * Returns the error for input that cannot be passed to the library.
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
 * Calls a function whose last two arguments are out-parameters. Returns the result.
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
 * @param {Handle | null} failure the error; this function frees it
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
