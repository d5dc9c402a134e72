"""Finds out how to get a token for a protected API.

Fetches and validates OAuth 2.0 Protected Resource Metadata (RFC 9728, https://www.rfc-editor.org/rfc/rfc9728) and
Authorization Server Metadata (RFC 8414, https://www.rfc-editor.org/rfc/rfc8414, and OpenID Connect Discovery):

    import telnyx_oauth

    print(telnyx_oauth.fetch_resource_metadata().authorization_servers)

The functions of the module share one client. Each `Client` and each `AsyncClient` has its own options, connections and
cache. A failure raises a subclass of `Error`: each kind of failure has one. All values are immutable.
The logger `telnyx_oauth` logs a debug record for each request when it ends, in the context of its call. The attributes of the
record are those of `Attempt`.
`from telnyx_oauth import *` does not import `TimeoutError` and `Warning`, because Python has builtins with these names.
Write `telnyx_oauth.TimeoutError`.
"""

import os
from builtins import TimeoutError as _TimeoutError
from collections.abc import Iterable, Mapping
from datetime import timedelta
from ipaddress import IPv4Address, IPv6Address
from types import TracebackType
from typing import Any, ClassVar, Final, Literal, TypedDict, final, type_check_only

from typing_extensions import Self, TypeAlias, Unpack

__all__ = [
    "AsyncClient",
    "AsyncTelnyx",
    "Attempt",
    "AuthorizationParameters",
    "AuthorizationServer",
    "AuthorizationServerMetadata",
    "BlockedAddressError",
    "BodyTooLargeError",
    "CancelToken",
    "CancelledError",
    "Challenge",
    "Client",
    "ContentTypeError",
    "Discovery",
    "DiscoveryPlan",
    "Error",
    "HttpStatusError",
    "InsecureUrlError",
    "InternalError",
    "InvalidArgumentError",
    "InvalidJsonError",
    "InvalidMetadataError",
    "IssuerMismatchError",
    "NotFoundError",
    "OAuthError",
    "PlannedRequest",
    "ProfileUnmetError",
    "RedirectRefusedError",
    "ResourceMetadata",
    "ResourceMismatchError",
    "SignatureInvalidError",
    "Telnyx",
    "TlsError",
    "TransportError",
    "TrustedKeys",
    "authorization_server_metadata_urls",
    "discover",
    "discover_async",
    "fetch_authorization_server_metadata",
    "fetch_authorization_server_metadata_async",
    "fetch_resource_metadata",
    "fetch_resource_metadata_async",
    "parse_challenges",
    "resource_metadata_url",
    "vet",
    "vet_async",
]

__version__: Final[str]

_Seconds: TypeAlias = float | timedelta
_Json: TypeAlias = dict[str, Any]
_ResourceMatch: TypeAlias = Literal["exact", "covers", "same_origin"]
_SignatureStatus: TypeAlias = Literal["absent", "unverified", "verified"]
_Purpose: TypeAlias = Literal["probe", "resource_metadata", "authorization_server_metadata"]
_ClientRegistration: TypeAlias = Literal["client_id_metadata_document", "dynamic", "preregistered"]
_Kind: TypeAlias = Literal[
    "invalid_argument",
    "insecure_url",
    "blocked_address",
    "transport",
    "tls",
    "timeout",
    "cancelled",
    "redirect_refused",
    "http_status",
    "oauth_error",
    "content_type",
    "body_too_large",
    "invalid_json",
    "invalid_metadata",
    "resource_mismatch",
    "issuer_mismatch",
    "not_found",
    "signature_invalid",
    "profile_unmet",
    "internal",
]
_WarningKind: TypeAlias = Literal[
    "resource_missing",
    "resource_not_exact",
    "authorization_servers_missing",
    "issuer_root_slash",
    "content_type_unusual",
    "pkce_s256_not_advertised",
    "resource_not_listed",
    "challenge_unusable",
    "probe_failed",
    "probe_inconclusive",
    "challenge_malformed",
    "authorization_server_unusable",
    "member_null",
]
_Via: TypeAlias = Literal["challenge", "well_known", "root", "issuer", "legacy_origin"]
_Profile: TypeAlias = Literal["mcp"]
_Probe: TypeAlias = Literal["auto", "mcp", "get", "none"]
_Address: TypeAlias = str | IPv4Address | IPv6Address

@type_check_only
class _Options(TypedDict, total=False):
    """The options of `Client`, except `timeout`, which is an argument of each function."""

    # begin generated: keywords
    base_url: str | None
    connect_timeout: _Seconds | None
    max_retries: int | None
    max_redirects: int | None
    max_body_bytes: int | None
    max_total_bytes: int | None
    cache: bool | None
    resource_match: _ResourceMatch | None
    strict: bool | None
    profile: _Profile | None
    probe: _Probe | None
    legacy_origin: bool | None
    allow_http: bool | None
    allow_private_addresses: bool | None
    trusted_keys: TrustedKeys | None
    authorization_server_trusted_keys: TrustedKeys | None
    ca_file: str | os.PathLike[str] | None
    resolve: Mapping[tuple[str, int], _Address] | None
    proxy: str | None
    ignore_environment: bool | None
    user_agent: str | None
    header: Mapping[str, str] | None
    api_key: str | None
    # end generated: keywords

def fetch_resource_metadata(
    resource: str | None = None,
    *,
    timeout: _Seconds | None = None,
    cancel: CancelToken | None = None,
    **options: Unpack[_Options],
) -> ResourceMetadata:
    """Fetches and validates the metadata document at the well-known URL of `resource`
    (RFC 9728 section 3, https://www.rfc-editor.org/rfc/rfc9728#section-3).

    Blocks the calling thread. Ctrl-C interrupts the call.

    Args:
        resource: An absolute https URL, or an http URL on a loopback host. Default: the origin of the option `base_url`,
            else of the environment variable `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
        timeout: The deadline of the whole call, including retries and waits, in seconds or as a `timedelta`. Default: the
            client's `timeout`.
        cancel: A token with which another thread or task can cancel the call. Default: none.
        options: The options of `Client`, for this call only. Without options, the call uses the shared client of the
            process, with its connections and its cache.

    Returns:
        The document. Its `warnings` are the deviations from RFCs that were tolerated.

    Raises:
        Error: Any subclass except `IssuerMismatchError` and `NotFoundError`. `SignatureInvalidError` only with
            `trusted_keys`. `Error.attempts` lists the requests.
    """

def fetch_authorization_server_metadata(
    issuer: str | None = None,
    *,
    timeout: _Seconds | None = None,
    cancel: CancelToken | None = None,
    **options: Unpack[_Options],
) -> AuthorizationServerMetadata:
    """Fetches and validates the metadata document of an authorization server
    (RFC 8414 section 3, https://www.rfc-editor.org/rfc/rfc8414#section-3, and OpenID Connect Discovery).

    Requests the URLs of `authorization_server_metadata_urls` in order, until a URL has a document.
    Blocks the calling thread. Ctrl-C interrupts the call.

    Args:
        issuer: An absolute https URL without a query, or an http URL on a loopback host. Default: the origin of the option
            `base_url`, else of the environment variable `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
        timeout: The deadline of the whole call, including retries and waits, in seconds or as a `timedelta`. Default: the
            client's `timeout`.
        cancel: A token with which another thread or task can cancel the call. Default: none.
        options: The options of `Client`, for this call only. Without options, the call uses the shared client of the
            process, with its connections and its cache.

    Returns:
        The document. Its `warnings` are the deviations from RFCs that were tolerated.

    Raises:
        NotFoundError: No URL had a document.
        Error: Any other subclass except `ResourceMismatchError`. `SignatureInvalidError` only with
            `authorization_server_trusted_keys`. `Error.attempts` lists the requests.
    """

def discover(
    resource: str | None = None,
    www_authenticate: str | Iterable[str] | None = None,
    *,
    issuer: str | None = None,
    timeout: _Seconds | None = None,
    cancel: CancelToken | None = None,
    **options: Unpack[_Options],
) -> Discovery:
    """Finds all that a program needs to request a token for `resource`: its challenge, its metadata document, and the
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
        cancel: A token with which another thread or task can cancel the call. Default: none.
        options: The options of `Client`, for this call only. Without options, the call uses the shared client of the
            process, with its connections and its cache.

    Returns:
        The parts that were found, and the source of each part.

    Raises:
        NotFoundError: No URL had a document.
        Error: Any other subclass. `Error.attempts` lists the requests.
    """

def vet(
    url: str,
    from_: str,
    *,
    timeout: _Seconds | None = None,
    cancel: CancelToken | None = None,
    **options: Unpack[_Options],
) -> tuple[IPv4Address | IPv6Address, ...]:
    """Returns the addresses to which an HTTP client may connect for `url`, an endpoint in a metadata document.

    The rules are those for URLs that servers name: `url` must not lead to a less public address than `from_` does, nor to
    a link-local one. Use it for token, registration and other endpoints. Connect to these addresses only, because the name
    may lead elsewhere later. Follow no redirects.
    Blocks the calling thread. Ctrl-C interrupts the call.

    Args:
        url: The URL of the endpoint.
        from_: The URL of the document that names the endpoint, such as `AuthorizationServer.metadata_url`.
        timeout: The deadline of the whole call, in seconds or as a `timedelta`. Default: the client's `timeout`.
        cancel: A token with which another thread or task can cancel the call. Default: none.
        options: The options of `Client`, for this call only. Without options, the call uses the shared client of the
            process, with its connections and its cache.

    Returns:
        The allowed addresses, at least one.

    Raises:
        BlockedAddressError: No address is allowed.
        InsecureUrlError: `url` is an http URL, except between loopback hosts or with `allow_http`.
        TransportError: The name cannot be resolved.
        InvalidArgumentError: `url` or `from_` is invalid, or a proxy takes the requests for `url` and resolves the name.
        TimeoutError: The deadline passed.
        CancelledError: `cancel` was cancelled.
    """

async def fetch_resource_metadata_async(
    resource: str | None = None,
    *,
    timeout: _Seconds | None = None,
    cancel: CancelToken | None = None,
    **options: Unpack[_Options],
) -> ResourceMetadata:
    """Fetches and validates the metadata document at the well-known URL of `resource`
    (RFC 9728 section 3, https://www.rfc-editor.org/rfc/rfc9728#section-3).

    Cancelling the task aborts its requests.

    Args:
        resource: An absolute https URL, or an http URL on a loopback host. Default: the origin of the option `base_url`,
            else of the environment variable `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
        timeout: The deadline of the whole call, including retries and waits, in seconds or as a `timedelta`. Default: the
            client's `timeout`.
        cancel: A token with which another thread or task can cancel the call. Default: none.
        options: The options of `Client`, for this call only. Without options, the call uses the shared client of the
            process, with its connections and its cache.

    Returns:
        The document. Its `warnings` are the deviations from RFCs that were tolerated.

    Raises:
        RuntimeError: No asyncio event loop is running.
        Error: Any subclass except `IssuerMismatchError` and `NotFoundError`. `SignatureInvalidError` only with
            `trusted_keys`. `Error.attempts` lists the requests.
    """

async def fetch_authorization_server_metadata_async(
    issuer: str | None = None,
    *,
    timeout: _Seconds | None = None,
    cancel: CancelToken | None = None,
    **options: Unpack[_Options],
) -> AuthorizationServerMetadata:
    """Fetches and validates the metadata document of an authorization server
    (RFC 8414 section 3, https://www.rfc-editor.org/rfc/rfc8414#section-3, and OpenID Connect Discovery).

    Requests the URLs of `authorization_server_metadata_urls` in order, until a URL has a document.
    Cancelling the task aborts its requests.

    Args:
        issuer: An absolute https URL without a query, or an http URL on a loopback host. Default: the origin of the option
            `base_url`, else of the environment variable `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
        timeout: The deadline of the whole call, including retries and waits, in seconds or as a `timedelta`. Default: the
            client's `timeout`.
        cancel: A token with which another thread or task can cancel the call. Default: none.
        options: The options of `Client`, for this call only. Without options, the call uses the shared client of the
            process, with its connections and its cache.

    Returns:
        The document. Its `warnings` are the deviations from RFCs that were tolerated.

    Raises:
        RuntimeError: No asyncio event loop is running.
        NotFoundError: No URL had a document.
        Error: Any other subclass except `ResourceMismatchError`. `SignatureInvalidError` only with
            `authorization_server_trusted_keys`. `Error.attempts` lists the requests.
    """

async def discover_async(
    resource: str | None = None,
    www_authenticate: str | Iterable[str] | None = None,
    *,
    issuer: str | None = None,
    timeout: _Seconds | None = None,
    cancel: CancelToken | None = None,
    **options: Unpack[_Options],
) -> Discovery:
    """Finds all that a program needs to request a token for `resource`: its challenge, its metadata document, and the
    document of each listed authorization server
    (RFC 9728 section 5, https://www.rfc-editor.org/rfc/rfc9728#section-5).

    The failure of an authorization server is part of the result, and the call still succeeds.
    Cancelling the task aborts its requests.

    Args:
        resource: An absolute https URL, or an http URL on a loopback host. Default: the origin of the option `base_url`,
            else of the environment variable `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
        www_authenticate: The field lines of a `WWW-Authenticate` header field that the resource has sent you: an iterable
            of strings, or one string. Default: the resource is probed, by a request without credentials.
        issuer: The authorization server to use, even if the resource's document does not list it. If it fails, the call
            fails with its error. Default: the servers in the document.
        timeout: The deadline of the whole call, including retries and waits, in seconds or as a `timedelta`. Default: the
            client's `timeout`.
        cancel: A token with which another thread or task can cancel the call. Default: none.
        options: The options of `Client`, for this call only. Without options, the call uses the shared client of the
            process, with its connections and its cache.

    Returns:
        The parts that were found, and the source of each part.

    Raises:
        RuntimeError: No asyncio event loop is running.
        NotFoundError: No URL had a document.
        Error: Any other subclass. `Error.attempts` lists the requests.
    """

async def vet_async(
    url: str,
    from_: str,
    *,
    timeout: _Seconds | None = None,
    cancel: CancelToken | None = None,
    **options: Unpack[_Options],
) -> tuple[IPv4Address | IPv6Address, ...]:
    """Returns the addresses to which an HTTP client may connect for `url`, an endpoint in a metadata document.

    The rules are those for URLs that servers name: `url` must not lead to a less public address than `from_` does, nor to
    a link-local one. Use it for token, registration and other endpoints. Connect to these addresses only, because the name
    may lead elsewhere later. Follow no redirects.
    Cancelling the task aborts its requests.

    Args:
        url: The URL of the endpoint.
        from_: The URL of the document that names the endpoint, such as `AuthorizationServer.metadata_url`.
        timeout: The deadline of the whole call, in seconds or as a `timedelta`. Default: the client's `timeout`.
        cancel: A token with which another thread or task can cancel the call. Default: none.
        options: The options of `Client`, for this call only. Without options, the call uses the shared client of the
            process, with its connections and its cache.

    Returns:
        The allowed addresses, at least one.

    Raises:
        RuntimeError: No asyncio event loop is running.
        BlockedAddressError: No address is allowed.
        InsecureUrlError: `url` is an http URL, except between loopback hosts or with `allow_http`.
        TransportError: The name cannot be resolved.
        InvalidArgumentError: `url` or `from_` is invalid, or a proxy takes the requests for `url` and resolves the name.
        TimeoutError: The deadline passed.
        CancelledError: `cancel` was cancelled.
    """

def resource_metadata_url(resource: str) -> str:
    """Returns the URL of a resource's metadata document
    (RFC 9728 section 3.1, https://www.rfc-editor.org/rfc/rfc9728#section-3.1).

    Args:
        resource: An absolute http or https URL.

    Returns:
        `resource` with the well-known path inserted before its own path, and otherwise unchanged.

    Raises:
        InvalidArgumentError: `resource` is not such a URL, has a fragment or userinfo, or is itself a metadata URL.
    """

def authorization_server_metadata_urls(issuer: str) -> list[str]:
    """Returns the URLs at which an issuer may have its metadata document, in the order in which they are requested
    (RFC 8414 section 3.1, https://www.rfc-editor.org/rfc/rfc8414#section-3.1).

    Args:
        issuer: An absolute http or https URL without a query.

    Returns:
        The URL of RFC 8414, then those of OpenID Connect. In the first of these the well-known path comes before the
        issuer's path, and in the second after it.

    Raises:
        InvalidArgumentError: `issuer` is not such a URL.
    """

def parse_challenges(www_authenticate: str | Iterable[str]) -> list[Challenge]:
    """Parses the challenges of a `WWW-Authenticate` header field
    (RFC 9110 section 11.6.1, https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).

    Args:
        www_authenticate: All field lines: an iterable of strings, or one string.

    Returns:
        The challenges, in order. A malformed part is skipped up to the next comma outside quotes.
    """

@final
class Client:
    """A blocking client with options, keep-alive connections and a cache.

    Several threads may share a client. After a fork, both the parent and the child may use it. A client reads the
    environment variables once, when it is created. A `with` statement closes the client at its end:

        with telnyx_oauth.Client(timeout=5) as client:
            print(client.fetch_resource_metadata("https://api.telnyx.com/v2/mcp").authorization_servers)

    Args:
        base_url: The URL whose origin is the default resource and issuer. The path of the URL is ignored.
            Default: `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
        timeout: The time limit of a whole call, including retries and waits: more than zero, at most 24 hours.
            In seconds, or as a `timedelta`. Default: 30 s.
        connect_timeout: The time limit to open one connection, including name resolution and TLS handshake:
            more than zero, at most 24 hours. In seconds, or as a `timedelta`. Default: 5 s.
        max_retries: The number of retries after a transport error or a status of 408, 425, 429, 500, 502, 503
            or 504: 0 to 100. Default: 2.
        max_redirects: The number of redirects to follow within the same scheme, host and port: 0 to 10.
            Default: 3.
        max_body_bytes: The largest body to accept, in bytes: at most 1 GiB. Default: 1 MiB.
        max_total_bytes: The limit on all bodies of a discovery together, in bytes: at most 1 GiB. Servers
            beyond the limit, in the listed order, get the error `body_too_large`. Default: 8 MiB.
        cache: Caches documents in memory while they are fresh (RFC 9111,
            https://www.rfc-editor.org/rfc/rfc9111), and lets concurrent calls for one URL share a request. Default:
            True.
        resource_match: Which documents may describe a resource (RFC 9728 section 3.3,
            https://www.rfc-editor.org/rfc/rfc9728#section-3.3): `exact`, `covers` or `same_origin`. Default:
            `covers`.
        strict: Turns warnings about deviations that an RFC forbids into errors. Implies `exact`. Default:
            False.
        profile: The additional requirements of a protocol: `mcp`, for which the resource's document must list a
            server, and a server must advertise PKCE with S256. Otherwise the error is `profile_unmet`. Default:
            none.
        probe: How a discovery asks the resource for its challenge: `auto`, `mcp`, `get` or `none`. `auto` sends
            a GET, and continues as `mcp` if the answer shows a JSON-RPC endpoint; `mcp` sends a POST of
            `server/discover`, and then of `initialize` if the server is older. Default: `mcp` with the profile
            `mcp`, else `auto`.
        legacy_origin: Tries the resource's origin as the authorization server if each well-known URL of the
            resource answers with a status of 4xx other than 408, 425 and 429, as MCP 2025-03-26 did. Default:
            False.
        allow_http: Allows http to hosts that are not loopback. Anyone on the network path can then read and
            forge responses. Default: False.
        allow_private_addresses: Allows a server on a public address to name private and loopback addresses in a
            redirect, a challenge or a document. Default: False.
        trusted_keys: The keys to verify a resource's `signed_metadata` with. Its claims then replace the plain
            members. A document without `signed_metadata` is refused. Default: none, so that it is not verified.
        authorization_server_trusted_keys: The keys to verify an authorization server's `signed_metadata` with.
            Its claims then replace the plain members. A document without `signed_metadata` is refused. Default:
            none, so that it is not verified.
        ca_file: A PEM file of CA certificates to trust in addition to the system's store. It is read when the
            client is built. Default: none.
        resolve: Addresses by host and port. They replace name resolution, like curl's `--resolve`. For example
            `{("api.example", 443): "192.0.2.1"}`. Default: none.
        proxy: The http or https URL of a proxy for every request; the empty string means no proxy. `NO_PROXY`
            still applies. Default: from `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`.
        ignore_environment: Ignores all environment variables: `TELNYX_BASE_URL`, `SSL_CERT_FILE`,
            `SSL_CERT_DIR` and the variables for proxies. Default: False.
        user_agent: The `User-Agent` to send. Default: `telnyx-oauth/VERSION (python)`.
        header: Header fields for a gateway in front of the resource. Only the origin of the requested resource
            gets them. Fields with credentials and those that the client sets itself are refused. Default: none.
        api_key: Accepted for compatibility with Telnyx's SDK. Never sent, because the documents are public.

    Raises:
        InvalidArgumentError: An option is invalid; the message names it.
        TlsError: `ca_file` does not exist, or contains no usable certificate.
    """

    def __new__(
        cls,
        *,
        # begin generated: options of Client
        base_url: str | None = None,
        timeout: _Seconds | None = None,
        connect_timeout: _Seconds | None = None,
        max_retries: int | None = None,
        max_redirects: int | None = None,
        max_body_bytes: int | None = None,
        max_total_bytes: int | None = None,
        cache: bool | None = None,
        resource_match: _ResourceMatch | None = None,
        strict: bool | None = None,
        profile: _Profile | None = None,
        probe: _Probe | None = None,
        legacy_origin: bool | None = None,
        allow_http: bool | None = None,
        allow_private_addresses: bool | None = None,
        trusted_keys: TrustedKeys | None = None,
        authorization_server_trusted_keys: TrustedKeys | None = None,
        ca_file: str | os.PathLike[str] | None = None,
        resolve: Mapping[tuple[str, int], _Address] | None = None,
        proxy: str | None = None,
        ignore_environment: bool | None = None,
        user_agent: str | None = None,
        header: Mapping[str, str] | None = None,
        api_key: str | None = None,
        # end generated: options of Client
    ) -> Self: ...
    def fetch_resource_metadata(
        self,
        resource: str | None = None,
        *,
        timeout: _Seconds | None = None,
        cancel: CancelToken | None = None,
    ) -> ResourceMetadata:
        """Fetches and validates the metadata document at the well-known URL of `resource`
        (RFC 9728 section 3, https://www.rfc-editor.org/rfc/rfc9728#section-3).

        Blocks the calling thread. Ctrl-C interrupts the call.

        Args:
            resource: An absolute https URL, or an http URL on a loopback host. Default: the origin of the option `base_url`,
                else of the environment variable `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
            timeout: The deadline of the whole call, including retries and waits, in seconds or as a `timedelta`. Default: the
                client's `timeout`.
            cancel: A token with which another thread or task can cancel the call. Default: none.

        Returns:
            The document. Its `warnings` are the deviations from RFCs that were tolerated.

        Raises:
            Error: Any subclass except `IssuerMismatchError` and `NotFoundError`. `SignatureInvalidError` only with
                `trusted_keys`. `Error.attempts` lists the requests.
        """

    def fetch_authorization_server_metadata(
        self,
        issuer: str | None = None,
        *,
        timeout: _Seconds | None = None,
        cancel: CancelToken | None = None,
    ) -> AuthorizationServerMetadata:
        """Fetches and validates the metadata document of an authorization server
        (RFC 8414 section 3, https://www.rfc-editor.org/rfc/rfc8414#section-3, and OpenID Connect Discovery).

        Requests the URLs of `authorization_server_metadata_urls` in order, until a URL has a document.
        Blocks the calling thread. Ctrl-C interrupts the call.

        Args:
            issuer: An absolute https URL without a query, or an http URL on a loopback host. Default: the origin of the option
                `base_url`, else of the environment variable `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
            timeout: The deadline of the whole call, including retries and waits, in seconds or as a `timedelta`. Default: the
                client's `timeout`.
            cancel: A token with which another thread or task can cancel the call. Default: none.

        Returns:
            The document. Its `warnings` are the deviations from RFCs that were tolerated.

        Raises:
            NotFoundError: No URL had a document.
            Error: Any other subclass except `ResourceMismatchError`. `SignatureInvalidError` only with
                `authorization_server_trusted_keys`. `Error.attempts` lists the requests.
        """

    def discover(
        self,
        resource: str | None = None,
        www_authenticate: str | Iterable[str] | None = None,
        *,
        issuer: str | None = None,
        timeout: _Seconds | None = None,
        cancel: CancelToken | None = None,
    ) -> Discovery:
        """Finds all that a program needs to request a token for `resource`: its challenge, its metadata document, and the
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
            cancel: A token with which another thread or task can cancel the call. Default: none.

        Returns:
            The parts that were found, and the source of each part.

        Raises:
            NotFoundError: No URL had a document.
            Error: Any other subclass. `Error.attempts` lists the requests.
        """

    def vet(
        self,
        url: str,
        from_: str,
        *,
        timeout: _Seconds | None = None,
        cancel: CancelToken | None = None,
    ) -> tuple[IPv4Address | IPv6Address, ...]:
        """Returns the addresses to which an HTTP client may connect for `url`, an endpoint in a metadata document.

        The rules are those for URLs that servers name: `url` must not lead to a less public address than `from_` does, nor to
        a link-local one. Use it for token, registration and other endpoints. Connect to these addresses only, because the name
        may lead elsewhere later. Follow no redirects.
        Blocks the calling thread. Ctrl-C interrupts the call.

        Args:
            url: The URL of the endpoint.
            from_: The URL of the document that names the endpoint, such as `AuthorizationServer.metadata_url`.
            timeout: The deadline of the whole call, in seconds or as a `timedelta`. Default: the client's `timeout`.
            cancel: A token with which another thread or task can cancel the call. Default: none.

        Returns:
            The allowed addresses, at least one.

        Raises:
            BlockedAddressError: No address is allowed.
            InsecureUrlError: `url` is an http URL, except between loopback hosts or with `allow_http`.
            TransportError: The name cannot be resolved.
            InvalidArgumentError: `url` or `from_` is invalid, or a proxy takes the requests for `url` and resolves the name.
            TimeoutError: The deadline passed.
            CancelledError: `cancel` was cancelled.
        """

    @property
    def well_known(self) -> _WellKnown:
        """The calls with their names in Telnyx's SDK, such as
        `client.well_known.retrieve_protected_resource_metadata()`.
        """

    @property
    def is_closed(self) -> bool:
        """True once `close` was called."""

    def close(self) -> None:
        """Closes the connections and drops the cache. Running calls continue, and later calls raise `InvalidArgumentError`.
        Closing a closed client does nothing.
        """

    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        exc_type: type[BaseException] | None = None,
        exc_value: BaseException | None = None,
        traceback: TracebackType | None = None,
    ) -> None: ...

Telnyx = Client

class AsyncClient:
    """An asyncio client with options, keep-alive connections and a cache.

    Cancelling a task aborts its requests. The event loops of several threads may share a client. After a fork, both the parent
    and the child may use it. A client reads the environment variables once, when it is created. An `async with` statement
    closes the client at its end:

        async with telnyx_oauth.AsyncClient(timeout=5) as client:
            print((await client.fetch_resource_metadata("https://api.telnyx.com/v2/mcp")).authorization_servers)

    Under trio, call a method of `Client` in a thread: `await trio.to_thread.run_sync(client.discover, resource)`.

    Args:
        base_url: The URL whose origin is the default resource and issuer. The path of the URL is ignored.
            Default: `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
        timeout: The time limit of a whole call, including retries and waits: more than zero, at most 24 hours.
            In seconds, or as a `timedelta`. Default: 30 s.
        connect_timeout: The time limit to open one connection, including name resolution and TLS handshake:
            more than zero, at most 24 hours. In seconds, or as a `timedelta`. Default: 5 s.
        max_retries: The number of retries after a transport error or a status of 408, 425, 429, 500, 502, 503
            or 504: 0 to 100. Default: 2.
        max_redirects: The number of redirects to follow within the same scheme, host and port: 0 to 10.
            Default: 3.
        max_body_bytes: The largest body to accept, in bytes: at most 1 GiB. Default: 1 MiB.
        max_total_bytes: The limit on all bodies of a discovery together, in bytes: at most 1 GiB. Servers
            beyond the limit, in the listed order, get the error `body_too_large`. Default: 8 MiB.
        cache: Caches documents in memory while they are fresh (RFC 9111,
            https://www.rfc-editor.org/rfc/rfc9111), and lets concurrent calls for one URL share a request. Default:
            True.
        resource_match: Which documents may describe a resource (RFC 9728 section 3.3,
            https://www.rfc-editor.org/rfc/rfc9728#section-3.3): `exact`, `covers` or `same_origin`. Default:
            `covers`.
        strict: Turns warnings about deviations that an RFC forbids into errors. Implies `exact`. Default:
            False.
        profile: The additional requirements of a protocol: `mcp`, for which the resource's document must list a
            server, and a server must advertise PKCE with S256. Otherwise the error is `profile_unmet`. Default:
            none.
        probe: How a discovery asks the resource for its challenge: `auto`, `mcp`, `get` or `none`. `auto` sends
            a GET, and continues as `mcp` if the answer shows a JSON-RPC endpoint; `mcp` sends a POST of
            `server/discover`, and then of `initialize` if the server is older. Default: `mcp` with the profile
            `mcp`, else `auto`.
        legacy_origin: Tries the resource's origin as the authorization server if each well-known URL of the
            resource answers with a status of 4xx other than 408, 425 and 429, as MCP 2025-03-26 did. Default:
            False.
        allow_http: Allows http to hosts that are not loopback. Anyone on the network path can then read and
            forge responses. Default: False.
        allow_private_addresses: Allows a server on a public address to name private and loopback addresses in a
            redirect, a challenge or a document. Default: False.
        trusted_keys: The keys to verify a resource's `signed_metadata` with. Its claims then replace the plain
            members. A document without `signed_metadata` is refused. Default: none, so that it is not verified.
        authorization_server_trusted_keys: The keys to verify an authorization server's `signed_metadata` with.
            Its claims then replace the plain members. A document without `signed_metadata` is refused. Default:
            none, so that it is not verified.
        ca_file: A PEM file of CA certificates to trust in addition to the system's store. It is read when the
            client is built. Default: none.
        resolve: Addresses by host and port. They replace name resolution, like curl's `--resolve`. For example
            `{("api.example", 443): "192.0.2.1"}`. Default: none.
        proxy: The http or https URL of a proxy for every request; the empty string means no proxy. `NO_PROXY`
            still applies. Default: from `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`.
        ignore_environment: Ignores all environment variables: `TELNYX_BASE_URL`, `SSL_CERT_FILE`,
            `SSL_CERT_DIR` and the variables for proxies. Default: False.
        user_agent: The `User-Agent` to send. Default: `telnyx-oauth/VERSION (python)`.
        header: Header fields for a gateway in front of the resource. Only the origin of the requested resource
            gets them. Fields with credentials and those that the client sets itself are refused. Default: none.
        api_key: Accepted for compatibility with Telnyx's SDK. Never sent, because the documents are public.

    Raises:
        InvalidArgumentError: An option is invalid; the message names it.
        TlsError: `ca_file` does not exist, or contains no usable certificate.
    """

    def __new__(
        cls,
        *,
        # begin generated: options of AsyncClient
        base_url: str | None = None,
        timeout: _Seconds | None = None,
        connect_timeout: _Seconds | None = None,
        max_retries: int | None = None,
        max_redirects: int | None = None,
        max_body_bytes: int | None = None,
        max_total_bytes: int | None = None,
        cache: bool | None = None,
        resource_match: _ResourceMatch | None = None,
        strict: bool | None = None,
        profile: _Profile | None = None,
        probe: _Probe | None = None,
        legacy_origin: bool | None = None,
        allow_http: bool | None = None,
        allow_private_addresses: bool | None = None,
        trusted_keys: TrustedKeys | None = None,
        authorization_server_trusted_keys: TrustedKeys | None = None,
        ca_file: str | os.PathLike[str] | None = None,
        resolve: Mapping[tuple[str, int], _Address] | None = None,
        proxy: str | None = None,
        ignore_environment: bool | None = None,
        user_agent: str | None = None,
        header: Mapping[str, str] | None = None,
        api_key: str | None = None,
        # end generated: options of AsyncClient
    ) -> Self: ...
    async def fetch_resource_metadata(
        self,
        resource: str | None = None,
        *,
        timeout: _Seconds | None = None,
        cancel: CancelToken | None = None,
    ) -> ResourceMetadata:
        """Fetches and validates the metadata document at the well-known URL of `resource`
        (RFC 9728 section 3, https://www.rfc-editor.org/rfc/rfc9728#section-3).

        Cancelling the task aborts its requests.

        Args:
            resource: An absolute https URL, or an http URL on a loopback host. Default: the origin of the option `base_url`,
                else of the environment variable `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
            timeout: The deadline of the whole call, including retries and waits, in seconds or as a `timedelta`. Default: the
                client's `timeout`.
            cancel: A token with which another thread or task can cancel the call. Default: none.

        Returns:
            The document. Its `warnings` are the deviations from RFCs that were tolerated.

        Raises:
            RuntimeError: No asyncio event loop is running.
            Error: Any subclass except `IssuerMismatchError` and `NotFoundError`. `SignatureInvalidError` only with
                `trusted_keys`. `Error.attempts` lists the requests.
        """

    async def fetch_authorization_server_metadata(
        self,
        issuer: str | None = None,
        *,
        timeout: _Seconds | None = None,
        cancel: CancelToken | None = None,
    ) -> AuthorizationServerMetadata:
        """Fetches and validates the metadata document of an authorization server
        (RFC 8414 section 3, https://www.rfc-editor.org/rfc/rfc8414#section-3, and OpenID Connect Discovery).

        Requests the URLs of `authorization_server_metadata_urls` in order, until a URL has a document.
        Cancelling the task aborts its requests.

        Args:
            issuer: An absolute https URL without a query, or an http URL on a loopback host. Default: the origin of the option
                `base_url`, else of the environment variable `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
            timeout: The deadline of the whole call, including retries and waits, in seconds or as a `timedelta`. Default: the
                client's `timeout`.
            cancel: A token with which another thread or task can cancel the call. Default: none.

        Returns:
            The document. Its `warnings` are the deviations from RFCs that were tolerated.

        Raises:
            RuntimeError: No asyncio event loop is running.
            NotFoundError: No URL had a document.
            Error: Any other subclass except `ResourceMismatchError`. `SignatureInvalidError` only with
                `authorization_server_trusted_keys`. `Error.attempts` lists the requests.
        """

    async def discover(
        self,
        resource: str | None = None,
        www_authenticate: str | Iterable[str] | None = None,
        *,
        issuer: str | None = None,
        timeout: _Seconds | None = None,
        cancel: CancelToken | None = None,
    ) -> Discovery:
        """Finds all that a program needs to request a token for `resource`: its challenge, its metadata document, and the
        document of each listed authorization server
        (RFC 9728 section 5, https://www.rfc-editor.org/rfc/rfc9728#section-5).

        The failure of an authorization server is part of the result, and the call still succeeds.
        Cancelling the task aborts its requests.

        Args:
            resource: An absolute https URL, or an http URL on a loopback host. Default: the origin of the option `base_url`,
                else of the environment variable `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
            www_authenticate: The field lines of a `WWW-Authenticate` header field that the resource has sent you: an iterable
                of strings, or one string. Default: the resource is probed, by a request without credentials.
            issuer: The authorization server to use, even if the resource's document does not list it. If it fails, the call
                fails with its error. Default: the servers in the document.
            timeout: The deadline of the whole call, including retries and waits, in seconds or as a `timedelta`. Default: the
                client's `timeout`.
            cancel: A token with which another thread or task can cancel the call. Default: none.

        Returns:
            The parts that were found, and the source of each part.

        Raises:
            RuntimeError: No asyncio event loop is running.
            NotFoundError: No URL had a document.
            Error: Any other subclass. `Error.attempts` lists the requests.
        """

    async def vet(
        self,
        url: str,
        from_: str,
        *,
        timeout: _Seconds | None = None,
        cancel: CancelToken | None = None,
    ) -> tuple[IPv4Address | IPv6Address, ...]:
        """Returns the addresses to which an HTTP client may connect for `url`, an endpoint in a metadata document.

        The rules are those for URLs that servers name: `url` must not lead to a less public address than `from_` does, nor to
        a link-local one. Use it for token, registration and other endpoints. Connect to these addresses only, because the name
        may lead elsewhere later. Follow no redirects.
        Cancelling the task aborts its requests.

        Args:
            url: The URL of the endpoint.
            from_: The URL of the document that names the endpoint, such as `AuthorizationServer.metadata_url`.
            timeout: The deadline of the whole call, in seconds or as a `timedelta`. Default: the client's `timeout`.
            cancel: A token with which another thread or task can cancel the call. Default: none.

        Returns:
            The allowed addresses, at least one.

        Raises:
            RuntimeError: No asyncio event loop is running.
            BlockedAddressError: No address is allowed.
            InsecureUrlError: `url` is an http URL, except between loopback hosts or with `allow_http`.
            TransportError: The name cannot be resolved.
            InvalidArgumentError: `url` or `from_` is invalid, or a proxy takes the requests for `url` and resolves the name.
            TimeoutError: The deadline passed.
            CancelledError: `cancel` was cancelled.
        """

    @property
    def well_known(self) -> _AsyncWellKnown:
        """The calls with their names in Telnyx's SDK, such as
        `await client.well_known.retrieve_protected_resource_metadata()`.
        """

    @property
    def is_closed(self) -> bool:
        """True once `aclose` was called."""

    async def aclose(self) -> None:
        """Closes the connections and drops the cache. Running calls continue, and later calls raise `InvalidArgumentError`.
        Closing a closed client does nothing.
        """

    async def close(self) -> None:
        """Does the same as `aclose`. The method has this name in Telnyx's SDK."""

    async def __aenter__(self) -> Self: ...
    async def __aexit__(
        self,
        exc_type: type[BaseException] | None = None,
        exc_value: BaseException | None = None,
        traceback: TracebackType | None = None,
    ) -> None: ...

AsyncTelnyx = AsyncClient

@final
@type_check_only
class _WellKnown:
    """The calls with their names in Telnyx's SDK. The SDK's extra arguments are accepted for compatibility and never sent,
    because the documents are public.
    """

    def retrieve_protected_resource_metadata(
        self,
        *,
        extra_headers: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: object | None = None,
        timeout: _Seconds | None = None,
    ) -> ResourceMetadata:
        """Fetches and validates the document of the API. The call has this name in Telnyx's SDK.
        `Client.fetch_resource_metadata` without a resource makes the same call.

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
            Error: The same errors as `Client.fetch_resource_metadata`.
        """

    def retrieve_authorization_server_metadata(
        self,
        *,
        extra_headers: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: object | None = None,
        timeout: _Seconds | None = None,
    ) -> AuthorizationServerMetadata:
        """Fetches and validates the document of the API's authorization server. The call has this name in Telnyx's SDK.
        `Client.fetch_authorization_server_metadata` without an issuer makes the same call.

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
            Error: The same errors as `Client.fetch_authorization_server_metadata`.
        """

@final
@type_check_only
class _AsyncWellKnown:
    """The calls with their names in Telnyx's SDK, for asyncio. The SDK's extra arguments are accepted for compatibility and
    never sent, because the documents are public.
    """

    async def retrieve_protected_resource_metadata(
        self,
        *,
        extra_headers: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: object | None = None,
        timeout: _Seconds | None = None,
    ) -> ResourceMetadata:
        """Fetches and validates the document of the API. The call has this name in Telnyx's SDK.
        `AsyncClient.fetch_resource_metadata` without a resource makes the same call.

        Cancelling the task aborts its requests.

        Args:
            extra_headers: Accepted for compatibility with the SDK; not sent.
            extra_query: Accepted for compatibility with the SDK; not sent.
            extra_body: Accepted for compatibility with the SDK; not sent.
            timeout: The deadline of the whole call, including retries and waits, in seconds or as a `timedelta`. Default: the
                client's `timeout`.

        Returns:
            The document. Its `warnings` are the deviations from RFCs that were tolerated.

        Raises:
            RuntimeError: No asyncio event loop is running.
            Error: The same errors as `AsyncClient.fetch_resource_metadata`.
        """

    async def retrieve_authorization_server_metadata(
        self,
        *,
        extra_headers: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: object | None = None,
        timeout: _Seconds | None = None,
    ) -> AuthorizationServerMetadata:
        """Fetches and validates the document of the API's authorization server. The call has this name in Telnyx's SDK.
        `AsyncClient.fetch_authorization_server_metadata` without an issuer makes the same call.

        Cancelling the task aborts its requests.

        Args:
            extra_headers: Accepted for compatibility with the SDK; not sent.
            extra_query: Accepted for compatibility with the SDK; not sent.
            extra_body: Accepted for compatibility with the SDK; not sent.
            timeout: The deadline of the whole call, including retries and waits, in seconds or as a `timedelta`. Default: the
                client's `timeout`.

        Returns:
            The document. Its `warnings` are the deviations from RFCs that were tolerated.

        Raises:
            RuntimeError: No asyncio event loop is running.
            Error: The same errors as `AsyncClient.fetch_authorization_server_metadata`.
        """

@final
class CancelToken:
    """A token that cancels calls from any thread.

    A cancelled call raises `CancelledError`. A cancelled token stays cancelled.
    """

    def __new__(cls) -> Self: ...
    def cancel(self) -> None:
        """Cancels the calls that this token was passed to, and each later call that it is passed to."""

    @property
    def cancelled(self) -> bool:
        """True once `cancel` was called."""

@final
class TrustedKeys:
    """The keys that verify `signed_metadata`
    (RFC 9728 section 2.2, https://www.rfc-editor.org/rfc/rfc9728#section-2.2, and RFC 8414 section 2.1,
    https://www.rfc-editor.org/rfc/rfc8414#section-2.1).

    The supported algorithms are ES256, ES384, RS256, PS256, and EdDSA with Ed25519.

    Args:
        jwks: A JWK Set (RFC 7517 section 5, https://www.rfc-editor.org/rfc/rfc7517#section-5), as JSON. Keys of
            unsupported types are ignored.
        issuer: The only trusted issuer: the `iss` of the metadata must be identical to it. Default: any issuer is trusted.

    Raises:
        InvalidArgumentError: `jwks` is not a JWK Set, or has no key of a supported type.
    """

    def __new__(cls, jwks: str | bytes, *, issuer: str | None = None) -> Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, str | None]]: ...

@final
class ResourceMetadata:
    """The validated metadata document of a protected resource
    (RFC 9728 section 2, https://www.rfc-editor.org/rfc/rfc9728#section-2).

    An absent member is None. Strings are exactly as sent. Two documents are equal if their members are equal, even if
    their URLs differ.
    """

    @staticmethod
    def from_response(
        resource: str,
        *,
        status: int,
        body: bytes | str,
        content_type: str | None = None,
        url: str | None = None,
        received_at: float | None = None,
        resource_match: _ResourceMatch | None = None,
        strict: bool | None = None,
        allow_http: bool | None = None,
        trusted_keys: TrustedKeys | None = None,
    ) -> ResourceMetadata:
        """Validates a response of your own HTTP client as the metadata document of `resource`
        (RFC 9728 sections 3.2 and 3.3, https://www.rfc-editor.org/rfc/rfc9728#section-3.2).

        Your HTTP client must then do the work of this library's client: require https, follow redirects on the same origin
        only, limit time and size, and refuse content codings.

        Args:
            resource: An absolute https URL, or an http URL on a loopback host.
            status: The HTTP status, 100 to 599.
            body: The whole body.
            content_type: The `Content-Type` header field. Default: the response has none.
            url: The URL of the response, after redirects. Default: the resource's own well-known URL.
            received_at: The time when the response was received, in seconds since 1970, to check the validity period of
                `signed_metadata`. Default: unknown.
            resource_match: Which documents may describe a resource (RFC 9728 section 3.3,
                https://www.rfc-editor.org/rfc/rfc9728#section-3.3): `exact`, `covers` or `same_origin`. Default:
                `covers`.
            strict: Turns warnings about deviations that an RFC forbids into errors. Implies `exact`. Default:
                False.
            allow_http: Allows http to hosts that are not loopback. Anyone on the network path can then read and
                forge responses. Default: False.
            trusted_keys: The keys to verify a resource's `signed_metadata` with. Its claims then replace the plain
                members. A document without `signed_metadata` is refused. Default: none, so that it is not verified.

        Returns:
            The document. Its `warnings` are the deviations from RFCs that were tolerated.

        Raises:
            InvalidArgumentError: `resource`, `url` or another argument is invalid.
            InsecureUrlError: `resource` or `url` is an http URL on a host that is not loopback, without `allow_http`.
            Error: The response is refused: `HttpStatusError`, `OAuthError`, `ContentTypeError`, `InvalidJsonError`,
                `InvalidMetadataError`, `ResourceMismatchError` or `SignatureInvalidError`.
        """

    # begin generated: resource members
    @property
    def resource(self) -> str | None:
        """The resource identifier of the document. The resource match decides how it may differ from the requested one; a
        difference is a warning.

        Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
        """

    @property
    def authorization_servers(self) -> tuple[str, ...] | None:
        """The issuers of the authorization servers that this resource accepts, as absolute http(s) URLs.

        Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
        """

    @property
    def jwks_uri(self) -> str | None:
        """The URL of the resource's JWK Set.

        Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
        """

    @property
    def scopes_supported(self) -> tuple[str, ...] | None:
        """The scopes to request for access to the resource.

        Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
        """

    @property
    def bearer_methods_supported(self) -> tuple[str, ...] | None:
        """The ways to send a bearer token: `header`, `body`, `query`. An empty list means that bearer tokens are not
        supported.

        Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
        """

    @property
    def resource_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms for signed responses of the resource.

        Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
        """

    @property
    def resource_name(self) -> str | None:
        """The resource's name, for people. See also `resource_name_for`.

        Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
        """

    @property
    def resource_documentation(self) -> str | None:
        """A page for developers. Not checked: it may be any text. See also `resource_documentation_for`.

        Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
        """

    @property
    def resource_policy_uri(self) -> str | None:
        """A page on how a client may use the data. Not checked: it may be any text. See also `resource_policy_uri_for`.

        Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
        """

    @property
    def resource_tos_uri(self) -> str | None:
        """A page with the terms of service. Not checked: it may be any text. See also `resource_tos_uri_for`.

        Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
        """

    @property
    def tls_client_certificate_bound_access_tokens(self) -> bool | None:
        """Whether access tokens are bound to client certificates, if the document says so. See also
        `requires_tls_client_certificate_bound_access_tokens`.

        Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
        """

    @property
    def authorization_details_types_supported(self) -> tuple[str, ...] | None:
        """The `type` values of `authorization_details` that the resource supports.

        Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
        """

    @property
    def dpop_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms that the resource supports for DPoP proofs.

        Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
        """

    @property
    def dpop_bound_access_tokens_required(self) -> bool | None:
        """Whether access tokens must be bound by DPoP, if the document says so. See also
        `requires_dpop_bound_access_tokens`.

        Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
        """

    @property
    def signed_metadata(self) -> str | None:
        """A JWT with the members as signed claims, exactly as sent. The signature status tells whether it was verified.

        Registered by RFC 9728 section 2.2 (https://www.rfc-editor.org/rfc/rfc9728#section-2.2).
        """

    @property
    def signed_jwks_uri(self) -> str | None:
        """The URL of a signed JWT that holds the resource's JWK Set.

        Registered by OpenID Federation section 5.2.1 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def jwks(self) -> Mapping[str, Any] | None:
        """The resource's JWK Set itself.

        Registered by OpenID Federation section 5.2.1 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def organization_name(self) -> str | None:
        """The name of the organization that owns the resource, for people.

        Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def description(self) -> str | None:
        """A short description of the resource, for people.

        Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def keywords(self) -> tuple[str, ...] | None:
        """Keywords, tags or categories that apply to the resource.

        Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def contacts(self) -> tuple[str, ...] | None:
        """Contacts of the people responsible for the resource, such as e-mail addresses.

        Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def logo_uri(self) -> str | None:
        """The logo of the organization that owns the resource, an image. Not checked: it may be any text.

        Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def organization_uri(self) -> str | None:
        """A page of the organization that owns the resource. Not checked: it may be any text.

        Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
        """

    def resource_name_for(self, language: str) -> str | None:
        """Returns `resource_name` in the language that fits best, by the lookup of RFC 4647 section 3.4
        (https://www.rfc-editor.org/rfc/rfc4647#section-3.4).

        Args:
            language: A language range, such as `fr-CA`.

        Returns:
            The member in that language, else the member without a language. None if the document has neither.
        """

    def resource_documentation_for(self, language: str) -> str | None:
        """Returns `resource_documentation` in the language that fits best, by the lookup of RFC 4647 section 3.4
        (https://www.rfc-editor.org/rfc/rfc4647#section-3.4).

        Args:
            language: A language range, such as `fr-CA`.

        Returns:
            The member in that language, else the member without a language. None if the document has neither.
        """

    def resource_policy_uri_for(self, language: str) -> str | None:
        """Returns `resource_policy_uri` in the language that fits best, by the lookup of RFC 4647 section 3.4
        (https://www.rfc-editor.org/rfc/rfc4647#section-3.4).

        Args:
            language: A language range, such as `fr-CA`.

        Returns:
            The member in that language, else the member without a language. None if the document has neither.
        """

    def resource_tos_uri_for(self, language: str) -> str | None:
        """Returns `resource_tos_uri` in the language that fits best, by the lookup of RFC 4647 section 3.4
        (https://www.rfc-editor.org/rfc/rfc4647#section-3.4).

        Args:
            language: A language range, such as `fr-CA`.

        Returns:
            The member in that language, else the member without a language. None if the document has neither.
        """

    @property
    def requires_tls_client_certificate_bound_access_tokens(self) -> bool:
        """Whether access tokens are bound to client certificates; false if the document does not say.

        Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
        """

    @property
    def requires_dpop_bound_access_tokens(self) -> bool:
        """Whether access tokens must be bound by DPoP; false if the document does not say.

        Registered by RFC 9728 section 2 (https://www.rfc-editor.org/rfc/rfc9728#section-2).
        """

    # end generated: resource members
    @property
    def variants(self) -> Mapping[str, str]:
        """The members with a language tag, by their full names, such as `resource_name#fr-CA`."""

    @property
    def extra(self) -> Mapping[str, Any]:
        """The members without their own attribute, as `json.loads` returns them, but immutable: arrays are
        tuples, and objects are dicts that cannot be changed. Integers are exact. Any other number is the nearest
        float. The mapping can be hashed, pickled, and passed to `json.dumps`.
        """

    def is_judged(self, name: str) -> bool:
        """Returns True if members of this name are validated, whether or not the document has one. The type of each
        registered member is validated. A member whose name ends in `_endpoint` must be an https URL.

        Args:
            name: The name of a member, such as `jwks_uri`.
        """

    @property
    def url(self) -> str:
        """The URL of the document, after redirects."""

    @property
    def raw_json(self) -> str:
        """The document's text as the server sent it, without a byte-order mark."""

    @property
    def signature_status(self) -> _SignatureStatus:
        """The state of `signed_metadata`: `absent`, `unverified` (no trusted keys were given) or `verified` (its claims
        have replaced the plain members).
        """

    @property
    def warnings(self) -> tuple[Warning, ...]:
        """The deviations from RFCs that were tolerated."""

    def to_dict(self) -> _Json:
        """Returns the value's JSON as a dict."""

    def to_json(self) -> str:
        """Returns the value's JSON as text, on one line."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class AuthorizationServerMetadata:
    """The validated metadata document of an authorization server (RFC 8414, https://www.rfc-editor.org/rfc/rfc8414, and
    OpenID Connect Discovery, https://openid.net/specs/openid-connect-discovery-1_0.html).

    An absent member is None. Strings are exactly as sent. Every endpoint is an absolute https URL, or an http URL if the
    issuer is an http URL on a loopback host. Two documents are equal if their members are equal, even if their URLs
    differ.
    """

    @staticmethod
    def from_response(
        issuer: str,
        *,
        status: int,
        body: bytes | str,
        content_type: str | None = None,
        url: str | None = None,
        received_at: float | None = None,
        strict: bool | None = None,
        allow_http: bool | None = None,
        authorization_server_trusted_keys: TrustedKeys | None = None,
    ) -> AuthorizationServerMetadata:
        """Validates a response of your own HTTP client as the metadata document of `issuer`
        (RFC 8414 sections 3.2 and 3.3, https://www.rfc-editor.org/rfc/rfc8414#section-3.2).

        Args:
            issuer: An absolute https URL without a query, or an http URL on a loopback host.
            status: The HTTP status, 100 to 599.
            body: The whole body.
            content_type: The `Content-Type` header field. Default: the response has none.
            url: The URL of the response, after redirects. Default: the first of
                `authorization_server_metadata_urls(issuer)`.
            received_at: The time when the response was received, in seconds since 1970, to check the validity period of
                `signed_metadata`. Default: unknown.
            strict: Turns warnings about deviations that an RFC forbids into errors. Implies `exact`. Default:
                False.
            allow_http: Allows http to hosts that are not loopback. Anyone on the network path can then read and
                forge responses. Default: False.
            authorization_server_trusted_keys: The keys to verify an authorization server's `signed_metadata` with.
                Its claims then replace the plain members. A document without `signed_metadata` is refused. Default:
                none, so that it is not verified.

        Returns:
            The document. Its `warnings` are the deviations from RFCs that were tolerated.

        Raises:
            InvalidArgumentError: `issuer`, `url` or another argument is invalid.
            InsecureUrlError: `issuer` or `url` is an http URL on a host that is not loopback, without `allow_http`.
            Error: The response is refused: `HttpStatusError`, `OAuthError`, `ContentTypeError`, `InvalidJsonError`,
                `InvalidMetadataError`, `IssuerMismatchError` or `SignatureInvalidError`.
        """

    # begin generated: server members
    @property
    def issuer(self) -> str | None:
        """The server's issuer identifier. Use this string, not the requested one, in all further requests and checks.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def authorization_endpoint(self) -> str | None:
        """The authorization endpoint, which the user's browser opens.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def token_endpoint(self) -> str | None:
        """The token endpoint.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def jwks_uri(self) -> str | None:
        """The URL of the server's JWK Set.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def registration_endpoint(self) -> str | None:
        """The endpoint for dynamic client registration (RFC 7591).

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def scopes_supported(self) -> tuple[str, ...] | None:
        """The scopes that the server supports.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def response_types_supported(self) -> tuple[str, ...] | None:
        """The `response_type` values that the server supports.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def response_modes_supported(self) -> tuple[str, ...] | None:
        """The `response_mode` values that the server supports. If absent: `query` and `fragment`.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def grant_types_supported(self) -> tuple[str, ...] | None:
        """The grant types that the server supports. If absent: `authorization_code` and `implicit`.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def token_endpoint_auth_methods_supported(self) -> tuple[str, ...] | None:
        """The client authentication methods of the token endpoint. If absent: `client_secret_basic`.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def token_endpoint_auth_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms for client authentication at the token endpoint.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def service_documentation(self) -> str | None:
        """A page for developers. Not checked: it may be any text.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def ui_locales_supported(self) -> tuple[str, ...] | None:
        """The languages of the user interface, as BCP 47 tags.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def op_policy_uri(self) -> str | None:
        """A page on how a client may use the data. Not checked: it may be any text.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def op_tos_uri(self) -> str | None:
        """A page with the terms of service. Not checked: it may be any text.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def revocation_endpoint(self) -> str | None:
        """The token revocation endpoint (RFC 7009).

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def revocation_endpoint_auth_methods_supported(self) -> tuple[str, ...] | None:
        """The client authentication methods of the revocation endpoint. If absent: `client_secret_basic`.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def revocation_endpoint_auth_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms for client authentication at the revocation endpoint.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def introspection_endpoint(self) -> str | None:
        """The token introspection endpoint (RFC 7662).

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def introspection_endpoint_auth_methods_supported(self) -> tuple[str, ...] | None:
        """The client authentication methods of the introspection endpoint.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def introspection_endpoint_auth_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms for client authentication at the introspection endpoint.

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def code_challenge_methods_supported(self) -> tuple[str, ...] | None:
        """The PKCE code challenge methods that the server supports (RFC 7636).

        Registered by RFC 8414 section 2 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def signed_metadata(self) -> str | None:
        """A JWT with the members as signed claims, exactly as sent. The signature status tells whether it was verified.

        Registered by RFC 8414 section 2.1 (https://www.rfc-editor.org/rfc/rfc8414#section-2.1).
        """

    @property
    def device_authorization_endpoint(self) -> str | None:
        """The device authorization endpoint.

        Registered by RFC 8628 section 4 (https://www.rfc-editor.org/rfc/rfc8628#section-4).
        """

    @property
    def tls_client_certificate_bound_access_tokens(self) -> bool | None:
        """Whether the server can issue access tokens that are bound to client certificates. If absent: false.

        Registered by RFC 8705 section 3.3 (https://www.rfc-editor.org/rfc/rfc8705#section-3.3).
        """

    @property
    def mtls_endpoint_aliases(self) -> Mapping[str, str] | None:
        """The endpoints for clients with a certificate. They replace the endpoints of the same names.

        Registered by RFC 8705 section 5 (https://www.rfc-editor.org/rfc/rfc8705#section-5).
        """

    @property
    def nfv_token_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms for NFV tokens.

        Registered by ETSI GS NFV-SEC 022
        (https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf).
        """

    @property
    def nfv_token_encryption_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWE algorithms for NFV tokens.

        Registered by ETSI GS NFV-SEC 022
        (https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf).
        """

    @property
    def nfv_token_encryption_enc_values_supported(self) -> tuple[str, ...] | None:
        """The JWE content encryptions for NFV tokens.

        Registered by ETSI GS NFV-SEC 022
        (https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf).
        """

    @property
    def userinfo_endpoint(self) -> str | None:
        """OpenID Connect's UserInfo endpoint.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def acr_values_supported(self) -> tuple[str, ...] | None:
        """The authentication context classes that the server supports.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def subject_types_supported(self) -> tuple[str, ...] | None:
        """The subject identifier types that the server supports: `pairwise`, `public`.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def id_token_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms for ID tokens.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def id_token_encryption_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWE algorithms for ID tokens.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def id_token_encryption_enc_values_supported(self) -> tuple[str, ...] | None:
        """The JWE content encryptions for ID tokens.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def userinfo_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms for UserInfo responses.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def userinfo_encryption_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWE algorithms for UserInfo responses.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def userinfo_encryption_enc_values_supported(self) -> tuple[str, ...] | None:
        """The JWE content encryptions for UserInfo responses.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def request_object_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms for request objects.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def request_object_encryption_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWE algorithms for request objects.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def request_object_encryption_enc_values_supported(self) -> tuple[str, ...] | None:
        """The JWE content encryptions for request objects.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def display_values_supported(self) -> tuple[str, ...] | None:
        """The `display` values that the server supports.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def claim_types_supported(self) -> tuple[str, ...] | None:
        """The claim types that the server supports. If absent: `normal`.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def claims_supported(self) -> tuple[str, ...] | None:
        """The claims that the server may supply.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def claims_locales_supported(self) -> tuple[str, ...] | None:
        """The languages of claims, as BCP 47 tags.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def claims_parameter_supported(self) -> bool | None:
        """Whether the server supports the `claims` parameter. If absent: false.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def request_parameter_supported(self) -> bool | None:
        """Whether the server supports the `request` parameter. If absent: false.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def request_uri_parameter_supported(self) -> bool | None:
        """Whether the server supports the `request_uri` parameter, if the document says so. See also
        `supports_request_uri_parameter`.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def require_request_uri_registration(self) -> bool | None:
        """Whether `request_uri` values must be registered beforehand. If absent: false.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def require_signed_request_object(self) -> bool | None:
        """Whether authorization requests must be signed request objects. If absent: false.

        Registered by RFC 9101 section 10.5 (https://www.rfc-editor.org/rfc/rfc9101#section-10.5).
        """

    @property
    def pushed_authorization_request_endpoint(self) -> str | None:
        """The pushed authorization request endpoint.

        Registered by RFC 9126 section 5 (https://www.rfc-editor.org/rfc/rfc9126#section-5).
        """

    @property
    def require_pushed_authorization_requests(self) -> bool | None:
        """Whether the server accepts pushed authorization requests only. If absent: false.

        Registered by RFC 9126 section 5 (https://www.rfc-editor.org/rfc/rfc9126#section-5).
        """

    @property
    def introspection_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms for introspection responses.

        Registered by RFC 9701 section 7 (https://www.rfc-editor.org/rfc/rfc9701#section-7).
        """

    @property
    def introspection_encryption_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWE algorithms for introspection responses.

        Registered by RFC 9701 section 7 (https://www.rfc-editor.org/rfc/rfc9701#section-7).
        """

    @property
    def introspection_encryption_enc_values_supported(self) -> tuple[str, ...] | None:
        """The JWE content encryptions for introspection responses.

        Registered by RFC 9701 section 7 (https://www.rfc-editor.org/rfc/rfc9701#section-7).
        """

    @property
    def authorization_response_iss_parameter_supported(self) -> bool | None:
        """Whether authorization responses carry `iss`, if the document says so. See also
        `sends_authorization_response_iss`.

        Registered by RFC 9207 section 3 (https://www.rfc-editor.org/rfc/rfc9207#section-3).
        """

    @property
    def check_session_iframe(self) -> str | None:
        """The URL of an iframe for session state notifications.

        Registered by OpenID Connect Session Management section 3.3
        (https://openid.net/specs/openid-connect-session-1_0.html).
        """

    @property
    def frontchannel_logout_supported(self) -> bool | None:
        """Whether the server supports front-channel logout. If absent: false.

        Registered by OpenID Connect Front-Channel Logout section 3
        (https://openid.net/specs/openid-connect-frontchannel-1_0.html).
        """

    @property
    def frontchannel_logout_session_supported(self) -> bool | None:
        """Whether the server sends `iss` and `sid` in front-channel logout requests. If absent: false.

        Registered by OpenID Connect Front-Channel Logout section 3
        (https://openid.net/specs/openid-connect-frontchannel-1_0.html).
        """

    @property
    def backchannel_logout_supported(self) -> bool | None:
        """Whether the server supports back-channel logout. If absent: false.

        Registered by OpenID Connect Back-Channel Logout section 2.1
        (https://openid.net/specs/openid-connect-backchannel-1_0.html).
        """

    @property
    def backchannel_logout_session_supported(self) -> bool | None:
        """Whether the server sends `sid` in logout tokens. If absent: false.

        Registered by OpenID Connect Back-Channel Logout section 2.1
        (https://openid.net/specs/openid-connect-backchannel-1_0.html).
        """

    @property
    def end_session_endpoint(self) -> str | None:
        """The endpoint that logs the user out.

        Registered by OpenID Connect RP-Initiated Logout section 2.1
        (https://openid.net/specs/openid-connect-rpinitiated-1_0.html).
        """

    @property
    def backchannel_token_delivery_modes_supported(self) -> tuple[str, ...] | None:
        """The ways to deliver tokens after backchannel authentication: `poll`, `ping`, `push`.

        Registered by OpenID Connect CIBA section 4
        (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
        """

    @property
    def backchannel_authentication_endpoint(self) -> str | None:
        """The backchannel authentication endpoint.

        Registered by OpenID Connect CIBA section 4
        (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
        """

    @property
    def backchannel_authentication_request_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms for signed backchannel authentication requests.

        Registered by OpenID Connect CIBA section 4
        (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
        """

    @property
    def backchannel_user_code_parameter_supported(self) -> bool | None:
        """Whether the server supports the `user_code` parameter. If absent: false.

        Registered by OpenID Connect CIBA section 4
        (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html).
        """

    @property
    def authorization_details_types_supported(self) -> tuple[str, ...] | None:
        """The `type` values of `authorization_details` that the server supports.

        Registered by RFC 9396 section 10 (https://www.rfc-editor.org/rfc/rfc9396#section-10).
        """

    @property
    def dpop_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms that the server supports for DPoP proofs.

        Registered by RFC 9449 section 5.1 (https://www.rfc-editor.org/rfc/rfc9449#section-5.1).
        """

    @property
    def authorization_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms for authorization responses.

        Registered by JWT Secured Authorization Response Mode (JARM) section 4
        (https://openid.net/specs/oauth-v2-jarm.html).
        """

    @property
    def authorization_encryption_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWE algorithms for authorization responses.

        Registered by JWT Secured Authorization Response Mode (JARM) section 4
        (https://openid.net/specs/oauth-v2-jarm.html).
        """

    @property
    def authorization_encryption_enc_values_supported(self) -> tuple[str, ...] | None:
        """The JWE content encryptions for authorization responses.

        Registered by JWT Secured Authorization Response Mode (JARM) section 4
        (https://openid.net/specs/oauth-v2-jarm.html).
        """

    @property
    def protected_resources(self) -> tuple[str, ...] | None:
        """The resources that can be used with the server.

        Registered by RFC 9728 section 4 (https://www.rfc-editor.org/rfc/rfc9728#section-4).
        """

    @property
    def client_registration_types_supported(self) -> tuple[str, ...] | None:
        """The ways of client registration that the server supports: `automatic`, `explicit`.

        Registered by OpenID Federation section 5.1.3 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def federation_registration_endpoint(self) -> str | None:
        """The endpoint for explicit client registration.

        Registered by OpenID Federation section 5.1.3 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def signed_jwks_uri(self) -> str | None:
        """The URL of a signed JWT that holds the server's JWK Set.

        Registered by OpenID Federation section 5.2.1 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def jwks(self) -> Mapping[str, Any] | None:
        """The server's JWK Set itself.

        Registered by OpenID Federation section 5.2.1 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def organization_name(self) -> str | None:
        """The name of the organization that owns the server, for people.

        Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def display_name(self) -> str | None:
        """The server's name, for people.

        Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def description(self) -> str | None:
        """A short description of the server, for people.

        Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def keywords(self) -> tuple[str, ...] | None:
        """Keywords, tags or categories that apply to the server.

        Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def contacts(self) -> tuple[str, ...] | None:
        """Contacts of the people responsible for the server, such as e-mail addresses.

        Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def logo_uri(self) -> str | None:
        """The logo of the organization that owns the server, an image. Not checked: it may be any text.

        Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def information_uri(self) -> str | None:
        """A page with more about the server. Not checked: it may be any text.

        Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def organization_uri(self) -> str | None:
        """A page of the organization that owns the server. Not checked: it may be any text.

        Registered by OpenID Federation section 5.2.2 (https://openid.net/specs/openid-federation-1_0.html).
        """

    @property
    def status_list_aggregation_endpoint(self) -> str | None:
        """The endpoint that lists the URLs of token status lists.

        Registered by OAuth Token Status List section 9
        (https://datatracker.ietf.org/doc/html/draft-ietf-oauth-status-list).
        """

    @property
    def identity_chaining_requested_token_types_supported(self) -> tuple[str, ...] | None:
        """The `requested_token_type` values that the server supports in a token exchange for identity chaining.

        Registered by OAuth Identity and Authorization Chaining section 3
        (https://datatracker.ietf.org/doc/html/draft-ietf-oauth-identity-chaining).
        """

    @property
    def client_id_metadata_document_supported(self) -> bool | None:
        """Whether a client's identifier may be the URL of a metadata document. If absent: false.

        Registered by OAuth Client ID Metadata Document
        (https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document).
        """

    @property
    def supports_request_uri_parameter(self) -> bool:
        """Whether the server supports the `request_uri` parameter; true if the document does not say.

        Registered by OpenID Connect Discovery section 3 (https://openid.net/specs/openid-connect-discovery-1_0.html).
        """

    @property
    def sends_authorization_response_iss(self) -> bool:
        """Whether authorization responses carry `iss`; false if the document does not say.

        Registered by RFC 9207 section 3 (https://www.rfc-editor.org/rfc/rfc9207#section-3).
        """

    # end generated: server members
    @property
    def supports_pkce_s256(self) -> bool:
        """True if the server declares that it supports PKCE with S256
        (RFC 7636 section 4.2, https://www.rfc-editor.org/rfc/rfc7636#section-4.2).
        """

    @property
    def extra(self) -> Mapping[str, Any]:
        """The members without their own attribute, as `json.loads` returns them, but immutable: arrays are
        tuples, and objects are dicts that cannot be changed. Integers are exact. Any other number is the nearest
        float. The mapping can be hashed, pickled, and passed to `json.dumps`.
        """

    def is_judged(self, name: str) -> bool:
        """Returns True if members of this name are validated, whether or not the document has one. The type of each
        registered member is validated. A member whose name ends in `_endpoint` must be an https URL.

        Args:
            name: The name of a member, such as `jwks_uri`.
        """

    @property
    def url(self) -> str:
        """The URL of the document, after redirects."""

    @property
    def raw_json(self) -> str:
        """The document's text as the server sent it, without a byte-order mark."""

    @property
    def signature_status(self) -> _SignatureStatus:
        """The state of `signed_metadata`: `absent`, `unverified` (no trusted keys were given) or `verified` (its claims
        have replaced the plain members).
        """

    @property
    def warnings(self) -> tuple[Warning, ...]:
        """The deviations from RFCs that were tolerated."""

    def to_dict(self) -> _Json:
        """Returns the value's JSON as a dict."""

    def to_json(self) -> str:
        """Returns the value's JSON as text, on one line."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Discovery:
    """The result of a discovery: all that a program needs to request a token for a resource, and the source of each part.

    Two discoveries are equal if they found the same. Their `attempts` are not compared.
    """

    @property
    def resource(self) -> str:
        """The resource, as requested."""

    @property
    def challenges(self) -> tuple[Challenge, ...]:
        """All challenges of the resource, in order."""

    @property
    def challenge(self) -> Challenge | None:
        """The challenge that contained the document's URL
        (RFC 9728 section 5.1, https://www.rfc-editor.org/rfc/rfc9728#section-5.1). If no challenge contained it, the first
        Bearer or DPoP challenge with a scope; None if there is no such challenge. Its `scope` is the scope to request.
        """

    @property
    def via(self) -> _Via:
        """How the document was found: `challenge`, `well_known` or `root`. Without a document, `issuer` or `legacy_origin`."""

    @property
    def resource_metadata_url(self) -> str | None:
        """The URL of the resource's document, after redirects. None if there is no document."""

    @property
    def resource_metadata(self) -> ResourceMetadata | None:
        """The resource's document. None if `via` is `issuer` or `legacy_origin`."""

    @property
    def authorization_servers(self) -> tuple[AuthorizationServer, ...]:
        """The authorization servers that the document lists, in the same order. Each has either metadata or an error."""

    @property
    def authorization_server(self) -> AuthorizationServerMetadata | None:
        """The metadata of the first listed server that has metadata. None if no server has metadata."""

    def require_authorization_server(self) -> AuthorizationServerMetadata:
        """Returns `authorization_server`, or raises an error if it is None. For programs that cannot continue without it.

        Raises:
            Error: No listed server has metadata. This is the error of the first listed server.
            NotFoundError: The document lists no server.
        """

    def authorization_parameters(self, issuer: str | None = None) -> AuthorizationParameters:
        """Returns the parameters of the next requests: the authorization request and the token request.

        Args:
            issuer: The issuer of an authorization server, as listed or as in the server's own document. Default: the first
                listed server that has metadata.

        Raises:
            InvalidArgumentError: The discovery has no server with this issuer.
            Error: The server has no metadata. This is the server's error. Without `issuer`, the same errors as
                `require_authorization_server`.
        """

    @property
    def supports_pkce_s256(self) -> bool:
        """True if `authorization_server` declares that it supports PKCE with S256."""

    @property
    def warnings(self) -> tuple[Warning, ...]:
        """The deviations from RFCs that were tolerated, including those of the servers' documents."""

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """Every request of the discovery, in order."""

    def to_dict(self) -> _Json:
        """Returns the value's JSON as a dict."""

    def to_json(self) -> str:
        """Returns the value's JSON as text, on one line."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class AuthorizationParameters:
    """The parameters of the authorization and token requests that a discovery determines, for any OAuth library.

    `Discovery.authorization_parameters` returns them.
    """

    @property
    def issuer(self) -> str:
        """The issuer in the server's document. Store tokens by this issuer and the requested resource."""

    @property
    def authorization_endpoint(self) -> str | None:
        """The URL of the authorization endpoint, if the server has one."""

    @property
    def token_endpoint(self) -> str | None:
        """The URL of the token endpoint, if the server has one."""

    @property
    def pushed_authorization_request_endpoint(self) -> str | None:
        """The URL of the pushed authorization request endpoint (RFC 9126, https://www.rfc-editor.org/rfc/rfc9126), if any."""

    @property
    def resource(self) -> str:
        """The value of the `resource` parameter (RFC 8707 section 2, https://www.rfc-editor.org/rfc/rfc8707#section-2): the
        `resource` of the document exactly as written, else the requested resource.
        """

    @property
    def scope(self) -> tuple[str, ...] | None:
        """The scopes to request, without duplicates: the scopes of the challenge, else the `scopes_supported` of the document.
        Join the scopes with spaces. If None, send no `scope` parameter.
        """

    @property
    def offline_access_supported(self) -> bool:
        """True if the server supports the scope `offline_access`, which requests a refresh token
        (OpenID Connect Core section 11, https://openid.net/specs/openid-connect-core-1_0.html#OfflineAccess). `scope`
        contains this scope only if the challenge or the document contains it.
        """

    @property
    def code_challenge_method(self) -> str | None:
        """The `code_challenge_method` to send: `S256` if the server declares that it supports this method
        (RFC 7636 section 4.3, https://www.rfc-editor.org/rfc/rfc7636#section-4.3).
        """

    @property
    def client_registration(self) -> tuple[_ClientRegistration, ...]:
        """The ways to get a `client_id` from this server, best first: `client_id_metadata_document`, `dynamic`,
        `preregistered`.
        """

    @property
    def token_endpoint_auth_methods(self) -> tuple[str, ...]:
        """The client authentication methods of the token endpoint. Default: `client_secret_basic`
        (RFC 8414 section 2, https://www.rfc-editor.org/rfc/rfc8414#section-2).
        """

    @property
    def requires_pushed_authorization(self) -> bool:
        """True if the server accepts only pushed authorization requests
        (RFC 9126 section 5, https://www.rfc-editor.org/rfc/rfc9126#section-5).
        """

    @property
    def dpop_required(self) -> bool:
        """True if the resource accepts only DPoP-bound access tokens
        (RFC 9449 section 5.2, https://www.rfc-editor.org/rfc/rfc9449#section-5.2).
        """

    @property
    def mtls_supported(self) -> bool:
        """True if the resource and the server both support certificate-bound access tokens
        (RFC 8705 section 3.3, https://www.rfc-editor.org/rfc/rfc8705#section-3.3).
        """

    @property
    def sends_authorization_response_iss(self) -> bool:
        """True if the server declares that its authorization responses have an `iss` parameter
        (RFC 9207 section 3, https://www.rfc-editor.org/rfc/rfc9207#section-3). `verify_issuer` then requires it.
        """

    def scope_after(self, previous: str | Iterable[str], www_authenticate: str | Iterable[str] | None) -> tuple[str, ...]:
        """Returns the scopes to request after a response with status 403 and the error `insufficient_scope`
        (RFC 6750 section 3.1, https://www.rfc-editor.org/rfc/rfc6750#section-3.1): the previous scopes, then the scopes of the
        challenge, without duplicates.

        Args:
            previous: The scopes of the last authorization request: an iterable of strings, or one string with spaces between
                the scopes.
            www_authenticate: The field lines of `WWW-Authenticate` in this response: an iterable of strings, or one string.
                The challenge is selected as for `Discovery.challenge`. If there is no such challenge, the result is
                `previous`.
        """

    def verify_issuer(self, iss: str | None) -> None:
        """Checks the `iss` parameter of an authorization response, a success or an error, before the client uses anything else
        in it (RFC 9207 section 2.4, https://www.rfc-editor.org/rfc/rfc9207#section-2.4).

        Args:
            iss: The value of the parameter, percent-decoded, or None if the response has no `iss`. The value must be
                identical to `issuer`, code point by code point.

        Raises:
            IssuerMismatchError: `iss` differs, or it is missing although the server declares that it sends `iss`. Discard the
                response, and do not show its `error_description`.
        """

    def to_dict(self) -> _Json:
        """Returns the value's JSON as a dict."""

    def to_json(self) -> str:
        """Returns the value's JSON as text, on one line."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class AuthorizationServer:
    """An authorization server that a resource's document lists. It has either metadata or an error."""

    @property
    def issuer(self) -> str:
        """The issuer, as the resource's document spells it. `metadata.issuer` is the server's own spelling."""

    @property
    def metadata_url(self) -> str | None:
        """The URL of the server's document, after redirects. None if there is no metadata."""

    @property
    def metadata(self) -> AuthorizationServerMetadata | None:
        """The server's document. None if no document was found, or if the document was refused."""

    @property
    def error(self) -> Error | None:
        """The error that explains why `metadata` is None. None if there is metadata."""

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """The requests for the server's document. `Discovery.attempts` contains them too."""

    def to_dict(self) -> _Json:
        """Returns the value's JSON as a dict."""

    def to_json(self) -> str:
        """Returns the value's JSON as text, on one line."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Challenge:
    """One challenge of a `WWW-Authenticate` header field
    (RFC 9110 section 11.6.1, https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).

    Args:
        scheme: The authentication scheme.
        params: The parameters.
        token68: The value that some schemes, such as Negotiate, have instead of parameters.
    """

    __match_args__: ClassVar[tuple[Literal["scheme"], Literal["params"], Literal["token68"]]]

    def __new__(cls, scheme: str, params: Mapping[str, str] | None = None, token68: str | None = None) -> Self: ...
    @property
    def scheme(self) -> str:
        """The authentication scheme, in lower case."""

    @property
    def params(self) -> Mapping[str, str]:
        """The parameters, by their names in lower case. If a name occurs twice, the first value is kept."""

    @property
    def token68(self) -> str | None:
        """The value that some schemes, such as Negotiate, have instead of parameters."""

    @property
    def resource_metadata(self) -> str | None:
        """The `resource_metadata` parameter, not validated; None if it is absent
        (RFC 9728 section 5.1, https://www.rfc-editor.org/rfc/rfc9728#section-5.1).
        """

    @property
    def scope(self) -> tuple[str, ...] | None:
        """The scopes of the `scope` parameter; None if it is absent
        (RFC 6750 section 3, https://www.rfc-editor.org/rfc/rfc6750#section-3).
        """

    def to_dict(self) -> _Json:
        """Returns the value's JSON as a dict."""

    def to_json(self) -> str:
        """Returns the value's JSON as text, on one line."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Warning:
    """A deviation from an RFC, of a document or a server, that was tolerated.

    Args:
        kind: The kind of the deviation, for programs.
        message: The expected and the actual value, for people. Text from the network in it is escaped and cut.
        url: The URL that the warning is about.
    """

    __match_args__: ClassVar[tuple[Literal["kind"], Literal["message"], Literal["url"]]]

    def __new__(cls, kind: _WarningKind, message: str, url: str | None = None) -> Self: ...
    @property
    def kind(self) -> _WarningKind:
        """The kind of the deviation, for programs."""

    @property
    def message(self) -> str:
        """The expected and the actual value, for people. Text from the network in it is escaped and cut."""

    @property
    def url(self) -> str | None:
        """The URL that the warning is about."""

    def to_dict(self) -> _Json:
        """Returns the value's JSON as a dict."""

    def to_json(self) -> str:
        """Returns the value's JSON as text, on one line."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Attempt:
    """One request of a call. It was sent, or the cache answered it. Each retry is a separate attempt. A redirect that was
    followed is part of the attempt whose request it answered.

    Args:
        purpose: The purpose of the request.
        method: The HTTP method: `GET`.
        url: The requested URL.
        final_url: The URL of the response, after redirects. None if no response came.
        status: The HTTP status. None if no response came.
        outcome: `ok`, `absent` (the URL has no document), or the kind of the error that resulted.
        reason: The reason why the response was used or refused, for people. Text from the network in it is escaped and cut.
        elapsed_ms: Milliseconds from the start of the request to the end of its response.
        from_cache: True if the document came from the cache.
    """

    __match_args__: ClassVar[
        tuple[
            Literal["purpose"],
            Literal["method"],
            Literal["url"],
            Literal["final_url"],
            Literal["status"],
            Literal["outcome"],
            Literal["reason"],
            Literal["elapsed_ms"],
            Literal["from_cache"],
        ]
    ]

    def __new__(
        cls,
        purpose: _Purpose,
        method: str,
        url: str,
        final_url: str | None,
        status: int | None,
        outcome: Literal["ok", "absent"] | _Kind,
        reason: str,
        elapsed_ms: int,
        from_cache: bool,
    ) -> Self: ...
    @property
    def purpose(self) -> _Purpose:
        """The purpose of the request."""

    @property
    def method(self) -> str:
        """The HTTP method: `GET`."""

    @property
    def url(self) -> str:
        """The requested URL."""

    @property
    def final_url(self) -> str | None:
        """The URL of the response, after redirects. None if no response came."""

    @property
    def status(self) -> int | None:
        """The HTTP status. None if no response came."""

    @property
    def outcome(self) -> Literal["ok", "absent"] | _Kind:
        """`ok`, `absent` (the URL has no document), or the kind of the error that resulted."""

    @property
    def reason(self) -> str:
        """The reason why the response was used or refused, for people. Text from the network in it is escaped and cut."""

    @property
    def elapsed_ms(self) -> int:
        """Milliseconds from the start of the request to the end of its response."""

    @property
    def from_cache(self) -> bool:
        """True if the document came from the cache, without a request or after a revalidation."""

    def to_dict(self) -> _Json:
        """Returns the value's JSON as a dict."""

    def to_json(self) -> str:
        """Returns the value's JSON as text, on one line."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class DiscoveryPlan:
    """The discovery of a resource, without I/O. The plan returns the requests to send, and accepts the responses in any order.
    `finish` returns a `Discovery` or raises an error. To use your own HTTP client:

        plan = telnyx_oauth.DiscoveryPlan("https://rs.example/mcp")
        while not plan.is_finished:
            for request in plan.requests():
                # Without credentials. Only a GET follows redirects, on the same origin.
                response = send(request.method, request.url, dict(request.headers), request.body)
                plan.respond(
                    request.id,
                    status=response.status,
                    body=response.body,
                    url=response.url,
                    content_type=response.headers.get("Content-Type"),
                    www_authenticate=response.headers.get_all("WWW-Authenticate", []),
                )
        discovery = plan.finish()

    Args:
        resource: An absolute https URL, or an http URL on a loopback host.
        www_authenticate: The field lines of a `WWW-Authenticate` header field that the resource has sent you: an iterable
            of strings, or one string. With this argument, the plan does not probe the resource.
        issuer: The authorization server to use, whether the resource's document lists it or not. Default: the servers in
            the document.
        resource_match: Which documents may describe a resource (RFC 9728 section 3.3,
            https://www.rfc-editor.org/rfc/rfc9728#section-3.3): `exact`, `covers` or `same_origin`. Default:
            `covers`.
        strict: Turns warnings about deviations that an RFC forbids into errors. Implies `exact`. Default:
            False.
        profile: The additional requirements of a protocol: `mcp`, for which the resource's document must list a
            server, and a server must advertise PKCE with S256. Otherwise the error is `profile_unmet`. Default:
            none.
        probe: How a discovery asks the resource for its challenge: `auto`, `mcp`, `get` or `none`. `auto` sends
            a GET, and continues as `mcp` if the answer shows a JSON-RPC endpoint; `mcp` sends a POST of
            `server/discover`, and then of `initialize` if the server is older. Default: `mcp` with the profile
            `mcp`, else `auto`.
        legacy_origin: Tries the resource's origin as the authorization server if each well-known URL of the
            resource answers with a status of 4xx other than 408, 425 and 429, as MCP 2025-03-26 did. Default:
            False.
        allow_http: Allows http to hosts that are not loopback. Anyone on the network path can then read and
            forge responses. Default: False.
        trusted_keys: The keys to verify a resource's `signed_metadata` with. Its claims then replace the plain
            members. A document without `signed_metadata` is refused. Default: none, so that it is not verified.
        authorization_server_trusted_keys: The keys to verify an authorization server's `signed_metadata` with.
            Its claims then replace the plain members. A document without `signed_metadata` is refused. Default:
            none, so that it is not verified.

    Raises:
        InvalidArgumentError: `resource` or another argument is invalid.
        InsecureUrlError: `resource` is an http URL on a host that is not loopback, without `allow_http`.
    """

    def __new__(
        cls,
        resource: str,
        www_authenticate: str | Iterable[str] | None = None,
        *,
        issuer: str | None = None,
        resource_match: _ResourceMatch | None = None,
        strict: bool | None = None,
        profile: _Profile | None = None,
        probe: _Probe | None = None,
        legacy_origin: bool | None = None,
        allow_http: bool | None = None,
        trusted_keys: TrustedKeys | None = None,
        authorization_server_trusted_keys: TrustedKeys | None = None,
    ) -> Self: ...
    def requests(self) -> list[PlannedRequest]:
        """Returns the requests to send now. Each request is returned once. The requests do not depend on each other."""

    def respond(
        self,
        id: int,
        *,
        status: int,
        body: bytes | str,
        content_type: str | None = None,
        url: str | None = None,
        www_authenticate: str | Iterable[str] | None = None,
        received_at: float | None = None,
        mcp_session_id: str | None = None,
        mcp_protocol_version: str | None = None,
    ) -> None:
        """Accepts the response to a request. A second response to the same request is ignored.

        Args:
            id: The request's `id`.
            status: The HTTP status, 100 to 599.
            body: The whole body. Of the response to a `probe`, the first 64 KiB are enough.
            content_type: The `Content-Type` header field. Default: the response has none.
            url: The URL of the response, after redirects. Default: the URL of the request.
            www_authenticate: The field lines of `WWW-Authenticate`: an iterable of strings, or one string. Required for a
                `probe`. An empty list means that the response has none.
            received_at: The time when the response was received, in seconds since 1970, to check the validity period of
                `signed_metadata`. Default: unknown.
            mcp_session_id: The `Mcp-Session-Id` header field of the response to a `probe`. Default: the response has none.
            mcp_protocol_version: The `MCP-Protocol-Version` header field of the response to a `probe`. Default: the response
                has none.

        A response whose URL has another scheme, host or port than the request is treated as `redirect_refused`.

        Raises:
            InvalidArgumentError: No request has this id, `url` is invalid, or `www_authenticate` is missing in the response
                to a `probe`.
        """

    def fail(self, id: int, kind: _Kind, message: str) -> None:
        """Reports that a request failed without a response.

        Args:
            id: The request's `id`.
            kind: The kind of the error, such as `transport`, `tls`, `timeout` or `redirect_refused`.
            message: The reason, for people.

        Raises:
            InvalidArgumentError: No request has this id, or `kind` is not the kind of an error.
        """

    @property
    def is_finished(self) -> bool:
        """True once no further response can change the result. Running requests may be aborted then."""

    def finish(self) -> Discovery:
        """Returns the result. The failure of an authorization server is part of the result, and the discovery still succeeds.
        A plan can be finished once.

        Raises:
            InvalidArgumentError: Responses are missing, or the plan is already finished.
            Error: The same errors as `discover`.
        """

@final
class PlannedRequest:
    """A request to send, without credentials. A GET follows redirects on the same origin; a POST and a DELETE follow none.

    Args:
        id: The id to pass to `respond` or `fail`.
        purpose: The purpose of the request.
        url: The URL.
        named_by_server: True if a server named the URL.
        revalidate: True if a cache must revalidate its response.
        method: The method.
        headers: The header fields to send, as pairs of name and value.
        body: The body.
        named_by: The URL of the response that named the URL.
    """

    __match_args__: ClassVar[
        tuple[
            Literal["id"],
            Literal["purpose"],
            Literal["url"],
            Literal["named_by_server"],
            Literal["revalidate"],
            Literal["method"],
            Literal["headers"],
            Literal["body"],
            Literal["named_by"],
        ]
    ]

    def __new__(
        cls,
        id: int,
        purpose: _Purpose,
        url: str,
        named_by_server: bool,
        revalidate: bool,
        method: str = ...,
        headers: list[tuple[str, str]] = ...,
        body: str | None = None,
        named_by: str | None = None,
    ) -> Self: ...
    @property
    def id(self) -> int:
        """The id to pass to `respond` or `fail`."""

    @property
    def purpose(self) -> _Purpose:
        """The purpose of the request. A `probe` is not retried. All probes together should take at most 5 s."""

    @property
    def url(self) -> str:
        """The URL."""

    @property
    def named_by_server(self) -> bool:
        """True if a server named the URL, in a challenge or a document. The URL must not lead to a less public address than
        that server's own, nor to a link-local address.
        """

    @property
    def revalidate(self) -> bool:
        """True if a challenge named the URL. The document may have changed, so a cache must revalidate its response
        (RFC 9728 section 5.2, https://www.rfc-editor.org/rfc/rfc9728#section-5.2).
        """

    @property
    def method(self) -> str:
        """The method: `GET`, `POST` or `DELETE`. The plan waits for no response to a `DELETE`."""

    @property
    def headers(self) -> list[tuple[str, str]]:
        """The header fields to send, as pairs of name and value. The names are in lower case."""

    @property
    def body(self) -> str | None:
        """The body. None if the request has no body."""

    @property
    def named_by(self) -> str | None:
        """The URL of the response that named `url`. None if no server named `url`. It is the resource for a URL in a
        challenge, and the resource's document for a URL of an authorization server.
        """

    def to_dict(self) -> _Json:
        """Returns the value's JSON as a dict."""

    def to_json(self) -> str:
        """Returns the value's JSON as text, on one line."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

class Error(Exception):
    """The base class of all errors of this library.

    Each kind of error has a subclass. Most subclasses also derive from Python's `ValueError`, `ConnectionError` or
    `TimeoutError`. `str()` returns the expected and the actual value; text from the network in it is escaped and cut.
    `__cause__` is the operating system's error, such as a `ConnectionRefusedError`, if there is one.
    """

    message: str
    """The expected and the actual value, for people. The same as `str()`."""

    kind: ClassVar[_Kind]
    """The kind of the error, for programs. It has the same name in every language."""

    url: str | None
    """The URL that the error is about: the requested URL, or the caller's invalid argument."""

    http_status: int | None
    """The HTTP status. None if no response came."""

    error: str | None
    """The OAuth error code of an `OAuthError`, exactly as sent."""

    error_description: str | None
    """The description of the OAuth error, exactly as sent. Escape it before you print it."""

    retry_after: int | None
    """The number of seconds that the server asks to wait
    (RFC 9110 section 10.2.3, https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3).
    """

    attempts: tuple[Attempt, ...]
    """Every request of the call, in order."""

    warnings: tuple[Warning, ...]
    """The deviations from RFCs that were tolerated before the call failed, in order."""

    def __init__(
        self,
        message: str,
        *,
        url: str | None = None,
        http_status: int | None = None,
        error: str | None = None,
        error_description: str | None = None,
        retry_after: int | None = None,
        attempts: tuple[Attempt, ...] = (),
        warnings: tuple[Warning, ...] = (),
    ) -> None: ...
    def __copy__(self) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

class InvalidArgumentError(Error, ValueError):
    """An argument or option is invalid. For example, a URL is not an absolute http(s) URL, has a fragment or userinfo, or is
    a metadata URL instead of a resource. Correct the argument.
    """

class InsecureUrlError(Error, ValueError):
    """The URL is http, but https is required. Use the https URL, or allow http with `allow_http`."""

class BlockedAddressError(Error, ConnectionError):
    """A URL from a server leads to an address that it must not lead to, such as a private or link-local one."""

class TransportError(Error, ConnectionError):
    """The name could not be resolved, the connection failed or was closed early, or the response is not HTTP."""

class TlsError(Error, ConnectionError):
    """The TLS handshake failed or the certificate is not trusted."""

class TimeoutError(Error, _TimeoutError):
    """The call exceeded `timeout`, or a connection exceeded `connect_timeout`."""

class CancelledError(Error):
    """The caller cancelled the call with a `CancelToken`."""

class RedirectRefusedError(Error, ConnectionError):
    """A redirect leads to another origin or has no usable target, or there are too many redirects."""

class HttpStatusError(Error):
    """The response has a status that is neither success nor a documented error."""

class OAuthError(Error):
    """The response is a 4xx with an OAuth error in its body: see `error` and `error_description`."""

class ContentTypeError(Error, ValueError):
    """The response has status 200, but its body is not JSON, or has a content coding."""

class BodyTooLargeError(Error, ValueError):
    """The body or the header section of a response exceeds its limit."""

class InvalidJsonError(Error, ValueError):
    """The body is not a JSON object."""

class InvalidMetadataError(Error, ValueError):
    """The body is JSON, but not a valid metadata document. The message names the invalid member."""

class ResourceMismatchError(Error, ValueError):
    """The document describes another resource
    (RFC 9728 section 3.3, https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
    """

class IssuerMismatchError(Error, ValueError):
    """The document describes another issuer
    (RFC 8414 section 3.3, https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
    """

class NotFoundError(Error):
    """No URL had a document. `attempts` lists the requested URLs."""

class SignatureInvalidError(Error, ValueError):
    """The document's `signed_metadata` cannot be trusted."""

class ProfileUnmetError(Error, ValueError):
    """The document is valid, but lacks a requirement of the chosen profile."""

class InternalError(Error):
    """This library has a bug. Please report it."""
