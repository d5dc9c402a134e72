"""Starts the authorization servers and the resources for the tests of this folder and of `recipes`."""

from __future__ import annotations

import contextlib
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import httpx

HERE = pathlib.Path(__file__).resolve().parent
NPM = pathlib.Path(os.environ["NPM"])
NODE = NPM / "node_modules/.bin/node"
# A request of MCP that needs no session.
MESSAGE = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
ACCEPT = {"Accept": "application/json, text/event-stream"}
# In seconds. Keycloak takes 20 s on an idle machine.
START = 300


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


@contextlib.contextmanager
def running(url: str, *command: str | pathlib.Path, **environment: str) -> Iterator[None]:
    """Runs a server, with all processes that it starts. Yields when it answers a GET of this URL, with any status."""
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        deadline = time.monotonic() + START
        while not answers(url):
            if process.poll() is not None or time.monotonic() > deadline:
                sys.exit(f"expected an answer at {url} from {' '.join(map(str, command))}, got none")
            time.sleep(0.2)
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def answers(url: str) -> bool:
    try:
        httpx.get(url, timeout=30)
    except httpx.HTTPError:
        return False
    return True


def npm_script(name: str) -> pathlib.Path:
    """Copies a script of this folder to a folder where Node.js finds its packages."""
    script = NPM / name
    script.write_bytes((HERE / name).read_bytes())
    return script


@contextlib.contextmanager
def oidc_provider() -> Iterator[str]:
    """Runs oidc-provider. Yields its issuer."""
    port = free_port()
    issuer = f"http://localhost:{port}"
    with running(issuer, NODE, npm_script("authorization_server.mjs"), str(port)):
        yield issuer


@contextlib.contextmanager
def keycloak() -> Iterator[str]:
    """Runs Keycloak with one realm. Yields the issuer of the realm."""
    (folder,) = (pathlib.Path(os.environ["RECIPES"]) / "keycloak").glob("keycloak-*")
    realm = folder / "data/import/tools.json"
    realm.parent.mkdir(parents=True, exist_ok=True)
    realm.write_text(json.dumps({"realm": "tools", "enabled": True, "sslRequired": "none"}))
    port = free_port()
    issuer = f"http://127.0.0.1:{port}/realms/tools"
    options = ["--http-host=127.0.0.1", f"--http-port={port}", "--db=dev-mem", "--cache=local", "--import-realm"]
    with running(issuer, folder / "bin/kc.sh", "start-dev", *options):
        yield issuer


@contextlib.contextmanager
def fastmcp(provider: str, issuer: str) -> Iterator[str]:
    """Runs FastMCP with this auth provider. Yields the URL of the resource."""
    port = free_port()
    url = f"http://localhost:{port}/mcp"
    with running(url, sys.executable, "-B", HERE / "fastmcp_server.py", provider, str(port), issuer):
        yield url
