"""The client for asyncio, over `_native.AsyncCalls`."""

from ._inbox import answer
from ._native import AsyncCalls


class AsyncClient(AsyncCalls):
    """A client for asyncio, with the options of `Client`.

    Cancelling a task aborts its requests. The client may be shared by event loops in several threads, and used on both
    sides of a fork:

        async with telnyx_oauth.AsyncClient(timeout=5) as client:
            print((await client.fetch_resource_metadata("https://api.telnyx.com/v2/mcp")).authorization_servers)
    """

    __slots__ = ()

    async def fetch_resource_metadata(self, resource=None, *, timeout=None, cancel=None):
        """See the function `fetch_resource_metadata`. `timeout` defaults to the client's."""
        return await answer(self._fetch_resource_metadata(resource, timeout, cancel))

    async def fetch_authorization_server_metadata(self, issuer=None, *, timeout=None, cancel=None):
        """See the function `fetch_authorization_server_metadata`. `timeout` defaults to the client's."""
        return await answer(self._fetch_authorization_server_metadata(issuer, timeout, cancel))

    async def discover(self, resource=None, www_authenticate=None, *, timeout=None, cancel=None):
        """See the function `discover`. `timeout` defaults to the client's."""
        return await answer(self._discover(resource, www_authenticate, timeout, cancel))

    @property
    def well_known(self):
        """The calls under the names that they have in Telnyx's SDK."""
        return _AsyncWellKnown(self)

    async def aclose(self):
        """Closes the connections and forgets the cache. Calls under way go on; later ones raise `InvalidArgumentError`.
        Closing twice is fine.
        """
        self._close()

    async def close(self):
        """`aclose`, under the name that it has in Telnyx's SDK."""
        self._close()

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type=None, exc_value=None, traceback=None):
        self._close()


class _AsyncWellKnown:
    """`_WellKnown` for asyncio."""

    __slots__ = ("_client",)

    def __init__(self, client):
        self._client = client

    async def retrieve_protected_resource_metadata(
        self, *, extra_headers=None, extra_query=None, extra_body=None, timeout=None
    ):
        """`AsyncClient.fetch_resource_metadata` without a resource. Nothing of what is extra is sent."""
        return await self._client.fetch_resource_metadata(timeout=timeout)

    async def retrieve_authorization_server_metadata(
        self, *, extra_headers=None, extra_query=None, extra_body=None, timeout=None
    ):
        """`AsyncClient.fetch_authorization_server_metadata` without an issuer. Nothing of what is extra is sent."""
        return await self._client.fetch_authorization_server_metadata(timeout=timeout)


async def fetch_resource_metadata_async(resource=None, *, timeout=None, cancel=None, **options):
    """`fetch_resource_metadata` for asyncio: cancelling the task aborts the request."""
    return await _client(options).fetch_resource_metadata(resource, timeout=timeout, cancel=cancel)


async def fetch_authorization_server_metadata_async(issuer=None, *, timeout=None, cancel=None, **options):
    """`fetch_authorization_server_metadata` for asyncio: cancelling the task aborts the requests."""
    return await _client(options).fetch_authorization_server_metadata(issuer, timeout=timeout, cancel=cancel)


async def discover_async(resource=None, www_authenticate=None, *, timeout=None, cancel=None, **options):
    """`discover` for asyncio: cancelling the task aborts the requests."""
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
