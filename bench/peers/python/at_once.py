"""Makes many concurrent calls with httpx or aiohttp. The protocol is in bench/README.md."""

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable

PATH = "/.well-known/oauth-protected-resource"
Fetch = Callable[[], Awaitable[bytes]]


def check(origin: str, content: bytes) -> None:
    document = json.loads(content)
    if document["resource"] != origin or not document["authorization_servers"]:
        raise SystemExit("at_once.py: unexpected document")


async def measure(origin: str, count: int, rounds: int, fetch: Fetch) -> None:
    async def call() -> None:
        check(origin, await fetch())

    async def everything() -> None:
        await asyncio.gather(*(call() for _ in range(count)))

    await everything()
    start = time.perf_counter()
    for _ in range(rounds):
        await everything()
    print(count * rounds / (time.perf_counter() - start))


async def with_httpx(origin: str, count: int, rounds: int) -> None:
    import httpx

    # With the default timeout, a call fails if it waits for a connection for more than 5 s.
    async with httpx.AsyncClient(timeout=None, headers={"accept": "application/json"}) as client:

        async def fetch() -> bytes:
            response = await client.get(origin + PATH)
            response.raise_for_status()
            return response.content

        await measure(origin, count, rounds, fetch)


async def with_aiohttp(origin: str, count: int, rounds: int) -> None:
    import aiohttp

    async with aiohttp.ClientSession(headers={"accept": "application/json"}) as session:

        async def fetch() -> bytes:
            async with session.get(origin + PATH, raise_for_status=True) as response:
                return await response.read()

        await measure(origin, count, rounds, fetch)


library, mode, origin, count, rounds = sys.argv[1:]
if mode != "at-once":
    raise SystemExit("usage: httpx|aiohttp at-once ORIGIN COUNT ROUNDS")
asyncio.run({"httpx": with_httpx, "aiohttp": with_aiohttp}[library](origin, int(count), int(rounds)))
