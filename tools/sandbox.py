"""The sandbox as a process, for scripts and tests in Python: started, controlled over HTTP, and stopped."""

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
    """Removes the variables that clients read from the environment of this process and its children."""
    for name in VARIABLES:
        os.environ.pop(name, None)
        os.environ.pop(name.lower(), None)


class SandboxError(Exception):
    """The sandbox did not start; the message has its log."""


class Sandbox:
    """`telnyx-oauth sandbox`, which serves from the start until `stop`, or until a `with` block ends."""

    def __init__(
        self,
        program: str | Path,
        *options: str,
        environment: Mapping[str, str] | None = None,
        log: Path | None = None,
    ) -> None:
        """`program` is the command line; `log` is the file for its log, by default none."""
        with open(log or os.devnull, "wb") as stderr:
            # In a session of its own: Ctrl-C reaches this process alone, which then stops it.
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
        # One line, once it serves.
        line = self._process.stdout.readline()
        if not line:
            self.stop()
            raise SandboxError("the sandbox did not start: " + (log.read_text().strip() if log else "it has no log"))
        addresses: dict[str, str] = json.loads(line)
        self.http, self.https, self.ca_file = addresses["http"], addresses["https"], addresses["ca_file"]

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def stop(self) -> None:
        stop(self._process)

    def set_scenario(self, scenario: Mapping[str, Any]) -> None:
        """Replaces the routes; a scenario is spelled as in a scenario file."""
        self._control("POST", "/.sandbox/scenario", json.dumps(scenario))

    def reset(self) -> None:
        """Returns to the built-in routes, and forgets the requests so far."""
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
    """Ends a process, by force where it does not end by itself, and closes its output."""
    process.terminate()
    try:
        process.communicate(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
