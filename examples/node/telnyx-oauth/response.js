/** @file A response of the caller's own HTTP client. */
import { invalidArgument, make } from './error.js';
import { optionalText, text, wholeNumber } from './input.js';
import { response as native } from './native.js';
import { withOptions } from './options.js';

/** @typedef {import('./native.js').Handle} Handle */

/**
 * A response from your own HTTP client. Your HTTP client is then responsible for these protections: require https,
 * follow redirects on the same origin only, limit time and size, and refuse content codings.
 * @typedef {object} FetchedResponse
 * @property {number} status the HTTP status, 100 to 599
 * @property {string | Uint8Array} body the whole body
 * @property {string | null} [contentType] the value of the Content-Type header field. Default: absent
 * @property {string} [url] the URL of the response, after redirects. Default: the first well-known URL of the document
 * @property {Date} [receivedAt] the time of receipt. Required to verify a signed_metadata with exp or nbf. Default:
 *   unknown
 */

/**
 * Validates a response.
 * @param {(...args: any[]) => unknown} run the library's function
 * @param {string} argument the name of identifier in the error message
 * @param {string} identifier
 * @param {FetchedResponse} response
 * @param {import('./options.js').Rules} rules
 * @returns {Handle} the document
 */
export function judge(run, argument, identifier, response, rules) {
  const handle = toNative(response);
  try {
    const input = text(argument, identifier);
    return withOptions(rules, (options) => make(run, input, handle, options));
  } finally {
    native.free(handle);
  }
}

/**
 * @param {FetchedResponse} response
 * @returns {Handle} a handle that the caller must free
 */
function toNative({ status, body, contentType, url, receivedAt }) {
  const number = wholeNumber('status', status, 599);
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  if (!(bytes instanceof Uint8Array)) throw invalidArgument('body must be a string or a Uint8Array');
  const type = optionalText('contentType', contentType);
  const from = optionalText('url', url);
  const received = receivedAt === undefined ? undefined : Math.floor(Number(receivedAt) / 1000);
  if (received !== undefined) wholeNumber('receivedAt', received);
  const handle = native.new(number, bytes.length > 0 ? bytes : null, bytes.length);
  if (type !== null) native.setContentType(handle, type);
  if (from !== null) native.setUrl(handle, from);
  if (received !== undefined) native.setReceivedAt(handle, received);
  return handle;
}
