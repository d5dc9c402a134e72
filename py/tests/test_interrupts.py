"""Signals while a call waits."""

from __future__ import annotations

import signal
import statistics
import subprocess
import time

import pytest
from support.listener import Listener
from support.program import finish, run, start
from support.sandbox import DOCUMENT, METADATA, Sandbox


def interrupt(process: subprocess.Popen[str], number: signal.Signals = signal.SIGINT) -> float:
    now = time.monotonic()
    process.send_signal(number)
    return now


CALLS = {
    "client": "client.fetch_resource_metadata(origin)",
    "function": "telnyx_oauth.fetch_resource_metadata(origin)",
    "function with an option": "telnyx_oauth.fetch_resource_metadata(origin, max_retries=0)",
    "server": "client.fetch_authorization_server_metadata(origin)",
    "discover": "client.discover(origin, [])",
    "with a token": "client.fetch_resource_metadata(origin, cancel=telnyx_oauth.CancelToken())",
    "with a timeout": "client.fetch_resource_metadata(origin, timeout=25)",
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_ctrl_c_ends_a_blocking_call_within_100_ms(silent: Listener, call: str) -> None:
    source = f"""
    import sys, time, telnyx_oauth
    client, origin = telnyx_oauth.Client(), sys.argv[1]
    for _ in range(5):
        try:
            {call}
        except KeyboardInterrupt as error:
            print(time.monotonic(), error.__cause__, error.__context__, flush=True)
    """
    process = start(source, silent.origin, environment={})
    assert process.stdout is not None
    waits = []
    for number in range(1, 6):
        silent.wait_for_requests(number)
        sent = interrupt(process)
        ended, *chained = process.stdout.readline().split()
        assert chained == ["None", "None"]
        waits.append(float(ended) - sent)
        silent.wait_for_closed_connections(number)
    assert finish(process).lines() == []
    # The median, because a busy machine delays some of the calls.
    assert statistics.median(waits) < 0.1, waits


@pytest.mark.parametrize(
    "answer",
    [
        {"json": DOCUMENT, "drip": {"bytes": 1, "interval_ms": 5000}},
        {"status": 503, "headers": {"retry-after": "20"}},
        {"headers": {"content-type": "application/json"}, "endless": {"text": "x", "interval_ms": 10}},
    ],
    ids=["during a slow body", "between retries", "during an endless body"],
)
def test_ctrl_c_ends_a_call_at_every_stage(sandbox: Sandbox, answer: object) -> None:
    sandbox.route(METADATA, answer)  # type: ignore[arg-type]
    source = """
    import os, telnyx_oauth
    client = telnyx_oauth.Client()
    try:
        client.fetch_resource_metadata(os.environ["HTTP"])
    except KeyboardInterrupt:
        print("interrupted")
    # The client still works.
    print(client.fetch_resource_metadata(os.environ["HTTPS"] + "/v2/mcp").resource)
    """
    process = start(source, environment=sandbox.environment())
    while not sandbox.requests():
        time.sleep(0.005)
    time.sleep(0.05)
    interrupt(process)
    assert finish(process).lines() == ["interrupted", f"{sandbox.https}/v2/mcp"]


def test_an_uncaught_ctrl_c_ends_the_process(silent: Listener) -> None:
    process = start(
        "import sys, telnyx_oauth\ntelnyx_oauth.fetch_resource_metadata(sys.argv[1])", silent.origin, environment={}
    )
    silent.wait_for_requests()
    interrupt(process)
    run = finish(process)
    assert run.code == -signal.SIGINT
    assert run.stderr.rstrip().endswith("KeyboardInterrupt") and "Error" not in run.stderr


def test_a_handler_may_raise_any_exception(silent: Listener) -> None:
    source = """
    import signal, sys, telnyx_oauth
    class Stop(Exception):
        pass
    def stop(number, frame):
        raise Stop(number)
    signal.signal(signal.SIGTERM, stop)
    try:
        telnyx_oauth.fetch_resource_metadata(sys.argv[1])
    except Stop as stopped:
        print(stopped.args[0], stopped.__context__)
    """
    process = start(source, silent.origin, environment={})
    silent.wait_for_requests()
    interrupt(process, signal.SIGTERM)
    assert finish(process).lines() == ["15 None"]


def test_a_call_continues_after_a_handler_returns(sandbox: Sandbox) -> None:
    sandbox.route(METADATA, {"delay_ms": 1000, "json": DOCUMENT})
    source = """
    import os, signal, telnyx_oauth
    seen = []
    signal.signal(signal.SIGUSR1, lambda number, frame: seen.append(number))
    signal.signal(signal.SIGALRM, lambda number, frame: seen.append(number))
    signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
    print(telnyx_oauth.fetch_resource_metadata(os.environ["HTTP"]).resource)
    signal.setitimer(signal.ITIMER_REAL, 0)
    print(signal.SIGUSR1 in seen, seen.count(signal.SIGALRM) > 3)
    """
    process = start(source, environment=sandbox.environment())
    while not sandbox.requests():
        time.sleep(0.005)
    interrupt(process, signal.SIGUSR1)
    assert finish(process).lines() == [sandbox.http, "True True"]
    assert len(sandbox.requests()) == 1


def test_a_handler_may_use_the_client(sandbox: Sandbox) -> None:
    sandbox.route(f"{METADATA}/slow", {"delay_ms": 500, "json": {"resource": "${origin}/slow"}})
    source = """
    import os, signal, telnyx_oauth
    client, origin = telnyx_oauth.Client(), os.environ["HTTP"]
    def handle(number, frame):
        print("inside", client.fetch_resource_metadata(origin).resource)
    signal.signal(signal.SIGALRM, handle)
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    print("outside", client.fetch_resource_metadata(origin + "/slow").resource)
    """
    lines = run(source, environment=sandbox.environment()).lines()
    assert lines == [f"inside {sandbox.http}", f"outside {sandbox.http}/slow"]


def test_ctrl_c_does_not_end_a_call_of_another_thread(silent: Listener) -> None:
    source = """
    import sys, threading, telnyx_oauth
    client, ended = telnyx_oauth.Client(timeout=3, max_retries=0), []
    def call():
        try:
            client.fetch_resource_metadata(sys.argv[1])
        except BaseException as error:
            ended.append(type(error).__name__)
    thread = threading.Thread(target=call)
    thread.start()
    try:
        client.fetch_resource_metadata(sys.argv[1])
    except KeyboardInterrupt:
        print("interrupted")
    thread.join()
    print(*ended)
    """
    process = start(source, silent.origin, environment={})
    silent.wait_for_requests(1)
    time.sleep(0.2)
    interrupt(process)
    assert finish(process).lines() == ["interrupted", "TimeoutError"]


def test_ctrl_c_ends_a_waiting_event_loop(silent: Listener) -> None:
    source = """
    import asyncio, sys, telnyx_oauth
    async def main():
        async with telnyx_oauth.AsyncClient() as client:
            await client.fetch_resource_metadata(sys.argv[1])
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        print("interrupted")
    """
    process = start(source, silent.origin, environment={})
    silent.wait_for_requests()
    interrupt(process)
    assert finish(process).lines() == ["interrupted"]
