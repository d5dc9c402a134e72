"""The asyncio client, based on `_native.AsyncCalls`."""

from . import _native
from ._completions import completed
from ._native import AsyncCalls, Client, _WellKnown


def _documented(blocking):
    """Returns a decorator that copies the docstring of the blocking function or method, adapted to asyncio."""

    def document(function):
        function.__doc__ = (
            blocking.__doc__.replace("`Client.", "`AsyncClient.")
            .replace("Blocks the calling thread. Ctrl-C interrupts the call.", "Cancelling the task aborts its requests.")
            .replace("\nRaises:\n", "\nRaises:\n    RuntimeError: No asyncio event loop is running.\n")
        )
        return function

    return document


class AsyncClient(AsyncCalls):
    __doc__ = """An asyncio client with options, keep-alive connections and a cache.

Cancelling a task aborts its requests. The event loops of several threads may share a client. After a fork, both the parent
and the child may use it. A client reads the environment variables once, when it is created. An `async with` statement
closes the client at its end:

    async with telnyx_oauth.AsyncClient(timeout=5) as client:
        print((await client.fetch_resource_metadata("https://api.telnyx.com/v2/mcp")).authorization_servers)

Under trio, call a method of `Client` in a thread: `await trio.to_thread.run_sync(client.discover, resource)`.
""" + Client.__doc__[Client.__doc__.index("\nArgs:\n") :]

    __slots__ = ()

    @_documented(Client.fetch_resource_metadata)
    async def fetch_resource_metadata(self, resource=None, *, timeout=None, cancel=None):
        return await completed(self._fetch_resource_metadata(resource, timeout, cancel))

    @_documented(Client.fetch_authorization_server_metadata)
    async def fetch_authorization_server_metadata(self, issuer=None, *, timeout=None, cancel=None):
        return await completed(self._fetch_authorization_server_metadata(issuer, timeout, cancel))

    @_documented(Client.discover)
    async def discover(self, resource=None, www_authenticate=None, *, issuer=None, timeout=None, cancel=None):
        return await completed(self._discover(resource, www_authenticate, issuer, timeout, cancel))

    @_documented(Client.vet)
    async def vet(self, url, from_, *, timeout=None, cancel=None):
        return await completed(self._vet(url, from_, timeout, cancel))

    @property
    def well_known(self):
        """The calls with their names in Telnyx's SDK, such as
        `await client.well_known.retrieve_protected_resource_metadata()`.
        """
        return _AsyncWellKnown(self)

    async def aclose(self):
        """Closes the connections and drops the cache. Running calls continue, and later calls raise `InvalidArgumentError`.
        Closing a closed client does nothing.
        """
        self._close()

    async def close(self):
        """Does the same as `aclose`. The method has this name in Telnyx's SDK."""
        self._close()

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type=None, exc_value=None, traceback=None):
        self._close()


class _AsyncWellKnown:
    """The calls with their names in Telnyx's SDK, for asyncio. The SDK's extra arguments are accepted for compatibility and
    never sent, because the documents are public.
    """

    __slots__ = ("_client",)

    def __init__(self, client):
        self._client = client

    @_documented(_WellKnown.retrieve_protected_resource_metadata)
    async def retrieve_protected_resource_metadata(
        self, *, extra_headers=None, extra_query=None, extra_body=None, timeout=None
    ):
        return await self._client.fetch_resource_metadata(timeout=timeout)

    @_documented(_WellKnown.retrieve_authorization_server_metadata)
    async def retrieve_authorization_server_metadata(
        self, *, extra_headers=None, extra_query=None, extra_body=None, timeout=None
    ):
        return await self._client.fetch_authorization_server_metadata(timeout=timeout)


@_documented(_native.fetch_resource_metadata)
async def fetch_resource_metadata_async(resource=None, *, timeout=None, cancel=None, **options):
    return await _client(options).fetch_resource_metadata(resource, timeout=timeout, cancel=cancel)


@_documented(_native.fetch_authorization_server_metadata)
async def fetch_authorization_server_metadata_async(issuer=None, *, timeout=None, cancel=None, **options):
    return await _client(options).fetch_authorization_server_metadata(issuer, timeout=timeout, cancel=cancel)


@_documented(_native.discover)
async def discover_async(resource=None, www_authenticate=None, *, issuer=None, timeout=None, cancel=None, **options):
    client = _client(options)
    return await client.discover(resource, www_authenticate, issuer=issuer, timeout=timeout, cancel=cancel)


@_documented(_native.vet)
async def vet_async(url, from_, *, timeout=None, cancel=None, **options):
    return await _client(options).vet(url, from_, timeout=timeout, cancel=cancel)


_shared = None


def _client(options):
    """Returns a new client for a call with options, else the shared client of the process. It is created on first use."""
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
    vet_async,
):
    # Pickles must refer to the public package.
    _public.__module__ = "telnyx_oauth"
del _public
