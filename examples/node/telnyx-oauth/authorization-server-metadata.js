/** @file An authorization server's metadata document. */
import { copyMembers } from './members.js';
import { authorizationServerMetadata as native } from './native.js';
import { judge } from './response.js';

/** @typedef {import('./native.js').Handle} Handle */

/**
 * An authorization server's metadata document, validated. Immutable. Strings are exactly as received: escape them
 * before you print them. A member that the document lacks is undefined. Every endpoint is an absolute https URL, or
 * http if the issuer is http.
 *
 * Members without a link are registered by https://www.rfc-editor.org/rfc/rfc8414#section-2 or
 * https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata.
 */
export class AuthorizationServerMetadata {
  /**
   * The server's issuer identifier. Use this string instead of the requested one in later requests.
   * @readonly @type {string | undefined}
   */
  issuer;
  /** The authorization endpoint, which the user's browser opens. @readonly @type {string | undefined} */
  authorizationEndpoint;
  /** The token endpoint. @readonly @type {string | undefined} */
  tokenEndpoint;
  /** The URL of the server's JWK Set. @readonly @type {string | undefined} */
  jwksUri;
  /**
   * The endpoint for dynamic client registration (https://www.rfc-editor.org/rfc/rfc7591).
   * @readonly @type {string | undefined}
   */
  registrationEndpoint;
  /** The scopes that the server supports. @readonly @type {readonly string[] | undefined} */
  scopesSupported;
  /** The response_type values that the server supports. @readonly @type {readonly string[] | undefined} */
  responseTypesSupported;
  /**
   * The response_mode values that the server supports. If absent: query and fragment.
   * @readonly @type {readonly string[] | undefined}
   */
  responseModesSupported;
  /**
   * The grant types that the server supports. If absent: authorization_code and implicit.
   * @readonly @type {readonly string[] | undefined}
   */
  grantTypesSupported;
  /** A page for developers. Not checked: it may be any text. @readonly @type {string | undefined} */
  serviceDocumentation;
  /** A page with the policy for using the data. Not checked: it may be any text. @readonly @type {string | undefined} */
  opPolicyUri;
  /** A page with the terms of service. Not checked: it may be any text. @readonly @type {string | undefined} */
  opTosUri;
  /** The token revocation endpoint (https://www.rfc-editor.org/rfc/rfc7009). @readonly @type {string | undefined} */
  revocationEndpoint;
  /**
   * The token introspection endpoint (https://www.rfc-editor.org/rfc/rfc7662).
   * @readonly @type {string | undefined}
   */
  introspectionEndpoint;
  /**
   * A JWT with the members as signed claims (https://www.rfc-editor.org/rfc/rfc8414#section-2.1), exactly as
   * received and not verified. @readonly @type {string | undefined}
   */
  signedMetadata;
  /** OpenID Connect's UserInfo endpoint. @readonly @type {string | undefined} */
  userinfoEndpoint;
  /**
   * The endpoint that logs the user out (https://openid.net/specs/openid-connect-rpinitiated-1_0.html).
   * @readonly @type {string | undefined}
   */
  endSessionEndpoint;
  /**
   * The client authentication methods of the token endpoint. If absent: client_secret_basic.
   * @readonly @type {readonly string[] | undefined}
   */
  tokenEndpointAuthMethodsSupported;
  /**
   * The JWS algorithms for client authentication at the token endpoint.
   * @readonly @type {readonly string[] | undefined}
   */
  tokenEndpointAuthSigningAlgValuesSupported;
  /** The languages of the user interface, as BCP 47 tags. @readonly @type {readonly string[] | undefined} */
  uiLocalesSupported;
  /**
   * The client authentication methods of the revocation endpoint. If absent: client_secret_basic.
   * @readonly @type {readonly string[] | undefined}
   */
  revocationEndpointAuthMethodsSupported;
  /**
   * The JWS algorithms for client authentication at the revocation endpoint.
   * @readonly @type {readonly string[] | undefined}
   */
  revocationEndpointAuthSigningAlgValuesSupported;
  /**
   * The client authentication methods of the introspection endpoint.
   * @readonly @type {readonly string[] | undefined}
   */
  introspectionEndpointAuthMethodsSupported;
  /**
   * The JWS algorithms for client authentication at the introspection endpoint.
   * @readonly @type {readonly string[] | undefined}
   */
  introspectionEndpointAuthSigningAlgValuesSupported;
  /**
   * The PKCE methods that the server supports (https://www.rfc-editor.org/rfc/rfc7636). See supportsPkceS256.
   * @readonly @type {readonly string[] | undefined}
   */
  codeChallengeMethodsSupported;
  /**
   * The resources that use this server, as the server's document lists them
   * (https://www.rfc-editor.org/rfc/rfc9728#section-4).
   * @readonly @type {readonly string[] | undefined}
   */
  protectedResources;
  /** The authentication context classes that the server supports. @readonly @type {readonly string[] | undefined} */
  acrValuesSupported;
  /**
   * The subject identifier types that the server supports: pairwise, public.
   * @readonly @type {readonly string[] | undefined}
   */
  subjectTypesSupported;
  /** The JWS algorithms for ID tokens. @readonly @type {readonly string[] | undefined} */
  idTokenSigningAlgValuesSupported;
  /** The JWE algorithms for ID tokens. @readonly @type {readonly string[] | undefined} */
  idTokenEncryptionAlgValuesSupported;
  /** The JWE content encryptions for ID tokens. @readonly @type {readonly string[] | undefined} */
  idTokenEncryptionEncValuesSupported;
  /** The JWS algorithms for user information. @readonly @type {readonly string[] | undefined} */
  userinfoSigningAlgValuesSupported;
  /** The JWE algorithms for user information. @readonly @type {readonly string[] | undefined} */
  userinfoEncryptionAlgValuesSupported;
  /** The JWE content encryptions for user information. @readonly @type {readonly string[] | undefined} */
  userinfoEncryptionEncValuesSupported;
  /** The JWS algorithms for request objects. @readonly @type {readonly string[] | undefined} */
  requestObjectSigningAlgValuesSupported;
  /** The JWE algorithms for request objects. @readonly @type {readonly string[] | undefined} */
  requestObjectEncryptionAlgValuesSupported;
  /** The JWE content encryptions for request objects. @readonly @type {readonly string[] | undefined} */
  requestObjectEncryptionEncValuesSupported;
  /** The display values that the server supports. @readonly @type {readonly string[] | undefined} */
  displayValuesSupported;
  /** The claim types that the server supports. If absent: normal. @readonly @type {readonly string[] | undefined} */
  claimTypesSupported;
  /** The claims that the server may supply. @readonly @type {readonly string[] | undefined} */
  claimsSupported;
  /** The languages of claims, as BCP 47 tags. @readonly @type {readonly string[] | undefined} */
  claimsLocalesSupported;
  /**
   * Whether authorization responses carry iss (https://www.rfc-editor.org/rfc/rfc9207#section-3).
   * @readonly @type {boolean | undefined}
   */
  authorizationResponseIssParameterSupported;
  /** Whether the claims parameter is supported. @readonly @type {boolean | undefined} */
  claimsParameterSupported;
  /** Whether the request parameter is supported. @readonly @type {boolean | undefined} */
  requestParameterSupported;
  /**
   * Whether the request_uri parameter is supported; undefined if absent. See also supportsRequestUriParameter.
   * @readonly @type {boolean | undefined}
   */
  requestUriParameterSupported;
  /** Whether request_uri values must be registered in advance. @readonly @type {boolean | undefined} */
  requireRequestUriRegistration;

  /** The members without a property in this class, by name. @readonly @type {Readonly<Record<string, unknown>>} */
  extra = {};
  /** The URL of the document, after redirects. @readonly */
  url = '';
  /** The document's text as received, without a byte-order mark. @readonly */
  rawJson = '';
  /** Whether signedMetadata is present. It is never verified. @readonly @type {import('./members.js').SignatureStatus} */
  signatureStatus = 'absent';
  /** The tolerated deviations of the document. @readonly @type {readonly Readonly<import('./warning.js').Warning>[]} */
  warnings = [];
  /**
   * Whether the server's document lists PKCE with S256 (https://www.rfc-editor.org/rfc/rfc7636#section-4.2).
   * @readonly @type {boolean}
   */
  supportsPkceS256;
  /** authorizationResponseIssParameterSupported, or the RFC's default, false. @readonly @type {boolean} */
  sendsAuthorizationResponseIss;
  /** requestUriParameterSupported, or its default, true. @readonly @type {boolean} */
  supportsRequestUriParameter;

  #json;

  /**
   * For internal use.
   * @param {Handle} handle the handle to copy; the caller frees it
   */
  constructor(handle) {
    this.#json = native.toJson(handle);
    copyMembers(/** @type {any} */ (this), native, handle);
    this.supportsPkceS256 = native.supportsPkceS256(handle);
    this.sendsAuthorizationResponseIss = native.sendsAuthorizationResponseIss(handle);
    this.supportsRequestUriParameter = native.supportsRequestUriParameter(handle);
    Object.freeze(this);
  }

  /** Returns the members of the document. @returns {Record<string, unknown>} */
  toJSON() {
    return JSON.parse(this.#json);
  }
}

/**
 * Copies and frees a document.
 * @param {Handle} handle
 */
export function takeAuthorizationServerMetadata(handle) {
  try {
    return new AuthorizationServerMetadata(handle);
  } finally {
    native.free(handle);
  }
}

/**
 * Validates a response of your own HTTP client as the document of the issuer
 * (https://www.rfc-editor.org/rfc/rfc8414#section-3.2). No request is sent.
 * @param {string} issuer an absolute https URL without a query, or http on a loopback host
 * @param {import('./response.js').FetchedResponse} response
 * @param {import('./options.js').Rules} [rules]
 * @returns {AuthorizationServerMetadata}
 * @throws {import('./error.js').TelnyxOAuthError} `invalid_argument` or `insecure_url` for the issuer or the
 *   response's URL; if the response is refused: `http_status`, `oauth_error`, `content_type`, `invalid_json`,
 *   `invalid_metadata`, `issuer_mismatch`, `signature_invalid` or `profile_unmet`
 */
export function judgeAuthorizationServerMetadata(issuer, response, rules = {}) {
  return takeAuthorizationServerMetadata(judge(native.fromResponse, 'issuer', issuer, response, rules));
}
