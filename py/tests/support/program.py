"""Python programs in processes of their own: for signals, forks, exits, and what an environment variable says."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import textwrap
from dataclasses import dataclass

LIMIT = 60
"""Seconds after which a program hangs."""


@dataclass
class Run:
    code: int
    stdout: str
    stderr: str

    def lines(self) -> list[str]:
        """What a program that went well has printed."""
        assert (self.code, self.stderr) == (0, ""), self
        return self.stdout.splitlines()


def start(source: str, *arguments: str, environment: dict[str, str]) -> subprocess.Popen[str]:
    """Starts a program in an empty folder, under development mode: warnings of the interpreter are seen."""
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
        raise AssertionError(f"it hangs; it had printed {stdout!r} and {stderr!r}") from None
    return Run(process.returncode, stdout, stderr)


def run(source: str, *arguments: str, environment: dict[str, str]) -> Run:
    """Runs a program to its end."""
    return finish(start(source, *arguments, environment=environment))
