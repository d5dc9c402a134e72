/** @file A protected resource's metadata document. */
import { optionalText } from './input.js';
import { copyNamed } from './list.js';
import { copyMembers } from './members.js';
import { resourceMetadata as native } from './native.js';
import { judge } from './response.js';

/** @typedef {import('./native.js').Handle} Handle */

/** @type {FinalizationRegistry<Handle>} */
const unused = new FinalizationRegistry((handle) => native.free(handle));

/**
 * A protected resource's metadata document (https://www.rfc-editor.org/rfc/rfc9728#section-2), validated. Immutable.
 * Strings are exactly as received: escape them before you print them. A member that the document lacks is undefined.
 */
export class ResourceMetadata {
  /**
   * The resource identifier of the document. It may differ from the requested one, as far as `resourceMatch` allows;
   * the warnings tell. @readonly @type {string | undefined}
   */
  resource;
  /**
   * The issuers of the resource's authorization servers, as absolute http(s) URLs.
   * @readonly @type {readonly string[] | undefined}
   */
  authorizationServers;
  /** The https URL of the resource's JWK Set. @readonly @type {string | undefined} */
  jwksUri;
  /** The scopes to request for access to the resource. @readonly @type {readonly string[] | undefined} */
  scopesSupported;
  /**
   * The ways to send a bearer token: header, body, query. An empty list means that none is supported.
   * @readonly @type {readonly string[] | undefined}
   */
  bearerMethodsSupported;
  /** The resource's name, for people. See resourceNameFor. @readonly @type {string | undefined} */
  resourceName;
  /**
   * A page for developers. Not checked: it may be any text. See resourceDocumentationFor.
   * @readonly @type {string | undefined}
   */
  resourceDocumentation;
  /**
   * A page with the policy for using the data. Not checked: it may be any text. See resourcePolicyUriFor.
   * @readonly @type {string | undefined}
   */
  resourcePolicyUri;
  /**
   * A page with the terms of service. Not checked: it may be any text. See resourceTosUriFor.
   * @readonly @type {string | undefined}
   */
  resourceTosUri;
  /**
   * A JWT with the members as signed claims (https://www.rfc-editor.org/rfc/rfc9728#section-2.2), exactly as
   * received. See signatureStatus. @readonly @type {string | undefined}
   */
  signedMetadata;
  /** The JWS algorithms that sign the responses of the resource. @readonly @type {readonly string[] | undefined} */
  resourceSigningAlgValuesSupported;
  /** The supported type values of authorization_details. @readonly @type {readonly string[] | undefined} */
  authorizationDetailsTypesSupported;
  /** The supported JWS algorithms for DPoP proofs. @readonly @type {readonly string[] | undefined} */
  dpopSigningAlgValuesSupported;
  /** Whether access tokens are bound to client certificates. @readonly @type {boolean | undefined} */
  tlsClientCertificateBoundAccessTokens;
  /** Whether access tokens must be bound by DPoP. @readonly @type {boolean | undefined} */
  dpopBoundAccessTokensRequired;

  /**
   * The members in other languages, by their full names, such as "resource_name#fr-CA".
   * @readonly @type {Readonly<Record<string, string>>}
   */
  variants;
  /** The members without a property in this class, by name. @readonly @type {Readonly<Record<string, unknown>>} */
  extra = {};
  /** The URL of the document, after redirects. @readonly */
  url = '';
  /** The document's text as received, without a byte-order mark. @readonly */
  rawJson = '';
  /** Whether signedMetadata was verified. @readonly @type {import('./members.js').SignatureStatus} */
  signatureStatus = 'absent';
  /** The tolerated deviations of the document. @readonly @type {readonly Readonly<import('./warning.js').Warning>[]} */
  warnings = [];
  /** tlsClientCertificateBoundAccessTokens, or the RFC's default, false. @readonly @type {boolean} */
  requiresTlsClientCertificateBoundAccessTokens;
  /** dpopBoundAccessTokensRequired, or the RFC's default, false. @readonly @type {boolean} */
  requiresDpopBoundAccessTokens;

  /** The library's document, for look-ups by language. */
  #handle;
  #json;

  /**
   * For internal use.
   * @param {Handle} handle the handle to own; the garbage collector frees it
   */
  constructor(handle) {
    unused.register(this, handle);
    this.#handle = handle;
    this.#json = native.toJson(handle);
    this.variants = copyNamed(native.variants, handle);
    copyMembers(/** @type {any} */ (this), native, handle, this.variants);
    this.requiresTlsClientCertificateBoundAccessTokens = native.requiresTlsClientCertificateBoundAccessTokens(handle);
    this.requiresDpopBoundAccessTokens = native.requiresDpopBoundAccessTokens(handle);
    Object.freeze(this);
  }

  /**
   * Returns resourceName for a language range, by the lookup of https://www.rfc-editor.org/rfc/rfc4647#section-3.4. If
   * no language matches, returns the value without a language.
   * @param {string} language a language range such as "fr-CA"; case is ignored
   * @returns {string | undefined}
   */
  resourceNameFor(language) {
    return this.#lookUp(native.resourceNameFor, language);
  }

  /**
   * Returns resourceDocumentation for a language range, like {@link resourceNameFor}.
   * @param {string} language
   * @returns {string | undefined}
   */
  resourceDocumentationFor(language) {
    return this.#lookUp(native.resourceDocumentationFor, language);
  }

  /**
   * Returns resourcePolicyUri for a language range, like {@link resourceNameFor}.
   * @param {string} language
   * @returns {string | undefined}
   */
  resourcePolicyUriFor(language) {
    return this.#lookUp(native.resourcePolicyUriFor, language);
  }

  /**
   * Returns resourceTosUri for a language range, like {@link resourceNameFor}.
   * @param {string} language
   * @returns {string | undefined}
   */
  resourceTosUriFor(language) {
    return this.#lookUp(native.resourceTosUriFor, language);
  }

  /**
   * @param {(handle: Handle, language: string | null) => string | null} find
   * @param {string} language
   */
  #lookUp(find, language) {
    return find(this.#handle, optionalText('language', language)) ?? undefined;
  }

  /** Returns the members of the document. @returns {Record<string, unknown>} */
  toJSON() {
    return JSON.parse(this.#json);
  }
}

/**
 * Validates a response of your own HTTP client as the document of the resource
 * (https://www.rfc-editor.org/rfc/rfc9728#section-3.2). No request is sent.
 * @param {string} resource an absolute https URL, or http on a loopback host
 * @param {import('./response.js').FetchedResponse} response
 * @param {import('./options.js').Rules} [rules]
 * @returns {ResourceMetadata}
 * @throws {import('./error.js').TelnyxOAuthError} `invalid_argument` or `insecure_url` for the resource or the
 *   response's URL; if the response is refused: `http_status`, `oauth_error`, `content_type`, `invalid_json`,
 *   `invalid_metadata`, `resource_mismatch`, `signature_invalid` or `profile_unmet`
 */
export function judgeResourceMetadata(resource, response, rules = {}) {
  return new ResourceMetadata(judge(native.fromResponse, 'resource', resource, response, rules));
}
