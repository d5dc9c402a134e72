"""Runs Python programs in new processes, for tests of signals, forks, exits and environment variables."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import textwrap
from dataclasses import dataclass

LIMIT = 60
"""The number of seconds after which a program is considered to hang."""


@dataclass
class Run:
    code: int
    stdout: str
    stderr: str

    def lines(self) -> list[str]:
        """Returns the lines of the standard output. Fails if the program failed or wrote to the standard error."""
        assert (self.code, self.stderr) == (0, ""), self
        return self.stdout.splitlines()


def start(source: str, *arguments: str, environment: dict[str, str]) -> subprocess.Popen[str]:
    """Starts a program outside the source tree. Python's warnings are errors."""
    return subprocess.Popen(
        [sys.executable, "-X", "faulthandler", "-W", "error", "-c", textwrap.dedent(source), *arguments],
        cwd=tempfile.gettempdir(),
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process: subprocess.Popen[str]) -> Run:
    try:
        stdout, stderr = process.communicate(timeout=LIMIT)
    except subprocess.TimeoutExpired:
        process.kill()
        stdout, stderr = process.communicate()
        raise AssertionError(f"the program hangs; it has printed {stdout!r} and {stderr!r}") from None
    return Run(process.returncode, stdout, stderr)


def run(source: str, *arguments: str, environment: dict[str, str]) -> Run:
    """Runs a program to its end."""
    return finish(start(source, *arguments, environment=environment))
