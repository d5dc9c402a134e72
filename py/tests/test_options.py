"""The effect of each option of a client."""

from __future__ import annotations

import datetime
import ipaddress
import pathlib
import pickle
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from support.api import Api
from support.listener import Listener
from support.sandbox import DOCUMENT, METADATA, SERVER_METADATA, Sandbox

import telnyx_oauth

OPTIONS = {
    "base_url", "allow_http", "allow_private_addresses", "resource_match", "strict", "timeout", "connect_timeout",
    "max_redirects", "max_body_bytes", "max_total_bytes", "max_retries", "cache", "user_agent", "ca_file", "resolve", "proxy",
    "ignore_environment", "trusted_keys", "authorization_server_trusted_keys", "api_key",
}  # fmt: skip


def test_none_selects_the_default_of_each_option(api: Api, sandbox: Sandbox) -> None:
    client = api.client(**{**dict.fromkeys(OPTIONS), "base_url": sandbox.http})
    assert client.fetch_resource_metadata().resource == sandbox.http
    with pytest.raises(TypeError):
        api.client(tiemout=5)


def test_options_are_keyword_only() -> None:
    for cls in (telnyx_oauth.Client, telnyx_oauth.AsyncClient):
        with pytest.raises(TypeError):
            cls("https://rs.example")  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ({"timeout": 0}, "timeout"),
        ({"timeout": -1}, "timeout"),
        ({"timeout": float("nan")}, "timeout"),
        ({"timeout": float("inf")}, "timeout"),
        ({"timeout": datetime.timedelta(seconds=-1)}, "timeout"),
        ({"connect_timeout": 0}, "connect_timeout"),
        ({"max_redirects": 11}, "max_redirects"),
        ({"resource_match": "any"}, "resource_match"),
        ({"user_agent": "a\nb"}, "user_agent"),
        ({"proxy": "no proxy"}, "proxy"),
        ({"resolve": {("rs.example", 443): "nowhere"}}, "resolve"),
        ({"resolve": {("rs example", 443): "127.0.0.1"}}, "resolve"),
        ({"resolve": {("rs.example", 65536): "127.0.0.1"}}, "resolve"),
    ],
)
def test_an_error_names_the_invalid_option(api: Api, options: Any, word: str) -> None:
    with pytest.raises(telnyx_oauth.InvalidArgumentError, match=word):
        api.client(**options)


@pytest.mark.parametrize(
    "options",
    [
        {"timeout": "5"},
        {"strict": "yes"},
        {"max_retries": 1.5},
        {"base_url": 5},
        {"ca_file": 5},
        {"resolve": 5},
        {"resolve": {"rs.example": "127.0.0.1"}},
        {"trusted_keys": "{}"},
        {"authorization_server_trusted_keys": "{}"},
        {"proxy": 5},
    ],
)
def test_a_wrong_type_is_a_type_error(api: Api, options: Any) -> None:
    with pytest.raises(TypeError):
        api.client(**options)


@pytest.mark.parametrize(
    "options", [{"max_retries": -1}, {"max_redirects": -1}, {"max_body_bytes": -1}, {"max_total_bytes": -1}]
)
def test_a_number_below_zero_is_refused(api: Api, options: Any) -> None:
    with pytest.raises((ValueError, OverflowError)):
        api.client(**options)


def test_base_url_sets_the_default_origin(api: Api, sandbox: Sandbox) -> None:
    assert api.client(base_url=f"{sandbox.http}/v2").fetch_resource_metadata().resource == sandbox.http


def test_allow_http_permits_an_http_url(api: Api, sandbox: Sandbox) -> None:
    port = urlsplit(sandbox.http).port
    origin, resolve = f"http://rs.example:{port}", {("rs.example", port): "127.0.0.1"}
    with pytest.raises(telnyx_oauth.InsecureUrlError):
        api.client(resolve=resolve).fetch_resource_metadata(origin)
    assert api.client(resolve=resolve, allow_http=True).fetch_resource_metadata(origin).resource == origin


def test_resource_match_and_strict_decide_which_resource_matches(api: Api, sandbox: Sandbox) -> None:
    sandbox.route(f"{METADATA}/a/b", {"json": {**DOCUMENT, "resource": "${origin}/a"}})
    resource = f"{sandbox.http}/a/b"
    (warning,) = api.client().fetch_resource_metadata(resource).warnings
    assert warning.kind == "resource_not_exact"
    for options in ({"resource_match": "exact"}, {"strict": True}):
        with pytest.raises(telnyx_oauth.ResourceMismatchError):
            api.client(**options).fetch_resource_metadata(resource)
    sandbox.reset()
    sandbox.route(f"{METADATA}/a/b", {"json": {**DOCUMENT, "resource": "${origin}/c"}})
    with pytest.raises(telnyx_oauth.ResourceMismatchError):
        api.client().fetch_resource_metadata(resource)
    found = api.client(resource_match="same_origin").fetch_resource_metadata(resource)
    assert found.resource == f"{sandbox.http}/c"


def test_timeout_ends_a_call(api: Api, sandbox: Sandbox) -> None:
    sandbox.route(METADATA, {"silent": True})
    for timeout in (0.1, datetime.timedelta(milliseconds=100)):
        with pytest.raises(telnyx_oauth.TimeoutError):
            api.client(timeout=timeout).fetch_resource_metadata(sandbox.http)
        with pytest.raises(telnyx_oauth.TimeoutError):
            api.client().fetch_resource_metadata(sandbox.http, timeout=timeout)


def test_connect_timeout_ends_a_connection_attempt(api: Api, silent: Listener) -> None:
    """The listener accepts the connection, but never answers the TLS handshake."""
    origin = silent.origin.replace("http:", "https:")
    with pytest.raises(telnyx_oauth.TimeoutError, match="connect"):
        api.client(connect_timeout=0.1, max_retries=0).fetch_resource_metadata(origin)


def test_max_redirects_limits_the_redirects(api: Api, sandbox: Sandbox) -> None:
    sandbox.route(METADATA, {"redirect": "/1"})
    sandbox.route("/1", {"redirect": "/2"})
    sandbox.route("/2", {"json": DOCUMENT})
    resource = sandbox.http
    with pytest.raises(telnyx_oauth.RedirectRefusedError):
        api.client(max_redirects=1).fetch_resource_metadata(resource)
    # The document contains exactly the requested resource, so it may have any URL of this origin.
    assert api.client(max_redirects=2).fetch_resource_metadata(resource).url == f"{resource}/2"


def test_max_body_bytes_limits_a_body(api: Api, sandbox: Sandbox) -> None:
    sandbox.route(METADATA, {"json": DOCUMENT})
    client = api.client(base_url=sandbox.http)
    size = len(client.fetch_resource_metadata().raw_json)
    assert api.client(base_url=sandbox.http, max_body_bytes=size).fetch_resource_metadata()
    with pytest.raises(telnyx_oauth.BodyTooLargeError):
        api.client(base_url=sandbox.http, max_body_bytes=size - 1).fetch_resource_metadata()


def test_max_total_bytes_limits_all_bodies(api: Api, sandbox: Sandbox) -> None:
    """The documents of both servers have the same size. The lower limit leaves room for the first only."""
    servers = [f"{sandbox.http}/{name}" for name in "ab"]
    sandbox.route(METADATA, {"json": {**DOCUMENT, "authorization_servers": servers}})
    for server, name in zip(servers, "ab"):
        sandbox.route(f"{SERVER_METADATA}/{name}", {"json": {"issuer": server, "x": "y" * 5000}})
    enough, little = (api.client(max_total_bytes=total).discover(sandbox.http) for total in (20_000, 8_000))
    assert [server.error for server in enough.authorization_servers] == [None, None]
    first, second = little.authorization_servers
    assert first.error is None and isinstance(second.error, telnyx_oauth.BodyTooLargeError)
    assert "max_total_bytes" in str(second.error)


def test_max_retries_limits_the_retries(api: Api, sandbox: Sandbox) -> None:
    sandbox.route(METADATA, {"status": 503}, {"json": DOCUMENT})
    with pytest.raises(telnyx_oauth.HttpStatusError):
        api.client(max_retries=0).fetch_resource_metadata(sandbox.http)
    sandbox.reset()
    sandbox.route(METADATA, {"status": 503}, {"json": DOCUMENT})
    assert api.client(max_retries=1).fetch_resource_metadata(sandbox.http).resource == sandbox.http
    assert [request["status"] for request in sandbox.requests()] == [503, 200]


def test_cache_stores_fresh_documents(api: Api, sandbox: Sandbox) -> None:
    sandbox.route(METADATA, {"json": DOCUMENT, "headers": {"cache-control": "max-age=600"}})
    for cache, requests in ((True, 1), (False, 3)):
        before = len(sandbox.requests())
        client = api.client(base_url=sandbox.http, cache=cache)
        found = {client.fetch_resource_metadata().to_json() for _ in range(3)}
        assert len(found) == 1
        assert len(sandbox.requests()) - before == requests


def test_user_agent_is_sent(api: Api, sandbox: Sandbox) -> None:
    api.client().fetch_resource_metadata(sandbox.http)
    api.client(user_agent="mine/1").fetch_resource_metadata(sandbox.http)
    default, mine = (dict(request["headers"])["user-agent"] for request in sandbox.requests())
    assert (default, mine) == (f"telnyx-oauth/{telnyx_oauth.__version__} (python)", "mine/1")


@pytest.mark.parametrize("kind", [str, Path])
def test_ca_file_adds_trusted_certificates(api: Api, sandbox: Sandbox, kind: type[str] | type[pathlib.Path]) -> None:
    assert api.client(ca_file=kind(sandbox.ca_file)).fetch_resource_metadata(sandbox.https).resource == sandbox.https
    with pytest.raises(telnyx_oauth.TlsError):
        api.client(max_retries=0).fetch_resource_metadata(sandbox.https)


def test_an_error_names_a_ca_file_without_certificates(api: Api, tmp_path: Path) -> None:
    empty = tmp_path / "empty.pem"
    empty.touch()
    for file in (empty, tmp_path / "none.pem"):
        with pytest.raises(telnyx_oauth.TlsError, match=f"^ca_file.*{file.name}"):
            api.client(ca_file=file)


def test_ignore_environment_ignores_variables(api: Api, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", sandbox.ca_file)
    monkeypatch.setenv("TELNYX_BASE_URL", sandbox.https)
    assert api.client(ignore_environment=False).fetch_resource_metadata().resource == sandbox.https
    with pytest.raises(telnyx_oauth.TlsError):
        api.client(ignore_environment=True, base_url=sandbox.https, max_retries=0).fetch_resource_metadata()


def test_resolve_sets_an_address(api: Api, sandbox: Sandbox) -> None:
    origin, resolve = sandbox.named("rs.example")
    found = api.client(ca_file=sandbox.ca_file, resolve=resolve).fetch_resource_metadata(origin)
    assert found.resource == origin
    assert sandbox.requests()[-1]["server_name"] == "rs.example"
    ((host_and_port, address),) = resolve.items()
    other = {host_and_port: ipaddress.ip_address(address)}
    assert api.client(ca_file=sandbox.ca_file, resolve=other).fetch_resource_metadata(origin) == found


def test_proxy_gets_every_request(api: Api, sandbox: Sandbox) -> None:
    """The endpoint is its own proxy. It records the host of the requested URL."""
    client = api.client(proxy=sandbox.http, allow_http=True, max_retries=0)
    assert client.fetch_resource_metadata("http://rs.example").resource == "http://rs.example"
    assert sandbox.requests()[-1]["host"] == "rs.example"


def test_allow_private_addresses_does_not_allow_link_local_ones(api: Api, sandbox: Sandbox) -> None:
    """core/tests/addresses.rs tests the effect on other addresses, because it needs public ones."""
    line = 'Bearer resource_metadata="https://169.254.169.254/x"'
    for allow in (True, False):
        with pytest.raises(telnyx_oauth.BlockedAddressError):
            api.client(allow_private_addresses=allow).discover(sandbox.http, line)


def test_trusted_keys_are_values() -> None:
    """test_errors.py tests the verification."""
    jwks = '{"keys": [{"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}'
    keys = telnyx_oauth.TrustedKeys(jwks)
    assert keys == telnyx_oauth.TrustedKeys(jwks.encode()) == pickle.loads(pickle.dumps(keys))
    assert keys != telnyx_oauth.TrustedKeys(jwks, issuer="https://rs.example")
    for bad in ("", "{}", '{"keys": []}', '{"keys": [{"kty": "oct", "k": "AAAA"}]}'):
        with pytest.raises(telnyx_oauth.InvalidArgumentError):
            telnyx_oauth.TrustedKeys(bad)


def test_api_key_is_accepted_and_never_sent(api: Api, sandbox: Sandbox) -> None:
    api.client(api_key="KEY0123").discover(f"{sandbox.http}/v2/mcp")
    assert len(sandbox.requests()) >= 3
    assert all("KEY0123" not in str(request) for request in sandbox.requests())
    assert "KEY0123" not in repr(telnyx_oauth.Client(api_key="KEY0123"))
