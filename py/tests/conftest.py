from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from support.api import Api
from support.listener import Listener
from support.sandbox import Sandbox

from sandbox import clear_environment

clear_environment()
# If a test forgets the resource of a call, its request must stay on this machine.
os.environ["TELNYX_BASE_URL"] = "http://127.0.0.1:9"
# A shell that starts the tests in the background lets them ignore Ctrl-C, and their child processes inherit this.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def _sandbox() -> Iterator[Sandbox]:
    program = os.environ.get("TELNYX_OAUTH")
    assert program, "TELNYX_OAUTH must name the telnyx-oauth command: run py/test"
    sandbox = Sandbox(program)
    yield sandbox
    sandbox.stop()


@pytest.fixture
def sandbox(_sandbox: Sandbox) -> Sandbox:
    """Returns the sandbox with its built-in routes only."""
    _sandbox.reset()
    return _sandbox


@pytest.fixture
def silent() -> Iterator[Listener]:
    """Returns a server that never answers."""
    listener = Listener()
    yield listener
    listener.close()


@pytest.fixture(params=["sync", "async"])
def api(request: pytest.FixtureRequest) -> Api:
    """Runs the test with the blocking and with the asyncio API."""
    return Api(is_async=request.param == "async")
