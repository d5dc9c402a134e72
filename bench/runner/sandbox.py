"""The sandbox on loopback, where every answer comes late: what a round trip over a network costs."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from runner import tools
from runner.server import ServerError, ending, free_ports

LATENCY_MS = 50


@dataclass(frozen=True)
class Sandbox:
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
        """There once the sandbox runs."""
        return self.folder / "sandbox-ca.pem"


def planned(folder: Path) -> Sandbox:
    """Where it will be: samples name it before the command line, which serves it, has been built."""
    http_port, https_port = free_ports(2)
    return Sandbox(folder, (http_port, https_port))


@contextlib.contextmanager
def serve(sandbox: Sandbox, cli: list[str]) -> Iterator[None]:
    """Runs it until the block ends, however it ends."""
    http_port, https_port = (str(port) for port in sandbox.ports)
    options = ["--json", "--latency", str(LATENCY_MS), "--port", http_port, "--tls-port", https_port]
    # Its certificate goes with the folder, even where the sandbox is killed.
    environment = {"PATH": tools.search_path(), "TMPDIR": str(sandbox.folder)}
    log = sandbox.folder / "sandbox.log"
    with log.open("wb") as stderr:
        process = subprocess.Popen(
            [*cli, "sandbox", *options],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=stderr,
            start_new_session=True,
        )
    with ending(process):
        # It serves once it has said where.
        place = process.stdout.readline() if process.stdout else b""
        if not place:
            raise ServerError("the sandbox did not start: " + (log.read_text().strip() or "it left no log"))
        shutil.copyfile(json.loads(place)["ca_file"], sandbox.ca)
        yield
