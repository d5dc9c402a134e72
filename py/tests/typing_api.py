# pyright: strict, reportUnnecessaryTypeIgnoreComment=true
"""The types of the module as mypy and pyright see them. py/check runs these on this file, which is never executed."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping
from datetime import timedelta
from ipaddress import IPv4Address, IPv6Address
from typing import Any, Literal

from typing_extensions import assert_type

import telnyx_oauth
from telnyx_oauth import (
    AsyncClient,
    AsyncTelnyx,
    AuthorizationServerMetadata,
    CancelToken,
    Challenge,
    Client,
    Discovery,
    DiscoveryPlan,
    ResourceMetadata,
    Telnyx,
    TrustedKeys,
    Warning,
)


def calls(client: Client) -> None:
    assert_type(client.fetch_resource_metadata(), ResourceMetadata)
    assert_type(client.fetch_resource_metadata("https://rs.example", timeout=5, cancel=CancelToken()), ResourceMetadata)
    assert_type(client.fetch_authorization_server_metadata(timeout=timedelta(seconds=5)), AuthorizationServerMetadata)
    assert_type(client.discover("https://rs.example", ["Bearer"]), Discovery)
    assert_type(client.discover("https://rs.example", "Bearer"), Discovery)
    assert_type(client.well_known.retrieve_protected_resource_metadata(extra_headers={"a": "b"}, timeout=1), ResourceMetadata)
    assert_type(client.well_known.retrieve_authorization_server_metadata(), AuthorizationServerMetadata)
    with Client(timeout=5.5) as same:
        assert_type(same, Client)
    assert_type(Telnyx(api_key=None), Client)
    client.fetch_resource_metadata(5)  # type: ignore[arg-type]
    client.fetch_resource_metadata(tiemout=5)  # type: ignore[call-arg]
    client.fetch_resource_metadata("https://rs.example", 5)  # type: ignore[call-arg]


def functions() -> None:
    assert_type(telnyx_oauth.fetch_resource_metadata(), ResourceMetadata)
    assert_type(telnyx_oauth.fetch_resource_metadata(None, strict=True, ca_file=pathlib.Path("ca.pem")), ResourceMetadata)
    assert_type(telnyx_oauth.fetch_authorization_server_metadata("https://as.example"), AuthorizationServerMetadata)
    assert_type(telnyx_oauth.discover("https://rs.example", resource_match="exact"), Discovery)
    assert_type(telnyx_oauth.resource_metadata_url("https://rs.example"), str)
    assert_type(telnyx_oauth.authorization_server_metadata_urls("https://as.example"), list[str])
    assert_type(telnyx_oauth.parse_challenges(["Bearer"]), list[Challenge])
    telnyx_oauth.fetch_resource_metadata(strict="yes")  # type: ignore[arg-type]
    telnyx_oauth.fetch_resource_metadata(tiemout=5)  # type: ignore[call-arg]


async def coroutines() -> None:
    async with AsyncClient(max_retries=0) as client:
        assert_type(client, AsyncClient)
        assert_type(await client.fetch_resource_metadata("https://rs.example", timeout=5), ResourceMetadata)
        assert_type(await client.fetch_authorization_server_metadata(), AuthorizationServerMetadata)
        assert_type(await client.discover("https://rs.example"), Discovery)
        assert_type(await client.well_known.retrieve_protected_resource_metadata(), ResourceMetadata)
    assert_type(AsyncTelnyx(), AsyncClient)
    assert_type(await telnyx_oauth.fetch_resource_metadata_async(timeout=5), ResourceMetadata)
    assert_type(await telnyx_oauth.fetch_authorization_server_metadata_async(), AuthorizationServerMetadata)
    assert_type(await telnyx_oauth.discover_async("https://rs.example", issuer="https://as.example"), Discovery)
    url = "https://as.example/token"
    assert_type(telnyx_oauth.vet(url, url, timeout=5), tuple[IPv4Address | IPv6Address, ...])
    assert_type(await telnyx_oauth.vet_async(url, from_=url, proxy=""), tuple[IPv4Address | IPv6Address, ...])


def options() -> None:
    Client(resolve={("rs.example", 443): "127.0.0.1"}, trusted_keys=TrustedKeys(b"{}", issuer="https://rs.example"))
    Client(resource_match="any")  # type: ignore[arg-type]
    Client("https://rs.example")  # type: ignore[call-arg]


def documents(found: ResourceMetadata, server: AuthorizationServerMetadata) -> None:
    assert_type(found.resource, "str | None")
    assert_type(found.authorization_servers, "tuple[str, ...] | None")
    assert_type(found.dpop_bound_access_tokens_required, "bool | None")
    assert_type(found.requires_dpop_bound_access_tokens, bool)
    assert_type(found.resource_name_for("fr"), "str | None")
    assert_type(found.extra, Mapping[str, Any])
    assert_type(found.to_dict(), dict[str, Any])
    assert_type(found.to_json(), str)
    assert_type(found.warnings, tuple[Warning, ...])
    assert_type(server.token_endpoint, "str | None")
    assert_type(server.supports_pkce_s256, bool)
    assert_type(server.mtls_endpoint_aliases, "Mapping[str, str] | None")
    assert_type(server.is_judged("jwks_uri"), bool)
    assert_type({found: 1, server: 2}[found], int)
    found.resource = "https://rs.example"  # type: ignore[misc]
    response = ResourceMetadata.from_response("https://rs.example", status=200, body=b"{}", content_type="application/json")
    assert_type(response, ResourceMetadata)


def discoveries(found: Discovery) -> None:
    assert_type(found.challenge, "Challenge | None")
    if found.challenge:
        assert_type(found.challenge.scope, "tuple[str, ...] | None")
        assert_type(found.challenge.params, Mapping[str, str])
    for server in found.authorization_servers:
        assert_type(server.issuer, str)
        assert_type(server.metadata, "AuthorizationServerMetadata | None")
        assert_type(server.error, "telnyx_oauth.Error | None")
    parameters = found.authorization_parameters(issuer=None)
    assert_type(parameters, telnyx_oauth.AuthorizationParameters)
    assert_type(parameters.scope, "tuple[str, ...] | None")
    assert_type(parameters.scope_after(["a"], "Bearer"), "tuple[str, ...]")
    assert_type(parameters.mtls_supported, bool)
    parameters.verify_issuer(None)
    for attempt in found.attempts:
        assert_type(attempt.purpose, Literal["probe", "resource_metadata", "authorization_server_metadata"])
        assert_type(attempt.elapsed_ms, int)


def errors() -> None:
    try:
        functions()
    except telnyx_oauth.TimeoutError as error:
        raise ValueError(error.kind) from error
    except telnyx_oauth.OAuthError as error:
        assert_type(error.error, "str | None")
        assert_type(error.retry_after, "int | None")
        assert_type(error.attempts, "tuple[telnyx_oauth.Attempt, ...]")


def plan(plan: DiscoveryPlan) -> None:
    for request in plan.requests():
        assert_type(request.url, str)
        plan.respond(request.id, status=200, body="{}", content_type="application/json")
    assert_type(plan.finish(), Discovery)
