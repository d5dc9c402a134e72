"""`AuthorizationParameters` as values. `test_vectors.py` runs the shared vectors."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from support.plans import discovery

import telnyx_oauth
from telnyx_oauth import AuthorizationParameters

RESOURCE = "https://rs.example/mcp"
ISSUER = "https://as.example"


@pytest.fixture
def parameters() -> AuthorizationParameters:
    document = {"resource": RESOURCE, "authorization_servers": [ISSUER]}
    server = {"issuer": ISSUER, "authorization_response_iss_parameter_supported": True}
    return discovery(RESOURCE, 'Bearer scope="a"', document, {ISSUER: server}).authorization_parameters()


def test_restored_parameters_still_require_an_issuer(parameters: AuthorizationParameters) -> None:
    again = pickle.loads(pickle.dumps(parameters))
    assert again == parameters and hash(again) == hash(parameters) and again.sends_authorization_response_iss
    with pytest.raises(telnyx_oauth.IssuerMismatchError, match="do not show its error_description"):
        again.verify_issuer(None)
    again.verify_issuer(ISSUER)


def test_arguments_are_text_or_lists_of_text(parameters: AuthorizationParameters) -> None:
    line = 'Bearer error="insufficient_scope", scope="b c"'
    for previous in ("a b", ["a", "b"], iter(("a b",))):
        assert parameters.scope_after(previous, line) == ("a", "b", "c")
    assert parameters.scope_after([], None) == ()
    wrong: Any = 1
    for call in (
        lambda: parameters.scope_after(wrong, line),
        lambda: parameters.scope_after([wrong], line),
        lambda: parameters.scope_after("a", wrong),
        lambda: parameters.verify_issuer(wrong),
    ):
        with pytest.raises(TypeError):
            call()
    with pytest.raises(telnyx_oauth.InvalidArgumentError):
        parameters.verify_issuer("\ud800")


def test_an_unusable_server_is_not_replaced() -> None:
    document = {"resource": RESOURCE, "authorization_servers": [ISSUER, "https://b.example"]}
    found = discovery(RESOURCE, [], document, {ISSUER: None, "https://b.example": {"issuer": "https://b.example"}})
    assert found.authorization_parameters().issuer == "https://b.example"
    for _ in range(2):
        with pytest.raises(telnyx_oauth.NotFoundError) as raised:
            found.authorization_parameters(ISSUER)
        assert raised.value is not found.authorization_servers[0].error
    with pytest.raises(telnyx_oauth.InvalidArgumentError, match=r'"https://b\.example"'):
        found.authorization_parameters("https://c.example")
    wrong: Any = 1
    with pytest.raises(TypeError):
        found.authorization_parameters(wrong)
