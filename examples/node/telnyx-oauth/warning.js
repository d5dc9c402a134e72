/** @file The warnings of a document or a discovery. */
import { names, warning } from './native.js';

/**
 * A tolerated deviation of a document or a server from an RFC. With the option `strict`, deviations that an RFC forbids
 * are errors.
 * @typedef {object} Warning
 * @property {string} kind the kind, for programs: "resource_missing", "resource_not_exact",
 *   "authorization_servers_missing", "issuer_root_slash", "content_type_unusual", "pkce_s256_not_advertised",
 *   "resource_not_listed", "challenge_unusable", "probe_failed", "challenge_malformed",
 *   "authorization_server_unusable", "member_null" or "probe_inconclusive"; later versions may add kinds
 * @property {string} message the expected and the actual value, for people; text from the network is escaped and
 *   truncated
 * @property {string | undefined} url the URL of the document or the server
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
