"""Values that `telnyx_oauth.testing` makes from JSON."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from support.sandbox import METADATA, Sandbox

import telnyx_oauth
from telnyx_oauth import testing

RESOURCE = "https://rs.example/mcp"
DOCUMENT: dict[str, Any] = {"resource": RESOURCE, "authorization_servers": ["https://as.example"], "x-own": [1, None]}
SERVER: dict[str, Any] = {
    "issuer": "https://as.example",
    "authorization_endpoint": "https://as.example/authorize",
    "token_endpoint": "https://as.example/token",
    "response_types_supported": ["code"],
    "code_challenge_methods_supported": ["S256"],
}


def test_a_document_equals_one_from_a_response() -> None:
    response: Any = {"status": 200, "content_type": "application/json"}
    expected: Any = telnyx_oauth.ResourceMetadata.from_response(RESOURCE, body=json.dumps(DOCUMENT), **response)
    assert testing.resource_metadata(DOCUMENT) == testing.resource_metadata(DOCUMENT, RESOURCE) == expected
    assert pickle.loads(pickle.dumps(testing.resource_metadata(DOCUMENT))) == expected
    made = testing.authorization_server_metadata(SERVER)
    expected = telnyx_oauth.AuthorizationServerMetadata.from_response(SERVER["issuer"], body=json.dumps(SERVER), **response)
    assert made == pickle.loads(pickle.dumps(made)) == expected


def test_an_invalid_document_raises_its_error() -> None:
    with pytest.raises(telnyx_oauth.ResourceMismatchError):
        testing.resource_metadata(DOCUMENT, "https://other.example")
    with pytest.raises(telnyx_oauth.InvalidMetadataError, match="token_endpoint"):
        testing.authorization_server_metadata({**SERVER, "token_endpoint": "http://as.example"})
    with pytest.raises(telnyx_oauth.ResourceMismatchError):
        testing.discovery({"resource": "https://other.example/", "resource_metadata": DOCUMENT})


def test_the_short_form_is_a_discovery() -> None:
    found = testing.discovery({"resource": RESOURCE, "resource_metadata": DOCUMENT, "authorization_servers": [SERVER]})
    assert found.require_authorization_server() == testing.authorization_server_metadata(SERVER)
    assert found.resource_metadata == testing.resource_metadata(DOCUMENT)
    assert found.authorization_parameters().token_endpoint == SERVER["token_endpoint"]
    assert pickle.loads(pickle.dumps(found)) == found


def test_the_json_of_a_discovery_makes_an_equal_discovery(sandbox: Sandbox) -> None:
    sandbox.route(METADATA + "/root/only", {"status": 404})
    sandbox.route(
        METADATA + "/two", {"json": {"resource": "${origin}/two", "authorization_servers": ["${origin}/none", "${origin}"]}}
    )
    sandbox.route("/two", {"status": 401, "headers": {"www-authenticate": 'Basic realm="a\\"b", Bearer scope="a b"'}})
    with telnyx_oauth.Client(ca_file=sandbox.ca_file) as client:
        results = [client.discover(sandbox.https + path) for path in ("", "/v2/mcp", "/root/only", "/two")]
        results.append(client.discover(f"{sandbox.https}/v2/mcp", issuer=sandbox.https))
    assert [found.via for found in results] == ["well_known", "challenge", "root", "well_known", "challenge"]
    for found in results:
        for again in (testing.discovery(found.to_json()), testing.discovery(found.to_dict())):
            assert again.resource_metadata == found.resource_metadata
            assert again.resource_metadata_url == found.resource_metadata_url
            assert (again.via, again.challenges) == (found.via, found.challenges)
            assert [each.metadata for each in again.authorization_servers] == [
                each.metadata for each in found.authorization_servers
            ]
            assert [each.error and each.error.kind for each in again.authorization_servers] == [
                each.error and each.error.kind for each in found.authorization_servers
            ]
            assert again.to_dict()["authorization_parameters"] == found.to_dict()["authorization_parameters"]


def test_the_sandbox_runs_until_the_end_of_the_block() -> None:
    scenario = {"routes": [{"path": METADATA + "/r", "answers": [{"status": 503}]}]}
    program = os.environ["TELNYX_OAUTH"]
    with contextlib.suppress(LookupError), testing.sandbox(scenario, program=program) as sandbox:
        with telnyx_oauth.Client(ca_file=sandbox.ca_file, max_retries=0) as client:
            assert client.discover(sandbox.https + "/v2/mcp").authorization_server
            with pytest.raises(telnyx_oauth.HttpStatusError):
                client.discover(sandbox.https + "/r")
        raise LookupError
    assert not os.path.exists(sandbox.ca_file)
    port = urlsplit(sandbox.https).port
    assert port
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))


def test_a_sandbox_that_does_not_start_raises_the_reason() -> None:
    program = os.environ["TELNYX_OAUTH"]
    with pytest.raises(RuntimeError, match="unknown"), testing.sandbox({"unknown": 1}, program=program):
        pass
    with pytest.raises(FileNotFoundError), testing.sandbox(program="/no/such/program"):
        pass


def test_pytest_has_a_fixture_for_the_sandbox(tmp_path: Path) -> None:
    command = f"""
import pytest

pytest_plugins = ["telnyx_oauth.pytest_plugin"]

@pytest.fixture(scope="session")
def telnyx_oauth_command():
    return {os.environ["TELNYX_OAUTH"]!r}
"""
    test = """
import telnyx_oauth

def test_own(telnyx_oauth_sandbox):
    with telnyx_oauth.Client(ca_file=telnyx_oauth_sandbox.ca_file) as client:
        assert client.discover(telnyx_oauth_sandbox.https + "/v2/mcp").authorization_server
"""
    (tmp_path / "conftest.py").write_text(command, "utf-8")
    (tmp_path / "test_own.py").write_text(test, "utf-8")
    pytest_run = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_own.py"]
    ended = subprocess.run(pytest_run, cwd=tmp_path, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "1 passed" in ended.stdout
