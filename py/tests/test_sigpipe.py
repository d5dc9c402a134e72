"""A connection reset does not kill a program that has restored the default action of SIGPIPE, as a filter does."""

from __future__ import annotations

import pytest
from support.program import run
from support.sandbox import DOCUMENT, METADATA, Sandbox

HEAD = """
import asyncio, os, signal, threading, telnyx_oauth
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
HTTPS = os.environ["NAMED"]
host, port = HTTPS[len("https://"):].split(":")
options = dict(ca_file=os.environ["CA_FILE"], resolve={(host, int(port)): "127.0.0.1"}, max_retries=0)
"""
SYNC = """
client = telnyx_oauth.Client(**options)
def call():
    try:
        client.fetch_resource_metadata(HTTPS)
        return "ok"
    except telnyx_oauth.Error as error:
        return error.kind
"""
ASYNC = """
client = telnyx_oauth.AsyncClient(**options)
async def acall():
    try:
        await client.fetch_resource_metadata(HTTPS)
        return "ok"
    except telnyx_oauth.Error as error:
        return error.kind
loop = asyncio.new_event_loop()
def call():
    return loop.run_until_complete(acall())
import atexit
atexit.register(loop.close)
"""
ENDS = {
    "reset before the response": {"reset_before_head": True},
    "reset during the body": {"json": {"resource": "x" * 1000}, "reset": 10},
    "closed after the response": {"json": DOCUMENT, "close_after_ms": 0},
}


@pytest.mark.parametrize("name", ["rs.example", "http1.example"], ids=["HTTP/2", "HTTP/1.1"])
@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
@pytest.mark.parametrize("body", [SYNC, ASYNC], ids=["sync", "async"])
def test_a_connection_reset_does_not_kill_the_process(sandbox: Sandbox, body: str, end: object, name: str) -> None:
    sandbox.route(METADATA, end)  # type: ignore[arg-type]
    source = f"{HEAD}{body}\nfound = {{call() for _ in range(60)}}\nprint(found <= {{'ok', 'transport'}} or found)"
    environment = sandbox.environment(NAMED=sandbox.named(name)[0])
    assert run(source, environment=environment).lines() == ["True"]


def test_a_write_of_the_program_still_raises_sigpipe(sandbox: Sandbox) -> None:
    """The library blocks SIGPIPE on its own threads only."""
    source = f"""{HEAD}{SYNC}
import sys
call()
blocked = signal.pthread_sigmask(signal.SIG_BLOCK, [])
print(signal.SIGPIPE in blocked, signal.getsignal(signal.SIGPIPE) == signal.SIG_DFL, flush=True)
reader, writer = os.pipe()
os.close(reader)
os.write(writer, b"x")
print("survived")
"""
    found = run(source, environment=sandbox.environment(NAMED=sandbox.named("rs.example")[0]))
    assert (found.code, found.stdout) == (-13, "False True\n")


def test_a_pending_sigpipe_of_the_program_stays_pending(sandbox: Sandbox) -> None:
    source = f"""{HEAD}{SYNC}
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGPIPE])
os.kill(os.getpid(), signal.SIGPIPE)
print(call(), signal.SIGPIPE in signal.sigpending(), signal.SIGPIPE in signal.pthread_sigmask(signal.SIG_BLOCK, []))
"""
    environment = sandbox.environment(NAMED=sandbox.named("rs.example")[0])
    assert run(source, environment=environment).lines() == ["ok True True"]
