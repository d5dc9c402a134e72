"""The sandbox with a delay before every response, which simulates the round trip of a network."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from runner import tools
from runner.server import free_ports
from sandbox import Sandbox

LATENCY_MS = 50


@dataclass(frozen=True)
class DelayedSandbox:
    """The URLs and files of the sandbox. Samples need them before the command line, which runs it, has been built."""

    folder: Path
    ports: tuple[int, int]

    @property
    def http(self) -> str:
        return f"http://127.0.0.1:{self.ports[0]}"

    @property
    def https(self) -> str:
        return f"https://127.0.0.1:{self.ports[1]}"

    @property
    def ca(self) -> Path:
        """The CA certificate. The file exists while the sandbox runs."""
        return self.folder / "sandbox-ca.pem"


def planned(folder: Path) -> DelayedSandbox:
    """Returns a sandbox on free ports, for `serve`."""
    http_port, https_port = free_ports(2)
    return DelayedSandbox(folder, (http_port, https_port))


@contextlib.contextmanager
def serve(planned: DelayedSandbox, program: str) -> Iterator[None]:
    """Runs the sandbox until the block ends."""
    http_port, https_port = (str(port) for port in planned.ports)
    options = ["--latency", str(LATENCY_MS), "--port", http_port, "--tls-port", https_port]
    # The sandbox writes its certificate here. It is removed with the folder, even if the sandbox is killed.
    environment = {"PATH": tools.search_path(), "TMPDIR": str(planned.folder)}
    with Sandbox(program, *options, environment=environment, log=planned.folder / "sandbox.log") as sandbox:
        shutil.copyfile(sandbox.ca_file, planned.ca)
        yield
