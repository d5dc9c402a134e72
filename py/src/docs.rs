//! What the documentation of several functions and methods says alike. The asyncio ones take theirs from here too
//! (`_async_client.py`), and `docs/fill_stub.py` copies all of it into the stub.

/// The documentation of a call: `arguments` up to what every form of it takes, and then its `outcome`.
macro_rules! call_docs {
    (fetch_resource_metadata, arguments) => {
        "Fetches and judges one document: the one at the well-known URL of `resource`
(RFC 9728 section 3, https://www.rfc-editor.org/rfc/rfc9728#section-3).

Blocks; Ctrl-C interrupts it.

Args:
    resource: An absolute https URL, or http on a loopback host. Default: `https://api.telnyx.com`, or the origin of
        `TELNYX_BASE_URL` or of the option `base_url`.
    timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
        the client's, which is 30 unless it was given another.
    cancel: A token with which another thread or task can end the call. Default: none."
    };
    (fetch_resource_metadata, outcome) => {
        "
Returns:
    The document, with `warnings` for what was tolerated.

Raises:
    Error: Any subclass but those of issuers and signatures; with `trusted_keys`, `SignatureInvalidError` too.
        `Error.attempts` lists what was asked."
    };
    (fetch_authorization_server_metadata, arguments) => {
        "Fetches and judges the document of an authorization server
(RFC 8414 section 3, https://www.rfc-editor.org/rfc/rfc8414#section-3, and OpenID Connect Discovery).

The candidates of `authorization_server_metadata_urls` are asked in order, up to the first that has a document.
Blocks; Ctrl-C interrupts it.

Args:
    issuer: An absolute https URL without a query, or http on a loopback host. Default: `https://api.telnyx.com`, or the
        origin of `TELNYX_BASE_URL` or of the option `base_url`.
    timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
        the client's, which is 30 unless it was given another.
    cancel: A token with which another thread or task can end the call. Default: none."
    };
    (fetch_authorization_server_metadata, outcome) => {
        "
Returns:
    The document, with `warnings` for what was tolerated.

Raises:
    NotFoundError: No candidate had a document.
    Error: Any other subclass but `ResourceMismatchError`. `Error.attempts` lists what was asked."
    };
    (discover, arguments) => {
        "Finds everything that is needed to ask for a token for `resource`: its challenge, its document, and the document
of each authorization server that it lists (RFC 9728 section 5, https://www.rfc-editor.org/rfc/rfc9728#section-5).

A server's failure is that server's own, in the result. Blocks; Ctrl-C interrupts it.

Args:
    resource: An absolute https URL, or http on a loopback host. Default: `https://api.telnyx.com`, or the origin of
        `TELNYX_BASE_URL` or of the option `base_url`.
    www_authenticate: The field lines of a `WWW-Authenticate` that you have got from the resource, or the one line.
        Default: the resource is asked, without credentials.
    timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
        the client's, which is 30 unless it was given another.
    cancel: A token with which another thread or task can end the call. Default: none."
    };
    (discover, outcome) => {
        "
Returns:
    What was found, and where each part came from.

Raises:
    NotFoundError: No candidate had a document.
    Error: Whatever else stopped the search. `Error.attempts` lists what was asked."
    };
    (options) => {
        "    options: Those of `Client`, for this one call. Without any, the process's shared client is used, which keeps
        connections and documents."
    };
}

/// The documentation of a call under the name that it has in Telnyx's SDK: what it fetches, and its twin.
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
    extra_headers: Accepted as the SDK does, and not sent.
    extra_query: Accepted as the SDK does, and not sent.
    extra_body: Accepted as the SDK does, and not sent.
    timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
        the client's, which is 30 unless it was given another.

Returns:
    The document, with `warnings` for what was tolerated.

Raises:
    Error: Whatever `Client.",
            $twin,
            "` raises."
        )
    };
}

/// The documentation of how a document is judged without a client.
macro_rules! rules_docs {
    (resource_match) => {
        "    resource_match: Which documents describe a resource: `exact`, `covers` or `same_origin` (RFC 9728 section 3.3,
        https://www.rfc-editor.org/rfc/rfc9728#section-3.3). Default: `covers`, and `exact` if `strict`."
    };
    (strict) => {
        "    strict: Turns what an RFC forbids into an error where it would be a warning. Default: False."
    };
    (allow_http) => {
        "    allow_http: Allows http to hosts that are not loopback. Default: False."
    };
    (trusted_keys) => {
        "    trusted_keys: The keys to verify the resource's `signed_metadata` with. Default: none, it is passed through."
    };
}

/// The documentation of a member's lookup by language.
macro_rules! language_docs {
    ($member:literal) => {
        concat!(
            "`",
            $member,
            "` in the language that fits best, by the lookup of RFC 4647 section 3.4
(https://www.rfc-editor.org/rfc/rfc4647#section-3.4).

Args:
    language: A language range, such as `fr-CA`.

Returns:
    The member in that language, else without a language; None where the document has neither."
        )
    };
}
