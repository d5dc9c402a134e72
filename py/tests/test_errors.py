"""Each kind of error that a server or a caller can cause, over sockets and TLS, with both APIs."""

from __future__ import annotations

import errno
import json
import os
import re
import socket
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from support.api import Api
from support.sandbox import DOCUMENT, METADATA, SERVER_METADATA, Sandbox
from support.signing import Signer

import telnyx_oauth

SHARED = json.loads((Path(__file__).parents[2] / "testdata/scenarios/errors.json").read_text("utf-8"))


def error_of(expected: type[telnyx_oauth.Error], call: Any, *arguments: Any, **keywords: Any) -> telnyx_oauth.Error:
    with pytest.raises(telnyx_oauth.Error) as caught:
        call(*arguments, **keywords)
    error = caught.value
    assert type(error) is expected, repr(error)
    assert error.message and str(error) == error.message
    assert error.message.isprintable(), error.message
    return error


def answered(api: Api, sandbox: Sandbox, *answers: dict[str, Any], **options: Any) -> Any:
    """Returns a call to an endpoint that sends these answers."""
    sandbox.route(METADATA, *answers)
    client = api.client(base_url=sandbox.http, **{"max_retries": 0, **options})
    return client.fetch_resource_metadata


@pytest.mark.parametrize(
    "resource",
    [
        "",
        "rs.example",
        "ftp://rs.example",
        "https://rs.example/#a",
        "https://me@rs.example",
        "https://rs.example/\0",
        "https://rs.example/.well-known/oauth-protected-resource",
        "https://rs.example/\ud800",
    ],
)
def test_an_invalid_resource_is_an_invalid_argument(api: Api, resource: str) -> None:
    error = error_of(telnyx_oauth.InvalidArgumentError, api.client().fetch_resource_metadata, resource)
    assert isinstance(error, ValueError)
    assert (error.kind, error.http_status, error.attempts) == ("invalid_argument", None, ())


def test_an_http_url_is_insecure(api: Api) -> None:
    error = error_of(telnyx_oauth.InsecureUrlError, api.client().fetch_resource_metadata, "http://rs.example/a")
    assert isinstance(error, ValueError)
    assert (error.kind, error.url) == ("insecure_url", "http://rs.example/a")


def test_a_link_local_address_is_blocked(api: Api, sandbox: Sandbox) -> None:
    line = 'Bearer resource_metadata="https://169.254.169.254/.well-known/oauth-protected-resource"'
    error = error_of(telnyx_oauth.BlockedAddressError, api.client().discover, sandbox.http, line)
    assert isinstance(error, ConnectionError)
    assert error.kind == "blocked_address" and "169.254.169.254" in error.message
    assert error.url == "https://169.254.169.254/.well-known/oauth-protected-resource"


@pytest.mark.parametrize("end", ["reset_before_head", "close_before_head"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_closed_connection_is_a_transport_error(api: Api, sandbox: Sandbox, end: str, scheme: str) -> None:
    sandbox.route(METADATA, {end: True})
    client = api.client(max_retries=1, ca_file=sandbox.ca_file)
    error = error_of(telnyx_oauth.TransportError, client.fetch_resource_metadata, getattr(sandbox, scheme))
    assert isinstance(error, ConnectionError) and error.kind == "transport"
    # Over HTTP/2, the error does not contain the system's error number.
    if (end, scheme) == ("reset_before_head", "http"):
        assert isinstance(error.__cause__, ConnectionResetError)
    assert error.url == f"{getattr(sandbox, scheme)}{METADATA}"
    assert [(each.purpose, each.status, each.outcome) for each in error.attempts] == [
        ("resource_metadata", None, "transport")
    ] * 2


def shown(error: BaseException) -> str:
    return "".join(traceback.format_exception(type(error), error, error.__traceback__))


def test_a_refused_connection_has_the_systems_error_as_its_cause(api: Api, sandbox: Sandbox) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        origin = f"http://127.0.0.1:{closed.getsockname()[1]}"
    client = api.client(max_retries=0)
    sandbox.route(METADATA, {"json": {"resource": "${origin}", "authorization_servers": [origin]}})
    error = error_of(telnyx_oauth.TransportError, client.fetch_resource_metadata, origin)
    of_a_server = client.discover(sandbox.http).authorization_servers[0].error
    for each in (error, of_a_server):
        cause = each.__cause__
        assert type(cause) is ConnectionRefusedError
        assert (cause.errno, cause.strerror) == (errno.ECONNREFUSED, os.strerror(errno.ECONNREFUSED))
        assert cause.__cause__ is None and cause.__context__ is None and each.__suppress_context__
        text = shown(each)
        assert text.count("direct cause") == 1 and "During handling" not in text
        assert text.startswith("ConnectionRefusedError: [Errno ") and "(os error" not in text.splitlines()[0]


def test_an_error_without_a_system_error_has_no_cause(api: Api, sandbox: Sandbox) -> None:
    cases: list[tuple[type[telnyx_oauth.Error], str, str]] = [
        (telnyx_oauth.TlsError, sandbox.https, "UnknownIssuer"),
        (telnyx_oauth.TlsError, sandbox.http.replace("http:", "https:"), "TLS"),
        (telnyx_oauth.InvalidArgumentError, "nowhere", "URL"),
    ]
    for expected, resource, word in cases:
        error = error_of(expected, api.client(max_retries=0).fetch_resource_metadata, resource)
        assert word in str(error)
        assert error.__cause__ is None and error.__context__ is None
        assert shown(error).count("Traceback") == 1


@pytest.mark.parametrize("name", ["expired.example", "wrong-name.example", "unknown-ca.example"])
def test_a_bad_certificate_is_a_tls_error(api: Api, sandbox: Sandbox, name: str) -> None:
    origin, resolve = sandbox.named(name)
    client = api.client(ca_file=sandbox.ca_file, resolve=resolve, max_retries=0)
    error = error_of(telnyx_oauth.TlsError, client.fetch_resource_metadata, origin)
    assert isinstance(error, ConnectionError) and error.kind == "tls"


def test_an_unknown_authority_is_a_tls_error(api: Api, sandbox: Sandbox) -> None:
    error_of(telnyx_oauth.TlsError, api.client(max_retries=0).fetch_resource_metadata, sandbox.https)


def test_a_silent_server_causes_a_timeout(api: Api, sandbox: Sandbox) -> None:
    error = error_of(telnyx_oauth.TimeoutError, answered(api, sandbox, {"silent": True}, timeout=0.1))
    assert isinstance(error, TimeoutError) and error.kind == "timeout"


def test_a_cancelled_token_ends_a_call(api: Api, sandbox: Sandbox) -> None:
    token = telnyx_oauth.CancelToken()
    timer = threading.Timer(0.1, token.cancel)
    timer.start()
    error = error_of(telnyx_oauth.CancelledError, answered(api, sandbox, {"silent": True}), cancel=token)
    timer.join()
    assert error.kind == "cancelled" and token.cancelled
    # A call whose token is already cancelled sends no request.
    before = len(sandbox.requests())
    call = api.client(base_url=sandbox.http)
    for name in ("fetch_resource_metadata", "fetch_authorization_server_metadata", "discover"):
        error_of(telnyx_oauth.CancelledError, getattr(call, name), sandbox.http, cancel=token)
    assert len(sandbox.requests()) == before


@pytest.mark.parametrize("location", ["https://elsewhere.example/", "${origin}/loop"])
def test_a_bad_redirect_is_refused(api: Api, sandbox: Sandbox, location: str) -> None:
    sandbox.route("/loop", {"redirect": "/loop"})
    error = error_of(telnyx_oauth.RedirectRefusedError, answered(api, sandbox, {"redirect": location}))
    assert error.kind == "redirect_refused"
    assert isinstance(error, ConnectionError)


def test_a_503_is_an_http_status_error(api: Api, sandbox: Sandbox) -> None:
    answer = {"status": 503, "headers": {"retry-after": "7"}}
    error = error_of(telnyx_oauth.HttpStatusError, answered(api, sandbox, answer))
    assert (error.kind, error.http_status, error.retry_after) == ("http_status", 503, 7)
    assert (error.error, error.error_description) == (None, None)
    assert [attempt.status for attempt in error.attempts] == [503]


@pytest.mark.parametrize("status", [400, 401])
def test_a_400_or_401_is_an_oauth_error(api: Api, sandbox: Sandbox, status: int) -> None:
    call = api.client(max_retries=0).fetch_resource_metadata
    error = error_of(telnyx_oauth.OAuthError, call, f"{sandbox.http}/{status}")
    assert (error.kind, error.http_status, error.retry_after) == ("oauth_error", status, None)
    assert error.error == {400: "invalid_request", 401: "invalid_client"}[status]
    assert error.error_description
    assert error.url == f"{sandbox.http}{METADATA}/{status}"


def test_the_message_escapes_the_description(api: Api, sandbox: Sandbox) -> None:
    answer = {"status": 400, "json": {"error": "x", "error_description": "a\x1b[31m\u202eb"}}
    error = error_of(telnyx_oauth.OAuthError, answered(api, sandbox, answer))
    assert error.error_description == "a\x1b[31m\u202eb"
    assert not re.search("[\x1b\u202e]", str(error))


@pytest.mark.parametrize(
    ("expected", "kind", "answer"),
    [
        (telnyx_oauth.ContentTypeError, "content_type", {"body": "x", "headers": {"content-type": "text/html"}}),
        (telnyx_oauth.BodyTooLargeError, "body_too_large", {"json": {"resource": "${origin}", "x": "y" * 2000}}),
        (telnyx_oauth.InvalidJsonError, "invalid_json", {"json": []}),
        (telnyx_oauth.InvalidMetadataError, "invalid_metadata", {"json": {"resource": 5}}),
        (telnyx_oauth.ResourceMismatchError, "resource_mismatch", {"json": {"resource": "https://other.example"}}),
    ],
)
def test_an_invalid_document_is_an_error(api: Api, sandbox: Sandbox, expected: Any, kind: str, answer: Any) -> None:
    error = error_of(expected, answered(api, sandbox, answer, max_body_bytes=1000))
    assert isinstance(error, ValueError)
    assert (error.kind, error.http_status, error.url) == (kind, 200, f"{sandbox.http}{METADATA}")
    assert [attempt.outcome for attempt in error.attempts] == [kind]


def test_another_issuer_is_an_issuer_mismatch(api: Api, sandbox: Sandbox) -> None:
    sandbox.route(SERVER_METADATA, {"json": {"issuer": "https://other.example"}})
    call = api.client().fetch_authorization_server_metadata
    error = error_of(telnyx_oauth.IssuerMismatchError, call, sandbox.http)
    assert isinstance(error, ValueError) and error.kind == "issuer_mismatch"
    assert "other.example" in error.message


def test_a_missing_document_is_not_found(api: Api, sandbox: Sandbox) -> None:
    sandbox.route("/.well-known/*", {"status": 404})
    for call in ("fetch_authorization_server_metadata", "discover"):
        error = error_of(telnyx_oauth.NotFoundError, getattr(api.client(), call), f"{sandbox.http}/x/y")
        assert error.kind == "not_found"
        assert len(error.attempts) >= 2
        assert {attempt.outcome for attempt in error.attempts} <= {"absent", "ok"}


def test_trusted_keys_verify_the_signed_metadata_of_servers(api: Api, sandbox: Sandbox, tmp_path: Path) -> None:
    signer = Signer(tmp_path)
    keys = telnyx_oauth.TrustedKeys(signer.jwks)
    claims = {"iss": "https://signer.example", "issuer": sandbox.http, "scopes_supported": ["signed"]}
    document = {"issuer": sandbox.http, "scopes_supported": ["plain"], "signed_metadata": signer.token(claims)}
    sandbox.route(SERVER_METADATA, {"json": document})
    client = api.client(authorization_server_trusted_keys=keys)
    found = client.fetch_authorization_server_metadata(sandbox.http)
    assert (found.scopes_supported, found.signature_status) == (("signed",), "verified")
    found = api.client().fetch_authorization_server_metadata(sandbox.http)
    assert (found.scopes_supported, found.signature_status) == (("plain",), "unverified")


def test_a_response_of_a_server_is_verified_with_trusted_keys(tmp_path: Path) -> None:
    signer = Signer(tmp_path)
    keys = telnyx_oauth.TrustedKeys(signer.jwks)
    issuer = "https://as.example"
    token = signer.token({"iss": "https://signer.example", "issuer": issuer, "exp": 1_800_000_000})
    body = json.dumps({"issuer": issuer, "signed_metadata": token})

    def judged(**keywords: Any) -> str:
        judge = telnyx_oauth.AuthorizationServerMetadata.from_response
        answer = {"status": 200, "body": body, "content_type": "application/json", **keywords}
        return judge(issuer, **answer).signature_status

    assert judged() == "unverified"
    assert judged(authorization_server_trusted_keys=keys, received_at=1_799_999_999) == "verified"
    with pytest.raises(telnyx_oauth.SignatureInvalidError, match="expired"):
        judged(authorization_server_trusted_keys=keys, received_at=1_800_000_060)


def test_a_plan_verifies_the_documents_of_servers_with_trusted_keys(tmp_path: Path) -> None:
    keys = telnyx_oauth.TrustedKeys(Signer(tmp_path).jwks)
    plan = telnyx_oauth.DiscoveryPlan(
        "https://rs.example", [], issuer="https://as.example", authorization_server_trusted_keys=keys
    )
    while requests := plan.requests():
        for request in requests:
            body = (
                {"issuer": "https://as.example"}
                if "authorization-server" in request.url
                else {"resource": "https://rs.example"}
            )
            plan.respond(request.id, status=200, body=json.dumps(body), content_type="application/json")
    error = error_of(telnyx_oauth.SignatureInvalidError, plan.finish)
    assert error.url == "https://as.example/.well-known/oauth-authorization-server"


def test_trusted_keys_verify_signed_metadata(api: Api, sandbox: Sandbox, tmp_path: Path) -> None:
    signer = Signer(tmp_path)
    keys = telnyx_oauth.TrustedKeys(signer.jwks)
    claims = {"iss": sandbox.http, "resource": sandbox.http, "resource_name": "signed"}
    token = signer.token(claims)
    plain = {**DOCUMENT, "resource_name": "plain"}
    call = answered(api, sandbox, {"json": {**plain, "signed_metadata": token}}, trusted_keys=keys)
    found = call()
    assert (found.resource_name, found.signature_status) == ("signed", "verified")
    call = answered(api, sandbox, {"json": {**plain, "signed_metadata": token}})
    assert (call().resource_name, call().signature_status) == ("plain", "unverified")
    forged = {**plain, "signed_metadata": token[:-8] + "AAAAAAAA"}
    error = error_of(telnyx_oauth.SignatureInvalidError, answered(api, sandbox, {"json": forged}, trusted_keys=keys))
    assert isinstance(error, ValueError) and error.kind == "signature_invalid"


def test_a_type_error_names_the_argument(api: Api) -> None:
    client, functions = api.client(), api.functions()
    resource, issuer = "https://rs.example", "https://as.example"
    document = telnyx_oauth.ResourceMetadata.from_response
    server_document = telnyx_oauth.AuthorizationServerMetadata.from_response
    plan: Any = telnyx_oauth.DiscoveryPlan
    answer: dict[str, Any] = {"status": 200, "body": b"{}"}
    cases: list[tuple[str, str, Callable[[], Any]]] = [
        *(("resource", "str", lambda each=each: client.fetch_resource_metadata(each)) for each in (5, b"x", ["x"])),
        ("resource", "str", lambda: client.discover(5)),
        ("issuer", "str", lambda: client.fetch_authorization_server_metadata(5)),
        ("cancel", "CancelToken", lambda: client.fetch_resource_metadata(resource, cancel="now")),
        ("timeout", "number", lambda: client.discover(resource, timeout="5")),
        ("www_authenticate", "iterable of str", lambda: client.discover(resource, b"Bearer")),
        ("issuer", "str", lambda: client.discover(resource, issuer=5)),
        ("url", "str", lambda: client.vet(5, resource)),
        ("from_", "str", lambda: client.vet(resource, 5)),
        ("cancel", "CancelToken", lambda: client.vet(resource, resource, cancel="now")),
        ("issuer", "str", lambda: functions.discover(resource, issuer=5)),
        ("url", "str", lambda: functions.vet(5, resource)),
        ("resource", "str", lambda: functions.fetch_resource_metadata(5)),
        ("issuer", "str", lambda: functions.fetch_authorization_server_metadata(5)),
        ("cancel", "CancelToken", lambda: functions.discover(resource, cancel="now")),
        ("resource", "str", lambda: telnyx_oauth.resource_metadata_url(5)),  # type: ignore[arg-type]
        ("issuer", "str", lambda: telnyx_oauth.authorization_server_metadata_urls(5)),  # type: ignore[arg-type]
        ("resource", "str", lambda: document(5, **answer)),  # type: ignore[arg-type]
        ("content_type", "str", lambda: document(resource, content_type=5, **answer)),  # type: ignore[arg-type]
        ("url", "str", lambda: document(resource, url=5, **answer)),  # type: ignore[arg-type]
        ("resource_match", "str", lambda: document(resource, resource_match=5, **answer)),  # type: ignore[arg-type]
        ("strict", "bool", lambda: document(resource, strict="x", **answer)),  # type: ignore[arg-type]
        ("trusted_keys", "TrustedKeys", lambda: document(resource, trusted_keys="x", **answer)),  # type: ignore[arg-type]
        ("issuer", "str", lambda: server_document(5, **answer)),  # type: ignore[arg-type]
        ("allow_http", "bool", lambda: server_document(issuer, allow_http=1, **answer)),  # type: ignore[arg-type]
        ("resource", "str", lambda: plan(5)),
        ("issuer", "str", lambda: plan(resource, issuer=5)),
        ("message", "str", lambda: plan(resource).fail(0, "transport", 5)),
        ("issuer", "str", lambda: telnyx_oauth.TrustedKeys("{}", issuer=5)),  # type: ignore[arg-type]
    ]
    for name, wanted, call in cases:
        with pytest.raises(TypeError, match=f"^{name} must be .*{wanted}.*, not "):
            call()
    with pytest.raises(TypeError):
        client.fetch_resource_metadata(resource, resource)
    with pytest.raises(TypeError, match="tiemout"):
        client.fetch_resource_metadata(tiemout=5)


def test_a_blocking_call_works_in_an_event_loop(sandbox: Sandbox) -> None:
    """The call blocks the loop, but neither fails nor hangs."""
    import asyncio

    async def call() -> str | None:
        return telnyx_oauth.fetch_resource_metadata(sandbox.http).resource

    assert asyncio.run(call()) == sandbox.http


@pytest.mark.parametrize("case", SHARED["cases"], ids=[case["kind"] for case in SHARED["cases"]])
def test_the_shared_scenario_causes_the_expected_errors(api: Api, sandbox: Sandbox, case: Any) -> None:
    sandbox.set_scenario(SHARED["scenario"])
    _, resolve = sandbox.named("expired.example")

    def filled(text: str) -> str:
        values = {"${http}": sandbox.http, "${https}": sandbox.https, "${port}": str(urlsplit(sandbox.https).port)}
        for name, value in values.items():
            text = text.replace(name, value)
        return text

    keywords = {name: case[name] for name in ("timeout", "www_authenticate") if name in case}
    if case.get("cancelled"):
        keywords["cancel"] = telnyx_oauth.CancelToken()
        keywords["cancel"].cancel()
    options = {"ca_file": sandbox.ca_file, "max_retries": 0, "proxy": "", "resolve": resolve, **case.get("options", {})}
    for name in options.keys() & {"trusted_keys", "authorization_server_trusted_keys"}:
        options[name] = telnyx_oauth.TrustedKeys(options[name])
    with pytest.raises(telnyx_oauth.Error) as caught:
        getattr(api.client(**options), case["call"])(filled(case["target"]), **keywords)
    error = caught.value
    assert error.kind == case["kind"] and case.get("words", "") in error.message
    for name in ("http_status", "error", "error_description", "retry_after"):
        assert getattr(error, name) == case.get(name)
    assert [warning.kind for warning in error.warnings] == case.get("warnings", [])
    assert "url" not in case or error.url == filled(case["url"])
