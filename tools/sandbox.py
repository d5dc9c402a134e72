"""Starts the sandbox as a process, controls it over HTTP and stops it, for scripts and tests in Python."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

VARIABLES = (
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "ALL_PROXY",
    "NO_PROXY",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "TELNYX_BASE_URL",
    "TELNYX_API_KEY",
)


def clear_environment() -> None:
    """Removes the environment variables that clients read. Child processes started later do not have them either."""
    for name in VARIABLES:
        os.environ.pop(name, None)
        os.environ.pop(name.lower(), None)


class SandboxError(Exception):
    """The sandbox did not start. The message contains its log."""


class Sandbox:
    """A process `telnyx-oauth sandbox`. It runs until `stop` or the end of a `with` block."""

    def __init__(
        self,
        program: str | Path,
        *options: str,
        environment: Mapping[str, str] | None = None,
        log: Path | None = None,
    ) -> None:
        """Starts the sandbox.

        `program` is the path of `telnyx-oauth`, and `log` is the file for the log. Without `log`, the log is dropped.
        """
        with open(log or os.devnull, "wb") as stderr:
            # A separate session: Ctrl-C interrupts only this process, which then stops the sandbox.
            self._process = subprocess.Popen(
                [str(program), "sandbox", "--json", *options],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=stderr,
                start_new_session=True,
                text=True,
            )
        assert self._process.stdout is not None
        # The sandbox prints one line when it accepts connections.
        line = self._process.stdout.readline()
        if not line:
            self.stop()
            raise SandboxError("the sandbox did not start: " + (log.read_text().strip() if log else "there is no log"))
        addresses: dict[str, str] = json.loads(line)
        self.http, self.https, self.ca_file = addresses["http"], addresses["https"], addresses["ca_file"]

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def stop(self) -> None:
        stop(self._process)

    def set_scenario(self, scenario: Mapping[str, Any]) -> None:
        """Replaces the scenario. `scenario` has the form of a scenario file."""
        self._control("POST", "/.sandbox/scenario", json.dumps(scenario))

    def reset(self) -> None:
        """Restores the built-in routes and empties the list of requests."""
        self._control("DELETE", "/.sandbox/scenario")

    def requests(self) -> list[dict[str, Any]]:
        """Returns the last 50,000 requests, in order of arrival."""
        found: list[dict[str, Any]] = json.loads(self._control("GET", "/.sandbox/requests"))
        return found

    def _control(self, method: str, path: str, body: str | None = None) -> bytes:
        connection = http.client.HTTPConnection(self.http.removeprefix("http://"), timeout=60)
        with contextlib.closing(connection):
            connection.request(method, path, body)
            response = connection.getresponse()
            content = response.read()
            assert response.status < 300, content
            return content


def stop(process: subprocess.Popen[Any]) -> None:
    """Terminates a process and closes its output. A process that still runs after 5 seconds is killed."""
    process.terminate()
    try:
        process.communicate(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
