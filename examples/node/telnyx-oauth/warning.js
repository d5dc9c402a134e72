/** @file What was tolerated. */
import { names, warning } from './native.js';

/**
 * Something that a document or a server did against an RFC, or left out, and that was tolerated. The option `strict`
 * turns what an RFC forbids into an error.
 * @typedef {object} Warning
 * @property {string} kind for a program: "resource_missing", "resource_not_exact", "authorization_servers_missing",
 *   "issuer_root_slash", "content_type_unusual", "pkce_s256_not_advertised", "resource_not_listed",
 *   "challenge_unusable", "probe_failed", "challenge_malformed", "authorization_server_unusable" or "member_null"; later
 *   versions may add some
 * @property {string} message what was expected and what came, for a person; text from the network is escaped and cut
 * @property {string | undefined} url the URL concerned
 */

/**
 * @param {import('./native.js').Handle} handle
 * @returns {Readonly<Warning>}
 */
export function copyWarning(handle) {
  return Object.freeze({
    kind: names.warningKind(warning.kind(handle)),
    message: warning.message(handle),
    url: warning.url(handle) ?? undefined,
  });
}
