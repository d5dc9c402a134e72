"""The addresses of a document's endpoints, and the caller's issuer."""

from __future__ import annotations

import json
import socket
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import urlsplit

import pytest
from support.api import Api
from support.sandbox import METADATA, SERVER_METADATA, Sandbox

import telnyx_oauth

LOOPBACK = "https://127.0.0.1/m"
PUBLIC = "https://8.8.8.8/m"


def test_an_endpoint_of_a_discovery_is_vetted(api: Api, sandbox: Sandbox) -> None:
    client = api.client(ca_file=sandbox.ca_file)
    (server,) = client.discover(sandbox.https).authorization_servers
    url = server.metadata.token_endpoint
    addresses = client.vet(url, server.metadata_url)
    assert addresses == (IPv4Address("127.0.0.1"),)
    assert client.vet(url, from_=server.metadata_url, timeout=20, cancel=telnyx_oauth.CancelToken()) == addresses
    socket.create_connection((str(addresses[0]), urlsplit(url).port), timeout=20).close()


def test_a_name_has_addresses_of_both_families(api: Api) -> None:
    both = (IPv4Address("127.0.0.1"), IPv6Address("::1"))
    assert api.client(proxy="").vet("https://localhost/token", LOOPBACK) == both
    assert api.functions().vet("https://localhost/token", LOOPBACK) == both


def test_an_endpoint_that_the_document_may_not_name_is_refused(api: Api) -> None:
    cases: list[tuple[str, str, type[telnyx_oauth.Error]]] = [
        ("https://127.0.0.1/token", PUBLIC, telnyx_oauth.BlockedAddressError),
        ("http://127.0.0.1/token", LOOPBACK, telnyx_oauth.InsecureUrlError),
        ("nonsense", LOOPBACK, telnyx_oauth.InvalidArgumentError),
        ("https://127.0.0.1/token", "nonsense", telnyx_oauth.InvalidArgumentError),
    ]
    for url, from_, expected in cases:
        for caller in (api.client(), api.functions()):
            with pytest.raises(expected):
                caller.vet(url, from_)


def test_vet_obeys_the_options_of_the_client(api: Api) -> None:
    url = "https://127.0.0.1/token"
    assert api.client(allow_private_addresses=True).vet(url, PUBLIC) == (IPv4Address("127.0.0.1"),)
    assert api.functions().vet(url, PUBLIC, allow_private_addresses=True) == (IPv4Address("127.0.0.1"),)
    pinned = api.client(resolve={("as.example", 443): "127.0.0.2"})
    assert pinned.vet("https://as.example/token", PUBLIC) == (IPv4Address("127.0.0.2"),)
    with pytest.raises(telnyx_oauth.InvalidArgumentError, match="proxy"):
        api.client(proxy="http://127.0.0.1:9").vet("https://as.example/token", PUBLIC)


def test_a_cancelled_token_ends_vet(api: Api) -> None:
    token = telnyx_oauth.CancelToken()
    token.cancel()
    with pytest.raises(telnyx_oauth.CancelledError):
        api.client(proxy="").vet("https://as.invalid/token", LOOPBACK, cancel=token)


def test_a_closed_client_does_not_vet() -> None:
    client = telnyx_oauth.Client()
    client.close()
    with pytest.raises(telnyx_oauth.InvalidArgumentError, match="closed"):
        client.vet("https://127.0.0.1/token", LOOPBACK)


def test_a_discovery_uses_the_callers_issuer(api: Api, sandbox: Sandbox) -> None:
    sandbox.route(METADATA, {"json": {"resource": "${origin}"}})
    for caller in (api.client(), api.functions()):
        found = caller.discover(sandbox.http, issuer=sandbox.http)
        assert found.authorization_server.issuer == sandbox.http
        with pytest.raises(telnyx_oauth.NotFoundError):
            caller.discover(sandbox.http, issuer=f"{sandbox.http}/gone")
        with pytest.raises(telnyx_oauth.InvalidArgumentError):
            caller.discover(sandbox.http, issuer="nonsense")


def test_a_plan_uses_the_callers_issuer() -> None:
    resource, issuer = "https://rs.example", "https://as.example"
    plan = telnyx_oauth.DiscoveryPlan(resource, [], issuer=issuer)
    while not plan.is_finished:
        for request in plan.requests():
            body = {"issuer": issuer} if request.url == issuer + SERVER_METADATA else None
            status = 404 if body is None else 200
            plan.respond(request.id, status=status, body=json.dumps(body), content_type="application/json")
    found = plan.finish()
    assert (found.via, found.resource_metadata) == ("issuer", None)
    assert found.authorization_server is not None
    assert found.authorization_server.issuer == issuer
    with pytest.raises(telnyx_oauth.InvalidArgumentError):
        telnyx_oauth.DiscoveryPlan(resource, issuer="nonsense")
