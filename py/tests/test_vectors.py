"""Passes the test vectors of testdata/ to the public functions."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from support.plans import discovery

import telnyx_oauth
from telnyx_oauth import AuthorizationServerMetadata, ResourceMetadata

FOLDER = Path(__file__).parents[2] / "testdata"
TESTED: set[str] = set()


def cases(name: str) -> pytest.MarkDecorator:
    TESTED.add(name)
    found = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))["cases"]
    assert found
    return pytest.mark.parametrize("case", found, ids=[case["id"] for case in found])


def outcome(call: Any) -> Any:
    """Returns the result of the call, or the kind of its error."""
    try:
        return call()
    except telnyx_oauth.Error as error:
        return error.kind


@cases("resource_metadata_url")
def test_resource_metadata_url_agrees_with_its_vectors(case: Any) -> None:
    found = outcome(lambda: telnyx_oauth.resource_metadata_url(case["resource"]))
    assert found == case.get("url", case.get("error"))


@cases("authorization_server_metadata_urls")
def test_authorization_server_metadata_urls_agree_with_their_vectors(case: Any) -> None:
    found = outcome(lambda: list(telnyx_oauth.authorization_server_metadata_urls(case["issuer"])))
    assert found == case.get("urls", case.get("error"))


@cases("challenges")
def test_parse_challenges_agrees_with_its_vectors(case: Any) -> None:
    found = telnyx_oauth.parse_challenges(case["headers"])
    assert [each.to_dict() for each in found] == case["challenges"]
    for each, expected in zip(found, case["challenges"]):
        members = {"scheme": each.scheme, "params": dict(each.params), "token68": each.token68}
        assert members == expected
    if len(case["headers"]) == 1:
        assert telnyx_oauth.parse_challenges(case["headers"][0]) == found


@cases("challenges")
def test_the_first_usable_challenge_is_the_expected_one(case: Any) -> None:
    def usable(challenge: telnyx_oauth.Challenge) -> bool:
        return (challenge.resource_metadata or "").lower().startswith(("https://", "http://"))

    found = next(filter(usable, telnyx_oauth.parse_challenges(case["headers"])), None)
    taken = (found.resource_metadata, found.scope and list(found.scope)) if found else (None, None)
    assert taken == (case["resource_metadata"], case["scope"])


@cases("resource_match")
@pytest.mark.parametrize("policy", ["exact", "covers", "same_origin"])
def test_resource_match_agrees_with_its_vectors(case: Any, policy: str) -> None:
    body = json.dumps({"resource": case["resource"], "authorization_servers": ["https://as.example"]})
    response: Any = {"status": 200, "body": body, "content_type": "application/json", "resource_match": policy}

    def call() -> ResourceMetadata:
        return ResourceMetadata.from_response(case["requested"], **response)

    assert isinstance(outcome(call), ResourceMetadata) is case[policy]


def summary(found: Any) -> dict[str, Any]:
    if isinstance(found, str):
        return {"error": found}
    assert json.loads(found.to_json()) == found.to_dict()
    for name, value in found.to_dict().items():
        if "#" not in name and name not in found.extra:
            attribute = getattr(found, name)
            assert (list(attribute) if isinstance(attribute, tuple) else attribute) == value
    return {"document": found.to_dict(), "warnings": sorted(warning.kind for warning in found.warnings)}


def response_of(case: Any, *, as_bytes: bool) -> dict[str, Any]:
    body = case["body"].encode() if as_bytes else case["body"]
    members = {"status": case["status"], "body": body, "content_type": case["content_type"]}
    return {**members, "url": case["url"]} if "url" in case else members


@pytest.mark.parametrize("as_bytes", [True, False], ids=["bytes", "str"])
@cases("resource_documents")
def test_resource_documents_agree_with_their_vectors(case: Any, as_bytes: bool) -> None:
    members = response_of(case, as_bytes=as_bytes)
    found = outcome(lambda: ResourceMetadata.from_response(case["resource"], **members, resource_match=case["policy"]))
    assert summary(found) == case["expect"]


@pytest.mark.parametrize("as_bytes", [True, False], ids=["bytes", "str"])
@cases("authorization_server_documents")
def test_authorization_server_documents_agree_with_their_vectors(case: Any, as_bytes: bool) -> None:
    members = response_of(case, as_bytes=as_bytes)
    found = outcome(lambda: AuthorizationServerMetadata.from_response(case["issuer"], **members, strict=case["strict"]))
    assert summary(found) == case["expect"]


FIELDS = (
    "issuer", "authorization_endpoint", "token_endpoint", "pushed_authorization_request_endpoint", "resource", "scope",
    "offline_access_supported", "code_challenge_method", "client_registration", "token_endpoint_auth_methods",
    "requires_pushed_authorization", "dpop_required", "mtls_supported",
)  # fmt: skip


def plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


@cases("authorization_parameters")
def test_authorization_parameters_agree_with_their_vectors(case: Any) -> None:
    found = discovery(case["requested"], case["www_authenticate"], case["document"], case["servers"])
    parameters = outcome(lambda: found.authorization_parameters(case["issuer"]))
    again = outcome(lambda: pickle.loads(pickle.dumps(found)).authorization_parameters(issuer=case["issuer"]))
    assert again == parameters
    if isinstance(parameters, str):
        assert case["expect"] == {"error": parameters}
        return
    members = {name: plain(getattr(parameters, name)) for name in FIELDS}
    assert parameters.to_dict() == members == json.loads(parameters.to_json())
    if case["issuer"] is None:
        assert found.to_dict()["authorization_parameters"] == members
    for name, expected in case["expect"].items():
        if name == "scope_after":
            assert plain(parameters.scope_after(case["previous"], case["then"])) == expected
        elif name == "verify_issuer":
            assert outcome(lambda: parameters.verify_issuer(case["iss"])) == expected
        else:
            assert members[name] == expected, name


def test_every_file_of_vectors_is_used() -> None:
    assert {file.stem for file in FOLDER.glob("*.json")} == TESTED
