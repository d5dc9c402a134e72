"""Runs each recipe with a real authorization server and a real resource, which must accept the token that the recipe prints.

One line for each recipe is printed. Arguments select the recipes whose name contains all of them.
"""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

import httpx
from serving import ACCEPT, MESSAGE, fastmcp, oidc_provider

HERE = pathlib.Path(__file__).resolve().parent
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


def status(resource: str, token: str) -> int:
    headers = {"Authorization": f"Bearer {token}", **ACCEPT}
    return httpx.post(resource, json=MESSAGE, headers=headers, timeout=300).status_code


def fault(name: str, resource: str) -> str | None:
    """Runs a recipe. Returns the reason why it fails."""
    command, client = RECIPES[name]
    lines = sum(bool(line.strip()) for line in (HERE / name).read_text().splitlines())
    if lines > MAX_LINES:
        return f"it may have {MAX_LINES} lines, and has {lines}"
    environment = {**os.environ, "BROWSER": BROWSER}
    command = [*command, resource, *client]
    try:
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=True)
    except subprocess.SubprocessError as error:
        return f"{error}: {error.stderr!r}"
    answer = status(resource, ended.stdout.strip())
    return None if answer == 200 else f"the resource answers {answer} to its token"


def main() -> None:
    names = [name for name in RECIPES if all(word in name for word in sys.argv[1:])]
    if not names:
        sys.exit("no recipe has a line with all of these words")
    failed = False
    with oidc_provider() as issuer, fastmcp("RemoteAuthProvider", issuer) as resource:
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
