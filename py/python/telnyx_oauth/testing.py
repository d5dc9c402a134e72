"""Values for your own test suites: documents and discoveries, made from JSON instead of requests.

    from telnyx_oauth import testing

    fake = testing.discovery(
        {
            "resource": "https://rs.example/mcp",
            "resource_metadata": {"resource": "https://rs.example/mcp", "authorization_servers": ["https://as.example"]},
            "authorization_servers": [
                {
                    "issuer": "https://as.example",
                    "authorization_endpoint": "https://as.example/authorize",
                    "token_endpoint": "https://as.example/token",
                    "response_types_supported": ["code"],
                }
            ],
        }
    )

The library validates the JSON as it validates responses. An invalid document raises the same error as in a call. The values are
equal to those of a call with the same documents.

`sandbox` runs the command `telnyx-oauth sandbox`, a server on this machine that answers as Telnyx's OAuth endpoints do.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import tempfile
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telnyx_oauth import (
    AuthorizationServerMetadata,
    Discovery,
    DiscoveryPlan,
    ResourceMetadata,
    authorization_server_metadata_urls,
)

if TYPE_CHECKING:
    from telnyx_oauth import PlannedRequest

__all__ = ["Sandbox", "authorization_server_metadata", "discovery", "resource_metadata", "sandbox"]


def resource_metadata(members: Mapping[str, Any], resource: str | None = None) -> ResourceMetadata:
    """Returns a resource's metadata document with these members.

    Args:
        members: The members of the document.
        resource: The requested resource. Default: the member `resource`.

    Raises:
        Error: The document is invalid, or is not about the resource. The same errors as `ResourceMetadata.from_response`.
    """
    return ResourceMetadata.from_response(resource or members["resource"], **_response(members))


def authorization_server_metadata(members: Mapping[str, Any]) -> AuthorizationServerMetadata:
    """Returns an authorization server's metadata document with these members.

    Args:
        members: The members of the document.

    Raises:
        Error: The document is invalid. The same errors as `AuthorizationServerMetadata.from_response`.
    """
    return AuthorizationServerMetadata.from_response(members["issuer"], **_response(members))


def discovery(found: Mapping[str, Any] | str, **rules: Any) -> Discovery:
    """Returns a discovery with these documents. The documents are validated.

    The attempts are those of the validation, and the warnings are those about challenges and documents. A server's error has
    the kind and the message of the given one.

    Args:
        found: The JSON of a discovery, as `Discovery.to_dict` or `Discovery.to_json` returns it. A short form is enough:
            `resource`, `resource_metadata`, and in `authorization_servers` the servers' documents.
        rules: The rules of `DiscoveryPlan`, such as `strict`.

    Raises:
        Error: A document is invalid. The same errors as `DiscoveryPlan.finish`.
    """
    members: Mapping[str, Any] = json.loads(found) if isinstance(found, str) else found
    via = members.get("via")
    servers = [_server(each) for each in members.get("authorization_servers") or ()]
    if via == "issuer" and servers:
        rules = {"issuer": servers[0]["issuer"], **rules}
    elif via == "legacy_origin":
        rules = {"legacy_origin": True, **rules}
    lines = [_line(challenge) for challenge in members.get("challenges") or ()]
    plan = DiscoveryPlan(members["resource"], lines, **rules)
    # If the document is at the root, the first URL has none.
    absent = 1 if via == "root" else 0
    while not plan.is_finished:
        for request in plan.requests():
            if request.purpose == "authorization_server_metadata":
                _answer_for_server(plan, request, servers)
            elif absent or members.get("resource_metadata") is None:
                absent = 0
                plan.respond(request.id, status=404, body="")
            else:
                url = members.get("resource_metadata_url")
                plan.respond(request.id, **_response(members["resource_metadata"], url))
    return plan.finish()


class Sandbox:
    """The addresses of a running sandbox."""

    def __init__(self, http: str, https: str, ca_file: str) -> None:
        self.http = http
        """The origin for plain HTTP."""
        self.https = https
        """The origin for HTTPS."""
        self.ca_file = ca_file
        """A PEM file with the certificate authority to trust: the option `ca_file` of `Client`."""


@contextlib.contextmanager
def sandbox(scenario: Mapping[str, Any] | None = None, *, program: str = "telnyx-oauth") -> Generator[Sandbox, None, None]:
    """Runs the command `telnyx-oauth sandbox` until the end of the `with` block:

        with testing.sandbox() as sandbox, telnyx_oauth.Client(ca_file=sandbox.ca_file) as client:
            found = client.discover(sandbox.https + "/v2/mcp")

    Args:
        scenario: The routes and their answers, as in a scenario file. Default: the built-in routes only.
        program: The path or the name of the command.

    Raises:
        FileNotFoundError: The command is not installed.
        RuntimeError: The command did not start. The message contains its output.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "scenario.json")
        file.write_text(json.dumps(scenario or {}), "utf-8")
        command = [program, "sandbox", "--json", "--scenario", str(file)]
        with Path(folder, "log").open("w+b") as log:
            # In a session of its own, so that Ctrl-C ends this program first.
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, start_new_session=True
            )
            try:
                assert process.stdout is not None
                line = process.stdout.readline()
                if not line:
                    log.seek(0)
                    raise RuntimeError(f"{program} sandbox did not start: {log.read().decode(errors='replace').strip()}")
                yield Sandbox(**json.loads(line))
            finally:
                process.terminate()
                process.communicate()


def _answer_for_server(plan: DiscoveryPlan, request: PlannedRequest, servers: list[Mapping[str, Any]]) -> None:
    for server in servers:
        candidates = authorization_server_metadata_urls(server["issuer"])
        if request.url not in candidates:
            continue
        if server.get("metadata") is None:
            error = server["error"]
            if error["kind"] != "not_found":
                return plan.fail(request.id, error["kind"], error["message"])
        elif request.url == (server["metadata_url"] if server.get("metadata_url") in candidates else candidates[0]):
            return plan.respond(request.id, **_response(server["metadata"], server.get("metadata_url")))
    return plan.respond(request.id, status=404, body="")


def _server(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Returns an entry of the list of servers, made from an entry or from a document."""
    return entry if "metadata" in entry or "error" in entry else {"issuer": entry["issuer"], "metadata": entry}


def _line(challenge: Mapping[str, Any]) -> str:
    """Returns a challenge as a field line of `WWW-Authenticate`."""
    quoted = {name: value.replace("\\", "\\\\").replace('"', '\\"') for name, value in challenge.get("params", {}).items()}
    params = ", ".join(f'{name}="{value}"' for name, value in quoted.items())
    return f"{challenge['scheme']} {challenge.get('token68') or params}"


def _response(members: Mapping[str, Any], url: str | None = None) -> dict[str, Any]:
    response = {"status": 200, "body": json.dumps(members), "content_type": "application/json"}
    return response if url is None else {**response, "url": url}
