/** @file The well-known URLs of documents. No request is sent. */
import { make } from './error.js';
import { text } from './input.js';
import { copyList } from './list.js';
import { string, strings, wellKnown } from './native.js';

/**
 * Returns the URL of a resource's metadata document: /.well-known/oauth-protected-resource inserted between host and
 * path (https://www.rfc-editor.org/rfc/rfc9728#section-3.1). No request is sent.
 * @param {string} resource an absolute https URL, or http on a loopback host
 * @returns {string}
 * @throws {import('./error.js').TelnyxOAuthError} `invalid_argument` if the resource is not an absolute http(s) URL,
 *   has a fragment or userinfo, or is a metadata URL; `insecure_url` for http to any other host
 */
export function resourceMetadataUrl(resource) {
  const made = make(wellKnown.resourceMetadataUrl, text('resource', resource));
  try {
    return string.text(made);
  } finally {
    string.free(made);
  }
}

/**
 * Returns the well-known URLs of an issuer, in the order of the requests. RFC 8414's URL comes first. Next is OpenID
 * Connect's URL, with the well-known path before the issuer's path. If the issuer has a path, the last URL has the
 * well-known path after the issuer's path (https://www.rfc-editor.org/rfc/rfc8414#section-3.1 and section 5). No
 * request is sent.
 * @param {string} issuer an absolute https URL without a query, or http on a loopback host
 * @returns {readonly string[]}
 * @throws {import('./error.js').TelnyxOAuthError} as {@link resourceMetadataUrl}
 */
export function authorizationServerMetadataUrls(issuer) {
  const made = make(wellKnown.authorizationServerMetadataUrls, text('issuer', issuer));
  try {
    return copyList(strings.all, made, (url) => url);
  } finally {
    strings.free(made);
  }
}
