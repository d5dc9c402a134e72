/** @file An authorization server's metadata document. */
import { copyMembers } from './members.js';
import { authorizationServerMetadata as native } from './native.js';
import { judge } from './response.js';

/** @typedef {import('./native.js').Handle} Handle */

/**
 * An authorization server's metadata document, judged. Immutable. Strings are exactly as sent, so escape them before
 * you print them; what is absent is undefined. Every endpoint is an absolute https URL, or http where the issuer is
 * http on a loopback host. Where nothing else is said, the members are those of
 * https://www.rfc-editor.org/rfc/rfc8414#section-2 and of
 * https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata.
 */
export class AuthorizationServerMetadata {
  /**
   * The server's issuer identifier: use this one, not the one asked for, in what follows.
   * @readonly @type {string | undefined}
   */
  issuer;
  /** Where the user's browser is sent for authorization. @readonly @type {string | undefined} */
  authorizationEndpoint;
  /** Where tokens are requested. @readonly @type {string | undefined} */
  tokenEndpoint;
  /** The server's JWK Set. @readonly @type {string | undefined} */
  jwksUri;
  /** Dynamic client registration (https://www.rfc-editor.org/rfc/rfc7591). @readonly @type {string | undefined} */
  registrationEndpoint;
  /** The scopes that the server supports. @readonly @type {readonly string[] | undefined} */
  scopesSupported;
  /** The response_type values that the server supports. @readonly @type {readonly string[] | undefined} */
  responseTypesSupported;
  /**
   * The response_mode values that the server supports; absent: query and fragment.
   * @readonly @type {readonly string[] | undefined}
   */
  responseModesSupported;
  /**
   * The grant types that the server supports; absent: authorization_code and implicit.
   * @readonly @type {readonly string[] | undefined}
   */
  grantTypesSupported;
  /** A page for developers. Not checked: it may be any text. @readonly @type {string | undefined} */
  serviceDocumentation;
  /** A page on how a client may use the data. Not checked: it may be any text. @readonly @type {string | undefined} */
  opPolicyUri;
  /** A page with the terms of service. Not checked: it may be any text. @readonly @type {string | undefined} */
  opTosUri;
  /** Where tokens are revoked (https://www.rfc-editor.org/rfc/rfc7009). @readonly @type {string | undefined} */
  revocationEndpoint;
  /** Where tokens are introspected (https://www.rfc-editor.org/rfc/rfc7662). @readonly @type {string | undefined} */
  introspectionEndpoint;
  /**
   * A JWT with the members as signed claims (https://www.rfc-editor.org/rfc/rfc8414#section-2.1), as sent and not
   * verified. @readonly @type {string | undefined}
   */
  signedMetadata;
  /** OpenID Connect's user information. @readonly @type {string | undefined} */
  userinfoEndpoint;
  /**
   * Where the user is logged out (https://openid.net/specs/openid-connect-rpinitiated-1_0.html).
   * @readonly @type {string | undefined}
   */
  endSessionEndpoint;
  /**
   * How a client may authenticate at the token endpoint; absent: client_secret_basic.
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
   * How a client may authenticate at the revocation endpoint; absent: client_secret_basic.
   * @readonly @type {readonly string[] | undefined}
   */
  revocationEndpointAuthMethodsSupported;
  /**
   * The JWS algorithms for client authentication at the revocation endpoint.
   * @readonly @type {readonly string[] | undefined}
   */
  revocationEndpointAuthSigningAlgValuesSupported;
  /** How a client may authenticate at the introspection endpoint. @readonly @type {readonly string[] | undefined} */
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
   * The resources that the server says it serves (https://www.rfc-editor.org/rfc/rfc9728#section-4).
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
  /** The claim types that the server supports; absent: normal. @readonly @type {readonly string[] | undefined} */
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
   * Whether the document says that the request_uri parameter is supported. See supportsRequestUriParameter.
   * @readonly @type {boolean | undefined}
   */
  requestUriParameterSupported;
  /** Whether request_uri values must be registered beforehand. @readonly @type {boolean | undefined} */
  requireRequestUriRegistration;

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
  /**
   * Whether the server says that it supports PKCE with S256 (https://www.rfc-editor.org/rfc/rfc7636#section-4.2).
   * @readonly @type {boolean}
   */
  supportsPkceS256;
  /** authorizationResponseIssParameterSupported, or the RFC's default, false. @readonly @type {boolean} */
  sendsAuthorizationResponseIss;
  /** requestUriParameterSupported, or its default, true. @readonly @type {boolean} */
  supportsRequestUriParameter;

  #json;

  /**
   * Not for users of this package.
   * @param {Handle} handle which is copied, and not freed
   */
  constructor(handle) {
    this.#json = native.toJson(handle);
    copyMembers(/** @type {any} */ (this), native, handle);
    this.supportsPkceS256 = native.supportsPkceS256(handle);
    this.sendsAuthorizationResponseIss = native.sendsAuthorizationResponseIss(handle);
    this.supportsRequestUriParameter = native.supportsRequestUriParameter(handle);
    Object.freeze(this);
  }

  /** The members by their own names. @returns {Record<string, unknown>} */
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
 * Judges a response that was fetched elsewhere: is it the document of the issuer?
 * (https://www.rfc-editor.org/rfc/rfc8414#section-3.2). No request is sent.
 * @param {string} issuer an absolute https URL without a query, or http on a loopback host
 * @param {import('./response.js').FetchedResponse} response
 * @param {import('./options.js').Rules} [rules]
 * @returns {AuthorizationServerMetadata}
 * @throws {import('./error.js').TelnyxOAuthError} `invalid_argument` or `insecure_url` for the issuer and the
 *   response's URL; else what the response deserves: `http_status`, `oauth_error`, `content_type`, `invalid_json`,
 *   `invalid_metadata` or `issuer_mismatch`
 */
export function judgeAuthorizationServerMetadata(issuer, response, rules = {}) {
  return takeAuthorizationServerMetadata(judge(native.fromResponse, 'issuer', issuer, response, rules));
}
