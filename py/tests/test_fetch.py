"""The calls, over sockets and TLS."""

from __future__ import annotations

import datetime
import json
import pickle
import socket
import traceback

import pytest
from support.api import Api
from support.program import run
from support.sandbox import DOCUMENT, METADATA, SERVER_METADATA, Sandbox

import telnyx_oauth


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_fetch_returns_the_document_of_a_resource(api: Api, sandbox: Sandbox, scheme: str) -> None:
    origin = getattr(sandbox, scheme)
    found = api.client(ca_file=sandbox.ca_file).fetch_resource_metadata(f"{origin}/v2/mcp")
    assert (found.resource, found.authorization_servers) == (f"{origin}/v2/mcp", (origin,))
    assert found.url == telnyx_oauth.resource_metadata_url(f"{origin}/v2/mcp")
    assert json.loads(found.raw_json) == found.to_dict()
    assert (found.warnings, found.signature_status) == ((), "absent")
    assert found.jwks_uri is None


def test_fetch_returns_the_document_of_an_authorization_server(api: Api, sandbox: Sandbox) -> None:
    client = api.client(base_url=sandbox.https, ca_file=sandbox.ca_file)
    for found in (client.fetch_authorization_server_metadata(sandbox.https), client.fetch_authorization_server_metadata()):
        assert found.issuer == sandbox.https
        assert found.token_endpoint == f"{sandbox.https}/v2/oauth/token"
        assert found.scopes_supported == ("admin",)
        assert found.supports_pkce_s256 is True


def test_discover_returns_every_part(api: Api, sandbox: Sandbox) -> None:
    resource = f"{sandbox.https}/v2/mcp"
    found = api.client(ca_file=sandbox.ca_file).discover(resource)
    assert found.resource == resource
    assert found.challenge.resource_metadata == f"{sandbox.https}{METADATA}/v2/mcp"
    assert found.resource_metadata_url == found.challenge.resource_metadata
    assert found.resource_metadata.resource == resource
    (server,) = found.authorization_servers
    assert (server.issuer, server.error) == (sandbox.https, None)
    assert server.metadata_url == f"{sandbox.https}{SERVER_METADATA}"
    assert server.metadata == found.authorization_server
    assert found.supports_pkce_s256 is True
    assert found.warnings == ()
    assert {attempt.purpose for attempt in found.attempts} == {
        "probe",
        "resource_metadata",
        "authorization_server_metadata",
    }
    assert {(attempt.outcome, attempt.from_cache) for attempt in found.attempts} == {("ok", False)}
    assert sorted(attempt.status for attempt in found.attempts) == [200, 200, 401]
    assert len(sandbox.requests()) == len(found.attempts)


def test_require_returns_the_authorization_server(api: Api, sandbox: Sandbox) -> None:
    found = api.client().discover(f"{sandbox.http}/v2/mcp")
    assert found.require_authorization_server() is found.authorization_server


def test_require_raises_the_error_of_the_first_server(api: Api, sandbox: Sandbox) -> None:
    """Each call raises a new exception, because raising adds frames to an exception."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        refused = f"http://127.0.0.1:{closed.getsockname()[1]}"
    sandbox.route(METADATA, {"json": {**DOCUMENT, "authorization_servers": [refused, "${origin}/gone"]}})
    found = api.client(max_retries=0).discover(sandbox.http)
    own = found.authorization_servers[0].error
    raised: list[telnyx_oauth.Error] = []
    for each in [found, found, pickle.loads(pickle.dumps(found))]:
        with pytest.raises(telnyx_oauth.TransportError) as caught:
            each.require_authorization_server()
        raised.append(caught.value)
        assert len(traceback.extract_tb(caught.value.__traceback__)) == 1
        assert {**vars(caught.value), "attempts": 0} == {**vars(own), "attempts": 0}
    assert len({id(error) for error in [own, *raised]}) == 4
    assert isinstance(raised[0].__cause__, ConnectionRefusedError)
    assert [warning.kind for warning in found.warnings] == ["authorization_server_unusable"] * 2


def test_require_raises_not_found_if_no_server_is_listed(api: Api, sandbox: Sandbox) -> None:
    sandbox.route(METADATA, {"json": {"resource": "${origin}"}})
    with pytest.raises(telnyx_oauth.NotFoundError, match="lists no authorization server"):
        api.client().discover(sandbox.http).require_authorization_server()


@pytest.mark.parametrize("as_list", [True, False])
def test_a_passed_challenge_replaces_the_probe(api: Api, sandbox: Sandbox, as_list: bool) -> None:
    line = f'Bearer resource_metadata="{sandbox.http}{METADATA}/elsewhere", scope="a b"'
    sandbox.route(f"{METADATA}/elsewhere", {"json": {**DOCUMENT, "resource": "${origin}/v2/mcp"}})
    found = api.client().discover(f"{sandbox.http}/v2/mcp", ["Negotiate", line] if as_list else line)
    assert found.resource_metadata_url == f"{sandbox.http}{METADATA}/elsewhere"
    assert found.challenge.scope == ("a", "b")
    assert "probe" not in {attempt.purpose for attempt in found.attempts}


def test_a_failed_server_does_not_fail_the_discovery(api: Api, sandbox: Sandbox) -> None:
    sandbox.route(METADATA, {"json": {**DOCUMENT, "authorization_servers": ["${origin}/gone", "${origin}"]}})
    found = api.client().discover(sandbox.http)
    gone, there = found.authorization_servers
    assert (gone.metadata, gone.metadata_url) == (None, None)
    assert isinstance(gone.error, telnyx_oauth.NotFoundError)
    assert [attempt.outcome for attempt in gone.error.attempts] == ["absent"] * 3
    assert gone.attempts == gone.error.attempts
    assert found.authorization_server == there.metadata
    assert found.to_dict()["authorization_servers"][0]["error"]["kind"] == "not_found"


def test_a_discovery_has_the_same_json_as_the_command_line(api: Api, sandbox: Sandbox) -> None:
    found = api.client(ca_file=sandbox.ca_file).discover(f"{sandbox.https}/v2/mcp")
    written = found.to_dict()
    assert json.loads(found.to_json()) == written
    assert list(written) == [
        "resource",
        "challenges",
        "challenge",
        "via",
        "resource_metadata_url",
        "resource_metadata",
        "authorization_servers",
        "authorization_parameters",
        "warnings",
        "attempts",
    ]
    assert set(written["challenge"]) == {"scheme", "params", "scope", "resource_metadata"}
    assert list(written["attempts"][0]) == list(telnyx_oauth.Attempt.__match_args__)


def test_the_functions_of_the_module_take_options(api: Api, sandbox: Sandbox) -> None:
    functions = api.functions()
    assert functions.fetch_resource_metadata(sandbox.http).resource == sandbox.http
    assert functions.fetch_authorization_server_metadata(sandbox.http).issuer == sandbox.http
    assert functions.discover(sandbox.http).resource == sandbox.http
    # With options, over TLS with the endpoint's own CA.
    options = {"ca_file": sandbox.ca_file, "timeout": 10, "user_agent": "mine"}
    assert functions.fetch_resource_metadata(sandbox.https, **options).resource == sandbox.https
    assert functions.fetch_authorization_server_metadata(sandbox.https, **options).issuer == sandbox.https
    assert functions.discover(sandbox.https, **options).resource == sandbox.https
    assert dict(sandbox.requests()[-1]["headers"])["user-agent"] == "mine"


def test_functions_share_connections(sandbox: Sandbox) -> None:
    for _ in range(3):
        telnyx_oauth.fetch_resource_metadata(sandbox.http)
    assert len({request["connection"] for request in sandbox.requests()}) == 1


@pytest.mark.parametrize("timeout", [20, 20.5, datetime.timedelta(seconds=20)])
def test_the_timeout_of_a_call_replaces_the_clients(api: Api, sandbox: Sandbox, timeout: object) -> None:
    sandbox.route(METADATA, {"delay_ms": 300, "json": DOCUMENT})
    client = api.client(base_url=sandbox.http, timeout=0.05, max_retries=0)
    with pytest.raises(TimeoutError):
        client.fetch_resource_metadata()
    assert client.fetch_resource_metadata(timeout=timeout).resource == sandbox.http


def test_the_calls_of_the_official_sdk_work(api: Api, sandbox: Sandbox) -> None:
    client = api.client(api_key="KEY0123", base_url=f"{sandbox.http}/v2", timeout=30, max_retries=2)
    found = client.well_known.retrieve_protected_resource_metadata()
    assert (found.resource, found.authorization_servers) == (sandbox.http, (sandbox.http,))
    passed = {"extra_headers": {"x-a": "b"}, "extra_query": {"c": "d"}, "extra_body": None, "timeout": 20}
    assert client.well_known.retrieve_protected_resource_metadata(**passed) == found
    server = client.well_known.retrieve_authorization_server_metadata(**passed)
    assert server.issuer == sandbox.http
    for request in sandbox.requests():
        assert "authorization" not in dict(request["headers"])
        assert "KEY0123" not in json.dumps(request)


def test_the_class_names_of_the_official_sdk_exist() -> None:
    assert telnyx_oauth.Telnyx is telnyx_oauth.Client
    assert telnyx_oauth.AsyncTelnyx is telnyx_oauth.AsyncClient


def test_the_sample_of_the_official_sdk_runs(sandbox: Sandbox) -> None:
    source = """
    import os
    from telnyx_oauth import Telnyx

    client = Telnyx(
        api_key=os.environ.get("TELNYX_API_KEY"),  # This is the default and can be omitted
    )
    response = client.well_known.retrieve_protected_resource_metadata()
    print(response.authorization_servers)
    """
    environment = sandbox.environment(TELNYX_API_KEY="KEY0123", TELNYX_BASE_URL=f"{sandbox.https}/v2")
    assert run(source, environment=environment).lines() == [f"('{sandbox.https}',)"]
    (request,) = sandbox.requests()
    assert request["secure"] and request["target"] == METADATA
    assert "authorization" not in dict(request["headers"])
    assert "KEY0123" not in json.dumps(request)


def test_one_line_prints_the_authorization_servers(sandbox: Sandbox) -> None:
    source = "import telnyx_oauth; print(telnyx_oauth.fetch_resource_metadata().authorization_servers)"
    assert run(source, environment=sandbox.environment()).lines() == [f"('{sandbox.https}',)"]


def test_a_new_client_reads_the_environment_once(sandbox: Sandbox) -> None:
    source = """
    import os, telnyx_oauth
    first = telnyx_oauth.Client()
    print(telnyx_oauth.fetch_resource_metadata().resource)
    os.environ["TELNYX_BASE_URL"] = os.environ["HTTP"] + "/v2"
    print(telnyx_oauth.fetch_resource_metadata().resource, first.fetch_resource_metadata().resource)
    print(telnyx_oauth.Client().fetch_resource_metadata().resource)
    print(telnyx_oauth.Client(base_url=os.environ["HTTPS"]).fetch_resource_metadata().resource)
    """
    lines = run(source, environment=sandbox.environment()).lines()
    assert lines == [sandbox.https, f"{sandbox.https} {sandbox.https}", sandbox.http, sandbox.https]
