"""Builds the workers into one folder. A worker is a command with the protocol of bench/README.md."""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from runner import tools

BENCH = Path(__file__).resolve().parent.parent
WORKSPACE = BENCH.parent
PEERS = BENCH / "peers"
OUT = WORKSPACE / "build" / "bench"
ABI = (WORKSPACE / "ffi-c" / "abi").read_text().strip()
SHARED_LIBRARY = OUT / f"libtelnyx_oauth.so.{ABI}"
"""The library for C, in the folder of its worker. The dynamic loader searches for this file name."""
WARNINGS = ("-Wall", "-Wextra", "-Werror")


@dataclass
class Workers:
    commands: dict[str, list[str]] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    """The reason why a worker is not in `commands`."""


class BuildError(Exception):
    pass


def build(names: set[str]) -> Workers:
    """Builds these workers. If a worker cannot be built, the result contains the reason."""
    OUT.mkdir(parents=True, exist_ok=True)
    workers = Workers()
    for name in sorted(names):
        try:
            workers.commands[name] = BUILDERS[name]()
        except (tools.MissingTool, BuildError) as reason:
            workers.missing[name] = str(reason)
    return workers


def c_program(name: str, *libraries: tools.Tool) -> list[str]:
    tools.need(tools.GCC, *([tools.PKG_CONFIG] if libraries else []), *libraries)
    source, binary = PEERS / f"{name}.c", OUT / name
    if _is_stale(binary, source, PEERS / "worker.h"):
        flags = _output("pkg-config", "--cflags", "--libs", *(str(each.probe[-1]) for each in libraries)) if libraries else ""
        _run(["gcc", "-std=gnu11", "-O2", *WARNINGS, "-o", str(binary), str(source), *flags.split()], OUT)
    return [str(binary)]


def rust_program(package: str, binary: str) -> list[str]:
    return [str(_rust_artifact(package, binary, "--bin", binary))]


def our_c() -> list[str]:
    """Builds this project's worker in C, with the shared library."""
    tools.need(tools.GCC)
    binary, source, include = OUT / "c", BENCH / "c" / "worker.c", WORKSPACE / "include"
    shutil.copy2(_rust_artifact("telnyx-oauth-ffi", "libtelnyx_oauth.so", "--lib"), SHARED_LIBRARY)
    if _is_stale(binary, source, PEERS / "worker.h", include / "telnyx_oauth.h"):
        options = ["-std=gnu11", "-O2", "-pthread", *WARNINGS, f"-I{include}", "-Wl,-rpath,$ORIGIN"]
        _run(["gcc", *options, "-o", str(binary), str(source), str(SHARED_LIBRARY)], OUT)
    return [str(binary)]


def _rust_artifact(package: str, name: str, *target: str) -> Path:
    """Builds one package alone, so that no other package enables features of it. Returns the file that cargo reports."""
    command = ["cargo", "build", "--release", "--package", package, *target]
    messages = _output(*command, "--message-format", "json-render-diagnostics", cwd=WORKSPACE)
    for line in messages.splitlines():
        for filename in json.loads(line).get("filenames", []):
            if Path(filename).name == name:
                return Path(filename)
    raise BuildError(f"cargo built no {name}")


def telnyx_go() -> list[str]:
    binary, folder, source = OUT / "telnyx-go", OUT / "telnyx-go.src", PEERS / "telnyx-go"
    if _is_stale(binary, *source.iterdir()):
        tools.need(tools.GO)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(source, folder)
        # -mod=mod adds the checksum of the SDK to the go.sum of the copy.
        _run(["go", "build", "-mod=mod", "-trimpath", "-ldflags=-s -w", "-o", str(binary), "."], folder)
    return [str(binary)]


def node(script: str) -> list[str]:
    folder, source = OUT / "node", PEERS / "node"
    stamp = folder / "built"
    tools.need(tools.NPM)
    if _is_stale(stamp, *source.iterdir()):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(source, folder)
        _run(["npm", "ci", "--silent", "--ignore-scripts"], folder)
        stamp.touch()
    executable = shutil.which("node")
    if not executable:
        raise BuildError("node is missing: apt-get install nodejs")
    return [executable, str(folder / script)]


def python_peers() -> Path:
    """Returns an interpreter with the packages of the peers."""
    folder = OUT / "python"
    tools.need(tools.VENV)
    _run([str(WORKSPACE / "tools" / "venv"), str(folder), sys.executable, str(PEERS / "python" / "requirements.txt")], OUT)
    return folder / "bin" / "python"


@functools.cache
def built_wheel() -> Path:
    _run([str(WORKSPACE / "py" / "build"), "wheel"], WORKSPACE)
    return next((WORKSPACE / "build" / "python" / "dist").glob("*-abi3-*.whl"))


def python_module(*arguments: str) -> list[str]:
    """Returns the command of an interpreter with this project's wheel and no other package."""
    folder = OUT / "python-module"
    stamp = folder / "built"
    tools.need(tools.VENV)
    if _is_stale(stamp, built_wheel()):
        _run([str(WORKSPACE / "py" / "install"), str(folder), sys.executable], OUT)
        stamp.touch()
    return [str(folder / "bin" / "python"), *arguments]


BUILDERS: dict[str, Callable[[], list[str]]] = {
    "launch": lambda: c_program("launch"),
    "raw": lambda: c_program("raw"),
    "libcurl": lambda: c_program("libcurl", tools.LIBCURL, tools.CJSON),
    "rust": lambda: rust_program("telnyx-oauth-bench", "telnyx-oauth-bench-worker"),
    "cli": lambda: rust_program("telnyx-oauth-cli", "telnyx-oauth"),
    "c": our_c,
    "telnyx-go": telnyx_go,
    "oauth4webapi": lambda: node("oauth4webapi.mjs"),
    "telnyx-node": lambda: node("telnyx.mjs"),
    "telnyx-python": lambda: [str(python_peers()), str(PEERS / "python" / "worker.py")],
    "httpx": lambda: [str(python_peers()), str(PEERS / "python" / "at_once.py"), "httpx"],
    "aiohttp": lambda: [str(python_peers()), str(PEERS / "python" / "at_once.py"), "aiohttp"],
    "python": lambda: python_module(str(BENCH / "python" / "worker.py")),
    "python-cold": lambda: python_module(str(BENCH / "python" / "cold.py")),
    "bare-python": lambda: python_module("-c", "pass"),
}


def _is_stale(target: Path, *sources: Path) -> bool:
    return not target.exists() or any(each.stat().st_mtime > target.stat().st_mtime for each in sources)


def _output(*command: str, cwd: Path = OUT) -> str:
    try:
        run = subprocess.run(command, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    except FileNotFoundError:
        raise BuildError(f"{command[0]} is missing") from None
    if run.returncode != 0:
        print(run.stderr, file=sys.stderr)
        lines = [line.strip() for line in run.stderr.splitlines() if line.strip()]
        reasons = [line for line in lines if line.startswith("error")] + lines[-1:] + ["no reason was printed"]
        raise BuildError(f"{Path(command[0]).name} failed: {reasons[0]}")
    return run.stdout


def _run(command: list[str], cwd: Path) -> None:
    print("building:", " ".join(command[:3]), "...", file=sys.stderr)
    _output(*command, cwd=cwd)
