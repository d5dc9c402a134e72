"""Documents and the parts of a discovery as values."""

from __future__ import annotations

import copy
import json
import pickle
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.sandbox import METADATA, Sandbox

import telnyx_oauth
from telnyx_oauth import AuthorizationServerMetadata, ResourceMetadata

BODY = {
    "resource": "https://rs.example/a",
    "authorization_servers": ["https://as.example"],
    "resource_name": "Name",
    "resource_name#fr": "Nom",
    "resource_name#fr-CA": "Nom d'ici",
    "resource_policy_uri": "https://rs.example/policy",
    "resource_policy_uri#de": "https://rs.example/richtlinie",
    "resource_documentation#de": "https://rs.example/doku",
    "resource_tos_uri": "https://rs.example/tos",
    "dpop_bound_access_tokens_required": True,
    "x_vendor": {"deep": [1, 2.5, None, True, "a"]},
}


ALIASES = {"token_endpoint": "https://mtls.as.example/t", "x_endpoint": "https://mtls.as.example/x"}
KEYS = {"keys": [{"kty": "OKP", "crv": "Ed25519", "x": "AA"}]}


def document(content: Any = None, **members: Any) -> ResourceMetadata:
    text = json.dumps(BODY if content is None else content)
    response: Any = {"status": 200, "content_type": "application/json", "body": text, **members}
    return ResourceMetadata.from_response("https://rs.example/a", **response)


def server_document(**members: Any) -> AuthorizationServerMetadata:
    body = json.dumps({"issuer": "https://as.example", "token_endpoint": "https://as.example/t", **members})
    return AuthorizationServerMetadata.from_response(
        "https://as.example", status=200, content_type="application/json", body=body
    )


@pytest.fixture
def discovery(sandbox: Sandbox) -> telnyx_oauth.Discovery:
    """Returns a discovery with a challenge, a server with metadata, a server without, warnings and attempts."""
    body = {"resource": "${origin}", "authorization_servers": ["${origin}", "${origin}/gone"]}
    sandbox.route(f"{METADATA}/v2/mcp", {"json": body})
    return telnyx_oauth.Client().discover(f"{sandbox.http}/v2/mcp")


def values(discovery: telnyx_oauth.Discovery) -> list[Any]:
    challenge = discovery.challenge
    assert challenge is not None and discovery.warnings
    return [
        document(),
        server_document(),
        discovery,
        challenge,
        discovery.authorization_parameters(),
        discovery.authorization_servers[0],
        discovery.authorization_servers[1],
        discovery.warnings[0],
        discovery.attempts[0],
    ]


def test_copies_of_a_value_are_equal(discovery: telnyx_oauth.Discovery) -> None:
    for value in values(discovery):
        copies = [copy.copy(value), copy.deepcopy(value)]
        copies += [pickle.loads(pickle.dumps(value, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]
        for each in copies:
            assert type(each) is type(value)
            assert each == value and not (each != value)  # noqa: SIM202
            assert hash(each) == hash(value)
            assert repr(each) == repr(value)
            assert each.to_dict() == value.to_dict() and each.to_json() == value.to_json()


def test_a_pickled_document_keeps_its_url(discovery: telnyx_oauth.Discovery) -> None:
    for value in (discovery.resource_metadata, discovery.authorization_servers[0].metadata):
        assert value is not None
        again = pickle.loads(pickle.dumps(value))
        for name in ("url", "raw_json", "warnings", "signature_status", "extra"):
            assert getattr(again, name) == getattr(value, name)


def test_different_values_are_not_equal(discovery: telnyx_oauth.Discovery) -> None:
    every = values(discovery)
    for i, one in enumerate(every):
        assert one != object() and one != "x" and one is not None
        assert [one == other for other in every] == [i == j for j in range(len(every))]
    assert document({**BODY, "x_vendor": 1}) != document()
    assert document({**BODY, "resource_name": "Other"}) != document()


def test_documents_with_equal_members_are_equal() -> None:
    elsewhere = document(url="https://rs.example/.well-known/oauth-protected-resource")
    assert elsewhere.url != document().url
    assert elsewhere == document() and hash(elsewhere) == hash(document())
    assert len({elsewhere, document()}) == 1


def test_a_value_cannot_be_changed(discovery: telnyx_oauth.Discovery) -> None:
    for value in values(discovery):
        for name in [*value.to_dict(), "new"]:
            with pytest.raises((AttributeError, TypeError)):
                setattr(value, name, "x")
        with pytest.raises(TypeError):
            type(value)()
    found = document()
    with pytest.raises(AttributeError):
        del found.resource
    # The returned dict belongs to the caller.
    found.to_dict()["x_vendor"]["deep"].append("changed")
    assert found == document() and found.to_dict() == document().to_dict()


def mappings(discovery: telnyx_oauth.Discovery) -> list[Any]:
    challenge = discovery.challenge
    assert challenge is not None
    server = server_document(mtls_endpoint_aliases=ALIASES, jwks=KEYS)
    return [
        document().extra,
        document().extra["x_vendor"],
        document().variants,
        challenge.params,
        server.extra,
        server.mtls_endpoint_aliases,
        server.jwks,
    ]


CHANGES: list[Callable[[Any], Any]] = [
    lambda mapping: mapping.__setitem__("new", 1),
    lambda mapping: mapping.__delitem__(next(iter(mapping), "none")),
    lambda mapping: mapping.__ior__({"new": 1}),
    lambda mapping: mapping.update({"new": 1}),
    lambda mapping: mapping.setdefault("new", 1),
    lambda mapping: mapping.pop("new", None),
    lambda mapping: mapping.popitem(),
    lambda mapping: mapping.clear(),
]


def test_a_mapping_cannot_be_changed(discovery: telnyx_oauth.Discovery) -> None:
    for mapping in mappings(discovery):
        before = dict(mapping)
        for change in CHANGES:
            with pytest.raises(TypeError, match="cannot be changed"):
                change(mapping)
        assert mapping == before
        own = mapping | {"new": 1}
        own["other"] = dict(mapping)
        assert mapping == before
    assert document().extra["x_vendor"]["deep"] == (1, 2.5, None, True, "a")


def test_a_mapping_can_be_pickled_copied_hashed_and_dumped(discovery: telnyx_oauth.Discovery) -> None:
    for mapping in mappings(discovery):
        copies = [copy.copy(mapping), copy.deepcopy(mapping)]
        copies += [pickle.loads(pickle.dumps(mapping, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]
        for each in copies:
            assert type(each) is type(mapping)
            assert each == mapping and hash(each) == hash(mapping) and repr(each) == repr(mapping)
            with pytest.raises(TypeError):
                each["new"] = 1
        assert json.loads(json.dumps(mapping)) == json.loads(json.dumps(dict(mapping)))
        assert repr(mapping) == repr(dict(mapping))
    assert json.loads(json.dumps(document().extra)) == {"x_vendor": BODY["x_vendor"]}


def test_the_repr_contains_class_and_members(discovery: telnyx_oauth.Discovery) -> None:
    for value in values(discovery):
        assert repr(value).startswith(f"{type(value).__name__}("), repr(value)
        assert repr(value).endswith(")") and "\n" not in repr(value)
    assert "https://rs.example/a" in repr(document())
    assert "https://as.example" in repr(server_document())
    assert f"{discovery.resource!r}" in repr(discovery)
    long = document({**BODY, "resource_name": "x" * 100_000})
    assert len(repr(long)) < 200_000


def test_the_repr_of_a_document_shows_its_attributes() -> None:
    """The repr leaves out absent members. Members without an attribute are in `variants` and `extra`."""
    found = document({**BODY, "scopes_supported": [], "x y": 1, "dpop_bound_access_tokens_required": False})
    names = (
        "resource", "authorization_servers", "scopes_supported", "resource_name", "resource_policy_uri", "resource_tos_uri",
        "dpop_bound_access_tokens_required", "variants", "extra",
    )  # fmt: skip
    shown = ", ".join(f"{name}={getattr(found, name)!r}" for name in names)
    assert repr(found) == f"ResourceMetadata({shown})"
    for part in ("authorization_servers=('https://as.example',)", "scopes_supported=()", "'x y': 1", "'deep': (1, 2.5"):
        assert part in repr(found)
    token_endpoint = "https://as.example/t"
    assert repr(server_document()) == (
        f"AuthorizationServerMetadata(issuer='https://as.example', token_endpoint={token_endpoint!r})"
    )


def test_evaluating_a_repr_returns_an_equal_value(discovery: telnyx_oauth.Discovery) -> None:
    plan = telnyx_oauth.DiscoveryPlan("https://rs.example/mcp")
    basic = telnyx_oauth.Challenge("negotiate", token68="YQ==")
    made = [discovery.challenge, basic, *discovery.warnings, *discovery.attempts, *plan.requests()]
    assert len({type(each) for each in made}) == 4
    for each in made:
        assert eval(repr(each), vars(telnyx_oauth)) == each


def test_a_repr_escapes_text_from_the_network() -> None:
    found = document({**BODY, "resource_name": "a\x1b[31mb"})
    assert found.resource_name == "a\x1b[31mb"
    assert "\x1b" not in repr(found)


def test_a_document_has_its_members_as_attributes() -> None:
    found = document()
    assert found.resource == "https://rs.example/a"
    assert found.authorization_servers == ("https://as.example",)
    assert found.dpop_bound_access_tokens_required is True
    assert found.requires_dpop_bound_access_tokens is True
    assert found.tls_client_certificate_bound_access_tokens is None
    assert found.requires_tls_client_certificate_bound_access_tokens is False
    assert found.scopes_supported is None
    assert found.extra == {"x_vendor": {"deep": (1, 2.5, None, True, "a")}}
    assert found.variants == {name: value for name, value in BODY.items() if "#" in name}
    assert found.raw_json == json.dumps(BODY)
    assert found.to_dict() == BODY == json.loads(found.to_json())
    assert found.url == "https://rs.example/.well-known/oauth-protected-resource/a"


def test_every_registered_member_is_a_validated_attribute() -> None:
    table = (Path(__file__).parents[2] / "core/members.toml").read_text("utf-8")
    for kind, found in (("resource", document()), ("server", server_document())):
        names = re.findall(rf'^\[\[{kind}\]\]\nname = "(.+)"$', table, re.MULTILINE)
        assert len(names) > 20
        for name in names:
            assert hasattr(found, name.replace("-", "_")) and found.is_judged(name), name
        assert found.is_judged("x_endpoint") and not found.is_judged("x_vendor")


def test_an_object_member_is_a_mapping() -> None:
    found = server_document(mtls_endpoint_aliases=ALIASES, jwks=KEYS)
    assert found.mtls_endpoint_aliases == ALIASES and found.extra == {}
    assert found.jwks == {"keys": ({"kty": "OKP", "crv": "Ed25519", "x": "AA"},)}
    assert found != server_document() and hash(found) == hash(pickle.loads(pickle.dumps(found)))
    assert found.to_dict()["jwks"] == KEYS
    assert f"mtls_endpoint_aliases={ALIASES!r}" in repr(found)
    with pytest.raises(telnyx_oauth.InvalidMetadataError, match=r"mtls_endpoint_aliases\.token_endpoint"):
        server_document(mtls_endpoint_aliases={"token_endpoint": "http://mtls.as.example/t"})


def test_a_lookup_returns_the_member_in_a_language() -> None:
    found = document()
    assert [found.resource_name_for(tag) for tag in ("fr-CA", "FR-ca", "fr-CH", "fr", "de")] == [
        "Nom d'ici", "Nom d'ici", "Nom", "Nom", "Name",
    ]  # fmt: skip
    assert found.resource_policy_uri_for("de-AT") == "https://rs.example/richtlinie"
    assert found.resource_documentation_for("de") == "https://rs.example/doku"
    assert found.resource_documentation_for("fr") is None
    assert found.resource_tos_uri_for("de") == "https://rs.example/tos"


def test_numbers_keep_their_values() -> None:
    numbers = ("12345678901234567890", "-5", str(10**40), str(-(2**64) - 1), "0.30000000000000004", "1E5", "-0.0", "1e-400")
    members = ", ".join(f'"n{i}": {number}, "in{i}": [{{"n": {number}}}]' for i, number in enumerate(numbers))
    found = document(body=f'{{"resource": "https://rs.example/a", {members}}}')
    for i, number in enumerate(numbers):
        expected = json.loads(number)
        for given in (found.extra, found.to_dict(), json.loads(json.dumps(found.extra))):
            for each in (given[f"n{i}"], given[f"in{i}"][0]["n"]):
                assert (type(each), repr(each)) == (type(expected), repr(expected))
        # In JSON, a number is spelled as in the document.
        assert f'"n{i}":{number},' in found.to_json()


def test_a_warning_is_a_value_and_not_an_exception() -> None:
    found = document({"resource": "https://rs.example/a"})
    (warning,) = found.warnings
    assert warning.kind == "authorization_servers_missing"
    assert warning.message and warning.url == found.url
    assert warning.to_dict() == {"kind": warning.kind, "message": warning.message, "url": warning.url}
    assert not isinstance(warning, BaseException)


def test_from_response_raises_the_errors_of_a_call() -> None:
    with pytest.raises(telnyx_oauth.InvalidJsonError):
        document(body="not JSON")
    with pytest.raises(telnyx_oauth.OAuthError):
        document(body='{"error": "x"}', status=400)
    with pytest.raises(telnyx_oauth.InvalidArgumentError):
        document(url="nowhere")
    with pytest.raises(telnyx_oauth.InvalidArgumentError):
        document(resource_match="any")
    with pytest.raises((ValueError, OverflowError)):
        document(status=-1)
    with pytest.raises(telnyx_oauth.ContentTypeError):
        document(content_type="text/plain")
    with pytest.raises(telnyx_oauth.ContentTypeError):
        document(content_type="application/problem+json", strict=True)


def test_a_body_may_be_bytes_or_text() -> None:
    text = json.dumps(BODY)
    for body in (text, text.encode()):
        found = ResourceMetadata.from_response("https://rs.example/a", status=200, content_type="application/json", body=body)
        assert found.raw_json == text
    with pytest.raises(telnyx_oauth.InvalidJsonError):
        document(body=b"\xff\xfe")


def test_a_plan_works_with_another_http_client() -> None:
    answers = {
        "https://rs.example/mcp": {
            "status": 401,
            "www_authenticate": 'Bearer resource_metadata="https://rs.example/meta", scope="a"',
            "body": b"",
        },
        "https://rs.example/meta": {
            "status": 200,
            "content_type": "application/json",
            "body": json.dumps({"resource": "https://rs.example/mcp", "authorization_servers": ["https://as.example"]}),
        },
        "https://as.example/.well-known/oauth-authorization-server": {
            "status": 200,
            "content_type": "application/json",
            "body": json.dumps({"issuer": "https://as.example", "token_endpoint": "https://as.example/t"}),
        },
    }
    plan = telnyx_oauth.DiscoveryPlan("https://rs.example/mcp")
    asked = []
    while not plan.is_finished:
        requests = plan.requests()
        assert requests
        for request in requests:
            asked.append(request.purpose)
            answer: Any = answers.get(request.url, {"status": 404, "body": b""})
            plan.respond(request.id, **answer)
    found = plan.finish()
    assert found.resource_metadata_url == "https://rs.example/meta"
    assert found.authorization_server is not None
    assert found.authorization_server.token_endpoint == "https://as.example/t"
    assert asked.count("probe") == 1 and asked[-1] == "authorization_server_metadata"
