"""Runs each recipe with a real authorization server and a real resource, which must accept the token that the recipe prints.

One line for each recipe is printed. Arguments select the recipes whose name contains all of them.
"""

from __future__ import annotations

import contextlib
import os
import pathlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import httpx

HERE = pathlib.Path(__file__).resolve().parent
SERVERS = HERE.parent / "servers"
NPM = pathlib.Path(os.environ["NPM"])
PROGRAMS = pathlib.Path(os.environ["RECIPES"])
# Of a recipe, without empty lines.
MAX_LINES = 30
APP = ("recipe-app",)
SERVICE = ("recipe-service", "recipe-secret")
# For each recipe, its command, and the client that the user has registered at the authorization server.
RECIPES: dict[str, tuple[list[str], tuple[str, ...]]] = {
    "get_token.py": ([sys.executable, "-B", str(HERE / "get_token.py")], APP),
    "get_token.c": ([str(PROGRAMS / "get_token")], SERVICE),
    "get_token.rs": ([str(PROGRAMS / "target/debug/get_token")], SERVICE),
    # Java compiles the file. The environment variable CLASSPATH names the libraries.
    "GetToken.java": (["java", str(HERE / "GetToken.java")], SERVICE),
}
# The recipes open this browser. It follows redirects and keeps cookies; the authorization server shows no page.
BROWSER = "curl --silent --location --cookie '' --output /dev/null %s &"
MESSAGE = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
ACCEPT = {"Accept": "application/json, text/event-stream"}


@contextlib.contextmanager
def running(*command: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@contextlib.contextmanager
def servers() -> Iterator[str]:
    """Runs oidc-provider and FastMCP. Yields the URL of the resource when it accepts connections."""
    # Node.js looks for oidc-provider in the folders above the script.
    script = NPM / "authorization_server.mjs"
    script.write_bytes((SERVERS / script.name).read_bytes())
    with running(str(NPM / "node_modules/.bin/node"), str(script)) as server:
        issuer = next((line.strip() for line in server.stdout or () if line.startswith("http://")), None)
        if not issuer:
            sys.exit("the authorization server of the recipes did not start")
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        with running(sys.executable, "-B", str(SERVERS / "resource.py"), str(port), issuer) as resource:
            while not accepts_connections(port):
                if resource.poll() is not None:
                    sys.exit("the resource of the recipes did not start")
                time.sleep(0.1)
            yield f"http://localhost:{port}/mcp"


def accepts_connections(port: int) -> bool:
    with socket.socket() as connection:
        return connection.connect_ex(("127.0.0.1", port)) == 0


def status(resource: str, token: str) -> int:
    headers = {"Authorization": f"Bearer {token}", **ACCEPT}
    return httpx.post(resource, json=MESSAGE, headers=headers, timeout=30).status_code


def fault(name: str, resource: str) -> str | None:
    """Runs a recipe. Returns the reason why it fails."""
    command, client = RECIPES[name]
    lines = sum(bool(line.strip()) for line in (HERE / name).read_text().splitlines())
    if lines > MAX_LINES:
        return f"it may have {MAX_LINES} lines, and has {lines}"
    environment = {**os.environ, "BROWSER": BROWSER}
    command = [*command, resource, *client]
    try:
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    except subprocess.SubprocessError as error:
        return f"{error}: {error.stderr!r}"
    answer = status(resource, ended.stdout.strip())
    return None if answer == 200 else f"the resource answers {answer} to its token"


def main() -> None:
    names = [name for name in RECIPES if all(word in name for word in sys.argv[1:])]
    if not names:
        sys.exit("no recipe has a line with all of these words")
    failed = False
    with servers() as resource:
        if status(resource, "wrong") != 401:
            sys.exit("the resource of the recipes accepts any token")
        for name in names:
            reason = fault(name, resource)
            failed = failed or reason is not None
            print(f"{'FAILED' if reason else 'ok':8}recipe  {name}", flush=True)
            if reason:
                print(reason)
    sys.exit(failed)


if __name__ == "__main__":
    main()
