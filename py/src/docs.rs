//! Documentation that several functions and methods share. Their asyncio twins take it from them (`_async_client.py`), and
//! `docs/fill_stub.py` copies it into the stub.

/// The documentation of a call: `arguments` ends with the arguments that every form of the call has; `outcome` follows.
macro_rules! call_docs {
    (fetch_resource_metadata, arguments) => {
        "Fetches and judges one document: the one at the well-known URL of `resource`
(RFC 9728 section 3, https://www.rfc-editor.org/rfc/rfc9728#section-3).

Blocks; Ctrl-C interrupts it.

Args:
    resource: An absolute https URL, or http on a loopback host. Default: `https://api.telnyx.com`, or the origin of
        `TELNYX_BASE_URL` or of the option `base_url`.
    timeout: The deadline of the whole call, retries and waits included, in seconds or as a `timedelta`. Default: the
        client's.
    cancel: A token with which another thread or task can cancel the call. Default: none."
    };
    (fetch_resource_metadata, outcome) => {
        "
Returns:
    The document. Its `warnings` are the deviations that were tolerated.

Raises:
    Error: Any subclass but `IssuerMismatchError` and, without `trusted_keys`, `SignatureInvalidError`. `Error.attempts`
        lists the requests."
    };
    (fetch_authorization_server_metadata, arguments) => {
        "Fetches and judges the document of an authorization server
(RFC 8414 section 3, https://www.rfc-editor.org/rfc/rfc8414#section-3, and OpenID Connect Discovery).

Requests the URLs of `authorization_server_metadata_urls` in order, up to the first that has a document.
Blocks; Ctrl-C interrupts it.

Args:
    issuer: An absolute https URL without a query, or http on a loopback host. Default: `https://api.telnyx.com`, or the
        origin of `TELNYX_BASE_URL` or of the option `base_url`.
    timeout: The deadline of the whole call, retries and waits included, in seconds or as a `timedelta`. Default: the
        client's.
    cancel: A token with which another thread or task can cancel the call. Default: none."
    };
    (fetch_authorization_server_metadata, outcome) => {
        "
Returns:
    The document. Its `warnings` are the deviations that were tolerated.

Raises:
    NotFoundError: No URL had a document.
    Error: Any other subclass but `ResourceMismatchError`. `Error.attempts` lists the requests."
    };
    (discover, arguments) => {
        "Finds everything that is needed to ask for a token for `resource`: its challenge, its document, and the document of
each authorization server that it lists (RFC 9728 section 5, https://www.rfc-editor.org/rfc/rfc9728#section-5).

A server's failure is in the result and fails nothing else. Blocks; Ctrl-C interrupts it.

Args:
    resource: An absolute https URL, or http on a loopback host. Default: `https://api.telnyx.com`, or the origin of
        `TELNYX_BASE_URL` or of the option `base_url`.
    www_authenticate: The field lines of a `WWW-Authenticate` that the resource has sent you, or the one line. Default:
        the resource is probed, without credentials.
    timeout: The deadline of the whole call, retries and waits included, in seconds or as a `timedelta`. Default: the
        client's.
    cancel: A token with which another thread or task can cancel the call. Default: none."
    };
    (discover, outcome) => {
        "
Returns:
    The parts that were found, with the source of each.

Raises:
    NotFoundError: No URL had a document.
    Error: Any other subclass. `Error.attempts` lists the requests."
    };
    (options) => {
        "    options: Those of `Client`, for this call alone. Without any, the call uses the process's shared client, with its
        connections and its cache."
    };
}

/// The documentation of a call under its name in Telnyx's SDK: the document that it fetches, its twin, and the argument
/// that it does not have.
macro_rules! well_known_docs {
    ($what:literal, $twin:literal, $missing:literal) => {
        concat!(
            "Fetches and judges ",
            $what,
            ", as Telnyx's SDK does under this name.\n`Client.",
            $twin,
            "` without ",
            $missing,
            " is the same call.

Blocks; Ctrl-C interrupts it.

Args:
    extra_headers: Accepted for compatibility with the SDK; not sent.
    extra_query: Accepted for compatibility with the SDK; not sent.
    extra_body: Accepted for compatibility with the SDK; not sent.
    timeout: The deadline of the whole call, retries and waits included, in seconds or as a `timedelta`. Default: the
        client's.

Returns:
    The document. Its `warnings` are the deviations that were tolerated.

Raises:
    Error: As `Client.",
            $twin,
            "`."
        )
    };
}

// begin generated: rules
/// The documentation of the rules that judge a document without a client.
macro_rules! rules_docs {
    (resource_match) => {
        "    resource_match: Which documents describe a resource (RFC 9728 section 3.3,
        https://www.rfc-editor.org/rfc/rfc9728#section-3.3): `exact`, `covers` or `same_origin`. Default:
        `covers`."
    };
    (strict) => {
        "    strict: Makes deviations that an RFC forbids errors instead of warnings; implies `exact`. Default:
        False."
    };
    (allow_http) => {
        "    allow_http: Allows http to hosts that are not loopback. Anyone on the network path can then read and
        forge responses. Default: False."
    };
    (trusted_keys) => {
        "    trusted_keys: The keys to verify a resource's `signed_metadata` with. Its claims then replace the plain
        members. Default: none, it is not verified."
    };
}
// end generated: rules
