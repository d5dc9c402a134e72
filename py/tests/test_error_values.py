"""Exceptions as values: their classes, attributes and copies."""

from __future__ import annotations

import copy
import pickle

import pytest
from support.program import run
from support.sandbox import METADATA, Sandbox

import telnyx_oauth

CLASSES: dict[str, tuple[str, tuple[type[BaseException], ...]]] = {
    "invalid_argument": ("InvalidArgumentError", (ValueError,)),
    "insecure_url": ("InsecureUrlError", (ValueError,)),
    "blocked_address": ("BlockedAddressError", (ConnectionError,)),
    "transport": ("TransportError", (ConnectionError,)),
    "tls": ("TlsError", (ConnectionError,)),
    "timeout": ("TimeoutError", (TimeoutError,)),
    "cancelled": ("CancelledError", ()),
    "redirect_refused": ("RedirectRefusedError", (ConnectionError,)),
    "http_status": ("HttpStatusError", ()),
    "oauth_error": ("OAuthError", ()),
    "content_type": ("ContentTypeError", (ValueError,)),
    "body_too_large": ("BodyTooLargeError", (ValueError,)),
    "invalid_json": ("InvalidJsonError", (ValueError,)),
    "invalid_metadata": ("InvalidMetadataError", (ValueError,)),
    "resource_mismatch": ("ResourceMismatchError", (ValueError,)),
    "issuer_mismatch": ("IssuerMismatchError", (ValueError,)),
    "not_found": ("NotFoundError", ()),
    "signature_invalid": ("SignatureInvalidError", (ValueError,)),
    "profile_unmet": ("ProfileUnmetError", (ValueError,)),
    "internal": ("InternalError", ()),
}
ATTRIBUTES = ("kind", "message", "url", "http_status", "error", "error_description", "retry_after", "attempts")


def members(error: telnyx_oauth.Error) -> dict[str, object]:
    return {name: getattr(error, name) for name in ATTRIBUTES}


@pytest.fixture
def error(sandbox: Sandbox) -> telnyx_oauth.Error:
    """Returns an error with every attribute."""
    body = {"error": "slow_down", "error_description": "Later."}
    sandbox.route(METADATA, {"status": 429, "json": body, "headers": {"retry-after": "7"}})
    with pytest.raises(telnyx_oauth.OAuthError) as caught:
        telnyx_oauth.Client(max_retries=0).fetch_resource_metadata(sandbox.http)
    return caught.value


def test_each_kind_has_a_subclass_of_error() -> None:
    assert telnyx_oauth.Error.__bases__ == (Exception,)
    for name, bases in CLASSES.values():
        cls = getattr(telnyx_oauth, name)
        assert issubclass(cls, telnyx_oauth.Error)
        assert all(issubclass(cls, base) for base in bases), name
        assert (cls.__name__, cls.__module__) == (name, "telnyx_oauth")
    every = {name for name in dir(telnyx_oauth) if name.endswith("Error") and name != "Error"}
    assert every == {name for name, _ in CLASSES.values()}


def test_an_error_has_every_attribute(error: telnyx_oauth.Error, sandbox: Sandbox) -> None:
    assert (error.kind, error.http_status, error.retry_after) == ("oauth_error", 429, 7)
    assert (error.error, error.error_description) == ("slow_down", "Later.")
    (attempt,) = error.attempts
    assert (attempt.purpose, attempt.status, attempt.outcome) == ("resource_metadata", 429, "oauth_error")
    assert attempt.url == error.url == f"{sandbox.http}{METADATA}"
    assert attempt.elapsed_ms >= 0 and attempt.from_cache is False
    assert error.args == (error.message,)


def test_the_repr_contains_class_and_message(error: telnyx_oauth.Error) -> None:
    assert repr(error).startswith("OAuthError(") and error.message.split()[0] in repr(error)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_pickled_error_has_equal_attributes(error: telnyx_oauth.Error, protocol: int) -> None:
    again = pickle.loads(pickle.dumps(error, protocol))
    assert type(again) is type(error)
    assert members(again) == members(error)
    assert (str(again), again.args) == (str(error), error.args)


def test_a_copied_error_has_equal_attributes(error: telnyx_oauth.Error) -> None:
    for again in (copy.copy(error), copy.deepcopy(error)):
        assert type(again) is type(error) and members(again) == members(error)


def test_a_process_pool_returns_an_error(sandbox: Sandbox) -> None:
    source = """
    import concurrent.futures, multiprocessing, os, telnyx_oauth
    def call(resource):
        return telnyx_oauth.Client(max_retries=0).fetch_resource_metadata(resource)
    if __name__ == "__main__":
        context = multiprocessing.get_context("fork")
        with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
            try:
                pool.submit(call, os.environ["HTTP"] + "/401").result()
            except telnyx_oauth.OAuthError as error:
                print(error.kind, error.http_status, error.error, len(error.attempts))
    """
    assert run(source, environment=sandbox.environment()).lines() == ["oauth_error 401 invalid_client 1"]


def test_a_program_can_create_and_raise_each_error() -> None:
    """The tests of a user's program may do so in place of a call."""
    for kind, (name, _) in CLASSES.items():
        cls = getattr(telnyx_oauth, name)
        with pytest.raises(cls) as caught:
            raise cls("from a test")
        assert str(caught.value) == "from a test"
        assert members(caught.value) == {**dict.fromkeys(ATTRIBUTES), "kind": kind, "message": "from a test", "attempts": ()}
        assert members(pickle.loads(pickle.dumps(caught.value))) == members(caught.value)
