"""Fixtures for pytest. Add this line to `conftest.py`:

    pytest_plugins = ["telnyx_oauth.pytest_plugin"]

The fixtures then work in all tests.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from telnyx_oauth.testing import Sandbox, sandbox

__all__ = ["telnyx_oauth_command", "telnyx_oauth_sandbox"]


@pytest.fixture(scope="session")
def telnyx_oauth_command() -> str:
    """Returns the path or the name of the command that runs the sandbox. Override this fixture to change it."""
    return "telnyx-oauth"


@pytest.fixture(scope="session")
def telnyx_oauth_sandbox(telnyx_oauth_command: str) -> Iterator[Sandbox]:
    """Runs a sandbox with the built-in routes until the end of the test run."""
    with sandbox(program=telnyx_oauth_command) as running:
        yield running
