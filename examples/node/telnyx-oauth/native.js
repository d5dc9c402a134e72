/** @file The functions of the C library libtelnyx_oauth. */
import koffi from 'koffi';

/** @typedef {bigint} Handle a pointer to an object of the library */

const SONAME = 'libtelnyx_oauth.so.1';

/** The stack size of a call's thread in bytes. koffi's default is too small for a TLS handshake. */
const STACK_SIZE = 2 * 1024 * 1024;

const HANDLE = 'void *';
const OUT = koffi.out(koffi.pointer(HANDLE));

const library = load();

function load() {
  if ((koffi.config().async_stack_size ?? 0) < STACK_SIZE) {
    try {
      koffi.config({ async_stack_size: STACK_SIZE });
    } catch (cause) {
      const how = `import telnyx-oauth earlier, or call koffi.config({ async_stack_size: ${STACK_SIZE} }) first`;
      throw new Error(`koffi loaded a library before telnyx-oauth could set the stack size: ${how}`, { cause });
    }
  }
  try {
    return koffi.load(SONAME);
  } catch (cause) {
    throw new Error(`cannot load ${SONAME}: install it, or add its folder to LD_LIBRARY_PATH`, { cause });
  }
}

/**
 * @param {string} name the name without telnyx_
 * @param {string} result
 * @param {...(string | typeof OUT)} parameters
 */
function fn(name, result, ...parameters) {
  return library.func(`telnyx_${name}`, result, parameters);
}

/** @param {string} name */
const text = (name) => fn(name, 'str', HANDLE);

/**
 * The functions of a list: the count of the items, and an item by index.
 * @param {string} name
 * @param {string} [result]
 */
const list = (name, result = HANDLE) => ({
  count: fn(`${name}_count`, 'size_t', HANDLE),
  at: fn(`${name}_at`, result, HANDLE, 'size_t'),
});

/**
 * The functions that both documents have.
 * @param {string} noun
 */
const document = (noun) => ({
  fetch: fn(`client_fetch_${noun}`, 'int32_t', HANDLE, 'str', HANDLE, OUT, OUT),
  fromResponse: fn(`${noun}_from_response`, 'int32_t', 'str', HANDLE, HANDLE, OUT, OUT),
  url: text(`${noun}_document_url`),
  extra: text(`${noun}_extra`),
  rawJson: text(`${noun}_raw_json`),
  toJson: text(`${noun}_to_json`),
  signatureStatus: fn(`${noun}_signature_status`, 'int32_t', HANDLE),
  warnings: list(`${noun}_warnings`),
  free: fn(`${noun}_free`, 'void', HANDLE),
});

/** @param {string} name */
const languages = (name) => fn(`resource_metadata_${name}_for`, 'str', HANDLE, 'str');

/** @param {string} name @param {string} type */
const setter = (name, type) => fn(name, 'int32_t', HANDLE, type);

export const version = /** @type {() => string} */ (fn('version', 'str'));

/** The names of the enums' values. The names are the same in every language. */
export const names = {
  status: fn('status_str', 'str', 'int32_t'),
  purpose: fn('purpose_str', 'str', 'int32_t'),
  outcome: fn('outcome_str', 'str', 'int32_t'),
  warningKind: fn('warning_kind_str', 'str', 'int32_t'),
  signatureStatus: fn('signature_status_str', 'str', 'int32_t'),
};

export const client = {
  new: fn('client_new', 'int32_t', HANDLE, OUT, OUT),
  discover: fn('client_discover', 'int32_t', HANDLE, 'str', 'char **', 'size_t', HANDLE, OUT, OUT),
  vet: fn('client_vet', 'int32_t', HANDLE, 'str', 'str', HANDLE, OUT, OUT),
  free: fn('client_free', 'void', HANDLE),
};

export const call = {
  new: fn('call_new', HANDLE),
  setTimeoutMs: setter('call_set_timeout_ms', 'uint64_t'),
  setCancelToken: setter('call_set_cancel_token', HANDLE),
  setIssuer: setter('call_set_issuer', 'str'),
  free: fn('call_free', 'void', HANDLE),
};

export const cancelToken = {
  new: fn('cancel_token_new', HANDLE),
  cancel: fn('cancel_token_cancel', 'void', HANDLE),
  free: fn('cancel_token_free', 'void', HANDLE),
};

export const options = {
  new: fn('options_new', HANDLE),
  setBaseUrl: setter('options_set_base_url', 'str'),
  setTimeoutMs: setter('options_set_timeout_ms', 'uint64_t'),
  setConnectTimeoutMs: setter('options_set_connect_timeout_ms', 'uint64_t'),
  setMaxRetries: setter('options_set_max_retries', 'uint32_t'),
  setMaxRedirects: setter('options_set_max_redirects', 'uint32_t'),
  setMaxBodyBytes: setter('options_set_max_body_bytes', 'size_t'),
  setCache: setter('options_set_cache', 'bool'),
  setUserAgent: setter('options_set_user_agent', 'str'),
  setCaFile: setter('options_set_ca_file', 'str'),
  addResolve: fn('options_add_resolve', 'int32_t', HANDLE, 'str', 'uint16_t', 'str'),
  setProxy: setter('options_set_proxy', 'str'),
  setAllowHttp: setter('options_set_allow_http', 'bool'),
  setAllowPrivateAddresses: setter('options_set_allow_private_addresses', 'bool'),
  setResourceMatch: setter('options_set_resource_match', 'int32_t'),
  setProfile: setter('options_set_profile', 'str'),
  setProbe: setter('options_set_probe', 'str'),
  setLegacyOrigin: setter('options_set_legacy_origin', 'bool'),
  addHeader: fn('options_add_header', 'int32_t', HANDLE, 'str', 'str'),
  setStrict: setter('options_set_strict', 'bool'),
  setTrustedKeys: fn('options_set_trusted_keys', 'int32_t', HANDLE, 'str', 'str'),
  setAuthorizationServerTrustedKeys: fn(
    'options_set_authorization_server_trusted_keys',
    'int32_t',
    HANDLE,
    'str',
    'str',
  ),
  free: fn('options_free', 'void', HANDLE),
};

export const response = {
  new: fn('response_new', HANDLE, 'uint16_t', HANDLE, 'size_t'),
  setUrl: setter('response_set_url', 'str'),
  setContentType: setter('response_set_content_type', 'str'),
  setReceivedAt: setter('response_set_received_at', 'int64_t'),
  free: fn('response_free', 'void', HANDLE),
};

export const resourceMetadata = {
  ...document('resource_metadata'),
  clone: fn('resource_metadata_clone', HANDLE, HANDLE),
  variants: {
    count: fn('resource_metadata_variants_count', 'size_t', HANDLE),
    nameAt: fn('resource_metadata_variants_name_at', 'str', HANDLE, 'size_t'),
    valueAt: fn('resource_metadata_variants_value_at', 'str', HANDLE, 'size_t'),
  },
  resourceNameFor: languages('resource_name'),
  resourceDocumentationFor: languages('resource_documentation'),
  resourcePolicyUriFor: languages('resource_policy_uri'),
  resourceTosUriFor: languages('resource_tos_uri'),
  requiresTlsClientCertificateBoundAccessTokens: fn(
    'resource_metadata_tls_client_certificate_bound_access_tokens',
    'bool',
    HANDLE,
  ),
  requiresDpopBoundAccessTokens: fn('resource_metadata_dpop_bound_access_tokens_required', 'bool', HANDLE),
};

export const authorizationServerMetadata = {
  ...document('authorization_server_metadata'),
  supportsPkceS256: fn('authorization_server_metadata_supports_pkce_s256', 'bool', HANDLE),
  sendsAuthorizationResponseIss: fn(
    'authorization_server_metadata_authorization_response_iss_parameter_supported',
    'bool',
    HANDLE,
  ),
  supportsRequestUriParameter: fn('authorization_server_metadata_supports_request_uri_parameter', 'bool', HANDLE),
};

export const discovery = {
  resource: text('discovery_resource'),
  challenges: list('discovery_challenges'),
  challenge: fn('discovery_challenge', HANDLE, HANDLE),
  via: text('discovery_via'),
  resourceMetadataUrl: text('discovery_resource_metadata_url'),
  resourceMetadata: fn('discovery_resource_metadata', HANDLE, HANDLE),
  authorizationServers: list('discovery_authorization_servers'),
  warnings: list('discovery_warnings'),
  attempts: list('discovery_attempts'),
  toJson: text('discovery_to_json'),
  free: fn('discovery_free', 'void', HANDLE),
};

export const discoveredServer = {
  issuer: text('discovered_server_issuer'),
  metadataUrl: text('discovered_server_metadata_url'),
  metadata: fn('discovered_server_metadata', HANDLE, HANDLE),
  error: fn('discovered_server_error', HANDLE, HANDLE),
  attempts: list('discovered_server_attempts'),
};

export const challenge = {
  scheme: text('challenge_scheme'),
  params: {
    count: fn('challenge_params_count', 'size_t', HANDLE),
    nameAt: fn('challenge_params_name_at', 'str', HANDLE, 'size_t'),
    valueAt: fn('challenge_params_value_at', 'str', HANDLE, 'size_t'),
  },
  token68: text('challenge_token68'),
  resourceMetadata: text('challenge_resource_metadata'),
  hasScope: fn('challenge_has_scope', 'bool', HANDLE),
  scope: list('challenge_scope', 'str'),
};

export const challenges = {
  parse: fn('parse_challenges', 'int32_t', 'char **', 'size_t', OUT, OUT),
  all: list('challenges'),
  free: fn('challenges_free', 'void', HANDLE),
};

export const error = {
  kind: fn('error_kind', 'int32_t', HANDLE),
  message: text('error_message'),
  url: text('error_url'),
  httpStatus: fn('error_http_status', 'uint16_t', HANDLE),
  error: text('error_error'),
  errorDescription: text('error_error_description'),
  retryAfter: fn('error_retry_after', 'int64_t', HANDLE),
  causes: list('error_causes', 'str'),
  attempts: list('error_attempts'),
  free: fn('error_free', 'void', HANDLE),
};

export const attempt = {
  purpose: fn('attempt_purpose', 'int32_t', HANDLE),
  url: text('attempt_url'),
  status: fn('attempt_status', 'uint16_t', HANDLE),
  outcome: fn('attempt_outcome', 'int32_t', HANDLE),
  elapsedMs: fn('attempt_elapsed_ms', 'uint64_t', HANDLE),
  fromCache: fn('attempt_from_cache', 'bool', HANDLE),
};

export const warning = {
  kind: fn('warning_kind', 'int32_t', HANDLE),
  message: text('warning_message'),
  url: text('warning_url'),
};

export const wellKnown = {
  resourceMetadataUrl: fn('resource_metadata_url', 'int32_t', 'str', OUT, OUT),
  authorizationServerMetadataUrls: fn('authorization_server_metadata_urls', 'int32_t', 'str', OUT, OUT),
};

export const string = { text: text('string_text'), free: fn('string_free', 'void', HANDLE) };

export const strings = { all: list('strings', 'str'), free: fn('strings_free', 'void', HANDLE) };
