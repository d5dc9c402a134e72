/** @file The options of a client, and the rules for validating a document. */
import { invalidArgument } from './error.js';
import { flag, object, optionalText, text, wholeNumber } from './input.js';
import { options as native, version } from './native.js';

/** @typedef {import('./native.js').Handle} Handle */

/**
 * Which documents describe a resource (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
 *
 * - `exact`: the document's resource is identical to the requested resource, code point by code point.
 * - `covers`: the scheme, host and port are the same. The path is the requested path or a whole-segment prefix. If the
 *   request is for an origin's root, any path of that origin is accepted.
 * - `same_origin`: the scheme, host and port are the same. For hosts whose paths trust one another.
 *
 * One trailing slash makes no difference. A resource that differs otherwise is accepted only at certain URLs, after
 * redirects: the well-known URL of the requested resource or of a parent path. If the request is for an origin's root,
 * the well-known URL of the document's resource is accepted too.
 * @typedef {'exact' | 'covers' | 'same_origin'} ResourceMatch
 */

/**
 * The rules for validating a document.
 * @typedef {object} Rules
 * @property {ResourceMatch} [resourceMatch] which documents describe a resource. Default: `covers`
 * @property {boolean} [strict] makes deviations that an RFC forbids errors instead of warnings; implies `exact`.
 *   Default: false
 * @property {'mcp'} [profile] the additional requirements of a protocol. `mcp`: the resource's document must list a
 *   server, and a server must advertise PKCE with S256. A document that lacks a requirement is a `profile_unmet`.
 *   Default: none
 * @property {boolean} [allowHttp] allows http to hosts that are not loopback. Attackers on the network path can
 *   then read and forge responses. Default: false
 * @property {{ jwks: string, issuer?: string }} [trustedKeys] the keys to verify a resource's signed_metadata with
 *   (https://www.rfc-editor.org/rfc/rfc9728#section-2.2). Its claims then replace the plain members. If
 *   signed_metadata is missing or not trusted, the error is `signature_invalid`. Algorithms: ES256, ES384, RS256,
 *   PS256, and EdDSA with Ed25519.
 *   `jwks` is a JWK Set in JSON (https://www.rfc-editor.org/rfc/rfc7517#section-5). `issuer` is the only trusted iss
 *   (default: any issuer). Default: no keys; signed_metadata is not verified
 * @property {{ jwks: string, issuer?: string }} [authorizationServerTrustedKeys] the keys to verify an authorization
 *   server's signed_metadata with (https://www.rfc-editor.org/rfc/rfc8414#section-2.1), as `trustedKeys` do for a
 *   resource's. Default: no keys; signed_metadata is not verified
 */

/**
 * The options of a client's requests.
 * @typedef {object} TransportOptions
 * @property {string} [baseUrl] the URL whose origin is the default resource and issuer. The path of the URL is
 *   ignored. Default: the environment variable TELNYX_BASE_URL, else
 *   https://api.telnyx.com
 * @property {number} [timeoutMs] the deadline of a whole call in milliseconds, including retries and waits: 1 to
 *   86400000, a day. Default: 30000
 * @property {number} [connectTimeoutMs] the deadline of one connection attempt in milliseconds, including name
 *   resolution and TLS handshake: 1 to 86400000, a day. Default: 5000
 * @property {number} [maxRetries] the number of retries after a transport error or a status of 408, 425, 429, 500, 502,
 *   503 or 504: 0 to 100. The wait is up to 0.5 s before the first retry and doubles up to 8 s, with jitter. A
 *   Retry-After of up to 60 s replaces the wait (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3). Default: 2
 * @property {number} [maxRedirects] the number of redirects to follow within the same scheme, host and port: 0 to 10.
 *   Default: 3
 * @property {number} [maxBodyBytes] the largest body to accept, in bytes: at most 1 GiB. Default: 1048576
 * @property {boolean} [cache] whether the client caches documents in memory while they are fresh
 *   (https://www.rfc-editor.org/rfc/rfc9111), and whether concurrent calls for one URL share a request. A client caches
 *   up to 256 documents and 8 MiB, but no errors. Default: true
 * @property {string} [userAgent] the User-Agent to send, in printable ASCII. Default: "telnyx-oauth/VERSION (node)"
 * @property {string} [caFile] a PEM file of CA certificates to trust in addition to the system's store. The constructor
 *   reads the file. The environment variables SSL_CERT_FILE and SSL_CERT_DIR replace the system's store by a file or
 *   directories. Without these variables and without a system's store, Mozilla's root certificates are used. Default:
 *   none
 * @property {readonly { host: string, port: number, address: string }[]} [resolve] addresses to connect to, such as
 *   "127.0.0.1" or "::1", by host and port, like curl's --resolve. TLS and the address rules still use the host name of
 *   the URL. Default: the system's name resolution
 * @property {string} [proxy] the http or https URL of a proxy for every request. NO_PROXY is obeyed. "" means no proxy.
 *   With a proxy, the client checks only literal addresses and localhost names in the URLs of a server. The proxy
 *   resolves all other names. Default: the environment variables HTTPS_PROXY, HTTP_PROXY and NO_PROXY
 * @property {'auto' | 'mcp' | 'get' | 'none'} [probe] how a discovery requests the challenge of the resource. `auto`
 *   sends a GET. If the response shows a JSON-RPC endpoint, the discovery continues as with `mcp`. `mcp` sends a POST
 *   of server/discover, and then a POST of initialize if the server is older. `get` sends only a GET, and `none` sends
 *   no request. Default: `mcp` with the profile `mcp`, else `auto`
 * @property {boolean} [legacyOrigin] whether a discovery uses the resource's origin as the authorization server, as MCP
 *   2025-03-26 did. The discovery does so only if each well-known URL of the resource answers with a status of 4xx
 *   other than 408, 425 and 429. The result then has no `resourceMetadata`. Default: false
 * @property {readonly { name: string, value: string }[]} [headers] header fields for a gateway in front of the
 *   resource. Only the origin of the requested resource gets these fields. The constructor refuses fields with
 *   credentials, and fields that the client sets itself. Default: none
 * @property {boolean} [allowPrivateAddresses] lets a server with a public address name private and loopback addresses,
 *   in a redirect, a challenge or a document. Link-local, unspecified and multicast addresses are always refused.
 *   Default: false
 */

/** @typedef {TransportOptions & Rules} ClientOptions */

/** The numbers of the policies in C. @type {Readonly<Record<ResourceMatch, number>>} */
const RESOURCE_MATCH = { exact: 1, covers: 2, same_origin: 3 };

const UINT32_MAX = 2 ** 32 - 1;

/** @typedef {(handle: Handle, value: unknown) => void} Setter */

/** The function that sets each option. @type {Readonly<Record<keyof ClientOptions, Setter>>} */
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
  profile: (handle, value) => native.setProfile(handle, text('profile', value)),
  probe: (handle, value) => native.setProbe(handle, text('probe', value)),
  legacyOrigin: (handle, value) => native.setLegacyOrigin(handle, flag('legacyOrigin', value)),
  headers: (handle, value) => {
    for (const field of Array.isArray(value) ? value : [value]) {
      const { name, value: content } = object('headers', field);
      native.addHeader(handle, text('headers.name', name), text('headers.value', content));
    }
  },
  strict: (handle, value) => native.setStrict(handle, flag('strict', value)),
  trustedKeys: (handle, value) => native.setTrustedKeys(handle, ...trusted('trustedKeys', value)),
  authorizationServerTrustedKeys: (handle, value) =>
    native.setAuthorizationServerTrustedKeys(handle, ...trusted('authorizationServerTrustedKeys', value)),
};

/**
 * Returns the JWK Set and the issuer of trusted keys.
 * @param {string} name the option's name
 * @param {unknown} value
 */
function trusted(name, value) {
  const { jwks, issuer } = object(name, value);
  return [text(`${name}.jwks`, jwks), optionalText(`${name}.issuer`, issuer)];
}

/**
 * Passes the options to use in the library's form. An undefined option has its default.
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
      if (!Object.hasOwn(setters, name)) throw invalidArgument(`unknown option ${JSON.stringify(name)}`);
      if (value !== undefined) setters[/** @type {keyof ClientOptions} */ (name)](handle, value);
    }
    return use(handle);
  } finally {
    native.free(handle);
  }
}
