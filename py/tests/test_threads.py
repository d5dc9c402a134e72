"""One client in many threads."""

from __future__ import annotations

import concurrent.futures
import gc
import sys
import threading
import time
from typing import Any

import pytest
from support.listener import Listener
from support.sandbox import DOCUMENT, METADATA, Sandbox

import telnyx_oauth


def test_64_threads_share_a_client(sandbox: Sandbox) -> None:
    client = telnyx_oauth.Client(ca_file=sandbox.ca_file)
    barrier = threading.Barrier(64)

    def call(number: int) -> list[str | None]:
        barrier.wait()
        origins = (sandbox.http, sandbox.https, f"{sandbox.http}/v2/mcp")
        return [client.fetch_resource_metadata(origins[(number + i) % 3]).resource for i in range(6)]

    with concurrent.futures.ThreadPoolExecutor(64) as pool:
        found = list(pool.map(call, range(64)))
    origins = [sandbox.http, sandbox.https, f"{sandbox.http}/v2/mcp"]
    assert found == [[origins[(number + i) % 3] for i in range(6)] for number in range(64)]


def test_a_waiting_call_does_not_block_other_threads(silent: Listener) -> None:
    token = telnyx_oauth.CancelToken()
    ended: list[str] = []

    def call() -> None:
        try:
            telnyx_oauth.Client().fetch_resource_metadata(silent.origin, cancel=token)
        except telnyx_oauth.Error as error:
            ended.append(error.kind)

    threads = [threading.Thread(target=call) for _ in range(8)]
    for thread in threads:
        thread.start()
    silent.wait_for_requests(8)
    assert sum(range(100_000)) and not ended
    token.cancel()
    for thread in threads:
        thread.join()
    assert ended == ["cancelled"] * 8
    silent.wait_for_closed_connections(8)


def test_calls_for_one_document_share_a_request(sandbox: Sandbox) -> None:
    sandbox.route(METADATA, {"json": DOCUMENT, "delay_ms": 500, "headers": {"cache-control": "max-age=600"}})
    client = telnyx_oauth.Client(base_url=sandbox.http)
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda _: client.fetch_resource_metadata(), range(16)))
    assert len(set(found)) == 1
    assert len(sandbox.requests()) == 1


def test_each_call_has_its_own_timeout_and_token(sandbox: Sandbox) -> None:
    sandbox.route(METADATA, {"json": DOCUMENT, "delay_ms": 1000})
    client = telnyx_oauth.Client(base_url=sandbox.http)
    token = telnyx_oauth.CancelToken()

    def call(options: Any) -> str:
        try:
            return client.fetch_resource_metadata(**options).resource or ""
        except telnyx_oauth.Error as error:
            return error.kind

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        calls = [pool.submit(call, options) for options in ({"timeout": 0.1}, {"cancel": token}, {}, {"timeout": 20})]
        while not sandbox.requests():
            time.sleep(0.005)
        token.cancel()
        assert [each.result() for each in calls] == ["timeout", "cancelled", sandbox.http, sandbox.http]


def test_dropping_a_client_does_not_end_its_calls(sandbox: Sandbox) -> None:
    sandbox.route(METADATA, {"json": DOCUMENT, "delay_ms": 300})
    client: telnyx_oauth.Client | None = telnyx_oauth.Client(base_url=sandbox.http)
    assert client is not None
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        calls = [pool.submit(client.fetch_resource_metadata) for _ in range(2)]
        while not sandbox.requests():
            time.sleep(0.005)
        client = None
        gc.collect()
        assert [each.result().resource for each in calls] == [sandbox.http] * 2


def test_a_closed_client_refuses_calls(sandbox: Sandbox) -> None:
    with telnyx_oauth.Client(base_url=sandbox.http) as client:
        assert client.fetch_resource_metadata().resource == sandbox.http
    assert client.is_closed
    client.close()
    client.close()
    for call in (client.fetch_resource_metadata, client.well_known.retrieve_protected_resource_metadata):
        with pytest.raises(telnyx_oauth.InvalidArgumentError, match="closed"):
            call()
    with pytest.raises(ZeroDivisionError), telnyx_oauth.Client():
        1 / 0  # noqa: B018


def test_closing_a_client_closes_its_connections(silent: Listener) -> None:
    client = telnyx_oauth.Client(timeout=0.1)
    with pytest.raises(telnyx_oauth.TimeoutError):
        client.fetch_resource_metadata(silent.origin)
    client.close()
    silent.wait_for_closed_connections()


def test_a_cancelled_token_stays_cancelled() -> None:
    token = telnyx_oauth.CancelToken()
    assert token.cancelled is False
    token.cancel()
    token.cancel()
    assert token.cancelled is True
    assert "CancelToken" in repr(token) and "cancelled" in repr(token)


def test_calls_leak_no_references(sandbox: Sandbox) -> None:
    resource, token = f"{sandbox.http}/v2/mcp", telnyx_oauth.CancelToken()
    client = telnyx_oauth.Client()
    client.fetch_resource_metadata(resource, cancel=token)
    before = [sys.getrefcount(each) for each in (resource, token, client, None)]
    for _ in range(100):
        client.fetch_resource_metadata(resource, cancel=token)
    after = [sys.getrefcount(each) for each in (resource, token, client, None)]
    assert all(abs(a - b) < 50 for a, b in zip(after, before)), (before, after)
