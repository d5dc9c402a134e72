"""Every kind of error that can be brought about, over sockets and TLS, from both kinds of client."""

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
from support.face import Face
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


def answered(face: Face, sandbox: Sandbox, *answers: dict[str, Any], **options: Any) -> Any:
    """A call to an endpoint that answers so."""
    sandbox.route(METADATA, *answers)
    client = face.client(base_url=sandbox.http, **{"max_retries": 0, **options})
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
def test_invalid_argument(face: Face, resource: str) -> None:
    error = error_of(telnyx_oauth.InvalidArgumentError, face.client().fetch_resource_metadata, resource)
    assert isinstance(error, ValueError)
    assert (error.kind, error.http_status, error.attempts) == ("invalid_argument", None, ())


def test_insecure_url(face: Face) -> None:
    error = error_of(telnyx_oauth.InsecureUrlError, face.client().fetch_resource_metadata, "http://rs.example/a")
    assert isinstance(error, ValueError)
    assert (error.kind, error.url) == ("insecure_url", "http://rs.example/a")


def test_blocked_address(face: Face, sandbox: Sandbox) -> None:
    line = 'Bearer resource_metadata="https://169.254.169.254/.well-known/oauth-protected-resource"'
    error = error_of(telnyx_oauth.BlockedAddressError, face.client().discover, sandbox.http, line)
    assert isinstance(error, ConnectionError)
    assert error.kind == "blocked_address" and "169.254.169.254" in error.message
    assert error.url == "https://169.254.169.254/.well-known/oauth-protected-resource"


@pytest.mark.parametrize("end", ["reset_before_head", "close_before_head"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_transport(face: Face, sandbox: Sandbox, end: str, scheme: str) -> None:
    sandbox.route(METADATA, {end: True})
    client = face.client(max_retries=1, ca_file=sandbox.ca_file)
    error = error_of(telnyx_oauth.TransportError, client.fetch_resource_metadata, getattr(sandbox, scheme))
    assert isinstance(error, ConnectionError) and error.kind == "transport"
    # Over HTTP/2 the system's number is lost on the way.
    if (end, scheme) == ("reset_before_head", "http"):
        assert isinstance(error.__cause__, ConnectionResetError)
    assert error.url == f"{getattr(sandbox, scheme)}{METADATA}"
    assert [(each.purpose, each.status, each.outcome) for each in error.attempts] == [
        ("resource_metadata", None, "transport")
    ] * 2


def shown(error: BaseException) -> str:
    return "".join(traceback.format_exception(type(error), error, error.__traceback__))


def test_a_refused_connection_has_the_systems_error_as_its_cause(face: Face, sandbox: Sandbox) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        origin = f"http://127.0.0.1:{closed.getsockname()[1]}"
    client = face.client(max_retries=0)
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


def test_an_error_that_says_all_has_no_cause(face: Face, sandbox: Sandbox) -> None:
    cases: list[tuple[type[telnyx_oauth.Error], str, str]] = [
        (telnyx_oauth.TlsError, sandbox.https, "UnknownIssuer"),
        (telnyx_oauth.TlsError, sandbox.http.replace("http:", "https:"), "TLS"),
        (telnyx_oauth.InvalidArgumentError, "nowhere", "URL"),
    ]
    for expected, resource, word in cases:
        error = error_of(expected, face.client(max_retries=0).fetch_resource_metadata, resource)
        assert word in str(error)
        assert error.__cause__ is None and error.__context__ is None
        assert shown(error).count("Traceback") == 1


@pytest.mark.parametrize("name", ["expired.example", "wrong-name.example", "unknown-ca.example"])
def test_tls(face: Face, sandbox: Sandbox, name: str) -> None:
    origin, resolve = sandbox.named(name)
    client = face.client(ca_file=sandbox.ca_file, resolve=resolve, max_retries=0)
    error = error_of(telnyx_oauth.TlsError, client.fetch_resource_metadata, origin)
    assert isinstance(error, ConnectionError) and error.kind == "tls"


def test_an_unknown_authority_is_a_tls_error(face: Face, sandbox: Sandbox) -> None:
    error_of(telnyx_oauth.TlsError, face.client(max_retries=0).fetch_resource_metadata, sandbox.https)


def test_timeout(face: Face, sandbox: Sandbox) -> None:
    error = error_of(telnyx_oauth.TimeoutError, answered(face, sandbox, {"silent": True}, timeout=0.1))
    assert isinstance(error, TimeoutError) and error.kind == "timeout"


def test_cancelled(face: Face, sandbox: Sandbox) -> None:
    token = telnyx_oauth.CancelToken()
    timer = threading.Timer(0.1, token.cancel)
    timer.start()
    error = error_of(telnyx_oauth.CancelledError, answered(face, sandbox, {"silent": True}), cancel=token)
    timer.join()
    assert error.kind == "cancelled" and token.cancelled
    # One that was cancelled before sends nothing.
    before = len(sandbox.requests())
    call = face.client(base_url=sandbox.http)
    for name in ("fetch_resource_metadata", "fetch_authorization_server_metadata", "discover"):
        error_of(telnyx_oauth.CancelledError, getattr(call, name), sandbox.http, cancel=token)
    assert len(sandbox.requests()) == before


@pytest.mark.parametrize("location", ["https://elsewhere.example/", "${origin}/loop"])
def test_redirect_refused(face: Face, sandbox: Sandbox, location: str) -> None:
    sandbox.route("/loop", {"redirect": "/loop"})
    error = error_of(telnyx_oauth.RedirectRefusedError, answered(face, sandbox, {"redirect": location}))
    assert error.kind == "redirect_refused"
    assert isinstance(error, ConnectionError)


def test_http_status(face: Face, sandbox: Sandbox) -> None:
    answer = {"status": 503, "headers": {"retry-after": "7"}}
    error = error_of(telnyx_oauth.HttpStatusError, answered(face, sandbox, answer))
    assert (error.kind, error.http_status, error.retry_after) == ("http_status", 503, 7)
    assert (error.error, error.error_description) == (None, None)
    assert [attempt.status for attempt in error.attempts] == [503]


@pytest.mark.parametrize("status", [400, 401])
def test_oauth_error(face: Face, sandbox: Sandbox, status: int) -> None:
    call = face.client(max_retries=0).fetch_resource_metadata
    error = error_of(telnyx_oauth.OAuthError, call, f"{sandbox.http}/{status}")
    assert (error.kind, error.http_status, error.retry_after) == ("oauth_error", status, None)
    assert error.error == {400: "invalid_request", 401: "invalid_client"}[status]
    assert error.error_description
    assert error.url == f"{sandbox.http}{METADATA}/{status}"


def test_a_description_is_as_sent_and_escaped_in_the_message(face: Face, sandbox: Sandbox) -> None:
    answer = {"status": 400, "json": {"error": "x", "error_description": "a\x1b[31m\u202eb"}}
    error = error_of(telnyx_oauth.OAuthError, answered(face, sandbox, answer))
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
def test_answers_that_are_no_document(face: Face, sandbox: Sandbox, expected: Any, kind: str, answer: Any) -> None:
    error = error_of(expected, answered(face, sandbox, answer, max_body_bytes=1000))
    assert isinstance(error, ValueError)
    assert (error.kind, error.http_status, error.url) == (kind, 200, f"{sandbox.http}{METADATA}")
    assert [attempt.outcome for attempt in error.attempts] == [kind]


def test_issuer_mismatch(face: Face, sandbox: Sandbox) -> None:
    sandbox.route(SERVER_METADATA, {"json": {"issuer": "https://other.example"}})
    call = face.client().fetch_authorization_server_metadata
    error = error_of(telnyx_oauth.IssuerMismatchError, call, sandbox.http)
    assert isinstance(error, ValueError) and error.kind == "issuer_mismatch"
    assert "other.example" in error.message


def test_not_found(face: Face, sandbox: Sandbox) -> None:
    sandbox.route("/.well-known/*", {"status": 404})
    for call in ("fetch_authorization_server_metadata", "discover"):
        error = error_of(telnyx_oauth.NotFoundError, getattr(face.client(), call), f"{sandbox.http}/x/y")
        assert error.kind == "not_found"
        assert len(error.attempts) >= 2
        assert {attempt.outcome for attempt in error.attempts} <= {"absent", "ok"}


def test_signature_invalid_and_verified(face: Face, sandbox: Sandbox, tmp_path: Path) -> None:
    signer = Signer(tmp_path)
    keys = telnyx_oauth.TrustedKeys(signer.jwks)
    claims = {"iss": sandbox.http, "resource": sandbox.http, "resource_name": "signed"}
    token = signer.token(claims)
    plain = {**DOCUMENT, "resource_name": "plain"}
    call = answered(face, sandbox, {"json": {**plain, "signed_metadata": token}}, trusted_keys=keys)
    found = call()
    assert (found.resource_name, found.signature_status) == ("signed", "verified")
    call = answered(face, sandbox, {"json": {**plain, "signed_metadata": token}})
    assert (call().resource_name, call().signature_status) == ("plain", "unverified")
    forged = {**plain, "signed_metadata": token[:-8] + "AAAAAAAA"}
    error = error_of(telnyx_oauth.SignatureInvalidError, answered(face, sandbox, {"json": forged}, trusted_keys=keys))
    assert isinstance(error, ValueError) and error.kind == "signature_invalid"


def test_a_wrong_type_is_a_type_error_that_names_the_argument(face: Face) -> None:
    client, free = face.client(), face.free()
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
        ("resource", "str", lambda: free.fetch_resource_metadata(5)),
        ("issuer", "str", lambda: free.fetch_authorization_server_metadata(5)),
        ("cancel", "CancelToken", lambda: free.discover(resource, cancel="now")),
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


def test_a_blocking_call_inside_an_event_loop_works_as_any_other(sandbox: Sandbox) -> None:
    """It blocks the loop, as a blocking call does; it neither fails nor hangs."""
    import asyncio

    async def call() -> str | None:
        return telnyx_oauth.fetch_resource_metadata(sandbox.http).resource

    assert asyncio.run(call()) == sandbox.http


@pytest.mark.parametrize("case", SHARED["cases"], ids=[case["kind"] for case in SHARED["cases"]])
def test_the_errors_of_every_language(face: Face, sandbox: Sandbox, case: Any) -> None:
    sandbox.set_scenario(SHARED["scenario"])
    _, resolve = sandbox.named("expired.example")

    def filled(text: str) -> str:
        places = {"${http}": sandbox.http, "${https}": sandbox.https, "${port}": str(urlsplit(sandbox.https).port)}
        for name, place in places.items():
            text = text.replace(name, place)
        return text

    keywords = {name: case[name] for name in ("timeout", "www_authenticate") if name in case}
    if case.get("cancelled"):
        keywords["cancel"] = telnyx_oauth.CancelToken()
        keywords["cancel"].cancel()
    options = {"ca_file": sandbox.ca_file, "max_retries": 0, "proxy": "", "resolve": resolve, **case.get("options", {})}
    if "trusted_keys" in options:
        options["trusted_keys"] = telnyx_oauth.TrustedKeys(options["trusted_keys"])
    with pytest.raises(telnyx_oauth.Error) as caught:
        getattr(face.client(**options), case["call"])(filled(case["target"]), **keywords)
    error = caught.value
    assert error.kind == case["kind"] and case.get("words", "") in error.message
    for name in ("http_status", "error", "error_description", "retry_after"):
        assert getattr(error, name) == case.get(name)
    assert [warning.kind for warning in error.warnings] == case.get("warnings", [])
    assert "url" not in case or error.url == filled(case["url"])
