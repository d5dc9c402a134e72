/** @file A client's options, and how a document is judged. */
import { invalidArgument } from './error.js';
import { flag, object, optionalText, text, wholeNumber } from './input.js';
import { options as native, version } from './native.js';

/** @typedef {import('./native.js').Handle} Handle */

/**
 * Which documents describe a resource. `exact`: its resource is identical to the one asked for, code point by code
 * point (https://www.rfc-editor.org/rfc/rfc9728#section-3.3). `covers`: same scheme, host and port, and the path asked
 * for or a whole-segment prefix of it; where an origin's root was asked for, any path of that origin. `same_origin`:
 * same scheme, host and port, for hosts whose paths trust one another. What is not identical, but for one trailing
 * slash, counts under every policy only where the document was found on the resource's own origin at
 * /.well-known/oauth-protected-resource or below it.
 * @typedef {'exact' | 'covers' | 'same_origin'} ResourceMatch
 */

/**
 * How a document is judged.
 * @typedef {object} Rules
 * @property {ResourceMatch} [resourceMatch] which documents describe a resource. Default: `covers`
 * @property {boolean} [strict] turns what an RFC forbids into an error where it would be a warning; implies `exact`.
 *   Default: false
 * @property {boolean} [allowHttp] allows http to hosts that are not loopback: anybody on the way can then read and
 *   forge what is found. Default: false
 * @property {{ jwks: string, issuer?: string }} [trustedKeys] the keys to verify a resource's signed_metadata with
 *   (https://www.rfc-editor.org/rfc/rfc9728#section-2.2): its claims then count in the place of the plain members, and
 *   one that cannot be trusted is a `signature_invalid`. ES256, ES384, RS256, PS256 and EdDSA with Ed25519. `jwks` is a
 *   JWK Set in JSON (https://www.rfc-editor.org/rfc/rfc7517#section-5), `issuer` the only iss that is trusted (default:
 *   any). Default: none; signed_metadata is passed through unverified
 */

/**
 * A client's options.
 * @typedef {object} TransportOptions
 * @property {string} [baseUrl] the URL whose origin is asked for where a call names no resource and no issuer. Its path
 *   does not count, as the documents are at the server's root. Default: the environment variable TELNYX_BASE_URL, else
 *   https://api.telnyx.com
 * @property {number} [timeoutMs] the time that a whole call may take, retries and waits included: 1 to
 *   86400000, a day. Default: 30000
 * @property {number} [connectTimeoutMs] the time that one connection may take, name look-up and TLS handshake included:
 *   1 to 86400000, a day. Default: 5000
 * @property {number} [maxRetries] how often a request is sent again after a transport error or a status of 408, 425,
 *   429, 500, 502, 503 or 504. The waits are 0.5 s, doubling to 8 s, with jitter, or what Retry-After asks for, up to
 *   60 s (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3). 0 to 100, default: 2
 * @property {number} [maxRedirects] how many redirects are followed, each to the same scheme, host and port only; 0 to
 *   10. Default: 3
 * @property {number} [maxBodyBytes] the size of the largest document that is read: at most 1 GiB. Default: 1048576
 * @property {boolean} [cache] whether documents are kept in memory for as long as their servers say that they are fresh
 *   (https://www.rfc-editor.org/rfc/rfc9111), and concurrent calls for one URL share one request. Up to 256 documents
 *   and 8 MiB are kept in a client; errors are not. Default: true
 * @property {string} [userAgent] the User-Agent to send, in printable ASCII. Default: "telnyx-oauth/VERSION (node)"
 * @property {string} [caFile] a PEM file of CA certificates to trust besides the system's; it is read when a client is
 *   made. The environment variables SSL_CERT_FILE and SSL_CERT_DIR name a file or directories in the place of the
 *   system's store; where there is neither, it is Mozilla's roots. Default: none
 * @property {readonly { host: string, port: number, address: string }[]} [resolve] addresses, such as "127.0.0.1" or
 *   "::1", to connect to for a host and a port, as curl's --resolve; the name in the URL still counts for TLS and for
 *   what is judged. Default: the system's name resolution
 * @property {string} [proxy] a proxy for every request, an http or https URL; NO_PROXY is obeyed. "": no proxy. Behind
 *   a proxy only literal addresses and localhost names can be checked for where a server's URLs may lead: the proxy
 *   takes over the rest. Default: what the environment variables HTTPS_PROXY, HTTP_PROXY and NO_PROXY say
 * @property {boolean} [allowPrivateAddresses] lets a server on a public address name private and loopback ones, in a
 *   redirect, a challenge or a document. Link-local, unspecified and multicast addresses stay refused. Default: false
 */

/** @typedef {TransportOptions & Rules} ClientOptions */

/** The library's numbers. @type {Readonly<Record<ResourceMatch, number>>} */
const RESOURCE_MATCH = { exact: 1, covers: 2, same_origin: 3 };

const UINT32_MAX = 2 ** 32 - 1;

/** @typedef {(handle: Handle, value: unknown) => void} Setter */

/** How each option is set. @type {Readonly<Record<keyof ClientOptions, Setter>>} */
const setters = {
  baseUrl: (handle, value) => native.setBaseUrl(handle, text('baseUrl', value)),
  timeoutMs: (handle, value) => native.setTimeoutMs(handle, wholeNumber('timeoutMs', value)),
  connectTimeoutMs: (handle, value) => native.setConnectTimeoutMs(handle, wholeNumber('connectTimeoutMs', value)),
  maxRetries: (handle, value) => native.setMaxRetries(handle, wholeNumber('maxRetries', value, UINT32_MAX)),
  maxRedirects: (handle, value) => native.setMaxRedirects(handle, wholeNumber('maxRedirects', value, UINT32_MAX)),
  maxBodyBytes: (handle, value) => native.setMaxBodyBytes(handle, wholeNumber('maxBodyBytes', value)),
  cache: (handle, value) => native.setCache(handle, flag('cache', value)),
  userAgent: (handle, value) => native.setUserAgent(handle, text('userAgent', value)),
  caFile: (handle, value) => native.setCaFile(handle, text('caFile', value)),
  resolve: (handle, value) => {
    for (const pin of Array.isArray(value) ? value : [value]) {
      const { host, port, address } = object('resolve', pin);
      const number = wholeNumber('resolve.port', port, 65535);
      native.addResolve(handle, text('resolve.host', host), number, text('resolve.address', address));
    }
  },
  proxy: (handle, value) => native.setProxy(handle, text('proxy', value)),
  allowHttp: (handle, value) => native.setAllowHttp(handle, flag('allowHttp', value)),
  allowPrivateAddresses: (handle, value) =>
    native.setAllowPrivateAddresses(handle, flag('allowPrivateAddresses', value)),
  resourceMatch: (handle, value) => {
    const policies = Object.keys(RESOURCE_MATCH);
    if (!policies.includes(/** @type {string} */ (value))) {
      throw invalidArgument(`resourceMatch must be one of ${policies.join(', ')}, not ${JSON.stringify(value)}`);
    }
    native.setResourceMatch(handle, RESOURCE_MATCH[/** @type {ResourceMatch} */ (value)]);
  },
  strict: (handle, value) => native.setStrict(handle, flag('strict', value)),
  trustedKeys: (handle, value) => {
    const { jwks, issuer } = object('trustedKeys', value);
    native.setTrustedKeys(handle, text('trustedKeys.jwks', jwks), optionalText('trustedKeys.issuer', issuer));
  },
};

/**
 * Runs use with the library's form of options. What is undefined has its default.
 * @template Result
 * @param {ClientOptions} options
 * @param {(handle: Handle) => Result} use
 * @returns {Result}
 */
export function withOptions(options, use) {
  const handle = native.new();
  try {
    native.setUserAgent(handle, `telnyx-oauth/${version()} (node)`);
    for (const [name, value] of Object.entries(object('options', options))) {
      if (!Object.hasOwn(setters, name)) throw invalidArgument(`there is no option ${JSON.stringify(name)}`);
      if (value !== undefined) setters[/** @type {keyof ClientOptions} */ (name)](handle, value);
    }
    return use(handle);
  } finally {
    native.free(handle);
  }
}
