"""Finds out how to get a token for a protected API.

Fetches and judges OAuth 2.0 Protected Resource Metadata (RFC 9728, https://www.rfc-editor.org/rfc/rfc9728) and
Authorization Server Metadata (RFC 8414, https://www.rfc-editor.org/rfc/rfc8414, and OpenID Connect Discovery):

    import telnyx_oauth

    print(telnyx_oauth.fetch_resource_metadata().authorization_servers)

The functions share one client; `Client` and `AsyncClient` have options, connections and a cache of their own.
Everything that goes wrong is an `Error`, with one subclass a kind. All values are immutable. `TimeoutError` and `Warning`
are named as Python's own, so `from telnyx_oauth import *` leaves them out: write `telnyx_oauth.TimeoutError`.
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
]

__version__: Final[str]

_Seconds: TypeAlias = float | timedelta
_Json: TypeAlias = dict[str, Any]
_ResourceMatch: TypeAlias = Literal["exact", "covers", "same_origin"]
_SignatureStatus: TypeAlias = Literal["absent", "unverified", "verified"]
_Purpose: TypeAlias = Literal["probe", "resource_metadata", "authorization_server_metadata"]
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
    "challenge_malformed",
    "authorization_server_unusable",
    "member_null",
]
_Address: TypeAlias = str | IPv4Address | IPv6Address

@type_check_only
class _Options(TypedDict, total=False):
    """The options of `Client`, but for `timeout`, which each function has."""

    base_url: str | None
    allow_http: bool | None
    allow_private_addresses: bool | None
    resource_match: _ResourceMatch | None
    strict: bool | None
    connect_timeout: _Seconds | None
    max_redirects: int | None
    max_body_bytes: int | None
    max_total_bytes: int | None
    max_retries: int | None
    cache: bool | None
    user_agent: str | None
    ca_file: str | os.PathLike[str] | None
    resolve: Mapping[tuple[str, int], _Address] | None
    proxy: str | None
    ignore_environment: bool | None
    trusted_keys: TrustedKeys | None
    api_key: str | None

def fetch_resource_metadata(
    resource: str | None = None,
    *,
    timeout: _Seconds | None = None,
    cancel: CancelToken | None = None,
    **options: Unpack[_Options],
) -> ResourceMetadata:
    """Fetches and judges one document: the one at the well-known URL of `resource`
    (RFC 9728 section 3, https://www.rfc-editor.org/rfc/rfc9728#section-3).

    Blocks; Ctrl-C interrupts it.

    Args:
        resource: An absolute https URL, or http on a loopback host. Default: `https://api.telnyx.com`, or the origin of
            `TELNYX_BASE_URL` or of the option `base_url`.
        timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
            the client's, which is 30 unless it was given another.
        cancel: A token with which another thread or task can end the call. Default: none.
        options: Those of `Client`, for this one call. Without any, the process's shared client is used, which keeps
            connections and documents.

    Returns:
        The document, with `warnings` for what was tolerated.

    Raises:
        Error: Any subclass but those of issuers and signatures; with `trusted_keys`, `SignatureInvalidError` too.
            `Error.attempts` lists what was asked.
    """

def fetch_authorization_server_metadata(
    issuer: str | None = None,
    *,
    timeout: _Seconds | None = None,
    cancel: CancelToken | None = None,
    **options: Unpack[_Options],
) -> AuthorizationServerMetadata:
    """Fetches and judges the document of an authorization server
    (RFC 8414 section 3, https://www.rfc-editor.org/rfc/rfc8414#section-3, and OpenID Connect Discovery).

    The candidates of `authorization_server_metadata_urls` are asked in order, up to the first that has a document.
    Blocks; Ctrl-C interrupts it.

    Args:
        issuer: An absolute https URL without a query, or http on a loopback host. Default: `https://api.telnyx.com`, or the
            origin of `TELNYX_BASE_URL` or of the option `base_url`.
        timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
            the client's, which is 30 unless it was given another.
        cancel: A token with which another thread or task can end the call. Default: none.
        options: Those of `Client`, for this one call. Without any, the process's shared client is used, which keeps
            connections and documents.

    Returns:
        The document, with `warnings` for what was tolerated.

    Raises:
        NotFoundError: No candidate had a document.
        Error: Any other subclass but `ResourceMismatchError`. `Error.attempts` lists what was asked.
    """

def discover(
    resource: str | None = None,
    www_authenticate: str | Iterable[str] | None = None,
    *,
    timeout: _Seconds | None = None,
    cancel: CancelToken | None = None,
    **options: Unpack[_Options],
) -> Discovery:
    """Finds everything that is needed to ask for a token for `resource`: its challenge, its document, and the document
    of each authorization server that it lists (RFC 9728 section 5, https://www.rfc-editor.org/rfc/rfc9728#section-5).

    A server's failure is that server's own, in the result. Blocks; Ctrl-C interrupts it.

    Args:
        resource: An absolute https URL, or http on a loopback host. Default: `https://api.telnyx.com`, or the origin of
            `TELNYX_BASE_URL` or of the option `base_url`.
        www_authenticate: The field lines of a `WWW-Authenticate` that you have got from the resource, or the one line.
            Default: the resource is asked, without credentials.
        timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
            the client's, which is 30 unless it was given another.
        cancel: A token with which another thread or task can end the call. Default: none.
        options: Those of `Client`, for this one call. Without any, the process's shared client is used, which keeps
            connections and documents.

    Returns:
        What was found, and where each part came from.

    Raises:
        NotFoundError: No candidate had a document.
        Error: Whatever else stopped the search. `Error.attempts` lists what was asked.
    """

async def fetch_resource_metadata_async(
    resource: str | None = None,
    *,
    timeout: _Seconds | None = None,
    cancel: CancelToken | None = None,
    **options: Unpack[_Options],
) -> ResourceMetadata:
    """Fetches and judges one document: the one at the well-known URL of `resource`
    (RFC 9728 section 3, https://www.rfc-editor.org/rfc/rfc9728#section-3).

    Cancelling the task aborts its requests.

    Args:
        resource: An absolute https URL, or http on a loopback host. Default: `https://api.telnyx.com`, or the origin of
            `TELNYX_BASE_URL` or of the option `base_url`.
        timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
            the client's, which is 30 unless it was given another.
        cancel: A token with which another thread or task can end the call. Default: none.
        options: Those of `Client`, for this one call. Without any, the process's shared client is used, which keeps
            connections and documents.

    Returns:
        The document, with `warnings` for what was tolerated.

    Raises:
        RuntimeError: No asyncio event loop is running.
        Error: Any subclass but those of issuers and signatures; with `trusted_keys`, `SignatureInvalidError` too.
            `Error.attempts` lists what was asked.
    """

async def fetch_authorization_server_metadata_async(
    issuer: str | None = None,
    *,
    timeout: _Seconds | None = None,
    cancel: CancelToken | None = None,
    **options: Unpack[_Options],
) -> AuthorizationServerMetadata:
    """Fetches and judges the document of an authorization server
    (RFC 8414 section 3, https://www.rfc-editor.org/rfc/rfc8414#section-3, and OpenID Connect Discovery).

    The candidates of `authorization_server_metadata_urls` are asked in order, up to the first that has a document.
    Cancelling the task aborts its requests.

    Args:
        issuer: An absolute https URL without a query, or http on a loopback host. Default: `https://api.telnyx.com`, or the
            origin of `TELNYX_BASE_URL` or of the option `base_url`.
        timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
            the client's, which is 30 unless it was given another.
        cancel: A token with which another thread or task can end the call. Default: none.
        options: Those of `Client`, for this one call. Without any, the process's shared client is used, which keeps
            connections and documents.

    Returns:
        The document, with `warnings` for what was tolerated.

    Raises:
        RuntimeError: No asyncio event loop is running.
        NotFoundError: No candidate had a document.
        Error: Any other subclass but `ResourceMismatchError`. `Error.attempts` lists what was asked.
    """

async def discover_async(
    resource: str | None = None,
    www_authenticate: str | Iterable[str] | None = None,
    *,
    timeout: _Seconds | None = None,
    cancel: CancelToken | None = None,
    **options: Unpack[_Options],
) -> Discovery:
    """Finds everything that is needed to ask for a token for `resource`: its challenge, its document, and the document
    of each authorization server that it lists (RFC 9728 section 5, https://www.rfc-editor.org/rfc/rfc9728#section-5).

    A server's failure is that server's own, in the result. Cancelling the task aborts its requests.

    Args:
        resource: An absolute https URL, or http on a loopback host. Default: `https://api.telnyx.com`, or the origin of
            `TELNYX_BASE_URL` or of the option `base_url`.
        www_authenticate: The field lines of a `WWW-Authenticate` that you have got from the resource, or the one line.
            Default: the resource is asked, without credentials.
        timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
            the client's, which is 30 unless it was given another.
        cancel: A token with which another thread or task can end the call. Default: none.
        options: Those of `Client`, for this one call. Without any, the process's shared client is used, which keeps
            connections and documents.

    Returns:
        What was found, and where each part came from.

    Raises:
        RuntimeError: No asyncio event loop is running.
        NotFoundError: No candidate had a document.
        Error: Whatever else stopped the search. `Error.attempts` lists what was asked.
    """

def resource_metadata_url(resource: str) -> str:
    """The well-known URL of a resource (RFC 9728 section 3.1, https://www.rfc-editor.org/rfc/rfc9728#section-3.1).

    Args:
        resource: An absolute http or https URL.

    Returns:
        The URL, with everything but the inserted path exactly as in `resource`.

    Raises:
        InvalidArgumentError: It is no such URL, or has a fragment or userinfo, or is a metadata URL itself.
    """

def authorization_server_metadata_urls(issuer: str) -> list[str]:
    """The URLs where an issuer's document may be, in the order in which they are asked
    (RFC 8414 section 3.1, https://www.rfc-editor.org/rfc/rfc8414#section-3.1).

    Args:
        issuer: An absolute http or https URL without a query.

    Returns:
        RFC 8414's URL, then OpenID Connect's, with the path inserted and then appended.

    Raises:
        InvalidArgumentError: It is no such URL.
    """

def parse_challenges(www_authenticate: str | Iterable[str]) -> list[Challenge]:
    """Reads the challenges of `WWW-Authenticate`
    (RFC 9110 section 11.6.1, https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).

    Args:
        www_authenticate: All its field lines, or the one line.

    Returns:
        The challenges in order. A malformed piece is skipped up to the next comma outside quotes, and hides no other.
    """

@final
class Client:
    """A blocking client: options, connections that are kept, a cache, and the calls.

    It may be shared by threads, and used on both sides of a fork. The environment is read when it is made. It closes at
    the end of a `with` statement:

        with telnyx_oauth.Client(timeout=5) as client:
            print(client.fetch_resource_metadata("https://api.telnyx.com/v2/mcp").authorization_servers)

    Args:
        base_url: The URL whose origin is asked for where a call names no resource and no issuer; its path does not
            count. Default: `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
        allow_http: Allows http to hosts that are not loopback: anybody on the way can then read and forge what is
            found. Default: False.
        allow_private_addresses: Lets a server on a public address name private and loopback ones. Default: False.
        resource_match: Which documents describe a resource: `exact`, `covers` or `same_origin` (RFC 9728 section 3.3,
            https://www.rfc-editor.org/rfc/rfc9728#section-3.3). Default: `covers`.
        strict: Turns what an RFC forbids into an error where it would be a warning; implies `exact`. Default: False.
        timeout: Seconds that a whole call may take, retries and waits included. Default: 30.
        connect_timeout: Seconds that one connection may take, look-up and TLS handshake included. Default: 5.
        max_redirects: How many redirects are followed, 0 to 10, to the same scheme, host and port only. Default: 3.
        max_body_bytes: The largest body that is read. Default: 1 MiB.
        max_total_bytes: How many bytes the bodies of a whole discovery may have together; a server beyond that, in the
            listed order, gets `body_too_large`. Default: 8 MiB.
        max_retries: How often a request is sent again after a transport error or a status of 408, 425, 429, 500, 502,
            503 or 504. Default: 2.
        cache: Keeps good documents in memory while their servers call them fresh (RFC 9111,
            https://www.rfc-editor.org/rfc/rfc9111), and lets calls for one URL share a request. Default: True.
        user_agent: The `User-Agent` to send. Default: the version and `python`.
        ca_file: A PEM file of CA certificates to trust besides the system's store. Default: none.
        resolve: Addresses to connect to, by host and port, in the place of what name resolution says: `{("api.example",
            443): "192.0.2.1"}`. Default: none.
        proxy: The http or https URL of a proxy for every request; the empty string means none. Default: what
            `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` say.
        ignore_environment: Reads no environment variable: not `TELNYX_BASE_URL`, `SSL_CERT_FILE` and `SSL_CERT_DIR`, nor
            those of proxies. Default: False.
        trusted_keys: The keys to verify a resource's `signed_metadata` with. Default: none, it is passed through.
        api_key: Accepted where a user of Telnyx's SDK would pass one, and never sent: the documents are public.

    Raises:
        InvalidArgumentError: An option that cannot be used; the message names it.
        TlsError: `ca_file` is missing or holds no usable certificate.
    """

    def __new__(
        cls,
        *,
        base_url: str | None = None,
        allow_http: bool | None = None,
        allow_private_addresses: bool | None = None,
        resource_match: _ResourceMatch | None = None,
        strict: bool | None = None,
        timeout: _Seconds | None = None,
        connect_timeout: _Seconds | None = None,
        max_redirects: int | None = None,
        max_body_bytes: int | None = None,
        max_total_bytes: int | None = None,
        max_retries: int | None = None,
        cache: bool | None = None,
        user_agent: str | None = None,
        ca_file: str | os.PathLike[str] | None = None,
        resolve: Mapping[tuple[str, int], _Address] | None = None,
        proxy: str | None = None,
        ignore_environment: bool | None = None,
        trusted_keys: TrustedKeys | None = None,
        api_key: str | None = None,
    ) -> Self: ...
    def fetch_resource_metadata(
        self,
        resource: str | None = None,
        *,
        timeout: _Seconds | None = None,
        cancel: CancelToken | None = None,
    ) -> ResourceMetadata:
        """Fetches and judges one document: the one at the well-known URL of `resource`
        (RFC 9728 section 3, https://www.rfc-editor.org/rfc/rfc9728#section-3).

        Blocks; Ctrl-C interrupts it.

        Args:
            resource: An absolute https URL, or http on a loopback host. Default: `https://api.telnyx.com`, or the origin of
                `TELNYX_BASE_URL` or of the option `base_url`.
            timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
                the client's, which is 30 unless it was given another.
            cancel: A token with which another thread or task can end the call. Default: none.

        Returns:
            The document, with `warnings` for what was tolerated.

        Raises:
            Error: Any subclass but those of issuers and signatures; with `trusted_keys`, `SignatureInvalidError` too.
                `Error.attempts` lists what was asked.
        """

    def fetch_authorization_server_metadata(
        self,
        issuer: str | None = None,
        *,
        timeout: _Seconds | None = None,
        cancel: CancelToken | None = None,
    ) -> AuthorizationServerMetadata:
        """Fetches and judges the document of an authorization server
        (RFC 8414 section 3, https://www.rfc-editor.org/rfc/rfc8414#section-3, and OpenID Connect Discovery).

        The candidates of `authorization_server_metadata_urls` are asked in order, up to the first that has a document.
        Blocks; Ctrl-C interrupts it.

        Args:
            issuer: An absolute https URL without a query, or http on a loopback host. Default: `https://api.telnyx.com`, or the
                origin of `TELNYX_BASE_URL` or of the option `base_url`.
            timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
                the client's, which is 30 unless it was given another.
            cancel: A token with which another thread or task can end the call. Default: none.

        Returns:
            The document, with `warnings` for what was tolerated.

        Raises:
            NotFoundError: No candidate had a document.
            Error: Any other subclass but `ResourceMismatchError`. `Error.attempts` lists what was asked.
        """

    def discover(
        self,
        resource: str | None = None,
        www_authenticate: str | Iterable[str] | None = None,
        *,
        timeout: _Seconds | None = None,
        cancel: CancelToken | None = None,
    ) -> Discovery:
        """Finds everything that is needed to ask for a token for `resource`: its challenge, its document, and the document
        of each authorization server that it lists (RFC 9728 section 5, https://www.rfc-editor.org/rfc/rfc9728#section-5).

        A server's failure is that server's own, in the result. Blocks; Ctrl-C interrupts it.

        Args:
            resource: An absolute https URL, or http on a loopback host. Default: `https://api.telnyx.com`, or the origin of
                `TELNYX_BASE_URL` or of the option `base_url`.
            www_authenticate: The field lines of a `WWW-Authenticate` that you have got from the resource, or the one line.
                Default: the resource is asked, without credentials.
            timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
                the client's, which is 30 unless it was given another.
            cancel: A token with which another thread or task can end the call. Default: none.

        Returns:
            What was found, and where each part came from.

        Raises:
            NotFoundError: No candidate had a document.
            Error: Whatever else stopped the search. `Error.attempts` lists what was asked.
        """

    @property
    def well_known(self) -> _WellKnown:
        """The calls under the names that they have in Telnyx's SDK, such as
        `client.well_known.retrieve_protected_resource_metadata()`.
        """

    @property
    def is_closed(self) -> bool:
        """Whether `close` was called."""

    def close(self) -> None:
        """Closes the connections and forgets the cache. Calls under way go on; later ones raise `InvalidArgumentError`.
        Closing twice is fine.
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
    """A client for asyncio: options, connections that are kept, a cache, and the calls.

    Cancelling a task aborts its requests. The client may be shared by event loops in several threads, and used on both sides
    of a fork. The environment is read when it is made. It closes at the end of an `async with` statement:

        async with telnyx_oauth.AsyncClient(timeout=5) as client:
            print((await client.fetch_resource_metadata("https://api.telnyx.com/v2/mcp")).authorization_servers)

    Under trio there is no asyncio: make a call of `Client` in a thread, with `trio.to_thread.run_sync`.

    Args:
        base_url: The URL whose origin is asked for where a call names no resource and no issuer; its path does not
            count. Default: `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
        allow_http: Allows http to hosts that are not loopback: anybody on the way can then read and forge what is
            found. Default: False.
        allow_private_addresses: Lets a server on a public address name private and loopback ones. Default: False.
        resource_match: Which documents describe a resource: `exact`, `covers` or `same_origin` (RFC 9728 section 3.3,
            https://www.rfc-editor.org/rfc/rfc9728#section-3.3). Default: `covers`.
        strict: Turns what an RFC forbids into an error where it would be a warning; implies `exact`. Default: False.
        timeout: Seconds that a whole call may take, retries and waits included. Default: 30.
        connect_timeout: Seconds that one connection may take, look-up and TLS handshake included. Default: 5.
        max_redirects: How many redirects are followed, 0 to 10, to the same scheme, host and port only. Default: 3.
        max_body_bytes: The largest body that is read. Default: 1 MiB.
        max_total_bytes: How many bytes the bodies of a whole discovery may have together; a server beyond that, in the
            listed order, gets `body_too_large`. Default: 8 MiB.
        max_retries: How often a request is sent again after a transport error or a status of 408, 425, 429, 500, 502,
            503 or 504. Default: 2.
        cache: Keeps good documents in memory while their servers call them fresh (RFC 9111,
            https://www.rfc-editor.org/rfc/rfc9111), and lets calls for one URL share a request. Default: True.
        user_agent: The `User-Agent` to send. Default: the version and `python`.
        ca_file: A PEM file of CA certificates to trust besides the system's store. Default: none.
        resolve: Addresses to connect to, by host and port, in the place of what name resolution says: `{("api.example",
            443): "192.0.2.1"}`. Default: none.
        proxy: The http or https URL of a proxy for every request; the empty string means none. Default: what
            `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` say.
        ignore_environment: Reads no environment variable: not `TELNYX_BASE_URL`, `SSL_CERT_FILE` and `SSL_CERT_DIR`, nor
            those of proxies. Default: False.
        trusted_keys: The keys to verify a resource's `signed_metadata` with. Default: none, it is passed through.
        api_key: Accepted where a user of Telnyx's SDK would pass one, and never sent: the documents are public.

    Raises:
        InvalidArgumentError: An option that cannot be used; the message names it.
        TlsError: `ca_file` is missing or holds no usable certificate.
    """

    def __new__(
        cls,
        *,
        base_url: str | None = None,
        allow_http: bool | None = None,
        allow_private_addresses: bool | None = None,
        resource_match: _ResourceMatch | None = None,
        strict: bool | None = None,
        timeout: _Seconds | None = None,
        connect_timeout: _Seconds | None = None,
        max_redirects: int | None = None,
        max_body_bytes: int | None = None,
        max_total_bytes: int | None = None,
        max_retries: int | None = None,
        cache: bool | None = None,
        user_agent: str | None = None,
        ca_file: str | os.PathLike[str] | None = None,
        resolve: Mapping[tuple[str, int], _Address] | None = None,
        proxy: str | None = None,
        ignore_environment: bool | None = None,
        trusted_keys: TrustedKeys | None = None,
        api_key: str | None = None,
    ) -> Self: ...
    async def fetch_resource_metadata(
        self,
        resource: str | None = None,
        *,
        timeout: _Seconds | None = None,
        cancel: CancelToken | None = None,
    ) -> ResourceMetadata:
        """Fetches and judges one document: the one at the well-known URL of `resource`
        (RFC 9728 section 3, https://www.rfc-editor.org/rfc/rfc9728#section-3).

        Cancelling the task aborts its requests.

        Args:
            resource: An absolute https URL, or http on a loopback host. Default: `https://api.telnyx.com`, or the origin of
                `TELNYX_BASE_URL` or of the option `base_url`.
            timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
                the client's, which is 30 unless it was given another.
            cancel: A token with which another thread or task can end the call. Default: none.

        Returns:
            The document, with `warnings` for what was tolerated.

        Raises:
            RuntimeError: No asyncio event loop is running.
            Error: Any subclass but those of issuers and signatures; with `trusted_keys`, `SignatureInvalidError` too.
                `Error.attempts` lists what was asked.
        """

    async def fetch_authorization_server_metadata(
        self,
        issuer: str | None = None,
        *,
        timeout: _Seconds | None = None,
        cancel: CancelToken | None = None,
    ) -> AuthorizationServerMetadata:
        """Fetches and judges the document of an authorization server
        (RFC 8414 section 3, https://www.rfc-editor.org/rfc/rfc8414#section-3, and OpenID Connect Discovery).

        The candidates of `authorization_server_metadata_urls` are asked in order, up to the first that has a document.
        Cancelling the task aborts its requests.

        Args:
            issuer: An absolute https URL without a query, or http on a loopback host. Default: `https://api.telnyx.com`, or the
                origin of `TELNYX_BASE_URL` or of the option `base_url`.
            timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
                the client's, which is 30 unless it was given another.
            cancel: A token with which another thread or task can end the call. Default: none.

        Returns:
            The document, with `warnings` for what was tolerated.

        Raises:
            RuntimeError: No asyncio event loop is running.
            NotFoundError: No candidate had a document.
            Error: Any other subclass but `ResourceMismatchError`. `Error.attempts` lists what was asked.
        """

    async def discover(
        self,
        resource: str | None = None,
        www_authenticate: str | Iterable[str] | None = None,
        *,
        timeout: _Seconds | None = None,
        cancel: CancelToken | None = None,
    ) -> Discovery:
        """Finds everything that is needed to ask for a token for `resource`: its challenge, its document, and the document
        of each authorization server that it lists (RFC 9728 section 5, https://www.rfc-editor.org/rfc/rfc9728#section-5).

        A server's failure is that server's own, in the result. Cancelling the task aborts its requests.

        Args:
            resource: An absolute https URL, or http on a loopback host. Default: `https://api.telnyx.com`, or the origin of
                `TELNYX_BASE_URL` or of the option `base_url`.
            www_authenticate: The field lines of a `WWW-Authenticate` that you have got from the resource, or the one line.
                Default: the resource is asked, without credentials.
            timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
                the client's, which is 30 unless it was given another.
            cancel: A token with which another thread or task can end the call. Default: none.

        Returns:
            What was found, and where each part came from.

        Raises:
            RuntimeError: No asyncio event loop is running.
            NotFoundError: No candidate had a document.
            Error: Whatever else stopped the search. `Error.attempts` lists what was asked.
        """

    @property
    def well_known(self) -> _AsyncWellKnown:
        """The calls under the names that they have in Telnyx's SDK, such as
        `await client.well_known.retrieve_protected_resource_metadata()`.
        """

    @property
    def is_closed(self) -> bool:
        """Whether `aclose` was called."""

    async def aclose(self) -> None:
        """Closes the connections and forgets the cache. Calls under way go on; later ones raise `InvalidArgumentError`.
        Closing twice is fine.
        """

    async def close(self) -> None:
        """Does what `aclose` does, under the name that it has in Telnyx's SDK."""

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
    """The calls under the names that they have in Telnyx's SDK. What such a call may pass besides is accepted and not
    sent: the documents are public.
    """

    def retrieve_protected_resource_metadata(
        self,
        *,
        extra_headers: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: object | None = None,
        timeout: _Seconds | None = None,
    ) -> ResourceMetadata:
        """Fetches and judges the document of the API, as Telnyx's SDK does under this name.
        `Client.fetch_resource_metadata` without a resource is the same call.

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
            Error: Whatever `Client.fetch_resource_metadata` raises.
        """

    def retrieve_authorization_server_metadata(
        self,
        *,
        extra_headers: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: object | None = None,
        timeout: _Seconds | None = None,
    ) -> AuthorizationServerMetadata:
        """Fetches and judges the document of the API's authorization server, as Telnyx's SDK does under this name.
        `Client.fetch_authorization_server_metadata` without an issuer is the same call.

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
            Error: Whatever `Client.fetch_authorization_server_metadata` raises.
        """

@final
@type_check_only
class _AsyncWellKnown:
    """The calls under the names that they have in Telnyx's SDK, for asyncio. What such a call may pass besides is accepted
    and not sent: the documents are public.
    """

    async def retrieve_protected_resource_metadata(
        self,
        *,
        extra_headers: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: object | None = None,
        timeout: _Seconds | None = None,
    ) -> ResourceMetadata:
        """Fetches and judges the document of the API, as Telnyx's SDK does under this name.
        `AsyncClient.fetch_resource_metadata` without a resource is the same call.

        Cancelling the task aborts its requests.

        Args:
            extra_headers: Accepted as the SDK does, and not sent.
            extra_query: Accepted as the SDK does, and not sent.
            extra_body: Accepted as the SDK does, and not sent.
            timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
                the client's, which is 30 unless it was given another.

        Returns:
            The document, with `warnings` for what was tolerated.

        Raises:
            RuntimeError: No asyncio event loop is running.
            Error: Whatever `AsyncClient.fetch_resource_metadata` raises.
        """

    async def retrieve_authorization_server_metadata(
        self,
        *,
        extra_headers: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: object | None = None,
        timeout: _Seconds | None = None,
    ) -> AuthorizationServerMetadata:
        """Fetches and judges the document of the API's authorization server, as Telnyx's SDK does under this name.
        `AsyncClient.fetch_authorization_server_metadata` without an issuer is the same call.

        Cancelling the task aborts its requests.

        Args:
            extra_headers: Accepted as the SDK does, and not sent.
            extra_query: Accepted as the SDK does, and not sent.
            extra_body: Accepted as the SDK does, and not sent.
            timeout: Seconds that the whole call may take, retries and waits included, as a number or a `timedelta`. Default:
                the client's, which is 30 unless it was given another.

        Returns:
            The document, with `warnings` for what was tolerated.

        Raises:
            RuntimeError: No asyncio event loop is running.
            Error: Whatever `AsyncClient.fetch_authorization_server_metadata` raises.
        """

@final
class CancelToken:
    """Ends the calls that it was given to, from any thread, with `CancelledError`. It stays cancelled."""

    def __new__(cls) -> Self: ...
    def cancel(self) -> None:
        """Ends the calls that this token was given to, and those that it will be given to."""

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""

@final
class TrustedKeys:
    """The keys whose signature makes a resource's `signed_metadata` trusted: ES256, ES384, RS256, PS256 and EdDSA with
    Ed25519 (RFC 9728 section 2.2, https://www.rfc-editor.org/rfc/rfc9728#section-2.2).

    Args:
        jwks: A JWK Set (RFC 7517 section 5, https://www.rfc-editor.org/rfc/rfc7517#section-5), as JSON. Keys of other
            types are passed over.
        issuer: Trusts only what this issuer has signed: the token's `iss` must be identical. Default: any issuer.

    Raises:
        InvalidArgumentError: It is no JWK Set, or has no key of a type that can be used.
    """

    def __new__(cls, jwks: str | bytes, *, issuer: str | None = None) -> Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, str | None]]: ...

@final
class ResourceMetadata:
    """A protected resource's metadata document, judged
    (RFC 9728 section 2, https://www.rfc-editor.org/rfc/rfc9728#section-2).

    What is absent is None, and strings are exactly as sent. Documents are equal where their members are, wherever they
    were found.
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
        """Judges a response that was fetched elsewhere: may it describe `resource`?
        (RFC 9728 sections 3.2 and 3.3, https://www.rfc-editor.org/rfc/rfc9728#section-3.2).

        Your own HTTP stack is then responsible for what this library's does otherwise: https, redirects on the same
        origin only, limits of time and size, no content coding.

        Args:
            resource: An absolute https URL, or http on a loopback host.
            status: The HTTP status, 100 to 599.
            body: The whole body.
            content_type: The `Content-Type` header field, where there was one.
            url: The URL that it came from, after redirects. Default: the resource's own well-known URL.
            received_at: When it was received, as `time.time()` says, for a `signed_metadata` that is valid for a time.
            resource_match: Which documents describe a resource: `exact`, `covers` or `same_origin` (RFC 9728 section 3.3,
                https://www.rfc-editor.org/rfc/rfc9728#section-3.3). Default: `covers`, and `exact` if `strict`.
            strict: Turns what an RFC forbids into an error where it would be a warning. Default: False.
            allow_http: Allows http to hosts that are not loopback. Default: False.
            trusted_keys: The keys to verify the resource's `signed_metadata` with. Default: none, it is passed through.

        Returns:
            The document, with `warnings` for what was tolerated.

        Raises:
            InvalidArgumentError: `resource` or `url` cannot be used.
            InsecureUrlError: One of them is http.
            Error: What the response deserves: `HttpStatusError`, `OAuthError`, `ContentTypeError`, `InvalidJsonError`,
                `InvalidMetadataError`, `ResourceMismatchError` or `SignatureInvalidError`.
        """

    @property
    def resource(self) -> str | None:
        """The resource identifier that the document is about. It may differ from the one asked for, within
        `resource_match`: see `warnings`.
        """

    @property
    def authorization_servers(self) -> tuple[str, ...] | None:
        """The issuers of the authorization servers that can be used here, absolute http(s) URLs."""

    @property
    def jwks_uri(self) -> str | None:
        """The resource's JWK Set, an https URL."""

    @property
    def scopes_supported(self) -> tuple[str, ...] | None:
        """The scopes that requests for access to the resource use."""

    @property
    def bearer_methods_supported(self) -> tuple[str, ...] | None:
        """How a bearer token may be sent: `header`, `body`, `query`; an empty list says that none is supported."""

    @property
    def resource_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The algorithms with which the resource signs its responses."""

    @property
    def resource_name(self) -> str | None:
        """The resource's name, for people. See `resource_name_for`."""

    @property
    def resource_documentation(self) -> str | None:
        """A page for developers. Not checked: it may be any text. See `resource_documentation_for`."""

    @property
    def resource_policy_uri(self) -> str | None:
        """A page on how a client may use the data. Not checked: it may be any text. See `resource_policy_uri_for`."""

    @property
    def resource_tos_uri(self) -> str | None:
        """A page with the terms of service. Not checked: it may be any text. See `resource_tos_uri_for`."""

    @property
    def tls_client_certificate_bound_access_tokens(self) -> bool | None:
        """Whether tokens are bound to client certificates, where the document says so; see also
        `requires_tls_client_certificate_bound_access_tokens`.
        """

    @property
    def authorization_details_types_supported(self) -> tuple[str, ...] | None:
        """The `type` values of `authorization_details` that are supported."""

    @property
    def dpop_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The algorithms supported for DPoP proofs."""

    @property
    def dpop_bound_access_tokens_required(self) -> bool | None:
        """Whether tokens must be bound by DPoP, where the document says so; see also
        `requires_dpop_bound_access_tokens`.
        """

    @property
    def signed_metadata(self) -> str | None:
        """A JWT with the members as signed claims (RFC 9728 section 2.2,
        https://www.rfc-editor.org/rfc/rfc9728#section-2.2), as sent and not verified.
        """

    @property
    def requires_tls_client_certificate_bound_access_tokens(self) -> bool:
        """Whether tokens must be bound to a client certificate; False where the document does not say."""

    @property
    def requires_dpop_bound_access_tokens(self) -> bool:
        """Whether tokens must be bound by DPoP; False where the document does not say."""

    def resource_name_for(self, language: str) -> str | None:
        """`resource_name` in the language that fits best, by the lookup of RFC 4647 section 3.4
        (https://www.rfc-editor.org/rfc/rfc4647#section-3.4).

        Args:
            language: A language range, such as `fr-CA`.

        Returns:
            The member in that language, else without a language; None where the document has neither.
        """

    def resource_documentation_for(self, language: str) -> str | None:
        """`resource_documentation` in the language that fits best, by the lookup of RFC 4647 section 3.4
        (https://www.rfc-editor.org/rfc/rfc4647#section-3.4).

        Args:
            language: A language range, such as `fr-CA`.

        Returns:
            The member in that language, else without a language; None where the document has neither.
        """

    def resource_policy_uri_for(self, language: str) -> str | None:
        """`resource_policy_uri` in the language that fits best, by the lookup of RFC 4647 section 3.4
        (https://www.rfc-editor.org/rfc/rfc4647#section-3.4).

        Args:
            language: A language range, such as `fr-CA`.

        Returns:
            The member in that language, else without a language; None where the document has neither.
        """

    def resource_tos_uri_for(self, language: str) -> str | None:
        """`resource_tos_uri` in the language that fits best, by the lookup of RFC 4647 section 3.4
        (https://www.rfc-editor.org/rfc/rfc4647#section-3.4).

        Args:
            language: A language range, such as `fr-CA`.

        Returns:
            The member in that language, else without a language; None where the document has neither.
        """

    @property
    def variants(self) -> Mapping[str, str]:
        """The members in other languages, by their whole names, such as `resource_name#fr-CA`."""

    @property
    def extra(self) -> Mapping[str, Any]:
        """The members that have no attribute, as `json.loads` reads them, in values that cannot be changed: arrays are
        tuples, and objects are dicts that refuse changes. An int is exact whatever its size; any other number is the
        nearest float. The mapping hashes, pickles, and dumps as JSON.
        """

    @property
    def url(self) -> str:
        """The URL that the document was found at, after redirects."""

    @property
    def raw_json(self) -> str:
        """The document's text as served, without a byte-order mark."""

    @property
    def signature_status(self) -> _SignatureStatus:
        """What is known of its `signed_metadata`: `absent`, `unverified` (no trusted keys were given) or `verified`
        (its claims stand in the place of the plain members).
        """

    @property
    def warnings(self) -> tuple[Warning, ...]:
        """What was tolerated."""

    def to_dict(self) -> _Json:
        """As a dict, with the names of its JSON."""

    def to_json(self) -> str:
        """As JSON on one line."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class AuthorizationServerMetadata:
    """An authorization server's metadata document, judged (RFC 8414, https://www.rfc-editor.org/rfc/rfc8414, and OpenID
    Connect Discovery, https://openid.net/specs/openid-connect-discovery-1_0.html).

    What is absent is None, and strings are exactly as sent. Every endpoint is an absolute https URL, or http where the
    issuer is http on a loopback host. Documents are equal where their members are, wherever they were found.
    """

    @staticmethod
    def from_response(
        issuer: str,
        *,
        status: int,
        body: bytes | str,
        content_type: str | None = None,
        url: str | None = None,
        strict: bool | None = None,
        allow_http: bool | None = None,
    ) -> AuthorizationServerMetadata:
        """Judges a response that was fetched elsewhere: is it the document of `issuer`?
        (RFC 8414 sections 3.2 and 3.3, https://www.rfc-editor.org/rfc/rfc8414#section-3.2).

        Args:
            issuer: An absolute https URL without a query, or http on a loopback host.
            status: The HTTP status, 100 to 599.
            body: The whole body.
            content_type: The `Content-Type` header field, where there was one.
            url: The URL that it came from, after redirects. Default: the first of
                `authorization_server_metadata_urls(issuer)`.
            strict: Turns what an RFC forbids into an error where it would be a warning. Default: False.
            allow_http: Allows http to hosts that are not loopback. Default: False.

        Returns:
            The document, with `warnings` for what was tolerated.

        Raises:
            InvalidArgumentError: `issuer` or `url` cannot be used.
            InsecureUrlError: One of them is http.
            Error: What the response deserves: `HttpStatusError`, `OAuthError`, `ContentTypeError`, `InvalidJsonError`,
                `InvalidMetadataError` or `IssuerMismatchError`.
        """

    @property
    def issuer(self) -> str | None:
        """The server's issuer identifier: use this one, not the one asked for, in what follows."""

    @property
    def authorization_endpoint(self) -> str | None:
        """Where the user's browser is sent for authorization."""

    @property
    def token_endpoint(self) -> str | None:
        """Where tokens are requested."""

    @property
    def jwks_uri(self) -> str | None:
        """The server's JWK Set."""

    @property
    def registration_endpoint(self) -> str | None:
        """Dynamic client registration (RFC 7591, https://www.rfc-editor.org/rfc/rfc7591)."""

    @property
    def scopes_supported(self) -> tuple[str, ...] | None:
        """The scopes that the server supports."""

    @property
    def response_types_supported(self) -> tuple[str, ...] | None:
        """The `response_type` values that the server supports."""

    @property
    def response_modes_supported(self) -> tuple[str, ...] | None:
        """The `response_mode` values that the server supports; absent: `query` and `fragment`."""

    @property
    def grant_types_supported(self) -> tuple[str, ...] | None:
        """The grant types that the server supports; absent: `authorization_code` and `implicit`."""

    @property
    def token_endpoint_auth_methods_supported(self) -> tuple[str, ...] | None:
        """How a client may authenticate at the token endpoint; absent: `client_secret_basic`."""

    @property
    def token_endpoint_auth_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms for client authentication at the token endpoint."""

    @property
    def service_documentation(self) -> str | None:
        """A page for developers. Not checked: it may be any text."""

    @property
    def ui_locales_supported(self) -> tuple[str, ...] | None:
        """The languages of the user interface, as BCP 47 tags."""

    @property
    def op_policy_uri(self) -> str | None:
        """A page on how a client may use the data. Not checked: it may be any text."""

    @property
    def op_tos_uri(self) -> str | None:
        """A page with the terms of service. Not checked: it may be any text."""

    @property
    def revocation_endpoint(self) -> str | None:
        """Where tokens are revoked (RFC 7009, https://www.rfc-editor.org/rfc/rfc7009)."""

    @property
    def revocation_endpoint_auth_methods_supported(self) -> tuple[str, ...] | None:
        """How a client may authenticate at the revocation endpoint; absent: `client_secret_basic`."""

    @property
    def revocation_endpoint_auth_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms for client authentication at the revocation endpoint."""

    @property
    def introspection_endpoint(self) -> str | None:
        """Where tokens are introspected (RFC 7662, https://www.rfc-editor.org/rfc/rfc7662)."""

    @property
    def introspection_endpoint_auth_methods_supported(self) -> tuple[str, ...] | None:
        """How a client may authenticate at the introspection endpoint."""

    @property
    def introspection_endpoint_auth_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms for client authentication at the introspection endpoint."""

    @property
    def code_challenge_methods_supported(self) -> tuple[str, ...] | None:
        """The PKCE methods that the server supports (RFC 7636, https://www.rfc-editor.org/rfc/rfc7636). See
        `supports_pkce_s256`.
        """

    @property
    def signed_metadata(self) -> str | None:
        """A JWT with the members as signed claims (RFC 8414 section 2.1,
        https://www.rfc-editor.org/rfc/rfc8414#section-2.1), as sent and not verified.
        """

    @property
    def protected_resources(self) -> tuple[str, ...] | None:
        """The resources that the server says it serves (RFC 9728 section 4,
        https://www.rfc-editor.org/rfc/rfc9728#section-4).
        """

    @property
    def authorization_response_iss_parameter_supported(self) -> bool | None:
        """Whether authorization responses carry `iss` (RFC 9207, https://www.rfc-editor.org/rfc/rfc9207#section-3),
        where the document says so; see also `sends_authorization_response_iss`.
        """

    @property
    def userinfo_endpoint(self) -> str | None:
        """OpenID Connect's user information."""

    @property
    def end_session_endpoint(self) -> str | None:
        """Where the user is logged out (RP-Initiated Logout,
        https://openid.net/specs/openid-connect-rpinitiated-1_0.html).
        """

    @property
    def acr_values_supported(self) -> tuple[str, ...] | None:
        """The authentication context classes that the server supports."""

    @property
    def subject_types_supported(self) -> tuple[str, ...] | None:
        """The subject identifier types that the server supports: `pairwise`, `public`."""

    @property
    def id_token_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms for ID tokens."""

    @property
    def id_token_encryption_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWE algorithms for ID tokens."""

    @property
    def id_token_encryption_enc_values_supported(self) -> tuple[str, ...] | None:
        """The JWE content encryptions for ID tokens."""

    @property
    def userinfo_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms for user information."""

    @property
    def userinfo_encryption_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWE algorithms for user information."""

    @property
    def userinfo_encryption_enc_values_supported(self) -> tuple[str, ...] | None:
        """The JWE content encryptions for user information."""

    @property
    def request_object_signing_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWS algorithms for request objects."""

    @property
    def request_object_encryption_alg_values_supported(self) -> tuple[str, ...] | None:
        """The JWE algorithms for request objects."""

    @property
    def request_object_encryption_enc_values_supported(self) -> tuple[str, ...] | None:
        """The JWE content encryptions for request objects."""

    @property
    def display_values_supported(self) -> tuple[str, ...] | None:
        """The `display` values that the server supports."""

    @property
    def claim_types_supported(self) -> tuple[str, ...] | None:
        """The claim types that the server supports; absent: `normal`."""

    @property
    def claims_supported(self) -> tuple[str, ...] | None:
        """The claims that the server may supply."""

    @property
    def claims_locales_supported(self) -> tuple[str, ...] | None:
        """The languages of claims, as BCP 47 tags."""

    @property
    def claims_parameter_supported(self) -> bool | None:
        """Whether the `claims` parameter is supported; false where the document does not say."""

    @property
    def request_parameter_supported(self) -> bool | None:
        """Whether the `request` parameter is supported; false where the document does not say."""

    @property
    def request_uri_parameter_supported(self) -> bool | None:
        """Whether the `request_uri` parameter is supported, where the document says so; see also
        `supports_request_uri_parameter`.
        """

    @property
    def require_request_uri_registration(self) -> bool | None:
        """Whether `request_uri` values must be registered beforehand; false where the document does not say."""

    @property
    def supports_pkce_s256(self) -> bool:
        """Whether the server says that it supports PKCE with S256
        (RFC 7636 section 4.2, https://www.rfc-editor.org/rfc/rfc7636#section-4.2).
        """

    @property
    def sends_authorization_response_iss(self) -> bool:
        """Whether authorization responses carry `iss`; False where the document does not say
        (RFC 9207 section 3, https://www.rfc-editor.org/rfc/rfc9207#section-3).
        """

    @property
    def supports_request_uri_parameter(self) -> bool:
        """Whether the `request_uri` parameter is supported; True where the document does not say
        (OpenID Connect Discovery section 3,
        https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata).
        """

    @property
    def extra(self) -> Mapping[str, Any]:
        """The members that have no attribute, as `json.loads` reads them, in values that cannot be changed: arrays are
        tuples, and objects are dicts that refuse changes. An int is exact whatever its size; any other number is the
        nearest float. The mapping hashes, pickles, and dumps as JSON.
        """

    @property
    def url(self) -> str:
        """The URL that the document was found at, after redirects."""

    @property
    def raw_json(self) -> str:
        """The document's text as served, without a byte-order mark."""

    @property
    def signature_status(self) -> _SignatureStatus:
        """What is known of its `signed_metadata`: `absent`, `unverified` (no trusted keys were given) or `verified`
        (its claims stand in the place of the plain members).
        """

    @property
    def warnings(self) -> tuple[Warning, ...]:
        """What was tolerated."""

    def to_dict(self) -> _Json:
        """As a dict, with the names of its JSON."""

    def to_json(self) -> str:
        """As JSON on one line."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Discovery:
    """Everything that is needed to ask for a token for a resource, and where each part came from.

    Discoveries are equal where they found the same; what was asked on the way does not count.
    """

    @property
    def resource(self) -> str:
        """The resource as it was asked for."""

    @property
    def challenge(self) -> Challenge | None:
        """The challenge that named the document's URL
        (RFC 9728 section 5.1, https://www.rfc-editor.org/rfc/rfc9728#section-5.1); where none did, the first of Bearer or
        DPoP that has a scope. Its `scope` says what to ask for.
        """

    @property
    def resource_metadata_url(self) -> str:
        """Where the document was found, after redirects."""

    @property
    def resource_metadata(self) -> ResourceMetadata:
        """The resource's document."""

    @property
    def authorization_servers(self) -> tuple[AuthorizationServer, ...]:
        """Each authorization server that the document lists, in its order, with its metadata or with the reason why
        there is none.
        """

    @property
    def authorization_server(self) -> AuthorizationServerMetadata | None:
        """The metadata of the first listed server that has any."""

    def require_authorization_server(self) -> AuthorizationServerMetadata:
        """The metadata of the first listed server that has any, for programs that cannot go on without.

        Raises:
            Error: The first listed server's own, where none has any.
            NotFoundError: None is listed.
        """

    @property
    def supports_pkce_s256(self) -> bool:
        """Whether `authorization_server` says that it supports PKCE with S256."""

    @property
    def warnings(self) -> tuple[Warning, ...]:
        """What was tolerated, in the documents of the servers too."""

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """Every request that was sent, in the order sent."""

    def to_dict(self) -> _Json:
        """As a dict, with the names of its JSON."""

    def to_json(self) -> str:
        """As JSON on one line."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class AuthorizationServer:
    """An authorization server that a resource's document lists, and what became of the search for its metadata."""

    @property
    def issuer(self) -> str:
        """The issuer as it is listed. What the server calls itself is `metadata.issuer`."""

    @property
    def metadata_url(self) -> str | None:
        """Where its document was found."""

    @property
    def metadata(self) -> AuthorizationServerMetadata | None:
        """Its document, where one was found and is good."""

    @property
    def error(self) -> Error | None:
        """Why there is no document."""

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """The attempts to find it, which are among `Discovery.attempts` too."""

    def to_dict(self) -> _Json:
        """As a dict, with the names of its JSON."""

    def to_json(self) -> str:
        """As JSON on one line."""

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
        token68: What some schemes have in the place of parameters.
    """

    __match_args__: ClassVar[tuple[Literal["scheme"], Literal["params"], Literal["token68"]]]

    def __new__(cls, scheme: str, params: Mapping[str, str] | None = None, token68: str | None = None) -> Self: ...
    @property
    def scheme(self) -> str:
        """The authentication scheme, in lower case."""

    @property
    def params(self) -> Mapping[str, str]:
        """The parameters, their names in lower case. Of a name that occurs twice, the first counts."""

    @property
    def token68(self) -> str | None:
        """What some schemes have in the place of parameters."""

    @property
    def resource_metadata(self) -> str | None:
        """The `resource_metadata` parameter, whatever it is
        (RFC 9728 section 5.1, https://www.rfc-editor.org/rfc/rfc9728#section-5.1).
        """

    @property
    def scope(self) -> tuple[str, ...] | None:
        """The scopes of the `scope` parameter (RFC 6750 section 3,
        https://www.rfc-editor.org/rfc/rfc6750#section-3).
        """

    def to_dict(self) -> _Json:
        """As a dict, with the names of its JSON."""

    def to_json(self) -> str:
        """As JSON on one line."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Warning:
    """Something that a document or a server did against an RFC, or left out, and that was tolerated.

    Args:
        kind: What it is, for a program.
        message: What was expected and what came, for a person; text from the network is escaped and cut.
        url: The URL concerned.
    """

    __match_args__: ClassVar[tuple[Literal["kind"], Literal["message"], Literal["url"]]]

    def __new__(cls, kind: _WarningKind, message: str, url: str | None = None) -> Self: ...
    @property
    def kind(self) -> _WarningKind:
        """What it is, for a program."""

    @property
    def message(self) -> str:
        """What was expected and what came, for a person; text from the network is escaped and cut."""

    @property
    def url(self) -> str | None:
        """The URL concerned."""

    def to_dict(self) -> _Json:
        """As a dict, with the names of its JSON."""

    def to_json(self) -> str:
        """As JSON on one line."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Attempt:
    """One request that a call sent, or that it was spared. A retry is an attempt of its own; a redirect that was
    followed is part of the attempt that it answered.

    Args:
        purpose: What the request was for.
        method: The HTTP method: `GET`.
        url: The URL asked.
        final_url: The URL that answered, after redirects; None where no answer came.
        status: The status of the answer, where one came.
        outcome: `ok`, `absent` (there is no document at this URL), or the kind of the error that it led to.
        reason: Why the answer was taken or left, in one sentence for a person; text from the network is escaped and cut.
        elapsed_ms: From the request's start to the end of its answer, in milliseconds.
        from_cache: Whether the document came from the cache.
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
        """What the request was for."""

    @property
    def method(self) -> str:
        """The HTTP method: `GET`."""

    @property
    def url(self) -> str:
        """The URL asked."""

    @property
    def final_url(self) -> str | None:
        """The URL that answered, after redirects; None where no answer came."""

    @property
    def status(self) -> int | None:
        """The status of the answer, where one came."""

    @property
    def outcome(self) -> Literal["ok", "absent"] | _Kind:
        """`ok`, `absent` (there is no document at this URL), or the kind of the error that it led to."""

    @property
    def reason(self) -> str:
        """Why the answer was taken or left, in one sentence for a person; text from the network is escaped and cut."""

    @property
    def elapsed_ms(self) -> int:
        """From the request's start to the end of its answer, in milliseconds."""

    @property
    def from_cache(self) -> bool:
        """Whether the document came from the cache: without a request, or after the server has confirmed it."""

    def to_dict(self) -> _Json:
        """As a dict, with the names of its JSON."""

    def to_json(self) -> str:
        """As JSON on one line."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class DiscoveryPlan:
    """The discovery of a resource without I/O: it hands out requests, takes responses in any order, and ends in a
    `Discovery` or an error. For an HTTP stack of your own:

        plan = telnyx_oauth.DiscoveryPlan("https://rs.example/mcp")
        while not plan.is_finished:
            for request in plan.requests():
                response = get(request.url)  # without credentials, following redirects on the same origin alone
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
        resource: An absolute https URL, or http on a loopback host.
        www_authenticate: The field lines of a `WWW-Authenticate` that you have got from the resource, or the one line.
            With it, the resource itself is not asked.
        resource_match: Which documents describe a resource: `exact`, `covers` or `same_origin` (RFC 9728 section 3.3,
            https://www.rfc-editor.org/rfc/rfc9728#section-3.3). Default: `covers`, and `exact` if `strict`.
        strict: Turns what an RFC forbids into an error where it would be a warning. Default: False.
        allow_http: Allows http to hosts that are not loopback. Default: False.
        trusted_keys: The keys to verify the resource's `signed_metadata` with. Default: none, it is passed through.

    Raises:
        InvalidArgumentError: `resource` cannot be used.
        InsecureUrlError: It is http.
    """

    def __new__(
        cls,
        resource: str,
        www_authenticate: str | Iterable[str] | None = None,
        *,
        resource_match: _ResourceMatch | None = None,
        strict: bool | None = None,
        allow_http: bool | None = None,
        trusted_keys: TrustedKeys | None = None,
    ) -> Self: ...
    def requests(self) -> list[PlannedRequest]:
        """The requests that are to be sent now, each handed out once. They do not depend on one another."""

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
    ) -> None:
        """Takes the response to a request. A second one for the same request does not count.

        Args:
            id: The request's `id`.
            status: The HTTP status, 100 to 599.
            body: The whole body; that of a probe is not looked at.
            content_type: The `Content-Type` header field, where there was one.
            url: The URL that it came from, after redirects. Default: the request's.
            www_authenticate: The field lines of `WWW-Authenticate`, or the one line. The answer to a `probe` needs them;
                an empty list says that there are none.
            received_at: When it was received, as `time.time()` says, for a `signed_metadata` that is valid for a time.

        A response from another scheme, host or port than the request's counts as `redirect_refused`.

        Raises:
            InvalidArgumentError: No request was handed out under this id, the response's URL is none, or the answer to a
                `probe` comes without `www_authenticate`.
        """

    def fail(self, id: int, kind: _Kind, message: str) -> None:
        """Takes the failure of a request: no response came.

        Args:
            id: The request's `id`.
            kind: Why, such as `transport`, `tls`, `timeout` or `redirect_refused`.
            message: What happened, for a person.

        Raises:
            InvalidArgumentError: No request was handed out under this id, or there is no such kind.
        """

    @property
    def is_finished(self) -> bool:
        """Whether no response can change the result any more. Requests that are still under way may be given up."""

    def finish(self) -> Discovery:
        """The result. A server's failure is that server's own. A plan can be finished once.

        Raises:
            InvalidArgumentError: Responses are missing, or it was finished before.
            Error: As `discover`.
        """

@final
class PlannedRequest:
    """A request to send: a GET of `url` without credentials, following redirects on the same origin alone.

    Args:
        id: What the response is to be handed back under.
        purpose: What the request is for.
        url: The URL to get.
        named_by_server: Whether a server named the URL.
        revalidate: Whether a cache is not to answer without asking the server.
    """

    __match_args__: ClassVar[
        tuple[Literal["id"], Literal["purpose"], Literal["url"], Literal["named_by_server"], Literal["revalidate"]]
    ]

    def __new__(cls, id: int, purpose: _Purpose, url: str, named_by_server: bool, revalidate: bool) -> Self: ...
    @property
    def id(self) -> int:
        """What the response is to be handed back under."""

    @property
    def purpose(self) -> _Purpose:
        """What the request is for. A `probe` needs no body, is not retried, and may be given up early."""

    @property
    def url(self) -> str:
        """The URL to get."""

    @property
    def named_by_server(self) -> bool:
        """Whether a server named the URL, in a challenge or a document. It may then not lead to a less public address
        than that server's own, nor to a link-local one.
        """

    @property
    def revalidate(self) -> bool:
        """Whether a challenge named the URL: the document may have changed, so a cache is not to answer without asking
        the server (RFC 9728 section 5.2, https://www.rfc-editor.org/rfc/rfc9728#section-5.2).
        """

    def to_dict(self) -> _Json:
        """As a dict, with the names of its JSON."""

    def to_json(self) -> str:
        """As JSON on one line."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: object, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

class Error(Exception):
    """Why a call failed. Each kind has a subclass, which is also a `ValueError`, a `ConnectionError` or a
    `TimeoutError` of Python's own where that fits. `str()` says what was expected and what came; text from the network
    is escaped and cut in it. `__cause__` is the system's error where there was one, such as a `ConnectionRefusedError`.
    """

    message: str
    """What was expected and what came, for a person: the same as `str()`."""

    kind: ClassVar[_Kind]
    """What went wrong, for a program: the same name in every language."""

    url: str | None
    """The URL concerned: the one asked, or the caller's input where that was at fault."""

    http_status: int | None
    """The HTTP status, where a response came."""

    error: str | None
    """The OAuth error code of an `OAuthError`, exactly as sent."""

    error_description: str | None
    """The OAuth error's description, exactly as sent: escape it before you print it."""

    retry_after: int | None
    """How many seconds the server asked to wait
    (RFC 9110 section 10.2.3, https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3).
    """

    attempts: tuple[Attempt, ...]
    """Every request that the call sent, in order; empty where it sent none."""

    warnings: tuple[Warning, ...]
    """What was tolerated before the call failed, in order."""

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
    """The caller's input: not an absolute http(s) URL, a fragment, userinfo, a metadata URL where a resource is wanted,
    an option that cannot be used. Correct the input.
    """

class InsecureUrlError(Error, ValueError):
    """http where https is required. Ask for the https URL, or allow http with `allow_http`."""

class BlockedAddressError(Error, ConnectionError):
    """A URL that a server supplied leads to an address where no such URL may lead."""

class TransportError(Error, ConnectionError):
    """The name could not be resolved, the connection failed, the peer hung up, or what it sent is not HTTP."""

class TlsError(Error, ConnectionError):
    """The TLS handshake failed or the certificate is not trusted."""

class TimeoutError(Error, _TimeoutError):
    """The deadline passed: `timeout`, or `connect_timeout`."""

class CancelledError(Error):
    """The caller cancelled through a `CancelToken`."""

class RedirectRefusedError(Error, ConnectionError):
    """A redirect to another origin, too many of them, or one that names no usable target."""

class HttpStatusError(Error):
    """A status that is neither success nor a documented error."""

class OAuthError(Error):
    """A 4xx whose body is an OAuth error: see `error` and `error_description`."""

class ContentTypeError(Error, ValueError):
    """Status 200, but not JSON, or in a content coding."""

class BodyTooLargeError(Error, ValueError):
    """The body or the header is over its limit."""

class InvalidJsonError(Error, ValueError):
    """The body is not a JSON object."""

class InvalidMetadataError(Error, ValueError):
    """The body is JSON, but not this document; the message names the member."""

class ResourceMismatchError(Error, ValueError):
    """The document describes another resource
    (RFC 9728 section 3.3, https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
    """

class IssuerMismatchError(Error, ValueError):
    """The document describes another issuer
    (RFC 8414 section 3.3, https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
    """

class NotFoundError(Error):
    """No candidate had a document: `attempts` lists them."""

class SignatureInvalidError(Error, ValueError):
    """The document's `signed_metadata` could not be trusted."""

class InternalError(Error):
    """A bug in this library. Please report it."""
