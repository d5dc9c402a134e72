/** @file The result of a discovery. */
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
 * An authorization server that a resource's document lists, with either its metadata or an error.
 * @typedef {object} DiscoveredServer
 * @property {string} issuer the issuer as the resource's document spells it; the server's own spelling is
 *   `metadata.issuer`
 * @property {string | undefined} metadataUrl the URL of the server's document, after redirects
 * @property {AuthorizationServerMetadata | undefined} metadata the server's document
 * @property {import('./error.js').TelnyxOAuthError | undefined} error the reason why `metadata` is undefined
 * @property {readonly Readonly<import('./attempt.js').Attempt>[]} attempts the attempts to find the document; they
 *   are also among the discovery's
 */

/** Everything that a token request for a resource needs, with the source of each part. Immutable. */
export class Discovery {
  /** The requested resource. @readonly @type {string} */
  resource;
  /**
   * All challenges of the resource, in order.
   * @readonly @type {readonly Readonly<import('./challenge.js').Challenge>[]}
   */
  challenges;
  /**
   * The challenge with the document's URL (https://www.rfc-editor.org/rfc/rfc9728#section-5.1); otherwise the first
   * Bearer or DPoP challenge with a scope. Its scopes are the scopes to request. @readonly @type
   * {Readonly<import('./challenge.js').Challenge> | undefined}
   */
  challenge;
  /**
   * The way in which the document was found: "challenge", "well_known" or "root". If there is no document, "issuer" or
   * "legacy_origin". @readonly @type {string}
   */
  via;
  /**
   * The URL of the resource's document, after redirects; undefined if there is no document.
   * @readonly @type {string | undefined}
   */
  resourceMetadataUrl;
  /**
   * The resource's document; undefined if there is no document, as with the option `legacyOrigin`.
   * @readonly @type {ResourceMetadata | undefined}
   */
  resourceMetadata;
  /**
   * The listed authorization servers, in the document's order. If `via` is "legacy_origin", the list has one server:
   * the origin of the resource. @readonly @type {readonly Readonly<DiscoveredServer>[]}
   */
  authorizationServers;
  /**
   * The tolerated deviations, including those of the servers' documents.
   * @readonly @type {readonly Readonly<import('./warning.js').Warning>[]}
   */
  warnings;
  /**
   * The requests of the discovery, sent or answered from the cache, in order.
   * @readonly @type {readonly Readonly<import('./attempt.js').Attempt>[]}
   */
  attempts;

  #json;

  /**
   * For internal use.
   * @param {Handle} handle the handle to copy; the caller frees it
   */
  constructor(handle) {
    const challenge = native.challenge(handle);
    const document = native.resourceMetadata(handle);
    this.#json = native.toJson(handle);
    this.resource = native.resource(handle);
    this.challenges = copyList(native.challenges, handle, copyChallenge);
    this.challenge = challenge === null ? undefined : copyChallenge(challenge);
    this.via = native.via(handle);
    this.resourceMetadataUrl = native.resourceMetadataUrl(handle) ?? undefined;
    this.resourceMetadata = document === null ? undefined : new ResourceMetadata(resourceMetadata.clone(document));
    this.authorizationServers = copyList(native.authorizationServers, handle, copyServer);
    this.warnings = copyList(native.warnings, handle, copyWarning);
    this.attempts = copyList(native.attempts, handle, copyAttempt);
    Object.freeze(this);
  }

  /** The metadata of the first listed server with valid metadata. @returns {AuthorizationServerMetadata | undefined} */
  get authorizationServer() {
    return this.authorizationServers.find((server) => server.metadata !== undefined)?.metadata;
  }

  /** Returns the JSON that the command line prints. @returns {Record<string, unknown>} */
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
