"""The tools that the benchmark needs, and their Debian packages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Tool:
    name: str
    package: str
    """The Debian package."""
    probe: tuple[str, ...] = ()
    """A command that succeeds if the tool is installed. If empty, `name` is a command on PATH."""

    def is_installed(self) -> bool:
        if not self.probe:
            return shutil.which(self.name, path=search_path()) is not None
        try:
            return subprocess.run(self.probe, capture_output=True).returncode == 0
        except OSError:
            return False


GCC = Tool("gcc", "gcc libc6-dev")
PKG_CONFIG = Tool("pkg-config", "pkg-config")
OPENSSL = Tool("openssl", "openssl")
NGINX = Tool("nginx", "nginx-light")
LIBCURL = Tool("libcurl's headers", "libcurl4-openssl-dev", ("pkg-config", "--exists", "libcurl"))
CJSON = Tool("cJSON's headers", "libcjson-dev", ("pkg-config", "--exists", "libcjson"))
GO = Tool("go", "golang-go")
NPM = Tool("npm", "npm")
VALGRIND = Tool("valgrind", "valgrind")
VENV = Tool("python3's venv", "python3-venv", (sys.executable, "-c", "import venv, ensurepip"))

CALLGRIND_COMMAND = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null")


class MissingTool(Exception):
    def __init__(self, tool: Tool) -> None:
        super().__init__(f"{tool.name} is missing; run: sudo apt-get install {tool.package}")


def search_path() -> str:
    """Returns PATH with the folders in which Debian installs nginx. The PATH of some users does not contain them."""
    return os.environ.get("PATH", os.defpath) + ":/usr/sbin:/sbin"


def need(*tools: Tool) -> None:
    for tool in tools:
        if not tool.is_installed():
            raise MissingTool(tool)
