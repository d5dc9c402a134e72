"""Discovery over your own `httpx.Client` or `httpx.AsyncClient`:

    import httpx
    import telnyx_oauth.httpx

    with httpx.Client() as http_client:
        found = telnyx_oauth.httpx.discover(http_client, "https://api.telnyx.com/v2/mcp")

The calls have the options of `telnyx_oauth.Client`, except those that the httpx client has itself: `ca_file`, `cache`,
`connect_timeout`, `proxy` and `resolve`. The rules for retries, redirects, limits and addresses are those of
`telnyx_oauth.discover`. Responses are not cached.

The requests carry neither the `auth`, the cookies, the default headers, the `params` nor the `base_url` of the httpx client.
Its event hooks run, and must not add credentials. It keeps the cookies that servers set. Its timeouts apply if they are
shorter than the time left.

The library checks the addresses of URLs that servers name. It does so after the connection, and before the request is sent.
A connection that the httpx client has kept open is checked when its response arrives. Behind a proxy, and with a transport
that is not httpx's own, addresses are unchecked: only URLs with a literal address or `localhost` are refused then.
"""

from __future__ import annotations

import contextlib
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, final
from urllib.parse import urlsplit

try:
    import anyio
    import httpx
except ImportError as _error:
    raise ImportError("telnyx_oauth.httpx needs httpx: pip install httpx") from _error

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from telnyx_oauth import (
        Discovery,
        _Options,  # pyright: ignore[reportPrivateUsage]
    )

    @final
    class _HostedDiscovery:
        def __new__(
            cls,
            resource: str | None,
            www_authenticate: list[str] | None,
            issuer: str | None,
            addresses: list[str],
            **options: Unpack[_Options],
        ) -> _HostedDiscovery: ...
        def requests(self) -> list[int]: ...
        def running(self) -> list[int]: ...
        def begin(self, id: int) -> _Action | None: ...
        def may_connect(self, id: int, address: str) -> bool: ...
        def refuse(self, id: int, address: str) -> _Action | None: ...
        def header(self, id: int, status: int, fields: list[tuple[bytes, bytes]], peer: str | None) -> _Action | None: ...
        def body(self, id: int, body: bytes) -> _Action | None: ...
        def fail(self, id: int, kind: str, reason: str) -> _Action | None: ...
        def time_left(self, id: int) -> float: ...
        def time_out(self, id: int) -> _Action | None: ...
        @property
        def is_finished(self) -> bool: ...
        def abandon(self) -> None: ...
        def finish(self) -> Discovery: ...

else:
    from telnyx_oauth._native import HostedDiscovery as _HostedDiscovery

__all__ = ["discover", "discover_async"]

_Action = tuple[Any, ...]
_Found = Sequence[tuple[Any, ...]]


def discover(
    http_client: httpx.Client,
    resource: str | None = None,
    www_authenticate: str | Iterable[str] | None = None,
    *,
    issuer: str | None = None,
    **options: Unpack[_Options],
) -> Discovery:
    """Does what `telnyx_oauth.discover` does, over an `httpx.Client`.

    Blocks the calling thread. Ctrl-C interrupts the call. Requests that do not depend on each other run in threads at the same
    time. The call returns in time. The thread of a request that was given up ends when the server sends its next bytes, or
    after the timeout.

    Args:
        http_client: The client that sends the requests.
        resource: An absolute https URL, or an http URL on a loopback host. Default: as in `telnyx_oauth.discover`.
        www_authenticate: The field lines of a `WWW-Authenticate` header field that the resource has sent you: an iterable of
            strings, or one string. Default: the resource is probed, by a request without credentials.
        issuer: The authorization server to use, even if the resource's document does not list it. Default: the servers in the
            document.
        options: The options of `telnyx_oauth.Client`, except `ca_file`, `cache`, `connect_timeout`, `proxy` and `resolve`.

    Raises:
        TypeError: An option belongs to the httpx client.
        Error: The same errors as `telnyx_oauth.discover`.
    """
    lines = _lines(www_authenticate)
    found: _Found = []
    if lines is not None:
        with contextlib.suppress(OSError, ValueError):
            found = socket.getaddrinfo(_host(resource), None)
    hosted = _HostedDiscovery(resource, lines, issuer, _addresses(found), **options)
    ended: queue.SimpleQueue[BaseException | None] = queue.SimpleQueue()

    threads: dict[int, threading.Thread] = {}
    running: list[int] = []

    def run(exchange: int) -> None:
        try:
            _run(http_client, hosted, exchange)
        except BaseException as error:
            ended.put(error)
        else:
            ended.put(None)

    try:
        while True:
            for exchange in hosted.requests():
                threads[exchange] = threading.Thread(target=run, args=(exchange,), name="telnyx-oauth-httpx", daemon=True)
                threads[exchange].start()
            running = hosted.running()
            if hosted.is_finished:
                return hosted.finish()
            try:
                # No exchange runs if the last one has just ended: its successors start in the next turn.
                error = ended.get(timeout=min(map(hosted.time_left, hosted.running()), default=0))
            except queue.Empty:
                for exchange in hosted.running():
                    if not hosted.time_left(exchange):
                        hosted.time_out(exchange)
            else:
                if error is not None:
                    raise error
    finally:
        # The threads of ended exchanges close their responses. The caller may close the client after this call.
        for exchange in threads.keys() - set(running):
            threads[exchange].join(1)
        # The other threads then report to nothing, and end.
        hosted.abandon()


async def discover_async(
    http_client: httpx.AsyncClient,
    resource: str | None = None,
    www_authenticate: str | Iterable[str] | None = None,
    *,
    issuer: str | None = None,
    **options: Unpack[_Options],
) -> Discovery:
    """Does what `telnyx_oauth.discover` does, over an `httpx.AsyncClient`, under asyncio or trio.

    Requests that do not depend on each other run at the same time. Cancelling the task aborts its requests.

    Args:
        http_client: The client that sends the requests.
        resource: An absolute https URL, or an http URL on a loopback host. Default: as in `telnyx_oauth.discover`.
        www_authenticate: The field lines of a `WWW-Authenticate` header field that the resource has sent you: an iterable of
            strings, or one string. Default: the resource is probed, by a request without credentials.
        issuer: The authorization server to use, even if the resource's document does not list it. Default: the servers in the
            document.
        options: The options of `telnyx_oauth.Client`, except `ca_file`, `cache`, `connect_timeout`, `proxy` and `resolve`.

    Raises:
        TypeError: An option belongs to the httpx client.
        Error: The same errors as `telnyx_oauth.discover`.
    """
    lines = _lines(www_authenticate)
    found: _Found = []
    if lines is not None:
        with contextlib.suppress(OSError, ValueError):
            found = await anyio.getaddrinfo(_host(resource), None)
    hosted = _HostedDiscovery(resource, lines, issuer, _addresses(found), **options)
    errors: list[Exception] = []
    async with anyio.create_task_group() as group:

        async def run(exchange: int) -> None:
            try:
                await _run_async(http_client, hosted, exchange)
            except Exception as error:
                # A task group would wrap the exception into a group.
                errors.append(error)
            go_on()

        def go_on() -> None:
            for exchange in hosted.requests():
                group.start_soon(run, exchange)
            if errors or hosted.is_finished:
                group.cancel_scope.cancel()

        go_on()
    if errors:
        raise errors[0]
    return hosted.finish()


class _BlockedAddress(Exception):
    """The connection leads to an address that the request must not be sent to."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def _run(client: httpx.Client, hosted: _HostedDiscovery, exchange: int) -> None:
    """Runs an exchange to its end."""
    action = hosted.begin(exchange)
    while action is not None:
        if action[0] == "retry":
            time.sleep(action[1])
            action = hosted.begin(exchange)
        else:
            action = _send(client, hosted, exchange, action)


def _send(client: httpx.Client, hosted: _HostedDiscovery, exchange: int, action: _Action) -> _Action | None:
    """Sends a request, reads its response, and returns the next action."""
    direct = _Direct(action)

    def trace(event: str, info: dict[str, Any]) -> None:
        stream = direct.connected(event, info)
        address = _peer(stream)
        if address and not hosted.may_connect(exchange, address):
            stream.close()
            raise _BlockedAddress(address)

    try:
        request = _request(client, action, hosted.time_left(exchange), trace)
        response = client.send(request, stream=True, auth=None, follow_redirects=False)
        with contextlib.closing(response):
            follows: _Action | None = hosted.header(exchange, *_head(client, response))
            if follows is None or follows[0] != "read":
                return follows
            body, most = bytearray(), follows[1]
            for chunk in response.iter_bytes():
                body += chunk
                if not hosted.time_left(exchange):
                    follows = hosted.time_out(exchange)
                    return follows
                if len(body) >= most:
                    break
            follows = hosted.body(exchange, bytes(body[:most]))
    except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL) as error:
        follows = hosted.fail(exchange, *_failure(error))
    except _BlockedAddress as error:
        follows = hosted.refuse(exchange, error.address)
    return follows


async def _run_async(client: httpx.AsyncClient, hosted: _HostedDiscovery, exchange: int) -> None:
    """Runs an exchange to its end."""
    action = hosted.begin(exchange)
    while action is not None:
        if action[0] == "retry":
            await anyio.sleep(action[1])
            action = hosted.begin(exchange)
            continue
        with anyio.move_on_after(hosted.time_left(exchange)) as scope:
            action = await _send_async(client, hosted, exchange, action)
        if scope.cancelled_caught:
            action = hosted.time_out(exchange)


async def _send_async(client: httpx.AsyncClient, hosted: _HostedDiscovery, exchange: int, action: _Action) -> _Action | None:
    """Sends a request, reads its response, and returns the next action."""
    direct = _Direct(action)

    async def trace(event: str, info: dict[str, Any]) -> None:
        stream = direct.connected(event, info)
        address = _peer(stream)
        if address and not hosted.may_connect(exchange, address):
            await stream.aclose()
            raise _BlockedAddress(address)

    try:
        request = _request(client, action, hosted.time_left(exchange), trace)
        response = await client.send(request, stream=True, auth=None, follow_redirects=False)
        try:
            follows: _Action | None = hosted.header(exchange, *_head(client, response))
            if follows is None or follows[0] != "read":
                return follows
            body, most = bytearray(), follows[1]
            with anyio.CancelScope() as reading:
                async for chunk in response.aiter_bytes():
                    body += chunk
                    if len(body) >= most:
                        # `break` would leave httpx's generators to the garbage collector.
                        reading.cancel()
            follows = hosted.body(exchange, bytes(body[:most]))
        finally:
            await response.aclose()
    except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL) as error:
        follows = hosted.fail(exchange, *_failure(error))
    except _BlockedAddress as error:
        follows = hosted.refuse(exchange, error.address)
    return follows


class _Direct:
    """Finds the new connection of a request that goes directly to the host of its URL."""

    def __init__(self, action: _Action) -> None:
        self._host = httpx.URL(action[2]).host
        self._is_direct = False

    def connected(self, event: str, info: dict[str, Any]) -> Any:
        """Returns the network stream if a direct connection was opened."""
        if event == "connection.connect_tcp.started":
            self._is_direct = info["host"].strip("[]") == self._host
        return info["return_value"] if event == "connection.connect_tcp.complete" and self._is_direct else None


def _request(client: httpx.Client | httpx.AsyncClient, action: _Action, left: float, trace: Any) -> httpx.Request:
    """Returns the request of an action. Not made by the client, whose defaults may contain credentials."""
    _, method, url, headers, body = action
    limits = client.timeout.as_dict()
    timeout = {name: left if limit is None else min(limit, left) for name, limit in limits.items()}
    return httpx.Request(method, url, headers=headers, content=body, extensions={"timeout": timeout, "trace": trace})


def _head(
    client: httpx.Client | httpx.AsyncClient, response: httpx.Response
) -> tuple[int, list[tuple[bytes, bytes]], str | None]:
    stream = response.extensions.get("network_stream") if _is_direct(client, response.request.url) else None
    return response.status_code, response.headers.raw, _peer(stream)


def _is_direct(client: Any, url: httpx.URL) -> bool:
    """Returns True if requests for a URL use no proxy. httpx has no public way to ask."""
    transport_for: Callable[[httpx.URL], Any] | None = getattr(client, "_transport_for_url", None)
    transport = transport_for(url) if transport_for else None
    return type(getattr(transport, "_pool", None)).__name__ in ("ConnectionPool", "AsyncConnectionPool")


def _peer(stream: Any) -> str | None:
    """Returns the address of a connection's other end."""
    found: tuple[Any, ...] | str | None = stream.get_extra_info("server_addr") if stream is not None else None
    # A Unix socket has a path instead. An address in IPv6 may have a zone.
    return str(found[0]).split("%")[0] if isinstance(found, tuple) and found else None


def _failure(error: Exception) -> tuple[str, str]:
    """Returns the kind of the error, and its text."""
    text = str(error) or type(error).__name__
    if isinstance(error, httpx.TimeoutException):
        return "timeout", text
    # A connection that breaks later can have an SSLError too.
    cause: BaseException | None = error if isinstance(error, httpx.ConnectError) else None
    while cause is not None and not isinstance(cause, ssl.SSLError):
        cause = cause.__cause__ or cause.__context__
    return ("transport" if cause is None else "tls"), text


def _lines(www_authenticate: str | Iterable[str] | None) -> list[str] | None:
    if www_authenticate is None:
        return None
    return [www_authenticate] if isinstance(www_authenticate, str) else list(www_authenticate)


def _host(resource: str | None) -> str:
    host = urlsplit(resource or "").hostname
    if host is None:
        raise ValueError("the URL has no host")
    return host


def _addresses(found: _Found) -> list[str]:
    return [str(address[4][0]).split("%")[0] for address in found]
