"""`telnyx_oauth.httpx` over clients that connect to the sandbox, whatever the name of the host is."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from typing import Any

import anyio
import httpcore
import httpx

import telnyx_oauth.httpx


class Discoverer:
    """`discover` with an `httpx.Client`, or `discover_async` with an `httpx.AsyncClient` under an event loop of its own.

    `peers` maps names of hosts to the addresses that their connections seem to have. All other names have 127.0.0.1.
    """

    def __init__(self, ca_file: str, *, is_async: bool, backend: str = "asyncio") -> None:
        self._context = ssl.create_default_context(cafile=ca_file)
        self._is_async, self._backend = is_async, backend

    def __call__(
        self,
        resource: str,
        www_authenticate: Any = None,
        *,
        client: Mapping[str, Any] | None = None,
        peers: Mapping[str, str] | None = None,
        warm: str | None = None,
        **options: Any,
    ) -> telnyx_oauth.Discovery:
        """Makes the call. `client` has arguments of the httpx client, which first gets the URL `warm`."""
        arguments: Any = client or {}
        if not self._is_async:
            transport = httpx.HTTPTransport(verify=self._context)
            transport._pool._network_backend = _Network(peers or {})
            with httpx.Client(transport=transport, **arguments) as http_client:
                if warm:
                    http_client.get(warm)
                return telnyx_oauth.httpx.discover(http_client, resource, www_authenticate, **options)

        async def call() -> telnyx_oauth.Discovery:
            transport = httpx.AsyncHTTPTransport(verify=self._context)
            transport._pool._network_backend = _AsyncNetwork(peers or {})
            async with httpx.AsyncClient(transport=transport, **arguments) as http_client:
                if warm:
                    await http_client.get(warm)
                return await telnyx_oauth.httpx.discover_async(http_client, resource, www_authenticate, **options)

        return anyio.run(call, backend=self._backend)


class _Network(httpcore.SyncBackend):
    def __init__(self, peers: Mapping[str, str]) -> None:
        self._peers = peers

    def connect_tcp(self, host: str, *arguments: Any, **keywords: Any) -> Any:
        stream = super().connect_tcp("127.0.0.1", *arguments, **keywords)
        return _at(stream, self._peers.get(host))


class _AsyncNetwork(httpcore.AnyIOBackend):
    def __init__(self, peers: Mapping[str, str]) -> None:
        self._peers = peers

    async def connect_tcp(self, host: str, *arguments: Any, **keywords: Any) -> Any:
        stream = await super().connect_tcp("127.0.0.1", *arguments, **keywords)
        return _at(stream, self._peers.get(host))


def _at(stream: Any, address: str | None) -> Any:
    """Returns a stream whose other end seems to have this address, also after TLS starts."""
    if address is None:
        return stream
    kind = type(stream)

    class Seeming(kind):  # type: ignore[misc, valid-type]
        def get_extra_info(self, info: str) -> Any:
            return (address, 443) if info == "server_addr" else super().get_extra_info(info)

        def start_tls(self, *arguments: Any, **keywords: Any) -> Any:
            secure = super().start_tls(*arguments, **keywords)
            if not hasattr(secure, "__await__"):
                return _at(secure, address)

            async def awaited() -> Any:
                return _at(await secure, address)

            return awaited()

    stream.__class__ = Seeming
    return stream
