"""The asyncio client: cancellation, several event loops, uvloop, anyio and trio."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
import time
from collections.abc import Callable, Coroutine
from typing import Any

import anyio
import pytest
import trio
import uvloop
from support.listener import Listener
from support.program import run
from support.sandbox import DOCUMENT, METADATA, Sandbox

import telnyx_oauth

LONG = 600
"""A timeout in seconds that no test reaches, so that no connection closes because of it."""

RUNNERS: dict[str, Callable[[Coroutine[Any, Any, Any]], Any]] = {"asyncio": asyncio.run, "uvloop": uvloop.run}


@pytest.fixture(params=list(RUNNERS.values()), ids=list(RUNNERS))
def run_loop(request: pytest.FixtureRequest) -> Callable[[Coroutine[Any, Any, Any]], Any]:
    """Runs the test with each event loop. Returns a function that runs a coroutine in a new loop."""
    found: Callable[[Coroutine[Any, Any, Any]], Any] = request.param
    return found


def test_calls_run_concurrently(sandbox: Sandbox, run_loop: Any) -> None:
    sandbox.route("/.well-known/*", {"delay_ms": 200, "json": {"resource": "${origin}"}})

    async def main() -> None:
        async with telnyx_oauth.AsyncClient(cache=False) as client:
            start = time.monotonic()
            found = await asyncio.gather(*(client.fetch_resource_metadata(sandbox.http) for _ in range(100)))
            # Without concurrency, the calls would take 20 s.
            assert time.monotonic() - start < 10
            assert [each.resource for each in found] == [sandbox.http] * 100

    run_loop(main())


def test_a_call_returns_an_awaitable() -> None:
    client = telnyx_oauth.AsyncClient()
    for call in (client.fetch_resource_metadata, client.discover, telnyx_oauth.discover_async):
        awaitable = call("http://rs.example")
        assert hasattr(awaitable, "__await__")

        async def main(awaitable: Any = awaitable) -> None:
            with pytest.raises(telnyx_oauth.InsecureUrlError):
                await awaitable

        asyncio.run(main())


def test_a_waiting_call_does_not_block_the_loop(silent: Listener, run_loop: Any) -> None:
    async def main() -> int:
        task = asyncio.ensure_future(telnyx_oauth.fetch_resource_metadata_async(silent.origin, timeout=LONG))
        ticks = 0
        while not task.done() and ticks < 50:
            await asyncio.sleep(0.002)
            ticks += 1
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return ticks

    assert run_loop(main()) == 50


def test_cancelling_a_task_aborts_its_request(silent: Listener, run_loop: Any) -> None:
    async def main() -> None:
        client = telnyx_oauth.AsyncClient()
        for number, call in enumerate(
            (client.fetch_resource_metadata, client.fetch_authorization_server_metadata, client.discover), start=1
        ):
            task = asyncio.ensure_future(call(silent.origin, timeout=LONG))
            await asyncio.get_running_loop().run_in_executor(None, silent.wait_for_requests, number)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert task.cancelled()
            # The server sees the connection close, although the client and the loop still exist.
            await asyncio.get_running_loop().run_in_executor(None, silent.wait_for_closed_connections, number)

    run_loop(main())


def test_a_timeout_of_wait_for_aborts_the_request(silent: Listener, run_loop: Any) -> None:
    async def main() -> None:
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(telnyx_oauth.fetch_resource_metadata_async(silent.origin, timeout=LONG), 0.2)
        await asyncio.get_running_loop().run_in_executor(None, silent.wait_for_closed_connections)

    run_loop(main())


def test_a_task_cancelled_before_its_start_sends_no_request(sandbox: Sandbox) -> None:
    async def main() -> None:
        task = asyncio.ensure_future(telnyx_oauth.fetch_resource_metadata_async(sandbox.http))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.sleep(0.1)

    asyncio.run(main())
    assert sandbox.requests() == []


def test_cancelling_a_call_does_not_cancel_the_others(sandbox: Sandbox, run_loop: Any) -> None:
    sandbox.route(METADATA, {"delay_ms": 500, "json": DOCUMENT})

    async def main() -> None:
        client = telnyx_oauth.AsyncClient(base_url=sandbox.http)
        tasks = [asyncio.ensure_future(client.fetch_resource_metadata()) for _ in range(6)]
        await asyncio.sleep(0.1)
        for task in tasks[::2]:
            task.cancel()
        found = await asyncio.gather(*tasks, return_exceptions=True)
        for i, each in enumerate(found):
            expected = asyncio.CancelledError if i % 2 == 0 else telnyx_oauth.ResourceMetadata
            assert isinstance(each, expected)

    run_loop(main())


def test_a_timeout_or_a_token_ends_a_call(silent: Listener, run_loop: Any) -> None:
    async def main() -> None:
        client = telnyx_oauth.AsyncClient(max_retries=0)
        with pytest.raises(telnyx_oauth.TimeoutError):
            await client.fetch_resource_metadata(silent.origin, timeout=0.1)
        token = telnyx_oauth.CancelToken()
        asyncio.get_running_loop().call_later(0.1, token.cancel)
        with pytest.raises(telnyx_oauth.CancelledError):
            await client.fetch_resource_metadata(silent.origin, cancel=token)
        assert not issubclass(telnyx_oauth.CancelledError, asyncio.CancelledError)

    run_loop(main())


def test_an_anyio_scope_cancels_a_call(silent: Listener) -> None:
    async def main() -> None:
        with anyio.move_on_after(0.2) as scope:
            await telnyx_oauth.fetch_resource_metadata_async(silent.origin, timeout=LONG)
        assert scope.cancelled_caught
        await anyio.to_thread.run_sync(silent.wait_for_closed_connections)
        with pytest.raises(TimeoutError):
            with anyio.fail_after(0.2):
                await telnyx_oauth.fetch_resource_metadata_async(silent.origin, timeout=LONG)

    for options in ({}, {"use_uvloop": True}):
        anyio.run(main, backend="asyncio", backend_options=options)


def test_an_anyio_task_group_runs_calls(sandbox: Sandbox) -> None:
    found: list[str | None] = []

    async def call(client: telnyx_oauth.AsyncClient) -> None:
        found.append((await client.fetch_resource_metadata(sandbox.http)).resource)

    async def main() -> None:
        async with telnyx_oauth.AsyncClient() as client, anyio.create_task_group() as group:
            for _ in range(10):
                group.start_soon(call, client)

    anyio.run(main)
    assert found == [sandbox.http] * 10


def run_in_trio(main: Callable[[], Coroutine[Any, Any, Any]]) -> None:
    trio.run(main)


def run_in_anyio_on_trio(main: Callable[[], Coroutine[Any, Any, Any]]) -> None:
    anyio.run(main, backend="trio")


def run_by_hand(main: Callable[[], Coroutine[Any, Any, Any]]) -> None:
    with pytest.raises(StopIteration):
        main().send(None)


@pytest.mark.parametrize("runner", [run_in_trio, run_in_anyio_on_trio, run_by_hand])
def test_a_call_without_asyncio_raises_an_error_with_instructions(sandbox: Sandbox, runner: Any) -> None:
    client = telnyx_oauth.AsyncClient()
    calls = (client.fetch_resource_metadata, client.discover, telnyx_oauth.fetch_authorization_server_metadata_async)

    async def main() -> None:
        for call in calls:
            with pytest.raises(RuntimeError, match=r"asyncio.*trio\.to_thread\.run_sync") as caught:
                await call(sandbox.http)
            assert caught.value.__cause__ is None and caught.value.__suppress_context__

    runner(main)
    assert sandbox.requests() == []


def test_the_instructions_for_trio_work(sandbox: Sandbox) -> None:
    async def main() -> str | None:
        with telnyx_oauth.Client() as client:
            return (await trio.to_thread.run_sync(client.fetch_resource_metadata, sandbox.http)).resource

    assert trio.run(main) == sandbox.http


def test_successive_loops_share_a_client(sandbox: Sandbox) -> None:
    client = telnyx_oauth.AsyncClient(ca_file=sandbox.ca_file)

    async def main() -> list[str | None]:
        origins = (sandbox.http, sandbox.https)
        return [(await client.fetch_resource_metadata(origin)).resource for origin in origins]

    for runner in [asyncio.run, uvloop.run] * 3:
        assert runner(main()) == [sandbox.http, sandbox.https]


def test_loops_in_several_threads_share_a_client(sandbox: Sandbox) -> None:
    client = telnyx_oauth.AsyncClient(ca_file=sandbox.ca_file)
    found: list[list[Any]] = []

    async def main() -> list[Any]:
        calls = (client.fetch_resource_metadata(origin) for origin in [sandbox.http, sandbox.https] * 5)
        return await asyncio.gather(*calls)

    def loop(runner: Any) -> None:
        found.append(runner(main()))

    threads = [threading.Thread(target=loop, args=(runner,)) for runner in [asyncio.run, uvloop.run] * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    for each in found:
        assert [document.resource for document in each] == [sandbox.http, sandbox.https] * 5


def test_the_executor_of_a_loop_runs_blocking_calls(sandbox: Sandbox, run_loop: Any) -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        calls = (loop.run_in_executor(None, telnyx_oauth.fetch_resource_metadata, sandbox.http) for _ in range(10))
        assert [each.resource for each in await asyncio.gather(*calls)] == [sandbox.http] * 10

    run_loop(main())


def test_a_call_keeps_context_variables(sandbox: Sandbox) -> None:
    import contextvars

    variable = contextvars.ContextVar("variable", default="none")

    async def main() -> str:
        variable.set("mine")
        await telnyx_oauth.fetch_resource_metadata_async(sandbox.http)
        return variable.get()

    assert asyncio.run(main()) == "mine"


def test_a_closed_client_refuses_calls(sandbox: Sandbox) -> None:
    async def main() -> None:
        async with telnyx_oauth.AsyncClient(base_url=sandbox.http) as client:
            assert (await client.fetch_resource_metadata()).resource == sandbox.http
        assert client.is_closed
        await client.aclose()
        await client.close()
        with pytest.raises(telnyx_oauth.InvalidArgumentError, match="closed"):
            await client.fetch_resource_metadata()
        with pytest.raises(ZeroDivisionError):
            async with telnyx_oauth.AsyncClient():
                1 / 0  # noqa: B018

    asyncio.run(main())


def test_a_call_that_is_not_awaited_is_dropped(sandbox: Sandbox) -> None:
    """Python warns about every coroutine that is not awaited."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)

        async def main() -> None:
            telnyx_oauth.fetch_resource_metadata_async(sandbox.http)  # type: ignore[unused-coroutine]
            gc.collect()
            await asyncio.sleep(0.05)

        asyncio.run(main())
        gc.collect()


def test_closing_a_loop_during_a_call_prints_nothing(sandbox: Sandbox) -> None:
    """`asyncio.run` cancels the pending task. `loop.close` does not, so no loop takes the response."""
    sandbox.route(METADATA, {"delay_ms": 300, "json": DOCUMENT})
    source = """
    import asyncio, os, time, telnyx_oauth
    origin = os.environ["HTTP"]
    async def main():
        global task
        task = asyncio.ensure_future(telnyx_oauth.fetch_resource_metadata_async(origin))
        await asyncio.sleep(0.1)
    asyncio.run(main())
    print(task.cancelled())
    loop = asyncio.new_event_loop()
    async def begin():
        return telnyx_oauth.fetch_resource_metadata_async(origin)
    loop.set_exception_handler(lambda *_: None)
    loop.run_until_complete(main())
    loop.close()
    time.sleep(0.6)
    task._log_destroy_pending = False
    print(asyncio.run(telnyx_oauth.fetch_resource_metadata_async(origin)).resource)
    """
    found = run(source, environment=sandbox.environment())
    assert found.lines() == ["True", sandbox.http]


def test_a_client_makes_a_thousand_concurrent_calls(sandbox: Sandbox) -> None:
    async def main() -> set[str | None]:
        async with telnyx_oauth.AsyncClient(cache=False) as client:
            found = await asyncio.gather(*(client.fetch_resource_metadata(sandbox.http) for _ in range(1000)))
        return {each.resource for each in found}

    assert asyncio.run(main()) == {sandbox.http}


def test_a_cached_document_needs_no_request(sandbox: Sandbox, run_loop: Any) -> None:
    sandbox.route(METADATA, {"json": DOCUMENT, "headers": {"cache-control": "max-age=600"}})

    async def main() -> None:
        async with telnyx_oauth.AsyncClient(base_url=sandbox.http) as client:
            found = [await client.fetch_resource_metadata() for _ in range(5)]
        assert len(set(found)) == 1

    run_loop(main())
    assert len(sandbox.requests()) == 1


if sys.version_info >= (3, 11):

    def test_asyncio_timeouts_and_task_groups_work(silent: Listener, sandbox: Sandbox) -> None:
        async def main() -> None:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.2):
                    await telnyx_oauth.fetch_resource_metadata_async(silent.origin, timeout=LONG)
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(telnyx_oauth.fetch_resource_metadata_async(sandbox.http)) for _ in range(3)]
            assert {task.result().resource for task in tasks} == {sandbox.http}

        asyncio.run(main())
        silent.wait_for_closed_connections()
