"""The blocking and the asyncio API behind the same methods, for tests of both."""

from __future__ import annotations

import asyncio
from typing import Any

import telnyx_oauth

CALLS = ("fetch_resource_metadata", "fetch_authorization_server_metadata", "discover")


class Api:
    """The blocking or the asyncio API. Each asyncio call runs in its own event loop."""

    def __init__(self, *, is_async: bool) -> None:
        self.is_async = is_async

    def client(self, **options: Any) -> Caller:
        return Caller((telnyx_oauth.AsyncClient if self.is_async else telnyx_oauth.Client)(**options), self.is_async)

    def functions(self) -> Caller:
        """Returns the functions of the module."""
        return Caller(telnyx_oauth, self.is_async, suffix="_async" if self.is_async else "")


class Caller:
    def __init__(self, target: Any, is_async: bool, suffix: str = "") -> None:
        self.target, self._is_async, self._suffix = target, is_async, suffix

    def __getattr__(self, name: str) -> Any:
        method = getattr(self.target, name + self._suffix)
        return (lambda *a, **k: asyncio.run(_awaited(method, a, k))) if self._is_async else method

    @property
    def well_known(self) -> Caller:
        return Caller(self.target.well_known, self._is_async)


async def _awaited(method: Any, arguments: Any, keywords: Any) -> Any:
    return await method(*arguments, **keywords)
