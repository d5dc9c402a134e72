"""Discovery over the caller's own httpx client."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from support.http_clients import Discoverer
from support.listener import Listener
from support.program import run
from support.sandbox import DOCUMENT, METADATA, SERVER_METADATA, Sandbox

import telnyx_oauth
import telnyx_oauth.httpx

CASES = sorted((Path(__file__).parents[2] / "testdata/cases").glob("*.json"))


@pytest.fixture(params=["sync", "asyncio", "trio"])
def discover(request: pytest.FixtureRequest, sandbox: Sandbox) -> Discoverer:
    backend = "asyncio" if request.param == "sync" else request.param
    return Discoverer(sandbox.ca_file, is_async=request.param != "sync", backend=backend)


def without_times(value: Any) -> Any:
    """Returns JSON without the effects of time.

    Concurrent requests may end in another order, so attempts are sorted. An attempt is left out if its answer does not count:
    the answer may have come before or after the challenge.
    """
    if isinstance(value, list):
        return [without_times(each) for each in value]
    if not isinstance(value, dict):
        return re.sub(r"sent again in [0-9.]+ s", "sent again", value) if isinstance(value, str) else value
    members = {name: without_times(each) for name, each in value.items() if name != "elapsed_ms"}
    if "attempts" in members:
        counts = [each for each in members["attempts"] if "the challenge names another URL" not in each["reason"]]
        members["attempts"] = sorted(counts, key=lambda attempt: str((attempt["purpose"], attempt["url"], attempt["status"])))
    return members


def outcome(call: Callable[[], telnyx_oauth.Discovery]) -> Any:
    """Returns the JSON of the result, or the members of the error."""
    try:
        return without_times(call().to_dict())
    except telnyx_oauth.Error as error:
        lists = {name: [each.to_dict() for each in getattr(error, name)] for name in ("attempts", "warnings")}
        return error.kind, error.message, error.url, error.http_status, without_times(lists)


@pytest.mark.parametrize("file", CASES, ids=[file.stem for file in CASES])
def test_a_shared_case_has_the_same_result_as_in_discover(sandbox: Sandbox, discover: Discoverer, file: Path) -> None:
    port = urlsplit(sandbox.https).port
    assert port
    case = json.loads(file.read_text("utf-8").replace(":9443", f":{port}"))
    hosts = {route["host"] for route in case["scenario"]["routes"]}
    resolve = {(host, port): "127.0.0.1" for host in hosts}
    resources = [line["command"].split(" ")[1] for line in case["commands"] if line["command"].startswith("discover ")]
    assert resources
    for resource in resources:
        sandbox.set_scenario(case["scenario"])
        with telnyx_oauth.Client(ca_file=sandbox.ca_file, resolve=resolve, proxy="", cache=False) as client:
            expected = outcome(lambda: client.discover(resource))  # noqa: B023
        sandbox.set_scenario(case["scenario"])
        assert outcome(lambda: discover(resource)) == expected  # noqa: B023


def test_a_challenge_and_an_issuer_are_used_as_in_discover(sandbox: Sandbox, discover: Discoverer) -> None:
    sandbox.route("/here", {"json": {"resource": "${origin}/r"}})
    sandbox.route(SERVER_METADATA + "/mine", {"status": 404})
    challenge = f'Bearer resource_metadata="{sandbox.https}/here", scope="a"'
    with telnyx_oauth.Client(ca_file=sandbox.ca_file, cache=False) as client:
        for lines, issuer in (([challenge], sandbox.https), (challenge, None), ([challenge], sandbox.https + "/mine")):
            expected = outcome(lambda: client.discover(f"{sandbox.https}/r", lines, issuer=issuer))  # noqa: B023
            assert outcome(lambda: discover(f"{sandbox.https}/r", lines, issuer=issuer)) == expected  # noqa: B023


def test_no_credentials_of_the_client_are_sent(sandbox: Sandbox, discover: Discoverer) -> None:
    client = {
        "auth": ("user", "SECRET0"),
        "cookies": {"session": "SECRET1"},
        "headers": {"authorization": "Bearer SECRET2", "x-api-key": "SECRET3"},
        "params": {"key": "SECRET4"},
        "base_url": sandbox.https + "/SECRET5",
        "follow_redirects": True,
    }
    discover(f"{sandbox.https}/v2/mcp", client=client)
    requests = sandbox.requests()
    assert len(requests) == 3
    assert "SECRET" not in str(requests)
    assert {name for each in requests for name, _ in each["headers"]} == {"host", "accept", "accept-encoding", "user-agent"}


def test_extra_headers_are_sent_to_the_origin_of_the_resource_only(sandbox: Sandbox, discover: Discoverer) -> None:
    origin, _ = sandbox.named("as.example")
    sandbox.route(METADATA + "/r", {"json": {"resource": "${origin}/r", "authorization_servers": [origin]}})
    discover(f"{sandbox.https}/r", header={"x-gateway": "1"})
    sent = {each["target"]: "x-gateway" in dict(each["headers"]) for each in sandbox.requests()}
    assert sent == {"/r": True, METADATA + "/r": True, SERVER_METADATA: False}


def test_an_endless_body_is_read_up_to_the_limit(sandbox: Sandbox, discover: Discoverer) -> None:
    sandbox.route(
        METADATA, {"endless": {"text": "{" * 1000, "interval_ms": 1}, "headers": {"content-type": "application/json"}}
    )
    with pytest.raises(telnyx_oauth.BodyTooLargeError, match="larger than 5000 bytes"):
        discover(sandbox.https, max_body_bytes=5000)


def test_an_endless_body_of_the_probe_is_not_read(sandbox: Sandbox, discover: Discoverer) -> None:
    sandbox.route("/r", {"status": 401, "endless": {"text": "x", "interval_ms": 1}})
    sandbox.route(METADATA + "/r", {"json": {"resource": "${origin}/r", "authorization_servers": ["${origin}"]}})
    assert not discover(f"{sandbox.https}/r").warnings


def test_an_answer_that_never_ends_costs_no_more_than_the_timeout(sandbox: Sandbox, discover: Discoverer) -> None:
    sandbox.route(METADATA, {"endless": {"text": " ", "interval_ms": 20}, "headers": {"content-type": "application/json"}})
    with pytest.raises(telnyx_oauth.TimeoutError, match="within 600ms"):
        discover(sandbox.https, timeout=0.6)


def test_a_probe_without_an_answer_is_given_up(sandbox: Sandbox, discover: Discoverer) -> None:
    sandbox.route("/r", {"silent": True})
    sandbox.route(METADATA + "/r", {"json": {"resource": "${origin}/r", "authorization_servers": ["${origin}"]}})
    found = discover(f"{sandbox.https}/r", timeout=3)
    assert [warning.kind for warning in found.warnings] == ["probe_failed"]
    assert found.attempts[0].outcome == "timeout"


def test_redirects_on_the_same_origin_are_followed_up_to_the_limit(sandbox: Sandbox, discover: Discoverer) -> None:
    sandbox.route(METADATA, {"redirect": "/moved"})
    sandbox.route("/moved", {"json": DOCUMENT})
    assert discover(sandbox.https).resource_metadata_url == sandbox.https + "/moved"
    sandbox.route("/moved", {"redirect": "/moved"})
    with pytest.raises(telnyx_oauth.RedirectRefusedError, match="more than 3 redirects"):
        discover(sandbox.https)
    with pytest.raises(telnyx_oauth.RedirectRefusedError, match="more than 0 redirects"):
        discover(sandbox.https, max_redirects=0)


@pytest.mark.parametrize("status", [307, 308])
def test_a_redirected_post_is_not_followed(sandbox: Sandbox, discover: Discoverer, status: int) -> None:
    sandbox.route("/r", {"redirect": "/elsewhere", "status": status})
    sandbox.route(METADATA + "/r", {"json": {"resource": "${origin}/r", "authorization_servers": ["${origin}"]}})
    discover(f"{sandbox.https}/r", probe="mcp")
    assert [each["target"] for each in sandbox.requests() if each["method"] == "POST"] == ["/r"]
    assert "/elsewhere" not in [each["target"] for each in sandbox.requests()]


def test_a_session_that_the_probe_opens_is_closed(sandbox: Sandbox, discover: Discoverer) -> None:
    sandbox.route("/r", {"status": 400}, {"json": {}, "headers": {"mcp-session-id": "S1"}}, method="POST")
    sandbox.route(METADATA + "/r", {"json": {"resource": "${origin}/r", "authorization_servers": ["${origin}"]}})
    discover(f"{sandbox.https}/r", probe="mcp")
    probes = [each for each in sandbox.requests() if each["target"] == "/r"]
    assert [json.loads(each["body"])["method"] for each in probes[:2]] == ["server/discover", "initialize"]
    assert [(each["method"], dict(each["headers"])["mcp-session-id"]) for each in probes[2:]] == [("DELETE", "S1")]


def test_a_temporary_failure_is_retried(sandbox: Sandbox, discover: Discoverer) -> None:
    retry: Any = {"status": 503, "headers": {"retry-after": "0"}}
    sandbox.route(METADATA, retry, {"reset_before_head": True}, {"json": DOCUMENT})
    outcomes = [each.outcome for each in discover(sandbox.https).attempts if each.purpose == "resource_metadata"]
    assert outcomes == ["http_status", "transport", "ok"]
    sandbox.route(METADATA, retry)
    with pytest.raises(telnyx_oauth.HttpStatusError) as raised:
        discover(sandbox.https, max_retries=0)
    assert raised.value.http_status == 503


PUBLIC, PRIVATE = "1.1.1.1", "10.0.0.1"


@pytest.mark.parametrize("address", [PRIVATE, "127.0.0.1", "169.254.169.254"])
def test_a_request_is_not_sent_to_a_blocked_address(sandbox: Sandbox, discover: Discoverer, address: str) -> None:
    resource, _ = sandbox.named("rs.example")
    issuer, _ = sandbox.named("as.example")
    sandbox.route(METADATA, {"json": {"resource": resource, "authorization_servers": [issuer]}})
    found = discover(resource, peers={"rs.example": PUBLIC, "as.example": address})
    error = found.authorization_servers[0].error
    assert isinstance(error, telnyx_oauth.BlockedAddressError)
    assert address in error.message
    assert not [each for each in sandbox.requests() if each["host"].startswith("as.example")]
    allowed = discover(resource, peers={"rs.example": address, "as.example": PUBLIC})
    assert allowed.authorization_servers[0].metadata


def test_the_address_of_a_connection_that_was_kept_open_is_checked(sandbox: Sandbox, discover: Discoverer) -> None:
    resource, _ = sandbox.named("rs.example")
    issuer, _ = sandbox.named("as.example")
    sandbox.route(METADATA, {"json": {"resource": resource, "authorization_servers": [issuer]}})
    found = discover(resource, peers={"rs.example": PUBLIC, "as.example": PRIVATE}, warm=issuer)
    assert isinstance(found.authorization_servers[0].error, telnyx_oauth.BlockedAddressError)


def test_a_literal_address_is_checked_with_any_transport() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        documents = {
            f"https://rs.example{METADATA}": {
                "resource": "https://rs.example",
                "authorization_servers": ["https://10.0.0.1", "https://as.example"],
            },
            f"https://as.example{SERVER_METADATA}": {
                "issuer": "https://as.example",
                "response_types_supported": ["code"],
                "authorization_endpoint": "https://as.example/a",
                "token_endpoint": "https://as.example/t",
            },
        }
        document = documents.get(str(request.url))
        return httpx.Response(200, json=document) if document else httpx.Response(404)

    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        found = telnyx_oauth.httpx.discover(client, "https://rs.example")
    first, second = found.authorization_servers
    assert isinstance(first.error, telnyx_oauth.BlockedAddressError)
    assert second.metadata


def test_an_untrusted_certificate_is_a_tls_error(sandbox: Sandbox, discover: Discoverer) -> None:
    origin, _ = sandbox.named("unknown-ca.example")
    with pytest.raises(telnyx_oauth.TlsError, match="certificate verify failed"):
        discover(origin)


def test_an_option_of_the_httpx_client_is_refused(discover: Discoverer) -> None:
    for name in ("ca_file", "cache", "connect_timeout", "proxy", "resolve"):
        with pytest.raises(TypeError, match=f"{name} is not an option"):
            discover("https://rs.example", **{name: None})
    with pytest.raises(TypeError, match="unexpected keyword argument 'unknown'"):
        discover("https://rs.example", unknown=1)
    with pytest.raises(telnyx_oauth.InvalidArgumentError, match="max_retries"):
        discover("https://rs.example", max_retries=1000)


def test_an_exception_of_an_event_hook_reaches_the_caller(sandbox: Sandbox) -> None:
    def hook(request: httpx.Request) -> None:
        raise LookupError("from the hook")

    async def async_hook(request: httpx.Request) -> None:
        raise LookupError("from the hook")

    for is_async, each in ((False, hook), (True, async_hook)):
        with pytest.raises(LookupError, match="from the hook"):
            Discoverer(sandbox.ca_file, is_async=is_async)(sandbox.https, client={"event_hooks": {"request": [each]}})


def test_a_cancelled_task_closes_its_connections(silent: Listener) -> None:
    async def cancelled() -> None:
        async with httpx.AsyncClient() as client:
            task = asyncio.create_task(telnyx_oauth.httpx.discover_async(client, silent.origin))
            # The probe and the request for the document.
            await asyncio.to_thread(silent.wait_for_requests, 2)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await asyncio.to_thread(silent.wait_for_closed_connections, 2)

    asyncio.run(cancelled())


def test_importing_the_package_does_not_import_httpx(sandbox: Sandbox) -> None:
    source = """
        import sys
        import telnyx_oauth
        print("httpx" in sys.modules, "anyio" in sys.modules)
        sys.modules["httpx"] = None
        try:
            import telnyx_oauth.httpx
        except ImportError as error:
            print(error)
    """
    lines = run(source, environment=sandbox.environment()).lines()
    assert lines == ["False False", "telnyx_oauth.httpx needs httpx: pip install httpx"]
