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
 * A protected resource's metadata document, judged. Immutable. Strings are exactly as sent, so escape them before you
 * print them; what is absent is undefined. The members are those of https://www.rfc-editor.org/rfc/rfc9728#section-2.
 */
export class ResourceMetadata {
  /**
   * The resource identifier that the document is about. It may differ from the one asked for, within `resourceMatch`:
   * see the warnings. @readonly @type {string | undefined}
   */
  resource;
  /**
   * The issuers of the authorization servers that can be used here, absolute http(s) URLs.
   * @readonly @type {readonly string[] | undefined}
   */
  authorizationServers;
  /** The resource's JWK Set, an https URL. @readonly @type {string | undefined} */
  jwksUri;
  /** The scopes that requests for access to the resource use. @readonly @type {readonly string[] | undefined} */
  scopesSupported;
  /**
   * How a bearer token may be sent: header, body, query; an empty list says that none is supported.
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
   * A page on how a client may use the data. Not checked: it may be any text. See resourcePolicyUriFor.
   * @readonly @type {string | undefined}
   */
  resourcePolicyUri;
  /**
   * A page with the terms of service. Not checked: it may be any text. See resourceTosUriFor.
   * @readonly @type {string | undefined}
   */
  resourceTosUri;
  /**
   * A JWT with the members as signed claims (https://www.rfc-editor.org/rfc/rfc9728#section-2.2), as sent. See
   * signatureStatus. @readonly @type {string | undefined}
   */
  signedMetadata;
  /** The algorithms with which the resource signs its responses. @readonly @type {readonly string[] | undefined} */
  resourceSigningAlgValuesSupported;
  /** The type values of authorization_details that are supported. @readonly @type {readonly string[] | undefined} */
  authorizationDetailsTypesSupported;
  /** The algorithms supported for DPoP proofs. @readonly @type {readonly string[] | undefined} */
  dpopSigningAlgValuesSupported;
  /** Whether tokens are bound to client certificates. @readonly @type {boolean | undefined} */
  tlsClientCertificateBoundAccessTokens;
  /** Whether tokens must be bound by DPoP. @readonly @type {boolean | undefined} */
  dpopBoundAccessTokensRequired;

  /**
   * The members in other languages, by their whole names, such as "resource_name#fr-CA".
   * @readonly @type {Readonly<Record<string, string>>}
   */
  variants;
  /** The members that have no property here, by their own names. @readonly @type {Readonly<Record<string, unknown>>} */
  extra = {};
  /** Where the document was found, after redirects. @readonly */
  url = '';
  /** The document's text as served, without a byte-order mark. @readonly */
  rawJson = '';
  /** What is known of signedMetadata. @readonly @type {import('./members.js').SignatureStatus} */
  signatureStatus = 'absent';
  /** What was tolerated in the document. @readonly @type {readonly Readonly<import('./warning.js').Warning>[]} */
  warnings = [];
  /** tlsClientCertificateBoundAccessTokens, or the RFC's default, false. @readonly @type {boolean} */
  requiresTlsClientCertificateBoundAccessTokens;
  /** dpopBoundAccessTokensRequired, or the RFC's default, false. @readonly @type {boolean} */
  requiresDpopBoundAccessTokens;

  /** The library's own document, which finds a language. */
  #handle;
  #json;

  /**
   * Not for users of this package.
   * @param {Handle} handle which the document frees
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
   * resourceName in the language that fits best, by the lookup of https://www.rfc-editor.org/rfc/rfc4647#section-3.4;
   * else without a language.
   * @param {string} language a language range such as "fr-CA"; upper and lower case are the same
   * @returns {string | undefined}
   */
  resourceNameFor(language) {
    return this.#lookUp(native.resourceNameFor, language);
  }

  /**
   * resourceDocumentation in the language that fits best, as {@link resourceNameFor}.
   * @param {string} language
   * @returns {string | undefined}
   */
  resourceDocumentationFor(language) {
    return this.#lookUp(native.resourceDocumentationFor, language);
  }

  /**
   * resourcePolicyUri in the language that fits best, as {@link resourceNameFor}.
   * @param {string} language
   * @returns {string | undefined}
   */
  resourcePolicyUriFor(language) {
    return this.#lookUp(native.resourcePolicyUriFor, language);
  }

  /**
   * resourceTosUri in the language that fits best, as {@link resourceNameFor}.
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

  /** The members by their own names. @returns {Record<string, unknown>} */
  toJSON() {
    return JSON.parse(this.#json);
  }
}

/**
 * Judges a response that was fetched elsewhere: may it describe the resource?
 * (https://www.rfc-editor.org/rfc/rfc9728#section-3.2). No request is sent.
 * @param {string} resource an absolute https URL, or http on a loopback host
 * @param {import('./response.js').FetchedResponse} response
 * @param {import('./options.js').Rules} [rules]
 * @returns {ResourceMetadata}
 * @throws {import('./error.js').TelnyxOAuthError} `invalid_argument` or `insecure_url` for the resource and the
 *   response's URL; else what the response deserves: `http_status`, `oauth_error`, `content_type`, `invalid_json`,
 *   `invalid_metadata`, `resource_mismatch` or `signature_invalid`
 */
export function judgeResourceMetadata(resource, response, rules = {}) {
  return new ResourceMetadata(judge(native.fromResponse, 'resource', resource, response, rules));
}
