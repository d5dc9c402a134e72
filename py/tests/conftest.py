from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from support.face import Face
from support.listener import Listener
from support.sandbox import Sandbox

from sandbox import clear_environment

clear_environment()
# A call that names no resource by mistake stays on this machine.
os.environ["TELNYX_BASE_URL"] = "http://127.0.0.1:9"
# A shell that runs the tests in the background has programs ignore Ctrl-C, and they have theirs ignore it.
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
    """The sandbox, as it was when it started."""
    _sandbox.reset()
    return _sandbox


@pytest.fixture
def silent() -> Iterator[Listener]:
    """A server that never answers."""
    listener = Listener()
    yield listener
    listener.close()


@pytest.fixture(params=["sync", "async"])
def face(request: pytest.FixtureRequest) -> Face:
    """Runs the test with each kind of client."""
    return Face(is_async=request.param == "async")
