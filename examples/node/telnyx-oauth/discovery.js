/** @file The whole way to a token. */
import { copyAttempt } from './attempt.js';
import { AuthorizationServerMetadata } from './authorization-server-metadata.js';
import { copyChallenge } from './challenge.js';
import { copyError } from './error.js';
import { copyList } from './list.js';
import { discoveredServer, discovery as native, resourceMetadata } from './native.js';
import { ResourceMetadata } from './resource-metadata.js';
import { copyWarning } from './warning.js';

/** @typedef {import('./native.js').Handle} Handle */

/**
 * An authorization server that a resource's document lists, and what became of the search for its metadata: it has
 * metadata or an error.
 * @typedef {object} DiscoveredServer
 * @property {string} issuer the issuer as it is listed; what the server calls itself is `metadata.issuer`
 * @property {string | undefined} metadataUrl where its document was found, after redirects
 * @property {AuthorizationServerMetadata | undefined} metadata its document
 * @property {import('./error.js').TelnyxOAuthError | undefined} error why there is no document
 * @property {readonly Readonly<import('./attempt.js').Attempt>[]} attempts those to find the document; they are among
 *   the discovery's too
 */

/** Everything that is needed to ask for a token for a resource, and where each part came from. Immutable. */
export class Discovery {
  /** The resource as it was asked for. @readonly @type {string} */
  resource;
  /**
   * The challenge that named the document's URL (https://www.rfc-editor.org/rfc/rfc9728#section-5.1); its scopes say
   * what to ask for. @readonly @type {Readonly<import('./challenge.js').Challenge> | undefined}
   */
  challenge;
  /** Where the resource's document was found, after redirects. @readonly @type {string} */
  resourceMetadataUrl;
  /** The resource's document. @readonly @type {ResourceMetadata} */
  resourceMetadata;
  /**
   * The authorization servers that the document lists, in its order. @readonly @type {readonly
   * Readonly<DiscoveredServer>[]}
   */
  authorizationServers;
  /**
   * What was tolerated, in the documents of the servers too.
   * @readonly @type {readonly Readonly<import('./warning.js').Warning>[]}
   */
  warnings;
  /**
   * The requests that were sent, or spared by the cache, in the order asked.
   * @readonly @type {readonly Readonly<import('./attempt.js').Attempt>[]}
   */
  attempts;

  #json;

  /**
   * Not for users of this package.
   * @param {Handle} handle which is copied, and not freed
   */
  constructor(handle) {
    const challenge = native.challenge(handle);
    this.#json = native.toJson(handle);
    this.resource = native.resource(handle);
    this.challenge = challenge === null ? undefined : copyChallenge(challenge);
    this.resourceMetadataUrl = native.resourceMetadataUrl(handle);
    this.resourceMetadata = new ResourceMetadata(resourceMetadata.clone(native.resourceMetadata(handle)));
    this.authorizationServers = copyList(native.authorizationServers, handle, copyServer);
    this.warnings = copyList(native.warnings, handle, copyWarning);
    this.attempts = copyList(native.attempts, handle, copyAttempt);
    Object.freeze(this);
  }

  /** The metadata of the first listed server that has any. @returns {AuthorizationServerMetadata | undefined} */
  get authorizationServer() {
    return this.authorizationServers.find((server) => server.metadata !== undefined)?.metadata;
  }

  /** The discovery as the command line prints it. @returns {Record<string, unknown>} */
  toJSON() {
    return JSON.parse(this.#json);
  }
}

/**
 * Copies and frees a discovery.
 * @param {Handle} handle
 */
export function takeDiscovery(handle) {
  try {
    return new Discovery(handle);
  } finally {
    native.free(handle);
  }
}

/**
 * @param {Handle} handle
 * @returns {Readonly<DiscoveredServer>}
 */
function copyServer(handle) {
  const metadata = discoveredServer.metadata(handle);
  const error = discoveredServer.error(handle);
  return Object.freeze({
    issuer: discoveredServer.issuer(handle),
    metadataUrl: discoveredServer.metadataUrl(handle) ?? undefined,
    metadata: metadata === null ? undefined : new AuthorizationServerMetadata(metadata),
    error: error === null ? undefined : copyError(error),
    attempts: copyList(discoveredServer.attempts, handle, copyAttempt),
  });
}
