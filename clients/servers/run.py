"""Discovers real servers with the command line, and compares the results with the table of docs/servers.md.

Each server is discovered with and without `--profile mcp`, without a challenge and with the challenge of a 401. This script
prints one line a server. Arguments select the servers whose name contains all of them. UPDATE=1 writes the table anew.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import pathlib
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import NamedTuple

import httpx
from serving import ACCEPT, HERE, MESSAGE, NODE, NPM, fastmcp, free_port, keycloak, npm_script, oidc_provider, running

PAGE = HERE.parents[1] / "docs/servers.md"
PROGRAMS = pathlib.Path(os.environ["RECIPES"])
HEADER = [
    "| server | authorization server | document | `via`: `mcp`, `auto`, 401 | scope | registration | warnings |",
    "| --- | --- | --- | --- | --- | --- | --- |",
]
ITSELF = "itself"


def npm_version(package: str) -> str:
    lock = json.loads((NPM / "package-lock.json").read_text())
    return lock["packages"][f"node_modules/{package}"]["version"]


def pinned(file: str, pattern: str) -> str:
    found = re.search(pattern, (HERE / file).read_text())
    assert found, f"{file} has no {pattern}"
    return found[1]


KEYCLOAK_VERSION = pinned("pom.xml", r"dist</artifactId>\s*<version>([^<]*)")
GO_SDK_VERSION = pinned("go.mod", r"modelcontextprotocol/go-sdk v(\S+)")
OIDC_PROVIDER = f"oidc-provider {npm_version('oidc-provider')}"
KEYCLOAK = f"Keycloak {KEYCLOAK_VERSION}"
AUTHORIZATION_SERVERS = {OIDC_PROVIDER: oidc_provider, KEYCLOAK: keycloak}
FASTMCP = f"FastMCP {version('fastmcp')}"
PYTHON_SDK = f"MCP Python SDK {version('mcp')}"
TYPESCRIPT_SDK_1 = f"MCP TypeScript SDK {npm_version('@modelcontextprotocol/sdk')}"
TYPESCRIPT_SDK_2 = f"MCP TypeScript SDK {npm_version('@modelcontextprotocol/server')}"
GO_SDK = f"MCP Go SDK {GO_SDK_VERSION}"


@contextlib.contextmanager
def python_sdk(*issuers: str) -> Iterator[str]:
    port = free_port()
    url = f"http://localhost:{port}/mcp"
    with running(url, sys.executable, "-B", HERE / "mcp_server.py", str(port), *issuers):
        yield url


@contextlib.contextmanager
def typescript_sdk_1(*options: str) -> Iterator[str]:
    """Runs an example of the package, as it is in the package. It starts its authorization server itself."""
    port, issuer_port = free_port(), free_port()
    url = f"http://localhost:{port}/mcp"
    example = NPM / "node_modules/@modelcontextprotocol/sdk/dist/esm/examples/server/simpleStreamableHttp.js"
    with running(url, NODE, example, *options, MCP_PORT=str(port), MCP_AUTH_PORT=str(issuer_port)):
        yield url


@contextlib.contextmanager
def typescript_sdk_2(issuer: str) -> Iterator[str]:
    port = free_port()
    url = f"http://localhost:{port}/mcp"
    with running(url, NODE, npm_script("mcp_server.mjs"), str(port), issuer):
        yield url


@contextlib.contextmanager
def go_sdk(issuer: str) -> Iterator[str]:
    """Builds and runs an example of the module. The issuer is a variable of its source."""
    port = free_port()
    url = f"http://localhost:{port}/mcp"
    program, package = PROGRAMS / "go_sdk", "github.com/modelcontextprotocol/go-sdk/examples/auth/server"
    build = ["go", "build", "-ldflags", f"-X main.authorizationServer={issuer}", "-o", str(program), package]
    subprocess.run(build, cwd=HERE, check=True)
    with running(url, program, "-port", str(port)):
        yield url


class Server(NamedTuple):
    name: str
    # A key of AUTHORIZATION_SERVERS, ITSELF, or None if the server publishes no metadata.
    authorization_server: str | None
    # Runs the server with the issuer, if the authorization server is a key of AUTHORIZATION_SERVERS. Yields the resource's URL.
    run: Callable[..., contextlib.AbstractContextManager[str]]


SERVERS = [
    Server(f"{FASTMCP}, `RemoteAuthProvider`, stateless", OIDC_PROVIDER, lambda issuer: fastmcp("RemoteAuthProvider", issuer)),
    Server(f"{FASTMCP}, `KeycloakAuthProvider`", KEYCLOAK, lambda issuer: fastmcp("KeycloakAuthProvider", issuer)),
    Server(f"{FASTMCP}, `OAuthProxy`", ITSELF, lambda: fastmcp("OAuthProxy", "https://issuer.example")),
    Server(f"{FASTMCP}, `InMemoryOAuthProvider`", ITSELF, lambda: fastmcp("InMemoryOAuthProvider", "https://issuer.example")),
    Server(f"{FASTMCP}, `JWTVerifier` alone", None, lambda: fastmcp("JWTVerifier", "https://issuer.example")),
    Server(f"{PYTHON_SDK}, `token_verifier`", KEYCLOAK, python_sdk),
    Server(f"{PYTHON_SDK}, `auth_server_provider`", ITSELF, python_sdk),
    Server(f"{TYPESCRIPT_SDK_1}, `simpleStreamableHttp --oauth`", ITSELF, lambda: typescript_sdk_1("--oauth")),
    Server(f"{TYPESCRIPT_SDK_1}, `simpleStreamableHttp`", None, typescript_sdk_1),
    Server(f"{TYPESCRIPT_SDK_2}, `mcpAuthMetadataRouter`", OIDC_PROVIDER, typescript_sdk_2),
    Server(f"{GO_SDK}, `examples/auth/server`", KEYCLOAK, go_sdk),
]


def discover(url: str, *options: str) -> dict:
    """Runs the command line. Returns its JSON, with `exit_code`."""
    command = [os.environ["TELNYX_OAUTH"], "discover", url, "--json", *options]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    return {**json.loads(ended.stderr.splitlines()[-1] if ended.returncode else ended.stdout), "exit_code": ended.returncode}


def challenge_of(url: str) -> str | None:
    response = httpx.post(url, json=MESSAGE, headers=ACCEPT, timeout=300)
    return response.headers.get("WWW-Authenticate") if response.status_code == 401 else None


def path(url: str) -> str:
    return f"`{httpx.URL(url).path}`"


def authorization_server(server: Server, issuer: str | None, found: dict) -> str:
    """The name of the listed authorization server, and the path of its document."""
    (listed,) = found["authorization_servers"]
    if "error" in listed:
        return f"`{listed['error']['kind']}`"
    # The document's own issuer, with which a client compares `iss`.
    own = found["authorization_parameters"]["issuer"]
    known = own == issuer if issuer else httpx.URL(own).host == "localhost" and server.authorization_server == ITSELF
    return f"{server.authorization_server if known else own}, {path(listed['metadata_url'])}"


def words(values: list[str] | None) -> str:
    return ", ".join(f"`{value}`" for value in values or []) or "none"


def cells(server: Server, issuer: str | None, url: str, found: dict) -> list[str]:
    """The cells of the table that do not depend on the way in which a client starts."""
    warnings = words([warning["kind"] for warning in found["warnings"]])
    if found["exit_code"]:
        return ["none", f"error `{found['kind']}`, exit code {found['exit_code']}", "none", "none", warnings]
    assert found["authorization_parameters"]["resource"] == found["resource_metadata"]["resource"] == url, found
    assert found["authorization_parameters"]["code_challenge_method"] == "S256", found
    return [
        authorization_server(server, issuer, found),
        path(found["resource_metadata_url"]),
        words(found["authorization_parameters"]["scope"]),
        words(found["authorization_parameters"]["client_registration"]),
        warnings,
    ]


def row(server: Server, issuer: str | None, url: str) -> str:
    """The row of the table for a server that runs."""
    challenge = challenge_of(url)
    cold = [discover(url, "--profile", "mcp"), discover(url)]
    given = ["--www-authenticate", challenge or ""]
    challenged = [discover(url, "--profile", "mcp", *given), discover(url, *given)] if challenge else []
    every = [cells(server, issuer, url, found) for found in cold + challenged]
    assert all(one == every[0] for one in every), f"the results differ: {every}"
    via = [f"`{found['via']}`" if not found["exit_code"] else "none" for found in cold + challenged[:1]]
    assert all(found.get("via") == challenged[0].get("via") for found in challenged), challenged
    if not challenge:
        via.append("no 401")
    return f"| {' | '.join([server.name, *every[0][:2], ', '.join(via), *every[0][2:]])} |"


def table() -> list[str]:
    """The rows of the page, without the header."""
    lines = PAGE.read_text().splitlines()
    start = lines.index(HEADER[0]) + len(HEADER)
    return list(itertools.takewhile(lambda line: line.startswith("|"), lines[start:]))


def main() -> None:
    selected = [server for server in SERVERS if all(word in server.name for word in sys.argv[1:])]
    if not selected:
        sys.exit("no server has a line with all of these words")
    update = selected == SERVERS and os.environ.get("UPDATE") == "1"
    expected, rows = table(), []
    failed = False
    with contextlib.ExitStack() as stack:
        issuers: dict[str, str] = {}
        for server in selected:
            name = server.authorization_server
            if name in AUTHORIZATION_SERVERS and name not in issuers:
                issuers[name] = stack.enter_context(AUTHORIZATION_SERVERS[name]())
            issuer = issuers.get(name or "")
            with server.run(*([issuer] if issuer else [])) as url:
                reason = None
                try:
                    rows.append(row(server, issuer, url))
                    if not update and rows[-1] not in expected:
                        reason = f"docs/servers.md has no row\n{rows[-1]}"
                except AssertionError as error:
                    reason = str(error)
            failed = failed or reason is not None
            print(f"{'FAILED' if reason else 'ok':8}server  {server.name}", flush=True)
            if reason:
                print(reason)
    if update and not failed:
        PAGE.write_text(PAGE.read_text().replace("\n".join([*HEADER, *expected]), "\n".join([*HEADER, *rows])))
    elif selected == SERVERS and len(expected) != len(SERVERS):
        sys.exit(f"docs/servers.md has {len(expected)} rows for {len(SERVERS)} servers")
    sys.exit(failed)


if __name__ == "__main__":
    main()
