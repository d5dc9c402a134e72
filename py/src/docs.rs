//! Docstrings that several functions and methods share. `_async_client.py` copies them to the asyncio functions and methods,
//! and `docs/fill_stub.py` copies them into the stub.

/// The docstring of a call, in two parts. `arguments` ends with the arguments that all forms of the call have. `outcome` is
/// the rest. Between them, functions of the module insert `options`.
macro_rules! call_docs {
    (fetch_resource_metadata, arguments) => {
        "Fetches and validates the metadata document at the well-known URL of `resource`
(RFC 9728 section 3, https://www.rfc-editor.org/rfc/rfc9728#section-3).

Blocks the calling thread. Ctrl-C interrupts the call.

Args:
    resource: An absolute https URL, or an http URL on a loopback host. Default: the origin of the option `base_url`,
        else of the environment variable `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
    timeout: The deadline of the whole call, including retries and waits, in seconds or as a `timedelta`. Default: the
        client's `timeout`.
    cancel: A token with which another thread or task can cancel the call. Default: none."
    };
    (fetch_resource_metadata, outcome) => {
        "
Returns:
    The document. Its `warnings` are the deviations from RFCs that were tolerated.

Raises:
    Error: Any subclass except `IssuerMismatchError` and `NotFoundError`. `SignatureInvalidError` only with
        `trusted_keys`. `Error.attempts` lists the requests."
    };
    (fetch_authorization_server_metadata, arguments) => {
        "Fetches and validates the metadata document of an authorization server
(RFC 8414 section 3, https://www.rfc-editor.org/rfc/rfc8414#section-3, and OpenID Connect Discovery).

Requests the URLs of `authorization_server_metadata_urls` in order, until a URL has a document.
Blocks the calling thread. Ctrl-C interrupts the call.

Args:
    issuer: An absolute https URL without a query, or an http URL on a loopback host. Default: the origin of the option
        `base_url`, else of the environment variable `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
    timeout: The deadline of the whole call, including retries and waits, in seconds or as a `timedelta`. Default: the
        client's `timeout`.
    cancel: A token with which another thread or task can cancel the call. Default: none."
    };
    (fetch_authorization_server_metadata, outcome) => {
        "
Returns:
    The document. Its `warnings` are the deviations from RFCs that were tolerated.

Raises:
    NotFoundError: No URL had a document.
    Error: Any other subclass except `ResourceMismatchError`. `SignatureInvalidError` only with
        `authorization_server_trusted_keys`. `Error.attempts` lists the requests."
    };
    (discover, arguments) => {
        "Finds all that a program needs to request a token for `resource`: its challenge, its metadata document, and the
document of each listed authorization server
(RFC 9728 section 5, https://www.rfc-editor.org/rfc/rfc9728#section-5).

The failure of an authorization server is part of the result, and the call still succeeds.
Blocks the calling thread. Ctrl-C interrupts the call.

Args:
    resource: An absolute https URL, or an http URL on a loopback host. Default: the origin of the option `base_url`,
        else of the environment variable `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
    www_authenticate: The field lines of a `WWW-Authenticate` header field that the resource has sent you: an iterable
        of strings, or one string. Default: the resource is probed, by a request without credentials.
    issuer: The authorization server to use, even if the resource's document does not list it. If it fails, the call
        fails with its error. Default: the servers in the document.
    timeout: The deadline of the whole call, including retries and waits, in seconds or as a `timedelta`. Default: the
        client's `timeout`.
    cancel: A token with which another thread or task can cancel the call. Default: none."
    };
    (discover, outcome) => {
        "
Returns:
    The parts that were found, and the source of each part.

Raises:
    NotFoundError: No URL had a document.
    Error: Any other subclass. `Error.attempts` lists the requests."
    };
    (vet, arguments) => {
        "Returns the addresses to which an HTTP client may connect for `url`, an endpoint in a metadata document.

The rules are those for URLs that servers name: `url` must not lead to a less public address than `from_` does, nor to
a link-local one. Use it for token, registration and other endpoints. Connect to these addresses only, because the name
may lead elsewhere later. Follow no redirects.
Blocks the calling thread. Ctrl-C interrupts the call.

Args:
    url: The URL of the endpoint.
    from_: The URL of the document that names the endpoint, such as `AuthorizationServer.metadata_url`.
    timeout: The deadline of the whole call, in seconds or as a `timedelta`. Default: the client's `timeout`.
    cancel: A token with which another thread or task can cancel the call. Default: none."
    };
    (vet, outcome) => {
        "
Returns:
    The allowed addresses, at least one.

Raises:
    BlockedAddressError: No address is allowed.
    InsecureUrlError: `url` is an http URL, except between loopback hosts or with `allow_http`.
    TransportError: The name cannot be resolved.
    InvalidArgumentError: `url` or `from_` is invalid, or a proxy takes the requests for `url` and resolves the name.
    TimeoutError: The deadline passed.
    CancelledError: `cancel` was cancelled."
    };
    (options) => {
        "    options: The options of `Client`, for this call only. Without options, the call uses the shared client of the
        process, with its connections and its cache."
    };
}

/// The docstring of a call with its name in Telnyx's SDK. `$what` is the document that the call fetches. `$method` is the
/// method of `Client` that makes the same call, and `$missing` is the argument that only this method has.
macro_rules! well_known_docs {
    ($what:literal, $method:literal, $missing:literal) => {
        concat!(
            "Fetches and validates ",
            $what,
            ". The call has this name in Telnyx's SDK.\n`Client.",
            $method,
            "` without ",
            $missing,
            " makes the same call.

Blocks the calling thread. Ctrl-C interrupts the call.

Args:
    extra_headers: Accepted for compatibility with the SDK; not sent.
    extra_query: Accepted for compatibility with the SDK; not sent.
    extra_body: Accepted for compatibility with the SDK; not sent.
    timeout: The deadline of the whole call, including retries and waits, in seconds or as a `timedelta`. Default: the
        client's `timeout`.

Returns:
    The document. Its `warnings` are the deviations from RFCs that were tolerated.

Raises:
    Error: The same errors as `Client.",
            $method,
            "`."
        )
    };
}

// begin generated: rules
/// The documentation of the rules that check a document without a client.
macro_rules! rules_docs {
    (resource_match) => {
        "    resource_match: Which documents may describe a resource (RFC 9728 section 3.3,
        https://www.rfc-editor.org/rfc/rfc9728#section-3.3): `exact`, `covers` or `same_origin`. Default:
        `covers`."
    };
    (strict) => {
        "    strict: Turns warnings about deviations that an RFC forbids into errors. Implies `exact`. Default:
        False."
    };
    (profile) => {
        "    profile: The additional requirements of a protocol: `mcp`, for which the resource's document must list a
        server, and a server must advertise PKCE with S256. Otherwise the error is `profile_unmet`. Default:
        none."
    };
    (probe) => {
        "    probe: How a discovery asks the resource for its challenge: `auto`, `mcp`, `get` or `none`. `auto` sends
        a GET, and continues as `mcp` if the answer shows a JSON-RPC endpoint; `mcp` sends a POST of
        `server/discover`, and then of `initialize` if the server is older. Default: `mcp` with the profile
        `mcp`, else `auto`."
    };
    (legacy_origin) => {
        "    legacy_origin: Tries the resource's origin as the authorization server if each well-known URL of the
        resource answers with a status of 4xx other than 408, 425 and 429, as MCP 2025-03-26 did. Default:
        False."
    };
    (allow_http) => {
        "    allow_http: Allows http to hosts that are not loopback. Anyone on the network path can then read and
        forge responses. Default: False."
    };
    (trusted_keys) => {
        "    trusted_keys: The keys to verify a resource's `signed_metadata` with. Its claims then replace the plain
        members. A document without `signed_metadata` is refused. Default: none, so that it is not verified."
    };
    (authorization_server_trusted_keys) => {
        "    authorization_server_trusted_keys: The keys to verify an authorization server's `signed_metadata` with.
        Its claims then replace the plain members. A document without `signed_metadata` is refused. Default:
        none, so that it is not verified."
    };
}
// end generated: rules
