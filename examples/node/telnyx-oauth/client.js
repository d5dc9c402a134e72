/** @file The client and its calls. */
import { takeAuthorizationServerMetadata } from './authorization-server-metadata.js';
import { makeAsync } from './call.js';
import { takeDiscovery } from './discovery.js';
import { invalidArgument, make } from './error.js';
import { lines, object, optionalText, text } from './input.js';
import { copyList } from './list.js';
import { authorizationServerMetadata, call, client as native, resourceMetadata, strings } from './native.js';
import { withOptions } from './options.js';
import { ResourceMetadata } from './resource-metadata.js';

/** @typedef {import('./native.js').Handle} Handle */
/** @typedef {import('./call.js').CallOptions} CallOptions */
/** @typedef {import('./authorization-server-metadata.js').AuthorizationServerMetadata} AuthorizationServerMetadata */
/** @typedef {import('./discovery.js').Discovery} Discovery */

/**
 * @typedef {object} Challenged
 * @property {string | readonly string[] | null} [wwwAuthenticate] the WWW-Authenticate field lines of a response from
 *   the resource; an empty list means that the response had no such field. Default: the client probes the resource
 *   without credentials while it fetches the document. If the probe fails, or takes longer than 5 s or a third of the
 *   timeout, the discovery continues with the warning `probe_failed`
 */

/**
 * @typedef {object} ChosenServer
 * @property {string | null} [issuer] the authorization server to use: an absolute https URL without a query, or http on
 *   a loopback host. The resource's document need not list this server. No other server replaces it: if the server
 *   fails, the call fails with that error. The call then also succeeds if the resource has no document (`via` is
 *   `issuer`), or if its document lists no server. Default: the servers that the document lists
 */

/** @type {FinalizationRegistry<Handle>} */
const unused = new FinalizationRegistry((handle) => native.free(handle));

/**
 * A client with its own options, kept-alive connections and cache. A client may run many calls at the same time. Calls
 * without a free thread wait for a thread (see ./slots.js).
 */
export class Client {
  /** @type {Handle} */
  #handle;
  /** The number of running calls. After close(), the last running call frees the handle. */
  #calls = 0;
  #closed = false;

  /**
   * Builds a client. Reads the environment now. Reads the system's CA store at the first TLS handshake.
   * @param {import('./options.js').ClientOptions} [options]
   * @throws {import('./error.js').TelnyxOAuthError} `invalid_argument` for an invalid option or proxy variable;
   *   `internal` if the process has no file descriptors left
   */
  constructor(options = {}) {
    this.#handle = withOptions(options, (handle) => make(native.new, handle));
    unused.register(this, this.#handle, this);
  }

  /**
   * Fetches and validates the document at the well-known URL of a resource
   * (https://www.rfc-editor.org/rfc/rfc9728#section-3).
   * @param {string | null} [resource] an absolute https URL, or http on a loopback host. Default:
   *   https://api.telnyx.com, or the origin of `baseUrl`
   * @param {CallOptions} [options]
   * @returns {Promise<ResourceMetadata>}
   * @throws {import('./error.js').TelnyxOAuthError} of any kind except `issuer_mismatch` and `not_found`
   */
  async fetchResourceMetadata(resource, options = {}) {
    const input = optionalText('resource', resource);
    return new ResourceMetadata(
      await this.#make(resourceMetadata.fetch, (settings) => [this.#handle, input, settings], options),
    );
  }

  /**
   * Fetches and validates the document of an authorization server (https://www.rfc-editor.org/rfc/rfc8414#section-3).
   * Requests the URLs of `authorizationServerMetadataUrls` in order, until a URL has a document. These responses mean
   * that a URL has no document: a status of 4xx (other than 408, 425 and 429), an empty body, a body that is not JSON, a
   * JSON object without a registered member, and a redirect that is not followed. Any other failure ends the call.
   * @param {string | null} [issuer] an absolute https URL without a query, or http on a loopback host. Default:
   *   https://api.telnyx.com, or the origin of `baseUrl`
   * @param {CallOptions} [options]
   * @returns {Promise<AuthorizationServerMetadata>}
   * @throws {import('./error.js').TelnyxOAuthError} `not_found` if no URL has a document, or any other kind except
   *   `resource_mismatch`
   */
  async fetchAuthorizationServerMetadata(issuer, options = {}) {
    const input = optionalText('issuer', issuer);
    return takeAuthorizationServerMetadata(
      await this.#make(authorizationServerMetadata.fetch, (settings) => [this.#handle, input, settings], options),
    );
  }

  /**
   * Finds everything that a token request for a resource needs: the resource's challenge, the resource's document, and
   * the document of each listed authorization server (https://www.rfc-editor.org/rfc/rfc9728#section-5).
   *
   * The resource_metadata URL of a challenge is authoritative: no other URL is tried. Without it, the well-known URL of
   * the resource is requested, and then the well-known URL of the resource's origin. An invalid document ends the call.
   * The call succeeds if the resource's document is found. The failure of an authorization server is part of the
   * result.
   * @param {string | null} [resource] as in {@link fetchResourceMetadata}
   * @param {CallOptions & Challenged & ChosenServer} [options]
   * @returns {Promise<Discovery>}
   * @throws {import('./error.js').TelnyxOAuthError} `not_found` if no URL has a document, or any other kind;
   *   `attempts` lists the requests
   */
  async discover(resource, options = {}) {
    const input = optionalText('resource', resource);
    const challenge = lines(object('options', options).wwwAuthenticate);
    const count = challenge?.length ?? 0;
    const issuer = optionalText('issuer', options.issuer);
    const inputs = (/** @type {Handle} */ settings) => {
      if (issuer !== null) call.setIssuer(settings, issuer);
      return [this.#handle, input, challenge, count, settings];
    };
    return takeDiscovery(await this.#make(native.discover, inputs, options));
  }

  /**
   * Returns the addresses to which an HTTP client may connect for an endpoint of a document. The list is never empty.
   * The rules are those for URLs that servers name: `url` must not lead to a less public address than `from` does, nor
   * to a link-local one. No request is sent; a name is looked up.
   *
   * Use it for token, registration and other endpoints. Connect to these addresses only, as with the option `lookup` of
   * `https.request`, because the name may lead elsewhere later. Follow no redirects.
   * @param {string} url the endpoint: an https URL, or http if both URLs have a loopback host
   * @param {string} from the URL of the document, such as `metadataUrl` of a discovered server
   * @param {CallOptions} [options]
   * @returns {Promise<readonly string[]>} IPv4 and IPv6 addresses
   * @throws {import('./error.js').TelnyxOAuthError} `blocked_address` if no address is allowed; `insecure_url` for http;
   *   `transport` if the name cannot be resolved; `timeout` or `cancelled`; `invalid_argument` if `url` or `from` is
   *   invalid, or if a proxy takes the requests for `url`, because the proxy resolves the name
   */
  async vet(url, from, options = {}) {
    const [endpoint, document] = [text('url', url), text('from', from)];
    const made = await this.#make(native.vet, (settings) => [this.#handle, endpoint, document, settings], options);
    try {
      return copyList(strings.all, made, (address) => address);
    } finally {
      strings.free(made);
    }
  }

  /**
   * Frees the client's connections and cache. Without close(), the garbage collector frees them later. Running calls
   * continue. Later calls fail with `invalid_argument`. A second close() does nothing.
   */
  close() {
    if (this.#closed) return;
    this.#closed = true;
    unused.unregister(this);
    this.#freeIfUnused();
  }

  /**
   * @param {Parameters<typeof makeAsync>[0]} run
   * @param {Parameters<typeof makeAsync>[1]} inputs
   * @param {CallOptions} options
   */
  async #make(run, inputs, options) {
    if (this.#closed) throw invalidArgument('the client must not be closed');
    this.#calls += 1;
    try {
      return await makeAsync(run, inputs, options);
    } finally {
      this.#calls -= 1;
      this.#freeIfUnused();
    }
  }

  #freeIfUnused() {
    if (this.#closed && this.#calls === 0) native.free(this.#handle);
  }
}

/** The client of the free functions. The first call builds it. @type {Client | undefined} */
let shared;

function sharedClient() {
  shared ??= new Client();
  return shared;
}

/**
 * Calls {@link Client.fetchResourceMetadata} of a client with the default options that the whole process shares.
 * @param {Parameters<Client['fetchResourceMetadata']>} args
 */
export async function fetchResourceMetadata(...args) {
  return sharedClient().fetchResourceMetadata(...args);
}

/**
 * Calls {@link Client.fetchAuthorizationServerMetadata} of a client with the default options that the whole process
 * shares.
 * @param {Parameters<Client['fetchAuthorizationServerMetadata']>} args
 */
export async function fetchAuthorizationServerMetadata(...args) {
  return sharedClient().fetchAuthorizationServerMetadata(...args);
}

/**
 * Calls {@link Client.discover} of a client with the default options that the whole process shares.
 * @param {Parameters<Client['discover']>} args
 */
export async function discover(...args) {
  return sharedClient().discover(...args);
}

/**
 * Calls {@link Client.vet} of a client with the default options that the whole process shares.
 * @param {Parameters<Client['vet']>} args
 */
export async function vet(...args) {
  return sharedClient().vet(...args);
}
