/** @file A response that was fetched elsewhere. */
import { invalidArgument, make } from './error.js';
import { optionalText, text, wholeNumber } from './input.js';
import { response as native } from './native.js';
import { withOptions } from './options.js';

/** @typedef {import('./native.js').Handle} Handle */

/**
 * A response that was fetched with an HTTP stack of the caller's own. That stack is then responsible for what this
 * package does otherwise: https, redirects on the same origin only, limits of time and size, no content coding.
 * @typedef {object} FetchedResponse
 * @property {number} status the HTTP status, 100 to 599
 * @property {string | Uint8Array} body the whole body
 * @property {string | null} [contentType] the Content-Type header field. Default: there was none
 * @property {string} [url] the URL that the response came from, after redirects. Default: where the document is looked
 *   for first
 * @property {Date} [receivedAt] when the response was received, for a signed_metadata that is valid for a time.
 *   Default: not known
 */

/**
 * Judges a response.
 * @param {(...args: any[]) => unknown} run the library's function
 * @param {string} argument what identifier is
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
 * @returns {Handle} to be freed
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
