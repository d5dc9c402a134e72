"""The logger `telnyx_oauth` logs a debug record for each attempt."""

from __future__ import annotations

import asyncio
import contextvars
import logging
import signal
import threading
import time
from collections.abc import Callable, Iterator
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
    attempts = [attempt.to_dict() for attempt in found.attempts]
    members = [{name: getattr(record, name) for name in attempts[0]} for record in debug.records]
    # The records are in the order of the ends, and the attempts are in the order of the starts.
    assert sorted(members, key=repr) == sorted(attempts, key=repr)
    assert all(record.getMessage().endswith(f": {one['reason']}") for record, one in zip(debug.records, members))


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
    import logging, os, sys, telnyx_oauth
    client, origin = telnyx_oauth.Client(), os.environ["HTTP"]
    sys.unraisablehook = lambda failure: print("unraisable", failure.exc_type.__name__)
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
    print("outside", client.fetch_resource_metadata(origin).resource)
    """
    lines = run(source, environment=sandbox.environment()).lines()
    inside, outside = f"inside {sandbox.http}", f"outside {sandbox.http}"
    assert lines == [inside, outside, "unraisable ZeroDivisionError", outside]


CALLER: contextvars.ContextVar[str] = contextvars.ContextVar("CALLER", default="none")


class RecordStore(logging.Handler):
    """Stores the last path segment and the outcome of each record, and the context in which it was emitted. Then calls
    `react` with the outcome. Holds no lock meanwhile, so that `react` may block or fork.
    """

    def __init__(self) -> None:
        super().__init__()
        self.react: Callable[[str], object] = lambda outcome: None
        self.lines: list[tuple[str, str, str, str | None]] = []

    def handle(self, record: logging.LogRecord) -> bool:
        self.emit(record)
        return True

    def emit(self, record: logging.LogRecord) -> None:
        members: Any = record
        path = members.url.rpartition("/")[2]
        try:
            task = asyncio.current_task()
        except RuntimeError:
            task = None
        name = task.get_name() if task else threading.current_thread().name
        self.lines.append((path, CALLER.get(), name, members.outcome))
        self.react(members.outcome)

    def outcomes(self) -> list[str | None]:
        return [outcome for *_, outcome in self.lines]


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


OPENID = "/.well-known/openid-configuration"
TOKEN: contextvars.ContextVar[telnyx_oauth.CancelToken] = contextvars.ContextVar("TOKEN")


def route_open_request(sandbox: Sandbox) -> None:
    """Lets the first request of an issuer's metadata end, and leaves the second one open."""
    sandbox.route(SERVER_METADATA, {"status": 404})
    sandbox.route(OPENID, {"silent": True})


def wait_for_open_request(sandbox: Sandbox) -> None:
    while len(sandbox.requests()) < 2:
        time.sleep(0.001)


def cancel_in_context(outcome: str) -> None:
    """Cancels the call in whose context the record of the first request is logged."""
    if outcome == "absent":
        TOKEN.get().cancel()


def test_a_request_is_logged_while_the_next_one_is_open(api: Api, sandbox: Sandbox, store: RecordStore) -> None:
    route_open_request(sandbox)
    token = telnyx_oauth.CancelToken()
    store.react = lambda outcome: token.cancel()
    with pytest.raises(telnyx_oauth.CancelledError):
        api.client().fetch_authorization_server_metadata(sandbox.http, cancel=token)
    assert store.outcomes() == ["absent", "cancelled"]


def test_a_discovery_logs_its_document_while_the_server_is_asked(api: Api, sandbox: Sandbox, store: RecordStore) -> None:
    sandbox.route(METADATA, {"json": DOCUMENT})
    sandbox.route(SERVER_METADATA, {"silent": True})
    token = telnyx_oauth.CancelToken()
    store.react = lambda outcome: token.cancel()
    with pytest.raises(telnyx_oauth.CancelledError):
        api.client().discover(sandbox.http, "Bearer", cancel=token)
    assert store.outcomes() == ["ok", "cancelled"]


@pytest.mark.parametrize("runner", [asyncio.run, uvloop.run])
def test_each_task_logs_its_requests_in_its_context(sandbox: Sandbox, store: RecordStore, runner: Any) -> None:
    route_open_request(sandbox)
    store.react = cancel_in_context

    async def call(client: telnyx_oauth.AsyncClient, name: str) -> None:
        CALLER.set(name)
        TOKEN.set(telnyx_oauth.CancelToken())
        with pytest.raises(telnyx_oauth.CancelledError):
            await client.fetch_authorization_server_metadata(sandbox.http, cancel=TOKEN.get())

    async def main() -> None:
        async with telnyx_oauth.AsyncClient(cache=False) as client:
            await asyncio.gather(*(asyncio.create_task(call(client, name), name=name) for name in NAMES))

    runner(main())
    contexts = sorted((caller, task, outcome) for _, caller, task, outcome in store.lines)
    assert contexts == [(name, name, outcome) for name in NAMES for outcome in ("absent", "cancelled")]


def test_each_thread_logs_its_requests_in_its_context(sandbox: Sandbox, store: RecordStore) -> None:
    route_open_request(sandbox)
    store.react = cancel_in_context
    client = telnyx_oauth.Client(cache=False)
    ended: list[str] = []

    def call(name: str) -> None:
        CALLER.set(name)
        TOKEN.set(telnyx_oauth.CancelToken())
        try:
            client.fetch_authorization_server_metadata(sandbox.http, cancel=TOKEN.get())
        except telnyx_oauth.CancelledError:
            ended.append(name)

    threads = [threading.Thread(target=call, args=(name,), name=name) for name in NAMES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ended) == list(NAMES)
    contexts = sorted((caller, thread, outcome) for _, caller, thread, outcome in store.lines)
    assert contexts == [(name, name, outcome) for name in NAMES for outcome in ("absent", "cancelled")]


def test_a_handler_may_call_the_client_while_a_request_is_open(api: Api, sandbox: Sandbox, store: RecordStore) -> None:
    route_open_request(sandbox)
    sandbox.route(METADATA, {"json": DOCUMENT})
    token, client = telnyx_oauth.CancelToken(), telnyx_oauth.Client()
    caller: Any = api.client() if api.is_async else client

    def react(outcome: str) -> None:
        if outcome == "absent":
            assert client.fetch_resource_metadata(sandbox.http).resource == sandbox.http
            token.cancel()

    store.react = react
    with pytest.raises(telnyx_oauth.CancelledError):
        caller.fetch_authorization_server_metadata(sandbox.http, cancel=token)
    assert store.outcomes() == ["absent", "ok", "cancelled"]


def test_a_handler_may_wait_for_a_call_of_another_thread(sandbox: Sandbox, store: RecordStore) -> None:
    client, has_ended = telnyx_oauth.Client(), threading.Event()

    def call() -> None:
        client.fetch_resource_metadata(f"{sandbox.http}/v2/mcp")
        has_ended.set()

    def react(outcome: str) -> None:
        if threading.current_thread() is threading.main_thread():
            thread.start()
            assert has_ended.wait(60)

    thread = threading.Thread(target=call, name="other")
    store.react = react
    client.fetch_resource_metadata(sandbox.http)
    thread.join()
    assert sorted(name for _, _, name, _ in store.lines) == ["MainThread", "other"]


def test_a_cancelled_task_logs_its_open_request(sandbox: Sandbox, store: RecordStore) -> None:
    route_open_request(sandbox)

    def react(outcome: str) -> None:
        task = asyncio.current_task()
        if outcome == "absent" and task:
            wait_for_open_request(sandbox)
            task.cancel()

    store.react = react
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(telnyx_oauth.fetch_authorization_server_metadata_async(sandbox.http))
    assert store.outcomes() == ["absent", "cancelled"]


def test_a_cancelled_task_logs_a_request_that_ended_before(sandbox: Sandbox, store: RecordStore) -> None:
    from telnyx_oauth import _completions

    route_open_request(sandbox)
    deliver: Any = _completions._Queue.deliver

    async def main() -> None:
        call = telnyx_oauth.fetch_authorization_server_metadata_async(sandbox.http)
        task = asyncio.create_task(call, name="cancelled")

        def deliver_and_cancel(queue: Any) -> None:
            deliver(queue)
            wait_for_open_request(sandbox)
            task.cancel()

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(_completions._Queue, "deliver", deliver_and_cancel)
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(main())
    assert [(task, outcome) for _, _, task, outcome in store.lines] == [("cancelled", "absent"), ("cancelled", "cancelled")]


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_ctrl_c_in_a_handler_ends_the_call_and_loses_no_record(sandbox: Sandbox, store: RecordStore, is_async: bool) -> None:
    route_open_request(sandbox)

    def react(outcome: str) -> None:
        if outcome == "absent":
            wait_for_open_request(sandbox)
            signal.raise_signal(signal.SIGINT)

    store.react = react
    with pytest.raises(KeyboardInterrupt):
        Api(is_async=is_async).client().fetch_authorization_server_metadata(sandbox.http)
    assert store.outcomes() == ["absent", "cancelled"]


def test_a_handler_may_fork_during_a_call(sandbox: Sandbox) -> None:
    """The child has no thread that could finish the call."""
    route_open_request(sandbox)
    source = """
    import logging, os, warnings, telnyx_oauth
    # Python 3.12 and later warn about a fork in a process with threads. This test forks on purpose.
    warnings.simplefilter("ignore", DeprecationWarning)
    origin, outcomes, token = os.environ["HTTP"], [], telnyx_oauth.CancelToken()
    class Forking(logging.Handler):
        # Holds no lock, unlike the inherited method: a child gets new locks.
        def handle(self, record):
            outcomes.append(record.outcome)
            if outcomes == ["absent"]:
                child = os.fork()
                if child:
                    print("child", os.waitpid(child, 0)[1], flush=True)
                    token.cancel()
    logger = logging.getLogger("telnyx_oauth")
    logger.setLevel(logging.DEBUG)
    logger.addHandler(Forking())
    parent, client = os.getpid(), telnyx_oauth.Client()
    try:
        client.fetch_authorization_server_metadata(origin, cancel=token)
    except telnyx_oauth.CancelledError as error:
        is_forked = "forked" in str(error)
    if os.getpid() == parent:
        print(is_forked, outcomes)
    else:
        resource = origin + "/v2/mcp"
        works = client.fetch_resource_metadata(resource).resource == resource
        os._exit(0 if is_forked and works and outcomes == ["absent", "ok"] else 1)
    """
    lines = run(source, environment=sandbox.environment()).lines()
    assert lines == ["child 0", "False ['absent', 'cancelled']"]
