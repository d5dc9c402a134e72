/** @file The calls. */
import { takeAuthorizationServerMetadata } from './authorization-server-metadata.js';
import { makeAsync } from './call.js';
import { takeDiscovery } from './discovery.js';
import { invalidArgument, make } from './error.js';
import { lines, object, optionalText } from './input.js';
import { authorizationServerMetadata, client as native, resourceMetadata } from './native.js';
import { withOptions } from './options.js';
import { ResourceMetadata } from './resource-metadata.js';

/** @typedef {import('./native.js').Handle} Handle */
/** @typedef {import('./call.js').CallOptions} CallOptions */
/** @typedef {import('./authorization-server-metadata.js').AuthorizationServerMetadata} AuthorizationServerMetadata */
/** @typedef {import('./discovery.js').Discovery} Discovery */

/**
 * @typedef {object} Challenged
 * @property {string | readonly string[] | null} [wwwAuthenticate] the field lines of the WWW-Authenticate that the
 *   caller has got from the resource; an empty list says that there was none. Default: the resource is asked, without
 *   credentials, at the same time as its document; where that fails, or takes longer than 5 s or a third of the time,
 *   the discovery goes on with the warning `probe_failed`
 */

/** @type {FinalizationRegistry<Handle>} */
const unused = new FinalizationRegistry((handle) => native.free(handle));

/**
 * Options, connections that are kept, and a cache. Any number of calls may be under way at the same time; those that
 * find no free thread wait for one (see ./turns.js).
 */
export class Client {
  /** @type {Handle} */
  #handle;
  /** Calls under way; the last one frees a client that was closed meanwhile. */
  #calls = 0;
  #closed = false;

  /**
   * Makes a client. The environment is read now, the system's CA store when a TLS handshake first needs it.
   * @param {import('./options.js').ClientOptions} [options]
   * @throws {import('./error.js').TelnyxOAuthError} `invalid_argument` for an option or a proxy variable that cannot be
   *   used; `internal` where the system has no file descriptors left
   */
  constructor(options = {}) {
    this.#handle = withOptions(options, (handle) => make(native.new, handle));
    unused.register(this, this.#handle, this);
  }

  /**
   * Fetches and judges one document: the one at the well-known URL of a resource
   * (https://www.rfc-editor.org/rfc/rfc9728#section-3).
   * @param {string | null} [resource] an absolute https URL, or http on a loopback host. Default:
   *   https://api.telnyx.com, or the origin of `baseUrl`
   * @param {CallOptions} [options]
   * @returns {Promise<ResourceMetadata>}
   * @throws {import('./error.js').TelnyxOAuthError} of any kind but `issuer_mismatch` and `not_found`
   */
  async fetchResourceMetadata(resource, options = {}) {
    const input = optionalText('resource', resource);
    return new ResourceMetadata(
      await this.#make(resourceMetadata.fetch, (settings) => [this.#handle, input, settings], options),
    );
  }

  /**
   * Fetches and judges the document of an authorization server: the candidates of `authorizationServerMetadataUrls` in
   * order, up to the first that has one (https://www.rfc-editor.org/rfc/rfc8414#section-3). A candidate that answers
   * with a status of 4xx (other than 408, 425 and 429), or with something that is not JSON, has none; any other failure
   * ends the search.
   * @param {string | null} [issuer] an absolute https URL without a query, or http on a loopback host. Default:
   *   https://api.telnyx.com, or the origin of `baseUrl`
   * @param {CallOptions} [options]
   * @returns {Promise<AuthorizationServerMetadata>}
   * @throws {import('./error.js').TelnyxOAuthError} `not_found` where no candidate had a document, or any other kind
   *   but `resource_mismatch` and `signature_invalid`
   */
  async fetchAuthorizationServerMetadata(issuer, options = {}) {
    const input = optionalText('issuer', issuer);
    return takeAuthorizationServerMetadata(
      await this.#make(authorizationServerMetadata.fetch, (settings) => [this.#handle, input, settings], options),
    );
  }

  /**
   * Finds everything that is needed to ask for a token for a resource: its challenge, its document, and the document of
   * each authorization server that it lists (https://www.rfc-editor.org/rfc/rfc9728#section-5).
   *
   * A challenge's resource_metadata is authoritative: what it leads to is the answer. Without one, the document is
   * looked for at its own URL, and then at the origin's. A bad document ends the search; nothing is guessed. The call
   * succeeds where the resource's document was found; each server's failure is its own, in the result.
   * @param {string | null} [resource] as in {@link fetchResourceMetadata}
   * @param {CallOptions & Challenged} [options]
   * @returns {Promise<Discovery>}
   * @throws {import('./error.js').TelnyxOAuthError} `not_found` where no candidate had a document, or what else stopped
   *   the search: `attempts` lists what was asked
   */
  async discover(resource, options = {}) {
    const input = optionalText('resource', resource);
    const challenge = lines(object('options', options).wwwAuthenticate);
    const count = challenge?.length ?? 0;
    return takeDiscovery(
      await this.#make(native.discover, (settings) => [this.#handle, input, challenge, count, settings], options),
    );
  }

  /**
   * Lets go of the client's connections and its cache, which the garbage collector would do too, at some time. Calls
   * that are under way go on to their end; later ones fail with `invalid_argument`. Closing twice does nothing.
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
    if (this.#closed) throw invalidArgument('the client must be one that is not closed');
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

/** Made by the first call that needs it. @type {Client | undefined} */
let shared;

function sharedClient() {
  shared ??= new Client();
  return shared;
}

/**
 * {@link Client.fetchResourceMetadata} with a client that the whole process shares, which has the default options.
 * @param {Parameters<Client['fetchResourceMetadata']>} args
 */
export async function fetchResourceMetadata(...args) {
  return sharedClient().fetchResourceMetadata(...args);
}

/**
 * {@link Client.fetchAuthorizationServerMetadata} with a client that the whole process shares, which has the default
 * options.
 * @param {Parameters<Client['fetchAuthorizationServerMetadata']>} args
 */
export async function fetchAuthorizationServerMetadata(...args) {
  return sharedClient().fetchAuthorizationServerMetadata(...args);
}

/**
 * {@link Client.discover} with a client that the whole process shares, which has the default options.
 * @param {Parameters<Client['discover']>} args
 */
export async function discover(...args) {
  return sharedClient().discover(...args);
}
