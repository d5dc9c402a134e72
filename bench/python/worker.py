"""This project's worker in Python, with the installed wheel. The protocol is in bench/README.md."""

import asyncio
import itertools
import statistics
import sys
import time

import telnyx_oauth

USAGE = "usage: warm ORIGIN N | cached ORIGIN N | at-once ORIGIN COUNT ROUNDS"
WARM_UP_CALLS = 200


def call(client: telnyx_oauth.Client, origin: str) -> None:
    if not client.fetch_resource_metadata(origin).authorization_servers:
        raise SystemExit("telnyx_oauth: no authorization server")


def warm(origin: str, count: int) -> None:
    client, times = telnyx_oauth.Client(), []
    for number in range(WARM_UP_CALLS + count):
        start = time.perf_counter_ns()
        call(client, origin)
        end = time.perf_counter_ns()
        if number >= WARM_UP_CALLS:
            times.append(end - start)
    print(int(statistics.median(times)))


def cached(origin: str, count: int) -> None:
    """Prints the mean time of a call that the cache answers. The clock is too coarse for a single call."""
    resource = f"{origin}/cached"
    fetch = telnyx_oauth.Client().fetch_resource_metadata
    if fetch(resource) != fetch(resource):
        raise SystemExit("telnyx_oauth: the cached document differs")
    start = time.perf_counter_ns()
    for _ in itertools.repeat(None, count):
        fetch(resource)
    print((time.perf_counter_ns() - start) / count)


def at_once(origin: str, count: int, rounds: int) -> None:
    async def main() -> None:
        async with telnyx_oauth.AsyncClient(cache=False) as client:

            async def everything() -> None:
                found = await asyncio.gather(*(client.fetch_resource_metadata(origin) for _ in range(count)))
                if not all(each.authorization_servers for each in found):
                    raise SystemExit("telnyx_oauth: no authorization server")

            await everything()
            start = time.perf_counter()
            for _ in range(rounds):
                await everything()
            print(count * rounds / (time.perf_counter() - start))

    asyncio.run(main())


def main(mode: str = "", origin: str = "", *numbers: str) -> None:
    if mode in ("warm", "cached") and len(numbers) == 1:
        (warm if mode == "warm" else cached)(origin, int(numbers[0]))
    elif mode == "at-once" and len(numbers) == 2:
        at_once(origin, int(numbers[0]), int(numbers[1]))
    else:
        raise SystemExit(USAGE)


main(*sys.argv[1:])
