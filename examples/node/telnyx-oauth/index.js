/**
 * @file Finds out how to get a token for a protected API. It fetches and validates OAuth 2.0 Protected Resource
 * Metadata (RFC 9728) and Authorization Server Metadata (RFC 8414, OpenID Connect Discovery).
 *
 * The package calls the C library libtelnyx_oauth, which makes all decisions. Functions that return a promise do not
 * block the event loop. Every error is a {@link TelnyxOAuthError}.
 */

/** @typedef {import('./attempt.js').Attempt} Attempt */
/** @typedef {import('./authorization-server-metadata.js').AuthorizationServerMetadata} AuthorizationServerMetadata */
/** @typedef {import('./call.js').CallOptions} CallOptions */
/** @typedef {import('./challenge.js').Challenge} Challenge */
/** @typedef {import('./client.js').Challenged} Challenged */
/** @typedef {import('./client.js').ChosenServer} ChosenServer */
/** @typedef {import('./discovery.js').DiscoveredServer} DiscoveredServer */
/** @typedef {import('./discovery.js').Discovery} Discovery */
/** @typedef {import('./error.js').ErrorKind} ErrorKind */
/** @typedef {import('./members.js').SignatureStatus} SignatureStatus */
/** @typedef {import('./options.js').ClientOptions} ClientOptions */
/** @typedef {import('./options.js').ResourceMatch} ResourceMatch */
/** @typedef {import('./options.js').Rules} Rules */
/** @typedef {import('./resource-metadata.js').ResourceMetadata} ResourceMetadata */
/** @typedef {import('./response.js').FetchedResponse} FetchedResponse */
/** @typedef {import('./warning.js').Warning} Warning */

export { judgeAuthorizationServerMetadata } from './authorization-server-metadata.js';
export { parseChallenges } from './challenge.js';
export { Client, discover, fetchAuthorizationServerMetadata, fetchResourceMetadata, vet } from './client.js';
export { TelnyxOAuthError } from './error.js';
export { version } from './native.js';
export { judgeResourceMetadata } from './resource-metadata.js';
export { authorizationServerMetadataUrls, resourceMetadataUrl } from './well-known.js';
