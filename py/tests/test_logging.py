"""The logger `telnyx_oauth` logs a debug record for each attempt."""

from __future__ import annotations

import asyncio
import contextvars
import logging
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import uvloop
from support.api import Api
from support.program import run
from support.sandbox import DOCUMENT, METADATA, SERVER_METADATA, Sandbox

import telnyx_oauth


@pytest.fixture
def debug(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.DEBUG, logger="telnyx_oauth"):
        yield caplog


def test_each_attempt_is_logged(api: Api, sandbox: Sandbox, debug: pytest.LogCaptureFixture) -> None:
    sandbox.route(METADATA, {"status": 503}, {"json": DOCUMENT})
    api.client(max_retries=1).fetch_resource_metadata(sandbox.http)
    records = [record for record in debug.records if record.name.split(".")[0] == "telnyx_oauth"]
    assert [record.levelno for record in records] == [logging.DEBUG] * 2
    for record, (status, outcome) in zip(records, [("503", "http_status"), ("200", "ok")]):
        message = record.getMessage()
        assert message.startswith(f"GET {sandbox.http}{METADATA} for resource_metadata: {outcome}, status {status}, ")
        assert message.isprintable()


def test_a_record_has_the_members_of_its_attempt(api: Api, sandbox: Sandbox, debug: pytest.LogCaptureFixture) -> None:
    found = api.client().discover(f"{sandbox.http}/v2/mcp")
    for record, attempt in zip(debug.records, found.attempts):
        assert {name: getattr(record, name) for name in attempt.to_dict()} == attempt.to_dict()
        assert record.getMessage().endswith(f": {attempt.reason}")


def test_discoveries_and_failed_calls_are_logged(api: Api, sandbox: Sandbox, debug: pytest.LogCaptureFixture) -> None:
    found = api.client().discover(f"{sandbox.http}/v2/mcp")
    assert len(debug.records) == len(found.attempts) == 3
    debug.clear()
    with pytest.raises(telnyx_oauth.OAuthError):
        api.client().fetch_resource_metadata(f"{sandbox.http}/401")
    (record,) = debug.records
    assert "401" in record.getMessage() and "oauth_error" in record.getMessage()


def test_a_cached_call_is_logged(api: Api, sandbox: Sandbox, debug: pytest.LogCaptureFixture) -> None:
    headers = {"cache-control": "max-age=600"}
    server = {"issuer": "${origin}", "token_endpoint": "${origin}/token"}
    sandbox.route(METADATA, {"json": DOCUMENT, "headers": headers})
    sandbox.route(SERVER_METADATA, {"json": server, "headers": headers})
    client = api.client()
    for call in (client.fetch_resource_metadata, client.fetch_authorization_server_metadata):
        debug.clear()
        call(sandbox.http)
        call(sandbox.http)
        members: list[Any] = debug.records
        assert [(record.outcome, record.from_cache) for record in members] == [("ok", False), ("ok", True)]
        assert members[0].url == members[1].url
    assert len(sandbox.requests()) == 2


def test_nothing_is_logged_by_default(api: Api, sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    api.client().fetch_resource_metadata(sandbox.http)
    assert [record for record in caplog.records if record.name.startswith("telnyx_oauth")] == []


def test_the_log_level_of_a_client_may_change(api: Api, sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    client = api.client(base_url=sandbox.http)
    for expected, level in enumerate([logging.INFO, logging.DEBUG, logging.WARNING]):
        caplog.clear()
        with caplog.at_level(level, logger="telnyx_oauth"):
            client.fetch_resource_metadata()
        assert len(caplog.records) == (1 if expected == 1 else 0)


def test_an_api_key_is_not_logged(api: Api, sandbox: Sandbox, debug: pytest.LogCaptureFixture) -> None:
    api.client(api_key="KEY0123").discover(sandbox.http)
    assert debug.records and "KEY0123" not in debug.text


def test_a_call_does_not_import_logging(sandbox: Sandbox) -> None:
    source = """
    import sys, telnyx_oauth
    print(telnyx_oauth.fetch_resource_metadata().resource, "logging" in sys.modules)
    """
    assert run(source, environment=sandbox.environment()).lines() == [f"{sandbox.https} False"]


def test_a_log_handler_may_fail_or_use_the_client(sandbox: Sandbox) -> None:
    source = """
    import logging, os, telnyx_oauth
    client, origin = telnyx_oauth.Client(), os.environ["HTTP"]
    class Broken(logging.Handler):
        def emit(self, record):
            raise ZeroDivisionError
    class Calling(logging.Handler):
        inside = False
        def emit(self, record):
            if not Calling.inside:
                Calling.inside = True
                print("inside", client.fetch_resource_metadata(origin).resource)
    logger = logging.getLogger("telnyx_oauth")
    logger.setLevel(logging.DEBUG)
    logger.addHandler(Calling())
    print("outside", client.fetch_resource_metadata(origin).resource)
    logger.addHandler(Broken())
    try:
        print("outside", client.fetch_resource_metadata(origin).resource)
    except ZeroDivisionError:
        print("raised")
    """
    lines = run(source, environment=sandbox.environment()).lines()
    assert lines[:2] == [f"inside {sandbox.http}", f"outside {sandbox.http}"]
    assert lines[2] in ("raised", f"outside {sandbox.http}")


CALLER: contextvars.ContextVar[str] = contextvars.ContextVar("CALLER", default="none")


class RecordStore(logging.Handler):
    """Stores the last path segment and the outcome of each record, and the context in which it was emitted."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[str, str, str, str | None]] = []

    def emit(self, record: logging.LogRecord) -> None:
        members: Any = record
        path = members.url.rpartition("/")[2]
        try:
            task = asyncio.current_task()
        except RuntimeError:
            task = None
        name = task.get_name() if task else threading.current_thread().name
        self.lines.append((path, CALLER.get(), name, members.outcome))


@pytest.fixture
def store() -> Iterator[RecordStore]:
    logger, handler = logging.getLogger("telnyx_oauth"), RecordStore()
    before = logger.level
    logger.setLevel(logging.DEBUG)
    logger.addHandler(handler)
    yield handler
    logger.removeHandler(handler)
    logger.setLevel(before)


NAMES = ("a", "b", "c")


def expected(name: str) -> list[tuple[str, str, str, str]]:
    return [(name, name, name, outcome) for outcome in ("http_status", "ok")]


def route(sandbox: Sandbox) -> None:
    """Adds a route for each name. The first answer is an error, so that all calls run before a document is sent."""
    for name in NAMES:
        document = {"resource": f"${{origin}}/{name}", "authorization_servers": ["${origin}"]}
        sandbox.route(f"{METADATA}/{name}", {"status": 503, "headers": {"retry-after": "0"}}, {"json": document})


@pytest.mark.parametrize("runner", [asyncio.run, uvloop.run])
def test_a_record_has_the_context_of_the_task_that_made_the_call(sandbox: Sandbox, store: RecordStore, runner: Any) -> None:
    route(sandbox)

    async def call(client: telnyx_oauth.AsyncClient, name: str) -> None:
        CALLER.set(name)
        await client.fetch_resource_metadata(f"{sandbox.http}/{name}")
        assert [line for line in store.lines if line[0] == name] == expected(name)

    async def main() -> None:
        CALLER.set("main")
        async with telnyx_oauth.AsyncClient(max_retries=1) as client:
            await asyncio.gather(*(asyncio.create_task(call(client, name), name=name) for name in NAMES))

    runner(main())
    assert sorted(store.lines) == [line for name in NAMES for line in expected(name)]


def test_a_record_has_the_context_of_the_thread_that_made_the_call(sandbox: Sandbox, store: RecordStore) -> None:
    route(sandbox)
    client = telnyx_oauth.Client(max_retries=1)

    def call(name: str) -> None:
        CALLER.set(name)
        client.fetch_resource_metadata(f"{sandbox.http}/{name}")

    threads = [threading.Thread(target=call, args=(name,), name=name) for name in NAMES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(store.lines) == [line for name in NAMES for line in expected(name)]


def test_a_completed_call_of_a_cancelled_task_is_logged(sandbox: Sandbox, store: RecordStore) -> None:
    """The request was sent, although no task takes its result."""
    from telnyx_oauth import _completions

    deliver: Any = _completions._Queue.deliver

    async def main() -> None:
        task = asyncio.create_task(telnyx_oauth.fetch_resource_metadata_async(sandbox.http), name="cancelled")

        def deliver_and_cancel(queue: Any) -> None:
            deliver(queue)
            task.cancel()

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(_completions._Queue, "deliver", deliver_and_cancel)
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(main())
    assert [(task, outcome) for _, _, task, outcome in store.lines] == [("cancelled", "ok")]
