"""The client for asyncio, over `_native.AsyncCalls`."""

from ._inbox import answer
from ._native import AsyncCalls


class AsyncClient(AsyncCalls):
    """@doc AsyncClient"""

    __slots__ = ()

    async def fetch_resource_metadata(self, resource=None, *, timeout=None, cancel=None):
        """@doc AsyncClient.fetch_resource_metadata"""
        return await answer(self._fetch_resource_metadata(resource, timeout, cancel))

    async def fetch_authorization_server_metadata(self, issuer=None, *, timeout=None, cancel=None):
        """@doc AsyncClient.fetch_authorization_server_metadata"""
        return await answer(self._fetch_authorization_server_metadata(issuer, timeout, cancel))

    async def discover(self, resource=None, www_authenticate=None, *, timeout=None, cancel=None):
        """@doc AsyncClient.discover"""
        return await answer(self._discover(resource, www_authenticate, timeout, cancel))

    @property
    def well_known(self):
        """@doc AsyncClient.well_known"""
        return _AsyncWellKnown(self)

    async def aclose(self):
        """@doc AsyncClient.aclose"""
        self._close()

    async def close(self):
        """@doc AsyncClient.close"""
        self._close()

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type=None, exc_value=None, traceback=None):
        self._close()


class _AsyncWellKnown:
    """@doc _AsyncWellKnown"""

    __slots__ = ("_client",)

    def __init__(self, client):
        self._client = client

    async def retrieve_protected_resource_metadata(
        self, *, extra_headers=None, extra_query=None, extra_body=None, timeout=None
    ):
        """@doc _AsyncWellKnown.retrieve_protected_resource_metadata"""
        return await self._client.fetch_resource_metadata(timeout=timeout)

    async def retrieve_authorization_server_metadata(
        self, *, extra_headers=None, extra_query=None, extra_body=None, timeout=None
    ):
        """@doc _AsyncWellKnown.retrieve_authorization_server_metadata"""
        return await self._client.fetch_authorization_server_metadata(timeout=timeout)


async def fetch_resource_metadata_async(resource=None, *, timeout=None, cancel=None, **options):
    """@doc fetch_resource_metadata_async"""
    return await _client(options).fetch_resource_metadata(resource, timeout=timeout, cancel=cancel)


async def fetch_authorization_server_metadata_async(issuer=None, *, timeout=None, cancel=None, **options):
    """@doc fetch_authorization_server_metadata_async"""
    return await _client(options).fetch_authorization_server_metadata(issuer, timeout=timeout, cancel=cancel)


async def discover_async(resource=None, www_authenticate=None, *, timeout=None, cancel=None, **options):
    """@doc discover_async"""
    return await _client(options).discover(resource, www_authenticate, timeout=timeout, cancel=cancel)


_shared = None


def _client(options):
    """A client for one call where it has options, else the process's shared one, which is made at its first use."""
    global _shared
    if options:
        return AsyncClient(**options)
    if _shared is None:
        _shared = AsyncClient()
    return _shared


for _public in (
    AsyncClient,
    discover_async,
    fetch_authorization_server_metadata_async,
    fetch_resource_metadata_async,
):
    # They are found, and pickled, under the package.
    _public.__module__ = "telnyx_oauth"
del _public
